//! What rules share in judging a portfolio: days, study years, phases and drafts (rules.md, *Semantics*).
//!
//! A document is judged as it stood on the reference day: what is dated later is invisible to every rule, what is
//! undated is looked at. What rules need for one thing after another is looked up: a case is built once per document,
//! and what few rules need, when the first of them needs it.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::Arc;

use chrono::NaiveDate;

use super::days::{
    Entry, Interruptions, StudyYearCase, StudyYearsByDay, attended, first_day_of, in_circles, school_year_of_most,
    stretches, study_years, together,
};
use super::{Others, When};
#[cfg(feature = "curriculum")]
use crate::curriculum::Programme;
#[cfg(feature = "partnership")]
use crate::documents::Kind;
#[cfg(feature = "insight")]
use crate::documents::YearEntry;
use crate::documents::{
    Assessment, DecisionKind, DecisionOutcome, Design, DevelopmentTheme, Evidence, Exemption, ExemptionOf, Goal,
    GraduationResearch, Matching, PersonInRole, Placement, PlacementKind, Portfolio, Portfolios, Reflection, Setting,
    Specialisation, State, Studio, Used,
};
#[cfg(feature = "partnership")]
use crate::finding::Meta;
#[cfg(any(feature = "insight", feature = "partnership"))]
use crate::finding::SubjectKind;
#[cfg(feature = "insight")]
use crate::finding::at;
use crate::finding::{Norm, Phase, Reason, Reply};
use crate::frameworks::{CompetenceEdition, StudyMode};
#[cfg(feature = "insight")]
use crate::grammar::Steps;
use crate::grammar::{Closed as _, Element, Sections, sections};
use crate::judging::{About, Findings, Judged, Lens, Moment, Rule, Standing};
#[cfg(feature = "knowledge-base")]
use crate::knowledge_base::Base;
#[cfg(feature = "partnership")]
use crate::partnership::{Network, n4_meetings::EXHIBITION_MISSING};
use crate::rulebook::Rulebook;
use crate::sort::{Listed as _, Texts, ascending, sorted};
use crate::text::says_something;
#[cfg(feature = "insight")]
use crate::values::AssignmentId;
#[cfg(feature = "partnership")]
use crate::values::PartnershipId;
use crate::values::{
    AssessmentId, DevelopmentThemeId, EvidenceId, GoalId, Group, Period, PlacementId, SchoolYear, Set, StudioId,
    StudyYear,
};

/// Whether an optional text is present and not blank.
pub(crate) fn said(text: Option<&Cow<'_, str>>) -> bool {
    text.is_some_and(|text| says_something(text))
}

/// A portfolio before a rule.
pub(crate) struct PortfolioCase<'a> {
    portfolio: &'a Portfolio<'a>,
    as_of: NaiveDate,
    #[cfg(all(feature = "curriculum", feature = "insight"))]
    lens: Lens,
    rulebook: &'a Rulebook,
    /// The school years attended that have begun, by first day.
    entries: Vec<Entry>,
    /// Their positions, by school year.
    entries_by_school_year: OnceCell<Vec<usize>>,
    /// Those of the four study years that have begun.
    study_years: [Option<StudyYearCase>; 4],
    /// The study years of a day.
    days: OnceCell<StudyYearsByDay>,
    interruptions: OnceCell<Interruptions>,
    /// The days on which the student left the programme, in order.
    leavings: Vec<NaiveDate>,
    /// The exemptions in force, one of each kind and study year.
    exemptions: Vec<&'a Exemption<'a>>,
    /// What has begun of each section, with its position: most rules walk over it.
    placements: Vec<(usize, &'a Placement<'a>)>,
    designs: Vec<(usize, &'a Design<'a>)>,
    reflections: Vec<(usize, &'a Reflection<'a>)>,
    evidence: Vec<(usize, &'a Evidence<'a>)>,
    studios: Vec<(usize, &'a Studio<'a>)>,
    goals: Vec<(usize, &'a Goal<'a>)>,
    /// The assessments that have been made and that no other one has replaced.
    assessments: OnceCell<Vec<(usize, &'a Assessment<'a>)>>,
    placements_by_id: ById<'a>,
    evidence_by_id: ById<'a>,
    goals_by_id: ById<'a>,
    studios_by_id: ById<'a>,
    themes_by_id: ById<'a>,
    assessments_by_id: ById<'a>,
    /// The positions of the assessments that others have replaced, in order.
    replaced: OnceCell<Vec<usize>>,
    graduated: bool,
    /// The last school year attended was left, with or without diploma.
    gone: bool,
    left: bool,
    /// The curriculum that belongs to the student.
    #[cfg(feature = "curriculum")]
    programme: Option<&'a Programme>,
    /// The partnerships that belong to the student, by school year.
    #[cfg(feature = "partnership")]
    networks: Vec<&'a Network>,
    /// The partnerships, of those that there are, that list the student.
    #[cfg(feature = "partnership")]
    listing: Vec<&'a Network>,
    /// The knowledge base that belongs to the student.
    #[cfg(feature = "knowledge-base")]
    base: Option<&'a Base>,
}

impl<'a> PortfolioCase<'a> {
    /// A portfolio on a day. `others` are the documents of other kinds of which some may belong to it.
    pub(crate) fn new(
        portfolio: &'a Portfolio<'a>,
        moment: Moment,
        rulebook: &'a Rulebook,
        others: Option<&'a Others>,
    ) -> Self {
        let case = Self::of(portfolio, moment, rulebook, true);
        match others {
            Some(others) => case.with(others),
            None => case,
        }
    }

    /// Whole, or without designs, reflections, studios and goals.
    fn of(portfolio: &'a Portfolio<'a>, Moment { as_of, lens }: Moment, rulebook: &'a Rulebook, whole: bool) -> Self {
        let decided = portfolio.decisions.iter().any(|decision| {
            decision.kind == DecisionKind::Graduation
                && decision.outcome != Some(DecisionOutcome::Negative)
                && begun_by(as_of, decision.on)
        });
        let begun = |day| begun_by(as_of, day);
        let attended = attended(portfolio, as_of);
        let leavings = attended.iter().filter_map(Entry::left_on).filter(|day| *day <= as_of).listed();
        let entries = together(attended);
        let gone = entries.last().and_then(Entry::left_on).is_some_and(|day| day <= as_of);
        Self {
            portfolio,
            as_of,
            #[cfg(all(feature = "curriculum", feature = "insight"))]
            lens,
            rulebook,
            study_years: study_years(&entries, as_of, lens),
            entries,
            entries_by_school_year: OnceCell::new(),
            days: OnceCell::new(),
            interruptions: OnceCell::new(),
            leavings: sorted(leavings, Ord::cmp),
            exemptions: exemptions(portfolio, as_of),
            placements: those(&portfolio.placements, |placement| begun(first_day_of(placement))),
            designs: those(in_whole(&portfolio.designs, whole), |design| {
                let days = design.phases.iter().filter_map(|step| step.period.as_ref().map(|period| period.from));
                begun(days.chain(design.submitted_on).min())
            }),
            reflections: those(in_whole(&portfolio.reflections, whole), |reflection| begun(reflection.date)),
            evidence: those(&portfolio.evidence, |evidence| is_there_by(as_of, evidence)),
            studios: those(in_whole(&portfolio.studios, whole), |studio| begun(studio.date)),
            goals: those(in_whole(&portfolio.goals, whole), |goal| begun(goal.set_on)),
            assessments: OnceCell::new(),
            placements_by_id: ById::default(),
            evidence_by_id: ById::default(),
            goals_by_id: ById::default(),
            studios_by_id: ById::default(),
            themes_by_id: ById::default(),
            assessments_by_id: ById::default(),
            replaced: OnceCell::new(),
            graduated: decided || lens == Lens::Graduating,
            gone,
            left: gone && !decided,
            #[cfg(feature = "curriculum")]
            programme: None,
            #[cfg(feature = "partnership")]
            networks: Vec::new(),
            #[cfg(feature = "partnership")]
            listing: Vec::new(),
            #[cfg(feature = "knowledge-base")]
            base: None,
        }
    }

