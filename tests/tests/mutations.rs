//! Thirty thousand documents, each spoilt in one to five places by a mutator that writes down for itself what must be
//! found. Fast path, collecting path and published schema agree on what is a document of its kind, every time.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::BTreeMap;

use serde_json::{Value, json};
use twentse_kubus::documents::{Kind, parse_date};
use twentse_kubus::grammar::{Closed as _, Shape};
use twentse_kubus::{Validator, api};
use twentse_kubus_conformance::kinds::{OfKind, named};
use twentse_kubus_conformance::samples::Sample;
use twentse_kubus_conformance::samples::random::Random;

/// A place in a document.
struct Site {
    /// JSON Pointer.
    path: String,
    shape: Shape,
    stands: Stands,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Required,
    Optional,
    Item,
    Document,
}

fn walk(value: &Value, shape: Shape, path: &str, sites: &mut Vec<Site>) {
    match (shape, value) {
        (Shape::Record(record), Value::Object(members)) => {
            for member in record.members {
                let Some(value) = members.get(member.name) else { continue };
                let path = format!("{path}/{}", member.name);
                walk(value, member.shape, &path, sites);
                let stands = if member.required { Stands::Required } else { Stands::Optional };
                sites.push(Site { path, shape: member.shape, stands });
            }
        }
        (Shape::List(item), Value::Array(items)) => {
            for (at, value) in items.iter().enumerate() {
                let path = format!("{path}/{at}");
                walk(value, *item, &path, sites);
                sites.push(Site { path, shape: *item, stands: Stands::Item });
            }
        }
        _ => {}
    }
}

/// What the mutator knows of a kind besides its shape.
struct Known {
    /// References inside a document: where they are, by the names on the way, and the section that they point into.
    references: &'static [(&'static str, &'static str)],
    /// Lists whose items have an id and no items with ids in them.
    lists: &'static [&'static str],
    /// Lists below a section in which ids are declared.
    declaring: &'static [&'static str],
    /// Required texts: where they are.
    texts: &'static [&'static str],
}

const PORTFOLIO: Known = Known {
    references: &[
        ("designs/placement", "placements"),
        ("designs/goals", "goals"),
        ("designs/studios", "studios"),
        ("reflections/studio", "studios"),
        ("reflections/evidence", "evidence"),
        ("evidence/placement", "placements"),
        ("evidence/goals", "goals"),
        ("assessments/theme", "research"),
        ("assessments/evidence", "evidence"),
        ("decisions/assessments", "assessments"),
        ("studios/week", "placements"),
        ("studios/takenUpIn", "studios"),
    ],
    lists: &["goals", "studios", "designs", "reflections", "evidence", "assessments", "decisions"],
    declaring: &["weeks", "schoolDevelopmentThemes"],
    texts: &["goals/text", "evidence/attachments/name"],
};

const CURRICULUM: Known = Known {
    references: &[("assessment/components/scale", "assessment"), ("assessment/components/assignment", "assignments")],
    lists: &["elements", "themes", "subjectLines", "assignments"],
    declaring: &["scales", "values", "components"],
    texts: &[],
};

const PARTNERSHIP: Known = Known {
    references: &[
        ("schools/board", "boards"),
        ("persons/roles/schools", "schools"),
        ("students/school", "schools"),
        ("beginningTeachers/board", "boards"),
        ("beginningTeachers/school", "schools"),
        ("agreements/boards", "boards"),
        ("meetings/schools", "schools"),
        ("learningCommunities/members/school", "schools"),
        ("learningCommunities/members/board", "boards"),
    ],
    lists: &["institutes", "boards", "persons", "agreements", "learningCommunities"],
    declaring: &["agenda"],
    texts: &["schools/research/title"],
};

const KNOWLEDGE_BASE: Known = Known {
    references: &[
        ("materials/knowledge", "knowledge"),
        ("materials/clips/questions", "materials"),
        ("materials/clips/examples", "materials"),
    ],
    lists: &["themes", "knowledge"],
    declaring: &["clips", "questions", "examples"],
    texts: &[],
};

