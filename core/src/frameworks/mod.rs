//! Reference data: competences, subjects, age bands and the other closed lists that a source names.
//!
//! The lists are generated from `core/data/*.csv`; `core/data/SOURCES.md` says where they were read.

#[cfg(feature = "docs")]
mod item;
mod tables;

#[cfg(feature = "docs")]
use crate::provenance::Basis;
#[cfg(feature = "docs")]
pub(crate) use item::lists;
#[cfg(feature = "docs")]
pub use item::{Framework, Item, all};
pub use tables::{
    ActionPart, AgeBand, AgeSpecialisation, Audience, Competence, CompetenceEdition, CubeLevel, CubeStage,
    CurricularQuestion, DefaultCubeTheme, DesignCompetenceSlot, DesignPhase, KtpElement, ReflectionLevel,
    ReflectionPhase, Role, StudyMode, Subject, SubjectArea, WebComponent,
};
