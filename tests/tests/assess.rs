//! `assess` against a second implementation, written from the specification alone by somebody who had not seen the first; and what
//! must be so of every assessment framework: to raise a result never harms, and TK-C404 fires where nothing depends on the results.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};
use twentse_kubus::documents::Kind;
use twentse_kubus::values::Decimal;
use twentse_kubus::{Error, Moment, Validator};
use twentse_kubus_conformance::random_frameworks::{Pair, pairs};
use twentse_kubus_conformance::samples::random::Random;
use twentse_kubus_conformance::slow_assess::{self, Lens};

/// How many pairs of a curriculum and a portfolio are compared at least.
const LEAST: u64 = 20_000;

fn moment(pair: &Pair) -> Moment {
    Moment::on(pair.as_of).through(match pair.lens {
        Lens::Now => twentse_kubus::Lens::Now,
        Lens::YearEnded => twentse_kubus::Lens::YearEnded,
        Lens::Graduating => twentse_kubus::Lens::Graduating,
    })
}

/// What the library answers, in the shape of the second implementation.
fn shape(assessment: &Value) -> Value {
    let years = assessment["years"].as_array().into_iter().flatten().map(|year| {
        let mut year = year.clone();
        let components = year["components"].as_array().into_iter().flatten().map(|component| {
            let mut shape = Map::new();
            for member in ["id", "state", "reason", "taken", "evidence"] {
                if let Some(value) = component.get(member) {
                    shape.insert(member.to_owned(), value.clone());
                }
            }
            let attempts = component["attempts"].as_array().into_iter().flatten().map(|attempt| attempt["id"].clone());
            shape.insert("attempts".to_owned(), attempts.collect());
            shape.insert("missing".to_owned(), component.get("missing").cloned().unwrap_or_else(|| json!([])));
            Value::Object(shape)
        });
        let components: Value = components.collect();
        // What the pass rule says is read, not worked out.
        for read in ["mostBelow", "floor"] {
            year.as_object_mut().and_then(|year| year.remove(read));
        }
        year["components"] = components;
        if year.get("compensated").is_none() {
            year["compensated"] = json!([]);
        }
        // The second implementation tells weights in hundredths too.
        for member in ["weight", "weighted"] {
            if let Some(number) = year.get(member).and_then(Value::as_u64) {
                year[member] = (number * 100).into();
            }
        }
        year
    });
    json!({ "programme": assessment["programme"], "years": years.collect::<Value>() })
}

fn told_of(year: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    year["components"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut)
}

#[test]
fn both_implementations_answer_alike() -> Result<()> {
    let (mut compared, mut refused) = (0_u64, 0_u64);
    for (number, pair) in pairs(2 * LEAST, 9).enumerate() {
        if compared == LEAST {
            break;
        }
        let curriculum = pair.curriculum.to_string();
        let validator = match Validator::builder().curriculum(curriculum.as_bytes()).build() {
            Ok(validator) => validator,
            Err(Error::InvalidDocuments(_)) => {
                refused += 1;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        let assessment = validator.assess(pair.portfolio.to_string().as_bytes(), moment(&pair))?;
        let own = shape(&serde_json::to_value(&assessment)?);
        let mut expected = slow_assess::assess(&pair.portfolio, &pair.curriculum, pair.as_of, pair.lens);
        for component in expected["years"].as_array_mut().into_iter().flatten().flat_map(told_of) {
            // Nothing is taken for a component from which the student is exempt.
            if component.get("state").is_some_and(|state| state == "exempted") {
                component.remove("taken");
            }
        }
        let expected = if assessment.curriculum.is_some() {
            expected
        } else {
            // Without a cohort no curriculum belongs to the student.
            json!({ "programme": "not-yet", "years": [] })
        };
        ensure!(
            own == expected,
            "pair {number} on {} ({:?}):\n{own:#}\nexpected\n{expected:#}\n{}\n{}",
            pair.as_of,
            pair.lens,
            pair.portfolio,
            pair.curriculum
        );
        compared += u64::from(assessment.curriculum.is_some());
    }
    println!("{compared} pairs compared, {refused} curricula refused");
    ensure!(compared == LEAST, "only {compared} pairs were compared");
    Ok(())
}

fn list<'v>(of: &'v Value, member: &str) -> impl Iterator<Item = &'v Value> {
    of.get(member).and_then(Value::as_array).into_iter().flatten()
}

