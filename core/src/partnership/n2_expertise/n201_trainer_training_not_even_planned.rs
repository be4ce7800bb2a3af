//! `TK-N201`: every trainer has followed the training for teacher educators, or will.

use super::{followed, of_educators, planned};
use crate::documents::Training;
use crate::partnership::case::{TRAINERS, holds_one_of};
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N201",
    name: "trainer-training-not-even-planned",
    severity: Some(Severity::Error),
    phase: Phase::Year(&[]),
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("person", FactKind::Id), ("day", FactKind::Date)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::ScholingLerarenopleiders])]),
    texts: texts! {
        title: { nl: "scholing van een opleider niet eens gepland", en: "trainer training not even planned" },
        asks: {
            nl: "Elke school- of instituutsopleider heeft de scholing voor lerarenopleiders op basis van de beroepsstandaard van de VELON gevolgd, of die is nog gepland.",
            en: "Every school or institute trainer has followed the training for teacher educators based on the professional standard of VELON, or it is still planned."
        },
        why: {
            nl: "Volgens het katern hebben alle lerarenopleiders deze scholing gevolgd, of gaan ze dat doen.",
            en: "According to the booklet, all teacher educators have followed this training or will do so."
        },
        fix: {
            nl: "Plan de scholing met de opleider, of leg vast wanneer die is gevolgd en waarop ze is gebaseerd.",
            nl_plain: "Vul in wanneer je de scholing van de VELON hebt gevolgd, of overleg wanneer je die volgt.",
            en: "Plan the training with the trainer, or record when it was followed and what it is based on."
        },
        message: {
            nl: "bij opleider `{person}` staat geen scholing op basis van de beroepsstandaard van de VELON, gevolgd uiterlijk op `{day}` of gepland vanaf die dag",
            nl_plain: "vul in wanneer opleider `{person}` de scholing van de VELON heeft gevolgd of volgt, of overleg daarover; op `{day}` staat er geen",
            en: "no training based on the professional standard of VELON is recorded for trainer `{person}`, followed by `{day}` or planned from that day on"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: persons each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let day = case.day();
    let is_followed_or_planned =
        |training: &Training| followed(training, day).is_some() || planned(training, day).is_some();
    for (at, person) in case.partnership().persons.iter().enumerate() {
        if !holds_one_of(person, &TRAINERS, day) {
            continue;
        }
        let met = person.trainings.iter().filter(|training| of_educators(training)).any(is_followed_or_planned);
        findings.judge(About::the(SubjectKind::Person, &person.id), met, case.by_year_end(), || {
            Shortfall::new(at!(Partnership: persons[at].trainings), facts! { person: &person.id, day: day })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
