//! The JSON Schema (2020-12) of an overlay, written from the catalogue: every code and name of a rule that it may give, every
//! norm with its range, and of each what an editor can show of it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{describe, id, keys, or_null, value};
use crate::catalogue;
use crate::documents::Kind;
use crate::finding::{Meta, Norm, Severity, SubjectKind, Unit};
use crate::grammar::{Closed as _, MAX_ITEMS, Shape};
use crate::language::Lang;
use crate::rulebook::Base;

/// A character that is no white space to the reader. Dialects of patterns differ in what `\S` is, so it is written out.
const SEEN: &str = r"[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]";

type Definitions = BTreeMap<String, Value>;

/// The schema. Where the reader takes `null` for absent, so does the schema.
pub(super) fn schema() -> Value {
    let mut definitions = Definitions::new();
    let name = json!({ "anyOf": [id(), { "enum": keys(Base::LIST) }] });
    define(&mut definitions, "Day", value(&Shape::Date, &mut BTreeMap::new()));
    define(&mut definitions, "Said", json!({ "type": "string", "pattern": SEEN }));
    define(&mut definitions, "Level", json!({ "enum": levels() }));
    define(&mut definitions, "Rule", any_of(catalogue::all()));
    define(&mut definitions, "OpenRule", any_of(catalogue::open()));
    let waiver = waiver(&mut definitions);
    define(&mut definitions, "Waiver", waiver);
    let mut only = list("Rule");
    if let Some(members) = only.as_object_mut() {
        members.insert("uniqueItems".to_owned(), json!(true));
    }
    let level = |rule: &'static Meta| json!({ "$ref": "#/$defs/Level", "default": rule.level() });
    let reason = |_: &'static Meta| json!({ "$ref": "#/$defs/Said" });
    let properties = [
        ("$schema", "Where this schema lies, for an editor. It changes nothing.", None),
        (
            "id",
            "The name under which reports mention the rulebook: at most 64 letters, digits, `.`, `_` and `-`.",
            Some(name.clone()),
        ),
        ("version", "Its version, which reports mention too.", Some(name)),
        (
            "extends",
            "The rules that it starts from.",
            Some(json!({ "enum": keys(Base::LIST), "default": Base::TwenteAndStatutory.key() })),
        ),
        ("norms", "Norms, by the code or the name of a rule that has it.", Some(norms(&mut definitions))),
        (
            "severity",
            "How serious a shortfall is when it is due; `off` stops checking the rule.",
            Some(by_rule(catalogue::open(), level)),
        ),
        ("disable", "Rules that are not checked, each with the reason.", Some(by_rule(catalogue::open(), reason))),
        ("only", "Checks and lists these rules and no other.", Some(only)),
        ("waive", "Findings that are accepted until a day.", Some(list("Waiver"))),
    ];
    let properties: Map<String, Value> = properties
        .into_iter()
        .map(|(name, description, value)| {
            let mut property = value.as_ref().map_or_else(|| json!({}), or_null);
            describe(&mut property, description);
            (name.to_owned(), property)
        })
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rulebook",
        "description": "An overlay upon the shipped rulebook: only what is different.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "$defs": definitions,
    })
}

fn define(definitions: &mut Definitions, name: &str, value: Value) {
    definitions.insert(name.to_owned(), value);
}

fn levels() -> Vec<&'static str> {
    keys(Severity::LIST).into_iter().chain(["off"]).collect()
}

fn list(of: &str) -> Value {
    json!({ "type": "array", "items": { "$ref": format!("#/$defs/{of}") }, "maxItems": MAX_ITEMS })
}

/// Code and name of a rule, with what there is to say of it where it is called so: the other one first.
fn selectors(rule: &'static Meta) -> [(&'static str, String); 2] {
    let said = |other: &str| format!("{other}: {}. By itself: {}.", rule.texts.title.en, rule.level());
    [(rule.code, said(rule.name)), (rule.name, said(rule.code))]
}

/// One of these rules, by its code or its name.
fn any_of(rules: impl Iterator<Item = &'static Meta>) -> Value {
    let words = rules.flat_map(selectors);
    let words: Vec<Value> = words.map(|(key, said)| json!({ "const": key, "description": said })).collect();
    json!({ "type": "string", "oneOf": words })
}

/// An object with something for each of these rules.
fn by_rule(rules: impl Iterator<Item = &'static Meta>, of: impl Fn(&'static Meta) -> Value) -> Value {
    object_once(rules.map(|rule| {
        let named = |(key, said): (&str, String)| {
            let mut value = of(rule);
            describe(&mut value, &said);
            (key.to_owned(), value)
        };
        selectors(rule).map(named).into()
    }))
}

/// An object of groups of members, of each of which one can be there: they are names of one thing.
fn object_once(groups: impl Iterator<Item = Vec<(String, Value)>>) -> Value {
    let (mut properties, mut once) = (Map::new(), Map::new());
    for group in groups {
        let mut before = Map::new();
        for (key, value) in group {
            if !before.is_empty() {
                once.insert(key.clone(), json!({ "properties": before }));
            }
            before.insert(key.clone(), json!(false));
            properties.insert(key, value);
        }
    }
    json!({ "type": "object", "properties": properties, "dependentSchemas": once, "additionalProperties": false })
}

