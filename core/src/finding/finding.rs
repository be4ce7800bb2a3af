//! A finding: what falls short, where, and what is known about it.

use std::fmt;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Facts, Meta, Path, Subject, Voice};
use crate::documents::DocumentRef;
use crate::grammar::closed;

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

closed! {
    /// What part another place has in a finding.
    Part {
        First = "first", "de eerste", "the first";
        Earlier = "earlier", "de eerdere", "the earlier one";
        Other = "other", "de andere", "the other";
        /// A place in a document of another kind.
        Against = "against", "vergeleken met", "compared with";
    }
}

closed! {
    /// What a sentence says of its finding as a whole, behind it.
    Remark {
        /// Its subject is still a draft.
        Draft = "draft", "nog in concept" | "dit is nog een concept", "still a draft";
    }
}

/// Another place that a finding is also about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Related {
    /// What part it has.
    pub role: Part,
    /// The document that it is in, where that is another one.
    pub document: Option<DocumentRef>,
    /// Its place in that document.
    pub path: Path,
}

/// The waiver that applies to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Waived {
    /// Position of the waiver in the rulebook.
    pub index: usize,
    /// Its last day.
    pub until: NaiveDate,
}

/// A place where a document falls short of a rule.
///
/// It is data: what it is about, where, and the facts. The sentence is made from these in any language.
///
/// ```
/// use twentse_kubus::{Fact, Lang, Validator, parse_date};
///
/// let as_of = parse_date("2024-05-15").expect("a day");
/// let report = Validator::default().validate(br#"{"format": "twentse-kubus/portfolio@1"}"#, as_of);
/// let finding = report.findings().first().expect("the student is missing");
/// assert_eq!(finding.code(), "TK-R003");
/// assert_eq!(finding.path.to_string(), "/student");
/// assert_eq!(finding.facts.get("member"), Some(&Fact::Name("student")));
/// println!("{finding}\n{}", finding.render(Lang::Nl));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: &'static Meta,
    /// How much it weighs here and now.
    pub severity: Severity,
    /// Its place.
    pub path: Path,
    /// What it is about.
    pub subject: Subject,
    /// What is known about it.
    pub facts: Facts,
    /// Other places it is about.
    pub related: Vec<Related>,
    /// The waiver that applies to it.
    pub waiver: Option<Waived>,
    /// The last day on which this can still be fixed in time.
    pub due: Option<NaiveDate>,
    /// Whether it is only information because its subject is still a draft.
    pub draft: bool,
}

impl Finding {
    /// The sentence for people, made from code, facts and language.
    pub(crate) fn say(&self, voice: Voice<'_>) -> String {
        voice.say(self)
    }

    /// The sentence for people, in a language.
    #[cfg(feature = "messages")]
    pub fn render(&self, lang: crate::language::Lang) -> String {
        self.say(Voice::of(lang))
    }

    /// The total order of findings: by place, then by code, then by facts.
    pub(crate) fn order(&self, other: &Self) -> std::cmp::Ordering {
        let by_rule = || self.rule.code.cmp(other.rule.code).then_with(|| self.facts.cmp(&other.facts));
        self.path.cmp(&other.path).then_with(by_rule)
    }
}

/// On one line and in English: severity, code, place and, in a build with the feature `messages`, the sentence.
/// [`Finding::render`] gives the sentence alone, in any language.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.severity, self.rule.code)?;
        if !self.path.steps().as_slice().is_empty() {
            write!(f, " at {}", self.path)?;
        }
        #[cfg(feature = "messages")]
        write!(f, ": {}", self.render(crate::language::Lang::En))?;
        Ok(())
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("code", self.rule.code)?;
        map.serialize_entry("name", self.rule.name)?;
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
        if self.draft {
            map.serialize_entry("draft", &true)?;
        }
        map.end()
    }
}

impl Serialize for Related {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("role", &self.role)?;
        if let Some(document) = &self.document {
            map.serialize_entry("document", document)?;
        }
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
