//! What a value of a document may look like.

use std::fmt;

use super::IdKind;
use crate::error::ValueError;
#[cfg(feature = "messages")]
use crate::language::PlainText;
use crate::text::is_same;

/// What a value of a document may look like.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Shape {
    /// Free text.
    Text,
    /// An id, matching `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
    Id(IdKind),
    /// A calendar date, exactly `YYYY-MM-DD`.
    Date,
    /// A school year, `YYYY-YYYY` of consecutive years.
    SchoolYear,
    /// A SHA-256 as 64 hexadecimal digits.
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
    Word(&'static List),
    /// A list of values of one shape.
    List(&'static Shape),
    /// An object with named members.
    Record(&'static Record),
    /// JSON that something else describes: a report, a rulebook.
    Json,
}

impl Shape {
    /// For a number: its bounds in hundredths, and whether it must be whole.
    pub(crate) fn bounds(&self) -> Option<(u32, u32, bool)> {
        if let Self::Whole { least, most } = *self {
            return Some((least * 100, most * 100, true));
        }
        if let Self::Decimal { least, most } = *self { Some((least, most, false)) } else { None }
    }

    /// Whether it is an object that is known by a key.
    pub(crate) const fn is_keyed(&self) -> bool {
        if let Self::Record(record) = self { record.has_key() } else { false }
    }

    /// The kind of the id that it is, or that its items are.
    const fn id_kind(&self) -> Option<IdKind> {
        if let Self::Id(kind) = self {
            return Some(*kind);
        }
        if let Self::List(item) = self { item.id_kind() } else { None }
    }

    /// The object that it is, or that its items are.
    pub(crate) const fn record(&self) -> Option<&'static Record> {
        match self {
            Self::Record(record) => Some(record),
            Self::List(item) => item.record(),
            Self::Text
            | Self::Id(_)
            | Self::Date
            | Self::SchoolYear
            | Self::Sha256
            | Self::Format(_)
            | Self::Flag
            | Self::Whole { .. }
            | Self::Decimal { .. }
            | Self::Word(_)
            | Self::Json => None,
        }
    }

    /// The type of JSON value that it is written as.
    pub(crate) fn json_type(&self) -> JsonType {
        match self {
            Self::Record(_) | Self::Json => JsonType::Object,
            Self::List(_) => JsonType::List,
            Self::Flag => JsonType::Flag,
            Self::Whole { .. } | Self::Decimal { .. } => JsonType::Number,
            Self::Text
            | Self::Id(_)
            | Self::Date
            | Self::SchoolYear
            | Self::Sha256
            | Self::Format(_)
            | Self::Word(_) => JsonType::Text,
        }
    }

    /// How many steps lead to the deepest value in it.
    const fn depth(&self) -> usize {
        match self {
            Self::List(item) => 1 + item.depth(),
            Self::Record(record) => record.depth(),
            Self::Text
            | Self::Id(_)
            | Self::Date
            | Self::SchoolYear
            | Self::Sha256
            | Self::Format(_)
            | Self::Flag
            | Self::Whole { .. }
            | Self::Decimal { .. }
            | Self::Word(_)
            | Self::Json => 0,
        }
    }
}

/// An object of a document: its name, what it is, and its members in the order of the format.
#[non_exhaustive]
pub struct Record {
    /// Name of the Rust and TypeScript type.
    pub name: &'static str,
    /// What it is; empty without the feature `schema`.
    pub doc: &'static str,
    /// The members, in the order of the format.
    pub members: &'static [Member],
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// A member of a [`Record`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Member {
    /// Name on the wire, in camelCase.
    pub name: &'static str,
    /// What it is, with its Dutch term, range and source; empty without the feature `schema`.
    pub doc: &'static str,
    /// Whether the format requires it; `null` counts as absent.
    pub required: bool,
    /// Whether the object is known by it, or ids are declared here (TK-R011).
    pub key: bool,
    /// What its value looks like.
    pub shape: Shape,
}

impl AsRef<str> for Member {
    /// Its name.
    fn as_ref(&self) -> &str {
        self.name
    }
}

impl Record {
    /// Checked while compiling: a set of members fits 64 bits, and reading counts on the required ones to come first.
    #[doc(hidden)]
    pub const fn new(name: &'static str, doc: &'static str, members: &'static [Member]) -> Self {
        assert!(members.len() <= 64, "a record has at most 64 members");
        let mut rest = members;
        let mut optional = false;
        while let [member, behind @ ..] = rest {
            assert!(!(optional && member.required), "members that the format requires come first");
            optional |= !member.required;
            rest = behind;
        }
        Self { name, doc, members }
    }

    /// Position of the member with this wire name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }

    /// The position of the member with this wire name, while compiling.
    #[doc(hidden)]
    #[expect(clippy::panic, reason = "it runs while compiling, where a panic is an error of the compiler")]
    pub const fn member(&self, name: &str) -> usize {
        let mut at = 0;
        let mut rest = self.members;
        while let [member, behind @ ..] = rest {
            if same(member.name, name) {
                return at;
            }
            at += 1;
            rest = behind;
        }
        panic!("the format has no such member")
    }

    /// Whether its objects are known by an id or another key.
    pub(crate) const fn has_key(&self) -> bool {
        let mut rest = self.members;
        while let [member, behind @ ..] = rest {
            if member.key && member.required {
                return true;
            }
            rest = behind;
        }
        false
    }

    /// The kinds of ids by which things in it are known, as bits.
    pub(crate) const fn holds(&self) -> u64 {
        let mut kinds = 0;
        let mut rest = self.members;
        while let [member, behind @ ..] = rest {
            if let Some(kind) = member.declares() {
                kinds |= 1 << kind.number;
            }
            if let Some(record) = member.shape.record() {
                kinds |= record.holds();
            }
            rest = behind;
        }
        kinds
    }

    /// How many steps lead to the deepest value in it.
    pub(crate) const fn depth(&self) -> usize {
        let mut deepest = 0;
        let mut rest = self.members;
        while let [member, behind @ ..] = rest {
            let depth = 1 + member.shape.depth();
            if depth > deepest {
                deepest = depth;
            }
            rest = behind;
        }
        deepest
    }
}

impl Member {
    #[doc(hidden)]
    pub const fn new(name: &'static str, doc: &'static str, required: bool, key: bool, shape: Shape) -> Self {
        Self { name, doc, required, key, shape }
    }

    /// The kind of the ids that it declares; none for a key that is no id, which is known in its list alone.
    pub(crate) const fn declares(&self) -> Option<IdKind> {
        if self.key { self.shape.id_kind() } else { None }
    }
}

const fn same(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    while let ([first, a_rest @ ..], [second, b_rest @ ..]) = (a, b) {
        if *first != *second {
            return false;
        }
        (a, b) = (a_rest, b_rest);
    }
    a.is_empty() && b.is_empty()
}

/// The values of a closed list, and the name of the list.
#[derive(Debug, PartialEq, Eq)]
pub struct List {
    /// Name of the Rust type.
    pub name: &'static str,
    /// Its values, in order.
    pub words: &'static [Word],
}

impl List {
    /// The position of the value with this key.
    pub(crate) fn position(&self, key: &str) -> Option<usize> {
        self.words.iter().position(|word| is_same(word.key.as_bytes(), key.as_bytes()))
    }
}

/// A value of a closed list: its key on the wire and its label for people.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    /// The key on the wire.
    pub key: &'static str,
    /// The label.
    #[cfg(feature = "messages")]
    pub label: PlainText,
}

