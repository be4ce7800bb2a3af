//! Lives judged by hand: portfolios kept next to the project with the answer that the rules give, written before the
//! code ran. Where the folder is absent there is nothing to run.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};
use twentse_kubus::api::Validator;

/// A life on one day, and what must be said of it; a member that is absent says nothing.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct Case {
    life: String,
    as_of: String,
    lens: Option<String>,
    rulebook: Option<Value>,
    document: Value,
    must_fire: BTreeMap<String, String>,
    must_not_fire: Vec<String>,
    at_most_info: Vec<String>,
    else_at_most: Option<String>,
    except: Vec<String>,
    nothing_else: bool,
    outcomes: BTreeMap<String, String>,
    due: BTreeMap<String, String>,
    times: BTreeMap<String, usize>,
    waived: Vec<String>,
    verdict: Option<String>,
    unchecked: BTreeMap<String, Vec<String>>,
    why: String,
}

fn is_known(code: &str) -> bool {
    twentse_kubus::catalogue::find(code).is_some()
}

fn known<T>(of: &BTreeMap<String, T>) -> impl Iterator<Item = (&str, &T)> {
    of.iter().map(|(code, value)| (code.as_str(), value)).filter(|(code, _)| is_known(code))
}

fn rank(severity: &str) -> usize {
    ["info", "warning", "error"].iter().position(|known| *known == severity).unwrap()
}

/// What is said otherwise than it must be.
fn faults(case: &Case) -> Vec<String> {
    let overlay = case.rulebook.as_ref().map(ToString::to_string);
    let validator = match Validator::new(overlay.as_deref().map(str::as_bytes)) {
        Ok(validator) => validator,
        Err(error) => return vec![format!("the rulebook is refused: {error}")],
    };
    let document = case.document.as_str().map_or_else(|| case.document.to_string(), ToOwned::to_owned);
    let report = validator.validate(document.as_bytes(), &case.as_of, case.lens.as_deref(), None).unwrap();
    let body: Value = serde_json::from_str(&report.body_json()).unwrap();
    let findings = body["findings"].as_array().unwrap();
    let of = |code: &str| -> Vec<&Value> { findings.iter().filter(|finding| finding["code"] == code).collect() };
    let worst = |code: &str| of(code).iter().map(|finding| rank(finding["severity"].as_str().unwrap())).max();
    let mut faults = Vec::new();
    let mut hold = |holds: bool, fault: String| {
        if !holds {
            faults.push(fault);
        }
    };
    for (code, severity) in known(&case.must_fire) {
        hold(worst(code) == Some(rank(severity)), format!("{code} must fire as {severity}: {:?}", of(code)));
    }
    for code in case.must_not_fire.iter().filter(|code| is_known(code)) {
        hold(of(code).is_empty(), format!("{code} must not fire: {:?}", of(code)));
    }
    for code in case.at_most_info.iter().filter(|code| is_known(code)) {
        hold(worst(code).is_none_or(|worst| worst == 0), format!("{code} may be an info at most: {:?}", of(code)));
    }
    for finding in findings {
        let code = finding["code"].as_str().unwrap();
        let named = case.must_fire.contains_key(code) || case.except.iter().any(|except| except == code);
        if let Some(most) = case.else_at_most.as_ref().filter(|_| !named) {
            let severity = finding["severity"].as_str().unwrap();
            hold(rank(severity) <= rank(most), format!("beside those named at most {most}: {finding}"));
        }
        hold(named || !case.nothing_else, format!("nothing else may fire: {finding}"));
    }
    for (code, outcome) in known(&case.outcomes) {
        let given = body["outcomes"].as_array().unwrap().iter().find(|given| given["code"] == code).unwrap();
        hold(given["outcome"] == outcome.as_str(), format!("{code} must answer {outcome}: {given}"));
    }
    for (code, day) in known(&case.due) {
        let due = of(code).iter().all(|finding| finding["due"] == day.as_str());
        hold(due && !of(code).is_empty(), format!("{code} must be due {day}: {:?}", of(code)));
    }
    for (code, times) in known(&case.times) {
        hold(of(code).len() == *times, format!("{code} must be found {times} times: {:?}", of(code)));
    }
    for code in case.waived.iter().filter(|code| is_known(code)) {
        let waived = of(code).iter().all(|finding| finding.get("waiver").is_some());
        hold(waived && !of(code).is_empty(), format!("{code} must be waived: {:?}", of(code)));
    }
    if let Some(verdict) = &case.verdict {
        hold(report.verdict() == verdict, format!("the verdict must be {verdict}: {}", report.verdict()));
    }
    for (reason, codes) in &case.unchecked {
        for code in codes.iter().filter(|code| is_known(code)) {
            let unchecked = body["unchecked"].as_array().unwrap();
            let told = unchecked.iter().any(|one| one["reason"] == reason.as_str() && one.to_string().contains(code));
            hold(told, format!("{code} must stand in `unchecked` for {reason}"));
        }
    }
    faults
}

