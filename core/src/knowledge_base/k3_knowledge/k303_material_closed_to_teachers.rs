//! `TK-K303`: a learning material is open to all teachers.

use crate::documents::OpenTo;
use crate::knowledge_base::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-K303",
    name: "material-closed-to-teachers",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("material", FactKind::Id), ("openTo", FactKind::word::<OpenTo>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "leermiddel niet open voor alle leraren", en: "material closed to teachers" },
        asks: {
            nl: "Een leermiddel waarvan vastligt voor wie het open is, is open voor alle leraren.",
            en: "A material for which it is recorded to whom it is open, is open to all teachers."
        },
        why: {
            nl: "Het is de bedoeling dat de leermiddelen beschikbaar komen voor alle leraren.",
            en: "The materials are meant to become available to all teachers."
        },
        fix: {
            nl: "Stel het leermiddel open voor alle leraren en leg dat vast.",
            nl_plain: "Stel het leermiddel open voor alle leraren, en vul dat in.",
            en: "Open the material to all teachers, and record it."
        },
        message: {
            nl: "leermiddel `{material}` is alleen open voor: `{openTo}`; bedoeld: alle leraren",
            nl_plain: "stel leermiddel `{material}` open voor alle leraren; nu alleen voor: `{openTo}`",
            en: "material `{material}` is open only to: `{openTo}`; intended: all teachers"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> =
    Rule { meta: &META, when: (), reads: reads!(KnowledgeBase: materials each), check };

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, material) in case.materials() {
        let Some(open_to) = material.open_to else { continue };
        let met = open_to == OpenTo::AllTeachers;
        findings.judge(About::the(SubjectKind::Material, &material.id), met, Standing::DUE, || {
            let facts = facts! { material: &material.id, openTo: open_to };
            Shortfall::new(at!(KnowledgeBase: materials[at].open_to), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
