//! `TK-P601`: in study year 3 the student works on a school development theme.

use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;
use crate::values::StudyYear;

pub(crate) static META: Meta = Meta {
    code: "TK-P601",
    name: "year-three-without-school-development-theme",
    severity: Some(Severity::Error),
    phase: Phase::Year(&YEARS),
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S112"])]),
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
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::SchoolDevelopmentTheme) },
    reads: reads!(Portfolio: research some),
    with: None,
    check,
};

const YEARS: [u8; 1] = [3];

fn is_met(case: &PortfolioCase<'_>, number: StudyYear) -> bool {
    case.development_themes().any(|(_, theme)| case.study_years_of_theme(theme).contains(number))
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for year in case.study_years(&RULE, &YEARS) {
        findings.judge(About::year(year.number), is_met(case, year.number), year.standing, || {
            Shortfall::new(at!(Portfolio: research.school_development_themes), facts! {})
                .hiding(About::one(SubjectKind::SchoolDevelopmentTheme))
        });
    }
    findings.answer_or(|| case.without_study_year(&RULE, &YEARS))
}
