//! `TK-P506`: every result is on the scale of the assessment framework. It needs the curriculum, which has that scale.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P506",
    name: "result-outside-scale",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("result", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "een uitslag heeft alleen betekenis op de schaal van het toetskader",
        en: "a result has a meaning only on the scale of the assessment framework",
    })]),
    texts: texts! {
        title: { nl: "uitslag buiten de schaal", en: "result outside the scale" },
        asks: {
            nl: "Elke uitslag staat op de schaal die het toetskader van het opleidingsprogramma ervoor heeft.",
            en: "Every result is on the scale that the assessment framework of the curriculum has for it."
        },
        why: {
            nl: "Van een uitslag die niet op de schaal staat, is niet te zeggen of die voldoende is.",
            en: "A result that is not on the scale cannot be read as sufficient or insufficient."
        },
        fix: {
            nl: "Vraag de opleiders om de uitslag te verbeteren, of de schaal van het toetskader.",
            nl_plain: "Vraag je opleiders om de uitslag te verbeteren.",
            en: "Have the trainers correct the result, or the scale of the assessment framework."
        },
        message: {
            nl: "uitslag `{result}` van {subject} staat niet op de schaal van het toetskader",
            nl_plain: "uitslag `{result}` kan niet bij {subject}: vraag je opleiders om de uitslag te verbeteren",
            en: "result `{result}` of {subject} is not on the scale of the assessment framework"
        },
    },
    decides_reading: false,
};
