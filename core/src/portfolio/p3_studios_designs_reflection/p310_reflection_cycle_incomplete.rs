//! `TK-P310`: a reflection by Korthagen's model skips no phase.

use crate::documents::ReflectionForm;
use crate::frameworks::ReflectionPhase;
use crate::grammar::Closed as _;
use crate::portfolio::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-P310",
    name: "reflection-cycle-incomplete",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Secondary,
    norms: &[&PHASES],
    facts: &[("reflection", FactKind::Id), ("missing", FactKind::words::<ReflectionPhase>())],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Reflect,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ontwerpateliers]),
        Source::Published(Text {
            nl: "de reflectiecyclus van Korthagen (ALACT); het katern noemt het model, de vijf fasen niet",
            en: "Korthagen's reflection cycle (ALACT); the booklet mentions the model, but not its five phases",
        }),
    ]),
    texts: texts! {
        title: { nl: "fase overgeslagen in een reflectie", en: "phase skipped in a reflection" },
        asks: {
            nl: "In een reflectie volgens Korthagen slaat de student geen fase over (`phases`: gewoonlijk alle vijf); de laatste fasen mogen nog open zijn.",
            en: "In a reflection according to Korthagen's model, the student skips no phase (`phases`: normally all five); the last phases may still be open."
        },
        why: {
            nl: "De ontwerpateliers gebruiken het reflectiemodel van Korthagen; daarin bouwt elke fase voort op de vorige.",
            en: "The design studios use Korthagen's reflection model, in which each phase builds on the one before."
        },
        fix: {
            nl: "Vul ook de fase in die nog leeg is.",
            nl_plain: "Schrijf ook over de stap die nog leeg is.",
            en: "Fill in the phase that is still empty as well."
        },
        message: {
            nl: "in {subject} is een latere fase ingevuld, maar nog leeg: `{missing}`",
            nl_plain: "schrijf in {subject} ook over: `{missing}`",
            en: "still empty in {subject}, although a later phase is filled in: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: reflections each), check };

static PHASES: Norm = Norm::set(
    "phases",
    Text { nl: "fasen van een reflectie", en: "phases of a reflection" },
    Unit::Words(ReflectionPhase::LIST),
    &[0, 1, 2, 3, 4],
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, reflection) in case.reflections().filter(|(_, one)| one.form == Some(ReflectionForm::Cycle)) {
        let cycle = reflection.cycle.as_ref();
        let has = |phase: ReflectionPhase| {
            said(cycle.and_then(|cycle| match phase {
                ReflectionPhase::Action => cycle.action.as_ref(),
                ReflectionPhase::LookingBack => cycle.looking_back.as_ref(),
                ReflectionPhase::Awareness => cycle.awareness.as_ref(),
                ReflectionPhase::Alternatives => cycle.alternatives.as_ref(),
                ReflectionPhase::Trial => cycle.trial.as_ref(),
            }))
        };
        let phases: Set<ReflectionPhase> = case.norm_set(&PHASES, reflection.date.unwrap_or(case.as_of()));
        // What comes after the last phase written is a cycle under way.
        let last = phases.iter().filter(|phase| has(*phase)).last();
        let missing: Set<ReflectionPhase> = phases.iter().filter(|phase| !has(*phase) && Some(*phase) < last).collect();
        findings.judge(
            About::the(SubjectKind::Reflection, &reflection.id),
            missing.is_empty(),
            standing_of(reflection.state),
            || {
                let facts = facts! { reflection: &reflection.id, missing: missing };
                Shortfall::new(at!(Portfolio: reflections[at].cycle), facts)
            },
        );
    }
    findings.answer(Reason::NothingToJudge)
}
