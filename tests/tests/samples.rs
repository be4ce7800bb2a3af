//! The hand-made samples give what they were made to give: `examples/data/expected.json`, thought out beforehand.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde::Deserialize;
use twentse_kubus::api::{Finding, Validator, validate};
use twentse_kubus::catalogue;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Expected {
    kind: Option<String>,
    as_of: String,
    findings: BTreeSet<String>,
    verdict: String,
}

fn data(name: &str) -> Vec<u8> {
    fs::read(format!("{}/../examples/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn expected() -> BTreeMap<String, Expected> {
    serde_json::from_slice(&data("expected.json")).unwrap()
}

#[test]
fn every_sample_has_what_was_put_into_it() {
    assert!(expected().len() >= 11);
    for (name, expected) in expected() {
        let validator = Validator::new(None).unwrap();
        let report = validator.validate(&data(&name), &expected.as_of, None, expected.kind.as_deref()).unwrap();
        let found: BTreeSet<String> = report.findings().iter().map(Finding::code).map(str::to_owned).collect();
        // A rule that is still to be written finds nothing.
        let (there, to_come): (BTreeSet<String>, BTreeSet<String>) =
            expected.findings.into_iter().partition(|code| catalogue::find(code).is_some());
        assert_eq!(found, there, "{name}");
        assert!(report.verdict() == expected.verdict || !to_come.is_empty(), "{name}: {}", report.verdict());
        if expected.verdict == "meets" {
            let worse = report.findings().iter().find(|finding| finding.severity() != "info");
            assert_eq!(worse, None, "{name} is on course");
        }
        for lang in ["nl", "nl-plain", "en"] {
            assert!(!report.render(lang).unwrap().contains('…'), "{name}: a fact is missing in {lang}");
        }
    }
}

/// What a person reads: the report of the faulty sample in every language.
#[test]
fn the_report_of_the_faulty_sample_as_people_read_it() {
    let day = expected().remove("faulty.json").unwrap().as_of;
    let report = validate(&data("faulty.json"), &day).unwrap();
    // The example, whose output the README shows, judges the sample on the same day.
    let example = String::from_utf8(data("../validate.rs")).unwrap();
    assert!(example.contains(&format!("const SAMPLE_DAY: &str = \"{day}\";")), "{day}");
    for lang in ["nl", "nl-plain", "en"] {
        insta::assert_snapshot!(format!("faulty-{lang}"), report.render(lang).unwrap());
    }
}

/// The same of the faulty curriculum.
#[test]
fn the_report_of_the_faulty_curriculum_as_people_read_it() {
    let day = expected().remove("curriculum-faulty.json").unwrap().as_of;
    let validator = Validator::new(None).unwrap();
    let report = validator.validate(&data("curriculum-faulty.json"), &day, None, Some("curriculum")).unwrap();
    for lang in ["nl", "nl-plain", "en"] {
        insta::assert_snapshot!(format!("curriculum-faulty-{lang}"), report.render(lang).unwrap());
    }
}

/// The same of the faulty partnership.
#[test]
fn the_report_of_the_faulty_partnership_as_people_read_it() {
    let day = expected().remove("partnership-faulty.json").unwrap().as_of;
    let validator = Validator::new(None).unwrap();
    let report = validator.validate(&data("partnership-faulty.json"), &day, None, Some("partnership")).unwrap();
    for lang in ["nl", "nl-plain", "en"] {
        insta::assert_snapshot!(format!("partnership-faulty-{lang}"), report.render(lang).unwrap());
    }
}

/// The same of the faulty knowledge base.
#[test]
fn the_report_of_the_faulty_knowledge_base_as_people_read_it() {
    let day = expected().remove("knowledge-base-faulty.json").unwrap().as_of;
    let validator = Validator::new(None).unwrap();
    let report = validator.validate(&data("knowledge-base-faulty.json"), &day, None, Some("knowledge-base")).unwrap();
    for lang in ["nl", "nl-plain", "en"] {
        insta::assert_snapshot!(format!("knowledge-base-faulty-{lang}"), report.render(lang).unwrap());
    }
}
