//! `TK-P305`: a completed design went through all four phases.

use crate::frameworks::DesignPhase;
use crate::grammar::Closed as _;
use crate::portfolio::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-P305",
    name: "design-phase-skipped",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("missing", FactKind::words::<DesignPhase>())],
    may_lack: &[],
    gives_way_to: &[&super::p316_design_never_completed::META],
    step: Step::Design,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ontwerpateliers]),
        Source::Own(Text {
            nl: "het katern noemt vier fasen bij de ontwerpcompetenties; dat elk ontwerp ze alle vier heeft, is afgeleid",
            en: "the booklet mentions four phases with the design competences; that every design has all four is inferred",
        }),
    ]),
    texts: texts! {
        title: { nl: "ontwerpfase overgeslagen", en: "design phase skipped" },
        asks: {
            nl: "In een voltooid ontwerp staan alle vier de fasen: verkenning, ideeontwikkeling, realisatie en evaluatie.",
            en: "A completed design lists all four phases: exploration, idea development, realisation and evaluation."
        },
        why: {
            nl: "Bij het ontwerpen zijn vier fasen te onderscheiden, van verkenning tot evaluatie.",
            en: "Designing has four phases, from exploration to evaluation."
        },
        fix: {
            nl: "Voeg de fase toe die ontbreekt, met de dagen waarop de student eraan werkte.",
            nl_plain: "Vul de fase in die ontbreekt, met de dagen waarop je eraan werkte.",
            en: "Add the missing phase, with the days on which the student worked on it."
        },
        message: {
            nl: "in {subject} ontbreekt of moet nog beginnen: `{missing}`",
            nl_plain: "vul bij {subject} ook in wanneer je werkte aan: `{missing}`",
            en: "missing from {subject}, or yet to begin: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: designs each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    // Where no design was ever completed, TK-P316 reports that.
    findings.gives_way(About::one(SubjectKind::Design));
    for (at, design) in case.completed_designs() {
        let begun = design.phases.iter().filter(|step| case.has_begun(step.period.as_ref().map(|period| period.from)));
        let all: Set<DesignPhase> = DesignPhase::ALL.iter().copied().collect();
        let missing = all.without(begun.map(|step| step.phase).collect());
        findings.judge(About::the(SubjectKind::Design, &design.id), missing.is_empty(), Standing::DUE, || {
            Shortfall::new(at!(Portfolio: designs[at].phases), facts! { missing: missing })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
