//! Where students can go next year, and what a proposal brings about: against full reports of documents into which the tests write
//! the placements themselves, and every reason against the finding of its rule.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use twentse_kubus::api::Validator;
use twentse_kubus_conformance::samples::random::Random;

const YEAR: &str = "2018-2019";
const OF_PORTFOLIO: [&str; 5] = ["TK-P101", "TK-P102", "TK-P113", "TK-P205", "TK-X201"];
const OF_NETWORK: [&str; 3] = ["TK-N302", "TK-N303", "TK-N304"];

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn list<'v>(value: &'v Value, member: &str) -> &'v [Value] {
    value.get(member).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A partnership with some schools, trainers and students, and small portfolios of students, those listed among them.
struct World {
    partnership: Value,
    portfolios: Vec<Value>,
}

impl World {
    /// Everything at random that the rules look at: periods, study years, outcomes, groups, places, roles, modes.
    fn random(random: &mut Random) -> Self {
        let schools: Vec<String> = (0..random.between(2, 5)).map(|at| format!("sc-{at}")).collect();
        let some_groups = |random: &mut Random| -> Vec<usize> {
            let first = random.between(1, 8);
            (first..=random.between(first, 8)).collect()
        };
        let students: Vec<String> = (0..random.between(2, 5)).map(|at| format!("st-{at}")).collect();
        let mut told = Vec::new();
        for id in &schools {
            let mut school = json!({ "id": id });
            if random.percent(70) {
                school["places"] = json!(random.below(4));
            }
            if random.percent(60) {
                school["groups"] = json!(some_groups(random));
            }
            if random.percent(15) {
                school["setting"] = json!("special-education");
            }
            if random.percent(10) {
                school["joinedOn"] = json!("2018-11-01");
            }
            told.push(school);
        }
        let persons: Vec<Value> = (0..3)
            .map(|at| {
                let role = random.pick(&["school-trainer", "school-trainer", "institute-trainer"]);
                let own: Vec<&String> = schools.iter().filter(|_| random.percent(60)).collect();
                let days = random.pick(&[0.05, 0.1, 1.5]);
                json!({ "id": format!("p-{at}"), "roles": [{ "role": role, "schools": own, "daysPerWeek": days }] })
            })
            .collect();
        let mut placed = Vec::new();
        for number in 0..random.below(7) {
            let student = if random.percent(40) { random.one(&students).clone() } else { format!("other-{number}") };
            let mut one =
                json!({ "student": student, "studyYear": random.between(1, 4), "school": random.one(&schools) });
            if random.percent(60) {
                let from = random.pick(&["2018-08-01", "2018-09-03", "2019-02-01"]);
                one["period"] = json!({ "from": from, "until": random.pick(&["2019-01-31", "2019-06-30"]) });
                if from == "2019-02-01" {
                    one["period"] = json!({ "from": from });
                }
            }
            placed.push(one);
        }
        let partnership = json!({ "format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": YEAR, "schools": told,
            "persons": persons, "students": placed });
        let mut portfolios = Vec::new();
        for id in &students {
            let (mut years, mut placements) = (Vec::new(), Vec::new());
            let first = random.between(2015, 2017);
            let mut study_year = random.between(1, 2);
            for begins in first..=2017 {
                let school_year = format!("{begins}-{}", begins + 1);
                let outcome = random.pick(&["passed", "passed", "repeats", "continues-with-open-work"]);
                let mut entry = json!({ "schoolYear": school_year, "studyYear": study_year });
                if begins < 2017 || random.percent(50) {
                    entry["outcome"] = json!(outcome);
                    entry["outcomeOn"] = json!(format!("{}-07-05", begins + 1));
                }
                years.push(entry);
                let mut placement = json!({ "id": format!("pl-{begins}"), "schoolYear": school_year, "studyYear": study_year,
                    "school": random.one(&schools) });
                if random.percent(90) {
                    placement["groups"] = json!(some_groups(random));
                }
                if random.percent(90) {
                    placements.push(placement);
                }
                study_year += usize::from(outcome != "repeats");
                study_year = study_year.min(4);
            }
            // A plan for the year to come may be there already.
            let next = match years.last().unwrap() {
                last if last["outcome"] == "repeats" => last["studyYear"].as_u64().unwrap(),
                last => (last["studyYear"].as_u64().unwrap() + 1).min(4),
            };
            let is_over = years.last().unwrap()["studyYear"] == 4 && years.last().unwrap()["outcome"] != "repeats";
            if is_over || random.percent(15) {
                years.push(json!({ "schoolYear": YEAR, "studyYear": next }));
            }
            if random.percent(15) {
                placements.push(
                    json!({ "id": "pl-next", "schoolYear": YEAR, "studyYear": next, "school": random.one(&schools),
                    "groups": some_groups(random) }),
                );
            }
            let mut portfolio = json!({ "format": "twentse-kubus/portfolio@1", "student": { "id": id, "years": years },
                "placements": placements });
            if random.percent(50) {
                portfolio["specialisation"] = json!({ "ageSpecialisation": random.pick(&["young-child", "older-child"]),
                    "chosenOn": "2018-04-01" });
            }
            if random.percent(10) {
                portfolio["student"]["mode"] = json!("part-time");
            }
            portfolios.push(portfolio);
        }
        Self { partnership, portfolios }
    }

