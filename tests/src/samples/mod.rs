//! Documents made up by the thousand: realistic in shape, size and language, without faults or with known ones.
//!
//! Seed, number of documents and rate of faults decide every byte; nothing else does. Everything is invented, and says
//! so: `synthetic` is true, and ids begin with `syn-`.

#![expect(clippy::unwrap_used, reason = "ids, days and lists written out here are fit")]

pub mod calendar;
mod compared_faults;
mod curriculum;
mod curriculum_faults;
pub mod dossier;
mod faults;
mod knowledge_base;
mod knowledge_base_faults;
mod network;
mod partnership;
mod partnership_faults;
mod phrases;
mod portfolio;
pub mod random;

use chrono::NaiveDate;
use random::Random;
use serde::Serialize;
use twentse_kubus::{Finding, Report, Severity};

pub use portfolio::can_be_made_up;

/// How much a made-up document holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    /// As much as a real one.
    Real,
    /// Of everything one, or a little.
    Bare,
}

/// A document and what is known about it.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The document, as JSON.
    pub json: String,
    /// What must be found in it.
    pub known: Known,
}

/// What must be found in a document.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Known {
    /// Id of the document.
    pub document: String,
    /// The reference day to judge it on.
    pub as_of: String,
    /// The verdict of that day.
    pub verdict: &'static str,
    /// The faults planted.
    pub planted: Vec<Planted>,
}

/// A fault, and where it must be found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Planted {
    /// Code of the rule.
    pub code: &'static str,
    /// JSON Pointer to the place.
    pub path: String,
    /// Severity of the finding.
    pub severity: &'static str,
}

impl Planted {
    /// What a report says beyond what is merely not due yet, in the order of what was planted.
    pub fn found_in(report: &Report) -> Vec<Self> {
        let not_due =
            |finding: &&Finding| finding.severity == Severity::Info && finding.rule.severity != Some(Severity::Info);
        let told = report.findings().iter().filter(|finding| !not_due(finding)).map(|finding| Self {
            code: finding.code(),
            path: finding.path.to_string(),
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            },
        });
        let mut told: Vec<_> = told.collect();
        told.sort();
        told
    }
}

/// Every fault that is planted in portfolios: its name, the rule that reports it, and how serious that is (`by-graduation`: a
/// warning until graduation, an error then).
pub fn portfolio_faults() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    faults::table()
}

/// The same of partnerships.
pub fn partnership_faults() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    partnership_faults::table()
}

/// The same of portfolios that are held against other documents.
pub fn compared_faults() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    compared_faults::table()
}

/// Makes portfolios of this many students. `faults` is the probability, 0 to 1, that a student's has one to three.
pub fn generate(students: u64, seed: u64, faults: f64) -> impl Iterator<Item = Sample> {
    (0..students).map(move |number| sample(number, seed, faults, Size::Real, None))
}

/// The same, all as they are on one day, for which [`can_be_made_up`] must be true. Who has graduated did so the summer before.
pub fn generate_on(day: NaiveDate, students: u64, seed: u64, faults: f64) -> impl Iterator<Item = Sample> {
    (0..students).map(move |number| sample(number, seed, faults, Size::Real, Some(day)))
}

/// Makes portfolios without faults that hold little, for tests that need many.
pub fn bare(students: u64, seed: u64) -> impl Iterator<Item = Sample> {
    (0..students).map(move |number| sample(number, seed, 0.0, Size::Bare, None))
}

fn sample(number: u64, seed: u64, rate: f64, size: Size, day: Option<NaiveDate>) -> Sample {
    let mut random = Random::new(seed, number);
    let faulty = random.chance(rate);
    let mut made = portfolio::make(&mut random, &format!("syn-st-{seed}-{number:05}"), size, day);
    let planted = if faulty { faults::plant(&mut made, &mut random, |_, _| true) } else { Vec::new() };
    let known = Known {
        document: made.portfolio.student.id.to_string(),
        as_of: made.as_of.to_string(),
        verdict: verdict(&planted),
        planted,
    };
    Sample { json: serde_json::to_string(&made.portfolio).unwrap(), known }
}

