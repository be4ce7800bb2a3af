//! When a study year is passed, by the states of its components (`documents.md` 8.14 to 8.18): whole numbers throughout.

use super::framework::{Framework, is_required};
use crate::documents::{Component, PassRuleKind};
use crate::finding::Reason;
use crate::grammar::closed;
use crate::values::{Count, Decimal, Points, StudyYear, Weight};

/// The state of a component of the assessment framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Exempted,
    NotAssessable(Reason),
    Open,
    Short,
    Passed,
}

/// A component as it counts for its study year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    pub(crate) state: State,
    /// The points of the result that was taken.
    pub(crate) points: Option<Decimal>,
}

/// Whether a study year is passed, whatever the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pass {
    Exempted,
    NotAssessable(Reason),
    Passed,
    No,
}

/// The weighted average of a study year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Average {
    /// Σ weight.
    pub(crate) weight: u64,
    /// Σ (weight × points), in hundredths of a point.
    pub(crate) weighted: u64,
    /// The average in hundredths: rounded as the pass rule says, else to whole hundredths for showing it.
    pub(crate) shown: u64,
    /// What it has to be, in hundredths; none where every average will do.
    pub(crate) threshold: Option<u64>,
}

/// What a study year amounts to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearPass {
    pub(crate) kind: PassRuleKind,
    pub(crate) pass: Pass,
    /// By the pass rule with points, where a component takes part.
    pub(crate) average: Option<Average>,
    /// Components below what they require, in a year that is passed all the same.
    pub(crate) compensated: Vec<usize>,
}

/// Weighs the components of a study year, given by their positions.
pub(crate) fn pass(framework: &Framework<'_>, year: StudyYear, components: &[(usize, Standing)]) -> YearPass {
    let own =
        || components.iter().filter_map(|(at, standing)| Some((*at, framework.components().get(*at)?, *standing)));
    let required = || own().filter(|(_, component, _)| is_required(component));
    let is_exempted = |(_, _, standing): &(usize, &Component<'_>, Standing)| standing.state == State::Exempted;
    let all_exempted = if required().next().is_some() {
        required().all(|one| is_exempted(&one))
    } else {
        own().all(|one| is_exempted(&one))
    };
    // Every required component by itself.
    let of_each = |kind| {
        let each = || every(required().map(|(_, _, standing)| standing.state));
        let pass = if all_exempted { Pass::Exempted } else { each() };
        YearPass { kind, pass, average: None, compensated: Vec::new() }
    };
    let with_points = framework.pass_rule(year).filter(|(_, rule)| rule.kind == PassRuleKind::Points);
    let Some((_, rule)) = with_points else { return of_each(PassRuleKind::All) };
    let weight = |component: &Component<'_>| u64::from(component.weight.map_or(1, Weight::get));
    let is_left_out = |component: &Component<'_>, state: State| {
        state == State::Exempted || state == State::Open && !is_required(component)
    };
    let averaged = || {
        own().filter(|(_, component, standing)| {
            weight(component) > 0 && component.least_result.is_some() && !is_left_out(component, standing.state)
        })
    };
    if averaged().next().is_none() {
        return of_each(rule.kind);
    }
    let (mut sum, mut weighted, mut unfit) = (0_u64, 0_u64, None);
    for (_, component, standing) in averaged() {
        match (standing.state, standing.points) {
            (State::NotAssessable(reason), _) => unfit = unfit.or(Some(reason)),
            (State::Open | State::Exempted, _) => {}
            (State::Passed | State::Short, None) => unfit = unfit.or(Some(Reason::NoPoints)),
            (State::Passed | State::Short, Some(points)) => {
                sum += weight(component);
                weighted += weight(component) * u64::from(points.as_hundredths());
            }
        }
    }
    let hundredths = |points: Option<Points>| points.map(|points| u64::from(points.get().as_hundredths()));
    let threshold = hundredths(rule.threshold);
    let step = hundredths(rule.round_to).filter(|step| *step > 0);
    let average = (sum > 0).then(|| Average {
        weight: sum,
        weighted,
        shown: rounded(weighted, sum, step.unwrap_or(1)),
        threshold,
    });
    let high_enough = average.is_some_and(|one| match (threshold, step) {
        (None, _) => true,
        (Some(threshold), Some(_)) => one.shown >= threshold,
        (Some(threshold), None) => u128::from(weighted) >= u128::from(threshold) * u128::from(sum),
    });
    let short = || own().filter(|(_, _, standing)| standing.state == State::Short);
    let most_below = usize::from(rule.most_below.map_or(0, Count::get));
    let floor = hundredths(rule.floor);
    let below_floor = |standing: Standing| {
        standing.points.zip(floor).is_some_and(|(points, floor)| u64::from(points.as_hundredths()) < floor)
    };
    let lacking = required().any(|(_, component, standing)| match standing.state {
        State::Open => true,
        State::Short => component.least_result.is_none(),
        State::Passed | State::Exempted | State::NotAssessable(_) => false,
    });
    let unsure = required().find_map(|(_, _, standing)| match standing.state {
        State::NotAssessable(reason) if reason == Reason::UnreadablePart => Some(reason),
        State::Exempted | State::NotAssessable(_) | State::Open | State::Short | State::Passed => None,
    });
    let enough =
        || high_enough && short().count() <= most_below && !short().any(|(_, _, standing)| below_floor(standing));
    let pass = match (unfit, lacking, unsure) {
        (Some(reason), _, _) | (None, false, Some(reason)) => Pass::NotAssessable(reason),
        (None, false, None) if enough() => Pass::Passed,
        (None, _, _) => Pass::No,
    };
    let compensated = if pass == Pass::Passed { short().map(|(at, _, _)| at).collect() } else { Vec::new() };
    YearPass { kind: rule.kind, pass, average, compensated }
}