    /// With the documents of other kinds that belong to it.
    #[cfg_attr(
        not(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base")),
        expect(unused_mut, unused_variables, reason = "a build that has portfolios alone compares them with nothing")
    )]
    fn with(mut self, others: &'a Others) -> Self {
        #[cfg(feature = "curriculum")]
        if let Some(cohort) = self.cohort() {
            self.programme = others.programmes.of(&self.portfolio.student, self.mode(), cohort);
        }
        // Most validators were given none.
        #[cfg(feature = "partnership")]
        if !others.networks.is_empty() {
            let school_years = sorted(self.entries.iter().map(|entry| entry.school_year).listed(), Ord::cmp);
            let different = school_years.chunk_by(PartialEq::eq).filter_map(|same| same.first());
            let network =
                |school_year: &SchoolYear| others.networks.of(self.partnership_in(*school_year), *school_year);
            self.networks = different.filter_map(network).listed();
            self.listing = others.networks.listing(&self.portfolio.student.id, self.as_of);
        }
        #[cfg(feature = "knowledge-base")]
        {
            self.base = others.bases.of(self.portfolio.student.partnership.as_ref());
        }
        self
    }

    /// The partnership that the student was in in a school year, as far as the portfolio names one.
    #[cfg(feature = "partnership")]
    pub(super) fn partnership_in(&self, school_year: SchoolYear) -> Option<&'a PartnershipId<'a>> {
        let student = &self.portfolio.student;
        let of_year = student.years.iter().filter(|entry| entry.school_year == school_year);
        of_year.filter_map(|entry| entry.partnership.as_ref()).next_back().or(student.partnership.as_ref())
    }

    /// The partnerships that belong to the student, by school year.
    #[cfg(feature = "partnership")]
    pub(crate) fn networks(&self) -> &[&'a Network] {
        &self.networks
    }

    /// The partnership that belongs to the student in a school year.
    #[cfg(feature = "partnership")]
    pub(crate) fn network(&self, school_year: SchoolYear) -> Option<&'a Network> {
        let found = self.networks.binary_search_by(|network| network.school_year().cmp(&school_year)).ok()?;
        self.networks.get(found).copied()
    }

    /// The partnerships, of those that there are, that list the student.
    #[cfg(feature = "partnership")]
    pub(crate) fn listing(&self) -> &[&'a Network] {
        &self.listing
    }

    /// The knowledge base that belongs to the student.
    #[cfg(feature = "knowledge-base")]
    pub(crate) fn base(&self) -> Option<&'a Base> {
        self.base
    }

    /// What an assessment framework looks at of the same portfolio, as it stood on another day: no designs, reflections, studios
    /// and goals.
    #[cfg(feature = "curriculum")]
    pub(super) fn assessed_on(&self, day: NaiveDate) -> Self {
        Self { programme: self.programme, ..Self::of(self.portfolio, Moment::on(day), self.rulebook, false) }
    }

    /// The curriculum that belongs to the student.
    #[cfg(feature = "curriculum")]
    pub(crate) fn programme(&self) -> Option<&'a Programme> {
        self.programme
    }

    /// The reference day.
    pub(crate) fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The question about the portfolio.
    #[cfg(all(feature = "curriculum", feature = "insight"))]
    pub(super) fn lens(&self) -> Lens {
        self.lens
    }

    /// The value of a norm on a day.
    pub(crate) fn norm(&self, norm: &'static Norm, day: NaiveDate) -> u32 {
        self.rulebook.norm(norm, day.min(self.as_of))
    }

    /// The value of a norm that is a set, on a day.
    pub(crate) fn norm_set<T: Element>(&self, norm: &'static Norm, day: NaiveDate) -> Set<T> {
        Set::of_bits(self.norm(norm, day).into())
    }

    /// Whether something with this date has begun; undated items count as begun.
    pub(crate) fn has_begun(&self, day: Option<NaiveDate>) -> bool {
        begun_by(self.as_of, day)
    }

    fn period_has_begun(&self, period: Option<&Period>) -> bool {
        self.has_begun(period.map(|period| period.from))
    }

    /// How the student is enrolled.
    pub(crate) fn mode(&self) -> StudyMode {
        self.portfolio.student.mode.unwrap_or(StudyMode::FullTime)
    }

    pub(crate) fn portfolio(&self) -> &'a Portfolio<'a> {
        self.portfolio
    }

    /// Placements that have begun, with their positions.
    pub(crate) fn placements(&self) -> impl Iterator<Item = (usize, &'a Placement<'a>)> {
        self.placements.iter().copied()
    }

    /// Placements at a training school that have begun, with their positions: one abroad is at none.
    pub(crate) fn placements_at_schools(&self) -> impl Iterator<Item = (usize, &'a Placement<'a>)> {
        self.placements().filter(|(_, placement)| placement.kind != Some(PlacementKind::Abroad))
    }

    /// Placements in a study year that have begun, with their positions.
    pub(crate) fn placements_in(&self, number: StudyYear) -> impl Iterator<Item = (usize, &'a Placement<'a>)> {
        self.placements().filter(move |(_, placement)| self.is_in(placement, number))
    }

    /// Placements with groups that have begun, with their positions: special education has none.
    pub(crate) fn with_groups(&self) -> impl Iterator<Item = (usize, &'a Placement<'a>)> {
        self.placements().filter(|(_, placement)| !is_special(placement) && !placement.groups.is_empty())
    }

    /// Whether a placement has a group of an age band, by the norm of its first day.
    pub(crate) fn is_in_band(&self, placement: &Placement<'_>, band: &'static Norm) -> bool {
        let day = first_day_of(placement).unwrap_or(self.as_of);
        placement.groups.overlaps(self.norm_set::<Group>(band, day))
    }

    /// The match of a placement, when it has been made.
    pub(crate) fn matching(&self, placement: &'a Placement<'a>) -> Option<&'a Matching<'a>> {
        placement.matching.as_ref().filter(|matching| self.has_begun(matching.on))
    }

    /// The persons whose period has begun.
    pub(crate) fn persons<'p>(&self, persons: &'p [PersonInRole<'p>]) -> impl Iterator<Item = &'p PersonInRole<'p>> {
        persons.iter().filter(|person| self.period_has_begun(person.period.as_ref()))
    }

    /// Designs that have been begun or submitted, with their positions.
    pub(crate) fn designs(&self) -> impl Iterator<Item = (usize, &'a Design<'a>)> {
        self.designs.iter().copied()
    }

    /// Whether a design is completed: no draft, and submitted by the reference day, or on a day that is not given.
    pub(crate) fn is_completed(&self, design: &Design<'_>) -> bool {
        design.state != Some(State::Draft) && self.has_begun(design.submitted_on)
    }

    /// Designs that have been begun and are completed, with their positions.
    pub(crate) fn completed_designs(&self) -> impl Iterator<Item = (usize, &'a Design<'a>)> {
        self.designs().filter(|(_, design)| self.is_completed(design))
    }

    /// Studios that have been held, with their positions.
    pub(crate) fn studios(&self) -> impl Iterator<Item = (usize, &'a Studio<'a>)> {
        self.studios.iter().copied()
    }

    /// Studios that the student attended, with their positions.
    pub(crate) fn attended_studios(&self) -> impl Iterator<Item = (usize, &'a Studio<'a>)> {
        self.studios().filter(|(_, studio)| studio.attended != Some(false))
    }

    /// Whether a studio with this id has been held; none when it was lost, since what refers to nothing is not judged.
    pub(crate) fn has_studio(&self, id: &StudioId<'_>) -> Option<bool> {
        let all = &self.portfolio.studios;
        let found = self.studios_by_id.among(all, |one| one.id.as_str(), id.as_str());
        found.map(|studio| self.has_begun(studio.date))
    }

    /// Reflections written, with their positions.
    pub(crate) fn reflections(&self) -> impl Iterator<Item = (usize, &'a Reflection<'a>)> {
        self.reflections.iter().copied()
    }

    /// Evidence of what has happened, with its positions.
    pub(crate) fn evidence(&self) -> impl Iterator<Item = (usize, &'a Evidence<'a>)> {
        self.evidence.iter().copied()
    }

    /// Whether evidence with this id is there; none when it was lost, since what refers to nothing is not judged.
    pub(crate) fn has_evidence(&self, id: &EvidenceId<'_>) -> Option<bool> {
        self.evidence_named(id).map(|evidence| self.is_there(evidence))
    }

    /// The evidence with this id, also what is still to come; none when it was lost.
    pub(crate) fn evidence_named(&self, id: &EvidenceId<'_>) -> Option<&'a Evidence<'a>> {
        self.portfolio.evidence.get(self.evidence_at(id)?)
    }

    /// The position of the evidence with this id; none when it was lost.
    pub(crate) fn evidence_at(&self, id: &EvidenceId<'_>) -> Option<usize> {
        self.evidence_by_id.find(&mut self.portfolio.evidence.iter().map(|one| one.id.as_str()), id.as_str())
    }

    /// Whether a goal with this id has been set; none when it was lost, since what refers to nothing is not judged.
    pub(crate) fn has_goal(&self, id: &GoalId<'_>) -> Option<bool> {
        let all = &self.portfolio.goals;
        let found = self.goals_by_id.among(all, |one| one.id.as_str(), id.as_str());
        found.map(|goal| self.has_begun(goal.set_on))
    }

    /// Goals and questions that have been set, with their positions.
    pub(crate) fn goals(&self) -> impl Iterator<Item = (usize, &'a Goal<'a>)> {
        self.goals.iter().copied()
    }

    /// Which goals, by position, a design, evidence or a reflection takes up.
    pub(crate) fn goals_taken_up(&self) -> Vec<bool> {
        let goals = &self.portfolio.goals;
        let mut taken_up = vec![false; goals.len()];
        if goals.is_empty() {
            return taken_up;
        }
        let mut mark = |named: &[GoalId<'_>]| {
            for id in named {
                let at = self.goals_by_id.find(&mut goals.iter().map(|goal| goal.id.as_str()), id.as_str());
                at.and_then(|at| taken_up.get_mut(at)).into_iter().for_each(|taken_up| *taken_up = true);
            }
        };
        self.designs().for_each(|(_, design)| mark(&design.goals));
        self.evidence().for_each(|(_, evidence)| mark(&evidence.goals));
        self.reflections().for_each(|(_, reflection)| mark(&reflection.goals));
        taken_up
    }

    /// Whether evidence has begun: what it shows has happened, and it was added.
    pub(crate) fn is_there(&self, evidence: &Evidence<'_>) -> bool {
        is_there_by(self.as_of, evidence)
    }

    /// Assessments made that count, with their positions: what another one has replaced is history (semantics 5).
    pub(crate) fn assessments(&self) -> impl Iterator<Item = (usize, &'a Assessment<'a>)> {
        let counts = |(at, made): &(usize, &Assessment<'_>)| {
            self.has_begun(made.date) && self.replaced().binary_search(at).is_err()
        };
        let made =
            self.assessments.get_or_init(|| self.portfolio.assessments.iter().enumerate().filter(counts).listed());
        made.iter().copied()
    }

    /// The positions of the assessments that another one, final and begun, has replaced. Those that replace one another
    /// in a circle all count.
    fn replaced(&self) -> &[usize] {
        self.replaced.get_or_init(|| {
            let targets = self.replacements(|made| made.is_final == Some(true));
            let circles = in_circles(&targets);
            let in_circle = |at: &usize| circles.get(*at).copied().unwrap_or_default();
            sorted(targets.into_iter().flatten().filter(|at| !in_circle(at)).listed(), Ord::cmp)
        })
    }

    /// For each assessment the position of the one that it replaces, once it has been made and counts as this says;
    /// nothing where none replaces another.
    fn replacements(&self, counts: impl Fn(&Assessment<'_>) -> bool) -> Vec<Option<usize>> {
        let made = &self.portfolio.assessments;
        let replaces = |made: &Assessment<'_>| counts(made) && self.has_begun(made.date);
        if !made.iter().any(|made| made.replaces.is_some() && replaces(made)) {
            return Vec::new();
        }
        let found = |id| self.assessment_at(id);
        made.iter().map(|made| made.replaces.as_ref().filter(|_| replaces(made)).and_then(found)).collect()
    }

    /// The position of the assessment with this id; none when it was lost.
    pub(super) fn assessment_at(&self, id: &AssessmentId<'_>) -> Option<usize> {
        let all = &self.portfolio.assessments;
        self.assessments_by_id.find(&mut all.iter().map(|one| one.id.as_str()), id.as_str())
    }

    /// How many of these assessments have been made, where one that another of them has replaced does not count; and
    /// whether one of them was lost.
    pub(crate) fn assessments_named(&self, ids: &[AssessmentId<'_>]) -> (usize, bool) {
        let mut named = sorted(ids.iter().map(|id| self.assessment_at(id)).collect(), Ord::cmp);
        named.dedup();
        let all = &self.portfolio.assessments;
        let found = named.iter().copied().flatten();
        let made: Vec<_> =
            found.filter_map(|at| Some((at, all.get(at).filter(|made| self.has_begun(made.date))?))).listed();
        let replacing = made.iter().filter(|(_, made)| made.is_final == Some(true));
        let targets = replacing.filter_map(|(_, made)| self.assessment_at(made.replaces.as_ref()?));
        let targets = sorted(targets.listed(), Ord::cmp);
        let is_in = |positions: &[usize], at: usize| positions.binary_search(&at).is_ok();
        let count = made.iter().filter(|(at, _)| !(is_in(&targets, *at) && is_in(self.replaced(), *at))).count();
        (count, named.first() == Some(&None))
    }

    /// The circles in which assessments that were made replace one another: the positions of each, the first in the
    /// document first.
    pub(crate) fn circles_of_replacements(&self) -> Vec<Vec<usize>> {
        let targets = self.replacements(|_| true);
        let mut open = in_circles(&targets);
        let mut circles = Vec::new();
        for start in 0..targets.len() {
            let mut circle = Vec::new();
            let mut at = start;
            while let Some(in_circle) = open.get_mut(at).filter(|in_circle| **in_circle) {
                *in_circle = false;
                circle.push(at);
                let Some(next) = targets.get(at).copied().flatten() else { break };
                at = next;
            }
            if !circle.is_empty() {
                circles.push(circle);
            }
        }
        circles
    }

    /// The study years that the student's entries give a school year, as far as they have begun; none when they are
    /// read off the placements.
    pub(crate) fn study_years_recorded(&self, school_year: SchoolYear) -> Set<StudyYear> {
        let recorded = !self.portfolio.student.years.is_empty();
        self.entries_in(school_year).filter(|_| recorded).map(|(_, entry)| entry.study_year).collect()
    }

    /// Final assessments, with their positions.
    pub(crate) fn final_assessments(&self) -> impl Iterator<Item = (usize, &'a Assessment<'a>)> {
        self.assessments().filter(|(_, assessment)| assessment.is_final == Some(true))
    }

    /// School development themes that have been begun, with their positions.
    pub(crate) fn development_themes(&self) -> impl Iterator<Item = (usize, &'a DevelopmentTheme<'a>)> {
        let research = self.portfolio.research.iter();
        let themes = research.flat_map(|research| research.school_development_themes.iter().enumerate());
        themes.filter(|(_, theme)| self.has_begun(theme.started_on))
    }

    /// The school development themes of this study year that have been begun, with their positions.
    pub(crate) fn themes_of(&self, number: StudyYear) -> impl Iterator<Item = (usize, &'a DevelopmentTheme<'a>)> {
        self.development_themes().filter(move |(_, theme)| self.study_years_of_theme(theme).contains(number))
    }

    /// The school development theme with this id; none when it was lost, since what refers to nothing is not judged.
    pub(crate) fn development_theme(&self, id: &DevelopmentThemeId<'_>) -> Option<&'a DevelopmentTheme<'a>> {
        let all = &self.portfolio.research.as_ref()?.school_development_themes;
        self.themes_by_id.among(all, |one| one.id.as_str(), id.as_str())
    }

    /// The graduation research, when it has been begun.
    pub(crate) fn graduation(&self) -> Option<&'a GraduationResearch<'a>> {
        let research = self.portfolio.research.as_ref().and_then(|research| research.graduation.as_ref());
        research.filter(|research| self.has_begun(research.started_on.or(research.set_on)))
    }

    /// The graduation research, when its theme has been set.
    pub(crate) fn graduation_with_theme(&self) -> Option<&'a GraduationResearch<'a>> {
        let research = self.portfolio.research.as_ref().and_then(|research| research.graduation.as_ref());
        let set = |research: &&GraduationResearch<'_>| research.set_on.is_some() || said(research.theme.as_ref());
        research.filter(set).filter(|research| self.has_begun(research.set_on))
    }

    /// The specialisation, when one or profile subjects have been chosen and no later day is given for its taking
    /// effect.
    pub(crate) fn specialisation(&self) -> Option<&'a Specialisation> {
        self.choice().filter(|chosen| self.has_begun(chosen.in_effect_from))
    }

    /// The specialisation or the profile subjects chosen, even when they take effect on a later day.
    pub(crate) fn choice(&self) -> Option<&'a Specialisation> {
        self.portfolio.specialisation.as_ref().filter(|chosen| {
            let says_one = chosen.age_specialisation.is_some() || !chosen.profile_subjects.is_empty();
            says_one && self.has_begun(chosen.chosen_on)
        })
    }

    /// The cohort: the student's, else the school year in which study year 1 was begun (semantics 7).
    pub(crate) fn cohort(&self) -> Option<SchoolYear> {
        let first = || self.entries.iter().find(|entry| entry.study_year.get() == 1).map(|entry| entry.school_year);
        self.portfolio.student.cohort.or_else(first)
    }

    /// The editions of the competences that a student of this cohort may use (semantics 7): the one that the curriculum states,
    /// else the one in force when the cohort began; either of them for who crossed the change.
    pub(crate) fn editions(&self, cohort: SchoolYear) -> Set<CompetenceEdition> {
        match self.stated_edition() {
            Some(stated) => [stated].into(),
            None if self.crossed(cohort, CompetenceEdition::CHANGED) => {
                CompetenceEdition::ALL.iter().copied().collect()
            }
            None => [CompetenceEdition::of(cohort)].into(),
        }
    }

    /// The edition that the curriculum of the student states.
    #[cfg(feature = "curriculum")]
    fn stated_edition(&self) -> Option<CompetenceEdition> {
        self.programme?.framework().curriculum.edition
    }

    #[cfg(not(feature = "curriculum"))]
    #[expect(clippy::unused_self, reason = "as in a build that has curricula")]
    fn stated_edition(&self) -> Option<CompetenceEdition> {
        None
    }

    /// Whether a student of this cohort began before 1 August of this year and still attended in the school year that
    /// it opens, or in a later one; without entries by the nominal four years.
    pub(crate) fn crossed(&self, cohort: SchoolYear, year: u16) -> bool {
        let later = |school_year: SchoolYear| school_year.first_year() >= year;
        let nominal = || {
            let come = SchoolYear::beginning(year).is_some_and(|opens| opens.first_day() <= self.as_of);
            come && SchoolYear::beginning(cohort.first_year() + 3).is_some_and(later)
        };
        !later(cohort)
            && (self.entries.iter().any(|entry| later(entry.school_year)) || self.entries.is_empty() && nominal())
    }

    /// How serious a shortfall is that is allowed for a number of days after its first, which is day 0 (semantics 5).
    pub(crate) fn after_grace(&self, first: NaiveDate, days: u32) -> Standing {
        match self.counted_day(first, days) {
            Some(last) if last < self.as_of => Standing::DUE,
            last => Standing::not_yet(last),
        }
    }

    fn interruptions(&self) -> &Interruptions {
        self.interruptions.get_or_init(|| {
            let begun = self.portfolio.student.interruptions.iter().filter(|period| period.from <= self.as_of);
            Interruptions::new(begun.map(|period| (period.from, period.until)).listed())
        })
    }

    /// How many days there are from one to another, both included, without those of interruptions.
    pub(crate) fn counted_days(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        self.interruptions().counted(first, last)
    }

    /// The day with this number, day 0 being the first, without those of interruptions; none while an interruption that
    /// names no last day is before it.
    pub(crate) fn counted_day(&self, first: NaiveDate, number: u32) -> Option<NaiveDate> {
        self.interruptions().day(first, number)
    }

    /// The last day of a placement: as given, but at most the day on which the student left (semantics 5).
    pub(crate) fn last_day(&self, placement: &Placement<'_>) -> Option<NaiveDate> {
        let until = placement.period.as_ref().and_then(|period| period.until);
        let first = first_day_of(placement)?;
        let left = self.leavings.get(self.leavings.partition_point(|day| *day < first)).copied();
        until.into_iter().chain(left).min()
    }

    /// An exemption in force of this kind, for this study year or for all.
    pub(crate) fn exemption(&self, of: ExemptionOf, year: Option<StudyYear>) -> Option<&'a Exemption<'a>> {
        let fits = |one: &&&Exemption<'_>| one.of == of && (one.study_year.is_none() || one.study_year == year);
        self.exemptions.iter().find(fits).copied()
    }

    /// The placement with this id, also one that is still to come; none when it was lost.
    pub(crate) fn placement(&self, id: &PlacementId<'_>) -> Option<&'a Placement<'a>> {
        let all = &self.portfolio.placements;
        self.placements_by_id.among(all, |one| one.id.as_str(), id.as_str())
    }

    /// The school years attended, in order; those read off the placements when the student has none.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What a rule on study years answers when none has begun.
    pub(crate) fn without_entries(&self) -> Reply {
        let Portfolio { student, placements, .. } = self.portfolio;
        let tells =
            |placement: &Placement<'_>| placement.study_year.is_some() && self.school_year_of(placement).is_some();
        if student.years.is_empty() && !placements.iter().any(tells) {
            return Reply::not_assessable(Reason::NoStudyYears);
        }
        Reply::not_applicable(Reason::NotInStudyYear)
    }

    /// The school year of a placement: as given, else the one that holds most of its days, or its first while it has no
    /// last (semantics 2).
    pub(crate) fn school_year_of(&self, placement: &Placement<'_>) -> Option<SchoolYear> {
        placement.school_year.or_else(|| school_year_of_most(placement.period.as_ref()?.from, self.last_day(placement)))
    }

    /// The entries of a school year with their positions, in order.
    fn entries_in(&self, school_year: SchoolYear) -> impl DoubleEndedIterator<Item = (usize, &Entry)> {
        let positions = self
            .entries_by_school_year
            .get_or_init(|| ascending(&self.entries, |a, b| a.school_year.cmp(&b.school_year)));
        let year_at = |at: &usize| self.entries.get(*at).map(|entry| entry.school_year);
        let begin = positions.partition_point(|at| year_at(at) < Some(school_year));
        let own = positions.get(begin..).unwrap_or_default();
        let own = own.get(..own.partition_point(|at| year_at(at) == Some(school_year))).unwrap_or_default();
        own.iter().filter_map(|at| Some((*at, self.entries.get(*at)?)))
    }

    /// The positions of the entries of a placement. A school year may have several; then the placement's study
    /// year tells, else its days: from the entry that it begins in to the one that it lasts into. Without a school year
    /// its study year tells, when only one entry has it.
    pub(crate) fn entries_of(&self, placement: &Placement<'_>) -> impl Iterator<Item = usize> {
        let (from, to) = self.entries_from_to(placement).unwrap_or((1, 0));
        let within = move |at: &usize| from <= *at && *at <= to;
        let school_year = self.school_year_of(placement);
        let of_school_year = school_year.into_iter().flat_map(|year| self.entries_in(year)).map(|(at, _)| at);
        of_school_year.chain(school_year.is_none().then_some(from)).filter(within)
    }

    /// The positions of the first and the last entry of a placement.
    fn entries_from_to(&self, placement: &Placement<'_>) -> Option<(usize, usize)> {
        let Some(school_year) = self.school_year_of(placement) else {
            let alone = self.study_year(placement.study_year?).filter(|year| year.first_at == year.last_at)?;
            return Some((alone.first_at, alone.first_at));
        };
        let entries = || self.entries_in(school_year);
        let named = entries().find(|(_, entry)| placement.study_year == Some(entry.study_year));
        if let Some((at, _)) = named {
            return Some((at, at));
        }
        let by = |day: NaiveDate| entries().rev().find(|(_, entry)| entry.first <= day).map(|(at, _)| at);
        let period = placement.period.as_ref();
        let first = period.and_then(|period| by(period.from)).or_else(|| entries().next().map(|(at, _)| at))?;
        let last = period.and_then(|_| by(self.last_day(placement).unwrap_or(self.as_of))).unwrap_or(first);
        Some((first, last.max(first)))
    }

    /// Whether a placement is in a study year: by its entries, else as it says itself.
    pub(crate) fn is_in(&self, placement: &Placement<'_>, number: StudyYear) -> bool {
        let mut years = self.entries_of(placement).filter_map(|at| Some(self.entries.get(at)?.study_year)).peekable();
        if years.peek().is_none() { placement.study_year == Some(number) } else { years.any(|year| year == number) }
    }

    /// Whether nothing tells which study year a placement is in.
    pub(crate) fn is_of_no_known_year(&self, placement: &Placement<'_>) -> bool {
        placement.study_year.is_none() && self.school_year_of(placement).is_none()
    }

    /// The study year that a placement begins in: that of the entry that it begins in, else as it says itself.
    pub(crate) fn study_year_begun_in(&self, placement: &Placement<'_>) -> Option<StudyYear> {
        let entry = || Some(self.entries.get(self.entries_of(placement).next()?)?.study_year);
        let year = match &placement.period {
            // The school year that holds most of its days may be a later one.
            Some(period) if placement.school_year.is_none() => self.study_year_on(period.from),
            _ => entry(),
        };
        year.or(placement.study_year)
    }

    /// The study year of the last entry that had begun on a day.
    pub(crate) fn study_year_on(&self, day: NaiveDate) -> Option<StudyYear> {
        let begun = self.entries.partition_point(|entry| entry.first <= day);
        Some(self.entries.get(begun.checked_sub(1)?)?.study_year)
    }

    /// The study years of a day: in August one may still run when the next has begun (semantics 2).
    pub(crate) fn study_years_on(&self, day: NaiveDate) -> Set<StudyYear> {
        self.days.get_or_init(|| StudyYearsByDay::new(&stretches(&self.entries))).on(day)
    }

    /// Whether evidence is of this study year: by its placement, else by the day of what it shows, else by the day on
    /// which it was added, since that may be long after. None when its placement was lost.
    pub(crate) fn is_of(&self, evidence: &Evidence<'_>, number: StudyYear) -> Option<bool> {
        self.years_of(evidence).map(|years| years.contains(number))
    }

    /// The study years that evidence is of; none when its placement was lost.
    pub(crate) fn years_of(&self, evidence: &Evidence<'_>) -> Option<Set<StudyYear>> {
        self.study_years_of(evidence.placement.as_ref(), evidence.date.or(evidence.added_on))
    }

    /// The study years of what names a placement and has a day: that of the placement, where that is in one, else those
    /// of the day. None when the placement was lost, since what refers to nothing is not judged.
    pub(crate) fn study_years_of(
        &self,
        placement: Option<&PlacementId<'_>>,
        day: Option<NaiveDate>,
    ) -> Option<Set<StudyYear>> {
        let placement = match placement {
            Some(id) => Some(self.placement(id)?),
            None => None,
        };
        let years = placement.map(|placement| self.study_years_of_placement(placement)).unwrap_or_default();
        Some(match day {
            Some(day) if years.len() != 1 => self.study_years_on(day),
            _ => years,
        })
    }

    /// The study years of a placement: as it says, else those of its entries.
    pub(crate) fn study_years_of_placement(&self, placement: &Placement<'_>) -> Set<StudyYear> {
        if let Some(year) = placement.study_year {
            return [year].into();
        }
        self.entries_of(placement).filter_map(|at| Some(self.entries.get(at)?.study_year)).collect()
    }

    /// The study years of what names one, else those of its day; none where both are unknown.
    pub(crate) fn study_years_by(&self, named: Option<StudyYear>, day: Option<NaiveDate>) -> Option<Set<StudyYear>> {
        named.map(|year| [year].into()).or_else(|| day.map(|day| self.study_years_on(day)))
    }

    /// The study years that a school development theme is of: as it says, else those of its first day, else year 3.
    pub(crate) fn study_years_of_theme(&self, theme: &DevelopmentTheme<'_>) -> Set<StudyYear> {
        let told = self.study_years_by(theme.study_year, theme.started_on);
        told.unwrap_or_else(|| StudyYear::new(3).into_iter().collect())
    }

    /// The study year in which graduation research was begun, else 4.
    pub(crate) fn graduation_year(&self) -> Option<StudyYear> {
        let research = self.portfolio.research.as_ref().and_then(|research| research.graduation.as_ref());
        let begun = research.and_then(|research| research.started_on.or(research.set_on));
        begun.and_then(|day| self.study_years_on(day).iter().next()).or_else(|| StudyYear::new(4))
    }

    /// The exemption from graduation research: from all of it, or from the study year that it is of.
    pub(crate) fn graduation_exemption(&self) -> Option<&'a Exemption<'a>> {
        self.exemptions.first()?;
        self.exemption_in(ExemptionOf::GraduationResearch, self.graduation_year())
    }

    /// The exemption from a school development theme: from all of them, or from the study year that it is of.
    pub(crate) fn theme_exemption(&self, theme: &DevelopmentTheme<'_>) -> Option<&'a Exemption<'a>> {
        self.exemption_in(ExemptionOf::SchoolDevelopmentTheme, self.study_years_of_theme(theme).iter().next())
    }

    /// The exemption from this kind of work in the study year, or from the whole study year: one that names none
    /// exempts from every year.
    pub(crate) fn exemption_in(&self, of: ExemptionOf, year: Option<StudyYear>) -> Option<&'a Exemption<'a>> {
        self.exemption(of, year).or_else(|| self.exemption(ExemptionOf::StudyYear, year))
    }

    /// Exemptions in force from this.
    #[cfg(feature = "curriculum")]
    pub(super) fn exemptions_of(&self, of: ExemptionOf) -> impl Iterator<Item = &'a Exemption<'a>> {
        self.portfolio.exemptions.iter().filter(move |one| one.of == of && self.has_begun(one.granted_on))
    }

    /// Exemptions in force from competences, for the whole programme.
    pub(crate) fn competence_exemptions(&self) -> impl Iterator<Item = &'a Exemption<'a>> {
        self.portfolio.exemptions.iter().filter(|exemption| {
            exemption.of == ExemptionOf::Competence
                && exemption.study_year.is_none()
                && self.has_begun(exemption.granted_on)
        })
    }

    /// Exemptions in force from an assignment, with that assignment.
    pub(crate) fn assignment_exemptions(&self) -> impl Iterator<Item = (&'a str, &'a Exemption<'a>)> {
        let exemptions = self
            .portfolio
            .exemptions
            .iter()
            .filter(|exemption| exemption.of == ExemptionOf::Assignment && self.has_begun(exemption.granted_on));
        exemptions.filter_map(|exemption| Some((exemption.assignment.as_ref()?.as_str(), exemption)))
    }

    /// A study year that has begun (semantics 2 and 3).
    pub(crate) fn study_year(&self, number: StudyYear) -> Option<StudyYearCase> {
        *self.study_years.get(usize::from(number.get()).checked_sub(1)?)?
    }

    /// The study years that have begun, from the one on that a norm of their first day gives.
    pub(crate) fn years_from(&self, norm: &'static Norm) -> Vec<u8> {
        let begun = self.study_years.iter().copied().flatten();
        let asked = begun.filter(|year| u32::from(year.number.get()) >= self.norm(norm, year.first));
        asked.map(|year| year.number.get()).listed()
    }

    /// The numbers of the study years that have begun and that a norm lists, each by the norm of its first day.
    pub(crate) fn study_years_listed(&self, norm: &'static Norm) -> Vec<u8> {
        let begun = self.study_years.iter().flatten();
        let listed = begun.filter(|year| self.norm_set(norm, year.first).contains(year.number));
        listed.map(|year| year.number.get()).listed()
    }

    /// Those of these study years that have begun, each with the exemption from the rule.
    fn begun_years(&self, rule: &Rule<Portfolios>, numbers: &[u8]) -> Vec<(StudyYearCase, Option<&'a Exemption<'a>>)> {
        let numbers = numbers.iter().filter_map(|&number| StudyYear::new(number));
        let begun = numbers.filter_map(|number| {
            let kinds = [Some(ExemptionOf::StudyYear), rule.when.exempted_by];
            let exemption = kinds.into_iter().flatten().find_map(|of| self.exemption(of, Some(number)));
            Some((self.study_year(number)?, exemption))
        });
        begun.listed()
    }

    /// Those of these study years that have begun and are not exempt; none for who has left without diploma.
    pub(crate) fn study_years(&self, rule: &Rule<Portfolios>, numbers: &[u8]) -> Vec<StudyYearCase> {
        let begun = self.begun_years(rule, if self.left { &[] } else { numbers });
        begun.into_iter().filter(|(_, exemption)| exemption.is_none()).map(|(year, _)| year).listed()
    }

    /// What a rule on these study years answers when it had none of them to judge.
    pub(crate) fn without_study_year(&self, rule: &Rule<Portfolios>, numbers: &[u8]) -> Reply {
        if self.left {
            return Reply::not_applicable(Reason::LeftWithoutDiploma);
        }
        match self.begun_years(rule, numbers).into_iter().find_map(|(_, exemption)| exemption) {
            Some(exemption) => Reply::not_applicable(Reason::Exempted).by(exemption.id.as_str()),
            None => Reply::not_applicable(Reason::NotInStudyYear),
        }
    }

    /// The answer of a rule on these study years over everything judged; when nothing was, there was nothing to judge in
    /// them, or none of them concerns the student.
    pub(crate) fn answer_by_year(&self, findings: &Findings<'_, '_>, rule: &Rule<Portfolios>, numbers: &[u8]) -> Reply {
        findings.answer_or(|| match self.study_years(rule, numbers).first() {
            Some(_) => Reply::not_applicable(Reason::NothingToJudge),
            None => self.without_study_year(rule, numbers),
        })
    }

    /// Has a rule on placements give way for the study years of which another one has reported that they have none.
    pub(crate) fn pass_over_years(findings: &mut Findings<'_, '_>) {
        for year in (1..=4).filter_map(StudyYear::new) {
            findings.gives_way(About::year(year));
        }
    }

    /// Whether the student has left without diploma: then nothing that is missing is required any more (semantics 2).
    pub(crate) fn left(&self) -> bool {
        self.left
    }

    /// Whether it has been decided that the student graduates.
    #[cfg(feature = "knowledge-base")]
    pub(super) fn graduated(&self) -> bool {
        self.graduated
    }

    /// Whether the student has left the programme, with a diploma or without one.
    #[cfg(feature = "insight")]
    pub(crate) fn gone_or_graduated(&self) -> bool {
        self.gone || self.graduated
    }

    /// How a shortfall that is due at the end weighs (semantics 4).
    pub(crate) fn at_the_end(&self, rule: &Rule<Portfolios>) -> Standing {
        let Phase::End { warn_after } = rule.meta.phase else { return Standing::DUE };
        if self.graduated {
            return Standing::DUE;
        }
        let Some(year) = warn_after.and_then(StudyYear::new) else { return Standing::not_yet(None) };
        // A student who entered later is checked at the end of the year entered.
        let year = self.entries.first().map_or(year, |first| first.study_year.max(year));
        match self.study_year(year) {
            Some(case) if case.has_ended => Standing::SOFT,
            Some(case) => case.standing,
            None if self.entries.iter().any(|entry| entry.study_year > year) => Standing::SOFT,
            None => Standing::not_yet(None),
        }
    }
}

