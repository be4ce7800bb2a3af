//! A norm: a value that a rule refers to and a rulebook may set.

use chrono::NaiveDate;

use serde::ser::{Serialize, Serializer};

use crate::grammar::List;
use crate::json::{Look as _, Value, parse};
use crate::language::{Lang, Text};
use crate::values::Decimal;

/// What a norm counts, or what it is chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Days.
    Days,
    /// Months.
    Months,
    /// Days a week; held in hundredths.
    DaysPerWeek,
    /// A share of a whole, 0 to 1; held in hundredths.
    Share,
    /// Things.
    Number,
    /// A study year.
    StudyYear,
    /// Bytes.
    Bytes,
    /// One of these words; held as its position.
    Choice(&'static [&'static str]),
    /// Some of these words; held as a set of their positions.
    Words(&'static List),
    /// Some study years; held as a set of their numbers.
    StudyYears,
    /// Some groups of the primary school; held as a set of their numbers.
    Groups,
}

impl Unit {
    /// What it is called where rules are described.
    pub fn key(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Months => "months",
            Self::DaysPerWeek => "days-per-week",
            Self::Share => "share",
            Self::Number => "number",
            Self::StudyYear => "study-year",
            Self::Bytes => "bytes",
            Self::Choice(_) => "choice",
            Self::Words(_) => "words",
            Self::StudyYears => "study-years",
            Self::Groups => "groups",
        }
    }
}

/// A norm of a rule, or of several rules that share it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Norm {
    /// Its name, unique within the rule.
    pub name: &'static str,
    /// What it is, for people.
    #[cfg(feature = "docs")]
    pub label: Text,
    /// What it counts.
    pub unit: Unit,
    /// The least value a rulebook may set.
    pub least: u32,
    /// The greatest value a rulebook may set.
    pub most: u32,
    /// The value unless a rulebook sets another.
    pub default: u32,
    /// Values that held before the default did, each until a day that is included; the earliest first.
    pub earlier: &'static [(u32, NaiveDate)],
}

impl Norm {
    /// A norm that counts something. Days a week and shares are given in hundredths.
    #[cfg_attr(not(feature = "docs"), expect(unused_variables, reason = "only the docs show labels"))]
    pub(crate) const fn number(
        name: &'static str,
        label: Text,
        unit: Unit,
        default: u32,
        least: u32,
        most: u32,
    ) -> Self {
        Self {
            name,
            #[cfg(feature = "docs")]
            label,
            unit,
            least,
            most,
            default,
            earlier: &[],
        }
    }

    /// The same norm with values that held before, each until a day that is included; the earliest first.
    pub(crate) const fn after(self, earlier: &'static [(u32, NaiveDate)]) -> Self {
        Self { earlier, ..self }
    }

