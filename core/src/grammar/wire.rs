//! Reading, blanking and walking over the values of a document.

use super::{List, Mark, Record, See, Shape, Steps};
pub use crate::json::MAX_ITEMS;
use crate::json::Reader;

/// A value that a document can hold: how it looks, how it is read, and whether it may be absent.
///
/// Reading is strict: an object only from an object, a word only from a string, no unknown and no repeated member.
pub trait Wire<'a>: Sized {
    /// The same type, holding its texts itself.
    type Owned: 'static;
    /// How it looks.
    const SHAPE: Shape;
    /// Whether a record must have it.
    const REQUIRED: bool = true;
    /// Whether a walk has anything to see in it.
    const WALKS: bool = false;
    /// Whether a walk has anything to see in it where the format requires it.
    const WALKS_REQUIRED: bool = Self::WALKS;
    /// The placeholder in a record until the value is read; being a constant, it owns nothing. Where the format
    /// requires the value, only a forgiving reading keeps it, so it must be nothing that could be found fault with.
    const BLANK: Self;

    /// Reads it into its placeholder, where it stays; `None` when it is not of this shape. The collecting reader reports what
    /// is wrong and where.
    fn read(&mut self, from: &mut Reader<'a>) -> Option<()>;

    /// Whether the value is serialised (empty ones are omitted).
    fn is_absent(&self) -> bool {
        false
    }

    /// Takes the texts it borrows into its own possession.
    fn into_owned(self) -> Self::Owned;

    /// Shows what is in it: ids, periods, names, required texts.
    fn walk<'d>(&'d self, _mark: Mark, _at: &mut Steps, _see: &mut dyn See<'d>) {}

    /// Leaves out what these parts lead to: items of lists and optional values. All are in it, this many steps from the
    /// root; they are in the order of the document, none in another, and none in an object that is known by a key.
    fn leave_out(&mut self, _parts: &[Steps], _depth: usize) {}
}

/// Puts a value in the place of a blank one. That owns nothing, so it need not be dropped, and a browser need not carry the
/// code that would.
pub(crate) fn put<T>(place: &mut T, value: T) {
    std::mem::forget(std::mem::replace(place, value));
}

/// Walks over the member at this position.
#[doc(hidden)]
pub fn walk_member<'d, 'a: 'd, T: Wire<'a>>(
    member: &'d T,
    position: usize,
    mark: Mark,
    at: &mut Steps,
    see: &mut dyn See<'d>,
) {
    if if mark == Mark::Plain { T::WALKS } else { T::WALKS_REQUIRED } {
        at.push(position);
        member.walk(mark, at, see);
        at.pop();
    }
}

/// Walks over the key at this position: an id, or what an object is known by among those of its list.
#[doc(hidden)]
pub fn walk_key<'d, 'a: 'd, T: Wire<'a>>(key: &'d T, position: usize, at: &mut Steps, see: &mut dyn See<'d>) {
    at.push(position);
    key.walk(Mark::Key, at, see);
    at.pop();
}

/// Of parts in the order of the document, those that go by this position after this many steps; they are taken from
/// the front.
fn at<'p>(parts: &mut &'p [Steps], depth: usize, position: usize) -> &'p [Steps] {
    let goes_there = |part: &Steps| part.as_slice().get(depth).is_some_and(|step| *step as usize == position);
    let (there, rest) = parts.split_at(parts.partition_point(goes_there));
    *parts = rest;
    there
}

/// Leaves parts out of the member at this position.
#[doc(hidden)]
pub fn leave_out_of<'a, T: Wire<'a>>(member: &mut T, position: usize, parts: &mut &[Steps], depth: usize) {
    let own = at(parts, depth, position);
    if T::WALKS_REQUIRED && !own.is_empty() {
        member.leave_out(own, depth + 1);
    }
}

/// Of a list of this length, hands over each item that is kept: its position, the one that it moves to, and the parts in it.
/// Gives how many are kept. One body for all lists: `retain` cost a browser half a kilobyte more.
fn each_kept(mut parts: &[Steps], depth: usize, length: usize, keep: &mut dyn FnMut(usize, usize, &[Steps])) -> usize {
    let mut kept = 0;
    for position in 0..length {
        let own = at(&mut parts, depth, position);
        if !is_whole(own, depth + 1) {
            keep(position, kept, own);
            kept += 1;
        }
    }
    kept
}

