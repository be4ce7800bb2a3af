//! JavaScript: the bound surface of the core, in libraries made from one crate: one for portfolios, one for every kind of
//! document, one with the docs. The wrapper next to it, `js/`, is what users call.

#[cfg(feature = "docs")]
pub mod docs;
#[cfg(feature = "judge")]
pub mod judge;
mod refusal;
