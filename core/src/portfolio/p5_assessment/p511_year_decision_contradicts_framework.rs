//! `TK-P511`: a decision on a study year is the one that the assessment framework yields, unless the examination board took it. It
//! needs the curriculum, which has that framework.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P511",
    name: "year-decision-contradicts-framework",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("year", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::AskBoard,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Opdrachten]),
        Source::Law(Text {
            nl: "WHW art. 7.12b lid 3: de examencommissie stelt regels vast en beslist",
            en: "WHW art. 7.12b(3): the examination board makes rules and decides",
        }),
    ]),
    texts: texts! {
        title: { nl: "jaarbesluit wijkt af van het toetskader", en: "year decision differs from the assessment framework" },
        asks: {
            nl: "Een besluit over een studiejaar is het besluit dat uit het toetskader volgt, tenzij de examencommissie het nam.",
            en: "A decision on a study year is the one that follows from the assessment framework, unless the examination board took it."
        },
        why: {
            nl: "Om van het toetskader af te wijken, is een besluit van de examencommissie nodig.",
            en: "A departure from the assessment framework requires a decision of the examination board."
        },
        fix: {
            nl: "Vraag de opleiders om het besluit te verbeteren, of leg vast dat de examencommissie het nam.",
            nl_plain: "Vraag je opleiders of het besluit over je jaar klopt.",
            en: "Correct the decision, or record that the examination board took it."
        },
        message: {
            nl: "{subject} over studiejaar `{year}` is anders dan uit het toetskader volgt; er staat niet dat de examencommissie het nam",
            nl_plain: "vraag je opleiders of {subject} over jaar `{year}` klopt: uit je beoordelingen volgt iets anders",
            en: "{subject} on study year `{year}` differs from what follows from the assessment framework, and is not recorded as taken by the examination board"
        },
    },
    decides_reading: false,
};
