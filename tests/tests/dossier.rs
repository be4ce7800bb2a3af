//! The dossier in the size of the booklet's partnership: its documents agree with one another, and found is what was planted.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use serde_json::Value;
use twentse_kubus::{Finding, Report, Severity, Validator, parse_date};
use twentse_kubus_conformance::samples::dossier::{Document, Dossier};
use twentse_kubus_conformance::samples::Planted;
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

/// Holds that in each document of a dossier what was planted is found on the reference day, and nothing else. Gives the rules planted.
fn hold_planted(dossier: Dossier) -> BTreeSet<&'static str> {
    let validator = validator(dossier);
    let mut codes = BTreeSet::new();
    for one in dossier.others().chain(dossier.portfolios()) {
        let report = judge(&validator, &one, Dossier::day());
        let known = &one.sample.known;
        assert_eq!(Planted::found_in(&report), known.planted, "{}", one.name);
        codes.extend(known.planted.iter().map(|fault| fault.code));
    }
    codes
}

#[test]
fn debug() {
    for seed in 1..30 {
    let dossier = Dossier::made(seed, 1).with_faults();
    let validator = validator(dossier);
    for one in dossier.others().chain(dossier.portfolios()) {
        let report = judge(&validator, &one, Dossier::day());
        let found = Planted::found_in(&report);
        let p = &one.sample.known.planted;
        let v = serde_json::to_value(report.verdict()).unwrap() == one.sample.known.verdict;
        if found != *p || !v || !report.unchecked().is_empty() {
            let codes = p.iter().map(|x| x.code).collect::<Vec<_>>();
            let extra = found.iter().filter(|x| !p.contains(x)).map(|x| format!("{}:{}",x.code,x.path)).collect::<Vec<_>>();
            let missing = p.iter().filter(|x| !found.contains(x)).map(|x| format!("{}:{}",x.code,x.path)).collect::<Vec<_>>();
            eprintln!("MIS {codes:?} EXTRA {extra:?} MISSING {missing:?} verdict {v} {:?} UNCH {:?} {}", report.verdict(), report.unchecked().len(), one.name);
        }
    }
    }
}
