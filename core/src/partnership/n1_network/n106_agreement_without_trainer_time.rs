//! `TK-N106`: an agreement lays down the time of the school trainer.

use super::{judge_agreements, n105_agreement_missing};
use crate::partnership::prelude::*;
use crate::values::{DaysPerWeek, Decimal};

pub(crate) static META: Meta = Meta {
    code: "TK-N106",
    name: "agreement-without-trainer-time",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&DAYS],
    facts: in_build!(&[
        ("agreement", FactKind::Id),
        ("required", FactKind::Decimal),
        ("days", FactKind::Decimal),
        ("students", FactKind::Whole),
    ]),
    may_lack: &["days", "students"],
    gives_way_to: &[&n105_agreement_missing::META],
    step: Step::Talk,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::RolVanDeSchoolopleider])]),
    texts: texts! {
        title: { nl: "overeenkomst zonder genoeg tijd voor de schoolopleider", en: "agreement without trainer time" },
        asks: {
            nl: "Elke geldende samenwerkingsovereenkomst legt voor de schoolopleider minstens het aantal dagen per week van de norm vast (`trainer_days`).",
            en: "Every cooperation agreement in force lays down at least the days per week of the norm for the school trainer (`trainer_days`)."
        },
        why: {
            nl: "Volgens het katern is in een samenwerkingsovereenkomst vastgelegd hoeveel tijd per week de schoolopleider beschikbaar is.",
            en: "According to the booklet, a cooperation agreement lays down how much time per week the school trainer is available."
        },
        fix: {
            nl: "Spreek genoeg tijd voor de schoolopleider af, of leg vast welke tijd er in de overeenkomst staat.",
            nl_plain: "Vul in hoeveel tijd de schoolopleider volgens de overeenkomst heeft, of overleg over meer tijd.",
            en: "Agree on enough time for the school trainer, or record the time in the agreement."
        },
        message: {
            nl: "in samenwerkingsovereenkomst `{agreement}` staat niet genoeg tijd voor de schoolopleider; nodig, in dagen per week: minstens `{required}`[; vastgelegd: `{days}`][; aantal studenten: `{students}`]",
            nl_plain: "vul de tijd van de schoolopleider in bij samenwerkingsovereenkomst `{agreement}`, of overleg; dagen per week nodig: `{required}`[; er staat: `{days}`][; aantal studenten: `{students}`]",
            en: "cooperation agreement `{agreement}` does not lay down enough time for the school trainer; required, in days per week: at least `{required}`[; laid down: `{days}`][; number of students: `{students}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: agreements each), check };

static DAYS: Norm = Norm::number(
    "trainer_days",
    Text {
        nl: "dagen per week van de schoolopleider in een samenwerkingsovereenkomst",
        en: "days per week of the school trainer in a cooperation agreement",
    },
    Unit::DaysPerWeek,
    150,
    0,
    700,
);

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let required = Decimal::hundredths(case.norm(&DAYS));
    judge_agreements(
        case,
        findings,
        |agreement| {
            let days = agreement.trainer_days_per_week.map(DaysPerWeek::get);
            days.is_none_or(|days| days < required).then_some(days)
        },
        |at, agreement, days| {
            let students = agreement.trainer_students.map(|students| u32::from(students.get()));
            let facts = facts! { agreement: &agreement.id, required: required };
            let facts = facts.and("days", days).and("students", students);
            Shortfall::new(at!(Partnership: agreements[at].trainer_days_per_week), facts)
        },
    )
}
