//! The portfolio compared with the partnerships (partnerschap) that belong to the student, by school year.

mod x201_school_unknown_to_partnership;
mod x202_mentor_of_other_school;
mod x203_trainer_of_other_school;
mod x204_mentor_untrained;
mod x205_assessor_in_unheld_role;
mod x206_theme_off_the_research_agenda;
mod x207_placement_not_in_the_books;

crate::judging::rules! {
    Portfolios:
    x201_school_unknown_to_partnership(Partnership)
    x202_mentor_of_other_school(Partnership)
    x203_trainer_of_other_school(Partnership)
    x204_mentor_untrained(Partnership)
    x205_assessor_in_unheld_role(Partnership)
    x206_theme_off_the_research_agenda(Partnership)
    x207_placement_not_in_the_books(Partnership)
}
