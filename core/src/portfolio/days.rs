//! Days of a student's life: school years attended, study years, interruptions, and how they are looked up.

use chrono::{Datelike as _, Days, NaiveDate};

use crate::documents::{Placement, Portfolio, YearOutcome};
use crate::judging::{Lens, Standing};
use crate::sort::{Listed as _, sorted};
use crate::values::{SchoolYear, Set, StudyYear};

/// One school year attended, as a stretch of days.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(super) school_year: SchoolYear,
    pub(super) study_year: StudyYear,
    /// First day.
    pub(super) first: NaiveDate,
    /// Its outcome, as far as is known on the reference day.
    pub(super) outcome: Option<YearOutcome>,
    /// The day of that outcome.
    pub(super) outcome_on: Option<NaiveDate>,
}

impl Entry {
    /// The first day on which it no longer runs: that of its outcome, else 1 September after its school year.
    pub(super) fn over(&self) -> NaiveDate {
        self.outcome_on.unwrap_or(self.school_year.day_after())
    }

    /// The day on which its study year ends with it; none when it goes on in another entry.
    pub(super) fn ends(&self) -> Option<NaiveDate> {
        let goes_on = matches!(self.outcome, Some(YearOutcome::Repeats | YearOutcome::Interrupted));
        (!goes_on).then(|| self.over())
    }

    /// The day on which the student left the programme in it.
    pub(super) fn left_on(&self) -> Option<NaiveDate> {
        (self.outcome == Some(YearOutcome::Left)).then(|| self.over())
    }
}

/// A study year: all entries with its number, taken together (semantics 2).
#[derive(Clone, Copy, Debug)]
pub(crate) struct StudyYearCase {
    pub(super) number: StudyYear,
    /// First day.
    pub(super) first: NaiveDate,
    /// The position of the entry that it begins in.
    pub(super) first_at: usize,
    /// The position of the entry that it ends in, if it ends.
    pub(super) last_at: usize,
    pub(super) last: Entry,
    /// How a shortfall of this year weighs (semantics 3).
    pub(super) standing: Standing,
    pub(super) has_ended: bool,
}

impl StudyYearCase {
    /// Whether it was still running on a day on which a choice takes effect: until the day of its outcome, else 31
    /// July, and through the time between its entries (TK-P201).
    pub(super) fn was_running(&self, day: NaiveDate) -> bool {
        let last_of_july = self.last.school_year.day_after() - Days::new(32);
        self.first <= day && day <= self.last.outcome_on.unwrap_or(last_of_july)
    }

    /// Whether it runs on a day after its first, whatever a lens makes of it.
    pub(super) fn runs_on(&self, day: NaiveDate) -> bool {
        self.last.ends().is_none_or(|end| day < end)
    }

    /// The day on which it ended or is to end: that of its outcome, else 31 August; the reference day, where a lens ended
    /// it. None while it goes on in another entry.
    pub(super) fn end(&self, as_of: NaiveDate) -> Option<NaiveDate> {
        if self.has_ended && self.runs_on(as_of) {
            return Some(as_of);
        }
        self.last.ends()?;
        self.last.outcome_on.or(self.last.school_year.day_after().pred_opt())
    }
}

/// The day on which a placement begins: as given, else the first of its school year.
pub(super) fn first_day_of(placement: &Placement<'_>) -> Option<NaiveDate> {
    let of_year = || placement.school_year.map(SchoolYear::first_day);
    placement.period.as_ref().map(|period| period.from).or_else(of_year)
}

/// The school year that holds most days of a period, the first of those that hold as many; that of its first day while
/// it has no last.
pub(super) fn school_year_of_most(from: NaiveDate, until: Option<NaiveDate>) -> Option<SchoolYear> {
    let first = SchoolYear::of(from)?;
    let Some(until) = until else { return Some(first) };
    let end = |school_year: SchoolYear| school_year.day_after() - Days::new(32);
    let days = |school_year: SchoolYear| (until.min(end(school_year)) - from.max(school_year.first_day())).num_days();
    // Of the eight years after the first one at least is a leap year: no later one holds more.
    let years = (first.first_year()..).map_while(SchoolYear::beginning).take(9);
    let years = years.take_while(|school_year| school_year.first_day() <= until);
    years.reduce(|most, next| if days(next) > days(most) { next } else { most }).or(Some(first))
}

