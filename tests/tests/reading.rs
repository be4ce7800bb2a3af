//! Hostile and malformed input, the agreement of reader and schema, and the paths of what was cut out.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::de::IgnoredAny;
use serde_json::Value;
use twentse_kubus::Portfolio;
use twentse_kubus::api::{Unchecked, Validator, schema, validate};
use twentse_kubus::grammar::Closed as _;
use twentse_kubus_conformance::kinds::{KINDS, named};
use twentse_kubus_conformance::samples::random::Random;
use twentse_kubus_conformance::vectors::all;

/// The codes of the rules of reading that fire.
fn codes(document: &[u8]) -> Vec<&'static str> {
    let report = validate(document, "2024-05-15").unwrap();
    report.findings().iter().map(twentse_kubus::Finding::code).filter(|code| code.starts_with("TK-R")).collect()
}

#[test]
fn hostile_input_is_told_and_never_a_panic() {
    assert_eq!(codes(&vec![b'['; 10 << 20]), ["TK-R001"]);
    assert_eq!(codes(b""), ["TK-R001"]);
    assert_eq!(codes(b"\xff\xfe"), ["TK-R001"]);
    assert_eq!(codes(b"[]"), ["TK-R005"]);
    assert_eq!(codes(b"null"), ["TK-R005"]);
    let deep = format!(
        r#"{{"format":"twentse-kubus/portfolio@1","student":{{"id":"s"}},"goals":{}{}}}"#,
        "[".repeat(70),
        "]".repeat(70)
    );
    assert_eq!(codes(deep.as_bytes()), ["TK-R005", "TK-R010"], "what cannot be read is held to the limits too");
    let lone = br#"{"format":"twentse-kubus/portfolio@1","student":{"id":"s","name":"\ud800"}}"#;
    assert_eq!(codes(lone), ["TK-R001"], "half a surrogate pair is no text");
}

/// Tools differ in whether they write hexadecimal digits as capitals (`shasum` does not, `Get-FileHash` does).
#[test]
fn a_hash_may_be_written_in_capitals() {
    let of = |hash: &str| {
        let evidence = format!(r#"[{{"id":"e","kind":"photo","attachments":[{{"name":"a.jpg","sha256":"{hash}"}}]}}]"#);
        let document =
            format!(r#"{{"format":"twentse-kubus/portfolio@1","student":{{"id":"s"}},"evidence":{evidence}}}"#);
        codes(document.as_bytes())
    };
    for sound in ["A".repeat(64), "a".repeat(64), "0aF9".repeat(16)] {
        assert_eq!(of(&sound), Vec::<&str>::new(), "{sound}");
    }
    for unsound in ["A".repeat(63), "A".repeat(65), "G".repeat(64), String::new()] {
        assert_eq!(of(&unsound), ["TK-R006"], "{unsound}");
    }
}

/// Duplicate keys and limits aside, which a schema cannot say, the published schema refuses what the reader refuses.
#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schemas = KINDS.each_ref().map(|of| {
        let schema: Value = serde_json::from_str(&schema(of.kind.key()).unwrap()).unwrap();
        jsonschema::meta::validate(&schema).unwrap();
        (of.kind, jsonschema::options().should_validate_formats(true).build(&schema).unwrap())
    });
    let mut compared = BTreeMap::<&str, usize>::new();
    for vector in all(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"))).unwrap() {
        let of = named(vector.case.judges.as_deref()).unwrap();
        let (_, schema) = schemas.iter().find(|(kind, _)| *kind == of.kind).unwrap();
        let Ok(text) = std::str::from_utf8(&vector.document) else { continue };
        let Ok(value) = serde_json::from_str::<Value>(text) else { continue };
        if matches!(vector.code.as_str(), "TK-R009" | "TK-R010") {
            continue;
        }
        assert_eq!(schema.is_valid(&value), of.read(text).is_ok(), "{}", vector.name);
        *compared.entry(of.kind.key()).or_default() += 1;
    }
    assert!(compared.len() == KINDS.len() && compared.values().all(|number| *number > 100), "{compared:?}");
}

