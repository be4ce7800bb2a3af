//! Files of sentences: what a library says that holds none and is handed one is what is compiled in, and a file of another
//! version is refused.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::path::Path;

use serde_json::{Value, json};
use twentse_kubus::api::{Report, Sentences};
use twentse_kubus::grammar::List;
use twentse_kubus::{Error, Lang, REPORT_LISTS, catalogue};
use twentse_kubus_conformance::vectors::all;

/// The file of a language, with the labels of these lists beside those of the rules and of the documents.
fn written(lang: Lang, lists: &[&'static List]) -> String {
    twentse_kubus::Sentences::write(lang, catalogue::all(), &[lists, catalogue::lists().as_slice()].concat())
}

/// The reports of every vector. Together they have every verdict, answer, severity and phrase: the tests below would not hold
/// otherwise.
fn reports() -> Vec<Report> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"));
    all(root).unwrap().iter().map(|vector| vector.run().unwrap()).collect()
}

/// Whether a report as text says by this file what is compiled in.
fn is_told(report: &Report, lang: Lang, file: &Sentences) -> bool {
    report.render_from(file) == report.render(lang.tag()).unwrap()
}

#[test]
fn a_file_says_of_every_report_what_is_compiled_in() {
    let reports = reports();
    for lang in Lang::ALL {
        let file = Sentences::new(&written(lang, &REPORT_LISTS)).unwrap();
        for report in &reports {
            assert_eq!(report.render_from(&file), report.render(lang.tag()).unwrap());
        }
    }
}

/// The test above would notice a list that a report as text has words of and that no file holds: it notices each that is left
/// out, unless the facts of a rule are of it, which brings it into the file anyway.
#[test]
fn a_list_that_is_left_out_is_missed() {
    let reports = reports();
    for (at, list) in REPORT_LISTS.into_iter().enumerate() {
        let others: Vec<_> =
            REPORT_LISTS.into_iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other).collect();
        let text = written(Lang::Nl, &others);
        let held = text.contains(&format!("\"{}.", list.name));
        let file = Sentences::new(&text).unwrap();
        let told = reports.iter().all(|report| is_told(report, Lang::Nl, &file));
        assert_eq!(told, held, "{}", list.name);
    }
}

/// What no vector shows: the allowed values of every field.
#[test]
fn a_file_has_the_label_of_every_value_of_a_document() {
    let lists = catalogue::lists();
    assert!(lists.len() > 20, "{}", lists.len());
    for lang in Lang::ALL {
        let file: Value = serde_json::from_str(&written(lang, &REPORT_LISTS)).unwrap();
        for (list, word) in lists.iter().flat_map(|list| list.words.iter().map(move |word| (list, word))) {
            let label = word.label.get(lang);
            assert!(!label.is_empty(), "{}.{} in {}", list.name, word.key, lang.tag());
            assert_eq!(file["texts"][format!("{}.{}", list.name, word.key)], label, "{}", lang.tag());
        }
    }
}

/// What it says may lack a rule of this version, or be filled with other facts.
#[test]
fn a_file_of_another_version_is_refused() {
    let text = written(Lang::En, &REPORT_LISTS);
    assert!(Sentences::new(&text).is_ok());
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["format"], "twentse-kubus/sentences@1");
    assert_eq!(file["engine"], env!("CARGO_PKG_VERSION"));
    for (member, others) in [
        ("format", [json!(null), json!("twentse-kubus/sentences@2"), json!("twentse-kubus/portfolio@1"), json!(1)]),
        ("engine", [json!(null), json!("0.0.9"), json!(concat!(env!("CARGO_PKG_VERSION"), ".1")), json!(["0.1.0"])]),
        ("lang", [json!(null), json!("fy"), json!(""), json!({})]),
        ("texts", [json!(null), json!([]), json!({"TK-P101": 1}), json!("")]),
    ] {
        let mut without = file.clone();
        without.as_object_mut().unwrap().remove(member);
        assert_eq!(Sentences::new(&without.to_string()).err(), Some(Error::InvalidSentences), "without {member}");
        for other in others {
            let mut changed = file.clone();
            changed[member] = other.clone();
            assert_eq!(Sentences::new(&changed.to_string()).err(), Some(Error::InvalidSentences), "{member}: {other}");
        }
    }
    for none in ["", "{}", "[]", "<!doctype html>", r#"{"lang": "en", "texts": {}}"#] {
        assert_eq!(Sentences::new(none).err(), Some(Error::InvalidSentences), "{none}");
    }
}
