//! The one definition of a document: the `record!` and `closed!` macros and the [`Shape`] they yield.
//!
//! A `record!` gives a Rust struct, its strict borrowing reader, its writer, and a static [`Record`] that
//! describes it. The collecting reader, the JSON Schema, the TypeScript types and the field reference are all
//! made from that description, so they cannot disagree with the struct.

use std::fmt;

use crate::json::Reader;

/// What a value of a document may look like.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Shape {
    /// Free text.
    Text,
    /// An id, matching `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
    Id,
    /// A calendar date, exactly `YYYY-MM-DD`.
    Date,
    /// A school year, `YYYY-YYYY` of consecutive years.
    SchoolYear,
    /// A SHA-256 as 64 lower-case hexadecimal digits.
    Sha256,
    /// The name and version of the document's format.
    Format(&'static str),
    /// `true` or `false`.
    Flag,
    /// A whole number between bounds, both included.
    Whole {
        /// The least value.
        least: u32,
        /// The greatest value.
        most: u32,
    },
    /// A number of at most two decimals between bounds, both included; the bounds are in hundredths.
    Decimal {
        /// The least value, in hundredths.
        least: u32,
        /// The greatest value, in hundredths.
        most: u32,
    },
    /// One word out of a closed list.
    Word(&'static [Word]),
    /// A list of values of one shape.
    List(&'static Shape),
    /// An object with named members.
    Record(&'static Record),
}

impl Shape {
    /// For a number: its bounds in hundredths, and whether it must be whole.
    pub(crate) fn bounds(&self) -> Option<(u32, u32, bool)> {
        if let Self::Whole { least, most } = *self {
            return Some((least * 100, most * 100, true));
        }
        if let Self::Decimal { least, most } = *self { Some((least, most, false)) } else { None }
    }
}

/// An object of a document: its name, what it is, and its members in the order of the format.
#[derive(Debug)]
#[non_exhaustive]
pub struct Record {
    /// Name of the Rust and TypeScript type.
    pub name: &'static str,
    /// What it is; empty without the feature `schema`.
    pub doc: &'static str,
    /// The members, in the order of the format.
    pub members: &'static [Member],
}

/// A member of a [`Record`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Member {
    /// Name on the wire, in camelCase.
    pub name: &'static str,
    /// What it is, with its Dutch term, range and source; empty without the feature `schema`.
    pub doc: &'static str,
    /// Whether the format requires it; `null` is absent.
    pub required: bool,
    /// What its value looks like.
    pub shape: Shape,
}

impl Record {
    #[doc(hidden)]
    pub const fn new(name: &'static str, doc: &'static str, members: &'static [Member]) -> Self {
        Self { name, doc, members }
    }

    /// Position of the member with this wire name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }
}

impl Member {
    #[doc(hidden)]
    pub const fn new(name: &'static str, doc: &'static str, required: bool, shape: Shape) -> Self {
        Self { name, doc, required, shape }
    }
}

/// A value of a closed list: its key on the wire and its label for people.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    /// The key on the wire.
    pub key: &'static str,
    /// Dutch label.
    pub nl: &'static str,
    /// English label.
    pub en: &'static str,
}

/// A closed list: an enum whose values are [`Word`]s.
pub trait Closed: Copy + Eq + fmt::Debug + 'static {
    /// The values, in the order of the list.
    const ALL: &'static [Self];
    /// The words, in the same order.
    const WORDS: &'static [Word];

    /// Position in the list.
    fn index(self) -> usize;

    /// Key and labels of this value.
    fn word(self) -> &'static Word {
        const NONE: Word = Word { key: "", nl: "", en: "" };
        Self::WORDS.get(self.index()).unwrap_or(&NONE)
    }

    /// The key on the wire.
    fn key(self) -> &'static str {
        self.word().key
    }

    /// The value with this key.
    fn from_key(key: &str) -> Option<Self> {
        Self::WORDS.iter().position(|word| word.key == key).and_then(|index| Self::ALL.get(index).copied())
    }
}

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

    /// Reads it; `None` when it is not of this shape. What is wrong, and where, is told by the collecting reader.
    fn read(from: &mut Reader<'a>) -> Option<Self>;

    /// What stands in a record until the value is read; it owns nothing. Where the format requires the value, only a
    /// forgiving reading lets it stand, so it must be nothing that could be found fault with.
    fn blank() -> Self;

    /// Whether it is written at all.
    fn is_absent(&self) -> bool {
        false
    }

    /// Takes the texts it borrows into its own possession.
    fn into_owned(self) -> Self::Owned;
}

/// The most items that one list may have (TK-R010).
pub const MAX_ITEMS: u32 = 100_000;

