//! Reading back what was written: a report, a finding or a summary that was stored or sent to another process. What
//! this version would not have written is refused: what was read is written again, and must say what the text says,
//! member by member in the order of the wire.

use std::str::FromStr;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Report, Summary, Verdict};
use crate::catalogue;
use crate::documents::{DocumentRef, Kind, Used};
use crate::error::Error;
use crate::finding::{
    Answer, Facts, Finding, Meta, Outcome, Part, Path, Reason, Related, Severity, Subject, SubjectKind, Unchecked,
    Waived,
};
use crate::grammar::{Closed, MAX_ITEMS, Record};
use crate::json::{Look as _, Value, parse};
use crate::judging::{Counts, Lens, MOST_KEPT};
use crate::rulebook::{RulebookName, is_name as is_rulebook_name};
use crate::values::{SchoolYear, is_id, parse_date};

impl Report {
    /// Reads back what [`Report::to_json`] wrote.
    ///
    /// # Errors
    /// `unknown-kind` when it is about a kind of document that this build has no rules for; `invalid-report` when the text is
    /// not a report of this version's rules.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let kind = |stored: &Value<'_>| word::<Kind>(stored.get("body")?.get("document")?, "kind");
        restore(text, report, Self::to_json).ok_or_else(|| refused(text, kind))
    }
}

impl Finding {
    /// Reads back a finding by itself.
    pub(crate) fn restore(text: &str) -> Result<Self, Error> {
        // A finding does not say what its document is. Its rule is one of a kind's; what reading finds is about the
        // document.
        let kind = |stored: &Value<'_>| {
            let of_subject = || Kind::from_key(self::text(stored.get("subject")?, "kind")?);
            catalogue::kind_of(rule(self::text(stored, "code")?)?).or_else(of_subject)
        };
        let by_itself = |stored: &Value<'_>| finding(stored, catalogue::record(kind(stored)?)?);
        restore(text, by_itself, Self::to_json).ok_or_else(|| refused(text, kind))
    }
}

impl Summary {
    /// Reads back what [`Summary::to_json`] wrote.
    ///
    /// # Errors
    /// `invalid-report` when the text is not a summary of this version's rules.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        restore(text, Self::read, Self::to_json).ok_or(Error::InvalidReport)
    }
}

