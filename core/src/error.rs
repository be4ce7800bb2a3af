//! The one error type: a call that could not be answered. What is wrong with a document is a finding, never an error.

use thiserror::Error;

/// Why a call could not be answered.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// The rulebook has faults; all of them are listed.
    #[error("the rulebook cannot be used: {}", .0.join("; "))]
    InvalidRulebook(Vec<String>),
    /// Documents that others are to be compared with cannot be used; all faults are listed.
    #[error("the documents cannot be used: {}", .0.join("; "))]
    InvalidDocuments(Vec<String>),
    /// There is no such language.
    #[error("unknown language; allowed are `nl`, `nl-plain` and `en`")]
    UnknownLanguage,
    /// There is no rule with this code or name.
    #[error("unknown rule; give a code such as `TK-P609` or its name, `theme-not-recognised-in-own-group`")]
    UnknownRule,
    /// There is no such kind of document, or this build has no rules for it.
    #[error("unknown kind of document; allowed: {}", KINDS.join(", "))]
    UnknownKind,
    /// Nothing of the document can be judged.
    #[error("nothing of this document can be read; validate it to learn why")]
    Unreadable,
    /// The text is not a report, or not one of this version's rules.
    #[error("this is not a report written by twentse-kubus {}; only a report that this version wrote as JSON can be read back", env!("CARGO_PKG_VERSION"))]
    InvalidReport,
    /// What is to be added up was made by different rulebooks.
    #[error("these were made by different rulebooks, so that they cannot be added up")]
    OtherRulebook,
    /// The text is not a bundle of a decision.
    #[error(
        "this is not a bundle of twentse-kubus; a bundle is made by `bundle`, names the format `twentse-kubus/bundle@1`, and has a portfolio as its first document"
    )]
    InvalidBundle,
    /// The text is not a file of sentences, or not one of this version.
    #[error("this is not a file of sentences of twentse-kubus {}; only the files that come with this version can be read", env!("CARGO_PKG_VERSION"))]
    InvalidSentences,
    /// The reference day is no day.
    #[error("`asOf` must be a date written as `YYYY-MM-DD`")]
    InvalidDate,
    /// The school year is none, or another one than that of the partnership.
    #[error("the school year must be written as `YYYY-YYYY`, such as `2024-2025`, and be that of the partnership")]
    InvalidSchoolYear,
    /// The text is not a proposal, or not one for these students; all faults are listed.
    #[error("the proposal cannot be used: {}", .0.join("; "))]
    InvalidProposal(Vec<String>),
    /// There is no such lens.
    #[error("unknown lens; allowed are `now`, `year-ended` and `graduating`")]
    UnknownLens,
}

/// Why a text or a number is not the value that it was to become. It never repeats the text.
///
/// ```
/// use twentse_kubus::values::{StudentId, StudyYear};
///
/// let error = StudentId::new("st 1").unwrap_err();
/// assert_eq!(error.to_string(), "not an id: character 3 is none of the letters, digits, `.`, `_` and `-` that are allowed");
/// assert_eq!(StudyYear::try_from(5).unwrap_err().to_string(), "not a study year: allowed is a whole number from 1 to 4");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not {what}: {why}")]
#[non_exhaustive]
pub struct ValueError {
    /// What it was to become, with its article.
    pub what: &'static str,
    /// Why it is not.
    pub why: String,
}

impl ValueError {
    pub(crate) fn new(what: &'static str, why: impl Into<String>) -> Self {
        Self { what, why: why.into() }
    }
}

/// The kinds of document that this build has rules for.
const KINDS: &[&str] = &[
    #[cfg(feature = "portfolio")]
    "`portfolio`",
    #[cfg(feature = "curriculum")]
    "`curriculum`",
    #[cfg(feature = "partnership")]
    "`partnership`",
    #[cfg(feature = "knowledge-base")]
    "`knowledge-base`",
];

impl Error {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidRulebook(_) => "invalid-rulebook",
            Self::InvalidDocuments(_) => "invalid-documents",
            Self::UnknownLanguage => "unknown-language",
            Self::UnknownRule => "unknown-rule",
            Self::UnknownKind => "unknown-kind",
            Self::Unreadable => "unreadable-document",
            Self::InvalidReport => "invalid-report",
            Self::OtherRulebook => "other-rulebook",
            Self::InvalidBundle => "invalid-bundle",
            Self::InvalidSentences => "invalid-sentences",
            Self::InvalidDate => "invalid-date",
            Self::InvalidSchoolYear => "invalid-school-year",
            Self::InvalidProposal(_) => "invalid-proposal",
            Self::UnknownLens => "unknown-lens",
        }
    }

    /// Every single fault, where there are several.
    pub fn details(&self) -> &[String] {
        match self {
            Self::InvalidRulebook(faults) | Self::InvalidDocuments(faults) | Self::InvalidProposal(faults) => faults,
            Self::UnknownLanguage
            | Self::UnknownRule
            | Self::UnknownKind
            | Self::Unreadable
            | Self::InvalidReport
            | Self::OtherRulebook
            | Self::InvalidBundle
            | Self::InvalidSentences
            | Self::InvalidDate
            | Self::InvalidSchoolYear
            | Self::UnknownLens => &[],
        }
    }
}

/// A text that is no document of the kind that was expected. Validate it to learn what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a {kind}, from line {line} column {column}")]
#[non_exhaustive]
pub struct NotOfKind {
    /// The kind: `portfolio`, `curriculum`, `partnership`, `knowledge-base`.
    pub kind: &'static str,
    /// Line at which reading stopped, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}
