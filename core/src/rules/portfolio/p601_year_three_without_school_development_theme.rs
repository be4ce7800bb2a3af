//! `TK-P601`: in study year 3 the student works on a school development theme.

use crate::document::{Exemption, ExemptionOf, StudyYear};
use crate::frameworks::StudyMode;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P601",
    name: "year-three-without-school-development-theme",
    severity: Severity::Error,
    phase: Phase::Year(&YEARS),
    reads: Sections::RESEARCH,
    not_for: &[StudyMode::LateralEntry],
    exempted_by: Some(ExemptionOf::SchoolDevelopmentTheme),
    norms: &[],
    facts: &[],
    sources: Sources::of(&[Source::Booklet(&["S112"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "studiejaar 3 zonder schoolontwikkelingsthema", en: "study year 3 without a school development theme" },
        asks: {
            nl: "In studiejaar 3 werkt de student aan een schoolontwikkelingsthema.",
            en: "In study year 3 the student works on a school development theme."
        },
        why: {
            nl: "Zo leert de student onderzoek doen aan een vraag van de school.",
            en: "So the student learns to do research on a question of the school."
        },
        mend: {
            nl: "Kies met de schoolopleider een thema en leg vast wanneer het werk begon.",
            en: "Choose a theme with the school trainer, and record when the work began."
        },
        message: {
            nl: "studiejaar 3 heeft geen schoolontwikkelingsthema",
            nl_plain: "kies in het derde jaar een thema van de school om aan te werken",
            en: "study year 3 has no school development theme"
        },
    },
    check: Some(check),
};

const YEARS: [u8; 1] = [3];

/// Whether this rule reports that there is no theme: then no other rule looks at one.
pub(super) fn reports(case: &PortfolioCase<'_>) -> bool {
    case.asks(&RULE) && case.study_years(&RULE, &YEARS).any(|year| !is_met(case, year.number))
}

/// What another rule answers that had nothing to judge: that this one reports it, or that an exemption freed from it.
pub(super) fn instead(reported: bool, exemption: Option<&Exemption<'_>>) -> Outcome {
    if reported {
        return Outcome::not_applicable(Reason::Superseded).by(RULE.code);
    }
    Outcome::exempted_or(exemption, Reason::NothingToJudge)
}

fn is_met(case: &PortfolioCase<'_>, number: StudyYear) -> bool {
    case.development_themes().any(|(_, theme)| case.is_theme_of(theme, number))
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    for year in case.study_years(&RULE, &YEARS) {
        findings.judge(is_met(case, year.number), year.standing, || {
            Shortfall::new(at!["research", "schoolDevelopmentThemes"], "study-year", facts! {}).of(&year.number)
        });
    }
    findings.answer_or(|| case.without_study_year(&RULE, &YEARS))
}
