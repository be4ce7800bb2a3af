//! The week, the study load and the share of it in practice (weekritme, studielast, praktijkdeel).

mod c201_planned_rhythm_off;

crate::judging::rules! {
    Curriculums:
    c201_planned_rhythm_off
}
