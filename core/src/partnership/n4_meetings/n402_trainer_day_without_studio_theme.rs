//! `TK-N402`: the design studio is a theme of every trainer day.

use super::days_held;
use crate::documents::{TrainerDay, TrainerDayTheme};
use crate::partnership::case::DayId;
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N402",
    name: "trainer-day-without-studio-theme",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Opleidersdagen])]),
    texts: texts! {
        title: { nl: "opleidersdag zonder het thema ontwerpatelier", en: "trainer day without the design studio as a theme" },
        asks: {
            nl: "Bij elke gehouden opleidersdag staat het ontwerpatelier bij de thema's.",
            en: "For every trainer day that was held, the design studio is recorded as a theme."
        },
        why: {
            nl: "Volgens het katern is het ontwerpatelier op opleidersdagen altijd een thema.",
            en: "According to the booklet, the design studio is always a theme on trainer days."
        },
        fix: {
            nl: "Leg vast dat het ontwerpatelier een thema was, of zet het op het programma van de volgende opleidersdag.",
            nl_plain: "Vul in dat het ontwerpatelier een thema was, of zet het op het programma van de volgende opleidersdag.",
            en: "Record that the design studio was a theme, or put it on the programme of the next trainer day."
        },
        message: {
            nl: "bij de thema's van {subject} staat het ontwerpatelier niet",
            nl_plain: "vul bij {subject} in dat het ontwerpatelier een thema was, of zet het op het programma van de volgende opleidersdag",
            en: "the design studio is not recorded as a theme of {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: trainer_days each), check };

/// Whether the design studio is a theme of a trainer day.
pub(crate) fn has_studio_theme(day: &TrainerDay<'_>) -> bool {
    day.themes.contains(TrainerDayTheme::DesignStudio)
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, day) in days_held(case) {
        let about = DayId::of(day.date);
        findings.judge(About::the(SubjectKind::TrainerDay, &about), has_studio_theme(day), Standing::DUE, || {
            Shortfall::new(at!(Partnership: trainer_days[at].themes), facts! {})
        });
    }
    findings.answer(Reason::NothingToJudge)
}
