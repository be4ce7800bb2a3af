//! `TK-K102`: a knowledge clip is coupled to test questions and practice examples.

use crate::frameworks::KtpElement;
use crate::grammar::Closed as _;
use crate::knowledge_base::prelude::*;
use crate::sort::Texts;
use crate::values::Id;

pub(crate) static META: Meta = Meta {
    code: "TK-K102",
    name: "clip-uncoupled",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&QUESTIONS, &EXAMPLES],
    facts: in_build!(&[
        ("clip", FactKind::Id),
        ("questions", FactKind::Whole),
        ("leastQuestions", FactKind::Whole),
        ("examples", FactKind::Whole),
        ("leastExamples", FactKind::Whole),
    ]),
    may_lack: &["questions", "leastQuestions", "examples", "leastExamples"],
    gives_way_to: &[&super::k101_ktp_element_missing::META],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "kennisclip niet gekoppeld", en: "clip uncoupled" },
        asks: {
            nl: "Elke kennisclip is gekoppeld aan genoeg toetsvragen (`questions`) en praktijkvoorbeelden (`examples`) van hetzelfde leermiddel, voor zover dat leermiddel ze heeft.",
            en: "Every knowledge clip is coupled to enough test questions (`questions`) and practice examples (`examples`) of the same material, as far as that material has any."
        },
        why: {
            nl: "In het katern is elke kennisclip gekoppeld aan praktijkvoorbeelden en toetsvragen.",
            en: "In the booklet, every knowledge clip is coupled to practice examples and test questions."
        },
        fix: {
            nl: "Koppel de kennisclip aan de toetsvragen en praktijkvoorbeelden die erbij horen.",
            nl_plain: "Koppel de kennisclip aan de vragen en voorbeelden die erbij horen.",
            en: "Link the knowledge clip to the test questions and practice examples that belong to it."
        },
        message: {
            nl: "kennisclip `{clip}` heeft te weinig koppelingen[; toetsvragen: `{questions}`, nodig: `{leastQuestions}`][; praktijkvoorbeelden: `{examples}`, nodig: `{leastExamples}`]",
            nl_plain: "koppel kennisclip `{clip}` aan meer onderdelen[; toetsvragen nu: `{questions}`, nodig: `{leastQuestions}`][; praktijkvoorbeelden nu: `{examples}`, nodig: `{leastExamples}`]",
            en: "knowledge clip `{clip}` has too few links[; test questions: `{questions}`, required: `{leastQuestions}`][; practice examples: `{examples}`, required: `{leastExamples}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> =
    Rule { meta: &META, when: (), reads: reads!(KnowledgeBase: materials each), check };

static QUESTIONS: Norm = Norm::number(
    "questions",
    Text {
        nl: "toetsvragen waaraan een kennisclip gekoppeld is",
        en: "test questions that a knowledge clip is coupled to",
    },
    Unit::Number,
    1,
    1,
    100,
);

static EXAMPLES: Norm = Norm::number(
    "examples",
    Text {
        nl: "praktijkvoorbeelden waaraan een kennisclip gekoppeld is",
        en: "practice examples that a knowledge clip is coupled to",
    },
    Unit::Number,
    1,
    1,
    100,
);

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let (least_questions, least_examples) = (case.norm(&QUESTIONS), case.norm(&EXAMPLES));
    for (at, material) in case.materials() {
        let has_questions = has_element(material, KtpElement::Test);
        let has_examples = has_element(material, KtpElement::PracticeExamples);
        if KtpElement::ALL.iter().any(|element| !has_element(material, *element)) {
            // A clip cannot be coupled to what the material itself lacks; of a KTP, TK-K101 reports that.
            findings.gives_way(About::the(SubjectKind::Material, &material.id));
        }
        if !(has_questions || has_examples) {
            continue;
        }
        for (number, clip) in material.clips.iter().enumerate() {
            let too_few = |asked: bool, coupled: usize, least: u32| {
                Some(coupled).filter(|coupled| asked && u32::try_from(*coupled).is_ok_and(|coupled| coupled < least))
            };
            let questions = too_few(has_questions, different(&clip.questions), least_questions);
            let examples = too_few(has_examples, different(&clip.examples), least_examples);
            let coupled = questions.is_none() && examples.is_none();
            findings.judge(About::the(SubjectKind::Clip, &clip.id), coupled, Standing::DUE, || {
                let facts = facts! { clip: &clip.id }
                    .and("questions", questions)
                    .and("leastQuestions", questions.map(|_| least_questions))
                    .and("examples", examples)
                    .and("leastExamples", examples.map(|_| least_examples));
                Shortfall::new(at!(KnowledgeBase: materials[at].clips[number]), facts)
            });
        }
    }
    findings.answer(Reason::NothingToJudge)
}

/// How many different things are named.
fn different<I: Id>(ids: &[I]) -> usize {
    Texts::of(ids.iter().map(Id::as_str)).len()
}
