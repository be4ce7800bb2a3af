//! Domain and validation of Dutch teacher-training partnerships (*Opleiden in de School*).
//!
//! Bytes in → document → rules of a rulebook, on a reference day → report: the same report in every language.

#![cfg_attr(
    not(all(feature = "portfolio", feature = "knowledge-base")),
    expect(dead_code, reason = "what only the rules of a kind use that this build does not have")
)]

#[cfg(not(any(feature = "portfolio", feature = "knowledge-base")))]
compile_error!("a build needs a kind of document; the features are `portfolio` and `knowledge-base`");

pub mod api;
pub mod catalogue;
pub mod documents;
mod error;
#[cfg(feature = "docs")]
mod explain;
mod finding;
pub mod frameworks;
pub mod grammar;
mod json;
mod judging;
mod knowledge_base;
mod language;
mod portfolio;
mod provenance;
mod reading;
mod report;
mod rulebook;
#[cfg(feature = "schema")]
pub mod schema;
mod sort;
mod text;
mod validator;
pub mod values;

pub use documents::{KnowledgeBase, Portfolio};
pub use error::{Error, NotOfKind};
pub use finding::{
    Answer, Fact, FactKind, Facts, Finding, Message, Meta, Norm, Outcome, Part, Path, Phase, Reason, Related,
    Sentences, Severity, Subject, SubjectKind, Texts, Token, Unchecked, Unit, Voice, Waived, Window,
};
#[cfg(feature = "inspect")]
#[doc(hidden)]
pub use judging::inspect::sabotaged;
pub use judging::{Counts, Lens, Moment};
pub use language::{Lang, PlainText, Text};
pub use provenance::{Basis, Passage, Source, Sources};
#[cfg(feature = "places")]
pub use reading::Place;
pub use reading::{Limit, NotJson, Notation};
pub use report::{Phrase, REPORT_LISTS, Report, Summary, Verdict};
pub use validator::{Validator, ValidatorBuilder};
pub use values::parse_date;

/// The Rust of the README runs.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
