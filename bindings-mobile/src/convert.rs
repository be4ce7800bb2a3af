//! Between the core's types and those that cross to Kotlin and Swift.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use twentse_kubus::api;
use twentse_kubus::documents::DocumentRef as Document;
use twentse_kubus::grammar::Closed as _;
use twentse_kubus::{Named, frameworks, insight};

use crate::{
    Batch, Counts, DocumentRef, Fact, FactValue, Finding, Framework, FrameworkItem, Label, Labels, NextStep, Outcome,
    Place, Related, Report, StepFinding, Summary, Unchecked, UsedDocument, ValueLabels, Waiver,
};

/// A call that could not be answered. What is wrong with a document is a finding, never an error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
#[uniffi::export(Display)]
pub enum KubusError {
    /// The call was refused.
    #[error("{message}")]
    Refused {
        /// A stable code for programs, such as `invalid-rulebook`.
        code: String,
        /// A human-readable reason.
        message: String,
        /// Every single fault, where there are several.
        details: Vec<String>,
    },
}

impl From<api::Error> for KubusError {
    fn from(error: api::Error) -> Self {
        Self::Refused { code: error.code().to_owned(), message: error.to_string(), details: error.details().to_vec() }
    }
}

/// Calls the core so that no panic crosses: `uniffi` would pass its words on, and they might quote a document.
pub(crate) fn guarded<T>(call: impl FnOnce() -> Result<T, api::Error>) -> Result<T, KubusError> {
    // Nothing outlives the call half done: validators and reports are immutable.
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(answer) => answer.map_err(KubusError::from),
        Err(_) => Err(KubusError::Refused {
            code: "internal".to_owned(),
            message: "a fault of the library itself; please report it".to_owned(),
            details: Vec::new(),
        }),
    }
}

/// Text that was read as UTF-8 before, without a byte order mark.
pub(crate) fn text(utf8: &[u8]) -> String {
    String::from_utf8_lossy(utf8.strip_prefix("\u{feff}".as_bytes()).unwrap_or(utf8)).into_owned()
}

/// Documents as they were given, as JSON texts.
pub(crate) fn texts(documents: &[Vec<u8>]) -> Vec<String> {
    documents.iter().map(|document| text(document)).collect()
}

/// Documents as the core takes those that it reads more than once.
pub(crate) fn slices(documents: &[Vec<u8>]) -> Vec<&[u8]> {
    documents.iter().map(Vec::as_slice).collect()
}

impl From<api::Batch> for Batch {
    fn from(batch: api::Batch) -> Self {
        Self {
            reports: batch.reports.into_iter().map(|report| Arc::new(Report(report))).collect(),
            summary: Arc::new(Summary(batch.summary)),
        }
    }
}

impl From<api::Counts> for Counts {
    fn from(counts: api::Counts) -> Self {
        Self { error: counts.error, warning: counts.warning, info: counts.info, waived: counts.waived }
    }
}

impl Finding {
    pub(crate) fn new(finding: &api::Finding, lang: &str) -> Result<Self, api::Error> {
        Ok(Self {
            code: finding.code().to_owned(),
            name: finding.name().to_owned(),
            severity: finding.severity().to_owned(),
            path: finding.path(),
            subject_kind: finding.subject_kind().to_owned(),
            subject_id: finding.subject_id().map(str::to_owned),
            facts: facts(finding),
            related: finding.related.iter().map(Related::from).collect(),
            waiver: finding.waiver.as_ref().map(Waiver::from),
            due: finding.due(),
            draft: finding.draft(),
            message: finding.message(lang)?,
            json: finding.to_json(),
        })
    }
}

/// The facts of a finding. To which closed list a word belongs is what its rule declares.
fn facts(finding: &api::Finding) -> Vec<Fact> {
    let fact = |(name, fact)| {
        let declared = finding.rule.facts.iter().find(|(declared, _)| *declared == name);
        let list = declared.and_then(|(_, kind)| kind.list()).map_or("", |list| list.name);
        Some(Fact { name: str::to_owned(name), value: value(fact, list)? })
    };
    finding.facts.iter().filter_map(fact).collect()
}

/// `None` for a kind of fact that the core has and this binding has not; a test compares the facts of all vectors.
fn value(fact: &twentse_kubus::Fact, list: &str) -> Option<FactValue> {
    use twentse_kubus::Fact;
    Some(match fact {
        Fact::Id(id) => FactValue::Id { id: id.clone() },
        Fact::Date(day) => FactValue::Day { day: day.to_string() },
        Fact::SchoolYear(year) => FactValue::SchoolYear { year: year.to_string() },
        Fact::Whole(number) => FactValue::Whole { number: *number },
        Fact::Decimal(number) => FactValue::Decimal { number: number.to_string() },
        Fact::Word(word) => FactValue::Word { list: list.to_owned(), key: word.key.to_owned() },
        Fact::Name(name) => FactValue::Name { name: (*name).to_owned() },
        Fact::List(facts) => {
            FactValue::Several { values: facts.iter().map(|fact| value(fact, list)).collect::<Option<_>>()? }
        }
        _ => return None,
    })
}

