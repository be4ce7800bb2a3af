//! Everything that follows from a document, over every vector and over made-up documents: what each promises holds, each is of its
//! schema, and its text says in every language the same by a file of sentences as by what is compiled in.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use regex_lite::Regex;
use serde_json::{Value, json};
use twentse_kubus::api::{Finding, Report, Sentences, Validator, compare, compare_text, compare_text_from, schema};
use twentse_kubus::grammar::{Closed as _, List};
use twentse_kubus::insight::{INSIGHT_LISTS, RESULTS};
use twentse_kubus::{Error, Lang, REPORT_LISTS, catalogue, parse_date};
use twentse_kubus_conformance::kinds::{KINDS, all_switched_on, named};
use twentse_kubus_conformance::samples::{Sample, can_be_made_up, generate_on, knowledge_bases};
use twentse_kubus_conformance::vectors::all;

const LANGUAGES: [&str; 3] = ["nl", "nl-plain", "en"];

/// A document with its question.
struct Asked {
    name: String,
    validator: Validator,
    document: Vec<u8>,
    as_of: String,
    lens: Option<String>,
    kind: &'static str,
}

impl Asked {
    fn report(&self) -> Report {
        self.validator.validate(&self.document, &self.as_of, self.lens.as_deref(), Some(self.kind)).unwrap()
    }

    fn trace(&self) -> Value {
        let trace = self.validator.trace(&self.document, &self.as_of, self.lens.as_deref(), Some(self.kind));
        serde_json::from_str(&trace.unwrap()).unwrap()
    }
}

/// Every vector, and made-up documents of each kind, half of them with faults.
fn asked() -> Vec<Asked> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"));
    let of_vectors = all(root).unwrap().into_iter().map(|vector| Asked {
        validator: vector.validator().unwrap(),
        kind: named(vector.case.judges.as_deref()).unwrap().kind.key(),
        name: vector.name,
        document: vector.document,
        as_of: vector.case.as_of,
        lens: vector.case.lens,
    });
    let made = KINDS.iter().flat_map(|of| {
        (of.generate)(60, 83, 0.5).map(|sample| Asked {
            name: sample.known.document.clone(),
            validator: Validator::new(None).unwrap(),
            document: sample.json.into_bytes(),
            as_of: sample.known.as_of,
            lens: None,
            kind: of.kind.key(),
        })
    });
    of_vectors.chain(made).collect()
}

/// A partnership in a school year, portfolios, and a proposal of who goes where.
struct Plan {
    name: String,
    portfolios: Vec<Vec<u8>>,
    partnership: Vec<u8>,
    school_year: String,
    proposal: String,
}

impl Plan {
    /// Each student who has a study year then is to go to the next school in turn, some to one group or for half of the year, and the
    /// fourth to a school that nobody knows. Of what cannot be read there is no plan.
    fn of(name: String, portfolios: Vec<Vec<u8>>, partnership: Vec<u8>) -> Option<Self> {
        let school_year = serde_json::from_slice::<Value>(&partnership).ok()?["schoolYear"].as_str()?.to_owned();
        let plan = Self { name, portfolios, partnership, school_year, proposal: String::new() };
        let next = value(&plan.where_next().ok()?);
        let (half, schools) = (format!("{}-02-01", plan.school_year.split_once('-')?.1), list(&next, "schools"));
        let students = list(&next, "students").iter().filter(|student| student.get("studyYear").is_some());
        let placements = students.zip(schools.iter().cycle()).enumerate().map(|(at, (student, school))| {
            let mut one = json!({ "student": student["student"], "school": school["school"] });
            match at % 3 {
                0 => one["groups"] = json!([if at == 0 { 1 } else { 8 }]),
                1 => one["period"] = json!({ "from": half }),
                _ => {}
            }
            if at == 3 {
                one["school"] = json!("elsewhere");
            }
            one
        });
        let placements: Vec<Value> = placements.collect();
        let proposal =
            json!({ "format": "twentse-kubus/proposal@1", "schoolYear": plan.school_year, "placements": placements });
        Some(Self { proposal: proposal.to_string(), ..plan })
    }

    fn portfolios(&self) -> Vec<&[u8]> {
        self.portfolios.iter().map(Vec::as_slice).collect()
    }

    fn where_next(&self) -> Result<String, Error> {
        Validator::new(None).unwrap().where_next(&self.portfolios(), &self.partnership, &self.school_year)
    }

    fn check_proposal(&self) -> Result<String, Error> {
        Validator::new(None).unwrap().check_proposal(&self.portfolios(), &self.partnership, self.proposal.as_bytes())
    }
}

/// The portfolio of every vector with each partnership that it is compared with; and every other partnership with twelve students as
/// they are in March before it, where such can be made up, who have been at its schools.
fn plans(all: &[Asked]) -> Vec<Plan> {
    let (mut plans, school) = (Vec::new(), Regex::new("syn-school-[0-9]|\\bsyn-sc-").unwrap());
    let at_its_schools = |json: &str| school.replace_all(json, "syn-its-").into_owned();
    for asked in all {
        for partnership in asked.validator.partnerships() {
            plans.extend(Plan::of(asked.name.clone(), vec![asked.document.clone()], partnership.clone()));
        }
        let text = at_its_schools(&String::from_utf8_lossy(&asked.document));
        let year = serde_json::from_str::<Value>(&text).ok();
        let year = year.and_then(|document| document["schoolYear"].as_str()?.get(..4).map(str::to_owned));
        let march = year.and_then(|year| parse_date(&format!("{year}-03-13"))).filter(|day| can_be_made_up(*day));
        if let Some(march) = march.filter(|_| asked.kind == "partnership") {
            let portfolios = generate_on(march, 12, 87, 0.5).map(|sample| {
                let mut portfolio = value(&at_its_schools(&sample.json));
                portfolio["student"].as_object_mut().unwrap().remove("partnership");
                portfolio.to_string().into_bytes()
            });
            plans.extend(Plan::of(asked.name.clone(), portfolios.collect(), text.into_bytes()));
        }
    }
    plans
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn list<'v>(value: &'v Value, member: &str) -> &'v [Value] {
    value.get(member).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Where a finding stands in the order of documents.md 9.15: overdue errors, what is due by its day, warnings, infos.
fn urgency(finding: &Value) -> (u8, String) {
    let due = finding["due"].as_str().unwrap_or_default().to_owned();
    match (due.is_empty(), finding["severity"].as_str().unwrap()) {
        (false, _) => (1, due),
        (true, "error") => (0, due),
        (true, "warning") => (2, due),
        (true, _) => (3, due),
    }
}

#[test]
fn every_finding_that_is_not_waived_is_in_one_step_and_steps_are_in_order() {
    let rules = catalogue::all().map(|rule| (rule.code, rule)).collect::<BTreeMap<_, _>>();
    let (mut several, mut waived, mut ranks) = (0, 0, BTreeSet::new());
    for asked in asked() {
        let report = asked.report();
        let findings: Vec<Value> = report.findings().iter().map(|finding| value(&finding.to_json())).collect();
        let told = value(&report.next_steps());
        let mut seen = BTreeSet::new();
        let mut last = None;
        let mut things = BTreeSet::new();
        for step in list(&told, "steps") {
            assert!(things.insert((step["step"].to_string(), step["subject"].to_string())), "{}", asked.name);
            let mut first = None;
            let mut acts = BTreeSet::new();
            let taken = list(step, "findings");
            several += usize::from(taken.len() > 1);
            for one in taken {
                let at = usize::try_from(one["finding"].as_u64().unwrap()).unwrap();
                assert!(seen.insert(at), "{}", asked.name);
                let (finding, rule) = (&findings[at], rules[one["code"].as_str().unwrap()]);
                assert_eq!((&finding["code"], &finding["path"]), (&one["code"], &one["path"]));
                assert_eq!(
                    (rule.step.to_string().as_str(), &finding["subject"]),
                    (step["step"].as_str().unwrap(), &step["subject"])
                );
                acts.insert(rule.acts.to_string());
                let rank = urgency(finding);
                first = first.clone().map_or(Some(rank.clone()), |known: (u8, String)| Some(known.min(rank)));
            }
            let told: BTreeSet<String> =
                list(step, "acts").iter().map(|one| one.as_str().unwrap().to_owned()).collect();
            assert_eq!(told, acts, "{}", asked.name);
            assert!(last <= first, "{}: {told:?}", asked.name);
            ranks.extend(first.clone().map(|(rank, _)| rank));
            last = first;
        }
        let due: Vec<usize> = (0..findings.len()).filter(|at| findings[*at].get("waiver").is_none()).collect();
        waived += findings.len() - due.len();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), due, "{}", asked.name);
    }
    assert!(several > 20 && waived > 0 && ranks.len() == 4, "{several} {waived} {ranks:?}");
}

