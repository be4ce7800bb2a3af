//! `TK-P109`: a placement is within the school year that it is of.

use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;
use crate::values::SchoolYear;

pub(crate) static META: Meta = Meta {
    code: "TK-P109",
    name: "placement-outside-school-year",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[
        ("placement", FactKind::Id),
        ("schoolYear", FactKind::SchoolYear),
        ("from", FactKind::Date),
        ("until", FactKind::Date),
    ],
    may_lack: &["until"],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Law(Text { nl: "WPO, artikel 1", en: "WPO art. 1" }),
        Source::Law(Text { nl: "WHW, artikel 1.1, onder k", en: "WHW art. 1.1(k)" }),
        Source::Own(Text {
            nl: "het schooljaar begint op 1 augustus, het studiejaar eindigt op 31 augustus; een plaatsing blijft daarbinnen",
            en: "the school year begins on 1 August and the study year ends on 31 August; a placement stays within them",
        }),
    ]),
    texts: texts! {
        title: { nl: "plaatsing buiten het schooljaar", en: "placement outside the school year" },
        asks: {
            nl: "Een plaatsing begint en eindigt binnen haar schooljaar: van 1 augustus tot en met 31 augustus van het jaar erop; zonder schooljaar geldt dat van de eerste dag.",
            en: "A placement begins and ends within its school year: from 1 August to 31 August of the next year; without a school year, that of the first day applies."
        },
        why: {
            nl: "Wat een plaatsing vraagt, wordt per schooljaar bekeken; dagen erbuiten wijzen meestal op een fout in de gegevens.",
            en: "What a placement requires is checked per school year; days outside it usually point to an error in the data."
        },
        fix: {
            nl: "Verbeter de periode of het schooljaar, vul een laatste dag in die ontbreekt, of leg een plaatsing die doorloopt vast als twee plaatsingen.",
            nl_plain: "Verbeter de eerste of laatste dag of het schooljaar van je stage, of splits de stage in twee stages.",
            en: "Correct the period or the school year, add a last day that is missing, or record a placement that continues as two placements."
        },
        message: {
            nl: "{subject} ligt niet helemaal binnen schooljaar `{schoolYear}`: vanaf `{from}`[ tot en met `{until}`]",
            nl_plain: "{subject} loopt vanaf `{from}`[ tot en met `{until}`], niet helemaal binnen schooljaar `{schoolYear}`: verbeter de eerste of laatste dag, of het schooljaar",
            en: "{subject} is not entirely within school year `{schoolYear}`: from `{from}`[ to `{until}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, placement) in case.placements() {
        let Some(period) = &placement.period else { continue };
        let Some(school_year) = placement.school_year.or_else(|| SchoolYear::of(period.from)) else { continue };
        let until = case.last_day(placement);
        // A placement without a last day has run until the reference day.
        let last = until.unwrap_or(case.as_of());
        let met = school_year.first_day() <= period.from && last < school_year.day_after();
        findings.judge(About::the(SubjectKind::Placement, &placement.id), met, Standing::DUE, || {
            let facts = facts! { placement: &placement.id, schoolYear: school_year, from: period.from };
            Shortfall::new(at!(Portfolio: placements[at].period), facts.and("until", until))
        });
    }
    findings.answer(Reason::NothingToJudge)
}