/// Cutting out and reading again gives the paths of the document as it was given.
#[test]
fn paths_are_those_of_the_document_as_given() {
    let document = br#"{"format":"twentse-kubus/portfolio@1","student":{"id":"s"},
        "goals":["?", {"id":"g-1","kind":"learning-goal","text":" "}]}"#;
    let report = validate(document, "2024-05-15").unwrap();
    let of_reading = report.findings().iter().enumerate().filter(|(_, finding)| finding.code().starts_with("TK-R"));
    let found: Vec<_> = of_reading.clone().map(|(_, finding)| (finding.code(), finding.path())).collect();
    assert_eq!(found, [("TK-R005", "/goals/0".to_owned()), ("TK-R015", "/goals/1/text".to_owned())]);
    let (at, _) = of_reading.max_by_key(|(at, _)| *at).unwrap();
    let place = report.places(document)[at];
    assert_eq!((place.line, &document[place.start..place.end]), (2, &b"\" \""[..]));
}

/// A part that cannot be read, and a document without its student, hide nothing of what else is wrong in them.
#[test]
fn all_that_is_wrong_is_told_at_once() {
    let document = br#"{"format":"twentse-kubus/portfolio@1","student":{},
        "placements":[7, {"period":{"from":"2024-02-01","until":"2024-01-01"},"weeks":[null,{"id":"w"},{"id":"w"}]}],
        "goals":[{"id":"g","kind":"?","text":" ","more":1,"more":2},{"id":"g","kind":"learning-goal","text":7}],
        "designs":[{"id":null,"goals":["g","h"],"placement":"p"}]}"#;
    let report = validate(document, "2024-05-15").unwrap();
    let of_reading = report.findings().iter().filter(|finding| finding.code().starts_with("TK-R"));
    let found: Vec<_> = of_reading.map(|finding| format!("{} {}", finding.code(), finding.path())).collect();
    let expected = [
        "TK-R003 /student/id",
        "TK-R005 /placements/0",
        "TK-R003 /placements/1/id",
        "TK-R013 /placements/1/period",
        "TK-R005 /placements/1/weeks/0",
        "TK-R011 /placements/1/weeks/2/id",
        "TK-R004 /goals/0",
        "TK-R004 /goals/0",
        "TK-R009 /goals/0",
        "TK-R006 /goals/0/kind",
        "TK-R015 /goals/0/text",
        "TK-R011 /goals/1/id",
        "TK-R005 /goals/1/text",
        "TK-R003 /designs/0/id",
        "TK-R012 /designs/0/goals/1",
    ];
    assert_eq!(found, expected);
    assert_eq!(report.verdict(), "undecided", "nothing of it was judged, the blank text neither");
}

/// The same of a knowledge base, where ids are declared in lists too. What its clips are coupled to is not judged, since not
/// all ids of its materials could be read.
#[test]
fn all_that_is_wrong_with_a_knowledge_base_is_told_at_once() {
    let document = br#"{"format":"twentse-kubus/knowledge-base@1",
        "stages":["student-1","pupil"],"themes":[{"id":"t"},{"id":"t","more":1}],
        "materials":[{"id":"m","kind":"film","questions":["q","q"],"clips":[7,{"questions":["q","r"],"examples":["e"]}],
            "period":{"from":"2018-02-01","until":"2018-01-01"},"knowledge":["k"]},
            {"id":"n","kind":"ktp","examples":["e"],"reviews":[{"on":"2018-02-30"}]}]}"#;
    let report = Validator::new(None).unwrap();
    let report = report.validate(document, "2018-05-16", None, Some("knowledge-base")).unwrap();
    let of_reading = report.findings().iter().filter(|finding| finding.code().starts_with("TK-R"));
    let found: Vec<_> = of_reading.map(|finding| format!("{} {}", finding.code(), finding.path())).collect();
    let expected = [
        "TK-R003 /id",
        "TK-R006 /stages/1",
        "TK-R011 /themes/1/id",
        "TK-R004 /themes/1",
        "TK-R012 /materials/0/knowledge/0",
        "TK-R006 /materials/0/kind",
        "TK-R013 /materials/0/period",
        "TK-R005 /materials/0/clips/0",
        "TK-R003 /materials/0/clips/1/id",
        "TK-R011 /materials/0/questions/1",
        "TK-R008 /materials/1/reviews/0/on",
    ];
    let sorted = |codes: &mut dyn Iterator<Item = String>| codes.collect::<BTreeSet<String>>();
    assert_eq!(sorted(&mut found.into_iter()), sorted(&mut expected.into_iter().map(str::to_owned)));
    assert_eq!(report.verdict(), "undecided", "nothing of it was judged");
}

