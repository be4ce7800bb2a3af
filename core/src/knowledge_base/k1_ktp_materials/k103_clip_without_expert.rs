//! `TK-K103`: a knowledge clip is made by an expert.

use crate::knowledge_base::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-K103",
    name: "clip-without-expert",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("clip", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "kennisclip zonder expert", en: "clip without expert" },
        asks: {
            nl: "Bij elke kennisclip, of anders bij het leermiddel, staat een maker die vakinhoudelijke expert of expert is.",
            en: "For every knowledge clip, or else for its material, a maker is recorded who is a subject expert or an expert."
        },
        why: {
            nl: "Kennisclips worden gemaakt door experts uit diverse vakgebieden.",
            en: "Knowledge clips are made by experts from various subject areas."
        },
        fix: {
            nl: "Leg vast welke expert de kennisclip maakte, of vraag een expert om eraan mee te werken.",
            nl_plain: "Vraag een expert om mee te werken aan de kennisclip, en vul in wie dat is.",
            en: "Record which expert made the knowledge clip, or involve an expert in it."
        },
        message: {
            nl: "bij de makers van kennisclip `{clip}` staat geen expert",
            nl_plain: "vraag een expert om mee te werken aan kennisclip `{clip}` en schrijf op wie dat is",
            en: "no expert is recorded among the makers of knowledge clip `{clip}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> =
    Rule { meta: &META, when: (), reads: reads!(KnowledgeBase: materials each), check };

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, material) in case.materials() {
        let by_expert = case.has_expert(&material.makers);
        for (number, clip) in material.clips.iter().enumerate() {
            let own = case.persons(&clip.makers).next().is_some();
            let met = if own { case.has_expert(&clip.makers) } else { by_expert };
            findings.judge(About::the(SubjectKind::Clip, &clip.id), met, Standing::DUE, || {
                Shortfall::new(at!(KnowledgeBase: materials[at].clips[number].makers), facts! { clip: &clip.id })
            });
        }
    }
    findings.answer(Reason::NothingToJudge)
}
