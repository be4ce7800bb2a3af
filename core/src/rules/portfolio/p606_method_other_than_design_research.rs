//! `TK-P606`: the method of the research line is design research.

use crate::document::ResearchMethod;
use crate::frameworks::StudyMode;
use crate::rules::prelude::*;

use super::p601_year_three_without_school_development_theme as year_three;

pub(super) static RULE: Rule = Rule {
    code: "TK-P606",
    name: "method-other-than-design-research",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::STUDENT.and(Sections::EXEMPTIONS).and(Sections::RESEARCH),
    not_for: &[StudyMode::LateralEntry],
    exempted_by: None,
    norms: &[],
    facts: &[("method", FactKind::word::<ResearchMethod>())],
    sources: Sources::of(&[Source::Booklet(&["S111"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "andere methode dan ontwerponderzoek", en: "method other than design research" },
        asks: {
            nl: "Het schoolontwikkelingsthema en het afstudeeronderzoek zijn ontwerponderzoek, zodra de methode is vastgelegd.",
            en: "School development theme and graduation research are design research, once the method is recorded."
        },
        why: {
            nl: "De onderzoeksleerlijn heeft één methode gekozen, zodat studenten en scholen op elkaar voortbouwen.",
            en: "The research line chose one method, so that students and schools build on each other."
        },
        mend: {
            nl: "Zet het onderzoek om in een ontwerponderzoek, of verbeter de vastgelegde methode.",
            en: "Turn the research into design research, or correct the method recorded."
        },
        message: {
            nl: "de methode is `{method}`; in de onderzoeksleerlijn is dat ontwerponderzoek",
            nl_plain: "je methode is `{method}`, maar hier doen we ontwerponderzoek",
            en: "the method is `{method}`; the research line uses design research"
        },
    },
    check: Some(check),
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let meets = |method| method == ResearchMethod::DesignResearch;
    let superseded = year_three::reports(case);
    let mut exemption = None;
    for (at, theme) in case.development_themes().filter(|_| !superseded) {
        let Some(method) = theme.method else { continue };
        if let Some(exempt) = case.theme_exemption(theme) {
            exemption = Some(exempt);
            continue;
        }
        findings.judge(meets(method), Standing::DUE, || {
            let path = at!["research", "schoolDevelopmentThemes", at, "method"];
            Shortfall::new(path, "school-development-theme", facts! { method: method }).of(&theme.id)
        });
    }
    if let Some(method) = case.graduation().and_then(|research| research.method) {
        match case.graduation_exemption() {
            Some(exempt) => exemption = Some(exempt),
            None => findings.judge(meets(method), Standing::DUE, || {
                let facts = facts! { method: method };
                Shortfall::new(at!["research", "graduation", "method"], "graduation-research", facts)
            }),
        }
    }
    findings.answer_or(|| year_three::instead(superseded, exemption))
}
