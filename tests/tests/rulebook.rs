//! What an overlay changes, on which days, and what a summary makes of it.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::path::Path;

use twentse_kubus::api::{Error, Report, Summary, Validator};

/// A placement that began on 1 September and has no mentor: from the 16th on that is due (TK-P105, 14 days).
const DOCUMENT: &str = r#"{"format":"twentse-kubus/portfolio@1","student":{"id":"s"},"placements":[{"id":"p","period":{"from":"2023-09-01"}}]}"#;

const ABOUT_P: &str = r#""rule":"TK-P105","document":{"kind":"portfolio","id":"s"},"subject":{"kind":"placement","id":"p"},"reason":"a","owner":"b""#;

fn validator(overlay: &str) -> Validator {
    Validator::new(Some(overlay.as_bytes())).unwrap()
}

fn judge(overlay: &str, day: &str) -> Report {
    validator(overlay).validate(DOCUMENT.as_bytes(), day, None, None).unwrap()
}

/// The answer of TK-P105, and why.
fn said(overlay: &str, day: &str) -> String {
    let report = judge(overlay, day);
    let outcome = report.outcomes().iter().find(|outcome| outcome.code() == "TK-P105");
    outcome.map_or("unlisted".to_owned(), |one| format!("{} {}", one.outcome(), one.reason().unwrap_or_default()))
}

fn faults(overlay: &str) -> Vec<String> {
    let refused = Validator::new(Some(overlay.as_bytes()));
    if let Err(Error::InvalidRulebook(faults)) = refused { faults } else { Vec::new() }
}

/// As a document that is no JSON is (TK-R001): by what it is instead, where that is plain to see.
#[test]
fn what_is_no_json_is_named() {
    for (overlay, instead) in
        [("rulebook.json", "file-name"), ("", "empty"), ("<rulebook/>", "xml"), ("PK\u{3}\u{4}", "compressed")]
    {
        let faults = faults(overlay);
        assert!(
            matches!(&faults[..], [one] if one.starts_with("not JSON, at line 1 column ") && one.ends_with(&format!("; instead it is: `{instead}`"))),
            "{overlay}: {faults:?}"
        );
    }
    assert_eq!(faults("{"), ["not JSON, at line 1 column 2"]);
}

