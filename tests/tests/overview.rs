//! Counts over many documents: overviews hold what the reports say, comparisons the difference of two full runs, and neither lets
//! anybody work out a result of a small group.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::{Value, json};
use twentse_kubus::api::{Sentences, Validator, compare, compare_text, compare_text_from, schema};
use twentse_kubus::grammar::List;
use twentse_kubus::insight::INSIGHT_LISTS;
use twentse_kubus::{Error, Lang, REPORT_LISTS, catalogue};
use twentse_kubus_conformance::kinds::all_switched_on;
use twentse_kubus_conformance::samples::{curricula, generate_on, knowledge_bases, partnerships};

const DAY: &str = "2024-03-13";

/// Numbers that look random, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn list<'v>(value: &'v Value, member: &str) -> &'v [Value] {
    value.get(member).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> Option<u32> {
    value.as_u64().map(|number| u32::try_from(number).unwrap())
}

/// Made-up portfolios on one day, half of them with faults.
fn made_up(students: u64, seed: u64) -> Vec<Value> {
    let day: NaiveDate = DAY.parse().unwrap();
    generate_on(day, students, seed, 0.5).map(|sample| value(&sample.json)).collect()
}

/// The same portfolios with all placements of each at one school, or at none that is recorded.
fn at_schools(portfolios: &[Value], mut school: impl FnMut(usize) -> Option<usize>) -> Vec<String> {
    let with_school = |(at, portfolio): (usize, &Value)| {
        let mut portfolio = portfolio.clone();
        let school = school(at).map(|number| json!(format!("sch-{number}")));
        for placement in portfolio["placements"].as_array_mut().into_iter().flatten() {
            let placement = placement.as_object_mut().unwrap();
            placement.remove("school");
            placement.extend(school.clone().map(|school| ("school".to_owned(), school)));
        }
        portfolio.to_string()
    };
    portfolios.iter().enumerate().map(with_school).collect()
}

/// A few schools of different sizes, with a small one here and there, and some students at no school.
fn some_schools(random: &mut Random) -> impl FnMut(usize) -> Option<usize> + '_ {
    let schools = 2 + random.below(12);
    move |_| {
        // The lower of two, so that the first schools have more students.
        let at = random.below(schools).min(random.below(schools));
        (random.below(15) > 0).then_some(at)
    }
}

fn overview(validator: &Validator, portfolios: &[String], k: u32) -> Value {
    value(&validator.overview(portfolios, DAY, None, Some(k)).unwrap())
}

/// A group of schools by what sets it apart.
fn key(school: &Value) -> String {
    school["school"].as_str().or(school["of"].as_str()).unwrap().to_owned()
}

/// The school of a student: of the placement that runs on the day, else of the last that has begun.
#[test]
fn a_student_is_at_the_school_of_the_placement_that_runs() {
    let school = |placements: Value, years: Value| {
        let portfolio = json!({ "format": "twentse-kubus/portfolio@1", "student": { "id": "s", "years": years }, "placements": placements });
        let told = overview(&Validator::new(None).unwrap(), &[portfolio.to_string()], 1);
        let schools: Vec<String> = list(&told, "schools").iter().map(key).collect();
        schools.join(" ")
    };
    let placement = |id: &str, from: &str, until: Option<&str>| {
        let mut period = json!({ "from": from });
        period.as_object_mut().unwrap().extend(until.map(|until| ("until".to_owned(), json!(until))));
        json!({ "id": id, "school": format!("at-{id}"), "period": period })
    };
    let (none, first) = (json!([]), json!([{ "schoolYear": "2023-2024", "studyYear": 1 }]));
    let ended = placement("ended", "2023-11-01", Some("2024-03-12"));
    let runs = placement("runs", "2023-08-28", Some("2024-03-13"));
    let to_come = placement("to-come", "2024-03-14", None);
    assert_eq!(school(json!([ended, runs, to_come]), none.clone()), "at-runs", "its last day");
    assert_eq!(school(json!([to_come, ended]), none.clone()), "at-ended", "none runs");
    assert_eq!(school(json!([to_come]), none.clone()), "without-school", "none has begun");
    assert_eq!(school(json!([]), none.clone()), "without-school");
    // Of two that run the one that began later, then the one that is later in the portfolio.
    let later = placement("later", "2024-02-01", Some("2024-07-01"));
    assert_eq!(school(json!([later, runs]), none.clone()), "at-later");
    let same = placement("same", "2024-02-01", None);
    assert_eq!(school(json!([later, same]), none.clone()), "at-same");
    // Without a last day it runs while its school year does: the first has been over since 1 September 2023.
    let of_year = |id: &str, year: &str| json!({ "id": id, "school": format!("at-{id}"), "schoolYear": year });
    assert_eq!(school(json!([ended, of_year("old", "2022-2023")]), none.clone()), "at-ended");
    assert_eq!(school(json!([ended, of_year("now", "2023-2024")]), none.clone()), "at-now");
    // One abroad is at no school of the partnership, and where no school is recorded none is guessed.
    let mut abroad = later.clone();
    abroad["kind"] = "abroad".into();
    assert_eq!(school(json!([abroad, runs]), first.clone()), "at-runs");
    let mut unnamed = later;
    unnamed.as_object_mut().unwrap().remove("school");
    assert_eq!(school(json!([unnamed, runs]), first), "without-school");
}

