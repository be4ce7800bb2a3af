//! Counts of results over persons, without results of small groups.
//!
//! A table has a row for each group of students, say a school, and a column for each answer, such that every student of the group is
//! in one column; "has the finding" and "has it not" are two columns. How many students a group has is no result, and is shown. So
//! may be the totals of the columns. `k` is the smallest group that is shown.
//!
//! A row is *safe* when each of its cells is 0 or at least `k`; a shown 0 is no small group, but a part that is short of the whole by
//! fewer than `k` is one: the rest is another cell. Rows are shown or hidden as a whole. The rows that are not safe are hidden. Then,
//! as long as the sums of the hidden rows, which anybody can find by subtracting what is shown from the totals, have a cell of
//! 1 to `k - 1` or all but one cell of 0, the smallest row is hidden too that adds to a cell where something is missing. Where there is
//! none, the totals are hidden, and of the rows only those that are not safe.
//!
//! The promise, to somebody who adds and subtracts all that is shown of one table, knowing that counts are whole and at least 0: for
//! every cell of a hidden row at least two values are possible, except that all hidden cells of a column may be known to be 0; when
//! the cell, or the rest of its row, is 1 to `k - 1`, then 0 or a value of `k` or more is among the possible values of each. A group
//! that is hidden is never shown to be in a single column.
//!
//! Why: let the hidden rows have the sizes `n(i)`, together `n`, and the sums `h(j)` by column, each 0 or at least `k`, two of them at
//! least `k`. The cells of hidden rows may be any whole numbers with these sums of rows and columns, so that a cell is anything from
//! `max(0, n(i) - (n - h(j)))` to `min(n(i), h(j))` (a transportation problem: all between are reached). Let `h(j)` be at least `k`;
//! `n - h(j)` is so too. The greatest value is at least `min(n(i), k)`, and the least at most `max(0, n(i) - k)`: where `n(i)` is less
//! than `k` the cell is anything from 0 to `n(i)`; else `k` is within reach of the cell and of the rest of the row. The two are equal
//! only when `n(i)` is `n`: a single hidden row, which would be safe, and then it would not be hidden. Where the totals are hidden, the
//! cell is anything from 0 to `n(i)`.

use super::shown::Count;
use crate::sort::{Listed as _, ascending};

/// The smallest group that is shown, unless another number is given.
pub const SMALLEST_GROUP: u32 = 5;

/// What may be shown of a table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// For each row, whether it is.
    pub(crate) rows: Vec<bool>,
    /// Whether the totals of the columns are.
    pub(crate) totals: bool,
}

/// What may be shown of a table of counts, by row.
pub(crate) fn shown<const COLUMNS: usize>(table: &[[u32; COLUMNS]], k: u32) -> Shown {
    let small = |count: u64| (1..u64::from(k)).contains(&count);
    let size = |row: &[u32; COLUMNS]| row.iter().map(|cell| u64::from(*cell)).sum::<u64>();
    let is_safe = |row: &[u32; COLUMNS]| !row.iter().any(|cell| small(u64::from(*cell)));
    let safe = table.iter().map(is_safe).listed();
    let mut sums = [0; COLUMNS];
    let add = |sums: &mut [u64; COLUMNS], row: &[u32; COLUMNS]| {
        sums.iter_mut().zip(row).for_each(|(sum, cell)| *sum += u64::from(*cell));
    };
    table.iter().zip(&safe).filter(|(_, safe)| !**safe).for_each(|(row, _)| add(&mut sums, row));
    let mut rows = safe.clone();
    if safe.iter().all(|safe| *safe) {
        return Shown { rows, totals: true };
    }
    let by_size = ascending(table, |a, b| size(a).cmp(&size(b)));
    // Each row that is added settles a column for good, since its cells there are at least `k`: there are a few rounds at most.
    loop {
        let some_small = sums.iter().any(|sum| small(*sum));
        if !some_small && sums.iter().filter(|sum| **sum > 0).count() > 1 {
            return Shown { rows, totals: true };
        }
        let is_missing = |sum: u64| if some_small { small(sum) } else { sum == 0 };
        let helps = |row: &[u32; COLUMNS]| row.iter().zip(&sums).any(|(cell, sum)| *cell > 0 && is_missing(*sum));
        let more = by_size.iter().copied().find(|at| {
            let is_shown = rows.get(*at) == Some(&true);
            is_shown && table.get(*at).is_some_and(helps)
        });
        let Some((at, row)) = more.and_then(|at| Some((at, table.get(at)?))) else {
            return Shown { rows: safe, totals: false };
        };
        add(&mut sums, row);
        rows.get_mut(at).into_iter().for_each(|shown| *shown = false);
    }
}

