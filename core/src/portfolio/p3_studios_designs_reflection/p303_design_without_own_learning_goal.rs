//! `TK-P303`: a design holds a learning goal of the student's own.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P303",
    name: "design-without-own-learning-goal",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("design", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::OntwerpenEnLeren])]),
    texts: texts! {
        title: { nl: "ontwerp zonder eigen leerdoel", en: "design without the student's own learning goal" },
        asks: {
            nl: "In een ontwerp is een eigen leerdoel van de student verwerkt.",
            en: "Each design includes at least one of the student's own learning goals."
        },
        why: {
            nl: "Een student die onderwijs ontwerpt, leert daar zelf ook van: dat is de bedoeling van het ontwerpen.",
            en: "Designing lessons is meant to teach the designer something as well."
        },
        fix: {
            nl: "Verwijs in het ontwerp naar een leerdoel, of schrijf het leerdoel in het ontwerp zelf.",
            nl_plain: "Schrijf in je ontwerp wat je zelf wilt leren, of verwijs naar een van je leerdoelen.",
            en: "Refer to a learning goal in the design, or write the goal in the design itself."
        },
        message: {
            nl: "in {subject} staat geen eigen leerdoel",
            nl_plain: "schrijf in {subject} wat je zelf wilt leren",
            en: "{subject} contains none of the student's own learning goals"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: goals named, designs each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, design) in case.designs() {
        let goals = || design.goals.iter().map(|goal| case.has_goal(goal));
        let met = said(design.own_goal.as_ref()) || goals().any(|goal| goal == Some(true));
        if !met && goals().any(|goal| goal.is_none()) {
            findings.cannot_judge();
            continue;
        }
        let standing = if case.is_completed(design) { Standing::DUE } else { Standing::DRAFT };
        findings.judge(About::the(SubjectKind::Design, &design.id), met, standing, || {
            let facts = facts! { design: &design.id };
            Shortfall::new(at!(Portfolio: designs[at].goals), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
