//! `cargo xtask new-rule CODE NAME`: the file of a new rule in the folder of its family, its two lines there, and its first
//! two cases.
//!
//! What it writes compiles and fails the catalogue tests until every text is there, and `bless` until the cases hold
//! what was thought out.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::sh::{cmd, root, run};

/// A kind of document, as its rules are written.
struct Kind {
    /// The letter of its codes.
    letter: char,
    /// The folder of its rules.
    folder: &'static str,
    /// Its record; the documents of the kind are called so with an `s`, what its rules share with `Case`.
    record: &'static str,
    /// Whom a rule is for, unless it says more.
    when: &'static str,
    /// A section, as `reads!` takes it.
    reads: &'static str,
    /// The name of the document in the vectors.
    document: &'static str,
    /// A document with nothing in it.
    empty: &'static str,
}

const KINDS: [Kind; 4] = [
    Kind {
        letter: 'P',
        folder: "portfolio",
        record: "Portfolio",
        when: "When::ALWAYS",
        reads: "evidence",
        document: "portfolio",
        empty: "{\n  \"format\": \"twentse-kubus/portfolio@1\",\n  \"student\": {\"id\": \"s-1\"}\n}\n",
    },
    Kind {
        letter: 'C',
        folder: "curriculum",
        record: "Curriculum",
        when: "()",
        reads: "elements",
        document: "curriculum",
        empty: "{\n  \"format\": \"twentse-kubus/curriculum@1\",\n  \"id\": \"c-1\",\n  \"firstCohort\": \"2015-2016\"\n}\n",
    },
    Kind {
        letter: 'N',
        folder: "partnership",
        record: "Partnership",
        when: "()",
        reads: "schools",
        document: "partnership",
        empty: "{\n  \"format\": \"twentse-kubus/partnership@1\",\n  \"id\": \"pa-1\",\n  \"schoolYear\": \"2023-2024\"\n}\n",
    },
    Kind {
        letter: 'K',
        folder: "knowledge_base",
        record: "KnowledgeBase",
        when: "()",
        reads: "materials",
        document: "knowledge-base",
        empty: "{\n  \"format\": \"twentse-kubus/knowledge-base@1\",\n  \"id\": \"kb-1\"\n}\n",
    },
];

/// Writes what a new rule begins with, and never over what is there.
pub(crate) fn new_rule(args: &[String]) -> Result<()> {
    let [code, name] = args else {
        bail!("cargo xtask new-rule CODE NAME, such as TK-P613 graduation-research-missing")
    };
    let kind = code.strip_prefix("TK-").and_then(|rest| KINDS.iter().find(|kind| rest.starts_with(kind.letter)));
    let letters: Vec<String> = KINDS.iter().map(|kind| format!("TK-{}", kind.letter)).collect();
    let kind = kind.with_context(|| format!("`{code}` begins with none of {}", letters.join(", ")))?;
    let digits = code.get(4..).filter(|digits| digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()));
    let digits = digits.with_context(|| format!("`{code}` does not end in three digits"))?;
    let in_form = name.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()));
    ensure!(in_form, "`{name}` is not lower-case words joined by hyphens");

    let number = format!("{}{digits}", kind.letter.to_ascii_lowercase());
    let module = format!("{number}_{}", name.replace('-', "_"));
    let folder = format!("core/src/{}/{}", kind.folder, family(kind, &number)?);
    let table = root().join(&folder).join("mod.rs");
    let text = fs::read_to_string(&table)?;
    ensure!(!text.contains(&format!("{number}_")), "there is a rule {code}");
    let with_lines = listed(&text, &module, kind).with_context(|| format!("{folder}/mod.rs has no table"))?;
    let cases = [("fires", "not-met"), ("near-miss", "met")].map(|(case, outcome)| {
        let folder = root().join("tests/vectors").join(code).join(case);
        (folder, self::case(kind, code, outcome))
    });
    ensure!(cases.iter().all(|(folder, _)| !folder.exists()), "tests/vectors/{code} is there already");

    let file = format!("{folder}/{module}.rs");
    fs::write(root().join(&file), rule(kind, code, name))?;
    run(&mut cmd("rustfmt", &["--edition", "2024", &file]))?;
    fs::write(&table, with_lines)?;
    for (folder, case) in cases {
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("case.json"), case)?;
        fs::write(folder.join(kind.document).with_extension("json"), kind.empty)?;
    }
    println!(
        "{file}\ntests/vectors/{code}/fires\ntests/vectors/{code}/near-miss\nNow see CONTRIBUTING.md, from step 3 on."
    );
    Ok(())
}

