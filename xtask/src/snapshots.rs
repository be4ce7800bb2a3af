//! The tests of the conformance crate, and the check that every snapshot beside them is still read by one.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::sh::{cmd, root, run};

const SNAPSHOTS: &str = "tests/tests/snapshots";

/// Runs the tests and names the snapshots that none of them read.
pub(crate) fn test() -> Result<()> {
    let list = root().join("target/snapshots-read");
    if list.exists() {
        fs::remove_file(&list)?;
    }
    let mut test = cmd("cargo", &["test", "--locked", "-p", "twentse-kubus-conformance"]);
    run(test.env("INSTA_SNAPSHOT_REFERENCES_FILE", &list))?;
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