fn text<'v>(of: &'v Value, member: &str) -> Option<&'v str> {
    of.get(member).and_then(Value::as_str)
}

fn hundredths(of: &Value, member: &str) -> Option<u32> {
    Some(of.get(member)?.to_string().parse::<Decimal>().ok()?.as_hundredths())
}

/// The scale of a component.
fn scale_of<'v>(curriculum: &'v Value, component: &Value) -> Option<&'v Value> {
    let mut scales = list(curriculum.get("assessment")?, "scales");
    match text(component, "scale") {
        None => scales.next(),
        Some(id) => scales.find(|scale| text(scale, "id") == Some(id)),
    }
}

/// The ends of a numeric scale and the step, in hundredths.
fn numbers(scale: &Value) -> (u32, u32, u32) {
    let step = hundredths(scale, "step").filter(|step| *step > 0).unwrap_or(1);
    (hundredths(scale, "least").unwrap_or(0), hundredths(scale, "most").unwrap_or(100_000), step)
}

/// Whether a result is on a scale, as a judgement or not.
fn is_on(scale: &Value, result: &str) -> bool {
    if text(scale, "kind") == Some("ordinal") {
        return list(scale, "values").any(|value| text(value, "id") == Some(result));
    }
    let (least, most, step) = numbers(scale);
    let number = result.parse::<Decimal>().ok().map(Decimal::as_hundredths);
    number.is_some_and(|one| (least..=most).contains(&one) && (one - least).is_multiple_of(step))
}

/// The judgements of a scale, the lowest first: all of an ordinal one, of a numeric one the two ends and some between.
fn judgements(scale: &Value) -> Vec<String> {
    if text(scale, "kind") == Some("ordinal") {
        let counting = list(scale, "values").filter(|value| value.get("counts") != Some(&json!(false)));
        return counting.filter_map(|value| text(value, "id")).map(str::to_owned).collect();
    }
    let (least, most, step) = numbers(scale);
    let steps = most.saturating_sub(least) / step;
    let mut taken: Vec<u32> = (0..=16).map(|at| steps * at / 16).collect();
    taken.dedup();
    taken.into_iter().map(|at| Decimal::hundredths(least + at * step).to_string()).collect()
}

/// Whether each judgement has points that are not below those of the one before it.
fn has_rising_points(scale: &Value) -> bool {
    let counting = || list(scale, "values").filter(|value| value.get("counts") != Some(&json!(false)));
    let points: Option<Vec<u32>> = counting().map(|value| hundredths(value, "points")).collect();
    text(scale, "kind") == Some("numeric") || points.is_some_and(|points| points.is_sorted())
}

/// Results of this scale that are better than one of its results; none where that is not on it.
fn better(scale: &Value, than: &str) -> Vec<String> {
    let mut all = judgements(scale);
    if text(scale, "kind") == Some("ordinal") {
        let at = all.iter().position(|one| one == than);
        return at.map(|at| all.split_off(at + 1)).unwrap_or_default();
    }
    let number = |text: &str| text.parse::<Decimal>().ok();
    all.retain(|one| is_on(scale, than) && number(one) > number(than));
    all
}

/// How good an outcome is.
fn worth(outcome: Option<&Value>) -> u8 {
    match outcome.and_then(Value::as_str) {
        Some("passed" | "exempted") => 2,
        Some("not-assessable") => 1,
        _ => 0,
    }
}

/// An attempt that counts and can be raised: its place among the assessments, and a better result.
fn raised(pair: &Pair, assessment: &Value, random: &mut Random) -> Option<(usize, String)> {
    let framework = pair.curriculum.get("assessment")?;
    let mut can = Vec::new();
    for component in list(assessment, "years").flat_map(|year| list(year, "components")) {
        let own = list(framework, "components").find(|one| one.get("id") == component.get("id"))?;
        let Some(scale) = scale_of(&pair.curriculum, own) else { continue };
        for attempt in list(component, "attempts").filter(|attempt| attempt.get("counts") == Some(&json!(true))) {
            let at = list(&pair.portfolio, "assessments").position(|one| one.get("id") == attempt.get("id"))?;
            can.extend(better(scale, text(attempt, "result")?).into_iter().map(|result| (at, result)));
        }
    }
    (!can.is_empty()).then(|| random.one(&can).clone())
}

