//! `TK-N412`: a school with students has a meeting for reading aloud or storytelling in the school year.

use chrono::NaiveDate;

use super::judge_number;
use crate::documents::{Meeting, MeetingKind};
use crate::frameworks::Role;
use crate::partnership::case::{having, holds};
use crate::partnership::prelude::*;
use crate::sort::{Listed as _, TextKey, sorted};
use crate::values::PersonId;

pub(crate) static META: Meta = Meta {
    code: "TK-N412",
    name: "reading-aloud-meeting-missing",
    severity: Some(Severity::Info),
    phase: Phase::Year(&[]),
    basis: Basis::Seed,
    norms: &[&MEETINGS],
    facts: in_build!(&[
        ("school", FactKind::Id),
        ("schoolYear", FactKind::SchoolYear),
        ("meetings", FactKind::Whole),
        ("required", FactKind::Whole),
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::VoorlezenEnVertellen]),
        Source::Own(Text {
            nl: "het katern zegt niet hoe vaak; dat voor een school die na 1 januari is toegetreden de helft geldt, is afgeleid",
            en: "the booklet does not say how often; that half of the number applies to a school that joined after 1 January is inferred",
        }),
    ]),
    texts: texts! {
        title: { nl: "geen voorlees- of vertelbijeenkomst", en: "meeting for reading aloud or storytelling missing" },
        asks: {
            nl: "Elke opleidingsschool met studenten heeft in het schooljaar genoeg voorlees- of vertelbijeenkomsten die een schoolopleider organiseert (`meetings`), gehouden of gepland; voor een school die na 1 januari is toegetreden, geldt de helft, naar beneden afgerond.",
            en: "Every training school with students has enough meetings for reading aloud or storytelling, organised by a school trainer in the school year (`meetings`), held or planned; for a school that joined after 1 January, half of the number applies, rounded down."
        },
        why: {
            nl: "Volgens het katern organiseren schoolopleiders bijeenkomsten waar studenten met elkaar een voorlees- of vertelactiviteit ontwerpen en uitvoeren.",
            en: "According to the booklet, school trainers organise meetings at which students together design and carry out a reading-aloud or storytelling activity."
        },
        fix: {
            nl: "Plan een voorlees- of vertelbijeenkomst, of leg vast wanneer ze was, voor welke school en wie haar organiseerde.",
            nl_plain: "Plan een voorlees- of vertelbijeenkomst, of vul in wanneer die was, voor welke school en wie die organiseerde.",
            en: "Plan a meeting for reading aloud or storytelling, or record when it took place, for which school and who organised it."
        },
        message: {
            nl: "voorlees- of vertelbijeenkomsten van opleidingsschool `{school}` die een schoolopleider in schooljaar `{schoolYear}` organiseert: `{meetings}`; nodig: `{required}`",
            nl_plain: "plan als schoolopleider voorlees- of vertelbijeenkomsten voor school `{school}`, of vul die in; nu staan er in schooljaar `{schoolYear}`: `{meetings}`; nodig: `{required}`",
            en: "meetings for reading aloud or storytelling of training school `{school}`, organised by a school trainer in school year `{schoolYear}`: `{meetings}`; required: `{required}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> = Rule {
    meta: &META,
    when: (),
    reads: reads!(Partnership: schools each, students each, meetings some, persons some),
    check,
};

pub(crate) static MEETINGS: Norm = Norm::number(
    "meetings",
    Text {
        nl: "voorlees- of vertelbijeenkomsten van een opleidingsschool in het schooljaar",
        en: "meetings for reading aloud or storytelling of a training school in the school year",
    },
    Unit::Number,
    1,
    1,
    99,
);

/// The meetings for reading aloud or storytelling in the school year that a school trainer organised.
pub(crate) struct Readings {
    /// Their positions, in order.
    organised: Vec<usize>,
}

impl Readings {
    pub(crate) fn of(case: &PartnershipCase<'_>) -> Self {
        let roles = case.partnership().persons.iter().flat_map(|person| {
            let trains = person.roles.iter().filter(|held| held.role == Role::SchoolTrainer);
            trains.map(|held| (TextKey::of(person.id.as_str()), held.period.as_ref()))
        });
        let trainers = sorted(roles.listed(), |a, b| a.0.cmp(&b.0));
        // Whether a person is a school trainer on the day of the meeting, of whatever school: one meeting can be of several.
        let trains = |person: &PersonId<'_>, day: NaiveDate| {
            having(&trainers, TextKey::of(person.as_str()), |(person, _)| *person)
                .iter()
                .any(|(_, period)| holds(*period, day))
        };
        let meetings = case.meetings(MeetingKind::ReadingAloud);
        let organised =
            meetings.filter(|(_, meeting)| meeting.organised_by.iter().any(|one| trains(one, meeting.date)));
        Self { organised: organised.map(|(at, _)| at).listed() }
    }

    /// Those of a school, held and planned.
    pub(crate) fn at<'a>(&self, case: &PartnershipCase<'a>, school: usize) -> impl Iterator<Item = &'a Meeting<'a>> {
        let of_school = case.meetings_of(school, MeetingKind::ReadingAloud);
        of_school.filter(|(at, _)| self.organised.binary_search(at).is_ok()).map(|(_, meeting)| meeting)
    }
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let readings = Readings::of(case);
    judge_number(case, findings, &MEETINGS, |school| readings.at(case, school).count())
}
