//! The questions that a curriculum answers, by the curricular spider web (curriculair spinnenweb).

mod c103_curriculum_without_rationale;

crate::judging::rules! {
    Curriculums:
    c103_curriculum_without_rationale
}