/// The same of a curriculum, where some things are known by a number or a word. A key that could not be read is no second one
/// of any, a scale is not missed while not all scales are known, and of what cannot be read the smallest part is left out.
#[test]
fn all_that_is_wrong_with_a_curriculum_is_told_at_once() {
    let document = br#"{"format":"twentse-kubus/curriculum@1","id":"c","firstCohort":"2015-2016","lastCohort":"2015",
        "years":[{"studyYear":1,"daysAtSchool":8},{"studyYear":5},{"studyYear":1}],"assignments":[{"id":"a"}],
        "assessment":{"scales":[{"id":"s","kind":"numeric"},{"kind":"ordinal"}],"counts":"first",
            "components":[{"id":"k","studyYear":1,"of":"assignment","scale":"t","assignment":"b"},{"id":"l","studyYear":2}],
            "partners":[{"partner":"academy"},{"partner":"institute"},{"partner":"institute","roles":["mentor","nobody"]}]},
        "research":{"audience":["lecturers","parents"]}}"#;
    let report = Validator::new(None).unwrap();
    let report = report.validate(document, "2018-05-16", None, Some("curriculum")).unwrap();
    let of_reading = report.findings().iter().filter(|finding| finding.code().starts_with("TK-R"));
    let found: Vec<_> = of_reading.map(|finding| format!("{} {}", finding.code(), finding.path())).collect();
    let expected = [
        "TK-R008 /lastCohort",
        "TK-R007 /years/0/daysAtSchool",
        "TK-R007 /years/1/studyYear",
        "TK-R011 /years/2/studyYear",
        "TK-R003 /assessment/scales/1/id",
        "TK-R006 /assessment/counts",
        "TK-R012 /assessment/components/0/assignment",
        "TK-R003 /assessment/components/1/of",
        "TK-R006 /assessment/partners/0/partner",
        "TK-R011 /assessment/partners/2/partner",
        "TK-R006 /assessment/partners/2/roles/1",
        "TK-R006 /research/audience/1",
    ];
    let sorted = |codes: &mut dyn Iterator<Item = String>| codes.collect::<BTreeSet<String>>();
    assert_eq!(sorted(&mut found.into_iter()), sorted(&mut expected.into_iter().map(str::to_owned)));
    let parts: Vec<String> = report.unchecked().iter().filter_map(Unchecked::path).collect();
    let left_out = [
        "/lastCohort",
        "/years/0",
        "/years/1",
        "/years/2",
        "/assessment/scales/1",
        "/assessment/components/0",
        "/assessment/components/1",
        "/assessment/counts",
        "/assessment/partners/0",
        "/assessment/partners/2",
        "/research/audience/1",
    ];
    assert_eq!(parts, left_out);
}

