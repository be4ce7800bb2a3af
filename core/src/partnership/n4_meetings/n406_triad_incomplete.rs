//! `TK-N406`: school leader, school trainer and institute trainer are present at a triad meeting.

use super::roles_of;
use crate::documents::{Meeting, MeetingKind};
use crate::frameworks::Role;
use crate::partnership::case::DayId;
use crate::partnership::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N406",
    name: "triad-incomplete",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("missing", FactKind::words::<Role>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::RolVanDeSchoolleiding]),
        Source::Published(Text {
            nl: "lerendeleraren.nl, Samen opleiden, pagina over het driehoeksgesprek, voor wie er deelnemen",
            en: "lerendeleraren.nl, Samen opleiden, page on the triad talk (driehoeksgesprek), for who takes part",
        }),
    ]),
    texts: texts! {
        title: { nl: "driehoeksoverleg zonder alle drie de partijen", en: "triad meeting without all three parties" },
        asks: {
            nl: "Bij elk gehouden driehoeksoverleg staan een schoolleider, een schoolopleider en een instituutsopleider bij de aanwezigen.",
            en: "For every triad meeting that was held, a school leader, a school trainer and an institute trainer are recorded as present."
        },
        why: {
            nl: "Volgens het katern overleggen in het driehoeksoverleg de opleiders en de schoolleiding met elkaar.",
            en: "According to the booklet, the trainers and the school leaders confer in the triad meeting."
        },
        fix: {
            nl: "Leg vast wie er aanwezig waren, of nodig wie ontbreekt uit voor het volgende driehoeksoverleg.",
            nl_plain: "Vul in wie er waren, of vraag voor het volgende driehoeksoverleg ook wie nog ontbreekt.",
            en: "Record who was present, or invite those missing to the next triad meeting."
        },
        message: {
            nl: "bij de aanwezigen van het driehoeksoverleg, {subject}, ontbreekt: `{missing}`",
            nl_plain: "vul bij {subject} in wie er waren bij het driehoeksoverleg, of vraag er de volgende keer ook bij: `{missing}`",
            en: "missing from those present at the triad meeting, {subject}: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: meetings each), check };

/// The roles of those who meet in a triad.
const PARTIES: [Role; 3] = [Role::SchoolLeader, Role::SchoolTrainer, Role::InstituteTrainer];

/// The roles of which nobody is present at a triad meeting.
pub(crate) fn missing_parties(triad: &Meeting<'_>) -> Set<Role> {
    Set::from(PARTIES).without(roles_of(&triad.present))
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, triad) in case.meetings(MeetingKind::Triad).filter(|(_, triad)| case.has_come(triad.date)) {
        let missing = missing_parties(triad);
        let about = DayId::of(triad.date);
        findings.judge(About::the(SubjectKind::Meeting, &about), missing.is_empty(), Standing::DUE, || {
            Shortfall::new(at!(Partnership: meetings[at].present), facts! { missing: missing })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
