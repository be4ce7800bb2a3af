//! The metadata of a rule: code, name, norms, facts, sources, texts. It is in every build, so that overlays and
//! fingerprints are the same everywhere; the check of a rule is not.

use chrono::NaiveDate;

use super::{Actor, FactKind, Norm, Severity, Step};
use crate::grammar::Closed as _;
#[cfg(feature = "messages")]
use crate::language::PlainText;
#[cfg(feature = "messages")]
use crate::language::Text;
use crate::provenance::{Basis, Sources};

/// When a shortfall is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// While reading: before any rule is checked.
    Reading,
    /// On every reference day: what is recorded is checked as it is.
    Always,
    /// From the day the item begins.
    Now,
    /// From the day each of these study years has ended; where there are none, from the end of the school year that a
    /// partnership is of.
    Year(&'static [u8]),
    /// From the day of graduation; a warning from the end of this study year.
    End {
        /// The study year after which it is a warning; `None`: never before graduation.
        warn_after: Option<u8>,
    },
}

/// The reference days on which a rule is in force, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day; `None`: not limited.
    pub from: Option<NaiveDate>,
    /// The last day; `None`: not limited.
    pub until: Option<NaiveDate>,
}

impl Window {
    /// Always.
    pub const ALWAYS: Self = Self { from: None, until: None };

    /// While the scheme for training schools was in force: school years 2009-2010 to 2016-2017. Source: BWBR0025839.
    pub(crate) const TRAINING_SCHOOL_SCHEME: Self =
        Self { from: NaiveDate::from_ymd_opt(2009, 8, 1), until: NaiveDate::from_ymd_opt(2017, 7, 31) };

    /// Whether it contains a day.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// The texts of a rule, in every language.
#[derive(Debug)]
pub struct Texts {
    /// What is the matter, in a few words.
    #[cfg(feature = "docs")]
    pub title: Text,
    /// What the rule requires.
    #[cfg(feature = "messages")]
    pub asks: Text,
    /// Why it requires that.
    #[cfg(feature = "docs")]
    pub why: Text,
    /// How to fix a shortfall.
    #[cfg(feature = "messages")]
    pub fix: PlainText,
    /// The sentence of a finding.
    #[cfg(feature = "messages")]
    pub message: PlainText,
}

/// The texts of a rule; a build leaves out what it cannot show.
macro_rules! texts {
    (
        title: { nl: $title_nl:literal, en: $title_en:literal },
        asks: { nl: $asks_nl:literal, en: $asks_en:literal },
        why: { nl: $why_nl:literal, en: $why_en:literal },
        fix: { nl: $fix_nl:literal, nl_plain: $fix_nl_plain:literal, en: $fix_en:literal },
        message: { nl: $nl:literal, nl_plain: $nl_plain:literal, en: $en:literal } $(,)?
    ) => {
        $crate::finding::Texts {
            #[cfg(feature = "docs")]
            title: $crate::language::Text { nl: $title_nl, en: $title_en },
            #[cfg(feature = "messages")]
            asks: $crate::language::Text { nl: $asks_nl, en: $asks_en },
            #[cfg(feature = "docs")]
            why: $crate::language::Text { nl: $why_nl, en: $why_en },
            #[cfg(feature = "messages")]
            fix: $crate::language::PlainText { nl: $fix_nl, nl_plain: $fix_nl_plain, en: $fix_en },
            #[cfg(feature = "messages")]
            message: $crate::language::PlainText { nl: $nl, nl_plain: $nl_plain, en: $en },
        }
    };
}
pub(crate) use texts;

/// The metadata of a rule.
#[non_exhaustive]
pub struct Meta {
    /// Its code, stable for ever.
    pub code: &'static str,
    /// Its name, stable for ever.
    pub name: &'static str,
    /// How serious a shortfall is when it is due; `None`: off until a rulebook switches it on.
    pub severity: Option<Severity>,
    /// When a shortfall is due.
    pub phase: Phase,
    /// What it is based on.
    pub basis: Basis,
    /// Its norms; a norm may be shared with other rules.
    pub norms: &'static [&'static Norm],
    /// The facts of its findings, in order.
    pub facts: &'static [(&'static str, FactKind)],
    /// The facts that not every finding has.
    pub may_lack: &'static [&'static str],
    /// The rules that are checked before it: what one of them reports, this one does not report as well.
    pub gives_way_to: &'static [&'static Meta],
    /// What kind of step fixes a shortfall.
    pub step: Step,
    /// Who takes that step.
    pub acts: Actor,
    /// The reference days on which it is in force.
    pub window: Window,
    /// The version that brought it.
    pub since: &'static str,
    /// The version that retired it, when it is no longer checked; its code is never used again.
    pub retired: Option<&'static str>,
    /// Where it comes from.
    pub sources: Sources,
    /// Its texts.
    pub texts: Texts,
    /// Whether it says that a part could not be read; no rulebook can waive, disable or lower such a rule.
    pub decides_reading: bool,
}

impl Meta {
    /// The severity that it has by itself, as a word: `error`, `warning`, `info` or `off`.
    pub fn level(&self) -> &'static str {
        self.severity.map_or("off", Severity::key)
    }
}

impl std::fmt::Debug for Meta {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

/// A rule is its code.
impl PartialEq for Meta {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Meta {}
