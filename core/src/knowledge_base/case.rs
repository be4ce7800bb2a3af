//! What rules share in judging a knowledge base: what there is on the reference day, who is an expert, and the cube.
//!
//! A knowledge base is judged as it stood on the reference day: what is dated later is invisible to every rule, what is
//! undated is looked at. No lens has an effect. The cells of the cube are bits: however many learning materials and
//! themes there are, each is looked at one time.

use std::cell::OnceCell;

use chrono::NaiveDate;

use crate::documents::{EssentialKnowledge, KnowledgeBase, KnowledgeBases, Material, PersonInRole};
use crate::finding::{Norm, Reply};
use crate::frameworks::{CubeLevel, CubeStage, DefaultCubeTheme, KtpElement, Role};
use crate::grammar::{Closed, Element, Sections};
use crate::judging::{Judged, Moment, Rule};
use crate::rulebook::Rulebook;
use crate::sort::{Texts, sorted};
use crate::values::{Period, Set, ThemeId};

/// A knowledge base before a rule.
pub(crate) struct KnowledgeBaseCase<'a> {
    base: &'a KnowledgeBase<'a>,
    as_of: NaiveDate,
    rulebook: &'a Rulebook,
    /// The ids of the themes of the cube, in order.
    theme_ids: OnceCell<Texts<'a>>,
    /// The themes at which a learning material in force has a place, in order, each with the cells that are filled.
    filled: OnceCell<Vec<(&'a str, u64)>>,
}

/// A theme of the cube.
pub(crate) struct Theme<'a> {
    pub(crate) id: ThemeId<'a>,
    /// Its position, where the knowledge base names it itself.
    pub(crate) at: Option<usize>,
}

impl<'a> KnowledgeBaseCase<'a> {
    /// The knowledge base, for what is no rule.
    #[cfg(all(feature = "insight", feature = "knowledge-base"))]
    pub(crate) fn base(&self) -> &'a KnowledgeBase<'a> {
        self.base
    }

    /// The reference day.
    pub(crate) fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The value of a norm on the reference day.
    pub(crate) fn norm(&self, norm: &'static Norm) -> u32 {
        self.rulebook.norm(norm, self.as_of)
    }

    /// The value of a norm that is a set, on the reference day.
    pub(crate) fn norm_set<T: Element>(&self, norm: &'static Norm) -> Set<T> {
        Set::of_bits(self.norm(norm).into())
    }

    /// Whether a day has come.
    pub(crate) fn has_come(&self, day: NaiveDate) -> bool {
        day <= self.as_of
    }

    fn has_begun(&self, period: Option<&Period>) -> bool {
        period.is_none_or(|period| self.has_come(period.from))
    }

    /// Learning materials that have been made and are not merely planned, with their positions.
    pub(crate) fn materials(&self) -> impl Iterator<Item = (usize, &'a Material<'a>)> {
        self.base.materials.iter().enumerate().filter(|(_, material)| {
            material.made_on.is_none_or(|day| self.has_come(day)) && self.has_begun(material.period.as_ref())
        })
    }

    /// Those of them that are in force: whose period holds the reference day.
    pub(crate) fn in_force(&self) -> impl Iterator<Item = (usize, &'a Material<'a>)> {
        self.materials().filter(|(_, material)| material.period.as_ref().is_none_or(|period| period.holds(self.as_of)))
    }

    /// Essential knowledge that has been determined, with its positions.
    pub(crate) fn knowledge(&self) -> impl Iterator<Item = (usize, &'a EssentialKnowledge<'a>)> {
        let set = |knowledge: &EssentialKnowledge<'_>| knowledge.set_on.is_none_or(|day| self.has_come(day));
        self.base.knowledge.iter().enumerate().filter(move |(_, knowledge)| set(knowledge))
    }

    /// The persons whose period has begun.
    pub(crate) fn persons<'p>(&self, persons: &'p [PersonInRole<'p>]) -> impl Iterator<Item = &'p PersonInRole<'p>> {
        persons.iter().filter(|person| self.has_begun(person.period.as_ref()))
    }

    /// Whether a person is an expert, and has begun to be one.
    pub(crate) fn is_expert(&self, person: &PersonInRole<'_>) -> bool {
        matches!(person.role, Some(Role::Expert | Role::SubjectExpert)) && self.has_begun(person.period.as_ref())
    }