/// What overviews must hold, from the report, the coverage and the hand-over page of each portfolio: students, verdicts and
/// shortfalls by school, and by competence and study year how many have evidence.
#[derive(Default)]
struct Expected {
    verdicts: BTreeMap<(String, String), u32>,
    rules: BTreeMap<(String, String), u32>,
    students: BTreeMap<String, u32>,
    /// With evidence, and in all, by competence and study year; 0 where none is known.
    evidence: BTreeMap<(String, u32), (u32, u32)>,
}

const ALL: &str = "in all";

fn expected(validator: &Validator, portfolios: &[String]) -> Expected {
    let mut expected = Expected::default();
    for text in portfolios {
        let report = validator.validate(text.as_bytes(), DAY, None, None).unwrap();
        let page = value(&validator.hand_over(text.as_bytes(), DAY, false).unwrap());
        let school = list(&page, "placements").iter().find_map(|placement| placement["school"].as_str());
        let findings: Vec<Value> = list(&value(&report.body_json()), "findings").to_vec();
        let open = findings.iter().filter(|one| one["severity"] != "info" && one.get("waiver").is_none());
        let rules: BTreeSet<&str> = open.map(|one| one["code"].as_str().unwrap()).collect();
        for of in [school.unwrap_or("without-school"), ALL] {
            *expected.students.entry(of.to_owned()).or_default() += 1;
            *expected.verdicts.entry((of.to_owned(), report.verdict().to_owned())).or_default() += 1;
            for rule in &rules {
                *expected.rules.entry((of.to_owned(), (*rule).to_owned())).or_default() += 1;
            }
        }
        let year = number(&page["studyYear"]).unwrap_or_default();
        let coverage = value(&validator.coverage(text.as_bytes(), DAY).unwrap());
        for row in list(&coverage, "competences") {
            let cells = list(row, "years").iter().chain([&row["noYear"]]);
            let has = cells.filter_map(|cell| cell["evidence"].as_u64()).sum::<u64>() > 0;
            let competence = row["competence"].as_str().unwrap().to_owned();
            let (with, of) = expected.evidence.entry((competence, year)).or_default();
            *with += u32::from(has);
            *of += 1;
        }
    }
    expected
}

/// With groups of one nothing is hidden: the overview is the sum of what the reports say.
#[test]
fn an_overview_is_the_sum_of_the_reports() {
    let validator = Validator::new(Some(all_switched_on().as_bytes())).unwrap();
    let portfolios = at_schools(&made_up(150, 11), some_schools(&mut Random(4)));
    let told = overview(&validator, &portfolios, 1);
    let expected = expected(&validator, &portfolios);
    assert_eq!(told["students"], 150);
    let mut found = Expected::default();
    let whole =
        json!({ "school": ALL, "students": told["students"], "verdicts": told["verdicts"], "rules": told["rules"] });
    for school in list(&told, "schools").iter().chain([&whole]) {
        let of = key(school);
        found.students.insert(of.clone(), number(&school["students"]).unwrap());
        for (member, verdict) in [("meets", "meets"), ("fallsShort", "falls-short"), ("undecided", "undecided")] {
            let students = number(&school["verdicts"][member]).unwrap();
            found.verdicts.extend((students > 0).then(|| ((of.clone(), verdict.to_owned()), students)));
        }
        for rule in list(school, "rules") {
            let code = rule["code"].as_str().unwrap().to_owned();
            found.rules.insert((of.clone(), code), number(&rule["students"]).unwrap());
        }
    }
    for row in list(&told, "competences") {
        let competence = row["competence"].as_str().unwrap();
        let mut sum = (0, 0);
        for year in list(row, "years") {
            let counts = (number(&year["students"]).unwrap(), number(&year["of"]).unwrap());
            sum = (sum.0 + counts.0, sum.1 + counts.1);
            found.evidence.insert((competence.to_owned(), number(&year["studyYear"]).unwrap_or_default()), counts);
        }
        assert_eq!((number(&row["students"]), number(&row["of"])), (Some(sum.0), Some(sum.1)), "{competence}");
    }
    assert_eq!(found.students, expected.students);
    assert_eq!(found.verdicts, expected.verdicts);
    assert_eq!(found.rules, expected.rules);
    assert_eq!(found.evidence, expected.evidence);
    let sizes = (expected.students.len(), expected.rules.len(), expected.evidence.len());
    assert!(sizes.0 > 4 && sizes.1 > 120 && sizes.2 > 10, "{sizes:?}");
    // The order of the portfolios does not matter.
    let reversed: Vec<String> = portfolios.iter().rev().cloned().collect();
    assert_eq!(overview(&validator, &reversed, 1), told);
    assert_eq!(overview(&validator, &reversed, 5), overview(&validator, &portfolios, 5));
}