impl Word {
    #[doc(hidden)]
    #[cfg_attr(not(feature = "messages"), expect(unused_variables, reason = "labels are assets of their own there"))]
    pub const fn new(key: &'static str, nl: &'static str, nl_plain: &'static str, en: &'static str) -> Self {
        Self {
            key,
            #[cfg(feature = "messages")]
            label: PlainText { nl, nl_plain, en },
        }
    }
}

/// A closed list: an enum whose values are [`Word`]s.
pub trait Closed: Copy + Eq + fmt::Debug + 'static {
    /// The values, in the order of the list.
    const ALL: &'static [Self];
    /// The words, in the same order, and the name of the list.
    const LIST: &'static List;

    /// Position in the list.
    fn index(self) -> usize;

    /// Key and labels of this value.
    fn word(self) -> &'static Word {
        const NONE: Word = Word::new("", "", "", "");
        Self::LIST.words.get(self.index()).unwrap_or(&NONE)
    }

    /// The key on the wire.
    fn key(self) -> &'static str {
        self.word().key
    }

    /// The value with this key.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.get(Self::LIST.position(key)?).copied()
    }
}

/// Why a text is no value of this list.
pub(crate) fn unlisted(list: &List) -> ValueError {
    let keys: Vec<&str> = list.words.iter().map(|word| word.key).collect();
    ValueError::new("a word of the list", format!("`{}` has {}", list.name, keys.join(", ")))
}

/// Something that a set can hold: one of at most 64 values, each with a position.
pub trait Element: Copy {
    /// Its position, 0 to 63.
    fn position(self) -> usize;
    /// The value at a position.
    fn at(position: usize) -> Option<Self>;
}

super::closed! {
    /// A type of JSON value.
    JsonType {
        Object = "object", "een object" | "een groep velden", "an object";
        List = "list", "een lijst", "a list";
        Text = "text", "een tekst", "a text";
        Number = "number", "een getal", "a number";
        Flag = "true-or-false", "`true` of `false`" | "ja (`true`) of nee (`false`)", "`true` or `false`";
        Null = "null", "niets" | "niets (leeg)", "nothing";
    }
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
