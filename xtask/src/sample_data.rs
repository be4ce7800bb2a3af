//! `cargo xtask sample-data`: made-up portfolios, or a whole dossier of a partnership, and with them what must be found in each.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use serde::Serialize;
use twentse_kubus::documents::Kind;
use twentse_kubus::grammar::Closed as _;
use twentse_kubus::{NaiveDate, parse_date};
use twentse_kubus_conformance::samples::dossier::{Document, Dossier};
use twentse_kubus_conformance::samples::{Known, can_be_made_up, generate, generate_on};

/// The share of portfolios with faults, where none is said.
const HALF: f64 = 0.5;

const OPTIONS: &str = "the options are --out, --students, --seed, --faults, --as-of, --partnership";

/// What was asked for.
#[derive(Debug, PartialEq)]
struct Asked {
    out: PathBuf,
    students: u64,
    seed: u64,
    faults: f64,
    day: Option<NaiveDate>,
    /// Whether a dossier was asked for, with the other documents too.
    dossier: bool,
}

impl Asked {
    fn read(args: &[String]) -> Result<Self> {
        let mut out = None;
        let mut asked = Self { out: PathBuf::new(), students: 100, seed: 1, faults: 0.0, day: None, dossier: false };
        // What a dossier leaves no choice in.
        let mut settled = None;
        let mut args = args.iter().map(String::as_str).peekable();
        while let Some(name) = args.next() {
            let value = args.next_if(|value| !value.starts_with("--"));
            if matches!(name, "--students" | "--as-of") || (name == "--faults" && value.is_some()) {
                settled = Some(name);
            }
            let needed = || value.with_context(|| format!("`{name}` needs a value"));
            match name {
                "--out" => out = Some(PathBuf::from(needed()?)),
                "--students" => asked.students = number(name, needed()?)?,
                "--seed" => asked.seed = number(name, needed()?)?,
                "--faults" => asked.faults = value.map_or(Ok(HALF), rate)?,
                "--as-of" => asked.day = Some(day(needed()?)?),
                "--partnership" => {
                    ensure!(value.is_none(), "`--partnership` has no value");
                    asked.dossier = true;
                }
                other => bail!("no option `{other}`; {OPTIONS}"),
            }
        }
        ensure!(asked.students > 0, "`--students` is 0; there is at least one");
        if let Some(name) = settled.filter(|_| asked.dossier) {
            bail!(
                "`--partnership` settles how many students there are, on which day and how many have faults: no {name} there"
            );
        }
        asked.out = out.context("say where to: `--out FOLDER`, a folder that is new or empty")?;
        Ok(asked)
    }
}

fn number(name: &str, value: &str) -> Result<u64> {
    value.parse().ok().with_context(|| format!("`{value}` is no value of `{name}`; it is a whole number from 0"))
}

fn rate(value: &str) -> Result<f64> {
    let rate = value.parse().ok().filter(|rate| (0.0..=1.0).contains(rate));
    rate.with_context(|| {
        format!("`{value}` is no value of `--faults`; it is the share of portfolios with faults, 0 to 1")
    })
}

fn day(value: &str) -> Result<NaiveDate> {
    let day = parse_date(value).with_context(|| format!("`{value}` is no day, YYYY-MM-DD"))?;
    ensure!(
        can_be_made_up(day),
        "no portfolios can be made up as they are on {day}: only from 22 December to 7 June, from 2017-12-22 to 2027-06-07"
    );
    Ok(day)
}

/// Writes a file for each portfolio, and one with what must be found in them.
pub(crate) fn write(args: &[String]) -> Result<()> {
    let asked = Asked::read(args)?;
    ensure!(!asked.out.is_file(), "`{}` is a file; name a folder that is new or empty", asked.out.display());
    let holds_some = fs::read_dir(&asked.out).is_ok_and(|mut entries| entries.next().is_some());
    ensure!(!holds_some, "`{}` is not empty; name a folder that is new or empty", asked.out.display());
    if asked.dossier {
        return write_dossier(&asked);
    }
    let portfolios = asked.out.join("portfolios");
    fs::create_dir_all(&portfolios).with_context(|| format!("`{}` cannot be made", portfolios.display()))?;
    let Asked { students, seed, faults, day, .. } = asked;
    let (drawn, fitted) = match day {
        None => (Some(generate(students, seed, faults)), None),
        Some(day) => (None, Some(generate_on(day, students, seed, faults))),
    };
    let mut all: Vec<Known> = Vec::new();
    for sample in drawn.into_iter().flatten().chain(fitted.into_iter().flatten()) {
        fs::write(portfolios.join(format!("{}.json", sample.known.document)), sample.json + "\n")?;
        all.push(sample.known);
    }
    let planted = asked.out.join("planted.json");
    fs::write(&planted, lines(&all)?)?;
    let faulty = all.iter().filter(|known| !known.planted.is_empty()).count();
    println!(
        "{students} portfolios in {}, {faulty} of them with faults; what must be found in each: {}",
        portfolios.display(),
        planted.display()
    );
    Ok(())
}