/// A row of a table as it is shown: how many students there are, and of how many something is so.
type Row = (u32, Option<u32>);

/// What somebody learns who subtracts what is shown from the total, with the sizes of the groups in mind: the least and the most that each
/// hidden row may have. Nothing that is shown is 1 to `k - 1`, nor short of its group by as many; a hidden row may have two values at
/// least, and where it is small or all but a few, 0 or `k` and more are among them. Counts hidden rows and hidden totals.
fn attack(of: &str, k: u32, total: Row, rows: &[Row], truth: &[u32], counts: &mut [u32; 2]) {
    let is_small = |count: u32| (1..k).contains(&count);
    for (size, shown) in rows.iter().chain([&total]) {
        if let Some(shown) = *shown {
            assert!(!is_small(shown) && !is_small(size - shown), "{of}: {shown} of {size}");
        }
    }
    let shown: u32 = rows.iter().filter_map(|(_, shown)| *shown).sum();
    let hidden: Vec<u32> = rows.iter().filter(|(_, shown)| shown.is_none()).map(|(size, _)| *size).collect();
    let students: u32 = hidden.iter().sum();
    counts[1] += u32::from(total.1.is_none());
    for ((size, shown_row), truth) in rows.iter().zip(truth) {
        if let Some(shown) = shown_row {
            assert_eq!(shown, truth, "{of}");
            continue;
        }
        counts[0] += 1;
        let (least, most) = match total.1 {
            // What the hidden rows have together; the others of them have at most all of their students.
            Some(total) => {
                let rest = total - shown;
                (rest.saturating_sub(students - size), rest.min(*size))
            }
            None => (0, *size),
        };
        assert!(least <= *truth && *truth <= most, "{of}");
        assert!(least < most, "{of}: {rows:?} {total:?} gives away {truth} of {size}");
        let (mut may, mut rest) = (least..=most, least..=most);
        assert!(
            may.any(|count| !is_small(count)) && rest.any(|count| !is_small(size - count)),
            "{of}: {rows:?} {total:?}"
        );
    }
}

/// The true numbers of students by group, as an overview with groups of one has them, put together as the schools of another are.
fn truth(groups: &[Value], by_school: &[Value], count: impl Fn(&Value) -> u32) -> Vec<u32> {
    let alone: BTreeSet<String> = groups.iter().map(key).collect();
    let of = |group: &Value| {
        let name = key(group);
        let is_in =
            |school: &&Value| if name == "together" { !alone.contains(&key(school)) } else { key(school) == name };
        by_school.iter().filter(is_in).map(&count).sum()
    };
    groups.iter().map(of).collect()
}

/// How many students of a school or a group are said to fall short of a rule; a rule that is not listed has none.
fn of_rule(school: &Value, code: &str, member: &str) -> Option<u32> {
    let rule = list(school, "rules").iter().find(|rule| rule["code"] == code);
    rule.map_or(Some(0), |rule| rule.get(member).and_then(number))
}

fn codes(overview: &Value) -> BTreeSet<String> {
    list(overview, "rules").iter().map(|rule| rule["code"].as_str().unwrap().to_owned()).collect()
}

/// The students of each group; no group has fewer than `k`, unless there are no more in all.
fn sizes(told: &Value, k: u32) -> Vec<u32> {
    let sizes: Vec<u32> = list(told, "schools").iter().map(|school| number(&school["students"]).unwrap()).collect();
    let all = number(&told["students"]).unwrap();
    assert!(sizes.iter().all(|size| *size >= k || sizes.len() == 1));
    assert_eq!(sizes.iter().sum::<u32>(), all);
    sizes
}

