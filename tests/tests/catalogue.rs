//! The whole catalogue: a rule that is half finished fails here.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use twentse_kubus::catalogue::{self, Entry};
use twentse_kubus::documents::Kind;
use twentse_kubus::frameworks::AgeBand;
use twentse_kubus::grammar::Closed;
use twentse_kubus::{Error, Lang, Meta, Phase, Text, placeholders};

fn rules() -> impl Iterator<Item = &'static Meta> {
    catalogue::all()
}

/// The letter in the codes of a kind's rules, and their folder.
fn home(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        // `X`: a portfolio held against other documents.
        Kind::Portfolio => ("PX", "portfolio"),
        Kind::Curriculum => ("C", "curriculum"),
        Kind::Partnership => ("N", "partnership"),
        Kind::KnowledgeBase => ("K", "knowledge_base"),
    }
}

#[test]
fn codes_are_sorted_and_unique_and_names_are_in_form() {
    let codes: Vec<&str> = rules().map(|rule| rule.code).collect();
    for table in codes.chunk_by(|a, b| a.as_bytes().get(3) == b.as_bytes().get(3)) {
        assert!(table.is_sorted_by(|a, b| a < b), "codes ascend, each once: {table:?}");
    }
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "every code once");
    let names: BTreeSet<&str> = rules().map(|rule| rule.name).collect();
    assert_eq!(names.len(), rules().count(), "every name once");
    for rule in rules() {
        let (letter, digits) = rule.code.strip_prefix("TK-").unwrap().split_at(1);
        assert!(
            matches!(letter, "R" | "P" | "C" | "N" | "K" | "X") && digits.len() == 3 && digits.parse::<u16>().is_ok(),
            "{}",
            rule.code
        );
        let in_form = rule.name.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()));
        assert!(in_form, "{}: `{}` is words joined by hyphens", rule.code, rule.name);
        for prefix in ["no-", "invalid-", "check-"] {
            assert!(!rule.name.starts_with(prefix), "{}: a name reads after `allow`", rule.code);
        }
    }
}

/// A rule is in the folder of its kind, in that of its family, in a file named by its code and name; nothing else does.
#[test]
fn every_rule_lies_in_the_file_that_its_code_and_name_say() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src");
    for kind in Kind::ALL.iter().copied().filter(|kind| catalogue::record(*kind).is_some()) {
        let (letters, folder) = home(kind);
        let mut there = BTreeSet::new();
        for family in
            fs::read_dir(core.join(folder)).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
        {
            let name = family.file_name().unwrap().to_str().unwrap().to_owned();
            let (prefix, _) = name.split_at(2);
            assert!(prefix.starts_with(|letter: char| letters.contains(letter.to_ascii_uppercase())), "{name}");
            for file in fs::read_dir(&family).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
                if file != "mod.rs" {
                    assert!(file.starts_with(prefix), "{file} does not lie in {name}");
                    there.insert(file);
                }
            }
        }
        let own = catalogue::entries().filter(|entry| entry.kind == Some(kind)).map(|Entry { meta, .. }| {
            let number = meta.code.split_at(3).1.to_ascii_lowercase();
            format!("{number}_{}.rs", meta.name.replace('-', "_"))
        });
        assert_eq!(there, own.collect(), "{}", kind.key());
    }
}

/// Leaders are checked before followers, in two rounds: no leader gives way itself, so that there is no circle.
#[test]
fn rules_give_way_in_one_step() {
    let (mut followers, mut leaders) = (0, BTreeSet::new());
    for rule in rules().filter(|rule| !rule.gives_way_to.is_empty()) {
        followers += 1;
        for leader in rule.gives_way_to {
            assert!(
                leader.gives_way_to.is_empty(),
                "{} gives way to {}, which gives way itself",
                rule.code,
                leader.code
            );
            assert!(rules().any(|known| std::ptr::eq(known, *leader)), "{} is no rule", leader.code);
            leaders.insert(leader.code);
        }
    }
    assert!(followers >= 5 && leaders.len() >= 2, "{followers} {leaders:?}");
}

