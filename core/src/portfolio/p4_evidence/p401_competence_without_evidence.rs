//! `TK-P401`: there is evidence for every competence that applies to the student.

use crate::frameworks::Competence;
#[cfg(feature = "insight")]
use crate::frameworks::CompetenceEdition;
use crate::grammar::Closed as _;
use crate::grammar::Element as _;
use crate::portfolio::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-P401",
    name: "competence-without-evidence",
    severity: Some(Severity::Error),
    phase: Phase::End { warn_after: Some(2) },
    basis: Basis::Inferred,
    norms: &[&LEAST_PROOFS],
    facts: &[("competence", FactKind::word::<Competence>()), ("proofs", FactKind::Whole), ("least", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Prove,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::MissieEnVisie, Passage::Ontwerpateliers]),
        Source::Law(Text {
            nl: "Besluit bekwaamheidseisen onderwijspersoneel, Stb. 2005, 460, en het besluit van 2017, Stb. 2017, 148",
            en: "Besluit bekwaamheidseisen onderwijspersoneel, Stb. 2005, 460, and its successor, Stb. 2017, 148",
        }),
        Source::Law(Text { nl: "WPO, artikel 3, eerste lid, onder b, 1°", en: "WPO art. 3(1)(b)1°" }),
    ]),
    texts: texts! {
        title: { nl: "competentie zonder bewijs", en: "competence without evidence" },
        asks: {
            nl: "Voor elke competentie die voor de student geldt (de zeven van 2005 of de drie bekwaamheden van 2017) is er genoeg bewijs (`min`: gewoonlijk 1 stuk).",
            en: "There is enough evidence (`min`: normally 1 piece) for every competence that applies to the student (the seven of 2005 or the three of 2017)."
        },
        why: {
            nl: "Met het portfolio laat de student zien op alle onderdelen bekwaam te zijn.",
            en: "With the portfolio the student shows competence in every area."
        },
        fix: {
            nl: "Voeg bewijs toe, of koppel bestaand bewijs aan de competentie.",
            nl_plain: "Voeg bewijs toe, of kies bewijs dat je al hebt en zet erbij wat het laat zien.",
            en: "Add evidence, or link evidence you already have to the competence."
        },
        message: {
            nl: "aantal bewijzen voor `{competence}`: `{proofs}`; nodig: minstens `{least}`",
            nl_plain: "voeg bewijs toe voor `{competence}`; aantal bewijzen nu: `{proofs}`, nodig: `{least}`",
            en: "pieces of evidence for `{competence}`: `{proofs}`; required: at least `{least}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: student all, exemptions all, evidence some),
    check,
};

static LEAST_PROOFS: Norm = Norm::number(
    "min",
    Text { nl: "bewijzen per competentie", en: "pieces of evidence for each competence" },
    Unit::Number,
    1,
    1,
    100,
);

/// What a student's evidence shows of the competences of the edition that is required.
struct Weighed {
    #[cfg(feature = "insight")]
    edition: CompetenceEdition,
    least: u32,
    /// The competences required: those of the edition without the exempted ones.
    asked: Vec<Competence>,
    /// Those of which too little is shown, with how many pieces of evidence there are.
    short: Vec<(Competence, usize)>,
}

/// None while the cohort is unknown. A student who may use either edition uses the one of which more has been shown, in
/// proportion.
fn weigh(case: &PortfolioCase<'_>) -> Option<Weighed> {
    let cohort = case.cohort()?;
    let least = case.norm(&LEAST_PROOFS, cohort.first_day());
    let exempt = case.competence_exemptions().fold(Set::default(), |all, one| all.union(one.competences));
    let mut proofs = [0_usize; Competence::ALL.len()];
    for (_, evidence) in case.evidence() {
        for competence in evidence.competences.iter() {
            if let Some(proofs) = proofs.get_mut(competence.position()) {
                *proofs += 1;
            }
        }
    }
    let weighed = |edition| {
        let of_edition = Competence::ALL.iter().copied().filter(|competence| competence.edition() == Some(edition));
        let asked: Vec<Competence> = of_edition.filter(|competence| !exempt.contains(*competence)).listed();
        let proofs_of = |competence: Competence| proofs.get(competence.position()).copied().unwrap_or_default();
        let counted = asked.iter().map(|competence| (*competence, proofs_of(*competence)));
        let short = counted.filter(|(_, proofs)| u32::try_from(*proofs).is_ok_and(|proofs| proofs < least)).listed();
        Weighed {
            #[cfg(feature = "insight")]
            edition,
            least,
            asked,
            short,
        }
    };
    let more_shown = |old: Weighed, new: Weighed| {
        if new.short.len() * old.asked.len() < old.short.len() * new.asked.len() { new } else { old }
    };
    case.editions(cohort).iter().map(weighed).reduce(more_shown)
}

/// The edition by which a portfolio is judged; none while the cohort is unknown.
#[cfg(feature = "insight")]
pub(in crate::portfolio) fn edition(case: &PortfolioCase<'_>) -> Option<CompetenceEdition> {
    weigh(case).map(|weighed| weighed.edition)
}

/// The competences required that no evidence is for; none while the cohort is unknown.
#[cfg(feature = "knowledge-base")]
pub(in crate::portfolio) fn without_evidence(case: &PortfolioCase<'_>) -> Option<Vec<Competence>> {
    let short = weigh(case)?.short.into_iter();
    Some(short.filter(|(_, proofs)| *proofs == 0).map(|(competence, _)| competence).listed())
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let Some(Weighed { least, asked, short, .. }) = weigh(case) else {
        return Reply::not_assessable(Reason::NoCohort);
    };
    if let Some(exemption) = case.competence_exemptions().find(|one| asked.is_empty() && !one.competences.is_empty()) {
        return Reply::not_applicable(Reason::Exempted).by(exemption.id.as_str());
    }
    findings.met_by(asked.iter().filter_map(|competence| {
        let (_, first) = case.evidence().find(|(_, evidence)| evidence.competences.contains(*competence))?;
        Some(About::the(SubjectKind::Evidence, &first.id))
    }));
    findings.judge_each(
        About::the(SubjectKind::Student, &case.portfolio().student.id),
        short,
        case.at_the_end(&RULE),
        |(competence, proofs)| {
            let facts = facts! { competence: competence, proofs: proofs, least: least };
            Shortfall::new(at!(Portfolio: evidence), facts)
        },
    );
    findings.answer(Reason::NothingToJudge)
}