/// Whoever subtracts learns no small count from an overview, of whatever rule, verdict, school or study year.
#[test]
fn an_overview_gives_no_small_group_away() {
    let validator = Validator::new(Some(all_switched_on().as_bytes())).unwrap();
    let (all, mut random, mut counts) = (made_up(120, 12), Random(5), [0; 2]);
    for round in 0..24 {
        let some = 1 + random.below(all.len());
        let portfolios = at_schools(&all[..some], some_schools(&mut random));
        let k = [5, 2, 3, 10][round % 4];
        let (told, open) = (overview(&validator, &portfolios, k), overview(&validator, &portfolios, 1));
        let (students, sizes) = (u32::try_from(some).unwrap(), sizes(&told, k));
        let (groups, by_school) = (list(&told, "schools"), list(&open, "schools"));
        let listed = codes(&told);
        for code in codes(&open) {
            if students < k {
                assert!(listed.is_empty() && groups.iter().all(|group| list(group, "rules").is_empty()));
                continue;
            }
            assert!(listed.contains(&code), "a rule that is not listed has none: {code}");
            let rows: Vec<Row> =
                sizes.iter().zip(groups).map(|(size, group)| (*size, of_rule(group, &code, "students"))).collect();
            let truth = truth(groups, by_school, |school| of_rule(school, &code, "students").unwrap());
            attack(&code, k, (students, of_rule(&told, &code, "students")), &rows, &truth, &mut counts);
        }
        for verdict in ["meets", "fallsShort", "undecided"] {
            let shown = |of: &Value| of.get("verdicts").and_then(|verdicts| number(&verdicts[verdict]));
            let rows: Vec<Row> = sizes.iter().zip(groups).map(|(size, group)| (*size, shown(group))).collect();
            let truth = truth(groups, by_school, |school| shown(school).unwrap());
            let total = shown(&told);
            // That nobody of all hidden schools has a verdict may be known: a group of several schools, and at least `k` students.
            let hidden: u32 = rows.iter().filter(|row| row.1.is_none()).map(|row| row.0).sum();
            let nobody = total == Some(rows.iter().filter_map(|row| row.1).sum());
            if nobody && hidden > 0 {
                assert!(hidden >= 2 * k && truth.iter().zip(&rows).all(|(truth, row)| row.1.is_some() || *truth == 0));
                continue;
            }
            attack(verdict, k, (students, total), &rows, &truth, &mut counts);
        }
        for (row, open) in list(&told, "competences").iter().zip(list(&open, "competences")) {
            let shown = |of: &Value| (number(&of["of"]).unwrap(), of.get("students").and_then(number));
            let rows: Vec<Row> = list(row, "years").iter().map(shown).collect();
            let truth: Vec<u32> = list(open, "years").iter().map(|year| number(&year["students"]).unwrap()).collect();
            attack(row["competence"].as_str().unwrap(), k, shown(row), &rows, &truth, &mut counts);
        }
    }
    assert!(counts[0] > 1_000 && counts[1] > 300, "{counts:?}");
}

/// Two students at a school of eight have no mentor. The other school is hidden with it, since the total would give it away; with seven
/// students in all that would not do, and the total is hidden. Of four students nothing is shown but that they are there.
#[test]
fn an_overview_by_hand() {
    let student = |number: usize, school: usize, mentor: bool| {
        let mut placement = json!({ "id": "pl", "school": format!("sch-{school}"), "schoolYear": "2023-2024", "studyYear": 1,
            "schoolName": "GEHEIM" });
        if mentor {
            placement["mentors"] = json!([{ "person": "m", "name": "GEHEIM" }]);
        }
        json!({ "format": "twentse-kubus/portfolio@1", "placements": [placement],
            "student": { "id": format!("s-{number}"), "name": "GEHEIM" } })
        .to_string()
    };
    let validator = Validator::new(Some(br#"{"only": ["TK-P105"]}"#)).unwrap();
    // By school: how many have a mentor, and how many have none.
    let told = |schools: &[(usize, usize)]| {
        let of = |(school, (with, without)): (usize, &(usize, usize))| {
            (0..with + without).map(move |at| (school, at < *with)).collect::<Vec<_>>()
        };
        let students: Vec<String> = schools
            .iter()
            .enumerate()
            .flat_map(of)
            .enumerate()
            .map(|(at, (school, mentor))| student(at, school, mentor))
            .collect();
        value(&validator.overview(&students, DAY, None, None).unwrap())
    };
    let two = told(&[(6, 2), (10, 10), (0, 6)]);
    let verdicts = |meets: u32, falls_short: u32| json!({ "meets": meets, "fallsShort": falls_short, "undecided": 0 });
    let hidden = |school: &str, students: u32| json!({ "of": "school", "school": school, "students": students, "rules": [{ "code": "TK-P105" }] });
    assert_eq!(two["smallestGroup"], 5);
    assert_eq!(two["verdicts"], verdicts(16, 18));
    assert_eq!(two["rules"], json!([{ "code": "TK-P105", "students": 18 }]));
    assert_eq!(
        two["schools"],
        json!([
            hidden("sch-0", 8),
            { "of": "school", "school": "sch-1", "students": 20, "rules": [{ "code": "TK-P105", "students": 10 }], "verdicts": verdicts(10, 10) },
            hidden("sch-2", 6),
        ])
    );
    let total_hidden = told(&[(6, 2), (20, 0)]);
    assert_eq!(total_hidden.get("verdicts"), None);
    assert_eq!(total_hidden["rules"], json!([{ "code": "TK-P105" }]));
    assert_eq!(total_hidden["schools"][1]["verdicts"], verdicts(20, 0));
    // Schools with few students are counted together.
    let together = told(&[(1, 1), (2, 1), (0, 7)]);
    assert_eq!(list(&together, "schools").iter().map(key).collect::<Vec<_>>(), ["sch-2", "together"]);
    assert_eq!(together["schools"][1]["students"], 5);
    let few = told(&[(1, 3)]);
    assert_eq!((&few["students"], few.get("verdicts"), &few["rules"]), (&json!(4), None, &json!([])));
    assert_eq!(few["schools"], json!([{ "of": "school", "school": "sch-0", "students": 4, "rules": [] }]));
    // What cannot be read is undecided, at no school.
    let unread = overview(&validator, &["no JSON".to_owned(), student(1, 1, true)], 1);
    assert_eq!(unread["verdicts"], json!({ "meets": 1, "fallsShort": 0, "undecided": 1 }));
    assert_eq!(list(&unread, "schools").iter().map(key).collect::<Vec<_>>(), ["without-school", "sch-1"]);
    assert_eq!(unread["rules"], json!([{ "code": "TK-R001", "students": 1 }]));
    assert_eq!(value(&validator.overview::<&str>(&[], DAY, None, None).unwrap())["students"], 0);
    // A waived shortfall is none.
    let waiver = r#"{"only": ["TK-P105"], "waive": [{"rule": "TK-P105", "document": {"kind": "portfolio", "id": "s-1"},
        "subject": {"kind": "placement", "id": "pl"}, "reason": "a", "owner": "b", "until": "2024-07-31"}]}"#;
    let waiving = Validator::new(Some(waiver.as_bytes())).unwrap();
    assert_eq!(
        overview(&waiving, &[student(1, 1, false), student(2, 1, false)], 1)["rules"],
        json!([{ "code": "TK-P105", "students": 1 }])
    );
}