/// Reads a value into a blank one. That owns nothing, so it need not be dropped, and a browser need not carry the code
/// that would.
#[doc(hidden)]
pub fn put<'a, T: Wire<'a>>(place: &mut T, from: &mut Reader<'a>) -> Option<()> {
    std::mem::forget(std::mem::replace(place, T::read(from)?));
    Some(())
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
        let at = behind.iter().position(same).map(|at| at + next).or_else(|| before.iter().position(same))?;
        if seen >> at & 1 == 1 {
            return None;
        }
        seen |= 1 << at;
        next = at + 1;
        read(at, from)
    })?;
    // Those that the format requires come first.
    let needs = record.members.iter().take_while(|member| member.required).count();
    (from.forgives() || seen.trailing_ones() as usize >= needs).then_some(())
}

impl<'a, T: Wire<'a>> Wire<'a> for Option<T> {
    type Owned = Option<T::Owned>;
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = false;

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        if from.null() { Some(None) } else { T::read(from).map(Some) }
    }

    fn blank() -> Self {
        None
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn into_owned(self) -> Self::Owned {
        self.map(T::into_owned)
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
    let mut count = 0;
    from.items(|from| {
        count += 1;
        if count > MAX_ITEMS { None } else { read(from) }
    })
}

impl<'a, T: Wire<'a>> Wire<'a> for Vec<T> {
    type Owned = Vec<T::Owned>;
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const REQUIRED: bool = false;

    fn read(from: &mut Reader<'a>) -> Option<Self> {
        read_list(from)
    }

    fn blank() -> Self {
        Self::new()
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(T::into_owned).collect()
    }
}

/// Reads a string and turns it into a value without keeping it.
pub(crate) fn read_parsed<T>(from: &mut Reader<'_>, parse: fn(&str) -> Option<T>) -> Option<T> {
    parse(&from.string()?)
}

/// `snake_case` to `camelCase`, while compiling.
#[doc(hidden)]
pub const fn camel<const N: usize>(snake: &str) -> ([u8; N], usize) {
    let from = snake.as_bytes();
    let mut to = [0; N];
    let (mut read, mut written, mut raise) = (0, 0, false);
    while read < from.len() && written < N {
        #[expect(
            clippy::indexing_slicing,
            reason = "both indices are below their lengths, and it runs while compiling"
        )]
        if from[read] == b'_' {
            raise = true;
        } else {
            to[written] = if raise { from[read].to_ascii_uppercase() } else { from[read] };
            written += 1;
            raise = false;
        }
        read += 1;
    }
    (to, written)
}

/// The wire name of a field, as a `&'static str`.
macro_rules! wire_name {
    ($field:ident) => {{
        const SNAKE: &str = stringify!($field);
        const CAMEL: ([u8; SNAKE.len()], usize) = $crate::document::grammar::camel(SNAKE);
        const NAME: &str = match std::str::from_utf8(CAMEL.0.split_at(CAMEL.1).0) {
            Ok(name) => name,
            Err(_) => SNAKE,
        };
        NAME
    }};
}
pub(crate) use wire_name;

/// The doc comments of an item as one text; empty without the feature `schema`, so that no browser carries them.
macro_rules! doc_text {
    ($($doc:literal)*) => {{
        #[cfg(feature = "schema")]
        const DOC: &str = concat!($($doc, "\n"),*);
        #[cfg(not(feature = "schema"))]
        const DOC: &str = "";
        DOC
    }};
}
pub(crate) use doc_text;

