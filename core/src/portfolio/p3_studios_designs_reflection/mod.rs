//! Studios, designs, reflection (ontwerpateliers, ontwerpen, reflectie).

mod p303_design_without_own_learning_goal;
mod p309_reflection_level_missing;
mod p310_reflection_cycle_incomplete;
mod p311_placement_week_without_closing_studio;
mod p312_closing_studio_without_next_steps;
mod p313_closing_studio_without_inputs;
mod p314_school_methods_unused;
mod p315_studio_outside_series;
mod p316_design_never_completed;

use super::prelude::*;
use crate::documents::{Studio, StudioKind};
use crate::finding::Path;

crate::judging::rules! {
    Portfolios:
    p303_design_without_own_learning_goal
    p309_reflection_level_missing
    p310_reflection_cycle_incomplete
    p311_placement_week_without_closing_studio
    p312_closing_studio_without_next_steps
    p313_closing_studio_without_inputs
    p314_school_methods_unused
    p315_studio_outside_series
    p316_design_never_completed
}

/// Every study year.
const YEARS: &[u8] = &[1, 2, 3, 4];

/// Judges each studio with which the student closed a placement week: whether it has what the rule requires, and where that
/// would be.
fn judge_closing_studios(
    case: &PortfolioCase<'_>,
    findings: &mut Findings<'_, '_>,
    met: fn(&Studio<'_>) -> bool,
    place: fn(usize) -> Path,
) -> Reply {
    for (at, studio) in case.attended_studios().filter(|(_, studio)| studio.kind == Some(StudioKind::Closing)) {
        findings.judge(About::the(SubjectKind::Studio, &studio.id), met(studio), Standing::DUE, || {
            Shortfall::new(place(at), facts! { studio: &studio.id })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
