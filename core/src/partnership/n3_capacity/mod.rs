//! Time and places for students (tijd en opleidingsplaatsen).

mod n301_trainer_time_short;
mod n302_trainer_overloaded;
mod n303_school_with_one_study_year;
mod n304_school_over_capacity;

crate::judging::rules! {
    Partnerships:
    n301_trainer_time_short
    n302_trainer_overloaded
    n303_school_with_one_study_year
    n304_school_over_capacity
}
