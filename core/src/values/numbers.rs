//! Numbers in range, exact to two decimals.

use std::fmt;
use std::str::FromStr;

use serde::ser::{Serialize, Serializer};

use crate::error::ValueError;
use crate::grammar::{Key, Mark, See, Shape, Steps, Wire, try_from_text};
use crate::json::Reader;

/// A number of at most two decimals, held in hundredths and written as an integer when whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(u32);

impl Decimal {
    /// From hundredths: 250 is 2.5.
    pub const fn hundredths(value: u32) -> Self {
        Self(value)
    }

    /// In hundredths.
    pub const fn as_hundredths(self) -> u32 {
        self.0
    }

    /// As a whole number, when it is one.
    pub(crate) const fn whole(self) -> Option<u32> {
        if self.0.is_multiple_of(100) { Some(self.0 / 100) } else { None }
    }

    /// Reads a number of JSON in any of its notations; `2`, `2.0` and `2e0` are the same. `None` when it is negative,
    /// has more than two decimals, or is above 42 million.
    pub(crate) fn parse(number: &str) -> Option<Self> {
        if let Ok(whole) = number.parse::<u32>() {
            return whole.checked_mul(100).map(Self);
        }
        let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = [whole, fraction].concat();
        let significant = digits.trim_matches(['-', '0']);
        if significant.is_empty() {
            return Some(Self(0));
        }
        // How many places the significant digits move to the left to be hundredths.
        let zeros = digits.len() - digits.trim_end_matches('0').len();
        let moved = i64::try_from(zeros + 2).ok()?.checked_sub(fraction.len().try_into().ok()?)?;
        let places = exponent.parse::<i64>().ok()?.checked_add(moved)?.try_into().ok()?;
        let hundredths = significant.parse::<u32>().ok()?.checked_mul(10_u32.checked_pow(places)?)?;
        (!number.starts_with('-')).then_some(Self(hundredths))
    }
}

impl FromStr for Decimal {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        const ALLOWED: &str = "allowed is a number from 0 with at most two decimals, such as `1.5`";
        let begins = text.as_bytes().first().is_some_and(u8::is_ascii_digit);
        let fits = begins && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && !text.ends_with('.');
        fits.then(|| Self::parse(text)).flatten().ok_or_else(|| ValueError::new("a decimal", ALLOWED))
    }
}

try_from_text!(Decimal);

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(f, "{whole}"),
            _ if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => to.serialize_u32(whole),
            None => to.serialize_f64(f64::from(self.0) / 100.0),
        }
    }
}

