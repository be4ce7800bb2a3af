//! Time and places for students (tijd en opleidingsplaatsen).

mod n303_school_with_one_study_year;
mod n304_school_over_capacity;

crate::judging::rules! {
    Partnerships:
    n303_school_with_one_study_year
    n304_school_over_capacity
}