#[test]
fn every_life_is_judged_as_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases/portfolio");
    let Ok(files) = fs::read_dir(folder) else { return };
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(!files.is_empty(), "the folder holds no case");
    let (mut judged, mut failed) = (0, Vec::new());
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap();
        // A case named after a row waits for the rule of that row.
        if name.strip_prefix('R').and_then(|row| row.get(..3)).is_some_and(|row| !is_known(&format!("TK-P{row}"))) {
            continue;
        }
        let case: Case = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        judged += 1;
        let faults = faults(&case);
        if !faults.is_empty() {
            failed.push(format!("{name}: {} on {}\n  {}\n  {}", case.life, case.as_of, case.why, faults.join("\n  ")));
        }
    }
    println!("{judged} cases, {} failed", failed.len());
    assert!(failed.is_empty(), "{judged} cases, {} failed\n{}", failed.len(), failed.join("\n"));
}

/// What the rule says of an input: its outcome, and per finding its severity, its path, the day it is due and its facts.
type Said = (String, Vec<(String, String, Value, Value)>);

fn said(input: &Value, code: &str) -> Said {
    let overlay = input.get("rulebook").map(ToString::to_string);
    let validator = Validator::new(overlay.as_deref().map(str::as_bytes)).unwrap();
    let document = input["document"].to_string();
    let report = validator.validate(document.as_bytes(), input["asOf"].as_str().unwrap(), None, None).unwrap();
    let body: Value = serde_json::from_str(&report.body_json()).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let outcome = body["outcomes"].as_array().unwrap().iter().find(|outcome| outcome["code"] == code).unwrap();
    let outcome = ["outcome", "reason", "by"].iter().filter_map(|part| outcome[part].as_str()).collect::<Vec<_>>();
    let findings = body["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code);
    let findings =
        findings.map(|one| (text(&one["severity"]), text(&one["path"]), one["due"].clone(), one["facts"].clone()));
    (outcome.join(" "), findings.collect())
}

/// Inputs that tell a rule from one with a small change in it. What each rule must say was reasoned out from the row; the
/// reason is with it.
#[test]
#[expect(clippy::too_many_lines, reason = "a table of inputs, each with its reason")]
fn inputs_that_tell_a_rule_from_a_change_of_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases/mutants");
    if !folder.is_dir() {
        return;
    }
    let error = |path: &str, facts: Value| ("error".to_owned(), path.to_owned(), Value::Null, facts);
    let warning = |path: &str, facts: Value| ("warning".to_owned(), path.to_owned(), Value::Null, facts);
    let info = |path: &str, due: Value, facts: Value| ("info".to_owned(), path.to_owned(), due, facts);
    let mentors = "/placements/0/mentors";
    let bands = [("lower", vec![1, 2]), ("middle", vec![3, 4, 5]), ("upper", vec![6, 7, 8])];
    let of_2017 = ["2017-pedagogical", "2017-subject-didactics", "2017-subject-matter"];
    let inputs = [
        // The placement abroad is at no training school.
        ("101a-abroad", "TK-P101", "met", vec![]),
        // A placement of no known year may be the one at the same school, unless one is found already.
        ("101e-undated-beside-met", "TK-P101", "not-assessable no-study-years", vec![]),
        (
            "101e-undated-beside-short",
            "TK-P101",
            "not-met",
            vec![error("/placements/1/school", json!({ "school": "sch-a", "earlier": 1, "later": 2 }))],
        ),
        // Study year 2 has ended; both are named.
        (
            "102b-two-special",
            "TK-P102",
            "not-met",
            bands
                .map(|(band, groups)| {
                    let special = ["pl-1", "pl-2"];
                    warning("/placements", json!({ "band": band, "groups": groups, "specialEducation": special }))
                })
                .into(),
        ),
        // From 10 to 15 May are six days; day 14 is the 24th.
        (
            "105c-mentor-to-come",
            "TK-P105",
            "not-yet",
            vec![info(mentors, "2024-05-24".into(), json!({ "placement": "pl-1", "from": "2024-05-10", "days": 6 }))],
        ),
        // November, December and January are 92 days, September is 30; the next mentor came on 1 February.
        (
            "105f-longest-gap",
            "TK-P105",
            "not-met",
            vec![error(
                mentors,
                json!({ "placement": "pl-1", "from": "2023-11-01", "until": "2024-01-31", "days": 92 }),
            )],
        ),
        // Fourteen days of grace held when it began: 15 days of February and 10 of March have gone.
        (
            "105h-grace-of-its-time",
            "TK-P105",
            "not-met",
            vec![error(mentors, json!({ "placement": "pl-1", "from": "2024-02-15", "days": 25 }))],
        ),
        (
            "105k-begun-today",
            "TK-P105",
            "not-yet",
            vec![info(mentors, "2024-05-29".into(), json!({ "placement": "pl-1", "from": "2024-05-15", "days": 1 }))],
        ),
        // Six days per week, but both name their days, and no day twice.
        ("108d-both-known", "TK-P108", "met", vec![]),
        // The one placement elsewhere lasts until March, when the last of the others begins.
        (
            "108f-longest-of-two-schools",
            "TK-P108",
            "not-met",
            ["pl-2", "pl-3", "pl-4"]
                .into_iter()
                .zip(1..)
                .map(|(id, at)| {
                    warning(&format!("/placements/{at}/period"), json!({ "placement": id, "other": "pl-1" }))
                })
                .collect(),
        ),
        (
            "108h-open-end",
            "TK-P108",
            "not-met",
            vec![warning("/placements/2/period", json!({ "placement": "pl-3", "other": "pl-2" }))],
        ),
        // They share Tuesday 6 to Monday 12 February: the Monday is the seventh day.
        (
            "108j-seventh-day",
            "TK-P108",
            "not-met",
            vec![warning("/placements/1/period", json!({ "placement": "pl-2", "other": "pl-1" }))],
        ),
        // In January 2023 it was study year 3 that was required.
        (
            "201c-year-of-its-time",
            "TK-P201",
            "not-met",
            vec![error("/specialisation/inEffectFrom", json!({ "from": "2023-01-01", "year": 3 }))],
        ),
        // Thirty days of grace held when study year 3 began.
        (
            "202e-grace-of-its-time",
            "TK-P202",
            "not-met",
            vec![error("/specialisation", json!({ "year": 3, "begun": "2023-08-01" }))],
        ),
        // One subject is of one area and cannot be of each; TK-P203 tells that one is missing.
        ("204a-one-subject-one-of-each", "TK-P204", "met", vec![]),
        (
            "204d-outside-first",
            "TK-P204",
            "not-met",
            vec![error("/specialisation/profileSubjects", json!({ "outside": ["visual-arts"] }))],
        ),
        // The edition in force on 1 August 2017 is that of 2017; without study years nothing is due.
        (
            "401b-cohort-2017",
            "TK-P401",
            "not-yet",
            of_2017
                .map(|one| info("/evidence", Value::Null, json!({ "competence": one, "proofs": 0, "least": 1 })))
                .into(),
        ),
        // One piece of evidence was required when the cohort began.
        ("401f-least-of-its-time", "TK-P401", "met", vec![]),
        // Study year 2 began when both years were required.
        ("405b-years-of-its-time", "TK-P405", "not-met", vec![warning("/evidence", json!({ "year": 2 }))]),
        (
            "502b-stay-within-stay",
            "TK-P502",
            "not-met",
            vec![error("/placements/0/trainers", json!({ "person": "p-1" }))],
        ),
        ("502g-later-first", "TK-P502", "met", vec![]),
        ("601a-601-disabled", "TK-P602", "not-applicable nothing-to-judge", vec![]),
        ("606c-graduation-to-come", "TK-P606", "not-applicable nothing-to-judge", vec![]),
        ("607b-other-to-come", "TK-P607", "met", vec![]),
        // An assessment of a theme of no known year is one of year 3; neither expert took part.
        (
            "611d-no-year",
            "TK-P611",
            "not-met",
            vec![error("/assessments/0/assessors", json!({ "missing": ["subject-expert", "methodological-expert"] }))],
        ),
    ];
    let mut failed = Vec::new();
    for (name, code, outcome, mut findings) in inputs {
        let input = fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
        let (given, mut found) = said(&serde_json::from_str(&input).unwrap(), code);
        for all in [&mut findings, &mut found] {
            all.sort_by_key(|finding| format!("{finding:?}"));
        }
        if (given.as_str(), &found) != (outcome, &findings) {
            failed.push(format!("{name}: {code} must say {outcome} {findings:#?}, says {given} {found:#?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// The holes that changes by hand showed, with the smallest input of each kind.
#[test]
fn the_second_the_planned_and_the_boundary_day() {
    let said = |code: &str, student: Value, rest: Value| {
        let mut document = json!({ "format": "twentse-kubus/portfolio@1", "student": student });
        document.as_object_mut().unwrap().append(&mut rest.as_object().unwrap().clone());
        said(&json!({ "asOf": "2024-05-15", "document": document }), code).0
    };
    let placed = |mentors: Value| json!({ "placements": [{ "id": "pl-1", "school": "sch-a", "period": { "from": "2023-09-01" }, "mentors": mentors }] });
    let student = json!({ "id": "s-1" });
    let fourth = json!({ "id": "s-1", "years": [{ "schoolYear": "2023-2024", "studyYear": 4 }] });
    let research = json!({
        "exemptions": [{ "id": "ex-1", "of": "reading-aloud" }, { "id": "ex-2", "of": "graduation-research" }],
        "research": { "graduation": { "startedOn": "2024-02-01", "withOthers": [{ "student": "s-2" }] } }
    });
    assert_eq!(said("TK-P607", fourth, research), "not-applicable exempted ex-2");
    let assignment = |granted: &str| {
        json!({
            "exemptions": [{ "id": "ex-1", "of": "assignment", "assignment": "op-1", "grantedOn": granted }],
            "evidence": [{ "id": "ev-1", "kind": "plan", "assignment": "op-1" }]
        })
    };
    assert_eq!(said("TK-P404", student.clone(), assignment("2024-05-16")), "not-met");
    assert_eq!(said("TK-P404", student.clone(), assignment("2024-05-15")), "not-applicable exempted ex-1");
    let within = json!([
        { "person": "p-1" },
        { "person": "p-2", "period": { "from": "2023-10-01", "until": "2023-10-31" } }
    ]);
    assert_eq!(said("TK-P105", student.clone(), placed(within)), "met");
    // Day 14 of a placement from 1 September is the 15th: a mentor from the 16th on comes after it and in time.
    let from = |day: &str| json!([{ "person": "p-1", "period": { "from": day } }]);
    assert_eq!(said("TK-P105", student.clone(), placed(from("2023-09-16"))), "met");
    assert_eq!(said("TK-P105", student.clone(), placed(from("2023-09-17"))), "not-met");
    for theme in [json!({ "theme": "lezen" }), json!({ "setOn": "2024-05-15" })] {
        assert_eq!(said("TK-P609", student.clone(), json!({ "research": { "graduation": theme } })), "not-met");
    }
    let to_come = json!({ "research": { "graduation": { "theme": "lezen", "setOn": "2024-05-16" } } });
    assert_eq!(said("TK-P609", student, to_come), "not-applicable nothing-to-judge");
}
