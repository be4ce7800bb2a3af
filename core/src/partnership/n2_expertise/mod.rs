//! Who trains, and what they were trained for (opleiders en hun scholing).

mod n202_trainer_not_in_register;

crate::judging::rules! {
    Partnerships:
    n202_trainer_not_in_register
}
