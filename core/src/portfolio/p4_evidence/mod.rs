//! Evidence and assignments (bewijzen en opdrachten).

mod p401_competence_without_evidence;
mod p402_practice_evidence_in_parts;
mod p404_assignment_without_practice;
mod p405_year_without_reading_aloud_or_storytelling;
mod p407_goal_never_taken_up;

crate::judging::rules! {
    Portfolios:
    p401_competence_without_evidence
    p402_practice_evidence_in_parts
    p404_assignment_without_practice
    p405_year_without_reading_aloud_or_storytelling
    p407_goal_never_taken_up
}
