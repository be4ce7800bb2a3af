//! Writes the Kotlin and Swift sides of the mobile package, read from its built library.
//!
//! A program of its own, so that neither the library nor `xtask` carries the generator's dependencies.

use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate_with_bindgen_paths};
use uniffi_bindgen::{BindgenPaths, BindgenPathsLayer};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1).map(Utf8PathBuf::from);
    let (source, out_dir) =
        arguments.next().zip(arguments.next()).context("give the library and the folder to write to")?;
    let mut paths = BindgenPaths::default();
    paths.add_layer(Here);
    let languages = vec![TargetLanguage::Kotlin, TargetLanguage::Swift];
    generate_with_bindgen_paths(GenerateOptions { languages, source, out_dir, ..GenerateOptions::default() }, paths)
}

/// Where the one crate with bindings, and so its `uniffi.toml`, lies: no need to ask cargo.
struct Here;

impl BindgenPathsLayer for Here {
    fn get_crate_root(&self, _crate_name: &str) -> Option<Utf8PathBuf> {
        Utf8Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Utf8Path::to_path_buf)
    }
}
