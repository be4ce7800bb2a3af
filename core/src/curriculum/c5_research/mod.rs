//! The research line (onderzoeksleerlijn).

mod c501_research_line_off_years;

pub use c501_research_line_off_years::ResearchPlan;

crate::judging::rules! {
    Curriculums:
    c501_research_line_off_years
}
