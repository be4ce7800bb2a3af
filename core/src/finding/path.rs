//! The place of a finding in a document: a JSON Pointer that can only name members of the format and positions.

use std::fmt;

use serde::ser::{Serialize, Serializer};

use super::Naming;
use crate::grammar::{List, Record, Shape, Steps, Word};

/// A JSON Pointer (RFC 6901) into a document. It may name an absent member; its parent is there.
///
/// It holds positions, not names: 48 bytes that own nothing, and whose order is the order of the document.
#[derive(Clone, Copy)]
pub struct Path {
    record: &'static Record,
    steps: Steps,
}

impl Path {
    pub(crate) const fn new(record: &'static Record, steps: Steps) -> Self {
        Self { record, steps }
    }

    /// The document itself.
    pub(crate) const fn root(record: &'static Record) -> Self {
        Self { record, steps: Steps::ROOT }
    }

    /// The positions from the root.
    pub fn steps(&self) -> &Steps {
        &self.steps
    }

    pub(crate) fn steps_mut(&mut self) -> &mut Steps {
        &mut self.steps
    }

    /// The kind of document that it leads into.
    #[cfg(feature = "places")]
    pub(crate) fn record(&self) -> &'static Record {
        self.record
    }

    /// Its steps: members by name, items by position.
    pub fn tokens(&self) -> impl Iterator<Item = Token> {
        self.walk().map(|(_, token, _)| token)
    }

    /// Its steps, each with the record that it is in and what it leads to; an item is in the record of its list.
    pub(crate) fn walk(&self) -> impl Iterator<Item = (&'static Record, Token, Shape)> {
        let mut shape = Shape::Record(self.record);
        let mut within = self.record;
        self.steps.as_slice().iter().map_while(move |step| {
            let at = *step as usize;
            let (token, next) = if let Shape::Record(record) = shape {
                within = record;
                let member = record.members.get(at)?;
                (Token::Member(member.name), member.shape)
            } else if let Shape::List(item) = shape {
                (Token::Item(at), *item)
            } else {
                return None;
            };
            shape = next;
            Some((within, token, next))
        })
    }

    /// The name of the member that it leads to, or that the item it leads to is of.
    pub(crate) fn member(&self) -> &'static str {
        let members = self.tokens().filter_map(|token| if let Token::Member(name) = token { Some(name) } else { None });
        members.last().unwrap_or_default()
    }

    /// What a name of the format is the name of, in a finding about this place; `None` when it names nothing there.
    pub(crate) fn named(&self, naming: Naming, text: &str) -> Option<Named> {
        let (mut field, mut is_item, mut shape) = (None, false, Shape::Record(self.record));
        for (record, token, next) in self.walk() {
            if let Token::Member(name) = token {
                field = Some((record, name));
            }
            is_item = matches!(token, Token::Item(_));
            shape = next;
        }
        match naming {
            Naming::Field => {
                field.filter(|(_, name)| *name == text).map(|(record, name)| Named::Field { record, name, is_item })
            }
            Naming::Inside => {
                let Shape::Record(record) = shape else { return None };
                let name = record.members.get(record.position(text)?)?.name;
                Some(Named::Field { record, name, is_item: false })
            }
            Naming::Value => {
                if let Shape::Format(name) = shape {
                    return (name == text).then_some(Named::Format(name));
                }
                let Shape::Word(list) = shape else { return None };
                list.words.iter().find(|word| word.key == text).map(|word| Named::Value(list, word))
            }
        }
    }

    /// Reads a JSON Pointer into a kind of document; `None` when the format has no such place.
    pub(crate) fn parse(pointer: &str, record: &'static Record) -> Option<Self> {
        let mut path = Self::root(record);
        let mut shape = Shape::Record(record);
        if pointer.is_empty() {
            return Some(path);
        }
        for step in pointer.strip_prefix('/')?.split('/') {
            let at = if let Shape::Record(record) = shape {
                let at = record.position(step)?;
                shape = record.members.get(at)?.shape;
                at
            } else if let Shape::List(item) = shape {
                shape = *item;
                step.parse::<u32>().ok().filter(|at| at.to_string() == step)? as usize
            } else {
                return None;
            };
            path.steps.push(at);
        }
        Some(path)
    }
}

/// What a name of the format is the name of.
pub(crate) enum Named {
    /// A format and its version.
    Format(&'static str),
    /// A field of a record, or one item of it.
    Field { record: &'static Record, name: &'static str, is_item: bool },
    /// A value of a closed list.
    Value(&'static List, &'static Word),
}

impl Named {
    /// The name.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Format(name) | Self::Field { name, .. } => name,
            Self::Value(_, word) => word.key,
        }
    }
}

/// One step of a [`Path`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Token {
    /// A member, by its name in the format.
    Member(&'static str),
    /// An item of a list, counted from 0.
    Item(usize),
}

impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        self.steps == other.steps && self.record.name == other.record.name
    }
}

impl Eq for Path {}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.steps.cmp(&other.steps)
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_string())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names of the format hold neither `~` nor `/`, so nothing needs escaping.
        self.tokens().try_for_each(|token| match token {
            Token::Member(name) => write!(f, "/{name}"),
            Token::Item(position) => write!(f, "/{position}"),
        })
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// A path from the names of fields and the positions of items: `at!(Portfolio: placements[at].mentors)`. A misspelt
/// name does not compile.
macro_rules! at {
    ($record:ident) => { $crate::finding::Path::root($record::RECORD) };
    ($record:ident: $($steps:tt)+) => {
        $crate::finding::Path::new($record::RECORD, $crate::grammar::steps!($record: $($steps)+))
    };
}
pub(crate) use at;
