//! Rulebooks: which rules apply, with what norms and severities, and what is waived.

mod overlay;

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};
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
        let hash = Sha256::digest(self.resolved().to_string());
        let fingerprint = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        self.name = Arc::new(RulebookName { fingerprint, ..(*self.name).clone() });
        self
    }

    /// Everything that the rulebook comes to. The members of a `Value` are sorted, so its text is canonical.
    fn resolved(&self) -> Value {
        let rules = catalogue::all().map(|rule| {
            let asked = match self.asks(rule) {
                Asked::With(severity) => severity.key(),
                Asked::Off => "off",
                Asked::Disabled | Asked::Elsewhere => "disabled",
            };
            let norms: Map<String, Value> =
                rule.norms.iter().map(|norm| (norm.name.to_owned(), self.windows(rule, norm))).collect();
            (rule.code.to_owned(), json!({ "asked": asked, "norms": norms }))
        });
        let waivers = self
            .waivers
            .iter()
            .map(|waiver| json!({ "rule": waiver.rule, "subject": waiver.subject, "until": waiver.until.to_string() }));
        json!({
            "id": self.name.id,
            "version": self.name.version,
            "extends": self.extends,
            "rules": rules.collect::<Map<_, _>>(),
            "waivers": waivers.collect::<Vec<_>>(),
        })
    }

    /// What a norm is, and what it is set to, from when until when.
    fn windows(&self, rule: &Rule, norm: &Norm) -> Value {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let set = self.settings.iter().filter(|setting| setting.rule == rule.code && setting.norm.name == norm.name);
        let set = set.map(|setting| {
            json!({ "value": norm.write(setting.value), "from": day(setting.from), "until": day(setting.until) })
        });
        json!({ "default": norm.write(norm.default), "set": set.collect::<Vec<_>>() })
    }
}
