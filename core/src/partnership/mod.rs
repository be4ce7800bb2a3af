//! The rules of the partnership (partnerschap), in a folder per family, and what they share.

mod case;
pub(crate) mod n1_network;
pub(crate) mod n2_expertise;
pub(crate) mod n3_capacity;
pub(crate) mod n4_meetings;
pub(crate) mod n5_research;
pub(crate) mod n6_communities;
#[cfg(feature = "partnership")]
mod networks;
mod norms;
#[cfg(feature = "partnership")]
mod roster;

#[cfg(all(feature = "insight", feature = "portfolio", feature = "partnership"))]
pub(crate) use case::is_in_network;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use case::{PartnershipCase, TRAINERS, Trained, having, holds_one_of};
#[cfg(feature = "partnership")]
pub(crate) use networks::{Network, Networks};
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use norms::{TRAINER_DAYS, TRAINER_STUDENTS};

use crate::documents::{Partnership, Partnerships};
use crate::error::NotOfKind;
use crate::judging::{Rule, Waiting};
use crate::reading::typed;

/// Every rule of the partnership, by family.
pub(crate) static RULES: &[&[&Rule<Partnerships>]] = &[
    n1_network::RULES,
    n2_expertise::RULES,
    n3_capacity::RULES,
    n4_meetings::RULES,
    n5_research::RULES,
    n6_communities::RULES,
];

/// Those that need a document of another kind, by family.
pub(crate) static WAITING: &[Waiting<Partnerships>] = &[
    n1_network::WAITING,
    n2_expertise::WAITING,
    n3_capacity::WAITING,
    n4_meetings::WAITING,
    n5_research::WAITING,
    n6_communities::WAITING,
];

impl<'a> Partnership<'a> {
    /// Reads a partnership, borrowing its texts.
    ///
    /// # Errors
    /// When the text is not a partnership. The error says where, and no more: validating it reports what is wrong.
    pub fn from_json(text: &'a str) -> Result<Self, NotOfKind> {
        typed(text)
    }
}

/// The facts of a rule, in a build that has the kind: others know what a rule is called, and write no finding of it. A browser
/// that checks portfolios alone does not carry them.
macro_rules! in_build {
    ($facts:expr) => {
        if cfg!(feature = "partnership") { $facts } else { &[] }
    };
}
use in_build;

/// What every rule file needs.
pub(in crate::partnership) mod prelude {
    pub(in crate::partnership) use super::case::PartnershipCase;
    pub(in crate::partnership) use super::in_build;
    pub(in crate::partnership) use crate::documents::{Partnership, Partnerships};
    pub(in crate::partnership) use crate::finding::{
        Actor, FactKind, Meta, Norm, Phase, Reason, Reply, Severity, Step, SubjectKind, Unit, Window, at, facts, texts,
    };
    pub(in crate::partnership) use crate::judging::{About, Findings, Rule, Shortfall, Standing, reads};
    pub(in crate::partnership) use crate::language::Text;
    pub(in crate::partnership) use crate::provenance::{Basis, Passage, Source, Sources};
}
