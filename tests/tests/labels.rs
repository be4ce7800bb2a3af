//! Labels: everything that a document can have is called something, in every language.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use twentse_kubus::documents::Kind;
use twentse_kubus::frameworks::all;
use twentse_kubus::grammar::{Closed as _, List};
use twentse_kubus::insight::INSIGHT_LISTS;
use twentse_kubus::{Error, Labels, Lang, REPORT_LISTS, Sentences, api, catalogue, labels, lists};

/// The records and closed lists of a kind of document, as its schema has them.
fn definitions(kind: Kind) -> BTreeMap<String, Value> {
    let schema: Value = serde_json::from_str(&api::schema(kind.key()).unwrap()).unwrap();
    let mut found: BTreeMap<String, Value> =
        schema["$defs"].as_object().unwrap().iter().map(|(name, of)| (name.clone(), of.clone())).collect();
    found.insert(schema["title"].as_str().unwrap().to_owned(), schema);
    found
}

fn every_definition() -> BTreeMap<String, Value> {
    Kind::ALL.iter().filter(|kind| catalogue::record(**kind).is_some()).flat_map(|kind| definitions(*kind)).collect()
}

fn is_list(field: &Value) -> bool {
    let is_array = |one: &Value| one["type"] == "array";
    is_array(field) || field["anyOf"].as_array().is_some_and(|ways| ways.iter().any(is_array))
}

fn is_text(label: Option<&str>) -> bool {
    label.is_some_and(|label| !label.trim().is_empty())
}

#[test]
fn every_field_has_a_label_and_one_item_of_each_list() {
    let mut seen = 0;
    for (record, of) in every_definition() {
        for (name, field) in of["properties"].as_object().into_iter().flatten() {
            for lang in Lang::ALL {
                let labels = labels(lang);
                assert!(is_text(labels.field(&record, name)), "{lang}: {record}.{name}");
                assert!(!is_list(field) || is_text(labels.item(&record, name)), "{lang}: an item of {record}.{name}");
                seen += 1;
            }
        }
    }
    assert!(seen > 500, "{seen} fields were looked at");
}

#[test]
fn every_value_of_a_closed_list_has_a_label_in_the_order_of_the_list() {
    let mut seen = BTreeSet::new();
    for (name, of) in every_definition() {
        // School years are a list in the schema, and a pattern to people.
        let Some(values) = of["enum"].as_array().filter(|_| of["type"] == "string" && name != "SchoolYear") else {
            continue;
        };
        for lang in Lang::ALL {
            let labels = labels(lang);
            let keys: Vec<&str> = labels.values[name.as_str()].iter().map(|(key, _)| key).collect();
            assert_eq!(keys, values.iter().map(|value| value.as_str().unwrap()).collect::<Vec<_>>(), "{name}");
        }
        seen.insert(name);
    }
    assert!(seen.len() > 20, "{seen:?}");
}

/// What a report says besides: facts, answers, what findings are about.
#[test]
fn every_list_of_a_report_has_labels_too() {
    let of_facts = catalogue::all().flat_map(|rule| rule.facts).filter_map(|(_, kind)| kind.list());
    let of_reports = REPORT_LISTS.into_iter().filter(|list| !matches!(list.name, "Field" | "Item" | "Phrase"));
    let labels = labels(Lang::Nl);
    for list in of_facts.chain(of_reports) {
        assert!(
            list.words.iter().all(|word| labels.values[list.name].get(word.key) == Some(word.label.nl)),
            "{}",
            list.name
        );
    }
}

/// Two lists of one name would hide one another.
#[test]
fn each_list_has_a_name_of_its_own() {
    let mut found: Vec<&'static List> =
        catalogue::all().flat_map(|rule| rule.facts).filter_map(|(_, kind)| kind.list()).chain(REPORT_LISTS).collect();
    let known = lists();
    found.retain(|list| known.contains_key(list.name));
    assert!(found.len() > 10);
    assert!(found.iter().all(|list| known[list.name] == *list));
}

fn texts(labels: &Labels) -> Vec<&'static str> {
    let Labels { fields, items, values, kinds, phrases, months, .. } = labels;
    let named = [fields, items, kinds, phrases].into_iter().chain(values.values());
    named.flat_map(|of| of.iter().map(|(_, label)| label)).chain(months.iter().copied()).collect()
}

