//! Languages, and texts that exist in Dutch and English.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use crate::error::Error;

/// A language for findings.
///
/// ```
/// use twentse_kubus::Lang;
///
/// assert_eq!("nl-BE".parse(), Ok(Lang::Nl));
/// assert_eq!(Lang::NlPlain.to_string(), "nl-plain");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lang {
    /// Dutch, for professionals.
    Nl,
    /// Plain Dutch at level B1, for students.
    NlPlain,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::Nl, Self::NlPlain, Self::En];

    /// The language with this tag: `nl`, `nl-plain` or `en`, in capitals or not. What a browser or a system calls its
    /// language is looked up by RFC 4647: `nl-BE` is `nl`, `en-US` is `en`.
    ///
    /// # Errors
    /// `unknown-language` for any other tag.
    pub fn parse(tag: &str) -> Result<Self, Error> {
        let mut tag = tag;
        loop {
            if let Some(lang) = Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(tag)) {
                return Ok(lang);
            }
            (tag, _) = tag.rsplit_once(['-', '_']).ok_or(Error::UnknownLanguage)?;
        }
    }

    /// Its tag: `nl`, `nl-plain`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::NlPlain => "nl-plain",
            Self::En => "en",
        }
    }

    /// Chooses between a Dutch and an English text.
    pub(crate) fn pick<'t>(self, nl: &'t str, en: &'t str) -> &'t str {
        match self {
            Self::Nl | Self::NlPlain => nl,
            Self::En => en,
        }
    }

    pub(crate) fn and(self) -> &'static str {
        self.pick(" en ", " and ")
    }

    /// The names of the months.
    pub(crate) fn months(self) -> impl Iterator<Item = &'static str> {
        const NL: &str = "januari februari maart april mei juni juli augustus september oktober november december";
        const EN: &str = "January February March April May June July August September October November December";
        self.pick(NL, EN).split(' ')
    }

    /// Writes a day: `3 oktober 2025`, `3 October 2025`.
    pub(crate) fn say_date(self, day: NaiveDate, out: &mut String) {
        let month = self.months().nth(day.month0() as usize).unwrap_or_default();
        let _ = write!(out, "{} {month} {}", day.day(), day.year());
    }
}

/// Its tag.
impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

impl FromStr for Lang {
    type Err = Error;

    /// As [`Lang::parse`] does.
    fn from_str(tag: &str) -> Result<Self, Error> {
        Self::parse(tag)
    }
}

/// A text in Dutch, plain Dutch and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlainText {
    /// Dutch.
    pub nl: &'static str,
    /// Plain Dutch at level B1.
    pub nl_plain: &'static str,
    /// English.
    pub en: &'static str,
}

impl PlainText {
    /// The text in this language.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.nl,
            Lang::NlPlain => self.nl_plain,
            Lang::En => self.en,
        }
    }
}

/// A text in Dutch and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Dutch.
    pub nl: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The text in this language.
    pub fn get(&self, lang: Lang) -> &'static str {
        lang.pick(self.nl, self.en)
    }
}
