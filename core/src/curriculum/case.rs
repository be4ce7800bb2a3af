//! What rules share in judging a curriculum: the day of judgement, the edition of the competences, its study years, what is
//! assessed in each, and which questions an element answers.
//!
//! A curriculum is judged by what held on the first day of the school year in which its first cohort begins: neither the
//! reference day nor a lens has an effect, so that a programme of long ago is judged by the law of its time.

use chrono::NaiveDate;

use crate::documents::{AssessmentOf, Component, Curriculum, CurriculumElement, CurriculumYear, Curriculums, Route};
use crate::finding::{Norm, Reason, Reply, SubjectKind, at, facts};
use crate::frameworks::{CompetenceEdition, Role, WebComponent};
#[cfg(feature = "insight")]
use crate::grammar::{Closed as _, Steps};
use crate::grammar::{Element, Sections};
use crate::judging::{About, Findings, Judged, Moment, Rule, Shortfall, Standing};
use crate::rulebook::Rulebook;
use crate::text::says_something;
use crate::values::{Set, StudyYear};

/// A curriculum before a rule.
pub(crate) struct CurriculumCase<'a> {
    curriculum: &'a Curriculum<'a>,
    rulebook: &'a Rulebook,
}

impl<'a> CurriculumCase<'a> {
    /// The curriculum.
    pub(crate) fn curriculum(&self) -> &'a Curriculum<'a> {
        self.curriculum
    }

    /// The day of judgement: the first day of the school year in which the first cohort begins.
    pub(crate) fn day(&self) -> NaiveDate {
        self.curriculum.first_cohort.first_day()
    }

    /// The value of a norm on the day of judgement.
    pub(crate) fn norm(&self, norm: &'static Norm) -> u32 {
        self.rulebook.norm(norm, self.day())
    }

    /// The value of a norm that is a set, on the day of judgement.
    pub(crate) fn norm_set<T: Element>(&self, norm: &'static Norm) -> Set<T> {
        Set::of_bits(self.norm(norm).into())
    }

    /// The edition of the competences: the one that the curriculum states, else the one in force on the day of judgement.
    pub(crate) fn edition(&self) -> CompetenceEdition {
        edition_of(self.curriculum)
    }

    /// A study year of the curriculum, with its position; none where the curriculum does not describe it.
    pub(crate) fn year(&self, study_year: StudyYear) -> Option<(usize, &'a CurriculumYear)> {
        self.curriculum.years.iter().enumerate().find(|(_, year)| year.study_year == study_year)
    }

    /// Something of each of the four study years; none where one of them does not have it.
    pub(crate) fn of_every_year<T>(&self, of: impl Fn(&CurriculumYear) -> Option<T>) -> Option<Vec<T>> {
        (1..=4).filter_map(StudyYear::new).map(|study_year| of(self.year(study_year)?.1)).collect()
    }

    /// Whether it is the four-year bachelor's programme.
    pub(crate) fn is_bachelor(&self) -> bool {
        self.curriculum.route.unwrap_or(Route::Bachelor) == Route::Bachelor
    }

    /// What the assessment framework assesses, with the positions.
    pub(crate) fn components(&self) -> impl Iterator<Item = (usize, &'a Component<'a>)> {
        self.curriculum.assessment.iter().flat_map(|framework| &framework.components).enumerate()
    }

    /// What it assesses in a study year.
    pub(crate) fn components_of(&self, study_year: StudyYear) -> impl Iterator<Item = (usize, &'a Component<'a>)> {
        self.components().filter(move |(_, component)| component.study_year == study_year)
    }
}

/// The edition of the competences that a curriculum follows: the one that it states, else the one in force on the day of
/// judgement.
pub(crate) fn edition_of(curriculum: &Curriculum<'_>) -> CompetenceEdition {
    curriculum.edition.unwrap_or_else(|| CompetenceEdition::of(curriculum.first_cohort))
}

/// What an element says of a component of the spider web.
fn answer<'e>(element: &'e CurriculumElement<'_>, component: WebComponent) -> Option<&'e str> {
    match component {
        WebComponent::Rationale => element.rationale.as_deref(),
        WebComponent::Aims => element.aims.as_deref(),
        WebComponent::Content => element.content.as_deref(),
        WebComponent::Activities => element.activities.as_deref(),
        WebComponent::TeacherRole => element.teacher_role.as_deref(),
        WebComponent::Materials => element.materials.as_deref(),
        WebComponent::Grouping => element.grouping.as_deref(),
        WebComponent::Location => element.location.as_deref(),
        WebComponent::Time => element.time.as_deref(),
        WebComponent::Assessment => element.assessment.as_deref(),
    }
}

