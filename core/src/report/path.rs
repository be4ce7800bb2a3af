//! Where in a document a finding lies: a JSON Pointer that can only name members of the format and positions.

use std::fmt;

use crate::document::grammar::{Record, Shape};
use crate::rules::Sections;

/// One step of a [`Path`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Token {
    /// A member, by its name in the format.
    Member(&'static str),
    /// An item of a list, counted from 0.
    Item(usize),
}

impl From<&'static str> for Token {
    fn from(name: &'static str) -> Self {
        Self::Member(name)
    }
}

impl From<usize> for Token {
    fn from(position: usize) -> Self {
        Self::Item(position)
    }
}

/// A JSON Pointer (RFC 6901) into a document. It may name an absent member; its parent is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub(crate) Vec<Token>);

impl Path {
    pub(crate) fn of(tokens: &[Token]) -> Self {
        Self(tokens.to_vec())
    }

    /// The steps from the root.
    pub fn tokens(&self) -> &[Token] {
        &self.0
    }

    /// The section that it lies in.
    pub(crate) fn section(&self) -> Sections {
        section_of(&self.0)
    }

    /// Where it stands in the total order of a document: positions as numbers, members in the order of the format.
    /// `None` when the format has no such place.
    pub(crate) fn rank(&self, document: &'static Record) -> Option<Vec<usize>> {
        let mut shape = Shape::Record(document);
        self.0
            .iter()
            .map(|&token| {
                let (next, rank) = match (shape, token) {
                    (Shape::Record(record), Token::Member(name)) => {
                        let position = record.position(name)?;
                        (record.members.get(position)?.shape, position)
                    }
                    (Shape::List(item), Token::Item(position)) => (*item, position),
                    _ => return None,
                };
                shape = next;
                Some(rank)
            })
            .collect()
    }
}

/// The section that these steps lead into.
pub(crate) fn section_of(tokens: &[Token]) -> Sections {
    match tokens.first() {
        Some(Token::Member(name)) => Sections::named(name),
        _ => Sections::NONE,
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names of the format hold neither `~` nor `/`, so nothing needs escaping.
        self.0.iter().try_for_each(|token| match token {
            Token::Member(name) => write!(f, "/{name}"),
            Token::Item(position) => write!(f, "/{position}"),
        })
    }
}

/// A path from its steps: `at!["placements", index, "mentors"]`.
macro_rules! at {
    ($($token:expr),* $(,)?) => { $crate::report::Path::of(&[$($crate::report::Token::from($token)),*]) };
}
pub(crate) use at;