/// Whether a placement is in special education, which has no groups 1 to 8 and so no age band.
pub(crate) fn is_special(placement: &Placement<'_>) -> bool {
    placement.setting == Some(Setting::SpecialEducation)
}

/// Whether something with this date has begun by a day; undated items count as begun.
fn begun_by(as_of: NaiveDate, day: Option<NaiveDate>) -> bool {
    day.is_none_or(|day| day <= as_of)
}

/// Whether evidence has begun by a day: what it shows has happened, and it was added.
fn is_there_by(as_of: NaiveDate, evidence: &Evidence<'_>) -> bool {
    begun_by(as_of, evidence.date) && begun_by(as_of, evidence.added_on)
}

/// A section that is looked at in a whole portfolio alone.
fn in_whole<T>(section: &[T], whole: bool) -> &[T] {
    if whole { section } else { &[] }
}

/// What has begun of a section, with its position.
fn those<T>(all: &[T], begun: impl Fn(&T) -> bool) -> Vec<(usize, &T)> {
    all.iter().enumerate().filter(|(_, one)| begun(one)).listed()
}

/// The positions of things by their ids, put in order when one is first looked up.
#[derive(Default)]
struct ById<'a>(OnceCell<Texts<'a>>);

impl<'a> ById<'a> {
    /// The position of the thing with this id among those with these ids.
    fn find(&self, ids: &mut dyn Iterator<Item = &'a str>, id: &str) -> Option<usize> {
        self.0.get_or_init(|| Texts::of(ids)).find(id)
    }

