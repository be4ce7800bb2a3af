//! The one definition of a document: the `record!`, `closed!`, `id!` and `number!` macros and what they yield.
//!
//! A `record!` gives a Rust struct, its strict borrowing reader, its writer, its walk over ids, periods and names, and a
//! static [`Record`] that describes it. The collecting reader, the paths of findings, the JSON Schema, the TypeScript types
//! and the field reference are all made from that description, so they cannot disagree with the struct.

mod macros;
mod sections;
mod shape;
mod steps;
mod walk;
mod wire;

pub(crate) use macros::{closed, doc_text, record, try_from_text, wire_name};
pub use sections::Sections;
pub(crate) use sections::sections;
#[doc(hidden)]
pub use shape::camel;
pub(crate) use shape::unlisted;
pub use shape::{Closed, Element, JsonType, List, Member, Record, Shape, Word};
pub use steps::{MOST_STEPS, Steps};
pub(crate) use steps::{Pattern, steps};
pub use walk::{IdKind, Key, Mark, See};
pub use wire::{Given, MAX_ITEMS, Wire};
#[doc(hidden)]
pub use wire::{leave_out_of, read_record, walk_key, walk_member};
pub(crate) use wire::{put, read_items, read_parsed, read_word};
