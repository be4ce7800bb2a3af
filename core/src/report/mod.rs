//! Reports: findings, the outcome of every rule, and what was not checked.

mod body;
mod card;
mod render;
mod stored;
mod summary;

pub use body::{Report, Verdict};
pub use card::CardPhrase;
pub use render::{Line, LineKind, Phrase, REPORT_LISTS};
pub use summary::Summary;
