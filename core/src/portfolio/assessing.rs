//! What the assessment framework of a curriculum makes of a portfolio (`documents.md` 8): the state of each component of a
//! study year, and whether the year is passed. Every choice in it is ours, and has a field of the curriculum that changes it.

use std::cell::OnceCell;

#[cfg(feature = "insight")]
use chrono::NaiveDate;

use super::case::PortfolioCase;
#[cfg(feature = "insight")]
use super::days::StudyYearCase;
use super::days::in_circles;
use crate::curriculum::framework::{Fit, Framework, Mark};
#[cfg(feature = "insight")]
use crate::curriculum::passing::YearPass;
use crate::curriculum::passing::{Pass, Standing, State, pass};
use crate::documents::{
    Assessment, AssessmentOf, Component, CountingAttempt, Evidence, Exemption, ExemptionOf, Portfolio, State as Draft,
};
use crate::finding::Reason;
use crate::frameworks::Competence;
use crate::grammar::{Closed as _, Element as _, Sections, sections};
#[cfg(feature = "insight")]
use crate::judging::Lens;
use crate::sort::{Listed as _, sorted};
use crate::values::{AssignmentId, ResultId, Set, StudyYear};

/// Of a component that a student is exempted from.
const EXEMPTED: Standing = Standing { state: State::Exempted, points: None };

/// Evidence that a component requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Required {
    /// The competence that it is for, where each needs its own.
    pub(crate) competence: Option<Competence>,
    pub(crate) wanted: u32,
    pub(crate) there: u32,
}

impl Required {
    /// Whether there is less of it than is required.
    pub(crate) fn is_missing(&self) -> bool {
        self.there < self.wanted
    }
}

/// The state of a component for a student, and what that follows from. Assessments and exemptions are given by their positions.
#[cfg(feature = "insight")]
#[derive(Clone, Debug)]
pub(crate) struct Assessed {
    /// The position of the component.
    pub(crate) component: usize,
    pub(crate) standing: Standing,
    /// The id of the exemption from it.
    pub(crate) exemption: Option<String>,
    /// The assessment that was taken.
    pub(crate) taken: Option<usize>,
    /// All assessments that belong to it, in the order of the document, and whether each is an attempt that counts.
    pub(crate) attempts: Vec<(usize, bool)>,
    /// Pieces of evidence that count for it.
    pub(crate) evidence: u32,
    /// The evidence that it requires: of each competence by itself, where it names some.
    pub(crate) required: Vec<Required>,
}

/// A study year, as the curriculum assesses it.
#[cfg(feature = "insight")]
#[derive(Clone, Debug)]
pub(crate) struct YearAssessed {
    pub(crate) year: StudyYearCase,
    pub(crate) components: Vec<Assessed>,
    pub(crate) pass: YearPass,
    /// Whether the year has ended, in the eye of the lens.
    pub(crate) has_ended: bool,
    /// The last day of the year, where it is known.
    pub(crate) due: Option<NaiveDate>,
}

#[cfg(feature = "insight")]
impl YearAssessed {
    /// Which study year it is.
    pub(crate) fn number(&self) -> StudyYear {
        self.year.number
    }
}

