//! The statements of the booklet: all are answered, and what is said to carry one is there.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use twentse_kubus::documents::Kind;
use twentse_kubus::grammar::{Closed as _, Record};
use twentse_kubus::{Source, catalogue};
use twentse_kubus_conformance::statements::{
    Answer, Found, Item, ItemKind, Passage, Statement, functions, passages, types, within,
};

/// The booklet's statements are numbered S001 to S215.
const LAST: usize = 215;

fn booklet() -> Vec<Passage> {
    passages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap()
}

/// Every item that carries a statement, with the heading above the statement and its number.
fn items(booklet: &[Passage]) -> impl Iterator<Item = (&str, &str, &Item)> {
    booklet.iter().flat_map(|passage| {
        passage.statements.iter().flat_map(|(id, statement)| {
            let Answer::CarriedBy(items) = &statement.answer else { return Vec::new() };
            items.iter().map(|item| (passage.heading.as_str(), id.as_str(), item)).collect()
        })
    })
}

fn item(written: &str) -> Item {
    written.to_owned().try_into().unwrap()
}

#[test]
fn every_statement_is_answered_once() {
    let booklet = booklet();
    let mut ids: Vec<&String> = booklet.iter().flat_map(|passage| passage.statements.keys()).collect();
    ids.sort();
    assert_eq!(ids, (1..=LAST).map(|number| format!("S{number:03}")).collect::<Vec<_>>().iter().collect::<Vec<_>>());
    let headings: BTreeSet<&str> = booklet.iter().map(|passage| passage.heading.as_str()).collect();
    assert_eq!(headings.len(), booklet.len(), "every passage once");
    for (id, Statement { about, answer }) in booklet.iter().flat_map(|passage| &passage.statements) {
        assert!(!about.is_empty() && !about.ends_with('.') && !about.contains('|'), "{id}: a few words: {about}");
        match answer {
            Answer::CarriedBy(items) => {
                assert_eq!(items.iter().collect::<BTreeSet<_>>().len(), items.len(), "{id}: each once");
                assert!(items.is_sorted_by_key(|item| item.kind), "{id}: by kind: {items:?}");
            }
            Answer::Nothing(_, because) => assert!(because.ends_with('.'), "{id}: a sentence: {because}"),
        }
    }
}

#[test]
fn every_item_is_in_the_library() {
    let booklet = booklet();
    let missing =
        items(&booklet).filter(|(_, _, item)| item.find().is_none()).map(|(_, id, item)| format!("{id}: {item}"));
    let missing: Vec<String> = missing.collect();
    assert!(missing.is_empty(), "the library has no {missing:?}");
}

/// What is found by a name is what has that name, and a name that is nearly right finds nothing.
#[test]
fn only_names_of_the_library_are_found() {
    let Some(Found::Rule(rule)) = item("rule:TK-P101").find() else { panic!("a rule") };
    assert_eq!(rule.name, "same-school-in-two-study-years");
    let Some(Found::Field(Kind::Portfolio, record, member)) =
        item("field:Portfolio.research.graduation.setWith").find()
    else {
        panic!("a field")
    };
    assert_eq!((record.name, member.name), ("GraduationResearch", "setWith"));
    let Some(Found::Word(list, word)) = item("word:AssessmentOf.development").find() else { panic!("a value") };
    assert_eq!((list.name, word.key), ("AssessmentOf", "development"));
    let Some(Found::List(list)) = item("list:design_competences").find() else { panic!("a list") };
    assert_eq!(list.items.len(), 12);
    let nearly = [
        "rule:TK-P999",
        "rule:same-school-in-two-study-years",
        "field:Portfolio",
        "field:Portfolio.student.",
        "field:Portfolio.student.year",
        "field:Portfolio.student.id.years",
        "field:Student.years",
        "word:AssessmentOf",
        "word:AssessmentOf.Development",
        "word:Assessment.development",
        "list:DesignCompetenceSlot",
        "fn:Validator.guess",
        "fn:assess",
        "type:Validators",
    ];
    for name in nearly {
        assert!(item(name).find().is_none(), "{name}");
    }
    for malformed in ["TK-P101", "rules:TK-P101", "Rule:TK-P101"] {
        assert!(Item::try_from(malformed.to_owned()).is_err(), "{malformed}");
    }
}

/// A rule that names a passage as its source carries a statement of that passage, and nothing else carries a statement as a rule.
#[test]
fn rules_and_statements_name_each_other() {
    let booklet = booklet();
    let mut carried: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (heading, _, item) in items(&booklet).filter(|(_, _, item)| item.kind == ItemKind::Rule) {
        carried.entry(&item.name).or_default().insert(heading);
    }
    let (mut seen, mut missing) = (0, Vec::new());
    for rule in catalogue::all() {
        let named: BTreeSet<(Option<u8>, &str)> = rule
            .sources
            .iter()
            .filter_map(|source| if let Source::Booklet(passages) = source { Some(*passages) } else { None })
            .flatten()
            .map(|passage| passage.place())
            .collect();
        let headings = carried.get(rule.code);
        assert_eq!(named.is_empty(), headings.is_none(), "{}: {named:?} {headings:?}", rule.code);
        for (chapter, heading) in named {
            seen += 1;
            let passage = booklet.iter().find(|passage| passage.heading == heading).unwrap();
            assert_eq!(passage.chapter, chapter, "{heading}");
            if !headings.is_some_and(|headings| headings.contains(heading)) {
                missing.push(format!("{}: {heading}", rule.code));
            }
        }
    }
    assert!(missing.is_empty(), "rules without a statement of the passage that they name: {missing:?}");
    assert!(seen > 80, "{seen}");
}

/// A field whose description names a passage of the booklet carries a statement of that passage.
#[test]
fn fields_of_the_booklet_carry_its_statements() {
    let booklet = booklet();
    let mut carries: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
    for (heading, _, item) in items(&booklet) {
        if let Some(Found::Field(_, record, member)) = item.find() {
            carries.insert((heading, record.name, member.name));
        }
    }
    let (mut seen, mut missing) = (0, BTreeSet::new());
    let mut records: Vec<&'static Record> = Kind::ALL.iter().filter_map(|kind| catalogue::record(*kind)).collect();
    let mut next = 0;
    while let Some(record) = records.get(next).copied() {
        next += 1;
        for member in record.members {
            let inner = within(&member.shape);
            records.extend(inner.filter(|inner| records.iter().all(|known| known.name != inner.name)));
            let doc = member.doc.split_whitespace().collect::<Vec<_>>().join(" ");
            let Some((_, source)) = doc.split_once("Praktijk In-Zicht") else { continue };
            for passage in &booklet {
                let heading = passage.heading.as_str();
                if source.contains(&format!("\"{heading}\"")) {
                    seen += 1;
                    if !carries.contains(&(heading, record.name, member.name)) {
                        missing.insert((heading, record.name, member.name));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "fields without a statement of the passage that they name: {missing:#?}");
    assert!(seen > 100, "{seen}");
}

#[test]
fn no_function_or_type_is_listed_in_vain() {
    let booklet = booklet();
    let named = |kind| -> BTreeSet<&str> {
        items(&booklet).filter(|(_, _, item)| item.kind == kind).map(|(_, _, item)| item.name.as_str()).collect()
    };
    assert_eq!(named(ItemKind::Function), functions().into());
    assert_eq!(named(ItemKind::Type), types().into());
}
