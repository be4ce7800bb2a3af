//! The report of one document.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::documents::{DocumentRef, Kind, Used};
use crate::finding::{Answer, Finding, Outcome, Unchecked};
use crate::grammar::closed;
use crate::judging::{Counts, Lens};
use crate::rulebook::RulebookName;

closed! {
    /// The overall result of a report.
    Verdict {
        Meets = "meets", "voldoet" | "tot nu toe in orde", "meets";
        /// There is an error that is not waived and says that the document falls short; errors of reading (TK-R) do not.
        FallsShort = "falls-short", "voldoet niet" | "nog niet in orde", "falls short";
        /// There is no such error, but not everything could be read or judged.
        Undecided = "undecided", "geen oordeel mogelijk" | "nog niet helemaal na te kijken", "undecided";
    }
}

/// The report of one document: a body that is the same in every language, and who produced it.
///
/// ```
/// use twentse_kubus::{Answer, Lang, Report, Validator, Verdict, parse_date};
///
/// let as_of = parse_date("2024-05-15").expect("a day");
/// let document = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}"#;
/// let report = Validator::default().validate(document, as_of);
/// if report.verdict() == Verdict::FallsShort {
///     println!("{}", report.render(Lang::NlPlain));
/// }
/// assert_eq!(report.answer("TK-P101"), Some(Answer::NotApplicable));
/// assert_eq!(Report::from_json(&report.to_json())?, report);
/// # Ok::<(), twentse_kubus::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub(crate) rulebook: Arc<RulebookName>,
    pub(crate) document: DocumentRef,
    pub(crate) as_of: NaiveDate,
    pub(crate) lens: Lens,
    pub(crate) verdict: Verdict,
    pub(crate) counts: Counts,
    pub(crate) findings: Vec<Finding>,
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) unchecked: Vec<Unchecked>,
    /// Documents of other kinds that were used.
    pub(crate) used: Vec<Arc<Used>>,
}

impl Report {
    /// The name and version of the body on the wire.
    pub const FORMAT: &'static str = "twentse-kubus/report@1";

    /// Its overall result.
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Which document it is about.
    pub fn document(&self) -> &DocumentRef {
        &self.document
    }

    /// Id of the document, when it could be read.
    pub fn document_id(&self) -> Option<&str> {
        self.document.id.as_deref()
    }

    /// The day on which the document is judged.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The question about the document.
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
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// What was not checked.
    pub fn unchecked(&self) -> &[Unchecked] {
        &self.unchecked
    }

    /// The documents of other kinds that were used, such as the curriculum that belongs to a portfolio.
    pub fn used(&self) -> impl Iterator<Item = &Used> {
        self.used.iter().map(Arc::as_ref)
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
        serde_json::to_string(&self.body()).unwrap_or_default()
    }

    /// Body and producer as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The report as readable text: places by the labels of their fields and the numbers of items, from 1.
    #[cfg(feature = "messages")]
    pub fn render(&self, lang: crate::language::Lang) -> String {
        self.text(crate::finding::Voice::of(lang))
    }

    /// The lines of the report as readable text, for a program that colours or wraps them. With `pointers`,
    /// places are JSON Pointers.
    #[cfg(feature = "messages")]
    pub fn lines(&self, lang: crate::language::Lang, pointers: bool) -> Vec<super::Line> {
        self.lines_in(crate::finding::Voice::of(lang), pointers)
    }

    /// The position of each finding in the text that was checked, in the order of [`Report::findings`].
    #[cfg(feature = "places")]
    pub fn places(&self, document: &[u8]) -> Vec<crate::reading::Place> {
        crate::reading::places(document, &self.findings)
    }

    /// The findings of one rule, by its code or its name.
    pub fn findings_of(&self, rule: &str) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| [finding.rule.code, finding.rule.name].contains(&rule))
    }

    /// The answer of one rule, by its code or its name.
    pub fn answer(&self, rule: &str) -> Option<Answer> {
        self.outcomes
            .iter()
            .find(|outcome| [outcome.rule.code, outcome.rule.name].contains(&rule))
            .map(|outcome| outcome.answer)
    }

    fn whole(&self) -> Whole<'_> {
        let documents = self.used().collect();
        let producer = Producer { engine: self.engine(), fingerprint: self.fingerprint(), documents };
        Whole { body: self.body(), producer }
    }

    fn body(&self) -> Body<'_> {
        // The documents are in the order of their kinds; of one kind there may be several.
        let mut scope: Vec<Kind> =
            std::iter::once(self.document.kind).chain(self.used().map(|used| used.document.kind)).collect();
        scope.dedup();
        Body {
            format: Self::FORMAT,
            rulebook: Named { id: &self.rulebook.id, version: &self.rulebook.version },
            document: &self.document,
            scope,
            as_of: self.as_of,
            lens: self.lens,
            verdict: self.verdict,
            counts: self.counts,
            findings: &self.findings,
            outcomes: &self.outcomes,
            unchecked: &self.unchecked,
        }
    }
}

/// Body and producer, as [`Report::to_json`] writes them and [`Report::from_json`] reads them.
impl Serialize for Report {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.whole().serialize(to)
    }
}

/// The readable text in English; [`Report::render`] gives it in any language.
#[cfg(feature = "messages")]
impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.render(crate::language::Lang::En))
    }
}

#[derive(Serialize)]
struct Whole<'r> {
    body: Body<'r>,
    producer: Producer<'r>,
}

#[derive(Serialize)]
struct Producer<'r> {
    engine: &'r str,
    fingerprint: &'r str,
    /// Absent without documents of other kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    documents: Vec<&'r Used>,
}

/// The body of a report, in the order of the wire.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'r> {
    format: &'static str,
    rulebook: Named<'r>,
    document: &'r DocumentRef,
    scope: Vec<Kind>,
    as_of: NaiveDate,
    lens: Lens,
    verdict: Verdict,
    counts: Counts,
    findings: &'r [Finding],
    outcomes: &'r [Outcome],
    unchecked: &'r [Unchecked],
}

#[derive(Serialize)]
struct Named<'n> {
    id: &'n str,
    version: &'n str,
}
