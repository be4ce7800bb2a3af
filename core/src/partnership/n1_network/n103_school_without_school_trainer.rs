//! `TK-N103`: every school with students has a school trainer.

use super::judge_role;
use crate::frameworks::Role;
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N103",
    name: "school-without-school-trainer",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("school", FactKind::Id), ("day", FactKind::Date)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::RolVanDeSchoolopleider])]),
    texts: texts! {
        title: { nl: "opleidingsschool zonder schoolopleider", en: "school without school trainer" },
        asks: {
            nl: "Bij elke opleidingsschool met studenten staat een schoolopleider voor de laatste dag waarop er een student is, en in een plan voor de eerste.",
            en: "For every training school with students, a school trainer is recorded for the last day on which a student is there, and in a plan for the first."
        },
        why: {
            nl: "Volgens het katern is vastgelegd dat de schoolopleider beschikbaar is voor de studenten van de opleidingsschool.",
            en: "According to the booklet, it is laid down that the school trainer is available for the students of the training school."
        },
        fix: {
            nl: "Wijs een schoolopleider aan voor de opleidingsschool, of leg vast wie dat is.",
            nl_plain: "Vul in wie de schoolopleider van de school is, of zoek er een.",
            en: "Appoint a school trainer for the training school, or record who it is."
        },
        message: {
            nl: "opleidingsschool `{school}` heeft studenten, en voor `{day}` staat er geen schoolopleider",
            nl_plain: "vul in wie op `{day}` de schoolopleider van school `{school}` is, of zoek er een",
            en: "training school `{school}` has students, and no school trainer is recorded for it on `{day}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> = Rule {
    meta: &META,
    when: (),
    reads: reads!(Partnership: schools each, persons some, students named),
    check: |case, findings| judge_role(case, findings, Role::SchoolTrainer),
};