/// Every norm, under each rule that has it.
fn norms(definitions: &mut Definitions) -> Value {
    let mut groups: Vec<(&'static Norm, Vec<(String, Value)>)> = Vec::new();
    for rule in catalogue::all() {
        for norm in rule.norms.iter().copied() {
            let at = groups.iter().position(|(known, _)| std::ptr::eq(*known, norm)).unwrap_or_else(|| {
                let name = format!("{}.{}", rule.code, norm.name);
                let windowed = windowed(norm, definitions);
                define(definitions, &name, windowed);
                groups.push((norm, Vec::new()));
                groups.len() - 1
            });
            let Some((_, group)) = groups.get_mut(at) else { continue };
            // The definition is called by the first rule that has the norm.
            let first = group.first().map_or_else(|| format!("{}.{}", rule.code, norm.name), |(key, _)| key.clone());
            for selector in [rule.code, rule.name] {
                let value = json!({
                    "$ref": format!("#/$defs/{first}"),
                    "description": said_of(norm, rule),
                    "default": norm.written(norm.default),
                });
                group.push((format!("{selector}.{}", norm.name), value));
            }
        }
    }
    object_once(groups.into_iter().map(|(_, group)| group))
}

/// What there is to say of a norm. Its label names what it counts.
fn said_of(norm: &'static Norm, rule: &'static Meta) -> String {
    let earlier: String =
        norm.earlier.iter().map(|(value, until)| format!(" (until {until}: {})", norm.write(*value))).collect();
    let (label, title, allowed) = (norm.label.en, rule.texts.title.en, norm.allowed(Lang::En));
    format!("{label}: {allowed}. By itself: {}{earlier}. {}: {title}.", norm.write(norm.default), rule.code)
}

/// A value of a norm, or values each with its first and its last day.
fn windowed(norm: &'static Norm, definitions: &mut Definitions) -> Value {
    let value = set_as(norm, definitions);
    let day = |said: &str| json!({ "anyOf": [{ "$ref": "#/$defs/Day" }, { "type": "null" }], "description": said });
    let window = json!({
        "type": "object",
        "properties": {
            "value": value,
            "from": day("Its first day; absent: not limited."),
            "until": day("Its last day; absent: not limited."),
        },
        "required": ["value"],
        "additionalProperties": false,
    });
    json!({ "anyOf": [value, { "type": "array", "items": window, "minItems": 1, "maxItems": MAX_ITEMS }] })
}

/// A value of a norm, as `Norm::value` reads it.
fn set_as(norm: &'static Norm, definitions: &mut Definitions) -> Value {
    let some = |values: Value| json!({ "type": "array", "items": { "enum": values }, "minItems": 1 });
    match norm.unit {
        Unit::Choice(words) => json!({ "enum": words }),
        Unit::Words(list) => some(json!(keys(list))),
        Unit::StudyYears => some(json!([1, 2, 3, 4])),
        Unit::Groups => some(json!([1, 2, 3, 4, 5, 6, 7, 8])),
        Unit::DaysPerWeek | Unit::Share => value(&Shape::Decimal { least: norm.least, most: norm.most }, definitions),
        Unit::Days | Unit::Months | Unit::Number | Unit::StudyYear | Unit::Bytes => {
            json!({ "type": "integer", "minimum": norm.least, "maximum": norm.most })
        }
    }
}

fn waiver(definitions: &mut Definitions) -> Value {
    let said = |said: &str| json!({ "$ref": "#/$defs/Said", "description": said });
    let kind = value(&Shape::Word(Kind::LIST), definitions);
    let subject = value(&Shape::Word(SubjectKind::LIST), definitions);
    let year = value(&Shape::SchoolYear, definitions);
    let is_partnership =
        json!({ "properties": { "kind": { "const": Kind::Partnership.key() } }, "required": ["kind"] });
    json!({
        "description": "Accepts the findings of a rule about one item of one document until a day.",
        "type": "object",
        "properties": {
            "rule": { "$ref": "#/$defs/OpenRule", "description": "The rule, by its code or its name." },
            "document": {
                "description": "The document it is for.",
                "type": "object",
                "properties": {
                    "kind": kind,
                    "id": id(),
                    "schoolYear": or_null(&year),
                },
                "required": ["kind", "id"],
                "additionalProperties": false,
                "if": is_partnership,
                "then": { "properties": { "schoolYear": year }, "required": ["schoolYear"] },
            },
            "subject": {
                "description": "The item it is for; absent: the document itself, or a part without an id.",
                "anyOf": [{
                    "type": "object",
                    "properties": { "kind": subject, "id": id() },
                    "required": ["kind", "id"],
                    "additionalProperties": false,
                }, { "type": "null" }],
            },
            "reason": said("Why; it stays in the rulebook."),
            "owner": said("Who is responsible for it."),
            "until": { "$ref": "#/$defs/Day", "description": "Its last day." },
        },
        "required": ["rule", "document", "reason", "owner", "until"],
        "additionalProperties": false,
    })
}
