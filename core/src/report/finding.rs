//! A finding: what falls short, where, and what is known about it.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Facts, Path};
use crate::document::grammar::closed;
use crate::language::Lang;
use crate::rules::catalogue;

closed! {
    /// How much a finding weighs.
    Severity {
        /// Worth knowing, or not due yet.
        Info = "info", "ter informatie", "information";
        /// Probably wrong, or short of a soft norm.
        Warning = "warning", "waarschuwing", "warning";
        /// Short of the partnership's own norm.
        Error = "error", "fout", "error";
    }
}

/// What a finding is about: a kind of thing, and its id where it has one.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Subject {
    /// Kind of thing, as the document calls it.
    pub kind: Cow<'static, str>,
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// Another place that a finding is also about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Related {
    /// What part it plays.
    pub role: Cow<'static, str>,
    /// Where it lies in the document.
    pub path: Path,
}

/// The waiver that a finding stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Waived {
    /// Position of the waiver in the rulebook.
    pub index: usize,
    /// Its last day.
    pub until: NaiveDate,
}

/// A place where a document falls short of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Code of the rule.
    pub code: &'static str,
    /// Name of the rule.
    pub name: &'static str,
    /// How much it weighs here and now.
    pub severity: Severity,
    /// Where it lies.
    pub path: Path,
    /// What it is about.
    pub subject: Subject,
    /// What is known about it.
    pub facts: Facts,
    /// Other places it is about.
    pub related: Vec<Related>,
    /// The waiver it stands under.
    pub waiver: Option<Waived>,
    /// The last day on which it can be put right without falling short.
    pub due: Option<NaiveDate>,
}

impl Finding {
    /// The sentence for people, made from code, facts and language.
    pub(crate) fn say(&self, lang: Lang) -> String {
        catalogue::find(self.code).map_or_else(String::new, |rule| rule.texts.message.fill(lang, &self.facts))
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("code", self.code)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("severity", &self.severity)?;
        map.serialize_entry("path", &self.path)?;
        map.serialize_entry("subject", &self.subject)?;
        map.serialize_entry("facts", &self.facts)?;
        if !self.related.is_empty() {
            map.serialize_entry("related", &self.related)?;
        }
        if let Some(waiver) = &self.waiver {
            map.serialize_entry("waiver", waiver)?;
        }
        if let Some(due) = self.due {
            map.serialize_entry("due", &due)?;
        }
        map.end()
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Serialize for Related {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(2))?;
        map.serialize_entry("role", &self.role)?;
        map.serialize_entry("path", &self.path)?;
        map.end()
    }
}

impl Serialize for Waived {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(2))?;
        map.serialize_entry("index", &self.index)?;
        map.serialize_entry("until", &self.until)?;
        map.end()
    }
}