/// What the mutator knows of a kind.
fn known(kind: Kind) -> &'static Known {
    match kind {
        Kind::Curriculum => &CURRICULUM,
        Kind::KnowledgeBase => &KNOWLEDGE_BASE,
        Kind::Partnership => &PARTNERSHIP,
        Kind::Portfolio => &PORTFOLIO,
    }
}

/// The names on the way to a place, without the positions.
fn names(path: &str) -> String {
    let names: Vec<&str> = path.split('/').skip(1).filter(|name| name.parse::<usize>().is_err()).collect();
    names.join("/")
}

fn section(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default()
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// A document being spoilt, and what must be found in it.
struct Mutant {
    known: &'static Known,
    document: Value,
    /// Places that are spent: nothing inside them, and nothing around them, is touched again.
    spent: Vec<String>,
    /// Sections of which every id must stay readable, so that a reference into them can be seen to dangle.
    needed: Vec<&'static str>,
    expected: Vec<(&'static str, String)>,
    /// Text that JSON values cannot express, by the text that takes its place.
    raw: Vec<(String, String)>,
    doubled: bool,
}

impl Mutant {
    /// Whether a place is free to be touched; if so, it is spent.
    fn take(&mut self, path: &str) -> bool {
        let inside = |a: &str, b: &str| a.strip_prefix(b).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let free = !self.spent.iter().any(|spent| inside(spent, path) || inside(path, spent));
        if free {
            self.spent.push(path.to_owned());
        }
        free
    }

    /// Whether this part may become unreadable: not when the ids of a section that is needed go with it.
    fn may_break(&self, path: &str) -> bool {
        let names: Vec<&str> = path.split('/').skip(1).filter(|name| name.parse::<usize>().is_err()).collect();
        let ids = match names.as_slice() {
            [] => return self.needed.is_empty(),
            [_] => true,
            [.., last] => *last == "id" || self.known.declaring.contains(last),
        };
        !(ids && self.needed.contains(&section(path)))
    }

    fn set(&mut self, path: &str, value: Value) {
        *self.document.pointer_mut(path).unwrap() = value;
    }

    fn set_raw(&mut self, path: &str, text: String) {
        let mark = format!("raw text {}", self.raw.len());
        self.set(path, json!(mark));
        self.raw.push((format!("\"{mark}\""), text));
    }

    fn text(&self) -> String {
        self.raw.iter().fold(self.document.to_string(), |text, (mark, raw)| text.replace(mark, raw))
    }

    /// Spoils what can only be seen over the whole document. Comes before [`Self::spoil_part`].
    fn spoil_whole(&mut self, sites: &[Site], random: &mut Random) -> bool {
        let site = random.one(sites);
        let path = site.path.as_str();
        // Lists are found immediately, the other places seldom.
        match random.below(60) {
            0 => {
                let list = format!("/{}", random.pick(self.known.lists));
                let Some(items) = self.document.pointer(&list).and_then(Value::as_array).cloned() else { return false };
                if !self.take(&list) {
                    return false;
                }
                self.expected.push(("TK-R011", format!("{list}/{}/id", items.len())));
                let items_now = self.document.pointer_mut(&list).and_then(Value::as_array_mut).unwrap();
                items_now.push(items.get(random.below(items.len())).unwrap().clone());
            }
            1..20 => {
                let known = self.known.references.iter().find(|(from, _)| *from == names(path));
                let Some((_, into)) = known.filter(|_| matches!(site.shape, Shape::Id(_))) else { return false };
                if !self.take(path) {
                    return false;
                }
                self.set(path, json!("syn-nergens"));
                self.expected.push(("TK-R012", path.to_owned()));
                self.needed.push(into);
            }
            20..40 => {
                if name(path) != "period"
                    || self.document.pointer(&format!("{path}/until")).is_none()
                    || !self.take(path)
                {
                    return false;
                }
                self.set(&format!("{path}/until"), json!("1999-12-31"));
                self.expected.push(("TK-R013", path.to_owned()));
            }
            _ => {
                if !self.known.texts.contains(&names(path).as_str()) || !self.take(path) {
                    return false;
                }
                self.set(path, json!(random.pick(&["", "  ", "\t\n"])));
                self.expected.push(("TK-R015", path.to_owned()));
            }
        }
        true
    }

    /// Spoils one part, or writes it in another way that is as good.
    fn spoil_part(&mut self, site: &Site, random: &mut Random) -> bool {
        let Site { path, shape, stands } = site;
        let same = random.percent(20);
        if same {
            return self.rewrite(site, random);
        }
        if !self.may_break(path) {
            return false;
        }
        match random.below(4) {
            0 if *stands == Stands::Required => self.leave_out(site, random),
            1 if matches!(shape, Shape::Record(_)) => {
                if !self.take(&format!("{path}/?")) {
                    return false;
                }
                let object = self.document.pointer_mut(path).and_then(Value::as_object_mut).unwrap();
                object.insert("qqVreemd".to_owned(), random.pick(&[0, 1]).into());
                self.expected.push(("TK-R004", path.clone()));
                if random.percent(20) {
                    self.set_raw(&format!("{path}/qqVreemd"), "1,\"qqVreemd\":1".to_owned());
                    self.expected.extend([("TK-R004", path.clone()), ("TK-R009", path.clone())]);
                    self.doubled = true;
                }
                true
            }
            2 if matches!(stands, Stands::Required | Stands::Optional) => {
                if !self.take(path) {
                    return false;
                }
                let value = self.document.pointer(path).unwrap().to_string();
                self.set_raw(path, format!("{value},\"{}\":{value}", name(path)));
                self.expected.push(("TK-R009", path.clone()));
                self.doubled = true;
                true
            }
            _ => {
                if !self.take(path) {
                    return false;
                }
                let (code, value) = misfit(site, random);
                self.set(path, value);
                self.expected.push((code, path.clone()));
                true
            }
        }
    }

    fn leave_out(&mut self, site: &Site, random: &mut Random) -> bool {
        let path = &site.path;
        if !self.take(path) {
            return false;
        }
        if random.percent(50) {
            self.set(path, Value::Null);
        } else {
            let (parent, name) = path.rsplit_once('/').unwrap();
            self.document.pointer_mut(parent).and_then(Value::as_object_mut).unwrap().remove(name);
        }
        let code = if matches!(site.shape, Shape::Format(_)) { "TK-R002" } else { "TK-R003" };
        self.expected.push((code, path.clone()));
        true
    }

    /// Another way of writing that means the same, or leaves out what may be left out.
    fn rewrite(&mut self, site: &Site, random: &mut Random) -> bool {
        let Site { path, shape, stands } = site;
        match shape {
            Shape::Whole { .. } => {
                if !self.take(path) {
                    return false;
                }
                let number = self.document.pointer(path).unwrap().to_string();
                self.set_raw(path, number + random.pick(&[".0", "e0", "000e-3"]));
            }
            Shape::List(Shape::Word(_) | Shape::Whole { .. }) => {
                if !self.take(path) {
                    return false;
                }
                let items = self.document.pointer_mut(path).and_then(Value::as_array_mut).unwrap();
                items.extend(items.first().cloned());
            }
            Shape::Text | Shape::Date | Shape::Flag | Shape::Decimal { .. } | Shape::Word(_) | Shape::Sha256 => {
                if *stands != Stands::Optional || !self.take(path) {
                    return false;
                }
                self.set(path, Value::Null);
            }
            Shape::Id(_) | Shape::SchoolYear | Shape::Format(_) | Shape::List(_) | Shape::Record(_) | _ => {
                return false;
            }
        }
        true
    }
}

/// A value that does not fit, and the code of the rule that says so.
fn misfit(site: &Site, random: &mut Random) -> (&'static str, Value) {
    let wrong_type = random.percent(40);
    match site.shape {
        Shape::Format(_) if wrong_type => ("TK-R002", json!([1])),
        Shape::Format(_) => {
            ("TK-R002", json!(random.pick(&["", "twentse-kubus/portfolio@2", "portfolio", "knowledge-base@1"])))
        }
        // Only in a list is `null` of the wrong type: elsewhere it is absent.
        _ if site.stands == Stands::Item && random.percent(20) => ("TK-R005", Value::Null),
        Shape::Record(_) => ("TK-R005", random.pick(&[|| json!([]), || json!("tekst"), || json!(7)])()),
        Shape::List(_) => ("TK-R005", random.pick(&[|| json!({}), || json!("tekst"), || json!(false)])()),
        Shape::Flag => ("TK-R005", random.pick(&[|| json!("true"), || json!(1), || json!([])])()),
        Shape::Whole { .. } | Shape::Decimal { .. } if wrong_type => {
            ("TK-R005", random.pick(&[|| json!("2"), || json!([2]), || json!(true)])())
        }
        Shape::Whole { most, .. } => {
            let numbers = [json!(most + 1), json!(-1), json!(1.5), json!(1e300)];
            ("TK-R007", numbers.into_iter().nth(random.below(4)).unwrap())
        }
        Shape::Decimal { most, .. } => {
            // Of many numbers the schema has the bounds alone, since it lists those of two decimals only where they are few.
            let above = f64::from(most + 1) / 100.0;
            let numbers = [above, -0.5, 1e300, if most > 1_000 { above } else { 1.234 }];
            ("TK-R007", json!(random.pick(&numbers)))
        }
        _ if wrong_type => {
            ("TK-R005", random.pick(&[|| json!({}), || json!(["tekst"]), || json!(7), || json!({"een": 1})])())
        }
        Shape::Id(_) => {
            ("TK-R017", json!(random.pick(&["", "met spatie", "-begin", "schuin/streep", "é", &"x".repeat(65)])))
        }
        Shape::Date => {
            ("TK-R008", json!(random.pick(&["2023-02-30", "2023-2-3", "", "2023-02-03T00:00:00Z", "23-02-03"])))
        }
        Shape::SchoolYear => ("TK-R008", json!(random.pick(&["2023-2025", "2023", "2023/2024", "1900-1901"]))),
        Shape::Word(_) => ("TK-R006", json!(random.pick(&["", "geen-woord", "Cycle", "none "]))),
        Shape::Sha256 => ("TK-R006", json!(random.pick(&["", "ABCDEF", &"g".repeat(64)]))),
        Shape::Text | _ => ("TK-R005", json!(7)),
    }
}

/// Spoils a document in one to five places.
fn mutate(known: &'static Known, document: &Value, sites: &[Site], random: &mut Random) -> Mutant {
    let mut mutant = Mutant {
        known,
        document: document.clone(),
        spent: Vec::new(),
        needed: Vec::new(),
        expected: Vec::new(),
        raw: Vec::new(),
        doubled: false,
    };
    let (most, mut done) = (random.between(1, 5), 0);
    // A document that is no object any more has no other place left to be spoilt in, so there is an end to trying.
    let of_whole = if random.percent(30) { random.between(1, most) } else { 0 };
    for _ in 0..1_000 {
        if done == most {
            break;
        }
        let spoilt = if done < of_whole {
            mutant.spoil_whole(sites, random)
        } else {
            // The format and a cohort are one place each among hundreds; they are to be spoilt now and then all the same.
            let of_document = |site: &&Site| site.path.matches('/').count() == 1;
            let is_rare = |site: &&Site| matches!(site.shape, Shape::Format(_) | Shape::SchoolYear);
            let rare = sites.iter().filter(of_document).filter(is_rare).find(|_| random.percent(3));
            mutant.spoil_part(rare.unwrap_or_else(|| random.one(sites)), random)
        };
        done += usize::from(spoilt);
    }
    mutant.expected.sort();
    mutant
}

/// Whether a rule says that a part is not in the format, which fast path and schema see as well.
fn of_format(code: &str) -> bool {
    !matches!(code, "TK-R011" | "TK-R012" | "TK-R013" | "TK-R015")
}

/// Spoils each of these this many times and cuts its text short once; gives how many were compared, and the codes found.
fn spoil(of: &OfKind, bases: &[Sample], each: usize, seed: u64) -> (usize, Vec<&'static str>) {
    let schema: Value = serde_json::from_str(&api::schema(of.kind.key()).unwrap()).unwrap();
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let validator = Validator::builder().build().unwrap();
    let (mut compared, mut codes) = (0, Vec::new());
    for (stream, Sample { json, known }) in (0..).zip(bases) {
        let mut random = Random::new(seed, stream);
        let as_of = parse_date(&known.as_of).unwrap();
        let found = |text: &str| {
            let report = of.judge(&validator, text.as_bytes(), as_of);
            let of_reading = report.findings().iter().filter(|finding| finding.code().starts_with("TK-R"));
            let mut found: Vec<_> = of_reading.map(|finding| (finding.code(), finding.path.to_string())).collect();
            found.sort();
            found
        };
        let document: Value = serde_json::from_str(json).unwrap();
        let mut sites = Vec::new();
        walk(&document, of.shape, "", &mut sites);
        sites.push(Site { path: String::new(), shape: of.shape, stands: Stands::Document });
        for at in 0..each {
            let mutant = mutate(self::known(of.kind), &document, &sites, &mut random);
            let text = mutant.text();
            // Of a document of another format nothing else is reported.
            let other_format = mutant.expected.iter().find(|(code, _)| *code == "TK-R002");
            let expected = other_format.map_or(mutant.expected.clone(), |format| vec![format.clone()]);
            assert_eq!(found(&text), expected, "{} {at}\n{text}", known.document);
            codes.extend(mutant.expected.iter().map(|(code, _)| *code));
            let fits = !mutant.expected.iter().any(|(code, _)| of_format(code));
            assert_eq!(of.read(&text).is_ok(), fits, "fast path: {} {at}", known.document);
            if !mutant.doubled {
                let value = serde_json::from_str(&text).unwrap();
                assert_eq!(schema.is_valid(&value), fits, "schema: {} {at}: {:?}", known.document, mutant.expected);
            }
            compared += 1;
        }
        let end = random.between(0, json.len() - 1);
        let cut = String::from_utf8_lossy(json.as_bytes().get(..end).unwrap()).into_owned();
        assert_eq!(found(&cut), [("TK-R001", String::new())], "cut at {end}");
        assert!(of.read(&cut).is_err());
        codes.push("TK-R001");
        compared += 1;
    }
    (compared, codes)
}

/// Spoils small documents, in this many parts together, and ten real ones, 49 times each; gives how often each rule was broken.
fn spoilt(kind: Kind, small: u64, parts: usize) -> BTreeMap<&'static str, usize> {
    let of = named(Some(kind.key())).unwrap();
    let bare: Vec<Sample> = (of.bare)(small, 41).collect();
    let real: Vec<Sample> = (of.generate)(10, 42, 0.0).collect();
    let spoilt: Vec<_> = std::thread::scope(|scope| {
        let chunks = bare.chunks(bare.len() / parts).chain([real.as_slice()]);
        let threads: Vec<_> =
            (0..).zip(chunks).map(|(seed, part)| scope.spawn(move || spoil(of, part, 49, seed))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(spoilt.iter().map(|(compared, _)| compared).sum::<usize>(), (bare.len() + real.len()) * 50);
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    spoilt.iter().flat_map(|(_, codes)| codes).for_each(|code| *times.entry(code).or_default() += 1);
    assert!(times.values().all(|times| *times >= 100), "every rule is broken many times: {times:?}");
    times
}

#[test]
fn ten_thousand_spoilt_portfolios_are_found_out() {
    assert_eq!(spoilt(Kind::Portfolio, 190, 2).len(), 14);
}

/// A curriculum has no periods (TK-R013) and no texts that the format requires (TK-R015).
#[test]
fn five_thousand_spoilt_curricula_are_found_out() {
    assert_eq!(spoilt(Kind::Curriculum, 90, 1).len(), 12);
}

#[test]
fn ten_thousand_spoilt_partnerships_are_found_out() {
    assert_eq!(spoilt(Kind::Partnership, 190, 2).len(), 14);
}

/// A knowledge base has no numbers (TK-R007) and no texts that the format requires (TK-R015).
#[test]
fn five_thousand_spoilt_knowledge_bases_are_found_out() {
    assert_eq!(spoilt(Kind::KnowledgeBase, 90, 1).len(), 12);
}
