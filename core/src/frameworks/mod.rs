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
    ActionPart, AgeBand, AgeSpecialisation, Audience, Competence, CompetenceEdition, CooperationLayer, CubeLevel,
    CubeStage, CurricularQuestion, DefaultCubeTheme, DesignCompetenceSlot, DesignPhase, KtpElement, ReflectionLevel,
    ReflectionPhase, Role, StudyMode, Subject, SubjectArea, WebComponent,
};

use crate::values::SchoolYear;

impl CompetenceEdition {
    /// The first year of the cohorts that follow the edition of 2017. Source: Stb. 2017, 148.
    pub(crate) const CHANGED: u16 = 2017;

    /// The one in force on 1 August of the year of a cohort.
    pub(crate) fn of(cohort: SchoolYear) -> Self {
        if cohort.first_year() >= Self::CHANGED { Self::Edition2017 } else { Self::Edition2005 }
    }
}
