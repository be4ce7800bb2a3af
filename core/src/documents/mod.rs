//! The documents: what each holds, field by field.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::grammar::{Closed as _, Record, Steps, Wire, closed};

mod curriculum;
mod knowledge_base;
mod labels;
mod partnership;
mod portfolio;

pub use crate::values::*;
pub use curriculum::*;
pub use knowledge_base::*;
#[cfg(feature = "messages")]
pub(crate) use labels::label;
pub use labels::{FIELDS, ITEMS};
pub use partnership::*;
pub use portfolio::*;

closed! {
    /// A kind of document.
    Kind {
        Portfolio = "portfolio", "portfolio", "portfolio";
        Curriculum = "curriculum", "opleidingsprogramma", "curriculum";
        Partnership = "partnership", "partnerschap", "partnership";
        KnowledgeBase = "knowledge-base", "kennisbank", "knowledge base";
    }
}

/// Which document: its kind, its id, and of a partnership the school year.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocumentRef {
    /// Its kind.
    pub kind: Kind,
    /// Its id, when it could be read.
    pub id: Option<String>,
    /// Its school year, of a partnership.
    pub school_year: Option<SchoolYear>,
}

impl DocumentRef {
    pub(crate) fn of<'a, D: Document<'a>>(document: Option<&D>) -> Self {
        Self {
            kind: D::KIND,
            id: document.map(|document| document.id().to_owned()),
            school_year: document.and_then(Document::school_year),
        }
    }

    fn entries<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("kind", self.kind.key())?;
        map.serialize_entry("id", &self.id)?;
        match self.school_year {
            Some(school_year) => map.serialize_entry("schoolYear", &school_year),
            None => Ok(()),
        }
    }
}

impl Serialize for DocumentRef {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        self.entries(&mut map)?;
        map.end()
    }
}

/// A document of another kind that was used in judging one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Used {
    /// Which document.
    pub document: DocumentRef,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

impl Serialize for Used {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        self.document.entries(&mut map)?;
        map.serialize_entry("sha256", &self.sha256)?;
        map.end()
    }
}

/// A document of some kind.
pub trait Document<'a>: Wire<'a> + Clone + Serialize {
    /// Its kind.
    const KIND: Kind;
    /// Its name, what it is, and its members.
    const RECORD: &'static Record;

    /// Its id.
    fn id(&self) -> &str;

    /// Its school year, of a partnership.
    fn school_year(&self) -> Option<SchoolYear> {
        None
    }

    /// How many things in it that cannot be planned are dated after this day (TK-R014).
    fn dated_after(&self, day: NaiveDate) -> usize;

    /// Shows the days that are outside the school year that they are of (TK-R018).
    fn stray_days(&self, _see: &mut dyn FnMut(Steps, NaiveDate, SchoolYear)) {}
}

/// The documents of one kind, whatever they borrow from.
pub trait Family: 'static {
    /// A document of the kind.
    type Document<'a>: Document<'a>;
    /// The shape of its documents.
    const RECORD: &'static Record = <Self::Document<'static> as Document<'static>>::RECORD;

    /// The same document, borrowing no longer than it is borrowed itself.
    fn shorten<'c, 'd: 'c>(document: &'c Self::Document<'d>) -> &'c Self::Document<'c>;
}

/// The portfolios.
#[derive(Debug)]
pub enum Portfolios {}

impl Family for Portfolios {
    type Document<'a> = Portfolio<'a>;

    fn shorten<'c, 'd: 'c>(document: &'c Portfolio<'d>) -> &'c Portfolio<'c> {
        document
    }
}

/// Defines the type of the member `format`, which every document begins with.
macro_rules! format_name {
    ($(#[doc = $doc:literal])* $name:ident = $format:literal) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name;

        impl $name {
            /// The name and version on the wire.
            pub const NAME: &'static str = $format;
        }

        impl<'a> $crate::grammar::Wire<'a> for $name {
            type Owned = Self;
            const SHAPE: $crate::grammar::Shape = $crate::grammar::Shape::Format(Self::NAME);
            const BLANK: Self = Self;

            fn read(&mut self, from: &mut $crate::json::Reader<'a>) -> Option<()> {
                (from.string()? == Self::NAME).then_some(())
            }

            fn into_owned(self) -> Self {
                self
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(Self::NAME)
            }
        }
    };
}
pub(crate) use format_name;
