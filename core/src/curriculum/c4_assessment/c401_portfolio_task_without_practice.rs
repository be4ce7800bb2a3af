//! `TK-C401`: a portfolio assignment is about what students do in practice.

use crate::curriculum::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-C401",
    name: "portfolio-task-without-practice",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("assignment", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Opdrachten])]),
    texts: texts! {
        title: { nl: "portfolio-opdracht zonder handelen in de praktijk", en: "portfolio assignment without practice" },
        asks: {
            nl: "Bij elke portfolio-opdracht staat dat die over het handelen in de praktijk gaat.",
            en: "For every portfolio assignment it is recorded that it is about what students do in practice."
        },
        why: {
            nl: "Volgens het katern zijn de portfolio-opdrachten in het toetskader gerelateerd aan het handelen in de praktijk.",
            en: "According to the booklet, the portfolio assignments in the assessment framework are related to what students do in practice."
        },
        fix: {
            nl: "Leg vast dat de portfolio-opdracht over het handelen in de praktijk gaat, of verander de opdracht zo dat dat klopt.",
            nl_plain: "Vul in dat de opdracht over de praktijk gaat, of verander de opdracht zo dat dat klopt.",
            en: "Record that the assignment is about what students do in practice, or change the assignment so that it is."
        },
        message: {
            nl: "bij portfolio-opdracht `{assignment}` staat niet dat die over het handelen in de praktijk gaat",
            nl_plain: "vul bij opdracht `{assignment}` in dat die over de praktijk gaat, of verander de opdracht zo dat dat klopt",
            en: "it is not recorded that portfolio assignment `{assignment}` is about what students do in practice"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: assignments each), check };

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, assignment) in case.curriculum().assignments.iter().enumerate() {
        let met = assignment.practice == Some(true);
        findings.judge(About::the(SubjectKind::Assignment, &assignment.id), met, Standing::DUE, || {
            Shortfall::new(at!(Curriculum: assignments[at].practice), facts! { assignment: &assignment.id })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