/// The trace gives the answers of the report. A requirement that is met names what it rests on, each in its place; of one that falls
/// short, its findings.
#[test]
fn a_trace_gives_the_answers_of_the_report_and_what_they_rest_on() {
    let (mut met, mut short, mut named) = (0, 0, BTreeSet::new());
    for asked in asked() {
        let report = asked.report();
        let trace = asked.trace();
        let document: Value = serde_json::from_slice(&asked.document).unwrap_or_default();
        let body = value(&report.body_json());
        let rules = list(&trace, "rules");
        assert_eq!(rules.len(), report.outcomes().len(), "{}", asked.name);
        for (rule, outcome) in rules.iter().zip(list(&body, "outcomes")) {
            let same = ["code", "outcome", "reason", "by"].map(|member| rule.get(member) == outcome.get(member));
            assert_eq!(same, [true; 4], "{}: {rule} {outcome}", asked.name);
            let things = list(rule, "metBy");
            let is_met = rule["outcome"] == "met";
            assert_eq!(is_met, !things.is_empty(), "{}: {rule}", asked.name);
            if is_met {
                met += 1;
                let total = usize::try_from(rule["total"].as_u64().unwrap()).unwrap();
                assert_eq!(things.len(), total.min(20), "{}", asked.name);
                for thing in things {
                    let path = thing["path"].as_str().unwrap();
                    let there =
                        document.pointer(path).unwrap_or_else(|| panic!("{}: nothing at {path}: {rule}", asked.name));
                    let known_by =
                        ["id", "studyYear", "assignment", "partner", "slot", "date", "layer", "student", "person"]
                            .map(|key| &there[key]);
                    let is_it = |id: &Value| {
                        known_by.iter().any(|known| {
                            **known == *id
                                || known.as_u64().map(|number| json!(number.to_string())).as_ref() == Some(id)
                        })
                    };
                    assert!(thing.get("id").is_none_or(|id| is_it(id) || path.is_empty()), "{}: {thing}", asked.name);
                    named.insert(thing["kind"].as_str().unwrap().to_owned());
                }
            }
            let is_short = matches!(rule["outcome"].as_str(), Some("not-met" | "not-yet"));
            let of_rule: Vec<Value> = (0_usize..)
                .zip(list(&body, "findings"))
                .filter(|(_, finding)| finding["code"] == rule["code"])
                .map(|(at, finding)| json!({ "finding": at, "code": finding["code"], "path": finding["path"] }))
                .collect();
            short += usize::from(is_short);
            assert_eq!(list(rule, "findings"), if is_short { &of_rule[..] } else { &[] }, "{}", asked.name);
        }
    }
    assert!(met > 3_000 && short > 800, "{met} {short}");
    let kinds = ["assessment", "design", "evidence", "placement", "school-development-theme", "study-year"];
    assert!(kinds.iter().all(|kind| named.contains(*kind)), "{named:?}");
}

#[test]
fn every_result_is_of_its_schema() {
    let schemas: BTreeMap<&str, jsonschema::Validator> = RESULTS
        .iter()
        .map(|(name, _)| {
            let schema = value(&schema(name).unwrap());
            jsonschema::meta::validate(&schema).unwrap();
            (*name, jsonschema::options().should_validate_formats(true).build(&schema).unwrap())
        })
        .collect();
    let (all, switched_on) = (asked(), all_switched_on());
    let mut checked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut check = |of: &str, results: Vec<(&'static str, Result<String, Error>)>| {
        for (name, result) in results {
            let Ok(result) = result else { continue };
            let faults: Vec<String> =
                schemas[name].iter_errors(&value(&result)).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{of} {name}: {faults:?}");
            *checked.entry(name).or_default() += 1;
        }
    };
    for asked in &all {
        let (document, day, lens) = (&asked.document, asked.as_of.as_str(), asked.lens.as_deref());
        let after = Some(switched_on.as_bytes());
        let mut results = vec![
            ("next-steps", Ok(asked.report().next_steps())),
            ("trace", Ok(asked.trace().to_string())),
            ("comparison", compare(None, after, &[document], day, lens, Some(1))),
        ];
        if asked.kind == "portfolio" {
            results.push(("coverage", asked.validator.coverage(document, day)));
            results.push(("just-in-time", asked.validator.just_in_time(document, day)));
            results.push(("hand-over", asked.validator.hand_over(document, day, false)));
            results.push(("hand-over", asked.validator.hand_over(document, day, true)));
            results.push(("overview", asked.validator.overview(&[document], day, lens, Some(1))));
        }
        if asked.kind == "partnership" {
            results.push(("network", asked.validator.network(document, day, lens)));
        }
        check(&asked.name, results);
    }
    let mut said = BTreeSet::new();
    for plan in plans(&all) {
        let next = value(&plan.where_next().unwrap());
        let schools = list(&next, "students").iter().flat_map(|student| list(student, "schools"));
        said.extend(schools.flat_map(|school| list(school, "reasons")).map(|why| why["reason"].to_string()));
        let told = value(&plan.check_proposal().unwrap());
        said.extend(list(&told, "findings").iter().map(|finding| finding["code"].to_string()));
        let results = vec![
            ("where-next", plan.where_next()),
            ("proposal", Ok(plan.proposal.clone())),
            ("proposal-check", plan.check_proposal()),
        ];
        check(&plan.name, results);
    }
    let least = [
        ("next-steps", 5_000),
        ("trace", 5_000),
        ("comparison", 4_500),
        ("coverage", 3_000),
        ("just-in-time", 3_000),
        ("hand-over", 6_000),
        ("overview", 3_000),
        ("network", 1_200),
        ("where-next", 250),
        ("proposal", 250),
        ("proposal-check", 250),
    ];
    assert!(least.iter().all(|(name, least)| checked.get(name) > Some(least)), "{checked:?}");
    // All reasons but the one on specialisations, and four rules.
    assert_eq!(said.len(), 8 + 4, "{said:?}");
}

/// What no document can be read from has no page, no coverage, no organisation and nobody who goes anywhere, and says so; its trace
/// says of each rule that it could not be assessed, and an overview counts it as undecided.
#[test]
fn what_cannot_be_read_is_an_error_that_says_what_to_do() {
    let validator = Validator::new(None).unwrap();
    for text in ["", "{", "{\"format\": \"twentse-kubus/curriculum@1\"}"] {
        let (torn, portfolio, network) = (text.as_bytes(), first_year().to_string(), next_year().to_string());
        let (portfolio, network) = (portfolio.as_bytes(), network.as_bytes());
        let page = validator.hand_over(torn, "2024-05-15", false).unwrap_err();
        assert!(page.to_string().contains("validate it"), "{page}");
        let proposal = proposal().to_string();
        let refused = [
            Err(page),
            validator.coverage(torn, "2024-05-15"),
            validator.network(torn, "2024-05-15", None),
            validator.where_next(&[torn], network, "2024-2025"),
            validator.where_next(&[portfolio], torn, "2024-2025"),
            validator.check_proposal(&[torn], network, proposal.as_bytes()),
            validator.check_proposal(&[portfolio], torn, proposal.as_bytes()),
        ];
        assert_eq!(refused, [const { Err(Error::Unreadable) }; 7], "{text}");
        let trace = value(&validator.trace(text.as_bytes(), "2024-05-15", None, None).unwrap());
        let answers: BTreeSet<&str> =
            list(&trace, "rules").iter().map(|rule| rule["outcome"].as_str().unwrap()).collect();
        assert_eq!(answers.into_iter().filter(|answer| *answer != "disabled").collect::<Vec<_>>(), ["not-assessable"]);
        let overview = value(&validator.overview(&[torn], "2024-05-15", None, Some(1)).unwrap());
        assert_eq!(overview["verdicts"]["undecided"], 1, "{overview}");
    }
}

/// A part that could not be read is named on the page and in the coverage, since neither counts it.
#[test]
fn parts_that_could_not_be_read_are_named() {
    let validator = Validator::new(None).unwrap();
    let document = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s", "cohort": "2024-2025"},
        "evidence": [{"id": "ev-1", "kind": "lesson-design", "competences": ["2017-subject-matter"]}, {"id": "ev 2", "kind": "lesson-design"}]}"#;
    for result in [
        validator.coverage(document, "2024-10-01"),
        validator.hand_over(document, "2024-10-01", false),
        validator.just_in_time(document, "2024-10-01"),
    ] {
        assert_eq!(value(&result.unwrap())["unreadable"], json!(["/evidence/1"]));
    }
    let text = validator.coverage_text(document, "2024-10-01", "en").unwrap();
    assert!(text.contains("Not read, and so not counted: evidence 2"), "{text}");
    // Of a partnership and of the portfolios of its students each where it belongs.
    let (mut network, mut portfolio) = (next_year(), first_year());
    network["persons"][1]["id"] = json!("no id");
    portfolio["goals"][1]["id"] = json!("no id");
    let (network, portfolio, proposal) = (network.to_string(), portfolio.to_string(), proposal().to_string());
    let (network, portfolio) = (network.as_bytes(), portfolio.as_bytes());
    let told = [
        validator.network(network, "2024-10-01", None),
        validator.where_next(&[portfolio], network, "2024-2025"),
        validator.check_proposal(&[portfolio], network, proposal.as_bytes()),
    ];
    let [of_network, next, check] = told.map(|told| value(&told.unwrap()));
    let person = json!(["/persons/1"]);
    assert_eq!([&of_network["unreadable"], &next["unreadable"], &check["unreadable"]], [&person; 3]);
    assert_eq!(next["students"][0]["unreadable"], json!(["/goals/1"]));
    assert_eq!(check["portfolios"], json!([{ "student": "s", "unreadable": ["/goals/1"] }]));
}