/// The folder of the family: that of the kind which begins with the letter and the first digit.
fn family(kind: &Kind, number: &str) -> Result<String> {
    let prefix = format!("{}_", number.get(..2).unwrap_or_default());
    let mut folders = Vec::new();
    for entry in fs::read_dir(root().join("core/src").join(kind.folder))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_none() && name.starts_with(&prefix) {
            folders.push(name);
        }
    }
    let [family] = folders.as_slice() else {
        bail!(
            "core/src/{0} has no folder {prefix}…: make one with a mod.rs like those beside it, and its lines in \
             core/src/{0}/mod.rs and core/src/catalogue.rs",
            kind.folder
        )
    };
    Ok(family.clone())
}

/// The `mod.rs` of a family with the two lines of a rule, in order.
fn listed(text: &str, module: &str, kind: &Kind) -> Option<String> {
    let begins = format!("crate::judging::rules! {{\n    {}s:\n", kind.record);
    let (head, table) = text.split_once(&begins)?;
    let (rules, tail) = table.split_once('}')?;
    let of_module = format!("mod {module};");
    let is_module = |line: &&str| line.starts_with("mod ") && line.ends_with(';');
    let mut modules: Vec<&str> = head.lines().filter(is_module).chain([of_module.as_str()]).collect();
    modules.sort_unstable();
    let first = head.lines().position(|line| is_module(&line))?;
    let mut lines: Vec<&str> = head.lines().filter(|line| !is_module(line)).collect();
    lines.splice(first..first, modules);
    let mut rules: Vec<&str> = rules.lines().map(str::trim).filter(|line| !line.is_empty()).chain([module]).collect();
    rules.sort_unstable();
    Some(format!("{}\n\n{begins}    {}\n}}{tail}", lines.join("\n").trim_end(), rules.join("\n    ")))
}

fn case(kind: &Kind, code: &str, outcome: &str) -> String {
    let judges =
        if kind.document == "portfolio" { String::new() } else { format!("  \"judges\": \"{}\",\n", kind.document) };
    format!(
        "{{\n  \"shows\": \"\",\n  \"asOf\": \"2024-05-15\",\n  \"only\": [\n    \"{code}\"\n  ],\n{judges}  \"expects\": {{\n    \
         \"outcome\": \"{outcome}\"\n  }}\n}}\n"
    )
}

fn rule(kind: &Kind, code: &str, name: &str) -> String {
    let Kind { folder, record, when, reads, .. } = kind;
    format!(
        r#"//! `{code}`: {name}.

use crate::{folder}::prelude::*;

pub(crate) static META: Meta = Meta {{
    code: "{code}",
    name: "{name}",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Unknown,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "{}",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[])]),
    texts: texts! {{
        title: {{ nl: "", en: "" }},
        asks: {{ nl: "", en: "" }},
        why: {{ nl: "", en: "" }},
        fix: {{ nl: "", nl_plain: "", en: "" }},
        message: {{ nl: "", nl_plain: "", en: "" }},
    }},
    decides_reading: false,
}};

pub(super) static RULE: Rule<{record}s> = Rule {{
    meta: &META,
    when: {when},
    reads: reads!({record}: {reads} each),
    check,
}};

fn check(_case: &{record}Case<'_>, findings: &mut Findings<'_, '_>) -> Reply {{
    findings.judge(About::one(SubjectKind::{record}), false, Standing::DUE, || {{
        Shortfall::new(at!({record}: {reads}), facts! {{}})
    }});
    findings.answer(Reason::NothingToJudge)
}}
"#,
        env!("CARGO_PKG_VERSION")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The two lines are where they belong, and nothing else of the file changes.
    #[test]
    fn a_rule_is_listed_in_order() {
        let [.., kind] = &KINDS;
        let text = "//! A family.\n\nmod k101_a;\nmod k103_c;\n\npub(super) use k103_c::META as C;\n\n\
                    crate::judging::rules! {\n    KnowledgeBases:\n    k101_a\n    k103_c\n}\n";
        let listed = listed(text, "k102_b", kind).unwrap();
        let expected = text
            .replace("mod k103_c;", "mod k102_b;\nmod k103_c;")
            .replace("    k103_c\n}", "    k102_b\n    k103_c\n}");
        assert_eq!(listed, expected);
    }
}
