//! Nothing that a person wrote is echoed: a marker in every text, under every unknown key and in the place of every
//! value shows up in no output.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use serde_json::{Map, Value, json};
use twentse_kubus::documents::{Kind, parse_date};
use twentse_kubus::grammar::{Closed as _, Shape};
use twentse_kubus::{Finding, Lang, Validator, api};
use twentse_kubus_conformance::kinds::{KINDS, OfKind};
use twentse_kubus_conformance::samples::Sample;

/// No fit id, word, date or name of a member, so that it may be nowhere in an output.
const MARKER: &str = "GEHEIM van een kind";

/// Everything that the library says about a document, in one text.
fn said_about(of: &OfKind, validator: &Validator, document: &str, as_of: &str) -> String {
    let day = parse_date(as_of).unwrap();
    let report = of.judge(validator, document.as_bytes(), day);
    let mut said = vec![report.body_json(), report.to_json(), format!("{report:?}")];
    for lang in ["nl", "nl-plain", "en"] {
        said.push(report.render(Lang::parse(lang).unwrap()));
        said.extend(report.findings().iter().map(|finding| finding.message(lang).unwrap()));
    }
    let mut summary = validator.summary();
    validator.add(&mut summary, &report).unwrap();
    said.extend([summary.to_json(), format!("{summary:?}")]);
    let of_api = api::Validator::new(None).unwrap();
    let of_api = of_api.validate(document.as_bytes(), as_of, None, Some(of.kind.key())).unwrap();
    said.extend(of_api.findings().iter().map(api::Finding::facts_json));
    said.push(format!("{:?}", of_api.places(document.as_bytes())));
    said.extend(of.read(document).err().map(|error| format!("{error} {error:?}")));
    said.extend(api::Report::from_json(document).err().map(|error| format!("{error} {error:?}")));
    said.join("\n")
}

#[track_caller]
fn nothing_is_echoed(of: &OfKind, validator: &Validator, document: &str, as_of: &str) {
    assert!(document.contains(MARKER), "the document holds the marker");
    let said = said_about(of, validator, document, as_of);
    let echoed = said.lines().find(|line| line.contains("GEHEIM"));
    assert_eq!(echoed, None, "{document}");
}

/// The paths of all values, with what each is to look like.
fn places(value: &Value, shape: Shape, path: &str, into: &mut Vec<(String, Shape)>) {
    into.push((path.to_owned(), shape));
    match (shape, value) {
        (Shape::Record(record), Value::Object(members)) => {
            let known = record.members.iter().filter_map(|member| Some((member, members.get(member.name)?)));
            known.for_each(|(member, value)| places(value, member.shape, &format!("{path}/{}", member.name), into));
        }
        (Shape::List(item), Value::Array(items)) => {
            let numbered = items.iter().enumerate();
            numbered.for_each(|(at, value)| places(value, *item, &format!("{path}/{at}"), into));
        }
        _ => {}
    }
}

/// A document, its reference day, and its places.
type Marked = (Value, String, Vec<(String, Shape)>);

/// Documents with faults, so that as many rules as can be speak up.
fn samples(of: &OfKind, number: u64) -> Vec<Marked> {
    with_places(of, (of.generate)(number, 61, 1.0))
}

fn with_places(of: &OfKind, samples: impl Iterator<Item = Sample>) -> Vec<Marked> {
    let made = samples.map(|Sample { json, known }| {
        let document = serde_json::from_str(&json).unwrap();
        let mut all = Vec::new();
        places(&document, of.shape, "", &mut all);
        (document, known.as_of, all)
    });
    made.collect()
}

#[test]
fn a_marker_in_every_text_is_not_echoed() {
    let validator = Validator::builder().build().unwrap();
    for of in &KINDS {
        let mut marked = 0;
        for (mut document, as_of, all) in samples(of, 60) {
            for (at, (path, _)) in all.iter().enumerate().filter(|(_, (_, shape))| matches!(shape, Shape::Text)) {
                // Each text is another one, so that a person has many names.
                *document.pointer_mut(path).unwrap() = json!(format!("{MARKER} {at}"));
                marked += 1;
            }
            let report = of.judge(&validator, document.to_string().as_bytes(), parse_date(&as_of).unwrap());
            let guises = |finding: &Finding| finding.code() == "TK-R016";
            let has_people = all.iter().any(|(path, _)| path.ends_with("/person"));
            assert_eq!(report.findings().iter().any(guises), has_people, "names are held against each other");
            nothing_is_echoed(of, &validator, &document.to_string(), &as_of);
        }
        assert!(marked > 1_500, "{}: {marked} texts", of.kind.key());
    }
}

