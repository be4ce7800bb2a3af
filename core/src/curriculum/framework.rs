//! A curriculum as it is looked up: its components, assignments and scales by their ids, put in order once.

use crate::documents::{
    Assessment, AssessmentOf, Component, CountingAttempt, Curriculum, PassRule, Scale, ScaleKind, ScaleValue,
};
use crate::frameworks::Competence;
use crate::sort::{Listed as _, TextKey, ascending, sorted};
use crate::values::{AssignmentId, ComponentId, Decimal, Points, ResultId, ScaleId, Set, StudyYear};

/// Positions of things in the order of their ids.
#[derive(Clone, Debug, Default)]
struct ByKey(Vec<usize>);

impl ByKey {
    fn of<T>(all: &[T], id_of: impl Fn(&T) -> &str) -> Self {
        Self(ascending(all, |a, b| TextKey::of(id_of(a)).cmp(&TextKey::of(id_of(b)))))
    }

    /// The position of the thing with this id.
    fn find<'t>(&self, id: &str, id_at: impl Fn(usize) -> Option<&'t str>) -> Option<usize> {
        let sought = TextKey::of(id);
        let key = |at: usize| id_at(at).map(TextKey::of);
        let at = *self.0.get(self.0.partition_point(|at| key(*at) < Some(sought)))?;
        (key(at) == Some(sought)).then_some(at)
    }
}

/// What an assessment has to say to belong to a component without naming it (`documents.md` 8.4), in parts: a component
/// that names several competences has a key for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fit {
    of: AssessmentOf,
    year: StudyYear,
    /// The position of the assignment that the component names.
    assignment: Option<usize>,
    /// A competence that it names.
    competence: Option<Competence>,
}

/// The ids of a curriculum in order. It borrows nothing, so that it can be kept with the curriculum.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    components: ByKey,
    assignments: ByKey,
    scales: ByKey,
    values: Vec<ByKey>,
    /// What fits each component, in order.
    fits: Vec<(Fit, usize)>,
}

impl Index {
    pub(crate) fn of(curriculum: &Curriculum<'_>) -> Self {
        let mut index =
            Self { assignments: ByKey::of(&curriculum.assignments, |one| one.id.as_str()), ..Self::default() };
        let Some(assessment) = &curriculum.assessment else { return index };
        index.components = ByKey::of(&assessment.components, |one| one.id.as_str());
        index.scales = ByKey::of(&assessment.scales, |one| one.id.as_str());
        index.values = assessment.scales.iter().map(|scale| ByKey::of(&scale.values, |one| one.id.as_str())).listed();
        let mut fits = Vec::new();
        let framework = Framework { curriculum, index: &index };
        for (at, component) in assessment.components.iter().enumerate() {
            let assignment = component.assignment.as_ref().map(|id| framework.assignment_at(id).unwrap_or(usize::MAX));
            let mut add = |competence| {
                fits.push((Fit { of: component.of, year: component.study_year, assignment, competence }, at));
            };
            if component.competences.is_empty() {
                add(None);
            }
            component.competences.iter().for_each(|competence| add(Some(competence)));
        }
        index.fits = sorted(fits, Ord::cmp);
        index
    }
}

/// What a result means on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The higher, the better; only to be compared with another of the same scale.
    pub(crate) rank: u32,
    pub(crate) points: Option<Decimal>,
    /// Whether it is a judgement.
    pub(crate) counts: bool,
}

/// A curriculum with its ids in order.
#[derive(Clone, Copy)]
pub(crate) struct Framework<'c> {
    pub(crate) curriculum: &'c Curriculum<'c>,
    pub(crate) index: &'c Index,
}