/// Two pieces of evidence in study year 1, one of them for two competences; one of no known year; a final assessment and a
/// provisional one in study year 2; evidence that is still to come.
#[test]
fn coverage_counts_by_competence_and_study_year() {
    let document = json!({
        "format": "twentse-kubus/portfolio@1",
        "student": { "id": "s", "cohort": "2022-2023", "years": [
            { "schoolYear": "2022-2023", "studyYear": 1, "outcome": "passed", "outcomeOn": "2023-07-10" },
            { "schoolYear": "2023-2024", "studyYear": 2 }
        ] },
        "evidence": [
            { "id": "a", "kind": "lesson-design", "date": "2022-11-01", "competences": ["2017-subject-matter", "2017-subject-didactics"] },
            { "id": "b", "kind": "lesson-design", "date": "2023-03-01", "competences": ["2017-subject-matter"] },
            { "id": "c", "kind": "lesson-design", "competences": ["2017-pedagogical"] },
            { "id": "d", "kind": "lesson-design", "date": "2024-06-01", "competences": ["2017-pedagogical"] }
        ],
        "assessments": [
            { "id": "x", "of": "competence", "studyYear": 2, "date": "2024-01-20", "isFinal": true, "competences": ["2017-subject-didactics"] },
            { "id": "y", "of": "competence", "studyYear": 2, "date": "2024-01-20", "isFinal": false, "competences": ["2017-subject-didactics"] }
        ]
    });
    let validator = Validator::new(None).unwrap();
    let coverage = value(&validator.coverage(document.to_string().as_bytes(), "2024-05-15").unwrap());
    let cell = |evidence: u32, assessments: u32| json!({ "evidence": evidence, "finalAssessments": assessments });
    assert_eq!(coverage["studyYears"], json!([1, 2]));
    assert_eq!(
        coverage["competences"],
        json!([
            { "competence": "2017-subject-matter", "years": [cell(2, 0), cell(0, 0)], "noYear": cell(0, 0) },
            { "competence": "2017-subject-didactics", "years": [cell(1, 0), cell(0, 1)], "noYear": cell(0, 0) },
            { "competence": "2017-pedagogical", "years": [cell(0, 0), cell(0, 0)], "noYear": cell(1, 0) },
        ])
    );
}

/// A first-year student in spring: one placement in the lower band, one goal that a design takes up and one that nothing does, two
/// advices of mentors.
fn first_year() -> Value {
    json!({
        "format": "twentse-kubus/portfolio@1",
        "student": { "id": "s", "cohort": "2023-2024", "years": [{ "schoolYear": "2023-2024", "studyYear": 1 }] },
        "placements": [{ "id": "pl-1", "schoolYear": "2023-2024", "school": "sch-1", "groups": [1, 2],
            "period": { "from": "2023-08-28" } }],
        "goals": [
            { "id": "taken", "kind": "learning-goal", "text": "GEHEIM taken" },
            { "id": "open", "kind": "learning-question", "text": "GEHEIM open", "competences": ["2017-subject-didactics"], "setOn": "2024-02-01" }
        ],
        "designs": [{ "id": "d", "goals": ["taken"], "title": "GEHEIM design" }],
        "assessments": [
            { "id": "x", "of": "development", "date": "2024-01-20",
              "mentorAdvice": { "by": { "person": "m", "role": "mentor" }, "date": "2024-01-18", "text": "GEHEIM later" } },
            { "id": "y", "of": "development", "date": "2024-03-20",
              "mentorAdvice": { "by": { "person": "m", "role": "mentor" }, "date": "2023-11-18", "text": "GEHEIM earlier" } }
        ]
    })
}

/// The partnership of the school year after that of [`first_year`]. Every text is marked but the names of the schools, which are shown.
fn next_year() -> Value {
    json!({
        "format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": "2024-2025", "name": "GEHEIM",
        "schools": [{ "id": "sch-1", "name": "De Es", "places": 4 }, { "id": "sch-2", "name": "De Beek", "places": 0 }],
        "persons": [
            { "id": "p-1", "name": "GEHEIM", "roles": [{ "role": "school-trainer", "schools": ["sch-1"] }] },
            { "id": "p-2", "name": "GEHEIM", "roles": [{ "role": "institute-trainer", "schools": ["sch-1", "sch-2"] }] }
        ]
    })
}

/// That student is to go to the school that has no places.
fn proposal() -> Value {
    json!({ "format": "twentse-kubus/proposal@1", "schoolYear": "2024-2025",
        "placements": [{ "student": "s", "school": "sch-2" }] })
}

#[test]
fn a_hand_over_page_has_what_the_next_trainer_must_know() {
    let validator = Validator::new(None).unwrap();
    let document = first_year().to_string();
    let page = value(&validator.hand_over(document.as_bytes(), "2024-04-15", false).unwrap());
    assert_eq!((&page["studyYear"], &page["mode"]), (&json!(1), &json!("full-time")));
    let placement =
        json!({ "id": "pl-1", "school": "sch-1", "schoolYear": "2023-2024", "groups": [1, 2], "bands": ["lower"] });
    assert_eq!(page["placements"], json!([placement]));
    assert_eq!((&page["bandsMet"], &page["bandsMissing"]), (&json!(["lower"]), &json!(["middle", "upper"])));
    let open = json!({ "id": "open", "kind": "learning-question", "competences": ["2017-subject-didactics"], "setOn": "2024-02-01" });
    assert_eq!(page["openGoals"], json!([open]));
    assert_eq!(page["lastAdvice"], json!({ "date": "2024-01-18", "role": "mentor" }));
    let report = validator.validate(document.as_bytes(), "2024-04-15", None, None).unwrap();
    assert_eq!(page["nextSteps"], value(&report.next_steps())["steps"]);
    // Study year 2 asks for a placement by the end of August 2025; what study year 1 still lacks is among the next steps.
    let coming: Vec<(&str, &str)> = list(&page, "coming")
        .iter()
        .filter(|one| one["code"] == "TK-P103")
        .map(|one| (one["subject"]["id"].as_str().unwrap(), one["due"].as_str().unwrap()))
        .collect();
    assert_eq!(coming, [("2", "2025-08-31")]);
}

/// After the diploma, and for who has left, no study year follows.
#[test]
fn nothing_is_coming_where_no_study_year_follows() {
    let validator = Validator::new(None).unwrap();
    let mut left = first_year();
    left["student"]["years"][0]["outcome"] = json!("left");
    left["student"]["years"][0]["outcomeOn"] = json!("2024-02-01");
    let mut last = first_year();
    last["student"]["years"][0]["studyYear"] = json!(4);
    for document in [left, last] {
        let page = value(&validator.hand_over(document.to_string().as_bytes(), "2024-04-15", false).unwrap());
        assert_eq!(page["coming"], json!([]));
    }
    // Who does the year over is asked the same again, and that is among the next steps.
    let mut again = first_year();
    again["student"]["years"][0]["outcome"] = json!("repeats");
    let page = value(&validator.hand_over(again.to_string().as_bytes(), "2024-04-15", false).unwrap());
    assert!(list(&page, "coming").iter().all(|one| one["subject"]["id"] != "2"), "{}", page["coming"]);
}

/// The page quotes the student's goals and the mentor's last advice only where that is wanted, and nothing else ever.
#[test]
fn words_of_people_are_quoted_only_where_they_are_asked_for() {
    let validator = Validator::new(None).unwrap();
    let document = first_year().to_string();
    let (bytes, day) = (document.as_bytes(), "2024-04-15");
    let report = validator.validate(bytes, day, None, None).unwrap();
    let mut said = vec![
        report.next_steps(),
        validator.trace(bytes, day, None, None).unwrap(),
        validator.coverage(bytes, day).unwrap(),
    ];
    said.push(validator.hand_over(bytes, day, false).unwrap());
    let (network, proposal, switched_on) = (next_year().to_string(), proposal().to_string(), all_switched_on());
    let (network, proposal, after) = (network.as_bytes(), proposal.as_bytes(), Some(switched_on.as_bytes()));
    let both = [bytes, network];
    said.extend([
        validator.network(network, day, None).unwrap(),
        validator.where_next(&[bytes], network, "2024-2025").unwrap(),
        validator.check_proposal(&[bytes], network, proposal).unwrap(),
        validator.overview(&[bytes], day, None, Some(1)).unwrap(),
        compare(None, after, &both, day, None, Some(1)).unwrap(),
    ]);
    for lang in LANGUAGES {
        said.extend([
            validator.network_text(network, day, None, lang).unwrap(),
            validator.where_next_text(&[bytes], network, "2024-2025", lang).unwrap(),
            validator.check_proposal_text(&[bytes], network, proposal, lang).unwrap(),
            validator.overview_text(&[bytes], day, None, Some(1), lang).unwrap(),
            compare_text(None, after, &both, day, None, Some(1), lang).unwrap(),
        ]);
        said.push(report.next_steps_text(lang).unwrap());
        said.push(validator.trace_text(bytes, day, None, None, lang).unwrap());
        said.push(validator.coverage_text(bytes, day, lang).unwrap());
        said.push(validator.hand_over_text(bytes, day, false, lang).unwrap());
        let quoted = validator.hand_over_text(bytes, day, true, lang).unwrap();
        assert_eq!(quoted.matches("GEHEIM").count(), 2, "{quoted}");
        assert!(quoted.contains("“GEHEIM open”") && quoted.contains("“GEHEIM later”"), "{quoted}");
    }
    let echoed: Vec<&String> = said.iter().filter(|text| text.contains("GEHEIM")).collect();
    assert_eq!(echoed, Vec::<&String>::new());
    let page = value(&validator.hand_over(bytes, day, true).unwrap());
    assert_eq!(
        (&page["openGoals"][0]["text"], &page["lastAdvice"]["text"]),
        (&json!("GEHEIM open"), &json!("GEHEIM later"))
    );
    // Nor does the refusal of a proposal say what is in it.
    let marked = br#"{"format": "twentse-kubus/proposal@1", "schoolYear": "2024-2025", "placements": [{"student": "GEHEIM van een kind"}]}"#;
    let refused = validator.check_proposal(&[bytes], network, marked).unwrap_err();
    assert!(refused.code() == "invalid-proposal" && !format!("{refused} {refused:?}").contains("GEHEIM"), "{refused}");
}

