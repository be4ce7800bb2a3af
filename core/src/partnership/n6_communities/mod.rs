//! Learning communities and beginning teachers (PLG's en beginnende leraren).

mod n601_learning_community_without_guide;
mod n602_learning_community_kind_off;
mod n603_learning_community_member_unfit;
mod n607_learning_community_missing;

crate::judging::rules! {
    Partnerships:
    n601_learning_community_without_guide
    n602_learning_community_kind_off
    n603_learning_community_member_unfit
    n607_learning_community_missing
}
