//! The bound surface: what every language binding offers, in texts and bytes only.
//!
//! A binding converts what its language gives, calls one of these, and converts what comes back.

use crate::document::grammar::Closed;
use crate::document::parse_date;
pub use crate::error::Error;
use crate::language::Lang;
pub use crate::reading::Place;
use crate::report::Lens;
pub use crate::report::{Counts, Finding, RuleOutcome, Unchecked};
use crate::rulebook::Rulebook;
use crate::validator::Moment;

/// Judges documents by one rulebook.
#[derive(Clone, Debug)]
pub struct Validator(crate::Validator);

impl Validator {
    /// From an overlay as JSON text; without one, the shipped rulebook.
    ///
    /// # Errors
    /// `invalid-rulebook`, with every fault in its details.
    pub fn new(rulebook: Option<&str>) -> Result<Self, Error> {
        let mut builder = crate::Validator::builder();
        if let Some(overlay) = rulebook {
            builder = builder.rulebook(overlay);
        }
        builder.build().map(Self)
    }

    /// The overlay it was built from.
    pub fn rulebook_source(&self) -> Option<&str> {
        self.0.rulebook_source()
    }

    /// The most bytes that a portfolio may have on a day, `YYYY-MM-DD` (TK-R010): of a longer one no byte is read, so a
    /// binding that has to copy documents asks this first.
    ///
    /// # Errors
    /// `invalid-date`.
    pub fn max_bytes(&self, as_of: &str) -> Result<u32, Error> {
        let as_of = parse_date(as_of).ok_or(Error::InvalidDate)?;
        Ok(Rulebook::read(self.rulebook_source())?.limits(as_of).max_bytes)
    }

    /// Judges a portfolio on a day (`YYYY-MM-DD`) through a lens: `now` (default), `year-ended` or `graduating`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`.
    pub fn validate(&self, document: &[u8], as_of: &str, lens: Option<&str>) -> Result<Report, Error> {
        Ok(Report(self.0.validate(document, moment(as_of, lens)?)))
    }

    /// Judges many portfolios, each by itself, with a summary over all.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`.
    pub fn validate_many<D: AsRef<[u8]>>(
        &self,
        documents: &[D],
        as_of: &str,
        lens: Option<&str>,
    ) -> Result<Batch, Error> {
        let (reports, summary) = self.0.validate_many(documents, moment(as_of, lens)?);
        Ok(Batch { reports: reports.into_iter().map(Report).collect(), summary: Summary(summary) })
    }
}

fn moment(as_of: &str, lens: Option<&str>) -> Result<Moment, Error> {
    let as_of = parse_date(as_of).ok_or(Error::InvalidDate)?;
    let lens = lens.map_or(Some(Lens::Now), Lens::from_key).ok_or(Error::UnknownLens)?;
    Ok(Moment::on(as_of).through(lens))
}

/// Judges a portfolio by the shipped rulebook.
///
/// # Errors
/// `invalid-date`.
pub fn validate(document: &[u8], as_of: &str) -> Result<Report, Error> {
    Validator::new(None)?.validate(document, as_of, None)
}

/// Many reports and what they come to together.
#[derive(Clone, Debug)]
pub struct Batch {
    /// One report a document, in the order given.
    pub reports: Vec<Report>,
    /// Over all of them.
    pub summary: Summary,
}

/// The report of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report(crate::Report);

impl Report {
    /// Reads back what `to_json` wrote.
    ///
    /// # Errors
    /// `invalid-report` when the text is not a report of this version's rules.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        crate::Report::from_json(text).map(Self)
    }

    /// `meets`, `falls-short` or `undecided`.
    pub fn verdict(&self) -> &'static str {
        self.0.verdict().key()
    }

    /// Id of the document, when it could be read.
    pub fn document_id(&self) -> Option<&str> {
        self.0.document_id()
    }

    /// The reference day, `YYYY-MM-DD`.
    pub fn as_of(&self) -> String {
        self.0.as_of().to_string()
    }

    /// `now`, `year-ended` or `graduating`.
    pub fn lens(&self) -> &'static str {
        self.0.lens().key()
    }

    /// How many findings there are of each severity.
    pub fn counts(&self) -> Counts {
        self.0.counts()
    }

    /// The findings, in total order: place, code, facts.
    pub fn findings(&self) -> &[Finding] {
        self.0.findings()
    }

    /// What every rule answered, by code.
    pub fn outcomes(&self) -> &[RuleOutcome] {
        self.0.outcomes()
    }

    /// What was not checked, and why.
    pub fn unchecked(&self) -> &[Unchecked] {
        self.0.unchecked()
    }

    /// Version of the engine that made it.
    pub fn engine(&self) -> &'static str {
        self.0.engine()
    }

    /// SHA-256 of the resolved rulebook.
    pub fn fingerprint(&self) -> &str {
        self.0.fingerprint()
    }

    /// The body as JSON: the same bytes in every language.
    pub fn body_json(&self) -> String {
        self.0.body_json()
    }

    /// Body and producer as JSON.
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `unknown-language`.
    pub fn render(&self, lang: &str) -> Result<String, Error> {
        self.0.render(lang)
    }

    /// Where each finding lies in the text that was judged.
    pub fn places(&self, document: &[u8]) -> Vec<Place> {
        crate::reading::places(document, self.0.findings().iter().map(|finding| &finding.path))
    }
}

