//! The lists of hashes that the runners of every language write must be equal.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::sh::root;

/// The languages whose runners write a list.
const LANGUAGES: [&str; 5] = ["rust", "python", "node", "chromium", "kotlin"];

/// Compares the lists.
pub(crate) fn compare() -> Result<()> {
    let list = |language: &str| {
        let file = root().join("target/vectors").join(language).with_extension("sha256");
        fs::read_to_string(&file).with_context(|| format!("the {language} runner wrote no list"))
    };
    let first = list("rust")?;
    for language in LANGUAGES {
        let list = list(language)?;
        let differing = first.lines().zip(list.lines()).find(|(expected, given)| expected != given);
        ensure!(first == list, "{language} differs from rust, first at {differing:?}");
        println!("{language}: {} vectors, equal", list.lines().count());
    }
    Ok(())
}