impl<'c> Framework<'c> {
    pub(crate) fn components(&self) -> &'c [Component<'c>] {
        self.curriculum.assessment.as_ref().map_or(&[], |assessment| &assessment.components)
    }

    /// The pass rule of a study year, with its position.
    pub(crate) fn pass_rule(&self, year: StudyYear) -> Option<(usize, &'c PassRule)> {
        let rules = self.curriculum.assessment.iter().flat_map(|assessment| &assessment.pass_rules);
        rules.enumerate().find(|(_, rule)| rule.study_year == year)
    }

    /// Which of several attempts counts; the last, unless the curriculum says otherwise.
    pub(crate) fn counts(&self) -> CountingAttempt {
        let counts = self.curriculum.assessment.as_ref().and_then(|assessment| assessment.counts);
        counts.unwrap_or(CountingAttempt::Last)
    }

    pub(crate) fn component_at(&self, id: &ComponentId<'_>) -> Option<usize> {
        let components = self.components();
        self.index.components.find(id.as_str(), |at| components.get(at).map(|one| one.id.as_str()))
    }

    pub(crate) fn assignment_at(&self, id: &AssignmentId<'_>) -> Option<usize> {
        let assignments = &self.curriculum.assignments;
        self.index.assignments.find(id.as_str(), |at| assignments.get(at).map(|one| one.id.as_str()))
    }

    /// The position of a scale; of the first, when none is named. None where there is no such scale.
    pub(crate) fn scale_at(&self, id: Option<&ScaleId<'_>>) -> Option<usize> {
        let scales = &self.curriculum.assessment.as_ref()?.scales;
        match id {
            Some(id) => self.index.scales.find(id.as_str(), |at| scales.get(at).map(|one| one.id.as_str())),
            None => (!scales.is_empty()).then_some(0),
        }
    }

    /// What a result means on a scale; none when it is not on it.
    pub(crate) fn mark(&self, scale: usize, result: &ResultId<'_>) -> Option<Mark> {
        let own = self.curriculum.assessment.as_ref()?.scales.get(scale)?;
        match own.kind {
            ScaleKind::Ordinal => {
                let id_at = |at: usize| own.values.get(at).map(|value| value.id.as_str());
                let at = self.index.values.get(scale)?.find(result.as_str(), id_at)?;
                let value = own.values.get(at)?;
                let points = value.points.map(Points::get);
                Some(Mark { rank: u32::try_from(at).ok()?, points, counts: value.counts != Some(false) })
            }
            ScaleKind::Numeric => {
                let number: Decimal = result.as_str().parse().ok()?;
                let (least, most, step) = bounds(own);
                let above = number.as_hundredths().checked_sub(least)?;
                let in_range = number.as_hundredths() <= most;
                let in_step = step.is_none_or(|step| above.is_multiple_of(step));
                (in_range && in_step).then(|| Mark { rank: number.as_hundredths(), points: Some(number), counts: true })
            }
        }
    }

    /// The marks of a scale that are judgements: of an ordinal one each of its values, of a numeric one the ends.
    fn marks(&self, scale: usize) -> Vec<Mark> {
        let Some(own) = self.curriculum.assessment.as_ref().and_then(|framework| framework.scales.get(scale)) else {
            return Vec::new();
        };
        let marks = match own.kind {
            ScaleKind::Ordinal => {
                let mark = |(at, value): (usize, &ScaleValue<'_>)| {
                    let rank = u32::try_from(at).unwrap_or(u32::MAX);
                    Mark { rank, points: value.points.map(Points::get), counts: value.counts != Some(false) }
                };
                own.values.iter().enumerate().map(mark).listed()
            }
            ScaleKind::Numeric => {
                let (least, most, step) = bounds(own);
                let highest = most.checked_sub(least).map(|span| most - step.map_or(0, |step| span % step));
                let mark =
                    |hundredths| Mark { rank: hundredths, points: Some(Decimal::hundredths(hundredths)), counts: true };
                highest.into_iter().flat_map(|highest| [mark(least), mark(highest)]).listed()
            }
        };
        marks.into_iter().filter(|mark| mark.counts).listed()
    }

    /// The lowest and the highest judgement of a scale; none where it has no judgement.
    pub(crate) fn extremes(&self, scale: usize) -> Option<(Mark, Mark)> {
        let marks = self.marks(scale);
        Some((*marks.first()?, *marks.last()?))
    }

    /// Whether a better result of a scale has fewer points.
    pub(crate) fn points_fall(&self, scale: usize) -> bool {
        let points = self.marks(scale).into_iter().filter_map(|mark| mark.points).listed();
        !points.is_sorted()
    }

    /// The components that an assessment of these study years fits which names none, at most two of them: with several it
    /// belongs to none. Each with its key.
    pub(crate) fn fitting(&self, assessment: &Assessment<'_>, years: Set<StudyYear>) -> (Vec<usize>, Vec<Fit>) {
        let named = assessment.assignment.as_ref().and_then(|id| self.assignment_at(id));
        let (mut found, mut keys) = (Vec::new(), Vec::new());
        for year in years.iter() {
            for assignment in [None, named].into_iter().take(1 + usize::from(named.is_some())) {
                let competences = assessment.competences.iter().map(Some);
                for competence in std::iter::once(None).chain(competences) {
                    let key = Fit { of: assessment.of, year, assignment, competence };
                    let first = self.index.fits.partition_point(|(other, _)| *other < key);
                    let of_key =
                        self.index.fits.get(first..).unwrap_or_default().iter().take_while(|(other, _)| *other == key);
                    let known = keys.len();
                    for (_, at) in of_key.take(2) {
                        if keys.len() == known {
                            keys.push(key);
                        }
                        if !found.contains(at) {
                            found.push(*at);
                        }
                    }
                }
            }
        }
        (found, keys)
    }

    /// The components that have this key, with the competence of the key.
    pub(crate) fn with_key(&self, key: &Fit) -> impl Iterator<Item = (usize, Option<Competence>)> + use<'c> {
        let fits = &self.index.fits;
        let competence = key.competence;
        let own = fits.get(fits.partition_point(|(other, _)| other < key)..).unwrap_or_default();
        let own = own.get(..own.partition_point(|(other, _)| other == key)).unwrap_or_default();
        own.iter().map(move |(_, at)| (*at, competence))
    }
}

/// The most points that a scale can name, in hundredths.
const MOST_POINTS: u32 = 100_000;

/// The least result of a numeric scale, the greatest, and the step between two, in hundredths.
fn bounds(scale: &Scale<'_>) -> (u32, u32, Option<u32>) {
    let hundredths = |points: Option<Points>| points.map(|points| points.get().as_hundredths());
    let step = hundredths(scale.step).filter(|step| *step > 0);
    (hundredths(scale.least).unwrap_or(0), hundredths(scale.most).unwrap_or(MOST_POINTS), step)
}

/// Whether every student must pass a component.
pub(crate) fn is_required(component: &Component<'_>) -> bool {
    component.required != Some(false)
}
