//! `TK-K201`: no cell of the cube is empty.

use crate::knowledge_base::k3_knowledge::THEME_WITHOUT_MATERIAL;
use crate::knowledge_base::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-K201",
    name: "cube-cell-empty",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("theme", FactKind::Id), ("empty", FactKind::Whole), ("cells", FactKind::Whole)]),
    may_lack: &[],
    gives_way_to: &[&THEME_WITHOUT_MATERIAL],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Inleiding]),
        Source::Own(Text {
            nl: "dat elke cel een leermiddel heeft, vraagt het katern niet",
            en: "the booklet does not require a material in every cell",
        }),
    ]),
    texts: texts! {
        title: { nl: "lege cellen op de kubus", en: "empty cells on the cube" },
        asks: {
            nl: "Bij elk thema heeft elke cel van de kubus, een loopbaanfase op een niveau, een leermiddel dat in gebruik is.",
            en: "For every theme, each cell of the cube, a career stage at a level, has a material that is in force."
        },
        why: {
            nl: "De kubus helpt om per thema te zien welke kennis er is voor studenten en voor (beginnende) leraren.",
            en: "The cube helps to see, per theme, which knowledge there is for students and for (beginning) teachers."
        },
        fix: {
            nl: "Geef bestaande leermiddelen een plaats in de lege cellen, of ontwerp er nieuwe voor.",
            nl_plain: "Zoek of maak leermiddelen voor de plekken die nog leeg zijn.",
            en: "Give existing materials a place in the empty cells, or design new ones for them."
        },
        message: {
            nl: "cellen zonder leermiddel bij thema `{theme}`: `{empty}` van `{cells}`",
            nl_plain: "zoek of maak leermiddelen voor de lege plekken bij thema `{theme}`; lege plekken: `{empty}` van `{cells}`",
            en: "cells without learning material for theme `{theme}`: `{empty}` of `{cells}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<KnowledgeBases> = Rule {
    meta: &META,
    when: (),
    reads: reads!(KnowledgeBase: stages all, levels all, themes all, materials some),
    check,
};

fn check(case: &KnowledgeBaseCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let all = case.cells(Set::default(), Set::default());
    for theme in case.themes() {
        let empty = all & !case.filled(&theme.id).unwrap_or_default();
        findings.judge(About::the(SubjectKind::Theme, &theme.id), empty == 0, Standing::DUE, || {
            let facts = facts! { theme: &theme.id, empty: empty.count_ones(), cells: all.count_ones() };
            Shortfall::new(at!(KnowledgeBase: materials), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