/// A curriculum with two study years that are assessed. Its texts are no person's: titles are shown.
fn curriculum() -> Value {
    json!({
        "format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2022-2023",
        "themes": [
            { "id": "th-1", "title": "Omgaan met verschillen", "studyYears": [1],
              "competences": ["2017-pedagogical", "2017-subject-didactics"] },
            { "id": "th-2", "competences": ["2017-pedagogical"] }
        ],
        "subjectLines": [{ "id": "li-1", "studyYears": [2], "subjects": ["music", "dutch", "geography"],
            "competences": ["2017-subject-matter"] }],
        "assignments": [
            { "id": "opdr-1", "studyYear": 1, "subjects": ["music"], "parts": ["knowledge", "context"],
              "competences": ["2017-pedagogical"] },
            { "id": "opdr-2", "studyYear": 2, "subjects": ["geography", "dutch"],
              "competences": ["2017-subject-matter", "2017-pedagogical"] }
        ],
        "elements": [
            { "id": "el-1", "title": "Rekenen", "rationale": "waarom", "content": "wat", "aims": " " },
            { "id": "el-2", "rationale": "a", "content": "b", "grouping": "c", "location": "d", "time": "e", "aims": "f",
              "activities": "g", "teacherRole": "h", "materials": "i", "assessment": "j" }
        ],
        "assessment": {
            "scales": [{ "id": "marks", "kind": "numeric", "least": 1, "most": 10 }],
            "components": [
                { "id": "dev-1", "studyYear": 1, "of": "development", "title": "Ontwikkeling", "leastResult": "5.5",
                  "leastEvidence": 2, "assessors": ["institute-trainer", "school-trainer"], "quarter": 4, "mostAttempts": 2 },
                { "id": "opd-1", "studyYear": 1, "of": "assignment", "assignment": "opdr-1", "leastEvidence": 1,
                  "required": false, "assessors": ["mentor", "lecturer"] },
                { "id": "comp-2", "studyYear": 2, "of": "competence", "leastResult": "5.5", "leastEvidence": 1,
                  "competences": ["2017-pedagogical", "2017-subject-matter"] },
                { "id": "dev-3", "studyYear": 3, "of": "development" }
            ]
        }
    })
}

/// A student in study year 2, in May. Everything that a person wrote is marked.
fn second_year() -> Value {
    json!({
        "format": "twentse-kubus/portfolio@1",
        "student": { "id": "s", "name": "GEHEIM", "cohort": "2022-2023", "years": [
            { "schoolYear": "2022-2023", "studyYear": 1, "outcome": "passed", "outcomeOn": "2023-07-10" },
            { "schoolYear": "2023-2024", "studyYear": 2 }
        ] },
        "placements": [
            { "id": "pl-1", "schoolYear": "2022-2023", "studyYear": 1, "schoolName": "GEHEIM",
              "mentors": [{ "person": "m-1", "name": "GEHEIM" }],
              "trainers": [
                  { "person": "p-so", "name": "GEHEIM", "role": "school-trainer" },
                  { "person": "p-io", "role": "institute-trainer" },
                  { "person": "p-later", "role": "institute-trainer", "period": { "from": "2024-09-01" } },
                  { "person": "p-none" }
              ] },
            { "id": "pl-2", "schoolYear": "2023-2024", "studyYear": 2, "trainers": [{ "person": "p-so-2", "role": "school-trainer" }] }
        ],
        "evidence": [
            { "id": "a", "kind": "lesson-report", "title": "GEHEIM", "placement": "pl-1", "assignment": "opdr-1", "subject": "music",
              "competences": ["2017-pedagogical"] },
            { "id": "b", "kind": "lesson-report", "placement": "pl-1", "state": "draft",
              "competences": ["2017-pedagogical", "2017-subject-didactics"] },
            { "id": "c", "kind": "lesson-report", "date": "2023-11-01", "subject": "geography", "competences": ["2017-subject-matter"] },
            { "id": "d", "kind": "lesson-report", "description": "GEHEIM", "competences": ["2017-pedagogical"] }
        ],
        "assessments": [
            { "id": "v", "of": "development", "studyYear": 1, "date": "2023-05-01", "result": "5", "isFinal": true, "attempt": 1 },
            { "id": "w", "of": "development", "studyYear": 1, "date": "2023-06-01", "result": "6", "isFinal": true, "attempt": 2,
              "mentorAdvice": { "by": { "person": "m-1", "name": "GEHEIM" }, "text": "GEHEIM" } },
            { "id": "x", "of": "development", "studyYear": 1, "date": "2023-06-10", "result": "8", "isFinal": false },
            { "id": "y", "of": "competence", "studyYear": 2, "date": "2024-01-20", "result": "7", "isFinal": true,
              "competences": ["2017-pedagogical"] }
        ]
    })
}

/// Holding portfolios against that curriculum.
fn by_curriculum() -> Validator {
    Validator::with_documents(None, [curriculum().to_string()]).unwrap()
}

/// What each component asks, who is there to assess it, and how it stands (documents.md 9.17 and 8). Of study year 1 the second
/// attempt is a pass, and one that is not final is no attempt; a draft is no submitted evidence, and what is missing undoes no
/// pass (8.11). The component on two competences is as open as the one that nobody has assessed (8.12).
#[test]
fn an_assessment_card_tells_what_is_assessed_by_whom_on_what() {
    let card = value(&by_curriculum().card(second_year().to_string().as_bytes(), "2024-05-15", None).unwrap());
    assert_eq!(card["curriculum"], json!({ "kind": "curriculum", "id": "cur-1" }));
    assert_eq!(
        card["years"],
        json!([
            {
                "studyYear": 1,
                "people": [
                    { "role": "mentor", "persons": ["m-1"] },
                    { "role": "school-trainer", "persons": ["p-so"] },
                    { "role": "institute-trainer", "persons": ["p-io"] },
                    { "role": "lecturer", "persons": [] }
                ],
                "components": [
                    {
                        "id": "dev-1", "of": "development", "required": true,
                        "assessors": ["school-trainer", "institute-trainer"], "evidence": 1, "attempts": 2,
                        "state": "passed", "title": "Ontwikkeling", "quarter": 4,
                        "requiredEvidence": [{ "wanted": 2, "there": 1 }], "mostAttempts": 2
                    },
                    {
                        "id": "opd-1", "of": "assignment", "required": false, "assessors": ["mentor", "lecturer"],
                        "evidence": 1, "attempts": 0, "state": "passed", "assignment": "opdr-1",
                        "parts": ["knowledge", "context"], "requiredEvidence": [{ "wanted": 1, "there": 1 }]
                    }
                ]
            },
            {
                "studyYear": 2,
                "people": [],
                "components": [{
                    "id": "comp-2", "of": "competence", "required": true, "assessors": [], "evidence": 1, "attempts": 1,
                    "state": "open", "competences": ["2017-subject-matter", "2017-pedagogical"],
                    "requiredEvidence": [
                        { "wanted": 1, "there": 1, "competence": "2017-subject-matter" },
                        { "wanted": 1, "there": 0, "competence": "2017-pedagogical" }
                    ]
                }]
            }
        ])
    );
}

#[test]
fn an_assessment_card_reads_well() {
    let validator = by_curriculum();
    let document = second_year().to_string();
    let english = "Assessment card · portfolio s · reference day 15 May 2024
Curriculum cur-1

Study year 1
  Ontwikkeling (dev-1)
    status: passed
    about: professional development
    quarter: 4
    assessors: school trainer (p-so), institute trainer (p-io)
    pieces of evidence: 1 (required: 2)
    attempts: 2 (at most 2)
  opd-1
    status: passed
    about: portfolio assignment · opdr-1 · not required
    parts of professional practice: underlying knowledge, characteristics of the context
    assessors: mentor (m-1), lecturer (not recorded with the placements)
    pieces of evidence: 1 (required: 1)
    attempts: 0

Study year 2
  comp-2
    status: open
    about: competence · subject-matter competence · pedagogical competence
    pieces of evidence: 1 · subject-matter competence: 1 (required: 1) · pedagogical competence: 0 (required: 1)
    attempts: 1
";
    assert_eq!(validator.card_text(document.as_bytes(), "2024-05-15", None, "en").unwrap(), english);
    let plain = validator.card_text(document.as_bytes(), "2024-05-15", None, "nl-plain").unwrap();
    assert!(plain.starts_with("Wat er van je wordt beoordeeld · portfolio s · op 15 mei 2024\n"), "{plain}");
    assert!(plain.contains("    wie je beoordeelt: schoolopleider (p-so), instituutsopleider (p-io)\n"), "{plain}");
}