/// Defines an object of a document. Members that the format requires come first, under `needs`; the others under
/// `may`, where each type says what its absence means (`Option`, `Vec`, `Set`).
macro_rules! record {
    ($(#[doc = $doc:literal])* $name:ident<'a> needs { $($needs:tt)* } may { $($may:tt)* }) => {
        $crate::document::grammar::record! { @define [$($doc)*] $name [<'a>] [<'static>] { $($needs)* } { $($may)* } }
    };
    ($(#[doc = $doc:literal])* $name:ident needs { $($needs:tt)* } may { $($may:tt)* }) => {
        $crate::document::grammar::record! { @define [$($doc)*] $name [] [] { $($needs)* } { $($may)* } }
    };
    (@default $name:ident [$($borrowed:tt)*] {}) => {
        impl $($borrowed)* Default for $name $($borrowed)* {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    (@default $name:ident [$($borrowed:tt)*] { $($needs:tt)+ }) => {};
    (@define [$($doc:literal)*] $name:ident [$($borrowed:tt)*] [$($owned:tt)*]
        { $($(#[doc = $need_doc:literal])* $need:ident: $need_type:ty,)* }
        { $($(#[doc = $may_doc:literal])* $may:ident: $may_type:ty,)* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        #[non_exhaustive]
        pub struct $name $($borrowed)* {
            $($(#[doc = $need_doc])* pub $need: $need_type,)*
            $(
                $(#[doc = $may_doc])*
                #[serde(skip_serializing_if = "crate::document::grammar::Wire::is_absent")]
                pub $may: $may_type,
            )*
        }

        impl $($borrowed)* $name $($borrowed)* {
            /// With what the format requires, and nothing else.
            pub fn new($($need: $need_type),*) -> Self {
                Self { $($need,)* $($may: <$may_type>::default(),)* }
            }
        }

        $crate::document::grammar::record! { @default $name [$($borrowed)*] { $($need)* } }

        impl<'a> $crate::document::grammar::Wire<'a> for $name $($borrowed)* {
            type Owned = $name $($owned)*;
            const SHAPE: $crate::document::grammar::Shape =
                $crate::document::grammar::Shape::Record(&$crate::document::grammar::Record::new(
                    stringify!($name),
                    $crate::document::grammar::doc_text!($($doc)*),
                    &[
                        $($crate::document::grammar::Member::new(
                            $crate::document::grammar::wire_name!($need),
                            $crate::document::grammar::doc_text!($($need_doc)*),
                            <$need_type as $crate::document::grammar::Wire<'a>>::REQUIRED,
                            <$need_type as $crate::document::grammar::Wire<'a>>::SHAPE,
                        ),)*
                        $($crate::document::grammar::Member::new(
                            $crate::document::grammar::wire_name!($may),
                            $crate::document::grammar::doc_text!($($may_doc)*),
                            <$may_type as $crate::document::grammar::Wire<'a>>::REQUIRED,
                            <$may_type as $crate::document::grammar::Wire<'a>>::SHAPE,
                        ),)*
                    ],
                ));

            fn read(from: &mut $crate::json::Reader<'a>) -> Option<Self> {
                use $crate::document::grammar::{Record, Shape, Wire, put, read_record};

                #[expect(non_camel_case_types, reason = "positions of the members, named as the members are")]
                enum At { $($need,)* $($may,)* }

                let record: &'static Record = const {
                    if let Shape::Record(record) = <Self as Wire<'a>>::SHAPE { record } else { &Record::new("", "", &[]) }
                };
                let mut this = Self::blank();
                read_record(record, from, &mut |at, from| {
                    $(if at == At::$need as usize {
                        return put(&mut this.$need, from);
                    })*
                    $(if at == At::$may as usize {
                        return put(&mut this.$may, from);
                    })*
                    None
                })?;
                Some(this)
            }

            fn blank() -> Self {
                $name {
                    $($need: $crate::document::grammar::Wire::blank(),)*
                    $($may: $crate::document::grammar::Wire::blank(),)*
                }
            }

            fn into_owned(self) -> Self::Owned {
                $name {
                    $($need: $crate::document::grammar::Wire::into_owned(self.$need),)*
                    $($may: $crate::document::grammar::Wire::into_owned(self.$may),)*
                }
            }
        }
    };
}
pub(crate) use record;

/// Defines a closed list: an enum with, for each value, its key on the wire and its label in Dutch and English.
macro_rules! closed {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $value_doc:literal])* $value:ident = $key:literal, $nl:literal, $en:literal;)* }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $value_doc])* #[doc = concat!("`", $key, "`: ", $en, " (", $nl, ")")] $value,)*
        }

        impl $crate::document::grammar::Closed for $name {
            const ALL: &'static [Self] = &[$(Self::$value),*];
            const WORDS: &'static [$crate::document::grammar::Word] =
                &[$($crate::document::grammar::Word { key: $key, nl: $nl, en: $en }),*];

            fn index(self) -> usize {
                self as usize
            }
        }

        impl<'a> $crate::document::grammar::Wire<'a> for $name {
            type Owned = Self;
            const SHAPE: $crate::document::grammar::Shape =
                $crate::document::grammar::Shape::Word(<Self as $crate::document::grammar::Closed>::WORDS);

            fn read(from: &mut $crate::json::Reader<'a>) -> Option<Self> {
                $crate::document::grammar::read_parsed(from, <Self as $crate::document::grammar::Closed>::from_key)
            }

            fn blank() -> Self {
                [$(Self::$value),*][0]
            }

            fn into_owned(self) -> Self {
                self
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str($crate::document::grammar::Closed::key(*self))
            }
        }

        impl $crate::document::values::Element for $name {
            fn position(self) -> usize {
                $crate::document::grammar::Closed::index(self)
            }

            fn at(position: usize) -> Option<Self> {
                <Self as $crate::document::grammar::Closed>::ALL.get(position).copied()
            }
        }
    };
}
pub(crate) use closed;
