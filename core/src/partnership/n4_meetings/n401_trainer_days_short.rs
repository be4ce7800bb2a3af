//! `TK-N401`: there are enough trainer days in the school year.

use chrono::NaiveDate;

use crate::partnership::prelude::*;
use crate::sort::{Listed as _, sorted};

pub(crate) static META: Meta = Meta {
    code: "TK-N401",
    name: "trainer-days-short",
    severity: Some(Severity::Error),
    phase: Phase::Year(&[]),
    basis: Basis::Seed,
    norms: &[&TRAINER_DAYS],
    facts: in_build!(&[
        ("partnership", FactKind::Id),
        ("schoolYear", FactKind::SchoolYear),
        ("trainerDays", FactKind::Whole),
        ("required", FactKind::Whole),
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Opleidersdagen])]),
    texts: texts! {
        title: { nl: "te weinig opleidersdagen", en: "trainer days short" },
        asks: {
            nl: "In het schooljaar zijn er genoeg opleidersdagen (`trainer_days`), gehouden of gepland; wat op dezelfde dag valt, telt als één opleidersdag.",
            en: "The school year has enough trainer days (`trainer_days`), held or planned; what is on the same day counts as one trainer day."
        },
        why: {
            nl: "Volgens het katern komen instituuts- en schoolopleiders vijf dagen per jaar bij elkaar om de samenwerking te bespreken en zo nodig te verbeteren.",
            en: "According to the booklet, institute and school trainers meet on five days per year to discuss their cooperation and improve it where needed."
        },
        fix: {
            nl: "Plan meer opleidersdagen, of leg vast wanneer ze waren.",
            nl_plain: "Plan meer opleidersdagen, of vul in wanneer die waren.",
            en: "Plan more trainer days, or record when they took place."
        },
        message: {
            nl: "vastgelegde opleidersdagen van partnerschap `{partnership}` in schooljaar `{schoolYear}`: `{trainerDays}`; nodig: `{required}`",
            nl_plain: "plan opleidersdagen voor partnerschap `{partnership}` in schooljaar `{schoolYear}`, of vul in wanneer die waren; nu staan er: `{trainerDays}`; nodig: `{required}`",
            en: "trainer days of partnership `{partnership}` recorded in school year `{schoolYear}`: `{trainerDays}`; required: `{required}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: trainer_days some), check };

pub(crate) static TRAINER_DAYS: Norm = Norm::number(
    "trainer_days",
    Text { nl: "opleidersdagen in het schooljaar", en: "trainer days in the school year" },
    Unit::Number,
    5,
    1,
    99,
);

/// The trainer days of the school year, held and planned: each day one time, in order.
pub(crate) fn days_of_the_year(case: &PartnershipCase<'_>) -> Vec<NaiveDate> {
    let days = case.partnership().trainer_days.iter().map(|day| day.date);
    let mut days = sorted(days.filter(|day| case.is_of_the_year(*day)).listed(), Ord::cmp);
    days.dedup();
    days
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let partnership = case.partnership();
    let required = case.norm(&TRAINER_DAYS);
    let days = days_of_the_year(case);
    let met = u32::try_from(days.len()).is_ok_and(|number| number >= required);
    findings.judge(About::the(SubjectKind::Partnership, &partnership.id), met, case.by_year_end(), || {
        let facts = facts! {
            partnership: &partnership.id,
            schoolYear: partnership.school_year,
            trainerDays: days.len(),
            required: required
        };
        Shortfall::new(at!(Partnership: trainer_days), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
