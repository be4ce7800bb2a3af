//! Who is where and in which role, as portfolios look it up in a partnership: put in order once, so that a portfolio costs what it
//! holds itself, however many persons and students the partnership has.

use chrono::NaiveDate;

use super::case::is_in_network;
use super::networks::Network;
use crate::documents::{Partnership, PlacedStudent, TrainingKind};
use crate::frameworks::Role;
use crate::sort::{Listed as _, Quick, TextKey, sorted};
use crate::values::{Period, PersonId, SchoolId, SchoolYear, StudentId, TopicId};

/// Stretches of days by a key, in order; those of one key do not touch one another.
#[derive(Debug)]
struct Spans<K>(Vec<(K, NaiveDate, NaiveDate)>);

impl<K: Ord + Copy> Spans<K> {
    fn of(all: Vec<(K, NaiveDate, NaiveDate)>) -> Self {
        let mut apart: Vec<(K, NaiveDate, NaiveDate)> = Vec::new();
        for (key, from, until) in sorted(all, Ord::cmp) {
            match apart.last_mut() {
                Some((same, _, last)) if *same == key && from <= *last => *last = until.max(*last),
                _ => apart.push((key, from, until)),
            }
        }
        Self(apart)
    }

    /// Whether a stretch with this key holds one of these days.
    fn holds_any(&self, key: K, from: NaiveDate, until: NaiveDate) -> bool {
        let at = self.0.partition_point(|(other, _, last)| (*other, *last) < (key, from));
        self.0.get(at).is_some_and(|(other, first, _)| *other == key && *first <= until)
    }
}

/// Where things are, in the order of their ids. With each is what is compared of its id first: a search then looks at the thing that
/// it finds and at hardly any other, where each may have to be fetched from memory.
pub(super) type Ids<P> = Vec<(Quick, P)>;

/// Those from the first on that has an id or would come behind it.
fn from_id<'p, 'i, P>(ids: &'p [(Quick, P)], id: &str, id_at: impl Fn(&P) -> Option<&'i str>) -> &'p [(Quick, P)] {
    let sought = TextKey::of(id);
    let order = |(quick, at): &(Quick, P)| {
        quick.cmp(&sought.quick()).then_with(|| id_at(at).map(TextKey::of).cmp(&Some(sought)))
    };
    ids.get(ids.partition_point(|one| order(one).is_lt())..).unwrap_or_default()
}

/// The first that has an id.
pub(super) fn first_with<'i, P: Copy>(
    ids: &[(Quick, P)],
    id: &str,
    id_at: impl Fn(&P) -> Option<&'i str>,
) -> Option<P> {
    let (_, first) = from_id(ids, id, &id_at).first()?;
    (id_at(first) == Some(id)).then_some(*first)
}

/// All that have an id.
pub(super) fn all_with<'p, 'i, P>(
    ids: &'p [(Quick, P)],
    id: &str,
    id_at: impl Fn(&P) -> Option<&'i str>,
) -> &'p [(Quick, P)] {
    let rest = from_id(ids, id, &id_at);
    rest.get(..rest.partition_point(|(_, at)| id_at(at) == Some(id))).unwrap_or_default()
}

/// The positions of things in the order of their ids.
fn by_id<T>(all: &[T], id_of: impl Fn(&T) -> &str) -> Ids<usize> {
    let keys = sorted(all.iter().map(|one| TextKey::of(id_of(one))).zip(0..).listed(), Ord::cmp);
    keys.into_iter().map(|(key, at)| (key.quick(), at)).listed()
}

/// A partnership put in order. It borrows nothing, so that it can be kept with the partnership.
#[derive(Debug)]
pub(crate) struct Roster {
    schools: Ids<usize>,
    persons: Ids<usize>,
    students: Ids<usize>,
    /// By person and role.
    roles: Spans<(usize, Role)>,
    /// By person, role and school.
    roles_at: Spans<(usize, Role, usize)>,
    /// The days on which a person first had followed a training for mentors, by person.
    mentor_trainings: Vec<(usize, NaiveDate)>,
    /// The agendas: for each school the positions of its topics in the order of their ids.
    agendas: Vec<Ids<usize>>,
}

impl Roster {
    pub(super) fn of(partnership: &Partnership<'_>) -> Self {
        let schools = by_id(&partnership.schools, |school| school.id.as_str());
        let persons = by_id(&partnership.persons, |person| person.id.as_str());
        let school_at = |id: &SchoolId<'_>| {
            first_with(&schools, id.as_str(), |at| partnership.schools.get(*at).map(|school| school.id.as_str()))
        };
        let (mut roles, mut roles_at, mut trainings) = (Vec::new(), Vec::new(), Vec::new());
        for (at, person) in partnership.persons.iter().enumerate() {
            for held in &person.roles {
                let (from, until) = days_of(held.period.as_ref());
                roles.push(((at, held.role), from, until));
                let schools = held.schools.iter().filter_map(school_at);
                roles_at.extend(schools.map(|school| ((at, held.role, school), from, until)));
            }
            let mentor = person.trainings.iter().filter(|training| training.kind == TrainingKind::Mentor);
            trainings.extend(mentor.filter_map(|training| Some((at, training.followed_on?))));
        }
        let mut mentor_trainings = sorted(trainings, Ord::cmp);
        mentor_trainings.dedup_by_key(|(person, _)| *person);
        Self {
            students: by_id(&partnership.students, |placed| placed.student.as_str()),
            roles: Spans::of(roles),
            roles_at: Spans::of(roles_at),
            mentor_trainings,
            agendas: partnership.schools.iter().map(|school| by_id(&school.agenda, |topic| topic.id.as_str())).listed(),
            schools,
            persons,
        }
    }
}

