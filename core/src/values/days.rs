//! Days, school years and periods.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::ser::{Serialize, Serializer};

use crate::error::ValueError;
use crate::grammar::{Shape, Wire, read_parsed, record, try_from_text};
use crate::json::Reader;

/// Reads `YYYY-MM-DD` and nothing else; chrono's own reader is lenient.
///
/// ```
/// use twentse_kubus::parse_date;
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
    /// Before all days: no period ends before it, and it is after no day.
    const BLANK: Self = Self::MIN;

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        read_parsed(self, from, parse_date)
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// A school year (schooljaar), from 1 August to 31 July: `2023-2024`; from `1950-1951` to `2099-2100`, so that a
/// schema can list them. Source: WPO art. 1.
///
/// ```
/// use twentse_kubus::values::SchoolYear;
///
/// let year: SchoolYear = "2023-2024".parse()?;
/// assert_eq!(Some(year), SchoolYear::beginning(2023));
/// assert!("2023-2025".parse::<SchoolYear>().is_err());
/// # Ok::<(), twentse_kubus::ValueError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(u16);

impl SchoolYear {
    /// The calendar years that a school year may begin in.
    pub const FIRST_YEARS: std::ops::RangeInclusive<u16> = 1950..=2099;

    /// The school year that begins in this calendar year.
    pub fn beginning(year: u16) -> Option<Self> {
        Self::FIRST_YEARS.contains(&year).then_some(Self(year))
    }

    /// The school year of a day.
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

    /// Its last day, 31 July of the next calendar year.
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.0) + 1, 7, 31).unwrap_or_default()
    }

    /// Whether a day is in the institute's year, from 1 August to 31 August of the next calendar year.
    pub fn institute_year_holds(self, day: NaiveDate) -> bool {
        self.0 == 0 || self.first_day() <= day && day < self.day_after()
    }

    /// The day after the institute's year: 1 September of the next calendar year (WHW art. 1.1(k)).
    pub fn day_after(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.0) + 1, 9, 1).unwrap_or_default()
    }
}

impl FromStr for SchoolYear {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        const ALLOWED: &str = "allowed are two consecutive years, `1950-1951` to `2099-2100`";
        Self::parse(text).ok_or_else(|| ValueError::new("a school year", ALLOWED))
    }
}

try_from_text!(SchoolYear);

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:04}", self.0, self.0 + 1)
    }
}

impl<'a> Wire<'a> for SchoolYear {
    type Owned = Self;
    const SHAPE: Shape = Shape::SchoolYear;
    /// No school year: every day is in what could not be read.
    const BLANK: Self = Self(0);

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        read_parsed(self, from, Self::parse)
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

impl Period {
    /// From a day until another, both included.
    pub fn between(from: NaiveDate, until: NaiveDate) -> Self {
        Self::new(from).until(until)
    }

    /// Whether a day is in it.
    ///
    /// ```
    /// use twentse_kubus::parse_date;
    /// use twentse_kubus::values::Period;
    ///
    /// let day = |text| parse_date(text).expect("a day");
    /// let spring = Period::between(day("2024-02-01"), day("2024-05-31"));
    /// assert!(spring.holds(day("2024-05-31")) && !spring.holds(day("2024-06-01")));
    /// ```
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

record! {
    /// A period (periode), both days included.
    Period needs {
        /// First day (van).
        @span from: NaiveDate,
    } may {
        /// Last day (tot en met); absent while it runs. Not before `from` (TK-R013).
        until: Option<NaiveDate>,
    }
}
