//! The kinds of document, with what tests need of each: a test that takes them one by one covers every kind.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::json;
use twentse_kubus::catalogue;
use twentse_kubus::documents::{Curriculum, Kind, KnowledgeBase, Partnership, Portfolio};
use twentse_kubus::grammar::{Closed as _, Shape, Wire as _};
use twentse_kubus::{NotOfKind, Report, Validator};

use crate::samples::{self, Sample};

/// Made-up documents, one by one.
pub type Samples = Box<dyn Iterator<Item = Sample>>;

/// A kind of document.
pub struct OfKind {
    /// Which.
    pub kind: Kind,
    /// What its documents look like.
    pub shape: Shape,
    /// Makes this many, by a seed, with this probability of faults in each.
    pub generate: fn(u64, u64, f64) -> Samples,
    /// Makes this many small ones without faults, by a seed.
    pub bare: fn(u64, u64) -> Samples,
    /// Reads a text as such a document and judges what was read.
    pub typed: fn(&Validator, &str, NaiveDate) -> Result<Report, NotOfKind>,
    /// A sample that has faults and one that has none, with the days to judge them on.
    pub by_hand: [(&'static str, &'static str); 2],
}

/// Every kind that has rules.
pub static KINDS: [OfKind; 4] = [
    OfKind {
        kind: Kind::Portfolio,
        shape: Portfolio::SHAPE,
        generate: |number, seed, faults| Box::new(samples::generate(number, seed, faults)),
        bare: |number, seed| Box::new(samples::bare(number, seed)),
        typed: |validator, text, as_of| {
            Portfolio::from_json(text).map(|document| validator.validate_document(&document, as_of))
        },
        by_hand: [
            (include_str!("../../examples/data/faulty.json"), "2024-05-22"),
            (include_str!("../../examples/data/graduate.json"), "2024-09-15"),
        ],
    },
    OfKind {
        kind: Kind::Curriculum,
        shape: Curriculum::SHAPE,
        generate: |number, seed, faults| Box::new(samples::curricula(number, seed, faults)),
        bare: |number, seed| Box::new(samples::bare_curricula(number, seed)),
        typed: |validator, text, as_of| {
            Curriculum::from_json(text).map(|document| validator.validate_curriculum(&document, as_of))
        },
        by_hand: [
            (include_str!("../../examples/data/curriculum-faulty.json"), "2015-04-15"),
            (include_str!("../../examples/data/curriculum.json"), "2024-05-15"),
        ],
    },
    OfKind {
        kind: Kind::Partnership,
        shape: Partnership::SHAPE,
        generate: |number, seed, faults| Box::new(samples::partnerships(number, seed, faults)),
        bare: |number, seed| Box::new(samples::bare_partnerships(number, seed)),
        typed: |validator, text, as_of| {
            Partnership::from_json(text).map(|document| validator.validate_partnership(&document, as_of))
        },
        by_hand: [
            (include_str!("../../examples/data/partnership-faulty.json"), "2018-08-22"),
            (include_str!("../../examples/data/partnership-oost.json"), "2018-05-16"),
        ],
    },
    OfKind {
        kind: Kind::KnowledgeBase,
        shape: KnowledgeBase::SHAPE,
        generate: |number, seed, faults| Box::new(samples::knowledge_bases(number, seed, faults)),
        bare: |number, seed| Box::new(samples::bare_knowledge_bases(number, seed)),
        typed: |validator, text, as_of| {
            KnowledgeBase::from_json(text).map(|document| validator.validate_knowledge_base(&document, as_of))
        },
        by_hand: [
            (include_str!("../../examples/data/knowledge-base-faulty.json"), "2018-05-16"),
            (include_str!("../../examples/data/knowledge-base.json"), "2018-05-16"),
        ],
    },
];

impl OfKind {
    /// Reads a text as such a document, and no more.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(&self, text: &str) -> Result<(), NotOfKind> {
        match self.kind {
            Kind::Portfolio => Portfolio::from_json(text).map(drop),
            Kind::KnowledgeBase => KnowledgeBase::from_json(text).map(drop),
            Kind::Curriculum => Curriculum::from_json(text).map(drop),
            Kind::Partnership => Partnership::from_json(text).map(drop),
        }
    }

    /// Judges a text as such a document.
    ///
    /// # Panics
    /// When the kind has no rules.
    #[expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]
    pub fn judge(&self, validator: &Validator, text: &[u8], as_of: NaiveDate) -> Report {
        validator.validate_as(self.kind, text, as_of).unwrap()
    }
}

/// The kind with this name; the portfolio, unless there is one.
pub fn named(kind: Option<&str>) -> Option<&'static OfKind> {
    KINDS.iter().find(|of| of.kind.key() == kind.unwrap_or("portfolio"))
}

/// An overlay that switches on every rule that is off until a rulebook gives it a severity.
pub fn all_switched_on() -> String {
    let off = catalogue::all().filter(|rule| rule.severity.is_none());
    let severity: BTreeMap<&str, &str> = off.map(|rule| (rule.code, "warning")).collect();
    json!({ "severity": severity }).to_string()
}
