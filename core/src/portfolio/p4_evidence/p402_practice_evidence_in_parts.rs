//! `TK-P402`: practice evidence holds knowledge, context and person.

use crate::frameworks::ActionPart;
use crate::grammar::Closed as _;
use crate::portfolio::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-P402",
    name: "practice-evidence-in-parts",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("evidence", FactKind::Id), ("missing", FactKind::words::<ActionPart>())],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Prove,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Opdrachten])]),
    texts: texts! {
        title: { nl: "praktijkbewijs niet volledig", en: "incomplete practice evidence" },
        asks: {
            nl: "Ingeleverd bewijs van handelen in de praktijk gaat ook over de onderliggende kennis, de context en de student zelf.",
            en: "Submitted evidence from practice covers the underlying knowledge, the context and the student's own characteristics."
        },
        why: {
            nl: "Bij professioneel handelen horen deze drie bij elkaar; ontbreekt er een, dan is het handelen niet goed te begrijpen.",
            en: "These three belong together in professional practice; without one of them it cannot be understood."
        },
        fix: {
            nl: "Vul bij het bewijs de delen aan die ontbreken.",
            nl_plain: "Schrijf bij je bewijs ook over de delen die nog ontbreken.",
            en: "Add the missing parts to the evidence."
        },
        message: {
            nl: "in {subject} uit de praktijk ontbreekt: `{missing}`",
            nl_plain: "schrijf bij {subject} ook over: `{missing}`",
            en: "missing from practice {subject}: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: evidence each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, evidence) in case.evidence().filter(|(_, evidence)| evidence.practice == Some(true)) {
        let action = evidence.action.as_ref();
        let has = |part: ActionPart| {
            said(action.and_then(|action| match part {
                ActionPart::Knowledge => action.knowledge.as_ref(),
                ActionPart::Context => action.context.as_ref(),
                ActionPart::Person => action.person.as_ref(),
            }))
        };
        let missing: Set<ActionPart> = ActionPart::ALL.iter().copied().filter(|part| !has(*part)).collect();
        findings.judge(
            About::the(SubjectKind::Evidence, &evidence.id),
            missing.is_empty(),
            standing_of(evidence.state),
            || {
                let facts = facts! { evidence: &evidence.id, missing: missing };
                Shortfall::new(at!(Portfolio: evidence[at].action), facts)
            },
        );
    }
    findings.answer(Reason::NothingToJudge)
}
