//! Where students can go next year, and what a proposal brings about: against full reports of documents into which the tests write
//! the placements themselves, every reason against the finding of its rule, and what closes a school, the order of a check and every
//! refusal as worked out by hand.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use twentse_kubus::api::Validator;
use twentse_kubus_conformance::samples::random::Random;

const YEAR: &str = "2018-2019";
const OF_PORTFOLIO: [&str; 5] = ["TK-P101", "TK-P102", "TK-P113", "TK-P205", "TK-X201"];
const OF_NETWORK: [&str; 3] = ["TK-N302", "TK-N303", "TK-N304"];
/// The reasons that close a school.
const CLOSES: [&str; 4] = ["same-school", "no-place", "no-school-trainer", "no-institute-trainer"];

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
                let is_closed = told.iter().any(|reason| CLOSES.contains(reason));
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

/// Student `s`, who did study year 1 at school `a` in the school year before, full-time, and is to begin study year 2.
fn first_year_at_a() -> Value {
    json!({ "format": "twentse-kubus/portfolio@1",
        "student": { "id": "s", "years": [{ "schoolYear": "2017-2018", "studyYear": 1, "outcome": "passed", "outcomeOn": "2018-07-05" }] },
        "placements": [{ "id": "pl-1", "schoolYear": "2017-2018", "studyYear": 1, "school": "a", "groups": [1, 2] }] })
}

/// Schools with a school trainer and an institute trainer, and nobody placed yet. No places are recorded.
fn with_schools(ids: &[&str]) -> Value {
    let schools: Vec<Value> = ids.iter().map(|id| json!({ "id": id })).collect();
    json!({ "format": "twentse-kubus/partnership@1", "id": "oost", "schoolYear": YEAR, "schools": schools,
        "persons": [
            { "id": "so", "roles": [{ "role": "school-trainer", "schools": ids, "daysPerWeek": 1.5 }] },
            { "id": "io", "roles": [{ "role": "institute-trainer", "schools": ids }] }
        ],
        "students": [] })
}

/// What closes each school to the first student: the school, and the reasons of those that close. A school is closed exactly when there
/// is one.
fn closed(partnership: &Value, portfolio: &Value) -> Vec<(String, Vec<String>)> {
    closed_by(None, partnership, portfolio)
}

fn closed_by(rulebook: Option<&Value>, partnership: &Value, portfolio: &Value) -> Vec<(String, Vec<String>)> {
    let rulebook = rulebook.map(Value::to_string);
    let validator = Validator::new(rulebook.as_deref().map(str::as_bytes)).unwrap();
    let (partnership, portfolio) = (partnership.to_string(), portfolio.to_string());
    let next = value(&validator.where_next(&[portfolio.as_bytes()], partnership.as_bytes(), YEAR).unwrap());
    let mut told = Vec::new();
    for at in list(&next["students"][0], "schools") {
        let reasons = list(at, "reasons").iter().map(|why| why["reason"].as_str().unwrap().to_owned());
        let reasons: Vec<String> = reasons.filter(|reason| CLOSES.contains(&&**reason)).collect();
        assert_eq!(at["access"] == "closed", !reasons.is_empty(), "{at}");
        told.extend((!reasons.is_empty()).then(|| (at["school"].as_str().unwrap().to_owned(), reasons)));
    }
    told
}

/// One school that is closed for one reason.
fn only(school: &str, reason: &str) -> Vec<(String, Vec<String>)> {
    vec![(school.to_owned(), vec![reason.to_owned()])]
}

/// Nothing is closed.
const OPEN: Vec<(String, Vec<String>)> = Vec::new();

/// A proposal with these placements.
fn of_year(placements: &Value) -> Value {
    json!({ "format": "twentse-kubus/proposal@1", "schoolYear": YEAR, "placements": placements })
}

