//! Made-up documents by the thousand: found is what was planted, and nothing else.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Days, NaiveDate};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use twentse_kubus::api::schema;
use twentse_kubus::documents::parse_date;
use twentse_kubus::grammar::Closed as _;
use twentse_kubus::{Severity, Validator};
use twentse_kubus_conformance::kinds::{KINDS, OfKind, all_switched_on, named};
use twentse_kubus_conformance::samples::random::Random;
use twentse_kubus_conformance::samples::{
    Planted, Sample, bare, compared_faults, curricula, generate, knowledge_bases, partnership_faults, partnerships,
    portfolio_faults,
};

/// Two seeds without faults, two in which everyone has some.
fn samples(of: &OfKind) -> impl Iterator<Item = Sample> {
    [(21, 0.0), (22, 0.0), (23, 1.0), (24, 1.0)].into_iter().flat_map(|(seed, faults)| (of.generate)(500, seed, faults))
}

/// Holds that in each of these what was planted is found, and nothing else. Gives how many there were, and the rules planted.
fn hold_planted(of: &OfKind, samples: impl Iterator<Item = Sample>) -> (usize, BTreeSet<&'static str>) {
    let validator = Validator::builder().build().unwrap();
    let (mut judged, mut codes) = (0, BTreeSet::new());
    for Sample { json, known } in samples {
        let as_of = parse_date(&known.as_of).unwrap();
        let report = of.judge(&validator, json.as_bytes(), as_of);
        assert_eq!(Planted::found_in(&report), known.planted, "{}", known.document);
        assert_eq!(report.document_id(), Some(known.document.as_str()));
        assert_eq!(serde_json::to_value(report.verdict()).unwrap(), known.verdict, "{}", known.document);
        let typed = (of.typed)(&validator, &json, as_of).unwrap();
        assert_eq!(typed.body_json(), report.body_json(), "{}", known.document);
        codes.extend(known.planted.iter().map(|fault| fault.code));
        judged += 1;
    }
    (judged, codes)
}

#[test]
fn found_is_what_was_planted_and_nothing_else() {
    let mut planted = Vec::new();
    for of in &KINDS {
        let (judged, codes) = hold_planted(of, samples(of));
        assert_eq!(judged, 2_000);
        planted.push((of.kind.key(), codes.len()));
    }
    // Every fault of a rule that is there was planted; a knowledge base has all of its eleven rules among them.
    assert_eq!(planted, [("portfolio", 80), ("curriculum", 26), ("partnership", 50), ("knowledge-base", 16)]);
}

#[test]
#[ignore = "takes a while: `cargo xtask release-check days`"]
fn found_in_thousands_is_what_was_planted_and_nothing_else() {
    for of in &KINDS {
        let samples = (of.generate)(6_000, 25, 1.0).chain((of.generate)(2_000, 26, 0.0));
        assert_eq!(hold_planted(of, samples).0, 8_000);
    }
}

/// The first day of the first study year, and the reference day.
fn life(json: &str, as_of: &str) -> (NaiveDate, NaiveDate) {
    let portfolio: Value = serde_json::from_str(json).unwrap();
    let first = portfolio.pointer("/student/years/0/from").and_then(Value::as_str).and_then(parse_date).unwrap();
    (first, parse_date(as_of).unwrap())
}

/// Holds that a portfolio without faults has no error and no warning on these days.
fn hold_faultless(validator: &Validator, name: &str, json: &str, days: impl Iterator<Item = NaiveDate>) -> usize {
    let mut judged = 0;
    for day in days {
        let report = validator.validate(json.as_bytes(), day);
        let worse: Vec<_> = report.findings().iter().filter(|one| one.severity != Severity::Info).collect();
        assert!(worse.is_empty(), "{name} on {day}: {worse:#?}");
        judged += 1;
    }
    judged
}

/// Who still studies is looked at up to the reference day, since what comes after was not made up.
fn hold_on_random_days(portfolios: u64, seed: u64) -> usize {
    let validator = Validator::builder().build().unwrap();
    let samples = (0..).zip(generate(portfolios, seed, 0.0).chain(bare(portfolios, seed)));
    let days = samples.map(|(stream, Sample { json, known })| {
        let mut random = Random::new(seed, stream);
        let (first, last) = life(&json, &known.as_of);
        let number = usize::try_from((last - first).num_days()).unwrap();
        let days = (0..60).map(|_| first + Days::new(random.between(0, number) as u64));
        hold_faultless(&validator, &known.document, &json, days)
    });
    days.sum()
}

