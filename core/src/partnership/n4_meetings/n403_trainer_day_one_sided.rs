//! `TK-N403`: trainers of the schools and of the institute are present on every trainer day.

use super::{days_held, roles_of};
use crate::documents::TrainerDay;
use crate::frameworks::Role;
use crate::partnership::case::{DayId, TRAINERS};
use crate::partnership::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N403",
    name: "trainer-day-one-sided",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("missing", FactKind::words::<Role>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Opleidersdagen])]),
    texts: texts! {
        title: { nl: "opleidersdag met opleiders van één kant", en: "trainer day with trainers of one side only" },
        asks: {
            nl: "Bij elke gehouden opleidersdag staan minstens één schoolopleider en minstens één instituutsopleider bij de aanwezigen.",
            en: "For every trainer day that was held, at least one school trainer and at least one institute trainer are recorded as present."
        },
        why: {
            nl: "Volgens het katern komen instituuts- en schoolopleiders op opleidersdagen bij elkaar.",
            en: "According to the booklet, institute trainers and school trainers meet on trainer days."
        },
        fix: {
            nl: "Leg vast wie er aanwezig waren, of nodig voor de volgende opleidersdag beide soorten opleiders uit.",
            nl_plain: "Vul in wie er waren, of vraag voor de volgende opleidersdag ook de andere opleiders.",
            en: "Record who was present, or invite both kinds of trainers to the next trainer day."
        },
        message: {
            nl: "bij de aanwezigen van {subject} ontbreekt: `{missing}`",
            nl_plain: "vul bij {subject} in wie er waren, of vraag er de volgende keer ook bij: `{missing}`",
            en: "missing from those present at {subject}: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: trainer_days each), check };

/// The trainers of which nobody is present on a trainer day.
pub(crate) fn missing_sides(day: &TrainerDay<'_>) -> Set<Role> {
    Set::from(TRAINERS).without(roles_of(&day.present))
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, day) in days_held(case) {
        let missing = missing_sides(day);
        let about = DayId::of(day.date);
        findings.judge(About::the(SubjectKind::TrainerDay, &about), missing.is_empty(), Standing::DUE, || {
            Shortfall::new(at!(Partnership: trainer_days[at].present), facts! { missing: missing })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