/// TK-P101: two successive school years of different study years at one school. So the school of study year 1 is closed in study year
/// 2. It is open to who repeats study year 1, who may stay; in study year 3, since the year just before was at another school; to
/// who was abroad in study year 1, which is at no training school; and part-time, for which the rule is not (semantics 1 and 8).
#[test]
fn the_school_of_the_year_before_is_closed() {
    let (schools, student) = (with_schools(&["a", "b", "c"]), first_year_at_a());
    assert_eq!(closed(&schools, &student), only("a", "same-school"));
    let mut repeats = student.clone();
    repeats["student"]["years"][0]["outcome"] = json!("repeats");
    assert_eq!(closed(&schools, &repeats), OPEN);
    let mut later = student.clone();
    later["student"]["years"] = json!([
        { "schoolYear": "2016-2017", "studyYear": 1, "outcome": "passed", "outcomeOn": "2017-07-05" },
        { "schoolYear": "2017-2018", "studyYear": 2, "outcome": "passed", "outcomeOn": "2018-07-05" }
    ]);
    later["placements"] = json!([
        { "id": "pl-1", "schoolYear": "2016-2017", "studyYear": 1, "school": "a", "groups": [1, 2] },
        { "id": "pl-2", "schoolYear": "2017-2018", "studyYear": 2, "school": "b", "groups": [3, 4] }
    ]);
    assert_eq!(closed(&schools, &later), only("b", "same-school"));
    let mut abroad = student.clone();
    abroad["placements"][0]["kind"] = json!("abroad");
    assert_eq!(closed(&schools, &abroad), OPEN);
    let mut part_time = student;
    part_time["student"]["mode"] = json!("part-time");
    assert_eq!(closed(&schools, &part_time), OPEN);
}

/// TK-N304: more students on a day than there are places. School `b` has two others; with one more there are three, which is more than
/// two places and no more than three. Two who have half of the year each are never there together, so that on its fullest day `b`
/// has two with the student. Who is listed there already takes no further place. A number that is not recorded is no shortfall.
#[test]
fn a_school_without_a_place_is_closed() {
    let (schools, student) = (with_schools(&["b", "c"]), first_year_at_a());
    let placed = |student: &str| json!({ "student": student, "studyYear": 1, "school": "b" });
    let closed_with = |places: Value, students: Value| {
        let mut schools = schools.clone();
        schools["schools"][0]["places"] = places;
        schools["students"] = students;
        closed(&schools, &student)
    };
    let two = json!([placed("x"), placed("y")]);
    assert_eq!(closed_with(json!(2), two.clone()), only("b", "no-place"));
    assert_eq!(closed_with(json!(3), two.clone()), OPEN);
    assert_eq!(closed_with(Value::Null, two), OPEN);
    assert_eq!(closed_with(json!(0), json!([])), only("b", "no-place"));
    assert_eq!(closed_with(json!(1), json!([])), OPEN);
    let (mut first, mut second) = (placed("x"), placed("y"));
    first["period"] = json!({ "from": "2018-09-03", "until": "2019-01-31" });
    second["period"] = json!({ "from": "2019-02-01", "until": "2019-07-05" });
    let halves = json!([first, second]);
    assert_eq!(closed_with(json!(1), halves.clone()), only("b", "no-place"));
    assert_eq!(closed_with(json!(2), halves), OPEN);
    // One day together, and there are three with the student.
    second["period"] = json!({ "from": "2019-01-31", "until": "2019-07-05" });
    assert_eq!(closed_with(json!(2), json!([first, second])), only("b", "no-place"));
    assert_eq!(closed_with(json!(2), json!([placed("x"), placed("s")])), OPEN);
}

