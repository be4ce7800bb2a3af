//! The rules of the knowledge base (kennisbank), in a folder per family, and what they share.

#[cfg(feature = "knowledge-base")]
mod bases;
mod case;
pub(crate) mod k1_ktp_materials;
pub(crate) mod k2_cube;
pub(crate) mod k3_knowledge;
#[cfg(feature = "knowledge-base")]
mod nearest;

#[cfg(feature = "knowledge-base")]
pub(crate) use bases::{Base, Bases};
#[cfg(all(feature = "insight", feature = "knowledge-base"))]
pub(crate) use case::{KnowledgeBaseCase, cell};
#[cfg(feature = "knowledge-base")]
pub(crate) use nearest::Near;

use crate::documents::{KnowledgeBase, KnowledgeBases};
use crate::error::NotOfKind;
use crate::judging::{Rule, Waiting};
use crate::reading::typed;

/// Every rule of the knowledge base, by family.
pub(crate) static RULES: &[&[&Rule<KnowledgeBases>]] = &[k1_ktp_materials::RULES, k2_cube::RULES, k3_knowledge::RULES];

/// Those that need a document of another kind, by family.
pub(crate) static WAITING: &[Waiting<KnowledgeBases>] =
    &[k1_ktp_materials::WAITING, k2_cube::WAITING, k3_knowledge::WAITING];

impl<'a> KnowledgeBase<'a> {
    /// Reads a knowledge base, borrowing its texts.
    ///
    /// # Errors
    /// When the text is not a knowledge base. The error says where, and no more: validating it reports what is wrong.
    pub fn from_json(text: &'a str) -> Result<Self, NotOfKind> {
        typed(text)
    }
}

/// The facts of a rule, in a build that has the kind: others know what a rule is called, and write no finding of it. With all of
/// them a browser that checks portfolios alone carried 2 kB more.
macro_rules! in_build {
    ($facts:expr) => {
        if cfg!(feature = "knowledge-base") { $facts } else { &[] }
    };
}
use in_build;

/// What every rule file needs.
pub(in crate::knowledge_base) mod prelude {
    pub(in crate::knowledge_base) use super::case::{KnowledgeBaseCase, has_element};
    pub(in crate::knowledge_base) use super::in_build;
    pub(in crate::knowledge_base) use crate::documents::{KnowledgeBase, KnowledgeBases};
    pub(in crate::knowledge_base) use crate::finding::{
        Actor, FactKind, Meta, Norm, Phase, Reason, Reply, Severity, Step, SubjectKind, Unit, Window, at, facts, texts,
    };
    pub(in crate::knowledge_base) use crate::judging::{About, Findings, Rule, Shortfall, Standing, reads};
    pub(in crate::knowledge_base) use crate::language::Text;
    pub(in crate::knowledge_base) use crate::provenance::{Basis, Passage, Source, Sources};
}