/// The kind of a document, as its format says.
fn kind_of(document: &Value) -> &str {
    document["format"].as_str().unwrap().trim_start_matches("twentse-kubus/").trim_end_matches("@1")
}

/// Overlays that differ in what they require, how much it weighs, what they waive, and what they can read.
fn overlays(portfolios: &[String], others: &[String]) -> Vec<Option<String>> {
    let validator = Validator::new(None).unwrap();
    let found = |text: &str| {
        let report = validator.validate(text.as_bytes(), DAY, None, Some(kind_of(&value(text)))).unwrap();
        list(&value(&report.body_json()), "findings").to_vec()
    };
    let softer = json!({ "severity": { "TK-P101": "info", "TK-P401": "info" } });
    // Two rules of portfolios, and of each other document one that has a finding.
    let mut disable: BTreeMap<String, &str> = [("TK-P111".to_owned(), "a"), ("TK-P602".to_owned(), "b")].into();
    disable.extend(others.iter().map(|text| (found(text)[0]["code"].as_str().unwrap().to_owned(), "c")));
    let off = json!({ "disable": disable, "norms": { "TK-P105.grace_days": 90 } });
    // Every other portfolio has a waiver from its first finding that can be waived.
    let waivers = portfolios.iter().step_by(2).filter_map(|text| {
        let can_be =
            |one: &Value| one["code"].as_str().unwrap().starts_with("TK-P") && one["subject"]["id"].is_string();
        let finding = found(text).into_iter().find(can_be)?;
        Some(json!({ "rule": finding["code"], "document": { "kind": "portfolio", "id": value(text)["student"]["id"] },
            "subject": finding["subject"], "reason": "a", "owner": "b", "until": "2024-07-31" }))
    });
    let waived = json!({ "waive": waivers.collect::<Vec<_>>() });
    let smaller = json!({ "norms": { "TK-R010.max_bytes": 40_000 } });
    let overlays =
        [json!({ "extends": "statutory" }), softer, off, smaller, waived].map(|overlay| Some(overlay.to_string()));
    overlays.into_iter().chain([None, Some(all_switched_on())]).collect()
}

/// Documents of the three other kinds that portfolios can be compared with, and that have findings.
fn others() -> Vec<String> {
    let of_kind = |mut samples: Box<dyn Iterator<Item = String>>, kind: &str| -> String {
        let has_findings = |text: &String| {
            let Ok(validator) = Validator::with_documents(None, [text.as_str()]) else { return false };
            let report = validator.validate(text.as_bytes(), DAY, None, Some(kind)).unwrap();
            report.findings().first().is_some_and(|finding| !finding.code().starts_with("TK-R"))
        };
        samples.find(has_findings).unwrap()
    };
    vec![
        of_kind(Box::new(curricula(80, 3, 0.8).map(|sample| sample.json)), "curriculum"),
        of_kind(Box::new(partnerships(80, 3, 0.8).map(|sample| sample.json)), "partnership"),
        of_kind(Box::new(knowledge_bases(80, 3, 0.8).map(|sample| sample.json)), "knowledge-base"),
    ]
}

