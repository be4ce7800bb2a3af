//! The Twentse kubus as a knowledge base fills it: for each theme what there is at every career stage and level, which cells are
//! empty, and whether the line from student to teacher is continuous.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::shown::{Always, InsightPhrase, capital, heading, listed, owned, titled, write_unreadable};
use crate::documents::format_name;
use crate::finding::Voice;
use crate::frameworks::{CubeLevel, CubeStage, DefaultCubeTheme};
use crate::grammar::{Closed as _, Wire as _, closed, record};
use crate::knowledge_base::{KnowledgeBaseCase, cell};
use crate::report::Report;
use crate::sort::{Listed as _, sorted};
use crate::values::{MaterialId, Set, ThemeId};

format_name! {
    /// The format that the cube names: `twentse-kubus/cube@1`.
    CubeFormat = "twentse-kubus/cube@1"
}

closed! {
    /// What the axes of the cube are based on.
    AxesBasis {
        Inferred = "inferred", "de assen zijn onze uitleg: de afbeelding van de kubus in het katern is verloren gegaan" | "hoe de kubus is ingedeeld, hebben wij zelf bedacht", "the axes are our interpretation: the booklet's picture of the cube is lost";
    }
}

record! {
    /// The cube of a knowledge base on a day: career stage by theme by level, with the learning materials in force in each cell.
    Cube<'a> needs {
        /// Names the format and version.
        @fixed format: CubeFormat,
        /// The knowledge base.
        document: Thing<'a>,
        /// The day on which the materials are in force.
        as_of: NaiveDate,
        /// What the axes are based on.
        axes: AxesBasis,
        /// The career stages on the cube, in the order of their list.
        stages: Always<Set<CubeStage>>,
        /// The levels on the cube, in the order of their list.
        levels: Always<Set<CubeLevel>>,
        /// The themes, in the order of the knowledge base; where it names none, the five default ones.
        themes: Always<Vec<CubeLine<'a>>>,
        /// The cells without a learning material, by theme, stage and level.
        empty: Always<Vec<EmptyCell<'a>>>,
    } may {
        /// Parts of the knowledge base that could not be read, as JSON Pointers; what they hold is not looked at.
        unreadable: Vec<Cow<'a, str>>,
    }
}

record! {
    /// One theme through all career stages, from student to teacher.
    CubeLine<'a> needs {
        /// The theme.
        theme: ThemeId<'a>,
        /// Whether there is a learning material at every stage, at whatever level.
        continuous: bool,
        /// The stages, in the order of their list.
        stages: Always<Vec<CubeStageCells<'a>>>,
    } may {
        /// What the theme is called.
        name: Option<Cow<'a, str>>,
    }
}

record! {
    /// The cells of a theme at one career stage.
    CubeStageCells<'a> needs {
        /// The stage.
        stage: CubeStage,
        /// The levels, in the order of their list.
        levels: Always<Vec<CubeCell<'a>>>,
    } may {
    }
}

record! {
    /// A cell of the cube.
    CubeCell<'a> needs {
        /// The level.
        level: CubeLevel,
        /// The learning materials that are in force here, in the order of the knowledge base.
        materials: Always<Vec<MaterialId<'a>>>,
    } may {
    }
}

record! {
    /// A cell without a learning material.
    EmptyCell<'a> needs {
        /// The theme.
        theme: ThemeId<'a>,
        /// The career stage.
        stage: CubeStage,
        /// The level.
        level: CubeLevel,
    } may {
    }
}

