//! The values that documents are made of: ids, dates, school years, numbers in range, periods, sets.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::marker::PhantomData;

use chrono::{Datelike, NaiveDate};
use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::grammar::{Gather, Shape, Wire, read_list, read_parsed, record};
use crate::json::Reader;

/// Whether a text is fit to be an id: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}` (TK-R017).
pub fn is_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() <= 64
        && bytes.first().is_some_and(u8::is_ascii_alphanumeric)
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// Defines an id of one kind, so that an id of a school cannot stand where one of a person is meant.
macro_rules! id {
    ($($(#[doc = $doc:literal])* $name:ident;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name<'a>(Cow<'a, str>);

        impl<'a> $name<'a> {
            /// The id, when the text is fit to be one ([`is_id`]).
            pub fn new(text: impl Into<Cow<'a, str>>) -> Option<Self> {
                let text = text.into();
                is_id(&text).then_some(Self(text))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'a> Wire<'a> for $name<'a> {
            type Owned = $name<'static>;
            const SHAPE: Shape = Shape::Id;

            fn read(from: &mut Reader<'a>) -> Option<Self> {
                from.string().filter(|text| is_id(text)).map(Self)
            }

            fn blank() -> Self {
                Self(Cow::Borrowed(""))
            }

            fn into_owned(self) -> Self::Owned {
                $name(Cow::Owned(self.0.into_owned()))
            }
        }

        impl Serialize for $name<'_> {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }

        impl Borrow<str> for $name<'_> {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// A student (student), across documents.
    StudentId;
    /// Any person: mentor, trainer, lecturer, expert (persoon), across documents.
    PersonId;
    /// A training school (opleidingsschool), across documents.
    SchoolId;
    /// An institute (opleidingsinstituut), across documents.
    InstituteId;
    /// A partnership (partnerschap), across documents.
    PartnershipId;
    /// A portfolio assignment of the curriculum (portfolio-opdracht), across documents.
    AssignmentId;
    /// A theme of the Twentse kubus (thema), across documents.
    ThemeId;
    /// A topic of a school's research agenda (onderwerp van de onderzoeksagenda), across documents.
    TopicId;
    /// A value on the scale of the curriculum's assessment framework (uitslag), across documents.
    ResultId;
    /// An exemption (vrijstelling) of this portfolio.
    ExemptionId;
    /// A placement (werkplekleren) of this portfolio.
    PlacementId;
    /// A placement week (stageweek) of this portfolio.
    PlacementWeekId;
    /// A learning goal or question (leerdoel, leervraag) of this portfolio.
    GoalId;
    /// A design studio (ontwerpatelier) of this portfolio.
    StudioId;
    /// A design (ontwerp) of this portfolio.
    DesignId;
    /// A reflection (reflectie) of this portfolio.
    ReflectionId;
    /// A piece of evidence (bewijs) of this portfolio.
    EvidenceId;
    /// An assessment (beoordeling) of this portfolio.
    AssessmentId;
    /// A decision (besluit) of this portfolio.
    DecisionId;
    /// A school development theme (schoolontwikkelingsthema, SOT) of this portfolio.
    DevelopmentThemeId;
}

impl<'a> Wire<'a> for Cow<'a, str> {
    type Owned = Cow<'static, str>;
    const SHAPE: Shape = Shape::Text;

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        from.string()
    }

    /// Not empty: what is missing is not told as blank as well.
    fn blank() -> Self {
        Cow::Borrowed("?")
    }

    fn into_owned(self) -> Cow<'static, str> {
        Cow::Owned(Cow::into_owned(self))
    }
}

impl<'a> Wire<'a> for bool {
    type Owned = Self;
    const SHAPE: Shape = Shape::Flag;

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        from.flag()
    }

    fn blank() -> Self {
        false
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Reads `YYYY-MM-DD` and nothing else; chrono's own reader is lenient.
///
/// ```
/// use twentse_kubus::document::parse_date;
/// assert!(parse_date("2024-02-29").is_some());
/// assert!(parse_date("2024-2-29").is_none());
/// assert!(parse_date("2023-02-29").is_none());
/// ```
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let year = i32::try_from(digits(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(&[m1, m2])?, digits(&[d1, d2])?)
}

fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}

impl<'a> Wire<'a> for NaiveDate {
    type Owned = Self;
    const SHAPE: Shape = Shape::Date;

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        read_parsed(from, parse_date)
    }

    /// Before all days: no period ends before it, and it lies after no day.
    fn blank() -> Self {
        Self::MIN
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// A school year (schooljaar), from 1 August to 31 July: `2023-2024`; from `1950-1951` to `2099-2100`, so that a
/// schema can list them. Source: WPO art. 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(u16);

impl SchoolYear {
    /// The calendar years that a school year may begin in.
    pub const FIRST_YEARS: std::ops::RangeInclusive<u16> = 1950..=2099;

    /// The school year that begins in this calendar year.
    pub fn beginning(year: u16) -> Option<Self> {
        Self::FIRST_YEARS.contains(&year).then_some(Self(year))
    }

    /// The school year that a day lies in.
    pub fn of(day: NaiveDate) -> Option<Self> {
        let year = if day.month() >= 8 { day.year() } else { day.year() - 1 };
        u16::try_from(year).ok().and_then(Self::beginning)
    }

    /// Reads `YYYY-YYYY` of consecutive years.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, second) = text.split_once('-').filter(|_| text.len() == 9)?;
        let (first, second) = (digits(first.as_bytes())?, digits(second.as_bytes())?);
        (first >= 1000 && second == first + 1).then(|| u16::try_from(first).ok().and_then(Self::beginning)).flatten()
    }

    /// The calendar year it begins in.
    pub fn first_year(self) -> u16 {
        self.0
    }

    /// Its first day, 1 August.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0.into(), 8, 1).unwrap_or_default()
    }

    /// The day after the institute's year: 1 September of the next calendar year (WHW art. 1.1(k)).
    pub fn day_after(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.0) + 1, 9, 1).unwrap_or_default()
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:04}", self.0, self.0 + 1)
    }
}

