//! Free texts, flags and hashes.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::ser::{Serialize, Serializer};

use crate::error::ValueError;
use crate::grammar::{Mark, See, Shape, Steps, Wire, put, read_parsed, try_from_text};
use crate::json::Reader;

impl<'a> Wire<'a> for Cow<'a, str> {
    type Owned = Cow<'static, str>;
    const SHAPE: Shape = Shape::Text;
    const WALKS_REQUIRED: bool = true;
    /// Not empty: what is missing is not reported as blank as well.
    const BLANK: Self = Cow::Borrowed("?");

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        put(self, from.string()?);
        Some(())
    }

    fn into_owned(self) -> Cow<'static, str> {
        Cow::Owned(Cow::into_owned(self))
    }

    fn walk<'d>(&'d self, mark: Mark, at: &mut Steps, see: &mut dyn See<'d>) {
        if mark == Mark::Required {
            see.required_text(self, at);
        }
    }
}

impl<'a> Wire<'a> for bool {
    type Owned = Self;
    const SHAPE: Shape = Shape::Flag;
    const BLANK: Self = false;

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        *self = from.flag()?;
        Some(())
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// The SHA-256 of an attachment, as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sha256([u8; 32]);

impl Sha256 {
    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: &[u8; 64] = text.as_bytes().try_into().ok()?;
        // Without a way out at each digit, several are read at once: files and their hashes are a twentieth of a portfolio.
        let fit = digits.iter().fold(true, |fit, digit| fit & digit.is_ascii_hexdigit());
        // What letters have above digits: bit 6, and 9 more than their last four bits say.
        let nibble = |digit: u8| (digit & 0xf) + 9 * (digit >> 6);
        let mut hash = [0; 32];
        for (to, [high, low]) in hash.iter_mut().zip(digits.as_chunks::<2>().0) {
            *to = nibble(*high) << 4 | nibble(*low) & 0xf;
        }
        fit.then_some(Self(hash))
    }
}

impl FromStr for Sha256 {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::parse(text).ok_or_else(|| {
            let digits = text.chars().filter(char::is_ascii_hexdigit).count();
            let why = format!(
                "allowed are 64 hexadecimal digits; characters: {}, hexadecimal digits among them: {digits}",
                text.chars().count()
            );
            ValueError::new("a SHA-256", why)
        })
    }
}

try_from_text!(Sha256);

/// From the digest itself.
impl From<[u8; 32]> for Sha256 {
    fn from(digest: [u8; 32]) -> Self {
        Self(digest)
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl<'a> Wire<'a> for Sha256 {
    type Owned = Self;
    const SHAPE: Shape = Shape::Sha256;
    const BLANK: Self = Self([0; 32]);

    fn read(&mut self, from: &mut Reader<'a>) -> Option<()> {
        read_parsed(self, from, Self::parse)
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
