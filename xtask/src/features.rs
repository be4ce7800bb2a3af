//! `cargo xtask features`: a build with one kind of document alone has no warnings, and the fingerprint of every other build.

use anyhow::{Result, ensure};

use crate::sh::{cmd, read, run, step};

/// The features of the core that each bring a kind of document.
const KINDS: [&str; 4] = ["portfolio", "curriculum", "partnership", "knowledge-base"];

/// Builds the core with each kind alone, and compares.
pub(crate) fn features() -> Result<()> {
    let whole = fingerprint(&[])?;
    println!("every kind: {whole}");
    for kind in KINDS {
        step(&format!("{kind} alone"), || {
            // A page judges with `places` alone, a program may show sentences without docs, and a server may want everything.
            for others in ["places", "messages", "docs,places,schema", "places,rulebook-schema", "insight"] {
                let features = format!("{kind},{others}");
                let mut clippy = cmd("cargo", &["clippy", "--quiet", "--locked", "--package", "twentse-kubus"]);
                clippy.args(["--no-default-features", "--features", &features, "--", "-D", "warnings"]);
                run(&mut clippy)?;
            }
            let alone = fingerprint(&["--no-default-features", "--features", kind])?;
            ensure!(alone == whole, "the fingerprint differs: {alone}");
            Ok(())
        })?;
    }
    Ok(())
}

/// The fingerprint of the shipped rulebook, as a build with these features says it.
fn fingerprint(features: &[&str]) -> Result<String> {
    let example = ["run", "--quiet", "--locked", "--package", "twentse-kubus", "--example", "fingerprint"];
    read(cmd("cargo", &example).args(features))
}
