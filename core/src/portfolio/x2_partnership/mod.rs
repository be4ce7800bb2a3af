//! The portfolio compared with the partnerships (partnerschap) that belong to the student, by school year.

crate::judging::rules! {
    Portfolios:
}
