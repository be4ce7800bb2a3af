//! `TK-C103`: a curriculum has a rationale.

use crate::curriculum::prelude::*;
use crate::text::says_something;

pub(crate) static META: Meta = Meta {
    code: "TK-C103",
    name: "curriculum-without-rationale",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("curriculum", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::MissieEnVisie])]),
    texts: texts! {
        title: { nl: "opleidingsprogramma zonder basisvisie", en: "curriculum without rationale" },
        asks: {
            nl: "Bij het opleidingsprogramma staat een basisvisie.",
            en: "A rationale is recorded for the curriculum."
        },
        why: {
            nl: "Volgens het katern is het curriculum ontworpen op basis van het curriculaire spinnenweb, en blijft één doel gelijk: studenten opleiden tot onderzoekende en ontwerpende professionals.",
            en: "According to the booklet, the curriculum is designed on the basis of the curricular spider web, and one aim stays the same: to train students to be inquiring and designing professionals."
        },
        fix: {
            nl: "Leg vast waartoe studenten met dit programma leren.",
            nl_plain: "Schrijf op waarvoor studenten met dit programma leren.",
            en: "Record what students learn for in this curriculum."
        },
        message: {
            nl: "bij opleidingsprogramma `{curriculum}` staat geen basisvisie",
            nl_plain: "schrijf bij opleidingsprogramma `{curriculum}` op waarvoor studenten leren (de basisvisie)",
            en: "no rationale is recorded for curriculum `{curriculum}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: rationale all), check };

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let curriculum = case.curriculum();
    let met = curriculum.rationale.as_deref().is_some_and(says_something);
    findings.judge(About::the(SubjectKind::Curriculum, &curriculum.id), met, Standing::DUE, || {
        Shortfall::new(at!(Curriculum: rationale), facts! { curriculum: &curriculum.id })
    });
    findings.answer(Reason::NothingToJudge)
}
