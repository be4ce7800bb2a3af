//! `TK-P306`: the phases of a completed design begin in their order.

use chrono::NaiveDate;

use crate::frameworks::DesignPhase;
use crate::grammar::Closed as _;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P306",
    name: "design-phases-out-of-order",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[
        ("later", FactKind::word::<DesignPhase>()),
        ("laterFrom", FactKind::Date),
        ("earlier", FactKind::word::<DesignPhase>()),
        ("earlierFrom", FactKind::Date),
    ],
    may_lack: &[],
    gives_way_to: &[&super::p316_design_never_completed::META],
    step: Step::CorrectData,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ontwerpateliers]),
        Source::Own(Text {
            nl: "het katern noemt de fasen in deze volgorde; dat ze zo ook beginnen, is afgeleid; terugkeren naar een fase mag",
            en: "the booklet mentions the phases in this order; that they also begin in it is inferred; a phase may be returned to",
        }),
    ]),
    texts: texts! {
        title: { nl: "ontwerpfasen in een andere volgorde", en: "design phases in another order" },
        asks: {
            nl: "In een voltooid ontwerp begint elke fase voor het eerst op of na de eerste dag van de fasen ervoor; terugkeren naar een fase mag.",
            en: "In a completed design each phase first begins on or after the first day of the phases before it; returning to a phase is allowed."
        },
        why: {
            nl: "De vier fasen zijn samen één ontwerpproces, van verkenning tot evaluatie.",
            en: "Together the four phases are one design process, from exploration to evaluation."
        },
        fix: {
            nl: "Controleer de dagen van de fasen in het ontwerp, en verbeter wat niet klopt.",
            nl_plain: "Kijk of de dagen van de fasen in je ontwerp kloppen, en verbeter ze.",
            en: "Check the days of the phases in the design, and correct what is wrong."
        },
        message: {
            nl: "in {subject} begint de fase `{later}` (`{laterFrom}`) vóór de fase `{earlier}` (`{earlierFrom}`)",
            nl_plain: "kijk of de dagen in {subject} kloppen: `{later}` (`{laterFrom}`) begint er vóór `{earlier}` (`{earlierFrom}`)",
            en: "in {subject} the phase `{later}` begins (`{laterFrom}`) before the phase `{earlier}` (`{earlierFrom}`)"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: designs each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    // Where no design was ever completed, TK-P316 reports that.
    findings.gives_way(About::one(SubjectKind::Design));
    for (at, design) in case.completed_designs() {
        let first_day = |phase: DesignPhase| {
            let of_phase = design.phases.iter().filter(|step| step.phase == phase);
            let days = of_phase.filter_map(|step| step.period.as_ref().map(|period| period.from));
            days.filter(|day| *day <= case.as_of()).min()
        };
        let begun: Vec<(DesignPhase, NaiveDate)> =
            DesignPhase::ALL.iter().filter_map(|phase| Some((*phase, first_day(*phase)?))).listed();
        // One phase, or none, has no order.
        if begun.len() < 2 {
            continue;
        }
        // Where any two phases are out of order, two that follow one another are.
        let reversed = begun.windows(2).find_map(|pair| match pair {
            [earlier, later] if later.1 < earlier.1 => Some((*earlier, *later)),
            _ => None,
        });
        let about = About::the(SubjectKind::Design, &design.id);
        findings.judge_each(about, reversed, Standing::DUE, |((earlier, earlier_from), (later, later_from))| {
            let facts = facts! { later: later, laterFrom: later_from, earlier: earlier, earlierFrom: earlier_from };
            Shortfall::new(at!(Portfolio: designs[at].phases), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
