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
    gives_way_to: &[&super::p613_graduation_research_missing::META],
    step: Step::Research,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "niet vastgelegd met wie het thema is gekozen", en: "nobody recorded with whom the theme was agreed" },
        asks: {
            nl: "Bij het afstudeeronderzoek staat met wie het thema in samenspraak is vastgesteld.",
            en: "The graduation research records with whom its theme was agreed."
        },
        why: {
            nl: "Volgens het katern wordt het thema van het afstudeeronderzoek in samenspraak vastgesteld.",
            en: "According to the booklet, the theme of the graduation research is set in joint consultation."
        },
        fix: {
            nl: "Bespreek het thema met de school en de opleiding en leg vast wie daarbij waren.",
            nl_plain: "Bespreek het thema met je school en je opleiding, en schrijf op met wie.",
            en: "Discuss the theme with school and institute, and record who took part."
        },
        message: {
            nl: "er staat niet met wie het thema van het afstudeeronderzoek is vastgesteld",
            nl_plain: "bespreek het thema van je afstudeeronderzoek met je school en je opleiding, en schrijf op met wie",
            en: "it is not recorded with whom the theme of the graduation research was agreed"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::GraduationResearch) },
    reads: reads!(Portfolio: student all, exemptions all, research each),
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