/// A norm that rules share is one static, and a rulebook sets it under any of them, once.
#[test]
fn shared_norms_are_set_once() {
    let overlay =
        |norms: &str| twentse_kubus::api::Validator::new(Some(format!(r#"{{"norms": {{{norms}}}}}"#).as_bytes()));
    let one = overlay(r#""TK-P201.from": 4"#).unwrap();
    assert_eq!(one.fingerprint(), overlay(r#""TK-P202.from": 4"#).unwrap().fingerprint());
    let twice = overlay(r#""TK-P201.from": 4, "TK-P202.from": 4"#).unwrap_err();
    assert_eq!(twice.details().len(), 1, "{twice}");
    // Each value of a norm has a fingerprint of its own.
    let prints: BTreeSet<String> = [r#""TK-P105.grace_days": 7"#, r#""TK-P105.grace_days": 8"#, ""]
        .map(|norms| overlay(norms).unwrap().fingerprint().to_owned())
        .into();
    assert_eq!(prints.len(), 3);
}

#[test]
fn texts_are_complete_in_every_language() {
    for rule in rules() {
        let Meta { code, texts, .. } = rule;
        let fix = Text { nl: texts.fix.nl, en: texts.fix.en };
        assert!(texts.fix.nl_plain.ends_with('.'), "{code}: what to do, in plain Dutch");
        for Text { nl, en } in [texts.asks, texts.why, fix] {
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
        let named = |lang| placeholders(rule.texts.message.get(lang)).collect::<BTreeSet<_>>();
        // What a sentence says in any case, every finding has.
        let sure = |lang: Lang| {
            let template = rule.texts.message.get(lang);
            let always = template.split('[').map(|part| part.split_once(']').map_or(part, |(_, behind)| behind));
            let facts = always.flat_map(|words| words.split('{').skip(1)).filter_map(|name| name.split('}').next());
            facts.collect::<BTreeSet<_>>()
        };
        for lang in Lang::ALL {
            assert!(!sure(lang).iter().any(|name| rule.may_lack.contains(name)), "{}: {:?}", rule.code, sure(lang));
            assert!(rule.may_lack.iter().all(|name| facts.contains(name)), "{}", rule.code);
            let known = |name: &&str| facts.contains(name) || *name == "subject";
            assert!(named(lang).iter().all(known), "{}: {:?} names {:?} of {facts:?}", rule.code, lang, named(lang));
        }
        assert_eq!(named(Lang::Nl), named(Lang::En), "{}: Dutch and English say the same", rule.code);
    }
}

#[test]
fn every_rule_has_a_source_and_norms_in_range() {
    for rule in rules() {
        assert!(rule.sources.iter().next().is_some(), "{} has a source", rule.code);
        assert_eq!(
            rule.code.starts_with("TK-R"),
            rule.phase == Phase::Reading,
            "{}: what the reader reports",
            rule.code
        );
        assert!(
            rule.phase == Phase::Reading || !rule.decides_reading,
            "{}: only the reader decides reading",
            rule.code
        );
        for norm in rule.norms {
            assert!(
                !norm.label.nl.is_empty() && norm.label.nl != norm.label.en,
                "{}.{} has a label",
                rule.code,
                norm.name
            );
            for unit in ["days", "months"] {
                let counts = norm.label.en.split(' ').next() == Some(unit);
                assert!(!counts || norm.unit.key().starts_with(unit), "{}.{} counts {unit}", rule.code, norm.name);
            }
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
    for Entry { meta: rule, reads, not_for, exempted_by, .. } in catalogue::entries() {
        let norms: Vec<String> =
            rule.norms.iter().map(|norm| format!("{} {}", norm.name, norm.write(norm.default))).collect();
        let facts: Vec<String> = rule.facts.iter().map(|(name, kind)| format!("{name}: {}", kind.key())).collect();
        let reads: Vec<String> = reads.iter().map(|(section, how)| format!("{section} {how}")).collect();
        let leaders: Vec<&str> = rule.gives_way_to.iter().map(|leader| leader.code).collect();
        writeln!(
            table,
            "{} {}\n  {} · {:?} · {:?} {:?}\n  reads {} · not for {:?} · exempted by {:?} · gives way to {}\n  norms [{}] facts [{}]",
            rule.code,
            rule.name,
            rule.level(),
            rule.phase,
            rule.basis,
            rule.sources.iter().collect::<Vec<_>>(),
            if reads.is_empty() { "everything".to_owned() } else { reads.join(", ") },
            not_for.iter().map(|mode| mode.key()).collect::<Vec<_>>(),
            exempted_by.map(Closed::key),
            if leaders.is_empty() { "none".to_owned() } else { leaders.join(", ") },
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
    let validator = |overlay: &str| twentse_kubus::api::Validator::new(Some(overlay.as_bytes())).unwrap_err();
    let errors = [
        validator("[]"),
        validator("{"),
        validator(faulty),
        Error::UnknownLanguage,
        Error::UnknownRule,
        Error::UnknownKind,
        Error::InvalidReport,
        Error::InvalidSentences,
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
