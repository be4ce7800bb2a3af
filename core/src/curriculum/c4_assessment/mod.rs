//! Portfolio assignments and the assessment framework (portfolio-opdrachten, toetskader).

mod c401_portfolio_task_without_practice;

crate::judging::rules! {
    Curriculums:
    c401_portfolio_task_without_practice
}
