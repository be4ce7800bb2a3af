//! What a rule or an item of reference data rests on, and where that was read.

use crate::language::Text;

/// What a rule or an item of reference data rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Basis {
    /// Stated by the booklet.
    Seed,
    /// Law in force in a window.
    Statute,
    /// Another published source.
    Secondary,
    /// Our reading.
    Inferred,
    /// No source gives it.
    Unknown,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// Rows of the booklet, as numbered in the dossier.
    Booklet(&'static [&'static str]),
    /// Parts of the dossier that hold what other sources say.
    Dossier(&'static [&'static str]),
    /// An article of a law.
    Law(&'static str),
    /// A published standard.
    Standard(&'static str),
    /// Our own reading, with its ground.
    Own(Text),
}

/// The sources of a rule. Without the feature `docs` nobody can ask for them, and no browser carries them.
#[derive(Clone, Copy, Debug)]
pub struct Sources {
    #[cfg(feature = "docs")]
    list: &'static [Source],
}

impl Sources {
    #[cfg_attr(not(feature = "docs"), expect(unused_variables, reason = "they are told by the docs alone"))]
    pub(crate) const fn of(list: &'static [Source]) -> Self {
        Self {
            #[cfg(feature = "docs")]
            list,
        }
    }

    /// Every source.
    #[cfg(feature = "docs")]
    pub fn iter(self) -> impl Iterator<Item = &'static Source> {
        self.list.iter()
    }
}
