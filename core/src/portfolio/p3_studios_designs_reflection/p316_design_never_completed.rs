//! `TK-P316`: the student has completed a design.

use crate::portfolio::prelude::*;
use crate::values::SchoolYear;

pub(crate) static META: Meta = Meta {
    code: "TK-P316",
    name: "design-never-completed",
    severity: Some(Severity::Error),
    phase: Phase::End { warn_after: Some(1) },
    basis: Basis::Seed,
    norms: &[&LEAST_DESIGNS],
    facts: &[("designs", FactKind::Whole), ("least", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::OntwerpenEnLeren])]),
    texts: texts! {
        title: { nl: "nog geen ontwerp voltooid", en: "no design completed yet" },
        asks: {
            nl: "De student heeft genoeg ontwerpen voltooid (`least_designs`: gewoonlijk 1); een ontwerp is voltooid als het is ingeleverd en geen concept meer is.",
            en: "The student has completed enough designs (`least_designs`: normally 1); a design is completed once it is submitted and no longer a draft."
        },
        why: {
            nl: "Leraren moeten onderwijs kunnen ontwerpen.",
            en: "Teachers must be able to design lessons."
        },
        fix: {
            nl: "Maak een ontwerp af en lever het in.",
            nl_plain: "Maak je ontwerp af, lever het in en zet het in je portfolio.",
            en: "Finish a design and submit it."
        },
        message: {
            nl: "aantal voltooide ontwerpen in het portfolio: `{designs}`; nodig: minstens `{least}`",
            nl_plain: "maak een ontwerp af en zet het in je portfolio; aantal dat af is: `{designs}`, nodig: `{least}`",
            en: "completed designs in the portfolio: `{designs}`; required: at least `{least}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: designs some), check };

static LEAST_DESIGNS: Norm =
    Norm::number("least_designs", Text { nl: "voltooide ontwerpen", en: "completed designs" }, Unit::Number, 1, 1, 100);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    // By the norm of the programme that the student began.
    let least = case.norm(&LEAST_DESIGNS, case.cohort().map_or(case.as_of(), SchoolYear::first_day)) as usize;
    let designs = case.completed_designs().count();
    let first = case.completed_designs().next();
    findings.met_by(first.map(|(_, design)| About::the(SubjectKind::Design, &design.id)));
    let student = About::the(SubjectKind::Student, &case.portfolio().student.id);
    findings.judge(student, designs >= least, case.at_the_end(&RULE), || {
        let shortfall = Shortfall::new(at!(Portfolio: designs), facts! { designs: designs, least: least });
        // Where there is none, no rule has one to judge; where there are too few, those that there are stay judged.
        if first.is_none() { shortfall.hiding(About::one(SubjectKind::Design)) } else { shortfall }
    });
    findings.answer(Reason::NothingToJudge)
}