/// What each finding of a report is known by, with how those of that identity weigh.
fn findings(validator: &Validator, text: &str, kind: &str) -> BTreeMap<[String; 3], Vec<String>> {
    let report = validator.validate(text.as_bytes(), DAY, None, Some(kind)).unwrap();
    let mut findings: BTreeMap<[String; 3], Vec<String>> = BTreeMap::new();
    for one in list(&value(&report.body_json()), "findings") {
        let identity = [one["code"].as_str().unwrap().to_owned(), one["path"].to_string(), one["subject"].to_string()];
        findings.entry(identity).or_default().push(format!("{} {}", one["severity"], one.get("waiver").is_some()));
    }
    findings.values_mut().for_each(|weights| weights.sort());
    findings
}

/// By school or kind and by rule: how many documents gain a finding, lose one, have one that weighs differently.
type Changes = BTreeMap<(String, String), [u32; 3]>;

/// The difference of two full runs, without the library's help.
fn difference(overlays: [Option<&str>; 2], portfolios: &[String], others: &[String]) -> Changes {
    let [before, after] =
        overlays.map(|overlay| Validator::with_documents(overlay.map(str::as_bytes), others.to_vec()).unwrap());
    let mut changes = Changes::new();
    for text in portfolios.iter().chain(others) {
        let document = value(text);
        let kind = kind_of(&document);
        let school = document["placements"][0]["school"].as_str().unwrap_or("without-school");
        let of = if kind == "portfolio" { vec![school, ALL] } else { vec![kind] };
        let (was, is) = (findings(&before, text, kind), findings(&after, text, kind));
        let mut rules: BTreeMap<String, [bool; 3]> = BTreeMap::new();
        for identity in was.keys().chain(is.keys()).collect::<BTreeSet<_>>() {
            let (was, is) =
                (was.get(identity).cloned().unwrap_or_default(), is.get(identity).cloned().unwrap_or_default());
            let differs = [is.len() > was.len(), is.len() < was.len(), is.len() == was.len() && is != was];
            let known = rules.entry(identity[0].clone()).or_default();
            known.iter_mut().zip(differs).for_each(|(known, more)| *known |= more);
        }
        for (code, differs) in rules.into_iter().filter(|(_, differs)| *differs != [false; 3]) {
            for of in &of {
                let counts = changes.entry(((*of).to_owned(), code.clone())).or_default();
                counts.iter_mut().zip(differs).for_each(|(count, more)| *count += u32::from(more));
            }
        }
    }
    changes
}

const WAYS: [&str; 3] = ["gained", "lost", "changed"];

fn compared(overlays: [Option<&str>; 2], documents: &[String], k: u32) -> Value {
    let [before, after] = overlays.map(|overlay| overlay.map(str::as_bytes));
    value(&compare(before, after, documents, DAY, None, Some(k)).unwrap())
}

#[test]
fn a_comparison_is_the_difference_of_two_full_runs() {
    // All of their placements have begun in the year of the day, or before.
    let portfolios = at_schools(&made_up(40, 13), |at| (at % 9 > 0).then_some(at % 4));
    let others = others();
    let documents: Vec<String> = others[..1].iter().chain(&portfolios).chain(&others[1..]).cloned().collect();
    let overlays = overlays(&portfolios, &others);
    let (mut ways, mut kinds) = ([0; 3], BTreeSet::new());
    for (at, before) in overlays.iter().enumerate() {
        // Each with the next, and with itself.
        for after in [before, &overlays[(at + 1) % overlays.len()]] {
            let pair = [before.as_deref(), after.as_deref()];
            let told = compared(pair, &documents, 1);
            let mut found = Changes::new();
            let mut add = |of: &str, rules: &[Value]| {
                for rule in rules {
                    let counts = WAYS.map(|way| number(&rule[way]).unwrap());
                    found.insert((of.to_owned(), rule["code"].as_str().unwrap().to_owned()), counts);
                }
            };
            add(ALL, list(&told, "rules"));
            list(&told, "schools").iter().for_each(|school| add(&key(school), list(school, "rules")));
            list(&told, "others").iter().for_each(|other| add(other["kind"].as_str().unwrap(), list(other, "rules")));
            let expected = difference(pair, &portfolios, &others);
            assert_eq!(found, expected, "{pair:?}");
            assert_eq!(before == after, expected.is_empty(), "{pair:?}");
            assert_eq!((&told["students"], list(&told, "others").len()), (&json!(40), 3));
            let [of_before, of_after] =
                pair.map(|overlay| Validator::new(overlay.map(str::as_bytes)).unwrap().fingerprint().to_owned());
            assert_eq!((told["before"].as_str(), told["after"].as_str()), (Some(&*of_before), Some(&*of_after)));
            for ((of, _), counts) in &expected {
                kinds.insert(of.clone());
                ways.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            }
        }
    }
    assert!(ways.iter().all(|sum| *sum > 20), "{ways:?}");
    assert!(["curriculum", "partnership", "knowledge-base"].iter().all(|kind| kinds.contains(*kind)), "{kinds:?}");
}