/// What many reports come to together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary(crate::Summary);

impl Summary {
    /// Reads back what `to_json` wrote.
    ///
    /// # Errors
    /// `invalid-report` when the text is not a summary of this version's rules.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        crate::Summary::from_json(text).map(Self)
    }

    /// The summary over the documents of both.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        Self(self.0.merge(&other.0))
    }

    /// Documents, verdicts, severities, findings and outcomes per rule, and what became of the waivers, as JSON.
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

impl Finding {
    /// Reads back what `to_json` wrote.
    ///
    /// # Errors
    /// `invalid-report` when the text is not a finding of this version's rules.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Self::restore(text).ok_or(Error::InvalidReport)
    }

    /// The sentence for people in `nl`, `nl-plain` or `en`, made from code and facts.
    ///
    /// # Errors
    /// `unknown-language`.
    pub fn message(&self, lang: &str) -> Result<String, Error> {
        Lang::parse(lang).map(|lang| self.say(lang))
    }

    /// Code of the rule.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Name of the rule.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// `error`, `warning` or `info`.
    pub fn severity(&self) -> &'static str {
        self.severity.key()
    }

    /// JSON Pointer into the document.
    pub fn path(&self) -> String {
        self.path.to_string()
    }

    /// Kind of thing it is about.
    pub fn subject_kind(&self) -> &str {
        &self.subject.kind
    }

    /// Id of the thing it is about.
    pub fn subject_id(&self) -> Option<&str> {
        self.subject.id.as_deref()
    }

    /// The facts, as a JSON object.
    pub fn facts_json(&self) -> String {
        json(&self.facts)
    }

    /// Other places it is about, as a JSON array of objects with a role and a path.
    pub fn related_json(&self) -> String {
        json(&self.related)
    }

    /// The waiver it stands under, as a JSON object with its index in the rulebook and its last day.
    pub fn waiver_json(&self) -> Option<String> {
        self.waiver.as_ref().map(json)
    }

    /// The last day on which it can be put right, `YYYY-MM-DD`.
    pub fn due(&self) -> Option<String> {
        self.due.map(|due| due.to_string())
    }

    /// The finding as JSON, as in the body of the report.
    pub fn to_json(&self) -> String {
        json(self)
    }
}

impl RuleOutcome {
    /// Code of the rule.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The answer: `met`, `not-met`, `not-yet`, `not-applicable`, `not-assessable` or `disabled`.
    pub fn outcome(&self) -> &'static str {
        self.answer.key()
    }

    /// Why, where the answer is neither met nor a shortfall.
    pub fn reason(&self) -> Option<&'static str> {
        self.reason.map(Closed::key)
    }

    /// What stands behind the reason.
    pub fn by(&self) -> Option<&str> {
        self.by.as_deref()
    }

    /// For `not-yet`: the last day on which it can be put right, `YYYY-MM-DD`.
    pub fn due(&self) -> Option<String> {
        self.due.map(|due| due.to_string())
    }

    /// The outcome as JSON, as in the body of the report.
    pub fn to_json(&self) -> String {
        json(self)
    }
}

impl Unchecked {
    /// Why: `unreadable-part`, or `over-limit` when more was found than a report keeps.
    pub fn reason(&self) -> &'static str {
        self.reason.key()
    }

    /// The part that was left out, as a JSON Pointer.
    pub fn path(&self) -> String {
        self.path.to_string()
    }

    /// As JSON, as in the body of the report.
    pub fn to_json(&self) -> String {
        json(self)
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// What a rule asks, why, how to mend it and where it comes from, as Markdown in `nl`, `nl-plain` or `en`.
///
/// # Errors
/// `unknown-rule`, `unknown-language`.
#[cfg(feature = "docs")]
pub fn explain(code_or_name: &str, lang: &str) -> Result<String, Error> {
    crate::explain::explain(code_or_name, lang)
}

/// Every rule with its metadata and texts, as a JSON array.
#[cfg(feature = "docs")]
pub fn rules() -> String {
    crate::explain::rules()
}

/// The JSON Schema (2020-12) of a kind of document: `portfolio`.
///
/// # Errors
/// `unknown-schema`.
#[cfg(feature = "schema")]
pub fn schema(kind: &str) -> Result<String, Error> {
    crate::schema::schema(kind)
}
