//! `TK-N203`: at a school with students there is a mentor who was trained for it.

use super::{followed, of_mentors};
use crate::documents::Training;
use crate::frameworks::Role;
use crate::partnership::prelude::*;
use crate::sort::Listed as _;

pub(crate) static META: Meta = Meta {
    code: "TK-N203",
    name: "school-without-trained-mentor",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("school", FactKind::Id), ("day", FactKind::Date)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::ScholingMentoren])]),
    texts: texts! {
        title: { nl: "opleidingsschool zonder geschoolde mentor", en: "school without trained mentor" },
        asks: {
            nl: "Bij elke opleidingsschool met studenten staat minstens één mentor die de scholing voor mentoren heeft gevolgd.",
            en: "For every training school with students, at least one mentor is recorded who has followed the training for mentors."
        },
        why: {
            nl: "Volgens het katern zijn de mentoren van bijna alle opleidingsscholen geschoold in begeleidingsvaardigheden.",
            en: "According to the booklet, the mentors of nearly all training schools are trained in guidance skills."
        },
        fix: {
            nl: "Leg vast welke mentor de scholing heeft gevolgd, of laat een mentor die volgen.",
            nl_plain: "Vul in welke mentor de scholing heeft gevolgd, of overleg wie die gaat volgen.",
            en: "Record which mentor has followed the training, or have a mentor follow it."
        },
        message: {
            nl: "bij opleidingsschool `{school}` staat geen mentor die uiterlijk op `{day}` de scholing voor mentoren heeft gevolgd",
            nl_plain: "vul in welke mentor van school `{school}` tot en met `{day}` de scholing voor mentoren heeft gevolgd, of overleg wie die gaat volgen",
            en: "no mentor of training school `{school}` is recorded who has followed the training for mentors by `{day}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools each, persons some, students named), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let day = case.day();
    let is_followed = |training: &Training| of_mentors(training) && followed(training, day).is_some();
    // Looked up once for each person, however many schools the person serves.
    let persons = case.partnership().persons.iter();
    let trained = persons.map(|person| person.trainings.iter().any(is_followed)).listed();
    for (at, school) in case.schools() {
        if case.stays_at(at).next().is_none() {
            // One who was lost may be at the school.
            if findings.may_be_lost() {
                findings.cannot_judge();
            }
            continue;
        }
        let met = case.holders_for(at, Role::Mentor, day).any(|mentor| trained.get(mentor.person_at) == Some(&true));
        findings.judge(About::the(SubjectKind::School, &school.id), met, Standing::DUE, || {
            Shortfall::new(at!(Partnership: schools[at]), facts! { school: &school.id, day: day })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
