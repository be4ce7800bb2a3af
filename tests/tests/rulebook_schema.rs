//! The published schema of rulebooks says what the reader says: of what is shipped and shown, of made-up overlays, and of
//! each of these with one thing spoilt.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::path::Path;

use serde_json::{Map, Value, json};
use twentse_kubus::api::{Validator, schema};
use twentse_kubus::{Lang, Meta, catalogue};
use twentse_kubus_conformance::samples::random::Random;
use twentse_kubus_conformance::vectors;

fn published() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&schema("rulebook").unwrap()).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn is_read(overlay: &str) -> bool {
    Validator::new(Some(overlay.as_bytes())).is_ok()
}

/// The overlays that are shipped as examples, shown on the page on rulebooks, and laid upon vectors.
fn sound() -> Vec<Value> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let page = std::fs::read_to_string(root.join("docs/rulebook.md")).unwrap();
    let shown = page.split("```json overlay\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned());
    let shipped = std::fs::read_dir(root.join("examples/data/rulebooks")).unwrap();
    let shipped = shipped.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let texts: Vec<String> = shown.chain(shipped).collect();
    assert!(texts.len() >= 8, "{}", texts.len());
    let mut overlays: Vec<Value> = texts.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let vectors = vectors::all(&root.join("tests/vectors")).unwrap();
    overlays.extend(vectors.into_iter().filter_map(|vector| vector.case.rulebook));
    assert!(overlays.len() > 80, "{}", overlays.len());
    overlays
}

