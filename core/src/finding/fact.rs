//! The facts of a finding, as typed values next to its sentence.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Path;
use crate::grammar::{Closed, Element, List, Word};
use crate::json::{Look as _, Value};
use crate::values::{Decimal, DesignCompetence, Group, Id, SchoolYear, Set, StudyYear, is_id, parse_date};

/// A value that a finding is about. A free text of the document cannot become one: only ids, days, numbers, words of closed
/// lists and names of the format can.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Fact {
    /// An id.
    Id(String),
    /// A day.
    Date(NaiveDate),
    /// A school year.
    SchoolYear(SchoolYear),
    /// A whole number.
    Whole(i64),
    /// A decimal of at most two places.
    Decimal(Decimal),
    /// A value of a closed list.
    Word(&'static Word),
    /// A name in the format itself: a member, an allowed value, a format version.
    Name(&'static str),
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
    /// A school year.
    SchoolYear,
    /// A whole number.
    Whole,
    /// A decimal of at most two places.
    Decimal,
    /// A value of this closed list.
    Word(&'static List),
    /// A name of the format itself.
    Name(Naming),
    /// A list of whole numbers.
    Wholes,
    /// A list of ids.
    Ids,
    /// A list of values of this closed list.
    Words(&'static List),
    /// A list of names of the format.
    Names(Naming),
}

/// What a name of the format names, seen from the place of its finding. A sentence shows the label of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Naming {
    /// The field that the place leads to, or that the item is of that it leads to.
    Field,
    /// A field of the object that the place leads to.
    Inside,
    /// What the place is for: a value of its closed list, or the format, which is shown as it is written.
    Value,
}

impl FactKind {
    /// A value of a closed list.
    pub(crate) const fn word<T: Closed>() -> Self {
        Self::Word(T::LIST)
    }

    /// A list of values of a closed list.
    pub(crate) const fn words<T: Closed>() -> Self {
        Self::Words(T::LIST)
    }

    /// What it is called where rules are described.
    pub fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Date => "date",
            Self::SchoolYear => "school-year",
            Self::Whole => "whole",
            Self::Decimal => "decimal",
            Self::Word(_) => "word",
            Self::Name(_) => "name",
            Self::Wholes => "wholes",
            Self::Ids => "ids",
            Self::Words(_) => "words",
            Self::Names(_) => "names",
        }
    }

    /// The closed list that its words are of.
    pub fn list(self) -> Option<&'static List> {
        match self {
            Self::Word(list) | Self::Words(list) => Some(list),
            Self::Id
            | Self::Date
            | Self::SchoolYear
            | Self::Whole
            | Self::Decimal
            | Self::Name(_)
            | Self::Wholes
            | Self::Ids
            | Self::Names(_) => None,
        }
    }

    /// What its names are of.
    pub(crate) fn naming(self) -> Option<Naming> {
        if let Self::Name(naming) | Self::Names(naming) = self { Some(naming) } else { None }
    }

    /// For a list: the kind of its items.
    const fn item(self) -> Option<Self> {
        match self {
            Self::Wholes => Some(Self::Whole),
            Self::Ids => Some(Self::Id),
            Self::Words(words) => Some(Self::Word(words)),
            Self::Names(naming) => Some(Self::Name(naming)),
            Self::Id | Self::Date | Self::SchoolYear | Self::Whole | Self::Decimal | Self::Word(_) | Self::Name(_) => {
                None
            }
        }
    }

    /// The fact of this kind that was written as this value in a finding about this place; `None` when it is no such fact.
    pub(crate) fn read(self, value: &Value<'_>, path: &Path) -> Option<Fact> {
        if let Some(kind) = self.item() {
            return value.list(|item| kind.read(item, path)).map(Fact::List);
        }
        match self {
            Self::Id => value.text().filter(|id| is_id(id)).map(|id| Fact::Id(id.to_owned())),
            Self::Date => value.text().and_then(parse_date).map(Fact::Date),
            Self::SchoolYear => value.text().and_then(SchoolYear::parse).map(Fact::SchoolYear),
            Self::Whole => value.whole().map(Fact::Whole),
            Self::Decimal => value.number().and_then(Decimal::parse).map(Fact::Decimal),
            Self::Word(list) => list.words.iter().find(|word| Some(word.key) == value.text()).map(Fact::Word),
            Self::Name(naming) => path.named(naming, value.text()?).map(|named| Fact::Name(named.name())),
            // Lists: their items were read above.
            Self::Wholes | Self::Ids | Self::Words(_) | Self::Names(_) => None,
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

    /// Adds a fact that not every finding of the rule has.
    #[must_use]
    pub(crate) fn and(mut self, name: &'static str, fact: Option<impl IntoFact>) -> Self {
        self.0.extend(fact.map(|fact| (name, fact.fact())));
        self
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
            Self::SchoolYear(year) => year.serialize(to),
            Self::Whole(number) => to.serialize_i64(*number),
            Self::Decimal(number) => number.serialize(to),
            Self::Word(word) => to.serialize_str(word.key),
            Self::Name(name) => to.serialize_str(name),
            Self::List(list) => to.collect_seq(list),
        }
    }
}

/// What can be a [`Fact`]. No text is among it.
pub(crate) trait IntoFact {
    fn fact(self) -> Fact;
}

impl IntoFact for Fact {
    fn fact(self) -> Fact {
        self
    }
}

macro_rules! ids_as_facts {
    ($($id:ident)*) => {$(
        impl IntoFact for &crate::values::$id<'_> {
            fn fact(self) -> Fact {
                Fact::Id(self.as_str().to_owned())
            }
        }
    )*};
}
ids_as_facts! {
    PartnershipId BoardId AgreementId CommunityId TopicId PersonId SchoolId CurriculumId ResultId AssignmentId PlacementId DesignId ReflectionId EvidenceId AssessmentId ThemeId MaterialId
    ClipId KnowledgeId PlacementWeekId GoalId StudioId ElementId ProfessionThemeId ComponentId
}

/// The ids of several things.
impl<I: Id> IntoFact for Vec<&I> {
    fn fact(self) -> Fact {
        Fact::List(self.into_iter().map(|id| Fact::Id(id.as_str().to_owned())).collect())
    }
}

impl IntoFact for NaiveDate {
    fn fact(self) -> Fact {
        Fact::Date(self)
    }
}

impl IntoFact for SchoolYear {
    fn fact(self) -> Fact {
        Fact::SchoolYear(self)
    }
}

impl IntoFact for StudyYear {
    fn fact(self) -> Fact {
        Fact::Whole(self.get().into())
    }
}

impl IntoFact for u8 {
    fn fact(self) -> Fact {
        Fact::Whole(self.into())
    }
}

impl IntoFact for u32 {
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

macro_rules! numbers_as_facts {
    ($($number:ident)*) => {$(
        impl IntoFact for Set<$number> {
            fn fact(self) -> Fact {
                Fact::List(self.iter().map(|number| Fact::Whole(number.get().into())).collect())
            }
        }
    )*};
}
numbers_as_facts! { DesignCompetence Group StudyYear }

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

/// Facts from their names and values, in the order of the rule: `facts! { placement: &placement.id, days: 3_u32 }`.
macro_rules! facts {
    ($($name:ident: $value:expr),* $(,)?) => {
        $crate::finding::Facts(vec![$((stringify!($name), $crate::finding::IntoFact::fact($value))),*])
    };
}
pub(crate) use facts;