/// The same of a partnership, where a layer is known by a word, and schools and boards are named from everywhere.
#[test]
fn all_that_is_wrong_with_a_partnership_is_told_at_once() {
    let document = br#"{"format":"twentse-kubus/partnership@1","id":"pa","schoolYear":"2017-2018","status":"new",
        "boards":[{"id":"b"},{"id":"b"}],"schools":[{"id":"s","board":"c"},{"id":"t","places":-1,"agenda":[{"id":"o"}]},
            {"id":"u","research":[{"title":" "}],"agenda":[{"id":"o"}]}],
        "persons":[{"id":"p","name":"A","roles":[{"role":"head"},{"role":"mentor","schools":["s","v"]}]},{"name":"B"}],
        "students":[{"student":"x"},{"student":"y","studyYear":5},{"student":"z","studyYear":1,"period":{"from":"2018-02-01","until":"2018-01-01"}}],
        "trainerDays":[{"date":"2018-02-30"}],"meetings":[{"kind":"triad","date":"2018-02-28","present":[{"person":"p","name":"C"}]}],
        "qualityLayers":[{"layer":"tactical"},{"layer":"top"},{"layer":"tactical","actions":[{"on":"2018-05-17"}]}]}"#;
    let report = Validator::new(None).unwrap();
    let report = report.validate(document, "2018-05-16", None, Some("partnership")).unwrap();
    let of_reading = report.findings().iter().filter(|finding| finding.code().starts_with("TK-R"));
    let found: Vec<_> = of_reading.map(|finding| format!("{} {}", finding.code(), finding.path())).collect();
    let expected = [
        "TK-R006 /status",
        "TK-R011 /boards/1/id",
        "TK-R012 /schools/0/board",
        "TK-R007 /schools/1/places",
        "TK-R015 /schools/2/research/0/title",
        "TK-R011 /schools/2/agenda/0/id",
        "TK-R006 /persons/0/roles/0/role",
        "TK-R012 /persons/0/roles/1/schools/1",
        "TK-R003 /persons/1/id",
        "TK-R003 /students/0/studyYear",
        "TK-R007 /students/1/studyYear",
        "TK-R013 /students/2/period",
        "TK-R008 /trainerDays/0/date",
        "TK-R016 /meetings/0/present/0/name",
        "TK-R006 /qualityLayers/1/layer",
        "TK-R011 /qualityLayers/2/layer",
        "TK-R014 ",
    ];
    let sorted = |codes: &mut dyn Iterator<Item = String>| codes.collect::<BTreeSet<String>>();
    assert_eq!(sorted(&mut found.into_iter()), sorted(&mut expected.into_iter().map(str::to_owned)));
    let parts: Vec<String> = report.unchecked().iter().filter_map(Unchecked::path).collect();
    let left_out = [
        "/status",
        "/boards/1",
        "/schools/0",
        "/schools/1",
        "/schools/2",
        "/persons/0",
        "/persons/1",
        "/students/0",
        "/students/1",
        "/students/2",
        "/trainerDays/0",
        "/qualityLayers/1",
        "/qualityLayers/2",
    ];
    assert_eq!(parts, left_out);
}

