//! When schools are open in region Noord, of which Twente is a part: what a made-up portfolio dates, it dates by this.
//!
//! - School holidays from 2013-2014 on: *Regeling vaststelling schoolvakanties* 2013–2016 (Stcrt. 2012, 27185), 2016–2019
//!   (Stcrt. 2015, 35695), 2019–2022 (Stcrt. 2018, 11687), 2022–2025 (Stcrt. 2021, 25317) and 2025–2030 (Stcrt. 2024,
//!   19237), with the advised weeks of autumn and spring that the Rijksoverheid publishes with them. Those of 2012-2013:
//!   the overview that the Rijksoverheid published for that year. A school may stay closed for longer.
//! - Public holidays: Algemene termijnenwet art. 3. Schools close on Good Friday and on the Friday after Ascension Day too.
//! - Closures in the pandemic: 16 March to 10 May 2020, 16 December 2020 to 7 February 2021, and the week before Christmas
//!   2021 (Rijksoverheid). Universities of applied sciences went on, on line.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A school year by its first calendar year, and the Saturday, as month and day, on which each holiday begins.
struct Holidays {
    began: i32,
    autumn: (u32, u32),
    christmas: (u32, u32),
    spring: (u32, u32),
    may: (u32, u32),
    summer: (u32, u32),
}

const fn holidays(began: i32, days: [(u32, u32); 5]) -> Holidays {
    let [autumn, christmas, spring, may, summer] = days;
    Holidays { began, autumn, christmas, spring, may, summer }
}

/// Autumn, Christmas, spring, May and summer of each school year.
static HOLIDAYS: &[Holidays] = &[
    holidays(2012, [(10, 20), (12, 22), (2, 16), (4, 27), (7, 6)]),
    holidays(2013, [(10, 19), (12, 21), (2, 22), (4, 26), (7, 5)]),
    holidays(2014, [(10, 11), (12, 20), (2, 21), (5, 2), (7, 4)]),
    holidays(2015, [(10, 17), (12, 19), (2, 27), (4, 30), (7, 16)]),
    holidays(2016, [(10, 15), (12, 24), (2, 18), (4, 22), (7, 22)]),
    holidays(2017, [(10, 21), (12, 23), (2, 24), (4, 28), (7, 21)]),
    holidays(2018, [(10, 20), (12, 22), (2, 16), (4, 27), (7, 13)]),
    holidays(2019, [(10, 19), (12, 21), (2, 15), (4, 25), (7, 4)]),
    holidays(2020, [(10, 10), (12, 19), (2, 20), (5, 1), (7, 10)]),
    holidays(2021, [(10, 16), (12, 25), (2, 19), (4, 30), (7, 16)]),
    holidays(2022, [(10, 15), (12, 24), (2, 25), (4, 29), (7, 22)]),
    holidays(2023, [(10, 21), (12, 23), (2, 17), (4, 27), (7, 20)]),
    holidays(2024, [(10, 26), (12, 21), (2, 15), (4, 26), (7, 12)]),
    holidays(2025, [(10, 18), (12, 20), (2, 21), (4, 25), (7, 4)]),
    holidays(2026, [(10, 10), (12, 19), (2, 20), (4, 24), (7, 10)]),
];

/// The pandemic closed the schools from the first day to the last.
const CLOSED: [[(i32, u32, u32); 2]; 3] =
    [[(2020, 3, 16), (2020, 5, 10)], [(2020, 12, 16), (2021, 2, 7)], [(2021, 12, 20), (2021, 12, 24)]];

/// A day; every day written out here exists.
fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Easter Sunday, by the rule of Meeus, Jones and Butcher.
fn easter(year: i32) -> NaiveDate {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * week) / 451;
    let count = moon + week - 7 * late + 114;
    date(year, u32::try_from(count / 31).unwrap(), u32::try_from(count % 31 + 1).unwrap())
}

/// Whether the schools are closed on a weekday because of a feast.
fn is_feast(day: NaiveDate) -> bool {
    let easter = easter(day.year());
    // Good Friday, Easter Monday, Ascension Day and the day after it, Whit Monday.
    let movable = [-2, 1, 39, 40, 50].map(|after| easter + chrono::TimeDelta::days(after));
    let reign = if day.year() < 2014 { date(day.year(), 4, 30) } else { date(day.year(), 4, 27) };
    // When it is a Sunday, the day before, which is no school day either.
    movable.contains(&day) || day == reign || matches!((day.month(), day.day()), (1, 1) | (5, 5) | (12, 25 | 26))
}

/// Whether a day is in a school holiday. Days of school years that are not in the table are in none.
pub fn is_school_holiday(day: NaiveDate) -> bool {
    HOLIDAYS.iter().any(|year| {
        let begins = |(month, first), length| {
            let began = date(if month > 8 { year.began } else { year.began + 1 }, month, first);
            (began..began + Days::new(length)).contains(&day)
        };
        begins(year.autumn, 9)
            || begins(year.christmas, 16)
            || begins(year.spring, 9)
            || begins(year.may, 9)
            || begins(year.summer, 44)
    })
}

/// A weekday outside all holidays: people work at schools and institute.
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_school_holiday(day) && !is_feast(day)
}

/// Whether schools are open: a working day on which no pandemic closed them.
pub fn is_school_day(day: NaiveDate) -> bool {
    let closed = CLOSED
        .iter()
        .any(|[(y, m, d), (year, month, last)]| (date(*y, *m, *d)..=date(*year, *month, *last)).contains(&day));
    is_working_day(day) && !closed
}

/// Whether a lesson is believed on a day: on 5 December schools are open, and celebrate.
pub fn is_lesson_day(day: NaiveDate) -> bool {
    is_school_day(day) && (day.month(), day.day()) != (12, 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Easter Sundays as almanacs give them, an early one and a late one among them.
    #[test]
    fn easter_is_that_of_the_almanac() {
        for (year, month, day) in
            [(2008, 3, 23), (2011, 4, 24), (2019, 4, 21), (2021, 4, 4), (2023, 4, 9), (2024, 3, 31)]
        {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn holidays_begin_on_a_saturday_one_after_another() {
        assert!(HOLIDAYS.windows(2).all(|pair| pair[0].began + 1 == pair[1].began), "no school year is left out");
        for year in HOLIDAYS {
            let days = [year.autumn, year.christmas, year.spring, year.may, year.summer];
            let days = days.map(|(month, day)| date(if month > 8 { year.began } else { year.began + 1 }, month, day));
            assert!(days.is_sorted(), "{}", year.began);
            assert!(days.iter().all(|day| day.weekday() == Weekday::Sat), "{}: {days:?}", year.began);
        }
    }

    /// Ascension Day 2023, the May holiday of 2024, a Sunday, the pandemic, Whit Monday, Queen's Day; and plain days.
    #[test]
    fn schools_are_open_on_school_days() {
        for (year, month, day) in
            [(2023, 5, 18), (2024, 5, 2), (2024, 3, 10), (2020, 4, 14), (2024, 5, 20), (2013, 4, 30)]
        {
            assert!(!is_school_day(date(year, month, day)), "{year}-{month}-{day}");
        }
        for (year, month, day) in [(2023, 5, 11), (2024, 5, 22), (2023, 12, 5), (2012, 9, 3), (2014, 4, 24)] {
            assert!(is_school_day(date(year, month, day)), "{year}-{month}-{day}");
        }
        assert!(is_working_day(date(2020, 4, 14)) && !is_working_day(date(2023, 5, 18)));
        assert!(!is_lesson_day(date(2023, 12, 5)) && is_lesson_day(date(2023, 12, 4)));
    }
}
