//! The knowledge base (kennisbank): learning materials on the Twentse kubus.

mod records;
mod words;

pub use records::*;
pub use words::*;

use chrono::NaiveDate;

use super::{Document, Family, Kind};
use crate::grammar::{MOST_STEPS, Record, Wire};

impl<'a> Document<'a> for KnowledgeBase<'a> {
    const KIND: Kind = Kind::KnowledgeBase;
    const RECORD: &'static Record = {
        assert!(KnowledgeBase::RECORD.depth() <= MOST_STEPS, "a path holds as many steps");
        KnowledgeBase::RECORD
    };

    fn id(&self) -> &str {
        self.id.as_str()
    }

    /// Essential knowledge determined, learning materials made, and reviews.
    fn dated_after(&self, day: NaiveDate) -> usize {
        let later = |date: Option<NaiveDate>| date.is_some_and(|date| date > day);
        let knowledge = self.knowledge.iter().filter(|knowledge| later(knowledge.set_on)).count();
        let made = self.materials.iter().filter(|material| later(material.made_on)).count();
        let reviews = self.materials.iter().flat_map(|material| &material.reviews);
        knowledge + made + reviews.filter(|review| review.on > day).count()
    }
}

impl KnowledgeBase<'_> {
    /// The same knowledge base, holding its texts itself.
    pub fn into_owned(self) -> KnowledgeBase<'static> {
        Wire::into_owned(self)
    }
}

/// The knowledge bases.
#[derive(Debug)]
pub enum KnowledgeBases {}

impl Family for KnowledgeBases {
    type Document<'a> = KnowledgeBase<'a>;

    fn shorten<'c, 'd: 'c>(document: &'c KnowledgeBase<'d>) -> &'c KnowledgeBase<'c> {
        document
    }
}
