//! A summary of many reports: whole numbers only, so that merging is associative and commutative.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::stored::{is_fingerprint, number, rule, text};
use super::{Report, Verdict};
use crate::error::Error;
use crate::finding::{Answer, Meta, Unchecked};
use crate::grammar::{Closed, MAX_ITEMS};
use crate::json::{Look as _, Value};
use crate::judging::Counts;

/// The combined result of many reports by one rulebook. It merges over any split of the documents, in any order.
///
/// ```
/// use twentse_kubus::{Validator, Verdict, parse_date};
///
/// let day = parse_date("2024-05-15").expect("a day");
/// let validator = Validator::default();
/// let (reports, first) = validator.validate_many([r#"{"format": "twentse-kubus/portfolio@1"}"#, "[]"], day);
/// let (_, second) = validator.validate_many([b"no JSON"], day);
/// let both = first.merge(&second)?;
/// assert_eq!((reports.len(), both.documents(), both.verdict(Verdict::Undecided)), (2, 3, 3));
/// assert_eq!(both.findings("TK-R001"), 1);
/// # Ok::<(), twentse_kubus::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The fingerprint of the rulebook; none while nothing was added to a summary that no validator made.
    rulebook: Option<String>,
    documents: u64,
    /// Parts that could not be read, and documents of which more was found than is kept.
    unchecked: u64,
    verdicts: [u64; 3],
    /// Errors, warnings, infos, waived.
    severities: [u64; 4],
    /// By code, sorted.
    rules: Vec<Tally>,
    waivers: Vec<WaiverUse>,
}

/// What one rule came to over many reports.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Tally {
    rule: &'static Meta,
    findings: u64,
    answers: [u64; 6],
}

/// How often one waiver of the rulebook met a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct WaiverUse {
    applied: u64,
    expired: u64,
}

const SEVERITY_KEYS: [&str; 4] = ["error", "warning", "info", "waived"];

fn add(to: &mut u64, more: u64) {
    *to = to.saturating_add(more);
}

fn add_each<const N: usize>(to: &mut [u64; N], more: [u64; N]) {
    to.iter_mut().zip(more).for_each(|(to, more)| add(to, more));
}

impl Summary {
    /// Of no report yet, by the rulebook with this fingerprint and this many waivers.
    pub(crate) fn of(rulebook: &str, waivers: usize) -> Self {
        let waivers = vec![WaiverUse::default(); waivers];
        Self { rulebook: Some(rulebook.to_owned()), waivers, ..Self::default() }
    }

    /// Takes over the rulebook of what is added, unless it is another one.
    fn agree(&mut self, rulebook: Option<&str>) -> Result<(), Error> {
        match (&self.rulebook, rulebook) {
            (Some(own), Some(other)) if own != other => return Err(Error::OtherRulebook),
            (None, Some(other)) => self.rulebook = Some(other.to_owned()),
            _ => {}
        }
        Ok(())
    }

    /// Adds one report.
    ///
    /// # Errors
    /// `other-rulebook` for a report by another rulebook than those before it.
    pub fn add(&mut self, report: &Report) -> Result<(), Error> {
        self.agree(Some(report.fingerprint()))?;
        add(&mut self.documents, 1);
        // A rule that waits for another document is no loss: it would be counted for every document alike.
        let lost = report.unchecked.iter().filter(|entry| !matches!(entry, Unchecked::Needs { .. }));
        add(&mut self.unchecked, lost.count() as u64);
        self.verdicts.get_mut(report.verdict.index()).into_iter().for_each(|verdict| add(verdict, 1));
        let Counts { error, warning, info, waived } = report.counts;
        add_each(&mut self.severities, [error, warning, info, waived].map(u64::from));
        for finding in &report.findings {
            add(&mut self.tally(finding.rule).findings, 1);
            if let Some(waiver) = finding.waiver {
                self.use_waiver(waiver.index, WaiverUse { applied: 1, expired: 0 });
            }
        }
        for outcome in &report.outcomes {
            let answers = &mut self.tally(outcome.rule).answers;
            answers.get_mut(outcome.answer.index()).into_iter().for_each(|answer| add(answer, 1));
        }
        Ok(())
    }

    /// The tally of a rule.
    fn tally(&mut self, rule: &'static Meta) -> &mut Tally {
        let at = self.rules.binary_search_by(|tally| tally.rule.code.cmp(rule.code)).unwrap_or_else(|at| {
            self.rules.insert(at, Tally { rule, findings: 0, answers: [0; 6] });
            at
        });
        #[expect(clippy::indexing_slicing, reason = "it is there, or was put there")]
        &mut self.rules[at]
    }

    /// Notes that a waiver would have met a finding, had it not expired.
    pub(crate) fn note_expired(&mut self, waiver: usize) {
        self.use_waiver(waiver, WaiverUse { applied: 0, expired: 1 });
    }

    fn use_waiver(&mut self, index: usize, more: WaiverUse) {
        if self.waivers.len() <= index && index < MAX_ITEMS as usize {
            self.waivers.resize(index + 1, WaiverUse::default());
        }
        if let Some(waiver) = self.waivers.get_mut(index) {
            add(&mut waiver.applied, more.applied);
            add(&mut waiver.expired, more.expired);
        }
    }

