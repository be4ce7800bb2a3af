//! `cargo xtask`: every task of a developer, behind one door.

mod bless;
mod generate;
mod mobile;
mod python;
mod sh;

use std::process::ExitCode;

use anyhow::{Result, bail};
use sh::{cmd, run, step};

const HELP: &str = "\
cargo xtask test            every test
cargo xtask ready           what CI runs: format, clippy, generated files, tests, a clean tree
cargo xtask gen [--check]   write what is written from something else, or check that it is up to date
cargo xtask bless [--because WHY]
                            write the reports of the vectors, once they hold what was thought out";

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
    match task {
        "test" if rest == ["mobile"] => mobile::test(),
        "test" if rest == ["python"] => python::test(),
        "test" => test(),
        "stub" => python::stub(false),
        "ready" => ready(),
        "gen" => {
            let check = rest.iter().any(|arg| arg == "--check");
            generate::generate(check).and_then(|()| mobile::generate(check))
        }
        "bless" => bless::bless(rest),
        "" | "help" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("no task `{other}`\n{HELP}"),
    }
}

/// Every test.
fn test() -> Result<()> {
    step("core: unit tests and doctests", || run(&mut cmd("cargo", &["test", "--locked", "-p", "twentse-kubus"])))?;
    step("conformance: vectors and samples", || {
        run(&mut cmd("cargo", &["test", "--locked", "-p", "twentse-kubus-conformance"]))
    })
}

/// What keeps the tree honest, and every test.
fn ready() -> Result<()> {
    step("format", || run(&mut cmd("cargo", &["fmt", "--all", "--check"])))?;
    step("generated files", || generate::generate(true))?;
    step("clippy", || run(&mut cmd("cargo", &["clippy", "--locked", "--all-targets", "--", "-D", "warnings"])))?;
    test()?;
    step("clean tree", || run(&mut cmd("git", &["diff", "--exit-code"])))
}
