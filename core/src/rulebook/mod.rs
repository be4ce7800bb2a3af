//! Rulebooks: which rules apply, with what norms and severities, and what is waived.

mod overlay;

use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::document::grammar::Closed as _;
use crate::reading::Limits;
use crate::report::{Finding, RulebookName, Severity, Waived};
use crate::rules::reading as codes;
use crate::rules::{Basis, Norm, Phase, Rule, catalogue};

/// What is shipped: the booklet's rules, the law in its window, and both composed.
const SHIPPED: [&str; 3] = ["twente+statutory", "twente", "statutory"];

/// A value of a norm, within a window of days; both bounds are included.
#[derive(Clone, Debug)]
struct Setting {
    rule: &'static str,
    norm: &'static Norm,
    value: u32,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

#[derive(Clone, Debug)]
struct Waiver {
    rule: &'static str,
    subject: String,
    until: NaiveDate,
}

/// A resolved rulebook.
#[derive(Clone, Debug)]
pub(crate) struct Rulebook {
    pub(crate) name: Arc<RulebookName>,
    extends: &'static str,
    settings: Vec<Setting>,
    severities: Vec<(&'static str, Option<Severity>)>,
    disabled: Vec<&'static str>,
    waivers: Vec<Waiver>,
}

/// Whether a rulebook asks a rule at all, and with what weight.
pub(crate) enum Asked {
    With(Severity),
    Off,
    Disabled,
    Elsewhere,
}

impl Rulebook {
    /// The limits of reading on a day (TK-R004, TK-R010).
    pub(crate) fn limits(&self, day: NaiveDate) -> Limits {
        let limit = |norm| self.norm(codes::OVER_LIMIT.code, norm, day);
        Limits {
            max_bytes: limit(&codes::MAX_BYTES),
            max_depth: limit(&codes::MAX_DEPTH),
            max_items: limit(&codes::MAX_ITEMS),
            ignore_unknown: self.norm(codes::UNKNOWN_FIELD.code, &codes::UNKNOWN_FIELDS, day) == 1,
        }
    }

    /// The value of a norm on a day: of several windows the last one that holds the day.
    pub(crate) fn norm(&self, rule: &str, norm: &'static Norm, day: NaiveDate) -> u32 {
        let holds = |setting: &&Setting| {
            setting.rule == rule
                && setting.norm.name == norm.name
                && setting.from.is_none_or(|from| from <= day)
                && setting.until.is_none_or(|until| day <= until)
        };
        self.settings.iter().rev().find(holds).map_or(norm.default, |setting| setting.value)
    }

    pub(crate) fn asks(&self, rule: &Rule) -> Asked {
        let elsewhere = match self.extends {
            _ if rule.phase == Phase::Reading => false,
            "twente" => rule.basis == Basis::Statute,
            "statutory" => rule.basis != Basis::Statute,
            _ => false,
        };
        if elsewhere {
            return Asked::Elsewhere;
        }
        if self.disabled.contains(&rule.code) {
            return Asked::Disabled;
        }
        match self.severities.iter().rev().find(|(code, _)| *code == rule.code) {
            Some((_, None)) => Asked::Off,
            Some((_, Some(severity))) => Asked::With(*severity),
            None => Asked::With(rule.severity),
        }
    }

    /// How many waivers there are.
    pub(crate) fn waivers(&self) -> usize {
        self.waivers.len()
    }

    /// The waivers written for a finding, with their positions.
    fn waivers_for(&self, finding: &Finding) -> impl Iterator<Item = (usize, &Waiver)> {
        let meant = |waiver: &Waiver| {
            waiver.rule == finding.code && finding.subject.id.as_deref() == Some(waiver.subject.as_str())
        };
        self.waivers.iter().enumerate().filter(move |(_, waiver)| meant(waiver))
    }

    /// Marks the findings that stand under a waiver on this day.
    pub(crate) fn waive(&self, findings: &mut [Finding], day: NaiveDate) {
        if self.waivers.is_empty() {
            return;
        }
        for finding in findings {
            let in_force = self.waivers_for(finding).find(|(_, waiver)| day <= waiver.until);
            finding.waiver = in_force.map(|(index, waiver)| Waived { index, until: waiver.until });
        }
    }

    /// The waiver that a finding has outlived: written for it, and expired before this day.
    pub(crate) fn expired_waiver(&self, finding: &Finding, day: NaiveDate) -> Option<usize> {
        if finding.waiver.is_some() {
            return None;
        }
        self.waivers_for(finding).find(|(_, waiver)| waiver.until < day).map(|(index, _)| index)
    }

    /// Gives the rulebook its fingerprint: the SHA-256 of everything that it comes to, as canonical JSON.
    fn seal(mut self) -> Self {
        let fingerprint = Sha256::digest(self.resolved()).iter().map(|byte| format!("{byte:02x}")).collect();
        self.name = Arc::new(RulebookName { fingerprint, ..(*self.name).clone() });
        self
    }

    /// Everything that the rulebook comes to, in one order and without white space. Its words are ours or ids, but for
    /// the subjects of waivers.
    fn resolved(&self) -> String {
        let rules = catalogue::all().map(|rule| {
            let asked = match self.asks(rule) {
                Asked::With(severity) => severity.key(),
                Asked::Off => "off",
                Asked::Disabled | Asked::Elsewhere => "disabled",
            };
            let norms = rule.norms.iter().map(|norm| self.windows(rule, norm));
            format!("\"{}\":{{\"asked\":\"{asked}\",\"norms\":{{{}}}}}", rule.code, joined(norms))
        });
        let waivers = self.waivers.iter().map(|Waiver { rule, subject, until }| {
            let subject = serde_json::to_string(subject).unwrap_or_default();
            format!("{{\"rule\":\"{rule}\",\"subject\":{subject},\"until\":\"{until}\"}}")
        });
        let RulebookName { id, version, .. } = &*self.name;
        format!(
            "{{\"extends\":\"{}\",\"id\":\"{id}\",\"rules\":{{{}}},\"version\":\"{version}\",\"waivers\":[{}]}}",
            self.extends,
            joined(rules),
            joined(waivers)
        )
    }

    /// What a norm is, and what it is set to, from when until when.
    fn windows(&self, rule: &Rule, norm: &Norm) -> String {
        let day = |day: Option<NaiveDate>| day.map_or_else(|| "null".to_owned(), |day| format!("\"{day}\""));
        let set = self.settings.iter().filter(|setting| setting.rule == rule.code && setting.norm.name == norm.name);
        let set = set.map(|Setting { value, from, until, .. }| {
            let (from, until) = (day(*from), day(*until));
            format!("{{\"from\":{from},\"until\":{until},\"value\":{}}}", norm.write(*value))
        });
        format!("\"{}\":{{\"default\":{},\"set\":[{}]}}", norm.name, norm.write(norm.default), joined(set))
    }
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(",")
}
