//! The Twentse kubus of a knowledge base: `cargo run --example cube`, with `-- --help` for the options.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anstream::println;
use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use clap::Parser;
use twentse_kubus::{Lang, Validator, parse_date};

/// A made-up knowledge base.
const SAMPLE: &str = include_str!("data/knowledge-base.json");
const SAMPLE_DAY: &str = "2018-05-16";

/// Shows the Twentse kubus of a knowledge base: for each theme what there is for students, beginning teachers and teachers, at
/// every level, and which cells are empty.
///
/// Without a file it takes a made-up knowledge base.
#[derive(Parser)]
#[command(name = "cube")]
struct Options {
    /// The knowledge base (JSON)
    knowledge_base: Option<PathBuf>,
    /// Language of the text: nl, nl-plain (for students) or en
    #[arg(long, default_value = "nl", value_parser = language)]
    lang: Lang,
    /// The day to look at, YYYY-MM-DD; today, or 16 May 2018 for the made-up knowledge base
    #[arg(long, value_parser = day)]
    as_of: Option<NaiveDate>,
    /// Print JSON instead of the text
    #[arg(long)]
    json: bool,
}

fn language(tag: &str) -> Result<Lang> {
    Ok(Lang::parse(tag)?)
}

fn day(text: &str) -> Result<NaiveDate> {
    parse_date(text).context("not a day; write it as YYYY-MM-DD")
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<String> {
    let (base, as_of) = match &options.knowledge_base {
        Some(file) => {
            let base = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
            (base, options.as_of.unwrap_or_else(|| chrono::Utc::now().date_naive()))
        }
        None => (SAMPLE.into(), options.as_of.or_else(|| parse_date(SAMPLE_DAY)).context("a day")?),
    };
    let validator = Validator::default();
    if options.json {
        return Ok(serde_json::to_string_pretty(&validator.cube(&base, as_of)?)?);
    }
    Ok(validator.cube_text(&base, as_of, options.lang)?)
}

#[cfg(test)]
mod tests {
    use anyhow::Result;
    use clap::Parser as _;

    use super::{Options, run};

    fn shown(arguments: &[&str]) -> Result<String> {
        run(&Options::try_parse_from([&["cube"], arguments].concat())?)
    }

    /// Every theme has a line for each career stage, in every language.
    #[test]
    fn the_cube_is_shown_in_every_language() -> Result<()> {
        let cube: serde_json::Value = serde_json::from_str(&shown(&["--json"])?)?;
        assert_eq!(cube["format"], "twentse-kubus/cube@1");
        let themes = cube["themes"].as_array().map_or(0, Vec::len);
        for (lang, stage) in
            [("nl", "beginnende leraar"), ("nl-plain", "beginnende leraar"), ("en", "beginning teacher")]
        {
            let text = shown(&["--lang", lang])?;
            let lines = text.lines().filter(|line| line.trim_start().starts_with(stage)).count();
            assert!(lines > 0 && lines == themes, "{lang}: {lines} lines, {themes} themes\n{text}");
        }
        Ok(())
    }

    #[test]
    fn what_cannot_be_shown_is_said() {
        assert!(shown(&["no-such-file.json"]).is_err_and(|error| format!("{error:#}").contains("no-such-file.json")));
        assert!(shown(&["--as-of", "16 May"]).is_err());
    }
}
