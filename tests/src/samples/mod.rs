//! Portfolios made up by the thousand: realistic in shape, size and language, without faults or with known ones.
//!
//! Seed, number of students and rate of faults decide every byte; nothing else does. Everything is invented, and says
//! so: `synthetic` is true, and ids begin with `syn-`.

#![expect(clippy::unwrap_used, reason = "ids, days and lists written out here are fit")]

pub mod calendar;
mod faults;
mod phrases;
mod portfolio;
pub mod random;

use portfolio::Size;
use random::Random;
use serde::Serialize;

/// A portfolio and what is known about it.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The portfolio, as JSON.
    pub json: String,
    /// What must be found in it.
    pub known: Known,
}

/// What must be found in a portfolio.
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

/// Makes portfolios of so many students. `faults` is the probability, 0 to 1, that a student's has one to three.
pub fn generate(students: u64, seed: u64, faults: f64) -> impl Iterator<Item = Sample> {
    (0..students).map(move |number| sample(number, seed, faults, Size::Real))
}

/// Makes portfolios without faults that hold little, for tests that need many.
pub fn bare(students: u64, seed: u64) -> impl Iterator<Item = Sample> {
    (0..students).map(move |number| sample(number, seed, 0.0, Size::Bare))
}

fn sample(number: u64, seed: u64, rate: f64, size: Size) -> Sample {
    let mut random = Random::new(seed, number);
    let faulty = random.chance(rate);
    let mut made = portfolio::make(&mut random, &format!("syn-st-{seed}-{number:05}"), size);
    let planted = if faulty { faults::plant(&mut made, &mut random) } else { Vec::new() };
    let known = Known {
        document: made.portfolio.student.id.to_string(),
        as_of: made.as_of.to_string(),
        verdict: faults::verdict(&planted),
        planted,
    };
    Sample { json: serde_json::to_string(&made.portfolio).unwrap(), known }
}
