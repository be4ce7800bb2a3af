//! Knowledge that is up to date and open to teachers (essentiële kennis en leermiddelen).

mod k301_material_out_of_date;
mod k302_knowledge_set_one_sided;
mod k303_material_closed_to_teachers;
mod k304_theme_without_material;

pub(super) use k304_theme_without_material::META as THEME_WITHOUT_MATERIAL;

crate::judging::rules! {
    KnowledgeBases:
    k301_material_out_of_date
    k302_knowledge_set_one_sided
    k303_material_closed_to_teachers
    k304_theme_without_material
}
