//! `TK-N411`: every school trainer organises peer consultation (intervisie) in the school year.

use crate::documents::{MeetingKind, RoleHeld};
use crate::frameworks::Role;
use crate::partnership::case::holds;
use crate::partnership::prelude::*;
use crate::sort::Texts;
use crate::values::Id;

pub(crate) static META: Meta = Meta {
    code: "TK-N411",
    name: "intervision-missing",
    severity: Some(Severity::Info),
    phase: Phase::Year(&[]),
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("person", FactKind::Id), ("schoolYear", FactKind::SchoolYear)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Talk,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::RolVanDeSchoolopleider])]),
    texts: texts! {
        title: { nl: "schoolopleider zonder intervisie", en: "school trainer without peer consultation" },
        asks: {
            nl: "Elke schoolopleider staat als organisator bij minstens één intervisiebijeenkomst in het schooljaar, gehouden of gepland.",
            en: "Every school trainer is recorded as an organiser of at least one peer consultation meeting (intervisie) in the school year, held or planned."
        },
        why: {
            nl: "Volgens het katern is het organiseren van intervisiebijeenkomsten een taak van de schoolopleider.",
            en: "According to the booklet, organising peer consultation meetings (intervisie) is a task of the school trainer."
        },
        fix: {
            nl: "Plan een intervisiebijeenkomst, of leg vast welke de schoolopleider heeft georganiseerd.",
            nl_plain: "Plan een intervisiebijeenkomst, of vul in welke je hebt georganiseerd.",
            en: "Plan a peer consultation meeting (intervisie), or record the one that the school trainer organised."
        },
        message: {
            nl: "bij geen intervisiebijeenkomst in schooljaar `{schoolYear}` staat schoolopleider `{person}` als organisator",
            nl_plain: "plan voor schooljaar `{schoolYear}` een intervisiebijeenkomst, of vul in welke schoolopleider `{person}` heeft georganiseerd",
            en: "no peer consultation meeting (intervisie) in school year `{schoolYear}` is recorded as organised by school trainer `{person}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: persons each, meetings some), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let (partnership, day) = (case.partnership(), case.day());
    let organisers = case.meetings(MeetingKind::Intervision).flat_map(|(_, meeting)| &meeting.organised_by);
    let organisers = Texts::of(organisers.map(Id::as_str));
    for (at, person) in partnership.persons.iter().enumerate() {
        let trains = |held: &RoleHeld<'_>| held.role == Role::SchoolTrainer && holds(held.period.as_ref(), day);
        if !person.roles.iter().any(trains) {
            continue;
        }
        let met = organisers.has(person.id.as_str());
        findings.judge(About::the(SubjectKind::Person, &person.id), met, case.by_year_end(), || {
            let facts = facts! { person: &person.id, schoolYear: partnership.school_year };
            Shortfall::new(at!(Partnership: persons[at]), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
