//! What the programme offers (beroepsthema's, vakkenlijnen, ontwerpateliers, voorlezen, specialisatie).

crate::judging::rules! {
    Curriculums:
}
