//! Reports: findings, the outcome of every rule, and what was not checked.

mod body;
mod card;
mod render;
mod stored;
mod summary;

pub use body::{Report, Verdict};
pub use card::CardPhrase;
#[cfg(feature = "insight")]
pub(crate) use render::capital;
pub use render::{Line, LineKind, Phrase, REPORT_LISTS};
pub use summary::Summary;
