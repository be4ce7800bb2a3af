//! What a finding is about.

use serde::ser::{Serialize, SerializeMap, Serializer};

#[cfg(feature = "insight")]
use crate::grammar::IdKind;
use crate::grammar::{Closed as _, closed};
#[cfg(feature = "insight")]
use crate::values::{
    AgreementId, AssessmentId, AssignmentId, BoardId, ClipId, CommunityId, ComponentId, DecisionId, DesignId,
    DevelopmentThemeId, ElementId, EvidenceId, ExemptionId, GoalId, KnowledgeId, MaterialId, PersonId, PlacementId,
    PlacementWeekId, ReflectionId, SchoolId, StudioId, ThemeId, TopicId,
};

closed! {
    /// A kind of item that a finding is about.
    SubjectKind {
        Portfolio = "portfolio", "portfolio", "portfolio";
        Curriculum = "curriculum", "opleidingsprogramma", "curriculum";
        Partnership = "partnership", "partnerschap", "partnership";
        KnowledgeBase = "knowledge-base", "kennisbank", "knowledge base";
        Student = "student", "student", "student";
        StudyYear = "study-year", "studiejaar" | "jaar", "study year";
        Exemption = "exemption", "vrijstelling", "exemption";
        Specialisation = "specialisation", "specialisatie", "specialisation";
        Placement = "placement", "plaatsing" | "stage", "placement";
        PlacementWeek = "placement-week", "stageweek", "placement week";
        Goal = "goal", "leerdoel of leervraag", "learning goal or question";
        Studio = "studio", "ontwerpatelier", "design studio";
        Design = "design", "ontwerp", "design";
        Reflection = "reflection", "reflectie", "reflection";
        Evidence = "evidence", "bewijs", "evidence";
        Assignment = "assignment", "portfolio-opdracht" | "opdracht", "portfolio assignment";
        Assessment = "assessment", "beoordeling", "assessment";
        Decision = "decision", "besluit", "decision";
        SchoolDevelopmentTheme = "school-development-theme", "schoolontwikkelingsthema", "school development theme";
        GraduationResearch = "graduation-research", "afstudeeronderzoek", "graduation research";
        Theme = "theme", "thema", "theme";
        Knowledge = "knowledge", "essentiële kennis", "essential knowledge";
        Material = "material", "leermiddel", "learning material";
        Clip = "clip", "kennisclip", "knowledge clip";
        Element = "element", "onderdeel van het opleidingsprogramma", "element of the curriculum";
        Component = "component", "toetsonderdeel", "part of the assessment framework";
        Partner = "partner", "partner", "partner";
        Board = "board", "schoolbestuur", "school board";
        School = "school", "opleidingsschool" | "school", "training school";
        Topic = "topic", "onderwerp van de onderzoeksagenda", "research agenda topic";
        Person = "person", "persoon", "person";
        Agreement = "agreement", "samenwerkingsovereenkomst", "cooperation agreement";
        TrainerDay = "trainer-day", "opleidersdag", "trainer day";
        Meeting = "meeting", "overleg of bijeenkomst", "meeting";
        Exhibition = "exhibition", "tentoonstelling", "exhibition";
        Layer = "layer", "laag van de samenwerking", "layer of cooperation";
        LearningCommunity = "learning-community", "professionele leergemeenschap (PLG)", "professional learning community";
    }
}

impl SubjectKind {
    /// The kind of id that names such an item in its document.
    #[cfg(feature = "insight")]
    pub(crate) fn named_by(self) -> Option<IdKind> {
        Some(match self {
            Self::Exemption => ExemptionId::KIND,
            Self::Placement => PlacementId::KIND,
            Self::PlacementWeek => PlacementWeekId::KIND,
            Self::Goal => GoalId::KIND,
            Self::Studio => StudioId::KIND,
            Self::Design => DesignId::KIND,
            Self::Reflection => ReflectionId::KIND,
            Self::Evidence => EvidenceId::KIND,
            Self::Assessment => AssessmentId::KIND,
            Self::Decision => DecisionId::KIND,
            Self::SchoolDevelopmentTheme => DevelopmentThemeId::KIND,
            Self::Theme => ThemeId::KIND,
            Self::Knowledge => KnowledgeId::KIND,
            Self::Material => MaterialId::KIND,
            Self::Clip => ClipId::KIND,
            Self::Assignment => AssignmentId::KIND,
            Self::Element => ElementId::KIND,
            Self::Component => ComponentId::KIND,
            Self::Board => BoardId::KIND,
            Self::School => SchoolId::KIND,
            Self::Topic => TopicId::KIND,
            Self::Person => PersonId::KIND,
            Self::Agreement => AgreementId::KIND,
            Self::LearningCommunity => CommunityId::KIND,
            Self::Portfolio
            | Self::Curriculum
            | Self::Partnership
            | Self::KnowledgeBase
            | Self::Student
            | Self::StudyYear
            | Self::Specialisation
            | Self::GraduationResearch
            | Self::Partner
            | Self::TrainerDay
            | Self::Meeting
            | Self::Exhibition
            | Self::Layer => return None,
        })
    }
}

/// What a finding is about: a kind of item, and its id where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Subject {
    /// The kind of item.
    pub kind: SubjectKind,
    /// Its id, or its number.
    pub id: Option<String>,
}

impl Subject {
    /// An item without an id.
    pub(crate) const fn of(kind: SubjectKind) -> Self {
        Self { kind, id: None }
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("kind", self.kind.key())?;
        if let Some(id) = &self.id {
            map.serialize_entry("id", id)?;
        }
        map.end()
    }
}
