//! What a student needs to learn, as far as the portfolio tells, and what the knowledge base has for it just in time and just in
//! place: goals and questions that nothing takes up, then competences without evidence, each with its themes on the Twentse kubus.

use super::case::PortfolioCase;
use super::p4_evidence::without_evidence;
use crate::documents::Goal;
use crate::frameworks::{Competence, CubeLevel, CubeStage};
use crate::knowledge_base::{Base, Near};
use crate::sort::{Listed as _, Texts, sorted};
use crate::values::{StudyYear, ThemeId};

/// What a need comes from.
#[derive(Clone, Copy)]
pub(crate) enum NeedOf<'a> {
    /// A goal or question, with its position.
    Goal(usize, &'a Goal<'a>),
    /// A competence.
    Competence(Competence),
}

/// A need, with its themes, each one time.
pub(crate) struct Need<'a> {
    pub(crate) of: NeedOf<'a>,
    pub(crate) themes: Vec<&'a ThemeId<'a>>,
}

/// The needs of a student.
pub(crate) struct Needs<'a> {
    /// Goals and questions by the document, then competences by their list.
    pub(crate) needs: Vec<Need<'a>>,
    /// Whether it is known which competences the student needs.
    pub(crate) knows_competences: bool,
}

/// A learning material for a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Suggested<'a> {
    /// The theme of the need by which it was found.
    pub(crate) theme: &'a ThemeId<'a>,
    pub(crate) level: CubeLevel,
    /// The position of the learning material.
    pub(crate) material: usize,
}

/// The learning materials for a need.
pub(crate) struct Suggestions<'a> {
    /// The nearest.
    pub(crate) nearest: Vec<Suggested<'a>>,
    /// Whether there are more.
    #[cfg(feature = "insight")]
    pub(crate) more: bool,
}

/// How many learning materials are suggested for a need.
pub(crate) const MOST_SUGGESTED: usize = 10;

/// Each of these themes one time, at its first place.
fn each_once<'a>(themes: Vec<&'a ThemeId<'a>>) -> Vec<&'a ThemeId<'a>> {
    let known = Texts::of(themes.iter().map(|theme| theme.as_str()));
    let first = |(at, theme): (usize, &'a ThemeId<'a>)| (known.find(theme.as_str()) == Some(at)).then_some(theme);
    themes.into_iter().enumerate().filter_map(first).listed()
}

impl<'a> PortfolioCase<'a> {
    /// The career stage of the student: the study year that runs, the later where two do, also in an interruption; after a
    /// decision to graduate that of a beginning teacher. None where no study year runs.
    pub(crate) fn stage(&self) -> Option<CubeStage> {
        if self.graduated() {
            return Some(CubeStage::BeginningTeacher);
        }
        let runs = |number: &StudyYear| self.study_year(*number).is_some_and(|year| year.runs_on(self.as_of()));
        let last = self.study_year_on(self.as_of()).filter(runs);
        let other = || (1..=4).rev().filter_map(StudyYear::new).find(runs);
        Some(match last.or_else(other)?.get() {
            1 => CubeStage::Student1,
            2 => CubeStage::Student2,
            3 => CubeStage::Student3,
            _ => CubeStage::Student4,
        })
    }

    /// What the student needs to learn.
    pub(crate) fn needs(&self) -> Needs<'a> {
        let taken_up = self.goals_taken_up();
        let open = self.goals().filter(|(at, _)| taken_up.get(*at) != Some(&true));
        let goals =
            open.map(|(at, goal)| Need { of: NeedOf::Goal(at, goal), themes: each_once(goal.themes.iter().collect()) });
        let mut needs = goals.listed();
        let competences = without_evidence(self);
        let knows_competences = competences.is_some();
        needs.extend(competences.into_iter().flatten().map(|competence| {
            let themes = each_once(self.themes_of_competence(competence));
            Need { of: NeedOf::Competence(competence), themes }
        }));
        Needs { needs, knows_competences }
    }

    /// The cube themes of the curriculum's profession themes that hold a competence; where there are none, the themes of the
    /// knowledge base that hold it.
    fn themes_of_competence(&self, competence: Competence) -> Vec<&'a ThemeId<'a>> {
        #[cfg(feature = "curriculum")]
        {
            let themes = self.programme().map_or(&[][..], |programme| &programme.document.themes);
            let holding = themes.iter().filter(|theme| theme.competences.contains(competence));
            let of_curriculum = holding.flat_map(|theme| &theme.cube_themes).listed();
            if !of_curriculum.is_empty() {
                return of_curriculum;
            }
        }
        let themes = self.base().map_or(&[][..], |base| &base.document.themes);
        themes.iter().filter(|theme| theme.competences.contains(competence)).map(|theme| &theme.id).listed()
    }

    /// What the knowledge base has in force for each of these needs at a stage. Each theme is looked up one time, however many
    /// needs have it.
    pub(crate) fn suggestions<'n>(&self, base: &Base, needs: &'n [Need<'a>], stage: CubeStage) -> Vec<Suggestions<'n>> {
        let all = needs.iter().flat_map(|need| &need.themes).copied().listed();
        let known = Texts::of(all.iter().map(|theme| theme.as_str()));
        let nearest = all.iter().enumerate().map(|(at, theme)| {
            let is_first = known.find(theme.as_str()) == Some(at);
            // One more tells that there are more.
            let most = if is_first { MOST_SUGGESTED + 1 } else { 0 };
            base.nearest(theme, stage, self.as_of()).take(most).listed()
        });
        let nearest = nearest.listed();
        let of_need = |need: &'n Need<'a>| {
            let found = need.themes.iter().enumerate().flat_map(|(order, theme)| {
                let near = known.find(theme.as_str()).and_then(|at| nearest.get(at)).map_or(&[][..], Vec::as_slice);
                near.iter().map(move |near| (*near, order))
            });
            // Of a material that several themes have, the nearest place counts, and of those the first theme.
            let mut found = sorted(found.listed(), |a: &(Near, usize), b| (a.0.material, a).cmp(&(b.0.material, b)));
            found.dedup_by_key(|(near, _)| near.material);
            let found = sorted(found, Ord::cmp);
            let suggested = found.iter().take(MOST_SUGGESTED).filter_map(|(near, order)| {
                Some(Suggested { theme: need.themes.get(*order)?, level: near.level, material: near.material })
            });
            Suggestions {
                nearest: suggested.listed(),
                #[cfg(feature = "insight")]
                more: found.len() > MOST_SUGGESTED,
            }
        };
        needs.iter().map(of_need).listed()
    }
}
