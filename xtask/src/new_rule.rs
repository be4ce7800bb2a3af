//! `cargo xtask new-rule CODE NAME`: the file of a new rule, its line in the table, and its first two cases.
//!
//! What it writes compiles and fails the catalogue tests until every text is there, and `bless` until the cases hold
//! what was thought out.

use std::fs;

use anyhow::{Context, Result, bail, ensure};

use crate::sh::root;

const FOLDER: &str = "core/src/rules/portfolio";

/// Writes what a new rule begins with, and never over what is there.
pub(crate) fn new_rule(args: &[String]) -> Result<()> {
    let [code, name] = args else {
        bail!("cargo xtask new-rule CODE NAME, such as TK-P613 graduation-research-missing")
    };
    let digits =
        code.strip_prefix("TK-P").filter(|digits| digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()));
    let digits = digits.with_context(|| format!("`{code}` is not TK-P and three digits"))?;
    let in_form = name.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()));
    ensure!(in_form, "`{name}` is not lower-case words joined by hyphens");

    let module = format!("p{digits}_{}", name.replace('-', "_"));
    let table = root().join(FOLDER).join("mod.rs");
    let text = fs::read_to_string(&table)?;
    let Some((head, rules)) = text.split_once("rules! {\n    p") else { bail!("{FOLDER}/mod.rs has no table") };
    let rules = format!("    p{}", rules.trim_end().trim_end_matches('}'));
    let mut lines: Vec<&str> = rules.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    ensure!(!lines.iter().any(|line| line.starts_with(&format!("p{digits}_"))), "there is a rule {code}");
    lines.push(&module);
    lines.sort_unstable();

    fs::write(root().join(FOLDER).join(format!("{module}.rs")), rule(code, name))?;
    fs::write(&table, format!("{head}rules! {{\n    {}\n}}\n", lines.join("\n    ")))?;
    for (case, outcome) in [("fires", "not-met"), ("near-miss", "met")] {
        let folder = root().join("tests/vectors").join(code).join(case);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("case.json"), self::case(code, outcome))?;
        fs::write(folder.join("portfolio.json"), PORTFOLIO)?;
    }
    println!(
        "{FOLDER}/{module}.rs\ntests/vectors/{code}/fires\ntests/vectors/{code}/near-miss\nNow see CONTRIBUTING.md, from step 2 on."
    );
    Ok(())
}

const PORTFOLIO: &str = "{\n  \"format\": \"twentse-kubus/portfolio@1\",\n  \"student\": {\"id\": \"s-1\"}\n}\n";

fn case(code: &str, outcome: &str) -> String {
    format!(
        "{{\n  \"shows\": \"\",\n  \"asOf\": \"2024-05-15\",\n  \"only\": [\n    \"{code}\"\n  ],\n  \"expects\": {{\n    \
         \"outcome\": \"{outcome}\"\n  }}\n}}\n"
    )
}

fn rule(code: &str, name: &str) -> String {
    format!(
        r#"//! `{code}`: {name}.

use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {{
    code: "{code}",
    name: "{name}",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::ALL,
    not_for: &[],
    exempted_by: None,
    norms: &[],
    facts: &[],
    sources: Sources::of(&[]),
    basis: Basis::Unknown,
    since: "{}",
    texts: texts! {{
        title: {{ nl: "", en: "" }},
        asks: {{ nl: "", en: "" }},
        why: {{ nl: "", en: "" }},
        mend: {{ nl: "", en: "" }},
        message: {{ nl: "", nl_plain: "", en: "" }},
    }},
    check: Some(check),
}};

fn check(_case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {{
    findings.judge(false, Standing::DUE, || {{
        Shortfall::new(at!["student"], "student", facts! {{}})
    }});
    findings.answer(Reason::NothingToJudge)
}}
"#,
        env!("CARGO_PKG_VERSION")
    )
}
