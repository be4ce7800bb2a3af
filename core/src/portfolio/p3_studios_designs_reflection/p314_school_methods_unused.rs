//! `TK-P314`: the student designs with the methods of the school.

use super::YEARS;
use crate::documents::Design;
use crate::portfolio::prelude::*;
use crate::text::says_something;
use crate::values::{Set, StudyYear};

pub(crate) static META: Meta = Meta {
    code: "TK-P314",
    name: "school-methods-unused",
    severity: Some(Severity::Warning),
    phase: Phase::Year(YEARS),
    basis: Basis::Seed,
    norms: &[],
    facts: &[("year", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[&super::p316_design_never_completed::META],
    step: Step::Design,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::OntwerpenEnLeren])]),
    texts: texts! {
        title: { nl: "methodes van de school niet gebruikt", en: "methods of the school not used" },
        asks: {
            nl: "In elk studiejaar waarin de student een ontwerp heeft voltooid, gebruikt minstens één voltooid ontwerp een methode van de school.",
            en: "In every study year in which the student has completed a design, at least one completed design uses a method of the school."
        },
        why: {
            nl: "Leraren moeten onderwijs kunnen ontwerpen en daarbij onder meer de methodes gebruiken die de school gebruikt.",
            en: "Teachers must be able to design lessons, using among other things the methods that the school uses."
        },
        fix: {
            nl: "Leg bij een ontwerp vast welke methode van de school is gebruikt, of gebruik er een in een volgend ontwerp.",
            nl_plain: "Vul bij een ontwerp in welke methode van je school je gebruikte, of gebruik er een.",
            en: "Record with a design which method of the school was used, or use one in a next design."
        },
        message: {
            nl: "bij geen voltooid ontwerp van studiejaar `{year}` staat een methode van de school",
            nl_plain: "vul bij een ontwerp van jaar `{year}` in welke methode van je school je gebruikte, of gebruik er nog een",
            en: "no method of the school is recorded with any completed design of study year `{year}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    // One that was lost may use a method, and it may be the only one of its study year.
    reads: reads!(Portfolio: placements named, designs each, designs some),
    check,
};

/// The study years that a design is of: by its placement, else by the day on which it was submitted, else by that on which
/// its first phase began.
fn years_of(case: &PortfolioCase<'_>, design: &Design<'_>) -> Option<Set<StudyYear>> {
    let begun = || design.phases.iter().filter_map(|step| step.period.as_ref().map(|period| period.from)).min();
    case.study_years_of(design.placement.as_ref(), design.submitted_on.or_else(begun))
}

fn uses(design: &Design<'_>) -> bool {
    design.school_methods.iter().any(|method| says_something(method))
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let designs: Vec<_> = case.completed_designs().map(|(_, design)| (design, years_of(case, design))).listed();
    for year in case.study_years(&RULE, YEARS) {
        // Where no design was ever completed, TK-P316 reports that.
        if findings.gives_way(About::one(SubjectKind::Design)) {
            continue;
        }
        let is_of = |years: &Option<Set<StudyYear>>| years.is_some_and(|years| years.contains(year.number));
        let mut own = designs.iter().filter(|(_, years)| is_of(years)).peekable();
        let is_empty = own.peek().is_none();
        let first = own.find(|(design, _)| uses(design));
        // One of an unknown study year may be the one that uses a method, or the only one of the year.
        let open = designs.iter().any(|(design, years)| years.is_none() && (is_empty || uses(design)));
        if first.is_none() && open {
            findings.cannot_judge();
        } else if !is_empty {
            findings.met_by(first.map(|(design, _)| About::the(SubjectKind::Design, &design.id)));
            findings.judge(About::year(year.number), first.is_some(), year.standing, || {
                Shortfall::new(at!(Portfolio: designs), facts! { year: year.number })
            });
        }
    }
    case.answer_by_year(findings, &RULE, YEARS)
}
