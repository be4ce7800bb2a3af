//! `TK-K202`: a learning material has its places on the cube.

use crate::frameworks::{CubeLevel, CubeStage};
use crate::knowledge_base::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-K202",
    name: "material-off-the-cube",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: in_build!(&[
        ("material", FactKind::Id),
        ("theme", FactKind::Id),
        ("stages", FactKind::words::<CubeStage>()),
        ("levels", FactKind::words::<CubeLevel>()),
    ]),
    may_lack: &["theme", "stages", "levels"],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Inleiding])]),
    texts: texts! {
        title: { nl: "plaats buiten de kubus", en: "material off the cube" },
        asks: {
            nl: "Elk leermiddel staat bij een thema, bij loopbaanfasen en op niveaus die de kubus heeft.",
            en: "Every place of a material names a theme, career stages and levels that are on the cube."
        },
        why: {
            nl: "Alleen op een plaats die de kubus heeft, is een leermiddel te vinden.",
            en: "A material can be found only at a place that is on the cube."
        },
        fix: {
            nl: "Kies een thema, loopbaanfasen en niveaus van de kubus, of voeg ze aan de kubus toe.",
            nl_plain: "Kies een thema, een fase en een niveau die de kubus heeft.",
            en: "Choose a theme, career stages and levels of the cube, or add them to the cube."
        },
        message: {
            nl: "leermiddel `{material}` heeft een plaats buiten de kubus[; thema: `{theme}`][; loopbaanfase: `{stages}`][; niveau: `{levels}`]",
            nl_plain: "kies voor leermiddel `{material}` een plek die de kubus wel heeft[; nu thema: `{theme}`][; nu loopbaanfase: `{stages}`][; nu niveau: `{levels}`]",
            en: "material `{material}` has a place outside the cube[; theme: `{theme}`][; career stage: `{stages}`][; level: `{levels}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> = Rule {
    meta: &META,
    when: (),
    reads: reads!(KnowledgeBase: stages all, levels all, themes all, materials each),
    check,
};

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, material) in case.materials() {
        for (number, place) in material.places.iter().enumerate() {
            let theme = Some(&place.theme).filter(|theme| !case.has_theme(theme));
            let stages = Some(place.stages.without(case.stages())).filter(|stages| !stages.is_empty());
            let levels = Some(place.levels.without(case.levels())).filter(|levels| !levels.is_empty());
            let on_the_cube = theme.is_none() && stages.is_none() && levels.is_none();
            findings.judge(About::the(SubjectKind::Material, &material.id), on_the_cube, Standing::DUE, || {
                let facts = facts! { material: &material.id }.and("theme", theme).and("stages", stages);
                Shortfall::new(at!(KnowledgeBase: materials[at].places[number]), facts.and("levels", levels))
            });
        }
    }
    findings.answer(Reason::NothingToJudge)
}
