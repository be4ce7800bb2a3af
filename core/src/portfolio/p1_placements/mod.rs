//! Placements (werkplekleren).

mod p101_same_school_in_two_study_years;
mod p102_age_bands_not_all_met;
mod p105_placement_without_mentor;
mod p108_overlapping_placements;
mod p115_placement_contradicts_study_year;
mod p116_same_placement_twice;

super::rules! {
    p101_same_school_in_two_study_years
    p102_age_bands_not_all_met
    p105_placement_without_mentor
    p108_overlapping_placements
    p115_placement_contradicts_study_year
    p116_same_placement_twice
}
