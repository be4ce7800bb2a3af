//! Writes the JavaScript side of a built wasm library: `<name>.wasm`, and `<name>.glue.js` with one function that makes the
//! glue of one instance.
//!
//! A program of its own, so that neither the library nor `xtask` carries the generator's dependencies.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [library, folder, name] = arguments.as_slice() else {
        anyhow::bail!("give the library, the folder to write to, and the name");
    };
    let folder = Path::new(folder);
    let made = folder.join("made");
    Bindgen::new().bundler(true)?.typescript(false).out_name(name).input_path(library).generate(&made)?;
    fs::write(
        folder.join(format!("{name}.glue.js")),
        factory(&fs::read_to_string(made.join(format!("{name}_bg.js")))?)?,
    )?;
    fs::copy(made.join(format!("{name}_bg.wasm")), folder.join(format!("{name}.wasm")))?;
    fs::remove_dir_all(made)?;
    Ok(())
}

/// The generated module as a function. A module is made once; what a trap has broken needs all of its state made anew.
fn factory(module: &str) -> Result<String> {
    let mut names = Vec::new();
    let mut body = String::new();
    for line in module.lines() {
        let declared = line.strip_prefix("export ");
        if let Some(declared) = declared {
            let name = declared.split([' ', '(', '{']).nth(1).context("an export without a name")?;
            names.push(name.to_owned());
        }
        ensure!(!line.starts_with("import "), "the glue imports: {line}");
        body.push_str(declared.unwrap_or(line));
        body.push('\n');
    }
    Ok(format!(
        "// @generated from bindings-wasm/src.\nimport {{ TextDecoder, TextEncoder }} from \"../js/coders.js\";\n\nexport const glueOf = () => {{\n{body}return {{ {} }};\n}};\n",
        names.join(", ")
    ))
}
