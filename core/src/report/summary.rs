//! A summary of many reports: integer counts only, so that merging is associative and commutative.

use std::collections::BTreeMap;

use super::{Answer, Report, Verdict};
use crate::document::grammar::Closed;

/// What many reports come to together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    documents: u64,
    verdicts: [u64; 3],
    findings: BTreeMap<&'static str, u64>,
    outcomes: BTreeMap<(&'static str, &'static str), u64>,
}

impl Summary {
    /// Adds one report.
    pub fn add(&mut self, report: &Report) {
        self.documents += 1;
        if let Some(count) = self.verdicts.get_mut(report.verdict.index()) {
            *count += 1;
        }
        for finding in &report.findings {
            *self.findings.entry(finding.code).or_default() += 1;
        }
        for outcome in &report.outcomes {
            *self.outcomes.entry((outcome.code, outcome.answer.key())).or_default() += 1;
        }
    }

    /// The summary over the documents of both.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.documents += other.documents;
        for (count, more) in both.verdicts.iter_mut().zip(other.verdicts) {
            *count += more;
        }
        for (code, more) in &other.findings {
            *both.findings.entry(code).or_default() += more;
        }
        for (key, more) in &other.outcomes {
            *both.outcomes.entry(*key).or_default() += more;
        }
        both
    }

    /// How many documents it is over.
    pub fn documents(&self) -> u64 {
        self.documents
    }

    /// How many documents got this verdict.
    pub fn verdict(&self, verdict: Verdict) -> u64 {
        self.verdicts.get(verdict.index()).copied().unwrap_or(0)
    }

    /// As JSON: documents, verdicts, findings per rule, outcomes per rule.
    pub fn to_json(&self) -> String {
        let verdicts: BTreeMap<_, _> =
            Verdict::ALL.iter().map(|verdict| (verdict.key(), self.verdict(*verdict))).collect();
        let mut outcomes: BTreeMap<&str, BTreeMap<&str, u64>> = BTreeMap::new();
        for ((code, answer), count) in &self.outcomes {
            debug_assert!(Answer::from_key(answer).is_some());
            outcomes.entry(code).or_default().insert(answer, *count);
        }
        serde_json::json!({
            "documents": self.documents,
            "verdicts": verdicts,
            "findings": self.findings,
            "outcomes": outcomes,
        })
        .to_string()
    }
}
