//! The norms that a rulebook sets, by day.

use chrono::NaiveDate;

use crate::finding::Norm;
use crate::sort::{Listed as _, sorted};

/// A value of a norm, within a window of days; both bounds are included.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    pub(super) value: u32,
    pub(super) from: Option<NaiveDate>,
    pub(super) until: Option<NaiveDate>,
}

/// What one norm is set to.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub(super) norm: &'static Norm,
    /// As they were written.
    pub(super) windows: Vec<Dated>,
    /// From which day which value holds, ascending; `None`: the norm's own.
    steps: Vec<(NaiveDate, Option<u32>)>,
}

/// The norms that are set.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings(Vec<Setting>);

impl Settings {
    /// The value that a norm is set to on a day.
    pub(super) fn value(&self, norm: &'static Norm, day: NaiveDate) -> Option<u32> {
        let steps = &self.of(norm)?.steps;
        steps.get(steps.partition_point(|(from, _)| *from <= day).checked_sub(1)?)?.1
    }

    /// What a norm is set to.
    pub(super) fn of(&self, norm: &'static Norm) -> Option<&Setting> {
        self.0.iter().find(|setting| std::ptr::eq(setting.norm, norm))
    }

    /// Sets a norm.
    pub(super) fn set(&mut self, norm: &'static Norm, windows: Vec<Dated>) {
        let steps = steps(&windows);
        self.0.push(Setting { norm, windows, steps });
    }
}

/// From which day which value holds: of several windows the last one that holds a day. Each stretch of days between two
/// bounds is painted once, by the last window over it.
fn steps(windows: &[Dated]) -> Vec<(NaiveDate, Option<u32>)> {
    let first = |window: &Dated| window.from.unwrap_or(NaiveDate::MIN);
    let behind = |window: &Dated| window.until.and_then(|until| until.succ_opt());
    let bounds = windows.iter().flat_map(|window| [Some(first(window)), behind(window)]).flatten();
    let mut bounds: Vec<NaiveDate> = sorted(bounds.chain([NaiveDate::MIN]).listed(), Ord::cmp);
    bounds.dedup();
    let mut painted: Vec<Option<u32>> = vec![None; bounds.len()];
    // For each stretch, the next one that may still be bare.
    let mut next: Vec<usize> = (0..=bounds.len()).collect();
    for window in windows.iter().rev() {
        let end = behind(window).map_or(bounds.len(), |day| bounds.partition_point(|bound| *bound < day));
        let mut at = bare(&mut next, bounds.partition_point(|bound| *bound < first(window)));
        while at < end {
            painted.get_mut(at).into_iter().for_each(|value| *value = Some(window.value));
            next.get_mut(at).into_iter().for_each(|next| *next = at + 1);
            at = bare(&mut next, at);
        }
    }
    bounds.into_iter().zip(painted).collect()
}

/// The first stretch from here on that is still bare.
fn bare(next: &mut [usize], from: usize) -> usize {
    let mut at = from;
    while let Some(&further) = next.get(at).filter(|further| **further != at) {
        // The way is halved, so that it is not gone in full again.
        let beyond = next.get(further).copied().unwrap_or(further);
        next.get_mut(at).into_iter().for_each(|next| *next = beyond);
        at = beyond;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, day).unwrap()
    }

    /// Against looking through all windows from the last to the first, on every day and for many sets of windows.
    #[test]
    fn the_last_window_that_holds_a_day_counts() {
        let mut seed = 7_u32;
        let mut draw = |most: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % most
        };
        for _ in 0..500 {
            let windows: Vec<Dated> = (0..draw(8))
                .map(|value| {
                    let (a, b) = (1 + draw(28), 1 + draw(28));
                    let bound = |draw: u32, at: u32| (draw > 0).then(|| day(at));
                    Dated { value, from: bound(draw(5), a.min(b)), until: bound(draw(5), a.max(b)) }
                })
                .collect();
            let steps = steps(&windows);
            for at in (1..=31).map(day) {
                let holds = |window: &&Dated| {
                    window.from.is_none_or(|from| from <= at) && window.until.is_none_or(|until| at <= until)
                };
                let expected = windows.iter().rev().find(holds).map(|window| window.value);
                let found = steps.iter().rev().find(|(from, _)| *from <= at).and_then(|(_, value)| *value);
                assert_eq!(found, expected, "{at} {windows:?}");
            }
        }
    }
}
