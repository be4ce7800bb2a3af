//! The research line (onderzoeksleerlijn).

mod c501_research_line_off_years;
mod c502_research_line_other_method;
mod c503_exhibition_unplanned;
mod c504_exhibition_audience_incomplete;

pub use c501_research_line_off_years::ResearchPlan;

crate::judging::rules! {
    Curriculums:
    c501_research_line_off_years
    c502_research_line_other_method
    c503_exhibition_unplanned
    c504_exhibition_audience_incomplete
}
