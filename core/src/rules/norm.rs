//! A norm: a value that a rule refers to and a rulebook may set.

/// What a norm counts.
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
    /// One of these words.
    Choice(&'static [&'static str]),
}

impl Unit {
    /// The words of a choice; none for a number.
    pub fn words(self) -> &'static [&'static str] {
        if let Self::Choice(words) = self { words } else { &[] }
    }
}

/// A norm of a rule. A choice is held as the position of its word.
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
}