/// Those of these components of the spider web that are open in an element: of which it says nothing.
pub(crate) fn open_components(element: &CurriculumElement<'_>, of: Set<WebComponent>) -> Set<WebComponent> {
    of.iter().filter(|component| !answer(element, *component).is_some_and(says_something)).collect()
}

/// Judges who assesses the components of these kinds: somebody in each of these roles; others may take part as well.
pub(crate) fn judge_assessors(
    case: &CurriculumCase<'_>,
    findings: &mut Findings<'_, '_>,
    of: &[AssessmentOf],
    roles: [Role; 2],
) -> Reply {
    let roles: Set<Role> = roles.into_iter().collect();
    for (at, component) in case.components().filter(|(_, component)| of.contains(&component.of)) {
        let missing = roles.without(component.assessors);
        findings.judge(About::the(SubjectKind::Component, &component.id), missing.is_empty(), Standing::DUE, || {
            let facts = facts! { component: &component.id, missing: missing };
            Shortfall::new(at!(Curriculum: assessment.components[at].assessors), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}

impl Judged for Curriculums {
    type Case<'c> = CurriculumCase<'c>;
    type When = ();
    type Others = ();

    fn case<'c>(
        curriculum: &'c Curriculum<'c>,
        _moment: Moment,
        rulebook: &'c Rulebook,
        _others: Option<&'c ()>,
    ) -> CurriculumCase<'c> {
        CurriculumCase { curriculum, rulebook }
    }

    fn beforehand(case: &CurriculumCase<'_>, rule: &Rule<Self>) -> Option<Reply> {
        (!rule.meta.window.holds(case.day())).then(|| Reply::not_applicable(Reason::NotInForce))
    }

    fn reads(_case: &CurriculumCase<'_>, _rule: &Rule<Self>) -> Sections {
        Sections::NONE
    }

    #[cfg(feature = "insight")]
    fn place_of(document: &Curriculum<'_>, kind: SubjectKind, id: Option<&str>) -> Option<Steps> {
        let path = match kind {
            SubjectKind::StudyYear => {
                let at = document.years.iter().position(|year| Some(year.study_year.as_str()) == id)?;
                at!(Curriculum: years[at])
            }
            SubjectKind::Theme => {
                let at = document.themes.iter().position(|theme| Some(theme.id.as_str()) == id)?;
                at!(Curriculum: themes[at])
            }
            SubjectKind::Partner => {
                let partners = &document.assessment.as_ref()?.partners;
                let at = partners.iter().position(|task| Some(task.partner.key()) == id)?;
                at!(Curriculum: assessment.partners[at])
            }
            // Named by an id, or a part of other documents.
            SubjectKind::Portfolio
            | SubjectKind::Curriculum
            | SubjectKind::Partnership
            | SubjectKind::KnowledgeBase
            | SubjectKind::Student
            | SubjectKind::Exemption
            | SubjectKind::Specialisation
            | SubjectKind::Placement
            | SubjectKind::PlacementWeek
            | SubjectKind::Goal
            | SubjectKind::Studio
            | SubjectKind::Design
            | SubjectKind::Reflection
            | SubjectKind::Evidence
            | SubjectKind::Assignment
            | SubjectKind::Assessment
            | SubjectKind::Decision
            | SubjectKind::SchoolDevelopmentTheme
            | SubjectKind::GraduationResearch
            | SubjectKind::Knowledge
            | SubjectKind::Material
            | SubjectKind::Clip
            | SubjectKind::Element
            | SubjectKind::Component
            | SubjectKind::Board
            | SubjectKind::School
            | SubjectKind::Topic
            | SubjectKind::Person
            | SubjectKind::Agreement
            | SubjectKind::TrainerDay
            | SubjectKind::Meeting
            | SubjectKind::Exhibition
            | SubjectKind::Layer
            | SubjectKind::LearningCommunity => return None,
        };
        Some(*path.steps())
    }
}
