//! A summary of many reports: whole numbers only, so that merging is associative and commutative.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::stored::{number, rule};
use super::{Answer, Counts, Report, Verdict};
use crate::document::grammar::Closed;

/// What many reports come to together. Summaries that are merged are of one rulebook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    documents: u64,
    verdicts: [u64; 3],
    severities: [u64; 4],
    unchecked: u64,
    findings: BTreeMap<&'static str, u64>,
    outcomes: BTreeMap<(&'static str, Answer), u64>,
    waivers: BTreeMap<usize, WaiverUse>,
}

/// How often one waiver of the rulebook met a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct WaiverUse {
    applied: u64,
    expired: u64,
}

const SEVERITIES: [&str; 4] = ["error", "warning", "info", "waived"];

impl Summary {
    /// Of no report yet, by a rulebook with this many waivers.
    pub(crate) fn with_waivers(waivers: usize) -> Self {
        Self { waivers: (0..waivers).map(|index| (index, WaiverUse::default())).collect(), ..Self::default() }
    }

    /// Adds one report.
    pub fn add(&mut self, report: &Report) {
        self.documents += 1;
        if let Some(count) = self.verdicts.get_mut(report.verdict.index()) {
            *count += 1;
        }
        let Counts { error, warning, info, waived } = report.counts;
        for (sum, more) in self.severities.iter_mut().zip([error, warning, info, waived]) {
            *sum += u64::from(more);
        }
        self.unchecked += report.unchecked.len() as u64;
        for finding in &report.findings {
            *self.findings.entry(finding.code).or_default() += 1;
            if let Some(waiver) = finding.waiver {
                self.waivers.entry(waiver.index).or_default().applied += 1;
            }
        }
        for outcome in &report.outcomes {
            *self.outcomes.entry((outcome.code, outcome.answer)).or_default() += 1;
        }
    }

    /// Notes that a waiver would have met a finding, had it not expired.
    pub(crate) fn note_expired(&mut self, waiver: usize) {
        self.waivers.entry(waiver).or_default().expired += 1;
    }

    /// The summary over the documents of both.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.documents += other.documents;
        both.unchecked += other.unchecked;
        let counters = both.verdicts.iter_mut().chain(&mut both.severities);
        for (count, more) in counters.zip(other.verdicts.iter().chain(&other.severities)) {
            *count += more;
        }
        for (code, more) in &other.findings {
            *both.findings.entry(code).or_default() += more;
        }
        for (key, more) in &other.outcomes {
            *both.outcomes.entry(*key).or_default() += more;
        }
        for (index, more) in &other.waivers {
            let waiver = both.waivers.entry(*index).or_default();
            waiver.applied += more.applied;
            waiver.expired += more.expired;
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

    /// How many findings of this rule the reports kept.
    pub fn findings(&self, code: &str) -> u64 {
        self.findings.get(code).copied().unwrap_or(0)
    }

    /// How many waivers of the rulebook met no finding at all, in force or expired.
    pub fn unmatched_waivers(&self) -> usize {
        self.waivers.values().filter(|waiver| **waiver == WaiverUse::default()).count()
    }

    /// As JSON: documents, verdicts, severities, parts not checked, findings per rule, outcomes per rule, and what
    /// became of the waivers.
    pub fn to_json(&self) -> String {
        let mut outcomes: BTreeMap<&str, BTreeMap<&str, u64>> = BTreeMap::new();
        for ((code, answer), count) in &self.outcomes {
            outcomes.entry(code).or_default().insert(answer.key(), *count);
        }
        let uses: Vec<Value> = self
            .waivers
            .iter()
            .map(|(index, waiver)| json!({ "index": index, "applied": waiver.applied, "expired": waiver.expired }))
            .collect();
        json!({
            "documents": self.documents,
            "verdicts": Verdict::ALL.iter().map(|verdict| (verdict.key(), self.verdict(*verdict))).collect::<BTreeMap<_, _>>(),
            "severities": SEVERITIES.into_iter().zip(self.severities).collect::<BTreeMap<_, _>>(),
            "unchecked": self.unchecked,
            "findings": self.findings,
            "outcomes": outcomes,
            "waivers": {
                "applied": self.waivers.values().map(|waiver| waiver.applied).sum::<u64>(),
                "expired": self.waivers.values().map(|waiver| waiver.expired).sum::<u64>(),
                "unmatched": self.unmatched_waivers(),
                "uses": uses,
            },
        })
        .to_string()
    }

    pub(super) fn restore(stored: &Value) -> Option<Self> {
        let mut summary = Self {
            documents: number(stored, "documents")?,
            unchecked: number(stored, "unchecked")?,
            ..Self::default()
        };
        for (sum, verdict) in summary.verdicts.iter_mut().zip(Verdict::ALL) {
            *sum = number(stored.get("verdicts")?, verdict.key())?;
        }
        for (sum, key) in summary.severities.iter_mut().zip(SEVERITIES) {
            *sum = number(stored.get("severities")?, key)?;
        }
        for (code, count) in stored.get("findings")?.as_object()? {
            summary.findings.insert(rule(code)?.code, count.as_u64()?);
        }
        for (code, answers) in stored.get("outcomes")?.as_object()? {
            for (answer, count) in answers.as_object()? {
                summary.outcomes.insert((rule(code)?.code, Answer::from_key(answer)?), count.as_u64()?);
            }
        }
        for used in stored.get("waivers")?.get("uses")?.as_array()? {
            let waiver = WaiverUse { applied: number(used, "applied")?, expired: number(used, "expired")? };
            summary.waivers.insert(number(used, "index")?, waiver);
        }
        Some(summary)
    }
}
