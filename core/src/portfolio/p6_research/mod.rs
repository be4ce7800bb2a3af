//! The research line (onderzoeksleerlijn).

mod p601_year_three_without_school_development_theme;
mod p602_school_development_theme_alone;
mod p606_method_other_than_design_research;
mod p607_graduation_research_in_group;
mod p608_theme_set_alone;
mod p609_theme_not_recognised_in_own_group;
mod p611_research_assessed_without_experts;

crate::judging::rules! {
    Portfolios:
    p601_year_three_without_school_development_theme
    p602_school_development_theme_alone
    p606_method_other_than_design_research
    p607_graduation_research_in_group
    p608_theme_set_alone
    p609_theme_not_recognised_in_own_group
    p611_research_assessed_without_experts
}