    /// The summary over the documents of both.
    ///
    /// # Errors
    /// `other-rulebook` when they are by different rulebooks: what a rule counts for in one says nothing of the other.
    pub fn merge(&self, other: &Self) -> Result<Self, Error> {
        let mut both = self.clone();
        both.agree(other.rulebook.as_deref())?;
        add(&mut both.documents, other.documents);
        add(&mut both.unchecked, other.unchecked);
        add_each(&mut both.verdicts, other.verdicts);
        add_each(&mut both.severities, other.severities);
        for more in &other.rules {
            let tally = both.tally(more.rule);
            add(&mut tally.findings, more.findings);
            add_each(&mut tally.answers, more.answers);
        }
        for (index, more) in other.waivers.iter().enumerate() {
            both.use_waiver(index, *more);
        }
        Ok(both)
    }

    /// SHA-256 of the rulebook of the reports; none of a summary of no report that no validator made.
    pub fn fingerprint(&self) -> Option<&str> {
        self.rulebook.as_deref()
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
        self.rules.iter().find(|tally| tally.rule.code == code).map_or(0, |tally| tally.findings)
    }

    /// How many waivers of the rulebook met no finding at all, in force or expired.
    pub fn unmatched_waivers(&self) -> usize {
        self.waivers.iter().filter(|waiver| **waiver == WaiverUse::default()).count()
    }

    /// As JSON: fingerprint of the rulebook, documents, verdicts, severities, parts not checked, findings per rule, outcomes per rule, and how many
    /// waivers applied, expired or matched nothing.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What a text says; whether it says more or other things is seen when it is written again.
    pub(super) fn read(stored: &Value<'_>) -> Option<Self> {
        let rulebook = match stored.get("rulebook") {
            Some(_) => Some(text(stored, "rulebook").filter(|text| is_fingerprint(text))?.to_owned()),
            None => None,
        };
        let mut summary = Self {
            rulebook,
            documents: number(stored, "documents")?,
            unchecked: number(stored, "unchecked")?,
            ..Self::default()
        };
        for (verdict, count) in Verdict::ALL.iter().zip(&mut summary.verdicts) {
            *count = number(stored.get("verdicts")?, verdict.key())?;
        }
        for (key, count) in SEVERITY_KEYS.iter().zip(&mut summary.severities) {
            *count = number(stored.get("severities")?, key)?;
        }
        for (code, count) in stored.get("findings")?.members()? {
            summary.tally(rule(code)?).findings = count.whole()?;
        }
        for (code, answers) in stored.get("outcomes")?.members()? {
            let tally = summary.tally(rule(code)?);
            for (answer, count) in answers.members()? {
                *tally.answers.get_mut(Answer::from_key(answer)?.index())? = count.whole()?;
            }
        }
        let uses = stored.get("waivers")?.get("uses")?.items()?;
        for used in uses.iter().take(MAX_ITEMS as usize) {
            let [applied, expired] = used.items()? else { return None };
            summary.waivers.push(WaiverUse { applied: applied.whole()?, expired: expired.whole()? });
        }
        Some(summary)
    }
}

impl Serialize for WaiverUse {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        [self.applied, self.expired].serialize(to)
    }
}

/// The answers that a rule gave, by their keys.
struct Answers<'s>(&'s Tally);

impl Serialize for Answers<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let given = Answer::ALL.iter().zip(self.0.answers).filter(|(_, count)| *count > 0);
        to.collect_map(given.map(|(answer, count)| (answer.key(), count)))
    }
}

impl Serialize for Summary {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Waivers<'s> {
            applied: u64,
            expired: u64,
            unmatched: usize,
            uses: &'s [WaiverUse],
        }
        let sum = |of: fn(&WaiverUse) -> u64| self.waivers.iter().map(of).fold(0, u64::saturating_add);
        let waivers = Waivers {
            applied: sum(|waiver| waiver.applied),
            expired: sum(|waiver| waiver.expired),
            unmatched: self.unmatched_waivers(),
            uses: &self.waivers,
        };
        let mut map = to.serialize_map(None)?;
        if let Some(rulebook) = &self.rulebook {
            map.serialize_entry("rulebook", rulebook)?;
        }
        map.serialize_entry("documents", &self.documents)?;
        map.serialize_entry("verdicts", &Keyed(Verdict::ALL.iter().map(|one| one.key()).zip(self.verdicts)))?;
        map.serialize_entry("severities", &Keyed(SEVERITY_KEYS.into_iter().zip(self.severities)))?;
        map.serialize_entry("unchecked", &self.unchecked)?;
        let found = self.rules.iter().filter(|tally| tally.findings > 0);
        map.serialize_entry("findings", &Keyed(found.map(|tally| (tally.rule.code, tally.findings))))?;
        let asked = self.rules.iter().filter(|tally| tally.answers != [0; 6]);
        map.serialize_entry("outcomes", &Keyed(asked.map(|tally| (tally.rule.code, Answers(tally)))))?;
        map.serialize_entry("waivers", &waivers)?;
        map.end()
    }
}

/// Members of an object, by their keys.
struct Keyed<I>(I);

impl<V: Serialize, I: Iterator<Item = (&'static str, V)> + Clone> Serialize for Keyed<I> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.clone())
    }
}
