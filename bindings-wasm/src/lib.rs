//! JavaScript: the bound surface of the core, in two libraries made from one crate. The wrapper next to it, `js/`, is
//! what users call.

#[cfg(feature = "docs")]
pub mod docs;
#[cfg(feature = "judge")]
pub mod judge;
mod refusal;