/// A portfolio by an assessment framework.
pub(crate) struct Assessing<'k, 'c> {
    case: &'k PortfolioCase<'c>,
    framework: Framework<'k>,
    lost: Sections,
    /// The exemptions from assignments, by assignment and study year.
    freed_assignments: Vec<((&'c str, Option<StudyYear>), &'c Exemption<'c>)>,
    /// The exemptions from competences.
    freed_competences: Vec<&'c Exemption<'c>>,
    /// For each component its assessments, in order.
    belonging: Vec<Vec<usize>>,
    /// For each assessment its component.
    component_of: Vec<Option<usize>>,
    /// The components that an assessment fits which fits others too, with the competences that it shares with each.
    ambiguous: Vec<Option<Set<Competence>>>,
    replacements: Replacements,
    evidence: [OnceCell<Submitted<'c>>; 4],
}

/// An attempt that counts.
#[derive(Clone, Copy, Debug)]
struct Counting {
    /// The position of the assessment.
    at: usize,
    /// What its result means; none when that is not on the scale.
    mark: Option<Mark>,
}

/// Submitted evidence of a study year.
#[derive(Default)]
struct Submitted<'c> {
    all: u32,
    by_competence: [u32; Competence::ALL.len()],
    /// The assignments answered, in order.
    assignments: Vec<&'c AssignmentId<'c>>,
    /// How many pieces show just these competences.
    by_set: Vec<(Set<Competence>, u32)>,
}

impl<'k, 'c> Assessing<'k, 'c> {
    /// Over what is left of a portfolio of which these sections lost something.
    pub(crate) fn new(case: &'k PortfolioCase<'c>, framework: Framework<'k>, lost: Sections) -> Self {
        let components = framework.components().len();
        let mut this = Self {
            case,
            framework,
            lost,
            freed_assignments: freed_assignments(case),
            freed_competences: freed_competences(case),
            belonging: vec![Vec::new(); components],
            component_of: Vec::new(),
            ambiguous: vec![None; components],
            replacements: Replacements::of(case),
            evidence: Default::default(),
        };
        this.belong();
        this
    }

    fn assessments(&self) -> &'c [Assessment<'c>] {
        &self.case.portfolio().assessments
    }

    /// Gives every assessment to its component (8.4).
    fn belong(&mut self) {
        let mut doubtful: Vec<(Fit, &ResultId<'_>)> = Vec::new();
        for (at, assessment) in self.assessments().iter().enumerate() {
            let component = if let Some(id) = &assessment.component {
                self.framework.component_at(id)
            } else {
                let years = self.case.study_years_by(assessment.study_year, assessment.date).unwrap_or_default();
                let (found, keys) = self.framework.fitting(assessment, years);
                match (found.as_slice(), &assessment.result) {
                    ([only], _) => Some(*only),
                    ([_, ..], Some(result)) if is_final(assessment) && self.case.has_begun(assessment.date) => {
                        doubtful.extend(keys.into_iter().map(|key| (key, result)));
                        None
                    }
                    _ => None,
                }
            };
            let own = component.and_then(|component| self.belonging.get_mut(component));
            own.into_iter().for_each(|own| own.push(at));
            self.component_of.push(component);
        }
        let mut doubtful = sorted(doubtful, Ord::cmp);
        doubtful.dedup();
        let framework = self.framework;
        for same in doubtful.chunk_by(|(a, _), (b, _)| a == b) {
            let Some((key, _)) = same.first() else { continue };
            for (at, competence) in framework.with_key(key) {
                // What is no judgement on the scale of the component leaves no doubt.
                let counts =
                    |(_, result): &(Fit, &ResultId<'_>)| self.mark_on(at, result).is_none_or(|mark| mark.counts);
                if same.iter().take(MOST_RESULTS).any(counts)
                    && let Some(shared) = self.ambiguous.get_mut(at)
                {
                    shared.get_or_insert_default().extend(competence);
                }
            }
        }
    }

    /// The component that an assessment belongs to.
    pub(crate) fn component_of(&self, assessment: usize) -> Option<usize> {
        self.component_of.get(assessment).copied().flatten()
    }

    /// What the result of an assessment means on the scale of a component.
    fn mark_of(&self, component: usize, assessment: &Assessment<'_>) -> Option<Mark> {
        self.mark_on(component, assessment.result.as_ref()?)
    }

    /// What a result means on the scale of a component.
    fn mark_on(&self, component: usize, result: &ResultId<'_>) -> Option<Mark> {
        let component = self.framework.components().get(component)?;
        self.framework.mark(self.framework.scale_at(component.scale.as_ref())?, result)
    }

    /// What an assessment means for its component, where it is an attempt that counts (8.2): none within it when its result is
    /// not on the scale.
    fn counting(&self, component: usize, at: usize) -> Option<Counting> {
        let assessment = self.assessments().get(at).filter(|one| is_final(one) && self.case.has_begun(one.date))?;
        let mark = self.mark_of(component, assessment);
        mark.is_none_or(|mark| mark.counts).then_some(Counting { at, mark })
    }

    /// The attempt taken (8.5), with what it means, among the assessments of a component that this lets through.
    fn taken(&self, component: usize, fits: &dyn Fn(&Assessment<'_>) -> bool) -> Option<Counting> {
        let own = self.belonging.get(component)?.iter().copied();
        let own = own.filter(|at| self.assessments().get(*at).is_some_and(fits));
        let counting = own.filter_map(|at| self.counting(component, at)).listed();
        let best = self.framework.counts() == CountingAttempt::Best;
        let order = |one: &Counting| {
            let latest = self.assessments().get(one.at).map(|made| (made.attempt, made.date));
            (one.mark.map(|mark| mark.rank).filter(|_| best), latest, one.at)
        };
        self.replacements.standing(counting).into_iter().max_by_key(order)
    }

    /// Submitted evidence of a study year.
    fn submitted(&self, year: StudyYear) -> Option<&Submitted<'c>> {
        let cell = self.evidence.get(usize::from(year.get()).checked_sub(1)?)?;
        Some(cell.get_or_init(|| {
            let mut submitted = Submitted::default();
            let (mut assignments, mut sets) = (Vec::new(), Vec::new());
            let of_year = |one: &&Evidence<'_>| self.case.is_of(one, year) == Some(true);
            let all = self.case.evidence().map(|(_, one)| one).filter(|one| one.state != Some(Draft::Draft));
            for one in all.filter(of_year) {
                submitted.all += 1;
                for competence in one.competences.iter() {
                    submitted.by_competence.get_mut(competence.position()).into_iter().for_each(|count| *count += 1);
                }
                assignments.extend(&one.assignment);
                sets.push(one.competences);
            }
            for same in sorted(sets, |a, b| a.bits().cmp(&b.bits())).chunk_by(|a, b| a == b) {
                let [set, ..] = same else { continue };
                submitted.by_set.push((*set, u32::try_from(same.len()).unwrap_or(u32::MAX)));
            }
            submitted.assignments = sorted(assignments, Ord::cmp);
            submitted
        }))
    }

    /// How much evidence there is for a component, and what it requires (8.9).
    fn evidence(&self, component: &Component<'_>) -> (u32, Vec<Required>) {
        let Some(submitted) = self.submitted(component.study_year) else { return (0, Vec::new()) };
        let wanted = component.least_evidence.map_or(0, |least| u32::from(least.get()));
        let of_these = |competence, there: u32| (wanted > 0).then_some(Required { competence, wanted, there });
        if let Some(assignment) = &component.assignment {
            let first = submitted.assignments.partition_point(|one| *one < assignment);
            let behind = submitted.assignments.partition_point(|one| *one <= assignment);
            let there = u32::try_from(behind - first).unwrap_or(u32::MAX);
            return (there, of_these(None, there).into_iter().collect());
        }
        if component.competences.is_empty() {
            return (submitted.all, of_these(None, submitted.all).into_iter().collect());
        }
        let of =
            |competence: Competence| submitted.by_competence.get(competence.position()).copied().unwrap_or_default();
        let required = component.competences.iter().filter_map(|one| of_these(Some(one), of(one))).collect();
        let showing = submitted.by_set.iter().filter(|(set, _)| set.overlaps(component.competences));
        (showing.map(|(_, pieces)| pieces).sum(), required)
    }

    /// The exemption from a component (8.13).
    fn exemption(&self, component: &Component<'_>) -> Option<&'c Exemption<'c>> {
        let year = Some(component.study_year);
        let of_kind = match component.of {
            AssessmentOf::SchoolDevelopmentTheme => Some(ExemptionOf::SchoolDevelopmentTheme),
            AssessmentOf::GraduationResearch => Some(ExemptionOf::GraduationResearch),
            AssessmentOf::Development | AssessmentOf::Assignment | AssessmentOf::Competence => None,
        };
        let of_year = self.case.exemption(ExemptionOf::StudyYear, year);
        let of_kind = || self.case.exemption(of_kind?, year);
        let of_assignment = || {
            let own = component.assignment.as_ref().filter(|_| component.of == AssessmentOf::Assignment)?.as_str();
            let found = |year| {
                let at = self.freed_assignments.binary_search_by(|(known, _)| known.cmp(&(own, year))).ok()?;
                self.freed_assignments.get(at).map(|(_, one)| *one)
            };
            found(None).or_else(|| found(year))
        };
        let of_competences = || {
            let freed =
                || self.freed_competences.iter().filter(|one| one.study_year.is_none() || one.study_year == year);
            let all = freed().fold(Set::default(), |all: Set<Competence>, one| all.union(one.competences));
            let asked = component.competences;
            let of_them = component.of == AssessmentOf::Competence && !asked.is_empty();
            let is_freed = of_them && asked.iter().all(|one| all.contains(one));
            freed().find(|one| is_freed && one.competences.overlaps(asked)).copied()
        };
        of_year.or_else(of_kind).or_else(of_assignment).or_else(of_competences)
    }

    /// Whether a part of the portfolio was lost that a component reads.
    fn reads_lost(&self, component: &Component<'_>) -> bool {
        let asked = if component.least_result.is_some() {
            sections!(Portfolio: assessments, student, placements, exemptions)
        } else {
            sections!(Portfolio: evidence, student, placements, exemptions)
        };
        self.lost.overlap(asked)
    }

    /// The competences that a component shares with assessments that fit others too; none without such assessments.
    fn shared(&self, component: usize) -> Option<Set<Competence>> {
        self.ambiguous.get(component).copied().flatten()
    }

    /// The state of one component, by the assessments that this lets through.
    fn stands(
        &self,
        at: usize,
        component: &Component<'_>,
        missing: bool,
        is_ambiguous: bool,
        fits: &dyn Fn(&Assessment<'_>) -> bool,
    ) -> (Standing, Option<usize>) {
        let taken = self.taken(at, fits);
        let of = |state, mark: Option<Mark>| {
            (Standing { state, points: mark.and_then(|mark| mark.points) }, taken.map(|taken| taken.at))
        };
        // Without a result that is required evidence alone decides.
        let Some(least) = &component.least_result else {
            return of(if missing { State::Open } else { State::Passed }, taken.and_then(|taken| taken.mark));
        };
        if taken.is_none() && is_ambiguous {
            return of(State::NotAssessable(Reason::Ambiguous), None);
        }
        let Some(scale) = self.framework.scale_at(component.scale.as_ref()) else {
            return of(State::NotAssessable(Reason::NoScale), None);
        };
        let mark = match taken {
            Some(Counting { mark: None, .. }) => return of(State::NotAssessable(Reason::ResultOffScale), None),
            Some(Counting { mark, .. }) => mark,
            None => None,
        };
        let Some(own) = mark else { return of(State::Open, None) };
        match self.framework.mark(scale, least) {
            Some(least) if own.rank >= least.rank => of(State::Passed, mark),
            // Nothing is at least a result that is not on the scale (TK-C404).
            Some(_) | None => of(State::Short, mark),
        }
    }

    /// The state of a component that a student is not exempted from, by the evidence that it requires.
    fn standing(&self, at: usize, component: &Component<'_>, required: &[Required]) -> (Standing, Option<usize>) {
        if self.reads_lost(component) {
            return (Standing { state: State::NotAssessable(Reason::UnreadablePart), points: None }, None);
        }
        if component.of == AssessmentOf::Competence && component.competences.len() > 1 {
            return self.by_competence(at, component, required);
        }
        let lacks = required.iter().any(Required::is_missing);
        self.stands(at, component, lacks, self.shared(at).is_some(), &|_| true)
    }

    #[cfg(feature = "insight")]
    fn component(&self, at: usize, component: &Component<'_>) -> Assessed {
        let (evidence, required) = self.evidence(component);
        let belonging = self.belonging.get(at).into_iter().flatten();
        let attempts = belonging.map(|own| (*own, self.counting(at, *own).is_some())).collect();
        let exemption = self.exemption(component).map(|one| one.id.as_str().to_owned());
        let (standing, taken) =
            if exemption.is_some() { (EXEMPTED, None) } else { self.standing(at, component, &required) };
        Assessed { component: at, standing, exemption, taken, attempts, evidence, required }
    }

    /// Each competence by itself (8.12): the worst of their states, and the lowest value.
    fn by_competence(&self, at: usize, component: &Component<'_>, required: &[Required]) -> (Standing, Option<usize>) {
        let order = |state: State| match state {
            State::NotAssessable(_) => 0_u8,
            State::Open => 1,
            State::Short => 2,
            State::Passed => 3,
            State::Exempted => 4,
        };
        let each = component.competences.iter().map(|competence| {
            let own = |one: &&Required| one.competence.is_none_or(|one| one == competence);
            let lacks = required.iter().filter(own).any(Required::is_missing);
            let is_ambiguous = self.shared(at).is_some_and(|shared| shared.contains(competence));
            self.stands(at, component, lacks, is_ambiguous, &|made| made.competences.contains(competence))
        });
        let each = each.listed();
        let worst = each.iter().min_by_key(|(standing, _)| order(standing.state));
        let mark = |taken: Option<usize>| self.mark_of(at, self.assessments().get(taken?)?);
        let lowest = each.iter().filter_map(|(_, taken)| mark(*taken)).min_by_key(|mark| mark.rank);
        let lowest = lowest.and_then(|mark| mark.points);
        match worst {
            Some((standing, taken)) => (Standing { state: standing.state, points: lowest }, *taken),
            None => (Standing { state: State::Open, points: None }, None),
        }
    }

    /// The components of a study year, with their positions.
    fn components(&self, number: StudyYear) -> impl Iterator<Item = (usize, &'k Component<'k>)> {
        let all = self.framework.components().iter().enumerate();
        all.filter(move |(_, one)| one.study_year == number)
    }

    /// Whether a study year is passed; none when the student has not begun it, or nothing of it is assessed. Evidence is looked
    /// at for the components alone whose state it decides: with all of it a rule took a twentieth of a report.
    pub(crate) fn pass(&self, number: StudyYear) -> Option<Pass> {
        self.case.study_year(number)?;
        let standings = self.components(number).map(|(at, component)| {
            if self.exemption(component).is_some() {
                return (at, EXEMPTED);
            }
            let by_result = component.least_result.is_some();
            let required = if by_result { Vec::new() } else { self.evidence(component).1 };
            (at, self.standing(at, component, &required).0)
        });
        let standings = standings.listed();
        (!standings.is_empty()).then(|| pass(&self.framework, number, &standings).pass)
    }

    /// A study year (8.14 to 8.18); none when the student has not begun it, or nothing of it is assessed.
    #[cfg(feature = "insight")]
    pub(crate) fn year(&self, number: StudyYear) -> Option<YearAssessed> {
        let year = self.case.study_year(number)?;
        let components = self.components(number).map(|(at, one)| self.component(at, one)).listed();
        if components.is_empty() {
            return None;
        }
        let standings = components.iter().map(|one| (one.component, one.standing)).listed();
        Some(YearAssessed {
            year,
            pass: pass(&self.framework, number, &standings),
            components,
            has_ended: year.has_ended || self.case.lens() == Lens::Graduating && !self.case.left(),
            due: year.end(self.case.as_of()),
        })
    }

    /// Every study year that has begun and of which something is assessed.
    #[cfg(feature = "insight")]
    pub(crate) fn years(&self) -> Vec<YearAssessed> {
        (1..=4).filter_map(StudyYear::new).filter_map(|year| self.year(year)).listed()
    }

    /// Whether the programme is passed, by its years (8.19).
    #[cfg(feature = "insight")]
    pub(crate) fn programme(&self, years: &[YearAssessed]) -> bool {
        let Some(first) = self.case.entries().first().map(|entry| entry.study_year) else { return false };
        let passed = |year: &YearAssessed| matches!(year.pass.pass, Pass::Passed | Pass::Exempted);
        years.iter().filter(|year| year.year.number >= first).all(passed)
            && years.iter().any(|year| year.year.number.get() == 4)
    }
}

/// How many different results are looked at that leave it open which component they are of: more than a scale has values that
/// are no judgement.
const MOST_RESULTS: usize = 64;

fn is_final(assessment: &Assessment<'_>) -> bool {
    assessment.is_final == Some(true) && assessment.result.is_some()
}

/// The exemptions in force from assignments, one for each assignment and study year.
fn freed_assignments<'c>(case: &PortfolioCase<'c>) -> Vec<((&'c str, Option<StudyYear>), &'c Exemption<'c>)> {
    let freed = case.assignment_exemptions().map(|(assignment, one)| ((assignment, one.study_year), one));
    let mut freed = sorted(freed.listed(), |a, b| a.0.cmp(&b.0));
    freed.dedup_by_key(|(key, _)| *key);
    freed
}

/// The exemptions in force from competences: for each study year, those that each exempt from one more competence. So there
/// are never more than there are years and competences.
fn freed_competences<'c>(case: &PortfolioCase<'c>) -> Vec<&'c Exemption<'c>> {
    let mut known: [Set<Competence>; 5] = Default::default();
    let mut freed = Vec::new();
    for one in case.exemptions_of(ExemptionOf::Competence) {
        let year = one.study_year.map_or(0, StudyYear::get);
        let Some(known) = known.get_mut(usize::from(year)) else { continue };
        let more = known.union(one.competences);
        if more != *known {
            *known = more;
            freed.push(one);
        }
    }
    freed
}

/// Which assessments replace which, as trees: above each one those that replace it, directly or by a chain.
struct Replacements {
    /// Of each assessment where those above it begin and end in one order of all; empty when none replaces another.
    spans: Vec<(usize, usize)>,
    /// Those that replace one another in a circle: all of them count (8.6).
    in_circle: Vec<bool>,
}

impl Replacements {
    fn of(case: &PortfolioCase<'_>) -> Self {
        let all = &case.portfolio().assessments;
        if all.iter().all(|one| one.replaces.is_none()) {
            return Self { spans: Vec::new(), in_circle: Vec::new() };
        }
        let target = |one: &Assessment<'_>| {
            let replaced = one.replaces.as_ref().filter(|_| case.has_begun(one.date))?;
            case.assessment_at(replaced)
        };
        let targets = all.iter().map(target).listed();
        let in_circle = in_circles(&targets);
        let mut above: Vec<Vec<usize>> = vec![Vec::new(); all.len()];
        let mut roots = Vec::new();
        for (at, target) in targets.iter().enumerate() {
            match target.filter(|_| in_circle.get(at) == Some(&false)).and_then(|target| above.get_mut(target)) {
                Some(above) => above.push(at),
                None => roots.push(at),
            }
        }
        let mut spans = vec![(0, 0); all.len()];
        let mut number = 0;
        // Each is met twice: before those above it, and after them.
        let mut open = roots.into_iter().map(|root| (root, false)).listed();
        while let Some((at, done)) = open.pop() {
            let Some(span) = spans.get_mut(at) else { continue };
            if done {
                span.1 = number;
                continue;
            }
            span.0 = number;
            number += 1;
            open.push((at, true));
            open.extend(above.get(at).into_iter().flatten().map(|one| (*one, false)));
        }
        Self { spans, in_circle }
    }

    /// Those of several attempts that none of the others replaces (8.5).
    fn standing(&self, attempts: Vec<Counting>) -> Vec<Counting> {
        if self.spans.is_empty() {
            return attempts;
        }
        let span = |one: &Counting| self.spans.get(one.at).copied().unwrap_or_default();
        let ordered = sorted(attempts, |a, b| span(a).cmp(&span(b)));
        let next = ordered.iter().skip(1).map(|one| span(one).0).chain([usize::MAX]);
        let stands = |one: &Counting, next: usize| self.in_circle.get(one.at) == Some(&true) || next >= span(one).1;
        ordered.iter().zip(next).filter(|(one, next)| stands(one, *next)).map(|(one, _)| *one).listed()
    }
}
