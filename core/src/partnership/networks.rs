//! The partnerships that a validator was given, and which of them belongs to a student in a school year: that of the student's
//! entry, else of the student; where neither names one, the only one that was given for the school year.

use chrono::NaiveDate;

use super::roster::{Ids, Roster, all_with, first_with};
use crate::documents::{Partnership, Partnerships};
use crate::judging::{Compared, Held, Shelf};
use crate::sort::{Listed as _, TextKey, sorted};
use crate::values::{PartnershipId, SchoolYear, StudentId};

/// A partnership that portfolios are compared with.
pub(crate) type Network = Held<Partnerships>;

/// The partnerships of a validator, put in order once: a portfolio costs the same however many there are.
#[derive(Debug, Default)]
pub(crate) struct Networks {
    all: Shelf<Partnerships>,
    /// Their positions by school year and id.
    by_year: Ids<(SchoolYear, usize)>,
    /// The students of all by id: the position of a partnership that lists one, and there of the student. Once for each partnership.
    students: Ids<(usize, usize)>,
}

impl Compared for Partnerships {
    type Index = Roster;
    const CALLED: &'static str = "partnerships";
    const KEY: &'static str = "id and the school year";
    const TIE: &'static str = "the same students";

    fn owned(document: Partnership<'_>) -> Partnership<'static> {
        document.into_owned()
    }

    fn index(document: &Partnership<'static>) -> Roster {
        Roster::of(document)
    }

    /// An id and a school year tell them apart.
    fn ties(_one: &Partnership<'static>, _other: &Partnership<'static>) -> bool {
        false
    }
}

impl From<Shelf<Partnerships>> for Networks {
    fn from(all: Shelf<Partnerships>) -> Self {
        let networks = all.iter().map(|network| &network.document).listed();
        let years = networks.iter().map(|one| (one.school_year, TextKey::of(one.id.as_str()))).zip(0..).listed();
        let by_year = sorted(years, Ord::cmp).into_iter().map(|((year, id), at)| (id.quick(), (year, at))).listed();
        let mut students = Vec::new();
        for (network, one) in networks.iter().enumerate() {
            let listed = one.students.iter().enumerate();
            students.extend(listed.map(|(at, placed)| (TextKey::of(placed.student.as_str()), network, at)));
        }
        let mut students = sorted(students, Ord::cmp);
        students.dedup_by_key(|(student, network, _)| (*student, *network));
        let students = students.into_iter().map(|(id, network, at)| (id.quick(), (network, at))).listed();
        Self { all, by_year, students }
    }
}

impl Networks {
    pub(crate) fn is_empty(&self) -> bool {
        self.by_year.is_empty()
    }

    /// The partnership of a student in a school year, by the one that the portfolio names.
    pub(crate) fn of(&self, named: Option<&PartnershipId<'_>>, school_year: SchoolYear) -> Option<&Network> {
        let rest = self.by_year.get(self.by_year.partition_point(|(_, (year, _))| *year < school_year)..);
        let rest = rest.unwrap_or_default();
        let of_year = rest.get(..rest.partition_point(|(_, (year, _))| *year == school_year)).unwrap_or_default();
        let id_at = |(_, at): &(SchoolYear, usize)| self.all.get(*at).map(|network| network.document.id.as_str());
        let (_, found) = match (named, of_year) {
            (Some(named), _) => first_with(of_year, named.as_str(), id_at)?,
            (None, [(_, only)]) => *only,
            (None, _) => return None,
        };
        self.all.get(found)
    }

