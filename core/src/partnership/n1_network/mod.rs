//! The network: schools, boards and agreements (scholen, besturen en overeenkomsten).

mod n101_school_without_board;

crate::judging::rules! {
    Partnerships:
    n101_school_without_board
}
