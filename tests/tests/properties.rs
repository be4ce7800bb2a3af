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
use twentse_kubus::{Finding, Lens, Moment, Portfolio, Reason, Report, Unchecked, Validator};
use twentse_kubus_conformance::kinds::all_switched_on;
use twentse_kubus_conformance::samples::random::Random;
use twentse_kubus_conformance::samples::{Sample, bare, generate};
use twentse_kubus_conformance::thinning::{objects, thin};
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
        // Every rule is run, so that all learn of it.
        let overlay = rulebook.as_ref().map_or_else(|| "{}".to_owned(), Value::to_string);
        let validator = vector.builder(&overlay).build().unwrap();
        let lens = lens.as_deref().map_or(Lens::Now, |lens| Lens::from_key(lens).unwrap());
        let moment = Moment::on(parse_date(as_of).unwrap()).through(lens);
        Some(Self { name: vector.name.clone(), document, moment, validator })
    }

    fn of_sample(validator: &Validator, Sample { json, known }: &Sample) -> Self {
        let moment = Moment::on(parse_date(&known.as_of).unwrap());
        let document = serde_json::from_str(json).unwrap();
        Self { name: known.document.clone(), document, moment, validator: validator.clone() }
    }

    /// Chance of its own: it does not change with the documents beside it.
    fn chance(&self, seed: u64) -> Random {
        let of_name = self.name.bytes().fold(0_u64, |mixed, byte| mixed.wrapping_mul(31).wrapping_add(byte.into()));
        Random::new(seed, of_name)
    }

    fn report(&self, document: &Value) -> Report {
        self.validator.validate(document.to_string().as_bytes(), self.moment)
    }
}

