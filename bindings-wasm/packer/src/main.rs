//! Writes the JavaScript side of a built wasm library.
//!
//! A program of its own, so that neither the library nor `xtask` carries the generator's dependencies.

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (library, folder) =
        arguments.next().zip(arguments.next()).context("give the library and the folder to write to")?;
    // The bundler's glue gets its instance from outside, so that one wrapper serves every environment.
    Bindgen::new().bundler(true)?.typescript(false).input_path(library).generate(folder)
}
