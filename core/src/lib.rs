#![doc = include_str!("../README.md")]
//!
//! # Where to look
//!
//! | to | use |
//! |---|---|
//! | check documents | [`Validator`], by default with the shipped rulebook; [`Moment`] for another question than *how is it now?* |
//! | change norms, severities, rules, or waive findings | [`Overlay`] with [`Waiver`] and [`Windowed`], or the same as JSON: [`ValidatorBuilder::rulebook`] |
//! | read a report | [`Report`], [`Finding`], [`Outcome`], [`Unchecked`]; [`Summary`] over many reports |
//! | build documents in code | [`Portfolio`], [`Curriculum`], [`Partnership`], [`KnowledgeBase`] and their parts in [`documents`]; ids, days and numbers in [`values`] |
//! | list and explain rules | [`catalogue`], `explain` (feature `docs`) |
//! | show lists of reference data | [`frameworks`] |
//! | show labels of fields and of values of closed lists | `labels` (feature `docs`) |
//! | describe the format | [`grammar`], `schema` (feature `schema`) |
//!
//! All reports, findings, outcomes, summaries and documents implement [`serde::Serialize`]. Where a language is needed, it is a
//! [`Lang`]; what implements [`Display`](std::fmt::Display) writes English, or the word that JSON has for the value.
//!
//! # A document in code
//!
//! `new` takes what the format requires; each other member has a method of its name that sets it. Ids, school years and
//! numbers are made from texts, study years, groups and days per week from numbers too, with an error that says why one is
//! not allowed.
//!
//! ```
//! use twentse_kubus::documents::{PersonInRole, Placement, Student, Weekday, YearEntry};
//! use twentse_kubus::values::{Group, Period, PersonId, PlacementId, SchoolYear, StudentId, StudyYear};
//! use twentse_kubus::{Portfolio, Validator, parse_date};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let year: SchoolYear = "2023-2024".parse()?;
//! let first = StudyYear::try_from(1)?;
//! let began = parse_date("2023-09-04").ok_or("not a day")?;
//!
//! let student = Student::new(StudentId::new("st-1")?).years([YearEntry::new(year, first)]);
//! let placement = Placement::new(PlacementId::new("pl-1")?)
//!     .school_year(year)
//!     .study_year(first)
//!     .school_name("De Wissel")
//!     .period(Period::new(began))
//!     .weekdays([Weekday::Monday, Weekday::Tuesday])
//!     .groups([Group::try_from(3)?])
//!     .mentors([PersonInRole::new(PersonId::new("p-7")?).period(Period::new(began))]);
//! let portfolio = Portfolio::new(student).placements([placement]);
//!
//! let report = Validator::default().validate_document(&portfolio, began);
//! assert_eq!(report.findings_of("TK-P105").count(), 0);
//! assert!(serde_json::to_string(&portfolio)?.starts_with(r#"{"format":"twentse-kubus/portfolio@1""#));
//! # Ok(())
//! # }
//! ```

#![cfg_attr(
    not(all(feature = "portfolio", feature = "curriculum", feature = "partnership", feature = "knowledge-base")),
    expect(dead_code, reason = "what only the rules of a kind use that this build does not have")
)]

#[cfg(not(any(feature = "portfolio", feature = "curriculum", feature = "partnership", feature = "knowledge-base")))]
compile_error!(
    "a build needs a kind of document; the features are `portfolio`, `curriculum`, `partnership` and `knowledge-base`"
);

#[doc(hidden)]
pub mod api;
pub mod catalogue;
mod curriculum;
pub mod documents;
mod error;
#[cfg(feature = "docs")]
mod explain;
mod finding;
pub mod frameworks;
pub mod grammar;
#[cfg(feature = "insight")]
pub mod insight;
mod json;
mod judging;
mod knowledge_base;
#[cfg(feature = "docs")]
mod labels;
mod language;
mod partnership;
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

pub use chrono::NaiveDate;
pub use curriculum::{Contradiction, ResearchPlan};
pub use documents::{Curriculum, DocumentRef, Kind, KnowledgeBase, Partnership, Portfolio};
pub use error::{Error, NotOfKind, ValueError};
#[cfg(feature = "docs")]
pub use explain::{ExplainedNorm, Explanation, explain};
pub use finding::{
    Actor, Answer, Fact, FactKind, Facts, Finding, Meta, Naming, Norm, Outcome, Part, Path, Phase, Reason, Related,
    Remark, Sentences, Severity, Step, Subject, SubjectKind, Texts, Token, Unchecked, Unit, Voice, Waived, Window,
    placeholders,
};
#[cfg(feature = "inspect")]
#[doc(hidden)]
pub use judging::inspect::sabotaged;
pub use judging::{Counts, Lens, Moment};
#[cfg(feature = "docs")]
pub use labels::{Labels, Named, labels, lists};
pub use language::{Lang, PlainText, Text};
pub use provenance::{Basis, Passage, Source, Sources};
#[cfg(feature = "places")]
pub use reading::Place;
pub use reading::{Limit, NotJson, Notation};
pub use report::{CardPhrase, Line, LineKind, Phrase, REPORT_LISTS, Report, Summary, Verdict};
pub use rulebook::{Base, Overlay, Waiver, Windowed};
#[cfg(all(feature = "insight", feature = "portfolio"))]
pub use validator::compare;
#[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
pub use validator::replay;
pub use validator::{Validator, ValidatorBuilder};
pub use values::parse_date;

/// The Rust of the README runs.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