/// What must be found in a document of a dossier.
#[derive(Serialize)]
struct Answer {
    /// Where the document is, from the folder of the dossier.
    file: String,
    kind: &'static str,
    #[serde(flatten)]
    known: Known,
}

/// Writes a file for each document of a dossier, in a folder of its kind, and one with what must be found in them.
fn write_dossier(asked: &Asked) -> Result<()> {
    let dossier = Dossier::made(asked.seed, 1);
    let dossier = if asked.faults > 0.0 { dossier.with_faults() } else { dossier };
    let mut all: Vec<Answer> = Vec::new();
    for Document { kind, name, sample } in dossier.others().chain(dossier.portfolios()) {
        let folder = match kind {
            Kind::Curriculum => "curricula",
            Kind::KnowledgeBase => "knowledge-bases",
            Kind::Partnership => "partnerships",
            Kind::Portfolio => "portfolios",
        };
        let path = asked.out.join(folder);
        fs::create_dir_all(&path).with_context(|| format!("`{}` cannot be made", path.display()))?;
        let file = format!("{folder}/{name}.json");
        fs::write(asked.out.join(&file), sample.json + "\n")?;
        all.push(Answer { file, kind: kind.key(), known: sample.known });
    }
    let answers = asked.out.join("answers.json");
    fs::write(&answers, lines(&all)?)?;
    let faulty = all.iter().filter(|answer| !answer.known.planted.is_empty()).count();
    println!(
        "{} documents in {}, {faulty} of them with faults; what must be found in each on {}: {}",
        all.len(),
        asked.out.display(),
        Dossier::day(),
        answers.display()
    );
    Ok(())
}

