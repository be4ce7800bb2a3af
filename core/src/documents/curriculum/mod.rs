//! The curriculum (opleidingsprogramma): what an institute offers from a cohort on, with its assessment framework.

mod records;
mod words;

pub use records::*;
pub use words::*;

use chrono::NaiveDate;

use super::{Document, Family, Kind};
use crate::grammar::{MOST_STEPS, Record, Wire};

impl<'a> Document<'a> for Curriculum<'a> {
    const KIND: Kind = Kind::Curriculum;
    const RECORD: &'static Record = {
        assert!(Curriculum::RECORD.depth() <= MOST_STEPS, "a path holds as many steps");
        Curriculum::RECORD
    };

    fn id(&self) -> &str {
        self.id.as_str()
    }

    /// Nothing in a curriculum has a day.
    fn dated_after(&self, _day: NaiveDate) -> usize {
        0
    }
}

impl Curriculum<'_> {
    /// The same curriculum, holding its texts itself.
    pub fn into_owned(self) -> Curriculum<'static> {
        Wire::into_owned(self)
    }
}

/// The curricula.
#[derive(Debug)]
pub enum Curriculums {}

impl Family for Curriculums {
    type Document<'a> = Curriculum<'a>;

    fn shorten<'c, 'd: 'c>(document: &'c Curriculum<'d>) -> &'c Curriculum<'c> {
        document
    }
}
