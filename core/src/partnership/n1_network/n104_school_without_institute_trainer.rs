//! `TK-N104`: every school with students has an institute trainer.

use super::judge_role;
use crate::frameworks::Role;
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N104",
    name: "school-without-institute-trainer",
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
    sources: Sources::of(&[Source::Booklet(&[Passage::ProfessioneleKwaliteit])]),
    texts: texts! {
        title: { nl: "opleidingsschool zonder instituutsopleider", en: "school without institute trainer" },
        asks: {
            nl: "Bij elke opleidingsschool met studenten staat een instituutsopleider voor de laatste dag waarop er een student is, en in een plan voor de eerste.",
            en: "For every training school with students, an institute trainer is recorded for the last day on which a student is there, and in a plan for the first."
        },
        why: {
            nl: "Volgens het katern begeleidt en beoordeelt een duo van schoolopleider en instituutsopleider de professionele ontwikkeling van studenten.",
            en: "According to the booklet, a duo of school trainer and institute trainer guides and assesses the professional development of students."
        },
        fix: {
            nl: "Wijs een instituutsopleider aan voor de opleidingsschool, of leg vast wie dat is.",
            nl_plain: "Vul in wie de instituutsopleider van de school is, of zoek er een.",
            en: "Appoint an institute trainer for the training school, or record who it is."
        },
        message: {
            nl: "opleidingsschool `{school}` heeft studenten, en voor `{day}` staat er geen instituutsopleider",
            nl_plain: "vul in wie op `{day}` de instituutsopleider van school `{school}` is, of zoek er een",
            en: "training school `{school}` has students, and no institute trainer is recorded for it on `{day}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> = Rule {
    meta: &META,
    when: (),
    reads: reads!(Partnership: schools each, persons some, students named),
    check: |case, findings| judge_role(case, findings, Role::InstituteTrainer),
};
