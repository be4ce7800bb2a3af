//! `TK-P609`: the theme of graduation research is one the student meets in the own group.

use crate::document::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P609",
    name: "theme-not-recognised-in-own-group",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::RESEARCH,
    not_for: &[StudyMode::LateralEntry],
    exempted_by: Some(ExemptionOf::GraduationResearch),
    norms: &[],
    facts: &[],
    sources: Sources::of(&[Source::Booklet(&["S119"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "thema niet herkend in de eigen groep", en: "theme not recognised in the own group" },
        asks: {
            nl: "Bij het afstudeeronderzoek staat waar het thema zich in de eigen groep laat zien.",
            en: "Graduation research records where its theme shows in the student's own group."
        },
        why: {
            nl: "De enige uitdrukkelijke eis van het partnerschap: onderzoek begint bij de eigen praktijk.",
            en: "The one explicit requirement of the partnership: research starts from own practice."
        },
        mend: {
            nl: "Leg vast waar je het thema in je eigen groep herkent, of kies met de school een ander thema.",
            en: "Record where the theme shows in the own group, or choose another theme with the school."
        },
        message: {
            nl: "het thema van het afstudeeronderzoek is niet herkend in de eigen groep",
            nl_plain: "schrijf op waar je het thema van je onderzoek in je eigen groep ziet",
            en: "the theme of the graduation research is not recognised in the own group"
        },
    },
    check: Some(check),
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    if let Some(research) = case.graduation_with_theme() {
        findings.judge(said(research.recognised_in_own_group.as_ref()), Standing::DUE, || {
            Shortfall::new(at!["research", "graduation", "recognisedInOwnGroup"], "graduation-research", facts! {})
        });
    }
    findings.answer(Reason::NothingToJudge)
}