/// Over scales of which every judgement has points that do not fall.
#[test]
fn to_raise_a_result_never_harms() -> Result<()> {
    let (mut compared, mut helped) = (0_u32, 0_u32);
    for (number, pair) in (0..).zip(pairs(8_000, 11)) {
        let scales = pair.curriculum.get("assessment").into_iter().flat_map(|framework| list(framework, "scales"));
        let Ok(validator) = Validator::builder().curriculum(pair.curriculum.to_string()).build() else { continue };
        if !scales.into_iter().all(has_rising_points) {
            continue;
        }
        let assess = |portfolio: &Value| -> Result<Value> {
            Ok(serde_json::to_value(validator.assess(portfolio.to_string().as_bytes(), moment(&pair))?)?)
        };
        let before = assess(&pair.portfolio)?;
        let mut random = Random::new(12, number);
        for _ in 0..4 {
            let Some((at, result)) = raised(&pair, &before, &mut random) else { break };
            let mut portfolio = pair.portfolio.clone();
            portfolio["assessments"][at]["result"] = result.clone().into();
            let after = assess(&portfolio)?;
            for (year, then) in list(&before, "years").zip(list(&after, "years")) {
                let (was, is) = (worth(year.get("outcome")), worth(then.get("outcome")));
                ensure!(
                    was <= is,
                    "pair {number}, assessment {at} raised to {result}:\n{year:#}\nbecame\n{then:#}\n{}\n{}",
                    pair.portfolio,
                    pair.curriculum
                );
                helped += u32::from(was < is);
                compared += 1;
            }
            ensure!(worth(before.get("programme")) <= worth(after.get("programme")), "pair {number}: the programme");
        }
    }
    println!("{compared} years, of which {helped} came to a better outcome");
    ensure!(compared > 5_000 && helped > 300, "{compared} years, {helped} better");
    Ok(())
}

/// What TK-C404 says of each study year; none when it cannot be judged.
fn contradictions(validator: &Validator, curriculum: &Value) -> Result<Option<BTreeMap<u64, String>>> {
    let report = validator.validate_as(Kind::Curriculum, curriculum.to_string().as_bytes(), moment_of(2024))?;
    if report.outcomes().iter().any(|outcome| outcome.reason.is_some()) {
        return Ok(None);
    }
    let mut told = BTreeMap::new();
    for finding in report.findings() {
        let facts: Value = serde_json::from_str(&finding.facts_json())?;
        let (year, why) = (facts.get("year").and_then(Value::as_u64), text(&facts, "why"));
        told.extend(year.zip(why.map(str::to_owned)));
    }
    Ok(Some(told))
}

fn first_of_september(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 9, 1).unwrap_or_default()
}

fn moment_of(year: i32) -> Moment {
    Moment::on(first_of_september(year))
}

/// How well a student does in everything.
#[derive(Clone, Copy)]
enum Results {
    Best,
    Lowest,
    Any,
}

/// A portfolio that has a judgement for each component of a study year, and evidence or none.
fn portfolio_with(curriculum: &Value, year: u64, how: Results, random: &mut Random) -> Result<Value> {
    let first = text(curriculum, "firstCohort").context("a first cohort")?;
    let begins: i32 = first.get(..4).context("its year")?.parse()?;
    let entry = |at: i32| json!({"schoolYear": format!("{}-{}", begins + at, begins + at + 1), "studyYear": at + 1});
    let day = first_of_september(begins + i32::try_from(year)? - 1) + Days::new(60);
    let (mut assessments, mut evidence) = (Vec::new(), Vec::new());
    for (component, scale) in components_of(curriculum, year) {
        let mut own = Map::new();
        for member in ["of", "competences", "assignment"] {
            own.extend(
                component.get(member).filter(|value| !value.is_null()).map(|value| (member.to_owned(), value.clone())),
            );
        }
        let pieces = match how {
            Results::Best => 3,
            Results::Lowest => 0,
            Results::Any => random.below(4),
        };
        for _ in 0..pieces {
            let mut piece = own.clone();
            piece.remove("of");
            piece.extend([
                ("id".to_owned(), json!(format!("e-{}", evidence.len()))),
                ("kind".to_owned(), json!("report")),
                ("date".to_owned(), json!(day.to_string())),
            ]);
            evidence.push(Value::Object(piece));
        }
        let judgements = scale.map(judgements).unwrap_or_default();
        let result = match how {
            Results::Best => judgements.last(),
            Results::Lowest => judgements.first(),
            Results::Any if judgements.is_empty() => None,
            Results::Any => Some(random.one(&judgements)),
        };
        let Some(result) = result else { continue };
        own.extend([
            ("id".to_owned(), json!(format!("b-{}", assessments.len()))),
            ("component".to_owned(), component["id"].clone()),
            ("studyYear".to_owned(), json!(year)),
            ("isFinal".to_owned(), json!(true)),
            ("result".to_owned(), json!(result)),
        ]);
        assessments.push(Value::Object(own));
    }
    Ok(json!({
        "format": "twentse-kubus/portfolio@1",
        "student": {"id": "st-1", "cohort": first, "years": [entry(0), entry(1), entry(2), entry(3)]},
        "assessments": assessments,
        "evidence": evidence,
    }))
}

