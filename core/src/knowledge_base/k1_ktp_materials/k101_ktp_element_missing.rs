//! `TK-K101`: a KTP consists of knowledge clip, test and practice examples.

use crate::documents::MaterialKind;
use crate::frameworks::KtpElement;
use crate::grammar::Closed as _;
use crate::knowledge_base::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-K101",
    name: "ktp-element-missing",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&ELEMENTS],
    facts: in_build!(&[("material", FactKind::Id), ("missing", FactKind::word::<KtpElement>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "element van een KTP ontbreekt", en: "KTP element missing" },
        asks: {
            nl: "Een KTP bevat alle elementen die gevraagd zijn (`elements`).",
            en: "A KTP contains every element that is required (`elements`)."
        },
        why: {
            nl: "Volgens het katern bestaan KTP's uit kennisclip, toetsing en praktijkvoorbeelden.",
            en: "The booklet describes KTPs as knowledge clip, test and practice examples together."
        },
        fix: {
            nl: "Voeg het ontbrekende element toe, of leg het leermiddel vast als een andere soort.",
            nl_plain: "Voeg toe wat nog ontbreekt, of kies een andere soort leermiddel.",
            en: "Add the missing element, or record the material as one of another kind."
        },
        message: {
            nl: "in KTP `{material}` ontbreekt: `{missing}`",
            nl_plain: "voeg aan KTP `{material}` nog toe: `{missing}`",
            en: "missing from KTP (clip, test, practice examples) `{material}`: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> =
    Rule { meta: &META, when: (), reads: reads!(KnowledgeBase: materials each), check };

static ELEMENTS: Norm = Norm::set(
    "elements",
    Text { nl: "elementen van een KTP", en: "elements of a KTP" },
    Unit::Words(KtpElement::LIST),
    &[0, 1, 2],
);

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let asked = case.norm_set(&ELEMENTS);
    for (at, material) in case.materials().filter(|(_, material)| material.kind == MaterialKind::Ktp) {
        let missing = asked.iter().filter(|element| !has_element(material, *element));
        findings.judge_each(About::the(SubjectKind::Material, &material.id), missing, Standing::DUE, |element| {
            let path = match element {
                KtpElement::KnowledgeClip => at!(KnowledgeBase: materials[at].clips),
                KtpElement::Test => at!(KnowledgeBase: materials[at].questions),
                KtpElement::PracticeExamples => at!(KnowledgeBase: materials[at].examples),
            };
            Shortfall::new(path, facts! { material: &material.id, missing: element })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