impl From<&twentse_kubus::Related> for Related {
    fn from(related: &twentse_kubus::Related) -> Self {
        Self {
            role: related.role.key().to_owned(),
            path: related.path.to_string(),
            document: related.document.as_ref().map(DocumentRef::from),
        }
    }
}

impl From<&Document> for DocumentRef {
    fn from(document: &Document) -> Self {
        Self {
            kind: document.kind.key().to_owned(),
            id: document.id.clone(),
            school_year: document.school_year.map(|year| year.to_string()),
        }
    }
}

impl From<&api::Used> for UsedDocument {
    fn from(used: &api::Used) -> Self {
        Self { document: (&used.document).into(), sha256: used.sha256.clone() }
    }
}

impl From<&twentse_kubus::Waived> for Waiver {
    fn from(waiver: &twentse_kubus::Waived) -> Self {
        Self { index: waiver.index as u64, until: waiver.until.to_string() }
    }
}

impl From<&api::Outcome> for Outcome {
    fn from(outcome: &api::Outcome) -> Self {
        Self {
            code: outcome.code().to_owned(),
            outcome: outcome.outcome().to_owned(),
            reason: outcome.reason().map(str::to_owned),
            by: outcome.by().map(str::to_owned),
            due: outcome.due(),
        }
    }
}

impl From<&api::Unchecked> for Unchecked {
    fn from(unchecked: &api::Unchecked) -> Self {
        Self {
            reason: unchecked.reason().to_owned(),
            path: unchecked.path(),
            rules: unchecked.rules().into_iter().map(str::to_owned).collect(),
        }
    }
}

impl From<&insight::NextStep<'_>> for NextStep {
    fn from(of: &insight::NextStep<'_>) -> Self {
        Self {
            step: of.step.key().to_owned(),
            acts: of.acts.iter().map(|actor| actor.key().to_owned()).collect(),
            subject_kind: of.subject.kind.key().to_owned(),
            subject_id: of.subject.id.as_deref().map(str::to_owned),
            severity: of.severity.key().to_owned(),
            findings: of.findings.iter().map(StepFinding::from).collect(),
            due: of.due.map(|due| due.to_string()),
        }
    }
}

impl From<&insight::StepFinding<'_>> for StepFinding {
    fn from(of: &insight::StepFinding<'_>) -> Self {
        Self { finding: of.finding.0, code: of.code.clone().into_owned(), path: of.path.clone().into_owned() }
    }
}

impl From<api::Place> for Place {
    fn from(place: api::Place) -> Self {
        Self {
            line: place.line as u64,
            column: place.column_utf16 as u64,
            start: place.start_utf16 as u64,
            end: place.end_utf16 as u64,
            start_byte: place.start_byte as u64,
            end_byte: place.end_byte as u64,
        }
    }
}

impl From<twentse_kubus::Labels> for Labels {
    fn from(of: twentse_kubus::Labels) -> Self {
        Self {
            fields: labels(&of.fields),
            items: labels(&of.items),
            values: of
                .values
                .iter()
                .map(|(list, named)| ValueLabels { list: (*list).to_owned(), labels: labels(named) })
                .collect(),
            kinds: labels(&of.kinds),
            phrases: labels(&of.phrases),
            months: of.months.into_iter().map(str::to_owned).collect(),
        }
    }
}

fn labels(of: &Named) -> Vec<Label> {
    of.iter().map(|(key, label)| Label { key: key.to_owned(), label: label.to_owned() }).collect()
}

impl From<frameworks::Framework> for Framework {
    fn from(of: frameworks::Framework) -> Self {
        Self {
            name: of.name.to_owned(),
            list: of.list.to_owned(),
            items: of.items.iter().map(FrameworkItem::from).collect(),
        }
    }
}

impl From<&frameworks::Item> for FrameworkItem {
    fn from(of: &frameworks::Item) -> Self {
        Self {
            key: of.key.to_owned(),
            number: of.number.map(u32::from),
            letter: of.letter.map(String::from),
            nl: of.nl.to_owned(),
            en: of.en.to_owned(),
            source: of.source.to_owned(),
            basis: of.basis.key().to_owned(),
            valid_from: of.valid_from.map(str::to_owned),
            valid_until: of.valid_until.map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error_without_its_words() {
        let answer = guarded::<()>(|| panic!("marker"));
        let KubusError::Refused { code, message, details } = answer.unwrap_err();
        assert_eq!((code.as_str(), details.len()), ("internal", 0));
        assert!(!message.contains("marker"));
    }
}
