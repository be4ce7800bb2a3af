//! An overlay that is put together in code, and read as the JSON that it is.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use super::{Base, Members};
use crate::documents::Kind;
use crate::finding::{Severity, SubjectKind};
use crate::values::SchoolYear;

/// What a partnership changes in the shipped rulebook: norms, severities, rules that are disabled, waivers.
///
/// A rule is named by its code or by its name. Nothing is checked until [`ValidatorBuilder::build`] reads the overlay; all
/// faults are then reported together, each with its place, the value found and what is allowed, as they are for an overlay
/// written in JSON. Both give the same fingerprint.
///
/// [`ValidatorBuilder::build`]: crate::ValidatorBuilder::build
///
/// ```
/// use twentse_kubus::documents::Kind;
/// use twentse_kubus::{Overlay, Severity, SubjectKind, Validator, Waiver, Windowed, parse_date};
///
/// let day = |text| parse_date(text).expect("a day");
/// let overlay = Overlay::new()
///     .named("oost", "2026-1")
///     .disable("TK-P101", "our schools are too few")
///     .norm("TK-P105.grace_days", [Windowed::new(14).until(day("2024-07-31")), Windowed::new(7).from(day("2024-08-01"))])
///     .norm("TK-P203.count", 2)
///     .severity("TK-P309", Severity::Warning)
///     .waive(
///         Waiver::new("TK-P105", (Kind::Portfolio, "st-1"), day("2024-12-31"))
///             .about(SubjectKind::Placement, "pl-2")
///             .because("the mentor is on leave")
///             .owned_by("the school trainer"),
///     );
/// let validator = Validator::builder().rulebook(overlay).build()?;
/// assert_ne!(validator.fingerprint(), Validator::default().fingerprint());
///
/// let faulty = Overlay::new().disable("TK-P999", "a typing error");
/// let error = Validator::builder().rulebook(faulty).build().unwrap_err();
/// assert_eq!(
///     error.details(),
///     ["`disable.TK-P999` is unknown; allowed: the code or name of a rule that a rulebook may change"]
/// );
/// # Ok::<(), twentse_kubus::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Overlay {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extends: Option<Base>,
    norms: Members<String, Value>,
    severity: Members<String, &'static str>,
    disable: Members<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    only: Option<Vec<String>>,
    waive: Vec<Waiver>,
}

impl Overlay {
    /// An overlay that changes nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives it an id and a version, which every report names.
    #[must_use]
    pub fn named(mut self, id: impl Into<String>, version: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self.version = Some(version.into());
        self
    }

    /// Extends another of the shipped rulebooks.
    #[must_use]
    pub fn extends(mut self, base: Base) -> Self {
        self.extends = Some(base);
        self
    }

    /// Sets a norm, as `CODE.name`, to a value, or to one for each of several windows of days ([`Windowed`]): of windows
    /// that share a day, the last one counts. [`Meta::norms`](crate::Meta::norms) has the norms of a rule.
    ///
    /// The value is what a rulebook writes in JSON: a number (or a [`Decimal`](crate::values::Decimal)), a word, or a list
    /// of numbers or words.
    #[must_use]
    pub fn norm(mut self, norm: impl Into<String>, value: impl Serialize) -> Self {
        // What cannot be written as JSON is written as `null`, which no norm allows.
        self.norms.0.push((norm.into(), serde_json::to_value(value).unwrap_or_default()));
        self
    }

    /// Sets the severity of a rule; `None` switches it off.
    #[must_use]
    pub fn severity(mut self, rule: impl Into<String>, severity: impl Into<Option<Severity>>) -> Self {
        let severity = severity.into().map_or("off", crate::grammar::Closed::key);
        self.severity.0.push((rule.into(), severity));
        self
    }

    /// Disables a rule, with the reason.
    #[must_use]
    pub fn disable(mut self, rule: impl Into<String>, reason: impl Into<String>) -> Self {
        self.disable.0.push((rule.into(), reason.into()));
        self
    }

    /// Checks and lists these rules and no other.
    #[must_use]
    pub fn only<R: Into<String>>(mut self, rules: impl IntoIterator<Item = R>) -> Self {
        self.only = Some(rules.into_iter().map(Into::into).collect());
        self
    }

    /// Accepts findings until a day; they are reported, marked as waived, and do not count against the document.
    #[must_use]
    pub fn waive(mut self, waiver: Waiver) -> Self {
        self.waive.push(waiver);
        self
    }

    /// The overlay as JSON, as it can be kept in a file.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl From<Overlay> for Vec<u8> {
    fn from(overlay: Overlay) -> Self {
        overlay.to_json().into_bytes()
    }
}

/// A value of a norm, within a window of days; both bounds are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Windowed<V> {
    value: V,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl<V> Windowed<V> {
    /// A value that always holds, until a bound is set.
    pub fn new(value: V) -> Self {
        Self { value, from: None, until: None }
    }

    /// Sets the first day.
    #[must_use]
    pub fn from(mut self, day: NaiveDate) -> Self {
        self.from = Some(day);
        self
    }

    /// Sets the last day.
    #[must_use]
    pub fn until(mut self, day: NaiveDate) -> Self {
        self.until = Some(day);
        self
    }
}

/// Accepts the findings of a rule about one item of one document until a day. A waiver needs a reason and an owner.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Waiver {
    rule: String,
    document: WaivedDocument,
    subject: Option<WaivedSubject>,
    reason: Option<String>,
    owner: Option<String>,
    until: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct WaivedDocument {
    kind: Kind,
    id: String,
    school_year: Option<SchoolYear>,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
struct WaivedSubject {
    kind: SubjectKind,
    id: String,
}

impl Waiver {
    /// For the findings of a rule about a document, given by its kind and id, up to and including a day.
    pub fn new(rule: impl Into<String>, document: (Kind, impl Into<String>), until: NaiveDate) -> Self {
        let document = WaivedDocument { kind: document.0, id: document.1.into(), school_year: None };
        Self { rule: rule.into(), document, subject: None, reason: None, owner: None, until }
    }

    /// For findings about this item; without one, the waiver is for findings about the document itself or about a part
    /// without an id. [`Finding::subject`](crate::Finding::subject) says what a finding is about.
    #[must_use]
    pub fn about(mut self, kind: SubjectKind, id: impl Into<String>) -> Self {
        self.subject = Some(WaivedSubject { kind, id: id.into() });
        self
    }

    /// For a document of this school year; a partnership needs it.
    #[must_use]
    pub fn in_school_year(mut self, year: SchoolYear) -> Self {
        self.document.school_year = Some(year);
        self
    }

    /// Sets the reason, which stays in the rulebook.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets who is responsible for it.
    #[must_use]
    pub fn owned_by(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }
}
