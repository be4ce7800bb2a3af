//! `TK-N204`: a mentor is a group teacher.

use crate::documents::Setting;
use crate::frameworks::Role;
use crate::partnership::case::holds;
use crate::partnership::prelude::*;
use crate::sort::Texts;

pub(crate) static META: Meta = Meta {
    code: "TK-N204",
    name: "mentor-without-group",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("person", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::DeMentor, Passage::ProfessioneleKwaliteit])]),
    texts: texts! {
        title: { nl: "mentor zonder eigen groep", en: "mentor without group" },
        asks: {
            nl: "Bij elke mentor op een opleidingsschool voor regulier basisonderwijs staat een eigen groep.",
            en: "For every mentor at a training school for regular primary education, a group is recorded."
        },
        why: {
            nl: "Volgens het katern is de mentor een groepsleerkracht, die studenten in de klas begeleidt.",
            en: "According to the booklet, a mentor is a group teacher who guides students in the classroom."
        },
        fix: {
            nl: "Leg de eigen groep van de mentor vast, of kies een groepsleerkracht als mentor.",
            nl_plain: "Vul in welke groep de mentor heeft, of overleg welke leraar met een groep mentor wordt.",
            en: "Record the mentor's group, or choose a group teacher as mentor."
        },
        message: {
            nl: "bij mentor `{person}` staat geen eigen groep",
            nl_plain: "vul in welke groep mentor `{person}` heeft, of overleg welke leraar met een groep mentor wordt",
            en: "no group is recorded for mentor `{person}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: persons each, schools named), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let is_regular = |setting: Option<Setting>| setting != Some(Setting::SpecialEducation);
    let regular = case.schools().filter(|(_, school)| is_regular(school.setting));
    let regular = Texts::of(regular.map(|(_, school)| school.id.as_str()));
    let known = Texts::of(case.partnership().schools.iter().map(|school| school.id.as_str()));
    for (at, person) in case.partnership().persons.iter().enumerate() {
        for (role_at, held) in person.roles.iter().enumerate() {
            if held.role != Role::Mentor || !holds(held.period.as_ref(), case.day()) {
                continue;
            }
            if held.schools.iter().any(|school| regular.has(school.as_str())) {
                let met = !held.groups.is_empty();
                findings.judge(About::the(SubjectKind::Person, &person.id), met, Standing::DUE, || {
                    let path = at!(Partnership: persons[at].roles[role_at].groups);
                    Shortfall::new(path, facts! { person: &person.id })
                });
            } else if findings.may_be_lost() && held.schools.iter().any(|school| !known.has(school.as_str())) {
                // What kind of school it was is not known.
                findings.cannot_judge();
            }
        }
    }
    findings.answer(Reason::NothingToJudge)
}