/// TK-N103 and TK-N104: a school that has students has, on the day on which it is counted, somebody in the role who has it among the
/// schools of the role. With the student it is counted on 1 October, the last day up to the day of judgement (semantics 6): a role from
/// that day on is in time, one from the next day on is not. One person may have both roles. That another school has a trainer
/// opens nothing, and a school without a trainer is closed though nobody is there yet.
#[test]
fn a_school_without_a_trainer_is_closed() {
    let student = first_year_at_a();
    for (person, other, reason) in [(0, 1, "no-school-trainer"), (1, 0, "no-institute-trainer")] {
        let schools = with_schools(&["b", "c"]);
        let held = |schools: &mut Value| schools["persons"][person]["roles"][0].take();
        let mut without = schools.clone();
        without["persons"][person]["roles"][0]["schools"] = json!(["c"]);
        assert_eq!(closed(&without, &student), only("b", reason));
        assert_eq!(closed(&schools, &student), OPEN);
        for (from, expected) in [("2018-10-01", OPEN), ("2018-10-02", only("b", reason))] {
            let mut by_period = without.clone();
            let mut late = held(&mut schools.clone());
            (late["schools"], late["period"]) = (json!(["b"]), json!({ "from": from }));
            by_period["persons"][person]["roles"].as_array_mut().unwrap().push(late);
            assert_eq!(closed(&by_period, &student), expected, "{from}");
        }
        let mut both = schools.clone();
        let role = held(&mut both);
        both["persons"][person]["roles"] = json!([]);
        both["persons"][other]["roles"].as_array_mut().unwrap().push(role);
        assert_eq!(closed(&both, &student), OPEN);
    }
}

/// A rule that the rulebook leaves out closes no school, and neither does a finding that is waived for that school.
#[test]
fn what_the_rulebook_leaves_out_closes_nothing() {
    let (mut schools, student) = (with_schools(&["b", "c"]), first_year_at_a());
    schools["schools"] = json!([{ "id": "b", "places": 0 }, { "id": "c", "places": 0 }]);
    let no_place = |school: &str| (school.to_owned(), vec!["no-place".to_owned()]);
    assert_eq!(closed(&schools, &student), [no_place("b"), no_place("c")]);
    let disabled = json!({ "disable": { "TK-N304": "hier niet gevraagd" } });
    assert_eq!(closed_by(Some(&disabled), &schools, &student), OPEN);
    let waived = json!({ "waive": [{ "rule": "TK-N304", "document": { "kind": "partnership", "id": "oost", "schoolYear": YEAR },
        "subject": { "kind": "school", "id": "b" }, "reason": "er komt een lokaal bij", "owner": "bureau", "until": "2018-12-31" }] });
    assert_eq!(closed_by(Some(&waived), &schools, &student), [no_place("c")]);
}

/// A school without a trainer is closed to everybody. The check of a proposal says nothing of TK-N103 and TK-N104, which are not
/// among what documents.md 9.13 has it tell; the report of a partnership that has the student there does.
#[test]
fn a_check_says_nothing_of_trainers_who_are_missing() {
    let mut schools = with_schools(&["a", "b", "c"]);
    schools["persons"] = json!([]);
    let world = World { partnership: schools, portfolios: vec![first_year_at_a()] };
    let to_b = json!({ "student": "s", "school": "b" });
    let trainers = ["no-school-trainer", "no-institute-trainer"].map(str::to_owned).to_vec();
    assert_eq!(closed(&world.partnership, &world.portfolios[0])[1], ("b".to_owned(), trainers));
    assert_eq!(world.check(&of_year(&json!([to_b])))["findings"], json!([]));
    let with = world.with_students(&[(&to_b, 2)]);
    let found = world.findings("partnership", &with, &["TK-N103", "TK-N104"], "2018-10-01");
    let school = json!({ "kind": "school", "id": "b" });
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|finding| finding["subject"] == school), "{found:?}");
}

