//! The dossier in the size of the booklet's partnership: its documents agree with one another, and found is what was planted.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use chrono::{Days, NaiveDate};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use twentse_kubus::api::schema;
use twentse_kubus::documents::Kind;
use twentse_kubus::grammar::Closed as _;
use twentse_kubus::{Finding, Report, Severity, Validator, parse_date};
use twentse_kubus_conformance::samples::Planted;
use twentse_kubus_conformance::samples::dossier::{Document, Dossier};
use twentse_kubus_conformance::samples::random::Random;

/// The first day of the two school years: 1 August, by semantics 2 of the rules.
fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 8, 1).unwrap()
}

/// Compares portfolios with everything else in a dossier.
fn validator(dossier: Dossier) -> Validator {
    Validator::builder().documents(dossier.others().map(|one| one.sample.json)).build().unwrap()
}

/// Forty days of the two school years: the first, the reference day and others by chance.
fn days() -> Vec<NaiveDate> {
    let mut random = Random::new(40, 0);
    let length = usize::try_from((Dossier::day() - first()).num_days()).unwrap();
    let others = (0..38).map(|_| first() + Days::new(random.between(1, length - 1) as u64));
    [first(), Dossier::day()].into_iter().chain(others).collect()
}

fn judge(validator: &Validator, one: &Document, day: NaiveDate) -> Report {
    validator.validate_as(one.kind, one.sample.json.as_bytes(), day).unwrap()
}

/// Holds that nothing is wrong in a document on these days, not so much as a note, and that nothing was left unchecked for want of a
/// document from this day on.
fn hold_faultless(validator: &Validator, one: &Document, days: &[NaiveDate], known_from: NaiveDate) -> usize {
    for day in days {
        let report = judge(validator, one, *day);
        let due: Vec<_> = report.findings().iter().filter(|found| is_due(found)).collect();
        assert!(due.is_empty(), "{} on {day}: {due:#?}", one.name);
        let unchecked = report.unchecked();
        assert!(unchecked.is_empty() || *day < known_from, "{} on {day}: {unchecked:?}", one.name);
    }
    days.len()
}

/// Of a portfolio the days from the first of the student on. Before the first study year of those that the partnerships are of,
/// there is none to compare with.
fn hold_faultless_portfolio(validator: &Validator, one: &Document, days: &[NaiveDate]) -> usize {
    let portfolio: Value = serde_json::from_str(&one.sample.json).unwrap();
    let entries = portfolio["student"]["years"].as_array().unwrap();
    let begun = entries.iter().map(|entry| parse_date(entry["from"].as_str().unwrap()).unwrap());
    let begun: Vec<NaiveDate> = begun.collect();
    let days: Vec<NaiveDate> = days.iter().copied().filter(|day| *day >= begun[0]).collect();
    let known_from = begun.into_iter().find(|from| *from >= first()).unwrap();
    hold_faultless(validator, one, &days, known_from)
}

/// Whether a finding is more than a note on what will be due, or on what lies after the day that a document is looked at on.
fn is_due(found: &Finding) -> bool {
    let is_note = found.severity == Severity::Info && found.rule.severity != Some(Severity::Info);
    !is_note && found.due.is_none() && found.code() != "TK-R014"
}

#[test]
fn others_are_faultless() {
    let dossier = Dossier::made(1, 1);
    let validator = validator(dossier);
    let held: Vec<usize> = dossier.others().map(|one| hold_faultless(&validator, &one, &days(), first())).collect();
    // A curriculum, a knowledge base, and two partnerships in two school years.
    assert_eq!(held, [40; 6]);
}

fn hold_faultless_portfolios(dossier: Dossier, step: usize) -> usize {
    let validator = validator(dossier);
    dossier.portfolios().step_by(step).map(|one| hold_faultless_portfolio(&validator, &one, &days())).sum()
}

#[test]
fn portfolios_are_faultless() {
    assert!(hold_faultless_portfolios(Dossier::made(1, 1), 10) > 30 * 43);
}

#[test]
#[ignore = "takes a while: `cargo xtask release-check days`"]
fn all_portfolios_of_many_samples_are_faultless() {
    assert!(hold_faultless_portfolios(Dossier::made(2, 5), 1) > 30 * 5 * 430);
}

