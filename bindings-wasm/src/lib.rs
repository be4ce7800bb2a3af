//! JavaScript: the bound surface of the core, in two libraries made from one crate. The wrapper beside it, `js/`, is
//! what users call.

#[cfg(feature = "docs")]
mod docs;
#[cfg(feature = "judge")]
mod judge;
mod refusal;
