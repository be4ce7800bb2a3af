//! Every vector gives its blessed bytes, and its rule answers what was thought out.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use twentse_kubus::api::{Finding, Report, Summary, Validator};
use twentse_kubus::catalogue::{self, Entry};
use twentse_kubus::grammar::{Closed as _, Shape};
use twentse_kubus::{Meta, Phase, sabotaged};
use twentse_kubus_conformance::kinds::{KINDS, all_switched_on, named};
use twentse_kubus_conformance::vectors::{NORMAL_LIFE, OF_NO_RULE, STORIES, Vector, all, lock, sha256};

/// The rules that judge, of every kind, also those that need another document.
fn judging() -> impl Iterator<Item = &'static Meta> {
    catalogue::entries().filter(|entry| entry.kind.is_some()).map(|entry| entry.meta)
}

/// The rules of a kind of document that are checked on such a document by itself.
fn checked() -> impl Iterator<Item = Entry> {
    catalogue::entries().filter(|entry| entry.kind.is_some() && entry.needs.is_none())
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"))
}

#[test]
fn every_vector_gives_its_bytes() {
    let mut vectors = all(root()).unwrap();
    // `cargo xtask test rule CODE` runs those of one rule.
    let rule = std::env::var("KUBUS_RULE").ok();
    vectors.retain(|vector| rule.as_ref().is_none_or(|rule| vector.code == *rule));
    assert!(!vectors.is_empty(), "no vectors of {rule:?}");
    let mut hashes = String::new();
    let mut failed = Vec::new();
    for vector in &vectors {
        let report = vector.run().unwrap();
        let answers = vector.answers(&report).unwrap();
        // Of a case with several answers the texts are taken together.
        let texts: String = answers.iter().map(|(_, text)| text.as_str()).collect();
        writeln!(hashes, "{} {}", vector.name, sha256(texts.as_bytes())).unwrap();
        for (file, text) in &answers {
            match vector.blessed(file) {
                Ok(blessed) if blessed == text.as_bytes() => {}
                Ok(blessed) => {
                    failed.push(format!("{}/{file}\n  {}", vector.name, difference(&blessed, text.as_bytes())));
                }
                Err(fault) => failed.push(fault.to_string()),
            }
        }
        if let Err(fault) = vector.hold(&report, &answers) {
            failed.push(fault.to_string());
        }
    }
    if rule.is_none() {
        let folder = root().join("../../target/vectors");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("rust.sha256"), hashes).unwrap();
    }
    println!("{} vectors, {} failed", vectors.len(), failed.len());
    assert!(failed.is_empty(), "{failed:#?}");
}

/// Where two texts begin to differ, with what each says there.
fn difference(blessed: &[u8], given: &[u8]) -> String {
    let at = blessed.iter().zip(given).take_while(|(a, b)| a == b).count();
    let around = |bytes: &[u8]| {
        let (from, to) = (at.saturating_sub(40), (at + 60).min(bytes.len()));
        String::from_utf8_lossy(bytes.get(from.min(to)..to).unwrap_or_default()).into_owned()
    };
    format!("blessed …{}…\n  given   …{}…", around(blessed), around(given))
}

#[test]
fn the_lock_holds() {
    let locked = fs::read_to_string(root().join("vectors.lock")).unwrap();
    let locked: BTreeMap<String, String> = locked
        .lines()
        .map(|line| line.split_once(' ').map(|(name, hash)| (name.to_owned(), hash.to_owned())).unwrap())
        .collect();
    assert_eq!(lock(&all(root()).unwrap()).unwrap(), locked, "changed vectors need `cargo xtask bless --because`");
}

/// Every rule fires, stays silent on a near miss, and each case says what it shows.
#[test]
fn every_rule_has_its_cases() {
    let vectors = all(root()).unwrap();
    for rule in judging() {
        let cases: Vec<&str> =
            vectors.iter().filter(|vector| vector.code == rule.code).map(|vector| vector.name.as_str()).collect();
        for kind in ["fires", "near-miss"] {
            assert!(cases.iter().any(|case| case.contains(kind)), "{} has no case `{kind}`: {cases:?}", rule.code);
        }
    }
    // A rule that needs another document is shown to wait for it: it is listed as not checked, and has no answer.
    let waiting: Vec<&Meta> =
        catalogue::entries().filter(|entry| entry.needs.is_some()).map(|entry| entry.meta).collect();
    for rule in &waiting {
        let waits =
            |vector: &&Vector| vector.name.ends_with("/waits") && vector.case.only.iter().any(|one| one == rule.code);
        let report =
            vectors.iter().find(waits).unwrap_or_else(|| panic!("{} has no case `waits`", rule.code)).run().unwrap();
        assert!(report.unchecked().iter().any(|entry| entry.rules().contains(&rule.code)), "{}", rule.code);
        assert!(report.outcomes().iter().all(|outcome| outcome.code() != rule.code), "{}", rule.code);
    }
    assert!(!waiting.is_empty());
    for vector in &vectors {
        assert!(vector.case.shows.len() > 10, "{} says not what it shows", vector.name);
        let is_story = vector.code == STORIES;
        let is_of_all = OF_NO_RULE.contains(&vector.code.as_str());
        assert!(is_of_all || catalogue::find(&vector.code).is_some(), "{} is about no rule", vector.name);
        assert_eq!(is_story, vector.case.only.is_empty(), "{}: a story alone lists every rule", vector.name);
        assert!(is_of_all || vector.case.only.contains(&vector.code), "{} lists its own rule", vector.name);
    }
}