/// A study year with points says by which rule it is passed, of what the average is, and what other attempts there were: 8
/// times 2 and 4 times 1 make an average of 6.67, which is at least 5.5; one part may be below what is required, and that one is
/// not below 4. In study year 2 evidence alone decides.
#[test]
fn an_outcome_reads_well() {
    let curriculum = json!({
        "format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2022-2023",
        "assessment": {
            "scales": [{ "id": "words", "kind": "ordinal", "values": [
                { "id": "absent", "counts": false }, { "id": "low", "points": 4 }, { "id": "high", "points": 8 } ] }],
            "components": [
                { "id": "dev", "studyYear": 1, "of": "development", "leastResult": "high", "weight": 2, "leastEvidence": 9 },
                { "id": "opd", "studyYear": 1, "of": "assignment", "leastResult": "high" },
                { "id": "show", "studyYear": 2, "of": "competence", "competences": ["2017-pedagogical"], "leastEvidence": 2 }
            ],
            "passRules": [{ "studyYear": 1, "kind": "points", "threshold": 5.5, "mostBelow": 1, "floor": 4 }]
        }
    });
    let made = |id: &str, of: &str, date: &str, result: &str| json!({ "id": id, "of": of, "studyYear": 1, "date": date, "result": result, "isFinal": true });
    let mut document = second_year();
    document["evidence"] = json!([]);
    document["assessments"] = json!([
        made("a", "development", "2023-03-01", "low"),
        made("b", "development", "2023-06-01", "high"),
        made("c", "assignment", "2023-06-02", "low"),
        made("d", "assignment", "2023-06-09", "absent")
    ]);
    let validator = Validator::with_documents(None, [curriculum.to_string()]).unwrap();
    let text = validator.assess_text(document.to_string().as_bytes(), "2024-05-15", None, "en").unwrap();
    let expected = "Outcome by the assessment framework · portfolio s · reference day 15 May 2024
Curriculum cur-1
Programme: not passed yet

Study year 1: passed
    pass rule: weighted average 6.67 · required: 5.5 · parts that may be below what is required: 1 · but not lower than: 4
    dev: passed · result: high (assessment b, 1 June 2023) · required: high · points: 8 · weight: 2
        other attempt: low (assessment a, 1 March 2023)
        less evidence than required, the result still holds: 0 of 9
    opd: below what is required · compensated by other results · result: low (assessment c, 2 June 2023) · required: high · points: 4 · weight: 1
        does not count (not final, or no judgement): absent (assessment d, 9 June 2023)

Study year 2: not passed yet · by 31 August 2024
    pass rule: everything passed
    show: open · pieces of evidence: 0
        evidence still missing: pedagogical competence 0 of 2
";
    assert_eq!(text, expected);
}

/// However many persons have a role, each component names three and says how many more there are.
#[test]
fn a_card_as_text_names_few_persons_in_a_role() {
    let mut document = second_year();
    let trainers: Vec<Value> =
        (1..=5).map(|number| json!({ "person": format!("p-{number}"), "role": "school-trainer" })).collect();
    document["placements"][0]["trainers"] = json!(trainers);
    let bytes = document.to_string();
    let text = by_curriculum().card_text(bytes.as_bytes(), "2024-05-15", None, "nl").unwrap();
    assert!(text.contains("schoolopleider (p-1, p-2, p-3, en nog 2)"), "{text}");
    let card = value(&by_curriculum().card(bytes.as_bytes(), "2024-05-15", None).unwrap());
    assert_eq!(card["years"][0]["people"][1]["persons"], json!(["p-1", "p-2", "p-3", "p-4", "p-5"]));
}

/// Without a curriculum that belongs to the student there are no years, and the card says why; what could not be read is named.
#[test]
fn a_card_says_what_it_lacks() {
    let document = second_year().to_string();
    let mut of_later_students = curriculum();
    of_later_students["firstCohort"] = json!("2023-2024");
    for curricula in [vec![], vec![of_later_students.to_string()]] {
        let validator = Validator::with_documents(None, curricula).unwrap();
        let card = value(&validator.card(document.as_bytes(), "2024-05-15", None).unwrap());
        assert_eq!((&card["years"], card.get("curriculum")), (&json!([]), None));
        let text = validator.card_text(document.as_bytes(), "2024-05-15", None, "en").unwrap();
        assert!(text.ends_with("There is no curriculum that belongs to the student\n"), "{text}");
    }
    let mut torn = second_year();
    torn["evidence"][0]["id"] = json!("no id");
    let bytes = torn.to_string();
    let card = value(&by_curriculum().card(bytes.as_bytes(), "2024-05-15", None).unwrap());
    assert_eq!(card["unreadable"], json!(["/evidence/0"]));
    let components = &card["years"][0]["components"];
    // The one on evidence alone rests on what was lost; the other one was judged by its assessors.
    assert_eq!((&components[0]["state"], &components[1]["state"]), (&json!("passed"), &json!("not-assessable")));
    assert_eq!(components[1]["reason"], "unreadable-part");
    let text = by_curriculum().card_text(bytes.as_bytes(), "2024-05-15", None, "en").unwrap();
    assert!(text.contains("Not read, and so not counted: evidence 1"), "{text}");
}

/// The counts of the curriculum above by themselves: what is of a theme or a line is of its study years; Dutch is none of the
/// ten knowledge bases; a text of white space says nothing.
fn covered(of_student: bool) -> Value {
    let served = |competence: &str, assignments: u32, evidence: u32, final_assessments: u32| {
        if of_student {
            json!({ "competence": competence, "assignments": assignments, "evidence": evidence,
                "finalAssessments": final_assessments })
        } else {
            json!({ "competence": competence, "assignments": assignments })
        }
    };
    let base = |subject: &str, lines: Option<u32>, assignments: u32, evidence: u32| {
        let members = [
            Some(("subject", json!(subject))),
            lines.map(|lines| ("subjectLines", json!(lines))),
            Some(("assignments", json!(assignments))),
            of_student.then(|| ("evidence", json!(evidence))),
        ];
        members.into_iter().flatten().map(|(name, count)| (name.to_owned(), count)).collect::<Value>()
    };
    let bases = [
        ("geography", (1, 1, 1)),
        ("history", (0, 0, 0)),
        ("nature-and-technology", (0, 0, 0)),
        ("religious-and-philosophical-movements", (0, 0, 0)),
        ("music", (1, 1, 1)),
        ("dance-and-drama", (0, 0, 0)),
        ("visual-arts", (0, 0, 0)),
        ("english", (0, 0, 0)),
        ("physical-education", (0, 0, 0)),
        ("handwriting", (0, 0, 0)),
    ];
    let bases =
        bases.map(|(subject, (lines, assignments, evidence))| base(subject, Some(lines), assignments, evidence));
    let open = ["aims", "activities", "teacher-role", "materials", "grouping", "location", "time", "assessment"];
    let web = [
        "rationale",
        "aims",
        "content",
        "activities",
        "teacher-role",
        "materials",
        "grouping",
        "location",
        "time",
        "assessment",
    ];
    let web = web.map(|component| json!({ "component": component, "open": u32::from(open.contains(&component)) }));
    json!({
        "format": "twentse-kubus/curriculum-coverage@1",
        "document": { "kind": "curriculum", "id": "cur-1" },
        "edition": "2017",
        "competences": [
            { "competence": "2017-subject-matter", "themes": 0, "subjectLines": 1, "assignments": 1 },
            { "competence": "2017-subject-didactics", "themes": 1, "subjectLines": 0, "assignments": 0 },
            { "competence": "2017-pedagogical", "themes": 2, "subjectLines": 0, "assignments": 2 }
        ],
        "themes": [
            { "id": "th-1", "title": "Omgaan met verschillen", "studyYears": [1], "competences": [
                served("2017-subject-didactics", 0, 1, 0), served("2017-pedagogical", 1, 2, 0)
            ] },
            { "id": "th-2", "competences": [served("2017-pedagogical", 2, 3, 1)] }
        ],
        "subjectLines": [{ "id": "li-1", "studyYears": [2], "competences": [served("2017-subject-matter", 1, 1, 0)],
            "knowledgeBases": [base("geography", None, 1, 1), base("music", None, 0, 0)] }],
        "knowledgeBases": bases,
        "web": web,
        "elements": [{ "id": "el-1", "title": "Rekenen", "open": open }, { "id": "el-2", "open": [] }]
    })
}

#[test]
fn coverage_of_a_curriculum_counts_by_its_axes() {
    let validator = Validator::new(None).unwrap();
    let alone = validator.curriculum_coverage(curriculum().to_string().as_bytes()).unwrap();
    assert_eq!(value(&alone), covered(false));
    let document = second_year().to_string();
    let coverage = value(&by_curriculum().coverage(document.as_bytes(), "2024-05-15").unwrap());
    assert_eq!(coverage["curriculum"], covered(true));
    // Without a curriculum, coverage is what it was: the same members, and no more.
    let mut without = coverage.clone();
    without.as_object_mut().unwrap().remove("curriculum");
    assert_eq!(value(&validator.coverage(document.as_bytes(), "2024-05-15").unwrap()), without);
}

#[test]
fn coverage_of_a_curriculum_reads_well() {
    let text =
        Validator::new(None).unwrap().curriculum_coverage_text(curriculum().to_string().as_bytes(), "en").unwrap();
    let lines = [
        "Coverage of the curriculum · curriculum cur-1",
        "  pedagogical competence · profession themes: 2 · subject lines: 0 · portfolio assignments: 2",
        "  Omgaan met verschillen (th-1) · study year 1",
        "    pedagogical competence · portfolio assignments: 1",
        "  music · subject lines: 1 · portfolio assignments: 1",
        "  learning activities · elements that say nothing of it: 1",
        "  el-2: none",
    ];
    lines.iter().for_each(|line| assert!(text.lines().any(|other| other == *line), "{line}\n{text}"));
    let document = second_year().to_string();
    let text = by_curriculum().coverage_text(document.as_bytes(), "2024-05-15", "nl").unwrap();
    let lines = [
        "Opleidingsprogramma cur-1",
        "    pedagogische bekwaamheid · portfolio-opdrachten: 1 · bewijzen: 2 · definitieve beoordelingen: 0",
        "    aardrijkskunde · portfolio-opdrachten: 1 · bewijzen: 1",
    ];
    lines.iter().for_each(|line| assert!(text.lines().any(|other| other == *line), "{line}\n{text}"));
}

