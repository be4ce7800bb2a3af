//! Reports: findings, the outcome of every rule, and what was not checked.

mod body;
mod fact;
mod finding;
mod outcome;
mod path;
mod render;
mod stored;
mod summary;

pub(crate) use body::RulebookName;
pub use body::{Counts, Lens, Report, Unchecked, UncheckedReason, Verdict};
pub use fact::{Fact, FactKind, Facts};
pub(crate) use fact::{IntoFact, facts};
pub use finding::{Finding, Related, Severity, Subject, Waived};
pub use outcome::{Answer, Reason, RuleOutcome};
pub use path::{Path, Token};
pub(crate) use path::{at, section_of};
pub use summary::Summary;
