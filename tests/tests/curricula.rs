//! Curricula that a validator cannot hold portfolios against: two that one student fits, two of one id, and what cannot be read whole.

#![expect(clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use twentse_kubus::{Error, Validator, parse_date};
use twentse_kubus_conformance::samples::{self, Sample};

/// What is wrong with curricula; nothing where they can be used together.
fn faults(curricula: &[Value]) -> Result<Vec<String>> {
    let builder = curricula.iter().fold(Validator::builder(), |builder, one| builder.curriculum(one.to_string()));
    match builder.build() {
        Ok(_) => Ok(Vec::new()),
        Err(error @ Error::InvalidDocuments(_)) => {
            ensure!(error.code() == "invalid-documents");
            Ok(error.details().to_vec())
        }
        Err(error) => Err(error.into()),
    }
}

/// A curriculum for the cohorts from 2023 on, with these members besides.
fn curriculum(id: &str, members: &Value) -> Value {
    let mut curriculum = json!({"format": "twentse-kubus/curriculum@1", "id": id, "firstCohort": "2023-2024"});
    for (member, value) in members.as_object().into_iter().flatten() {
        curriculum[member] = value.clone();
    }
    curriculum
}

/// Two curricula that differ in these members.
fn two(one: &Value, other: &Value) -> Result<Vec<String>> {
    let curricula = [curriculum("cur-1", one), curriculum("cur-2", other)];
    let [forward, backward] = [faults(&curricula)?, faults(&[curricula[1].clone(), curricula[0].clone()])?];
    ensure!(forward == backward, "the order tells: {forward:?}, {backward:?}");
    Ok(forward)
}

const TIE: &str = "curricula[1]: it is for the same students and the same first cohort as curricula[0]";

#[test]
fn a_tie_is_refused() -> Result<()> {
    let ties = [
        (json!({}), json!({})),
        // What one of them does not say is no difference: a student can fit both.
        (json!({"institute": "in-1"}), json!({})),
        (json!({"partnership": "pa-1"}), json!({"institute": "in-1"})),
        (json!({"institute": "in-1", "partnership": "pa-1"}), json!({"institute": "in-1", "partnership": "pa-1"})),
        (json!({"modes": ["full-time"]}), json!({})),
        (json!({"modes": ["full-time", "dual"]}), json!({"modes": ["part-time", "dual"]})),
        (json!({"modes": ["full-time"]}), json!({"modes": []})),
        // Where they end is no difference either: both have the first cohort.
        (json!({"lastCohort": "2023-2024"}), json!({"lastCohort": "2026-2027"})),
        (json!({"edition": "2005"}), json!({"edition": "2017"})),
    ];
    for (one, other) in ties {
        ensure!(two(&one, &other)? == [TIE], "{one} and {other}");
    }
    let apart = [
        (json!({"institute": "in-1"}), json!({"institute": "in-2"})),
        (json!({"institute": "in-1", "partnership": "pa-1"}), json!({"institute": "in-1", "partnership": "pa-2"})),
        (json!({"modes": ["full-time"]}), json!({"modes": ["part-time"]})),
        (json!({}), json!({"firstCohort": "2022-2023"})),
    ];
    for (one, other) in apart {
        let faults = two(&one, &other)?;
        ensure!(faults.is_empty(), "{one} and {other}: {faults:?}");
    }
    Ok(())
}

#[test]
fn one_id_names_one_curriculum() -> Result<()> {
    let same_id = [curriculum("cur-1", &json!({})), curriculum("cur-1", &json!({"firstCohort": "2022-2023"}))];
    ensure!(faults(&same_id)? == ["curricula[1]: it has the id of curricula[0]"]);
    // Also where the two are one and the same document.
    let twice = [curriculum("cur-1", &json!({})), curriculum("cur-1", &json!({}))];
    ensure!(faults(&twice)? == ["curricula[1]: it has the id of curricula[0]"]);
    // Ids that differ in capitals are two.
    let capitals = [curriculum("cur-1", &json!({})), curriculum("CUR-1", &json!({"firstCohort": "2022-2023"}))];
    ensure!(faults(&capitals)?.is_empty());
    Ok(())
}