/// A curriculum of which nothing can be read has no coverage; a part that could not be read is named.
#[test]
fn coverage_of_a_curriculum_says_what_it_lacks() {
    let validator = Validator::new(None).unwrap();
    for text in ["", "{", "{\"format\": \"twentse-kubus/portfolio@1\"}"] {
        assert_eq!(validator.curriculum_coverage(text.as_bytes()), Err(Error::Unreadable), "{text}");
    }
    let mut torn = curriculum();
    torn["themes"][1]["id"] = json!("th 2");
    let coverage = value(&validator.curriculum_coverage(torn.to_string().as_bytes()).unwrap());
    assert_eq!((&coverage["unreadable"], list(&coverage, "themes").len()), (&json!(["/themes/1"]), 1));
    assert_eq!(coverage["competences"][2]["themes"], 1);
    let text = validator.curriculum_coverage_text(torn.to_string().as_bytes(), "en").unwrap();
    assert!(text.contains("Not read, and so not counted: "), "{text}");
    // The edition is that of the first cohort, unless the curriculum names one.
    let mut old = curriculum();
    old["firstCohort"] = json!("2016-2017");
    let edition = |document: &Value| {
        value(&validator.curriculum_coverage(document.to_string().as_bytes()).unwrap())["edition"].clone()
    };
    assert_eq!(edition(&old), "2005");
    old["edition"] = json!("2017");
    assert_eq!(edition(&old), "2017");
}

/// By a curriculum too nothing that a person wrote is said, each result is of its schema, and the texts are the same by a file
/// of sentences.
#[test]
fn what_is_said_by_a_curriculum_quotes_nobody_and_is_of_its_schema() {
    let (validator, document, program) = (by_curriculum(), second_year().to_string(), curriculum().to_string());
    let (bytes, day) = (document.as_bytes(), "2024-05-15");
    let results = [
        ("assessment", validator.assess(bytes, day, None)),
        ("assessment-card", validator.card(bytes, day, None)),
        ("coverage", validator.coverage(bytes, day)),
        ("curriculum-coverage", validator.curriculum_coverage(program.as_bytes())),
    ];
    for (name, result) in results {
        let result = result.unwrap();
        assert!(!result.contains("GEHEIM"), "{result}");
        let schema = jsonschema::options().should_validate_formats(true).build(&value(&schema(name).unwrap())).unwrap();
        let faults: Vec<String> = schema.iter_errors(&value(&result)).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
    let lists: [&[&List]; 3] = [&REPORT_LISTS, INSIGHT_LISTS, &catalogue::lists()];
    for lang in Lang::ALL {
        let file = Sentences::new(&twentse_kubus::Sentences::write(lang, catalogue::all(), &lists.concat())).unwrap();
        let tag = lang.tag();
        let texts = [
            (validator.assess_text(bytes, day, None, tag), validator.assess_text_from(bytes, day, None, &file)),
            (validator.card_text(bytes, day, None, tag), validator.card_text_from(bytes, day, None, &file)),
            (validator.coverage_text(bytes, day, tag), validator.coverage_text_from(bytes, day, &file)),
            (
                validator.curriculum_coverage_text(program.as_bytes(), tag),
                validator.curriculum_coverage_text_from(program.as_bytes(), &file),
            ),
        ];
        for (compiled, read) in texts {
            let text = compiled.unwrap();
            assert_eq!(text, read.unwrap());
            assert!(!text.contains("GEHEIM") && !text.contains(['{', '…', '`']), "{tag}: {text}");
        }
    }
}

/// By a file of sentences the texts are what is compiled in, in every language, and nothing in them is unfilled.
/// A knowledge base with a theme of its own and a default one.
fn knowledge_base() -> Value {
    let place = |theme: &str, levels: &[&str]| json!({ "theme": theme, "stages": ["student-1", "student-2"], "levels": levels });
    json!({
        "format": "twentse-kubus/knowledge-base@1", "id": "kb-1",
        "themes": [{ "id": "play", "name": "Spelend leren", "competences": ["2017-pedagogical"] }, { "id": "bullying" }],
        "materials": [
            { "id": "at-board", "kind": "ktp", "places": [place("play", &["board"])] },
            { "id": "in-team", "kind": "ktp", "title": "Pesten in de groep", "places": [place("bullying", &["team", "board"])] },
            { "id": "for-me", "kind": "ktp", "places": [place("bullying", &["partnership"]), place("play", &[])] },
            { "id": "over", "kind": "ktp", "period": { "from": "2020-08-01", "until": "2023-07-31" }, "places": [place("play", &[])] },
            { "id": "too-late", "kind": "ktp", "places": [{ "theme": "play", "stages": ["student-3"] }] }
        ]
    })
}

/// A first-year with a goal on two themes, one that is taken up, and a question without a theme. Of the three competences two have
/// evidence.
fn learner() -> Value {
    json!({
        "format": "twentse-kubus/portfolio@1",
        "student": { "id": "s", "name": "GEHEIM", "years": [{ "schoolYear": "2023-2024", "studyYear": 1 }] },
        "goals": [
            { "id": "g-1", "kind": "learning-goal", "text": "GEHEIM", "themes": ["bullying", "play"] },
            { "id": "g-2", "kind": "learning-goal", "text": "GEHEIM", "themes": ["play"] },
            { "id": "g-3", "kind": "learning-question", "text": "GEHEIM" }
        ],
        "designs": [{ "id": "d-1", "goals": ["g-2"] }],
        "evidence": [{ "id": "e-1", "kind": "lesson-report", "competences": ["2017-subject-matter", "2017-subject-didactics"] }]
    })
}

fn told_just_in_time(base: Option<&Value>, portfolio: &Value, day: &str) -> Value {
    let validator = Validator::with_documents(None, base.map(Value::to_string)).unwrap();
    value(&validator.just_in_time(portfolio.to_string().as_bytes(), day).unwrap())
}

/// Needs: goals and questions that nothing takes up, then competences without evidence (documents.md 9.8). Suggestions: in force, at
/// the stage of the student, the nearest level of a place first, then the order of the knowledge base (9.9): `for-me` has the theme
/// `play` at every level and so at the nearest, `in-team` has `bullying` at the level of the team.
#[test]
fn learning_materials_are_suggested_just_in_time() {
    let told = told_just_in_time(Some(&knowledge_base()), &learner(), "2024-05-15");
    let suggested = |material: &str, theme: &str, level: &str| json!({ "material": material, "theme": theme, "stage": "student-1", "level": level });
    let mut in_team = suggested("in-team", "bullying", "team");
    in_team["title"] = "Pesten in de groep".into();
    let play = json!({ "theme": "play", "name": "Spelend leren" });
    let [for_me, at_board] = [suggested("for-me", "play", "individual"), suggested("at-board", "play", "board")];
    assert_eq!(
        told,
        json!({
            "format": "twentse-kubus/just-in-time@1",
            "document": { "kind": "portfolio", "id": "s" },
            "asOf": "2024-05-15",
            "needs": [
                { "themes": [{ "theme": "bullying" }, play], "suggestions": [for_me, in_team, at_board], "more": false,
                  "goal": "g-1", "path": "/goals/0" },
                { "themes": [], "suggestions": [], "more": false, "goal": "g-3", "path": "/goals/2" },
                { "themes": [play], "suggestions": [for_me, at_board], "more": false, "competence": "2017-pedagogical" }
            ],
            "knowledgeBase": { "kind": "knowledge-base", "id": "kb-1" },
            "stage": "student-1"
        })
    );
}

/// Without a knowledge base, a study year that runs, or a student who has not left, there is none, and it is said why.
#[test]
fn nothing_is_suggested_without_a_reason() {
    let reason = |base: Option<&Value>, portfolio: &Value, day: &str| {
        let told = told_just_in_time(base, portfolio, day);
        let needs = list(&told, "needs");
        assert!(needs.len() >= 2 && needs.iter().all(|need| list(need, "suggestions").is_empty()), "{told}");
        (told["reason"].clone(), told["stage"].clone())
    };
    let (base, mut portfolio) = (knowledge_base(), learner());
    assert_eq!(reason(None, &portfolio, "2024-05-15"), (json!("needs-knowledge-base"), json!("student-1")));
    assert_eq!(reason(Some(&base), &portfolio, "2024-09-01"), (json!("no-study-years"), Value::Null));
    portfolio["student"]["years"][0]["outcome"] = "left".into();
    portfolio["student"]["years"][0]["outcomeOn"] = "2024-02-01".into();
    assert_eq!(reason(Some(&base), &portfolio, "2024-05-15"), (json!("left-without-diploma"), Value::Null));
}

/// At most ten for a need, with a flag that there are more; of a material that two themes have, one place.
#[test]
fn at_most_ten_learning_materials_are_suggested() {
    let (mut base, mut portfolio) = (knowledge_base(), learner());
    portfolio["goals"] =
        json!([{ "id": "g-1", "kind": "learning-goal", "text": "GEHEIM", "themes": ["bullying", "play"] }]);
    for (materials, expected) in
        [(0, (0, false)), (9, (9, false)), (10, (10, false)), (11, (10, true)), (30, (10, true))]
    {
        let material = |at: usize| {
            // Both themes at the same level: the first of the need is named.
            json!({ "id": format!("m-{at}"), "kind": "ktp", "places": [{ "theme": "play" }, { "theme": "bullying" }] })
        };
        base["materials"] = (0..materials).map(material).collect();
        let told = told_just_in_time(Some(&base), &portfolio, "2024-05-15");
        let need = &told["needs"][0];
        let suggestions = list(need, "suggestions");
        assert_eq!((suggestions.len(), need["more"].as_bool().unwrap()), expected, "{materials}");
        for (at, one) in suggestions.iter().enumerate() {
            assert_eq!((&one["material"], &one["theme"]), (&json!(format!("m-{at}")), &json!("bullying")));
        }
    }
}

/// Each theme is looked up one time and a need takes ten materials of it, so that many goals and many materials are not looked at
/// pair by pair: that would be a thousand million here.
#[test]
fn many_goals_and_many_materials_are_no_matter() {
    let (mut base, mut portfolio) = (knowledge_base(), learner());
    let many = 0..30_000;
    base["materials"] = many
        .clone()
        .map(|at| json!({ "id": format!("m-{at}"), "kind": "ktp", "places": [{ "theme": "play" }] }))
        .collect();
    portfolio["goals"] = many
        .map(|at| json!({ "id": format!("g-{at}"), "kind": "learning-goal", "text": "GEHEIM", "themes": ["play"] }))
        .collect();
    let told = told_just_in_time(Some(&base), &portfolio, "2024-05-15");
    let needs = list(&told, "needs");
    // One goal is taken up, and one competence has no evidence.
    assert_eq!(needs.len(), 30_000);
    assert!(needs.iter().all(|need| list(need, "suggestions").len() == 10 && need["more"] == true));
}

/// TK-X301 fires for each need with a theme for which nothing is suggested, and for no other.
#[test]
fn a_need_without_suggestion_is_what_the_rule_reports() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"));
    let mut compared = 0;
    for vector in all(root).unwrap().into_iter().filter(|vector| vector.code == "TK-X301" && vector.case.lens.is_none())
    {
        let report = vector.run().unwrap();
        let answer =
            report.outcomes().iter().find(|outcome| outcome.code() == "TK-X301").map(|one| one.outcome().to_owned());
        if !matches!(answer.as_deref(), Some("met" | "not-met")) {
            continue;
        }
        let told = value(&vector.validator().unwrap().just_in_time(&vector.document, &vector.case.as_of).unwrap());
        let empty = |need: &&Value| !list(need, "themes").is_empty() && list(need, "suggestions").is_empty();
        let paths = list(&told, "needs").iter().filter(empty).map(|need| match need["path"].as_str() {
            Some(goal) => format!("{goal}/themes"),
            None => "/evidence".to_owned(),
        });
        let findings = report.findings().iter().map(Finding::path).collect::<BTreeSet<_>>();
        // What a lost part may have taken up is a need all the same here.
        if list(&told, "unreadable").is_empty() {
            assert_eq!(paths.collect::<BTreeSet<_>>(), findings, "{}", vector.name);
            compared += 1;
        }
    }
    assert!(compared > 30, "{compared}");
}

