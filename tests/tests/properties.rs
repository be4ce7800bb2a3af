//! What holds of every rule: nothing matters but what it declares to read, and a part that was lost changes no answer into a
//! wrong one.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;

use serde_json::{Map, Value, json};
use twentse_kubus::catalogue::{self, Entry};
use twentse_kubus::documents::{Kind, parse_date};
use twentse_kubus::grammar::{Closed as _, Record, Shape};
use twentse_kubus::{Lens, Moment, Portfolio, Report, Validator};
use twentse_kubus_conformance::samples::random::Random;
use twentse_kubus_conformance::samples::{Sample, bare, generate};
use twentse_kubus_conformance::vectors::{Case, Vector, all};

/// A portfolio, and how it is judged.
#[derive(Clone, Debug)]
struct Judged {
    name: String,
    document: Value,
    moment: Moment,
    validator: Validator,
}

impl Judged {
    fn of_vector(vector: &Vector) -> Option<Self> {
        let Case { as_of, lens, rulebook, judges, .. } = &vector.case;
        let document: Value = serde_json::from_slice(&vector.document).ok().filter(Value::is_object)?;
        if judges.as_deref().is_some_and(|kind| kind != "portfolio") {
            return None;
        }
        // Every rule is asked, so that all learn of it.
        let overlay = rulebook.as_ref().map_or_else(|| "{}".to_owned(), Value::to_string);
        let validator = Validator::builder().rulebook(overlay).build().unwrap();
        let lens = lens.as_deref().map_or(Lens::Now, |lens| Lens::from_key(lens).unwrap());
        let moment = Moment::on(parse_date(as_of).unwrap()).through(lens);
        Some(Self { name: vector.name.clone(), document, moment, validator })
    }

    fn of_sample(validator: &Validator, Sample { json, known }: &Sample) -> Self {
        let moment = Moment::on(parse_date(&known.as_of).unwrap());
        let document = serde_json::from_str(json).unwrap();
        Self { name: known.document.clone(), document, moment, validator: validator.clone() }
    }

    fn report(&self, document: &Value) -> Report {
        self.validator.validate(document.to_string().as_bytes(), self.moment)
    }
}

/// Every vector, and 2,000 made-up portfolios, half of them with faults; of some of these a member is left out here and there.
fn documents() -> Vec<Judged> {
    let vectors = all(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"))).unwrap();
    let mut documents: Vec<Judged> = vectors.iter().filter_map(Judged::of_vector).collect();
    let validator = Validator::builder().build().unwrap();
    let made = bare(1_700, 61).chain(generate(300, 62, 1.0));
    for (stream, sample) in (0..).zip(made) {
        let mut judged = Judged::of_sample(&validator, &sample);
        let mut random = Random::new(63, stream);
        if random.percent(60) {
            thin(&mut judged.document, Portfolio::RECORD, &mut random);
        }
        documents.push(judged);
    }
    documents
}

/// Leaves optional members out here and there.
fn thin(value: &mut Value, record: &'static Record, random: &mut Random) {
    let Some(members) = value.as_object_mut() else { return };
    for member in record.members {
        if !member.required && random.percent(4) {
            members.remove(member.name);
        }
        let Some(within) = members.get_mut(member.name) else { continue };
        match member.shape {
            Shape::Record(record) => thin(within, record, random),
            Shape::List(Shape::Record(record)) => {
                within.as_array_mut().into_iter().flatten().for_each(|item| thin(item, record, random));
            }
            _ => {}
        }
    }
}

/// What remains of a value when only what the format requires is left, and the ids that others name.
fn bones(value: &Value, record: &'static Record) -> Value {
    let mut left = Map::new();
    for member in record.members {
        let Some(value) = value.get(member.name) else { continue };
        let within = match member.shape {
            Shape::Record(record) => Some(bones(value, record)).filter(|bones| bones != &json!({})),
            Shape::List(Shape::Record(record)) if holds_keys(record) => {
                value.as_array().map(|items| items.iter().map(|item| bones(item, record)).collect())
            }
            _ if member.required => Some(value.clone()),
            _ => None,
        };
        left.extend(within.map(|within| (member.name.to_owned(), within)));
    }
    Value::Object(left)
}

fn holds_keys(record: &'static Record) -> bool {
    let within = |shape: &Shape| match shape {
        Shape::Record(record) | Shape::List(Shape::Record(record)) => holds_keys(record),
        _ => false,
    };
    record.members.iter().any(|member| member.key || within(&member.shape))
}

/// A section of which nothing is left but what the format requires.
fn emptied(document: &Value, section: &str) -> Option<Value> {
    let member = Portfolio::RECORD.members.iter().find(|member| member.name == section)?;
    let stands = document.get(section)?;
    Some(match (member.shape, stands) {
        (Shape::Record(record), _) => bones(stands, record),
        (Shape::List(Shape::Record(record)), Value::Array(items)) => {
            items.iter().map(|item| bones(item, record)).collect()
        }
        _ => return None,
    })
}

/// Answer and findings of each rule that judges.
fn answers(report: &Report) -> BTreeMap<&'static str, (String, Vec<String>)> {
    let mut answers: BTreeMap<&str, (String, Vec<String>)> = BTreeMap::new();
    for outcome in report.outcomes() {
        answers.entry(outcome.rule.code).or_default().0 = outcome.to_json();
    }
    for finding in report.findings() {
        if let Some(answer) = answers.get_mut(finding.rule.code) {
            answer.1.push(finding.to_json());
        }
    }
    answers
}

