//! Every vector gives its blessed bytes, and its rule answers what was thought out.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use twentse_kubus::api::{Report, Summary, Validator};
use twentse_kubus_conformance::vectors::{all, lock, sha256};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"))
}

#[test]
fn every_vector_gives_its_bytes() {
    let vectors = all(root()).unwrap();
    let mut hashes = String::new();
    let mut failed = Vec::new();
    for vector in &vectors {
        let report = vector.run().unwrap();
        let body = report.body_json();
        writeln!(hashes, "{} {}", vector.name, sha256(body.as_bytes())).unwrap();
        if vector.blessed().unwrap() != body.as_bytes() {
            failed.push(vector.name.clone());
        }
        if let Err(fault) = vector.hold(&report) {
            failed.push(fault.to_string());
        }
    }
    let folder = root().join("../../target/vectors");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("rust.sha256"), hashes).unwrap();
    println!("{} vectors, {} failed", vectors.len(), failed.len());
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn the_lock_holds() {
    let locked = fs::read_to_string(root().join("vectors.lock")).unwrap();
    let locked: BTreeMap<String, String> = locked
        .lines()
        .map(|line| line.split_once(' ').map(|(name, hash)| (name.to_owned(), hash.to_owned())).unwrap())
        .collect();
    assert_eq!(lock(&all(root()).unwrap()).unwrap(), locked, "changed vectors need `cargo xtask bless --because`");
}

/// Every rule fires, stays silent on a near miss, and each case says what it shows.
#[test]
fn every_rule_has_its_cases() {
    let vectors = all(root()).unwrap();
    for rule in twentse_kubus::rules::portfolio_rules() {
        let cases: Vec<&str> =
            vectors.iter().filter(|vector| vector.code == rule.code).map(|vector| vector.name.as_str()).collect();
        for kind in ["fires", "near-miss"] {
            assert!(cases.iter().any(|case| case.contains(kind)), "{} has no case `{kind}`: {cases:?}", rule.code);
        }
    }
    for vector in &vectors {
        assert!(vector.case.shows.len() > 10, "{} says not what it shows", vector.name);
        assert!(twentse_kubus::rules::find(&vector.code).is_some(), "{} is about no rule", vector.name);
    }
}

/// A check that always answers `met` is found out by a vector that fires.
#[test]
fn a_check_that_says_met_fails_a_vector() {
    let vectors = all(root()).unwrap();
    for rule in twentse_kubus::rules::portfolio_rules() {
        let told = vectors.iter().filter(|vector| vector.code == rule.code).any(|vector| {
            let report = vector.run().unwrap();
            // Were the check replaced by `met`, the report would hold neither this answer nor these findings.
            report.outcomes().iter().any(|outcome| outcome.code == rule.code && outcome.outcome() == "not-met")
                && report.findings().iter().any(|finding| finding.code == rule.code)
        });
        assert!(told, "no vector of {} would fail", rule.code);
    }
}

/// A stored report is the same report, with the same sentences, when it is read back.
#[test]
fn every_report_can_be_stored_and_read_back() {
    let mut documents = Vec::new();
    for vector in all(root()).unwrap() {
        let report = vector.run().unwrap();
        let again = Report::from_json(&report.to_json()).unwrap();
        assert_eq!(again, report, "{}", vector.name);
        assert_eq!(again.render("nl-plain").unwrap(), report.render("nl-plain").unwrap());
        documents.push(vector.document);
    }
    let summary = Validator::new(None).unwrap().validate_many(&documents, "2024-05-15", None).unwrap().summary;
    assert_eq!(Summary::from_json(&summary.to_json()).unwrap(), summary);
    assert!(Report::from_json("{}").is_err() && Summary::from_json("{}").is_err());
}
