//! Walking over a document: every id, period, name and required text in it, with the way to it.
//!
//! `record!` writes the walk, so that a new member is looked after without a line elsewhere.

use chrono::NaiveDate;

use super::Steps;

/// What a member of a record is besides its type; `record!` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    Plain,
    /// The format requires it.
    Required,
    /// Its id is the one that the object is known by, or ids that are declared here.
    Key,
}

/// A kind of thing that ids name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IdKind {
    /// Its position among the kinds.
    pub number: u8,
    /// Whether a reference must find it inside the document, where the document can hold it (TK-R012).
    pub inside: bool,
    /// Whether it is only known within the item of a section that declares it.
    pub local: bool,
}

/// Sees what a walk over a document comes by.
pub trait See<'d> {
    /// An id by which a thing is known.
    fn defines(&mut self, _kind: IdKind, _id: &'d str, _at: &Steps) {}
    /// The same kind of id elsewhere.
    fn refers(&mut self, _kind: IdKind, _id: &'d str, _at: &Steps) {}
    /// A period.
    fn period(&mut self, _from: NaiveDate, _until: Option<NaiveDate>, _at: &Steps) {}
    /// A person, and the name that is given; `at` leads to the name.
    fn person(&mut self, _id: &'d str, _name: Option<&'d str>, _at: &Steps) {}
    /// A text that the format requires.
    fn required_text(&mut self, _text: &'d str, _at: &Steps) {}
}
