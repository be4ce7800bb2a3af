//! `TK-P313`: it is recorded what a studio that closes a placement week is based on.

use super::judge_closing_studios;
use crate::documents::Studio;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P313",
    name: "closing-studio-without-inputs",
    severity: Some(Severity::Info),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("studio", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::TerAfrondingVanEenStageweek])]),
    texts: texts! {
        title: { nl: "afsluitend atelier zonder inbreng", en: "closing studio without inputs" },
        asks: {
            nl: "Bij elk atelier waarmee de student een stageweek afsloot, staat minstens één inbreng: reflectie, gedeelde ervaring, lesbezoek bij elkaar of bezoek van de schoolopleider.",
            en: "For every studio with which the student closed a placement week, at least one input is recorded: reflection, shared experience, a visit to each other's lessons or a visit by the school trainer."
        },
        why: {
            nl: "Op basis van reflectie, gedeelde ervaringen, lesbezoeken en bezoek van de schoolopleider verzamelt de groep inzichten, conclusies en essenties.",
            en: "On the basis of reflection, shared experiences, lesson visits and a visit by the school trainer, the group gathers insights, conclusions and key points."
        },
        fix: {
            nl: "Leg bij het atelier vast wat de inbreng was, bijvoorbeeld een reflectie of een lesbezoek.",
            nl_plain: "Kies bij het atelier wat jullie inbrachten, bijvoorbeeld een reflectie of een lesbezoek.",
            en: "Record with the studio what its inputs were: for example a reflection or a lesson visit."
        },
        message: {
            nl: "bij {subject} staat geen inbreng",
            nl_plain: "kies bij {subject} wat de inbreng was: reflectie, gedeelde ervaring, lesbezoek bij elkaar of bezoek van de schoolopleider",
            en: "no inputs are recorded for {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: studios each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let met = |studio: &Studio<'_>| !studio.inputs.is_empty();
    judge_closing_studios(case, findings, met, |at| at!(Portfolio: studios[at].inputs))
}