/// The components of a study year, each with its scale.
fn components_of(curriculum: &Value, year: u64) -> impl Iterator<Item = (&Value, Option<&Value>)> {
    let components = curriculum.get("assessment").into_iter().flat_map(|framework| list(framework, "components"));
    let own = components.filter(move |one| one.get("studyYear") == Some(&json!(year)));
    own.map(|one| (one, scale_of(curriculum, one)))
}

/// Whether there are judgements without points, or points that fall: there a result can be worse than a lower one.
fn is_uneven(curriculum: &Value, year: u64) -> bool {
    components_of(curriculum, year).filter_map(|(_, scale)| scale).any(|scale| !has_rising_points(scale))
}

/// Whether a component asks for what is not on its scale: that is impossible by itself, also where the study year can do without it.
fn asks_what_is_not_there(curriculum: &Value, year: u64) -> bool {
    components_of(curriculum, year).any(|(component, scale)| {
        text(component, "leastResult").is_some_and(|least| !scale.is_some_and(|scale| is_on(scale, least)))
    })
}

/// Where TK-C404 is silent some results pass the study year and others do not; where it fires, none or all of them do.
#[test]
fn a_study_year_is_contradictory_when_nothing_depends_on_the_results() -> Result<()> {
    let only = json!({"only": ["TK-C404"]}).to_string();
    let validator = Validator::builder().rulebook(only).build()?;
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for (number, Pair { curriculum, .. }) in (0..).zip(pairs(6_000, 13)) {
        let Some(told) = contradictions(&validator, &curriculum)? else { continue };
        let mut random = Random::new(14, number);
        let begins: i32 =
            text(&curriculum, "firstCohort").and_then(|year| year.get(..4)).context("a cohort")?.parse()?;
        for year in 1..=4 {
            let mut passes = |how: Results| -> Result<Option<bool>> {
                let portfolio = portfolio_with(&curriculum, year, how, &mut random)?;
                let told = slow_assess::assess(&portfolio, &curriculum, first_of_september(begins + 6), Lens::Now);
                let own = list(&told, "years").find(|one| one.get("studyYear") == Some(&json!(year)));
                Ok(own.map(|one| worth(one.get("outcome")) == 2))
            };
            // Nothing of the study year is assessed: that is TK-C406.
            let (Some(best), Some(lowest)) = (passes(Results::Best)?, passes(Results::Lowest)?) else { continue };
            let why = match told.get(&year).map(String::as_str) {
                Some("impossible") | None if asks_what_is_not_there(&curriculum, year) => "off the scale",
                Some(why) => why,
                None => "silent",
            };
            let is_as_told = match why {
                "silent" => best && !lowest,
                "impossible" => !best,
                "certain" => best && lowest,
                // The framework contradicts itself, whatever comes of it.
                _ => told.contains_key(&year),
            };
            ensure!(is_as_told, "{number}, year {year} is {why}: best {best}, lowest {lowest}\n{curriculum}");
            if ["impossible", "certain"].contains(&why) && !is_uneven(&curriculum, year) {
                for _ in 0..8 {
                    let any = passes(Results::Any)?;
                    ensure!(any == Some(why == "certain"), "{number}, year {year} is {why}: {any:?}\n{curriculum}");
                }
            }
            *counts.entry(why.to_owned()).or_default() += 1;
        }
    }
    println!("{counts:?}");
    for (what, least) in
        [("silent", 1_000), ("impossible", 100), ("certain", 200), ("points-fall", 50), ("off the scale", 200)]
    {
        ensure!(counts.get(what).is_some_and(|times| *times >= least), "{what} in {counts:?}");
    }
    Ok(())
}
