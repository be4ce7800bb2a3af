//! What follows from a document and its report: next steps, why a requirement is met, the hand-over page, coverage of
//! competences and of a curriculum, the outcome by the assessment framework, the assessment card, and bundles by which a
//! decision can be made again. Each is data, with its own schema and types, and readable text in every language.

#[cfg(all(feature = "portfolio", feature = "curriculum"))]
mod assessment;
#[cfg(all(feature = "portfolio", feature = "curriculum"))]
mod bundle;
#[cfg(all(feature = "portfolio", feature = "curriculum"))]
mod card;
#[cfg(feature = "portfolio")]
mod coverage;
#[cfg(feature = "knowledge-base")]
mod cube;
mod curriculum_coverage;
#[cfg(feature = "portfolio")]
mod hand_over;
#[cfg(all(feature = "portfolio", feature = "knowledge-base"))]
mod just_in_time;
#[cfg(feature = "partnership")]
mod network;
#[cfg(all(feature = "portfolio", feature = "partnership"))]
mod proposal;
mod shown;
mod steps;
mod trace;
#[cfg(all(feature = "portfolio", feature = "partnership"))]
mod where_next;

// Counts over many documents.
#[cfg(feature = "portfolio")]
mod comparison;
#[cfg(feature = "portfolio")]
mod overview;
#[cfg(feature = "portfolio")]
mod small_groups;

use std::borrow::Cow;

#[cfg(all(feature = "portfolio", feature = "partnership"))]
pub use crate::portfolio::next_year::WithoutStudyYear;
#[cfg(all(feature = "portfolio", feature = "curriculum"))]
pub use assessment::{
    AttemptMade, ComponentAssessment, ComponentState, ProgrammeAssessment, ProgrammeResult, RequiredEvidence,
    YearAssessment, YearResult,
};
#[cfg(all(feature = "portfolio", feature = "curriculum"))]
pub(crate) use assessment::{assessed, assessment_text};
#[cfg(all(feature = "portfolio", feature = "curriculum"))]
pub use bundle::{Bundle, BundledDocument, BundledRulebook, Difference, Input, Replay, ReplayPhrase, Replayed};
#[cfg(all(feature = "portfolio", feature = "curriculum"))]
pub(crate) use bundle::{differences, replay_text};
#[cfg(all(feature = "portfolio", feature = "curriculum"))]
pub use card::{AssessmentCard, CardComponent, CardRole, CardYear};
#[cfg(all(feature = "portfolio", feature = "curriculum"))]
pub(crate) use card::{card, card_text};
#[cfg(feature = "portfolio")]
pub use coverage::{CompetenceCoverage, Coverage, CoverageCell};
#[cfg(feature = "portfolio")]
pub(crate) use coverage::{coverage, coverage_text};
#[cfg(feature = "knowledge-base")]
pub use cube::{AxesBasis, Cube, CubeCell, CubeLine, CubeStageCells, EmptyCell};
#[cfg(feature = "knowledge-base")]
pub(crate) use cube::{cube, cube_text};
pub use curriculum_coverage::{
    CompetenceInCurriculum, CurriculumCoverage, ElementCoverage, KnowledgeBaseCoverage, KnowledgeBaseInLine,
    ServedCompetence, SubjectLineCoverage, ThemeCoverage, WebCoverage,
};
#[cfg(feature = "curriculum")]
pub(crate) use curriculum_coverage::{curriculum_coverage, curriculum_coverage_text};
#[cfg(feature = "portfolio")]
pub use hand_over::{Coming, HandOver, LastAdvice, OpenGoal, PlacementSoFar};
#[cfg(feature = "portfolio")]
pub(crate) use hand_over::{Page, hand_over_text};
#[cfg(all(feature = "portfolio", feature = "knowledge-base"))]
pub use just_in_time::{JustInTime, LearningNeed, NeedTheme, Suggestion, WithoutSuggestions};
#[cfg(all(feature = "portfolio", feature = "knowledge-base"))]
pub(crate) use just_in_time::{just_in_time, just_in_time_text};
#[cfg(feature = "partnership")]
pub use network::{
    ExhibitionCount, FullestDay, LayerState, MeetingCount, Network, NetworkMeetings, NetworkSchool, NetworkTotals,
    NetworkTrainers, Progress, SchoolMeetings, SchoolPeople, SchoolStudents, TrainerCount, TrainerDayCount,
    TrainerLoad, TrainerProgress, TrainerTeam, TrainingCount, TriadCount, YearStudents,
};
#[cfg(feature = "partnership")]
pub(crate) use network::{network, network_text};
#[cfg(all(feature = "portfolio", feature = "partnership"))]
pub(crate) use proposal::{Brought, named, proposal_check_text};
#[cfg(all(feature = "portfolio", feature = "partnership"))]
pub use proposal::{Proposal, ProposalCheck, ProposalFinding, ProposedPlacement, UnreadPortfolio};
pub use shown::{Always, Amount, Count, InsightPhrase, Json};
pub(crate) use steps::next_steps_text;
pub use steps::{NextStep, NextSteps, StepFinding};
pub use trace::{Trace, TracedRule};
pub(crate) use trace::{trace, trace_text};
#[cfg(all(feature = "portfolio", feature = "partnership"))]
pub(crate) use where_next::where_next_text;
#[cfg(all(feature = "portfolio", feature = "partnership"))]
pub use where_next::{
    Access, PlacementReason, ReasonAtSchool, SchoolForStudent, SchoolPlaces, StudentNext, StudentsOfYear, WhereNext,
};

