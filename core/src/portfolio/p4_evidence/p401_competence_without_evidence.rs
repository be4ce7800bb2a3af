//! `TK-P401`: there is evidence for every competence that applies to the student.

use crate::frameworks::{Competence, CompetenceEdition};
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
            nl: "Voor elke competentie die voor de student geldt (de zeven van 2005 of de drie bekwaamheden van 2017) is er genoeg bewijs (`min`).",
            en: "There is enough evidence (`min`) for every competence that applies to the student (the seven of 2005 or the three of 2017)."
        },
        why: {
            nl: "Met het portfolio laat de student zien op alle onderdelen bekwaam te zijn.",
            en: "The portfolio shows that the student is competent in every area."
        },
        fix: {
            nl: "Voeg bewijs toe, of koppel bestaand bewijs aan deze competentie.",
            nl_plain: "Voeg bewijs toe, of kies bewijs dat je al hebt en zet erbij wat het laat zien.",
            en: "Add evidence, or link evidence you already have to this competence."
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
    with: None,
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

/// From this cohort on the 2017 edition applies; a student who began before and still attended then may use either.
const CHANGED: u16 = 2017;

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let Some(cohort) = case.cohort() else {
        return Reply::not_assessable(Reason::NoCohort);
    };
    let least = case.norm(&LEAST_PROOFS, cohort.first_day());
    let exempt = case.competence_exemptions().fold(Set::default(), |all, one| all.union(one.competences));
    let mut proofs = [0_usize; Competence::ALL.len()];
    for (_, evidence) in case.evidence() {
        for (competence, proofs) in Competence::ALL.iter().zip(&mut proofs) {
            *proofs += usize::from(evidence.competences.contains(*competence));
        }
    }
    let asked = |edition| -> Vec<Competence> {
        let asked = Competence::ALL.iter().filter(|competence| competence.edition() == Some(edition));
        asked.copied().filter(|competence| !exempt.contains(*competence)).collect()
    };
    let short = |asked: &[Competence]| -> Vec<(Competence, usize)> {
        let proofs_of = |competence: Competence| proofs.get(competence.position()).copied().unwrap_or_default();
        let counted = asked.iter().map(|competence| (*competence, proofs_of(*competence)));
        counted.filter(|(_, proofs)| u32::try_from(*proofs).is_ok_and(|proofs| proofs < least)).collect()
    };
    let (old, new) = (asked(CompetenceEdition::Edition2005), asked(CompetenceEdition::Edition2017));
    let (old_short, new_short) = (short(&old), short(&new));
    // A student who may use either uses the one of which more has been shown, in proportion.
    let shows_more_of_new = || new_short.len() * old.len() < old_short.len() * new.len();
    let is_new = cohort.first_year() >= CHANGED || case.crossed(cohort, CHANGED) && shows_more_of_new();
    let (asked, missing) = if is_new { (new, new_short) } else { (old, old_short) };
    if let Some(exemption) = case.competence_exemptions().find(|one| asked.is_empty() && !one.competences.is_empty()) {
        return Reply::not_applicable(Reason::Exempted).by(exemption.id.as_str());
    }
    let standing = case.at_the_end(&RULE);
    findings.judge_each(
        About::the(SubjectKind::Student, &case.portfolio().student.id),
        missing,
        standing,
        |(competence, proofs)| {
            let facts = facts! { competence: competence, proofs: proofs, least: least };
            Shortfall::new(at!(Portfolio: evidence), facts)
        },
    );
    findings.answer(Reason::NothingToJudge)
}
