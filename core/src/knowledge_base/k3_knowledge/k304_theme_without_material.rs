//! `TK-K304`: every theme of the cube has a learning material.

use crate::knowledge_base::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-K304",
    name: "theme-without-material",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: in_build!(&[("theme", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Inleiding])]),
    texts: texts! {
        title: { nl: "thema zonder leermiddel", en: "theme without material" },
        asks: {
            nl: "Bij elk thema van de kubus staat een leermiddel dat in gebruik is.",
            en: "Every theme of the cube has a material that is in force."
        },
        why: {
            nl: "De kubus helpt om per thema te zien welke kennis er is voor studenten en voor (beginnende) leraren.",
            en: "The cube helps to see, per theme, which knowledge there is for students and for (beginning) teachers."
        },
        fix: {
            nl: "Geef een leermiddel een plaats bij het thema, of haal het thema van de kubus.",
            nl_plain: "Geef een leermiddel een plek bij het thema, of haal het thema weg.",
            en: "Give a material a place at the theme, or remove the theme from the cube."
        },
        message: {
            nl: "bij thema `{theme}` staat geen leermiddel dat in gebruik is",
            nl_plain: "zoek of maak een leermiddel voor thema `{theme}`",
            en: "no material in use is recorded for theme `{theme}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> =
    Rule { meta: &META, when: (), reads: reads!(KnowledgeBase: themes all, materials some), check };

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for theme in case.themes() {
        let met = case.filled(&theme.id).is_some();
        findings.judge(About::the(SubjectKind::Theme, &theme.id), met, Standing::DUE, || {
            // Where the knowledge base names no themes, the default ones are nowhere in it.
            let path = theme.at.map_or(at!(KnowledgeBase: themes), |at| at!(KnowledgeBase: themes[at]));
            Shortfall::new(path, facts! { theme: &theme.id })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