/// The cube of a knowledge base.
pub(crate) fn cube(case: &KnowledgeBaseCase<'_>, report: &Report, unreadable: Vec<String>) -> Cube<'static> {
    let (stages, levels) = (case.stages(), case.levels());
    // Every place of a material that is in force, by theme; those of one theme in the order of the document.
    let places =
        case.in_force().flat_map(|(at, material)| material.places.iter().map(move |place| (at, material, place)));
    let places = sorted(places.listed(), |a, b| a.2.theme.as_str().cmp(b.2.theme.as_str()).then(a.0.cmp(&b.0)));
    let mut empty = Vec::new();
    let themes = case.themes().into_iter().map(|theme| {
        let first = places.partition_point(|(.., place)| place.theme.as_str() < theme.id.as_str());
        let own = places.get(first..).unwrap_or_default();
        let own = own.get(..own.partition_point(|(.., place)| place.theme.as_str() == theme.id.as_str()));
        let own = own.unwrap_or_default();
        let rows = stages.iter().map(|stage| {
            CubeStageCells::new(stage, levels.iter().map(|level| CubeCell::new(level, Vec::new())).listed())
        });
        let mut rows = rows.listed();
        for (_, material, place) in own {
            let filled = case.cells(place.stages, place.levels);
            for row in &mut rows {
                for one in row.levels.0.iter_mut().filter(|one| filled & cell(row.stage, one.level) != 0) {
                    // A material with two places here is there once.
                    if one.materials.0.last() != Some(&material.id) {
                        one.materials.0.push(material.id.clone().into_owned());
                    }
                }
            }
        }
        for row in &rows {
            let without = row.levels.iter().filter(|cell| cell.materials.is_empty());
            empty.extend(without.map(|cell| EmptyCell::new(theme.id.clone().into_owned(), row.stage, cell.level)));
        }
        let continuous = rows.iter().all(|row| row.levels.iter().any(|cell| !cell.materials.is_empty()));
        let name = theme.at.and_then(|at| case.base().themes.get(at)).and_then(|theme| owned(theme.name.as_ref()));
        CubeLine { name, ..CubeLine::new(theme.id.into_owned(), continuous, rows) }
    });
    let themes = themes.listed();
    Cube {
        unreadable: unreadable.into_iter().map(Cow::Owned).collect(),
        ..Cube::new(report.document(), case.as_of(), AxesBasis::Inferred, stages, levels, themes, empty)
    }
}

/// What a theme is called: by the knowledge base, or as one of the default themes.
pub(super) fn theme_name(name: Option<&str>, theme: &ThemeId<'_>, voice: Voice<'_>) -> String {
    match (name, DefaultCubeTheme::from_key(theme.as_str())) {
        (None, Some(default)) => voice.name(default).to_owned(),
        (name, _) => titled(name, theme.as_str()),
    }
}

/// The cube as readable text: per theme a line for each stage, then the cells that are empty.
pub(crate) fn cube_text(cube: &Cube<'_>, report: &Report, voice: Voice<'_>) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let mut out = heading(InsightPhrase::Cube, report.document(), cube.as_of, voice);
    let _ = writeln!(out, "{}", capital(voice.name(cube.axes)));
    for line in cube.themes.iter() {
        let name = theme_name(line.name.as_deref(), &line.theme, voice);
        let through = if line.continuous { InsightPhrase::Continuous } else { InsightPhrase::Broken };
        let _ = writeln!(out, "\n{} · {}", capital(&name), say(through));
        for row in line.stages.iter() {
            let cells = row.levels.iter().map(|cell| {
                let ids = cell.materials.iter().map(|id| id.as_str().to_owned()).listed();
                format!("{}: {}", voice.name(cell.level), listed(&ids, voice))
            });
            let _ = writeln!(out, "  {} · {}", voice.name(row.stage), cells.listed().join(" · "));
        }
    }
    let cells: usize = cube.themes.iter().flat_map(|line| line.stages.iter()).map(|row| row.levels.len()).sum();
    let _ = writeln!(
        out,
        "\n{}: {} {} {cells}",
        capital(say(InsightPhrase::EmptyCells)),
        cube.empty.len(),
        say(InsightPhrase::OutOf)
    );
    write_unreadable(&mut out, report, voice);
    out
}
