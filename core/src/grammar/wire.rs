//! Reading, blanking and walking over the values of a document.

use super::{Mark, Member, Record, See, Shape, Steps};
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
    /// What stands in a record until the value is read; being a constant, it owns nothing. Where the format requires the
    /// value, only a forgiving reading lets it stand, so it must be nothing that could be found fault with.
    const BLANK: Self;

    /// Reads it; `None` when it is not of this shape. What is wrong, and where, is told by the collecting reader.
    fn read(from: &mut Reader<'a>) -> Option<Self>;

    /// Whether it is written at all.
    fn is_absent(&self) -> bool {
        false
    }

    /// Takes the texts it borrows into its own possession.
    fn into_owned(self) -> Self::Owned;

    /// Shows what is in it: ids, periods, names, required texts.
    fn walk<'d>(&'d self, _mark: Mark, _at: &mut Steps, _see: &mut dyn See<'d>) {}
}

/// Reads a value into a blank one. That owns nothing, so it need not be dropped, and a browser need not carry the code
/// that would.
#[doc(hidden)]
pub fn put<'a, T: Wire<'a>>(place: &mut T, from: &mut Reader<'a>) -> Option<()> {
    std::mem::forget(std::mem::replace(place, T::read(from)?));
    Some(())
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

/// Reads the members of an object, each with what is handed in for its position. Documents are mostly written in the order
/// of the format, so a member is sought from behind the one found before, and round.
#[doc(hidden)]
pub fn read_record<'a>(
    record: &'static Record,
    from: &mut Reader<'a>,
    read: &mut dyn FnMut(usize, &mut Reader<'a>) -> Option<()>,
) -> Option<()> {
    let mut seen = 0_u64;
    let mut next = 0;
    from.members(|from, name| {
        let (before, behind) = record.members.split_at_checked(next)?;
        let same = |member: &Member| member.name == name;
        let at = match behind {
            [member, ..] if same(member) => next,
            _ => behind.iter().position(same).map(|at| at + next).or_else(|| before.iter().position(same))?,
        };
        if seen >> at & 1 == 1 {
            return None;
        }
        seen |= 1 << at;
        next = at + 1;
        read(at, from)
    })?;
    // Those that the format requires come first.
    let needs = record.members.iter().take_while(|member| member.required).count();
    let fits = seen.count_ones() <= from.max_items();
    (fits && (from.forgives() || seen.trailing_ones() as usize >= needs)).then_some(())
}

impl<'a, T: Wire<'a>> Wire<'a> for Option<T> {
    type Owned = Option<T::Owned>;
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = false;
    const WALKS: bool = T::WALKS;
    const BLANK: Self = None;

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        if from.null() { Some(None) } else { T::read(from).map(Some) }
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
}

/// Collects the items of a list: a `Vec`, or a set of a closed list.
pub(crate) trait Gather<T>: Default {
    fn gather(&mut self, item: T);
}

impl<T> Gather<T> for Vec<T> {
    fn gather(&mut self, item: T) {
        self.push(item);
    }
}

/// Reads a list; `null` is an empty one.
pub(crate) fn read_list<'a, C: Gather<T>, T: Wire<'a>>(from: &mut Reader<'a>) -> Option<C> {
    let mut list = C::default();
    if !from.null() {
        read_items(from, &mut |from| T::read(from).map(|item| list.gather(item)))?;
    }
    Some(list)
}

fn read_items<'a>(from: &mut Reader<'a>, read: &mut dyn FnMut(&mut Reader<'a>) -> Option<()>) -> Option<()> {
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

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        read_list(from)
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
}

/// Reads a string and turns it into a value without keeping it.
pub(crate) fn read_parsed<T>(from: &mut Reader<'_>, parse: fn(&str) -> Option<T>) -> Option<T> {
    parse(&from.string()?)
}
