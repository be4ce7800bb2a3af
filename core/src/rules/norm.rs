//! A norm: a value that a rule refers to and a rulebook may set.

use crate::document::grammar::Word;
use crate::json::{Look as _, Value, parse};
use crate::language::Lang;

/// What a norm counts, or what it is chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Days.
    Days,
    /// Days a week.
    DaysPerWeek,
    /// Things.
    Number,
    /// A study year.
    StudyYear,
    /// Bytes.
    Bytes,
    /// One of these words; held as its position.
    Choice(&'static [&'static str]),
    /// Some of these words; held as a set of their positions.
    Words(&'static [Word]),
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
            Self::DaysPerWeek => "days-per-week",
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

/// A norm of a rule.
#[derive(Debug)]
#[non_exhaustive]
pub struct Norm {
    /// Its name, unique within the rule.
    pub name: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// The least value a rulebook may set.
    pub least: u32,
    /// The greatest value a rulebook may set.
    pub most: u32,
    /// The value unless a rulebook sets another.
    pub default: u32,
}

impl Norm {
    /// A norm that counts something.
    pub(crate) const fn number(name: &'static str, unit: Unit, default: u32, least: u32, most: u32) -> Self {
        Self { name, unit, least, most, default }
    }

    /// A norm that is one of some words; the first is the default.
    pub(crate) const fn choice(name: &'static str, words: &'static [&'static str]) -> Self {
        Self { name, unit: Unit::Choice(words), least: 0, most: u32::MAX, default: 0 }
    }

    /// A norm that is a set of at least one value; the default is given as the positions of its values.
    pub(crate) const fn set(name: &'static str, unit: Unit, default: &[u8]) -> Self {
        let (mut bits, mut rest) = (0, default);
        while let [first, others @ ..] = rest {
            bits |= 1 << *first;
            rest = others;
        }
        Self { name, unit, least: 1, most: u32::MAX, default: bits }
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
            Unit::Words(words) => bits(value, |item| words.iter().position(|word| Some(word.key) == item.text()))?,
            Unit::StudyYears => bits(value, |item| up_to(4, item))?,
            Unit::Groups => bits(value, |item| up_to(8, item))?,
            Unit::Days | Unit::DaysPerWeek | Unit::Number | Unit::StudyYear | Unit::Bytes => value.whole()?,
        };
        (self.least..=self.most).contains(&read).then_some(read)
    }

    /// A value as a rulebook writes it, in JSON.
    pub fn write(&self, value: u32) -> String {
        let position = |at: usize| value.checked_shr(u32::try_from(at).unwrap_or(32)).unwrap_or(0) & 1 == 1;
        let list = |items: Vec<String>| format!("[{}]", items.join(","));
        match self.unit {
            Unit::Choice(words) => format!("\"{}\"", words.get(value as usize).copied().unwrap_or_default()),
            Unit::Words(words) => {
                let chosen = words.iter().enumerate().filter(|(at, _)| position(*at));
                list(chosen.map(|(_, word)| format!("\"{}\"", word.key)).collect())
            }
            Unit::StudyYears | Unit::Groups => {
                list((1..=8_usize).filter(|number| position(*number)).map(|number| number.to_string()).collect())
            }
            Unit::Days | Unit::DaysPerWeek | Unit::Number | Unit::StudyYear | Unit::Bytes => value.to_string(),
        }
    }

    /// What a rulebook may write.
    pub fn allowed(&self, lang: Lang) -> String {
        match self.unit {
            Unit::Choice(words) => format!("{} {}", lang.pick("een van", "one of"), words.join(", ")),
            Unit::Words(words) => {
                let keys: Vec<&str> = words.iter().map(|word| word.key).collect();
                let some = lang.pick("een lijst van minstens een van", "a list of at least one of");
                format!("{some} {}", keys.join(", "))
            }
            Unit::StudyYears => lang
                .pick(
                    "een lijst van minstens een studiejaar, 1 tot en met 4",
                    "a list of at least one study year, 1 to 4",
                )
                .to_owned(),
            Unit::Groups => lang
                .pick("een lijst van minstens een groep, 1 tot en met 8", "a list of at least one group, 1 to 8")
                .to_owned(),
            Unit::Days | Unit::DaysPerWeek | Unit::Number | Unit::StudyYear | Unit::Bytes => {
                let Self { least, most, .. } = self;
                match lang {
                    Lang::Nl | Lang::NlPlain => format!("een geheel getal van {least} tot en met {most}"),
                    Lang::En => format!("a whole number from {least} to {most}"),
                }
            }
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