/// The school years attended that have begun, by first day; without entries those that the placements tell, the
/// placements to come among them (semantics 2).
pub(super) fn attended(portfolio: &Portfolio<'_>, as_of: NaiveDate) -> Vec<Entry> {
    let years = &portfolio.student.years;
    let entry = |school_year: SchoolYear, study_year| Entry {
        school_year,
        study_year,
        first: school_year.first_day(),
        outcome: None,
        outcome_on: None,
    };
    let mut entries: Vec<Entry> = if years.is_empty() {
        let told = portfolio.placements.iter().filter_map(|placement| {
            let period = placement.period.as_ref();
            let school_year =
                placement.school_year.or_else(|| period.and_then(|days| school_year_of_most(days.from, days.until)));
            Some(entry(school_year?, placement.study_year?))
        });
        told.listed()
    } else {
        let recorded = years.iter().map(|year| {
            let mut entry = entry(year.school_year, year.study_year);
            // A day outside the school year is taken as absent (TK-R018).
            entry.first = year.first_day().unwrap_or(entry.first);
            entry.outcome_on = year.outcome_day().filter(|_| year.outcome.is_some());
            entry.outcome = year.outcome;
            if entry.outcome_on.is_some_and(|day| day > as_of) {
                (entry.outcome, entry.outcome_on) = (None, None);
            }
            entry
        });
        recorded.collect()
    };
    entries.retain(|entry| entry.first <= as_of);
    sorted(entries, |a, b| (a.first, a.study_year).cmp(&(b.first, b.study_year)))
}

/// Entries by first day, those of one school year and one study year taken together, of which the last tells how it
/// ended. So there are never more than there are school years and study years.
pub(super) fn together(entries: Vec<Entry>) -> Vec<Entry> {
    let key = |entry: &Entry| (entry.school_year, entry.study_year);
    if entries.is_sorted_by(|a, b| key(a) < key(b)) {
        return entries;
    }
    let by_year = sorted(entries, |a, b| key(a).cmp(&key(b)));
    let one = |same: &[Entry]| {
        let (first, last) = (same.first()?, same.last()?);
        Some(Entry { first: first.first, ..*last })
    };
    let together = by_year.chunk_by(|a, b| key(a) == key(b)).filter_map(one).listed();
    sorted(together, |a, b: &Entry| (a.first, a.study_year).cmp(&(b.first, b.study_year)))
}

/// The four study years, as far as they have begun.
pub(super) fn study_years(entries: &[Entry], as_of: NaiveDate, lens: Lens) -> [Option<StudyYearCase>; 4] {
    let mut years = [None; 4];
    for (at, last) in entries.iter().enumerate() {
        let Some(year) = years.get_mut(usize::from(last.study_year.get()).saturating_sub(1)) else { continue };
        let (first_at, first) = year.map_or((at, last.first), |known: StudyYearCase| (known.first_at, known.first));
        let ends = last.ends();
        let has_ended = ends.is_some_and(|day| day <= as_of);
        let standing = match last.outcome {
            _ if !has_ended => Standing::not_yet(ends.and_then(|day| day.pred_opt())),
            Some(YearOutcome::ContinuesWithOpenWork) => Standing::SOFT,
            _ => Standing::DUE,
        };
        *year = Some(StudyYearCase {
            number: last.study_year,
            first,
            first_at,
            last_at: at,
            last: *last,
            standing,
            has_ended,
        });
    }
    if lens == Lens::YearEnded {
        let current = entries.last().map(|entry| entry.study_year);
        let running = years.iter_mut().flatten().filter(|year| !year.has_ended);
        for year in running.filter(|year| current == Some(year.number) || as_of < year.last.over()) {
            (year.has_ended, year.standing) = (true, Standing::DUE);
        }
    }
    years
}

/// From when until when an entry takes the days of its study year, given by the day after the last: to the next entry,
/// and longer where it still runs when that of another school year has begun; to the end of its school year at most,
/// unless the next goes on with its study year.
pub(super) fn stretches(entries: &[Entry]) -> Vec<(NaiveDate, NaiveDate, StudyYear)> {
    let stretch = |entry: &Entry| {
        let over = entry.school_year.day_after();
        let next = entries.get(entries.partition_point(|other| other.first <= entry.first));
        let end = next.map_or(over, |next| match () {
            () if next.study_year == entry.study_year || next.school_year == entry.school_year => next.first,
            () => next.first.min(over).max(entry.over()),
        });
        (entry.first, end, entry.study_year)
    };
    entries.iter().map(stretch).collect()
}

/// The study years of the days: from each of these on, until the next.
#[derive(Debug)]
pub(crate) struct StudyYearsByDay(Vec<(NaiveDate, Set<StudyYear>)>);

