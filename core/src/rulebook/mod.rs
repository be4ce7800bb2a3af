//! Rulebooks: which rules apply, with what norms and severities, and what is waived.

mod norms;
mod overlay;
mod resolved;
mod waivers;
mod written;

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::documents::DocumentRef;
use crate::finding::{Finding, Meta, Norm, Phase, Severity, Subject, Waived};
use crate::grammar::{Closed as _, closed};
use crate::provenance::Basis;
use crate::reading::{Limits, rules as codes};
use crate::values::is_id;
use norms::Settings;
use waivers::Waivers;
pub use written::{Overlay, Waiver, Windowed};

closed! {
    /// A rulebook that is shipped, which an overlay extends.
    Base {
        /// Both composed, the default.
        TwenteAndStatutory = "twente+statutory", "het katern en de wet", "the booklet and the law";
        /// The rules of the booklet.
        Twente = "twente", "het katern", "the booklet";
        /// The law.
        Statutory = "statutory", "de wet", "the law";
    }
}

/// The members of an object as they are given: in their order, and a name that is given twice is written twice, so that it
/// is found.
#[derive(Clone, Debug, PartialEq)]
struct Members<N, V>(Vec<(N, V)>);

impl<N, V> Default for Members<N, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<N: AsRef<str>, V: Serialize> Serialize for Members<N, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(name, value)| (name.as_ref(), value)))
    }
}

/// Whether a text can be the name of a rulebook or of its version.
pub(crate) fn is_name(text: &str) -> bool {
    is_id(text) || Base::from_key(text).is_some()
}

/// Every rule that there is, in order; a rulebook is handed it, since it knows none itself.
pub(crate) type Catalogue = &'static [&'static [&'static Meta]];

/// Which rulebook a report was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RulebookName {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) fingerprint: String,
}

/// A resolved rulebook.
#[derive(Clone, Debug)]
pub(crate) struct Rulebook {
    pub(crate) name: Arc<RulebookName>,
    extends: Base,
    settings: Settings,
    severities: Vec<(&'static Meta, Option<Severity>)>,
    disabled: Vec<&'static Meta>,
    /// The rules that are checked and listed, where not all are.
    only: Option<Vec<&'static Meta>>,
    waivers: Waivers,
}

/// Whether a rulebook includes a rule at all, and with what severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    With(Severity),
    Off,
    Disabled,
    Elsewhere,
    /// Not checked and not listed.
    Unlisted,
}

impl Rulebook {
    /// The limits of reading on a day (TK-R004, TK-R010).
    pub(crate) fn limits(&self, day: NaiveDate) -> Limits {
        Limits {
            max_bytes: self.norm(&codes::MAX_BYTES, day),
            max_depth: self.norm(&codes::MAX_DEPTH, day),
            max_items: self.norm(&codes::MAX_ITEMS, day),
            ignore_unknown: self.norm(&codes::UNKNOWN_FIELDS, day) == 1,
        }
    }

    /// The value of a norm on a day: of several windows the last one that holds the day.
    pub(crate) fn norm(&self, norm: &'static Norm, day: NaiveDate) -> u32 {
        self.settings.value(norm, day).unwrap_or_else(|| norm.default_on(day))
    }

    pub(crate) fn asks(&self, rule: &'static Meta) -> Asked {
        let of = |rules: &[&Meta]| rules.iter().any(|other| std::ptr::eq(*other, rule));
        if rule.retired.is_some() || self.only.as_ref().is_some_and(|only| !of(only)) {
            return Asked::Unlisted;
        }
        let elsewhere = match self.extends {
            _ if rule.phase == Phase::Reading => false,
            Base::Twente => rule.basis == Basis::Statute,
            Base::Statutory => rule.basis != Basis::Statute,
            Base::TwenteAndStatutory => false,
        };
        if elsewhere {
            return Asked::Elsewhere;
        }
        if of(&self.disabled) {
            return Asked::Disabled;
        }
        let set = self.severities.iter().find(|(other, _)| std::ptr::eq(*other, rule)).map(|(_, severity)| *severity);
        set.unwrap_or(rule.severity).map_or(Asked::Off, Asked::With)
    }

    /// How many waivers there are.
    pub(crate) fn waivers(&self) -> usize {
        self.waivers.len()
    }

    /// The waiver in force on this day that was written for a finding of this rule about this subject of a document.
    pub(crate) fn waiver(
        &self,
        rule: &'static Meta,
        subject: &Subject,
        document: &DocumentRef,
        day: NaiveDate,
    ) -> Option<Waived> {
        self.waivers.in_force(rule, subject, document, day)
    }

    /// The expired waiver that would have applied to a finding: written for it, and over before this day.
    pub(crate) fn expired_waiver(&self, finding: &Finding, document: &DocumentRef, day: NaiveDate) -> Option<usize> {
        if finding.waiver.is_some() {
            return None;
        }
        self.waivers.expired(finding.rule, &finding.subject, document, day)
    }
}
