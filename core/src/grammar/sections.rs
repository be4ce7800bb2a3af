//! The sections of a document: its top-level members, as a set.

use super::Record;

/// Some of the top-level members of a document, by their positions in the record of its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sections(u64);

impl Sections {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Everything.
    pub const ALL: Self = Self(u64::MAX);

    /// Those with these wire names. A name that the format does not have does not compile.
    #[doc(hidden)]
    pub const fn of(record: &'static Record, names: &[&str]) -> Self {
        let (mut bits, mut rest) = (0, names);
        while let [name, behind @ ..] = rest {
            bits |= 1 << record.member(name);
            rest = behind;
        }
        Self(bits)
    }

    /// The one at this position; everything for the format, on which all reading rests.
    pub(crate) const fn at(position: usize) -> Self {
        match position {
            0 => Self::ALL,
            1..64 => Self(1 << position),
            _ => Self::NONE,
        }
    }

    /// These and those.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a section.
    pub const fn overlap(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The names of the sections, in the order of the format.
    pub fn names(self, record: &'static Record) -> impl Iterator<Item = &'static str> {
        record.members.iter().enumerate().filter(move |(at, _)| self.0 >> at & 1 == 1).map(|(_, member)| member.name)
    }
}

/// Some of the sections of a kind of document, by the names of its fields: `sections!(Portfolio: placements, evidence)`.
macro_rules! sections {
    ($record:ident: $($section:ident),* $(,)?) => {
        const { $crate::grammar::Sections::of($record::RECORD, &[$($crate::grammar::wire_name!($section)),*]) }
    };
}
pub(crate) use sections;
