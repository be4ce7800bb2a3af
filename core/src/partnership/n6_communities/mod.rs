//! Learning communities and beginning teachers (PLG's en beginnende leraren).

mod n601_learning_community_without_guide;
mod n602_learning_community_kind_off;
mod n603_learning_community_member_unfit;
mod n604_facilitator_out_of_stage;
mod n605_beginning_teacher_left_out;
mod n606_expert_without_design_task;
mod n607_learning_community_missing;

crate::judging::rules! {
    Partnerships:
    n601_learning_community_without_guide
    n602_learning_community_kind_off
    n603_learning_community_member_unfit
    n604_facilitator_out_of_stage
    n605_beginning_teacher_left_out
    n606_expert_without_design_task
    n607_learning_community_missing
}