#[test]
fn a_rulebook_asks_what_it_extends() {
    assert_eq!(said("{}", "2023-09-20"), "not-met ");
    assert_eq!(said(r#"{"extends":"twente"}"#, "2023-09-20"), "not-met ");
    // The booklet requires a mentor, no law does.
    assert_eq!(said(r#"{"extends":"statutory"}"#, "2023-09-20"), "disabled not-in-rulebook");
    assert_eq!(said(r#"{"disable":{"TK-P105":"te vroeg"}}"#, "2023-09-20"), "disabled by-rulebook");
    assert_eq!(said(r#"{"severity":{"placement-without-mentor":"off"}}"#, "2023-09-20"), "disabled off-by-default");
    assert_eq!(said(r#"{"only":["TK-P101"]}"#, "2023-09-20"), "unlisted");
    assert_eq!(said(r#"{"only":["placement-without-mentor"]}"#, "2023-09-20"), "not-met ");
    // Reading is the same under all of them.
    for extends in ["twente", "statutory"] {
        let report =
            validator(&format!(r#"{{"extends":"{extends}"}}"#)).validate(b"[]", "2023-09-20", None, None).unwrap();
        assert_eq!(report.findings().first().unwrap().code(), "TK-R005", "{extends}");
    }
}

/// A window holds both of its ends; of several that hold a day the last counts.
#[test]
fn a_norm_holds_in_its_window() {
    let window = |from: &str, until: &str| {
        format!(r#"{{"norms":{{"TK-P105.grace_days":[{{"value":0,"from":"{from}","until":"{until}"}}]}}}}"#)
    };
    // The norm of the placement's first day counts: with no grace it is due on the second day.
    for (from, until, expected) in [
        ("2023-09-01", "2023-09-01", "not-met "),
        ("2023-08-01", "2023-09-01", "not-met "),
        ("2023-09-01", "2023-12-31", "not-met "),
        ("2023-09-02", "2023-12-31", "not-yet "),
        ("2023-08-01", "2023-08-31", "not-yet "),
    ] {
        assert_eq!(said(&window(from, until), "2023-09-02"), expected, "{from} {until}");
    }
    assert_eq!(faults(&window("2023-09-02", "2023-09-01")).len(), 1);
    let two = r#"{"norms":{"TK-P105.grace_days":[{"value":0},{"value":30,"from":"2023-09-01"}]}}"#;
    assert_eq!(said(two, "2023-09-20"), "not-yet ");
}

#[test]
fn every_value_of_a_norm_has_its_fingerprint() {
    let of = |days: u32| validator(&format!(r#"{{"norms":{{"TK-P105.grace_days":{days}}}}}"#)).fingerprint().to_owned();
    let three = [of(1), of(2), of(14)];
    assert!(three[0] != three[1] && three[1] != three[2] && three[0] != three[2]);
    assert_eq!(of(2), three[1]);
    assert_ne!(validator("{}").fingerprint(), three[2], "what is set is told, if to what it was");
}

/// A waiver holds on its last day, and has expired on the day after.
#[test]
fn a_waiver_holds_until_its_last_day() {
    let overlay = format!(r#"{{"waive":[{{{ABOUT_P},"until":"2023-09-20"}}]}}"#);
    let waived = |day: &str| judge(&overlay, day).counts().waived;
    assert_eq!((waived("2023-09-19"), waived("2023-09-20"), waived("2023-09-21")), (1, 1, 0));
    let uses = |day: &str| {
        let validator = validator(&overlay);
        let mut summary = validator.summary();
        validator.add(&mut summary, &judge(&overlay, day)).unwrap();
        let json = summary.to_json();
        json.split_once(r#""waivers":"#).unwrap().1.to_owned()
    };
    assert_eq!(uses("2023-09-20"), r#"{"applied":1,"expired":0,"unmatched":0,"uses":[[1,0]]}}"#);
    assert_eq!(uses("2023-09-21"), r#"{"applied":0,"expired":1,"unmatched":0,"uses":[[0,1]]}}"#);
    // Nothing was found yet that it could be for.
    assert_eq!(uses("2023-08-31"), r#"{"applied":0,"expired":0,"unmatched":1,"uses":[[0,0]]}}"#);
}

/// Merging adds up everything that a summary counts, whichever comes first.
#[test]
fn merged_summaries_add_up() {
    let overlay = format!(r#"{{"waive":[{{{ABOUT_P},"until":"2023-09-20"}},{{{ABOUT_P},"until":"2023-09-10"}}]}}"#);
    let validator = validator(&overlay);
    let unread = r#"{"format":"twentse-kubus/portfolio@1","student":{"id":"s"},"goals":[0,0,{"id":"g","kind":"learning-goal","text":"a"}]}"#;
    let days = ["2023-09-20", "2023-09-21", "2023-08-31"];
    let one = |document: &str, day: &str| {
        let mut summary = validator.summary();
        validator.add(&mut summary, &validator.validate(document.as_bytes(), day, None, None).unwrap()).unwrap();
        summary
    };
    let parts: Vec<Summary> =
        days.iter().map(|day| one(DOCUMENT, day)).chain([one(unread, days[0]), one("{", days[0])]).collect();
    let mut all = validator.summary();
    for (document, day) in days.iter().map(|day| (DOCUMENT, *day)).chain([(unread, days[0]), ("{", days[0])]) {
        validator.add(&mut all, &validator.validate(document.as_bytes(), day, None, None).unwrap()).unwrap();
    }
    let forward = parts.iter().fold(Summary::default(), |sum, part| sum.merge(part).unwrap());
    let backward = parts.iter().rev().fold(Summary::default(), |sum, part| part.merge(&sum).unwrap());
    assert_eq!((&forward, &backward), (&all, &all));
    let json = all.to_json();
    // Two goals and one whole document were not read; the first waiver lasts longer, so the second never counts.
    for told in [r#""documents":5"#, r#""unchecked":3"#, r#""TK-R005":2"#, r#""TK-R001":1"#, r#""uses":[[1,1],[0,0]]"#]
    {
        assert!(json.contains(told), "{told} {json}");
    }
}

/// What a rule counts for in one rulebook says nothing of another: summaries and reports of two are not added up, a stored
/// one included, and what was summed up before stays as it was.
#[test]
fn summaries_of_two_rulebooks_are_not_merged() {
    let (seven, ten) =
        (validator(r#"{"norms":{"TK-P105.grace_days":7}}"#), validator(r#"{"norms":{"TK-P105.grace_days":10}}"#));
    let of = |validator: &Validator| validator.validate_many(&[DOCUMENT], "2023-09-20", None, None).unwrap();
    let (mut first, second) = (of(&seven).summary, of(&ten));
    let stored = Summary::from_json(&second.summary.to_json()).unwrap();
    assert_eq!(stored, second.summary);
    for other in [&second.summary, &stored, &ten.summary()] {
        assert_eq!(first.merge(other), Err(Error::OtherRulebook));
        assert_eq!(other.merge(&first), Err(Error::OtherRulebook));
    }
    let before = first.to_json();
    assert_eq!(seven.add(&mut first, &second.reports[0]), Err(Error::OtherRulebook));
    assert_eq!(first.to_json(), before);
    // A summary of nothing that no validator made is of whichever it is merged with.
    assert_eq!(Summary::default().merge(&first).unwrap().to_json(), before);
    assert!(before.starts_with(&format!(r#"{{"rulebook":"{}","documents":1,"#, seven.fingerprint())), "{before}");
}

/// The page on rulebooks shows overlays: each builds, changes the fingerprint, and every key of an overlay is shown. So do
/// the two examples.
#[test]
fn the_overlays_of_the_page_and_the_examples_build() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let page = std::fs::read_to_string(root.join("docs/rulebook.md")).unwrap();
    let mut overlays: Vec<String> =
        page.split("```json overlay\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect();
    assert!(overlays.len() >= 6, "{}", overlays.len());
    for name in ["oids-twente-oost", "oids-twente-west"] {
        let path = root.join(format!("examples/data/rulebooks/{name}.json"));
        overlays.push(std::fs::read_to_string(path).unwrap());
    }
    let shipped = validator("{}");
    for overlay in &overlays {
        assert_ne!(validator(overlay).fingerprint(), shipped.fingerprint(), "{overlay}");
    }
    for key in ["norms", "severity", "disable", "only", "waive"] {
        assert!(overlays.iter().any(|overlay| overlay.contains(&format!("\"{key}\""))), "{key}");
    }
}
