//! Studios, designs, reflection (ontwerpateliers, ontwerpen, reflectie).

mod p303_design_without_own_learning_goal;
mod p309_reflection_level_missing;
mod p310_reflection_cycle_incomplete;
mod p311_placement_week_without_closing_studio;
mod p316_design_never_completed;

crate::judging::rules! {
    Portfolios:
    p303_design_without_own_learning_goal
    p309_reflection_level_missing
    p310_reflection_cycle_incomplete
    p311_placement_week_without_closing_studio
    p316_design_never_completed
}

/// Every study year.
const YEARS: &[u8] = &[1, 2, 3, 4];
