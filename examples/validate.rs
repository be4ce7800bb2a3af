//! Judges a portfolio and prints the report: `cargo run --example validate`, with `-- --help` for what it takes.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use twentse_kubus::{Lang, Validator, Verdict, parse_date};

const HELP: &str = "\
cargo run --example validate -- [--lang nl|nl-plain|en] [--as-of YYYY-MM-DD] [FILE]

Judges the portfolio in FILE, or a made-up one of a third-year student with typical faults, and prints the report.
--lang    Dutch (the default), plain Dutch for students, or English
--as-of   the day to judge it on; today for a file, 22 May 2024 for the made-up one
Exit status: 0 meets, 1 falls short, 2 could not run, 3 undecided.";

/// A third-year student with typical faults; everything in it is made up. The day is that of `data/expected.json`.
const SAMPLE: &str = include_str!("data/faulty.json");
const SAMPLE_DAY: &str = "2024-05-22";

fn main() -> ExitCode {
    match validate() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}\n\n{HELP}");
            ExitCode::from(2)
        }
    }
}

fn validate() -> Result<ExitCode> {
    let (mut lang, mut as_of, mut file) = ("nl".to_owned(), None, None);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--help" | "-h" => {
                println!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            "--lang" => lang = args.next().context("--lang takes nl, nl-plain or en")?,
            "--as-of" => {
                let day = args.next().context("--as-of takes a day, YYYY-MM-DD")?;
                as_of = Some(parse_date(&day).with_context(|| format!("`{day}` is not a day, YYYY-MM-DD"))?);
            }
            option if option.starts_with("--") => bail!("there is no option `{option}`"),
            _ if file.is_some() => bail!("one file at a time"),
            _ => file = Some(arg),
        }
    }
    let (portfolio, usual_day) = match &file {
        Some(path) => (fs::read(path).with_context(|| path.clone())?, chrono::Utc::now().date_naive()),
        None => (SAMPLE.as_bytes().to_vec(), parse_date(SAMPLE_DAY).context("the day of the sample")?),
    };
    let report = Validator::builder().build()?.validate(&portfolio, as_of.unwrap_or(usual_day));
    print!("{}", report.render(Lang::parse(&lang)?));
    // The made-up portfolio is meant to fall short: the report itself is the result.
    Ok(match report.verdict() {
        _ if file.is_none() => ExitCode::SUCCESS,
        Verdict::Meets => ExitCode::SUCCESS,
        Verdict::FallsShort => ExitCode::from(1),
        Verdict::Undecided => ExitCode::from(3),
    })
}