/// Makes this many knowledge bases. `faults` is the probability, 0 to 1, that one has one to three.
pub fn knowledge_bases(number: u64, seed: u64, faults: f64) -> impl Iterator<Item = Sample> {
    (0..number).map(move |number| knowledge_base(number, seed, faults, Size::Real))
}

/// Makes knowledge bases without faults that hold little, for tests that need many.
pub fn bare_knowledge_bases(number: u64, seed: u64) -> impl Iterator<Item = Sample> {
    (0..number).map(move |number| knowledge_base(number, seed, 0.0, Size::Bare))
}

fn knowledge_base(number: u64, seed: u64, rate: f64, size: Size) -> Sample {
    let mut random = Random::new(seed, number);
    let faulty = random.chance(rate);
    let mut made = knowledge_base::make(&mut random, &format!("syn-kb-{seed}-{number:05}"), size);
    let planted = if faulty { knowledge_base_faults::plant(&mut made, &mut random, |_| true) } else { Vec::new() };
    let known = Known {
        document: made.base.id.to_string(),
        as_of: made.as_of.to_string(),
        verdict: verdict(&planted),
        planted,
    };
    Sample { json: serde_json::to_string(&made.base).unwrap(), known }
}

/// Makes this many curricula. `faults` is the probability, 0 to 1, that one has one to three.
pub fn curricula(number: u64, seed: u64, faults: f64) -> impl Iterator<Item = Sample> {
    (0..number).map(move |number| curriculum(number, seed, faults, Size::Real))
}

/// Makes curricula without faults that hold little, for tests that need many.
pub fn bare_curricula(number: u64, seed: u64) -> impl Iterator<Item = Sample> {
    (0..number).map(move |number| curriculum(number, seed, 0.0, Size::Bare))
}

/// A curriculum that every made-up portfolio fits, as JSON.
///
/// # Panics
/// Never: a curriculum is made of what JSON can say.
pub fn fitting_curriculum() -> String {
    serde_json::to_string(&curriculum::of_portfolios()).unwrap()
}

fn curriculum(number: u64, seed: u64, rate: f64, size: Size) -> Sample {
    let mut random = Random::new(seed, number);
    let faulty = random.chance(rate);
    let mut made = curriculum::make(&mut random, &format!("syn-op-{seed}-{number:05}"), size);
    let planted = if faulty { curriculum_faults::plant(&mut made, &mut random, |_| true) } else { Vec::new() };
    let known = Known {
        document: made.curriculum.id.to_string(),
        as_of: made.as_of.to_string(),
        verdict: verdict(&planted),
        planted,
    };
    Sample { json: serde_json::to_string(&made.curriculum).unwrap(), known }
}

/// Makes this many partnerships. `faults` is the probability, 0 to 1, that one has one to three.
pub fn partnerships(number: u64, seed: u64, faults: f64) -> impl Iterator<Item = Sample> {
    (0..number).map(move |number| partnership(number, seed, faults, Size::Real))
}

/// Makes partnerships without faults that hold little, for tests that need many.
pub fn bare_partnerships(number: u64, seed: u64) -> impl Iterator<Item = Sample> {
    (0..number).map(move |number| partnership(number, seed, 0.0, Size::Bare))
}

fn partnership(number: u64, seed: u64, rate: f64, size: Size) -> Sample {
    let mut random = Random::new(seed, number);
    let faulty = random.chance(rate);
    let mut made = partnership::make(&mut random, &format!("syn-ps-{seed}-{number:05}"), size);
    let planted = if faulty { partnership_faults::plant(&mut made, &mut random, |_| true) } else { Vec::new() };
    let known = Known {
        document: made.partnership.id.to_string(),
        as_of: made.as_of.to_string(),
        verdict: verdict(&planted),
        planted,
    };
    Sample { json: serde_json::to_string(&made.partnership).unwrap(), known }
}

/// The verdict on a document with these faults in it and no others.
fn verdict(planted: &[Planted]) -> &'static str {
    let errors = || planted.iter().filter(|fault| fault.severity == "error");
    // Ids, references and periods that are wrong leave undecided what depends on them; they are no shortfall.
    let undecided = |fault: &Planted| matches!(fault.code, "TK-R011" | "TK-R012" | "TK-R013");
    match () {
        () if errors().any(|fault| !undecided(fault)) => "falls-short",
        () if errors().next().is_some() => "undecided",
        () => "meets",
    }
}
