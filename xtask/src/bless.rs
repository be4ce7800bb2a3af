//! `cargo xtask bless`: checks each vector against its `expects`, then writes its report, and the result of what it asks besides, from the core.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use twentse_kubus_conformance::vectors::{all, lock};

use crate::sh::root;

/// Blesses new vectors; changed ones only with a reason.
pub(crate) fn bless(args: &[String]) -> Result<()> {
    let because = args.iter().position(|arg| arg == "--because").and_then(|at| args.get(at + 1));
    bless_in(&root().join("tests/vectors"), because.map(String::as_str))
}

/// Blesses the vectors of a folder: all of them, or none and nothing is written.
fn bless_in(folder: &Path, because: Option<&str>) -> Result<()> {
    let vectors = all(folder)?;
    let (mut new, mut changed, mut faults, mut texts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for vector in &vectors {
        let report = vector.run()?;
        let answers = vector.answers(&report)?;
        if let Err(fault) = vector.hold(&report, &answers) {
            faults.push(fault.to_string());
            continue;
        }
        for (file, text) in answers {
            match vector.blessed(file) {
                Ok(there) if there == text.as_bytes() => continue,
                Ok(_) => changed.push(vector.name.as_str()),
                Err(_) => new.push(vector.name.as_str()),
            }
            texts.push((vector.folder.join(file), text));
        }
    }
    new.dedup();
    changed.dedup();
    if !faults.is_empty() {
        bail!("does not match `expects`:\n{}", faults.join("\n"));
    }
    match because {
        None if !changed.is_empty() => bail!("changed, so say why with --because: {}", changed.join(", ")),
        Some(why) if !changed.is_empty() => {
            println!("changed {} because {why}; say so in CHANGELOG.md as (rules)", changed.len());
        }
        _ => {}
    }
    for (path, text) in texts {
        fs::write(path, text)?;
    }
    let mut text = String::new();
    for (name, hash) in lock(&vectors)? {
        writeln!(text, "{name} {hash}")?;
    }
    fs::write(folder.join("vectors.lock"), text)?;
    println!("{} vectors, {} new, {} changed", vectors.len(), new.len(), changed.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;
    use std::{env, fs, process};

    use anyhow::Result;

    use super::bless_in;

    /// A folder of vectors about TK-R003, each without the student that a portfolio requires.
    fn write(folder: &Path, case: &str, path: &str, report: Option<&str>) -> Result<()> {
        let folder = folder.join("TK-R003").join(case);
        fs::create_dir_all(&folder)?;
        let expects = format!(r#"{{"findings":[{{"path":"{path}","severity":"error"}}]}}"#);
        let case = format!(r#"{{"shows":"No student.","asOf":"2024-05-15","only":["TK-R003"],"expects":{expects}}}"#);
        fs::write(folder.join("case.json"), case)?;
        fs::write(folder.join("portfolio.json"), r#"{"format":"twentse-kubus/portfolio@1"}"#)?;
        if let Some(report) = report {
            fs::write(folder.join("report.json"), report)?;
        }
        Ok(())
    }

    /// Every report and lock below a folder, by its path.
    fn written(folder: &Path) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        for case in ["changed", "new"] {
            let path = folder.join("TK-R003").join(case).join("report.json");
            texts.extend(fs::read_to_string(path).ok().map(|text| (case.to_owned(), text)));
        }
        texts.extend(fs::read_to_string(folder.join("vectors.lock")).ok().map(|text| ("lock".to_owned(), text)));
        texts
    }

    #[test]
    fn what_is_refused_is_not_written() -> Result<()> {
        let folder = env::temp_dir().join(format!("kubus-bless-{}", process::id()));
        let refused = |because: Option<&str>| -> Result<String> {
            let before = written(&folder);
            let why = bless_in(&folder, because).map_or_else(|refusal| refusal.to_string(), |()| String::new());
            assert_eq!(written(&folder), before, "{why}");
            Ok(why)
        };
        write(&folder, "changed", "/student", Some("{}"))?;
        // Vectors are taken by name: the new one comes after what is refused, and then before it.
        write(&folder, "new", "/student", None)?;
        assert_eq!(refused(None)?, "changed, so say why with --because: TK-R003/changed");
        write(&folder, "a-new", "/student", None)?;
        assert_eq!(refused(None)?, "changed, so say why with --because: TK-R003/changed");
        assert!(!folder.join("TK-R003/a-new/report.json").exists());
        // A reason does not bless what its author did not expect.
        write(&folder, "other", "/elsewhere", None)?;
        assert!(refused(Some("the test"))?.starts_with("does not match `expects`:\nTK-R003/other"));
        assert!(!folder.join("TK-R003/a-new/report.json").exists());

        fs::remove_dir_all(folder.join("TK-R003/other"))?;
        bless_in(&folder, Some("the test"))?;
        let written = written(&folder);
        assert_eq!(written.keys().map(String::as_str).collect::<Vec<_>>(), ["changed", "lock", "new"]);
        assert_eq!(written.get("changed"), written.get("new"));
        assert_eq!(written.get("lock").map(|lock| lock.lines().count()), Some(3));
        bless_in(&folder, None)?;
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
