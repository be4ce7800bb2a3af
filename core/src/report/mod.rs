//! Reports: findings, the outcome of every rule, and what was not checked.

mod body;
mod fact;
mod finding;
mod outcome;
mod path;
mod render;
mod summary;

pub(crate) use body::RulebookName;
pub use body::{Counts, Lens, Report, Unchecked, Verdict};
pub use fact::{Fact, Facts};
pub(crate) use fact::{IntoFact, facts};
pub use finding::{Finding, Related, Severity, Subject, Waived};
pub use outcome::{Answer, Reason, RuleOutcome};
pub(crate) use path::at;
pub use path::{Path, Token};
pub use summary::Summary;
