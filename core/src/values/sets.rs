//! Sets of values of a closed list, as bits.

use std::fmt;
use std::marker::PhantomData;

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::{DesignCompetence, Group, StudyYear};
use crate::grammar::{Element, Given, Shape, Wire, read_items};
use crate::json::Reader;

macro_rules! numbered {
    ($($name:ident)*) => {$(
        impl Element for $name {
            fn position(self) -> usize {
                self.get().into()
            }

            fn at(position: usize) -> Option<Self> {
                position.try_into().ok().and_then(Self::new)
            }
        }
    )*};
}
numbered! { StudyYear Group DesignCompetence }

/// A set of values of a closed list; on the wire a list, in which repeating a value changes nothing.
///
/// ```
/// use twentse_kubus::documents::Weekday;
/// use twentse_kubus::values::Set;
///
/// let days = Set::from([Weekday::Monday, Weekday::Tuesday]);
/// assert_eq!(days.len(), 2);
/// assert!(days.contains(Weekday::Monday));
/// ```
pub struct Set<T> {
    bits: u64,
    of: PhantomData<T>,
}

impl<T: Element> Set<T> {
    /// The positions of its values, as bits.
    pub(crate) const fn bits(self) -> u64 {
        self.bits
    }

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

impl<T: Element, const N: usize> From<[T; N]> for Set<T> {
    fn from(values: [T; N]) -> Self {
        values.into_iter().collect()
    }
}

impl<T: Element> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        values.into_iter().for_each(|value| self.insert(value));
    }
}

impl<T: Element, I: IntoIterator<Item = T>> Given<I> for Set<T> {
    fn given(values: I) -> Self {
        values.into_iter().collect()
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
    const BLANK: Self = Self::of_bits(0);

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        read_items(from, &mut |from| {
            let mut value = T::BLANK;
            value.read(from)?;
            self.insert(value);
            Some(())
        })
    }

    fn is_absent(&self) -> bool {
        self.bits == 0
    }

    fn into_owned(self) -> Self {
        self
    }
}
