//! A text of JSON, token by token.
//!
//! The tokens are those of hifijson. Strings are read here, since the text is known to be UTF-8 already and most of
//! them can be borrowed from it.

use std::borrow::Cow;

use hifijson::SliceLexer;
use hifijson::num::LexWrite as _;
use hifijson::str::{Lex as _, LexAlloc as _};
use hifijson::token::Lex as _;

use super::line_and_column;
use super::value::Value;
use crate::text::is_same;

/// How deep a [`Value`] may go: rulebooks and reports are shallow.
const MAX_DEPTH: usize = 64;

/// A place in a text of JSON. Its functions return `None` when the next token is not the expected one; the reader is
/// then still before that token.
pub struct Reader<'a> {
    text: &'a str,
    rest: SliceLexer<'a>,
    /// Whether what a record requires may be left out.
    forgiving: bool,
    /// How many items a list or an object may have.
    max_items: u32,
}

/// The most items that one list or object may have, unless a rulebook says less (TK-R010).
pub const MAX_ITEMS: u32 = 100_000;

impl<'a> Reader<'a> {
    /// At the beginning of a text.
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, rest: SliceLexer::new(text.as_bytes()), forgiving: false, max_items: MAX_ITEMS }
    }

    /// At the beginning of a text whose lists and objects may not have more items than these.
    pub(crate) fn limited(text: &'a str, max_items: u32) -> Self {
        Self { max_items, ..Self::new(text) }
    }

    /// At the beginning of a text whose records may lack what the format requires.
    pub(crate) fn forgiving(text: &'a str) -> Self {
        Self { forgiving: true, ..Self::new(text) }
    }

    /// How many items a list or an object may have.
    pub(crate) fn max_items(&self) -> u32 {
        self.max_items
    }

    /// Whether what a record requires may be left out.
    pub(crate) fn forgives(&self) -> bool {
        self.forgiving
    }

    /// The byte that it is at, from 0.
    pub(crate) fn at(&self) -> usize {
        self.text.len() - self.rest.as_slice().len()
    }

    /// The line and column that it is at.
    pub(crate) fn place(&self) -> (usize, usize) {
        line_and_column(self.text, self.at())
    }

    /// The next byte that is no white space; 0 at the end.
    #[expect(
        clippy::inline_always,
        reason = "the wasm library is built for size: a call for every token is an eighth of a report"
    )]
    #[inline(always)]
    pub(crate) fn peek(&mut self) -> u8 {
        // Before most tokens there is no white space.
        match self.rest.as_slice().first() {
            Some(byte) if *byte > b' ' => *byte,
            _ => self.behind_white_space(),
        }
    }

    #[inline(never)]
    fn behind_white_space(&mut self) -> u8 {
        self.rest.ws_peek().unwrap_or(0)
    }

    /// Passes this byte, when it is the next.
    pub(crate) fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == byte;
        if is_next {
            self.pass(1);
        }
        is_next
    }

    /// Passes this number of bytes.
    #[inline]
    fn pass(&mut self, bytes: usize) {
        self.rest = SliceLexer::new(self.rest.as_slice().get(bytes..).unwrap_or_default());
    }

    /// Whether only white space is left.
    pub(crate) fn end(&mut self) -> Option<()> {
        self.rest.ws_peek().is_none().then_some(())
    }

    /// Passes this word, when it is next.
    fn word(&mut self, word: &str) -> bool {
        let first = word.as_bytes().first().copied();
        let is_next = first == Some(self.peek()) && self.rest.as_slice().starts_with(word.as_bytes());
        if is_next {
            self.pass(word.len());
        }
        is_next
    }

    /// Passes `null`, when that is next.
    pub(crate) fn null(&mut self) -> bool {
        self.word("null")
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self) -> Option<bool> {
        if self.word("true") { Some(true) } else { self.word("false").then_some(false) }
    }

    /// A number, as it is written.
    pub(crate) fn number(&mut self) -> Option<&'a str> {
        self.peek();
        self.rest.num_string().validated().ok().map(|(number, _)| number)
    }

    /// A string, borrowed from the text where it has no escapes.
    pub(crate) fn string(&mut self) -> Option<Cow<'a, str>> {
        if self.peek() != b'"' {
            return None;
        }
        self.pass(1);
        match self.plain_string() {
            Some(plain) => Some(Cow::Borrowed(plain)),
            None => self.rest.str_string().ok(),
        }
    }

    /// What is left of a string, unless it has escapes or is none; then nothing is passed.
    fn plain_string(&mut self) -> Option<&'a str> {
        let (bytes, start) = (self.rest.as_slice(), self.at());
        let (string, rest) = bytes.split_at_checked(plain(bytes))?;
        let (b'"', rest) = rest.split_first()? else { return None };
        self.rest = SliceLexer::new(rest);
        self.text.get(start..start + string.len())
    }

    /// Every item of a list.
    pub(crate) fn items(&mut self, item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.sequence(b'[', b']', item)
    }

    /// Every member of an object, whose names these are: each with the position of its name. Documents are mostly
    /// written in the order of their format, so a name is expected behind the one before, and passed without being read
    /// as a string: that takes a tenth off the time of a report.
    pub(crate) fn members<N: AsRef<str>>(
        &mut self,
        names: &[N],
        mut member: impl FnMut(&mut Self, usize) -> Option<()>,
    ) -> Option<()> {
        let mut next = 0;
        self.sequence(b'{', b'}', |from| {
            from.peek();
            let expected = names.get(next..)?.iter().position(|name| from.expected(name.as_ref()));
            let at = if let Some(found) = expected {
                next + found
            } else {
                let name = from.string()?;
                names.iter().position(|known| is_same(known.as_ref().as_bytes(), name.as_bytes()))?
            };
            next = at + 1;
            if from.take(b':') { member(from, at) } else { None }
        })
    }

    /// Passes this string, when it comes next and is written without escapes.
    fn expected(&mut self, string: &str) -> bool {
        let (rest, length) = (self.rest.as_slice(), string.len());
        // First where it would end: most others are longer or shorter.
        let ends = rest.get(length + 1) == Some(&b'"') && rest.first() == Some(&b'"');
        let is_next = ends && rest.get(1..=length).is_some_and(|next| is_same(next, string.as_bytes()));
        if is_next {
            self.pass(length + 2);
        }
        is_next
    }

    fn sequence(&mut self, open: u8, close: u8, mut one: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if !self.take(open) {
            return None;
        }
        if self.take(close) {
            return Some(());
        }
        loop {
            one(self)?;
            let next = self.peek();
            if next != close && next != b',' {
                return None;
            }
            self.pass(1);
            if next == close {
                return Some(());
            }
        }
    }

    /// A value of any kind.
    pub(crate) fn value(&mut self) -> Option<Value<'a>> {
        let next = self.rest.ws_peek()?;
        hifijson::value::parse_bounded(MAX_DEPTH, next, &mut self.rest).ok()
    }

    /// A value of any kind, as it is written.
    #[cfg(feature = "insight")]
    pub(crate) fn written(&mut self) -> Option<&'a str> {
        self.peek();
        let start = self.at();
        self.value()?;
        self.text.get(start..self.at())
    }

    /// Passes a value that is no object and no list.
    pub(crate) fn skip_plain(&mut self) -> Option<()> {
        match self.peek() {
            b'"' => self.skip_string(),
            b'-' | b'0'..=b'9' => self.number().map(drop),
            b'n' => self.null().then_some(()),
            _ => self.flag().map(drop),
        }
    }

    /// Passes a string, whether or not its escapes can be decoded.
    pub(crate) fn skip_string(&mut self) -> Option<()> {
        if !self.take(b'"') {
            return None;
        }
        if self.plain_string().is_some() { Some(()) } else { self.rest.str_ignore().ok() }
    }
}