impl<'a> Wire<'a> for SchoolYear {
    type Owned = Self;
    const SHAPE: Shape = Shape::SchoolYear;

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        read_parsed(from, Self::parse)
    }

    fn blank() -> Self {
        Self(*Self::FIRST_YEARS.start())
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Serialize for SchoolYear {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// The SHA-256 of an attachment, as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sha256([u8; 32]);

impl Sha256 {
    /// Reads 64 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let nibble = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let mut hash = [0; 32];
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != hash.len() || !rest.is_empty() {
            return None;
        }
        for (to, &[high, low]) in hash.iter_mut().zip(pairs) {
            *to = nibble(high)? << 4 | nibble(low)?;
        }
        Some(Self(hash))
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl<'a> Wire<'a> for Sha256 {
    type Owned = Self;
    const SHAPE: Shape = Shape::Sha256;

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        read_parsed(from, Self::parse)
    }

    fn blank() -> Self {
        Self([0; 32])
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

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

    /// Reads a number of JSON in any of its notations; `2`, `2.0` and `2e0` are the same. `None` when it is negative, has
    /// more than two decimals, or is above 42 million.
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
        if self.0.is_multiple_of(100) {
            to.serialize_u32(self.0 / 100)
        } else {
            to.serialize_f64(f64::from(self.0) / 100.0)
        }
    }
}

/// Defines a number in range.
macro_rules! number {
    ($($(#[doc = $doc:literal])* $name:ident: $inner:ty = $least:literal..=$most:literal;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($inner);

        impl $name {
            /// The number, when it lies in range.
            pub const fn new(number: $inner) -> Option<Self> {
                if number.checked_sub($least).is_some() && number <= $most { Some(Self(number)) } else { None }
            }

            /// The number.
            pub const fn get(self) -> $inner {
                self.0
            }
        }

        impl<'a> Wire<'a> for $name {
            type Owned = Self;
            const SHAPE: Shape = Shape::Whole { least: $least, most: $most };

            fn read(from: &mut Reader<'a>) -> Option<Self> {
                let hundredths = Decimal::parse(from.number()?)?.as_hundredths();
                let whole = (hundredths % 100 == 0).then_some(hundredths / 100)?;
                whole.try_into().ok().and_then(Self::new)
            }

            fn blank() -> Self {
                Self($least)
            }

            fn into_owned(self) -> Self {
                self
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
    StudyYear: u8 = 1..=4;
    /// A group of the primary school (groep), 1 to 8. Source: WPO art. 8(9) for the eight years.
    Group: u8 = 1..=8;
    /// One of the twelve design competences (ontwerpcompetentie) by its slot, 1 to 12; no source gives the names.
    /// Source: S057.
    DesignCompetence: u8 = 1..=12;
    /// Study load in credits (studiepunten, EC), 0 to 240. Source: WHW art. 7.4b.
    Credits: u16 = 0..=240;
    /// How often something was attempted (poging), 1 to 99.
    Attempt: u8 = 1..=99;
}

/// Days a week (dagen per week), 0 to 7, in at most two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct DaysPerWeek(Decimal);

impl DaysPerWeek {
    /// The number of days, when it lies between 0 and 7.
    pub fn new(days: Decimal) -> Option<Self> {
        (days <= Decimal::hundredths(700)).then_some(Self(days))
    }

    /// The number of days.
    pub const fn get(self) -> Decimal {
        self.0
    }
}

impl<'a> Wire<'a> for DaysPerWeek {
    type Owned = Self;
    const SHAPE: Shape = Shape::Decimal { least: 0, most: 700 };

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        Decimal::parse(from.number()?).and_then(Self::new)
    }

    fn blank() -> Self {
        Self(Decimal(0))
    }

    fn into_owned(self) -> Self {
        self
    }
}

record! {
    /// A period (periode), both days included.
    Period needs {
        /// First day (van).
        from: NaiveDate,
    } may {
        /// Last day (tot en met); absent while it runs. Not before `from` (TK-R013).
        until: Option<NaiveDate>,
    }
}

/// Something a [`Set`] can hold: one of at most 64 values, each with a position.
pub trait Element: Copy {
    /// Its position, 0 to 63.
    fn position(self) -> usize;
    /// The value at a position.
    fn at(position: usize) -> Option<Self>;
}

macro_rules! numbered {
    ($($name:ident)*) => {$(
        impl Element for $name {
            fn position(self) -> usize {
                self.0.into()
            }

            fn at(position: usize) -> Option<Self> {
                position.try_into().ok().and_then(Self::new)
            }
        }
    )*};
}
numbered! { StudyYear Group DesignCompetence }

/// A set of values of a closed list; on the wire a list, in which repeating a value changes nothing.
pub struct Set<T> {
    bits: u64,
    of: PhantomData<T>,
}

impl<T: Element> Set<T> {
    /// The set whose values have these positions, as bits.
    pub(crate) const fn of_bits(bits: u64) -> Self {
        Self { bits, of: PhantomData }
    }

    /// Adds a value.
    pub fn insert(&mut self, value: T) {
        self.bits |= 1_u64.checked_shl(value.position().try_into().unwrap_or(64)).unwrap_or(0);
    }

    /// Whether it holds a value.
    pub fn contains(self, value: T) -> bool {
        self.overlaps([value].into_iter().collect())
    }

    /// Whether the two share a value.
    pub const fn overlaps(self, other: Self) -> bool {
        self.bits & other.bits != 0
    }

    /// How many values it holds.
    pub const fn len(self) -> u32 {
        self.bits.count_ones()
    }

    /// Whether it holds none.
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// What is in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, of: PhantomData }
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self { bits: self.bits & !other.bits, of: PhantomData }
    }

    /// The values, in the order of the list.
    pub fn iter(self) -> impl Iterator<Item = T> {
        (0..64).filter(move |position| self.bits >> position & 1 == 1).filter_map(T::at)
    }
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self { bits: 0, of: PhantomData }
    }
}

impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<T> Eq for Set<T> {}

impl<T: Element + fmt::Debug> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<T: Element> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut set = Self::default();
        values.into_iter().for_each(|value| set.insert(value));
        set
    }
}

impl<T: Element> Gather<T> for Set<T> {
    fn gather(&mut self, item: T) {
        self.insert(item);
    }
}

impl<T: Element + Serialize> Serialize for Set<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(None)?;
        self.iter().try_for_each(|value| list.serialize_element(&value))?;
        list.end()
    }
}

impl<'a, T: Wire<'a> + Element + 'static> Wire<'a> for Set<T> {
    type Owned = Self;
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const REQUIRED: bool = false;

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        read_list(from)
    }

    fn blank() -> Self {
        Self::default()
    }

    fn is_absent(&self) -> bool {
        self.bits == 0
    }

    fn into_owned(self) -> Self {
        self
    }
}
