//! What rules share in judging a curriculum: the day of judgement, the edition of the competences, its study years, what is
//! assessed in each, and which questions an element answers.
//!
//! A curriculum is judged by what held on the first day of the school year in which its first cohort begins: neither the
//! reference day nor a lens has an effect, so that a programme of long ago is judged by the law of its time.

#![expect(dead_code, reason = "the rules that share the rest come after the first one")]

use chrono::NaiveDate;

use crate::documents::{Component, Curriculum, CurriculumElement, CurriculumYear, Curriculums, PassRule};
use crate::finding::{Norm, Reason, Reply};
#[cfg(feature = "insight")]
use crate::finding::{SubjectKind, at};
use crate::frameworks::{CompetenceEdition, WebComponent};
#[cfg(feature = "insight")]
use crate::grammar::Steps;
use crate::grammar::{Closed as _, Element, Sections};
use crate::judging::{Judged, Moment, Rule};
use crate::rulebook::Rulebook;
use crate::text::says_something;
use crate::values::{Set, StudyYear};

/// A curriculum before a rule.
pub(crate) struct CurriculumCase<'a> {
    curriculum: &'a Curriculum<'a>,
    rulebook: &'a Rulebook,
}

/// The first year of the cohorts that follow the edition of 2017. Source: Stb. 2017, 148.
const CHANGED: u16 = 2017;

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
        let of_then = || {
            let is_new = self.curriculum.first_cohort.first_year() >= CHANGED;
            if is_new { CompetenceEdition::Edition2017 } else { CompetenceEdition::Edition2005 }
        };
        self.curriculum.edition.unwrap_or_else(of_then)
    }

    /// A study year of the curriculum, with its position; none where the curriculum does not describe it.
    pub(crate) fn year(&self, study_year: StudyYear) -> Option<(usize, &'a CurriculumYear)> {
        self.curriculum.years.iter().enumerate().find(|(_, year)| year.study_year == study_year)
    }

    /// What the assessment framework assesses, with the positions.
    pub(crate) fn components(&self) -> impl Iterator<Item = (usize, &'a Component<'a>)> {
        self.curriculum.assessment.iter().flat_map(|framework| &framework.components).enumerate()
    }

    /// What it assesses in a study year.
    pub(crate) fn components_of(&self, study_year: StudyYear) -> impl Iterator<Item = (usize, &'a Component<'a>)> {
        self.components().filter(move |(_, component)| component.study_year == study_year)
    }

    /// The pass rule of a study year, with its position.
    pub(crate) fn pass_rule(&self, study_year: StudyYear) -> Option<(usize, &'a PassRule)> {
        let rules = self.curriculum.assessment.iter().flat_map(|framework| &framework.pass_rules);
        rules.enumerate().find(|(_, rule)| rule.study_year == study_year)
    }
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

/// The components of the spider web that are open in an element: of which it says nothing. `of_the_five` takes those that
/// answer one of the five questions, else the others.
pub(crate) fn open_components(element: &CurriculumElement<'_>, of_the_five: bool) -> Set<WebComponent> {
    let all = WebComponent::ALL.iter().copied().filter(|component| component.question().is_some() == of_the_five);
    all.filter(|component| !answer(element, *component).is_some_and(says_something)).collect()
}

impl Judged for Curriculums {
    type Case<'c> = CurriculumCase<'c>;
    type When = ();

    fn case<'c>(curriculum: &'c Curriculum<'c>, _moment: Moment, rulebook: &'c Rulebook) -> CurriculumCase<'c> {
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
            | SubjectKind::Component => return None,
        };
        Some(*path.steps())
    }
}
