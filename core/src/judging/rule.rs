//! What a rule is: its metadata, whom it is for, what it reads, and its check.

use super::{Findings, Judged};
use crate::documents::Kind;
use crate::finding::{Meta, Reply};
use crate::grammar::Sections;

/// The sections that a rule reads, and how a lost part of one bears on its answer.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reads {
    /// It judges each thing in them by itself.
    pub(crate) each: Sections,
    /// One thing in them suffices.
    pub(crate) some: Sections,
    /// It must know them whole.
    pub(crate) all: Sections,
    /// It looks up in them what others name, and says itself when that was lost.
    pub(crate) named: Sections,
}

impl Reads {
    pub(crate) const NOTHING: Self =
        Self { each: Sections::NONE, some: Sections::NONE, all: Sections::NONE, named: Sections::NONE };

    pub(crate) const fn each(self, sections: Sections) -> Self {
        Self { each: self.each.and(sections), ..self }
    }

    pub(crate) const fn some(self, sections: Sections) -> Self {
        Self { some: self.some.and(sections), ..self }
    }

    pub(crate) const fn named(self, sections: Sections) -> Self {
        Self { named: self.named.and(sections), ..self }
    }

    pub(crate) const fn all(self, sections: Sections) -> Self {
        Self { all: self.all.and(sections), ..self }
    }
}

/// Rules that need a document of another kind, each with that kind; without the rule itself where a build does not have the
/// kind.
pub(crate) type Waiting<K> = &'static [(Kind, &'static Meta, Option<&'static Rule<K>>)];

/// The rule of a file, where this build has the kind of document that it needs.
macro_rules! held {
    ($kind:ident Curriculum $file:ident) => {{
        #[cfg(feature = "curriculum")]
        const RULE: Option<&$crate::judging::Rule<$crate::documents::$kind>> = Some(&$file::RULE);
        #[cfg(not(feature = "curriculum"))]
        const RULE: Option<&$crate::judging::Rule<$crate::documents::$kind>> = None;
        RULE
    }};
    ($kind:ident Partnership $file:ident) => {{
        #[cfg(feature = "partnership")]
        const RULE: Option<&$crate::judging::Rule<$crate::documents::$kind>> = Some(&$file::RULE);
        #[cfg(not(feature = "partnership"))]
        const RULE: Option<&$crate::judging::Rule<$crate::documents::$kind>> = None;
        RULE
    }};
    ($kind:ident KnowledgeBase $file:ident) => {{
        #[cfg(feature = "knowledge-base")]
        const RULE: Option<&$crate::judging::Rule<$crate::documents::$kind>> = Some(&$file::RULE);
        #[cfg(not(feature = "knowledge-base"))]
        const RULE: Option<&$crate::judging::Rule<$crate::documents::$kind>> = None;
        RULE
    }};
}
pub(crate) use held;

/// What a rule reads: `reads!(Portfolio: placements each, exemptions all)`.
macro_rules! reads {
    ($record:ident: $($section:ident $how:ident),* $(,)?) => {
        $crate::judging::Reads::NOTHING$(.$how($crate::grammar::sections!($record: $section)))*
    };
}
pub(crate) use reads;

/// The tables of a family of rules, from the kind of document and the names of its files, by code. A rule that needs a document of
/// another kind is not checked without one, and says which: `p506_result_outside_scale(Curriculum)`.
macro_rules! rules {
    ($kind:ident: $($file:ident $(($other:ident))?)*) => {
        /// What each rule of the family is, by code.
        pub(crate) static METAS: &[&$crate::finding::Meta] = &[$(&$file::META),*];

        $crate::judging::rules! { @split $kind [] [] $($file $(($other))?,)* }
    };
    (@split $kind:ident [$($alone:ident)*] [$($waits:ident $with:ident)*]) => {
        /// Every rule of the family that is checked on a document by itself, by code.
        pub(super) static RULES: &[&$crate::judging::Rule<$crate::documents::$kind>] = &[$(&$alone::RULE),*];

        /// The others, with the kind of document that each needs.
        pub(super) static WAITING: $crate::judging::Waiting<$crate::documents::$kind> =
            &[$(($crate::documents::Kind::$with, &$waits::META, $crate::judging::held!($kind $with $waits))),*];
    };
    (@split $kind:ident $alone:tt [$($waits:tt)*] $file:ident ($other:ident), $($rest:tt)*) => {
        $crate::judging::rules! { @split $kind $alone [$($waits)* $file $other] $($rest)* }
    };
    (@split $kind:ident [$($alone:tt)*] $waits:tt $file:ident, $($rest:tt)*) => {
        $crate::judging::rules! { @split $kind [$($alone)* $file] $waits $($rest)* }
    };
}
pub(crate) use rules;

/// The check of a rule.
pub(crate) type Check<K> = fn(&<K as Judged>::Case<'_>, &mut Findings<'_, '_>) -> Reply;

/// A rule of a kind of document.
pub(crate) struct Rule<K: Judged> {
    /// What it is.
    pub(crate) meta: &'static Meta,
    /// Whom it is for.
    pub(crate) when: K::When,
    /// What it reads.
    pub(crate) reads: Reads,
    /// Its check.
    pub(crate) check: Check<K>,
}
