//! What a finding knows, as typed values beside its sentence.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::grammar::{Closed, Word};
use crate::document::{Decimal, Element, Set, parse_date};
use crate::json::{Look as _, Value};
use crate::language::Lang;

/// A value that a finding is about. Never a text of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Fact {
    /// An id.
    Id(String),
    /// A day.
    Date(NaiveDate),
    /// A whole number.
    Whole(i64),
    /// A decimal of at most two places.
    Decimal(Decimal),
    /// A value of a closed list.
    Word(&'static Word),
    /// A name of the format itself: a member, an allowed value, a format version.
    Name(Cow<'static, str>),
    /// A list of facts.
    List(Vec<Fact>),
}

/// What a fact is. A rule declares the kind of each of its facts, so that its sentences can be checked and a stored
/// report can be read back.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum FactKind {
    /// An id.
    Id,
    /// A day.
    Date,
    /// A whole number.
    Whole,
    /// A decimal of at most two places.
    Decimal,
    /// A value of this closed list.
    Word(&'static [Word]),
    /// A name of the format itself.
    Name,
    /// A list of ids.
    Ids,
    /// A list of values of this closed list.
    Words(&'static [Word]),
    /// A list of names of the format.
    Names,
}

impl FactKind {
    /// A value of a closed list.
    pub(crate) const fn word<T: Closed>() -> Self {
        Self::Word(T::WORDS)
    }

    /// A list of values of a closed list.
    pub(crate) const fn words<T: Closed>() -> Self {
        Self::Words(T::WORDS)
    }

    /// What it is called where rules are described.
    pub fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Date => "date",
            Self::Whole => "whole",
            Self::Decimal => "decimal",
            Self::Word(_) => "word",
            Self::Name => "name",
            Self::Ids => "ids",
            Self::Words(_) => "words",
            Self::Names => "names",
        }
    }

    /// For a list: the kind of its items.
    const fn item(self) -> Option<Self> {
        match self {
            Self::Ids => Some(Self::Id),
            Self::Words(words) => Some(Self::Word(words)),
            Self::Names => Some(Self::Name),
            Self::Id | Self::Date | Self::Whole | Self::Decimal | Self::Word(_) | Self::Name => None,
        }
    }

    /// The fact of this kind that was written as this value.
    pub(crate) fn read(self, value: &Value<'_>) -> Option<Fact> {
        if let Some(kind) = self.item() {
            return value.items()?.iter().map(|item| kind.read(item)).collect::<Option<_>>().map(Fact::List);
        }
        match self {
            Self::Id => value.text().map(|id| Fact::Id(id.to_owned())),
            Self::Date => value.text().and_then(parse_date).map(Fact::Date),
            Self::Whole => value.whole().map(Fact::Whole),
            Self::Decimal => value.number().and_then(Decimal::parse).map(Fact::Decimal),
            Self::Word(words) => words.iter().find(|word| Some(word.key) == value.text()).map(Fact::Word),
            Self::Name | Self::Ids | Self::Words(_) | Self::Names => {
                value.text().map(|name| Fact::Name(Cow::Owned(name.to_owned())))
            }
        }
    }
}

/// The facts of a finding by name, in the order that its rule declares.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facts(pub(crate) Vec<(&'static str, Fact)>);

impl Facts {
    /// The fact with this name.
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.iter().find(|(key, _)| *key == name).map(|(_, fact)| fact)
    }

    /// Names and facts, in the order of the rule.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Fact)> {
        self.0.iter().map(|(name, fact)| (*name, fact))
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        self.iter().try_for_each(|(name, fact)| map.serialize_entry(name, fact))?;
        map.end()
    }
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Id(id) => to.serialize_str(id),
            Self::Date(day) => to.collect_str(day),
            Self::Whole(number) => to.serialize_i64(*number),
            Self::Decimal(number) => number.serialize(to),
            Self::Word(word) => to.serialize_str(word.key),
            Self::Name(name) => to.serialize_str(name),
            Self::List(list) => to.collect_seq(list),
        }
    }
}

impl Fact {
    /// A name that this version of the format has.
    pub(crate) const fn name(name: &'static str) -> Self {
        Self::Name(Cow::Borrowed(name))
    }

    /// The fact as people read it in this language.
    pub(crate) fn say(&self, lang: Lang, out: &mut String) {
        match self {
            Self::Id(id) => out.push_str(id),
            Self::Name(name) => out.push_str(name),
            Self::Date(day) => lang.say_date(*day, out),
            Self::Whole(number) => drop(write!(out, "{number}")),
            Self::Decimal(number) => {
                let number = number.to_string();
                out.push_str(&if lang == Lang::En { number } else { number.replace('.', ",") });
            }
            Self::Word(word) => out.push_str(if lang == Lang::En { word.en } else { word.nl }),
            Self::List(list) => {
                for (position, fact) in list.iter().enumerate() {
                    if position > 0 {
                        out.push_str(if position + 1 == list.len() { lang.and() } else { ", " });
                    }
                    fact.say(lang, out);
                }
            }
        }
    }
}

/// What can be a [`Fact`].
pub(crate) trait IntoFact {
    fn fact(self) -> Fact;
}

impl IntoFact for Fact {
    fn fact(self) -> Fact {
        self
    }
}

impl IntoFact for &str {
    fn fact(self) -> Fact {
        Fact::Id(self.to_owned())
    }
}

impl IntoFact for NaiveDate {
    fn fact(self) -> Fact {
        Fact::Date(self)
    }
}

impl IntoFact for u8 {
    fn fact(self) -> Fact {
        Fact::Whole(self.into())
    }
}

impl IntoFact for i64 {
    fn fact(self) -> Fact {
        Fact::Whole(self)
    }
}

impl IntoFact for usize {
    fn fact(self) -> Fact {
        Fact::Whole(i64::try_from(self).unwrap_or(i64::MAX))
    }
}

impl IntoFact for Decimal {
    fn fact(self) -> Fact {
        Fact::Decimal(self)
    }
}

impl<T: Closed> IntoFact for T {
    fn fact(self) -> Fact {
        Fact::Word(self.word())
    }
}

impl<T: Closed + Element> IntoFact for Set<T> {
    fn fact(self) -> Fact {
        Fact::List(self.iter().map(|value| Fact::Word(value.word())).collect())
    }
}

/// Facts from their names and values, in the order of the rule: `facts! { placement: id, days: 3_usize }`.
macro_rules! facts {
    ($($name:ident: $value:expr),* $(,)?) => {
        $crate::report::Facts(vec![$((stringify!($name), $crate::report::IntoFact::fact($value))),*])
    };
}
pub(crate) use facts;