/// What could not be read, or refers to nothing.
fn unread(report: &Report) -> Vec<String> {
    let mut parts: Vec<String> = report.unchecked().iter().map(|part| part.to_json()).collect();
    parts.retain(|part| part.contains("unreadable-part"));
    parts
}

/// Runs over the documents on two threads.
fn each<T: Sync>(of: &[T], run: impl Fn(usize, &T) + Sync) {
    std::thread::scope(|scope| {
        for half in 0..2 {
            let run = &run;
            scope.spawn(move || {
                of.iter().enumerate().filter(|(at, _)| at % 2 == half).for_each(|(at, one)| run(at, one))
            });
        }
    });
}

/// Sections of which it is not clear on which of them a rule rests; beside each, why it declares them all the same.
const NEVER_SEEN: &[(&str, &str)] = &[];

/// A section that a rule does not declare changes nothing of its answer, whether the section is gone, or has nothing left in
/// it but what the format requires, or is that of another portfolio. And every section that a rule declares changes an answer
/// of it somewhere.
#[test]
fn nothing_matters_but_what_a_rule_declares() {
    let documents = documents();
    let matters = Mutex::new(BTreeSet::new());
    let wrong = Mutex::new(BTreeMap::new());
    each(&documents, |at, judged| {
        let text = judged.document.to_string();
        let rests_on: BTreeMap<&str, Vec<&str>> =
            judged.validator.rests_on(text.as_bytes(), judged.moment).into_iter().collect();
        let report = judged.report(&judged.document);
        let (stands, lost) = (answers(&report), unread(&report));
        let mut random = Random::new(64, at as u64);
        for member in Portfolio::RECORD.members.iter().skip(1) {
            let mut changed: Vec<Option<Value>> = vec![emptied(&judged.document, member.name), None];
            for _ in 0..3 {
                changed.push(random.one(&documents).document.get(member.name).cloned());
            }
            for section in changed {
                let mut document = judged.document.clone();
                let members = document.as_object_mut().unwrap();
                match section {
                    Some(section) => drop(members.insert(member.name.to_owned(), section)),
                    None if member.required => continue,
                    None => drop(members.remove(member.name)),
                }
                let report = judged.report(&document);
                // What others refer to must still be there: a part that is lost for that is another matter.
                if report.document().id.is_none() || unread(&report) != lost {
                    continue;
                }
                for (code, answer) in answers(&report) {
                    if stands.get(code) == Some(&answer) {
                        continue;
                    }
                    let declared = rests_on.get(code).is_some_and(|sections| sections.contains(&member.name));
                    if declared {
                        matters.lock().unwrap().insert((code, member.name));
                    } else {
                        let said = format!("{}: {:?}\n{answer:?}\n{document}", judged.name, stands.get(code));
                        let mut wrong = wrong.lock().unwrap();
                        let shortest: &mut String = wrong.entry((code, member.name)).or_insert_with(|| said.clone());
                        if said.len() < shortest.len() {
                            *shortest = said;
                        }
                    }
                }
            }
        }
    });
    let wrong = wrong.into_inner().unwrap();
    for ((code, section), said) in &wrong {
        println!("{code} does not declare {section}, which matters in {said}\n");
    }
    assert!(wrong.is_empty(), "not declared: {:?}", wrong.keys().collect::<Vec<_>>());
    let matters = matters.into_inner().unwrap();
    let declared = catalogue::entries().filter(|entry| entry.kind == Some(Kind::Portfolio));
    let declared =
        declared.flat_map(|Entry { meta, reads, .. }| reads.into_iter().map(|(section, _)| (meta.code, section)));
    let never: Vec<_> = declared.filter(|pair| !matters.contains(pair)).collect();
    assert_eq!(never, NEVER_SEEN, "declared, and it never mattered");
}

/// The things of a section: the way to its list.
fn lists(document: &Value) -> Vec<(&'static str, String, usize)> {
    let mut lists = Vec::new();
    for member in Portfolio::RECORD.members {
        let Some(section) = document.get(member.name) else { continue };
        let mut add = |path: String, items: &Value| {
            lists.push((member.name, path, items.as_array().map_or(0, Vec::len)));
        };
        match member.shape {
            Shape::List(Shape::Record(record)) if holds_keys(record) => add(format!("/{}", member.name), section),
            Shape::Record(record) => {
                for inner in record.members {
                    if let (Shape::List(Shape::Record(things)), Some(items)) = (inner.shape, section.get(inner.name))
                        && holds_keys(things)
                    {
                        add(format!("/{}/{}", member.name, inner.name), items);
                    }
                }
            }
            _ => {}
        }
    }
    lists
}

