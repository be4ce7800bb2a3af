//! The portfolio compared with the curriculum (opleidingsprogramma) that belongs to the student.

mod x101_assignment_unknown_to_curriculum;
mod x102_required_assignment_unanswered;
mod x103_competence_of_other_framework;

crate::judging::rules! {
    Portfolios:
    x101_assignment_unknown_to_curriculum(Curriculum)
    x102_required_assignment_unanswered(Curriculum)
    x103_competence_of_other_framework(Curriculum)
}
