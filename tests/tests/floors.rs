//! The floors of the core: nothing imports upwards. What `CONTRIBUTING.md` tells in a table is read here from the code.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up, with the modules on each.
const FLOORS: [&[&str]; 16] = [
    &["json", "sort", "text", "language", "error", "provenance"],
    &["grammar"],
    &["values"],
    &["frameworks"],
    &["documents"],
    &["finding"],
    &["reading"],
    &["rulebook"],
    &["judging"],
    &["portfolio", "curriculum", "partnership", "knowledge_base"],
    &["catalogue"],
    &["report", "explain"],
    &["insight"],
    &["labels", "schema"],
    &["validator"],
    &["api"],
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(path);
        }
    }
}

/// The top-level module that a file is of.
fn module(core: &Path, file: &Path) -> String {
    let first = file.strip_prefix(core).unwrap().components().next().unwrap();
    first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// The modules that a file names by their place in the crate, in imports and in its code; those of its unit tests aside.
fn imports(text: &str) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap();
    let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let named = |rest: &str| -> Vec<String> {
        let word = |text: &str| -> String {
            text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
        };
        match rest.strip_prefix('{') {
            // A group: the first word of each part, at the depth of the group.
            Some(group) => {
                let mut depth = 0;
                let mut names = vec![word(group)];
                for (at, letter) in group.char_indices() {
                    match letter {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => names.extend(group.get(at + 1..).map(word)),
                        _ => {}
                    }
                }
                names
            }
            None => vec![word(rest)],
        }
    };
    let mut found = BTreeSet::new();
    for part in ["use crate::", "$crate::", "crate::"] {
        for (at, _) in code.match_indices(part) {
            let behind = code.get(at + part.len()..).unwrap_or_default();
            found.extend(named(behind).into_iter().filter(|name| !name.is_empty()));
        }
    }
    found
}

#[test]
fn nothing_imports_upwards_and_nothing_in_a_circle() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src");
    let floor: BTreeMap<&str, usize> =
        FLOORS.iter().enumerate().flat_map(|(at, names)| names.iter().map(move |name| (*name, at))).collect();
    let mut files = Vec::new();
    sources(&core, &mut files);
    let mut wrong = Vec::new();
    let mut edges: BTreeSet<(String, String)> = BTreeSet::new();
    for file in &files {
        let own = module(&core, file);
        if own == "lib" {
            continue;
        }
        let Some(at) = floor.get(own.as_str()) else {
            wrong.push(format!("{} lies on no floor", file.display()));
            continue;
        };
        for name in imports(&fs::read_to_string(file).unwrap()) {
            let Some(to) = floor.get(name.as_str()) else {
                // What the root of the crate re-exports is for others; the bound surface wraps it.
                if own != "api" {
                    wrong.push(format!("{}: {own} imports {name} from the root of the crate", file.display()));
                }
                continue;
            };
            if to > at {
                wrong.push(format!("{}: {own} (floor {at}) imports {name} (floor {to})", file.display()));
            }
            if name != own {
                edges.insert((own.clone(), name));
            }
        }
    }
    assert!(files.len() > 60 && edges.len() > 40, "{} files, {} edges: something was read", files.len(), edges.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    // On one floor, where the order of floors does not tell, there is no circle either.
    for (from, to) in &edges {
        assert!(!edges.contains(&(to.clone(), from.clone())), "{from} and {to} import one another");
    }
}

#[test]
fn imports_are_read_from_groups_and_from_code() {
    let text = "use crate::{finding::{Fact, Facts}, values};\nfn f() { crate::judging::judge() }\n// crate::api\n";
    let names: Vec<String> = imports(text).into_iter().collect();
    assert_eq!(names, ["finding", "judging", "values"]);
}