    /// Those that list a student as far as that has begun by a day, in the order in which they were given.
    pub(crate) fn listing(&self, student: &StudentId<'_>, day: NaiveDate) -> Vec<&Network> {
        let id_at = |(network, at): &(usize, usize)| {
            self.all.get(*network)?.document.students.get(*at).map(|placed| placed.student.as_str())
        };
        let those = all_with(&self.students, student.as_str(), id_at).iter();
        let lists = |network: &&Network| {
            network.school_year().first_day() <= day && network.placed(student, day).next().is_some()
        };
        those.filter_map(|(_, (network, _))| self.all.get(*network)).filter(lists).listed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::parse_date;

    /// Partnerships in this order, whose ids and school years are in none, each with the students that it lists and from when.
    fn networks() -> Networks {
        let mut shelf = Shelf::default();
        for (id, school_year, students) in [
            ("west", "2023-2024", &[("st-9", "2023-09-01"), ("st-10", "2024-02-01"), ("st-9", "2024-02-01")][..]),
            ("oost", "2022-2023", &[("st-10", "2022-09-01")]),
            ("oost", "2023-2024", &[("st-10", "2023-09-01")]),
            ("noordoost", "2024-2025", &[("st-10", "2024-09-02"), ("st-9", "2024-09-02")]),
        ] {
            let placed = students.iter().map(|(student, from)| {
                format!(r#"{{"student": "{student}", "studyYear": 1, "period": {{"from": "{from}"}}}}"#)
            });
            let json = format!(
                r#"{{"format": "twentse-kubus/partnership@1", "id": "{id}", "schoolYear": "{school_year}", "students": [{}]}}"#,
                placed.collect::<Vec<_>>().join(", ")
            );
            assert_eq!(shelf.add(Partnership::from_json(&json).unwrap(), String::new()), Ok(()));
        }
        shelf.into()
    }

    fn name(network: &Network) -> String {
        format!("{} {}", network.document.id.as_str(), network.school_year())
    }

    /// A named one is found among those of its school year; where none is named, the only one of the school year.
    #[test]
    fn a_partnership_is_found_by_school_year_and_id() {
        let networks = networks();
        let of = |named: Option<&str>, first: u16| {
            let named = named.map(|named| PartnershipId::new(named).unwrap());
            networks.of(named.as_ref(), SchoolYear::beginning(first).unwrap()).map(name)
        };
        for (named, first, found) in [
            (Some("oost"), 2022, Some("oost 2022-2023")),
            (Some("oost"), 2023, Some("oost 2023-2024")),
            (Some("west"), 2023, Some("west 2023-2024")),
            (Some("noordoost"), 2024, Some("noordoost 2024-2025")),
            (Some("west"), 2022, None),
            (Some("zuid"), 2023, None),
            (Some("oost"), 2021, None),
            (Some("oost"), 2025, None),
            (None, 2022, Some("oost 2022-2023")),
            (None, 2023, None),
            (None, 2024, Some("noordoost 2024-2025")),
            (None, 2021, None),
        ] {
            assert_eq!(of(named, first).as_deref(), found, "{named:?} {first}");
        }
        assert!(Networks::default().is_empty() && !networks.is_empty());
    }

    /// Each that lists a student by a day is there once, in the order in which they were given.
    #[test]
    fn those_that_list_a_student_are_found() {
        let networks = networks();
        let listing = |student: &str, day: &str| -> Vec<String> {
            let those = networks.listing(&StudentId::new(student).unwrap(), parse_date(day).unwrap());
            those.into_iter().map(name).collect()
        };
        // Placed twice in one partnership; the next school year has not begun.
        assert_eq!(listing("st-9", "2024-05-22"), ["west 2023-2024"]);
        assert_eq!(listing("st-9", "2024-09-02"), ["west 2023-2024", "noordoost 2024-2025"]);
        // In the west from February on.
        assert_eq!(listing("st-10", "2024-01-31"), ["oost 2022-2023", "oost 2023-2024"]);
        assert_eq!(listing("st-10", "2024-02-01"), ["west 2023-2024", "oost 2022-2023", "oost 2023-2024"]);
        assert_eq!(listing("st-10", "2022-08-31"), [""; 0]);
        assert_eq!(listing("st-1", "2024-05-22"), [""; 0]);
    }
}
