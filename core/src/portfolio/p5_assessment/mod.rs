//! Assessment (beoordeling).

mod p501_development_assessed_without_duo;
mod p502_duo_of_one_person;
mod p503_mentor_as_assessor;
mod p504_assessment_without_evidence;
mod p514_replacement_in_a_circle;

super::rules! {
    p501_development_assessed_without_duo
    p502_duo_of_one_person
    p503_mentor_as_assessor
    p504_assessment_without_evidence
    p514_replacement_in_a_circle
}
