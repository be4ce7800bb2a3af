//! The week, the study load and the share of it in practice (weekritme, studielast, praktijkdeel).

crate::judging::rules! {
    Curriculums:
}