/// Every day of the two school years, of one student at each step and of all other documents.
#[test]
#[ignore = "takes a while: `cargo xtask release-check days`"]
fn a_sample_is_faultless_on_every_day() {
    let dossier = Dossier::made(7, 1);
    let validator = validator(dossier);
    let days: Vec<NaiveDate> = first().iter_days().take_while(|day| *day <= Dossier::day()).collect();
    let others: usize = dossier.others().map(|one| hold_faultless(&validator, &one, &days, first())).sum();
    assert_eq!(others, 6 * 661);
    let portfolios = dossier.portfolios().step_by(7);
    let held: usize = portfolios.map(|one| hold_faultless_portfolio(&validator, &one, &days)).sum();
    assert!(held > 62 * 400, "{held}");
}

/// Holds that in each document of a dossier what was planted is found on the reference day, and nothing else. Gives the rules planted.
fn hold_planted(dossier: Dossier) -> BTreeSet<&'static str> {
    let validator = validator(dossier);
    let mut codes = BTreeSet::new();
    for one in dossier.others().chain(dossier.portfolios()) {
        let report = judge(&validator, &one, Dossier::day());
        let known = &one.sample.known;
        assert_eq!(known.as_of, Dossier::day().to_string());
        assert_eq!(Planted::found_in(&report), known.planted, "{}", one.name);
        assert_eq!(serde_json::to_value(report.verdict()).unwrap(), known.verdict, "{}", one.name);
        assert!(report.unchecked().is_empty(), "{}: {:?}", one.name, report.unchecked());
        codes.extend(known.planted.iter().map(|fault| fault.code));
    }
    codes
}

#[test]
fn found_is_what_was_planted_and_nothing_else() {
    let codes = hold_planted(Dossier::made(3, 1).with_faults());
    // What is found by no document alone: each rule that holds a portfolio against another document.
    let compared = codes.iter().filter(|code| code.starts_with("TK-X")).copied();
    let expected = ["TK-X101", "TK-X102", "TK-X103", "TK-X201", "TK-X202", "TK-X203", "TK-X204", "TK-X205", "TK-X206"];
    assert_eq!(compared.collect::<Vec<_>>(), [&expected[..], &["TK-X207", "TK-X301", "TK-X302"]].concat());
    // Faults of every kind of document are there, and such as a portfolio shows alone.
    assert!(["TK-C", "TK-K", "TK-N", "TK-P"].iter().all(|kind| codes.iter().any(|code| code.starts_with(kind))));
    assert!(["TK-P506", "TK-P511"].iter().all(|code| codes.contains(code)) && codes.len() > 50, "{codes:?}");
}

#[test]
#[ignore = "takes a while: `cargo xtask release-check days`"]
fn found_in_many_samples_is_what_was_planted_and_nothing_else() {
    assert!(hold_planted(Dossier::made(4, 10).with_faults()).len() > 80);
}

/// Without faults nothing is planted, and every verdict is that the rules are met.
#[test]
fn found_is_nothing_where_nothing_was_planted() {
    assert_eq!(hold_planted(Dossier::made(5, 1)), BTreeSet::new());
}

/// A document as JSON, with its name.
fn read(one: Document) -> (String, Value) {
    let json: Value = serde_json::from_str(&one.sample.json).unwrap();
    assert_eq!(json["synthetic"], true, "{}", one.name);
    (one.name, json)
}

fn ids(items: &Value, of: &str) -> Vec<String> {
    items.as_array().unwrap().iter().map(|item| item[of].as_str().unwrap().to_owned()).collect()
}

