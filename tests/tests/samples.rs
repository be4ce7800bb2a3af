//! The hand-made samples give what they were made to give.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::BTreeSet;
use std::fs;

use twentse_kubus::api::{Report, validate};

fn sample(name: &str, as_of: &str) -> Report {
    let file = format!("{}/../examples/data/{name}.json", env!("CARGO_MANIFEST_DIR"));
    validate(&fs::read(file).unwrap(), as_of).unwrap()
}

#[test]
fn students_who_are_on_course_meet_everything_for_their_moment() {
    for (name, as_of) in [("year-1", "2024-05-15"), ("year-2", "2024-05-15"), ("year-3", "2024-05-15")] {
        let report = sample(name, as_of);
        let worse: Vec<_> = report.findings().iter().filter(|finding| finding.severity() != "info").collect();
        assert!(worse.is_empty(), "{name}: {worse:?}");
        assert_eq!(report.verdict(), "meets", "{name}");
    }
}

/// The faults that were worked into the sample of year 3, by the rule that each of them offends.
#[test]
fn the_faulty_sample_has_the_faults_that_were_put_in() {
    let planted = [
        "TK-P101", "TK-P105", "TK-P201", "TK-P203", "TK-P204", "TK-P303", "TK-P309", "TK-P402", "TK-P404", "TK-P405",
        "TK-P501", "TK-P502", "TK-P503", "TK-P504", "TK-P602", "TK-P606",
    ];
    let report = sample("faulty", "2024-05-15");
    let found: BTreeSet<&str> = report
        .findings()
        .iter()
        .filter(|one| one.severity() != "info")
        .map(twentse_kubus::api::Finding::code)
        .collect();
    assert_eq!(found, BTreeSet::from(planted));
    assert_eq!(report.verdict(), "falls-short");
    for lang in ["nl", "nl-plain", "en"] {
        assert!(!report.render(lang).unwrap().contains('…'), "a fact is missing in {lang}");
    }
}