/// Defines a number in range.
macro_rules! number {
    ($($(#[doc = $doc:literal])* $name:ident, $called:literal: $inner:ty = $least:literal..=$most:literal;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($inner);

        impl $name {
            /// The number, when it is in range.
            pub const fn new(number: $inner) -> Option<Self> {
                if number.checked_sub($least).is_some() && number <= $most { Some(Self(number)) } else { None }
            }

            /// The number.
            pub const fn get(self) -> $inner {
                self.0
            }
        }

        impl TryFrom<$inner> for $name {
            type Error = ValueError;

            fn try_from(number: $inner) -> Result<Self, ValueError> {
                const ALLOWED: &str =
                    concat!("allowed is a whole number from ", stringify!($least), " to ", stringify!($most));
                Self::new(number).ok_or_else(|| ValueError::new($called, ALLOWED))
            }
        }

        impl FromStr for $name {
            type Err = ValueError;

            fn from_str(text: &str) -> Result<Self, ValueError> {
                const ALLOWED: &str =
                    concat!("allowed is a whole number from ", stringify!($least), " to ", stringify!($most));
                let number = text.parse::<$inner>().ok().and_then(Self::new);
                number.ok_or_else(|| ValueError::new($called, ALLOWED))
            }
        }

        try_from_text!($name);

        impl<'a> Wire<'a> for $name {
            type Owned = Self;
            const SHAPE: Shape = Shape::Whole { least: $least, most: $most };
            const BLANK: Self = Self($least);

            fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
                *self = Self::new(Decimal::parse(from.number()?)?.whole()?.try_into().ok()?)?;
                Some(())
            }

            fn into_owned(self) -> Self {
                self
            }

            fn walk<'d>(&'d self, mark: Mark, at: &mut Steps, see: &mut dyn See<'d>) {
                if mark == Mark::Key {
                    see.keyed(Key::Number(self.0.into()), at);
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_u32(self.0.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

number! {
    /// A study year of the four-year programme (studiejaar), 1 to 4. Source: WHW art. 7.4b.
    StudyYear, "a study year": u8 = 1..=4;
    /// A group of the primary school (groep), 1 to 8. Source: WPO art. 8(9) for the eight years.
    Group, "a group": u8 = 1..=8;
    /// One of the twelve design competences (ontwerpcompetentie) by its slot, 1 to 12; no source gives the names.
    /// Source: Praktijk In-Zicht, ch. 2, "Ontwerpateliers".
    DesignCompetence, "a design competence": u8 = 1..=12;
    /// Study load in credits (studiepunten, EC), 0 to 240. Source: WHW art. 7.4b.
    Credits, "a number of credits": u16 = 0..=240;
    /// How often something was attempted (poging), 1 to 99.
    Attempt, "an attempt": u8 = 1..=99;
    /// How many there are or are to be (aantal), 0 to 9999.
    Count, "a number of things": u16 = 0..=9999;
    /// How heavily a part of an assessment framework weighs (weging), 0 to 1000.
    Weight, "a weight": u16 = 0..=1000;
    /// A quarter of the study year (periode), 1 to 4.
    Quarter, "a quarter": u8 = 1..=4;
}

impl StudyYear {
    /// Its number as text.
    pub const fn as_str(self) -> &'static str {
        match self.0 {
            1 => "1",
            2 => "2",
            3 => "3",
            _ => "4",
        }
    }
}

/// Defines a number of at most two decimals in range; the bounds are whole.
macro_rules! decimal {
    ($($(#[doc = $doc:literal])* $name:ident, $called:literal: $inner:ty = 0..=$most:literal;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub struct $name(Decimal);

        impl $name {
            /// The number, when it is in range.
            pub fn new(number: Decimal) -> Option<Self> {
                (number <= Decimal::hundredths($most * 100)).then_some(Self(number))
            }

            /// The number.
            pub const fn get(self) -> Decimal {
                self.0
            }
        }

        impl TryFrom<Decimal> for $name {
            type Error = ValueError;

            fn try_from(number: Decimal) -> Result<Self, ValueError> {
                const ALLOWED: &str =
                    concat!("allowed is a number from 0 to ", stringify!($most), " with at most two decimals");
                Self::new(number).ok_or_else(|| ValueError::new($called, ALLOWED))
            }
        }

        /// A whole number.
        impl TryFrom<$inner> for $name {
            type Error = ValueError;

            fn try_from(number: $inner) -> Result<Self, ValueError> {
                Decimal::hundredths(u32::from(number) * 100).try_into()
            }
        }

        impl FromStr for $name {
            type Err = ValueError;

            fn from_str(text: &str) -> Result<Self, ValueError> {
                text.parse::<Decimal>()?.try_into()
            }
        }

        try_from_text!($name);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl<'a> Wire<'a> for $name {
            type Owned = Self;
            const SHAPE: Shape = Shape::Decimal { least: 0, most: $most * 100 };
            const BLANK: Self = Self(Decimal(0));

            fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
                *self = Self::new(Decimal::parse(from.number()?)?)?;
                Some(())
            }

            fn into_owned(self) -> Self {
                self
            }
        }
    )*};
}

decimal! {
    /// Days a week (dagen per week), 0 to 7, in at most two decimals.
    DaysPerWeek, "a number of days per week": u8 = 0..=7;
    /// Points of a result, a threshold or a step between results (punten), 0 to 1000, in at most two decimals.
    Points, "a number of points": u16 = 0..=1000;
}