    /// The thing with this id among these.
    fn among<T>(&self, all: &'a [T], id_of: fn(&'a T) -> &'a str, id: &str) -> Option<&'a T> {
        all.get(self.find(&mut all.iter().map(id_of), id)?)
    }
}

/// The answer of a rule that had nothing to check: because of the exemption that covered everything, or else for this
/// reason.
pub(crate) fn exempted_or(exemption: Option<&Exemption<'_>>, otherwise: Reason) -> Reply {
    match exemption {
        Some(exemption) => Reply::not_applicable(Reason::Exempted).by(exemption.id.as_str()),
        None => Reply::not_applicable(otherwise),
    }
}

impl Judged for Portfolios {
    type Case<'c> = PortfolioCase<'c>;
    type When = When;
    type Others = Others;

    fn case<'c>(
        document: &'c Portfolio<'c>,
        moment: Moment,
        rulebook: &'c Rulebook,
        others: Option<&'c Others>,
    ) -> PortfolioCase<'c> {
        PortfolioCase::new(document, moment, rulebook, others)
    }

    #[cfg_attr(
        not(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base")),
        expect(unused_mut, unused_variables, reason = "a build that has portfolios alone compares them with nothing")
    )]
    fn used(case: &PortfolioCase<'_>) -> Vec<Arc<Used>> {
        let mut used = Vec::new();
        #[cfg(feature = "curriculum")]
        used.extend(case.programme().map(Programme::used).cloned());
        #[cfg(feature = "partnership")]
        {
            let other = |network: &&&Network| !case.networks().iter().any(|own| std::ptr::eq(*own, **network));
            let all = case.networks().iter().chain(case.listing().iter().filter(other));
            used.extend(all.map(|network| Arc::clone(network.used())));
        }
        #[cfg(feature = "knowledge-base")]
        used.extend(case.base().map(Base::used).cloned());
        used
    }

    #[cfg(feature = "partnership")]
    fn has(case: &PortfolioCase<'_>, used: &[Arc<Used>], kind: Kind, rule: &Rule<Self>) -> bool {
        // A partnership that lists the student need not belong to the student.
        if kind == Kind::Partnership && !super::x3_other_documents::is_of_any_partnership(rule) {
            return !case.networks.is_empty();
        }
        used.iter().any(|one| one.document.kind == kind)
    }

    fn beforehand(case: &PortfolioCase<'_>, rule: &Rule<Self>) -> Option<Reply> {
        if rule.when.not_for.contains(&case.mode()) {
            return Some(Reply::not_applicable(Reason::ModeOfStudy).by(case.mode().key()));
        }
        // A rule per study year weighs an exemption of one study year itself.
        let of_years = matches!(rule.meta.phase, Phase::Year(_));
        let year = if of_years { None } else { case.study_year_on(case.as_of) };
        if let Some(exemption) = rule.when.exempted_by.and_then(|of| case.exemption(of, year)) {
            return Some(Reply::not_applicable(Reason::Exempted).by(exemption.id.as_str()));
        }
        if case.left && matches!(rule.meta.phase, Phase::Year(_) | Phase::End { .. }) {
            return Some(Reply::not_applicable(Reason::LeftWithoutDiploma));
        }
        (of_years && case.entries.is_empty()).then(|| case.without_entries())
    }

    #[cfg(feature = "partnership")]
    fn reported(
        case: &PortfolioCase<'_>,
        moment: Moment,
        rulebook: &Rulebook,
    ) -> Option<(&'static Meta, About<'static>)> {
        let is_without = super::p6_research::is_without_exhibition(case, moment, rulebook);
        is_without.then_some((&EXHIBITION_MISSING, About::one(SubjectKind::SchoolDevelopmentTheme)))
    }

    fn reads(case: &PortfolioCase<'_>, rule: &Rule<Self>) -> Sections {
        let either = |asked: bool, sections: Sections| if asked { sections } else { Sections::NONE };
        let at_the_end = matches!(rule.meta.phase, Phase::End { .. });
        let of_years = matches!(rule.meta.phase, Phase::Year(_));
        let exempts = rule.when.exempted_by.is_some() || of_years;
        let of_student = exempts || at_the_end || !rule.when.not_for.is_empty();
        let (student, decisions) = (sections!(Portfolio: student), sections!(Portfolio: decisions));
        // A student may have left with a diploma: that is looked up in the decisions.
        let asks_who_left = of_years || rule.reads.named.overlap(decisions);
        let needs = either(exempts, sections!(Portfolio: exemptions))
            .and(either(of_student, student))
            .and(either(at_the_end || asks_who_left && case.gone, decisions));
        // Study years that are not given are read off the placements.
        let reads_years = exempts || at_the_end || rule.reads.all.overlap(student);
        needs.and(either(reads_years && case.portfolio.student.years.is_empty(), sections!(Portfolio: placements)))
    }

    #[cfg(feature = "insight")]
    fn place_of(document: &Portfolio<'_>, kind: SubjectKind, id: Option<&str>) -> Option<Steps> {
        let path = match kind {
            SubjectKind::Student => at!(Portfolio: student),
            SubjectKind::StudyYear => {
                let is_it = |entry: &YearEntry<'_>| Some(entry.study_year.as_str()) == id;
                let at = document.student.years.iter().position(is_it)?;
                at!(Portfolio: student.years[at])
            }
            SubjectKind::Specialisation => at!(Portfolio: specialisation),
            SubjectKind::GraduationResearch => at!(Portfolio: research.graduation),
            SubjectKind::Assignment => {
                let answers = |one: &Evidence<'_>| one.assignment.as_ref().map(AssignmentId::as_str) == id;
                let at = document.evidence.iter().position(answers)?;
                at!(Portfolio: evidence[at])
            }
            // Named by an id, or a part of other documents.
            SubjectKind::Portfolio
            | SubjectKind::Curriculum
            | SubjectKind::Partnership
            | SubjectKind::KnowledgeBase
            | SubjectKind::Exemption
            | SubjectKind::Placement
            | SubjectKind::PlacementWeek
            | SubjectKind::Goal
            | SubjectKind::Studio
            | SubjectKind::Design
            | SubjectKind::Reflection
            | SubjectKind::Evidence
            | SubjectKind::Assessment
            | SubjectKind::Decision
            | SubjectKind::SchoolDevelopmentTheme
            | SubjectKind::Theme
            | SubjectKind::Knowledge
            | SubjectKind::Material
            | SubjectKind::Clip
            | SubjectKind::Element
            | SubjectKind::Component
            | SubjectKind::Partner
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

/// How a shortfall of a part weighs that may still be a draft (semantics 5).
pub(crate) fn standing_of(state: Option<State>) -> Standing {
    if state == Some(State::Draft) { Standing::DRAFT } else { Standing::DUE }
}

/// The exemptions in force, one of each kind and study year: however many there are, few are looked at.
fn exemptions<'a>(portfolio: &'a Portfolio<'a>, as_of: NaiveDate) -> Vec<&'a Exemption<'a>> {
    let mut all: Vec<&Exemption<'_>> = Vec::new();
    for one in portfolio.exemptions.iter().filter(|one| one.granted_on.is_none_or(|day| day <= as_of)) {
        if all.iter().all(|known| (known.of, known.study_year) != (one.of, one.study_year)) {
            all.push(one);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use chrono::Days;

    use super::*;
    use crate::documents::YearOutcome;
    use crate::portfolio::RULES;
    use crate::values::parse_date;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    fn year(number: u8) -> StudyYear {
        StudyYear::new(number).unwrap()
    }

    /// What a test needs of a case with this student and these sections.
    fn case<T>(student: Value, rest: Value, as_of: &str, lens: Lens, ask: impl FnOnce(&PortfolioCase<'_>) -> T) -> T {
        let mut document = rest;
        document["format"] = "twentse-kubus/portfolio@1".into();
        document["student"] = student;
        document["student"]["id"] = "s-1".into();
        let document = document.to_string();
        let portfolio = Portfolio::from_json(&document).unwrap();
        let rulebook = Rulebook::read(None, &[]).unwrap();
        ask(&PortfolioCase::new(&portfolio, Moment::on(day(as_of)).through(lens), &rulebook, None))
    }

    fn of_student<T>(student: Value, as_of: &str, ask: impl FnOnce(&PortfolioCase<'_>) -> T) -> T {
        case(student, json!({}), as_of, Lens::Now, ask)
    }

    fn of_years<T>(years: Value, as_of: &str, ask: impl FnOnce(&PortfolioCase<'_>) -> T) -> T {
        let mut student = json!({});
        student["years"] = years;
        of_student(student, as_of, ask)
    }

    /// Numbers that look random and are the same each time.
    struct Random(u64);

    impl Random {
        fn below(&mut self, end: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % end
        }
    }

    /// A mentor missing since 1 September: grace through day 14, the 15th.
    #[test]
    fn the_first_day_of_grace_is_day_0() {
        let grace = |as_of, days| of_student(json!({}), as_of, |case| case.after_grace(day("2022-09-01"), days));
        assert_eq!(grace("2022-09-01", 14), Standing::not_yet(Some(day("2022-09-15"))));
        assert_eq!(grace("2022-09-15", 14), Standing::not_yet(Some(day("2022-09-15"))));
        assert_eq!(grace("2022-09-16", 14), Standing::DUE);
        assert_eq!(grace("2022-09-01", 0), Standing::not_yet(Some(day("2022-09-01"))));
        assert_eq!(grace("2022-09-02", 0), Standing::DUE);
    }

    #[test]
    fn days_of_an_interruption_count_for_no_grace() {
        let grace = |interruptions: Value, as_of| {
            let student = json!({ "interruptions": interruptions });
            of_student(student, as_of, |case| case.after_grace(day("2023-08-01"), 30))
        };
        let away = json!([{ "from": "2023-08-01", "until": "2024-01-31" }]);
        // Day 0 is 1 February; February has 29 days, so that day 30 is 2 March.
        for as_of in ["2023-10-10", "2024-02-10", "2024-03-02"] {
            assert_eq!(grace(away.clone(), as_of), Standing::not_yet(Some(day("2024-03-02"))), "{as_of}");
        }
        assert_eq!(grace(away, "2024-03-03"), Standing::DUE);
        // Ten days within the grace: 31 August and ten more.
        let within = json!([{ "from": "2023-08-11", "until": "2023-08-20" }]);
        assert_eq!(grace(within.clone(), "2023-08-10"), Standing::not_yet(Some(day("2023-08-31"))), "not begun");
        assert_eq!(grace(within.clone(), "2023-09-10"), Standing::not_yet(Some(day("2023-09-10"))));
        assert_eq!(grace(within, "2023-09-11"), Standing::DUE);
        let from_today = json!([{ "from": "2023-08-31", "until": "2023-09-10" }]);
        assert_eq!(grace(from_today, "2023-08-31"), Standing::not_yet(Some(day("2023-09-11"))));
        // The day after the grace does not push it on, and what has no end is never due.
        assert_eq!(grace(json!([{ "from": "2023-09-01", "until": "2023-09-30" }]), "2023-09-01"), Standing::DUE);
        assert_eq!(grace(json!([{ "from": "2023-08-31" }]), "2023-12-01"), Standing::not_yet(None));
        assert_eq!(grace(json!([{ "from": "2023-09-01" }]), "2023-12-01"), Standing::DUE);
    }

    #[test]
    fn interruptions_are_counted_as_day_by_day() {
        let mut random = Random(1);
        let start = day("2024-01-01");
        for _ in 0..300 {
            let mut periods = Vec::new();
            for _ in 0..random.below(5) {
                let from = random.below(60);
                let until = (random.below(8) > 0).then(|| start + Days::new(from + random.below(12)));
                periods.push((start + Days::new(from), until));
            }
            let away = |day: NaiveDate| {
                periods.iter().any(|(from, until)| *from <= day && until.is_none_or(|until| day <= until))
            };
            let interruptions = Interruptions::new(periods.clone());
            let first = start + Days::new(random.below(60));
            let last = first + Days::new(random.below(30));
            let days = first.iter_days().take_while(|day| *day <= last).filter(|day| !away(*day)).count();
            assert_eq!(interruptions.counted(first, last), i64::try_from(days).unwrap(), "{periods:?} {first} {last}");
            let number = u32::try_from(random.below(40)).unwrap();
            let found = first.iter_days().take(300).filter(|day| !away(*day)).nth(number as usize);
            assert_eq!(interruptions.day(first, number), found, "{periods:?} {first} {number}");
        }
        let reversed = Interruptions::new(vec![(day("2024-02-01"), Some(day("2024-01-01")))]);
        assert_eq!(reversed.counted(day("2024-01-01"), day("2024-02-10")), 41);
        assert_eq!(reversed.counted(day("2024-02-10"), day("2024-02-09")), 0);
    }

    #[test]
    fn a_study_year_ends_with_its_outcome_or_on_1_september() {
        let ended = |years: Value, as_of: &str| {
            of_years(years, as_of, |case| case.study_year(year(1)).map(|year| (year.has_ended, year.standing)))
        };
        let entry = |outcome: Value| {
            let mut entry = json!({ "schoolYear": "2022-2023", "studyYear": 1 });
            entry.as_object_mut().unwrap().append(&mut outcome.as_object().unwrap().clone());
            json!([entry])
        };
        let runs = |due: &str| Some((false, Standing::not_yet(Some(day(due)))));
        let due = Some((true, Standing::DUE));
        assert_eq!(ended(entry(json!({})), "2022-07-31"), None);
        assert_eq!(ended(entry(json!({})), "2022-08-01"), runs("2023-08-31"));
        for outcome in
            [json!({}), json!({ "outcome": "passed" }), json!({ "outcome": "passed", "outcomeOn": "2023-09-01" })]
        {
            assert_eq!(ended(entry(outcome.clone()), "2023-08-31"), runs("2023-08-31"), "{outcome}");
            assert_eq!(ended(entry(outcome.clone()), "2023-09-01"), due, "{outcome}");
        }
        let passed = entry(json!({ "outcome": "passed", "outcomeOn": "2023-07-04" }));
        assert_eq!(ended(passed.clone(), "2023-07-03"), runs("2023-08-31"));
        assert_eq!(ended(passed, "2023-07-04"), due);
        let open = entry(json!({ "outcome": "continues-with-open-work", "outcomeOn": "2023-07-04" }));
        assert_eq!(ended(open, "2023-07-04"), Some((true, Standing::SOFT)));
        for outcome in ["repeats", "interrupted"] {
            let repeats = entry(json!({ "outcome": outcome, "outcomeOn": "2023-07-04" }));
            assert_eq!(ended(repeats, "2024-07-04"), Some((false, Standing::not_yet(None))));
        }
        // The days say which entry is the last, not their places in the list.
        let again = json!([
            { "schoolYear": "2023-2024", "studyYear": 1 },
            { "schoolYear": "2022-2023", "studyYear": 1, "outcome": "repeats", "outcomeOn": "2023-07-04" }
        ]);
        assert_eq!(ended(again, "2023-09-15"), runs("2024-08-31"));
    }

    #[test]
    fn a_day_outside_its_school_year_is_taken_as_absent() {
        let first = |from: &str| {
            let years = json!([{ "schoolYear": "2021-2022", "studyYear": 3, "from": from }]);
            of_years(years, "2024-05-15", |case| case.study_year(year(3)).unwrap().first)
        };
        assert_eq!(first("2022-08-31"), day("2022-08-31"));
        for outside in ["2021-07-31", "2022-09-01", "2031-08-01"] {
            assert_eq!(first(outside), day("2021-08-01"), "{outside}");
        }
    }

    #[test]
    fn the_lens_ends_the_year_that_runs_and_no_other() {
        let standing = |years: Value, as_of: &str, number| {
            let ask = |case: &PortfolioCase<'_>| case.study_year(year(number)).unwrap().standing;
            case(json!({ "years": years }), json!({}), as_of, Lens::YearEnded, ask)
        };
        let running =
            json!([{ "schoolYear": "2023-2024", "studyYear": 1 }, { "schoolYear": "2024-2025", "studyYear": 2 }]);
        assert_eq!(standing(running.clone(), "2024-05-15", 1), Standing::DUE);
        // In August both run.
        assert_eq!(standing(running.clone(), "2024-08-15", 1), Standing::DUE);
        assert_eq!(standing(running, "2024-08-15", 2), Standing::DUE);
        let left_open = json!([
            { "schoolYear": "2022-2023", "studyYear": 1, "outcome": "interrupted", "outcomeOn": "2023-02-01" },
            { "schoolYear": "2023-2024", "studyYear": 2 }
        ]);
        assert_eq!(standing(left_open, "2024-05-15", 1), Standing::not_yet(None));
    }

    #[test]
    fn study_years_are_found_by_day() {
        let on = |years: Value, on: &str| -> Vec<u8> {
            of_years(years, "2026-01-01", |case| case.study_years_on(day(on)).iter().map(StudyYear::get).collect())
        };
        let two = json!([{ "schoolYear": "2022-2023", "studyYear": 1 }, { "schoolYear": "2023-2024", "studyYear": 2 }]);
        let days = [
            ("2022-07-31", vec![]),
            ("2022-08-01", vec![1]),
            ("2023-07-31", vec![1]),
            ("2023-08-01", vec![1, 2]),
            ("2023-08-31", vec![1, 2]),
            ("2023-09-01", vec![2]),
            ("2024-08-31", vec![2]),
            ("2024-09-01", vec![]),
        ];
        for (at, years) in days {
            assert_eq!(on(two.clone(), at), years, "{at}");
        }
        // Year 1 got its outcome in July: it no longer runs when year 2 has begun, and until then its days are its own.
        let passed = json!([
            { "schoolYear": "2022-2023", "studyYear": 1, "outcome": "passed", "outcomeOn": "2023-07-04" },
            { "schoolYear": "2023-2024", "studyYear": 2, "from": "2023-08-20" }
        ]);
        assert_eq!(on(passed.clone(), "2023-08-19"), [1]);
        assert_eq!(on(passed, "2023-08-20"), [2]);
        // Two study years in one school year.
        let within = json!([
            { "schoolYear": "2023-2024", "studyYear": 1 },
            { "schoolYear": "2023-2024", "studyYear": 2, "from": "2024-02-01" }
        ]);
        assert_eq!(on(within.clone(), "2024-01-31"), [1]);
        assert_eq!(on(within, "2024-02-01"), [2]);
        // A year taken up again a year later: its runs are one; the time between two study years is of none.
        let apart = json!([
            { "schoolYear": "2020-2021", "studyYear": 1, "outcome": "interrupted", "outcomeOn": "2020-12-01" },
            { "schoolYear": "2022-2023", "studyYear": 1 },
            { "schoolYear": "2024-2025", "studyYear": 2 }
        ]);
        assert_eq!(on(apart.clone(), "2021-10-01"), [1]);
        assert_eq!(on(apart, "2023-10-01"), [] as [u8; 0]);
    }

    #[test]
    fn days_are_looked_up_as_the_stretches_say() {
        let mut random = Random(2);
        let start = day("2020-08-01");
        for _ in 0..200 {
            let mut entries = Vec::new();
            for _ in 0..random.below(6) {
                let school_year = SchoolYear::beginning(2020 + u16::try_from(random.below(4)).unwrap()).unwrap();
                let first = school_year.first_day() + Days::new(random.below(396));
                let outcome_on = (random.below(2) == 0).then(|| school_year.first_day() + Days::new(random.below(396)));
                let outcome = outcome_on.map(|_| YearOutcome::Passed);
                let study_year = year(1 + u8::try_from(random.below(4)).unwrap());
                entries.push(Entry { school_year, study_year, first, outcome, outcome_on });
            }
            let entries = together(sorted(entries, |a, b| (a.first, a.study_year).cmp(&(b.first, b.study_year))));
            assert!(entries.is_sorted_by_key(|entry| entry.first));
            let stretches = stretches(&entries);
            let by_day = StudyYearsByDay::new(&stretches);
            for at in (0..2000).step_by(3).map(|at| start + Days::new(at)) {
                let told = stretches.iter().filter(|(first, end, _)| *first <= at && at < *end).map(|(.., year)| *year);
                assert_eq!(by_day.on(at), told.collect(), "{at} {stretches:?}");
            }
        }
    }

    #[test]
    fn a_placement_is_of_the_school_year_that_holds_most_of_its_days() {
        let of = |from, until: Option<&str>| school_year_of_most(day(from), until.map(day)).unwrap().first_year();
        assert_eq!(of("2023-07-31", Some("2024-07-05")), 2023);
        assert_eq!(of("2023-07-31", None), 2022);
        assert_eq!(of("2023-07-31", Some("2023-08-01")), 2022, "as many in both: the first");
        assert_eq!(of("2023-07-31", Some("2023-08-02")), 2023);
        assert_eq!(of("2023-07-31", Some("2023-07-01")), 2022, "reversed");
        assert_eq!(
            of("2021-09-01", Some("2039-07-31")),
            2023,
            "the first of the longest, which holds 29 February 2024"
        );
        let mut random = Random(3);
        for _ in 0..100 {
            let from = day("2019-01-01") + Days::new(random.below(1000));
            let until = from + Days::new(random.below(4000));
            let mut days = std::collections::BTreeMap::new();
            for at in from.iter_days().take_while(|at| *at <= until) {
                *days.entry(SchoolYear::of(at).unwrap()).or_insert(0) += 1;
            }
            let most = days.values().max();
            let found = days.iter().find(|(_, days)| Some(*days) == most).map(|(year, _)| *year);
            assert_eq!(school_year_of_most(from, Some(until)), found, "{from} {until}");
        }
    }

    #[test]
    fn a_placement_lasts_until_the_student_left_at_most() {
        let student = json!({ "years": [
            { "schoolYear": "2022-2023", "studyYear": 1, "outcome": "left", "outcomeOn": "2022-12-01" },
            { "schoolYear": "2023-2024", "studyYear": 1 }
        ] });
        let placements = json!({ "placements": [
            { "id": "pl-1", "period": { "from": "2022-09-05" } },
            { "id": "pl-2", "period": { "from": "2022-09-05", "until": "2022-11-01" } },
            { "id": "pl-3", "period": { "from": "2022-09-05", "until": "2023-07-01" } },
            { "id": "pl-4", "period": { "from": "2023-09-05" } },
            { "id": "pl-5", "period": { "from": "2022-12-01" } }
        ] });
        let last = |as_of: &str, at: usize| {
            case(student.clone(), placements.clone(), as_of, Lens::Now, |case| {
                case.last_day(&case.portfolio().placements[at])
            })
        };
        assert_eq!(last("2024-01-15", 0), Some(day("2022-12-01")));
        assert_eq!(last("2024-01-15", 1), Some(day("2022-11-01")));
        assert_eq!(last("2024-01-15", 2), Some(day("2022-12-01")));
        assert_eq!(last("2024-01-15", 3), None);
        assert_eq!(last("2024-01-15", 4), Some(day("2022-12-01")), "begun on that day");
        assert_eq!(last("2022-11-30", 0), None, "not left yet");
    }

    #[test]
    fn who_has_left_without_diploma() {
        let years = |later: bool| {
            let left =
                json!({ "schoolYear": "2022-2023", "studyYear": 1, "outcome": "left", "outcomeOn": "2022-12-01" });
            let back = json!({ "schoolYear": "2023-2024", "studyYear": 1 });
            json!({ "years": if later { json!([left, back]) } else { json!([left]) } })
        };
        let left = |student: Value, rest: Value, as_of: &str| {
            [Lens::Now, Lens::Graduating]
                .map(|lens| case(student.clone(), rest.clone(), as_of, lens, |case| case.left().then_some("left")))
        };
        assert_eq!(left(years(false), json!({}), "2022-11-30"), [None; 2]);
        assert_eq!(left(years(false), json!({}), "2022-12-01"), [Some("left"); 2]);
        assert_eq!(left(years(true), json!({}), "2023-07-31"), [Some("left"); 2]);
        assert_eq!(left(years(true), json!({}), "2023-08-01"), [None; 2]);
        let decided =
            |outcome: &str| json!({ "decisions": [{ "id": "d-1", "kind": "graduation", "outcome": outcome }] });
        assert_eq!(left(years(false), decided("positive"), "2022-12-01"), [None; 2]);
        assert_eq!(left(years(false), decided("negative"), "2022-12-01"), [Some("left"); 2]);
    }

    #[test]
    fn the_end_counts_from_the_year_entered() {
        let rule = RULES.iter().copied().flatten().find(|rule| rule.meta.code == "TK-P102").unwrap();
        let at_the_end = |years: Value, as_of: &str| of_years(years, as_of, |case| case.at_the_end(rule));
        let entered = json!([{ "schoolYear": "2022-2023", "studyYear": 3 }]);
        assert_eq!(at_the_end(entered.clone(), "2023-08-31"), Standing::not_yet(Some(day("2023-08-31"))));
        assert_eq!(at_the_end(entered, "2023-09-01"), Standing::SOFT);
        let second =
            json!([{ "schoolYear": "2022-2023", "studyYear": 1 }, { "schoolYear": "2023-2024", "studyYear": 2 }]);
        assert_eq!(at_the_end(second.clone(), "2024-08-31"), Standing::not_yet(Some(day("2024-08-31"))));
        assert_eq!(at_the_end(second, "2024-09-01"), Standing::SOFT);
        assert_eq!(
            at_the_end(json!([{ "schoolYear": "2022-2023", "studyYear": 1 }]), "2023-05-15"),
            Standing::not_yet(None)
        );
    }

    #[test]
    fn without_years_the_placements_tell_them() {
        let placements = json!({ "placements": [
            { "id": "pl-1", "studyYear": 2, "period": { "from": "2023-09-04", "until": "2024-07-05" } },
            { "id": "pl-2", "studyYear": 3, "period": { "from": "2024-09-05" } }
        ] });
        let first = |number, as_of: &str| {
            case(json!({}), placements.clone(), as_of, Lens::Now, |case| {
                case.study_year(year(number)).map(|year| year.first)
            })
        };
        assert_eq!(first(2, "2024-07-31"), Some(day("2023-08-01")));
        assert_eq!(first(3, "2024-07-31"), None);
        assert_eq!(first(3, "2024-08-01"), Some(day("2024-08-01")), "its placement has yet to begin");
    }

    #[test]
    fn a_cohort_crossed_the_change_of_2017() {
        let crossed = |cohort: u16, years: Value, as_of: &str| {
            of_years(years, as_of, |case| case.crossed(SchoolYear::beginning(cohort).unwrap(), 2017))
        };
        let until = |school_year: &str| json!([{ "schoolYear": "2014-2015", "studyYear": 1 }, { "schoolYear": school_year, "studyYear": 4 }]);
        assert!(!crossed(2014, until("2016-2017"), "2020-01-01"));
        assert!(crossed(2014, until("2017-2018"), "2020-01-01"));
        assert!(!crossed(2014, until("2017-2018"), "2017-07-31"), "not begun");
        assert!(crossed(2014, until("2018-2019"), "2020-01-01"));
        assert!(!crossed(2017, until("2018-2019"), "2020-01-01"), "began with the new edition");
        // Without entries the nominal four years: 2014 to 2017.
        assert!(!crossed(2013, json!([]), "2020-01-01"));
        assert!(crossed(2014, json!([]), "2020-01-01"));
        assert!(crossed(2016, json!([]), "2017-08-01"));
        assert!(!crossed(2016, json!([]), "2017-07-31"));
        let began =
            json!([{ "schoolYear": "2022-2023", "studyYear": 2 }, { "schoolYear": "2021-2022", "studyYear": 1 }]);
        let cohort = |years: Value| of_years(years, "2024-01-01", |case| case.cohort().map(SchoolYear::first_year));
        assert_eq!(cohort(began), Some(2021));
        assert_eq!(cohort(json!([{ "schoolYear": "2022-2023", "studyYear": 2 }])), None);
    }

    #[test]
    fn what_has_been_replaced_no_longer_stands() {
        // Each assessment with what it replaces; those with a capital are final.
        let standing = |assessments: &[(&str, &str)]| -> Vec<String> {
            let made = assessments.iter().map(|(id, replaces)| {
                let is_final = id.starts_with(char::is_uppercase);
                let mut made = json!({ "id": id, "of": "development", "isFinal": is_final, "date": "2024-01-01" });
                if !replaces.is_empty() {
                    made["replaces"] = (*replaces).into();
                }
                if id.ends_with("later") {
                    made["date"] = "2024-06-01".into();
                }
                made
            });
            let rest = json!({ "assessments": made.collect::<Vec<_>>() });
            case(json!({}), rest, "2024-05-15", Lens::Now, |case| {
                case.assessments().map(|(_, made)| made.id.to_string()).collect()
            })
        };
        assert_eq!(standing(&[("A", ""), ("B", "A"), ("C", "B")]), ["C"]);
        assert_eq!(standing(&[("B", "A"), ("A", "")]), ["B"]);
        assert_eq!(standing(&[("A", ""), ("b", "A"), ("B-later", "A")]), ["A", "b"], "neither final and begun");
        assert_eq!(standing(&[("A", "A")]), ["A"]);
        assert_eq!(standing(&[("A", "C"), ("B", "A"), ("C", "B"), ("D", "B"), ("E", "D")]), ["A", "B", "C", "E"]);
        assert_eq!(standing(&[("A", "nothing"), ("B", "A")]), ["B"]);
    }

    #[test]
    fn circles_are_found() {
        // 0 → 1 → 2 → 3 → 1, 4 alone, 5 to itself, 6 → 4, 7 → 0.
        let targets = [Some(1), Some(2), Some(3), Some(1), None, Some(5), Some(4), Some(0)];
        let circles = [false, true, true, true, false, true, false, false];
        assert_eq!(in_circles(&targets), circles);
    }

    #[test]
    fn an_exemption_of_study_years_without_a_number_frees_from_every_one() {
        let exempt = |exemption: Value, number: Option<u8>| {
            case(json!({}), json!({ "exemptions": [exemption] }), "2024-05-15", Lens::Now, |case| {
                case.exemption_in(ExemptionOf::SchoolDevelopmentTheme, number.map(year)).is_some()
            })
        };
        let of_all = json!({ "id": "x-1", "of": "study-year" });
        assert!(exempt(of_all.clone(), Some(3)) && exempt(of_all, None));
        let of_three = json!({ "id": "x-1", "of": "study-year", "studyYear": 3 });
        assert!(exempt(of_three.clone(), Some(3)) && !exempt(of_three.clone(), Some(4)) && !exempt(of_three, None));
        let to_come = json!({ "id": "x-1", "of": "school-development-theme", "grantedOn": "2024-05-16" });
        assert!(!exempt(to_come, Some(3)));
    }
}