#[cfg(feature = "portfolio")]
pub use comparison::{Comparison, DocumentsOfKind, FindingChange, SchoolChanges};
#[cfg(feature = "portfolio")]
pub(crate) use comparison::{Differing, comparison_text};
#[cfg(feature = "portfolio")]
pub use overview::{
    CompetenceInYear, CompetenceOverview, Overview, SchoolGroup, SchoolOverview, StudentsByRule, VerdictCounts,
};
#[cfg(feature = "portfolio")]
pub(crate) use overview::{Counting, Student, overview_text};
#[cfg(feature = "portfolio")]
pub use small_groups::SMALLEST_GROUP;

use crate::documents::DocumentRef;
use crate::finding::{Subject, SubjectKind};
use crate::grammar::{Closed as _, List, Record, record};

/// The lists that the readable texts have words of, besides those of a report: a file of sentences contains their labels.
pub const INSIGHT_LISTS: &[&List] = &[
    crate::finding::Step::LIST,
    crate::finding::Actor::LIST,
    InsightPhrase::LIST,
    crate::frameworks::StudyMode::LIST,
    crate::frameworks::AgeBand::LIST,
    crate::frameworks::AgeSpecialisation::LIST,
    crate::frameworks::Subject::LIST,
    crate::frameworks::Competence::LIST,
    crate::frameworks::WebComponent::LIST,
    #[cfg(all(feature = "portfolio", feature = "curriculum"))]
    ComponentState::LIST,
    #[cfg(all(feature = "portfolio", feature = "curriculum"))]
    YearResult::LIST,
    #[cfg(all(feature = "portfolio", feature = "curriculum"))]
    ProgrammeResult::LIST,
    #[cfg(all(feature = "portfolio", feature = "curriculum"))]
    Replayed::LIST,
    #[cfg(all(feature = "portfolio", feature = "curriculum"))]
    Input::LIST,
    #[cfg(all(feature = "portfolio", feature = "curriculum"))]
    ReplayPhrase::LIST,
    #[cfg(feature = "knowledge-base")]
    AxesBasis::LIST,
    #[cfg(all(feature = "portfolio", feature = "knowledge-base"))]
    WithoutSuggestions::LIST,
    #[cfg(feature = "portfolio")]
    SchoolGroup::LIST,
    #[cfg(feature = "partnership")]
    Progress::LIST,
    #[cfg(feature = "partnership")]
    crate::documents::MeetingKind::LIST,
    #[cfg(feature = "partnership")]
    crate::frameworks::CooperationLayer::LIST,
    #[cfg(all(feature = "portfolio", feature = "partnership"))]
    Access::LIST,
    #[cfg(all(feature = "portfolio", feature = "partnership"))]
    PlacementReason::LIST,
    #[cfg(all(feature = "portfolio", feature = "partnership"))]
    WithoutStudyYear::LIST,
    #[cfg(all(feature = "portfolio", feature = "partnership"))]
    crate::finding::Severity::LIST,
    crate::frameworks::CubeStage::LIST,
    crate::frameworks::CubeLevel::LIST,
    crate::frameworks::DefaultCubeTheme::LIST,
];