/// More findings than a report keeps: 3,000 schools without trainers, each with one place and two students of study year 2. That are
/// four findings a school, 12,000 together, those about places last. Every school is closed to each student by three of them, and
/// has the fourth against it in study year 2, but not in study year 3. The last school is another one: it has two places, and its
/// students are of two study years. It is full, so that one more student there is one too many, which is all that the check of
/// that proposal tells.
#[test]
fn many_schools_lose_no_reason() {
    let mut world = World { partnership: with_schools(&["a", "b", "c"]), portfolios: Vec::new() };
    let last = 2_999;
    let school = |at: usize| json!({ "id": format!("sc-{at}"), "places": if at == last { 2 } else { 1 } });
    world.partnership["schools"] = (0..=last).map(school).collect();
    world.partnership["persons"] = json!([]);
    let placed = (0..2 * (last + 1)).map(|number| {
        let year = if number == 2 * last { 3 } else { 2 };
        json!({ "student": format!("other-{number}"), "studyYear": year, "school": format!("sc-{}", number / 2) })
    });
    world.partnership["students"] = placed.collect();
    for number in 0..4 {
        let mut student = first_year_at_a();
        student["student"]["id"] = json!(format!("st-{number}"));
        if number == 3 {
            student["student"]["years"][0]["studyYear"] = json!(2);
            student["placements"][0]["studyYear"] = json!(2);
        }
        world.portfolios.push(student);
    }
    let next = world.where_next();
    let of_schools = ["no-place", "no-school-trainer", "no-institute-trainer", "only-study-year"];
    for (number, student) in list(&next, "students").iter().enumerate() {
        assert_eq!(student["studyYear"], if number == 3 { 3 } else { 2 });
        let schools = list(student, "schools");
        assert_eq!(schools.len(), 3_000);
        for (at, school) in schools.iter().enumerate() {
            let reasons = list(school, "reasons").iter().map(|why| why["reason"].as_str().unwrap());
            let told: Vec<&str> = reasons.filter(|reason| of_schools.contains(reason)).collect();
            let is_one_year = number < 3 && at < last;
            assert_eq!(told, of_schools[..if is_one_year { 4 } else { 3 }], "{number} {at}");
        }
    }
    let check = world.check(&of_year(&json!([{ "student": "st-0", "school": "sc-2999" }])));
    let told = list(&check, "findings").iter().map(|finding| [&finding["school"], &finding["code"]]);
    assert_eq!(told.collect::<Vec<_>>(), [[&json!("sc-2999"), &json!("TK-N304")]]);
}

/// The findings about the partnership stand behind those of the portfolios, by school in the order of the partnership, `b` before
/// `a` here, though the proposal has `a` first and errors weigh more than warnings; at one school by code.
///
/// School `b` has one place, which is taken by somebody of study year 1: with two more it has three (TK-N304), of study years 1
/// and 2 (not TK-N303). Its trainer `so-b` has little time: 12 students in 1.5 days are 0.4 in 0.05, with two more 2.4, and there are
/// three (TK-N302). School `a` has nobody and no places: with two students of study year 2 there are two of one study year
/// (TK-N303) and two too many (TK-N304). The trainer `so` of both `a` and `c` has as little time, and two students, fewer than 2.4.
/// Nobody goes to school `c`. Student `s-4` was at `b` in study year 1 (TK-P101), which is told first though it is the last
/// placement. No other student has been at any of these schools.
#[test]
fn a_check_tells_the_partnership_by_school() {
    let mut partnership = with_schools(&["a", "b", "c"]);
    partnership["schools"] = json!([{ "id": "c" }, { "id": "b", "places": 1 }, { "id": "a", "places": 0 }]);
    partnership["persons"] = json!([
        { "id": "so", "roles": [{ "role": "school-trainer", "schools": ["a", "c"], "daysPerWeek": 0.05 }] },
        { "id": "so-b", "roles": [{ "role": "school-trainer", "schools": ["b"], "daysPerWeek": 0.05 }] },
        { "id": "io", "roles": [{ "role": "institute-trainer", "schools": ["a", "b", "c"] }] }
    ]);
    partnership["students"] = json!([{ "student": "x", "studyYear": 1, "school": "b" }]);
    let to = [("s-1", "a"), ("s-2", "b"), ("s-3", "a"), ("s-4", "b")];
    let portfolios = to.iter().map(|(student, _)| {
        let mut portfolio = first_year_at_a();
        portfolio["student"]["id"] = json!(student);
        portfolio["placements"][0]["school"] = json!(if *student == "s-4" { "b" } else { "elsewhere" });
        portfolio
    });
    let world = World { partnership, portfolios: portfolios.collect() };
    let placements: Vec<Value> =
        to.iter().map(|(student, school)| json!({ "student": student, "school": school })).collect();
    let check = world.check(&of_year(&json!(placements)));
    let told = list(&check, "findings").iter().map(|finding| {
        let members = [&finding["school"], &finding["code"], &finding["severity"], &finding["subject"]["id"]];
        members.map(|member| member.as_str().unwrap())
    });
    let told: Vec<[&str; 4]> = told.collect();
    let expected = [
        ["b", "TK-P101", "error", "proposed-0"],
        ["b", "TK-N302", "warning", "so-b"],
        ["b", "TK-N304", "warning", "b"],
        ["a", "TK-N303", "error", "a"],
        ["a", "TK-N304", "warning", "a"],
    ];
    assert_eq!(told, expected);
}

