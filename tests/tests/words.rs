//! The style of texts, as far as a machine can check it: CONTRIBUTING.md, *Style of texts*.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a helper of a test may fail it")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use regex_lite::Regex;
use serde_json::{Value, json};
use twentse_kubus::catalogue;
use twentse_kubus::documents::Kind;
use twentse_kubus::grammar::{Closed as _, Record, Shape};
use twentse_kubus::{Fact, FactKind, Finding, Lang, Meta, Naming};
use twentse_kubus_conformance::vectors;

/// English that a reader who knows no Dutch stumbles over (rule 8). `asks` in backticks is the name of a field.
const NEVER: [&str; 20] = [
    r"\btold\b",
    r"\basks?\b",
    r"\basked\b",
    r"\bmend(s|ed|ing)?\b",
    r"\bcomes? (to|of)\b",
    r"\bwhat became of\b",
    r"\bstands?\b",
    r"\blies?\b",
    r"\bh(old|olds|eld) (\S+ ){0,4}against\b",
    r"\bthe own\b",
    r"\bacting\b",
    r"\bat once\b",
    r"\bbeside\b",
    r"\bso many\b",
    r"\bfree(s|d)? from\b",
    r"\brests? on\b",
    r"\bdays? a week\b",
    r"(µs|\bfile|\breport|\bfinding|\bvariable) a (portfolio|document|language|field|rule)\b",
    r"(^|[.:;] )So (the|an?) ",
    r"(^|[.:;] )[Ww]ho (is|has|left|leaves|stopped|passed|repeats|continues|came|entered|guides|designs) [^.?]*\b(is|has|may|must|needs|counts|did|learns)\b",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn rules() -> impl Iterator<Item = &'static Meta> {
    catalogue::all()
}

/// Looks texts through for what is never written, each with where it is; all that is found is named.
fn look(texts: impl Iterator<Item = (String, String)>) {
    let never: Vec<Regex> = NEVER.iter().map(|pattern| Regex::new(pattern).unwrap()).collect();
    let code = Regex::new("`[^`]*`").unwrap();
    let (mut seen, mut found) = (0, String::new());
    for (place, text) in texts {
        seen += 1;
        let words = code.replace_all(&text, "`…`");
        if let Some(one) = never.iter().find_map(|one| one.find(&words)) {
            writeln!(found, "{place}: `{}` in: {text}", one.as_str()).unwrap();
        }
    }
    assert!(seen > 0, "nothing was looked at");
    assert!(found.is_empty(), "{found}");
}

/// Every line of the files of a folder that end so, whatever folder they are in.
fn lines(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn gather(folder: &Path, ending: &str, out: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                gather(&entry, ending, out);
            } else if entry.to_string_lossy().ends_with(ending) {
                let text = fs::read_to_string(&entry).unwrap();
                let place = |number: usize| format!("{}:{}", entry.display(), number + 1);
                out.extend(text.lines().enumerate().map(|(number, line)| (place(number), line.to_owned())));
            }
        }
    }
    let mut out = Vec::new();
    gather(&root().join(folder), ending, &mut out);
    out
}

/// A pattern that finds nothing forbids nothing.
#[test]
fn every_forbidden_word_is_found() {
    let written = "who is told. asks, it asked. mends. comes to. what became of. stands. lies. held it against. the own. acting. \
                   at once. beside. so many. frees from. rests on. days a week. µs a portfolio. So the end. Who left is done";
    for pattern in NEVER {
        assert!(Regex::new(pattern).unwrap().is_match(written), "{pattern}");
    }
}

#[test]
fn english_of_rules_and_labels_is_plain() {
    let mut texts: Vec<(String, String)> = Vec::new();
    let rules: Value = serde_json::from_str(&twentse_kubus::api::rules()).unwrap();
    for rule in rules.as_array().unwrap() {
        let mut say = |what: &str, text: &Value| {
            texts.push((format!("{} {what}", rule["code"]), text.as_str().unwrap().to_owned()));
        };
        for what in ["title", "asks", "why", "fix", "message"] {
            say(what, &rule[what]["en"]);
        }
        for norm in rule["norms"].as_array().unwrap() {
            say("norm", &norm["label"]["en"]);
        }
        rule["sources"].as_array().unwrap().iter().for_each(|source| say("source", source));
    }
    for rule in self::rules() {
        for list in rule.facts.iter().filter_map(|(_, kind)| kind.list()) {
            texts.extend(
                list.words.iter().map(|word| (format!("{} {}", list.name, word.key), word.label.en.to_owned())),
            );
        }
    }
    look(texts.into_iter());
}