    /// Whether one of these persons is an expert.
    pub(crate) fn has_expert(&self, persons: &[PersonInRole<'_>]) -> bool {
        persons.iter().any(|person| self.is_expert(person))
    }

    /// The career stages on the cube.
    pub(crate) fn stages(&self) -> Set<CubeStage> {
        all_unless_named(self.base.stages)
    }

    /// The levels on the cube.
    pub(crate) fn levels(&self) -> Set<CubeLevel> {
        all_unless_named(self.base.levels)
    }

    /// The themes of the cube: those that the knowledge base names, else the default ones.
    pub(crate) fn themes(&self) -> Vec<Theme<'a>> {
        let own = self.base.themes.iter().enumerate();
        let own = own.filter_map(|(at, theme)| Some(Theme { id: ThemeId::fit(theme.id.as_str())?, at: Some(at) }));
        let default = DefaultCubeTheme::ALL.iter().filter(|_| self.base.themes.is_empty());
        let default = default.filter_map(|theme| Some(Theme { id: ThemeId::fit(theme.key())?, at: None }));
        own.chain(default).collect()
    }

    /// Whether the cube has a theme.
    pub(crate) fn has_theme(&self, theme: &ThemeId<'_>) -> bool {
        let own = || self.base.themes.iter().map(|theme| theme.id.as_str());
        let default = || DefaultCubeTheme::ALL.iter().filter(|_| self.base.themes.is_empty()).map(|theme| theme.key());
        let ids = self.theme_ids.get_or_init(|| Texts::of(own().chain(default())));
        ids.has(theme.as_str())
    }

    /// The cells of the cube, of one theme, that a place with these stages and levels fills: a bit for each stage at
    /// each level. No stages are all that the cube has; no levels likewise.
    pub(crate) fn cells(&self, stages: Set<CubeStage>, levels: Set<CubeLevel>) -> u64 {
        let (stages, levels) = (on_axis(stages, self.stages()), on_axis(levels, self.levels()));
        stages
            .iter()
            .flat_map(|stage| levels.iter().map(move |level| cell(stage, level)))
            .fold(0, |all, cell| all | cell)
    }

    /// The cells of a theme that learning materials in force fill; `None` when none of them has a place at the theme.
    pub(crate) fn filled(&self, theme: &ThemeId<'_>) -> Option<u64> {
        let filled = self.filled.get_or_init(|| {
            let places = self.in_force().flat_map(|(_, material)| &material.places);
            let places = places.map(|place| (place.theme.as_str(), self.cells(place.stages, place.levels))).collect();
            let mut filled: Vec<(&str, u64)> = Vec::new();
            for (theme, cells) in sorted(places, |a, b| a.0.cmp(b.0)) {
                match filled.last_mut() {
                    Some((last, all)) if *last == theme => *all |= cells,
                    _ => filled.push((theme, cells)),
                }
            }
            filled
        });
        let found = filled.binary_search_by(|(known, _)| (*known).cmp(theme.as_str())).ok()?;
        filled.get(found).map(|(_, cells)| *cells)
    }
}

/// The bit of a cell.
pub(crate) fn cell(stage: CubeStage, level: CubeLevel) -> u64 {
    1 << (stage.index() * CubeLevel::ALL.len() + level.index())
}

/// All values where none is named.
pub(super) fn all_unless_named<T: Closed + Element>(named: Set<T>) -> Set<T> {
    if named.is_empty() { T::ALL.iter().copied().collect() } else { named }
}

/// Those of these values that the axis has; where none is named, all that it has.
pub(super) fn on_axis<T: Element>(named: Set<T>, axis: Set<T>) -> Set<T> {
    if named.is_empty() { axis } else { named.without(named.without(axis)) }
}

/// Whether a learning material has an element of a KTP.
pub(crate) fn has_element(material: &Material<'_>, element: KtpElement) -> bool {
    match element {
        KtpElement::KnowledgeClip => !material.clips.is_empty(),
        KtpElement::Test => !material.questions.is_empty(),
        KtpElement::PracticeExamples => !material.examples.is_empty(),
    }
}

impl Judged for KnowledgeBases {
    type Case<'c> = KnowledgeBaseCase<'c>;
    type When = ();
    type Others = ();

    fn case<'c>(
        base: &'c KnowledgeBase<'c>,
        moment: Moment,
        rulebook: &'c Rulebook,
        _others: Option<&'c ()>,
    ) -> KnowledgeBaseCase<'c> {
        KnowledgeBaseCase { base, as_of: moment.as_of, rulebook, theme_ids: OnceCell::new(), filled: OnceCell::new() }
    }

    fn beforehand(_case: &KnowledgeBaseCase<'_>, _rule: &Rule<Self>) -> Option<Reply> {
        None
    }

    fn reads(_case: &KnowledgeBaseCase<'_>, _rule: &Rule<Self>) -> Sections {
        Sections::NONE
    }
}
