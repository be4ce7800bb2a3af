//! `TK-P304`: a design contains a learning task for children.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P304",
    name: "design-without-task-for-children",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ontwerpateliers])]),
    texts: texts! {
        title: { nl: "ontwerp zonder leertaak voor kinderen", en: "design without a learning task for children" },
        asks: {
            nl: "In een ontwerp schrijft de student welke leertaak de kinderen krijgen.",
            en: "In each design the student writes down the learning task for the children."
        },
        why: {
            nl: "Door een uitdagende leertaak voor kinderen te ontwerpen, ontwerpt de student ook een eigen leertaak.",
            en: "By designing a challenging learning task for children, students design a learning task for themselves."
        },
        fix: {
            nl: "Beschrijf in het ontwerp de leertaak voor de kinderen.",
            nl_plain: "Schrijf in je ontwerp welke taak de kinderen krijgen.",
            en: "Describe the learning task for the children in the design."
        },
        message: {
            nl: "in {subject} staat geen leertaak voor kinderen",
            nl_plain: "schrijf in {subject} welke taak de kinderen krijgen",
            en: "{subject} contains no learning task for children"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: designs each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, design) in case.designs() {
        let standing = if case.is_completed(design) { Standing::DUE } else { Standing::DRAFT };
        let met = said(design.task_for_children.as_ref());
        findings.judge(About::the(SubjectKind::Design, &design.id), met, standing, || {
            Shortfall::new(at!(Portfolio: designs[at].task_for_children), facts! {})
        });
    }
    findings.answer(Reason::NothingToJudge)
}
