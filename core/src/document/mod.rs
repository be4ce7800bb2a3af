//! The documents: what each holds, field by field, and the values they are made of.

pub mod grammar;
mod portfolio;
pub(crate) mod values;
mod words;

pub use portfolio::*;
pub use values::*;
pub use words::*;