#[test]
fn just_in_time_reads_well() {
    let validator = Validator::with_documents(None, [knowledge_base().to_string()]).unwrap();
    let portfolio = learner().to_string();
    let text = |lang| validator.just_in_time_text(portfolio.as_bytes(), "2024-05-15", lang).unwrap();
    let english = "\
Learning materials just in time · portfolio s · reference day 15 May 2024
Career stage: student year 1

Learning goal or question g-1
    themes: bullying, Spelend leren (play)
    for-me · Spelend leren (play) · individual
    Pesten in de groep (in-team) · bullying · team
    at-board · Spelend leren (play) · board

Learning goal or question g-3
    themes: none
    no learning material in the knowledge base

Pedagogical competence
    themes: Spelend leren (play)
    for-me · Spelend leren (play) · individual
    at-board · Spelend leren (play) · board
";
    assert_eq!(text("en"), english);
    let [dutch, plain] = ["nl", "nl-plain"].map(text);
    assert!(
        dutch.contains("Loopbaanfase: student jaar 1\n")
            && dutch.contains("    Pesten in de groep (in-team) · pesten · team\n"),
        "{dutch}"
    );
    assert!(
        plain.starts_with("Materiaal dat nu bij je past") && plain.contains("hierbij staat nog niets in de kennisbank"),
        "{plain}"
    );
    for text in [dutch, plain, english.to_owned()] {
        assert!(!text.contains("GEHEIM"), "{text}");
    }
    let bare = Validator::new(None).unwrap();
    let none = json!({ "format": "twentse-kubus/portfolio@1", "student": { "id": "s" } }).to_string();
    let english = bare.just_in_time_text(none.as_bytes(), "2024-05-15", "en").unwrap();
    assert!(
        english.ends_with("There is no knowledge base that belongs to the student\nThere are no open learning needs\n"),
        "{english}"
    );
}

#[test]
fn texts_are_the_same_by_a_file_of_sentences() {
    let lists: [&[&List]; 3] = [&REPORT_LISTS, INSIGHT_LISTS, &catalogue::lists()];
    let lists = lists.concat();
    let (all, switched_on) = (asked(), all_switched_on());
    let plans = plans(&all);
    let (after, mut pages) = (Some(switched_on.as_bytes()), 0);
    let hold = |of: &str, never: &[char], texts: Vec<[Result<String, Error>; 2]>| {
        for [compiled, read] in texts {
            assert_eq!(compiled, read, "{of}");
            let text = compiled.unwrap_or_default();
            assert!(!text.contains(never), "{of}: {text}");
        }
    };
    let unfilled = &['{', '…', '`'];
    for lang in Lang::ALL {
        let file = Sentences::new(&twentse_kubus::Sentences::write(lang, catalogue::all(), &lists)).unwrap();
        let tag = lang.tag();
        for asked in &all {
            let (validator, document, day) = (&asked.validator, &asked.document, asked.as_of.as_str());
            let (lens, kind) = (asked.lens.as_deref(), Some(asked.kind));
            let report = asked.report();
            let page = |texts| {
                [
                    validator.hand_over_text(document, day, texts, tag),
                    validator.hand_over_text_from(document, day, texts, &file),
                ]
            };
            let one = [document];
            let mut texts = vec![
                [report.next_steps_text(tag), Ok(report.next_steps_text_from(&file))],
                [
                    validator.trace_text(document, day, lens, kind, tag),
                    validator.trace_text_from(document, day, lens, kind, &file),
                ],
            ];
            // These say what rules require, of which one says it with `…`.
            let mut of_rules = vec![[
                compare_text(None, after, &one, day, lens, Some(1), tag),
                compare_text_from(None, after, &one, day, lens, Some(1), &file),
            ]];
            match asked.kind {
                "portfolio" => {
                    texts.extend([
                        page(false),
                        [
                            validator.coverage_text(document, day, tag),
                            validator.coverage_text_from(document, day, &file),
                        ],
                        [
                            validator.just_in_time_text(document, day, tag),
                            validator.just_in_time_text_from(document, day, &file),
                        ],
                    ]);
                    of_rules.push([
                        validator.overview_text(&one, day, lens, Some(1), tag),
                        validator.overview_text_from(&one, day, lens, Some(1), &file),
                    ]);
                }
                "partnership" => texts.push([
                    validator.network_text(document, day, lens, tag),
                    validator.network_text_from(document, day, lens, &file),
                ]),
                _ => {}
            }
            hold(&asked.name, unfilled, texts);
            hold(&asked.name, &['{', '`'], of_rules);
            // This one quotes people, who may write anything.
            let [compiled, read] = page(true);
            assert_eq!(compiled, read, "{}", asked.name);
            pages += usize::from(compiled.is_ok());
        }
        for plan in &plans {
            let validator = Validator::new(None).unwrap();
            let (portfolios, partnership, year) = (plan.portfolios(), &plan.partnership, plan.school_year.as_str());
            let proposal = plan.proposal.as_bytes();
            let texts = vec![
                [
                    validator.where_next_text(&portfolios, partnership, year, tag),
                    validator.where_next_text_from(&portfolios, partnership, year, &file),
                ],
                [
                    validator.check_proposal_text(&portfolios, partnership, proposal, tag),
                    validator.check_proposal_text_from(&portfolios, partnership, proposal, &file),
                ],
            ];
            hold(&plan.name, unfilled, texts);
        }
    }
    assert!(pages > 5_000, "{pages} pages were compared");
}

