//! Placements (werkplekleren).

mod p101_same_school_in_two_study_years;
mod p102_age_bands_not_all_met;
mod p103_study_year_without_placement;
mod p104_weekly_rhythm_off;
mod p105_placement_without_mentor;
mod p106_mentor_matched_by_other_than_school_trainer;
mod p107_match_without_learning_question;
mod p108_overlapping_placements;
mod p109_placement_outside_school_year;
mod p110_accent_out_of_step_with_study_year;
mod p111_placement_without_trainer_duo;
mod p112_mentor_talks_missing;
mod p113_return_to_earlier_school;
mod p114_lio_below_study_load;
mod p115_placement_contradicts_study_year;
mod p116_same_placement_twice;

pub(in crate::portfolio) use p111_placement_without_trainer_duo::META as PLACEMENT_WITHOUT_TRAINER_DUO;

/// Every study year.
const YEARS: &[u8] = &[1, 2, 3, 4];

crate::judging::rules! {
    Portfolios:
    p101_same_school_in_two_study_years
    p102_age_bands_not_all_met
    p103_study_year_without_placement
    p104_weekly_rhythm_off
    p105_placement_without_mentor
    p106_mentor_matched_by_other_than_school_trainer
    p107_match_without_learning_question
    p108_overlapping_placements
    p109_placement_outside_school_year
    p110_accent_out_of_step_with_study_year
    p111_placement_without_trainer_duo
    p112_mentor_talks_missing
    p113_return_to_earlier_school
    p114_lio_below_study_load
    p115_placement_contradicts_study_year
    p116_same_placement_twice
}
