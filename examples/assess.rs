//! What a student has achieved by the assessment framework of a programme, the assessment card, and why:
//! `cargo run --example assess`, with `-- --help` for the options.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anstream::println;
use anstyle::Style;
use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use clap::Parser;
use twentse_kubus::documents::Kind;
use twentse_kubus::grammar::Closed as _;
use twentse_kubus::{Lang, Lens, Moment, Overlay, Validator, api, parse_date};

/// A student with a resit and an exemption, a few days before the end of study year 2, and the programme that the student
/// follows. Everything in both is made up.
const STUDENT: &str = include_str!("data/year-4.json");
const PROGRAMME: &str = include_str!("data/programme.json");
const SAMPLE_DAY: &str = "2022-07-06";

/// The rules on assessments and on the programme: why these answer as they do is shown, and no other.
const RULES: [&str; 8] = ["TK-P501", "TK-P503", "TK-P504", "TK-P506", "TK-P511", "TK-X101", "TK-X102", "TK-X103"];

/// Shows what a student has achieved by the assessment framework of a programme, what is assessed by whom, and why the rules on
/// assessment answer as they do.
///
/// Without files it takes a made-up student near the end of study year 2, and a made-up programme.
#[derive(Parser)]
#[command(name = "assess")]
struct Options {
    /// The student's portfolio (JSON)
    #[arg(long, requires = "curriculum")]
    portfolio: Option<PathBuf>,
    /// The programme that the student follows (JSON)
    #[arg(long, requires = "portfolio")]
    curriculum: Option<PathBuf>,
    /// A rulebook of your own instead of the rules on assessment (JSON)
    #[arg(long)]
    rulebook: Option<PathBuf>,
    /// Print the decision as a bundle that can be made again, instead of the texts
    #[arg(long)]
    bundle: bool,
    /// A bundle to make again from the portfolio and the programme: says whether the same comes out, and else what differs
    #[arg(long, conflicts_with_all = ["bundle", "rulebook", "as_of", "lens"])]
    replay: Option<PathBuf>,
    /// Language of the texts: nl, nl-plain (for students) or en
    #[arg(long, default_value = "nl", value_parser = language)]
    lang: Lang,
    /// The day to look at, YYYY-MM-DD; today, or 6 July 2022 for the made-up student
    #[arg(long, value_parser = day)]
    as_of: Option<NaiveDate>,
    /// How to look at it: now, year-ended (as if the study year ended) or graduating (as if graduation were decided)
    #[arg(long, default_value = "now", value_parser = lens)]
    lens: Lens,
}

fn language(tag: &str) -> Result<Lang> {
    Ok(Lang::parse(tag)?)
}

fn day(text: &str) -> Result<NaiveDate> {
    parse_date(text).context("not a day; write it as YYYY-MM-DD")
}

fn lens(key: &str) -> Result<Lens> {
    Lens::from_key(key).context("allowed: now, year-ended, graduating")
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let read = |path: &PathBuf| fs::read(path).with_context(|| path.display().to_string());
    let (portfolio, curriculum) = match (&options.portfolio, &options.curriculum) {
        (Some(portfolio), Some(curriculum)) => (read(portfolio)?, read(curriculum)?),
        _ => (STUDENT.as_bytes().to_vec(), PROGRAMME.as_bytes().to_vec()),
    };
    let lang = options.lang;
    if let Some(bundle) = &options.replay {
        let text = api::replay_text(&read(bundle)?, &[portfolio, curriculum], lang.tag())?;
        println!("{}", text.trim_end());
        return Ok(());
    }
    let sample_day = if options.portfolio.is_none() { parse_date(SAMPLE_DAY) } else { None };
    let day = options.as_of.or(sample_day).unwrap_or_else(|| chrono::Utc::now().date_naive());
    let moment = Moment::on(day).through(options.lens);
    let overlay = options.rulebook.as_ref().map_or_else(|| Ok(Overlay::new().only(RULES).into()), read)?;
    let validator = Validator::builder().rulebook(overlay).curriculum(curriculum).build()?;
    if options.bundle {
        println!("{}", serde_json::to_string(&validator.bundle(&portfolio, moment))?);
        return Ok(());
    }
    let [made_up, outcome, card, why] = headings(lang);
    if options.portfolio.is_none() {
        println!("{made_up}\n");
    }
    show(outcome, &validator.assess_text(&portfolio, moment, lang)?);
    show(card, &validator.card_text(&portfolio, moment, lang)?);
    show(why, &validator.trace_text(Kind::Portfolio, &portfolio, moment, lang)?);
    Ok(())
}

/// Of whom the made-up documents are, and what each of the three parts answers, in the language of the texts.
fn headings(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Nl => [
            "Thijmen Luchtenaar, student aan een pabo, kort voor het einde van studiejaar 2. Student en opleiding zijn verzonnen.",
            "1. Wat is er gehaald? Per studiejaar de uitslag, en waarop die is gebaseerd.",
            "2. Wat wordt er beoordeeld, door wie en op grond waarvan?",
            "3. Waarom? Wat de regels over beoordelen hiervan zeggen, en dankzij wat.",
        ],
        Lang::NlPlain => [
            "Dit is wat Thijmen Luchtenaar zou lezen, kort voor het einde van jaar 2. Hij en zijn opleiding zijn verzonnen.",
            "1. Wat heb je gehaald? Per jaar zie je de uitslag en waar die vandaan komt.",
            "2. Wat wordt er van je beoordeeld, door wie, en wat heb je daarvoor nodig?",
            "3. Waarom is dat zo? Dit zeggen de regels over beoordelen.",
        ],
        Lang::En | _ => [
            "Thijmen Luchtenaar, who trains to be a primary school teacher, near the end of study year 2. Student and programme are made up.",
            "1. What has been achieved? The outcome of each study year, and what it is based on.",
            "2. What is assessed, by whom, and on what evidence?",
            "3. Why? What the rules on assessment say of it, and thanks to what.",
        ],
    }
}

fn show(heading: &str, text: &str) {
    println!("{0}{heading}{0:#}\n", Style::new().bold());
    println!("{}\n", text.trim_end());
}