/// The comments of records become the page and the schema of a document, and the types of each language.
#[test]
fn english_of_the_documents_is_plain() {
    fn gather(shape: &Shape, texts: &mut BTreeMap<String, String>) {
        if let Shape::Record(record) = shape {
            gather_record(record, texts);
        } else if let Shape::List(item) = shape {
            gather(item, texts);
        } else if let Shape::Word(list) = shape {
            texts.extend(
                list.words.iter().map(|word| (format!("{} {}", list.name, word.key), word.label.en.to_owned())),
            );
        }
    }
    fn gather_record(record: &Record, texts: &mut BTreeMap<String, String>) {
        texts.insert(record.name.to_owned(), record.doc.to_owned());
        for member in record.members {
            texts.insert(format!("{}.{}", record.name, member.name), member.doc.to_owned());
            gather(&member.shape, texts);
        }
    }
    let mut texts = BTreeMap::new();
    Kind::ALL.iter().filter_map(|kind| catalogue::record(*kind)).for_each(|record| gather_record(record, &mut texts));
    assert!(texts.len() > 200, "{}", texts.len());
    for (place, doc) in &texts {
        assert!(!Regex::new(r"\b[SD][0-9]+(\.[0-9]+)?\b").unwrap().is_match(doc), "{place}: {doc}");
    }
    look(texts.into_iter());
}

#[test]
fn english_of_comments_is_plain() {
    let comment = Regex::new(r"^\s*//[/!] ?(.*)$").unwrap();
    let code = |(place, line): (String, String)| comment.captures(&line).map(|found| (place, found[1].to_owned()));
    look(lines("core/src", ".rs").into_iter().filter_map(code));
}

#[test]
fn english_of_pages_is_plain() {
    let pages = [
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "core/data/SOURCES.md",
        "bindings-python/README.md",
        "bindings-mobile/README.md",
    ];
    let page = |page: &str| {
        let text = fs::read_to_string(root().join(page)).unwrap();
        text.lines().map(|line| (page.to_owned(), line.to_owned())).collect::<Vec<_>>()
    };
    let docs = lines("docs", ".md").into_iter().filter(|(place, _)| !place.contains("regels"));
    look(docs.chain(pages.into_iter().flat_map(page)));
}

#[test]
fn english_of_vectors_is_plain() {
    let vectors = vectors::all(&root().join("tests/vectors")).unwrap();
    look(vectors.into_iter().map(|vector| (vector.name, vector.case.shows)));
}

/// Sources are chapters and headings, articles or publications: nothing that only the team can look up.
#[test]
fn sources_can_be_followed() {
    let note = Regex::new(r"\b[SD][0-9]{2,}\b|\bD[0-9]+(\.[0-9]+)?\b|dossier").unwrap();
    let rules: Value = serde_json::from_str(&twentse_kubus::api::rules()).unwrap();
    for rule in rules.as_array().unwrap() {
        for source in rule["sources"].as_array().unwrap().iter().map(|source| source.as_str().unwrap()) {
            assert!(!note.is_match(source), "{}: {source}", rule["code"]);
            let booklet = source.starts_with("booklet Praktijk In-Zicht, ") && source.contains("heading \"");
            assert!(booklet || !source.contains("Praktijk In-Zicht"), "{}: {source}", rule["code"]);
        }
    }
    for list in twentse_kubus::frameworks::all() {
        for item in list.items {
            assert!(!note.is_match(item.source), "{}.{}: {}", list.name, item.key, item.source);
        }
    }
}

/// Dutch that only programmers read, and reproaches (rule 4).
const NOT_PLAIN: [&str; 16] = [
    "id",
    "ids",
    "format",
    "formaat",
    "null",
    "export",
    "exporteer",
    "json",
    "utf",
    "fout",
    "fouten",
    "plaatsing",
    "studiejaar",
    "competentie",
    "peildatum",
    "we",
];

