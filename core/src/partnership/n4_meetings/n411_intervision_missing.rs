//! `TK-N411`: every school trainer organises peer consultation (intervisie) in the school year.

use chrono::NaiveDate;

use crate::documents::{MeetingKind, Person};
use crate::frameworks::Role;
use crate::partnership::case::{having, holds_one_of};
use crate::partnership::prelude::*;
use crate::sort::{Listed as _, TextKey, sorted};

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

/// Whether a person is a school trainer on a day, of whatever school.
pub(crate) fn is_school_trainer(person: &Person<'_>, day: NaiveDate) -> bool {
    holds_one_of(person, &[Role::SchoolTrainer], day)
}

/// The days of peer consultation in the school year, held and planned, by who organised it, in that order.
pub(crate) fn organised<'a>(case: &PartnershipCase<'a>) -> Vec<(TextKey<'a>, usize, NaiveDate)> {
    let meetings = case.meetings(MeetingKind::Intervision);
    let organisers = meetings.flat_map(|(at, meeting)| {
        let organisers = meeting.organised_by.iter();
        organisers.map(move |person| (TextKey::of(person.as_str()), at, meeting.date))
    });
    let mut organised = sorted(organisers.listed(), Ord::cmp);
    organised.dedup();
    organised
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let (partnership, day) = (case.partnership(), case.day());
    let organised = organised(case);
    for (at, person) in partnership.persons.iter().enumerate() {
        if !is_school_trainer(person, day) {
            continue;
        }
        let met = !having(&organised, TextKey::of(person.id.as_str()), |(one, ..)| *one).is_empty();
        findings.judge(About::the(SubjectKind::Person, &person.id), met, case.by_year_end(), || {
            let facts = facts! { person: &person.id, schoolYear: partnership.school_year };
            Shortfall::new(at!(Partnership: persons[at]), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