/// Rules, off unless a rulebook wants them, that are right about a normal life.
const RIGHTLY: [(&str, &str); 1] = [
    // The evidence is more than five years old, as of a portfolio of 2014 it must be.
    ("normal-life/of-2014", "TK-P411"),
];

/// No rule has an error or a warning about a normal life: not those that the case lists, and no other, also of the rules that are
/// off by default. Where something is half typed, reading alone says so. Each lists what it expects of the rules it names.
#[test]
fn nothing_is_raised_about_a_normal_life() {
    let validator = Validator::new(Some(all_switched_on().as_bytes())).unwrap();
    let mut vectors = all(root()).unwrap();
    vectors.retain(|vector| vector.code == NORMAL_LIFE);
    assert!(vectors.len() > 20, "{} lives", vectors.len());
    let mut raised = Vec::new();
    for Vector { name, case, document, .. } in &vectors {
        let listed: Vec<&String> = case.only.iter().filter(|code| !code.starts_with("TK-R")).collect();
        let expects = case.expects.as_ref().unwrap();
        assert_eq!(listed, expects.answers.keys().collect::<Vec<_>>(), "{name} expects something of each rule");
        let report = validator.validate(document, &case.as_of, case.lens.as_deref(), None).unwrap();
        let half_typed = report.findings().iter().any(|finding| finding.code().starts_with("TK-R"));
        assert_eq!(half_typed, expects.verdict.as_deref() == Some("undecided"), "{name}: {:?}", report.findings());
        raised.extend(report.findings().iter().filter_map(|finding| {
            let code = finding.code();
            let rightly = code.starts_with("TK-R") || RIGHTLY.contains(&(name, code));
            (finding.severity() != "info" && !rightly)
                .then(|| format!("{name}: {} {code} {} {}", finding.severity(), finding.path(), finding.facts_json()))
        }));
    }
    assert!(raised.is_empty(), "{raised:#?}");
}

/// Every norm that a rulebook may set is set by a vector of its rule.
#[test]
fn every_norm_is_set_by_a_vector() {
    let vectors = all(root()).unwrap();
    let rules = catalogue::all();
    let set = |key: &str| {
        vectors.iter().any(|vector| {
            let norms = vector.case.rulebook.as_ref().and_then(|overlay| overlay.get("norms"));
            norms.is_some_and(|norms| norms.get(key).is_some())
        })
    };
    // A norm that rules share is set under any of them.
    let rules: Vec<&Meta> = rules.collect();
    let keys = |norm: &twentse_kubus::Norm| -> Vec<String> {
        let with = rules.iter().filter(|rule| rule.norms.iter().any(|other| std::ptr::eq(*other, norm)));
        with.map(|rule| format!("{}.{}", rule.code, norm.name)).collect()
    };
    let norms = rules.iter().flat_map(|rule| rule.norms);
    let unset: Vec<String> =
        norms.filter(|norm| !keys(norm).iter().any(|key| set(key))).flat_map(|norm| keys(norm)).collect();
    assert!(unset.is_empty(), "no vector sets {unset:?}");
}

/// What a rule can answer by its metadata alone is answered by a vector of that rule.
#[test]
fn every_answer_of_a_phase_or_an_exemption_occurs() {
    let mut answers = std::collections::BTreeSet::new();
    for vector in all(root()).unwrap() {
        let report = vector.run().unwrap();
        for outcome in report.outcomes().iter().filter(|outcome| outcome.code() == vector.code) {
            answers.insert(format!("{} {}", vector.code, outcome.reason().unwrap_or(outcome.outcome())));
        }
    }
    let mut absent = Vec::new();
    for Entry { meta: rule, not_for, exempted_by, .. } in catalogue::entries().filter(|entry| entry.kind.is_some()) {
        let mut can = vec!["met", "not-met", "unreadable-part"];
        if matches!(rule.phase, Phase::Year(_)) {
            can.push("not-yet");
        }
        // That of a partnership is of its school year.
        if matches!(rule.phase, Phase::Year([_, ..])) {
            can.extend(["not-in-study-year", "no-study-years"]);
        }
        if matches!(rule.phase, Phase::End { .. }) {
            can.extend(["not-yet", "left-without-diploma"]);
        }
        if exempted_by.is_some() {
            can.push("exempted");
        }
        if !not_for.is_empty() {
            can.push("mode-of-study");
        }
        if !rule.gives_way_to.is_empty() {
            can.push("superseded");
        }
        absent.extend(can.iter().map(|answer| format!("{} {answer}", rule.code)).filter(|one| !answers.contains(one)));
    }
    assert!(absent.is_empty(), "no vector shows {absent:#?}");
}

