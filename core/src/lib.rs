//! Domain and validation of Dutch teacher-training partnerships (*Opleiden in de School*).
//!
//! Bytes in → document → rules of a rulebook, on a reference day → report: the same report in every language.

pub mod api;
pub mod document;
mod error;
#[cfg(feature = "docs")]
mod explain;
pub mod frameworks;
mod json;
mod language;
mod order;
mod reading;
pub mod report;
mod rulebook;
pub mod rules;
#[cfg(feature = "schema")]
pub mod schema;
mod semantics;
mod validator;

pub use document::{Portfolio, parse_date};
pub use error::{Error, NotAPortfolio};
pub use language::{Lang, Message, Text};
pub use reading::{JsonType, Place};
pub use report::{Lens, Report, Summary, Verdict};
pub use validator::{Moment, Validator, ValidatorBuilder};
