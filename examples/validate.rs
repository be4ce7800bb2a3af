//! Judges a portfolio and prints the report: `cargo run --example validate -- [--lang nl|nl-plain|en] [--as-of DAY] [FILE]`.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};
use twentse_kubus::{Validator, Verdict, parse_date};

/// A third-year student with typical faults; everything in it is made up.
const SAMPLE: &str = include_str!("data/faulty.json");
const SAMPLE_DAY: &str = "2024-05-15";

fn main() -> Result<ExitCode> {
    let (mut lang, mut as_of, mut file) = ("nl".to_owned(), None, None);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--lang" => lang = args.next().context("--lang takes nl, nl-plain or en")?,
            "--as-of" => as_of = Some(args.next().context("--as-of takes a day, YYYY-MM-DD")?),
            _ => file = Some(arg),
        }
    }
    let portfolio = match &file {
        Some(path) => fs::read(path).with_context(|| path.clone())?,
        None => SAMPLE.as_bytes().to_vec(),
    };
    let as_of = match as_of {
        Some(day) => parse_date(&day).context("--as-of takes a day, YYYY-MM-DD")?,
        None if file.is_none() => parse_date(SAMPLE_DAY).context("the day of the sample")?,
        None => chrono::Utc::now().date_naive(),
    };
    let report = Validator::builder().build()?.validate(&portfolio, as_of);
    print!("{}", report.render(&lang)?);
    Ok(if report.verdict() == Verdict::FallsShort && file.is_some() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
