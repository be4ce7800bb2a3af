//! What people see of a text: whether it says anything, and whether two names look alike.

mod accents;
mod looks;
mod says;

pub(crate) use looks::look_of;
pub(crate) use says::{is_blank, says_something};
