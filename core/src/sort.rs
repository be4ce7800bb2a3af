//! Sorting, in one place: each instantiation of the standard library's sort costs a browser several kilobytes.

use std::cmp::Ordering;

/// The items in ascending order; equal ones keep their order.
pub(crate) fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    if items.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return items;
    }
    let order = ascending(&items, compare);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| items.get_mut(at)?.take()).collect()
}

/// The positions of the items in ascending order; those of equal ones ascend themselves.
pub(crate) fn ascending<T>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<usize> {
    positions(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(first), Some(second)) => compare(first, second).then(a.cmp(&b)),
        _ => Ordering::Equal,
    })
}

fn positions(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..length).collect();
    positions.sort_by(|a, b| compare(*a, *b));
    positions
}

/// The texts in ascending order, each once.
pub(crate) fn distinct<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut texts = sorted(texts.collect(), Ord::cmp);
    texts.dedup();
    texts
}
