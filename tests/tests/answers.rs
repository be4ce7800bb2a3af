//! Every answer that a rule gives occurs in a vector of that rule: what it can answer is found out on documents of every sort,
//! and then looked up.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;

use serde_json::Value;
use twentse_kubus::catalogue::{self, Entry};
use twentse_kubus::documents::parse_date;
use twentse_kubus::grammar::{Closed as _, Record};
use twentse_kubus::{Answer, Lens, Moment, Report, Validator};
use twentse_kubus_conformance::kinds::{KINDS, OfKind, all_switched_on, named};
use twentse_kubus_conformance::samples::Sample;
use twentse_kubus_conformance::samples::random::Random;
use twentse_kubus_conformance::thinning::thin;
use twentse_kubus_conformance::vectors::{Vector, all};

/// A rule, and an answer of it: the reason where it has one.
type Given = (&'static str, String);

/// The answers of a report. That a rule is off says nothing of the rule.
fn given(report: &Report) -> impl Iterator<Item = Given> {
    let outcomes = report.outcomes().iter().filter(|outcome| outcome.answer != Answer::Disabled);
    outcomes.map(|outcome| {
        let reason = outcome.reason.map(|reason| format!(" {}", reason.key())).unwrap_or_default();
        (outcome.rule.code, format!("{}{reason}", outcome.answer.key()))
    })
}

/// How often each answer occurs in the vectors of its rule.
fn shown(vectors: &[Vector]) -> BTreeMap<Given, usize> {
    let mut shown = BTreeMap::new();
    for vector in vectors {
        let report = vector.run().unwrap();
        for outcome in report.outcomes().iter().filter(|outcome| outcome.code() == vector.code) {
            let words = [Some(outcome.outcome()), outcome.reason()];
            let answer = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
            *shown.entry((outcome.code(), answer)).or_default() += 1;
        }
    }
    shown
}

/// A document, and how it is judged.
struct Judged {
    of: &'static OfKind,
    document: Value,
    moment: Moment,
    validator: Validator,
}

impl Judged {
    fn report(&self, document: &Value) -> Report {
        self.through(document, self.moment)
    }

    fn through(&self, document: &Value, moment: Moment) -> Report {
        self.validator.validate_as(self.of.kind, document.to_string().as_bytes(), moment).unwrap()
    }
}

/// Every vector with all rules switched on, and made-up documents, sound and faulty.
fn documents(vectors: &[Vector]) -> Vec<Judged> {
    let of_vectors = vectors.iter().filter_map(|vector| {
        let Vector { case, document, .. } = vector;
        let document = serde_json::from_slice(document).ok().filter(Value::is_object)?;
        let overlay = case.rulebook.as_ref().map_or_else(all_switched_on, Value::to_string);
        let validator = vector.builder(&overlay).build().unwrap();
        let lens = case.lens.as_deref().map_or(Lens::Now, |lens| Lens::from_key(lens).unwrap());
        let moment = Moment::on(parse_date(&case.as_of).unwrap()).through(lens);
        Some(Judged { of: named(case.judges.as_deref()).unwrap(), document, moment, validator })
    });
    let every_rule = Validator::builder().rulebook(all_switched_on()).build().unwrap();
    let made = KINDS.iter().flat_map(|of| {
        let samples = (of.bare)(300, 101).chain((of.generate)(20, 102, 1.0));
        samples.map(|Sample { json, known }| Judged {
            of,
            document: serde_json::from_str(&json).unwrap(),
            moment: Moment::on(parse_date(&known.as_of).unwrap()),
            validator: every_rule.clone(),
        })
    });
    of_vectors.chain(made).collect()
}

/// What rules answer about a document: as it is, by each lens, and with something left out or lost.
fn answers(judged: &Judged, record: &'static Record, random: &mut Random) -> BTreeSet<Given> {
    let mut all = BTreeSet::new();
    for lens in Lens::ALL {
        all.extend(given(&judged.through(&judged.document, judged.moment.through(*lens))));
    }
    for member in record.members.iter().filter(|member| judged.document.get(member.name).is_some()) {
        let mut without = judged.document.clone();
        without.as_object_mut().unwrap().remove(member.name);
        all.extend(given(&judged.report(&without)));
        without[member.name] = 7.into();
        all.extend(given(&judged.report(&without)));
    }
    // Of a student nothing may be known but the id.
    let mut unknown = judged.document.clone();
    if let Some(student) = unknown.get_mut("student").and_then(Value::as_object_mut) {
        student.retain(|member, _| member == "id");
        all.extend(given(&judged.report(&unknown)));
    }
    for _ in 0..2 {
        let mut less = judged.document.clone();
        thin(&mut less, record, random);
        all.extend(given(&judged.report(&less)));
    }
    all
}

/// The rules of a kind of document, also those that need a document of another kind.
fn checked() -> impl Iterator<Item = Entry> {
    catalogue::entries().filter(|entry| entry.kind.is_some())
}

#[test]
fn every_answer_that_a_rule_gives_is_shown_by_a_vector_of_it() {
    let vectors = all(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"))).unwrap();
    let shown = shown(&vectors);
    let documents = documents(&vectors);
    let found = Mutex::new(BTreeSet::new());
    std::thread::scope(|scope| {
        for half in 0..2 {
            let (found, documents) = (&found, &documents);
            scope.spawn(move || {
                for (at, judged) in documents.iter().enumerate().skip(half).step_by(2) {
                    let record = catalogue::record(judged.of.kind).unwrap();
                    let answers = answers(judged, record, &mut Random::new(103, at as u64));
                    found.lock().unwrap().extend(answers);
                }
            });
        }
    });
    let found = found.into_inner().unwrap();
    // What is printed: per family, how many vectors of its rules give each answer.
    let mut families: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for ((code, answer), times) in &shown {
        *families.entry(code.get(..5).unwrap()).or_default().entry(answer).or_default() += times;
    }
    for (family, answers) in &families {
        println!("{family}");
        answers.iter().for_each(|(answer, times)| println!("  {times:4} {answer}"));
    }
    let rules: BTreeSet<&str> = checked().map(|entry| entry.meta.code).collect();
    assert_eq!(found.iter().map(|(code, _)| *code).collect::<BTreeSet<_>>(), rules, "every rule answers");
    let absent: Vec<_> = found.iter().filter(|given| !shown.contains_key(*given)).collect();
    assert!(absent.is_empty(), "{} answers are in no vector of their rule: {absent:#?}", absent.len());
}
