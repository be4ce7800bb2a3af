//! Stored reports, findings and summaries: what is spoilt is refused, or is another report that would have been written so.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::BTreeMap;
use std::path::Path;

use twentse_kubus::api::{Finding, Report, Summary, Validator};
use twentse_kubus_conformance::ordered::Ordered;
use twentse_kubus_conformance::vectors::{Vector, all};

const LANGUAGES: [&str; 3] = ["nl", "nl-plain", "en"];

/// Values of every type, and words that are elsewhere in reports.
fn others() -> Vec<Ordered> {
    let leaves = [
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "7",
        "1000000000000000000",
        "\"\"",
        "\"x y\"",
        "\"…\"",
        "\"2024-02-30\"",
        "\"2024-01-01\"",
        "\"error\"",
        "\"met\"",
        "\"TK-P101\"",
        "\"TK-R004\"",
        "\"/goals/0\"",
        "\"/goals/-1\"",
        "\"/goals/00\"",
        "\"/nowhere\"",
        "\"student\"",
        "\"unreadable-part\"",
        "\"portfolio\"",
        "\"2023-2024\"",
    ];
    let leaves = leaves.map(|leaf| Ordered::Leaf(leaf.to_owned()));
    leaves.into_iter().chain([Ordered::List(Vec::new()), Ordered::Object(Vec::new())]).collect()
}

/// What a report is like: which members and values of which types it has; those that are alike tell the same.
fn kind(report: &Report) -> String {
    let mut kind: Vec<String> = report
        .findings()
        .iter()
        .map(|finding| {
            let facts: Vec<&str> = finding.facts.iter().map(|(name, _)| name).collect();
            format!(
                "{} {facts:?} {} {} {} {}",
                finding.code(),
                finding.related.len(),
                finding.waiver.is_some(),
                finding.due.is_some(),
                finding.draft
            )
        })
        .chain(report.outcomes().iter().map(|outcome| format!("{} {:?}", outcome.outcome(), outcome.reason())))
        .chain(report.unchecked().iter().map(|part| part.reason().to_owned()))
        .collect();
    kind.sort();
    kind.dedup();
    kind.join("\n")
}

/// The reports of the vectors, one of each kind, the shortest.
fn reports() -> Vec<(Vector, Report)> {
    let mut kinds: BTreeMap<String, (Vector, Report)> = BTreeMap::new();
    for vector in all(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"))).unwrap() {
        let report = vector.run().unwrap();
        let length = |report: &Report| report.to_json().len();
        let kind = kind(&report);
        if kinds.get(&kind).is_none_or(|(_, known)| length(&report) < length(known)) {
            kinds.insert(kind, (vector, report));
        }
    }
    kinds.into_values().collect()
}

/// Every place of every kind of report, spoilt in every way: refused, or read back to exactly those bytes, with sentences that
/// lack nothing.
#[test]
fn a_spoilt_report_is_refused_or_is_another_report() {
    let (mut refused, mut taken) = (0_usize, BTreeMap::<String, usize>::new());
    let reports = reports();
    // The stories list every outcome, each of which is spoilt in the small ones.
    for (vector, report) in reports.iter().filter(|(_, report)| report.outcomes().len() < 5) {
        let mut stored = Ordered::parse(&report.to_json()).unwrap();
        stored.spoilt(&others(), &mut |what, text| {
            if text == report.to_json() {
                return;
            }
            let Ok(read) = Report::from_json(text) else {
                refused += 1;
                return;
            };
            *taken.entry(what.to_owned()).or_default() += 1;
            assert_eq!(read.to_json(), text, "{}: {what}", vector.name);
            for language in LANGUAGES {
                let said = read.render(language).unwrap();
                assert!(!said.contains('…'), "{}: {what}\n{text}\n{said}", vector.name);
            }
        });
    }
    assert!(refused > 100_000, "{refused}");
    // Where members are fewer, more, repeated, renamed or in another order nothing is taken, but what may be absent may be.
    for what in ["a member twice", "a member renamed", "a member more", "another number"] {
        assert!(taken.get(what).is_none_or(|times| what == "another number" && *times < 1_000), "{what}: {taken:?}");
    }
}

#[test]
fn a_spoilt_finding_is_refused_or_is_another_finding() {
    let mut refused = 0_usize;
    let mut seen = std::collections::BTreeSet::new();
    for (vector, report) in reports() {
        for finding in report.findings() {
            let facts: Vec<&str> = finding.facts.iter().map(|(name, _)| name).collect();
            let kind = format!(
                "{} {facts:?} {} {} {} {}",
                finding.code(),
                finding.related.len(),
                finding.waiver.is_some(),
                finding.due.is_some(),
                finding.draft
            );
            if !seen.insert(kind) {
                continue;
            }
            let json = finding.to_json();
            assert_eq!(Finding::from_json(&json).as_ref(), Ok(finding), "{}", vector.name);
            Ordered::parse(&json).unwrap().spoilt(&others(), &mut |what, text| {
                let Ok(read) = Finding::from_json(text) else {
                    refused += 1;
                    return;
                };
                assert_eq!(read.to_json(), text, "{}: {what}", vector.name);
                for language in LANGUAGES {
                    assert!(!read.message(language).unwrap().contains('…'), "{}: {what}\n{text}", vector.name);
                }
            });
        }
    }
    assert!(refused > 10_000, "{refused}");
}