/// A rule is not assessable when a section that it reads was lost whole, and no other rule is; but what one section decides by
/// itself stays decided.
#[test]
fn a_lost_section_takes_its_rules_and_no_others() {
    let validator = Validator::new(Some(all_switched_on().as_bytes())).unwrap();
    for of in &KINDS {
        let [_, (sample, as_of)] = of.by_hand;
        let whole: serde_json::Value = serde_json::from_str(sample).unwrap();
        let record = catalogue::record(of.kind).unwrap();
        // Exemptions and decisions are read for whom a rule is, and when it is due.
        let aside = |name: &str| ["exemptions", "decisions"].contains(&name);
        let lists = record.members.iter().filter(|member| matches!(member.shape, Shape::List(_)));
        let sections = lists.map(|member| member.name).filter(|name| !aside(name));
        let objects = ["research", "partnership"].into_iter().filter(|name| record.position(name).is_some());
        for lost in sections.chain(objects) {
            let mut document = whole.clone();
            document[lost] = 7.into();
            let report = validator.validate(document.to_string().as_bytes(), as_of, None, Some(of.kind.key())).unwrap();
            for Entry { meta: rule, reads, .. } in checked().filter(|entry| entry.kind == Some(of.kind)) {
                let outcome = report.outcomes().iter().find(|outcome| outcome.code() == rule.code).unwrap();
                let how = reads.iter().find(|(section, _)| *section == lost).map(|(_, how)| *how);
                // Without students nobody knows whether a partnership is a plan, and so by which day it is judged.
                let how = if (of.kind.key(), lost) == ("partnership", "students") { Some("all") } else { how };
                let unreadable = outcome.reason() == Some("unreadable-part");
                if matches!(how, Some("some" | "named")) {
                    // What names nothing of the section is decided all the same, and so is what no source gives.
                    let decided = outcome.outcome() == "met" || outcome.reason() == Some("list-unknown");
                    assert!(unreadable || decided, "{} without {lost}", rule.code);
                } else {
                    // Whatever was lost, a rule is not in force outside its window.
                    let reads = how.is_some() && outcome.reason() != Some("not-in-force");
                    assert_eq!(unreadable, reads, "{} without {lost}", rule.code);
                }
            }
            assert_ne!(report.verdict(), "meets", "{lost}");
        }
    }
}

/// A check that always answers `met` is found out by a vector of its rule: the check is really replaced, and the bytes of a
/// report change.
#[test]
fn a_check_that_says_met_fails_a_vector() {
    let vectors = all(root()).unwrap();
    for rule in judging() {
        let mut own = vectors.iter().filter(|vector| vector.code == rule.code);
        let told = own.any(|vector| {
            let body = || vector.run().unwrap().body_json();
            sabotaged(rule, body) != body()
        });
        assert!(told, "no vector of {} would fail", rule.code);
    }
}

/// A stored report is the same report, with the same sentences, when it is read back.
#[test]
fn every_report_can_be_stored_and_read_back() {
    let mut documents = BTreeMap::new();
    for vector in all(root()).unwrap() {
        let report = vector.run().unwrap();
        let again = Report::from_json(&report.to_json()).unwrap();
        assert_eq!(again, report, "{}", vector.name);
        assert_eq!(again.render("nl-plain").unwrap(), report.render("nl-plain").unwrap());
        // A finding by itself is read back as one of its own kind of document.
        for finding in report.findings() {
            assert_eq!(Finding::from_json(&finding.to_json()).as_ref(), Ok(finding), "{}", vector.name);
        }
        let kind = named(vector.case.judges.as_deref()).unwrap().kind.key();
        documents.entry(kind).or_insert_with(Vec::new).push(vector.document);
    }
    let validator = Validator::new(None).unwrap();
    for (kind, documents) in &documents {
        let summary = validator.validate_many(documents, "2024-05-15", None, Some(kind)).unwrap().summary;
        assert_eq!(Summary::from_json(&summary.to_json()).unwrap(), summary);
    }
    assert_eq!(documents.len(), KINDS.len());
    assert!(Report::from_json("{}").is_err() && Summary::from_json("{}").is_err());
}

/// A report says which kind of document it is about, and holds rules of that kind alone.
#[test]
fn a_stored_report_with_rules_of_another_kind_is_refused() {
    let [portfolio, knowledge_base] = ["portfolio", "knowledge-base"].map(|kind| {
        let document = format!(r#"{{"format":"twentse-kubus/{kind}@1","id":"x","student":{{"id":"x"}}}}"#);
        let report =
            Validator::new(None).unwrap().validate(document.as_bytes(), "2018-05-16", None, Some(kind)).unwrap();
        assert_eq!(Report::from_json(&report.to_json()).unwrap().document_kind(), kind);
        report.to_json()
    });
    assert!(portfolio.contains("TK-P101") && !portfolio.contains("TK-K101"));
    assert!(knowledge_base.contains("TK-K101") && !knowledge_base.contains("TK-P101"));
    assert!(Report::from_json(&portfolio.replace("TK-P101", "TK-K101")).is_err());
    assert!(Report::from_json(&knowledge_base.replace("TK-K101", "TK-P101")).is_err());
}