impl StudyYearsByDay {
    /// From the stretches that study years take.
    pub(super) fn new(stretches: &[(NaiveDate, NaiveDate, StudyYear)]) -> Self {
        let changes = stretches.iter().flat_map(|(first, end, year)| [(*first, *year, 1_i32), (*end, *year, -1)]);
        let changes = sorted(changes.listed(), |a: &(NaiveDate, StudyYear, i32), b| a.0.cmp(&b.0));
        let mut open = [0_i32; 4];
        let on = changes.chunk_by(|a, b| a.0 == b.0).filter_map(|changes| {
            for (_, year, change) in changes {
                if let Some(count) = open.get_mut(usize::from(year.get()).saturating_sub(1)) {
                    *count += change;
                }
            }
            let years = (1..).zip(&open).filter(|(_, count)| **count > 0).filter_map(|(year, _)| StudyYear::new(year));
            Some((changes.first()?.0, years.collect()))
        });
        Self(on.listed())
    }

    pub(super) fn on(&self, day: NaiveDate) -> Set<StudyYear> {
        let begun = self.0.partition_point(|(first, _)| *first <= day);
        begun.checked_sub(1).and_then(|at| self.0.get(at)).map_or_else(Set::default, |(_, years)| *years)
    }
}

/// The interruptions of a study: days that count for no grace and no gap. Days are numbered from the first of the
/// calendar.
#[derive(Debug)]
pub(crate) struct Interruptions(Vec<Interruption>);

/// A stretch of days that no other touches.
#[derive(Clone, Copy, Debug)]
struct Interruption {
    from: i64,
    /// The day after the last.
    end: i64,
    /// How many days the interruptions before it take.
    before: i64,
}

impl Interruption {
    fn length(&self) -> i64 {
        self.end - self.from
    }
}

fn number_of(day: NaiveDate) -> i64 {
    day.num_days_from_ce().into()
}

impl Interruptions {
    pub(super) fn new(periods: Vec<(NaiveDate, Option<NaiveDate>)>) -> Self {
        let mut all: Vec<Interruption> = Vec::new();
        for (from, until) in sorted(periods, |a, b| a.0.cmp(&b.0)) {
            let (from, end) = (number_of(from), until.map_or(i32::MAX.into(), |until| number_of(until) + 1));
            match all.last_mut().filter(|last| from <= last.end) {
                Some(last) => last.end = last.end.max(end),
                None if from < end => all.push(Interruption { from, end, before: 0 }),
                None => {}
            }
        }
        let mut before = 0;
        for one in &mut all {
            one.before = before;
            before += one.length();
        }
        Self(all)
    }

    /// How many days before this one are taken by interruptions.
    fn taken_before(&self, day: i64) -> i64 {
        let begun = self.0.partition_point(|one| one.from < day);
        let last = begun.checked_sub(1).and_then(|at| self.0.get(at));
        last.map_or(0, |one| one.before + one.end.min(day) - one.from)
    }

    /// How many days count from one to another, both included.
    pub(super) fn counted(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        let (first, end) = (number_of(first), number_of(last) + 1);
        (end - first - (self.taken_before(end) - self.taken_before(first))).max(0)
    }

    /// The day with this number among those that count, day 0 being the first.
    pub(super) fn day(&self, first: NaiveDate, number: u32) -> Option<NaiveDate> {
        let (first, number) = (number_of(first), i64::from(number));
        let taken = self.taken_before(first);
        // Those interruptions that begin when no more than that many days have counted are before it.
        let before = self.0.partition_point(|one| one.from - first - (one.before - taken) <= number);
        let last = before.checked_sub(1).and_then(|at| self.0.get(at));
        let skipped = last.map_or(0, |one| (one.before + one.length() - taken).max(0));
        i32::try_from(first + number + skipped).ok().and_then(NaiveDate::from_num_days_from_ce_opt)
    }
}

/// Which of the positions are in a circle, where each points at one other at most.
pub(super) fn in_circles(targets: &[Option<usize>]) -> Vec<bool> {
    let mut circles = vec![false; targets.len()];
    // The walk in which each position was first met.
    let mut met: Vec<Option<usize>> = vec![None; targets.len()];
    for start in 0..targets.len() {
        let mut at = Some(start);
        while let Some(here) = at {
            let Some(walk) = met.get_mut(here) else { break };
            match walk {
                None => *walk = Some(start),
                // The walk has come back to where it was: it goes round once more.
                Some(same) if *same == start => match circles.get_mut(here) {
                    Some(in_circle) if !*in_circle => *in_circle = true,
                    _ => break,
                },
                Some(_) => break,
            }
            at = targets.get(here).copied().flatten();
        }
    }
    circles
}
