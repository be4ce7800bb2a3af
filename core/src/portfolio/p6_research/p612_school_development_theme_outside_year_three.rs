//! `TK-P612`: a school development theme is worked on in study year 3.

use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P612",
    name: "school-development-theme-outside-year-three",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&STUDY_YEAR],
    facts: &[("year", FactKind::Whole), ("expected", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[&super::p601_year_three_without_school_development_theme::META],
    step: Step::Research,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "schoolontwikkelingsthema buiten studiejaar 3", en: "school development theme outside study year 3" },
        asks: {
            nl: "Een schoolontwikkelingsthema hoort bij het studiejaar van de norm (`study_year`: gewoonlijk 3); een thema zonder bekend studiejaar telt niet mee.",
            en: "A school development theme belongs to the study year of the norm (`study_year`: normally 3); a theme whose study year is unknown is left out."
        },
        why: {
            nl: "In het derde studiejaar werken de studenten in groepjes aan een schoolontwikkelingsthema.",
            en: "In the third study year, the students work on a school development theme in groups."
        },
        fix: {
            nl: "Verbeter het studiejaar of de begindatum van het thema, of bespreek met de schoolopleider in welk jaar het hoort.",
            nl_plain: "Kijk het jaar en de begindatum van het thema na, of overleg met je schoolopleider.",
            en: "Correct the study year or the first day of the theme, or discuss with the school trainer in which year it belongs."
        },
        message: {
            nl: "studiejaar van {subject}: `{year}`; bedoeld voor studiejaar: `{expected}`",
            nl_plain: "kijk het jaar en de begindatum na bij {subject}: nu is dat jaar `{year}`, maar het hoort in jaar `{expected}`",
            en: "study year of {subject}: `{year}`; meant for study year: `{expected}`"
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

static STUDY_YEAR: Norm = Norm::number(
    "study_year",
    Text { nl: "studiejaar van het schoolontwikkelingsthema", en: "study year of the school development theme" },
    Unit::StudyYear,
    3,
    1,
    4,
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let mut exemption = None;
    for (at, theme) in case.development_themes() {
        let years = case.study_years_by(theme.study_year, theme.started_on).unwrap_or_default();
        let Some(year) = years.iter().next() else { continue };
        if let Some(exempt) = case.theme_exemption(theme) {
            exemption = Some(exempt);
            continue;
        }
        let expected = case.norm(&STUDY_YEAR, theme.started_on.unwrap_or(case.as_of()));
        let met = years.iter().any(|year| u32::from(year.get()) == expected);
        findings.judge(About::the(SubjectKind::SchoolDevelopmentTheme, &theme.id), met, Standing::DUE, || {
            let path = at!(Portfolio: research.school_development_themes[at].study_year);
            Shortfall::new(path, facts! { year: year, expected: expected })
        });
    }
    findings.answer_or(|| exempted_or(exemption, Reason::NothingToJudge))
}
