//! Reading an overlay: `{"id", "version", "extends", "norms", "severity", "disable", "waive"}`.
//!
//! All its faults are told at once, each with where it stands, what stands there and what is allowed. An overlay is
//! written by the office that is told so, and holds nothing of a student: its values may be shown.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Rulebook, SHIPPED, Setting, Waiver};
use crate::document::grammar::Closed as _;
use crate::document::{is_id, parse_date};
use crate::error::Error;
use crate::json::{Look as _, Reader, Value};
use crate::language::Lang;
use crate::order::sorted;
use crate::report::{RulebookName, Severity};
use crate::rules::reading::decides_reading;
use crate::rules::{Rule, catalogue};

const OVERLAY: [&str; 7] = ["id", "version", "extends", "norms", "severity", "disable", "waive"];
const WINDOW: [&str; 3] = ["value", "from", "until"];
const WAIVER: [&str; 5] = ["rule", "subject", "reason", "owner", "until"];

const OPEN_RULE: &str = "the code or name of a rule that a rulebook may change";
const DAY: &str = "a day, YYYY-MM-DD";

impl Rulebook {
    /// The shipped rulebook, or an overlay upon it.
    pub(crate) fn read(overlay: Option<&str>) -> Result<Self, Error> {
        let mut reader = Reader::new(overlay.unwrap_or("{}"));
        let value = reader.value().filter(|_| reader.end().is_some());
        let Some(value) = value else {
            let (line, column) = reader.place();
            return Err(Error::InvalidRulebook(vec![format!("not JSON, at line {line} column {column}")]));
        };
        let Value::Object(overlay) = value else {
            return Err(Error::InvalidRulebook(vec!["a rulebook is a JSON object".to_owned()]));
        };
        let mut faults = Faults(Vec::new());
        let book = read(&overlay, &mut faults);
        if faults.0.is_empty() { Ok(book.seal()) } else { Err(Error::InvalidRulebook(faults.0)) }
    }
}

/// The members of an object.
type Members<'a> = [(Cow<'a, str>, Value<'a>)];

/// What an object gives under a name; `null` is nothing.
fn given<'v, 'a>(members: &'v Members<'a>, name: &str) -> Option<&'v Value<'a>> {
    let named = members.iter().find(|(key, _)| key == name);
    named.map(|(_, value)| value).filter(|value| !matches!(value, Value::Null))
}

/// Everything that is wrong with an overlay.
struct Faults(Vec<String>);

impl Faults {
    fn add(&mut self, place: &str, given: &Value<'_>, allowed: &str) {
        self.0.push(format!("`{place}` is {given}; allowed: {allowed}"));
    }

    fn unknown(&mut self, place: &str, allowed: &str) {
        self.0.push(format!("`{place}` is not known; allowed: {allowed}"));
    }

    /// Reports a rule that is named a second time, by its code and by its name.
    fn again(&mut self, place: &str, code: &str) {
        self.0.push(format!("`{place}` names {code} again; allowed: once, by its code or by its name"));
    }

    /// Reports the members that an object has twice.
    fn repeated_members(&mut self, place: &str, members: &Members<'_>) {
        let names = sorted(members.iter().map(|(name, _)| name).collect(), Ord::cmp);
        for same in names.chunk_by(PartialEq::eq).filter(|same| same.len() > 1) {
            if let Some(name) = same.first() {
                self.0.push(format!("`{place}{name}` is there {} times; allowed: once", same.len()));
            }
        }
    }

    /// Reports the members that an object should not have, and those that it has twice.
    fn unfit_members(&mut self, place: &str, members: &Members<'_>, known: &[&str]) {
        for (name, _) in members.iter().filter(|(name, _)| !known.contains(&name.as_ref())) {
            self.unknown(&format!("{place}{name}"), &known.join(", "));
        }
        self.repeated_members(place, members);
    }

    /// The members of an object; none, and a fault, when it is something else.
    fn members<'v, 'a>(&mut self, overlay: &'v Members<'a>, name: &str) -> &'v Members<'a> {
        let value = given(overlay, name);
        let members = value.and_then(Value::members).unwrap_or_default();
        if let Some(value) = value.filter(|value| value.members().is_none()) {
            self.add(name, value, "an object");
        }
        self.repeated_members(&format!("{name}."), members);
        members
    }

    /// The day of an optional member.
    fn day(&mut self, place: &str, value: Option<&Value<'_>>) -> Option<NaiveDate> {
        let value = value?;
        let day = value.text().and_then(parse_date);
        if day.is_none() {
            self.add(place, value, DAY);
        }
        day
    }
}

