//! The week, the study load and the share of it in practice (weekritme, studielast, praktijkdeel).

mod c201_planned_rhythm_off;
mod c202_practice_share_below_minimum;
mod c203_study_load_off;

crate::judging::rules! {
    Curriculums:
    c201_planned_rhythm_off
    c202_practice_share_below_minimum
    c203_study_load_off
}
