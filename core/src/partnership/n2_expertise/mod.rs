//! Who trains, and what they were trained for (opleiders en hun scholing).

mod n201_trainer_training_not_even_planned;
mod n202_trainer_not_in_register;
mod n203_school_without_trained_mentor;
mod n204_mentor_without_group;
mod n205_lecturer_outside_partnership;

use chrono::NaiveDate;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n202_trainer_not_in_register::{is_registered, trains_since};

use crate::documents::{Training, TrainingBasis, TrainingKind};

crate::judging::rules! {
    Partnerships:
    n201_trainer_training_not_even_planned
    n202_trainer_not_in_register
    n203_school_without_trained_mentor
    n204_mentor_without_group
    n205_lecturer_outside_partnership
}

/// The training for teacher educators that is based on the professional standard of VELON.
pub(crate) fn of_educators(training: &Training) -> bool {
    training.kind == TrainingKind::Educator && training.basis == Some(TrainingBasis::Velon)
}

/// The training for mentors.
pub(crate) fn of_mentors(training: &Training) -> bool {
    training.kind == TrainingKind::Mentor
}

/// The day by which a training has been followed, if it has been by this day.
pub(crate) fn followed(training: &Training, day: NaiveDate) -> Option<NaiveDate> {
    training.followed_on.filter(|followed| *followed <= day)
}

/// The day for which a training is still planned on this day, if it is.
pub(crate) fn planned(training: &Training, day: NaiveDate) -> Option<NaiveDate> {
    training.planned_on.filter(|planned| *planned >= day)
}
