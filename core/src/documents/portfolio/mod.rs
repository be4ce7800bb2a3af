//! The portfolio (bewijsportfolio) of one student.

mod records;
mod words;

pub use records::*;
pub use words::*;

use chrono::NaiveDate;

use super::{Document, Kind};
use crate::grammar::{MOST_STEPS, Record, Steps, Wire, steps};
use crate::values::SchoolYear;

impl<'a> Document<'a> for Portfolio<'a> {
    const KIND: Kind = Kind::Portfolio;
    const RECORD: &'static Record = {
        assert!(Portfolio::RECORD.depth() <= MOST_STEPS, "a path holds as many steps");
        Portfolio::RECORD
    };

    fn id(&self) -> &str {
        self.student.id.as_str()
    }

    /// Evidence, reflections, talks, decisions, results, and the visits and talks that an assessment is based on.
    fn dated_after(&self, day: NaiveDate) -> usize {
        let later = |date: Option<NaiveDate>| date.is_some_and(|date| date > day);
        let evidence = self.evidence.iter().filter(|proof| later(proof.date) || later(proof.added_on)).count();
        let reflections = self.reflections.iter().filter(|reflection| later(reflection.date)).count();
        let talks = self.placements.iter().flat_map(|placement| &placement.talks);
        let talks = talks.filter(|talk| talk.date > day).count();
        let decisions = self.decisions.iter().filter(|decision| later(decision.on)).count();
        let results = self.assessments.iter().filter(|made| made.result.is_some() && later(made.date)).count();
        let visits = self.assessments.iter().flat_map(|made| made.visits.iter().chain(&made.talks));
        let visits = visits.filter(|date| **date > day).count();
        evidence + reflections + talks + decisions + results + visits
    }

    fn stray_days(&self, see: &mut dyn FnMut(Steps, NaiveDate, SchoolYear)) {
        for (at, year) in self.student.years.iter().enumerate() {
            let stray = |day: &NaiveDate| !year.school_year.institute_year_holds(*day);
            if let Some(day) = year.from.filter(stray) {
                see(steps!(Portfolio: student.years[at].from), day, year.school_year);
            }
            if let Some(day) = year.outcome_on.filter(stray) {
                see(steps!(Portfolio: student.years[at].outcome_on), day, year.school_year);
            }
        }
    }
}

impl YearEntry<'_> {
    /// The first day that is given, unless it is outside the year.
    pub(crate) fn first_day(&self) -> Option<NaiveDate> {
        self.from.filter(|day| self.school_year.institute_year_holds(*day))
    }

    /// The day of the outcome that is given, unless it is outside the year.
    pub(crate) fn outcome_day(&self) -> Option<NaiveDate> {
        self.outcome_on.filter(|day| self.school_year.institute_year_holds(*day))
    }
}

impl Portfolio<'_> {
    /// The same portfolio, holding its texts itself.
    pub fn into_owned(self) -> Portfolio<'static> {
        Wire::into_owned(self)
    }
}
