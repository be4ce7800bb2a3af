//! A text of JSON, token by token.
//!
//! The tokens are those of hifijson. Strings are read here, since the text is known to be UTF-8 already and most of them
//! can be borrowed from it.

use std::borrow::Cow;

use hifijson::SliceLexer;
use hifijson::num::LexWrite as _;
use hifijson::str::{Lex as _, LexAlloc as _};
use hifijson::token::Lex as _;

use super::line_and_column;
use super::value::Value;

/// How deep a [`Value`] may go: rulebooks and reports are shallow.
const MAX_DEPTH: usize = 64;

/// A place in a text of JSON. Its functions return `None` when the next token is not what was asked for; the reader then
/// still stands before that token.
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

    /// The byte that it stands at, from 0.
    pub(crate) fn at(&self) -> usize {
        self.text.len() - self.rest.as_slice().len()
    }

    /// The line and column that it stands at.
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

    /// Passes so many bytes.
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
        let (start, rest) = (self.at(), self.rest.as_slice());
        let length = plain(rest);
        if rest.get(length) != Some(&b'"') {
            return None;
        }
        self.pass(length + 1);
        self.text.get(start..start + length)
    }

    /// The key of a member, and the colon behind it.
    fn key(&mut self) -> Option<Cow<'a, str>> {
        let key = self.string()?;
        self.take(b':').then_some(key)
    }

    /// Every item of a list.
    pub(crate) fn items(&mut self, item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.sequence(b'[', b']', item)
    }

    /// Every member of an object.
    pub(crate) fn members(&mut self, mut member: impl FnMut(&mut Self, &str) -> Option<()>) -> Option<()> {
        self.sequence(b'{', b'}', |from| {
            let key = from.key()?;
            member(from, &key)
        })
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
    const ONES: u64 = u64::MAX / 0xff;
    const HIGHEST: u64 = ONES << 7;
    let below = |word: u64, byte: u8| word.wrapping_sub(ONES * u64::from(byte)) & !word & HIGHEST;
    let (words, rest) = bytes.as_chunks::<8>();
    // Eight bytes at a time: of those sought, the first has its highest bit set, and none before it has.
    let found = words.iter().enumerate().find_map(|(position, word)| {
        let word = u64::from_le_bytes(*word);
        let is = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
        let sought = below(word, 0x20) | is(b'"') | is(b'\\');
        (sought != 0).then(|| position * 8 + (sought.trailing_zeros() / 8) as usize)
    });
    found.unwrap_or_else(|| {
        let sought = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
        bytes.len() - rest.len() + sought.unwrap_or(rest.len())
    })
}
