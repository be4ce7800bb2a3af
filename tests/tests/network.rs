//! The organisation of a partnership, over every vector and over made-up partnerships: it agrees with the rules on the network, is
//! of its schema, repeats nothing that a person wrote, and one is worked out by hand.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use twentse_kubus::api::{Sentences, Validator, schema};
use twentse_kubus::grammar::List;
use twentse_kubus::insight::INSIGHT_LISTS;
use twentse_kubus::{Lang, REPORT_LISTS, catalogue};
use twentse_kubus_conformance::samples::{Sample, partnerships};
use twentse_kubus_conformance::vectors::all;

struct Asked {
    name: String,
    validator: Validator,
    document: Vec<u8>,
    as_of: String,
    lens: Option<String>,
}

impl Asked {
    fn network(&self) -> Option<Value> {
        let network = self.validator.network(&self.document, &self.as_of, self.lens.as_deref());
        network.ok().map(|text| serde_json::from_str(&text).unwrap())
    }

    fn report(&self) -> Value {
        let report =
            self.validator.validate(&self.document, &self.as_of, self.lens.as_deref(), Some("partnership")).unwrap();
        serde_json::from_str(&report.body_json()).unwrap()
    }
}

/// Every vector of partnerships, and made-up ones, half of them with faults.
fn asked() -> Vec<Asked> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"));
    let vectors = all(root).unwrap().into_iter();
    let of_vectors =
        vectors.filter(|vector| vector.case.judges.as_deref() == Some("partnership")).map(|vector| Asked {
            validator: vector.validator().unwrap(),
            name: vector.name,
            document: vector.document,
            as_of: vector.case.as_of,
            lens: vector.case.lens,
        });
    let made = partnerships(400, 29, 0.5).map(|Sample { json, known }| Asked {
        name: known.document.clone(),
        validator: Validator::new(None).unwrap(),
        document: json.into_bytes(),
        as_of: known.as_of,
        lens: None,
    });
    of_vectors.chain(made).collect()
}

fn list<'v>(value: &'v Value, path: &str) -> &'v [Value] {
    value.pointer(path).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn number(value: &Value, path: &str) -> u64 {
    value.pointer(path).unwrap().as_u64().unwrap()
}

/// Whether fewer are held and planned than are required.
fn is_short(count: &Value) -> bool {
    count["required"].as_u64().is_some_and(|required| number(count, "/held") + number(count, "/planned") < required)
}

/// The ids of those of a list for which something holds.
fn ids(list: &[Value], id: &str, holds: impl Fn(&Value) -> bool) -> Vec<String> {
    list.iter().filter(|one| holds(one)).map(|one| one[id].as_str().unwrap().to_owned()).collect()
}

/// As many as lack something.
fn without(of: &Value, all: &str, with: &str) -> Vec<String> {
    vec![String::new(); usize::try_from(number(of, all) - number(of, with)).unwrap()]
}

/// The day two years before another: the term of TK-N202.
fn two_years_before(day: &str) -> String {
    let (year, rest) = day.split_once('-').unwrap();
    format!("{}-{rest}", year.parse::<u16>().unwrap() - 2)
}