/// Whether a finding is about a thing, or names it: by its path, the places beside it, or the id in its facts.
fn names_thing(finding: &twentse_kubus::Finding, path: &str, id: &Value) -> bool {
    let within = |at: &str| at == path || at.starts_with(&format!("{path}/"));
    let related = finding.related.iter().any(|other| within(&other.path.to_string()));
    let facts: Value = serde_json::from_str(&finding.facts_json()).unwrap();
    let told = |fact: &Value| fact == id || fact.as_array().is_some_and(|facts| facts.contains(id));
    within(&finding.path()) || related || facts.as_object().unwrap().values().any(told)
}

/// One thing of a section that cannot be read takes no finding about another thing along, and makes no rule say `met` or `not
/// met` that would say otherwise did it know what the thing holds: as it stood, or with what any other thing of its list holds.
#[test]
fn a_lost_thing_makes_no_answer_wrong() {
    let documents: Vec<Judged> =
        documents().into_iter().filter(|judged| unread(&judged.report(&judged.document)).is_empty()).collect();
    let wrong = Mutex::new(BTreeMap::new());
    let compared = Mutex::new(0_usize);
    let each_of: BTreeMap<&str, Vec<&str>> = catalogue::entries()
        .map(|entry| {
            (
                entry.meta.code,
                entry.reads.iter().filter(|(_, how)| *how == "each").map(|(section, _)| *section).collect(),
            )
        })
        .collect();
    each(&documents, |at, judged| {
        let mut random = Random::new(65, at as u64);
        let stands = judged.report(&judged.document);
        for (section, list, length) in lists(&judged.document).into_iter().filter(|(.., length)| *length > 0) {
            // Small documents are looked through, of the others one thing of each list is lost.
            let lost: Vec<usize> = if length < 5 { (0..length).collect() } else { vec![random.below(length)] };
            for lost in lost {
                let path = format!("{list}/{lost}");
                let thing = judged.document.pointer(&path).unwrap().clone();
                let mut torn = judged.document.clone();
                *torn.pointer_mut(&path).unwrap() = 7.into();
                let report = judged.report(&torn);
                if report.document().id.is_none() {
                    continue;
                }
                let note = |code: &'static str, what: &str| {
                    let said = format!("{} {path}: {what}\n{}", judged.name, judged.document);
                    let mut wrong = wrong.lock().unwrap();
                    let shortest: &mut String = wrong.entry((code, section)).or_insert_with(|| said.clone());
                    if said.len() < shortest.len() {
                        *shortest = said;
                    }
                };
                // Nothing that was said of another thing is gone.
                let parts = unread(&report);
                let lost_too = |finding: &twentse_kubus::Finding| {
                    parts.iter().any(|part| {
                        let part: Value = serde_json::from_str(part).unwrap();
                        let part = part["path"].as_str().unwrap().to_owned();
                        finding.path() == part || finding.path().starts_with(&format!("{part}/"))
                    })
                };
                let found = answers(&report);
                for finding in stands.findings() {
                    let code = finding.rule.code;
                    let by_each = each_of.get(code).is_some_and(|sections| sections.contains(&section));
                    if !by_each || names_thing(finding, &path, &thing["id"]) || lost_too(finding) {
                        continue;
                    }
                    if !found.get(code).is_some_and(|(_, findings)| findings.contains(&finding.to_json())) {
                        note(code, &format!("{} is gone", finding.to_json()));
                    }
                }
                // Whatever the thing holds, an answer that was given stands.
                let mut fillings = vec![thing.clone()];
                let others = judged.document.pointer(&list).and_then(Value::as_array).unwrap();
                for other in
                    others.iter().enumerate().filter(|(other, _)| *other != lost).map(|(_, other)| other).take(4)
                {
                    let mut other = other.clone();
                    other["id"] = thing["id"].clone();
                    fillings.push(other);
                }
                for filling in fillings {
                    let mut filled = judged.document.clone();
                    *filled.pointer_mut(&path).unwrap() = filling;
                    let filled = judged.report(&filled);
                    if !unread(&filled).is_empty() {
                        continue;
                    }
                    *compared.lock().unwrap() += 1;
                    for (torn, whole) in report.outcomes().iter().zip(filled.outcomes()) {
                        let (given, would) = (torn.answer.key(), whole.answer.key());
                        if matches!(given, "met" | "not-met") && given != would {
                            note(torn.rule.code, &format!("{given} where it would be {}", whole.to_json()));
                        }
                    }
                }
            }
        }
    });
    let wrong = wrong.into_inner().unwrap();
    for ((code, section), said) in &wrong {
        println!("{code}, a thing of {section} lost: {said}\n");
    }
    assert!(wrong.is_empty(), "{:?}", wrong.keys().collect::<Vec<_>>());
    let compared = compared.into_inner().unwrap();
    assert!(compared > 20_000, "{compared} documents were compared");
}
