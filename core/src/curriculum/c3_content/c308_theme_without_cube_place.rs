//! `TK-C308`: every profession theme has a theme on the cube.

use crate::curriculum::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-C308",
    name: "theme-without-cube-place",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: in_build!(&[("theme", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Inleiding]),
        Source::Own(Text {
            nl: "dat elk beroepsthema een thema op de kubus heeft, vraagt het katern niet",
            en: "the booklet does not require a theme on the cube for every profession theme",
        }),
    ]),
    texts: texts! {
        title: { nl: "beroepsthema zonder thema op de kubus", en: "profession theme without a theme on the cube" },
        asks: {
            nl: "Bij elk beroepsthema staat minstens één thema van de kubus.",
            en: "For every profession theme, at least one theme of the cube is recorded."
        },
        why: {
            nl: "De kubus helpt om per thema te zien welke kennis er is voor studenten en voor (beginnende) leraren.",
            en: "The cube helps to see, per theme, which knowledge there is for students and for (beginning) teachers."
        },
        fix: {
            nl: "Leg vast bij welk thema van de kubus het beroepsthema hoort.",
            nl_plain: "Kies bij welk thema van de kubus het beroepsthema hoort.",
            en: "Record to which theme of the cube the profession theme belongs."
        },
        message: {
            nl: "bij beroepsthema `{theme}` staat geen thema van de kubus",
            nl_plain: "kies bij beroepsthema `{theme}` een thema van de kubus",
            en: "no theme of the cube is recorded for profession theme `{theme}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: themes each), check };

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, theme) in case.curriculum().themes.iter().enumerate() {
        let met = !theme.cube_themes.is_empty();
        findings.judge(About::the(SubjectKind::Theme, &theme.id), met, Standing::DUE, || {
            Shortfall::new(at!(Curriculum: themes[at].cube_themes), facts! { theme: &theme.id })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
