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
}
