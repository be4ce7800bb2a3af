//! Domain and validation of Dutch teacher-training partnerships (*Opleiden in de School*).
//!
//! Bytes in → document → rules of a rulebook, on a reference day → report: the same report in every language.

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

pub use documents::Portfolio;
pub use error::{Error, NotAPortfolio};
pub use finding::{
    Answer, Fact, FactKind, Facts, Finding, Message, Meta, Norm, Outcome, Part, Path, Phase, Reason, Related,
    Sentences, Severity, Subject, SubjectKind, Texts, Token, Unchecked, Unit, Voice, Waived, Window,
};
#[cfg(feature = "inspect")]
#[doc(hidden)]
pub use judging::inspect::sabotaged;
pub use judging::{Counts, Lens, Moment};
pub use language::{Lang, Text};
pub use provenance::{Basis, Source, Sources};
pub use reading::NotJson;
#[cfg(feature = "places")]
pub use reading::Place;
pub use report::{Phrase, Report, Summary, Verdict};
pub use validator::{Validator, ValidatorBuilder};
pub use values::parse_date;
