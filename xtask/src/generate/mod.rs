//! `cargo xtask gen`: the generated files, and the check that they are up to date.

mod coverage;
mod docs;
mod frameworks;
mod kotlin;
mod picture;
mod rules;

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use twentse_kubus::catalogue;
use twentse_kubus::documents::Kind;
use twentse_kubus::grammar::Closed as _;

use crate::sh::{cmd, read, root, run};

const VALIDATE: &str = "cargo run --example validate";

/// Writes every generated file, or with `check` fails when one is not what it would write.
pub(crate) fn generate(check: bool) -> Result<()> {
    let root = root();
    let printed = |lang: &str| {
        let width = picture::COLUMN.to_string();
        let of_cargo = ["run", "--quiet", "--locked", "--example", "validate", "--"];
        // In colour, although nobody looks.
        read(cmd("cargo", &of_cargo).args(["--lang", lang, "--width", &width]).env("CLICOLOR_FORCE", "1"))
    };
    let (dutch, english) = (printed("nl")?, printed("en")?);
    let in_english = format!("{VALIDATE} -- --lang en");
    let columns = [(VALIDATE, dutch.as_str()), (&in_english, &english)];
    let files = [
        ("core/src/frameworks/tables.rs", frameworks::tables(&root)?),
        ("docs/codes.lock", rules::codes()?),
        ("docs/coverage.md", coverage::page()?),
        ("docs/validate.svg", picture::terminal(&columns)?),
        ("bindings-mobile/kotlin/src/twentsekubus/Words.kt", kotlin::words(&root)?),
    ];
    let mut files: Vec<(String, String)> = files.map(|(path, text)| (path.to_owned(), text)).into();
    files.extend(rules::pages()?);
    for kind in Kind::ALL.iter().copied().filter(|kind| catalogue::record(*kind).is_some()) {
        let key = kind.key();
        files.push((format!("docs/{key}.md"), docs::document(kind)?));
        files.push((format!("docs/{key}.schema.json"), format!("{}\n", twentse_kubus::api::schema(key)?)));
        files.push((format!("bindings-wasm/types/{key}.d.ts"), twentse_kubus::schema::typescript(kind)?));
    }
    for (name, _) in twentse_kubus::insight::RESULTS.iter().copied() {
        files.push((format!("docs/{name}.schema.json"), format!("{}\n", twentse_kubus::api::schema(name)?)));
    }
    files.push(("bindings-wasm/types/insight.d.ts".to_owned(), twentse_kubus::schema::insight_types()));
    files.push(("docs/rulebook.schema.json".to_owned(), format!("{}\n", twentse_kubus::api::schema("rulebook")?)));
    files.push(("bindings-wasm/types/rulebook.d.ts".to_owned(), twentse_kubus::schema::rulebook_types()));
    files.push(("bindings-wasm/types/label-names.d.ts".to_owned(), twentse_kubus::schema::label_types()));
    let mut stale = Vec::new();
    for (path, text) in files {
        let text = if root.join(&path).extension().is_some_and(|kind| kind == "rs") { formatted(&text)? } else { text };
        let file = root.join(&path);
        if fs::read_to_string(&file).is_ok_and(|there| there == text) {
            continue;
        }
        if check {
            stale.push(path);
        } else {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&file, text).with_context(|| path.clone())?;
            println!("wrote {path}");
        }
    }
    if !stale.is_empty() {
        bail!("not up to date, run `cargo xtask gen`: {}", stale.join(", "));
    }
    Ok(())
}

/// Rust source as rustfmt writes it.
fn formatted(source: &str) -> Result<String> {
    let file = root().join("target/generated.rs");
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, source)?;
    run(Command::new("rustfmt").args(["--edition", "2024", "--config-path"]).arg(root()).arg(&file))?;
    Ok(fs::read_to_string(&file)?)
}
