//! `TK-P312`: a studio that closes a placement week leads to next steps.

use super::judge_closing_studios;
use crate::documents::Studio;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P312",
    name: "closing-studio-without-next-steps",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("studio", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Reflect,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::TerAfrondingVanEenStageweek])]),
    texts: texts! {
        title: { nl: "afsluitend atelier zonder vervolgstappen", en: "closing studio without next steps" },
        asks: {
            nl: "Bij elk atelier waarmee de student een stageweek afsloot, staan de vervolgstappen van de student.",
            en: "For every studio with which the student closed a placement week, the next steps of the student are recorded."
        },
        why: {
            nl: "In het atelier aan het einde van een stageweek komt iedere student tot gewenste en mogelijke vervolgstappen.",
            en: "In the studio at the end of a placement week, every student arrives at desired and possible next steps."
        },
        fix: {
            nl: "Leg bij het atelier de vervolgstappen vast.",
            nl_plain: "Schrijf bij het atelier op wat je volgende stappen zijn.",
            en: "Record the next steps with the studio."
        },
        message: {
            nl: "bij {subject} staan geen vervolgstappen",
            nl_plain: "schrijf bij {subject} op wat je volgende stappen zijn",
            en: "no next steps are recorded for {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: studios each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let met = |studio: &Studio<'_>| said(studio.next_steps.as_ref());
    judge_closing_studios(case, findings, met, |at| at!(Portfolio: studios[at].next_steps))
}
