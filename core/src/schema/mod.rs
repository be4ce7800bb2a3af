//! JSON Schema (2020-12) and TypeScript types, written from the shape of a document and from the catalogue.

#[cfg(feature = "rulebook-schema")]
mod rulebook;

use std::collections::BTreeMap;
#[cfg(feature = "docs")]
use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::catalogue;
use crate::documents::Kind;
use crate::error::Error;
use crate::finding::{Meta, SubjectKind, Unit};
use crate::grammar::{Closed as _, List, MAX_ITEMS, Record, Shape};
#[cfg(feature = "insight")]
use crate::insight::RESULTS;
#[cfg(feature = "docs")]
use crate::language::Lang;
use crate::values::{Decimal, SchoolYear};

/// What `schema` calls an overlay, which is no kind of document but has a schema too.
#[cfg(feature = "rulebook-schema")]
const RULEBOOK: &str = "rulebook";

/// The JSON Schema of a kind of document, or of an overlay where a build has it.
pub(crate) fn schema(kind: &str) -> Result<String, Error> {
    let schema = match kind {
        #[cfg(feature = "rulebook-schema")]
        RULEBOOK => rulebook::schema(),
        _ => whole(shape(kind)?),
    };
    serde_json::to_string_pretty(&schema).map_err(|_| Error::UnknownKind)
}

/// The shape of a kind of document, or of a result about one.
fn shape(name: &str) -> Result<&'static Record, Error> {
    let document = Kind::from_key(name).and_then(catalogue::record);
    #[cfg(feature = "insight")]
    let document = document.or_else(|| RESULTS.iter().find(|(known, _)| *known == name).map(|(_, record)| *record));
    document.ok_or(Error::UnknownKind)
}

fn whole(record: &'static Record) -> Value {
    let mut definitions = BTreeMap::new();
    define(record, &mut definitions);
    let mut schema = definitions.remove(record.name).unwrap_or_default();
    if let Some(members) = schema.as_object_mut() {
        members.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        members.insert("title".to_owned(), json!(record.name));
        members.insert("$defs".to_owned(), json!(definitions));
    }
    schema
}