#[test]
fn a_faultless_portfolio_is_so_on_any_day() {
    assert_eq!(hold_on_random_days(20, 27), 2 * 20 * 60);
}

/// The portfolio of a graduate, with every day from the first to a year after the diploma.
#[test]
#[ignore = "takes minutes: `cargo xtask release-check days`"]
fn faultless_portfolios_are_so_on_every_day_of_whole_programmes() {
    let validator = Validator::builder().build().unwrap();
    assert_eq!(hold_on_random_days(2_500, 28), 5_000 * 60);
    let graduates = generate(2_000, 29, 0.0).filter(|sample| sample.json.contains("\"graduation\"")).take(50);
    let days = graduates.map(|Sample { json, known }| {
        let (first, last) = life(&json, &known.as_of);
        let days = first.iter_days().take_while(|day| *day <= last + Days::new(365));
        hold_faultless(&validator, &known.document, &json, days)
    });
    let days: Vec<usize> = days.collect();
    assert!(days.len() == 50 && days.iter().all(|number| *number > 1_700), "{days:?}");
}

/// No fault of a rule that is off can be planted for who does not switch it on. What such rules find in portfolios of which
/// vouchers, placements, competences and days were taken away is counted here by hand.
#[test]
fn rules_that_are_off_find_what_is_missing_once_they_are_switched_on() {
    const OFF: [&str; 4] = ["TK-P410", "TK-P411", "TK-P412", "TK-P413"];
    let off = Validator::builder().build().unwrap();
    let on = Validator::builder().rulebook(all_switched_on()).build().unwrap();
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for (stream, Sample { json, known }) in (0..).zip(generate(300, 41, 0.0)) {
        let mut random = Random::new(42, stream);
        let mut portfolio: Value = serde_json::from_str(&json).unwrap();
        // Three years on, when what was made in the first study years is more than five years old.
        let year = parse_date(&known.as_of).unwrap().year();
        let (as_of, five_years_ago) = (format!("{}-05-15", year + 3), format!("{}-05-15", year - 2));
        let mut expected: Vec<(&str, String)> = Vec::new();
        let mut shown: BTreeMap<String, Vec<Option<String>>> = BTreeMap::new();
        for (at, proof) in portfolio["evidence"].as_array_mut().unwrap().iter_mut().enumerate() {
            let members = proof.as_object_mut().unwrap();
            for member in ["vouchedBy", "placement", "competences", "date"] {
                if random.percent(if member == "competences" { 70 } else { 20 }) {
                    members.remove(member);
                }
            }
            let text = |name: &str| members.get(name).and_then(Value::as_str).map(ToOwned::to_owned);
            if text("date").or(text("addedOn")).is_some_and(|day| day < five_years_ago) {
                expected.push(("TK-P411", format!("/evidence/{at}/date")));
            }
            if !members.contains_key("vouchedBy") {
                expected.push(("TK-P413", format!("/evidence/{at}/vouchedBy")));
            }
            for competence in members.get("competences").and_then(Value::as_array).into_iter().flatten() {
                shown.entry(competence.to_string()).or_default().push(text("placement"));
            }
        }
        for placements in shown.values() {
            let contexts: BTreeSet<&String> = placements.iter().flatten().collect();
            expected.extend((contexts.len() < 2).then(|| ("TK-P410", "/evidence".to_owned())));
            expected.extend((placements.len() < 2).then(|| ("TK-P412", "/evidence".to_owned())));
        }
        expected.sort();
        let found = |validator: &Validator| {
            let report = validator.validate(portfolio.to_string().as_bytes(), parse_date(&as_of).unwrap());
            let found = report.findings().iter().map(|finding| (finding.code(), finding.path.to_string()));
            let mut found: Vec<_> = found.filter(|(code, _)| OFF.contains(code)).collect();
            found.sort();
            found
        };
        assert_eq!(found(&on), expected, "{}", known.document);
        assert_eq!(found(&off), [], "{}", known.document);
        expected.iter().for_each(|(code, _)| *codes.entry(code).or_default() += 1);
    }
    assert!(OFF.iter().all(|code| codes.get(code).is_some_and(|times| *times > 10)), "{codes:?}");
}

