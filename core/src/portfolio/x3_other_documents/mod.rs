//! The portfolio compared with the knowledge base (kennisbank), and with the partnerships that list the student.

crate::judging::rules! {
    Portfolios:
}