/// Work grows with the document, not with its square: a hundred thousand faults, ids, cuts and placements are reported
/// together. Were one of these paths quadratic, this test would take minutes.
#[test]
fn hostile_documents_cost_no_more_than_their_size() {
    let list = |item: &dyn Fn(usize) -> String| (0..100_000).map(item).collect::<Vec<_>>().join(",");
    let portfolio = |rest: String| format!(r#"{{"format":"twentse-kubus/portfolio@1","student":{{"id":"s"}},{rest}}}"#);
    let documents = [
        portfolio(format!(
            r#""goals":[{}]"#,
            list(&|at| if at % 2 == 0 {
                "7".to_owned()
            } else {
                format!(r#"{{"id":"g-{at}","kind":"learning-goal","text":" "}}"#)
            })
        )),
        portfolio(list(&|_| r#""goals":[]"#.to_owned())),
        portfolio(format!(
            r#""placements":[{}]"#,
            list(&|at| format!(
                r#"{{"id":"p-{at}","school":"a","daysAtSchool":2,"period":{{"from":"2023-09-01"}},"trainers":[{{"person":"x"}}]}}"#
            ))
        )),
        portfolio(format!(
            r#""evidence":[{}]"#,
            list(&|_| r#"{"id":"e","kind":"photo","placement":"nowhere"}"#.to_owned())
        )),
        portfolio(format!(
            r#""exemptions":[{}],"placements":[{}],"evidence":[{}],"assessments":[{}],"research":{{"schoolDevelopmentThemes":[{}]}}"#,
            list(&|at| format!(r#"{{"id":"x-{at}","of":"assignment","assignment":"o-{at}"}}"#)),
            list(&|at| format!(r#"{{"id":"p-{at}","school":"s-{at}","period":{{"from":"1990-09-01"}}}}"#)),
            list(&|at| format!(
                r#"{{"id":"e-{at}","kind":"plan","assignment":"o-{at}","placement":"p-{at}","activity":"reading-aloud"}}"#
            )),
            list(&|at| format!(
                r#"{{"id":"a-{at}","of":"school-development-theme","isFinal":true,"result":"g","theme":"t-{at}"}}"#
            )),
            list(&|at| format!(r#"{{"id":"t-{at}","method":"survey"}}"#)),
        )),
        format!(
            r#"{{"format":"twentse-kubus/portfolio@1","student":{{"id":"s","years":[{}]}},"placements":[{}]}}"#,
            list(&|at| format!(
                r#"{{"schoolYear":"{}-{}","studyYear":{}}}"#,
                1950 + at % 70,
                1951 + at % 70,
                1 + at % 4
            )),
            list(&|at| format!(r#"{{"id":"p-{at}","school":"s-{}","period":{{"from":"1950-09-01"}}}}"#, at / 2)),
        ),
        portfolio(format!(r#""extra":{{{}}}"#, list(&|at| format!(r#""k-{}":0"#, at / 2)))),
        portfolio(list(&|at| format!(r#""k-{}":0"#, at / 2))),
        portfolio(format!(
            r#""evidence":[{}]"#,
            list(&|at| format!(r#"{{"id":"e-{}","kind":"phto","attachments":[7,{{"name":" "}}]}}"#, at / 2))
        )),
    ];
    for document in documents {
        let report = validate(document.as_bytes(), "2024-05-15").unwrap();
        assert!(report.counts().error > 0, "{:?}", document.get(..80));
        assert_eq!(report.places(document.as_bytes()).len(), report.findings().len());
    }
}

/// The same of knowledge bases: a hundred thousand themes, places, questions and couplings.
#[test]
fn hostile_knowledge_bases_cost_no_more_than_their_size() {
    let list = |item: &dyn Fn(usize) -> String| (0..100_000).map(item).collect::<Vec<_>>().join(",");
    let base = |rest: String| format!(r#"{{"format":"twentse-kubus/knowledge-base@1","id":"kb",{rest}}}"#);
    let documents = [
        base(format!(
            r#""themes":[{}],"materials":[{{"id":"m","kind":"ktp","boundTo":"c","places":[{}]}}]"#,
            list(&|at| format!(r#"{{"id":"t-{at}"}}"#)),
            list(&|at| format!(r#"{{"theme":"t-{}","stages":["teacher"]}}"#, at * 2)),
        )),
        base(format!(
            r#""materials":[{{"id":"m","kind":"ktp","questions":[{}],"clips":[{}]}}]"#,
            list(&|at| format!(r#""q-{at}""#)),
            list(&|at| format!(r#"{{"id":"c-{at}","questions":["q-{at}"]}}"#)),
        )),
        base(format!(
            r#""materials":[{{"id":"m","kind":"ktp","questions":[{}],"clips":[{{"id":"c","questions":[{}]}}]}}]"#,
            list(&|at| format!(r#""q-{}""#, at / 2)),
            list(&|_| r#""nowhere""#.to_owned()),
        )),
        base(format!(
            r#""materials":[{}]"#,
            list(&|at| format!(r#"{{"id":"m-{at}","kind":"ktp","makers":[{{"person":"p","name":"{at}"}}]}}"#)),
        )),
    ];
    let validator = Validator::new(None).unwrap();
    for document in documents {
        let report = validator.validate(document.as_bytes(), "2018-05-16", None, Some("knowledge-base")).unwrap();
        assert!(report.counts().error > 0, "{:?}", document.get(..80));
        assert_eq!(report.places(document.as_bytes()).len(), report.findings().len());
    }
}

/// The same of curricula: a hundred thousand study years that are one, keys that are none, and parts of the framework.
#[test]
fn hostile_curricula_cost_no_more_than_their_size() {
    let list = |item: &dyn Fn(usize) -> String| (0..100_000).map(item).collect::<Vec<_>>().join(",");
    let curriculum = |rest: String| {
        format!(r#"{{"format":"twentse-kubus/curriculum@1","id":"c","firstCohort":"2015-2016",{rest}}}"#)
    };
    let documents = [
        curriculum(format!(r#""years":[{}]"#, list(&|at| format!(r#"{{"studyYear":{}}}"#, at % 4 + 1)))),
        curriculum(format!(r#""years":[{}]"#, list(&|at| format!(r#"{{"studyYear":{}}}"#, at % 2 * 9)))),
        curriculum(format!(
            r#""assessment":{{"partners":[{}],"passRules":[{}]}}"#,
            list(&|at| format!(r#"{{"partner":"{}"}}"#, if at % 2 == 0 { "schools" } else { "none" })),
            list(&|_| r#"{"kind":"all"}"#.to_owned()),
        )),
        curriculum(format!(
            r#""assessment":{{"scales":[{{"id":"s","kind":"ordinal","values":[{}]}}],"components":[{}]}}"#,
            list(&|at| format!(r#"{{"id":"r-{}"}}"#, at / 2)),
            list(&|at| format!(
                r#"{{"id":"k-{at}","studyYear":{},"of":"development","scale":"t-{at}","leastResult":"R-{at}"}}"#,
                at % 4 + 1
            )),
        )),
    ];
    let validator = Validator::new(None).unwrap();
    for document in documents {
        let report = validator.validate(document.as_bytes(), "2018-05-16", None, Some("curriculum")).unwrap();
        assert!(report.counts().error > 0, "{:?}", document.get(..80));
        assert_eq!(report.places(document.as_bytes()).len(), report.findings().len());
    }
}

/// The same of partnerships: a hundred thousand students, persons and meetings at one school, and as many schools of one role.
#[test]
fn hostile_partnerships_cost_no_more_than_their_size() {
    let list = |item: &dyn Fn(usize) -> String| (0..100_000).map(item).collect::<Vec<_>>().join(",");
    let partnership = |rest: String| {
        format!(
            r#"{{"format":"twentse-kubus/partnership@1","id":"pa","schoolYear":"2017-2018","qualityLayers":[7],{rest}}}"#
        )
    };
    let one_school = r#""schools":[{"id":"s","places":1}]"#;
    let documents = [
        partnership(format!(
            r#"{one_school},"students":[{}]"#,
            list(&|at| format!(
                r#"{{"student":"x-{}","studyYear":{},"school":"s","period":{{"from":"20{:02}-08-01","until":"20{:02}-07-31"}}}}"#,
                at / 2,
                at % 4 + 1,
                at % 17,
                at % 13 + 20
            ))
        )),
        partnership(format!(
            r#"{one_school},"persons":[{}],"meetings":[{}]"#,
            list(&|at| format!(
                r#"{{"id":"p-{at}","roles":[{{"role":"school-trainer","schools":["s"],"since":"2010-01-01"}}]}}"#
            )),
            list(&|at| format!(r#"{{"kind":"triad","date":"2018-03-01","schools":["s"],"organisedBy":["p-{at}"]}}"#)),
        )),
        partnership(format!(
            r#""schools":[{}],"persons":[{{"id":"p","roles":[{{"role":"mentor","schools":[{}]}}]}}],"students":[{}]"#,
            list(&|at| format!(r#"{{"id":"s-{at}","places":0}}"#)),
            list(&|at| format!(r#""s-{at}""#)),
            list(&|at| format!(r#"{{"student":"x-{at}","studyYear":3,"school":"s-{at}"}}"#)),
        )),
        partnership(format!(
            r#""schools":[{}],"students":[{}]"#,
            list(&|at| format!(r#"{{"id":"s-{}","board":"b-{at}"}}"#, at / 2)),
            list(&|at| format!(r#"{{"student":"x","studyYear":3,"school":"S-{at}"}}"#)),
        )),
        partnership(format!(
            r#""qualityLayers":[{}]"#,
            list(&|at| format!(r#"{{"layer":"{}"}}"#, if at % 2 == 0 { "tactical" } else { "t" }))
        )),
    ];
    let validator = Validator::new(None).unwrap();
    for document in documents {
        for (day, lens) in [("2018-05-16", None), ("2018-05-16", Some("year-ended")), ("2017-05-16", None)] {
            let report = validator.validate(document.as_bytes(), day, lens, Some("partnership")).unwrap();
            assert!(report.counts().error > 0, "{:?}", document.get(..80));
            assert_eq!(report.places(document.as_bytes()).len(), report.findings().len());
        }
    }
}

/// What is JSON is not ours to say: of forty thousand texts, most of them a few characters away from JSON, the reader takes
/// those that `serde_json` takes, and says where it stops.
#[test]
fn json_is_what_others_take_for_json() {
    let sound =
        r#" {"a": [0, -1.5e+3, "x\u00e9\n\ud83d\ude00", true], "b\\": {"c": null, "d": [[], {}, false]}, "e": "é"} "#;
    let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "\\q", "0", "9", "-", "+", ".", "e", "null", "tru", "\u{1}",
        "\n", "é", " ",
    ];
    let mut random = Random::new(3, 0);
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..40_000 {
        let mut text: Vec<char> = sound.chars().collect();
        for _ in 0..random.between(0, 3) {
            let at = random.below(text.len());
            let end = (at + random.below(3)).min(text.len());
            let piece = if random.chance(0.3) { "" } else { random.pick(&pieces) };
            text.splice(at..end, piece.chars());
        }
        let text: String = text.into_iter().collect();
        let is_json = serde_json::from_str::<IgnoredAny>(&text).is_ok();
        assert_eq!(codes(text.as_bytes()) != ["TK-R001"], is_json, "{text}");
        let stopped = Portfolio::from_json(&text).unwrap_err();
        assert!(stopped.line >= 1 && stopped.column <= text.chars().count() + 1, "{text}: {stopped}");
        *(if is_json { &mut taken } else { &mut refused }) += 1;
    }
    assert!(taken > 5_000 && refused > 5_000, "{taken} taken, {refused} refused");
}

/// A number is what it says, in whichever notation: the days at school may be 0 to 7, in at most two decimals.
#[test]
fn numbers_are_read_in_every_notation_and_never_rounded() {
    let read = |number: &str| {
        let document = format!(
            r#"{{"format":"twentse-kubus/portfolio@1","student":{{"id":"s"}},"placements":[{{"id":"p","school":"a","daysAtSchool":{number}}}]}}"#
        );
        let portfolio = Portfolio::from_json(&document).ok();
        assert_eq!(portfolio.is_none(), codes(document.as_bytes()) == ["TK-R007"], "{number}");
        portfolio?.placements.first()?.days_at_school.map(|days| days.get().as_hundredths())
    };
    let two =
        ["2", "2.0", "2e0", "0.2e1", "20e-1", "200E-2", "2.0000000000000000000000", "0.0000000000000000000002e22"];
    for number in two {
        assert_eq!(read(number), Some(200), "{number}");
    }
    let others =
        [("0", 0), ("-0", 0), ("-0.0e7", 0), ("0e99999999999999999999", 0), ("2.25", 225), ("7", 700), ("5e-2", 5)];
    for (number, hundredths) in others {
        assert_eq!(read(number), Some(hundredths), "{number}");
    }
    let unfit = [
        "-1",
        "-0.01",
        "7.01",
        "8",
        "2.005",
        "5e-3",
        "1e400",
        "1e-400",
        "1e99999999999999999999",
        "4294967298",
        "2.00000000000000000001",
        "99999999999999999999",
    ];
    for number in unfit {
        assert_eq!(read(number), None, "{number}");
    }
}

/// However many people there are: each of those who are given another name is reported once, at the first place of that name.
#[test]
fn everybody_with_two_names_is_told_once() {
    let person = |at: usize| {
        // The third mention of each seventh person and the second of each eleventh has another name.
        let (number, mention) = (at % 400, at / 400);
        let other = number % 7 == 0 && mention >= 2 || number % 11 == 0 && mention == 1;
        format!(r#"{{"person":"p-{number}","role":"mentor","name":"{}"}}"#, if other { "Anders" } else { "Zo" })
    };
    let people: Vec<String> = (0..1600).map(person).collect();
    let document = format!(
        r#"{{"format":"twentse-kubus/portfolio@1","student":{{"id":"s"}},"decisions":[{{"id":"d","kind":"graduation","by":[{}]}}]}}"#,
        people.join(",")
    );
    let report = validate(document.as_bytes(), "2024-05-15").unwrap();
    let told =
        report.findings().iter().filter(|finding| finding.code() == "TK-R016").map(twentse_kubus::api::Finding::path);
    let second = (400..800).filter(|at| (at % 400) % 11 == 0);
    let third = (800..1200).filter(|at| (at % 400) % 7 == 0 && (at % 400) % 11 != 0);
    let expected: Vec<String> = second.chain(third).map(|at| format!("/decisions/0/by/{at}/name")).collect();
    assert_eq!(told.collect::<Vec<_>>(), expected);
}