/// The first and the last day of a period; without one every day.
fn days_of(period: Option<&Period>) -> (NaiveDate, NaiveDate) {
    let from = period.map_or(NaiveDate::MIN, |period| period.from);
    (from, period.and_then(|period| period.until).unwrap_or(NaiveDate::MAX))
}

/// What portfolios look up in a partnership.
impl Network {
    /// The school year that it is of.
    pub(crate) fn school_year(&self) -> SchoolYear {
        self.document.school_year
    }

    /// The day by which it is judged on a reference day: that day, as far as it is in the school year.
    pub(crate) fn day_of_judgement(&self, as_of: NaiveDate) -> NaiveDate {
        as_of.clamp(self.school_year().first_day(), self.school_year().last_day())
    }

    /// The position of a school.
    pub(crate) fn school_at(&self, id: &SchoolId<'_>) -> Option<usize> {
        let id_at = |at: &usize| self.document.schools.get(*at).map(|school| school.id.as_str());
        first_with(&self.index.schools, id.as_str(), id_at)
    }

    /// Whether a school is in the network on one of these days.
    pub(crate) fn has_school(&self, school: usize, from: NaiveDate, until: NaiveDate) -> bool {
        self.document.schools.get(school).is_some_and(|school| is_in_network(school, from, until))
    }

    /// The position of a person.
    pub(crate) fn person_at(&self, id: &PersonId<'_>) -> Option<usize> {
        let id_at = |at: &usize| self.document.persons.get(*at).map(|person| person.id.as_str());
        first_with(&self.index.persons, id.as_str(), id_at)
    }

    /// Whether a person holds a role on a day, for whatever school.
    pub(crate) fn holds_role(&self, person: usize, role: Role, day: NaiveDate) -> bool {
        self.index.roles.holds_any((person, role), day, day)
    }

    /// Whether a person holds a role for a school on one of these days.
    pub(crate) fn holds_role_at(
        &self,
        person: usize,
        role: Role,
        school: usize,
        from: NaiveDate,
        until: NaiveDate,
    ) -> bool {
        self.index.roles_at.holds_any((person, role, school), from, until)
    }

    /// Whether a person had followed a training for mentors by a day.
    pub(crate) fn is_trained_mentor(&self, person: usize, day: NaiveDate) -> bool {
        let trainings = &self.index.mentor_trainings;
        let found = trainings.binary_search_by(|(known, _)| known.cmp(&person)).ok();
        found.and_then(|at| trainings.get(at)).is_some_and(|(_, followed)| *followed <= day)
    }

    /// What it lists of a student as far as that has begun by a day, with its position.
    pub(crate) fn placed(
        &self,
        id: &StudentId<'_>,
        day: NaiveDate,
    ) -> impl Iterator<Item = (usize, &PlacedStudent<'static>)> {
        let students = &self.document.students;
        let id_at = |at: &usize| students.get(*at).map(|placed| placed.student.as_str());
        let positions = all_with(&self.index.students, id.as_str(), id_at);
        let first = self.school_year().first_day();
        let listed = positions.iter().filter_map(|(_, at)| Some((*at, students.get(*at)?)));
        listed.filter(move |(_, placed)| placed.period.as_ref().map_or(first, |period| period.from) <= day)
    }

    /// Whether a school has a research agenda.
    pub(crate) fn has_agenda(&self, school: usize) -> bool {
        self.document.schools.get(school).is_some_and(|school| !school.agenda.is_empty())
    }

    /// Whether a topic is on the research agenda of a school.
    pub(crate) fn is_on_agenda(&self, school: usize, topic: &TopicId<'_>) -> bool {
        let agenda = self.document.schools.get(school).map_or(&[][..], |school| &school.agenda);
        let positions = self.index.agendas.get(school).map_or(&[][..], Vec::as_slice);
        first_with(positions, topic.as_str(), |at| agenda.get(*at).map(|topic| topic.id.as_str())).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::parse_date;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    /// Two stretches that touch are one, and each end is of the stretch.
    #[test]
    fn stretches_hold_their_ends() {
        let days = [("2023-09-01", "2023-10-31"), ("2024-02-01", "2024-03-31"), ("2023-10-15", "2023-12-24")];
        let other = ("2023-01-01", "2025-01-01");
        let span = |key: u8, (from, until): (&str, &str)| (key, day(from), day(until));
        let spans =
            Spans::of(days.map(|days| span(2, days)).into_iter().chain([span(1, other), span(3, other)]).collect());
        assert_eq!(spans.0.len(), 4);
        let holds = |key, from, until| spans.holds_any(key, day(from), day(until));
        for (from, until, expected) in [
            ("2023-08-01", "2023-08-31", false),
            ("2023-08-01", "2023-09-01", true),
            ("2023-12-24", "2023-12-31", true),
            ("2023-12-25", "2024-01-31", false),
            ("2023-12-25", "2024-02-01", true),
            ("2024-03-31", "2024-03-31", true),
            ("2024-04-01", "2024-12-31", false),
        ] {
            assert_eq!(holds(2, from, until), expected, "{from} {until}");
        }
        assert!(holds(1, "2024-04-01", "2024-04-01") && !holds(4, "2024-04-01", "2024-04-01"));
    }
}
