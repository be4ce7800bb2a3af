//! `TK-P609`: the theme of graduation research is one the student meets in their own class.

use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P609",
    name: "theme-not-recognised-in-own-group",
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
        title: { nl: "niet vastgelegd waar het thema in de eigen groep te zien is", en: "not recorded where the theme shows in the student's own class" },
        asks: {
            nl: "Bij het afstudeeronderzoek staat waar het thema zich in de eigen groep laat zien.",
            en: "For the graduation research, the student records where they see the theme in their own class."
        },
        why: {
            nl: "Volgens het katern is het een vereiste dat de student het thema herkent in de eigen groep.",
            en: "According to the booklet, it is a requirement that students recognise the theme in their own class."
        },
        fix: {
            nl: "Leg vast waar het thema in de eigen groep te herkennen is, of kies met de school een ander thema.",
            nl_plain: "Schrijf op waar je het thema in je eigen groep ziet, of kies met je school een ander thema.",
            en: "Record where you see the theme in your own class, or choose another theme together with the school."
        },
        message: {
            nl: "er staat niet waar het thema van het afstudeeronderzoek in de eigen groep te herkennen is",
            nl_plain: "schrijf op waar je het thema van je afstudeeronderzoek in je eigen groep ziet",
            en: "it is not recorded where the student recognises the theme of the graduation research in their own class"
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
        findings.judge(
            About::one(SubjectKind::GraduationResearch),
            said(research.recognised_in_own_group.as_ref()),
            Standing::DUE,
            || Shortfall::new(at!(Portfolio: research.graduation.recognised_in_own_group), facts! {}),
        );
    }
    findings.answer_or(|| exempted_or(exemption, Reason::NothingToJudge))
}
