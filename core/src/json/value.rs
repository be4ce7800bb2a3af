//! A value of JSON whose shape is not known: a rulebook, a stored report.

use std::borrow::Cow;
use std::str::FromStr;

use super::Reader;

/// A value whose shape is not known.
pub(crate) type Value<'a> = hifijson::value::Value<&'a str, Cow<'a, str>>;

/// The value that a whole text is.
pub(crate) fn parse(text: &str) -> Option<Value<'_>> {
    let mut reader = Reader::new(text);
    let value = reader.value()?;
    reader.end().map(|()| value)
}

/// Looks into a [`Value`]; `None` when it is of another kind.
pub(crate) trait Look<'a>: Sized {
    /// The members of an object, in their order.
    fn members(&self) -> Option<&[(Cow<'a, str>, Self)]>;
    /// The items of a list.
    fn items(&self) -> Option<&[Self]>;
    /// A string.
    fn text(&self) -> Option<&str>;
    /// A number as it is written.
    fn number(&self) -> Option<&'a str>;

    /// The member of an object with this name.
    fn get(&self, name: &str) -> Option<&Self>;

    /// A list, each item read; `None` when one is not read.
    fn list<T>(&self, read: impl Fn(&Self) -> Option<T>) -> Option<Vec<T>> {
        let mut list = Vec::new();
        for item in self.items()? {
            list.push(read(item)?);
        }
        Some(list)
    }

    /// A whole number in the range given.
    fn whole<T: FromStr>(&self) -> Option<T> {
        self.number()?.parse().ok()
    }
}

impl<'a> Look<'a> for Value<'a> {
    fn members(&self) -> Option<&[(Cow<'a, str>, Self)]> {
        if let Self::Object(members) = self { Some(members) } else { None }
    }

    fn items(&self) -> Option<&[Self]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    fn text(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    fn number(&self) -> Option<&'a str> {
        if let Self::Number((number, _)) = self { Some(number) } else { None }
    }

    fn get(&self, name: &str) -> Option<&Self> {
        self.members()?.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}