/// What each rule must find, by the numbers that are shown: the ids of its subjects, or as many empty texts where it counts
/// things without ids. The norms that are not shown are those of the built-in rulebook.
fn expected(network: &Value) -> BTreeMap<&'static str, Vec<String>> {
    let (schools, day) = (list(network, "/schools"), network["day"].as_str().unwrap());
    let (loads, progress) = (list(network, "/trainers/loads"), list(network, "/trainers/progress"));
    let (meetings, layers) = (&network["meetings"], list(network, "/meetings/quality"));
    let days = &meetings["trainerDays"];
    let held = |triad_or_exhibition: &Value, with: &str| without(triad_or_exhibition, "/number/held", with);
    let whole = |short: bool| vec![String::new(); usize::from(short)];
    let teams = list(network, "/trainers/teams").iter().filter(|team| team["enough"] == false);
    [
        ("TK-N201", ids(progress, "person", |one| one["training"] == "no")),
        (
            "TK-N202",
            ids(progress, "person", |one| {
                let since = one["since"].as_str().is_some_and(|since| since <= two_years_before(day).as_str());
                since && one["register"] != "yes" && day > "2020-12-31"
            }),
        ),
        (
            "TK-N203",
            ids(schools, "school", |one| {
                number(one, "/students/soFar") > 0 && number(one, "/people/mentors/trained") == 0
            }),
        ),
        ("TK-N301", teams.map(|team| team["trainers"][0].as_str().unwrap().to_owned()).collect()),
        ("TK-N302", ids(loads, "person", |one| one["allowed"] == false)),
        (
            "TK-N303",
            ids(schools, "school", |one| {
                number(one, "/students/soFar") >= 2 && list(one, "/students/studyYears").len() < 2
            }),
        ),
        (
            "TK-N304",
            ids(schools, "school", |one| {
                let most = one.pointer("/fullest/students").and_then(Value::as_u64);
                one["places"].as_u64().zip(most).is_some_and(|(places, most)| most > places)
            }),
        ),
        ("TK-N401", whole(is_short(&days["number"]))),
        ("TK-N402", without(days, "/recorded", "/withStudioTheme")),
        ("TK-N403", without(days, "/recorded", "/withBothSides")),
        ("TK-N404", without(days, "/recorded", "/withAllParts")),
        ("TK-N405", ids(schools, "school", |one| is_short(&one["meetings"]["triads"]))),
        ("TK-N406", held(&meetings["triads"], "/complete")),
        ("TK-N407", held(&meetings["triads"], "/withAgenda")),
        ("TK-N408", ids(layers, "layer", |one| one["required"] == true && one["covered"] == false)),
        ("TK-N409", whole(is_short(&meetings["exhibitions"]["number"]))),
        ("TK-N410", held(&meetings["exhibitions"], "/withAudience")),
        ("TK-N411", ids(progress, "person", |one| one.get("intervisions").is_some_and(is_short))),
        ("TK-N412", ids(schools, "school", |one| is_short(&one["meetings"]["readingAloud"]))),
        ("TK-N413", ids(layers, "layer", |one| one["followedUp"] == false)),
        ("TK-N414", ids(schools, "school", |one| one["meetings"].get("talksMissing").is_some())),
    ]
    .into_iter()
    .collect()
}

/// A rule finds something exactly where the number that is shown is off its norm.
#[test]
fn the_numbers_agree_with_the_rules() {
    let (mut found, mut silent) = (BTreeMap::new(), 0);
    for asked in asked() {
        let Some(network) = asked.network() else { continue };
        if network.get("unreadable").is_some() {
            continue;
        }
        let report = asked.report();
        let outcomes: BTreeMap<&str, &str> = list(&report, "/outcomes")
            .iter()
            .map(|one| (one["code"].as_str().unwrap(), one["outcome"].as_str().unwrap()))
            .collect();
        for (code, mut expected) in expected(&network) {
            // Some norms are not shown: a rulebook may have others.
            let has_hidden_norm = ["TK-N202", "TK-N303"].contains(&code);
            if outcomes.get(code).is_none_or(|outcome| *outcome == "disabled")
                || (has_hidden_norm
                    && asked
                        .validator
                        .rulebook_source()
                        .is_some_and(|text| text.windows(7).any(|part| part == code.as_bytes())))
            {
                continue;
            }
            let findings = list(&report, "/findings").iter().filter(|finding| finding["code"] == code);
            let by_id = expected.iter().any(|id| !id.is_empty());
            let subject = |finding: &Value| {
                if by_id { finding["subject"]["id"].as_str().unwrap_or_default().to_owned() } else { String::new() }
            };
            let mut actual: Vec<String> = findings.clone().map(subject).collect();
            actual.sort();
            expected.sort();
            assert_eq!(actual, expected, "{}: {code}", asked.name);
            *found.entry(code).or_insert(0) += actual.len();
            silent += usize::from(actual.is_empty());
            for finding in findings {
                facts_are_shown(&network, finding, &asked.name);
            }
        }
    }
    let rare: Vec<_> = found.iter().filter(|(_, number)| **number < 3).collect();
    assert!(found.len() == 21 && rare.is_empty() && silent > 5_000, "{rare:?} {found:?} {silent}");
}