    /// A norm that is one of some words; the first is the default.
    #[cfg_attr(not(feature = "docs"), expect(unused_variables, reason = "only the docs show labels"))]
    pub(crate) const fn choice(name: &'static str, label: Text, words: &'static [&'static str]) -> Self {
        Self {
            name,
            #[cfg(feature = "docs")]
            label,
            unit: Unit::Choice(words),
            least: 0,
            most: u32::MAX,
            default: 0,
            earlier: &[],
        }
    }

    /// A norm that is a set of at least one value; the default is given as the positions of its values.
    #[cfg_attr(not(feature = "docs"), expect(unused_variables, reason = "only the docs show labels"))]
    pub(crate) const fn set(name: &'static str, label: Text, unit: Unit, default: &[u8]) -> Self {
        let (mut bits, mut rest) = (0, default);
        while let [first, others @ ..] = rest {
            bits |= 1 << *first;
            rest = others;
        }
        Self {
            name,
            #[cfg(feature = "docs")]
            label,
            unit,
            least: 1,
            most: u32::MAX,
            default: bits,
            earlier: &[],
        }
    }

    /// The value on a day, unless a rulebook sets another.
    pub fn default_on(&self, day: NaiveDate) -> u32 {
        self.earlier.iter().find(|(_, until)| day <= *until).map_or(self.default, |(value, _)| *value)
    }

    /// Whether it is held in hundredths.
    fn in_hundredths(&self) -> bool {
        matches!(self.unit, Unit::DaysPerWeek | Unit::Share)
    }

    /// The value that a rulebook writes as this JSON; `None` when it is not allowed.
    pub fn read(&self, json: &str) -> Option<u32> {
        self.value(&parse(json)?)
    }

    /// The value that a rulebook gives; `None` when it is not allowed.
    pub(crate) fn value(&self, value: &Value<'_>) -> Option<u32> {
        let read = match self.unit {
            Unit::Choice(words) => {
                let word = value.text()?;
                words.iter().position(|known| *known == word)?.try_into().ok()?
            }
            Unit::Words(words) => {
                bits(value, |item| words.words.iter().position(|word| Some(word.key) == item.text()))?
            }
            Unit::StudyYears => bits(value, |item| up_to(4, item))?,
            Unit::Groups => bits(value, |item| up_to(8, item))?,
            Unit::DaysPerWeek | Unit::Share => Decimal::parse(value.number()?)?.as_hundredths(),
            Unit::Days | Unit::Months | Unit::Number | Unit::StudyYear | Unit::Bytes => {
                Decimal::parse(value.number()?).and_then(Decimal::whole).or_else(|| value.whole())?
            }
        };
        (self.least..=self.most).contains(&read).then_some(read)
    }

    /// A value as a rulebook writes it, in JSON.
    pub fn write(&self, value: u32) -> String {
        serde_json::to_string(&self.written(value)).unwrap_or_default()
    }

    /// A value as a rulebook writes it.
    pub(crate) fn written(&self, value: u32) -> NormValue {
        NormValue { unit: self.unit, value }
    }

    /// What a rulebook may write.
    pub fn allowed(&self, lang: Lang) -> String {
        match self.unit {
            Unit::Choice(words) => format!("{} {}", lang.pick("een van", "one of"), words.join(", ")),
            Unit::Words(words) => {
                let keys: Vec<&str> = words.words.iter().map(|word| word.key).collect();
                let some = lang.pick("een lijst met minstens één van", "a list of at least one of");
                format!("{some} {}", keys.join(", "))
            }
            Unit::StudyYears => lang
                .pick(
                    "een lijst met minstens één studiejaar, 1 tot en met 4",
                    "a list of at least one study year, 1 to 4",
                )
                .to_owned(),
            Unit::Groups => lang
                .pick("een lijst met minstens één groep, 1 tot en met 8", "a list of at least one group, 1 to 8")
                .to_owned(),
            Unit::Days
            | Unit::Months
            | Unit::DaysPerWeek
            | Unit::Share
            | Unit::Number
            | Unit::StudyYear
            | Unit::Bytes => {
                let (least, most) = (self.write(self.least), self.write(self.most));
                match lang {
                    Lang::Nl | Lang::NlPlain if self.in_hundredths() => {
                        format!("een getal van {least} tot en met {most}, hoogstens twee decimalen")
                    }
                    Lang::En if self.in_hundredths() => {
                        format!("a number from {least} to {most}, at most two decimals")
                    }
                    Lang::Nl | Lang::NlPlain => format!("een geheel getal van {least} tot en met {most}"),
                    Lang::En => format!("a whole number from {least} to {most}"),
                }
            }
        }
    }
}

/// A value of a norm, to be written as a rulebook writes it.
#[derive(Clone, Copy)]
pub(crate) struct NormValue {
    unit: Unit,
    value: u32,
}

impl Serialize for NormValue {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let value = self.value;
        let holds = |at: usize| value.checked_shr(u32::try_from(at).unwrap_or(32)).unwrap_or(0) & 1 == 1;
        match self.unit {
            Unit::Choice(words) => to.serialize_str(words.get(value as usize).copied().unwrap_or_default()),
            Unit::Words(list) => {
                to.collect_seq(list.words.iter().enumerate().filter(|(at, _)| holds(*at)).map(|(_, word)| word.key))
            }
            Unit::StudyYears | Unit::Groups => to.collect_seq((1..=8_usize).filter(|number| holds(*number))),
            Unit::DaysPerWeek | Unit::Share => Decimal::hundredths(value).serialize(to),
            Unit::Days | Unit::Months | Unit::Number | Unit::StudyYear | Unit::Bytes => to.serialize_u32(value),
        }
    }
}

/// The positions that the items of a list name, as bits.
fn bits(list: &Value<'_>, position: impl Fn(&Value<'_>) -> Option<usize>) -> Option<u32> {
    list.items()?.iter().try_fold(0, |bits, item| {
        let position: u32 = position(item)?.try_into().ok()?;
        Some(bits | 1_u32.checked_shl(position)?)
    })
}

/// A number from 1 to the greatest.
fn up_to(greatest: usize, item: &Value<'_>) -> Option<usize> {
    item.whole().filter(|number| (1..=greatest).contains(number))
}
