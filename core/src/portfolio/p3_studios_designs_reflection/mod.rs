//! Studios, designs, reflection (ontwerpateliers, ontwerpen, reflectie).

mod p301_studio_led_by_unfit_role;
mod p302_studios_at_one_location_only;
mod p303_design_without_own_learning_goal;
mod p304_design_without_task_for_children;
mod p305_design_phase_skipped;
mod p306_design_phases_out_of_order;
mod p307_design_competence_never_practised;
mod p308_studio_result_outside_portfolio;
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
    p301_studio_led_by_unfit_role
    p302_studios_at_one_location_only
    p303_design_without_own_learning_goal
    p304_design_without_task_for_children
    p305_design_phase_skipped
    p306_design_phases_out_of_order
    p307_design_competence_never_practised
    p308_studio_result_outside_portfolio
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
