//! What the programme offers (beroepsthema's, vakkenlijnen, ontwerpateliers, voorlezen, specialisatie).

mod c301_competence_in_no_theme;

crate::judging::rules! {
    Curriculums:
    c301_competence_in_no_theme
}