#[test]
fn what_cannot_be_read_whole_is_refused() -> Result<()> {
    let with = |members: Value| faults(&[curriculum("cur-1", &members)]);
    let whole = |why: &str| vec![format!("curricula[0]: it cannot be read whole ({why})")];
    // The rule and the place; nothing of what stands there.
    ensure!(with(json!({"edition": "1998"}))? == whole("TK-R006 at `/edition`"));
    ensure!(with(json!({"firstCohort": "2023-2025"}))? == whole("TK-R008 at `/firstCohort`"));
    ensure!(
        with(json!({"assessment": {"scales": [{"id": "s-1"}]}}))? == whole("TK-R003 at `/assessment/scales/0/kind`")
    );
    let dangling = json!({"assessment": {"components": [
        {"id": "c-1", "studyYear": 1, "of": "development", "scale": "s-9"},
        {"id": "c-1", "studyYear": 2, "of": "development"}
    ]}});
    let found = with(dangling)?;
    ensure!(
        found == whole("TK-R011 at `/assessment/components/1/id`, TK-R012 at `/assessment/components/0/scale`"),
        "{found:?}"
    );
    ensure!(faults(&[json!({"format": "twentse-kubus/portfolio@1"})])? == whole("TK-R002 at `/format`"));
    ensure!(faults(&[json!("curriculum")])?.len() == 1);
    // What is only a warning does not stand in the way.
    ensure!(with(json!({"assignments": [{"id": "op-1"}, {"id": "OP-1"}]}))?.is_empty());
    Ok(())
}

#[test]
fn every_curriculum_that_cannot_be_used_is_told() -> Result<()> {
    let bad = |id: &str| curriculum(id, &json!({"edition": "1998"}));
    let given = [bad("cur-1"), curriculum("cur-2", &json!({})), bad("cur-3"), curriculum("cur-4", &json!({}))];
    let told = faults(&given)?;
    let expected = [
        "curricula[0]: it cannot be read whole (TK-R006 at `/edition`)",
        "curricula[2]: it cannot be read whole (TK-R006 at `/edition`)",
        "curricula[3]: it is for the same students and the same first cohort as curricula[1]",
    ];
    ensure!(told == expected, "{told:?}");
    // Of one document no more than ten faults are listed.
    let many: Vec<Value> = (0..12).map(|_| json!({"id": "op"})).chain((0..12).map(|at| json!({"id": at}))).collect();
    let told = faults(&[curriculum("cur-1", &json!({"assignments": many}))])?;
    ensure!(told.len() == 1 && told.iter().all(|fault| fault.matches("TK-R").count() == 10), "{told:?}");
    Ok(())
}

/// The curriculum of the made-up portfolios: what they answer is in it, and what was decided follows from it. So a curriculum
/// says nothing new of a faultless portfolio, the years that were decided are passed, and others are passed by nobody.
#[test]
fn a_faultless_portfolio_fits_its_curriculum() -> Result<()> {
    let alone = Validator::default();
    let compared = Validator::builder().curriculum(samples::fitting_curriculum()).build()?;
    let (mut passed, mut running) = (0, 0);
    for Sample { json, known } in samples::generate(400, 3, 0.0) {
        let as_of = parse_date(&known.as_of).context("a day")?;
        let report = compared.validate(json.as_bytes(), as_of);
        ensure!(report.used().count() == 1, "{}", known.document);
        let of = |report: &twentse_kubus::Report| report.findings().iter().map(|one| one.rule.code).collect::<Vec<_>>();
        ensure!(of(&report) == of(&alone.validate(json.as_bytes(), as_of)), "{}: {:?}", known.document, of(&report));
        let assessed: Value = serde_json::to_value(compared.assess(json.as_bytes(), as_of)?)?;
        let portfolio: Value = serde_json::from_str(&json)?;
        let decided = |year: &Value| {
            let decisions = portfolio["decisions"].as_array().into_iter().flatten();
            decisions.filter(|one| one["kind"] == "year").any(|one| one["studyYear"] == year["studyYear"])
        };
        for year in assessed["years"].as_array().context("years")? {
            ensure!(decided(year) == (year["outcome"] == "passed"), "{}: {year}", known.document);
            *if decided(year) { &mut passed } else { &mut running } += 1;
        }
    }
    ensure!(passed > 300 && running > 100, "{passed} study years are passed, {running} are not");
    Ok(())
}
