//! `TK-P104`: over a study year the student is two days per week at the school and three at the institute.

use super::YEARS;
use crate::documents::{Placement, PlacementKind};
use crate::frameworks::StudyMode;
use crate::portfolio::norms::{DAYS_AT_INSTITUTE, DAYS_AT_SCHOOL};
use crate::portfolio::prelude::*;
use crate::values::Decimal;

pub(crate) static META: Meta = Meta {
    code: "TK-P104",
    name: "weekly-rhythm-off",
    severity: Some(Severity::Warning),
    phase: Phase::Year(YEARS),
    basis: Basis::Seed,
    norms: &[&DAYS_AT_SCHOOL, &DAYS_AT_INSTITUTE, &TOLERANCE],
    facts: &[
        ("year", FactKind::Whole),
        ("atSchool", FactKind::Decimal),
        ("schoolNorm", FactKind::Decimal),
        ("atInstitute", FactKind::Decimal),
        ("instituteNorm", FactKind::Decimal),
    ],
    may_lack: &[],
    gives_way_to: &[&super::p103_study_year_without_placement::META],
    step: Step::ArrangePlacement,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::MissieEnVisie]),
        Source::Own(Text {
            nl: "het katern noemt het ritme; een gemiddelde over het studiejaar en een speling kiezen wij",
            en: "the booklet gives the rhythm; an average over the study year and a tolerance are our choice",
        }),
    ]),
    texts: texts! {
        title: { nl: "weekritme klopt niet", en: "weekly rhythm is off" },
        asks: {
            nl: "Gemiddeld over de gewone plaatsingen van een studiejaar, gewogen naar hun lengte, is een voltijdstudent per week het aantal dagen van de norm op de basisschool (`days_at_school`) en op de hogeschool (`days_at_institute`), op een kleine afwijking na (`tolerance`).",
            en: "Averaged over the regular placements of a study year, weighted by their length, a full-time student spends the number of days per week of the norm at the school (`days_at_school`) and at the institute (`days_at_institute`), give or take a small margin (`tolerance`)."
        },
        why: {
            nl: "Volgens het katern leren studenten drie dagen op de hogeschool en twee dagen op de basisschool.",
            en: "According to the booklet, students learn three days at the institute and two days at the primary school."
        },
        fix: {
            nl: "Verbeter het aantal dagen bij de plaatsing, of bespreek het rooster met de opleiding.",
            nl_plain: "Kijk of de dagen bij je stage kloppen, of bespreek je rooster met je opleiding.",
            en: "Correct the number of days recorded with the placement, or discuss the timetable with the institute."
        },
        message: {
            nl: "gemiddeld aantal dagen per week in studiejaar `{year}`, op de basisschool: `{atSchool}` (norm: `{schoolNorm}`); op de hogeschool: `{atInstitute}` (norm: `{instituteNorm}`)",
            nl_plain: "kijk of je dagen in jaar `{year}` kloppen; per week op school: `{atSchool}` (nodig: `{schoolNorm}`), op de hogeschool: `{atInstitute}` (nodig: `{instituteNorm}`)",
            en: "average days per week in study year `{year}`, at the school: `{atSchool}` (norm: `{schoolNorm}`); at the institute: `{atInstitute}` (norm: `{instituteNorm}`)"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::PartTime, StudyMode::Dual, StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements all),
    check,
};

static TOLERANCE: Norm = Norm::number(
    "tolerance",
    Text { nl: "toegestaan verschil in dagen per week", en: "difference allowed, in days per week" },
    Unit::DaysPerWeek,
    25,
    0,
    700,
);

/// The days of a placement that have passed, and those per week at the school and at the institute, in hundredths; none
/// where one of them is not recorded.
fn rhythm(case: &PortfolioCase<'_>, placement: &Placement<'_>) -> Option<(i64, i64, i64)> {
    let from = placement.period.as_ref()?.from;
    let last = case.last_day(placement).map_or(case.as_of(), |last| last.min(case.as_of()));
    let weekdays = || (!placement.weekdays.is_empty()).then(|| 100 * placement.weekdays.len());
    let school = placement.days_at_school.map(|days| days.get().as_hundredths()).or_else(weekdays)?;
    let institute = placement.days_at_institute?.get().as_hundredths();
    Some((case.counted_days(from, last), school.into(), institute.into()))
}

/// An average of days per week as it is shown: rounded away from the norm, so that what is off is seen to be.
fn shown(sum: i64, days: i64, norm: i64) -> Decimal {
    let up = i64::from(sum > norm * days && sum % days != 0);
    Decimal::hundredths(u32::try_from(sum / days + up).unwrap_or(u32::MAX))
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let mut unrecorded = false;
    for year in case.study_years(&RULE, YEARS) {
        let about = About::year(year.number);
        if findings.gives_way(about) {
            continue;
        }
        let is_regular = |placement: &Placement<'_>| matches!(placement.kind, None | Some(PlacementKind::Regular));
        let mut regular = case.placements_in(year.number).filter(|(_, placement)| is_regular(placement)).peekable();
        let any = regular.peek().is_some();
        let rhythms: Vec<_> = regular.filter_map(|(_, placement)| rhythm(case, placement)).listed();
        unrecorded |= any && rhythms.is_empty();
        let days: i64 = rhythms.iter().map(|(days, ..)| days).sum();
        if days == 0 {
            continue;
        }
        let school: i64 = rhythms.iter().map(|(days, school, _)| days * school).sum();
        let institute: i64 = rhythms.iter().map(|(days, _, institute)| days * institute).sum();
        let norm = |norm| i64::from(case.norm(norm, year.first));
        let (at_school, at_institute) = (norm(&DAYS_AT_SCHOOL), norm(&DAYS_AT_INSTITUTE));
        let tolerance = norm(&TOLERANCE);
        let within = |sum: i64, norm: i64| (sum - norm * days).abs() <= tolerance * days;
        findings.judge(about, within(school, at_school) && within(institute, at_institute), year.standing, || {
            let facts = facts! {
                year: year.number,
                atSchool: shown(school, days, at_school),
                schoolNorm: shown(at_school, 1, at_school),
                atInstitute: shown(institute, days, at_institute),
                instituteNorm: shown(at_institute, 1, at_institute),
            };
            Shortfall::new(at!(Portfolio: placements), facts)
        });
    }
    case.answer_by_year(findings, &RULE, YEARS).unless(unrecorded, Reason::NotRecorded)
}
