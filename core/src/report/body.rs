//! The report of one document.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Answer, Finding, Path, RuleOutcome, Severity};
use crate::document::grammar::closed;
use crate::rules::Sections;

closed! {
    /// What a report comes to.
    Verdict {
        Meets = "meets", "voldoet", "meets";
        /// An error stands that is not waived.
        FallsShort = "falls-short", "voldoet niet", "falls short";
        /// No error stands, but not everything could be judged.
        Undecided = "undecided", "niet te beslissen", "undecided";
    }
}

closed! {
    /// The question that is asked of a document.
    Lens {
        /// How does it stand?
        Now = "now", "zoals het nu is", "as it stands";
        /// How would it stand if the current study year ended on this day?
        YearEnded = "year-ended", "alsof het studiejaar nu eindigt", "as if the study year ended now";
        /// How would it stand if graduation were decided on this day?
        Graduating = "graduating", "alsof nu over het diploma wordt besloten", "as if graduation were decided now";
    }
}

/// How many findings there are of each severity; waived ones are counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// Errors.
    pub error: u32,
    /// Warnings.
    pub warning: u32,
    /// Infos.
    pub info: u32,
    /// Findings of any severity that stand under a waiver.
    pub waived: u32,
}

closed! {
    /// Why something was not checked.
    UncheckedReason {
        UnreadablePart = "unreadable-part", "kon niet worden gelezen", "could not be read";
        /// More was found than a report keeps; all of it is counted.
        OverLimit = "over-limit", "meer dan een rapport bewaart", "more than a report keeps";
    }
}

/// Something that was not checked, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unchecked {
    /// Why it was not checked.
    pub reason: UncheckedReason,
    /// The part that was left out.
    pub path: Path,
}

impl Serialize for Unchecked {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(2))?;
        map.serialize_entry("reason", &self.reason)?;
        map.serialize_entry("path", &self.path)?;
        map.end()
    }
}

/// The report of one document: a body that is the same in every language, and who produced it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub(crate) rulebook: Arc<RulebookName>,
    pub(crate) document_id: Option<String>,
    pub(crate) as_of: NaiveDate,
    pub(crate) lens: Lens,
    pub(crate) verdict: Verdict,
    pub(crate) counts: Counts,
    pub(crate) findings: Vec<Finding>,
    pub(crate) outcomes: Vec<RuleOutcome>,
    pub(crate) unchecked: Vec<Unchecked>,
}

/// Which rulebook a report was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RulebookName {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) fingerprint: String,
}

impl Report {
    /// The name and version of the body on the wire.
    pub const FORMAT: &'static str = "twentse-kubus/report@1";

    /// What it comes to.
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Id of the document, when it could be read.
    pub fn document_id(&self) -> Option<&str> {
        self.document_id.as_deref()
    }

    /// The day on which the document is judged.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The question that was asked.
    pub fn lens(&self) -> Lens {
        self.lens
    }

    /// How many findings there are.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// The findings, in total order: place, code, facts.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The outcome of every rule, by code.
    pub fn outcomes(&self) -> &[RuleOutcome] {
        &self.outcomes
    }

    /// What was not checked.
    pub fn unchecked(&self) -> &[Unchecked] {
        &self.unchecked
    }

    /// Version of the engine that made it.
    pub fn engine(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// SHA-256 of the resolved rulebook.
    pub fn fingerprint(&self) -> &str {
        &self.rulebook.fingerprint
    }

    /// The body as JSON: the same bytes in every language.
    pub fn body_json(&self) -> String {
        serde_json::to_string(&Body(self)).unwrap_or_default()
    }

    /// Body and producer as JSON.
    pub fn to_json(&self) -> String {
        format!(
            r#"{{"body":{},"producer":{{"engine":"{}","fingerprint":"{}"}}}}"#,
            self.body_json(),
            self.engine(),
            self.fingerprint()
        )
    }

    /// Counts what stands and decides what it comes to.
    pub(crate) fn conclude(&mut self, lost: Sections, unreadable: bool, undecidable: bool) {
        let mut counts = Counts::default();
        let mut short = false;
        for finding in &self.findings {
            let count = match finding.severity {
                _ if finding.waiver.is_some() => &mut counts.waived,
                Severity::Error => {
                    // A blank text in a part that was not judged leaves undecided what that part comes to.
                    let judged = !lost.overlap(finding.path.section());
                    short |= !finding.code.starts_with("TK-R") || finding.code == "TK-R015" && judged;
                    &mut counts.error
                }
                Severity::Warning => &mut counts.warning,
                Severity::Info => &mut counts.info,
            };
            *count += 1;
        }
        self.counts = counts;
        self.verdict = match () {
            () if short => Verdict::FallsShort,
            () if unreadable || undecidable => Verdict::Undecided,
            () => Verdict::Meets,
        };
    }

    /// The answer of one rule.
    pub fn answer(&self, code: &str) -> Option<Answer> {
        self.outcomes.iter().find(|outcome| outcome.code == code).map(|outcome| outcome.answer)
    }
}

/// The body of a report, in the order of the wire.
struct Body<'r>(&'r Report);

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Named<'n> {
            id: Option<&'n str>,
            version: &'n str,
        }
        #[derive(serde::Serialize)]
        struct Judged<'n> {
            kind: &'static str,
            id: Option<&'n str>,
        }
        let report = self.0;
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("format", Report::FORMAT)?;
        map.serialize_entry("rulebook", &Named { id: Some(&report.rulebook.id), version: &report.rulebook.version })?;
        map.serialize_entry("document", &Judged { kind: "portfolio", id: report.document_id() })?;
        map.serialize_entry("scope", &["portfolio"])?;
        map.serialize_entry("asOf", &report.as_of)?;
        map.serialize_entry("lens", &report.lens)?;
        map.serialize_entry("verdict", &report.verdict)?;
        map.serialize_entry("counts", &report.counts)?;
        map.serialize_entry("findings", &report.findings)?;
        map.serialize_entry("outcomes", &report.outcomes)?;
        map.serialize_entry("unchecked", &report.unchecked)?;
        map.end()
    }
}