    fn bytes(&self) -> (Vec<Vec<u8>>, Vec<u8>) {
        let portfolios = self.portfolios.iter().map(|one| one.to_string().into_bytes()).collect();
        (portfolios, self.partnership.to_string().into_bytes())
    }

    fn where_next(&self) -> Value {
        let (portfolios, partnership) = self.bytes();
        let portfolios: Vec<&[u8]> = portfolios.iter().map(Vec::as_slice).collect();
        value(&Validator::new(None).unwrap().where_next(&portfolios, &partnership, YEAR).unwrap())
    }

    fn check(&self, proposal: &Value) -> Value {
        let (portfolios, partnership) = self.bytes();
        let portfolios: Vec<&[u8]> = portfolios.iter().map(Vec::as_slice).collect();
        let proposal = proposal.to_string();
        value(&Validator::new(None).unwrap().check_proposal(&portfolios, &partnership, proposal.as_bytes()).unwrap())
    }

    fn school(&self, id: &Value) -> Option<&Value> {
        list(&self.partnership, "schools").iter().find(|school| school["id"] == *id)
    }

    /// The portfolio of a student with the school year begun.
    fn begun(&self, student: &Value, study_year: u64) -> Value {
        let mut portfolio = self.portfolios.iter().find(|one| one["student"]["id"] == *student).unwrap().clone();
        let years = portfolio["student"]["years"].as_array_mut().unwrap();
        if !years.iter().any(|entry| entry["schoolYear"] == YEAR) {
            years.push(json!({ "schoolYear": YEAR, "studyYear": study_year }));
        }
        portfolio
    }

    /// A portfolio with a placement written into it, unless it is there already.
    fn with_placement(&self, begun: &Value, proposed: &Value, study_year: u64) -> Value {
        let mut portfolio = begun.clone();
        let placements = portfolio["placements"].as_array_mut().unwrap();
        if placements.iter().any(|one| one["schoolYear"] == YEAR && one["school"] == proposed["school"]) {
            return portfolio;
        }
        let school = self.school(&proposed["school"]);
        let mut placement =
            json!({ "id": "proposed-0", "schoolYear": YEAR, "studyYear": study_year, "school": proposed["school"] });
        if let Some(school) = school {
            placement["groups"] = school.get("groups").cloned().unwrap_or(json!([1, 2, 3, 4, 5, 6, 7, 8]));
            if school["setting"] == "special-education" {
                placement["setting"] = json!("special-education");
            }
        }
        for member in ["groups", "period"] {
            proposed.get(member).into_iter().for_each(|given| placement[member] = given.clone());
        }
        placements.push(placement);
        portfolio
    }

    /// The partnership with placements written into it, each with a study year, unless they are there already.
    fn with_students(&self, placements: &[(&Value, u64)]) -> Value {
        let mut partnership = self.partnership.clone();
        for (proposed, study_year) in placements {
            let same = |one: &Value| one["student"] == proposed["student"] && one["school"] == proposed["school"];
            if self.school(&proposed["school"]).is_some() && !list(&self.partnership, "students").iter().any(same) {
                let mut one =
                    json!({ "student": proposed["student"], "studyYear": study_year, "school": proposed["school"] });
                proposed.get("period").into_iter().for_each(|period| one["period"] = period.clone());
                partnership["students"].as_array_mut().unwrap().push(one);
            }
        }
        partnership
    }