/// Every vector, and 2,000 made-up portfolios, some with faults; of many of these members are left out here and there.
fn documents() -> Vec<Judged> {
    let vectors = all(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"))).unwrap();
    let mut documents: Vec<Judged> = vectors.iter().filter_map(Judged::of_vector).collect();
    let validator = Validator::builder().rulebook(all_switched_on()).build().unwrap();
    let made = bare(1_950, 61).chain(generate(50, 62, 1.0));
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

/// What remains of an object, or of each in a list, when only what the format requires is left, and the ids that others name.
fn bones(value: &Value, record: &'static Record) -> Value {
    if let Some(items) = value.as_array() {
        return items.iter().map(|item| bones(item, record)).collect();
    }
    let mut left = Map::new();
    for member in record.members {
        let Some(value) = value.get(member.name) else { continue };
        let left_of = objects(&member.shape).filter(|record| holds_keys(record)).map(|record| bones(value, record));
        let left_of = left_of.or_else(|| member.required.then(|| value.clone()));
        left.extend(left_of.map(|value| (member.name.to_owned(), value)));
    }
    Value::Object(left)
}

/// Whether things that others may name are in such an object.
fn holds_keys(record: &'static Record) -> bool {
    record.members.iter().any(|member| member.key || objects(&member.shape).is_some_and(holds_keys))
}

/// A section of which nothing is left but what the format requires.
fn emptied(document: &Value, section: &str) -> Option<Value> {
    let member = Portfolio::RECORD.members.iter().find(|member| member.name == section)?;
    let stands = document.get(section).filter(|stands| stands.is_object() || stands.is_array())?;
    Some(bones(stands, objects(&member.shape)?))
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
    let mut parts: Vec<String> = report.unchecked().iter().map(Unchecked::to_json).collect();
    parts.retain(|part| part.contains("unreadable-part"));
    parts
}

/// Runs over the documents on two threads.
fn each<T: Sync>(of: &[T], run: impl Fn(&T) + Sync) {
    std::thread::scope(|scope| {
        for half in 0..2 {
            let run = &run;
            scope.spawn(move || {
                of.iter().skip(half).step_by(2).for_each(run);
            });
        }
    });
}

/// For each section what other portfolios hold in it, as far as that names nothing outside it: every kind of content once, the
/// shortest first.
fn pools(documents: &[Judged]) -> BTreeMap<&'static str, Vec<Value>> {
    let alone = |section: &str, content: &Value, judged: &Judged| {
        let mut document = json!({ "format": "twentse-kubus/portfolio@1", "student": { "id": "s-1" } });
        document.as_object_mut().unwrap().insert(section.to_owned(), content.clone());
        unread(&judged.report(&document)).is_empty()
    };
    let mut pools = BTreeMap::new();
    for member in Portfolio::RECORD.members.iter().skip(1) {
        let mut pool: BTreeMap<String, &Judged> = BTreeMap::new();
        for judged in documents {
            if let Some(content) = judged.document.get(member.name).filter(|content| content.to_string().len() < 4_000)
            {
                pool.entry(content.to_string()).or_insert(judged);
            }
        }
        let contents = pool.into_iter().map(|(text, judged)| (serde_json::from_str::<Value>(&text).unwrap(), judged));
        let mut pool: Vec<Value> = contents
            .filter(|(content, judged)| alone(member.name, content, judged))
            .map(|(content, _)| content)
            .collect();
        pool.sort_by_key(|content| content.to_string().len());
        pools.insert(member.name, pool);
    }
    pools
}

/// A section that a rule does not declare changes nothing of its answer, whether the section is gone, or has nothing left in
/// it but what the format requires, or is that of another portfolio. And every section that a rule declares changes an answer
/// of it somewhere.
#[test]
fn nothing_matters_but_what_a_rule_declares() {
    let documents = documents();
    let pools = pools(&documents);
    let matters = Mutex::new(BTreeSet::new());
    let wrong = Wrong::default();
    each(&documents, |judged| {
        let text = judged.document.to_string();
        let rests_on: BTreeMap<&str, Vec<&str>> =
            judged.validator.rests_on(text.as_bytes(), judged.moment).into_iter().collect();
        let report = judged.report(&judged.document);
        let (stands, lost) = (answers(&report), unread(&report));
        let members: Vec<(&String, String)> =
            judged.document.as_object().unwrap().iter().map(|(name, part)| (name, part.to_string())).collect();
        let mut random = judged.chance(64);
        let made_up = judged.name.starts_with("syn-");
        for member in Portfolio::RECORD.members.iter().skip(1) {
            // Of the made-up ones, which are much alike, half of the sections.
            if made_up && random.percent(50) {
                continue;
            }
            let mut changed = vec![emptied(&judged.document, member.name).map(|section| section.to_string())];
            changed.extend((!member.required).then_some(None));
            let pool = &pools[member.name];
            // Mostly small ones, of which the vectors have the most unlike.
            let draws = if made_up { 2 } else { 6 };
            let of_others = (0..draws).map(|_| random.below(pool.len()).min(random.below(pool.len())));
            changed.extend(of_others.map(|at| Some(pool[at].to_string())));
            for section in changed {
                let others = members.iter().filter(|(name, _)| *name != member.name);
                let document = others.map(|(name, part)| format!("{}:{part}", json!(name)));
                let document = document.chain(section.map(|section| format!("\"{}\":{section}", member.name)));
                let document = format!("{{{}}}", document.collect::<Vec<_>>().join(","));
                let report = judged.validator.validate(document.as_bytes(), judged.moment);
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
                        wrong.note(code, member.name, said);
                    }
                }
            }
        }
    });
    wrong.hold("a section matters that is not declared");
    let matters = matters.into_inner().unwrap();
    let declared = catalogue::entries().filter(|entry| entry.kind == Some(Kind::Portfolio));
    let declared =
        declared.flat_map(|Entry { meta, reads, .. }| reads.into_iter().map(|(section, _)| (meta.code, section)));
    let never: Vec<_> = declared.filter(|pair| !matters.contains(pair)).collect();
    assert!(never.is_empty(), "declared, and they never mattered: {never:?}");
}

/// The lists of things: the section of each, the way to it, and its length.
fn lists(document: &Value) -> Vec<(&'static str, String, usize)> {
    let mut lists = Vec::new();
    for section in Portfolio::RECORD.members {
        let of_section = [(format!("/{}", section.name), section)].into_iter();
        let within = objects(&section.shape).filter(|_| !matches!(section.shape, Shape::List(_)));
        let within = within.into_iter().flat_map(|record| record.members);
        let all = of_section.chain(within.map(|member| (format!("/{}/{}", section.name, member.name), member)));
        for (path, member) in all.filter(|(_, member)| matches!(member.shape, Shape::List(_))) {
            let items = document.pointer(&path).and_then(Value::as_array);
            let items = items.filter(|_| objects(&member.shape).is_some_and(holds_keys));
            lists.extend(items.map(|items| (section.name, path, items.len())));
        }
    }
    lists
}