/// Whether all of these are passed, or exempted.
fn every(states: impl Iterator<Item = State>) -> Pass {
    let mut pass = Pass::Passed;
    for state in states {
        match state {
            State::NotAssessable(reason) if pass == Pass::Passed => pass = Pass::NotAssessable(reason),
            State::Exempted | State::Passed | State::NotAssessable(_) => {}
            State::Open | State::Short => return Pass::No,
        }
    }
    pass
}

/// A quotient, rounded half up to a multiple of a step.
fn rounded(sum: u64, weight: u64, step: u64) -> u64 {
    let divisor = weight * step;
    (2 * sum + divisor) / (2 * divisor) * step
}

closed! {
    /// How an assessment framework contradicts itself in a study year (tegenspraak, TK-C404).
    Contradiction {
        /// Not even the best results pass it.
        Impossible = "impossible", "geen enkele uitslag is genoeg", "no result is enough";
        /// Even the lowest results pass it.
        Certain = "certain", "elke uitslag is genoeg", "every result is enough";
        PointsFall = "points-fall", "een betere uitslag geeft minder punten", "a better result gives fewer points";
    }
}

/// What contradicts what in a study year (`documents.md` 8.22). To raise a result never harms, so that the best and the worst
/// results decide it. None without components.
pub(crate) fn contradiction(framework: &Framework<'_>, year: StudyYear) -> Option<Contradiction> {
    let own = || framework.components().iter().enumerate().filter(|(_, one)| one.study_year == year);
    own().next()?;
    let scale_of = |component: &Component<'_>| framework.scale_at(component.scale.as_ref());
    let judged = || own().filter(|(_, one)| one.least_result.is_some());
    if judged().filter_map(|(_, one)| scale_of(one)).any(|scale| framework.points_fall(scale)) {
        return Some(Contradiction::PointsFall);
    }
    let least = |component: &Component<'_>| framework.mark(scale_of(component)?, component.least_result.as_ref()?);
    if judged().any(|(_, one)| least(one).is_none()) {
        return Some(Contradiction::Impossible);
    }
    let standing = |component: &Component<'_>, best: bool| {
        let (Some(least), Some(scale)) = (least(component), scale_of(component)) else {
            // Evidence alone decides, and where none is required nothing can be missing.
            let requires = component.least_evidence.is_some_and(|least| least.get() > 0);
            return Standing { state: if best || !requires { State::Passed } else { State::Open }, points: None };
        };
        match framework.extremes(scale) {
            Some((lowest, highest)) => {
                let mark = if best { highest } else { lowest };
                let state = if mark.rank >= least.rank { State::Passed } else { State::Short };
                Standing { state, points: mark.points }
            }
            None => Standing { state: State::Open, points: None },
        }
    };
    let passed = |best: bool| {
        let standings: Vec<(usize, Standing)> = own().map(|(at, one)| (at, standing(one, best))).collect();
        pass(framework, year, &standings).pass == Pass::Passed
    };
    match (passed(true), passed(false)) {
        (false, _) => Some(Contradiction::Impossible),
        (true, true) => Some(Contradiction::Certain),
        (true, false) => None,
    }
}