/// What the reader does now.
const DO: [&str; 23] = [
    "begin", "bespreek", "gebruik", "geef", "haal", "kies", "kijk", "koppel", "laat", "maak", "overleg", "schrijf",
    "sla", "splits", "stel", "verander", "verbeter", "voeg", "vraag", "vul", "zet", "zoek", "noem",
];

/// The words of a template as they are read: facts count as one word, days as none, the subject as two.
fn words(rule: &Meta, template: &str) -> Vec<String> {
    let fact = Regex::new(r"\{(\w+)\}").unwrap();
    let is_day = |name: &str| rule.facts.iter().any(|(known, kind)| *known == name && matches!(kind, FactKind::Date));
    let filled = fact.replace_all(template, |found: &regex_lite::Captures<'_>| match &found[1] {
        "subject" => "kind number".to_owned(),
        name if is_day(name) => String::new(),
        name => format!("fact{name}"),
    });
    let words = filled.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[test]
fn plain_dutch_says_what_to_do_in_few_words() {
    let mut found = String::new();
    for rule in rules() {
        let message = rule.texts.message.nl_plain;
        for (what, text) in [("message", message), ("fix", rule.texts.fix.nl_plain)] {
            let words = words(rule, text);
            if words.len() > 25 {
                writeln!(found, "{} {what}: {} words: {text}", rule.code, words.len()).unwrap();
            }
            if !words.iter().any(|word| DO.contains(&word.as_str())) {
                writeln!(found, "{} {what}: nothing to do: {text}", rule.code).unwrap();
            }
            if let Some(word) = words.iter().find(|word| NOT_PLAIN.contains(&word.as_str())) {
                writeln!(found, "{} {what}: `{word}`: {text}", rule.code).unwrap();
            }
        }
    }
    assert!(found.is_empty(), "{found}");
}

/// What a rule requires names its norms in brackets alone: a trace leaves those out, and the sentence still reads well.
#[test]
fn norms_are_named_in_brackets() {
    let brackets = Regex::new(r" \(`[^)]*\)").unwrap();
    let mut named = 0;
    for rule in rules() {
        for lang in Lang::ALL {
            let asks = rule.texts.asks.get(lang);
            named += brackets.find_iter(asks).count();
            let rest = brackets.replace_all(asks, "");
            assert!(!rule.norms.iter().any(|norm| rest.contains(&format!("`{}`", norm.name))), "{}: {asks}", rule.code);
        }
    }
    assert!(named > 50, "{named}");
}

/// A number follows a colon, or the noun that it is the number of: `studiejaar 3`. A noun after it would have to agree with it.
#[test]
fn numbers_are_labelled() {
    let labels = [
        ": `",
        "jaar `",
        "year `",
        "regel `",
        "kolom `",
        "teken `",
        "line `",
        "column `",
        "nummer `",
        "number `",
        "hoogstens `",
        "minstens `",
        "at most `",
        "at least `",
        "nodig: `",
        "` van `",
        "` of `",
    ];
    let mut numbers = 0;
    for rule in rules() {
        for (name, kind) in rule.facts {
            if !matches!(kind, FactKind::Whole | FactKind::Decimal) {
                continue;
            }
            for lang in Lang::ALL {
                let template = rule.texts.message.get(lang);
                let Some(at) = template.find(&format!("`{{{name}}}`")) else { continue };
                numbers += 1;
                let before = template.get(..=at).unwrap();
                let range = rule.code == "TK-R007";
                assert!(range || labels.iter().any(|label| before.ends_with(label)), "{}: {template}", rule.code);
            }
        }
    }
    assert!(numbers > 50, "{numbers}");
}

/// Every sentence about an item names it, by `{subject}` or by an id; what there is one of in a portfolio is named in words.
#[test]
fn sentences_name_what_they_are_about() {
    let only_one = [
        "studiejaar",
        "jaar",
        "year",
        "specialisati",
        "jonge kind",
        "profielvak",
        "profile subject",
        "afstudeeronderzoek",
        "graduation research",
        "het portfolio",
        "je portfolio",
        "the portfolio",
        "schoolontwikkelingsthema",
        "school development theme",
        "{band}",
        "{competence}",
        "ontwerpcompetentie",
        "design competence",
    ];
    for rule in rules().filter(|rule| !rule.code.starts_with("TK-R")) {
        let ids = rule.facts.iter().filter(|(_, kind)| matches!(kind, FactKind::Id | FactKind::Ids));
        let mut named: Vec<String> = ids.map(|(name, _)| format!("{{{name}}}")).collect();
        named.push("{subject}".to_owned());
        for lang in Lang::ALL {
            let template = rule.texts.message.get(lang);
            let is_named =
                named.iter().any(|name| template.contains(name)) || only_one.iter().any(|one| template.contains(one));
            assert!(is_named, "{}: {template}", rule.code);
        }
    }
}

