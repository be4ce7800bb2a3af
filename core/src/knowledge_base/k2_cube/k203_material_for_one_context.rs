//! `TK-K203`: a learning material can be used during training and in the board academy.

use crate::documents::UseContext;
use crate::knowledge_base::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-K203",
    name: "material-for-one-context",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("material", FactKind::Id), ("context", FactKind::word::<UseContext>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Inleiding])]),
    texts: texts! {
        title: { nl: "leermiddel voor één context", en: "material for one context" },
        asks: {
            nl: "Een leermiddel waarvan de contexten zijn vastgelegd, is bruikbaar tijdens de opleiding en in de bestuursacademie.",
            en: "A material whose contexts are recorded can be used during training and in the board academy."
        },
        why: {
            nl: "De leermiddelen zijn bedoeld om zowel tijdens de opleiding als in de bestuursacademie te worden ingezet.",
            en: "The materials are meant to be used both during training and in the board academy."
        },
        fix: {
            nl: "Maak het leermiddel ook bruikbaar in de andere context en leg dat vast.",
            nl_plain: "Maak het leermiddel ook bruikbaar in de andere context, en vul dat in.",
            en: "Make the material usable in the other context as well, and record it."
        },
        message: {
            nl: "enige context van leermiddel `{material}`: `{context}`",
            nl_plain: "maak leermiddel `{material}` ook bruikbaar in de andere context; nu alleen: `{context}`",
            en: "only context of material `{material}`: `{context}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> =
    Rule { meta: &META, when: (), reads: reads!(KnowledgeBase: materials each), check };

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, material) in case.materials() {
        let mut contexts = material.contexts.iter();
        let Some(context) = contexts.next() else { continue };
        let both = contexts.next().is_some();
        findings.judge(About::the(SubjectKind::Material, &material.id), both, Standing::DUE, || {
            let facts = facts! { material: &material.id, context: context };
            Shortfall::new(at!(KnowledgeBase: materials[at].contexts), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
