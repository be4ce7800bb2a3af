//! `cargo xtask bless`: checks each vector against its `expects`, then writes its report from the core.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Result, bail};
use twentse_kubus_conformance::vectors::{all, lock};

use crate::sh::root;

/// Blesses new vectors; changed ones only with a reason.
pub(crate) fn bless(args: &[String]) -> Result<()> {
    let because = args.iter().position(|arg| arg == "--because").and_then(|at| args.get(at + 1));
    let folder = root().join("tests/vectors");
    let vectors = all(&folder)?;
    let (mut new, mut changed, mut faults) = (0, Vec::new(), Vec::new());
    for vector in &vectors {
        let report = vector.run()?;
        if let Err(fault) = vector.hold(&report) {
            faults.push(fault.to_string());
            continue;
        }
        let body = report.body_json();
        match vector.blessed() {
            Ok(there) if there == body.as_bytes() => continue,
            Ok(_) if because.is_none() => {
                changed.push(vector.name.clone());
                continue;
            }
            Ok(_) => changed.push(vector.name.clone()),
            Err(_) => new += 1,
        }
        fs::write(vector.folder.join("report.json"), body)?;
    }
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
    let mut text = String::new();
    for (name, hash) in lock(&vectors)? {
        writeln!(text, "{name} {hash}")?;
    }
    fs::write(folder.join("vectors.lock"), text)?;
    println!("{} vectors, {new} new, {} changed", vectors.len(), changed.len());
    Ok(())
}