/// A JSON array, with a line for each document.
fn lines<T: Serialize>(all: &[T]) -> Result<String> {
    let lines: Vec<String> = all.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

/// Writes portfolios as one file, each on a line of its own.
pub(crate) fn corpus(file: &Path, students: u64, seed: u64, faults: f64) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut out = BufWriter::new(File::create(file)?);
    for sample in generate(students, seed, faults) {
        writeln!(out, "{}", sample.json)?;
    }
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::Value;
    use twentse_kubus::Validator;
    use twentse_kubus_conformance::samples::Planted;

    use super::*;

    fn args(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    /// A folder of this test alone, without what was in it before.
    fn fresh(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("twentse-kubus-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn refusal(told: &str) -> String {
        format!("{:#}", Asked::read(&args(told)).unwrap_err())
    }

    #[test]
    fn what_is_asked_is_read() {
        let asked = Asked::read(&args("--out a --students 3 --seed 9 --faults 0.25 --as-of 2024-05-15")).unwrap();
        let day = NaiveDate::from_ymd_opt(2024, 5, 15);
        assert_eq!(asked, Asked { out: "a".into(), students: 3, seed: 9, faults: 0.25, day, dossier: false });
        // The rate may be left out, at the end and before another option.
        for told in ["--out a --faults", "--faults --out a"] {
            assert_eq!(Asked::read(&args(told)).unwrap().faults.to_bits(), HALF.to_bits(), "{told}");
        }
        assert_eq!(Asked::read(&args("--out a")).unwrap().faults.to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn what_cannot_be_done_is_refused_in_a_sentence() {
        for (told, part) in [
            ("", "say where to: `--out FOLDER`"),
            ("--out", "`--out` needs a value"),
            ("--out --faults", "`--out` needs a value"),
            ("--out a --students many", "`many` is no value of `--students`; it is a whole number from 0"),
            ("--out a --students 0", "there is at least one"),
            ("--out a --seed -1", "`-1` is no value of `--seed`"),
            (
                "--out a --faults 1.5",
                "`1.5` is no value of `--faults`; it is the share of portfolios with faults, 0 to 1",
            ),
            ("--out a --as-of tomorrow", "`tomorrow` is no day, YYYY-MM-DD"),
            ("--out a --as-of 2024-11-26", "on 2024-11-26: only from 22 December to 7 June"),
            ("--out a --partnership 2", "`--partnership` has no value"),
            ("--out a --partnership --students 2", "no --students there"),
            ("--faults 0.2 --out a --partnership", "no --faults there"),
            ("--out a --as-of 2024-03-15 --partnership", "no --as-of there"),
            ("--out a --size 3", "no option `--size`; the options are --out,"),
        ] {
            assert!(refusal(told).contains(part), "{told}: {}", refusal(told));
        }
    }

    /// The first and the last day that the sentence names, and their neighbours.
    #[test]
    fn the_days_that_can_be_made_up_are_told() {
        for (first, last) in [("2017-12-22", "2018-06-07"), ("2023-12-22", "2024-06-06"), ("2026-12-22", "2027-06-07")]
        {
            let (first, last) = (parse_date(first).unwrap(), parse_date(last).unwrap());
            assert!(first.iter_days().take_while(|day| *day <= last).all(can_be_made_up), "{first} {last}");
            assert!(!can_be_made_up(first.pred_opt().unwrap()), "{first}");
        }
        for day in ["2017-06-01", "2017-12-21", "2018-06-10", "2027-06-10", "2027-12-22", "0000-01-01"] {
            assert!(!can_be_made_up(parse_date(day).unwrap()), "{day}");
        }
    }

    #[test]
    fn a_folder_that_is_in_use_is_left_alone() {
        let folder = fresh("used");
        fs::create_dir_all(&folder).unwrap();
        let of = |path: &Path| write(&args(&format!("--out {} --students 1", path.display())));
        fs::write(folder.join("mine.txt"), "mine").unwrap();
        assert!(
            format!("{:#}", of(&folder).unwrap_err()).ends_with("is not empty; name a folder that is new or empty")
        );
        assert!(format!("{:#}", of(&folder.join("mine.txt")).unwrap_err()).contains("is a file"));
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_file(folder.join("mine.txt")).unwrap();
        of(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
    }

    /// A file for each line of the key, by its id; on the day that was asked for the report has what the key says, no more that is
    /// worse than information, and nothing lies after that day but what was planted there.
    #[test]
    fn the_key_says_what_is_found() {
        let folder = fresh("key");
        write(&args(&format!("--out {} --students 40 --faults --as-of 2024-03-15", folder.display()))).unwrap();
        let key: Vec<Value> = serde_json::from_slice(&fs::read(folder.join("planted.json")).unwrap()).unwrap();
        let files: BTreeSet<String> = fs::read_dir(folder.join("portfolios"))
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        let names = key.iter().map(|known| format!("{}.json", known["document"].as_str().unwrap()));
        assert_eq!(names.collect::<BTreeSet<_>>(), files);
        assert_eq!(files.len(), 40);
        let validator = Validator::default();
        let mut faulty = BTreeMap::from([(true, 0), (false, 0)]);
        for known in &key {
            let text = |name: &str| known[name].as_str().unwrap();
            assert_eq!(text("asOf"), "2024-03-15");
            let document = fs::read(folder.join(format!("portfolios/{}.json", text("document")))).unwrap();
            let report = validator.validate(&document, parse_date(text("asOf")).unwrap());
            assert_eq!(serde_json::to_value(report.verdict()).unwrap(), text("verdict"), "{}", text("document"));
            let found: BTreeSet<(String, String)> =
                report.findings().iter().map(|one| (one.rule.code.to_owned(), one.path.to_string())).collect();
            let planted = known["planted"].as_array().unwrap();
            for one in planted {
                let one = |name: &str| one[name].as_str().unwrap().to_owned();
                assert!(found.contains(&(one("code"), one("path"))), "{} {found:?}", text("document"));
            }
            let later = |code: &str| code == "TK-R014";
            let planted_later = planted.iter().any(|one| later(one["code"].as_str().unwrap()));
            assert!(planted_later || !found.iter().any(|(code, _)| later(code)), "{found:?}");
            *faulty.get_mut(&!planted.is_empty()).unwrap() += 1;
        }
        assert!(faulty.values().all(|number| *number > 10), "{faulty:?}");
        fs::remove_dir_all(&folder).unwrap();
    }
    /// A file for each line of the key; held against the others, each has what the key says and nothing else.
    #[test]
    fn the_key_of_a_dossier_says_what_is_found() {
        let folder = fresh("dossier");
        write(&args(&format!("--out {} --partnership --faults", folder.display()))).unwrap();
        let key: Vec<Value> = serde_json::from_slice(&fs::read(folder.join("answers.json")).unwrap()).unwrap();
        let text = |known: &Value, name: &str| known[name].as_str().unwrap().to_owned();
        let read = |known: &Value| fs::read(folder.join(text(known, "file"))).unwrap();
        let others = key.iter().filter(|known| known["kind"] != "portfolio");
        let validator = Validator::builder().documents(others.map(read)).build().unwrap();
        // Of the portfolios one in ten, which is a while in a build for tests.
        let (mut held, mut planted) = (0, 0);
        for known in key.iter().step_by(10).chain(key.iter().take(6)) {
            let kind = Kind::from_key(&text(known, "kind")).unwrap();
            let as_of = parse_date(&text(known, "asOf")).unwrap();
            let report = validator.validate_as(kind, &read(known), as_of).unwrap();
            assert_eq!(serde_json::to_value(Planted::found_in(&report)).unwrap(), known["planted"], "{known}");
            assert_eq!(serde_json::to_value(report.verdict()).unwrap(), known["verdict"], "{known}");
            (held, planted) = (held + 1, planted + known["planted"].as_array().unwrap().len());
        }
        let files = ["curricula", "knowledge-bases", "partnerships", "portfolios"]
            .map(|kind| fs::read_dir(folder.join(kind)).unwrap().count());
        assert_eq!(files, [1, 1, 4, 430]);
        assert!(key.len() == 436 && held == 50 && planted > 10, "{} {held} {planted}", key.len());
        fs::remove_dir_all(&folder).unwrap();
    }
}
