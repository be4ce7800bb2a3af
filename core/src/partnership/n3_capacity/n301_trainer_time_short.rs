//! `TK-N301`: the school trainers of a school with students have time for them.

use chrono::NaiveDate;

use crate::finding::{Part, Path};
use crate::frameworks::Role;
use crate::partnership::case::{Trained, holds};
use crate::partnership::norms::{TRAINER_DAYS, TRAINER_STUDENTS};
use crate::partnership::prelude::*;
use crate::sort::{Listed as _, Texts, sorted};
use crate::values::{Decimal, PersonId};

pub(crate) static META: Meta = Meta {
    code: "TK-N301",
    name: "trainer-time-short",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&TRAINER_DAYS, &TRAINER_STUDENTS],
    facts: in_build!(&[
        ("trainers", FactKind::Ids),
        ("day", FactKind::Date),
        ("days", FactKind::Decimal),
        ("required", FactKind::Decimal),
        ("students", FactKind::Whole)
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::RolVanDeSchoolopleider]),
        Source::Own(Text {
            nl: "dat schoolopleiders die een school delen samen tellen, en dat bij minder studenten te weinig tijd hoogstens een waarschuwing is, is onze uitleg",
            en: "that school trainers who share a school count together, and that with fewer students too little time is at most a warning, is our interpretation",
        }),
    ]),
    texts: texts! {
        title: { nl: "te weinig tijd voor schoolopleiders", en: "school trainer time short" },
        asks: {
            nl: "De schoolopleiders van een opleidingsschool met studenten hebben samen genoeg dagen per week (`days_per_week`); bij weinig studenten (`students`) is te weinig hoogstens een waarschuwing.",
            en: "The school trainers of a training school with students together have enough days per week (`days_per_week`); with few students (`students`), too little is at most a warning."
        },
        why: {
            nl: "Volgens het katern is vastgelegd dat de schoolopleider anderhalve dag per week beschikbaar is, voor ongeveer twaalf studenten en voor de mentoren.",
            en: "According to the booklet, it is laid down that the school trainer is available for one and a half days per week, for about twelve students and for the mentors."
        },
        fix: {
            nl: "Spreek meer tijd af voor de schoolopleiders, of leg vast hoeveel dagen per week ze hebben.",
            nl_plain: "Overleg over meer tijd voor de schoolopleiders, of vul in hoeveel dagen per week ze hebben.",
            en: "Agree on more time for the school trainers, or record how many days per week they have."
        },
        message: {
            nl: "dagen per week op `{day}` van schoolopleiders `{trainers}`: `{days}`; nodig: `{required}`; studenten: `{students}`",
            nl_plain: "overleg over meer tijd voor schoolopleiders: `{trainers}`; dagen per week op `{day}`: `{days}`; nodig: `{required}`; studenten: `{students}`",
            en: "days per week on `{day}` of school trainers `{trainers}`: `{days}`; required: `{required}`; students: `{students}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools all, persons all, students all), check };

/// Those who together train the students of some schools: whoever shares a school is of one team. A role is held on the latest
/// count day of its schools.
pub(crate) struct Team<'a> {
    /// The positions of its schools.
    #[cfg_attr(
        not(all(feature = "insight", feature = "partnership")),
        expect(dead_code, reason = "insight alone names them")
    )]
    pub(crate) schools: Vec<usize>,
    /// That day.
    pub(crate) day: NaiveDate,
    /// How many different students its schools have, each on its count day.
    pub(crate) students: usize,
    /// Days per week together, in hundredths, as far as they are recorded.
    pub(crate) days: u64,
    /// Whether somebody's are not recorded.
    pub(crate) is_unrecorded: bool,
    /// The days per week that are required, in hundredths.
    pub(crate) required: u32,
    /// Who has that time, each one time.
    pub(crate) trainers: Vec<&'a PersonId<'a>>,
    /// The places where it is recorded.
    places: Vec<Path>,
}

