//! `assess` against a second implementation, written from the specification alone by somebody who had not seen the first.

use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};
use twentse_kubus::{Error, Moment, Validator};
use twentse_kubus_conformance::random_frameworks::{Pair, pairs};
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

fn components_of(year: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
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
        for component in expected["years"].as_array_mut().into_iter().flatten().flat_map(components_of) {
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
