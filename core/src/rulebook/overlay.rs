//! Reading an overlay: `{"$schema", "id", "version", "extends", "norms", "severity", "disable", "only", "waive"}`.
//!
//! All faults are reported together, each with its place, the value found and what is allowed. An overlay is
//! written by the office that reads them, and contains nothing of a student: its values may be shown.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::norms::{Dated, Settings};
use super::waivers::{Waiver, Waivers};
use super::{Base, Catalogue, Rulebook, RulebookName, is_name};
use crate::documents::Kind;
use crate::error::Error;
use crate::finding::{Meta, Norm, Severity, SubjectKind};
use crate::grammar::{Closed as _, List, MAX_ITEMS};
use crate::json::{Look as _, Reader, Value};
use crate::language::Lang;
use crate::reading::{NotJson, text_of};
use crate::sort::sorted;
use crate::values::{SchoolYear, is_id, parse_date};

/// `$schema` is there for an editor, and says nothing of rules.
const OVERLAY: [&str; 9] = ["$schema", "id", "version", "extends", "norms", "severity", "disable", "only", "waive"];
const WINDOW: [&str; 3] = ["value", "from", "until"];
const WAIVER: [&str; 6] = ["rule", "document", "subject", "reason", "owner", "until"];
const DOCUMENT: [&str; 3] = ["kind", "id", "schoolYear"];
const SUBJECT: [&str; 2] = ["kind", "id"];

const RULE: &str = "the code or name of a rule";
const OPEN_RULE: &str = "the code or name of a rule that a rulebook may change";
const DAY: &str = "a day, YYYY-MM-DD";

/// The most bytes that a rulebook may have: as many as a document.
const MOST_BYTES: usize = 64 << 20;

/// The most faults that are listed one by one.
const MOST_FAULTS: usize = 100;

impl Rulebook {
    /// The shipped rulebook: an overlay that says nothing has no faults.
    pub(crate) fn shipped(catalogue: Catalogue) -> Self {
        read(&[], &mut Faults { told: Vec::new(), number: 0, catalogue }).seal(catalogue)
    }