#[test]
fn a_spoilt_summary_is_refused_or_is_another_summary() {
    let waive = r#"{"waive":[
        {"rule":"TK-P105","document":{"kind":"portfolio","id":"s"},"reason":"a","owner":"b","until":"2030-01-01","subject":{"kind":"placement","id":"p"}},
        {"rule":"TK-P303","document":{"kind":"portfolio","id":"s"},"reason":"a","owner":"b","until":"2020-01-01","subject":{"kind":"design","id":"d"}},
        {"rule":"TK-P303","document":{"kind":"portfolio","id":"other"},"reason":"a","owner":"b","until":"2020-01-01"}]}"#;
    let document = r#"{"format":"twentse-kubus/portfolio@1","student":{"id":"s"},"placements":[{"id":"p","period":{"from":"2023-09-01"}}],"designs":[{"id":"d"}],"goals":[0]}"#;
    let validator = Validator::new(Some(waive.as_bytes())).unwrap();
    let summary = validator.validate_many(&[document, "{}"], "2024-05-15", None, None).unwrap().summary;
    let json = summary.to_json();
    // One waiver in force met a finding, one expired would have, one met none.
    assert!(
        json.ends_with(r#""waivers":{"applied":1,"expired":1,"unmatched":1,"uses":[[1,0],[0,1],[0,0]]}}"#),
        "{json}"
    );
    let mut refused = 0_usize;
    Ordered::parse(&json).unwrap().spoilt(&others(), &mut |what, text| match Summary::from_json(text) {
        Ok(read) => assert_eq!(read.to_json(), text, "{what}"),
        Err(_) => refused += 1,
    });
    assert!(refused > 1_000, "{refused}");
    assert_eq!(Summary::from_json(&json).as_ref(), Ok(&summary));
}

/// White space and escapes are the writer's business: what says the same is the same report.
#[test]
fn a_stored_report_may_be_written_otherwise() {
    let (_, report) = reports().into_iter().next().unwrap();
    let spaced = report.to_json().replace("\",\"", "\",\n \"").replace("\"code\":\"T", "\"\\u0063ode\" : \"\\u0054");
    assert_ne!(spaced, report.to_json());
    assert_eq!(Report::from_json(&spaced).as_ref(), Ok(&report));
}

/// Counts, verdict and findings that contradict one another are no report's.
#[test]
fn a_report_that_contradicts_itself_is_refused() {
    let document = r#"{"format":"twentse-kubus/portfolio@1","student":{"id":"s"},"goals":[0,0]}"#;
    let stored =
        Validator::new(None).unwrap().validate(document.as_bytes(), "2024-05-15", None, None).unwrap().to_json();
    assert!(Report::from_json(&stored).is_ok());
    for (stands, spoilt) in [
        (r#""error":2"#, r#""error":1"#),
        (r#""error":2"#, r#""error":3"#),
        (r#""warning":0"#, r#""warning":1"#),
        (r#""verdict":"undecided""#, r#""verdict":"meets""#),
        ("/goals/0", "/goals/2"),
        ("twente+statutory", "een tekst"),
    ] {
        assert!(stored.contains(stands), "{stands}");
        assert!(Report::from_json(&stored.replacen(stands, spoilt, 1)).is_err(), "{stands} {spoilt}");
    }
}

/// A draft is at most information and has no last day; what is none does not say so. A name is that of the place it is about.
#[test]
fn a_finding_that_contradicts_itself_is_refused() {
    let document = r#"{"format":"twentse-kubus/portfolio@1","student":{"id":"s","years":[{"studyYear":1}]},
        "designs":[{"id":"d","state":"draft"}],"evidence":[{"id":"e","kind":"vidoe"}],"goalz":1}"#;
    let report = Validator::new(None).unwrap().validate(document.as_bytes(), "2024-05-15", None, None).unwrap();
    for (code, stands, spoilt) in [
        ("TK-P303", r#""severity":"info""#, r#""severity":"error""#),
        ("TK-P303", r#""draft":true"#, r#""draft":false"#),
        ("TK-P303", r#""draft":true"#, r#""draft":null"#),
        ("TK-P303", r#""draft":true"#, r#""due":"2024-05-15","draft":true"#),
        ("TK-R003", r#""member":"schoolYear""#, r#""member":"studyYear""#),
        ("TK-R004", r#""near":"goals""#, r#""near":"schoolYear""#),
        ("TK-R006", r#""allowed":["video""#, r#""allowed":["learning-goal""#),
    ] {
        let finding = report.findings().iter().find(|finding| finding.code() == code).unwrap().to_json();
        assert!(finding.contains(stands), "{stands}: {finding}");
        assert!(Finding::from_json(&finding).is_ok(), "{finding}");
        assert!(Finding::from_json(&finding.replacen(stands, spoilt, 1)).is_err(), "{spoilt}");
    }
}