/// Whether a pointer leads to a part, or into it.
fn is_within(pointer: &str, part: &str) -> bool {
    pointer.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The parts that could not be read.
fn unread_paths(report: &Report) -> Vec<String> {
    report.unchecked().iter().filter_map(Unchecked::path).collect()
}

/// Whether a finding is about a thing, or names it: by its path, the places related to it, or the id in its facts. One about a list
/// as a whole is about each thing in it.
fn names_thing(finding: &Finding, path: &str, id: &Value) -> bool {
    let here = finding.related.iter().filter(|other| other.document.is_none());
    let related = here.into_iter().any(|other| is_within(&other.path.to_string(), path));
    let facts: Value = serde_json::from_str(&finding.facts_json()).unwrap();
    let told = |fact: &Value| fact == id || fact.as_array().is_some_and(|facts| facts.contains(id));
    let of_list = path.rsplit_once('/').is_some_and(|(list, _)| list == finding.path());
    is_within(&finding.path(), path) || of_list || related || facts.as_object().unwrap().values().any(told)
}

/// What an answer turned out to be that should have been another, by rule and section; the shortest document tells.
#[derive(Default)]
struct Wrong(Mutex<BTreeMap<(&'static str, &'static str), String>>);

impl Wrong {
    fn note(&self, code: &'static str, section: &'static str, said: String) {
        let mut wrong = self.0.lock().unwrap();
        if wrong.get(&(code, section)).is_none_or(|known| said.len() < known.len()) {
            wrong.insert((code, section), said);
        }
    }

    fn hold(self, what: &str) {
        let wrong = self.0.into_inner().unwrap();
        for ((code, section), said) in &wrong {
            println!("{code}, {section}: {said}\n");
        }
        assert!(wrong.is_empty(), "{what}: {:?}", wrong.keys().collect::<Vec<_>>());
    }
}

/// The sections of which each rule judges each thing by itself, with nothing in them that some other thing makes up for.
fn by_each() -> BTreeMap<&'static str, Vec<&'static str>> {
    let of = |entry: &Entry, how: &str| -> Vec<&'static str> {
        entry.reads.iter().filter(|(_, known)| *known == how).map(|(section, _)| *section).collect()
    };
    catalogue::entries()
        .map(|entry| {
            let (mut each, some) = (of(&entry, "each"), of(&entry, "some"));
            each.retain(|section| !some.contains(section));
            (entry.meta.code, each)
        })
        .collect()
}