/// A free text of several words, unlike a name or an id.
fn prose(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) if text.split(' ').count() > 3 => texts.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| prose(item, texts)),
        Value::Object(members) => members.values().for_each(|member| prose(member, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn portfolios_have_the_size_and_the_prose_of_real_ones() {
    let (mut accented, mut texts) = (0, 0);
    for Sample { json, known } in samples(named(None).unwrap()) {
        let mut found = Vec::new();
        prose(&serde_json::from_str(&json).unwrap(), &mut found);
        let share = found.iter().map(String::len).sum::<usize>() * 100 / json.len();
        assert!((30_000..=62_000).contains(&json.len()), "{}: {} bytes", known.document, json.len());
        assert!((45..=60).contains(&share), "{}: {share} % prose", known.document);
        texts += found.len();
        accented += found.iter().filter(|text| !text.is_ascii()).count();
    }
    let share = accented * 100 / texts;
    assert!((23..=27).contains(&share), "{share} % of the texts have diacritics");
}

/// The modes of study, cohorts and study years that occur, and the schools.
#[test]
fn portfolios_are_of_every_kind() {
    let (mut modes, mut cohorts, mut years, mut schools) =
        <(BTreeSet<_>, BTreeSet<_>, BTreeSet<_>, BTreeSet<_>)>::default();
    let rare = ["repeats", "draft", "abroad", "special-education", "interruptions"];
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for Sample { json, .. } in generate(300, 5, 0.0) {
        seen.extend(rare.iter().filter(|word| json.contains(&format!("\"{word}\""))));
        let portfolio: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(portfolio["synthetic"], true);
        let student = &portfolio["student"];
        assert!(student["id"].as_str().unwrap().starts_with("syn-"));
        modes.insert(student["mode"].to_string());
        cohorts.insert(student["cohort"].to_string());
        years.insert(student["years"].as_array().unwrap().len());
        let placements = portfolio["placements"].as_array().unwrap();
        schools.extend(placements.iter().map(|placement| placement["school"].to_string()));
    }
    // One to four study years, and a fifth entry for who repeats one. Sixteen training schools, and one abroad.
    assert_eq!((modes.len(), years.len(), schools.len(), seen.len()), (4, 5, 17, rare.len()), "{seen:?}");
    assert!(cohorts.contains("\"2012-2013\"") && cohorts.contains("\"2020-2021\""), "cohorts of both editions");
}

/// What a curriculum may have: both routes, cohorts of both editions and of both sides of the scheme for training schools, scales
/// of words and of marks, pass rules of both kinds or none, and no catalogue of design competences.
#[test]
fn curricula_are_of_every_kind() {
    let own = ["lastCohort", "modes", "route", "edition", "designCompetences", "institute", "partnership"];
    let words =
        ["other", "ordinal", "numeric", "\"all\"", "\"points\"", "syn-s-af", "least", "roundTo", "school-question"];
    let (mut with, mut without): (BTreeSet<&str>, BTreeSet<&str>) = Default::default();
    let mut cohorts: BTreeSet<String> = BTreeSet::new();
    for Sample { json, .. } in curricula(200, 5, 0.0) {
        let has = |word: &&&str| json.contains(**word);
        with.extend(own.iter().chain(&words).filter(has));
        let curriculum: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(curriculum["synthetic"], true);
        without.extend(own.iter().filter(|member| curriculum.get(**member).is_none()));
        cohorts.extend(curriculum["firstCohort"].as_str().map(ToOwned::to_owned));
        assert!((5_000..=20_000).contains(&json.len()), "{} bytes", json.len());
    }
    assert_eq!(with.len(), own.len() + words.len(), "{with:?}");
    assert_eq!(without.len(), own.len(), "{without:?}");
    assert!(
        ["2009-2010", "2016-2017", "2017-2018", "2018-2019"].iter().all(|one| cohorts.contains(*one)),
        "{cohorts:?}"
    );
}

/// What a partnership may have: a plan, a school year that runs, one that is over; recognised with many students or an aspirant;
/// trainers of two schools and two of one school; places that two students take in turn.
#[test]
fn partnerships_are_of_every_kind() {
    let own = ["status", "name"];
    let words = [
        "aspirant",
        "recognised",
        "leftOn",
        "joinedOn",
        "academic",
        "places",
        "register",
        "plannedOn",
        "since",
        "syn-st-zonder",
        "\"daysPerWeek\":3",
        "\"daysPerWeek\":0.75",
        "trainer-studio",
        "syn-plg-2",
        "homogeneous",
        "contents",
        "others",
    ];
    let (mut with, mut without): (BTreeSet<&str>, BTreeSet<&str>) = Default::default();
    let (mut times, mut sizes): (BTreeSet<&str>, BTreeSet<usize>) = Default::default();
    for Sample { json, known } in partnerships(200, 5, 0.0) {
        let has = |word: &&&str| json.contains(**word);
        with.extend(own.iter().chain(&words).filter(has));
        let partnership: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(partnership["synthetic"], true);
        without.extend(own.iter().filter(|member| partnership.get(**member).is_none()));
        let (year, next) = partnership["schoolYear"].as_str().unwrap().split_once('-').unwrap();
        let (begins, ends) = (format!("{year}-08-01"), format!("{next}-07-31"));
        times.insert(match known.as_of.as_str() {
            day if day < begins.as_str() => "before",
            day if day <= ends.as_str() => "in",
            _ => "after",
        });
        let students = partnership["students"].as_array().unwrap().len();
        let least = match (year.parse::<u32>().unwrap(), partnership["status"].as_str()) {
            (_, Some("aspirant")) => 0,
            (2009..=2010, _) => 40,
            (2011..=2016, _) => 80,
            _ => 0,
        };
        assert!(students >= least, "{}: {students}", known.document);
        sizes.insert(partnership["schools"].as_array().unwrap().len());
        assert!((8_000..=60_000).contains(&json.len()), "{} bytes", json.len());
    }
    assert_eq!(with.len(), own.len() + words.len(), "{with:?}");
    assert_eq!((without.len(), times.len()), (own.len(), 3), "{without:?} {times:?}");
    assert!(sizes.len() >= 5, "{sizes:?}");
}

/// What a knowledge base may have: its own themes or the default ones, fewer stages or levels, materials of every kind, some
/// still to come and some out of force.
#[test]
fn knowledge_bases_are_of_every_kind() {
    let own = ["themes", "stages", "levels", "partnership", "until", "reviews"];
    let words = ["ktp", "quality-card", "informative", "didactic", "Nog in ontwikkeling", "Niet meer in gebruik"];
    let (mut with, mut without, mut sizes): (BTreeSet<&str>, BTreeSet<&str>, BTreeSet<usize>) = Default::default();
    for Sample { json, .. } in knowledge_bases(200, 5, 0.0) {
        let has = |word: &&&str| json.contains(**word);
        with.extend(own.iter().chain(&words).filter(has));
        let base: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(base["synthetic"], true);
        without.extend(own.iter().filter(|member| base.get(**member).is_none()));
        sizes.insert(base["materials"].as_array().unwrap().len());
        assert!((10_000..=45_000).contains(&json.len()), "{} bytes", json.len());
    }
    assert_eq!(with.len(), own.len() + words.len(), "{with:?}");
    assert!(without.len() >= 4 && sizes.len() >= 5, "{without:?} {sizes:?}");
}

#[test]
fn the_seed_decides_every_byte() {
    for of in &KINDS {
        let digest = |seed, faults| {
            let mut all = Sha256::new();
            for Sample { json, known } in (of.generate)(40, seed, faults) {
                all.update(json);
                all.update(serde_json::to_string(&known).unwrap());
            }
            all.finalize()
        };
        assert_eq!(digest(7, 0.5), digest(7, 0.5));
        assert_ne!(digest(7, 0.5), digest(8, 0.5));
        assert_ne!(digest(7, 0.5), digest(7, 0.0));
    }
}

#[test]
fn the_schema_accepts_every_document() {
    for of in &KINDS {
        let schema: Value = serde_json::from_str(&schema(of.kind.key()).unwrap()).unwrap();
        let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        for Sample { json, known } in (of.generate)(200, 31, 0.5) {
            let document = serde_json::from_str(&json).unwrap();
            let refused = schema.iter_errors(&document).next().map(|error| error.to_string());
            assert_eq!(refused, None, "{}", known.document);
        }
    }
}

/// What the generator says of its faults is what somebody expected who read the rule catalogue and no rule.
#[test]
fn faults_are_reported_as_somebody_expected_who_saw_no_rule() {
    let expected = include_str!("../planted.txt").lines().filter(|line| !line.starts_with('#'));
    let expected: BTreeSet<String> = expected.map(ToOwned::to_owned).collect();
    // Those of reading are told of portfolios.
    let of_partnerships = partnership_faults().filter(|(_, code, _)| !code.starts_with("TK-R"));
    let said: Vec<String> = portfolio_faults()
        .chain(of_partnerships)
        .chain(compared_faults())
        .map(|(name, code, severity)| format!("{name} {code} {severity}"))
        .collect();
    assert_eq!(said.iter().cloned().collect::<BTreeSet<_>>(), expected);
    assert!(said.len() == expected.len() && said.len() > 80, "{}", said.len());
}
