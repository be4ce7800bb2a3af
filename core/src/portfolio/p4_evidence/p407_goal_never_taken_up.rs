//! `TK-P407`: a learning goal is taken up in a design, evidence or a reflection.

use chrono::NaiveDate;

use crate::documents::Goal;
use crate::portfolio::days::StudyYearCase;
use crate::portfolio::prelude::*;
use crate::values::StudyYear;

pub(crate) static META: Meta = Meta {
    code: "TK-P407",
    name: "goal-never-taken-up",
    severity: Some(Severity::Info),
    phase: Phase::Year(YEARS),
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("goal", FactKind::Id), ("year", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::OntwerpenEnLeren, Passage::DeMentor]),
        Source::Own(Text {
            nl: "wie een eigen leerdoel of leervraag heeft, werkt eraan; voor een doel uit de laatste 60 dagen is er het volgende studiejaar",
            en: "a student who has a learning goal or question works on it; for a goal of the last 60 days there is the next study year",
        }),
    ]),
    texts: texts! {
        title: { nl: "leerdoel of leervraag niet opgepakt", en: "learning goal or question not taken up" },
        asks: {
            nl: "Elk leerdoel en elke leervraag van een studiejaar komt terug in een ontwerp, bewijs of reflectie; wat in de laatste 60 dagen van een studiejaar is geformuleerd, telt mee bij het volgende studiejaar.",
            en: "Every learning goal or question of a study year is taken up in a design, in evidence or in a reflection; what was set in the last 60 days of a study year counts for the next one."
        },
        why: {
            nl: "Studenten verwerken in hun ontwerpen ook hun eigen leerdoel.",
            en: "Students include their own learning goal in their designs."
        },
        fix: {
            nl: "Verwijs in een ontwerp, bewijs of reflectie naar het leerdoel of de leervraag.",
            nl_plain: "Zet je leerdoel of leervraag bij een ontwerp, bewijs of reflectie waarin je eraan werkte.",
            en: "Refer to the learning goal or question in a design, in evidence or in a reflection."
        },
        message: {
            nl: "{subject} van studiejaar `{year}` komt in geen ontwerp, bewijs of reflectie terug",
            nl_plain: "zet {subject} van jaar `{year}` bij een ontwerp, bewijs of reflectie waarin je eraan werkte",
            en: "no design, evidence or reflection takes up {subject} of study year `{year}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: goals each, designs some, reflections some, evidence some),
    check,
};

/// Every study year.
const YEARS: &[u8] = &[1, 2, 3, 4];

/// The last days of a study year, in which what is set goes on to the next.
const LAST_DAYS: i64 = 60;

/// The study year that a goal is of: that of its day, or the next where that is about to end; of one without a day, that
/// which runs.
fn year_of(case: &PortfolioCase<'_>, goal: &Goal<'_>) -> Option<StudyYear> {
    let years = || YEARS.iter().filter_map(|number| case.study_year(StudyYear::new(*number)?));
    let Some(day) = goal.set_on else {
        let last = case.study_year_on(case.as_of());
        return last.filter(|last| years().any(|year| year.number == *last && year.runs_on(case.as_of())));
    };
    let own = case.study_years_on(day);
    let in_time = |end: NaiveDate| (end - day).num_days() > LAST_DAYS;
    let stays = |year: &StudyYearCase| own.contains(year.number) && year.end(case.as_of()).is_none_or(in_time);
    let next = || years().filter(|year| day < year.first).min_by_key(|year| year.first);
    years().find(stays).or_else(next).map(|year| year.number)
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let taken_up = case.goals_taken_up();
    let goals: Vec<_> = case.goals().map(|(at, goal)| (at, goal, year_of(case, goal))).collect();
    for year in case.study_years(&RULE, YEARS) {
        for (at, goal, _) in goals.iter().filter(|(.., of)| *of == Some(year.number)) {
            let met = taken_up.get(*at) == Some(&true);
            findings.judge(About::the(SubjectKind::Goal, &goal.id), met, year.standing, || {
                Shortfall::new(at!(Portfolio: goals[*at]), facts! { goal: &goal.id, year: year.number })
            });
        }
    }
    case.answer_by_year(findings, &RULE, YEARS)
}
