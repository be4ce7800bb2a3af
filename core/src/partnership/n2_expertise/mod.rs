//! Who trains, and what they were trained for (opleiders en hun scholing).

mod n201_trainer_training_not_even_planned;
mod n202_trainer_not_in_register;
mod n203_school_without_trained_mentor;
mod n204_mentor_without_group;
mod n205_lecturer_outside_partnership;

crate::judging::rules! {
    Partnerships:
    n201_trainer_training_not_even_planned
    n202_trainer_not_in_register
    n203_school_without_trained_mentor
    n204_mentor_without_group
    n205_lecturer_outside_partnership
}
