//! `TK-P608`: the theme of graduation research is set in joint consultation.

use crate::document::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P608",
    name: "theme-set-alone",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::RESEARCH,
    not_for: &[StudyMode::LateralEntry],
    exempted_by: Some(ExemptionOf::GraduationResearch),
    norms: &[],
    facts: &[],
    sources: Sources::of(&[Source::Booklet(&["S116"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "thema alleen vastgesteld", en: "theme set alone" },
        asks: {
            nl: "Het thema van het afstudeeronderzoek is in samenspraak vastgesteld: er staat met wie.",
            en: "The theme of the graduation research was set in joint consultation: it says with whom."
        },
        why: {
            nl: "School en opleiding dragen het onderzoek mee; een thema van de student alleen vindt er geen grond.",
            en: "School and institute carry the research; a theme of the student alone finds no ground there."
        },
        mend: {
            nl: "Bespreek het thema met de school en de opleiding en leg vast wie daarbij waren.",
            en: "Discuss the theme with school and institute, and record who took part."
        },
        message: {
            nl: "het thema van het afstudeeronderzoek is niet in samenspraak vastgesteld",
            nl_plain: "bespreek het thema van je onderzoek met de school en schrijf op met wie",
            en: "the theme of the graduation research was not set in joint consultation"
        },
    },
    check: Some(check),
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    if let Some(research) = case.graduation_with_theme() {
        let student = case.portfolio().student.id.as_str();
        let together = research.set_with.iter().any(|person| person.person.as_str() != student);
        findings.judge(together, Standing::DUE, || {
            Shortfall::new(at!["research", "graduation", "setWith"], "graduation-research", facts! {})
        });
    }
    findings.answer(Reason::NothingToJudge)
}
