//! A summary of many reports: whole numbers only, so that merging is associative and commutative.

use super::stored::{number, rule};
use super::{Answer, Counts, Report, Verdict};
use crate::document::grammar::Closed;
use crate::json::{Look as _, Value};

/// What many reports come to together. Summaries that are merged are of one rulebook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    documents: u64,
    unchecked: u64,
    tally: Tally,
    waivers: Vec<WaiverUse>,
}

/// How often one waiver of the rulebook met a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct WaiverUse {
    applied: u64,
    expired: u64,
}

const VERDICTS: &str = "verdicts";
const SEVERITIES: &str = "severities";
const FINDINGS: &str = "findings";
const SEVERITY_KEYS: [&str; 4] = ["error", "warning", "info", "waived"];

/// Counts by group and key, sorted. The groups are `verdicts`, `severities`, `findings` by code, and for each rule its
/// answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Tally(Vec<([&'static str; 2], u64)>);

impl Tally {
    fn add(&mut self, group: &'static str, key: &'static str, more: u64) {
        match self.0.binary_search_by(|(known, _)| known.cmp(&[group, key])) {
            Ok(at) => self.0.get_mut(at).into_iter().for_each(|(_, count)| *count += more),
            Err(at) if more > 0 => self.0.insert(at, ([group, key], more)),
            Err(_) => {}
        }
    }

    fn of(&self, group: &str, key: &str) -> u64 {
        let found = self.0.binary_search_by(|(known, _)| known.as_slice().cmp([group, key].as_slice()));
        found.ok().and_then(|at| self.0.get(at)).map_or(0, |(_, count)| *count)
    }

    /// The counts of a group, by key.
    fn group(&self, group: &str) -> impl Iterator<Item = (&'static str, u64)> {
        self.0.iter().filter(move |([of, _], _)| *of == group).map(|([_, key], count)| (*key, *count))
    }
}

/// A JSON object. Its keys are words and codes of ours: nothing needs escaping.
fn object(counts: &mut dyn Iterator<Item = (&'static str, u64)>) -> String {
    let members: Vec<String> = counts.map(|(key, count)| format!("\"{key}\":{count}")).collect();
    format!("{{{}}}", members.join(","))
}

impl Summary {
    /// Of no report yet, by a rulebook with this many waivers.
    pub(crate) fn with_waivers(waivers: usize) -> Self {
        Self { waivers: vec![WaiverUse::default(); waivers], ..Self::default() }
    }

    /// Adds one report.
    pub fn add(&mut self, report: &Report) {
        self.documents += 1;
        self.unchecked += report.unchecked.len() as u64;
        self.tally.add(VERDICTS, report.verdict.key(), 1);
        let Counts { error, warning, info, waived } = report.counts;
        for (key, more) in SEVERITY_KEYS.into_iter().zip([error, warning, info, waived]) {
            self.tally.add(SEVERITIES, key, more.into());
        }
        for finding in &report.findings {
            self.tally.add(FINDINGS, finding.code, 1);
            if let Some(waiver) = finding.waiver {
                self.use_waiver(waiver.index, WaiverUse { applied: 1, expired: 0 });
            }
        }
        for outcome in &report.outcomes {
            self.tally.add(outcome.code, outcome.answer.key(), 1);
        }
    }

    /// Notes that a waiver would have met a finding, had it not expired.
    pub(crate) fn note_expired(&mut self, waiver: usize) {
        self.use_waiver(waiver, WaiverUse { applied: 0, expired: 1 });
    }

    fn use_waiver(&mut self, index: usize, more: WaiverUse) {
        if self.waivers.len() <= index {
            self.waivers.resize(index + 1, WaiverUse::default());
        }
        if let Some(waiver) = self.waivers.get_mut(index) {
            waiver.applied += more.applied;
            waiver.expired += more.expired;
        }
    }

    /// The summary over the documents of both.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.documents += other.documents;
        both.unchecked += other.unchecked;
        for ([group, key], more) in &other.tally.0 {
            both.tally.add(group, key, *more);
        }
        for (index, more) in other.waivers.iter().enumerate() {
            both.use_waiver(index, *more);
        }
        both
    }

    /// How many documents it is over.
    pub fn documents(&self) -> u64 {
        self.documents
    }

    /// How many documents got this verdict.
    pub fn verdict(&self, verdict: Verdict) -> u64 {
        self.tally.of(VERDICTS, verdict.key())
    }

    /// How many findings of this rule the reports kept.
    pub fn findings(&self, code: &str) -> u64 {
        self.tally.of(FINDINGS, code)
    }

    /// How many waivers of the rulebook met no finding at all, in force or expired.
    pub fn unmatched_waivers(&self) -> usize {
        self.waivers.iter().filter(|waiver| **waiver == WaiverUse::default()).count()
    }

    /// As JSON: documents, verdicts, severities, parts not checked, findings per rule, outcomes per rule, and what
    /// became of the waivers.
    pub fn to_json(&self) -> String {
        let outcomes = self.tally.0.chunk_by(|([a, _], _), ([b, _], _)| a == b).filter_map(|group| {
            let ([code, _], _) = group.first()?;
            rule(code).map(|_| format!("\"{code}\":{}", object(&mut self.tally.group(code))))
        });
        let outcomes: Vec<String> = outcomes.collect();
        let sum = |of: fn(&WaiverUse) -> u64| self.waivers.iter().map(of).sum::<u64>();
        let uses = self.waivers.iter().map(|WaiverUse { applied, expired }| format!("[{applied},{expired}]"));
        let uses: Vec<String> = uses.collect();
        format!(
            concat!(
                r#"{{"documents":{},"verdicts":{},"severities":{},"unchecked":{},"findings":{},"outcomes":{{{}}},"#,
                r#""waivers":{{"applied":{},"expired":{},"unmatched":{},"uses":[{}]}}}}"#
            ),
            self.documents,
            object(&mut Verdict::ALL.iter().map(|verdict| (verdict.key(), self.verdict(*verdict)))),
            object(&mut SEVERITY_KEYS.into_iter().map(|key| (key, self.tally.of(SEVERITIES, key)))),
            self.unchecked,
            object(&mut self.tally.group(FINDINGS)),
            outcomes.join(","),
            sum(|waiver| waiver.applied),
            sum(|waiver| waiver.expired),
            self.unmatched_waivers(),
            uses.join(","),
        )
    }

    pub(super) fn restore(stored: &Value<'_>) -> Option<Self> {
        let mut summary = Self {
            documents: number(stored, "documents")?,
            unchecked: number(stored, "unchecked")?,
            ..Self::default()
        };
        for verdict in Verdict::ALL {
            summary.tally.add(VERDICTS, verdict.key(), number(stored.get(VERDICTS)?, verdict.key()).unwrap_or(0));
        }
        for key in SEVERITY_KEYS {
            summary.tally.add(SEVERITIES, key, number(stored.get(SEVERITIES)?, key).unwrap_or(0));
        }
        for (code, count) in stored.get(FINDINGS)?.members()? {
            summary.tally.add(FINDINGS, rule(code)?.code, count.whole()?);
        }
        for (code, answers) in stored.get("outcomes")?.members()? {
            for (answer, count) in answers.members()? {
                summary.tally.add(rule(code)?.code, Answer::from_key(answer)?.key(), count.whole()?);
            }
        }
        for used in stored.get("waivers")?.get("uses")?.items()? {
            let [applied, expired] = used.items()? else { return None };
            summary.waivers.push(WaiverUse { applied: applied.whole()?, expired: expired.whole()? });
        }
        Some(summary)
    }
}