/// A place of a portfolio, and two names that a finding about it can have.
fn place(rule: &Meta, naming: Naming) -> (&'static str, [&'static str; 2]) {
    match naming {
        Naming::Value if rule.code == "TK-R002" => ("/format", ["twentse-kubus/portfolio@1"; 2]),
        Naming::Field => ("/placements/0/schoolYear", ["schoolYear"; 2]),
        Naming::Inside => ("", ["placements", "goals"]),
        Naming::Value => ("/evidence/0/kind", ["lesson-design", "video"]),
        other => panic!("no place for {other:?}"),
    }
}

/// A value of a fact as a stored finding has it: the number, or the words of a list one or two long. Facts of one finding
/// differ, so that none can be taken for another; of two words one has the longest label.
fn value(rule: &Meta, at: usize, kind: FactKind, number: i64, words: usize) -> Value {
    let key = |list: &'static twentse_kubus::grammar::List, at: usize| {
        let mut by_length: Vec<_> = list.words.iter().collect();
        by_length.sort_by_key(|word| std::cmp::Reverse(word.label.get(Lang::NlPlain).len()));
        let word = if words > 1 { by_length[at % by_length.len()] } else { &list.words[at % list.words.len()] };
        word.key
    };
    let other = i64::try_from(at).unwrap();
    match kind {
        FactKind::Id => json!(format!("x-{}", other + 1)),
        FactKind::Date => json!(format!("2024-05-{}", other + 15)),
        FactKind::SchoolYear => json!("2023-2024"),
        FactKind::Whole | FactKind::Decimal => json!(number + 3 * other),
        FactKind::Word(list) => json!(key(list, 0)),
        FactKind::Words(list) => (0..words).map(|at| json!(key(list, at))).collect(),
        FactKind::Name(naming) => json!(place(rule, naming).1[0]),
        FactKind::Names(naming) => place(rule, naming).1.iter().take(words).map(|name| json!(name)).collect(),
        FactKind::Ids => ["x-1", "x-2"].iter().take(words).map(|id| json!(id)).collect(),
        FactKind::Wholes => (0..words).map(|at| json!(at + 6)).collect(),
        other => panic!("no value for {other:?}"),
    }
}

/// The kinds of item that findings of a rule are about; of some rules there are two.
fn subjects(code: &str) -> Vec<&'static str> {
    match code {
        "TK-P606" => vec![about(code), "graduation-research"],
        "TK-P502" => vec![about(code), "placement"],
        _ => vec![about(code)],
    }
}

/// A kind of item that findings of a rule are about.
fn about(code: &str) -> &'static str {
    match code.trim_start_matches("TK-") {
        "P301" | "P312" | "P313" | "P315" => "studio",
        "P302" | "P308" | "P314" => "study-year",
        "P307" | "P316" | "X207" | "X302" => "student",
        "P303" | "P304" | "P305" | "P306" => "design",
        "P309" | "P310" => "reflection",
        "P311" => "placement-week",
        "P407" | "X301" => "goal",
        "P507" => "decision",
        "P513" => "exemption",
        "P607" | "P608" | "P609" | "P613" => "graduation-research",
        "P611" | "X205" => "assessment",
        "X201" | "X202" | "X203" | "X204" => "placement",
        "X206" => "school-development-theme",
        family => match family.get(..2) {
            Some("P1") => "placement",
            Some("P2") => "specialisation",
            Some("P4") => "evidence",
            Some("P5") => "assessment",
            Some("P6") => "school-development-theme",
            Some("K1" | "K2" | "K3") => "material",
            _ => "portfolio",
        },
    }
}