/// Whether a part is the value itself that is this many steps from the root.
fn is_whole(parts: &[Steps], depth: usize) -> bool {
    parts.first().is_some_and(|part| part.as_slice().len() == depth)
}

/// Reads the members of an object, each with the reader given for its position.
#[doc(hidden)]
pub fn read_record<'a>(
    record: &'static Record,
    from: &mut Reader<'a>,
    read: &mut dyn FnMut(usize, &mut Reader<'a>) -> Option<()>,
) -> Option<()> {
    let mut seen = 0_u64;
    from.members(record.members, |from, at| {
        if seen >> at & 1 == 1 {
            return None;
        }
        seen |= 1 << at;
        read(at, from)
    })?;
    // Those that the format requires come first.
    let needs = record.members.iter().take_while(|member| member.required).count();
    let fits = seen.count_ones() <= from.max_items();
    (fits && (from.forgives() || seen.trailing_ones() as usize >= needs)).then_some(())
}

/// What a member that may be absent is set to in code: an optional value from what becomes the value, a list or a set
/// from its items.
pub trait Given<A> {
    /// The value of the member.
    fn given(value: A) -> Self;
}

impl<T, A: Into<T>> Given<A> for Option<T> {
    fn given(value: A) -> Self {
        Some(value.into())
    }
}

impl<T, I: IntoIterator<Item = T>> Given<I> for Vec<T> {
    fn given(items: I) -> Self {
        items.into_iter().collect()
    }
}

impl<'a, T: Wire<'a>> Wire<'a> for Option<T> {
    type Owned = Option<T::Owned>;
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = false;
    const WALKS: bool = T::WALKS;
    const BLANK: Self = None;

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        if from.null() {
            return Some(());
        }
        put(self, Some(T::BLANK));
        self.as_mut()?.read(from)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn into_owned(self) -> Self::Owned {
        self.map(T::into_owned)
    }

    fn walk<'d>(&'d self, mark: Mark, at: &mut Steps, see: &mut dyn See<'d>) {
        if let Some(value) = self {
            value.walk(mark, at, see);
        }
    }

    fn leave_out(&mut self, parts: &[Steps], depth: usize) {
        if is_whole(parts, depth) {
            *self = None;
        } else if let Some(value) = self {
            value.leave_out(parts, depth);
        }
    }
}

/// Reads a list, each item with the reader given; `null` is an empty one.
pub(crate) fn read_items<'a>(from: &mut Reader<'a>, read: &mut dyn FnMut(&mut Reader<'a>) -> Option<()>) -> Option<()> {
    if from.null() {
        return Some(());
    }
    let mut left = from.max_items();
    from.items(|from| {
        left = left.checked_sub(1)?;
        read(from)
    })
}

impl<'a, T: Wire<'a>> Wire<'a> for Vec<T> {
    type Owned = Vec<T::Owned>;
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const REQUIRED: bool = false;
    const WALKS: bool = T::WALKS;
    const BLANK: Self = Self::new();

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        read_items(from, &mut |from| {
            self.push(T::BLANK);
            self.last_mut()?.read(from)
        })
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(T::into_owned).collect()
    }

    fn walk<'d>(&'d self, mark: Mark, at: &mut Steps, see: &mut dyn See<'d>) {
        for (position, item) in self.iter().enumerate() {
            at.push(position);
            item.walk(mark, at, see);
            at.pop();
        }
    }

    fn leave_out(&mut self, parts: &[Steps], depth: usize) {
        let kept = each_kept(parts, depth, self.len(), &mut |position, to, own| {
            // What is known by a key is left out as a whole.
            if const { !T::SHAPE.is_keyed() }
                && !own.is_empty()
                && let Some(item) = self.get_mut(position)
            {
                item.leave_out(own, depth + 1);
            }
            self.swap(position, to);
        });
        self.truncate(kept);
    }
}

/// Reads a word of a closed list; gives its position.
pub(crate) fn read_word(from: &mut Reader<'_>, list: &List) -> Option<usize> {
    list.position(&from.string()?)
}

/// Reads a string and turns it into a value without keeping it.
pub(crate) fn read_parsed<T>(place: &mut T, from: &mut Reader<'_>, parse: fn(&str) -> Option<T>) -> Option<()> {
    *place = parse(&from.string()?)?;
    Some(())
}
