//! Reading JSON: token by token where a shape is known, as a [`Value`] where none is.

mod reader;
mod value;

pub use reader::MAX_ITEMS;
pub(crate) use reader::Reader;
pub(crate) use value::{Look, Value, parse};

/// Line and column, both from 1, of a byte of the text; the column counts characters.
pub(crate) fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = 1 + before.bytes().filter(|&byte| byte == b'\n').count();
    (line, 1 + before.get(line_start..).map_or(0, |line| line.chars().count()))
}