#[test]
fn no_label_is_empty_and_no_key_is_there_twice() {
    let numbers = Lang::ALL.map(|lang| {
        let labels = labels(lang);
        assert!(texts(&labels).into_iter().all(|text| !text.trim().is_empty()));
        for named in
            [&labels.fields, &labels.items, &labels.kinds, &labels.phrases].into_iter().chain(labels.values.values())
        {
            let keys: BTreeSet<&str> = named.iter().map(|(key, _)| key).collect();
            assert_eq!(keys.len(), named.iter().count());
        }
        assert_eq!(labels.months.len(), 12);
        texts(&labels).len()
    });
    assert!(numbers[0] > 500 && numbers == [numbers[0]; 3]);
}

/// The bindings get the same as JSON.
#[test]
fn as_json_it_is_the_same() {
    for lang in Lang::ALL {
        let (json, labels): (Value, Labels) =
            (serde_json::from_str(&api::labels(lang.tag()).unwrap()).unwrap(), labels(lang));
        let members: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["fields", "items", "kinds", "months", "phrases", "values"]);
        assert_eq!(json["fields"]["placements"], labels.field("Portfolio", "placements").unwrap());
        assert_eq!(json["values"]["Role"].as_object().unwrap().len(), labels.values["Role"].iter().count());
        assert_eq!(
            json["kinds"].as_object().unwrap().keys().collect::<Vec<_>>(),
            ["curriculum", "knowledge-base", "partnership", "portfolio"]
        );
    }
    // An object is in the order of the list, which a menu shows.
    assert!(
        api::labels("nl")
            .unwrap()
            .contains(r#""AgeBand":{"lower":"onderbouw","middle":"middenbouw","upper":"bovenbouw"}"#)
    );
    assert_eq!(api::labels("fy"), Err(Error::UnknownLanguage));
}

/// A file of sentences and the labels come from the same words.
#[test]
fn findings_call_things_by_the_same_labels() {
    for lang in Lang::ALL {
        let lists = [REPORT_LISTS.as_slice(), INSIGHT_LISTS].concat();
        let file: Value = serde_json::from_str(&Sentences::write(lang, catalogue::all(), &lists)).unwrap();
        let labels = labels(lang);
        let (mut seen, texts) = (0, file["texts"].as_object().unwrap());
        for (key, text) in texts.iter().filter(|(key, _)| !key.starts_with("TK-")) {
            let (list, key) = key.split_once('.').unwrap();
            let named = match list {
                "Field" => &labels.fields,
                "Item" => &labels.items,
                "Phrase" | "InsightPhrase" | "ReplayPhrase" => &labels.phrases,
                other => &labels.values[other],
            };
            assert_eq!(named.get(key), text.as_str(), "{lang}: {list}.{key}");
            seen += 1;
        }
        assert!(seen > 300, "{seen}");
    }
}

#[test]
fn reference_data_have_the_keys_and_names_of_their_closed_list() {
    let json: Value = serde_json::from_str(&api::frameworks()).unwrap();
    assert_eq!(json.as_array().unwrap().len(), all().count());
    let (dutch, english) = (labels(Lang::Nl), labels(Lang::En));
    for framework in all() {
        let of = |labels: &Labels| labels.values[framework.list].iter().collect::<Vec<_>>();
        assert_eq!(framework.items.iter().map(|item| (item.key, item.nl)).collect::<Vec<_>>(), of(&dutch));
        assert_eq!(framework.items.iter().map(|item| (item.key, item.en)).collect::<Vec<_>>(), of(&english));
        for item in framework.items {
            assert!(!item.source.is_empty());
            // Days as they are written sort as they follow each other.
            assert!(item.valid_from.zip(item.valid_until).is_none_or(|(from, until)| from <= until), "{}", item.key);
        }
    }
    // The seven competences of 2005, in force from 2006, made way for the three of 2017: Stb. 2005, 460; Stb. 2017, 148.
    let first = &json.as_array().unwrap().iter().find(|list| list["name"] == "competences").unwrap()["items"][0];
    assert_eq!((&first["number"], &first["letter"]), (&1.into(), &"a".into()));
    assert_eq!((&first["validFrom"], &first["validUntil"]), (&"2006-08-01".into(), &"2017-07-31".into()));
    assert_eq!(first["basis"], "statute");
}