/// Whoever subtracts learns no small count from a comparison; what other kinds of documents have is not hidden.
#[test]
fn a_comparison_gives_no_small_group_away() {
    let (all, others) = (made_up(90, 14), others());
    let (mut random, mut counts) = (Random(6), [0; 2]);
    for round in 0..14 {
        let some = 5 + random.below(all.len() - 5);
        let portfolios = at_schools(&all[..some], some_schools(&mut random));
        let documents: Vec<String> = portfolios.iter().chain(&others).cloned().collect();
        let overlays = overlays(&portfolios, &others);
        let pair = [&overlays[round % overlays.len()], &overlays[(round + 1) % overlays.len()]].map(Option::as_deref);
        let (told, open) = (compared(pair, &documents, 5), compared(pair, &documents, 1));
        assert_eq!(told["others"], open["others"]);
        let (students, sizes) = (u32::try_from(some).unwrap(), sizes(&told, 5));
        let (groups, by_school) = (list(&told, "schools"), list(&open, "schools"));
        assert_eq!(codes(&told), codes(&open));
        for (code, way) in codes(&open).iter().flat_map(|code| WAYS.map(|way| (code, way))) {
            let rows: Vec<Row> =
                sizes.iter().zip(groups).map(|(size, group)| (*size, of_rule(group, code, way))).collect();
            let truth = truth(groups, by_school, |school| of_rule(school, code, way).unwrap());
            attack(&format!("{code} {way}"), 5, (students, of_rule(&told, code, way)), &rows, &truth, &mut counts);
        }
    }
    assert!(counts[0] > 100 && counts[1] > 30, "{counts:?}");
}

/// A document of another kind that cannot be used is named by its place among all that were given.
#[test]
fn what_cannot_be_compared_is_an_error() {
    let portfolio = json!({ "format": "twentse-kubus/portfolio@1", "student": { "id": "s" } }).to_string();
    let curriculum = json!({ "format": "twentse-kubus/curriculum@1", "id": "c" }).to_string();
    let run = |before: Option<&[u8]>, after: Option<&[u8]>, documents: &[String], day: &str, lens: Option<&str>| {
        compare(before, after, documents, day, lens, None)
    };
    let documents = [portfolio.clone(), curriculum];
    let Err(Error::InvalidDocuments(faults)) = run(None, None, &documents, DAY, None) else {
        panic!("it has no cohort")
    };
    assert!(matches!(&faults[..], [one] if one.starts_with("documents[1]: ")), "{faults:?}");
    let sound = [portfolio];
    for (before, after) in [(Some(&b"{"[..]), None), (None, Some(&b"{"[..]))] {
        assert!(matches!(run(before, after, &sound, DAY, None), Err(Error::InvalidRulebook(_))));
    }
    assert_eq!(run(None, None, &sound, "today", None), Err(Error::InvalidDate));
    assert_eq!(run(None, None, &sound, DAY, Some("ahead")), Err(Error::UnknownLens));
    let validator = Validator::new(None).unwrap();
    assert_eq!(validator.overview(&sound, "today", None, None), Err(Error::InvalidDate));
    assert_eq!(validator.overview(&sound, DAY, Some("ahead"), None), Err(Error::UnknownLens));
    // What names no kind is judged as a portfolio: by either rulebook it cannot be read.
    let unknown = value(&run(None, Some(b"{}"), &["no JSON".to_owned()], DAY, None).unwrap());
    assert_eq!((&unknown["students"], &unknown["rules"]), (&json!(1), &json!([])));
}

