//! Rulebooks: which rules apply, with what norms and severities, and what is waived.
//!
//! An overlay is JSON: `{"id", "version", "extends", "norms", "severity", "disable", "waive"}`. All its faults are
//! told at once, each with the key, and what is allowed.

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::document::grammar::Closed;
use crate::document::{is_id, parse_date};
use crate::error::Error;
use crate::report::{Finding, RulebookName, Severity, Waived};
use crate::rules::{Basis, Norm, Rule, Unit, catalogue};

/// What the overlay may extend.
const SHIPPED: [&str; 3] = ["twente+statutory", "twente", "statutory"];
const MEMBERS: [&str; 7] = ["id", "version", "extends", "norms", "severity", "disable", "waive"];

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
    /// The shipped rulebook, or an overlay upon it.
    pub(crate) fn read(overlay: Option<&str>) -> Result<Self, Error> {
        let mut faults = Vec::new();
        let overlay = match overlay.map(serde_json::from_str::<Value>) {
            None => Value::Object(serde_json::Map::new()),
            Some(Ok(value)) if value.is_object() => value,
            Some(Ok(_)) => return Err(Error::InvalidRulebook(vec!["a rulebook is a JSON object".to_owned()])),
            Some(Err(error)) => {
                return Err(Error::InvalidRulebook(vec![format!(
                    "not JSON, at line {} column {}",
                    error.line(),
                    error.column()
                )]));
            }
        };
        if let Some(members) = overlay.as_object() {
            for (position, name) in members.keys().enumerate() {
                if !MEMBERS.contains(&name.as_str()) {
                    faults.push(format!("member {} is unknown; allowed are {}", position + 1, MEMBERS.join(", ")));
                }
            }
        }
        let mut text = |key: &str, default: &str| match overlay.get(key) {
            None | Some(Value::Null) => default.to_owned(),
            Some(Value::String(text)) if is_id(text) || SHIPPED.contains(&text.as_str()) => text.clone(),
            Some(_) => {
                faults.push(format!("`{key}` is a text of letters, digits, `.`, `_` and `-`"));
                default.to_owned()
            }
        };
        let (id, version) = (text("id", "twente+statutory"), text("version", env!("CARGO_PKG_VERSION")));
        let extends = text("extends", "twente+statutory");
        let extends = SHIPPED.into_iter().find(|shipped| *shipped == extends).unwrap_or_else(|| {
            faults.push(format!("`extends` is one of {}", SHIPPED.join(", ")));
            "twente+statutory"
        });
        let mut book = Self {
            name: Arc::new(RulebookName { id, version, fingerprint: String::new() }),
            extends,
            settings: Vec::new(),
            severities: Vec::new(),
            disabled: Vec::new(),
            waivers: Vec::new(),
        };
        book.read_norms(overlay.get("norms"), &mut faults);
        book.read_severities(overlay.get("severity"), &mut faults);
        book.read_disabled(overlay.get("disable"), &mut faults);
        book.read_waivers(overlay.get("waive"), &mut faults);
        if !faults.is_empty() {
            return Err(Error::InvalidRulebook(faults));
        }
        // serde_json keeps the members of a `Value` sorted: this is the canonical text.
        let canonical = format!("{extends}\n{overlay}");
        let hash = Sha256::digest(canonical.as_bytes());
        let fingerprint = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        book.name = Arc::new(RulebookName { fingerprint, ..(*book.name).clone() });
        Ok(book)
    }

    fn read_norms(&mut self, norms: Option<&Value>, faults: &mut Vec<String>) {
        for (key, value) in members(norms, "norms", faults) {
            let found = key.rsplit_once('.').and_then(|(rule, norm)| {
                let rule = catalogue::find(rule)?;
                Some((rule, rule.norms.iter().copied().find(|known| known.name == norm)?))
            });
            let Some((rule, norm)) = found else {
                faults.push("`norms`: a key is `<rule>.<norm>`, with a norm of that rule".to_owned());
                continue;
            };
            let single = [Value::Null];
            let list = value.as_array().map_or(single.as_slice(), Vec::as_slice);
            for item in list {
                let windowed = if item.is_null() { value } else { item.get("value").unwrap_or(&Value::Null) };
                let (from, from_ok) = day(item.get("from"));
                let (until, until_ok) = day(item.get("until"));
                match amount(norm, windowed) {
                    Some(value) if from_ok && until_ok => {
                        self.settings.push(Setting { rule: rule.code, norm, value, from, until });
                    }
                    _ => faults.push(format!("`norms`: `{}.{}` is {}", rule.code, norm.name, allowed(norm))),
                }
            }
        }
    }

    fn read_severities(&mut self, severities: Option<&Value>, faults: &mut Vec<String>) {
        for (key, value) in members(severities, "severity", faults) {
            let severity = match value.as_str() {
                Some("off") => Some(None),
                Some(word) => Severity::from_key(word).map(Some),
                None => None,
            };
            match (open_rule(key), severity) {
                (Some(rule), Some(severity)) => self.severities.push((rule.code, severity)),
                (None, _) => faults.push("`severity`: a key is a rule that a rulebook may change".to_owned()),
                (_, None) => faults.push("`severity`: a value is error, warning, info or off".to_owned()),
            }
        }
    }

    fn read_disabled(&mut self, disabled: Option<&Value>, faults: &mut Vec<String>) {
        for (key, reason) in members(disabled, "disable", faults) {
            match open_rule(key) {
                Some(rule) if reason.as_str().is_some_and(|reason| !reason.trim().is_empty()) => {
                    self.disabled.push(rule.code);
                }
                Some(_) => faults.push("`disable`: every rule is disabled with a reason, a text".to_owned()),
                None => faults.push("`disable`: a key is a rule that a rulebook may change".to_owned()),
            }
        }
    }

    fn read_waivers(&mut self, waivers: Option<&Value>, faults: &mut Vec<String>) {
        let list = match waivers {
            None | Some(Value::Null) => return,
            Some(Value::Array(list)) => list,
            Some(_) => return faults.push("`waive` is a list".to_owned()),
        };
        for (position, waiver) in list.iter().enumerate() {
            let text = |key| waiver.get(key).and_then(Value::as_str).filter(|text: &&str| !text.trim().is_empty());
            let rule = text("rule").and_then(open_rule);
            let until = text("until").and_then(parse_date);
            match (rule, text("subject"), text("reason"), text("owner"), until) {
                (Some(rule), Some(subject), Some(_), Some(_), Some(until)) => {
                    self.waivers.push(Waiver { rule: rule.code, subject: subject.to_owned(), until });
                }
                _ => faults.push(format!(
                    "`waive`, item {position}: needs rule (one that a rulebook may change), subject, reason, owner, until"
                )),
            }
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

    /// Marks the findings that stand under a waiver on this day.
    pub(crate) fn waive(&self, findings: &mut [Finding], day: NaiveDate) {
        for finding in findings {
            let applies = |waiver: &Waiver| {
                waiver.rule == finding.code
                    && day <= waiver.until
                    && finding.subject.id.as_deref() == Some(waiver.subject.as_str())
            };
            finding.waiver = self
                .waivers
                .iter()
                .enumerate()
                .find(|(_, waiver)| applies(waiver))
                .map(|(index, waiver)| Waived { index, until: waiver.until });
        }
    }
}

fn members<'v>(
    value: Option<&'v Value>,
    name: &str,
    faults: &mut Vec<String>,
) -> impl Iterator<Item = (&'v str, &'v Value)> + use<'v> {
    if value.is_some_and(|value| !value.is_object() && !value.is_null()) {
        faults.push(format!("`{name}` is an object"));
    }
    value.and_then(Value::as_object).into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}

/// A rule that a rulebook may disable, lower or waive: not one of the rules of reading that decide what was read.
fn open_rule(selector: &str) -> Option<&'static Rule> {
    let open = |code: &str| !code.starts_with("TK-R") || matches!(code, "TK-R014" | "TK-R015" | "TK-R016");
    catalogue::find(selector).filter(|rule| open(rule.code))
}

fn day(value: Option<&Value>) -> (Option<NaiveDate>, bool) {
    match value {
        None | Some(Value::Null) => (None, true),
        Some(value) => {
            let day = value.as_str().and_then(parse_date);
            (day, day.is_some())
        }
    }
}

fn amount(norm: &Norm, value: &Value) -> Option<u32> {
    let value = if let Unit::Choice(words) = norm.unit {
        let word = value.as_str()?;
        words.iter().position(|known| *known == word).and_then(|position| position.try_into().ok())
    } else {
        value.as_u64().and_then(|value| value.try_into().ok())
    };
    value.filter(|value| (norm.least..=norm.most).contains(value))
}

fn allowed(norm: &Norm) -> String {
    if let Unit::Choice(words) = norm.unit {
        format!("one of {}", words.join(", "))
    } else {
        format!("a whole number from {} to {}", norm.least, norm.most)
    }
}
