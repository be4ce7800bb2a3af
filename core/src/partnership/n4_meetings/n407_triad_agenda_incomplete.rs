//! `TK-N407`: the agenda of a triad meeting has its three points.

use crate::documents::{AgendaPoint, Meeting, MeetingKind};
use crate::grammar::Closed as _;
use crate::partnership::case::DayId;
use crate::partnership::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N407",
    name: "triad-agenda-incomplete",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&AGENDA],
    facts: in_build!(&[("missing", FactKind::words::<AgendaPoint>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Talk,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::RolVanDeSchoolleiding])]),
    texts: texts! {
        title: { nl: "agenda van het driehoeksoverleg niet volledig", en: "agenda of the triad meeting incomplete" },
        asks: {
            nl: "Op de agenda van elk gehouden driehoeksoverleg staan alle vaste punten (`agenda`).",
            en: "The agenda of every triad meeting that was held contains all fixed points (`agenda`)."
        },
        why: {
            nl: "Volgens het katern staan ervaringen, verwachtingen en opbrengsten van de samenwerking op de agenda.",
            en: "According to the booklet, experiences, expectations and yields of the cooperation are on the agenda."
        },
        fix: {
            nl: "Leg vast welke punten op de agenda stonden, of zet de ontbrekende punten op de agenda van het volgende driehoeksoverleg.",
            nl_plain: "Vul in wat er op de agenda stond, of zet de punten die ontbreken op de volgende agenda.",
            en: "Record which points were on the agenda, or put the missing points on the agenda of the next triad meeting."
        },
        message: {
            nl: "op de agenda van het driehoeksoverleg, {subject}, ontbreekt: `{missing}`",
            nl_plain: "vul bij {subject} de agenda van het driehoeksoverleg aan, of zet op de volgende agenda: `{missing}`",
            en: "missing from the agenda of the triad meeting, {subject}: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: meetings each), check };

static AGENDA: Norm = Norm::set(
    "agenda",
    Text { nl: "vaste agendapunten van het driehoeksoverleg", en: "fixed agenda points of the triad meeting" },
    Unit::Words(AgendaPoint::LIST),
    &[0, 1, 2],
);

/// The fixed points that are not on the agenda of a triad meeting.
pub(crate) fn missing_points(case: &PartnershipCase<'_>, triad: &Meeting<'_>) -> Set<AgendaPoint> {
    case.norm_set::<AgendaPoint>(&AGENDA).without(triad.agenda)
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, triad) in case.meetings(MeetingKind::Triad).filter(|(_, triad)| case.has_come(triad.date)) {
        let missing = missing_points(case, triad);
        let about = DayId::of(triad.date);
        findings.judge(About::the(SubjectKind::Meeting, &about), missing.is_empty(), Standing::DUE, || {
            Shortfall::new(at!(Partnership: meetings[at].agenda), facts! { missing: missing })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
