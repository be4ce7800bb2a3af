//! The rules of the portfolio (bewijsportfolio), one file each, named by code and name.

use super::Rule;

macro_rules! rules {
    ($($file:ident)*) => {
        $(mod $file;)*

        /// Every rule of the portfolio, by code.
        pub(super) static RULES: &[&Rule] = &[$(&$file::RULE),*];
    };
}

rules! {
    p101_same_school_in_two_study_years
    p102_age_bands_not_all_met
    p105_placement_without_mentor
    p108_overlapping_placements
    p201_specialisation_before_year_three
    p202_specialisation_missing_from_year_three
    p203_profile_subject_count_off
    p204_profile_subject_outside_pool
    p303_design_without_own_learning_goal
    p309_reflection_level_missing
    p401_competence_without_evidence
    p402_practice_evidence_in_parts
    p404_assignment_without_practice
    p405_year_without_reading_aloud_or_storytelling
    p501_development_assessed_without_duo
    p502_duo_of_one_person
    p503_mentor_as_assessor
    p504_assessment_without_evidence
    p601_year_three_without_school_development_theme
    p602_school_development_theme_alone
    p606_method_other_than_design_research
    p607_graduation_research_in_group
    p608_theme_set_alone
    p609_theme_not_recognised_in_own_group
    p611_research_assessed_without_experts
}