#[test]
fn a_marker_under_an_unknown_key_of_every_object_is_not_echoed() {
    let validator = Validator::builder().build().unwrap();
    for of in &KINDS {
        for (mut document, as_of, all) in samples(of, 20) {
            // From the inside out, so that the paths hold.
            for (path, _) in all.iter().rev().filter(|(_, shape)| matches!(shape, Shape::Record(_))) {
                let members: &mut Map<_, _> = document.pointer_mut(path).and_then(Value::as_object_mut).unwrap();
                members.insert(MARKER.to_owned(), json!({ MARKER: [MARKER] }));
                // Almost a member: the member is reported, the key is not.
                members.insert(format!("id {MARKER}"), json!(1));
            }
            nothing_is_echoed(of, &validator, &document.to_string(), &as_of);
        }
    }
}

#[test]
fn a_marker_in_the_place_of_any_value_is_not_echoed() {
    let validator = Validator::builder().build().unwrap();
    let values = [json!(MARKER), json!([MARKER]), json!({ MARKER: MARKER })];
    for of in &KINDS {
        for (document, as_of, all) in with_places(of, (of.bare)(2, 61)) {
            for (path, _) in &all {
                for value in &values {
                    let mut document = document.clone();
                    *document.pointer_mut(path).unwrap() = value.clone();
                    nothing_is_echoed(of, &validator, &document.to_string(), &as_of);
                }
            }
        }
    }
}

#[test]
fn a_marker_in_the_place_of_all_values_at_once_is_not_echoed() {
    let validator = Validator::builder().build().unwrap();
    for of in &KINDS {
        for (mut document, as_of, all) in samples(of, 20) {
            let outer = |shape: &Shape| matches!(shape, Shape::Record(_) | Shape::List(_));
            for (path, _) in all.iter().filter(|(_, shape)| !outer(shape)) {
                *document.pointer_mut(path).unwrap() = json!(MARKER);
            }
            nothing_is_echoed(of, &validator, &document.to_string(), &as_of);
        }
    }
}

/// The error of the fast path tells where, and not what.
#[test]
fn the_error_of_reading_tells_only_where() {
    for of in &KINDS {
        let document = format!("{{\n  \"student\": \"{MARKER}\", \"id\": \"{MARKER}\"}}");
        let error = of.read(&document).unwrap_err();
        assert_eq!((error.line, error.to_string().contains("GEHEIM")), (2, false), "{error}");
        assert!(error.to_string().starts_with(&format!("not a {}", of.kind.key())), "{error}");
    }
}

/// Text that is no JSON, and JSON with a key twice.
#[test]
fn a_marker_in_a_broken_text_is_not_echoed() {
    let validator = Validator::builder().build().unwrap();
    for of in &KINDS {
        let format = format!("twentse-kubus/{}@1", of.kind.key());
        // Where the id is in an object of its own, that is closed first.
        let (open, close) = if of.kind == Kind::Portfolio { (r#""student":{"#, "}") } else { ("", "") };
        let head = format!(r#"{{"format":"{format}",{open}"id":"syn-1"#);
        for tail in [
            format!(" {MARKER}"),
            format!(r#"", {MARKER}"#),
            format!(r#"","name":"{MARKER}\q"{close}}}"#),
            format!(r#"","name":"{MARKER}","name":"{MARKER} 2"{close}}}"#),
            format!(r#""{close},"{MARKER}":1,"{MARKER}":2}}"#),
            format!(r#""{close}}} {MARKER}"#),
        ] {
            nothing_is_echoed(of, &validator, &format!("{head}{tail}"), "2024-05-15");
        }
    }
}
