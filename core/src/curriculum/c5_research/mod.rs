//! The research line (onderzoeksleerlijn).

crate::judging::rules! {
    Curriculums:
}
