//! Portfolio assignments and the assessment framework (portfolio-opdrachten, toetskader).

mod c401_portfolio_task_without_practice;
mod c402_component_without_duo;
mod c403_research_component_without_experts;
mod c404_pass_impossible_or_certain;
mod c405_assessment_roles_open;
mod c406_year_without_assessment;

crate::judging::rules! {
    Curriculums:
    c401_portfolio_task_without_practice
    c402_component_without_duo
    c403_research_component_without_experts
    c404_pass_impossible_or_certain
    c405_assessment_roles_open
    c406_year_without_assessment
}