    /// The shipped rulebook, or an overlay upon it.
    pub(crate) fn read(overlay: Option<&[u8]>, catalogue: Catalogue) -> Result<Self, Error> {
        let fault = |fault: String| Err(Error::InvalidRulebook(vec![fault]));
        let Some(overlay) = overlay else { return Ok(Self::shipped(catalogue)) };
        if overlay.len() > MOST_BYTES {
            return fault(format!("larger than allowed: a rulebook has at most {MOST_BYTES} bytes"));
        }
        let Ok(text) = text_of(overlay) else {
            return fault("not UTF-8; allowed: a rulebook as JSON in UTF-8".to_owned());
        };
        let mut reader = Reader::new(text);
        let value = reader.value().filter(|_| reader.end().is_some());
        let Some(value) = value else {
            let (line, column) = reader.place();
            let instead = NotJson::of(overlay).map(|it| format!("; instead it is: `{}`", it.key())).unwrap_or_default();
            return fault(format!("not JSON, at line {line} column {column}{instead}"));
        };
        let Value::Object(overlay) = value else { return fault("a rulebook is a JSON object".to_owned()) };
        let mut faults = Faults { told: Vec::new(), number: 0, catalogue };
        let book = read(&overlay, &mut faults);
        if faults.number == 0 {
            return Ok(book.seal(catalogue));
        }
        if faults.number > faults.told.len() {
            faults.told.push(format!("and {} more", faults.number - faults.told.len()));
        }
        Err(Error::InvalidRulebook(faults.told))
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
struct Faults {
    told: Vec<String>,
    number: usize,
    catalogue: Catalogue,
}

impl Faults {
    /// Counts a fault, and makes its text while not too many are listed.
    fn tell(&mut self, fault: impl FnOnce() -> String) {
        self.number += 1;
        if self.told.len() < MOST_FAULTS {
            self.told.push(fault());
        }
    }

    fn add(&mut self, place: &str, given: &Value<'_>, allowed: &str) {
        self.tell(|| format!("`{place}` is {}; allowed: {allowed}", shown(given)));
    }

    fn unknown(&mut self, place: &str, allowed: &str) {
        self.tell(|| format!("`{place}` is unknown; allowed: {allowed}"));
    }

    /// Reports the name of a rule that there is not, or that no rulebook may change.
    fn no_rule(&mut self, place: &str, selector: &str) {
        if self.rule(selector).is_some() {
            self.tell(|| format!("`{place}` cannot be changed: without it a document that was not read would pass"));
        } else {
            self.unknown(place, OPEN_RULE);
        }
    }

    /// Reports a rule or norm that is named a second time, by its code and by its name.
    fn again(&mut self, place: &str, what: &str) {
        self.tell(|| format!("`{place}` names {what} again; allowed: once, by its code or by its name"));
    }

    /// Reports an object or a list that is too long.
    fn too_many(&mut self, place: &str, items: usize) -> bool {
        let too_many = items > MAX_ITEMS as usize;
        if too_many {
            self.tell(|| format!("`{place}` has {items} items; allowed: at most {MAX_ITEMS}"));
        }
        too_many
    }

    /// Reports the members that an object has twice.
    fn repeated_members(&mut self, place: &str, members: &Members<'_>) {
        let names = sorted(members.iter().map(|(name, _)| name).collect(), Ord::cmp);
        for same in names.chunk_by(PartialEq::eq).filter(|same| same.len() > 1) {
            if let Some(name) = same.first() {
                self.tell(|| format!("`{place}{name}` appears {} times; allowed: once", same.len()));
            }
        }
    }

    /// Reports the members that an object should not have, and those that it has twice.
    fn unfit_members(&mut self, place: &str, members: &Members<'_>, known: &[&str]) {
        for (name, _) in members.iter().filter(|(name, _)| !known.contains(&name.as_ref())) {
            self.tell(|| format!("`{place}{name}` is unknown; allowed: {}", known.join(", ")));
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
        if self.too_many(name, members.len()) {
            return &[];
        }
        self.repeated_members(&format!("{name}."), members);
        members
    }

    /// The items of a list; none, and a fault, when it is something else.
    fn items<'v, 'a>(&mut self, overlay: &'v Members<'a>, name: &str) -> Option<&'v [Value<'a>]> {
        let value = given(overlay, name)?;
        let items = value.items();
        if items.is_none() {
            self.add(name, value, "a list");
        }
        if self.too_many(name, items.map_or(0, <[_]>::len)) { None } else { items }
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

    /// The text of a member that must be there and fit.
    fn text<'v>(
        &mut self,
        members: &'v Members<'_>,
        place: &str,
        key: &str,
        allowed: &str,
        fits: &dyn Fn(&str) -> bool,
    ) -> Option<&'v str> {
        let value = given(members, key);
        let text = said(value).filter(|text| fits(text));
        if text.is_none() {
            self.add(&format!("{place}.{key}"), value.unwrap_or(&Value::Null), allowed);
        }
        text
    }

    /// The rule with this code or name.
    fn rule(&self, selector: &str) -> Option<&'static Meta> {
        let mut rules = self.catalogue.iter().copied().flatten();
        rules.find(|rule| rule.code == selector || rule.name == selector).copied()
    }

    /// A rule that a rulebook may disable, lower or waive: not one of the rules of reading that decide what was read.
    fn open_rule(&self, selector: &str) -> Option<&'static Meta> {
        self.rule(selector).filter(|rule| !rule.decides_reading)
    }
}

/// A value as a fault shows it: not more of it than tells which one it is.
fn shown(value: &Value<'_>) -> String {
    const MOST: usize = 80;
    let mut whole = match value {
        Value::Array(items) => return format!("a list of {}", items.len()),
        Value::Object(members) => return format!("an object of {}", members.len()),
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => (if *flag { "true" } else { "false" }).to_owned(),
        Value::Number((number, _)) => (*number).to_owned(),
        Value::String(text) => serde_json::to_string(text).unwrap_or_default(),
    };
    if let Some((end, _)) = whole.char_indices().nth(MOST) {
        whole.truncate(end);
        whole.push('…');
    }
    whole
}

fn read(overlay: &Members<'_>, faults: &mut Faults) -> Rulebook {
    faults.unfit_members("", overlay, &OVERLAY);
    let id = name(overlay, "id", Base::TwenteAndStatutory.key(), faults);
    let version = name(overlay, "version", env!("CARGO_PKG_VERSION"), faults);
    let extends = match given(overlay, "extends") {
        None => Base::TwenteAndStatutory,
        Some(value) => value.text().and_then(Base::from_key).unwrap_or_else(|| {
            faults.add("extends", value, &keys(Base::LIST));
            Base::TwenteAndStatutory
        }),
    };
    let mut settings = Settings::default();
    for (key, value) in faults.members(overlay, "norms") {
        norm(key, value, faults, &mut settings);
    }
    Rulebook {
        name: Arc::new(RulebookName { id, version, fingerprint: String::new() }),
        extends,
        settings,
        severities: severities(overlay, faults),
        disabled: disabled(overlay, faults),
        only: only(overlay, faults),
        waivers: waivers(overlay, faults),
    }
}

