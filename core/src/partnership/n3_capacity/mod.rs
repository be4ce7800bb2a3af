//! Time and places for students (tijd en opleidingsplaatsen).

mod n301_trainer_time_short;
mod n302_trainer_overloaded;
mod n303_school_with_one_study_year;
mod n304_school_over_capacity;

#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n301_trainer_time_short::{Team, teams};
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n302_trainer_overloaded::{Fraction, Load, TOLERANCE, loads, time_at, time_in};
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n303_school_with_one_study_year::Placed;

crate::judging::rules! {
    Partnerships:
    n301_trainer_time_short
    n302_trainer_overloaded
    n303_school_with_one_study_year
    n304_school_over_capacity
}
