//! Decisions that can be made again: what a bundle holds comes out again, byte for byte, from what it was made from; and
//! whatever is changed, the replay says that it is.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use twentse_kubus::api::{Sentences, Validator, replay, replay_text, replay_text_from, schema};
use twentse_kubus::grammar::List;
use twentse_kubus::insight::INSIGHT_LISTS;
use twentse_kubus::{Error, Lang, REPORT_LISTS, catalogue};

const DAY: &str = "2024-05-15";

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A first-year student who was passed. Everything that a person wrote is marked.
fn portfolio() -> String {
    let document = json!({
        "format": "twentse-kubus/portfolio@1",
        "student": { "id": "s", "name": "GEHEIM", "cohort": "2023-2024",
            "years": [{ "schoolYear": "2023-2024", "studyYear": 1 }] },
        "placements": [{ "id": "pl-1", "schoolYear": "2023-2024", "studyYear": 1, "schoolName": "GEHEIM",
            "period": { "from": "2023-09-04" }, "trainers": [{ "person": "p-1", "name": "GEHEIM", "role": "school-trainer" }] }],
        "assessments": [{ "id": "as-1", "of": "development", "studyYear": 1, "date": "2024-04-10", "result": "7",
            "isFinal": true, "mentorAdvice": { "text": "GEHEIM" } }]
    });
    document.to_string()
}

fn curriculum() -> String {
    let document = json!({
        "format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024",
        "assessment": {
            "scales": [{ "id": "marks", "kind": "numeric", "least": 1, "most": 10 }],
            "components": [{ "id": "teaching", "studyYear": 1, "of": "development", "leastResult": "5.5" }]
        }
    });
    document.to_string()
}

/// One that no student of the cohort follows.
fn later_curriculum() -> String {
    curriculum().replace("cur-1", "cur-2").replace("2023-2024", "2024-2025")
}

const OVERLAY: &str = r#"{"id": "own", "version": "1", "norms": {"TK-P105.grace_days": 7}}"#;

fn bundle() -> String {
    let validator = Validator::with_documents(Some(OVERLAY.as_bytes()), [curriculum(), later_curriculum()]).unwrap();
    validator.bundle(portfolio().as_bytes(), DAY, Some("year-ended")).unwrap()
}

/// What becomes of a bundle by these documents: the word for it, and each difference.
fn replayed(bundle: &str, documents: &[&str]) -> (String, Vec<Value>) {
    let told = &value(&replay(bundle.as_bytes(), documents).unwrap());
    (told["replayed"].as_str().unwrap().to_owned(), told["differences"].as_array().unwrap().clone())
}

/// What a bundle says where it was changed: the inputs that differ.
fn inputs(differences: &[Value]) -> Vec<&str> {
    differences.iter().map(|difference| difference["input"].as_str().unwrap()).collect()
}

