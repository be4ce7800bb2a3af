//! `cargo xtask features`: a build with one kind of document alone has no warnings, and the fingerprint of every other build; nor
//! has the build that the docs are made of.

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
                check(&format!("{kind},{others}"))?;
            }
            let alone = fingerprint(&["--no-default-features", "--features", kind])?;
            ensure!(alone == whole, "the fingerprint differs: {alone}");
            Ok(())
        })?;
    }
    // The library with the docs has the rules of every kind, and nothing of what is told besides a report.
    step("every kind, without insight", || check(&format!("{},docs,schema", KINDS.join(","))))
}

/// Whether the core with these features and no others has no warnings.
fn check(features: &str) -> Result<()> {
    let mut clippy = cmd("cargo", &["clippy", "--quiet", "--locked", "--package", "twentse-kubus"]);
    run(clippy.args(["--no-default-features", "--features", features, "--", "-D", "warnings"]))
}

/// The fingerprint of the shipped rulebook, as a build with these features says it.
fn fingerprint(features: &[&str]) -> Result<String> {
    let example = ["run", "--quiet", "--locked", "--package", "twentse-kubus", "--example", "fingerprint"];
    read(cmd("cargo", &example).args(features))
}
