//! Time and places for students (tijd en opleidingsplaatsen).

mod n304_school_over_capacity;

crate::judging::rules! {
    Partnerships:
    n304_school_over_capacity
}
