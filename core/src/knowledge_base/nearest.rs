//! The learning materials of a theme at a career stage, the nearest first: put in order once, so that a portfolio costs what it
//! holds itself, however many learning materials there are.

use chrono::NaiveDate;

use super::bases::Base;
use super::case::{all_unless_named, on_axis};
use crate::documents::{KnowledgeBase, Material, OpenTo, UseContext};
use crate::frameworks::{CubeLevel, CubeStage};
use crate::sort::sorted;
use crate::values::{Set, ThemeId};

/// A learning material that has a place with a theme at a career stage, at the level of it that is nearest to the student.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Near {
    pub(crate) level: CubeLevel,
    /// The position of the learning material.
    pub(crate) material: usize,
}

/// A place on the cube, by its positions.
#[derive(Clone, Copy, Debug)]
struct Place {
    material: usize,
    /// Its position among those of the learning material.
    at: usize,
    stage: CubeStage,
    level: CubeLevel,
}

/// The places of a knowledge base that are for a learner, by theme, stage, level and position. It borrows nothing, so that it can
/// be kept with the knowledge base.
#[derive(Debug)]
pub(crate) struct Nearest(Vec<Place>);

/// The theme of a place.
fn theme_of<'k>(base: &'k KnowledgeBase<'_>, place: &Place) -> &'k str {
    let material = base.materials.get(place.material);
    material.and_then(|material| material.places.get(place.at)).map_or("", |place| place.theme.as_str())
}

/// Whether a learning material is for who is at this stage: in training for students, in the board academy after that. One that
/// is open to its makers alone is for nobody else.
fn is_for(material: &Material<'_>, stage: CubeStage) -> bool {
    let context = match stage {
        CubeStage::BeginningTeacher | CubeStage::Teacher => UseContext::BoardAcademy,
        CubeStage::Student1 | CubeStage::Student2 | CubeStage::Student3 | CubeStage::Student4 => UseContext::Training,
    };
    material.open_to != Some(OpenTo::Makers) && (material.contexts.is_empty() || material.contexts.contains(context))
}

/// Whether a learning material has been made and is in force on a day.
fn in_force(material: &Material<'_>, day: NaiveDate) -> bool {
    let holds = |from: NaiveDate, until: Option<NaiveDate>| from <= day && until.is_none_or(|until| day <= until);
    material.made_on.is_none_or(|made| made <= day)
        && material.period.as_ref().is_none_or(|period| holds(period.from, period.until))
}

impl Nearest {
    pub(super) fn of(base: &KnowledgeBase<'_>) -> Self {
        let (stages, levels): (Set<CubeStage>, Set<CubeLevel>) =
            (all_unless_named(base.stages), all_unless_named(base.levels));
        let mut all = Vec::new();
        for (at, material) in base.materials.iter().enumerate() {
            for (place_at, place) in material.places.iter().enumerate() {
                let Some(level) = on_axis(place.levels, levels).iter().next() else { continue };
                let stages = on_axis(place.stages, stages);
                let fitting = stages.iter().filter(|stage| is_for(material, *stage));
                all.extend(fitting.map(|stage| Place { material: at, at: place_at, stage, level }));
            }
        }
        let key = |place: &Place| (theme_of(base, place), place.stage);
        let of_material = |place: &Place| (key(place), place.material);
        // Of several places of a material the nearest counts.
        let mut all = sorted(all, |a, b| (of_material(a), a.level).cmp(&(of_material(b), b.level)));
        all.dedup_by(|a, b| of_material(a) == of_material(b));
        Self(sorted(all, |a, b| (key(a), a.level, a.material).cmp(&(key(b), b.level, b.material))))
    }
}

impl Base {
    /// The learning materials that are in force on a day for a theme at a stage: the nearest first, then in the order of the
    /// knowledge base.
    pub(crate) fn nearest(&self, theme: &ThemeId<'_>, stage: CubeStage, day: NaiveDate) -> impl Iterator<Item = Near> {
        let Nearest(all) = &self.index;
        let sought = (theme.as_str(), stage);
        let key = |place: &Place| (theme_of(&self.document, place), place.stage);
        let rest = all.get(all.partition_point(|place| key(place) < sought)..).unwrap_or_default();
        let own = rest.get(..rest.partition_point(|place| key(place) == sought)).unwrap_or_default();
        let is_there = move |place: &&Place| {
            self.document.materials.get(place.material).is_some_and(|material| in_force(material, day))
        };
        own.iter().filter(is_there).map(|place| Near { level: place.level, material: place.material })
    }
}
