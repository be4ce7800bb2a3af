//! What the programme offers (beroepsthema's, vakkenlijnen, ontwerpateliers, voorlezen, specialisatie).

mod c301_competence_in_no_theme;
mod c302_knowledge_base_uncovered;

crate::judging::rules! {
    Curriculums:
    c301_competence_in_no_theme
    c302_knowledge_base_uncovered
}
