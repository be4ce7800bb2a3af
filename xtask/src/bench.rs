//! `cargo xtask bench`: full validation beside the best structure-only validators, on the same bytes in one run.
//!
//! It prints ratios and is no test: machines differ. The peers check structure only; ours also checks every rule.
//!
//! `cargo xtask bench rules`: what each rule costs by itself.
//!
//! `cargo xtask bench hostile`: families of hostile documents against a sound one of the same size, in time and in memory.
//!
//! `cargo xtask bench dossier`: a whole dossier in one call against its portfolios alone, in time and in memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::sh::{cmd, read, root, run, step};
use crate::{python, sample_data, wasm};

/// The corpus is fixed: this number of made-up students, from this seed, one in four with faults, judged on this day.
const STUDENTS: u32 = 2000;
const SEED: u64 = 7;
const FAULTS: f64 = 0.25;
const DAY: &str = "2026-07-15";
const ROUNDS: &str = "9";
const FOLDER: &str = "target/bench";

/// Seconds over the whole corpus, per contender.
type Seconds = BTreeMap<String, f64>;

/// Measures in every language and prints the results; `--json FILE` keeps the ratios.
pub(crate) fn bench(args: &[String]) -> Result<()> {
    let file = match args {
        [] => None,
        [task] if task == "rules" => return rules(),
        [task] if task == "hostile" => return hostile(""),
        [task, part] if task == "hostile" => return hostile(part),
        [task] if task == "dossier" => return dossier(),
        [flag, file] if flag == "--json" => Some(file),
        _ => bail!(
            "cargo xtask bench [--json FILE] | cargo xtask bench rules | cargo xtask bench hostile [PART OF A NAME] | \
            cargo xtask bench dossier"
        ),
    };
    let corpus = root().join(FOLDER).join("portfolios.ndjson");
    step("bench: corpus", || sample_data::corpus(&corpus, STUDENTS.into(), SEED, FAULTS))?;
    let bytes = fs::metadata(&corpus)?.len();
    let rust = step("bench: Rust", || rust(&corpus))?;
    let python = step("bench: Python", || python::bench(&corpus, DAY, ROUNDS).and_then(|told| seconds(&told)))?;
    let node = step("bench: Node", || wasm::bench(&corpus, DAY, ROUNDS).and_then(|told| seconds(&told)))?;

    println!(
        "\n{STUDENTS} portfolios, {bytes} bytes, one thread, median of {ROUNDS} rounds in which contenders take turns."
    );
    println!("The peers check structure only; a report also holds every rule against the document.\n");
    table("Rust", &rust, "report", bytes);
    table("Python", &python, "report", bytes);
    table("Node", &node, "report", bytes);
    let ratios = json!({
        "rust_vs_jsonschema": ratio(&rust, "jsonschema", "report")?,
        // Of every portfolio, since the curriculum fits all of them.
        "curriculum_over_report": (ratio(&rust, "report_with_curriculum", "report")? * 100.0 - 100.0).round() / 100.0,
        "rules_over_parse": (ratio(&rust, "report", "typed_parse")? * 100.0 - 100.0).round() / 100.0,
        "python_vs_pydantic": ratio(&python, "pydantic", "report")?,
        "node_vs_ajv": ratio(&node, "ajv", "report")?,
    });
    println!("{ratios:#}");
    if let Some(file) = file {
        fs::write(file, format!("{ratios:#}\n")).with_context(|| file.clone())?;
    }
    Ok(())
}

/// Prints which rules cost most.
fn rules() -> Result<()> {
    let corpus = root().join(FOLDER).join("portfolios.ndjson");
    step("bench: corpus", || sample_data::corpus(&corpus, STUDENTS.into(), SEED, FAULTS))?;
    let mut cargo = cmd("cargo", &["bench", "--locked", "--quiet", "--package", "twentse-kubus-conformance"]);
    cargo.args(["--bench", "rules", "--"]).arg(&corpus).args([DAY, ROUNDS]);
    step("bench: rules", || run(&mut cargo))
}

/// Prints what each family of hostile documents costs, with this many items and with four times as many.
fn hostile(part: &str) -> Result<()> {
    const ITEMS: &str = "25000";
    let arguments =
        ["bench", "--locked", "--package", "twentse-kubus-conformance", "--bench", "hostile", "--", ITEMS, part];
    step("bench: hostile documents", || run(&mut cmd("cargo", &arguments)))
}

/// Prints what the dossier of 430 students costs, and one of 43,000.
fn dossier() -> Result<()> {
    const SAMPLES: &str = "100";
    let arguments =
        ["bench", "--locked", "--package", "twentse-kubus-conformance", "--bench", "dossier", "--", SAMPLES, ROUNDS];
    step("bench: dossier", || run(&mut cmd("cargo", &arguments)))
}

fn rust(corpus: &Path) -> Result<Seconds> {
    let arguments =
        ["bench", "--locked", "--quiet", "--package", "twentse-kubus-conformance", "--bench", "reports", "--"];
    seconds(&read(cmd("cargo", &arguments).arg(corpus).args([DAY, ROUNDS]))?)
}

fn seconds(told: &str) -> Result<Seconds> {
    serde_json::from_str(told).with_context(|| told.to_owned())
}

/// Prints a row for each contender, the fastest first.
fn table(language: &str, seconds: &Seconds, ours: &str, bytes: u64) {
    #[expect(clippy::cast_precision_loss, reason = "a speed to print")]
    let megabytes = bytes as f64 / 1e6;
    let count = f64::from(STUDENTS);
    let own = seconds.get(ours).copied().unwrap_or(f64::NAN);
    let mut rows: Vec<_> = seconds.iter().collect();
    rows.sort_by(|a, b| a.1.total_cmp(b.1));
    println!("| {language} | MB/s | µs per portfolio | times as long as ours |\n|---|---:|---:|---:|");
    for (name, took) in rows {
        let name = name.replace('_', " ");
        println!("| {name} | {:.0} | {:.1} | {:.2} |", megabytes / took, took * 1e6 / count, took / own);
    }
    println!();
}

/// How many times as long the first takes as the second, to two decimals.
fn ratio(seconds: &Seconds, of: &str, to: &str) -> Result<f64> {
    let time = |name: &str| seconds.get(name).copied().with_context(|| format!("nothing was measured of {name}"));
    Ok((time(of)? / time(to)? * 100.0).round() / 100.0)
}
