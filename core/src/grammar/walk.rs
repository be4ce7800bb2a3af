//! Walking over a document: every id, period, name and required text in it, with the way to it.
//!
//! `record!` writes the walk, so that a new member is looked after without a line elsewhere.

use std::fmt;

use chrono::NaiveDate;

use super::Steps;

/// What a member of a record is besides its type; `record!` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    Plain,
    /// The format requires it.
    Required,
    /// The object is known by it, or it declares ids.
    Key,
}

/// What an object is known by among those of its list, where that is no id: a number or a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A number, such as that of a study year.
    Number(u32),
    /// A word of a closed list.
    Word(&'static str),
}

/// As it is written in a document.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Word(word) => f.write_str(word),
        }
    }
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
    /// A key that is no id.
    fn keyed(&mut self, _key: Key, _at: &Steps) {}
    /// The same kind of id elsewhere.
    fn refers(&mut self, _kind: IdKind, _id: &'d str, _at: &Steps) {}
    /// A period.
    fn period(&mut self, _from: NaiveDate, _until: Option<NaiveDate>, _at: &Steps) {}
    /// A person, and the name that is given; `at` leads to the name.
    fn person(&mut self, _id: &'d str, _name: Option<&'d str>, _at: &Steps) {}
    /// A text that the format requires.
    fn required_text(&mut self, _text: &'d str, _at: &Steps) {}
}
