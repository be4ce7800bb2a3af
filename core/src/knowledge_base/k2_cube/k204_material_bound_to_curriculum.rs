//! `TK-K204`: a learning material is independent of any curriculum.

use crate::knowledge_base::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-K204",
    name: "material-bound-to-curriculum",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("material", FactKind::Id), ("curriculum", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Inleiding, Passage::Ambities])]),
    texts: texts! {
        title: { nl: "leermiddel gebonden aan een opleidingsprogramma", en: "material bound to a curriculum" },
        asks: {
            nl: "Een leermiddel is niet gebonden aan één opleidingsprogramma.",
            en: "A material does not depend on one curriculum."
        },
        why: {
            nl: "De leermiddelen bij de kubus zijn curriculumonafhankelijk ontworpen.",
            en: "The materials for the cube were designed to be independent of any curriculum."
        },
        fix: {
            nl: "Maak het leermiddel los van het opleidingsprogramma en haal de binding weg.",
            nl_plain: "Maak het leermiddel los van het opleidingsprogramma, en haal de band weg.",
            en: "Make the material independent of the curriculum, and remove the link to it."
        },
        message: {
            nl: "leermiddel `{material}` is gebonden aan opleidingsprogramma `{curriculum}`",
            nl_plain: "maak leermiddel `{material}` bruikbaar zonder opleidingsprogramma `{curriculum}`",
            en: "material `{material}` depends on curriculum `{curriculum}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> =
    Rule { meta: &META, when: (), reads: reads!(KnowledgeBase: materials each), check };

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, material) in case.materials() {
        let about = About::the(SubjectKind::Material, &material.id);
        findings.judge_each(about, &material.bound_to, Standing::DUE, |curriculum| {
            let facts = facts! { material: &material.id, curriculum: curriculum };
            Shortfall::new(at!(KnowledgeBase: materials[at].bound_to), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