/// What a text says, unless it would be written otherwise.
fn restore<T>(text: &str, read: impl FnOnce(&Value<'_>) -> Option<T>, write: impl FnOnce(&T) -> String) -> Option<T> {
    let stored = parse(text)?;
    let restored = read(&stored)?;
    let written = write(&restored);
    (written == text || parse(&written)? == stored).then_some(restored)
}

/// Why a text was not read: it is about a kind that this build has no rules for, or it is nothing that this version wrote.
fn refused(text: &str, kind: impl FnOnce(&Value<'_>) -> Option<Kind>) -> Error {
    match parse(text).and_then(|stored| kind(&stored)) {
        Some(kind) if catalogue::record(kind).is_none() => Error::UnknownKind,
        _ => Error::InvalidReport,
    }
}

fn report(stored: &Value<'_>) -> Option<Report> {
    let (body, producer) = (stored.get("body")?, stored.get("producer")?);
    let rulebook = body.get("rulebook")?;
    let name = RulebookName {
        id: text(rulebook, "id").filter(|text| is_rulebook_name(text))?.to_owned(),
        version: text(rulebook, "version").filter(|text| is_rulebook_name(text))?.to_owned(),
        fingerprint: text(producer, "fingerprint").filter(|text| is_fingerprint(text))?.to_owned(),
    };
    let document = document(body.get("document")?)?;
    let of_kind = |rule| catalogue::kind_of(rule).is_none_or(|kind| kind == document.kind);
    let record = catalogue::record(document.kind)?;
    let report = Report {
        rulebook: Arc::new(name),
        as_of: day(body, "asOf")?,
        lens: word::<Lens>(body, "lens")?,
        verdict: word::<Verdict>(body, "verdict")?,
        counts: counts(body.get("counts")?)?,
        findings: body.get("findings")?.list(|stored| finding(stored, record).filter(|one| of_kind(one.rule)))?,
        outcomes: body.get("outcomes")?.list(|stored| outcome(stored).filter(|one| of_kind(one.rule)))?,
        unchecked: body.get("unchecked")?.list(|stored| unchecked(stored, record))?,
        used: optional(producer, "documents", |used| used.list(self::used))?.unwrap_or_default(),
        document,
    };
    is_of_one_piece(&report).then_some(report)
}

/// Whether counts, findings and verdict do not contradict one another.
fn is_of_one_piece(report: &Report) -> bool {
    let Report { counts, findings, unchecked, verdict, .. } = report;
    let mut kept = Counts::default();
    findings.iter().for_each(|finding| kept.add(finding));
    let each = |counts: &Counts| [counts.error, counts.warning, counts.info, counts.waived];
    let all_kept = kept == *counts;
    let more = each(&kept).iter().zip(each(counts)).all(|(kept, counted)| *kept <= counted);
    let order = findings.is_sorted_by(|a, b| a.order(b).is_le());
    let over = findings.len() == MOST_KEPT && unchecked.contains(&Unchecked::OverLimit);
    order && (all_kept || over && more) && (*verdict != Verdict::Meets || counts.error == 0)
}

pub(super) fn is_fingerprint(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn document(stored: &Value<'_>) -> Option<DocumentRef> {
    let id = stored.get("id")?;
    let is_null = matches!(id, Value::Null);
    let id = if is_null { None } else { Some(id.text().filter(|id| is_id(id))?.to_owned()) };
    let school_year = optional(stored, "schoolYear", |value| SchoolYear::parse(value.text()?))?;
    Some(DocumentRef { kind: word::<Kind>(stored, "kind")?, id, school_year })
}

fn used(stored: &Value<'_>) -> Option<Arc<Used>> {
    let sha256 = text(stored, "sha256").filter(|text| is_fingerprint(text))?.to_owned();
    Some(Arc::new(Used { document: document(stored)?, sha256 }))
}

fn finding(stored: &Value<'_>, record: &'static Record) -> Option<Finding> {
    let rule = rule(text(stored, "code")?)?;
    let subject = stored.get("subject")?;
    let subject = Subject {
        kind: word::<SubjectKind>(subject, "kind")?,
        id: optional(subject, "id", |id| Some(id.text().filter(|id| is_id(id))?.to_owned()))?,
    };
    let path = Path::parse(text(stored, "path")?, record)?;
    let finding = Finding {
        rule,
        severity: word::<Severity>(stored, "severity")?,
        subject,
        facts: facts(stored.get("facts")?, rule, &path)?,
        path,
        related: optional(stored, "related", |related| related.list(|stored| self::related(stored, record)))?
            .unwrap_or_default(),
        waiver: optional(stored, "waiver", waiver)?,
        due: optional(stored, "due", |day| parse_date(day.text()?))?,
        draft: optional(stored, "draft", |draft| (*draft == Value::Bool(true)).then_some(true))?.unwrap_or_default(),
    };
    // What is still a draft is at most information, and nothing of it has a last day.
    let is_of_a_draft = || finding.severity == Severity::Info && finding.due.is_none();
    (!finding.draft || is_of_a_draft()).then_some(finding)
}

/// The facts that the rule declares, in their order; those that it may lack can be absent.
fn facts(stored: &Value<'_>, rule: &'static Meta, path: &Path) -> Option<Facts> {
    let members = stored.members()?;
    let mut given = members.iter().peekable();
    let mut facts = Vec::with_capacity(members.len());
    for (name, kind) in rule.facts {
        match given.next_if(|(key, _)| key == name) {
            Some((_, value)) => facts.push((*name, kind.read(value, path)?)),
            None if rule.may_lack.contains(name) => {}
            None => return None,
        }
    }
    given.next().is_none().then_some(Facts(facts))
}

fn related(stored: &Value<'_>, record: &'static Record) -> Option<Related> {
    let document = optional(stored, "document", document)?;
    let record = match &document {
        Some(document) => catalogue::record(document.kind)?,
        None => record,
    };
    Some(Related { role: word::<Part>(stored, "role")?, document, path: Path::parse(text(stored, "path")?, record)? })
}

fn waiver(stored: &Value<'_>) -> Option<Waived> {
    // A rulebook has no more waivers than a list has items.
    let index = number::<usize>(stored, "index").filter(|index| *index < MAX_ITEMS as usize)?;
    Some(Waived { index, until: day(stored, "until")? })
}

fn outcome(stored: &Value<'_>) -> Option<Outcome> {
    Some(Outcome {
        rule: rule(text(stored, "code")?)?,
        answer: word::<Answer>(stored, "outcome")?,
        reason: optional(stored, "reason", |reason| Reason::from_key(reason.text()?))?,
        by: optional(stored, "by", |by| Some(by.text().filter(|by| is_id(by))?.to_owned()))?,
        due: optional(stored, "due", |day| parse_date(day.text()?))?,
    })
}

fn unchecked(stored: &Value<'_>, record: &'static Record) -> Option<Unchecked> {
    let reason = text(stored, "reason")?;
    if let Some(rules) = stored.get("rules") {
        let kind = Kind::from_key(reason.strip_prefix("needs-")?)?;
        return Some(Unchecked::Needs { kind, rules: rules.list(|code| rule(code.text()?))? });
    }
    match reason {
        "over-limit" => stored.get("path").is_none().then_some(Unchecked::OverLimit),
        "unreadable-part" => Path::parse(text(stored, "path")?, record).map(Unchecked::Unreadable),
        _ => None,
    }
}

fn counts(stored: &Value<'_>) -> Option<Counts> {
    Some(Counts {
        error: number(stored, "error")?,
        warning: number(stored, "warning")?,
        info: number(stored, "info")?,
        waived: number(stored, "waived")?,
    })
}

/// A member that may be absent; refuses one that is there and cannot be read.
#[expect(clippy::option_option, reason = "the outer one refuses, the inner one is absent")]
fn optional<'v, 'a, T>(
    value: &'v Value<'a>,
    key: &str,
    read: impl FnOnce(&'v Value<'a>) -> Option<T>,
) -> Option<Option<T>> {
    match value.get(key) {
        Some(value) => read(value).map(Some),
        None => Some(None),
    }
}

/// The rule with exactly this code.
pub(super) fn rule(code: &str) -> Option<&'static Meta> {
    catalogue::find(code).filter(|rule| rule.code == code)
}

pub(super) fn text<'v>(value: &'v Value<'_>, key: &str) -> Option<&'v str> {
    value.get(key)?.text()
}

fn day(value: &Value<'_>, key: &str) -> Option<NaiveDate> {
    parse_date(text(value, key)?)
}

fn word<T: Closed>(value: &Value<'_>, key: &str) -> Option<T> {
    T::from_key(text(value, key)?)
}

/// A whole number of the type given.
pub(super) fn number<T: FromStr>(value: &Value<'_>, key: &str) -> Option<T> {
    value.get(key)?.whole()
}