fn severities(overlay: &Members<'_>, faults: &mut Faults) -> Vec<(&'static Meta, Option<Severity>)> {
    let mut severities: Vec<(&'static Meta, Option<Severity>)> = Vec::new();
    for (key, value) in faults.members(overlay, "severity") {
        let severity = match value.text() {
            Some("off") => Some(None),
            Some(word) => Severity::from_key(word).map(Some),
            None => None,
        };
        let place = format!("severity.{key}");
        match (faults.open_rule(key), severity) {
            (Some(rule), Some(_)) if severities.iter().any(|(other, _)| *other == rule) => {
                faults.again(&place, rule.code);
            }
            (Some(rule), Some(severity)) => severities.push((rule, severity)),
            (None, _) => faults.no_rule(&place, key),
            (_, None) => faults.add(&place, value, "error, warning, info, off"),
        }
    }
    severities
}

fn disabled(overlay: &Members<'_>, faults: &mut Faults) -> Vec<&'static Meta> {
    let mut disabled: Vec<&'static Meta> = Vec::new();
    for (key, value) in faults.members(overlay, "disable") {
        let place = format!("disable.{key}");
        match faults.open_rule(key) {
            Some(rule) if disabled.contains(&rule) => faults.again(&place, rule.code),
            Some(rule) if said(Some(value)).is_some() => disabled.push(rule),
            Some(_) => faults.add(&place, value, "the reason, as a text"),
            None => faults.no_rule(&place, key),
        }
    }
    disabled
}

fn only(overlay: &Members<'_>, faults: &mut Faults) -> Option<Vec<&'static Meta>> {
    let list = faults.items(overlay, "only")?;
    let mut only: Vec<&'static Meta> = Vec::new();
    for (position, value) in list.iter().enumerate() {
        match value.text().and_then(|selector| faults.rule(selector)) {
            Some(rule) if only.contains(&rule) => faults.again(&format!("only[{position}]"), rule.code),
            Some(rule) => only.push(rule),
            None => faults.add(&format!("only[{position}]"), value, RULE),
        }
    }
    Some(only)
}

fn waivers(overlay: &Members<'_>, faults: &mut Faults) -> Waivers {
    let list = faults.items(overlay, "waive").unwrap_or_default();
    let mut waivers = Vec::with_capacity(list.len());
    for (position, value) in list.iter().enumerate() {
        waivers.extend(waiver(&format!("waive[{position}]"), value, faults));
    }
    Waivers::new(waivers)
}

/// A text that names the rulebook or its version.
fn name(overlay: &Members<'_>, key: &str, default: &str, faults: &mut Faults) -> String {
    let Some(value) = given(overlay, key) else { return default.to_owned() };
    let Some(text) = value.text().filter(|text| is_name(text)) else {
        faults.add(key, value, "a text of at most 64 letters, digits, `.`, `_` and `-`");
        return default.to_owned();
    };
    text.to_owned()
}

/// One norm: a value, or a list of values with windows. A norm that rules share is set under any one of them.
fn norm(key: &str, value: &Value<'_>, faults: &mut Faults, settings: &mut Settings) {
    let place = format!("norms.{key}");
    let found = key.rsplit_once('.').and_then(|(rule, norm)| {
        let rule = faults.rule(rule)?;
        Some((rule, rule.norms.iter().copied().find(|known| known.name == norm)?))
    });
    let Some((rule, norm)) = found else {
        let known =
            |rule: &&'static Meta| rule.norms.iter().map(|norm| format!("{}.{}", rule.code, norm.name)).collect();
        let catalogue = faults.catalogue;
        return faults.tell(|| {
            let known: Vec<String> = catalogue.iter().copied().flatten().flat_map::<Vec<_>, _>(known).collect();
            format!("`{place}` is unknown; allowed: {}", known.join(", "))
        });
    };
    if settings.of(norm).is_some() {
        return faults.again(&place, &format!("{}.{}", rule.code, norm.name));
    }
    let windows = value.items().filter(|list| list.iter().all(|item| item.members().is_some()) && !list.is_empty());
    let Some(windows) = windows else {
        match norm.value(value) {
            Some(value) => settings.set(norm, vec![Dated { value, from: None, until: None }]),
            None => faults.add(&place, value, &norm.allowed(Lang::En)),
        }
        return;
    };
    if !faults.too_many(&place, windows.len()) {
        let windows = windows.iter().filter_map(Value::members).enumerate();
        let windows = windows.filter_map(|(at, members)| window(&format!("{place}[{at}]."), members, norm, faults));
        settings.set(norm, windows.collect());
    }
}

fn window(place: &str, members: &Members<'_>, norm: &'static Norm, faults: &mut Faults) -> Option<Dated> {
    faults.unfit_members(place, members, &WINDOW);
    let from = faults.day(&format!("{place}from"), given(members, "from"));
    let until = faults.day(&format!("{place}until"), given(members, "until"));
    if let (Some(first), Some(last)) = (from, until)
        && last < first
    {
        faults.add(
            &format!("{place}until"),
            given(members, "until").unwrap_or(&Value::Null),
            "a day not before `from`",
        );
    }
    let value = given(members, "value").unwrap_or(&Value::Null);
    let read = norm.value(value);
    if read.is_none() {
        faults.add(&format!("{place}value"), value, &norm.allowed(Lang::En));
    }
    Some(Dated { value: read?, from, until })
}

/// The keys of a closed list, to be shown.
fn keys(list: &List) -> String {
    list.words.iter().map(|word| word.key).collect::<Vec<_>>().join(", ")
}

fn waiver(place: &str, value: &Value<'_>, faults: &mut Faults) -> Option<Waiver> {
    const ID: &str = "an id";
    let Some(members) = value.members() else {
        faults.add(place, value, "an object");
        return None;
    };
    faults.unfit_members(&format!("{place}."), members, &WAIVER);
    let rule = given(members, "rule").and_then(Value::text).and_then(|selector| faults.open_rule(selector));
    if rule.is_none() {
        faults.add(&format!("{place}.rule"), given(members, "rule").unwrap_or(&Value::Null), OPEN_RULE);
    }
    let document = part(place, "document", members, &DOCUMENT, faults).and_then(|(place, members)| {
        let is_kind = |text: &str| Kind::from_key(text).is_some();
        let kind = faults.text(members, &place, "kind", &keys(Kind::LIST), &is_kind).and_then(Kind::from_key);
        let id = faults.text(members, &place, "id", ID, &is_id);
        let year = given(members, "schoolYear");
        let school_year = year.and_then(Value::text).and_then(SchoolYear::parse);
        if (kind == Some(Kind::Partnership) || year.is_some()) && school_year.is_none() {
            faults.add(&format!("{place}.schoolYear"), year.unwrap_or(&Value::Null), "a school year, YYYY-YYYY");
        }
        Some((kind?, id?.to_owned(), school_year))
    });
    let given_subject = given(members, "subject").is_some();
    let subject = given_subject.then(|| part(place, "subject", members, &SUBJECT, faults)).flatten();
    let subject = subject.and_then(|(place, members)| {
        let is_kind = |text: &str| SubjectKind::from_key(text).is_some();
        let kind = faults.text(members, &place, "kind", &keys(SubjectKind::LIST), &is_kind);
        let id = faults.text(members, &place, "id", ID, &is_id);
        Some((kind.and_then(SubjectKind::from_key)?, id?.to_owned()))
    });
    let reason = faults.text(members, place, "reason", "why, as a text", &|_| true);
    let owner = faults.text(members, place, "owner", "who is responsible for it, as a text", &|_| true);
    let until = faults.text(members, place, "until", DAY, &|text| parse_date(text).is_some()).and_then(parse_date);
    reason.and(owner)?;
    if given_subject && subject.is_none() {
        return None;
    }
    Some(Waiver { rule: rule?, document: document?, subject, until: until? })
}

/// An object in a waiver, with its place.
fn part<'v, 'a>(
    place: &str,
    key: &str,
    members: &'v Members<'a>,
    known: &[&str],
    faults: &mut Faults,
) -> Option<(String, &'v Members<'a>)> {
    let value = given(members, key).unwrap_or(&Value::Null);
    let place = format!("{place}.{key}");
    let Some(members) = value.members() else {
        faults.add(&place, value, &format!("an object of {}", known.join(", ")));
        return None;
    };
    faults.unfit_members(&format!("{place}."), members, known);
    Some((place, members))
}

/// A non-empty text.
fn said<'v>(value: Option<&'v Value<'_>>) -> Option<&'v str> {
    value?.text().filter(|text| !text.trim().is_empty())
}