fn define(record: &'static Record, definitions: &mut BTreeMap<String, Value>) {
    if definitions.contains_key(record.name) {
        return;
    }
    definitions.insert(record.name.to_owned(), Value::Null);
    let mut properties = Map::new();
    for member in record.members {
        let mut value = value(&member.shape, definitions);
        if !member.required {
            value = or_null(&value);
        }
        describe(&mut value, &tidy(member.doc));
        properties.insert(member.name.to_owned(), value);
    }
    let required: Vec<&str> =
        record.members.iter().filter(|member| member.required).map(|member| member.name).collect();
    let schema = json!({
        "description": tidy(record.doc),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    definitions.insert(record.name.to_owned(), schema);
}

fn describe(schema: &mut Value, description: &str) {
    if let Some(members) = schema.as_object_mut() {
        members.insert("description".to_owned(), json!(description));
    }
}

fn or_null(value: &Value) -> Value {
    json!({ "anyOf": [value, { "type": "null" }] })
}

fn keys(list: &List) -> Vec<&'static str> {
    list.words.iter().map(|word| word.key).collect()
}

fn value(shape: &Shape, definitions: &mut BTreeMap<String, Value>) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Id(_) => id(),
        Shape::Date => json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Shape::Sha256 => json!({ "type": "string", "pattern": "^[0-9A-Fa-f]{64}$" }),
        Shape::SchoolYear => {
            let years = SchoolYear::FIRST_YEARS.filter_map(SchoolYear::beginning).map(|year| year.to_string());
            let years: Vec<String> = years.collect();
            definitions.entry("SchoolYear".to_owned()).or_insert_with(|| json!({ "type": "string", "enum": years }));
            json!({ "$ref": "#/$defs/SchoolYear" })
        }
        Shape::Format(name) => json!({ "const": name }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Whole { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Shape::Decimal { least, most } => {
            // For validators that reckon in double precision, some sound numbers, such as 0.07, are no multiple of 0.01: where
            // the numbers are not too many, they are listed.
            const MOST_LISTED: u32 = 1000;
            if most - least > MOST_LISTED {
                return json!({ "type": "number", "minimum": least / 100, "maximum": most / 100 });
            }
            let name = format!("DecimalFrom{}To{}", Decimal::hundredths(*least), Decimal::hundredths(*most));
            let list = || (*least..=*most).map(Decimal::hundredths).collect::<Vec<_>>();
            definitions.entry(name.clone()).or_insert_with(|| json!({ "type": "number", "enum": list() }));
            json!({ "$ref": format!("#/$defs/{name}") })
        }
        Shape::Word(list) => {
            definitions.entry(list.name.to_owned()).or_insert_with(|| json!({ "type": "string", "enum": keys(list) }));
            json!({ "$ref": format!("#/$defs/{}", list.name) })
        }
        Shape::List(item) => json!({ "type": "array", "items": value(item, definitions), "maxItems": MAX_ITEMS }),
        Shape::Json => json!({}),
        Shape::Record(record) => {
            define(record, definitions);
            json!({ "$ref": format!("#/$defs/{}", record.name) })
        }
    }
}

fn id() -> Value {
    json!({ "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" })
}

/// TypeScript types of a kind of document.
///
/// # Errors
/// `unknown-kind`.
pub fn typescript(kind: Kind) -> Result<String, Error> {
    let record = catalogue::record(kind).ok_or(Error::UnknownKind)?;
    let mut types = Declared::default();
    declare(record, GIVEN, &mut types);
    Ok(declared(&format!("a {}", kind.word().label.en), &types))
}

/// TypeScript types of the results about a document besides its report.
#[cfg(feature = "insight")]
pub fn insight_types() -> String {
    declared("what is told about a document besides its report", &results())
}

#[cfg(feature = "insight")]
fn results() -> Declared {
    let mut types = Declared::default();
    RESULTS.iter().for_each(|(_, record)| declare(record, TOLD, &mut types));
    types
}

/// Types by name.
type Declared = BTreeMap<&'static str, String>;

/// What a member that may be absent may be instead: `null` in a document, as it is given; a result has no `null`.
const GIVEN: &str = " | null";
#[cfg(feature = "insight")]
const TOLD: &str = "";

fn declared(of: &str, types: &Declared) -> String {
    let mut out =
        format!("// The types of {of}.\n//\n// @generated by `cargo xtask gen` from the core; do not edit.\n");
    for text in types.values() {
        out.push('\n');
        out.push_str(text);
    }
    out
}

fn declare(record: &'static Record, or: &'static str, types: &mut Declared) {
    if types.contains_key(record.name) {
        return;
    }
    types.insert(record.name, String::new());
    let mut text = format!("/** {} */\nexport interface {} {{\n", tidy(record.doc), record.name);
    for member in record.members {
        let (optional, null) = if member.required { ("", "") } else { ("?", or) };
        let kind = kind(&member.shape, or, types);
        let _ = write!(text, "  /** {} */\n  {}{optional}: {kind}{null};\n", tidy(member.doc), member.name);
    }
    text.push_str("}\n");
    types.insert(record.name, text);
}

fn kind(shape: &Shape, or: &'static str, types: &mut Declared) -> String {
    match shape {
        Shape::Text | Shape::Id(_) | Shape::Date | Shape::SchoolYear | Shape::Sha256 => "string".to_owned(),
        Shape::Format(name) => format!("{name:?}"),
        Shape::Flag => "boolean".to_owned(),
        Shape::Whole { .. } | Shape::Decimal { .. } => "number".to_owned(),
        Shape::Word(list) => {
            types.entry(list.name).or_insert_with(|| union(list.name, words(list)));
            list.name.to_owned()
        }
        Shape::List(item) => format!("readonly ({})[]", kind(item, or, types)),
        Shape::Json => "unknown".to_owned(),
        Shape::Record(record) => {
            declare(record, or, types);
            record.name.to_owned()
        }
    }
}

/// TypeScript types of what an overlay names: rules, norms and kinds of subject.
pub fn rulebook_types() -> String {
    let keys = |rule: &'static Meta| {
        [(rule.code.to_owned(), rule.name.to_owned()), (rule.name.to_owned(), rule.code.to_owned())]
    };
    let norms = catalogue::all().flat_map(|rule| rule.norms.iter().map(move |norm| (rule, *norm)));
    let norms = norms.flat_map(|(rule, norm)| {
        let setting = |key| format!("  readonly \"{key}.{}\"?: NormValue<{}> | null;\n", norm.name, set_as(norm.unit));
        [setting(rule.code), setting(rule.name)]
    });
    let windows = "/** A value, or values each with its first and its last day. */\nexport type NormValue<Value> = Value | readonly { \
         readonly value: Value; readonly from?: string | null; readonly until?: string | null }[];\n";
    let reading = catalogue::all().filter(|rule| rule.decides_reading);
    [
        "// What an overlay names: rules, norms and kinds of subject.\n//\n// @generated by `cargo xtask gen` from the core; do not edit.\n".to_owned(),
        format!("/** A rule that a rulebook may change, by its code or its name. */\n{}", union("OpenRule", catalogue::open().flat_map(keys))),
        format!("/** A rule that decides what was read, which no rulebook changes. */\n{}", union("ReadingRule", reading.flat_map(keys))),
        windows.to_owned(),
        format!("/** Norms, by the code or the name of a rule that has it. */\nexport interface Norms {{\n{}}}\n", norms.collect::<String>()),
        format!("/** A kind of item that a finding is about. */\n{}", union("SubjectKind", words(SubjectKind::LIST))),
    ]
    .join("\n")
}

