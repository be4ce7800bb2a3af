//! Bytes to full report, side by side with the typed parse alone and with a validator of mere structure.
//!
//! Called by `cargo xtask bench` as `reports CORPUS DAY ROUNDS`: a file with one portfolio a line, the reference day, and
//! how often everything is run. Prints one JSON object: seconds over the whole corpus per contender, median of the rounds.
//! A fourth argument names the one contender to run, for a profiler.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use twentse_kubus::{Portfolio, Validator, api, parse_date};
use twentse_kubus_conformance::samples;

/// A name, and what is done with a document.
type Contender<'c> = (&'static str, Box<dyn Fn(&[u8]) -> bool + 'c>);

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let [corpus, day, rounds, only @ ..] = args.as_slice() else {
        println!("run by `cargo xtask bench`");
        return Ok(());
    };
    let corpus = std::fs::read(corpus).with_context(|| corpus.clone())?;
    let documents: Vec<&[u8]> = corpus.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
    let as_of = parse_date(day).context("the day")?;
    let validator = Validator::builder().build()?;
    let compared = Validator::builder().curriculum(samples::fitting_curriculum()).build()?;
    let full = schema(true)?;
    let plain = schema(false)?;

    let structure = |schema: &jsonschema::Validator, document: &[u8]| {
        serde_json::from_slice::<Value>(document).is_ok_and(|value| schema.is_valid(&value))
    };
    let typed = |document: &[u8]| std::str::from_utf8(document).is_ok_and(|text| Portfolio::from_json(text).is_ok());
    for document in &documents {
        ensure!(typed(document) && structure(&full, document), "a document of the corpus is not in the format");
    }
    let uses_it = |document: &[u8]| compared.validate(document, as_of).used().next().is_some();
    ensure!(documents.iter().all(|document| uses_it(document)), "a portfolio that the curriculum does not fit");
    let contenders: [Contender<'_>; 6] = [
        ("typed_parse", Box::new(typed)),
        ("report", Box::new(|document| !black_box(validator.validate(document, as_of)).outcomes().is_empty())),
        (
            "report_with_curriculum",
            Box::new(|document| !black_box(compared.validate(document, as_of)).outcomes().is_empty()),
        ),
        ("report_json", Box::new(|document| !validator.validate(document, as_of).body_json().is_empty())),
        ("jsonschema", Box::new(|document| structure(&full, document))),
        ("jsonschema_without_patterns", Box::new(|document| structure(&plain, document))),
    ];
    let mut seconds: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for _ in 0..rounds.parse()? {
        for (name, contender) in
            contenders.iter().filter(|(name, _)| only.is_empty() || only.iter().any(|one| one == name))
        {
            let start = Instant::now();
            let done = documents.iter().filter(|document| contender(black_box(document))).count();
            seconds.entry(name).or_default().push(start.elapsed().as_secs_f64());
            ensure!(done == documents.len(), "{name} left documents out");
        }
    }
    let medians: BTreeMap<&str, f64> = seconds.into_iter().map(|(name, times)| (name, median(times))).collect();
    println!("{}", serde_json::to_string(&medians)?);
    Ok(())
}

/// The published schema, with or without the patterns and formats of its texts.
fn schema(patterns: bool) -> Result<jsonschema::Validator> {
    let mut schema: Value = serde_json::from_str(&api::schema("portfolio")?)?;
    if !patterns {
        strip(&mut schema);
    }
    Ok(jsonschema::options().should_validate_formats(patterns).build(&schema)?)
}

fn strip(schema: &mut Value) {
    if let Some(members) = schema.as_object_mut() {
        if members.get("type").is_some_and(|kind| kind == "string") {
            members.remove("pattern");
            members.remove("format");
        }
        members.values_mut().for_each(strip);
    } else if let Some(items) = schema.as_array_mut() {
        items.iter_mut().for_each(strip);
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
