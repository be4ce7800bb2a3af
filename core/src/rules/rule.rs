//! What a rule is: metadata, texts in every language, and its check.

use super::findings::{Findings, Outcome};
use super::norm::Norm;
use crate::document::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::language::{Message, Text};
use crate::report::{FactKind, Severity};
use crate::semantics::PortfolioCase;

/// When a shortfall is due (rules.md, semantics 3 to 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// While reading: before any judgement.
    Reading,
    /// From the day the thing has begun.
    Now,
    /// From the day each of these study years has ended.
    Year(&'static [u8]),
    /// From the day of graduation; a warning from the end of this study year.
    End {
        /// The study year after which it is a warning; `None`: never before graduation.
        warn_after: Option<u8>,
    },
}

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

/// The parts of a portfolio that a rule reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sections(pub(crate) u16);

impl Sections {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Everything.
    pub const ALL: Self = Self(u16::MAX);
    pub(crate) const STUDENT: Self = Self::member("student");
    pub(crate) const EXEMPTIONS: Self = Self::member("exemptions");
    pub(crate) const SPECIALISATION: Self = Self::member("specialisation");
    pub(crate) const PLACEMENTS: Self = Self::member("placements");
    pub(crate) const GOALS: Self = Self::member("goals");
    pub(crate) const STUDIOS: Self = Self::member("studios");
    pub(crate) const DESIGNS: Self = Self::member("designs");
    pub(crate) const REFLECTIONS: Self = Self::member("reflections");
    pub(crate) const EVIDENCE: Self = Self::member("evidence");
    pub(crate) const ASSESSMENTS: Self = Self::member("assessments");
    pub(crate) const DECISIONS: Self = Self::member("decisions");
    pub(crate) const RESEARCH: Self = Self::member("research");

    /// The members of a portfolio that are sections, in the order of the format.
    const NAMES: [&'static str; 12] = [
        "student",
        "exemptions",
        "specialisation",
        "placements",
        "goals",
        "studios",
        "designs",
        "reflections",
        "evidence",
        "assessments",
        "decisions",
        "research",
    ];

    const fn member(name: &str) -> Self {
        let mut at = 0;
        while at < Self::NAMES.len() {
            #[expect(clippy::indexing_slicing, reason = "bounded by the loop, and it runs while compiling")]
            if const_eq(Self::NAMES[at], name) {
                return Self(1 << at);
            }
            at += 1;
        }
        Self::NONE
    }

    /// The section with this name; everything for the format, on which all reading rests, and nothing for what no rule
    /// reads.
    pub(crate) fn named(name: &str) -> Self {
        if name == "format" { Self::ALL } else { Self::member(name) }
    }

    /// These and those.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a section.
    pub(crate) const fn overlap(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The names of the sections.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().enumerate().filter(move |(at, _)| self.0 >> at & 1 == 1).map(|(_, name)| name)
    }
}

const fn const_eq(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() {
        #[expect(clippy::indexing_slicing, reason = "bounded by the loop, and it runs while compiling")]
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    a.len() == b.len()
}

/// The texts of a rule, in every language.
#[derive(Debug)]
pub struct Texts {
    /// What is the matter, in a few words.
    #[cfg(feature = "docs")]
    pub title: Text,
    /// What the rule asks.
    #[cfg(feature = "docs")]
    pub asks: Text,
    /// Why it asks it.
    #[cfg(feature = "docs")]
    pub why: Text,
    /// How to mend it.
    #[cfg(feature = "docs")]
    pub mend: Text,
    /// The sentence of a finding.
    pub message: Message,
}

/// The texts of a rule; without the feature `docs` only the message is kept, so that a browser carries no more.
macro_rules! texts {
    (
        title: { nl: $title_nl:literal, en: $title_en:literal },
        asks: { nl: $asks_nl:literal, en: $asks_en:literal },
        why: { nl: $why_nl:literal, en: $why_en:literal },
        mend: { nl: $mend_nl:literal, en: $mend_en:literal },
        message: { nl: $nl:literal, nl_plain: $nl_plain:literal, en: $en:literal } $(,)?
    ) => {
        $crate::rules::Texts {
            #[cfg(feature = "docs")]
            title: $crate::language::Text { nl: $title_nl, en: $title_en },
            #[cfg(feature = "docs")]
            asks: $crate::language::Text { nl: $asks_nl, en: $asks_en },
            #[cfg(feature = "docs")]
            why: $crate::language::Text { nl: $why_nl, en: $why_en },
            #[cfg(feature = "docs")]
            mend: $crate::language::Text { nl: $mend_nl, en: $mend_en },
            message: $crate::language::Message { nl: $nl, nl_plain: $nl_plain, en: $en },
        }
    };
}
pub(crate) use texts;

/// A rule.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Its code, stable for ever.
    pub code: &'static str,
    /// Its name, stable for ever.
    pub name: &'static str,
    /// How much a shortfall weighs when it is due.
    pub severity: Severity,
    /// When a shortfall is due.
    pub phase: Phase,
    /// The sections it reads.
    pub reads: Sections,
    /// Modes of study that it does not apply to (semantics 8).
    pub not_for: &'static [StudyMode],
    /// The exemption that frees from it, beside one of a whole study year.
    pub exempted_by: Option<ExemptionOf>,
    /// Its norms.
    pub norms: &'static [&'static Norm],
    /// The facts of its findings, in order; one that its sentences do not name may be left out.
    pub facts: &'static [(&'static str, FactKind)],
    /// Where it comes from.
    pub sources: Sources,
    /// What it rests on.
    pub basis: Basis,
    /// The version that brought it.
    pub since: &'static str,
    /// Its texts.
    pub texts: Texts,
    /// Its check; `None` for the rules of reading, which the reader itself reports.
    pub check: Option<Check>,
}

/// The check of a rule on a portfolio.
pub type Check = fn(&PortfolioCase<'_>, &mut Findings<'_>) -> Outcome;
