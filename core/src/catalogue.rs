//! Every rule of every kind. Metadata is in every build, so that overlays and fingerprints are the same everywhere; the rules
//! with their checks are there for the kinds that a build has.

use crate::documents::{Kind, Portfolio, Portfolios};
use crate::finding::Meta;
use crate::grammar::Record;
use crate::judging::{Judged, Rule};
use crate::{portfolio, reading};

/// Every rule, by kind and code.
pub(crate) static ALL: &[&[&Meta]] = &[
    reading::rules::METAS,
    portfolio::p1_placements::METAS,
    portfolio::p2_specialisation::METAS,
    portfolio::p3_studios_designs_reflection::METAS,
    portfolio::p4_evidence::METAS,
    portfolio::p5_assessment::METAS,
    portfolio::p6_research::METAS,
];

/// A kind of document whose rules are in this build.
pub(crate) trait Ruled: Judged {
    /// Its rules, by family.
    const RULES: &'static [&'static [&'static Rule<Self>]];
}

impl Ruled for Portfolios {
    const RULES: &'static [&'static [&'static Rule<Self>]] = portfolio::RULES;
}

/// Every rule of every kind, by kind and code.
pub fn all() -> impl Iterator<Item = &'static Meta> {
    ALL.iter().copied().flatten().copied()
}

/// The rule with this code or name.
pub fn find(selector: &str) -> Option<&'static Meta> {
    all().find(|rule| rule.code == selector || rule.name == selector)
}

/// The shape of a kind of document; `None` when this build does not have the kind.
pub(crate) fn record(kind: Kind) -> Option<&'static Record> {
    match kind {
        Kind::Portfolio => Some(Portfolio::RECORD),
        Kind::Curriculum | Kind::Partnership | Kind::KnowledgeBase => None,
    }
}

/// The sections that a rule reads, by name; none for the rules of reading, which read everything.
#[cfg(feature = "docs")]
pub fn reads(rule: &Meta) -> Vec<&'static str> {
    let portfolio = portfolio::RULES.iter().copied().flatten().find(|one| one.meta == rule);
    portfolio.map_or_else(Vec::new, |rule| rule.reads.sections().names(Portfolio::RECORD).collect())
}