/// The facts of a finding about load, places and meetings are the numbers that are shown.
fn facts_are_shown(network: &Value, finding: &Value, name: &str) {
    let (facts, id) = (&finding["facts"], &finding["subject"]["id"]);
    let school = || list(network, "/schools").iter().find(|one| one["school"] == *id).unwrap();
    let total = |count: &Value| number(count, "/held") + number(count, "/planned");
    let same = |shown: &[(&str, Value)]| {
        for (fact, value) in shown {
            assert_eq!(facts[fact], *value, "{name}: {} {fact}", finding["code"]);
        }
    };
    match finding["code"].as_str().unwrap() {
        "TK-N301" => {
            let teams = list(network, "/trainers/teams");
            let team = teams.iter().find(|team| team["trainers"][0] == *id && team["enough"] == false).unwrap();
            same(&[
                ("day", team["day"].clone()),
                ("days", team["daysPerWeek"].clone()),
                ("students", team["students"].clone()),
                ("trainers", team["trainers"].clone()),
                ("required", network["trainers"]["daysPerWeek"].clone()),
            ]);
        }
        "TK-N302" => {
            let loads = list(network, "/trainers/loads").iter();
            let load = loads.clone().find(|one| one["person"] == *id && one["role"] == "school-trainer").unwrap();
            same(&[
                ("students", load["share"].clone()),
                ("most", load["most"].clone()),
                ("days", load["daysPerWeek"].clone()),
            ]);
        }
        "TK-N303" => same(&[
            ("students", school()["students"]["soFar"].clone()),
            ("years", school()["students"]["studyYears"].clone()),
        ]),
        "TK-N304" => same(&[
            ("students", school()["fullest"]["students"].clone()),
            ("day", school()["fullest"]["day"].clone()),
            ("places", school()["places"].clone()),
        ]),
        "TK-N401" => same(&[("trainerDays", json!(total(&network["meetings"]["trainerDays"]["number"])))]),
        "TK-N405" => same(&[
            ("meetings", json!(total(&school()["meetings"]["triads"]))),
            ("required", school()["meetings"]["triads"]["required"].clone()),
        ]),
        "TK-N412" => same(&[
            ("meetings", json!(total(&school()["meetings"]["readingAloud"]))),
            ("required", school()["meetings"]["readingAloud"]["required"].clone()),
        ]),
        "TK-N414" => same(&[("missing", school()["meetings"]["talksMissing"].clone())]),
        _ => {}
    }
}

/// Every result is of its schema, the same each time, and reads the same by a file of sentences as by what is compiled in.
#[test]
fn every_network_is_of_its_schema_and_reads_the_same_by_a_file() {
    let schema: Value = serde_json::from_str(&schema("network").unwrap()).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let lists: [&[&List]; 3] = [&REPORT_LISTS, INSIGHT_LISTS, &catalogue::lists()];
    let files = Lang::ALL.map(|lang| {
        let text = twentse_kubus::Sentences::write(lang, catalogue::all(), &lists.concat());
        (lang.tag(), Sentences::new(&text).unwrap())
    });
    let mut checked = 0;
    for asked in asked() {
        let Some(network) = asked.network() else { continue };
        let faults: Vec<String> = schema.iter_errors(&network).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{}: {faults:?}", asked.name);
        assert_eq!(asked.network(), Some(network), "{}", asked.name);
        let (document, day, lens) = (&asked.document, asked.as_of.as_str(), asked.lens.as_deref());
        for (tag, file) in &files {
            let text = asked.validator.network_text(document, day, lens, tag).unwrap();
            assert_eq!(Ok(&text), asked.validator.network_text_from(document, day, lens, file).as_ref());
            assert!(!text.contains(['{', '…', '`']), "{} {tag}: {text}", asked.name);
        }
        checked += 1;
    }
    assert!(checked > 900, "{checked}");
}