/// One thing of a section that cannot be read takes no finding about another thing along, and makes no rule say `met` or `not
/// met` that would say otherwise did it know what the thing holds: as it stood, what other things of its list hold, or things
/// of other portfolios.
///
/// That a lost assessment may replace another is not weighed: by semantics 9 a rule about each assessment says what it finds
/// in the rest.
#[test]
fn a_lost_thing_makes_no_answer_wrong() {
    let documents = documents().into_iter().filter(|judged| unread(&judged.report(&judged.document)).is_empty());
    // Of the made-up ones some.
    let documents: Vec<Judged> =
        documents.filter(|judged| !judged.name.starts_with("syn-") || judged.chance(66).percent(10)).collect();
    let mut things: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for judged in &documents {
        for (_, list, _) in lists(&judged.document) {
            let items = judged.document.pointer(&list).and_then(Value::as_array).unwrap();
            things.entry(list).or_default().extend(items.iter().filter(|item| item.to_string().len() < 1_500).cloned());
        }
    }
    let (wrong, compared, by_each) = (Wrong::default(), Mutex::new(0_usize), by_each());
    each(&documents, |judged| {
        let mut random = judged.chance(65);
        let stands = judged.report(&judged.document);
        for (section, list, length) in lists(&judged.document).into_iter().filter(|(.., length)| *length > 0) {
            // Small documents are looked through, of the others one thing of each list is lost.
            let lost: Vec<usize> = if length < 5 { (0..length).collect() } else { vec![random.below(length)] };
            for lost in lost {
                let path = format!("{list}/{lost}");
                let thing = judged.document.pointer(&path).unwrap().clone();
                let with = |thing: Value| {
                    let mut document = judged.document.clone();
                    *document.pointer_mut(&path).unwrap() = thing;
                    judged.report(&document)
                };
                let torn = with(7.into());
                if torn.document().id.is_none() {
                    continue;
                }
                let note = |code, what: String| {
                    wrong.note(code, section, format!("{} without {path}: {what}\n{}", judged.name, judged.document));
                };
                // Nothing that was said of another thing is gone, but of what refers to it: that was lost with it, or what it
                // refers to may be what it lacks.
                let (parts, found) = (unread_paths(&torn), answers(&torn));
                let refers = |place: &str| {
                    let ids = judged.document.pointer(place).and_then(Value::as_array);
                    ids.is_some_and(|ids| ids.contains(&thing["id"]))
                };
                for finding in stands.findings().iter().filter(|_| thing.get("replaces").is_none()) {
                    let code = finding.rule.code;
                    let other = by_each.get(code).is_some_and(|sections| sections.contains(&section))
                        && !names_thing(finding, &path, &thing["id"])
                        && !refers(&finding.path())
                        && !parts.iter().any(|part| is_within(&finding.path(), part));
                    if other && !found.get(code).is_some_and(|(_, findings)| findings.contains(&finding.to_json())) {
                        note(code, format!("{} is gone", finding.to_json()));
                    }
                }
                // Whatever the thing contains, an answer that was given stays.
                let all = judged.document.pointer(&list).and_then(Value::as_array).unwrap();
                let beside = all.iter().enumerate().filter(|(other, _)| *other != lost).map(|(_, other)| other).take(3);
                let small = &things[&list];
                let elsewhere: Vec<&Value> = (0..3).filter_map(|_| small.get(random.below(small.len()))).collect();
                for filling in [&thing].into_iter().chain(beside).chain(elsewhere) {
                    let mut filling = filling.clone();
                    filling["id"] = thing["id"].clone();
                    let whole = with(filling.clone());
                    if filling.get("replaces").is_some() || !unread(&whole).is_empty() {
                        continue;
                    }
                    *compared.lock().unwrap() += 1;
                    let told: BTreeSet<&str> = whole.findings().iter().map(|finding| finding.rule.code).collect();
                    for (torn, whole) in torn.outcomes().iter().zip(whole.outcomes()) {
                        let (given, would) = (torn.answer.key(), whole.answer.key());
                        // Which rule reports a shortfall may depend on what was lost; that there is one does not. A rule that
                        // gives way for one thing may be met by the others.
                        let leads = whole.rule.gives_way_to.iter().any(|leader| told.contains(leader.code));
                        let superseded = whole.reason == Some(Reason::Superseded) || given == "not-met" && leads;
                        if matches!(given, "met" | "not-met") && given != would && !superseded {
                            note(
                                torn.rule.code,
                                format!("{given} where it would be {} with {filling}", whole.to_json()),
                            );
                        }
                    }
                }
            }
        }
    });
    wrong.hold("a thing was lost, and an answer is wrong");
    let compared = compared.into_inner().unwrap();
    assert!(compared > 10_000, "{compared} documents were compared");
}

/// What cannot be judged is taken out of the typed document where that could be read, and out of the text where it could not:
/// a member that the format does not have makes the second of the first.
#[test]
fn what_is_left_out_is_the_same_whether_or_not_the_document_could_be_read() {
    const BY_REFERENCE: [&str; 3] = ["TK-R011", "TK-R012", "TK-R013"];
    let validator = Validator::builder().build().unwrap();
    let made = generate(500, 65, 1.0).map(|sample| Judged::of_sample(&validator, &sample));
    let documents: Vec<Judged> = documents().into_iter().chain(made).collect();
    let mut cut = BTreeMap::from(BY_REFERENCE.map(|code| (code, 0)));
    for judged in &documents {
        let read = judged.report(&judged.document);
        let codes: BTreeSet<&str> = read.findings().iter().map(|finding| finding.rule.code).collect();
        if !codes.iter().any(|code| BY_REFERENCE.contains(code)) || judged.document.get("x").is_some() {
            continue;
        }
        let mut document = judged.document.clone();
        document.as_object_mut().unwrap().insert("x".to_owned(), Value::Null);
        let torn = judged.report(&document);
        let findings = |report: &Report| -> Vec<String> {
            let told = report.findings().iter().filter(|finding| finding.rule.code != "TK-R004");
            told.map(Finding::to_json).collect()
        };
        assert_eq!(findings(&read), findings(&torn), "{}", judged.name);
        assert_eq!(answers(&read), answers(&torn), "{}", judged.name);
        assert_eq!(unread(&read), unread(&torn), "{}", judged.name);
        codes.into_iter().filter_map(|code| cut.get_mut(code).map(|count| *count += 1)).for_each(drop);
    }
    assert!(cut.values().all(|count| *count >= 20), "{cut:?}");
}
