//! Portfolio assignments and the assessment framework (portfolio-opdrachten, toetskader).

crate::judging::rules! {
    Curriculums:
}
