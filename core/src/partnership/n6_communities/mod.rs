//! Learning communities and beginning teachers (PLG's en beginnende leraren).

mod n607_learning_community_missing;

crate::judging::rules! {
    Partnerships:
    n607_learning_community_missing
}