impl<'a> Team<'a> {
    fn of(case: &PartnershipCase<'a>, schools: &[(usize, &Trained<'a>)], persons: &[(usize, usize)]) -> Option<Self> {
        let students = schools.iter().flat_map(|(_, school)| case.students_at(school.at, school.day));
        let mut team = Self {
            schools: schools.iter().map(|(_, school)| school.at).listed(),
            day: schools.iter().map(|(_, school)| school.day).max()?,
            students: Texts::of(students).len(),
            days: 0,
            is_unrecorded: false,
            required: case.norm(&TRAINER_DAYS),
            trainers: Vec::new(),
            places: Vec::new(),
        };
        for (_, at) in persons {
            let Some(person) = case.partnership().persons.get(*at) else { continue };
            for (number, held) in person.roles.iter().enumerate() {
                if held.role != Role::SchoolTrainer || !holds(held.period.as_ref(), team.day) {
                    continue;
                }
                match held.days_per_week {
                    Some(days) => team.days += u64::from(days.get().as_hundredths()),
                    None => team.is_unrecorded = true,
                }
                if team.trainers.last() != Some(&&person.id) {
                    team.trainers.push(&person.id);
                }
                team.places.push(at!(Partnership: persons[*at].roles[number].days_per_week));
            }
        }
        Some(team)
    }

    /// Whether it has the time that is required; `None` where that needs a time that is not recorded, or nobody is in the role.
    pub(crate) fn has_time(&self) -> Option<bool> {
        let met = self.days >= self.required.into();
        (met || !(self.is_unrecorded || self.trainers.is_empty())).then_some(met)
    }
}

/// The first of those with whom somebody is together, as far as has been found; on the way there the way is made shorter.
fn first_with(above: &mut [usize], mut at: usize) -> usize {
    while let Some(next) = above.get(at).copied().filter(|next| *next != at) {
        let beyond = above.get(next).copied().unwrap_or(next);
        if let Some(one) = above.get_mut(at) {
            *one = beyond;
        }
        at = next;
    }
    at
}

/// The teams of the schools with students that have a school trainer.
pub(crate) fn teams<'a>(case: &PartnershipCase<'a>) -> Vec<Team<'a>> {
    let schools = case.trained_schools();
    let mut above: Vec<usize> = (0..case.partnership().persons.len()).collect();
    for school in &schools {
        let mut shared = school.trainers.iter().map(|(trainer, _)| trainer.person_at);
        let Some(one) = shared.next() else { continue };
        for other in shared {
            let (one, other) = (first_with(&mut above, one), first_with(&mut above, other));
            if let Some(later) = above.get_mut(one.max(other)) {
                *later = one.min(other);
            }
        }
    }
    let (mut of_schools, mut of_persons) = (Vec::new(), Vec::new());
    for school in &schools {
        for (trainer, _) in &school.trainers {
            of_persons.push((first_with(&mut above, trainer.person_at), trainer.person_at));
        }
        if let Some((trainer, _)) = school.trainers.first() {
            of_schools.push((first_with(&mut above, trainer.person_at), school));
        }
    }
    // Each team has a school and a person, so that both lists have the same teams.
    let of_schools = sorted(of_schools, |a, b| a.0.cmp(&b.0));
    let mut of_persons = sorted(of_persons, Ord::cmp);
    of_persons.dedup();
    let by_team = of_schools.chunk_by(|a, b| a.0 == b.0).zip(of_persons.chunk_by(|a, b| a.0 == b.0));
    by_team.filter_map(|(schools, persons)| Team::of(case, schools, persons)).listed()
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let per = case.norm(&TRAINER_STUDENTS);
    let mut is_unrecorded = false;
    for team in teams(case) {
        let Some(met) = team.has_time() else {
            is_unrecorded |= team.is_unrecorded;
            continue;
        };
        // That time is meant for a number of students: for fewer less of it may do.
        let needed = team.students as u128 * u128::from(team.required);
        let is_enough_for_them = u128::from(team.days) * u128::from(per) >= needed;
        let standing = if is_enough_for_them { Standing::SOFT } else { Standing::DUE };
        let (Some(about), [first, others @ ..]) = (team.trainers.first(), team.places.as_slice()) else { continue };
        findings.judge(About::the(SubjectKind::Person, *about), met, standing, || {
            let facts = facts! {
                trainers: team.trainers.clone(),
                day: team.day,
                days: Decimal::hundredths(u32::try_from(team.days).unwrap_or(u32::MAX)),
                required: Decimal::hundredths(team.required),
                students: team.students,
            };
            others.iter().fold(Shortfall::new(*first, facts), |short, place| short.with(Part::Other, *place))
        });
    }
    findings.answer(Reason::NothingToJudge).unless(is_unrecorded, Reason::NotRecorded)
}
