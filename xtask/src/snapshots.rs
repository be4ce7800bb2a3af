//! The tests of the conformance crate, and the check that every snapshot next to them is still read by one.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::sh::{cmd, root, run};

const SNAPSHOTS: &str = "tests/tests/snapshots";
const TESTS: &str = "tests/tests";

/// The tests that tell within seconds what a change of a rule broke.
const FIRST: [&str; 4] = ["floors", "vectors", "catalogue", "cases"];

/// Runs the tests and names the snapshots that none of them read.
pub(crate) fn test() -> Result<()> {
    let list = root().join("target/snapshots-read");
    if list.exists() {
        fs::remove_file(&list)?;
    }
    // Those that a change of a rule breaks most often come first; the others take longer.
    let mut others = Vec::new();
    for entry in fs::read_dir(root().join(TESTS))? {
        let name = entry?.file_name().to_string_lossy().trim_end_matches(".rs").to_owned();
        if name != "snapshots" && !FIRST.contains(&name.as_str()) {
            others.push(name);
        }
    }
    others.sort();
    let mut first = cmd("cargo", &["test", "--locked", "-p", "twentse-kubus-conformance"]);
    first.args(FIRST.iter().flat_map(|name| ["--test", name]));
    run(first.env("INSTA_SNAPSHOT_REFERENCES_FILE", &list))?;
    let mut rest = cmd("cargo", &["test", "--locked", "-p", "twentse-kubus-conformance", "--lib"]);
    rest.args(others.iter().flat_map(|name| ["--test", name]));
    run(rest.env("INSTA_SNAPSHOT_REFERENCES_FILE", &list))?;
    let read: BTreeSet<PathBuf> = fs::read_to_string(&list)?.lines().map(fs::canonicalize).collect::<Result<_, _>>()?;
    let mut unread = Vec::new();
    for entry in fs::read_dir(root().join(SNAPSHOTS))? {
        let path = fs::canonicalize(entry?.path())?;
        if !read.contains(&path) {
            unread.push(path.display().to_string());
        }
    }
    ensure!(unread.is_empty(), "no test reads these snapshots; remove them: {}", unread.join(", "));
    Ok(())
}
