//! What bindings need of a finding and of a validator, as JSON and numbers.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use twentse_kubus::api::{Error, Finding, Validator};

const DAY: &str = "2024-05-15";

/// Two goals with one id: TK-R011 is about the second, and about the first with it. Two study years at one school:
/// TK-P101 is about the second placement.
const TWICE: &str = r#"{"format":"twentse-kubus/portfolio@1","student":{"id":"s-1"},"goals":[
    {"id":"g-1","kind":"learning-goal","text":"Een les rustig beginnen."},
    {"id":"g-1","kind":"learning-goal","text":"Een ander doel."}],"placements":[
    {"id":"pl-1","schoolYear":"2021-2022","studyYear":1,"school":"12AB"},
    {"id":"pl-2","schoolYear":"2022-2023","studyYear":2,"school":"12AB"}]}"#;

fn finding(validator: &Validator, code: &str) -> Finding {
    let report = validator.validate(TWICE.as_bytes(), DAY, None, None).unwrap();
    report.findings().iter().find(|finding| finding.code() == code).unwrap().clone()
}

#[test]
fn a_finding_tells_other_places_and_the_waiver_it_stands_under() {
    let found = finding(&Validator::new(None).unwrap(), "TK-R011");
    assert_eq!(found.path(), "/goals/1/id");
    assert_eq!(found.related_json(), r#"[{"role":"first","path":"/goals/0/id"}]"#);
    assert_eq!(found.waiver_json(), None);

    let waive = |subject: &str| {
        let of = r#""document":{"kind":"portfolio","id":"s-1"}"#;
        let about = format!(r#""subject":{{"kind":"placement","id":"{subject}"}}"#);
        format!(r#"{{"rule":"TK-P101",{of},{about},"reason":"a","owner":"b","until":"2024-07-31"}}"#)
    };
    let overlay = format!(r#"{{"waive":[{},{}]}}"#, waive("pl-1"), waive("pl-2"));
    let found = finding(&Validator::new(Some(overlay.as_bytes())).unwrap(), "TK-P101");
    assert_eq!(found.waiver_json().as_deref(), Some(r#"{"index":1,"until":"2024-07-31"}"#));
}

#[test]
fn a_validator_tells_the_most_bytes_of_a_day() {
    // The shipped rulebook says 64 MiB (TK-R010).
    assert_eq!(Validator::new(None).unwrap().max_bytes(DAY), Ok(64 << 20));
    let overlay = r#"{"norms":{"TK-R010.max_bytes":[{"value":50,"from":"2024-05-16"}]}}"#;
    let windows = Validator::new(Some(overlay.as_bytes())).unwrap();
    assert_eq!(windows.max_bytes(DAY), Ok(64 << 20));
    assert_eq!(windows.max_bytes("2024-05-16"), Ok(50));
    assert_eq!(windows.max_bytes("tomorrow"), Err(Error::InvalidDate));
}
