//! The whole catalogue at once: a rule that is half finished fails here.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use twentse_kubus::document::grammar::Closed as _;
use twentse_kubus::frameworks::AgeBand;
use twentse_kubus::rules::{Phase, Rule, portfolio_rules, reading_rules};
use twentse_kubus::{Error, Lang, Text};

fn rules() -> impl Iterator<Item = &'static Rule> {
    reading_rules().iter().chain(portfolio_rules()).copied()
}

#[test]
fn codes_are_sorted_and_unique_and_names_are_in_form() {
    for table in [reading_rules(), portfolio_rules()] {
        assert!(table.is_sorted_by(|a, b| a.code < b.code), "codes ascend, each once");
    }
    let names: BTreeSet<&str> = rules().map(|rule| rule.name).collect();
    assert_eq!(names.len(), rules().count(), "every name once");
    for rule in rules() {
        let (letter, digits) = rule.code.strip_prefix("TK-").unwrap().split_at(1);
        assert!(matches!(letter, "R" | "P") && digits.len() == 3 && digits.parse::<u16>().is_ok(), "{}", rule.code);
        let in_form = rule.name.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()));
        assert!(in_form, "{}: `{}` is words joined by hyphens", rule.code, rule.name);
        for prefix in ["no-", "invalid-", "check-"] {
            assert!(!rule.name.starts_with(prefix), "{}: a name reads after `allow`", rule.code);
        }
    }
}

#[test]
fn every_rule_lies_in_the_file_that_its_code_and_name_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src/rules/portfolio");
    let mut expected: BTreeSet<String> = portfolio_rules()
        .iter()
        .map(|rule| format!("{}_{}.rs", rule.code.replace("TK-P", "p"), rule.name.replace('-', "_")))
        .collect();
    expected.insert("mod.rs".to_owned());
    let there: BTreeSet<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(there, expected);
}

#[test]
fn texts_are_complete_in_every_language() {
    for rule in rules() {
        let Rule { code, texts, .. } = rule;
        for Text { nl, en } in [texts.asks, texts.why, texts.mend] {
            assert!(nl.ends_with('.') && en.ends_with('.') && nl != en, "{code}: whole sentences in nl and en: {nl}");
        }
        let Text { nl, en } = texts.title;
        assert!(!nl.is_empty() && !en.is_empty() && nl != en && !nl.ends_with('.'), "{code}: a title in nl and en");
        let sentences: BTreeSet<&str> = Lang::ALL.iter().map(|lang| texts.message.get(*lang)).collect();
        assert_eq!(sentences.len(), 3, "{code}: three different sentences");
        for sentence in sentences {
            let first = sentence.chars().next().unwrap();
            assert!(!first.is_uppercase(), "{code}: a lower-case start: {sentence}");
            assert!(!sentence.ends_with('.') && !sentence.contains('\n'), "{code}: one line, no full stop: {sentence}");
            assert_eq!(sentence.matches('`').count() % 2, 0, "{code}: backticks in pairs: {sentence}");
        }
    }
}

#[test]
fn sentences_name_only_facts_that_their_rule_declares() {
    for rule in rules() {
        let facts: BTreeSet<&str> = rule.facts.iter().map(|(name, _)| *name).collect();
        assert_eq!(facts.len(), rule.facts.len(), "{}: every fact once", rule.code);
        let named = |lang| rule.texts.message.placeholders(lang).collect::<BTreeSet<_>>();
        for lang in Lang::ALL {
            assert!(named(lang).is_subset(&facts), "{}: {:?} names {:?} of {facts:?}", rule.code, lang, named(lang));
        }
        assert_eq!(named(Lang::Nl), named(Lang::En), "{}: Dutch and English say the same", rule.code);
    }
}

#[test]
fn every_rule_has_a_source_and_norms_in_range() {
    for rule in rules() {
        assert!(rule.sources.iter().next().is_some(), "{} has a source", rule.code);
        assert_eq!(rule.check.is_none(), rule.phase == Phase::Reading, "{}: only the reader has no check", rule.code);
        for norm in rule.norms {
            let written = norm.write(norm.default);
            assert_eq!(norm.read(&written), Some(norm.default), "{}.{} = {written}", rule.code, norm.name);
        }
    }
}

/// The bands are data of the frameworks; the norms that a rulebook may set begin with them.
#[test]
fn the_norms_of_the_bands_are_those_of_the_frameworks() {
    let rule = rules().find(|rule| rule.code == "TK-P102").unwrap();
    assert_eq!(rule.norms.len(), AgeBand::ALL.len());
    for (norm, band) in rule.norms.iter().zip(AgeBand::ALL) {
        let groups: Vec<String> = band.groups().iter().map(|group| group.to_string()).collect();
        assert_eq!((norm.name, norm.write(norm.default)), (band.key(), format!("[{}]", groups.join(","))));
    }
}

/// A part of a message that may be left out has a fact in it, and no other such part.
#[test]
fn parts_of_messages_that_may_be_left_out_are_whole() {
    for (rule, lang) in rules().flat_map(|rule| Lang::ALL.map(|lang| (rule, lang))) {
        let template = rule.texts.message.get(lang);
        let mut parts = template.split('[');
        assert!(!parts.next().unwrap().contains(']'), "{}: {template}", rule.code);
        for part in parts {
            let (inside, behind) = part.split_once(']').unwrap();
            assert!(inside.contains('{') && !behind.contains(']'), "{}: {template}", rule.code);
        }
    }
}

/// What a person sees who looks the rules over.
#[test]
fn the_catalogue_at_a_glance() {
    let mut table = String::new();
    for rule in rules() {
        let phase = format!("{:?}", rule.phase);
        let norms: Vec<String> =
            rule.norms.iter().map(|norm| format!("{} {}", norm.name, norm.write(norm.default))).collect();
        let facts: Vec<String> = rule.facts.iter().map(|(name, kind)| format!("{name}: {}", kind.key())).collect();
        let sections: Vec<_> = rule.reads.names().collect();
        let reads = if sections.len() > 10 { "everything".to_owned() } else { sections.join(" ") };
        writeln!(
            table,
            "{} {}\n  {} · {phase} · {:?} {:?}\n  reads {reads}\n  norms [{}] facts [{}]",
            rule.code,
            rule.name,
            rule.severity.key(),
            rule.basis,
            rule.sources.iter().collect::<Vec<_>>(),
            norms.join(", "),
            facts.join(", "),
        )
        .unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn errors_say_what_is_wrong_and_what_is_allowed() {
    let faulty = r#"{"norms": {"TK-P105.grace_days": -1, "TK-P105.grace": 3}, "severity": {"TK-R001": "info", "TK-P101": "fatal"},
        "disable": {"TK-P101": " "}, "waive": [{"rule": "TK-P101"}], "extends": "drenthe", "colour": 1, "extends": null}"#;
    let validator = |overlay: &str| twentse_kubus::api::Validator::new(Some(overlay)).unwrap_err();
    let errors = [
        validator("[]"),
        validator("{"),
        validator(faulty),
        Error::UnknownLanguage,
        Error::UnknownRule,
        Error::UnknownSchema,
        Error::InvalidReport,
        Error::InvalidDate,
        Error::UnknownLens,
    ];
    let told: Vec<String> = errors
        .iter()
        .map(|error| {
            let details: String = error.details().iter().map(|detail| format!("\n  - {detail}")).collect();
            let text = if details.is_empty() { error.to_string() } else { String::new() };
            format!("{}: {text}{details}", error.code())
        })
        .collect();
    insta::assert_snapshot!(told.join("\n").replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}
