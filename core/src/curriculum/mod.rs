//! The rules of the curriculum (opleidingsprogramma), in a folder per family, and what they share.

pub(crate) mod c1_questions;
pub(crate) mod c2_load;
pub(crate) mod c3_content;
pub(crate) mod c4_assessment;
pub(crate) mod c5_research;
mod case;
pub(crate) mod framework;
pub(crate) mod passing;
#[cfg(feature = "curriculum")]
mod programmes;

#[cfg(feature = "insight")]
pub(crate) use case::{edition_of, open_components};
#[cfg(feature = "curriculum")]
pub(crate) use programmes::{Programme, Programmes};

pub use c5_research::ResearchPlan;
pub use passing::Contradiction;

use crate::documents::{Curriculum, Curriculums};
use crate::error::NotOfKind;
use crate::judging::{Rule, Waiting};
use crate::reading::typed;

/// Every rule of the curriculum, by family.
pub(crate) static RULES: &[&[&Rule<Curriculums>]] =
    &[c1_questions::RULES, c2_load::RULES, c3_content::RULES, c4_assessment::RULES, c5_research::RULES];

/// Those that need a document of another kind, by family.
pub(crate) static WAITING: &[Waiting<Curriculums>] =
    &[c1_questions::WAITING, c2_load::WAITING, c3_content::WAITING, c4_assessment::WAITING, c5_research::WAITING];

impl<'a> Curriculum<'a> {
    /// Reads a curriculum, borrowing its texts.
    ///
    /// # Errors
    /// When the text is not a curriculum. The error says where, and no more: validating it reports what is wrong.
    pub fn from_json(text: &'a str) -> Result<Self, NotOfKind> {
        typed(text)
    }
}

/// The facts of a rule, in a build that has the kind: others know what a rule is called, and write no finding of it. With all of
/// them a browser that checks portfolios alone carried 2 kB more.
macro_rules! in_build {
    ($facts:expr) => {
        if cfg!(feature = "curriculum") { $facts } else { &[] }
    };
}
use in_build;

/// What every rule file needs.
pub(in crate::curriculum) mod prelude {
    pub(in crate::curriculum) use super::case::CurriculumCase;
    pub(in crate::curriculum) use super::in_build;
    pub(in crate::curriculum) use crate::documents::{Curriculum, Curriculums};
    pub(in crate::curriculum) use crate::finding::{
        Actor, FactKind, Meta, Norm, Phase, Reason, Reply, Severity, Step, SubjectKind, Unit, Window, at, facts, texts,
    };
    pub(in crate::curriculum) use crate::judging::{About, Findings, Rule, Shortfall, Standing, reads};
    pub(in crate::curriculum) use crate::language::Text;
    pub(in crate::curriculum) use crate::provenance::{Basis, Passage, Source, Sources};
}
