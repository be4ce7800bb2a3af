//! `TK-P401`: every competence of the student's edition has evidence.

use crate::document::Set;
use crate::document::grammar::Closed as _;
use crate::frameworks::{Competence, CompetenceEdition};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P401",
    name: "competence-without-evidence",
    severity: Severity::Error,
    phase: Phase::End { warn_after: Some(2) },
    reads: Sections::EVIDENCE.and(Sections::STUDENT),
    not_for: &[],
    exempted_by: None,
    norms: &[&LEAST_PROOFS],
    facts: &[("competence", FactKind::word::<Competence>()), ("proofs", FactKind::Whole)],
    sources: Sources::of(&[Source::Booklet(&["S033", "S054"]), Source::Dossier(&["D1"]), Source::Law("WPO art. 3(1)(b)1°")]),
    basis: Basis::Inferred,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "competentie zonder bewijs", en: "competence without evidence" },
        asks: {
            nl: "Elke competentie van de editie die voor de student geldt, is met bewijs onderbouwd.",
            en: "Every competence of the edition that holds for the student has evidence."
        },
        why: {
            nl: "Met het portfolio toont de student de hele breedte van de bekwaamheid aan.",
            en: "With the portfolio the student shows the whole breadth of competence."
        },
        mend: {
            nl: "Voeg bewijs toe, of noem de competentie bij bewijs dat haar al laat zien.",
            en: "Add evidence, or name the competence with evidence that already shows it."
        },
        message: {
            nl: "voor `{competence}` is nog te weinig bewijs: `{proofs}`",
            nl_plain: "voeg bewijs toe voor `{competence}`; je hebt er nu `{proofs}`",
            en: "`{competence}` has too little evidence: `{proofs}`"
        },
    },
    check: Some(check),
};

static LEAST_PROOFS: Norm = Norm::number("min", Unit::Number, 1, 1, 100);

/// From this cohort on the 2017 edition holds; who entered before and still studied then may use either (semantics 7).
const CHANGED: u16 = 2017;

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let Some(cohort) = case.portfolio().student.cohort else {
        return Outcome::not_assessable(Reason::NoCohort);
    };
    let least = case.norm(&RULE, &LEAST_PROOFS, cohort.first_day());
    let exempt = case.competence_exemptions().fold(Set::default(), |all, one| all.union(one.competences));
    let proofs = |competence| case.evidence().filter(|(_, evidence)| evidence.competences.contains(competence)).count();
    let asked = |edition| -> Vec<Competence> {
        let asked = Competence::ALL.iter().filter(|competence| competence.edition() == Some(edition));
        asked.copied().filter(|competence| !exempt.contains(*competence)).collect()
    };
    let short = |asked: &[Competence]| -> Vec<(Competence, usize)> {
        let counted = asked.iter().map(|competence| (*competence, proofs(*competence)));
        counted.filter(|(_, proofs)| u32::try_from(*proofs).is_ok_and(|proofs| proofs < least)).collect()
    };
    let (old, new) = (asked(CompetenceEdition::Edition2005), asked(CompetenceEdition::Edition2017));
    let (old_short, new_short) = (short(&old), short(&new));
    // Who may use either uses the one of which more has been shown, in proportion.
    let shows_more_of_new = || new_short.len() * old.len() < old_short.len() * new.len();
    let is_new = cohort.first_year() >= CHANGED || case.crossed(CHANGED) && shows_more_of_new();
    let (asked, missing) = if is_new { (new, new_short) } else { (old, old_short) };
    if let Some(exemption) = case.competence_exemptions().next().filter(|_| asked.is_empty()) {
        return Outcome::not_applicable(Reason::Exempted).by(exemption.id.as_str());
    }
    let standing = case.at_the_end(&RULE);
    findings.judge_each(missing, standing, |(competence, proofs)| {
        let facts = facts! { competence: competence, proofs: proofs };
        Shortfall::new(at!["evidence"], "student", facts).of(&case.portfolio().student.id)
    });
    findings.answer(Reason::NothingToJudge)
}