    /// The findings of some rules in a full report, as the check of a proposal shows them.
    fn findings(&self, kind: &str, document: &Value, codes: &[&str], day: &str) -> Vec<Value> {
        let partnership = self.partnership.to_string();
        let validator = Validator::with_documents(None, [partnership.as_bytes()]).unwrap();
        let report = validator.validate(document.to_string().as_bytes(), day, None, Some(kind)).unwrap();
        let found = report.findings().iter().map(|finding| value(&finding.to_json()));
        let shown = found.filter(|finding| codes.contains(&finding["code"].as_str().unwrap())).map(|finding| {
            let mut shown = json!({ "code": finding["code"], "severity": finding["severity"], "subject": finding["subject"],
                "facts": finding["facts"] });
            finding.get("due").into_iter().for_each(|due| shown["due"] = due.clone());
            shown
        });
        shown.collect()
    }
}

/// What is in one list and not in the other.
fn more(with: &[Value], without: &[Value]) -> Vec<Value> {
    with.iter().filter(|one| !without.contains(one)).cloned().collect()
}

/// A finding of a check without what says which placement it is by.
fn plain(finding: &Value) -> Value {
    let mut finding = finding.clone();
    let members = finding.as_object_mut().unwrap();
    for member in ["placement", "student", "school"] {
        members.remove(member);
    }
    finding
}

/// The study year of each student who has one, by the answer to the other question.
fn study_year(next: &Value, student: &Value) -> Option<u64> {
    list(next, "students").iter().find(|one| one["student"] == *student)?.get("studyYear")?.as_u64()
}

fn proposed(random: &mut Random, world: &World, next: &Value) -> Value {
    let mut placements = Vec::new();
    for portfolio in &world.portfolios {
        let student = &portfolio["student"]["id"];
        if study_year(next, student).is_none() || random.percent(40) {
            continue;
        }
        let schools = list(&world.partnership, "schools");
        let school = if random.percent(8) { json!("elsewhere") } else { random.one(schools)["id"].clone() };
        let mut one = json!({ "student": student, "school": school });
        if random.percent(30) {
            one["groups"] = json!([random.between(1, 4), random.between(5, 8)]);
        }
        if random.percent(30) {
            one["period"] = json!({ "from": random.pick(&["2018-09-03", "2019-03-01"]), "until": "2019-07-05" });
        }
        placements.push(one);
    }
    json!({ "format": "twentse-kubus/proposal@1", "schoolYear": YEAR, "placements": placements })
}

/// On 2,000 random proposals the check tells what full reports of documents that have the proposal find and those without it do
/// not: of portfolios in the order of the proposal, then of the partnership.
#[test]
fn a_check_is_the_difference_of_full_reports() {
    let mut codes = BTreeSet::new();
    for number in 0..2_000 {
        let mut random = Random::new(1013, number);
        let world = World::random(&mut random);
        let next = world.where_next();
        let proposal = proposed(&mut random, &world, &next);
        let check = world.check(&proposal);
        let day = check["asOf"].as_str().unwrap();
        let (mut expected, mut written) = (Vec::new(), Vec::new());
        for (at, one) in list(&proposal, "placements").iter().enumerate() {
            let year = study_year(&next, &one["student"]).unwrap();
            written.push((one, year));
            let without = world.begun(&one["student"], year);
            let with = world.with_placement(&without, one, year);
            let found = |document| world.findings("portfolio", document, &OF_PORTFOLIO, day);
            expected
                .extend(more(&found(&with), &found(&without)).into_iter().map(|finding| (Some(at as u64), finding)));
        }
        let found = |document| world.findings("partnership", document, &OF_NETWORK, day);
        let of_network = more(&found(&world.with_students(&written)), &found(&world.partnership));
        let told: Vec<(Option<u64>, Value)> =
            list(&check, "findings").iter().map(|finding| (finding["placement"].as_u64(), plain(finding))).collect();
        let own = told.iter().filter(|(at, _)| at.is_some()).cloned().collect::<Vec<_>>();
        assert_eq!(own, expected, "{number}: {proposal}\n{}", world.partnership);
        let network: Vec<Value> = told[own.len()..].iter().map(|(_, finding)| finding.clone()).collect();
        let sorted = |list: &[Value]| list.iter().map(Value::to_string).collect::<BTreeSet<_>>();
        assert_eq!(sorted(&network), sorted(&of_network), "{number}: {proposal}\n{}", world.partnership);
        codes.extend(told.iter().map(|(_, finding)| finding["code"].to_string()));
    }
    // Every rule was at work, and each of them found something.
    assert_eq!(codes.len(), OF_PORTFOLIO.len() + OF_NETWORK.len(), "{codes:?}");
}