#[test]
fn a_bundle_holds_the_answers_and_all_that_they_were_made_from() {
    let told = value(&bundle());
    let validator = Validator::with_documents(Some(OVERLAY.as_bytes()), [curriculum()]).unwrap();
    let bytes = portfolio();
    let report = validator.validate(bytes.as_bytes(), DAY, Some("year-ended"), None).unwrap();
    assert_eq!(told["report"], value(&report.body_json()));
    assert_eq!(told["assessment"], value(&validator.assess(bytes.as_bytes(), DAY, Some("year-ended")).unwrap()));
    assert_eq!(told["rulebook"], json!({ "fingerprint": validator.fingerprint(), "overlay": value(OVERLAY) }));
    assert_eq!(
        (&told["asOf"], &told["lens"], &told["engine"]),
        (&json!(DAY), &json!("year-ended"), &json!(report.engine()))
    );
    // The curriculum that was used, and not the one that no such student follows; by what `sha256sum` says of them.
    let documents: Vec<(&str, &str)> = told["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["kind"].as_str().unwrap(), one["id"].as_str().unwrap()))
        .collect();
    assert_eq!(documents, [("portfolio", "s"), ("curriculum", "cur-1")]);
    let used = value(&report.to_json())["producer"]["documents"][0]["sha256"].clone();
    assert_eq!(told["documents"][1]["sha256"], used);
    // Embedded as it was written, so that the bytes of the answers are in it.
    assert!(bundle().contains(&report.body_json()), "the body is in it, byte for byte");
    assert!(!bundle().contains("GEHEIM"), "no text of a person is in it");
}

#[test]
fn what_a_bundle_holds_comes_out_again() {
    let (portfolio, curriculum, later) = (portfolio(), curriculum(), later_curriculum());
    let same = ("same".to_owned(), Vec::new());
    assert_eq!(replayed(&bundle(), &[&portfolio, &curriculum]), same);
    assert_eq!(replayed(&bundle(), &[&later, &curriculum, "{}", &portfolio]), same, "in any order, and with others");
    let pretty = bundle().replace(",\"", ",\n  \"");
    assert_eq!(replayed(&pretty, &[&portfolio, &curriculum]), same, "white space says nothing");
    let told = value(&replay(bundle().as_bytes(), &[&portfolio, &curriculum]).unwrap());
    assert_eq!((&told["document"], &told["asOf"]), (&json!({ "kind": "portfolio", "id": "s" }), &json!(DAY)));
    // Without an overlay, without a curriculum, and of a portfolio of which nothing can be read.
    for document in [portfolio.as_str(), "{", ""] {
        let bare = Validator::new(None).unwrap().bundle(document.as_bytes(), DAY, None).unwrap();
        assert_eq!(value(&bare).get("assessment").is_some(), document == portfolio, "{bare}");
        assert_eq!(replayed(&bare, &[document]), same);
    }
}

/// One byte of each input is changed, and the replay says which input that is.
#[test]
fn the_input_that_differs_is_named() {
    let (portfolio, curriculum, bundle) = (portfolio(), curriculum(), bundle());
    let hash = |at: usize| value(&bundle)["documents"][at]["sha256"].clone();
    let of = |document: &str| {
        value(&Validator::new(None).unwrap().bundle(document.as_bytes(), DAY, None).unwrap())["documents"][0]["sha256"]
            .clone()
    };

    let other = portfolio.replace(r#""result":"7""#, r#""result":"8""#);
    let (word, differences) = replayed(&bundle, &[&other, &curriculum]);
    assert_eq!(word, "not-replayed");
    let expected = json!({ "input": "document", "document": { "kind": "portfolio", "id": "s" }, "bundled": hash(0), "found": of(&other) });
    assert_eq!(differences, [expected]);

    let other = curriculum.replace("5.5", "5.6");
    let (word, differences) = replayed(&bundle, &[&portfolio, &other]);
    assert_eq!(word, "not-replayed");
    let expected = json!({ "input": "document", "document": { "kind": "curriculum", "id": "cur-1" }, "bundled": hash(1), "found": of(&other) });
    assert_eq!(differences, [expected]);

    // Of a document that is no JSON any more nobody can say which one it was: it was not given.
    for given in [&[portfolio.as_str()][..], &[&portfolio, &curriculum.replacen('{', "[", 1)]] {
        let (word, differences) = replayed(&bundle, given);
        assert_eq!(word, "not-replayed");
        let expected =
            json!({ "input": "document", "document": { "kind": "curriculum", "id": "cur-1" }, "bundled": hash(1) });
        assert_eq!(differences, [expected]);
    }

    // By another rulebook the same may come out; that it is another one is told. Without a mentor since September, neither a
    // week nor eight days of grace are kept.
    let documents = [portfolio.as_str(), &curriculum];
    let (word, differences) =
        replayed(&bundle.replace(r#""TK-P105.grace_days": 7"#, r#""TK-P105.grace_days": 8"#), &documents);
    assert_eq!((word.as_str(), inputs(&differences)), ("same", vec!["rulebook"]));
    assert_eq!(differences[0]["bundled"], value(&bundle)["rulebook"]["fingerprint"]);
    let (word, differences) = replayed(&bundle.replace(r#""id": "own""#, r#""id": "owl""#), &documents);
    assert_eq!((word.as_str(), inputs(&differences)), ("differs", vec!["rulebook", "report"]));
    assert_eq!(differences[1]["path"], "/rulebook/id");
    let (word, differences) = replayed(&bundle.replace("TK-P105.grace_days", "TK-P105.grace_dayz"), &documents);
    assert_eq!((word.as_str(), inputs(&differences)), ("not-replayed", vec!["rulebook"]));
    assert_eq!(differences[0].get("found"), None, "this engine cannot use it");

    let (word, differences) = replayed(&bundle.replacen(r#""id":"cur-1""#, r#""id":"cur-9""#, 1), &documents);
    assert_eq!((word.as_str(), differences), ("same", vec![json!({ "input": "document", "path": "/documents/1/id" })]));

    let own = value(&bundle)["engine"].as_str().unwrap().to_owned();
    let (word, differences) =
        replayed(&bundle.replace(&format!(r#""engine":"{own}""#), r#""engine":"0.0.9""#), &documents);
    assert_eq!(word, "same", "it is replayed all the same");
    assert_eq!(differences, [json!({ "input": "engine", "bundled": "0.0.9", "found": own })]);

    let (word, differences) = replayed(&bundle.replace(r#""verdict":""#, r#""verdict":"x"#), &documents);
    assert_eq!(word, "differs");
    assert_eq!(differences, [json!({ "input": "report", "path": "/verdict" })]);

    let (word, differences) = replayed(&bundle.replace(r#""state":"passed""#, r#""state":"short""#), &documents);
    assert_eq!(word, "differs");
    assert_eq!(differences, [json!({ "input": "assessment", "path": "/years/0/components/0/state" })]);
}

/// Whichever letter or digit of a bundle is changed: it is no bundle any more, or the replay says that something differs.
#[test]
fn no_change_of_a_bundle_goes_unseen() {
    let (portfolio, curriculum, bundle) = (portfolio(), curriculum(), bundle());
    let documents = [portfolio.as_str(), &curriculum];
    let next = |byte: u8| match byte {
        b'z' => Some(b'a'),
        b'Z' => Some(b'A'),
        b'9' => Some(b'0'),
        byte if byte.is_ascii_alphanumeric() => Some(byte + 1),
        _ => None,
    };
    let (mut refused, mut told) = (0, 0);
    for (at, byte) in bundle.bytes().enumerate().step_by(5) {
        let Some(changed) = next(byte) else { continue };
        let mut bytes = bundle.clone().into_bytes();
        bytes[at] = changed;
        match replay(&bytes, &documents) {
            Err(error) => {
                assert_eq!(error, Error::InvalidBundle);
                refused += 1;
            }
            Ok(replay) => {
                let around = String::from_utf8_lossy(&bytes[at.saturating_sub(40)..=at]).into_owned();
                assert_ne!(value(&replay)["differences"], json!([]), "at {at}: {around}");
                told += 1;
            }
        }
    }
    assert!(refused > 20 && told > 300, "{refused} {told}");
}

#[test]
fn what_is_no_bundle_is_refused() {
    let sound = bundle();
    assert_eq!(Error::InvalidBundle.code(), "invalid-bundle");
    let no_documents = {
        let mut bundle = value(&sound);
        bundle["documents"] = json!([]);
        bundle.to_string()
    };
    let too_many = {
        let mut bundle = value(&sound);
        let curriculum = bundle["documents"][1].clone();
        bundle["documents"].as_array_mut().unwrap().extend(vec![curriculum; 159]);
        bundle.to_string()
    };
    let wrong = [
        too_many,
        String::new(),
        "{".to_owned(),
        "[]".to_owned(),
        portfolio(),
        no_documents,
        format!("{sound} x"),
        sound.replace("twentse-kubus/bundle@1", "twentse-kubus/bundle@2"),
        sound.replacen(r#""engine""#, r#""motor""#, 1),
        sound.replacen(r#""engine":"0"#, r#""engine":"GEHEIM 0"#, 1),
        sound.replacen(r#""id":"s""#, r#""id":"GEHEIM van iemand""#, 1),
        sound.replacen(r#"{"kind":"portfolio","sha256""#, r#"{"kind":"curriculum","sha256""#, 1),
        sound.replacen(r#"{"kind":"curriculum","sha256""#, r#"{"kind":"portfolio","sha256""#, 1),
    ];
    for bundle in wrong {
        assert_ne!(bundle, sound, "it was changed");
        let error = replay(bundle.as_bytes(), &[portfolio()]).unwrap_err();
        assert_eq!(error, Error::InvalidBundle, "{bundle}");
        assert!(!error.to_string().contains("GEHEIM"), "{error}");
    }
    assert_eq!(replay(b"\xff", &[portfolio()]), Err(Error::InvalidBundle));
    assert_eq!(replay_text(sound.as_bytes(), &[portfolio()], "fr"), Err(Error::UnknownLanguage));
    let validator = Validator::new(None).unwrap();
    assert_eq!(validator.bundle(b"{}", "1 mei", None), Err(Error::InvalidDate));
    assert_eq!(validator.bundle(b"{}", DAY, Some("later")), Err(Error::UnknownLens));
}

#[test]
fn a_replay_reads_well_in_every_language() {
    let (portfolio, curriculum, bundle) = (portfolio(), curriculum(), bundle());
    let text = |bundle: &str, documents: &[&str], lang: &str| replay_text(bundle.as_bytes(), documents, lang).unwrap();
    let english = text(&bundle, &[&portfolio, &curriculum], "en");
    assert_eq!(english, "Decision made again · portfolio s · reference day 15 May 2024\nThe same answer as before\n");
    let hash = value(&bundle)["documents"][1]["sha256"].as_str().unwrap().to_owned();
    let dutch = text(&bundle, &[&portfolio], "nl");
    assert_eq!(
        dutch,
        format!(
            "Beslissing opnieuw gemaakt · portfolio s · peildatum 15 mei 2024\nKon niet opnieuw worden gemaakt\n  \
             - opleidingsprogramma cur-1: niet meegegeven (SHA-256 {hash})\n"
        )
    );
    let altered = [
        bundle.replace(r#""engine":"0"#, r#""engine":"9"#),
        bundle.replace(r#""id": "own""#, r#""id": "owl""#),
        bundle.replace("TK-P105.grace_days", "TK-P105.grace_dayz"),
        bundle.replace(r#""state":"passed""#, r#""state":"short""#),
    ];
    let other = curriculum.replace("5.5", "5.6");
    let lists: [&[&List]; 3] = [&REPORT_LISTS, INSIGHT_LISTS, &catalogue::lists()];
    for lang in Lang::ALL {
        let file = Sentences::new(&twentse_kubus::Sentences::write(lang, catalogue::all(), &lists.concat())).unwrap();
        for bundle in altered.iter().chain([&bundle]) {
            for documents in [&[portfolio.as_str(), &curriculum][..], &[&portfolio, &other], &[]] {
                let compiled = text(bundle, documents, lang.tag());
                assert_eq!(compiled, replay_text_from(bundle.as_bytes(), documents, &file).unwrap());
                assert!(!compiled.contains("GEHEIM") && !compiled.contains(['{', '…', '`']), "{compiled}");
            }
        }
    }
    let english = text(&altered[3], &[&portfolio, &curriculum], "en");
    assert!(
        english.ends_with(
            "  - outcome by the assessment framework: different from before, first at /years/0/components/0/state\n"
        ),
        "{english}"
    );
}

#[test]
fn bundles_and_replays_are_of_their_schemas() {
    let (portfolio, curriculum, bundle) = (portfolio(), curriculum(), bundle());
    let is_of = |name: &str, result: &str| {
        let schema = jsonschema::options().should_validate_formats(true).build(&value(&schema(name).unwrap())).unwrap();
        let faults: Vec<String> = schema.iter_errors(&value(result)).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
    };
    is_of("bundle", &bundle);
    is_of("bundle", &Validator::new(None).unwrap().bundle(b"{", DAY, None).unwrap());
    for documents in [&[portfolio.as_str(), &curriculum][..], &[&portfolio], &[]] {
        is_of("replay", &replay(bundle.as_bytes(), documents).unwrap());
    }
}

/// The bundles that released versions made are kept for ever, each with its documents. Their answers come out the same in
/// this version; that the engine or the whole of the rules is another one may be told.
#[test]
fn bundles_of_every_version_are_replayed() {
    let mut versions = 0;
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/bundles"));
    for version in fs::read_dir(folder).unwrap() {
        let version = version.unwrap().path();
        if !version.is_dir() {
            continue;
        }
        let read = |name: &str| fs::read(version.join(name)).unwrap();
        let documents = [read("curriculum.json"), read("portfolio.json")];
        let told = value(&replay(&read("bundle.json"), &documents).unwrap());
        assert_eq!(told["replayed"], "same", "{}: {told}", version.display());
        let differences = told["differences"].as_array().unwrap();
        assert!(inputs(differences).iter().all(|input| ["engine", "rulebook"].contains(input)), "{told}");
        let bundle = value(std::str::from_utf8(&read("bundle.json")).unwrap());
        assert_eq!(version.file_name().unwrap().to_str(), bundle["engine"].as_str());
        versions += 1;
    }
    assert!(versions >= 1, "the one of 0.1.0 is there");
}
