//! The one error type: a call that could not be answered. What is wrong with a document is a finding, never an error.

use thiserror::Error;

/// Why a call could not be answered.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// The rulebook has faults; all of them are listed.
    #[error("the rulebook cannot be used: {}", .0.join("; "))]
    InvalidRulebook(Vec<String>),
    /// There is no such language.
    #[error("unknown language; allowed are `nl`, `nl-plain` and `en`")]
    UnknownLanguage,
    /// There is no rule with this code or name.
    #[error("unknown rule; give a code such as `TK-P609` or its name, `theme-not-recognised-in-own-group`")]
    UnknownRule,
    /// There is no such kind of document, or this build has no rules for it.
    #[error("unknown kind of document; allowed: {}", KINDS.join(", "))]
    UnknownKind,
    /// The text is not a report, or not one of this version's rules.
    #[error("this is not a report written by twentse-kubus {}; only the output of `to_json` of this version can be read back", env!("CARGO_PKG_VERSION"))]
    InvalidReport,
    /// The text is no file of sentences, or not one of this version.
    #[error("these are no sentences of twentse-kubus {}; only the files of sentences that came with this version can be read", env!("CARGO_PKG_VERSION"))]
    InvalidSentences,
    /// The reference day is no day.
    #[error("`asOf` must be a date written as `YYYY-MM-DD`")]
    InvalidDate,
    /// There is no such lens.
    #[error("unknown lens; allowed are `now`, `year-ended` and `graduating`")]
    UnknownLens,
}

/// The kinds of document that this build has rules for.
const KINDS: &[&str] = &[
    #[cfg(feature = "portfolio")]
    "`portfolio`",
    #[cfg(feature = "knowledge-base")]
    "`knowledge-base`",
];

impl Error {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidRulebook(_) => "invalid-rulebook",
            Self::UnknownLanguage => "unknown-language",
            Self::UnknownRule => "unknown-rule",
            Self::UnknownKind => "unknown-kind",
            Self::InvalidReport => "invalid-report",
            Self::InvalidSentences => "invalid-sentences",
            Self::InvalidDate => "invalid-date",
            Self::UnknownLens => "unknown-lens",
        }
    }

    /// Every single fault, where there are several.
    pub fn details(&self) -> &[String] {
        match self {
            Self::InvalidRulebook(faults) => faults,
            Self::UnknownLanguage
            | Self::UnknownRule
            | Self::UnknownKind
            | Self::InvalidReport
            | Self::InvalidSentences
            | Self::InvalidDate
            | Self::UnknownLens => &[],
        }
    }
}

/// A text that is no document of the kind that was expected. Validate it to learn what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a {kind}, from line {line} column {column}")]
#[non_exhaustive]
pub struct NotOfKind {
    /// The kind: `portfolio`, `knowledge-base`.
    pub kind: &'static str,
    /// Line at which reading stopped, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}