/// A name of a rule: its code, or what it is called.
fn selector(rule: &'static Meta, random: &mut Random) -> &'static str {
    random.pick(&[rule.code, rule.name])
}

fn day(random: &mut Random) -> String {
    format!("{}-{:02}-{:02}", random.between(2015, 2030), random.between(1, 12), random.between(1, 28))
}

/// A norm as a rulebook may set it: to its own value, or to that in some windows.
fn set(own: &str, random: &mut Random) -> Value {
    let value: Value = serde_json::from_str(own).unwrap();
    let window = |random: &mut Random| match random.below(4) {
        0 => json!({ "value": value }),
        1 => json!({ "value": value, "from": day(random) }),
        2 => json!({ "value": value, "until": day(random), "from": null }),
        _ => json!({ "value": value, "from": "2014-08-01", "until": day(random) }),
    };
    if random.percent(50) { value.clone() } else { (0..random.between(1, 3)).map(|_| window(random)).collect() }
}

fn waiver(rule: &'static str, random: &mut Random) -> Value {
    let mut document = json!({ "kind": random.pick(&["portfolio", "knowledge-base", "curriculum"]), "id": "d-1" });
    if random.percent(40) {
        document = json!({ "kind": "partnership", "id": "d-1", "schoolYear": "2023-2024" });
    }
    let subject = if random.percent(50) { json!({ "kind": "placement", "id": "p.1" }) } else { Value::Null };
    json!({ "rule": rule, "document": document, "subject": subject, "reason": "ill", "owner": "office", "until": day(random) })
}

/// An overlay that the reader takes, with rules and norms drawn from the whole catalogue.
fn made(random: &mut Random) -> Value {
    let (mut norms, mut severity, mut disable) = (Map::new(), Map::new(), Map::new());
    let (mut only, mut waive, mut known) = (Vec::new(), Vec::new(), Vec::new());
    for rule in catalogue::all() {
        for norm in rule.norms {
            // One that rules share is set once.
            if !known.contains(&std::ptr::from_ref(*norm)) && random.percent(30) {
                known.push(std::ptr::from_ref(*norm));
                let own = norm.write(norm.default);
                norms.insert(format!("{}.{}", selector(rule, random), norm.name), set(&own, random));
            }
        }
        if random.percent(10) {
            only.push(json!(selector(rule, random)));
        }
        if !rule.decides_reading {
            if random.percent(10) {
                severity.insert(
                    selector(rule, random).to_owned(),
                    json!(random.pick(&["error", "warning", "info", "off"])),
                );
            }
            if random.percent(10) {
                disable.insert(selector(rule, random).to_owned(), json!("told elsewhere"));
            }
            if random.percent(5) {
                waive.push(waiver(selector(rule, random), random));
            }
        }
    }
    json!({
        "$schema": "rulebook.schema.json", "id": "made-up", "version": random.pick(&["1", "twente+statutory"]),
        "extends": random.pick(&["twente", "statutory", "twente+statutory"]),
        "norms": norms, "severity": severity, "disable": disable, "only": only, "waive": waive,
    })
}

#[test]
fn the_schema_accepts_what_the_reader_accepts() {
    let schema = published();
    let made = (0..200).map(|stream| made(&mut Random::new(81, stream)));
    for overlay in sound().into_iter().chain(made) {
        let refused: Vec<String> = schema.iter_errors(&overlay).map(|error| error.to_string()).collect();
        assert!(is_read(&overlay.to_string()), "{overlay}");
        assert!(refused.is_empty(), "{overlay} {refused:?}");
    }
}

/// Every norm with its value and the two next to its bounds, and every rule, by code and by name.
#[test]
fn every_norm_and_rule_is_in_the_schema() {
    let schema = published();
    for rule in catalogue::all() {
        for selector in [rule.code, rule.name] {
            for norm in rule.norms {
                let own: Value = serde_json::from_str(&norm.write(norm.default)).unwrap();
                let mut values = vec![own.clone()];
                if own.is_number() {
                    let bounds = [norm.least, norm.most].map(|bound| norm.write(bound));
                    values.extend(bounds.iter().map(|bound| serde_json::from_str(bound).unwrap()));
                    let [least, most]: [f64; 2] = bounds.map(|bound| bound.parse().unwrap());
                    values.extend([json!(least - 1.0), json!(most + 1.0), json!(least + 0.005)]);
                }
                for value in values {
                    let overlay = json!({ "norms": { format!("{selector}.{}", norm.name): value } });
                    assert_eq!(schema.is_valid(&overlay), is_read(&overlay.to_string()), "{overlay}");
                }
                assert!(
                    schema.is_valid(&json!({ "norms": { format!("{selector}.{}", norm.name): own } })),
                    "{selector}"
                );
            }
            for overlay in [
                json!({ "severity": { selector: "info" } }),
                json!({ "disable": { selector: "why" } }),
                json!({ "only": [selector] }),
                json!({ "waive": [waiver(selector, &mut Random::new(82, 0))] }),
            ] {
                assert_eq!(schema.is_valid(&overlay), is_read(&overlay.to_string()), "{overlay}");
            }
            assert!(schema.is_valid(&json!({ "only": [selector] })), "{selector}");
            assert_eq!(
                schema.is_valid(&json!({ "severity": { selector: "off" } })),
                !rule.decides_reading,
                "{selector}"
            );
        }
    }
}

/// Every place in a value, as a path of keys and positions.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    found.push(path.to_owned());
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                places(value, &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| places(item, &format!("{path}/{at}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What a value can be spoilt to. No number is written with decimals that are zero: what a schema cannot tell is below.
fn spoils() -> Vec<Value> {
    let mut spoils = vec![
        json!(null),
        json!(true),
        json!([]),
        json!({}),
        json!([{}]),
        json!([[]]),
        json!(0),
        json!(-1),
        json!(2),
        json!(1.25),
    ];
    spoils.extend([json!(1e12), json!([0]), json!([1]), json!([1, 1]), json!([9]), json!([5])]);
    let words = [
        "",
        " ",
        "\u{85}",
        "\u{feff}",
        "a b",
        "twente",
        "twente+statutory",
        "2024-02-29",
        "2023-02-29",
        "2024-1-1",
        "2023-2024",
        "2023-2025",
        "error",
        "TK-P101",
        "TK-R001",
        "TK-P999",
        "same-school-in-two-study-years",
        "portfolio",
        "partnership",
        "placement",
    ];
    spoils.extend(words.map(|word| json!(word)));
    spoils.extend([
        json!("a".repeat(64)),
        json!("a".repeat(65)),
        json!(["TK-P101", "TK-P101"]),
        json!([{ "value": 1 }, 1]),
    ]);
    spoils
}

/// What a schema cannot see in the overlays that come about here: a last day before the first one, and a rule that `only` names
/// by its code and by its name.
fn is_beyond_a_schema(overlay: &Value) -> bool {
    let windows = overlay["norms"].as_object().into_iter().flat_map(Map::values).filter_map(Value::as_array).flatten();
    let reversed = windows.filter_map(|window| Some((window.get("from")?.as_str()?, window.get("until")?.as_str()?)));
    let named = overlay["only"].as_array().into_iter().flatten().filter_map(Value::as_str).filter_map(catalogue::find);
    let mut named: Vec<&str> = named.map(|rule| rule.code).collect();
    let number = named.len();
    named.sort_unstable();
    named.dedup();
    reversed.into_iter().any(|(from, until)| until < from) || named.len() < number
}

/// With one thing spoilt, left out, added or called by its other name: reader and schema take it or both refuse it.
#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema = published();
    let (mut taken, mut refused) = (0, 0);
    let mut compare = |overlay: &Value| {
        let read = is_read(&overlay.to_string());
        *(if read { &mut taken } else { &mut refused }) += 1;
        if !is_beyond_a_schema(overlay) {
            assert_eq!(schema.is_valid(overlay), read, "{overlay}");
        }
    };
    let mut overlays = sound();
    overlays.sort_by_key(Value::to_string);
    overlays.dedup();
    overlays.extend((0..20).map(|stream| made(&mut Random::new(83, stream))));
    for overlay in overlays {
        let mut all = Vec::new();
        places(&overlay, "", &mut all);
        for place in all {
            for spoilt in spoils() {
                let mut other = overlay.clone();
                *other.pointer_mut(&place).unwrap() = spoilt;
                compare(&other);
            }
            let mut more = overlay.clone();
            if let Some(members) = more.pointer_mut(&place).unwrap().as_object_mut() {
                members.insert("extra".to_owned(), json!(null));
                compare(&more);
            }
            let (parent, name) = place.rsplit_once('/').unwrap_or_default();
            let mut less = overlay.clone();
            let Some(members) = less.pointer_mut(parent).and_then(Value::as_object_mut) else { continue };
            let Some(value) = members.remove(name) else { continue };
            compare(&less);
            // The same once more by the other name of the rule, and by that name alone.
            let (selector, norm) =
                name.split_once('.').map_or((name, String::new()), |(one, norm)| (one, format!(".{norm}")));
            let Some(rule) = catalogue::find(selector) else { continue };
            let other = if rule.code == selector { rule.name } else { rule.code };
            for mut renamed in [less, overlay.clone()] {
                let members = renamed.pointer_mut(parent).and_then(Value::as_object_mut).unwrap();
                members.insert(format!("{other}{norm}"), value.clone());
                compare(&renamed);
            }
        }
    }
    assert!(taken > 3_000 && refused > 30_000, "{taken} taken, {refused} refused");
}

/// What the reader refuses although the schema does not, each with the reason why no schema, or no useful one, can.
const BEYOND: [(&str, &str); 9] = [
    (r#"{"id":"a","id":"b"}"#, "a key that appears twice: a schema sees one of the two"),
    (r#"{"norms":{"TK-P105.grace_days":1,"TK-P105.grace_days":2}}"#, "the same of a norm"),
    (
        r#"{"norms":{"TK-P105.grace_days":[{"value":1,"from":"2024-02-01","until":"2024-01-31"}]}}"#,
        "no schema compares two values",
    ),
    (
        r#"{"only":["TK-P105","placement-without-mentor"]}"#,
        "in a list it can be said pair by pair only, and an editor would show that a schema is not matched, not what is wrong",
    ),
    (r#"{"norms":{"TK-P405.years":[1.0]}}"#, "to a schema 1.0 is the integer 1"),
    (r#"{"norms":{"TK-P405.years":[1e0]}}"#, "and so is 1e0"),
    (
        r#"{"norms":{"TK-R010.max_bytes":64000000.0}}"#,
        "the same of a number that is too large to be held in hundredths",
    ),
    (r#"{"norms":{"TK-R010.max_bytes":64e6}}"#, "in any notation"),
    ("\u{feff}\u{feff}{}", "what is no JSON is not held against a schema"),
];

#[test]
fn what_the_schema_cannot_say_is_told() {
    let schema = published();
    for (overlay, why) in BEYOND {
        assert!(!is_read(overlay), "{overlay}: {why}");
        if let Ok(overlay) = serde_json::from_str::<Value>(overlay) {
            assert!(schema.is_valid(&overlay), "a schema can say it after all: {overlay}");
        }
    }
}

/// What the other tests refuse that is JSON: the schema refuses it too.
#[test]
fn the_schema_refuses_what_is_refused_elsewhere() {
    let schema = published();
    for overlay in [
        r#"{"norms": {"TK-P105.grace_days": -1}}"#,
        r#"{"norms": {"TK-P105.grace": 3}}"#,
        r#"{"severity": {"TK-R001": "info"}}"#,
        r#"{"severity": {"TK-P101": "fatal"}}"#,
        r#"{"disable": {"TK-P101": " "}}"#,
        r#"{"waive": [{"rule": "TK-P101"}]}"#,
        r#"{"extends": "drenthe"}"#,
        r#"{"colour": 1}"#,
        r#"{"disable": {"TK-P999": "a typing error"}}"#,
        r#"{"severity":{"TK-P105":"info","placement-without-mentor":"info"}}"#,
        r#"{"only":["TK-P105","TK-P105"]}"#,
        "[]",
        r#""rulebook.json""#,
    ] {
        assert!(!is_read(overlay), "{overlay}");
        assert!(!schema.is_valid(&serde_json::from_str(overlay).unwrap()), "{overlay}");
    }
}

/// An editor shows of every rule what it asks and how serious it is, and of every norm what it is, its bounds and its value.
#[test]
fn an_editor_can_say_what_everything_is() {
    let schema: Value = serde_json::from_str(&schema("rulebook").unwrap()).unwrap();
    let said = |place: &str, key: &str| {
        let members = schema.pointer(&format!("/properties/{place}/anyOf/0/properties")).unwrap();
        let one = &members[key];
        (one["description"].as_str().unwrap_or_default().to_owned(), one["default"].clone())
    };
    let mut told = 0;
    for rule in catalogue::all() {
        for (selector, other) in [(rule.code, rule.name), (rule.name, rule.code)] {
            for norm in rule.norms {
                let (told_of, own) = said("norms", &format!("{selector}.{}", norm.name));
                let written = norm.write(norm.default);
                assert_eq!(own.to_string(), written, "{selector}");
                for part in [norm.label.en, rule.code, rule.texts.title.en, &norm.allowed(Lang::En), &written] {
                    assert!(told_of.contains(part), "{told_of}: {part}");
                }
            }
            if rule.decides_reading {
                continue;
            }
            let (severity, own) = said("severity", selector);
            let (disable, _) = said("disable", selector);
            assert_eq!((own.as_str(), &disable), (Some(rule.level()), &severity));
            assert!(severity.contains(rule.texts.title.en) && severity.contains(other), "{severity}");
            told += 1;
        }
    }
    assert!(told > 80, "{told}");
}

/// The line by which an editor finds the schema changes nothing, and the schema lies beside the page that tells of it.
#[test]
fn a_line_for_the_editor_changes_nothing() {
    let fingerprint = |overlay: &str| Validator::new(Some(overlay.as_bytes())).unwrap().fingerprint().to_owned();
    let with = r#"{"$schema":"rulebook.schema.json","severity":{"TK-P101":"info"}}"#;
    assert_eq!(fingerprint(with), fingerprint(r#"{"severity":{"TK-P101":"info"}}"#));
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/rulebook.schema.json");
    assert_eq!(std::fs::read_to_string(file).unwrap().trim_end(), schema("rulebook").unwrap());
}