/// Puts a marker in every text of a partnership that is no id, word, day or school year, and counts them.
fn mark(value: &mut Value, marked: &mut usize) {
    match value {
        Value::Object(members) => {
            for (key, value) in members.iter_mut() {
                if ["name", "title", "text"].contains(&key.as_str()) && value.is_string() {
                    *value = json!("GEHEIM van een kind");
                    *marked += 1;
                } else {
                    mark(value, marked);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| mark(item, marked)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn nothing_that_a_person_wrote_is_repeated() {
    let validator = Validator::new(None).unwrap();
    let mut marked = 0;
    for Sample { json, known } in partnerships(100, 31, 1.0) {
        let mut document: Value = serde_json::from_str(&json).unwrap();
        mark(&mut document, &mut marked);
        document["persons"][0]["GEHEIM sleutel"] = json!("GEHEIM waarde");
        let document = document.to_string();
        let Ok(network) = validator.network(document.as_bytes(), &known.as_of, None) else { continue };
        assert!(!network.contains("GEHEIM"), "{network}");
        for lang in Lang::ALL {
            let text = validator.network_text(document.as_bytes(), &known.as_of, None, lang.tag()).unwrap();
            assert!(!text.contains("GEHEIM"), "{text}");
        }
    }
    assert!(marked > 2_000, "{marked}");
}

/// Three schools on 1 March 2024. `a` has two students and had a third until January; `b` joined on 15 January and has one student
/// since February, and no recorded places; `c` has none. `p` trains at `a` and `b`, `q` at `a`, `r` of the institute at all.
fn by_hand() -> Value {
    let present = |roles: &[&str]| -> Value {
        roles.iter().enumerate().map(|(at, role)| json!({ "person": format!("x{at}"), "role": role })).collect()
    };
    json!({
        "format": "twentse-kubus/partnership@1", "id": "net", "schoolYear": "2023-2024",
        "schools": [{ "id": "a", "places": 4 }, { "id": "b", "joinedOn": "2024-01-15" }, { "id": "c", "places": 5 }],
        "students": [
            { "student": "s1", "studyYear": 1, "school": "a" },
            { "student": "s2", "studyYear": 2, "school": "a" },
            { "student": "s3", "studyYear": 2, "school": "a", "period": { "from": "2023-09-01", "until": "2024-01-31" } },
            { "student": "s4", "studyYear": 3, "school": "b", "period": { "from": "2024-02-01" } }
        ],
        "persons": [
            { "id": "p", "roles": [{ "role": "school-trainer", "schools": ["a", "b"], "daysPerWeek": 1.5, "since": "2018-08-01" }],
              "trainings": [{ "kind": "educator", "basis": "velon", "followedOn": "2019-05-01" }],
              "register": { "from": "2021-01-01", "until": "2024-12-31" } },
            { "id": "q", "roles": [{ "role": "school-trainer", "schools": ["a"], "daysPerWeek": 1 }],
              "trainings": [{ "kind": "educator", "basis": "velon", "plannedOn": "2024-09-01" }],
              "register": { "from": "2024-06-01" } },
            { "id": "r", "roles": [{ "role": "institute-trainer", "schools": ["a", "b", "c"], "daysPerWeek": 0.5 }],
              "trainings": [{ "kind": "educator", "basis": "other", "followedOn": "2019-05-01" }] },
            { "id": "m1", "roles": [{ "role": "mentor", "schools": ["a"] }],
              "trainings": [{ "kind": "mentor", "followedOn": "2020-03-01" }] },
            { "id": "m2", "roles": [{ "role": "mentor", "schools": ["a"] }],
              "trainings": [{ "kind": "mentor", "plannedOn": "2024-05-01" }] },
            { "id": "m3", "roles": [{ "role": "mentor", "schools": ["a", "b"] }] }
        ],
        "trainerDays": [
            { "date": "2023-09-20", "themes": ["design-studio"], "parts": ["plenary", "task-groups", "intervision"],
              "present": present(&["school-trainer", "institute-trainer"]) },
            { "date": "2023-09-20", "parts": ["plenary"], "present": present(&["school-trainer"]) },
            { "date": "2024-04-03" }
        ],
        "meetings": [
            { "kind": "triad", "date": "2023-10-10", "schools": ["a"], "agenda": ["experiences", "expectations", "yields"],
              "present": present(&["school-leader", "school-trainer", "institute-trainer"]) },
            { "kind": "triad", "date": "2024-04-10", "schools": ["a", "b"] },
            { "kind": "reading-aloud", "date": "2023-12-05", "schools": ["a"], "organisedBy": ["p"] },
            { "kind": "reading-aloud", "date": "2024-02-06", "schools": ["a"], "organisedBy": ["m1"] },
            { "kind": "mentor-talk", "date": "2024-02-01", "schools": ["a"], "present": present(&["mentor", "school-trainer"]) },
            { "kind": "intervision", "date": "2023-11-01", "organisedBy": ["p"] },
            { "kind": "intervision", "date": "2024-05-15", "organisedBy": ["p", "p"] }
        ],
        "exhibitions": [{ "date": "2024-06-20" }],
        "qualityLayers": [
            { "layer": "operational", "findings": [{ "on": "2023-10-20" }], "actions": [{ "on": "2023-09-20" }] },
            { "layer": "tactical" }
        ]
    })
}

/// The numbers of that partnership. The time of `p` is shared alike by two schools: 0.75 day at each. At `a` there are 0.75 + 1 =
/// 1.75 days for two students: 2 ÷ 1.75 = 1.1429 a day, up 1.15; at `b` 1 ÷ 0.75 = 1.3334, up 1.34. Of the two students at `a`
/// 0.75 ÷ 1.75 is of `p`, 0.8572, and 1.1429 of `q`; with the one at `b` `p` has 1.8572, up 1.86, and 1.8572 ÷ 1.5 = 1.2381 a
/// day, up 1.24. In 1.5 days 12 + 2 students are allowed, in one day 8 + 2. Of a school that joined after 1 January half is
/// required: one triad meeting of two, and none for reading aloud of one.
#[test]
fn one_worked_out_by_hand() {
    let text = Validator::new(None).unwrap().network(by_hand().to_string().as_bytes(), "2024-03-01", None).unwrap();
    let network: Value = serde_json::from_str(&text).unwrap();
    let year = |year: u8, students: u8| json!({ "studyYear": year, "students": students });
    let count = |held: u8, planned: u8| json!({ "held": held, "planned": planned });
    let of = |held: u8, planned: u8, required: u8| json!({ "held": held, "planned": planned, "required": required });
    let training =
        |number: u8, trained: u8, planned: u8| json!({ "number": number, "trained": trained, "planned": planned });
    let trainers = |number: u8, trained: u8, planned: u8, registered: u8| json!({ "number": number, "trained": trained, "planned": planned, "registered": registered });
    assert_eq!(
        network,
        json!({
            "format": "twentse-kubus/network@1",
            "document": { "kind": "partnership", "id": "net" },
            "asOf": "2024-03-01", "day": "2024-03-01",
            "totals": {
                "schools": 3, "withStudents": 2, "students": 4, "years": [year(1, 1), year(2, 2), year(3, 1)],
                "mentors": training(3, 1, 1),
                "schoolTrainers": trainers(2, 1, 1, 1),
                "instituteTrainers": trainers(1, 0, 0, 0),
                "daysPerWeek": 2.5, "studentsPerDay": 1.2
            },
            "schools": [
                {
                    "school": "a", "day": "2024-03-01", "places": 4, "placesLeft": 2,
                    "fullest": { "day": "2023-09-01", "students": 3 },
                    "students": { "number": 2, "years": [year(1, 1), year(2, 1)], "soFar": 3, "studyYears": [1, 2] },
                    "people": { "schoolTrainers": ["p", "q"], "instituteTrainers": ["r"], "mentors": training(3, 1, 1) },
                    "daysPerWeek": 1.75, "studentsPerDay": 1.15,
                    "meetings": { "triads": of(1, 1, 2), "readingAloud": of(1, 0, 1), "mentorTalks": count(1, 0),
                        "talksMissing": ["institute-trainer"] }
                },
                {
                    "school": "b", "day": "2024-03-01", "fullest": { "day": "2024-02-01", "students": 1 },
                    "students": { "number": 1, "years": [year(3, 1)], "soFar": 1, "studyYears": [3] },
                    "people": { "schoolTrainers": ["p"], "instituteTrainers": ["r"], "mentors": training(1, 0, 0) },
                    "daysPerWeek": 0.75, "studentsPerDay": 1.34,
                    "meetings": { "triads": of(0, 1, 1), "readingAloud": of(0, 0, 0), "mentorTalks": count(0, 0),
                        "talksMissing": ["school-trainer", "institute-trainer"] }
                },
                {
                    "school": "c", "places": 5, "placesLeft": 5,
                    "students": { "number": 0, "years": [], "soFar": 0, "studyYears": [] },
                    "people": { "schoolTrainers": [], "instituteTrainers": ["r"], "mentors": training(0, 0, 0) },
                    "meetings": { "triads": count(0, 0), "readingAloud": count(0, 0), "mentorTalks": count(0, 0) }
                }
            ],
            "trainers": {
                "daysPerWeek": 1.5, "students": 12, "tolerance": 2,
                "teams": [{ "trainers": ["p", "q"], "schools": ["a", "b"], "day": "2024-03-01", "students": 3,
                    "daysPerWeek": 2.5, "enough": true }],
                "loads": [
                    { "person": "p", "role": "school-trainer", "schools": ["a", "b"], "students": 3, "daysPerWeek": 1.5,
                      "share": 1.86, "most": 14, "allowed": true, "studentsPerDay": 1.24 },
                    { "person": "q", "role": "school-trainer", "schools": ["a"], "students": 2, "daysPerWeek": 1,
                      "share": 1.15, "most": 10, "allowed": true, "studentsPerDay": 1.15 },
                    { "person": "r", "role": "institute-trainer", "schools": ["a", "b", "c"], "students": 3, "daysPerWeek": 0.5,
                      "studentsPerDay": 6 }
                ],
                "progress": [
                    { "person": "p", "roles": ["school-trainer"], "training": "yes", "register": "yes", "since": "2018-08-01",
                      "trainedOn": "2019-05-01", "registeredUntil": "2024-12-31", "intervisions": of(1, 1, 1) },
                    { "person": "q", "roles": ["school-trainer"], "training": "planned", "register": "planned",
                      "trainedOn": "2024-09-01", "intervisions": of(0, 0, 1) },
                    { "person": "r", "roles": ["institute-trainer"], "training": "no", "register": "no" }
                ]
            },
            "meetings": {
                "trainerDays": { "number": of(1, 1, 5), "recorded": 2, "withStudioTheme": 1, "withBothSides": 1, "withAllParts": 1 },
                "triads": { "number": count(1, 1), "complete": 1, "withAgenda": 1 },
                "exhibitions": { "number": of(0, 1, 1), "withAudience": 0 },
                "quality": [
                    { "layer": "operational", "required": true, "covered": true, "findings": 1, "actions": 1, "followedUp": false },
                    { "layer": "tactical", "required": true, "covered": true, "findings": 0, "actions": 0 },
                    { "layer": "strategic", "required": true, "covered": false, "findings": 0, "actions": 0 }
                ]
            }
        })
    );
}

/// Before anybody has been placed it is a plan; what is not recorded is not there; wrong arguments are refused.
#[test]
fn plans_gaps_and_wrong_arguments() {
    let validator = Validator::new(None).unwrap();
    let plan = json!({
        "format": "twentse-kubus/partnership@1", "id": "net", "schoolYear": "2024-2025",
        "schools": [{ "id": "a" }],
        "persons": [{ "id": "p", "roles": [{ "role": "school-trainer", "schools": ["a"] }] }],
        "students": [{ "student": "s", "studyYear": 1, "school": "a", "period": { "from": "2024-09-02" } }, { "student": 1 }]
    })
    .to_string();
    let text = validator.network(plan.as_bytes(), "2024-05-15", None).unwrap();
    let network: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&network["plan"], &network["day"]), (&json!(true), &json!("2024-09-02")));
    assert_eq!(network["unreadable"], json!(["/students/1"]));
    assert_eq!(network["schools"][0]["students"]["number"], 1);
    for (of, member) in [
        (&network["schools"][0], "places"),
        (&network["schools"][0], "daysPerWeek"),
        (&network["trainers"]["teams"][0], "enough"),
        (&network["trainers"]["loads"][0], "share"),
        (&network["totals"], "places"),
        (&network["totals"], "daysPerWeek"),
    ] {
        assert!(of.is_object() && of.get(member).is_none(), "{member}: {of}");
    }
    let code = |result: Result<String, twentse_kubus::Error>| result.unwrap_err().code();
    assert_eq!(code(validator.network(b"{", "2024-05-15", None)), "unreadable-document");
    assert_eq!(code(validator.network(plan.as_bytes(), "15 mei", None)), "invalid-date");
    assert_eq!(code(validator.network(plan.as_bytes(), "2024-05-15", Some("later"))), "unknown-lens");
    assert_eq!(code(validator.network_text(plan.as_bytes(), "2024-05-15", None, "fr")), "unknown-language");
}

/// Through the lens `year-ended` everything of the school year has come.
#[test]
fn as_if_the_school_year_had_ended() {
    let validator = Validator::new(None).unwrap();
    let text = validator.network(by_hand().to_string().as_bytes(), "2024-03-01", Some("year-ended")).unwrap();
    let network: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&network["asOf"], &network["day"]), (&json!("2024-03-01"), &json!("2024-07-31")));
    assert_eq!(network["schools"][0]["meetings"]["triads"], json!({ "held": 2, "planned": 0, "required": 2 }));
    assert_eq!(network["meetings"]["exhibitions"]["number"]["held"], 1);
    // By then the mentor's training that was planned for May is neither followed nor planned.
    assert_eq!(network["totals"]["mentors"], json!({ "number": 3, "trained": 1, "planned": 0 }));
}

#[test]
fn the_text_of_the_one_by_hand() {
    let validator = Validator::new(None).unwrap();
    let text = |lang| validator.network_text(by_hand().to_string().as_bytes(), "2024-03-01", None, lang).unwrap();
    let english = "\
Organisation of the partnership · partnership net · reference day 1 March 2024
Training schools: 3 · with students: 2 · as of: 1 March 2024
Students: 4 · study year 1: 1 · study year 2: 2 · study year 3: 1 · days per week: 2.5 · students per day of trainer time: 1.2
Mentor: 3 · trained: 1 · training planned: 1
School trainer: 2 · trained: 1 · training planned: 1 · in the register (BRLO): 1
Institute trainer: 1 · trained: 0 · training planned: 0 · in the register (BRLO): 0

Training school a · students: 2 · study year 1: 1 · study year 2: 1 · counted on: 1 March 2024
    training places: 4 · free: 2 · most students on a day: 3
    school trainer: p, q · days per week: 1.75 · students per day of trainer time: 1.15
    institute trainer: r
    mentor: 3 · trained: 1 · training planned: 1
    triad meeting · held: 1 · planned: 1 · required: 2
    meeting for reading aloud or storytelling · held: 1 · planned: 0 · required: 1
    talk with the mentor · held: 1 · planned: 0 · missing: institute trainer
";
    assert!(text("en").starts_with(english), "{}", text("en"));
    for (lang, line) in [
        ("en", "quality system operational · findings: 1 · actions: 1 · action after the finding: no"),
        ("en", "quality system strategic · missing: yes"),
        ("nl", "p, q · opleidingsschool: a, b · studenten: 3 · dagen per week: 2,5 · genoeg: ja"),
        (
            "nl",
            "Schoolopleider\n    p · opleidingsschool: a, b · studenten: 3 · naar tijd verdeeld: 1,86 · hoogstens: 14",
        ),
        (
            "nl-plain",
            "q (schoolopleider) · scholing van de VELON: gepland · op: 1 september 2024 · beroepsregister (BRLO): gepland",
        ),
    ] {
        assert!(text(lang).contains(line), "{lang}: {line}\n{}", text(lang));
    }
}
