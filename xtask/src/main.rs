//! `cargo xtask`: the developer tasks, behind one door.

mod bench;
mod bless;
mod debian;
mod features;
mod generate;
mod mobile;
mod new_rule;
mod npm;
mod python;
mod sample_data;
mod sh;
mod snapshots;
mod surface;
mod vectors;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};
use sh::{cmd, run, step};

const HELP: &str = "\
cargo xtask test [core|python|wasm|mobile]
                            every test, or those of the parts named
cargo xtask test rule CODE  the cases of one rule, in a few seconds
cargo xtask ready           what CI runs: format, clippy, generated files, tests, a clean tree
cargo xtask release-check [days|licences|mobile|wasm]
                            what a release needs besides that: every day of whole programmes; licences and sources of everything
                            we depend on; the jar as Maven takes it; the npm package in every bundler and test runner that its
                            README names
cargo xtask gen [--check]   regenerate the generated files, or check that they are up to date
cargo xtask bless [--because WHY]
                            check each vector against its `expects`, then write its report
cargo xtask new-rule CODE NAME
                            scaffold a rule: its file, its table entry, its first test cases
cargo xtask features        build the core with one kind of document alone, without warnings, with the same fingerprint
cargo xtask surface         check that every language binding offers the core's whole API
cargo xtask jar [PLATFORM=LIBRARY ...]
                            build the jar of the Kotlin package with its POM, for this machine's platform and those named
cargo xtask sample-data --out FOLDER [--students N] [--seed S] [--faults [RATE]] [--as-of DAY]
                            write made-up portfolios to FOLDER/portfolios, one file each, called by its id, and to
                            FOLDER/planted.json what must be found in each, and on which day. FOLDER is new or empty.
                            --students N: how many, 100 unless said; --seed S: other ones, 1 unless said
                            --faults: plants one to three faults in half of them, or in RATE of them, 0 to 1
                            --as-of DAY: all as they are on this day, YYYY-MM-DD, with nothing after it; from 22 December
                            to 7 June, since what ends a study year is not made up day by day. Who graduated did so the
                            summer before. Without it each has a day of its own
cargo xtask sample-data --partnership --out FOLDER [--seed S] [--faults]
                            write the dossier of the two partnerships of the booklet, made up, to folders of FOLDER: the
                            partnerships in two school years, with 14 boards and 84 schools, a curriculum, a knowledge base,
                            and the portfolios of 430 students, all as they are on 22 May 2024; they agree with one another.
                            FOLDER/answers.json says what must be found in each. --faults: faults in one portfolio of five
                            and in each other document
cargo xtask bench [--json FILE]
                            benchmark full validation against the best structure-only validators
cargo xtask bench rules     which rules cost most
cargo xtask bench hostile [PART OF A NAME]
                            benchmark hostile documents against sound ones of the same size
cargo xtask bench dossier   what a whole dossier costs in one call, of 430 students and of 43,000 (3 GB of memory)";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = dispatch(&args);
    sh::print_times();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result<()> {
    let (task, rest) = args.split_first().map_or(("", args), |(task, rest)| (task.as_str(), rest));
    // A question is not a task: nothing is done before it is answered.
    if rest.iter().any(|arg| arg == "--help" || arg == "-h")
        && let Some(help) = help(task)
    {
        println!("{help}");
        return Ok(());
    }
    match task {
        "test" => test(rest),
        "ready" => ready(),
        "release-check" => release_check(rest),
        "gen" => generate(rest.iter().any(|arg| arg == "--check")),
        "new-rule" => new_rule::new_rule(rest),
        "bench" => bench::bench(rest),
        "surface" => surface::surface(),
        "features" => features::features(),
        "bless" => bless::bless(rest),
        "jar" => mobile::jar(rest),
        "sample-data" => sample_data::write(rest),
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("no task `{other}`\n{HELP}"),
    }
}