/// Every sentence with 0, 1 and 2 for its numbers and lists of one and two words, without and with what may be left out.
#[test]
fn sentences_read_well_with_every_number() {
    let mut out = String::new();
    for rule in rules() {
        let varies = |kind: &FactKind| {
            matches!(kind, FactKind::Whole | FactKind::Words(_) | FactKind::Names(_) | FactKind::Ids | FactKind::Wholes)
        };
        let rounds: &[(i64, usize)] =
            if rule.facts.iter().any(|(_, kind)| varies(kind)) { &[(0, 1), (1, 1), (2, 2)] } else { &[(1, 1)] };
        let named = rule.facts.iter().find_map(|(_, kind)| {
            if let FactKind::Name(naming) | FactKind::Names(naming) = kind { Some(*naming) } else { None }
        });
        let path = named.map_or("", |naming| place(rule, naming).0);
        // What may be left out is all there, or all left out; of some rules a finding has exactly one.
        let choices: Vec<Vec<&str>> = if ["TK-P204", "TK-R004", "TK-R006"].contains(&rule.code) {
            rule.may_lack.iter().map(|name| vec![*name]).collect()
        } else {
            vec![rule.may_lack.to_vec(), Vec::new()]
        };
        let subjects = subjects(rule.code);
        for (number, words) in rounds {
            for (there, subject) in
                choices.iter().flat_map(|there| subjects.iter().map(move |subject| (there, subject)))
            {
                let facts = rule.facts.iter().enumerate();
                let facts = facts.filter(|(_, (name, _))| !rule.may_lack.contains(name) || there.contains(name));
                let facts =
                    facts.map(|(at, (name, kind))| format!("\"{name}\":{}", value(rule, at, *kind, *number, *words)));
                let facts = facts.collect::<Vec<_>>().join(",");
                let finding = format!(
                    r#"{{"code":"{}","name":"{}","severity":"error","path":"{path}","subject":{{"kind":"{subject}","id":"x-9"}},"facts":{{{facts}}}}}"#,
                    rule.code, rule.name
                );
                let finding = Finding::from_json(&finding).unwrap_or_else(|error| panic!("{finding}: {error}"));
                for lang in Lang::ALL {
                    let line = format!("{} {:<8} {}\n", rule.code, lang.tag(), finding.message(lang.tag()).unwrap());
                    if !out.contains(&line) {
                        out.push_str(&line);
                    }
                }
            }
        }
    }
    insta::assert_snapshot!(out);
}

/// The names of fields and of values that are no words of any language, and that their labels do not repeat.
fn names_of_the_format() -> Vec<&'static str> {
    fn gather(shape: &Shape, names: &mut Vec<&'static str>) {
        if let Shape::List(item) = shape {
            gather(item, names);
        } else if let Shape::Record(record) = shape {
            for member in record.members {
                names.push(member.name);
                gather(&member.shape, names);
            }
        }
    }
    let mut names = Vec::new();
    Kind::ALL.iter().filter_map(|kind| catalogue::record(*kind)).for_each(|of| gather(&Shape::Record(of), &mut names));
    let lists = rules().flat_map(|rule| rule.facts.iter().filter_map(|(_, kind)| kind.list()));
    for list in catalogue::lists().into_iter().chain(lists).chain([twentse_kubus::SubjectKind::LIST]) {
        let labels = |word: &twentse_kubus::grammar::Word| Lang::ALL.map(|lang| word.label.get(lang).to_owned());
        names.extend(
            list.words.iter().filter(|word| !labels(word).iter().any(|one| one == word.key)).map(|word| word.key),
        );
    }
    names.retain(|name| name.contains('-') || name.contains(|sign: char| sign.is_ascii_uppercase()));
    names.sort_unstable();
    names.dedup();
    names
}

