//! Lists and their order, in one place: each instantiation of the standard library's sort costs a browser several kilobytes,
//! and each of `collect` has the code of its iterator twice.

use std::cmp::Ordering;

/// Gives what an iterator has as a list.
pub(crate) trait Listed: Iterator + Sized {
    /// The items, in their order. For an iterator that does not know how many it has: the code of it is there once.
    fn listed(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        self.for_each(|item| list.push(item));
        list
    }
}

impl<I: Iterator> Listed for I {}

/// The items in ascending order; equal ones keep their order.
pub(crate) fn sorted<T>(mut items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = unless_in_order(items.len(), &of_positions(&items, compare));
    arrange(order, &mut |[a, b]| items.swap(a, b));
    items
}

/// The positions of the items in ascending order; those of equal ones ascend themselves.
pub(crate) fn ascending<T>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<usize> {
    order(items.len(), &of_positions(items, compare))
}

/// Compares items by their positions.
fn of_positions<T>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> impl Fn(usize, usize) -> Ordering {
    move |a, b| match (items.get(a), items.get(b)) {
        (Some(first), Some(second)) => compare(first, second),
        _ => Ordering::Equal,
    }
}

/// The positions of this many items in ascending order.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// The same; none for items that are in order already, as most are.
fn unless_in_order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    if (1..length).all(|at| compare(at - 1, at).is_le()) { Vec::new() } else { order(length, compare) }
}

/// Brings to each position the item that the order has there, swapping two at a time: one cycle of positions after another.
///
/// It takes the two together. Given one by one they would be called as the check of a rule is, and the library with the docs,
/// which calls no check, would have to keep all of them: 40 kB.
fn arrange(mut order: Vec<usize>, swap: &mut dyn FnMut([usize; 2])) {
    for start in 0..order.len() {
        let mut at = start;
        while let Some(from) = order.get_mut(at).map(|from| std::mem::replace(from, at)).filter(|from| *from != start) {
            swap([at, from]);
            at = from;
        }
    }
}

/// A text, in an order that is quick to tell: by length, by the last eight bytes, and then by the whole text. Ids of one
/// kind mostly begin alike and end in a number: comparing them as texts took a sixteenth of a report.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextKey<'t> {
    /// The last eight bytes; of a shorter text the first four and the last four, which are all it has.
    tail: u64,
    text: &'t str,
}

/// What is compared of a text first, which mostly decides: its length and the last eight bytes. It borrows nothing, so that it can be
/// kept with what has the text.
pub(crate) type Quick = (usize, u64);

impl<'t> TextKey<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let tail = match (bytes.last_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(tail), ..) => u64::from_be_bytes(*tail),
            (None, Some(first), Some(last)) => {
                u64::from(u32::from_be_bytes(*first)) << 32 | u64::from(u32::from_be_bytes(*last))
            }
            _ => bytes.iter().fold(0, |tail, byte| tail << 8 | u64::from(*byte)),
        };
        Self { tail, text }
    }

    /// The order of two texts of the same length and the same last eight bytes, which are mostly one.
    fn order_before(self, other: Self) -> Ordering {
        let [own, others] = [self.text.as_bytes(), other.text.as_bytes()];
        match own.len() {
            0..=8 => Ordering::Equal,
            9..=16 => {
                let first = |bytes: &[u8]| bytes.first_chunk().map(|first| u64::from_be_bytes(*first));
                first(own).cmp(&first(others))
            }
            _ => own.cmp(others),
        }
    }

    pub(crate) fn text(self) -> &'t str {
        self.text
    }

    /// Its length and the last eight bytes.
    pub(crate) fn quick(self) -> Quick {
        (self.text.len(), self.tail)
    }
}

impl Ord for TextKey<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.quick().cmp(&other.quick()).then_with(|| self.order_before(*other))
    }
}

impl PartialEq for TextKey<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for TextKey<'_> {}

impl PartialOrd for TextKey<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Texts, to be looked up.
#[derive(Debug, Default)]
pub(crate) struct Texts<'t>(Vec<(TextKey<'t>, usize)>);

impl<'t> Texts<'t> {
    pub(crate) fn of(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut keys = sorted(texts.map(TextKey::of).zip(0..).listed(), Ord::cmp);
        keys.dedup_by_key(|(key, _)| *key);
        Self(keys)
    }

    /// How many different ones there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The position at which this text was first given.
    pub(crate) fn find(&self, text: &str) -> Option<usize> {
        let sought = TextKey::of(text);
        let found = self.0.binary_search_by(|(known, _)| known.cmp(&sought)).ok()?;
        self.0.get(found).map(|(_, at)| *at)
    }

    pub(crate) fn has(&self, text: &str) -> bool {
        self.find(text).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{Texts, ascending, sorted};

    /// Texts of every length around eight bytes that differ at either end, each looked up and its neighbours missed.
    #[test]
    fn texts_are_found_where_they_were_first_given() {
        let some: Vec<String> = (0..20)
            .flat_map(|length| ["a", "b"].map(|end| "x".repeat(length) + end))
            .chain((2..20).map(|length| format!("b{}a", "x".repeat(length))))
            .chain([String::new()])
            .collect();
        let texts = Texts::of(some.iter().chain(&some).map(String::as_str));
        assert_eq!(texts.len(), some.len());
        for (at, text) in some.iter().enumerate() {
            assert_eq!(texts.find(text), Some(at), "{text}");
            assert!(!texts.has(&format!("c{text}")) && !texts.has(&format!("{text}x")), "{text}");
        }
    }

    /// Every list of up to six items out of four, against the sort of the standard library, which is stable.
    #[test]
    fn items_are_sorted_and_equal_ones_keep_their_order() {
        for length in 0..=6_u32 {
            for number in 0..4_usize.pow(length) {
                let items: Vec<(usize, u32)> = (0..length).map(|at| (number / 4_usize.pow(at) % 4, at)).collect();
                let mut expected = items.clone();
                expected.sort_by_key(|item| item.0);
                let positions = ascending(&items, |a, b| a.0.cmp(&b.0));
                assert_eq!(positions.iter().map(|at| items[*at]).collect::<Vec<_>>(), expected, "{items:?}");
                assert_eq!(sorted(items.clone(), |a, b| a.0.cmp(&b.0)), expected, "{items:?}");
            }
        }
    }
}
