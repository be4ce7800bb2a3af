//! Assessment (beoordeling).

mod p501_development_assessed_without_duo;
mod p502_duo_of_one_person;
mod p503_mentor_as_assessor;
mod p504_assessment_without_evidence;
mod p505_evidence_after_assessment;
mod p506_result_outside_scale;
mod p507_decision_on_one_data_point;
mod p508_guidance_and_assessment_by_different_duos;
mod p509_assessment_without_appointed_examiner;
mod p510_mentor_advice_missing;
mod p511_year_decision_contradicts_framework;
mod p512_student_assesses_self;
mod p513_exemption_without_examination_board;
mod p514_replacement_in_a_circle;

crate::judging::rules! {
    Portfolios:
    p501_development_assessed_without_duo
    p502_duo_of_one_person
    p503_mentor_as_assessor
    p504_assessment_without_evidence
    p505_evidence_after_assessment
    p506_result_outside_scale(Curriculum)
    p507_decision_on_one_data_point
    p508_guidance_and_assessment_by_different_duos
    p509_assessment_without_appointed_examiner
    p510_mentor_advice_missing
    p511_year_decision_contradicts_framework(Curriculum)
    p512_student_assesses_self
    p513_exemption_without_examination_board
    p514_replacement_in_a_circle
}
