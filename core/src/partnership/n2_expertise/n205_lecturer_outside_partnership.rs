//! `TK-N205`: a lecturer is an institute trainer as well.

use crate::frameworks::Role;
use crate::partnership::case::holds_one_of;
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N205",
    name: "lecturer-outside-partnership",
    severity: Some(Severity::Info),
    phase: Phase::Always,
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
    sources: Sources::of(&[Source::Booklet(&[Passage::ProfessioneleKwaliteit])]),
    texts: texts! {
        title: { nl: "docent die geen instituutsopleider is", en: "lecturer outside the partnership" },
        asks: {
            nl: "Elke docent van de opleiding, vakdocent en studieloopbaanbegeleider is ook instituutsopleider.",
            en: "Every lecturer, subject lecturer and study career coach is an institute trainer as well."
        },
        why: {
            nl: "Volgens het katern zijn nagenoeg alle docenten van de pabo als instituutsopleider betrokken bij het opleiden in de school.",
            en: "According to the booklet, nearly all lecturers of the programme are involved in training at the schools as institute trainers."
        },
        fix: {
            nl: "Leg vast dat de docent instituutsopleider is, of bespreek of die het wordt; een plicht is het niet.",
            nl_plain: "Vul in dat je instituutsopleider bent, of bespreek of je het wordt; een plicht is het niet.",
            en: "Record that the lecturer is an institute trainer, or discuss whether to become one; it is not a duty."
        },
        message: {
            nl: "bij docent `{person}` staat niet de rol van instituutsopleider op `{day}`",
            nl_plain: "vul in dat docent `{person}` op `{day}` instituutsopleider is, of bespreek of die het wordt",
            en: "lecturer `{person}` is not recorded as institute trainer on `{day}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: persons each), check };

const LECTURERS: [Role; 3] = [Role::Lecturer, Role::SubjectLecturer, Role::StudyCareerCoach];

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let day = case.day();
    for (at, person) in case.partnership().persons.iter().enumerate() {
        if !holds_one_of(person, &LECTURERS, day) {
            continue;
        }
        let met = holds_one_of(person, &[Role::InstituteTrainer], day);
        findings.judge(About::the(SubjectKind::Person, &person.id), met, Standing::DUE, || {
            Shortfall::new(at!(Partnership: persons[at].roles), facts! { person: &person.id, day: day })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