/// What the help says of a task: each of its lines, with those that go on under it.
fn help(task: &str) -> Option<String> {
    let mut is_told = false;
    let lines = HELP.lines().filter(|line| {
        if let Some(told) = line.strip_prefix("cargo xtask ") {
            is_told = told.split_whitespace().next() == Some(task);
        }
        is_told && !line.is_empty()
    });
    let lines: Vec<&str> = lines.collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Everything that is written from something else: by the core, by the mobile library, by the Python module.
fn generate(check: bool) -> Result<()> {
    step("generated: core and docs", || generate::generate(check))?;
    step("generated: Kotlin and Swift", || mobile::generate(check))?;
    step("generated: Python stub", || python::stub(check))
}

/// Every test, or those of the parts named.
fn test(parts: &[String]) -> Result<()> {
    if let [part, code] = parts
        && part == "rule"
    {
        let mut cases =
            cmd("cargo", &["test", "--locked", "--package", "twentse-kubus-conformance", "--test", "vectors"]);
        cases.args(["every_vector_gives_its_bytes", "--", "--nocapture"]).env("KUBUS_RULE", code);
        return step("cases of one rule", || run(&mut cases));
    }
    let all = parts.is_empty();
    let asked = |part: &str| all || parts.iter().any(|other| other == part);
    if let Some(unknown) = parts.iter().find(|part| !["core", "python", "wasm", "mobile"].contains(&part.as_str())) {
        bail!("no part `{unknown}`; the parts are core, python, wasm, mobile");
    }
    if asked("core") {
        step("core: unit tests and doctests", || {
            run(&mut cmd("cargo", &["test", "--locked", "-p", "twentse-kubus", "-p", "xtask"]))
        })?;
        step("examples", || run(&mut cmd("cargo", &["test", "--locked", "-p", "twentse-kubus-examples"])))?;
        step("conformance", snapshots::test)?;
    }
    if asked("python") {
        step("python", python::test)?;
    }
    if asked("wasm") {
        step("wasm", wasm::test)?;
    }
    if asked("mobile") {
        step("mobile", mobile::test)?;
    }
    if all { step("one contract: equal hashes in every language", vectors::compare) } else { Ok(()) }
}

/// What keeps the tree honest, and every test.
fn ready() -> Result<()> {
    step("format", || run(&mut cmd("cargo", &["fmt", "--all", "--check"])))?;
    generate(true)?;
    step("surface", surface::surface)?;
    step("clippy", || run(&mut cmd("cargo", &["clippy", "--locked", "--all-targets", "--", "-D", "warnings"])))?;
    step("kinds of document by themselves", features::features)?;
    step("clippy of the bindings", || {
        let mut clippy = cmd("cargo", &["clippy", "--locked", "--target-dir", "target/mobile"]);
        clippy.args(["--package", "twentse-kubus-python", "--package", "twentse-kubus-mobile"]);
        clippy.args(["--package", "twentse-kubus-wasm", "--package", "twentse-kubus-wasm-packer"]);
        run(clippy.args(["--features", "twentse-kubus-wasm/all,twentse-kubus-wasm/docs", "--", "-D", "warnings"]))
    })?;
    test(&[])?;
    step("clean tree", || run(&mut cmd("git", &["diff", "--exit-code"])))
}

/// Where programs go that a task needs and Cargo builds.
const TOOLS: &str = "target/tools";
const CARGO_DENY: &str = "cargo-deny@0.20.2";

/// What is checked against the registry or takes long, so not on every change.
fn release_check(parts: &[String]) -> Result<()> {
    let asked = |part: &str| parts.is_empty() || parts.iter().any(|other| other == part);
    if let Some(unknown) = parts.iter().find(|part| !["days", "licences", "mobile", "wasm"].contains(&part.as_str())) {
        bail!("no part `{unknown}`; the parts are days, licences, mobile, wasm");
    }
    if asked("days") {
        step("every day of whole programmes, and thousands of portfolios", || {
            let mut test = cmd("cargo", &["test", "--locked", "--release", "--package", "twentse-kubus-conformance"]);
            run(test.args([
                "--test",
                "days",
                "--test",
                "dossier",
                "--test",
                "generated",
                "--",
                "--ignored",
                "--nocapture",
            ]))
        })?;
    }
    if asked("licences") {
        step("licences: cargo-deny", || {
            run(&mut cmd("cargo", &["install", "--locked", "--quiet", "--root", TOOLS, CARGO_DENY]))
        })?;
        let deny = sh::root().join(TOOLS).join("bin/cargo-deny").display().to_string();
        step("licences and sources", || run(&mut cmd(&deny, &["check", "licenses", "bans", "sources"])))?;
    }
    if asked("mobile") {
        step("mobile: the jar of a release", mobile::release_check)?;
    }
    if asked("wasm") {
        step("JavaScript: every tool that the README names", wasm::matrix)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::help;

    #[test]
    fn every_task_has_its_own_help() {
        let tasks = [
            "test",
            "ready",
            "release-check",
            "gen",
            "bless",
            "new-rule",
            "features",
            "surface",
            "bench",
            "jar",
            "sample-data",
        ];
        for task in tasks {
            let help = help(task).unwrap_or_default();
            let told = help.lines().filter(|line| line.starts_with("cargo xtask "));
            assert!(told.clone().count() > 0, "{task}");
            assert!(told.into_iter().all(|line| line.split_whitespace().nth(2) == Some(task)), "{help}");
        }
        assert_eq!(help("nothing"), None);
    }
}
