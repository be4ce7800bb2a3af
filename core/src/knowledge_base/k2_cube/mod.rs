//! Learning materials on the Twentse kubus (leermiddelen op de kubus).

mod k201_cube_cell_empty;
mod k202_material_off_the_cube;
mod k203_material_for_one_context;
mod k204_material_bound_to_curriculum;

crate::judging::rules! {
    KnowledgeBases:
    k201_cube_cell_empty
    k202_material_off_the_cube
    k203_material_for_one_context
    k204_material_bound_to_curriculum
}
