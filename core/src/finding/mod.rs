//! What is said of a document, and by which rule: metadata, findings, answers, and what was not checked.

mod answer;
mod fact;
#[expect(clippy::module_inception, reason = "the floor is named for what it holds")]
mod finding;
mod message;
mod meta;
mod norm;
mod path;
mod step;
mod subject;

pub(crate) use answer::Reply;
pub use answer::{Answer, Outcome, Reason, Unchecked};
pub use fact::{Fact, FactKind, Facts, Naming};
pub(crate) use fact::{IntoFact, facts};
pub use finding::{Finding, Part, Related, Remark, Severity, Waived};
pub use message::{Sentences, Voice, placeholders};
pub(crate) use meta::texts;
pub use meta::{Meta, Phase, Texts, Window};
pub(crate) use norm::NormValue;
pub use norm::{Norm, Unit};
pub(crate) use path::at;
pub use path::{Path, Token};
pub use step::{Actor, Step};
pub use subject::{Subject, SubjectKind};
