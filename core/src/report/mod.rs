//! Reports: findings, the outcome of every rule, and what was not checked.

mod body;
mod render;
mod stored;
mod summary;

pub use body::{Report, Verdict};
pub use render::{Phrase, REPORT_LISTS};
pub use summary::Summary;