/// A reason is given for a school exactly when the rule finds it in the full report of documents that have that placement alone.
#[test]
fn a_reason_is_there_exactly_when_its_rule_finds_it() {
    let mut seen = BTreeSet::new();
    for number in 0..150 {
        let world = World::random(&mut Random::new(1014, number));
        let next = world.where_next();
        let day = next["asOf"].as_str().unwrap();
        for student in list(&next, "students") {
            let Some(year) = student["studyYear"].as_u64() else { continue };
            let begun = world.begun(&student["student"], year);
            let missing = world.findings("portfolio", &begun, &["TK-P102"], day);
            for at in list(student, "schools") {
                let one = json!({ "student": student["student"], "school": at["school"] });
                let with = world.with_placement(&begun, &one, year);
                let there = list(&with, "placements").iter();
                let ids: Vec<&Value> = there
                    .filter(|placed| placed["schoolYear"] == YEAR && placed["school"] == at["school"])
                    .map(|placed| &placed["id"])
                    .collect();
                let codes = ["TK-P101", "TK-P102", "TK-P113", "TK-P205"];
                let of_student = world.findings("portfolio", &with, &codes, day);
                let codes = ["TK-N103", "TK-N104", "TK-N303", "TK-N304"];
                let of_school = world.findings("partnership", &world.with_students(&[(&one, year)]), &codes, day);
                let placed = |code: &str| {
                    of_student.iter().any(|found| found["code"] == code && ids.contains(&&found["subject"]["id"]))
                };
                let of_year = of_student
                    .iter()
                    .any(|found| found["code"] == "TK-P205" && found["subject"]["id"] == json!(year.to_string()));
                let school = |code: &str| {
                    of_school.iter().any(|found| found["code"] == code && found["subject"]["id"] == at["school"])
                };
                let still = of_student.iter().filter(|found| found["code"] == "TK-P102").count();
                let expected: Vec<&str> = [
                    ("same-school", placed("TK-P101")),
                    ("no-place", school("TK-N304")),
                    ("no-school-trainer", school("TK-N103")),
                    ("no-institute-trainer", school("TK-N104")),
                    ("earlier-school", placed("TK-P113")),
                    ("meets-no-missing-band", !missing.is_empty() && still == missing.len()),
                    ("outside-specialisation", of_year),
                    ("only-study-year", school("TK-N303")),
                    ("meets-band", still < missing.len()),
                ]
                .into_iter()
                .filter_map(|(reason, is_there)| is_there.then_some(reason))
                .collect();
                let told: Vec<&str> = list(at, "reasons").iter().map(|why| why["reason"].as_str().unwrap()).collect();
                assert_eq!(told, expected, "{number} {one}\n{begun}\n{}", world.partnership);
                let closes = ["same-school", "no-place", "no-school-trainer", "no-institute-trainer"];
                let is_closed = told.iter().any(|reason| closes.contains(reason));
                assert_eq!(at["access"], if is_closed { "closed" } else { "open" });
                // The check of that placement alone tells the same, unless it is there already.
                let is_written = with != begun && world.with_students(&[(&one, year)]) != world.partnership;
                if is_written {
                    let proposal =
                        json!({ "format": "twentse-kubus/proposal@1", "schoolYear": YEAR, "placements": [one] });
                    let check = world.check(&proposal);
                    let found = |code: &str| {
                        let of_it = |finding: &Value| finding["school"] == at["school"];
                        list(&check, "findings").iter().any(|finding| finding["code"] == code && of_it(finding))
                    };
                    for (reason, code) in [
                        ("same-school", "TK-P101"),
                        ("no-place", "TK-N304"),
                        ("earlier-school", "TK-P113"),
                        ("only-study-year", "TK-N303"),
                    ] {
                        assert_eq!(told.contains(&reason), found(code), "{number} {reason} {proposal} {check}");
                    }
                }
                seen.extend(told.iter().map(|reason| (*reason).to_owned()));
            }
        }
    }
    assert_eq!(seen.len(), 9, "{seen:?}");
}