/// Wrong arguments are refused as everywhere.
#[test]
fn wrong_arguments_are_refused() {
    let validator = Validator::new(None).unwrap();
    let document = first_year().to_string();
    let bytes = document.as_bytes();
    assert_eq!(validator.trace(bytes, "2024-02-30", None, None), Err(Error::InvalidDate));
    assert_eq!(validator.trace(bytes, "2024-02-01", Some("later"), None), Err(Error::UnknownLens));
    assert_eq!(validator.trace(bytes, "2024-02-01", None, Some("diary")), Err(Error::UnknownKind));
    assert_eq!(validator.hand_over(bytes, "1 mei", true), Err(Error::InvalidDate));
    assert_eq!(validator.coverage(bytes, ""), Err(Error::InvalidDate));
    assert_eq!(validator.coverage_text(bytes, "2024-02-01", "fr"), Err(Error::UnknownLanguage));
    assert_eq!(validator.hand_over_text(bytes, "2024-02-01", true, "fr"), Err(Error::UnknownLanguage));
    assert_eq!(validator.card(bytes, "1 mei", None), Err(Error::InvalidDate));
    assert_eq!(validator.card(bytes, "2024-02-01", Some("later")), Err(Error::UnknownLens));
    assert_eq!(validator.card(b"[]", "2024-02-01", None), Err(Error::Unreadable));
    assert_eq!(validator.card_text(bytes, "2024-02-01", None, "fr"), Err(Error::UnknownLanguage));
    assert_eq!(validator.curriculum_coverage_text(b"{}", "fr"), Err(Error::UnknownLanguage));
    assert_eq!(validator.just_in_time(bytes, "1 mei"), Err(Error::InvalidDate));
    assert_eq!(validator.just_in_time(b"[]", "2024-02-01"), Err(Error::Unreadable));
    assert_eq!(validator.just_in_time_text(bytes, "2024-02-01", "fr"), Err(Error::UnknownLanguage));
    let (network, proposal) = (next_year().to_string(), proposal().to_string());
    let (network, proposal) = (network.as_bytes(), proposal.as_bytes());
    assert_eq!(validator.network(network, "2024-02-30", None), Err(Error::InvalidDate));
    assert_eq!(validator.network(network, "2024-02-01", Some("later")), Err(Error::UnknownLens));
    assert_eq!(validator.network_text(network, "2024-02-01", None, "fr"), Err(Error::UnknownLanguage));
    assert_eq!(validator.where_next(&[bytes], network, "2024"), Err(Error::InvalidSchoolYear));
    assert_eq!(validator.where_next_text(&[bytes], network, "2024-2025", "fr"), Err(Error::UnknownLanguage));
    assert_eq!(validator.check_proposal_text(&[bytes], network, proposal, "fr"), Err(Error::UnknownLanguage));
    assert_eq!(validator.overview(&[bytes], "1 mei", None, None), Err(Error::InvalidDate));
    assert_eq!(validator.overview(&[bytes], "2024-02-01", Some("later"), None), Err(Error::UnknownLens));
    assert_eq!(validator.overview_text(&[bytes], "2024-02-01", None, None, "fr"), Err(Error::UnknownLanguage));
    assert_eq!(compare(None, None, &[bytes], "1 mei", None, None), Err(Error::InvalidDate));
    assert_eq!(compare(None, None, &[bytes], "2024-02-01", Some("later"), None), Err(Error::UnknownLens));
    assert_eq!(compare_text(None, None, &[bytes], "2024-02-01", None, None, "fr"), Err(Error::UnknownLanguage));
}

/// A knowledge base with two themes, three stages and two levels. In force on the day of the tests are `a` (one cell), `b` (every
/// stage at one level, by two places that overlap) and `d`; `c` is planned and `e` is out of force.
fn cube_of_two_themes() -> Value {
    let place =
        |theme: &str, stages: Value, levels: Value| json!({ "theme": theme, "stages": stages, "levels": levels });
    let material = |id: &str, period: Value, places: Value| json!({ "id": id, "kind": "informative", "period": period, "places": places });
    json!({
        "format": "twentse-kubus/knowledge-base@1", "id": "kb",
        "stages": ["student-1", "beginning-teacher", "teacher"], "levels": ["individual", "team"],
        "themes": [{ "id": "language" }, { "id": "bullying" }],
        "materials": [
            material("a", Value::Null, json!([place("bullying", json!(["student-1"]), json!(["team"]))])),
            material("b", json!({ "from": "2024-05-15" }), json!([
                place("bullying", Value::Null, json!(["individual"])),
                place("bullying", json!(["student-1", "student-2"]), json!(["individual", "board"])),
            ])),
            material("c", json!({ "from": "2024-05-16" }), json!([place("language", Value::Null, Value::Null)])),
            material("d", json!({ "from": "2020-01-01", "until": "2024-05-15" }), json!([
                place("language", json!(["teacher"]), json!(["team"])),
            ])),
            material("e", json!({ "from": "2020-01-01", "until": "2024-05-14" }), json!([place("language", Value::Null, Value::Null)])),
        ]
    })
}

#[test]
fn the_cube_has_what_is_in_force_in_each_cell() {
    let base = cube_of_two_themes().to_string();
    let cube = value(&Validator::new(None).unwrap().cube(base.as_bytes(), "2024-05-15").unwrap());
    let cell = |level: &str, materials: Value| json!({ "level": level, "materials": materials });
    let row = |stage: &str, individual: Value, team: Value| json!({ "stage": stage, "levels": [cell("individual", individual), cell("team", team)] });
    let empty = |theme: &str, stage: &str, level: &str| json!({ "theme": theme, "stage": stage, "level": level });
    let expected = json!({
        "format": "twentse-kubus/cube@1",
        "document": { "kind": "knowledge-base", "id": "kb" },
        "asOf": "2024-05-15",
        "axes": "inferred",
        "stages": ["student-1", "beginning-teacher", "teacher"],
        "levels": ["individual", "team"],
        "themes": [
            { "theme": "language", "continuous": false, "stages": [
                row("student-1", json!([]), json!([])),
                row("beginning-teacher", json!([]), json!([])),
                row("teacher", json!([]), json!(["d"])),
            ] },
            { "theme": "bullying", "continuous": true, "stages": [
                row("student-1", json!(["b"]), json!(["a"])),
                row("beginning-teacher", json!(["b"]), json!([])),
                row("teacher", json!(["b"]), json!([])),
            ] },
        ],
        "empty": [
            empty("language", "student-1", "individual"), empty("language", "student-1", "team"),
            empty("language", "beginning-teacher", "individual"), empty("language", "beginning-teacher", "team"),
            empty("language", "teacher", "individual"),
            empty("bullying", "beginning-teacher", "team"), empty("bullying", "teacher", "team"),
        ],
    });
    assert_eq!(cube, expected);
}

#[test]
fn the_cube_as_text() {
    let base = cube_of_two_themes().to_string();
    let text = Validator::new(None).unwrap().cube_text(base.as_bytes(), "2024-05-15", "en").unwrap();
    let expected = "The Twentse kubus · knowledge base kb · reference day 15 May 2024
The axes are our interpretation: the booklet's picture of the cube is lost

Language · not continuous from student to teacher
  student year 1 · individual: none · team: none
  beginning teacher · individual: none · team: none
  teacher · individual: none · team: d

Bullying · continuous from student to teacher
  student year 1 · individual: b · team: a
  beginning teacher · individual: b · team: none
  teacher · individual: b · team: none

Empty cells: 7 of 12
";
    assert_eq!(text, expected);
}

/// Without axes of its own a knowledge base has all stages and levels and the five default themes; what cannot be read is named.
#[test]
fn the_cube_of_a_knowledge_base_without_axes() {
    let base = json!({ "format": "twentse-kubus/knowledge-base@1", "id": "kb", "materials": [{ "id": "no id", "kind": "ktp" }] });
    let validator = Validator::new(None).unwrap();
    let cube = value(&validator.cube(base.to_string().as_bytes(), "2024-05-15").unwrap());
    assert_eq!(cube["empty"].as_array().unwrap().len(), 5 * 6 * 4);
    assert_eq!(cube["unreadable"], json!(["/materials/0"]));
    assert_eq!(validator.cube(b"{", "2024-05-15").unwrap_err().code(), "unreadable-document");
    assert_eq!(validator.cube(base.to_string().as_bytes(), "15 May").unwrap_err().code(), "invalid-date");
}

/// The rule on empty cells counts them with bits, the cube lists them: of a theme that the rule names both say the same, and of a
/// theme without empty cells it names none. A theme without any material is for TK-K304.
#[test]
fn the_cube_and_the_rule_on_empty_cells_agree() {
    let validator = Validator::new(None).unwrap();
    let (mut named, mut silent) = (0, 0);
    for Sample { json, known } in knowledge_bases(900, 11, 1.0) {
        let Ok(cube) = validator.cube(json.as_bytes(), &known.as_of) else { continue };
        let cube = value(&cube);
        let report = validator.validate(json.as_bytes(), &known.as_of, None, Some("knowledge-base")).unwrap();
        let of_rule: BTreeMap<String, u64> = report
            .findings()
            .iter()
            .filter(|finding| finding.code() == "TK-K201")
            .map(|finding| value(&finding.facts_json()))
            .map(|facts| (facts["theme"].as_str().unwrap().to_owned(), facts["empty"].as_u64().unwrap()))
            .collect();
        for line in cube["themes"].as_array().unwrap() {
            let theme = line["theme"].as_str().unwrap();
            let empty = cube["empty"].as_array().unwrap().iter().filter(|cell| cell["theme"] == theme).count() as u64;
            let cells = line["stages"].as_array().unwrap().len() * cube["levels"].as_array().unwrap().len();
            if let Some(number) = of_rule.get(theme) {
                assert_eq!(*number, empty, "{}: {theme}", known.document);
                named += 1;
            } else {
                assert!(empty == 0 || empty == cells as u64, "{}: {theme}", known.document);
                silent += 1;
            }
        }
    }
    assert!(named > 30 && silent > 100, "{named} themes are named, {silent} are not");
}