/// What the document itself wrote is in a sentence as an id, and what is to be written as the name of a format. English, the
/// language of developers, adds the name of a field or a value to its label.
#[test]
fn sentences_call_fields_and_values_by_their_labels() {
    let pattern = format!(r"(^|[^A-Za-z0-9._-])({})([^A-Za-z0-9_-]|$)", names_of_the_format().join("|"));
    let name = Regex::new(&pattern).unwrap();
    assert!(
        name.is_match("vul `schoolYear` in") && name.is_match("lesson-design") && !name.is_match("no-lesson-design")
    );
    let (mut fields, mut values, mut found) = (0, 0, String::new());
    for vector in vectors::all(&root().join("tests/vectors")).unwrap() {
        for finding in vector.run().unwrap().findings() {
            let mut written: Vec<String> = finding.subject.id.iter().map(|id| format!("`{id}`")).collect();
            let mut named: Vec<&'static str> = Vec::new();
            for (_, fact) in finding.facts.iter() {
                let facts = if let Fact::List(facts) = fact { facts.as_slice() } else { std::slice::from_ref(fact) };
                for fact in facts {
                    if let Fact::Id(id) = fact {
                        written.push(id.clone());
                    }
                    let Fact::Name(name) = fact else { continue };
                    if name.contains('@') {
                        written.push((*name).to_owned());
                        continue;
                    }
                    named.push(name);
                    fields += u32::from(name.contains(|sign: char| sign.is_ascii_uppercase()));
                    values += u32::from(name.contains('-'));
                }
            }
            for lang in Lang::ALL {
                let sentence = finding.message(lang.tag()).unwrap();
                let mut rest = written.iter().fold(sentence.clone(), |rest, id| rest.replace(id, "…"));
                if lang == Lang::En {
                    for name in &named {
                        let name = format!("`{name}`");
                        assert!(sentence.contains(&name), "{}: {name} is not in: {sentence}", vector.name);
                        rest = rest.replace(&format!(" ({name})"), "");
                    }
                }
                if let Some(one) = name.captures(&rest) {
                    writeln!(found, "{} {}: `{}` in: {sentence}", vector.name, lang.tag(), &one[2]).unwrap();
                }
            }
        }
    }
    assert!(fields > 0 && values > 0, "{fields} {values}");
    assert!(found.is_empty(), "{found}");
}

/// A last day that a sentence names itself (TK-P114) is not said again behind it; any other is said there.
#[test]
fn a_last_day_is_said_once() {
    let (mut named, mut behind) = (0, 0);
    for vector in vectors::all(&root().join("tests/vectors")).unwrap() {
        let report = vector.run().unwrap();
        let [finding] = report.findings() else { continue };
        let Some(due) = finding.due else { continue };
        let is_named = finding.facts.iter().any(|(name, fact)| name == "until" && *fact == Fact::Date(due));
        for (lang, by) in [("nl", "uiterlijk"), ("nl-plain", "uiterlijk"), ("en", "by")] {
            let text = report.render(lang).unwrap();
            let last = Regex::new(&format!(r" \({by} \d[^)]*\)")).unwrap();
            assert_eq!(last.is_match(&text), !is_named, "{}: {text}", vector.name);
        }
        if is_named { named += 1 } else { behind += 1 }
    }
    assert!(named > 0 && behind > 50, "{named} {behind}");
}

/// Behind the sentence, in each language, and behind no other: of a part that is not submitted, or not on the reference day.
#[test]
fn sentences_say_what_is_still_a_draft() {
    let (mut drafts, mut others) = (0, 0);
    for vector in vectors::all(&root().join("tests/vectors")).unwrap() {
        let Ok(document) = serde_json::from_slice::<Value>(&vector.document) else { continue };
        for finding in vector.run().unwrap().findings() {
            for (lang, remark) in
                [("nl", " (nog in concept)"), ("nl-plain", " (dit is nog een concept)"), ("en", " (still a draft)")]
            {
                let sentence = finding.message(lang).unwrap();
                assert_eq!(sentence.ends_with(remark), finding.draft, "{}: {sentence}", vector.name);
            }
            let section = match finding.subject_kind() {
                "design" => "designs",
                "reflection" => "reflections",
                "evidence" => "evidence",
                _ => {
                    assert!(!finding.draft, "{}: {finding}", vector.name);
                    continue;
                }
            };
            let parts = document[section].as_array().unwrap();
            let part = parts.iter().find(|part| part["id"].as_str() == finding.subject_id()).unwrap();
            let to_come = part["submittedOn"].as_str().is_some_and(|day| day > vector.case.as_of.as_str());
            assert_eq!(finding.draft, part["state"] == "draft" || to_come, "{}: {finding}", vector.name);
            assert!(!finding.draft || finding.severity() == "info", "{}: {finding}", vector.name);
            if finding.draft { drafts += 1 } else { others += 1 }
        }
    }
    assert!(drafts >= 8 && others > 20, "{drafts} {others}");
}
