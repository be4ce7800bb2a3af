//! `TK-P410`: a competence is shown in several contexts.

use super::{VRAAK, judge_competences};
use crate::frameworks::Competence;
use crate::portfolio::prelude::*;
use crate::sort::Texts;

pub(crate) static META: Meta = Meta {
    code: "TK-P410",
    name: "evidence-without-variety",
    severity: None,
    phase: Phase::Always,
    basis: Basis::Secondary,
    norms: &[&LEAST_CONTEXTS],
    facts: &[("competence", FactKind::word::<Competence>()), ("contexts", FactKind::Whole), ("least", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Prove,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        VRAAK,
        Source::Own(Text {
            nl: "als context telt een plaatsing; het aantal is een keuze",
            en: "a placement counts as a context; the number is a choice",
        }),
    ]),
    texts: texts! {
        title: {
            nl: "bewijs zonder variatie",
            en: "evidence without variety"
        },
        asks: {
            nl: "Het bewijs voor een competentie komt uit minstens het gevraagde aantal plaatsingen (`contexts`: gewoonlijk 2).",
            en: "The evidence for a competence is from at least the required number of placements (`contexts`: normally 2)."
        },
        why: {
            nl: "Variatie is een van de VRAAK-criteria voor bewijs: wat de student kan, blijkt in verschillende situaties.",
            en: "Variety is one of the VRAAK criteria for evidence: what the student can do shows in different situations."
        },
        fix: {
            nl: "Voeg bewijs toe uit een andere plaatsing, of leg vast uit welke plaatsing het bewijs komt.",
            nl_plain: "Voeg bewijs toe uit een andere stage, of vul in uit welke stage je bewijs komt.",
            en: "Add evidence from another placement, or record which placement the evidence is from."
        },
        message: {
            nl: "aantal plaatsingen met bewijs voor `{competence}`: `{contexts}`; nodig: minstens `{least}`",
            nl_plain: "voeg bewijs uit een andere stage toe voor `{competence}`; aantal stages nu: `{contexts}`, nodig: `{least}`",
            en: "placements with evidence for `{competence}`: `{contexts}`; required: at least `{least}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: student all, exemptions all, evidence each, evidence some),
    check,
};

static LEAST_CONTEXTS: Norm = Norm::number(
    "contexts",
    Text { nl: "plaatsingen met bewijs voor een competentie", en: "placements with evidence for a competence" },
    Unit::Number,
    2,
    1,
    20,
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    judge_competences(
        case,
        findings,
        &LEAST_CONTEXTS,
        |pieces| Texts::of(pieces.iter().filter_map(|one| Some(one.placement.as_ref()?.as_str()))).len(),
        |competence, contexts, least| {
            facts! { competence: competence, contexts: contexts, least: least }
        },
    )
}