/// TypeScript types of what has labels: fields, lists and their values, kinds, phrases; and of the lists of reference data.
#[cfg(feature = "docs")]
pub fn label_types() -> String {
    let labels = crate::labels::labels(Lang::En);
    let lists = crate::labels::lists();
    let listed =
        |name, of: &crate::labels::Named| union(name, of.iter().map(|(key, label)| (key.to_owned(), label.to_owned())));
    // A list that documents, rulebooks or results have values of has its type there, and is declared once.
    let mut elsewhere = BTreeMap::new();
    let mut declares = |file, types: Declared| {
        elsewhere.extend(types.into_keys().filter(|name| lists.contains_key(name)).map(|name| (name, file)));
    };
    #[cfg(feature = "insight")]
    declares("insight", results());
    declares("rulebook", BTreeMap::from([(SubjectKind::LIST.name, String::new())]));
    for kind in Kind::ALL.iter().rev() {
        let mut types = Declared::default();
        catalogue::record(*kind).into_iter().for_each(|record| declare(record, GIVEN, &mut types));
        declares(kind.key(), types);
    }
    let mut out =
        "// What has labels.\n//\n// @generated by `cargo xtask gen` from the core; do not edit.\n\n".to_owned();
    for file in elsewhere.values().collect::<BTreeSet<_>>() {
        let names: Vec<&str> = elsewhere.iter().filter(|(_, of)| *of == file).map(|(name, _)| *name).collect();
        let _ = writeln!(out, "import type {{ {} }} from \"./{file}.js\";", names.join(", "));
    }
    for list in lists.values().filter(|list| !elsewhere.contains_key(list.name)) {
        let _ =
            write!(out, "\n/** A value of the closed list `{0}`. */\n{1}", list.name, union(list.name, words(list)));
    }
    let values: String =
        lists.keys().map(|name| format!("  readonly {name}: Readonly<Record<{name}, string>>;\n")).collect();
    let frameworks = crate::frameworks::all().map(|list| (list.name.to_owned(), list.list.to_owned()));
    for (what, text) in [
        (
            "A field of a document, by name; one that a record calls something else also by record and name",
            listed("FieldName", &labels.fields),
        ),
        ("A field that is a list, of which one item has a label", listed("ItemName", &labels.items)),
        ("A kind of document that can be checked", listed("CheckedKind", &labels.kinds)),
        (
            "A fixed phrase of a report, as text or as a card, or of what is told besides it",
            listed("PhraseName", &labels.phrases),
        ),
        ("A list of reference data, with the closed list of its keys", union("FrameworkName", frameworks)),
        ("The labels of the values of each closed list", format!("export interface ValueLabels {{\n{values}}}\n")),
    ] {
        let _ = write!(out, "\n/** {what}. */\n{text}");
    }
    out
}

/// The type of a norm's value.
fn set_as(unit: Unit) -> String {
    let one_of =
        |words: &mut dyn Iterator<Item = &str>| words.map(|word| format!("{word:?}")).collect::<Vec<_>>().join(" | ");
    match unit {
        Unit::Choice(words) => one_of(&mut words.iter().copied()),
        Unit::Words(list) => format!("readonly ({})[]", one_of(&mut list.words.iter().map(|word| word.key))),
        Unit::StudyYears | Unit::Groups => "readonly number[]".to_owned(),
        Unit::Days | Unit::Months | Unit::DaysPerWeek | Unit::Share | Unit::Number | Unit::StudyYear | Unit::Bytes => {
            "number".to_owned()
        }
    }
}

/// The words of a closed list, each with its labels.
fn words(list: &List) -> impl Iterator<Item = (String, String)> {
    list.words.iter().map(|word| (word.key.to_owned(), format!("{} ({})", word.label.en, word.label.nl)))
}

/// A type that is one of these texts, each with what there is to say of it.
fn union(name: &str, texts: impl Iterator<Item = (String, String)>) -> String {
    let texts: String = texts.map(|(text, note)| format!("\n  | {text:?} // {note}")).collect();
    // A comment on the last one would swallow the semicolon.
    format!("export type {name} ={texts}\n  ;\n")
}

/// A doc comment as one line.
fn tidy(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}
