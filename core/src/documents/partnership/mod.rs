//! The partnership (partnerschap): the network that trains teachers together, in one school year.

mod records;
mod words;

pub use records::*;
pub use words::*;

use chrono::NaiveDate;

use super::{Document, Family, Kind};
use crate::grammar::{MOST_STEPS, Record, Wire};
use crate::values::SchoolYear;

impl<'a> Document<'a> for Partnership<'a> {
    const KIND: Kind = Kind::Partnership;
    const RECORD: &'static Record = {
        assert!(Partnership::RECORD.depth() <= MOST_STEPS, "a path holds as many steps");
        Partnership::RECORD
    };

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn school_year(&self) -> Option<SchoolYear> {
        Some(self.school_year)
    }

    /// Training that was followed, and notes of the quality system.
    fn dated_after(&self, day: NaiveDate) -> usize {
        let trainings = self.persons.iter().flat_map(|person| &person.trainings);
        let followed = trainings.filter(|training| training.followed_on.is_some_and(|date| date > day));
        let notes = self.quality_layers.iter().flat_map(|layer| layer.findings.iter().chain(&layer.actions));
        followed.count() + notes.filter(|note| note.on > day).count()
    }
}

impl Partnership<'_> {
    /// The same partnership, holding its texts itself.
    pub fn into_owned(self) -> Partnership<'static> {
        Wire::into_owned(self)
    }
}

/// The partnerships.
#[derive(Debug)]
pub enum Partnerships {}

impl Family for Partnerships {
    type Document<'a> = Partnership<'a>;

    fn shorten<'c, 'd: 'c>(document: &'c Partnership<'d>) -> &'c Partnership<'c> {
        document
    }
}