fn read(overlay: &Members<'_>, faults: &mut Faults) -> Rulebook {
    faults.unfit_members("", overlay, &OVERLAY);
    let id = text(overlay, "id", SHIPPED[0], faults);
    let version = text(overlay, "version", env!("CARGO_PKG_VERSION"), faults);
    let extends = match given(overlay, "extends") {
        None => SHIPPED[0],
        Some(value) => SHIPPED.into_iter().find(|shipped| value.text() == Some(shipped)).unwrap_or_else(|| {
            faults.add("extends", value, &SHIPPED.join(", "));
            SHIPPED[0]
        }),
    };
    let mut book = Rulebook {
        name: Arc::new(RulebookName { id, version, fingerprint: String::new() }),
        extends,
        settings: Vec::new(),
        severities: Vec::new(),
        disabled: Vec::new(),
        waivers: Vec::new(),
    };
    for (key, value) in faults.members(overlay, "norms") {
        norm(key, value, faults, &mut book.settings);
    }
    for (key, value) in faults.members(overlay, "severity") {
        let severity = match value.text() {
            Some("off") => Some(None),
            Some(word) => Severity::from_key(word).map(Some),
            None => None,
        };
        match (open_rule(key), severity) {
            (Some(rule), Some(_)) if book.severities.iter().any(|(code, _)| *code == rule.code) => {
                faults.again(&format!("severity.{key}"), rule.code);
            }
            (Some(rule), Some(severity)) => book.severities.push((rule.code, severity)),
            (None, _) => faults.unknown(&format!("severity.{key}"), OPEN_RULE),
            (_, None) => faults.add(&format!("severity.{key}"), value, "error, warning, info, off"),
        }
    }
    for (key, value) in faults.members(overlay, "disable") {
        match open_rule(key) {
            Some(rule) if book.disabled.contains(&rule.code) => faults.again(&format!("disable.{key}"), rule.code),
            Some(rule) if said(Some(value)).is_some() => book.disabled.push(rule.code),
            Some(_) => faults.add(&format!("disable.{key}"), value, "the reason, as a text"),
            None => faults.unknown(&format!("disable.{key}"), OPEN_RULE),
        }
    }
    match given(overlay, "waive") {
        None => {}
        Some(Value::Array(list)) => {
            for (position, value) in list.iter().enumerate() {
                book.waivers.extend(waiver(&format!("waive[{position}]"), value, faults));
            }
        }
        Some(other) => faults.add("waive", other, "a list"),
    }
    book
}

/// A text that names the rulebook or its version.
fn text(overlay: &Members<'_>, key: &str, default: &str, faults: &mut Faults) -> String {
    let Some(value) = given(overlay, key) else { return default.to_owned() };
    let fits = |text: &&str| is_id(text) || SHIPPED.contains(text);
    let Some(text) = value.text().filter(fits) else {
        faults.add(key, value, "a text of at most 64 letters, digits, `.`, `_` and `-`");
        return default.to_owned();
    };
    text.to_owned()
}

/// One norm: a value, or a list of values with windows.
fn norm(key: &str, value: &Value<'_>, faults: &mut Faults, settings: &mut Vec<Setting>) {
    let place = format!("norms.{key}");
    let found = key.rsplit_once('.').and_then(|(rule, norm)| {
        let rule = catalogue::find(rule)?;
        Some((rule, rule.norms.iter().copied().find(|known| known.name == norm)?))
    });
    let Some((rule, norm)) = found else {
        let known: Vec<String> = catalogue::all()
            .flat_map(|rule| rule.norms.iter().map(move |norm| format!("{}.{}", rule.code, norm.name)))
            .collect();
        return faults.unknown(&place, &known.join(", "));
    };
    if settings.iter().any(|set| (set.rule, set.norm.name) == (rule.code, norm.name)) {
        return faults.again(&place, rule.code);
    }
    let windows = value.items().filter(|list| list.iter().all(|item| item.members().is_some()) && !list.is_empty());
    let Some(windows) = windows else {
        match norm.value(value) {
            Some(value) => settings.push(Setting { rule: rule.code, norm, value, from: None, until: None }),
            None => faults.add(&place, value, &norm.allowed(Lang::En)),
        }
        return;
    };
    for (position, window) in windows.iter().filter_map(Value::members).enumerate() {
        let place = format!("{place}[{position}].");
        faults.unfit_members(&place, window, &WINDOW);
        let from = faults.day(&format!("{place}from"), given(window, "from"));
        let until = faults.day(&format!("{place}until"), given(window, "until"));
        if let (Some(first), Some(last)) = (from, until)
            && last < first
        {
            faults.add(
                &format!("{place}until"),
                given(window, "until").unwrap_or(&Value::Null),
                "a day not before `from`",
            );
        }
        let value = given(window, "value").unwrap_or(&Value::Null);
        match norm.value(value) {
            Some(value) => settings.push(Setting { rule: rule.code, norm, value, from, until }),
            None => faults.add(&format!("{place}value"), value, &norm.allowed(Lang::En)),
        }
    }
}

fn waiver(place: &str, value: &Value<'_>, faults: &mut Faults) -> Option<Waiver> {
    let Some(members) = value.members() else {
        faults.add(place, value, "an object");
        return None;
    };
    faults.unfit_members(&format!("{place}."), members, &WAIVER);
    let mut asked = |key: &str, allowed: &str, fits: &dyn Fn(&str) -> bool| {
        let value = given(members, key);
        let text = said(value).filter(|text| fits(text));
        if text.is_none() {
            faults.add(&format!("{place}.{key}"), value.unwrap_or(&Value::Null), allowed);
        }
        text
    };
    let rule = asked("rule", OPEN_RULE, &|text| open_rule(text).is_some());
    let subject = asked("subject", "the id of what the finding is about", &is_id);
    let reason = asked("reason", "why, as a text", &|_| true);
    let owner = asked("owner", "who answers for it, as a text", &|_| true);
    let until = asked("until", DAY, &|text| parse_date(text).is_some());
    reason.and(owner)?;
    Some(Waiver { rule: open_rule(rule?)?.code, subject: subject?.to_owned(), until: parse_date(until?)? })
}

/// A text that says something.
fn said<'v>(value: Option<&'v Value<'_>>) -> Option<&'v str> {
    value?.text().filter(|text| !text.trim().is_empty())
}

/// A rule that a rulebook may disable, lower or waive: not one of the rules of reading that decide what was read.
fn open_rule(selector: &str) -> Option<&'static Rule> {
    catalogue::find(selector).filter(|rule| !decides_reading(rule.code))
}
