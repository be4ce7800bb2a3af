//! `TK-P606`: the method of the research line is design research.

use crate::documents::ResearchMethod;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P606",
    name: "method-other-than-design-research",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("method", FactKind::word::<ResearchMethod>())],
    may_lack: &[],
    gives_way_to: &[
        &super::p601_year_three_without_school_development_theme::META,
        &super::p613_graduation_research_missing::META,
    ],
    step: Step::Research,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "andere methode dan ontwerponderzoek", en: "method other than design research" },
        asks: {
            nl: "Staat er een methode bij een schoolontwikkelingsthema of bij het afstudeeronderzoek, dan is dat ontwerponderzoek.",
            en: "Where a method is recorded for a school development theme or for the graduation research, it is design research."
        },
        why: {
            nl: "In de onderzoeksleerlijn is voor één methode gekozen: ontwerponderzoek.",
            en: "One method was chosen for the research line: design research."
        },
        fix: {
            nl: "Verbeter de methode die is vastgelegd, of bespreek met de begeleider hoe het een ontwerponderzoek wordt.",
            nl_plain: "Verbeter de methode die er staat, of bespreek met je begeleider hoe je er ontwerponderzoek van maakt.",
            en: "Correct the recorded method, or discuss with the guide how to turn the research into design research."
        },
        message: {
            nl: "methode bij het {subject}: `{method}`; in de onderzoeksleerlijn hoort dat ontwerponderzoek te zijn",
            nl_plain: "bij je {subject} staat als methode `{method}`, maar dat moet ontwerponderzoek zijn: bespreek dit met je begeleider of verbeter de methode",
            en: "method recorded for {subject}: `{method}`; the research line of the programme requires design research"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: student all, exemptions all, research each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let meets = |method| method == ResearchMethod::DesignResearch;
    let mut exemption = None;
    for (at, theme) in case.development_themes() {
        let Some(method) = theme.method else { continue };
        if let Some(exempt) = case.theme_exemption(theme) {
            exemption = Some(exempt);
            continue;
        }
        findings.judge(
            About::the(SubjectKind::SchoolDevelopmentTheme, &theme.id),
            meets(method),
            Standing::DUE,
            || {
                let path = at!(Portfolio: research.school_development_themes[at].method);
                Shortfall::new(path, facts! { method: method })
            },
        );
    }
    let graduation = About::one(SubjectKind::GraduationResearch);
    let research = if findings.gives_way(graduation) { None } else { case.graduation() };
    if let Some(method) = research.and_then(|research| research.method) {
        match case.graduation_exemption() {
            Some(exempt) => exemption = Some(exempt),
            None => findings.judge(graduation, meets(method), Standing::DUE, || {
                let facts = facts! { method: method };
                Shortfall::new(at!(Portfolio: research.graduation.method), facts)
            }),
        }
    }
    findings.answer_or(|| exempted_or(exemption, Reason::NothingToJudge))
}