/// The refusal of a proposal: its code, and all its details.
fn refused(world: &World, proposal: &Value) -> (String, Vec<String>) {
    refused_text(world, &proposal.to_string())
}

fn refused_text(world: &World, proposal: &str) -> (String, Vec<String>) {
    let (portfolios, partnership) = world.bytes();
    let portfolios: Vec<&[u8]> = portfolios.iter().map(Vec::as_slice).collect();
    let validator = Validator::new(None).unwrap();
    let error = validator.check_proposal(&portfolios, &partnership, proposal.as_bytes()).unwrap_err();
    (error.code().to_owned(), error.details().to_vec())
}

fn invalid(details: &[&str]) -> (String, Vec<String>) {
    ("invalid-proposal".to_owned(), details.iter().map(|one| (*one).to_owned()).collect())
}

/// The partnership of three schools with the one student.
fn one_student() -> World {
    World { partnership: with_schools(&["a", "b", "c"]), portfolios: vec![first_year_at_a()] }
}

/// A student has one placement at most: each further one is named, with the first. A student without portfolio is named one time,
/// at the first placement. Who has had study year 4 has no study year. All of it is told together: what is wrong in the proposal
/// itself, then what its students lack.
#[test]
fn a_proposal_for_other_students_is_refused() {
    let mut world = one_student();
    let at = |student: &str, school: &str| json!({ "student": student, "school": school });
    let twice = of_year(&json!([at("s", "b"), at("s", "c"), at("s", "b")]));
    let told = [
        "/placements/1/student: s is there twice, first at /placements/0",
        "/placements/2/student: s is there twice, first at /placements/0",
    ];
    assert_eq!(refused(&world, &twice), invalid(&told));
    let unknown = of_year(&json!([at("s", "b"), at("t", "b")]));
    assert_eq!(refused(&world, &unknown), invalid(&["/placements/1/student: there is no portfolio of t"]));
    let mut done = first_year_at_a();
    done["student"]["id"] = json!("done");
    done["student"]["years"][0]["studyYear"] = json!(4);
    world.portfolios.push(done);
    let all = of_year(&json!([at("t", "b"), at("done", "b"), at("t", "c"), at("s", "c"), at("s", "c")]));
    let told = [
        "/placements/2/student: t is there twice, first at /placements/0",
        "/placements/4/student: s is there twice, first at /placements/3",
        "/placements/1/student: done has no study year in that school year",
        "/placements/0/student: there is no portfolio of t",
    ];
    assert_eq!(refused(&world, &all), invalid(&told));
}

/// A period begins in the school year, which runs from 1 August to 31 July, and ends no earlier than it begins. It may end later.
#[test]
fn a_proposal_for_other_days_is_refused() {
    let world = one_student();
    let from = |period: Value| of_year(&json!([{ "student": "s", "school": "b", "period": period }]));
    let told = invalid(&["/placements/0/period: it must begin in the school year, and end no earlier than it begins"]);
    for period in [
        json!({ "from": "2018-07-31" }),
        json!({ "from": "2018-07-31", "until": "2019-07-31" }),
        json!({ "from": "2019-08-01" }),
        json!({ "from": "2019-02-01", "until": "2019-01-31" }),
    ] {
        assert_eq!(refused(&world, &from(period.clone())), told, "{period}");
    }
    for period in [
        json!({ "from": "2018-08-01" }),
        json!({ "from": "2019-07-31" }),
        json!({ "from": "2019-02-01", "until": "2019-02-01" }),
        json!({ "from": "2019-02-01", "until": "2019-08-31" }),
    ] {
        assert_eq!(list(&world.check(&from(period.clone())), "findings"), [] as [Value; 0], "{period}");
    }
}

