//! `TK-N202`: a trainer of some years is in the register of teacher educators.

use chrono::{Datelike as _, Months, NaiveDate};

use crate::documents::{Person, RoleHeld};
use crate::partnership::case::{TRAINERS, holds};
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N202",
    name: "trainer-not-in-register",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&MONTHS, &AIM_YEAR],
    facts: in_build!(&[("person", FactKind::Id), ("since", FactKind::Date), ("day", FactKind::Date)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::ScholingLerarenopleiders]),
        Source::Published(Text {
            nl: "VELON, reglement van het beroepsregister lerarenopleiders (BRLO), art. 1, voor de termijn",
            en: "VELON, regulations of the register of teacher educators (BRLO), art. 1, for the term",
        }),
    ]),
    texts: texts! {
        title: { nl: "opleider niet in het beroepsregister", en: "trainer not in the register" },
        asks: {
            nl: "Elke school- of instituutsopleider die de rol minstens de termijn (`months`) heeft, is ingeschreven in het beroepsregister lerarenopleiders (BRLO); dit geldt na het streefjaar (`aim_year`).",
            en: "Every school or institute trainer who has been in the role for at least the term (`months`) is in the register of teacher educators (BRLO); this applies after the target year (`aim_year`)."
        },
        why: {
            nl: "Volgens het katern krijgen lerarenopleiders de gelegenheid om zich in te schrijven, en is het streven dat ze in 2020 allemaal ingeschreven zijn.",
            en: "According to the booklet, teacher educators are given the opportunity to register, and the aim is that all are registered in 2020."
        },
        fix: {
            nl: "Leg de inschrijving vast, of bespreek met de opleider of die zich laat inschrijven; een plicht is het niet.",
            nl_plain: "Vul je inschrijving in, of bespreek of je je laat inschrijven; een plicht is het niet.",
            en: "Record the registration, or discuss with the trainer whether to register; it is not a duty."
        },
        message: {
            nl: "bij opleider `{person}`, in de rol sinds `{since}`, staat geen inschrijving in het beroepsregister (BRLO) die op `{day}` geldt",
            nl_plain: "vul bij opleider `{person}` de inschrijving in het beroepsregister (BRLO) in die op `{day}` geldt, of bespreek of die er komt; in de rol sinds `{since}`",
            en: "trainer `{person}`, in the role since `{since}`, has no registration in the register of teacher educators (BRLO) on record for `{day}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: persons each), check };

static MONTHS: Norm = Norm::number(
    "months",
    Text {
        nl: "maanden in de rol waarna een opleider ingeschreven is",
        en: "months in the role before a trainer registers",
    },
    Unit::Months,
    24,
    0,
    600,
);

static AIM_YEAR: Norm = Norm::number(
    "aim_year",
    Text { nl: "jaar waarin alle opleiders ingeschreven zijn", en: "year in which all trainers are registered" },
    Unit::Number,
    2020,
    1950,
    2099,
);

/// The first day since which a person has been a trainer, by the roles held on a day; `None` where that is not recorded.
pub(crate) fn trains_since(person: &Person<'_>, day: NaiveDate) -> Option<NaiveDate> {
    let trains = |held: &&RoleHeld<'_>| TRAINERS.contains(&held.role) && holds(held.period.as_ref(), day);
    person.roles.iter().filter(trains).filter_map(|held| held.since).min()
}

/// Whether a person is in the register on a day.
pub(crate) fn is_registered(person: &Person<'_>, day: NaiveDate) -> bool {
    person.register.as_ref().is_some_and(|register| register.holds(day))
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let day = case.day();
    if !u32::try_from(day.year()).is_ok_and(|year| year > case.norm(&AIM_YEAR)) {
        return Reply::not_applicable(Reason::NotInForce);
    }
    let latest = day.checked_sub_months(Months::new(case.norm(&MONTHS))).unwrap_or(NaiveDate::MIN);
    for (at, person) in case.partnership().persons.iter().enumerate() {
        let Some(since) = trains_since(person, day).filter(|since| *since <= latest) else { continue };
        findings.judge(About::the(SubjectKind::Person, &person.id), is_registered(person, day), Standing::DUE, || {
            let facts = facts! { person: &person.id, since: since, day: day };
            Shortfall::new(at!(Partnership: persons[at].register), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
