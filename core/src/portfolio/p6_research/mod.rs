//! The research line (onderzoeksleerlijn).

mod p601_year_three_without_school_development_theme;
mod p602_school_development_theme_alone;
mod p603_school_team_not_involved;
mod p604_research_without_school_design_question;
mod p605_results_not_exhibited;
mod p606_method_other_than_design_research;
mod p607_graduation_research_in_group;
mod p608_theme_set_alone;
mod p609_theme_not_recognised_in_own_group;
mod p610_research_guided_without_experts;
mod p611_research_assessed_without_experts;
mod p612_school_development_theme_outside_year_three;
mod p613_graduation_research_missing;
mod p614_research_without_school_trainer;

#[cfg(feature = "partnership")]
pub(super) use p605_results_not_exhibited::is_without_exhibition;

use super::prelude::*;
use crate::documents::DevelopmentTheme;
use crate::finding::Path;

crate::judging::rules! {
    Portfolios:
    p601_year_three_without_school_development_theme
    p602_school_development_theme_alone
    p603_school_team_not_involved
    p604_research_without_school_design_question
    p605_results_not_exhibited
    p606_method_other_than_design_research
    p607_graduation_research_in_group
    p608_theme_set_alone
    p609_theme_not_recognised_in_own_group
    p610_research_guided_without_experts
    p611_research_assessed_without_experts
    p612_school_development_theme_outside_year_three
    p613_graduation_research_missing
    p614_research_without_school_trainer
}

/// The study year of the school development theme.
const YEARS: [u8; 1] = [3];

/// Judges each school development theme of study year 3 by itself: whether it has what the rule requires, and where that
/// would be.
fn judge_themes(
    rule: &Rule<Portfolios>,
    case: &PortfolioCase<'_>,
    findings: &mut Findings<'_, '_>,
    met: fn(&PortfolioCase<'_>, &DevelopmentTheme<'_>) -> bool,
    place: fn(usize) -> Path,
) -> Reply {
    let mut begun = false;
    for year in case.study_years(rule, &YEARS) {
        begun = true;
        // Where the year has no theme at all, TK-P601 reports that.
        if findings.gives_way(About::one(SubjectKind::SchoolDevelopmentTheme)) {
            continue;
        }
        for (at, theme) in case.themes_of(year.number) {
            let about = About::the(SubjectKind::SchoolDevelopmentTheme, &theme.id);
            findings.judge(about, met(case, theme), year.standing, || Shortfall::new(place(at), facts! {}));
        }
    }
    if begun {
        return findings.answer(Reason::NothingToJudge);
    }
    case.without_study_year(rule, &YEARS)
}