/// Each is of its schema and quotes nobody, and its text is the same by a file of sentences.
#[test]
fn overviews_and_comparisons_are_of_their_schema_and_quote_nobody() {
    let marked = |mut portfolio: Value| {
        portfolio["student"]["name"] = "GEHEIM".into();
        portfolio["student"]["id"] = "geheim".into();
        for placement in portfolio["placements"].as_array_mut().into_iter().flatten() {
            placement["schoolName"] = "GEHEIM".into();
        }
        portfolio
    };
    let all: Vec<Value> = made_up(60, 15).into_iter().map(marked).collect();
    let mut documents = at_schools(&all, |at| (at % 7 > 0).then_some(at % 7 / 3));
    let (validator, switched_on) = (Validator::new(None).unwrap(), all_switched_on());
    let after = Some(switched_on.as_bytes());
    let some = documents.clone();
    documents.extend(others());
    for k in [1, 5, 200] {
        let results = [
            ("overview", validator.overview(&some, DAY, None, Some(k)).unwrap()),
            ("comparison", compare(None, after, &documents, DAY, None, Some(k)).unwrap()),
        ];
        for (name, result) in results {
            let schema = value(&schema(name).unwrap());
            jsonschema::meta::validate(&schema).unwrap();
            let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
            let faults: Vec<String> = schema.iter_errors(&value(&result)).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
            assert!(!result.to_lowercase().contains("geheim"), "{result}");
        }
        let lists: [&[&List]; 3] = [&REPORT_LISTS, INSIGHT_LISTS, &catalogue::lists()];
        for lang in Lang::ALL {
            let file =
                Sentences::new(&twentse_kubus::Sentences::write(lang, catalogue::all(), &lists.concat())).unwrap();
            let tag = lang.tag();
            let texts = [
                (
                    validator.overview_text(&some, DAY, None, Some(k), tag).unwrap(),
                    validator.overview_text_from(&some, DAY, None, Some(k), &file).unwrap(),
                ),
                (
                    compare_text(None, after, &documents, DAY, None, Some(k), tag).unwrap(),
                    compare_text_from(None, after, &documents, DAY, None, Some(k), &file).unwrap(),
                ),
            ];
            for (compiled, read) in texts {
                assert_eq!(compiled, read);
                assert!(!compiled.to_lowercase().contains("geheim"), "{compiled}");
                assert!(!compiled.contains(['{', '`']), "{tag}: {compiled}");
            }
        }
    }
}

#[test]
fn an_overview_and_a_comparison_as_text() {
    let student = |number: usize| {
        let evidence =
            json!([{ "id": "e", "kind": "lesson-report", "placement": "pl", "competences": ["2017-pedagogical"] }]);
        json!({ "format": "twentse-kubus/portfolio@1",
            "student": { "id": format!("s-{number}"), "years": [{ "schoolYear": "2023-2024", "studyYear": 1 }] },
            "placements": [{ "id": "pl", "school": if number < 6 { "sch-1" } else { "sch-2" }, "schoolYear": "2023-2024", "studyYear": 1 }],
            "evidence": if number.is_multiple_of(2) { evidence } else { json!([]) } }).to_string()
    };
    let students: Vec<String> = (0..13).map(student).collect();
    let overlay = r#"{"only": ["TK-P105"]}"#;
    let validator = Validator::new(Some(overlay.as_bytes())).unwrap();
    let text = validator.overview_text(&students, DAY, None, None, "en").unwrap();
    assert_eq!(
        text,
        "Overview of portfolios · reference day 13 March 2024
Students: 13 · smallest group that is shown: 5
    meets: 0 · falls short: 13 · undecided: 0

TK-P105  Once a placement at a training school has begun, the student is never without a mentor for longer than the grace period.
    students: 13

School sch-1 · students: 6
    meets: 0 · falls short: 6 · undecided: 0
    TK-P105: 6

School sch-2 · students: 7
    meets: 0 · falls short: 7 · undecided: 0
    TK-P105: 7

Coverage of the competences
Subject-matter competence: 0 of 13
    study year 1: 0 of 13
Subject-specific teaching competence: 0 of 13
    study year 1: 0 of 13
Pedagogical competence: 7 of 13
    study year 1: 7 of 13
"
    );
    let off = r#"{"only": ["TK-P105"], "severity": {"TK-P105": "off"}}"#;
    let text = compare_text(Some(overlay.as_bytes()), Some(off.as_bytes()), &students, DAY, None, None, "nl").unwrap();
    assert_eq!(
        text,
        "Met andere regels · peildatum 13 maart 2024
Studenten: 13 · kleinste groep die te zien is: 5

TK-P105  Tijdens een plaatsing op een opleidingsschool heeft de student steeds een mentor; zonder mentor duurt het nooit langer dan de toegestane dagen.
    vervallen: 13

School sch-1 · studenten: 6
    TK-P105: vervallen: 6

School sch-2 · studenten: 7
    TK-P105: vervallen: 7
"
    );
    let same = compare_text(None, None, &students, DAY, None, None, "nl-plain").unwrap();
    assert_eq!(
        same,
        "Als de regels anders waren · op 13 maart 2024\nStudenten: 13 · kleinste groep die te zien is: 5\n\nGeen verschil\n"
    );
}