/// Of how many in each group something is so, and of how many in all; `None` is hidden.
pub(crate) fn of_each(yes: &[u32], of: &[u32], k: u32) -> (Option<Count>, Vec<Option<Count>>) {
    let table = yes.iter().zip(of).map(|(yes, of)| [*yes, of.saturating_sub(*yes)]).listed();
    let Shown { rows, totals } = shown(&table, k);
    let total = yes.iter().map(|yes| u64::from(*yes)).sum::<u64>();
    let rows = yes.iter().zip(rows).map(|(yes, shown)| shown.then_some(Count(*yes))).listed();
    (totals.then_some(Count::of(total)), rows)
}

/// Groups of at least `k` students, by the positions of the schools in them: each school that has as many is one, and the others are one
/// together, with the next smallest school where all of them have fewer. It goes by how many students there are, and by no result. With
/// fewer than `k` students in all there is one group.
pub(crate) fn groups(sizes: &[u32], k: u32) -> Vec<Vec<usize>> {
    let by_size = ascending(sizes, Ord::cmp);
    let (mut together, mut number, mut alone) = (Vec::new(), 0_u64, Vec::new());
    for (at, size) in by_size.iter().filter_map(|at| Some((*at, *sizes.get(*at)?))) {
        if size < k || (!together.is_empty() && number < u64::from(k)) {
            together.push(at);
            number += u64::from(size);
        } else {
            alone.push(vec![at]);
        }
    }
    alone.sort();
    together.sort_unstable();
    alone.extend((!together.is_empty()).then_some(together));
    alone
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Shown, groups, shown};

    /// Numbers that look random, the same in every run.
    struct Random(u64);

    impl Random {
        fn below(&mut self, end: u32) -> u32 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from((self.0 >> 33) % u64::from(end)).unwrap()
        }

        /// A table in which small counts, zeros and rows in one column are frequent.
        fn table<const COLUMNS: usize>(&mut self) -> Vec<[u32; COLUMNS]> {
            let rows = 1 + self.below(4);
            let cell = |random: &mut Self| {
                let most = [1, 2, 4, 9][random.below(4) as usize];
                random.below(most)
            };
            (0..rows).map(|_| std::array::from_fn(|_| cell(self))).collect()
        }
    }

    /// All ways to divide a number of students over the columns.
    fn divided<const COLUMNS: usize>(number: u32) -> Vec<[u32; COLUMNS]> {
        fn fill<const COLUMNS: usize>(left: u32, at: usize, row: &mut [u32; COLUMNS], all: &mut Vec<[u32; COLUMNS]>) {
            if at + 1 == COLUMNS {
                row[at] = left;
                all.push(*row);
                return;
            }
            for cell in 0..=left {
                row[at] = cell;
                fill(left - cell, at + 1, row, all);
            }
        }
        let mut all = Vec::new();
        fill(number, 0, &mut [0; COLUMNS], &mut all);
        all
    }

    /// The values that each cell may have, by trying out all tables that look as this one does: with the rows that are shown, with
    /// hidden rows of their sizes, and with the totals where they are shown.
    fn attack<const COLUMNS: usize>(table: &[[u32; COLUMNS]], seen: &Shown) -> Vec<[BTreeSet<u32>; COLUMNS]> {
        // The sums of the first rows that can be had, and those that the rows from each one on can add.
        let ways: Vec<Vec<[u32; COLUMNS]>> = table
            .iter()
            .zip(&seen.rows)
            .map(|(row, shown)| if *shown { vec![*row] } else { divided(row.iter().sum()) })
            .collect();
        let plus =
            |a: &[u32; COLUMNS], b: &[u32; COLUMNS]| -> [u32; COLUMNS] { std::array::from_fn(|at| a[at] + b[at]) };
        let sums = |ways: &[Vec<[u32; COLUMNS]>]| {
            ways.iter().fold(BTreeSet::from([[0; COLUMNS]]), |sums, ways| {
                sums.iter().flat_map(|sum| ways.iter().map(move |way| plus(sum, way))).collect()
            })
        };
        let total = table.iter().fold([0; COLUMNS], |sum, row| plus(&sum, row));
        (0..table.len())
            .map(|at| {
                let others = [&ways[..at], &ways[at + 1..]].concat();
                let others: BTreeSet<[u32; COLUMNS]> = sums(&others);
                let mut cells: [BTreeSet<u32>; COLUMNS] = std::array::from_fn(|_| BTreeSet::new());
                for way in &ways[at] {
                    let rest = std::array::from_fn(|at| total[at].wrapping_sub(way[at]));
                    if !seen.totals || others.contains(&rest) {
                        cells.iter_mut().zip(way).for_each(|(cell, value)| {
                            cell.insert(*value);
                        });
                    }
                }
                cells
            })
            .collect()
    }

    /// Counts how many tables had something hidden, something hidden besides, and the totals hidden.
    fn hold<const COLUMNS: usize>(tables: u32, seed: u64) -> [u32; 3] {
        let mut random = Random(seed);
        let mut counts = [0; 3];
        for _ in 0..tables {
            let (table, k) = (random.table::<COLUMNS>(), 2 + random.below(4));
            let is_small = |count: u32| (1..k).contains(&count);
            let told = shown(&table, k);
            let is_unsafe = |row: &[u32; COLUMNS]| row.iter().any(|cell| is_small(*cell));
            let unsafe_rows = table.iter().filter(|row| is_unsafe(row)).count();
            let hidden = told.rows.iter().filter(|shown| !**shown).count();
            counts[0] += u32::from(unsafe_rows > 0);
            counts[1] += u32::from(hidden > unsafe_rows);
            counts[2] += u32::from(!told.totals);
            let values = attack(&table, &told);
            for ((row, shown), cells) in table.iter().zip(&told.rows).zip(&values) {
                let size: u32 = row.iter().sum();
                assert!(!*shown || !is_unsafe(row), "{table:?} {k}: {row:?} is shown");
                if *shown {
                    continue;
                }
                let possible = cells.iter().filter(|values| values.len() > 1).count();
                assert!(possible > 1, "{table:?} {k} {told:?}: {row:?} is in one column");
                for (at, (cell, values)) in row.iter().zip(cells).enumerate() {
                    assert!(values.contains(cell), "the attack knows the table itself");
                    let hidden_sum: u32 =
                        table.iter().zip(&told.rows).filter(|(_, shown)| !**shown).map(|(row, _)| row[at]).sum();
                    if told.totals && hidden_sum == 0 {
                        assert_eq!(values, &BTreeSet::from([0]));
                        continue;
                    }
                    assert!(values.len() > 1, "{table:?} {k} {told:?}: {row:?} at {at}");
                    let rest = size - cell;
                    if is_small(*cell) || is_small(rest) {
                        assert!(
                            values.iter().any(|value| !is_small(*value)),
                            "{table:?} {k} {told:?}: {row:?} at {at}"
                        );
                        assert!(
                            values.iter().any(|value| !is_small(size - value)),
                            "{table:?} {k} {told:?}: {row:?} at {at}"
                        );
                    }
                }
            }
            if told.totals {
                let total: [u32; COLUMNS] = std::array::from_fn(|at| table.iter().map(|row| row[at]).sum());
                assert!(total.iter().all(|count| !is_small(*count)), "{table:?} {k}: {total:?}");
            }
        }
        counts
    }

    #[test]
    fn who_tries_out_all_tables_learns_no_small_count() {
        let [hidden, besides, totals] = hold::<2>(6_000, 1);
        assert!(hidden > 3_000 && besides > 300 && totals > 300, "{hidden} {besides} {totals}");
        let [hidden, besides, totals] = hold::<3>(2_000, 2);
        assert!(hidden > 1_000 && besides > 50 && totals > 100, "{hidden} {besides} {totals}");
    }

    /// The attack finds what is hidden carelessly: a single hidden row by its total, and one of a single column.
    #[test]
    fn the_attack_finds_what_is_hidden_carelessly() {
        let table = [[2, 8], [10, 10]];
        let careless = Shown { rows: vec![false, true], totals: true };
        assert_eq!(attack(&table, &careless)[0][0], BTreeSet::from([2]));
        assert_eq!(shown(&table, 5).rows, [false, false]);
        let table = [[2, 0], [3, 0], [10, 10]];
        let careless = Shown { rows: vec![false, false, true], totals: true };
        assert_eq!(attack(&table, &careless)[1][0], BTreeSet::from([3]));
    }

    #[test]
    fn what_is_hidden_is_the_next_smallest_that_helps() {
        let of = |table: &[[u32; 2]], k| {
            let Shown { rows, totals } = shown(table, k);
            (rows, totals)
        };
        // Nothing is small.
        assert_eq!(of(&[[5, 0], [0, 9], [0, 0]], 5), (vec![true; 3], true));
        assert_eq!(of(&[[2, 8], [1, 0]], 1), (vec![true; 2], true), "no group is small");
        // The 2 would follow from the total: of the others with students in the first column the smaller one is hidden.
        assert_eq!(of(&[[2, 8], [30, 9], [0, 6], [10, 10]], 5), (vec![false, true, true, false], true));
        // All but two: the same from the other side.
        assert_eq!(of(&[[8, 2], [9, 30], [6, 0], [10, 10]], 5), (vec![false, true, true, false], true));
        // Two small ones that are enough together.
        assert_eq!(of(&[[3, 7], [2, 8], [9, 9]], 5), (vec![false, false, true], true));
        // There is no other that helps.
        assert_eq!(of(&[[2, 8], [0, 20]], 5), (vec![false, true], false));
        assert_eq!(of(&[[4, 0]], 5), (vec![false], false));
        assert_eq!(of(&[], 5), (vec![], true));
    }

    #[test]
    fn schools_are_in_groups_of_enough_students() {
        assert_eq!(groups(&[7, 5, 9], 5), [vec![0], vec![1], vec![2]]);
        assert_eq!(groups(&[7, 2, 9, 3], 5), [vec![0], vec![2], vec![1, 3]]);
        assert_eq!(groups(&[7, 2, 9], 5), [vec![2], vec![0, 1]], "two alone are too few");
        assert_eq!(groups(&[1, 3], 5), [vec![0, 1]], "fewer than 5 in all");
        assert_eq!(groups(&[1, 3], 1), [vec![0], vec![1]]);
        let mut random = Random(3);
        for _ in 0..1_000 {
            let (number, k) = (random.below(8), 1 + random.below(6));
            let sizes: Vec<u32> = (0..number).map(|_| 1 + random.below(9)).collect();
            let groups = groups(&sizes, k);
            let mut all = groups.concat();
            all.sort_unstable();
            assert_eq!(all, (0..sizes.len()).collect::<Vec<_>>());
            let size = |group: &Vec<usize>| group.iter().map(|at| sizes[*at]).sum::<u32>();
            let is_enough = groups.iter().all(|group| size(group) >= k);
            assert!(is_enough || (groups.len() == 1 && sizes.iter().sum::<u32>() < k), "{sizes:?} {k} {groups:?}");
        }
    }
}
