//! `TK-P608`: the theme of graduation research is set in joint consultation.

use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P608",
    name: "theme-set-alone",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S116"])]),
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
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::GraduationResearch) },
    reads: reads!(Portfolio: student all, exemptions all, research each),
    with: None,
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let exemption = case.graduation_exemption();
    if let Some(research) = case.graduation_with_theme().filter(|_| exemption.is_none()) {
        let student = case.portfolio().student.id.as_str();
        let together = case.persons(&research.set_with).any(|person| person.person.as_str() != student);
        findings.judge(About::one(SubjectKind::GraduationResearch), together, Standing::DUE, || {
            Shortfall::new(at!(Portfolio: research.graduation.set_with), facts! {})
        });
    }
    findings.answer_or(|| exempted_or(exemption, Reason::NothingToJudge))
}
