//! What people meet for, and the quality system (overleg, opleidersdagen en kwaliteitssysteem).

mod n409_exhibition_missing;

crate::judging::rules! {
    Partnerships:
    n409_exhibition_missing
}