/// How many bytes there are before one that a plain string cannot have: a quotation mark, a backslash or a control
/// character.
fn plain(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    let plain = words.iter().take_while(|word| sought(**word) == 0).count();
    let within = match words.get(plain) {
        Some(word) => (sought(*word).trailing_zeros() / 8) as usize,
        None => rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)).count(),
    };
    plain * 8 + within
}

/// Eight bytes at a time: of those that a plain string cannot have, the first has its highest bit set, and none before
/// it has.
#[inline]
fn sought(word: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGHEST: u64 = ONES << 7;
    let word = u64::from_le_bytes(word);
    let control = word.wrapping_sub(ONES * 0x20);
    let is = |byte: u8| (word ^ (ONES * u64::from(byte))).wrapping_sub(ONES);
    (control | is(b'"') | is(b'\\')) & !word & HIGHEST
}

#[cfg(test)]
mod tests {
    use super::plain;

    /// Strings of every length around eight bytes, ended by each byte that ends one, in
    /// texts that go on behind it and that do not; letters of two and three bytes end nothing.
    #[test]
    fn a_plain_string_ends_at_the_first_byte_that_it_cannot_have() {
        for length in 0..26 {
            for letters in ["a", "é", "→", "\u{7f}"] {
                let string: String = letters.chars().cycle().take(length).collect();
                for end in ["\"", "\\", "\n", "\u{1f}", "\0"] {
                    for rest in ["", "b", "\"\\\n and a good deal more of it, which is not looked at any more"] {
                        assert_eq!(
                            plain(format!("{string}{end}{rest}").as_bytes()),
                            string.len(),
                            "{string}{end}{rest}"
                        );
                    }
                }
                assert_eq!(plain(string.as_bytes()), string.len());
            }
        }
    }
}
