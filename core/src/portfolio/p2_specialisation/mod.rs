//! Specialisation (specialisatie).

mod p201_specialisation_before_year_three;
mod p202_specialisation_missing_from_year_three;
mod p203_profile_subject_count_off;
mod p204_profile_subject_outside_pool;
mod p205_placement_outside_specialisation;
mod p206_choice_before_breadth;

crate::judging::rules! {
    Portfolios:
    p201_specialisation_before_year_three
    p202_specialisation_missing_from_year_three
    p203_profile_subject_count_off
    p204_profile_subject_outside_pool
    p205_placement_outside_specialisation
    p206_choice_before_breadth
}
