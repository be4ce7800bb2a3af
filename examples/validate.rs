//! Checks portfolios and prints a report on each: `cargo run --example validate`, with `-- --help` for the options.

use std::io::{IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use anstream::println;
use anstyle::{AnsiColor, Style};
use anyhow::{Context as _, Result, bail, ensure};
use chrono::NaiveDate;
use clap::{Parser, ValueEnum};
use twentse_kubus::documents::Kind;
use twentse_kubus::grammar::{Closed as _, Word};
use twentse_kubus::insight::InsightPhrase;
use twentse_kubus::{Lang, Lens, LineKind, Moment, Report, Severity, Validator, Verdict, api, parse_date};

/// A third-year student with typical faults; everything in it is made up. The day is that of `data/expected.json`.
const SAMPLE: &str = include_str!("data/faulty.json");
const SAMPLE_DAY: &str = "2024-05-22";

/// Checks portfolios against the rules of the partnership and prints a report on each.
///
/// Without a file it checks a made-up portfolio of a third-year student with typical faults.
#[derive(Parser)]
#[command(
    name = "validate",
    after_help = "Exit status: 0 all meet the rules, 1 at least one falls short, 2 something could not be read or understood, \
                  3 at least one is undecided and none falls short."
)]
struct Options {
    /// Files, folders (every .json file in them) or - for standard input
    files: Vec<PathBuf>,
    /// Language of the report: nl, nl-plain (for students) or en
    #[arg(long, default_value = "nl", value_parser = language)]
    lang: Lang,
    /// The day to check on, YYYY-MM-DD; today, or 22 May 2024 for the made-up portfolio
    #[arg(long, value_parser = day)]
    as_of: Option<NaiveDate>,
    /// How to look at it: now, year-ended (as if the study year ended) or graduating (as if graduation were decided)
    #[arg(long, default_value = "now", value_parser = lens)]
    lens: Lens,
    /// Kind of document: portfolio, curriculum or knowledge-base
    #[arg(long, default_value = "portfolio", value_parser = kind)]
    kind: Kind,
    /// A rulebook of your own: norms, severities, waivers (JSON)
    #[arg(long)]
    rulebook: Option<PathBuf>,
    /// A report to read, or one JSON object per document
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Explain a rule by its code or name instead of checking anything
    #[arg(long, value_name = "CODE")]
    explain: Option<String>,
    /// Show of every rule why it is met, or what would fix it
    #[arg(long)]
    trace: bool,
    /// Show places as JSON Pointers
    #[arg(long)]
    paths: bool,
    /// Wrap lines at this width; the terminal's, unless the output goes elsewhere
    #[arg(long)]
    width: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    Text,
    Json,
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

fn kind(key: &str) -> Result<Kind> {
    Kind::from_key(key).context("allowed: portfolio, curriculum, knowledge-base")
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<ExitCode> {
    if let Some(rule) = &options.explain {
        println!("{}", api::explain(rule, options.lang.tag())?);
        return Ok(ExitCode::SUCCESS);
    }
    let mut builder = Validator::builder();
    if let Some(path) = &options.rulebook {
        builder = builder.rulebook(fs::read(path).with_context(|| path.display().to_string())?);
    }
    let validator = builder.build().context("the rulebook")?;
    let today = chrono::Utc::now().date_naive();
    if options.files.is_empty() {
        let day = options.as_of.or_else(|| parse_date(SAMPLE_DAY)).unwrap_or(today);
        check(&validator, Kind::Portfolio, SAMPLE.as_bytes(), Moment::on(day).through(options.lens), options)?;
        // The made-up portfolio is meant to fall short: the report itself is the result.
        return Ok(ExitCode::SUCCESS);
    }
    let moment = Moment::on(options.as_of.unwrap_or(today)).through(options.lens);
    let (mut verdicts, mut unread) = (Vec::new(), false);
    let files = files(&options.files)?;
    for (at, file) in files.iter().enumerate() {
        let document = match read(file) {
            Ok(document) => document,
            Err(error) => {
                eprintln!("{}: {error:#}", file.display());
                unread = true;
                continue;
            }
        };
        if options.format == Format::Text && files.len() > 1 {
            println!("{}{}", if at > 0 { "\n" } else { "" }, file.display());
        }
        verdicts.push(check(&validator, options.kind, &document, moment, options)?);
    }
    Ok(match () {
        () if unread => ExitCode::from(2),
        () if verdicts.contains(&Verdict::FallsShort) => ExitCode::from(1),
        () if verdicts.contains(&Verdict::Undecided) => ExitCode::from(3),
        () => ExitCode::SUCCESS,
    })
}

/// The files that are named, and those in the folders that are named, in order.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        gather(path, &mut files)?;
        ensure!(files.len() > before, "{}: no .json file in this folder", path.display());
    }
    Ok(files)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut inside = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    inside.sort();
    for path in inside {
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    if file != Path::new("-") {
        return Ok(fs::read(file)?);
    }
    if io::stdin().is_terminal() {
        bail!("nothing comes from standard input; pass a document in: validate - < portfolio.json");
    }
    let mut document = Vec::new();
    io::stdin().read_to_end(&mut document)?;
    Ok(document)
}

/// Checks a document and prints its report, the next steps and, where that is wanted, why each rule answered so.
fn check(validator: &Validator, kind: Kind, document: &[u8], moment: Moment, options: &Options) -> Result<Verdict> {
    let report = validator.validate_as(kind, document, moment)?;
    show(&report, options);
    if options.format == Format::Text {
        show_steps(&report, options);
    }
    match options.format {
        _ if !options.trace => {}
        Format::Text => println!("\n{}", validator.trace_text(kind, document, moment, options.lang)?.trim_end()),
        Format::Json => println!("{}", serde_json::to_string(&validator.trace_as(kind, document, moment)?)?),
    }
    Ok(report.verdict())
}

/// Prints what is to be done, in order: the step, who takes it, and about what; the sentences are in the report above it.
fn show_steps(report: &Report, options: &Options) {
    let lang = options.lang;
    let steps = report.next_steps();
    if steps.steps.is_empty() {
        return;
    }
    let heading = InsightPhrase::NextSteps.word().label.get(lang).to_uppercase();
    println!("\n{0}{heading}{0:#}", Style::new().bold());
    for (number, step) in (1..).zip(steps.steps.iter()) {
        let label = |word: &'static Word| word.label.get(lang);
        let who: Vec<&str> = step.acts.iter().map(|actor| label(actor.word())).collect();
        let id = step.subject.id.as_deref().map(|id| format!(" {id}")).unwrap_or_default();
        let about = format!("{}{id}", label(step.subject.kind.word()));
        let mut codes: Vec<&str> = step.findings.iter().map(|finding| finding.code.as_ref()).collect();
        codes.dedup();
        // Codes say nothing to a student.
        let codes = if lang == Lang::NlPlain { String::new() } else { format!(" · {}", codes.join(", ")) };
        let text = format!("{} ({}): {about}{codes}", label(step.step.word()), who.join(", "));
        print(&text, &format!("{number:>3}. "), Style::new(), options);
    }
}

/// Prints a text behind its margin, at the width of the terminal.
fn print(text: &str, margin: &str, style: Style, options: &Options) {
    let width = options.width.or_else(|| io::stdout().is_terminal().then(textwrap::termwidth));
    let next = " ".repeat(margin.chars().count());
    let wrapping = textwrap::Options::new(width.unwrap_or(usize::MAX)).initial_indent(margin).subsequent_indent(&next);
    for wrapped in textwrap::wrap(text, wrapping) {
        println!("{style}{wrapped}{style:#}");
    }
}

/// Prints a report in the colours and the width of the terminal; elsewhere without either.
fn show(report: &Report, options: &Options) {
    if options.format == Format::Json {
        println!("{}", report.to_json());
        return;
    }
    for line in report.lines(options.lang, options.paths) {
        if line.starts_block() {
            println!();
        }
        print(&line.text, &line.margin(), style(line.kind), options);
    }
}

fn style(kind: LineKind) -> Style {
    let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
    let of = |severity| match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Cyan,
    };
    match kind {
        LineKind::Heading(severity) => colour(of(severity)).bold(),
        LineKind::Title | LineKind::Verdict | LineKind::Unchecked => Style::new().bold(),
        LineKind::Place | LineKind::Tally => Style::new().dimmed(),
        LineKind::Fix => colour(AnsiColor::Green),
        LineKind::Counts | LineKind::Finding(_) | LineKind::Note | _ => Style::new(),
    }
}