/// The shapes of results, by the name under which their schema is: `next-steps`, `trace`, `hand-over`, `coverage`,
/// `curriculum-coverage`, `assessment`, `assessment-card`, `bundle`, `replay`, `cube`, `just-in-time`,
/// `overview`, `comparison`, `network`, `where-next`, `proposal`, `proposal-check`.
pub const RESULTS: &[(&str, &Record)] = &[
    ("next-steps", NextSteps::RECORD),
    ("trace", Trace::RECORD),
    #[cfg(feature = "portfolio")]
    ("hand-over", HandOver::RECORD),
    #[cfg(feature = "portfolio")]
    ("coverage", Coverage::RECORD),
    ("curriculum-coverage", CurriculumCoverage::RECORD),
    #[cfg(all(feature = "portfolio", feature = "curriculum"))]
    ("assessment", ProgrammeAssessment::RECORD),
    #[cfg(all(feature = "portfolio", feature = "curriculum"))]
    ("assessment-card", AssessmentCard::RECORD),
    #[cfg(all(feature = "portfolio", feature = "curriculum"))]
    ("bundle", Bundle::RECORD),
    #[cfg(all(feature = "portfolio", feature = "curriculum"))]
    ("replay", Replay::RECORD),
    #[cfg(feature = "knowledge-base")]
    ("cube", Cube::RECORD),
    #[cfg(all(feature = "portfolio", feature = "knowledge-base"))]
    ("just-in-time", JustInTime::RECORD),
    #[cfg(feature = "portfolio")]
    ("overview", Overview::RECORD),
    #[cfg(feature = "portfolio")]
    ("comparison", Comparison::RECORD),
    #[cfg(feature = "partnership")]
    ("network", Network::RECORD),
    #[cfg(all(feature = "portfolio", feature = "partnership"))]
    ("where-next", WhereNext::RECORD),
    #[cfg(all(feature = "portfolio", feature = "partnership"))]
    ("proposal", Proposal::RECORD),
    #[cfg(all(feature = "portfolio", feature = "partnership"))]
    ("proposal-check", ProposalCheck::RECORD),
];

record! {
    /// A thing in a document.
    Thing<'a> needs {
        /// What kind of thing it is.
        kind: SubjectKind,
    } may {
        /// Its id, or its number.
        id: Option<Cow<'a, str>>,
        /// Its place in the document, as a JSON Pointer.
        path: Option<Cow<'a, str>>,
    }
}

impl From<&Subject> for Thing<'static> {
    fn from(subject: &Subject) -> Self {
        Self { kind: subject.kind, id: subject.id.clone().map(Cow::Owned), path: None }
    }
}

/// The document that it is about.
impl From<&DocumentRef> for Thing<'static> {
    fn from(document: &DocumentRef) -> Self {
        let kind = SubjectKind::from_key(document.kind.key()).unwrap_or(SubjectKind::Portfolio);
        Self { kind, id: document.id.clone().map(Cow::Owned), path: None }
    }
}
