//! Running other programs: one way to call them, with the time each step took.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// A command that runs in the root of the checkout.
pub(crate) fn cmd(program: impl AsRef<Path>, args: &[&str]) -> Command {
    let mut command = Command::new(program.as_ref());
    command.args(args).current_dir(root());
    command
}

/// Runs a command with its output shown; fails with the command's own words.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {command:?}"))?;
    if !status.success() {
        bail!("{command:?} ended with {status}");
    }
    Ok(())
}

/// Runs a command and returns what it printed to standard output.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("could not start {command:?}"))?;
    if !output.status.success() {
        bail!("{command:?} ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8(output.stdout)?.trim_end().to_owned())
}

/// Whether a command runs and succeeds; its output is dropped.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

static TIMES: Mutex<Vec<(String, Duration)>> = Mutex::new(Vec::new());

/// Does one named step and prints how long it took.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("── {name}");
    let start = Instant::now();
    let done = work().with_context(|| format!("step failed: {name}"))?;
    let took = start.elapsed();
    println!("── {name}: {:.1} s", took.as_secs_f64());
    if let Ok(mut times) = TIMES.lock() {
        times.push((name.to_owned(), took));
    }
    Ok(done)
}

/// Prints every step so far with its time.
pub(crate) fn print_times() {
    let Ok(times) = TIMES.lock() else { return };
    if times.is_empty() {
        return;
    }
    println!("\ntime per step");
    for (name, took) in times.iter() {
        println!("{:8.1} s  {name}", took.as_secs_f64());
    }
}
