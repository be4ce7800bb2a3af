//! What the programme offers (beroepsthema's, vakkenlijnen, ontwerpateliers, voorlezen, specialisatie).

mod c301_competence_in_no_theme;
mod c302_knowledge_base_uncovered;
mod c303_studios_planned_at_one_location;
mod c304_reading_aloud_unplanned;
mod c305_reading_aloud_without_its_subjects;
mod c306_specialisation_offered_off_year;
mod c307_design_competences_not_twelve;
mod c308_theme_without_cube_place;

use super::prelude::*;
use crate::documents::CurriculumYear;
use crate::grammar::{Closed, Element};
use crate::values::{Set, StudyYear};

crate::judging::rules! {
    Curriculums:
    c301_competence_in_no_theme
    c302_knowledge_base_uncovered
    c303_studios_planned_at_one_location
    c304_reading_aloud_unplanned
    c305_reading_aloud_without_its_subjects
    c306_specialisation_offered_off_year
    c307_design_competences_not_twelve
    c308_theme_without_cube_place
}

/// Judges of each study year of a norm what is missing from it; from one that the curriculum does not describe, all is. It
/// is looked up: where a study year was lost, one that is not there cannot be judged.
fn judge_years<T: Closed + Element>(
    case: &CurriculumCase<'_>,
    findings: &mut Findings<'_, '_>,
    years: &'static Norm,
    missing_from: impl Fn(Option<&CurriculumYear>) -> Set<T>,
) -> Reply {
    for study_year in case.norm_set::<StudyYear>(years).iter() {
        let (at, year) = case.year(study_year).unzip();
        if at.is_none() && findings.may_be_lost() {
            findings.cannot_judge();
            continue;
        }
        let missing = missing_from(year);
        findings.judge(About::year(study_year), missing.is_empty(), Standing::DUE, || {
            let path = at.map_or_else(|| at!(Curriculum: years), |at| at!(Curriculum: years[at]));
            Shortfall::new(path, facts! { year: study_year, missing: missing })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