/// The numbers of the booklet, as domain.md gives them: two partnerships, Oost and West; 14 boards; over 80 training schools, which
/// are 84 here; more than 400 students, which are 430.
#[test]
fn a_sample_has_the_size_of_the_booklet() {
    let dossier = Dossier::made(1, 1);
    let others: BTreeMap<String, Value> = dossier.others().map(read).collect();
    let portfolios: BTreeMap<String, Value> = dossier.portfolios().map(read).collect();
    assert_eq!(portfolios.len(), 430);
    for (school_year, least, most) in [("2022-2023", 400, 450), ("2023-2024", 430, 430)] {
        let of_year = |side: &str| &others[&format!("syn-{side}-1-{school_year}")];
        let (oost, west) = (of_year("oost"), of_year("west"));
        let both = |list: &str, id: &str| -> BTreeSet<String> {
            let all = [oost, west].map(|one| ids(&one[list], id)).concat();
            let different: BTreeSet<String> = all.iter().cloned().collect();
            assert!(list == "students" || different.len() == all.len(), "{list}");
            different
        };
        assert_eq!((both("boards", "id").len(), both("schools", "id").len()), (14, 84));
        let students = both("students", "student");
        assert!((least..=most).contains(&students.len()), "{school_year}: {}", students.len());
        // Everybody who is there this year has a portfolio, and last year all but those who are gone.
        let gone = students.iter().filter(|student| !portfolios.contains_key(*student)).count();
        assert_eq!(gone, if school_year == "2023-2024" { 0 } else { 2 * (42 + 12) });
        for list in ["agreements", "trainerDays", "meetings", "exhibitions", "qualityLayers", "learningCommunities"] {
            assert!([oost, west].iter().all(|one| !one[list].as_array().unwrap().is_empty()), "{list}");
        }
        for role in ["mentor", "school-trainer", "institute-trainer", "school-leader", "subject-expert", "board-member"]
        {
            assert!(oost["persons"].to_string().contains(&format!("\"{role}\"")), "{role}");
        }
    }
    assert_eq!(others.len(), 6);
    let mut years: BTreeMap<u64, usize> = BTreeMap::new();
    for portfolio in portfolios.values() {
        let last = portfolio["student"]["years"].as_array().unwrap().last().unwrap();
        *years.entry(last["studyYear"].as_u64().unwrap()).or_default() += 1;
    }
    assert!(years.len() == 4 && years.values().all(|students| *students > 80), "{years:?}");
    // Some repeat a study year or interrupt the study, are employed or go abroad.
    let all: String = portfolios.values().map(Value::to_string).collect();
    assert!(["\"repeats\"", "\"interruptions\"", "\"lio\"", "\"abroad\""].iter().all(|word| all.contains(word)));
}

/// Samples of one dossier have nothing in common but the curriculum and the knowledge base.
#[test]
fn a_larger_dossier_has_more_samples() {
    let dossier = Dossier::made(1, 2);
    let names: Vec<String> = dossier.others().chain(dossier.portfolios()).map(|one| one.name).collect();
    assert_eq!(names.len(), 2 + 2 * 4 + 2 * 430);
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    let one: Vec<String> = Dossier::made(1, 1).others().map(|one| one.sample.json).collect();
    let two: Vec<String> = dossier.others().map(|one| one.sample.json).collect();
    assert_eq!(two[..6], one, "the first sample is the same however many there are");
    let schools = |at: usize| ids(&serde_json::from_str::<Value>(&two[at]).unwrap()["schools"], "id");
    assert!(schools(2).iter().all(|school| (3..10).step_by(2).skip(1).all(|at| !schools(at).contains(school))));
}

/// SHA-256 of all documents of a dossier with what must be found in them.
fn digest(dossier: Dossier) -> String {
    let mut all = Sha256::new();
    for one in dossier.others().chain(dossier.portfolios()) {
        all.update(&one.name);
        all.update(&one.sample.json);
        all.update(serde_json::to_string(&one.sample.known).unwrap());
    }
    all.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A seed gives the same bytes on every machine and for ever. Who changes the generator on purpose writes the new digests here.
#[test]
fn the_seed_decides_every_byte() {
    let dossier = Dossier::made(1, 1);
    assert_eq!(digest(dossier), "c2e5e8e5bb5b2097fb7aa8962a97b8413e590a9c2dd40bdb49230dbbd7b57280");
    assert_eq!(digest(dossier.with_faults()), "4d1a6634cc132e6919d30cf2474d5316622f98186a305bda90712a8507296da5");
    assert_ne!(digest(Dossier::made(2, 1)), digest(dossier));
}

/// Every document is of its schema.
#[test]
fn the_schema_accepts_every_document() {
    let dossier = Dossier::made(6, 1).with_faults();
    for one in dossier.others().chain(dossier.portfolios().step_by(20)) {
        let schema: Value = serde_json::from_str(&schema(one.kind.key()).unwrap()).unwrap();
        let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let (name, json) = read(one);
        let refused = schema.iter_errors(&json).next().map(|error| error.to_string());
        assert_eq!(refused, None, "{name}");
    }
}

/// The cube that `cargo run --example cube` shows is of the knowledge base of a sample, as `cargo xtask sample-data --partnership`
/// writes it, on the day of the sample.
#[test]
fn the_example_of_the_cube_shows_the_sample() {
    let example =
        |name: &str| fs::read_to_string(format!("{}/../examples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let made = Dossier::made(1, 1).others().find(|one| one.kind == Kind::KnowledgeBase).unwrap();
    assert_eq!(example("data/knowledge-base-sample.json"), made.sample.json + "\n");
    assert!(example("cube.rs").contains(&format!("const SAMPLE_DAY: &str = \"{}\";", Dossier::day())));
}