/// The school year of a proposal is that of the partnership, and so is the one that is asked for. Neither has details: there is one
/// school year in each.
#[test]
fn another_school_year_is_refused() {
    let world = one_student();
    let mut later = of_year(&json!([]));
    later["schoolYear"] = json!("2019-2020");
    let other_year = ("invalid-school-year".to_owned(), Vec::new());
    assert_eq!(refused(&world, &later), other_year);
    let mut of_before = one_student();
    of_before.partnership["schoolYear"] = json!("2017-2018");
    assert_eq!(refused(&of_before, &of_year(&json!([{ "student": "s", "school": "b" }]))), other_year);
    let (portfolios, partnership) = of_before.bytes();
    let validator = Validator::new(None).unwrap();
    for year in [YEAR, "2018-2020", "2018"] {
        let error = validator.where_next(&[&portfolios[0]], &partnership, year).unwrap_err();
        assert_eq!((error.code(), error.details()), ("invalid-school-year", &[][..]), "{year}");
    }
}

/// Texts that are no proposal, with the line and the column at which reading stops; `HEAD` stands for the first two members, in two lines.
const UNREADABLE: [(&str, u32, u32); 13] = [
    ("", 1, 1),
    ("{", 1, 2),
    ("[]", 1, 1),
    (r#"HEAD"placements": {}}"#, 3, 15),
    (r#"HEAD"placements": []"#, 3, 17),
    (r#"HEAD"placements": []} x"#, 3, 19),
    (r#"HEAD"placements": [{"student": "s 1", "school": "b"}]}"#, 3, 33),
    (r#"HEAD"placements": [{"student": "s"}]}"#, 3, 32),
    (r#"HEAD"placements": [], "note": 1}"#, 3, 25),
    (r#"{"schoolYear": "2018-2019", "placements": []}"#, 1, 46),
    (r#"{"format": "twentse-kubus/portfolio@1", "schoolYear": "2018-2019", "placements": []}"#, 1, 39),
    (r#"HEAD"placements": [{"student": "s", "school": "b", "groups": [9]}]}"#, 3, 60),
    (r#"HEAD"placements": [{"student": "s", "school": "b", "period": {"from": "2018-09-31"}}]}"#, 3, 79),
];

/// What is no proposal is refused with the place where reading stops: before what is not expected, behind a value or a name that is not
/// allowed, and behind an object that lacks something.
#[test]
fn what_is_no_proposal_is_refused_with_its_place() {
    let world = one_student();
    let head = "{\"format\": \"twentse-kubus/proposal@1\",\n\"schoolYear\": \"2018-2019\",\n";
    for (text, line, column) in UNREADABLE {
        let text = text.replace("HEAD", head);
        let told = format!("no proposal from line {line} column {column}");
        assert_eq!(refused_text(&world, &text), invalid(&[&told]), "{text}");
    }
    // The same with nothing wrong is one.
    let sound = format!("{head}\"placements\": []}}");
    assert_eq!(world.check(&value(&sound))["findings"], json!([]));
}

/// Documents of which nothing can be read, and two portfolios of one student, who is named by the later one.
#[test]
fn documents_that_cannot_be_used_are_refused() {
    let to_b = of_year(&json!([{ "student": "s", "school": "b" }]));
    let unreadable = ("unreadable-document".to_owned(), Vec::new());
    let mut world = one_student();
    world.portfolios.push(json!({ "format": "twentse-kubus/portfolio@1" }));
    assert_eq!(refused(&world, &to_b), unreadable);
    world.portfolios[1] = with_schools(&["a", "b", "c"]);
    assert_eq!(refused(&world, &to_b), unreadable);
    world.portfolios[1] = first_year_at_a();
    let twice = "portfolios[1]: it is of the same student as portfolios[0]".to_owned();
    assert_eq!(refused(&world, &to_b), ("invalid-documents".to_owned(), vec![twice]));
    let mut without = one_student();
    without.partnership = first_year_at_a();
    assert_eq!(refused(&without, &to_b), unreadable);
}
