//! Reading back what was written: a report or a summary that was stored or sent to another process.

use std::str::FromStr;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    Answer, Counts, Facts, Finding, Lens, Path, Reason, Related, Report, RuleOutcome, RulebookName, Severity, Subject,
    Summary, Token, Unchecked, UncheckedReason, Verdict, Waived,
};
use crate::document::grammar::{Closed, Record, Shape};
use crate::document::parse_date;
use crate::error::Error;
use crate::json::{Look as _, Value, parse};
use crate::reading::PORTFOLIO;
use crate::rules::{Rule, catalogue};

impl Report {
    /// Reads back what [`Report::to_json`] wrote.
    ///
    /// # Errors
    /// `invalid-report` when the text is not a report of this version's rules.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        parse(text).and_then(|stored| report(&stored)).ok_or(Error::InvalidReport)
    }
}

impl Finding {
    pub(crate) fn restore(text: &str) -> Option<Self> {
        finding(&parse(text)?)
    }
}

impl Summary {
    /// Reads back what [`Summary::to_json`] wrote.
    ///
    /// # Errors
    /// `invalid-report` when the text is not a summary of this version's rules.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        parse(text).and_then(|stored| Self::restore(&stored)).ok_or(Error::InvalidReport)
    }
}

fn report(stored: &Value<'_>) -> Option<Report> {
    let (body, producer) = (stored.get("body")?, stored.get("producer")?);
    let of_this_format =
        text(body, "format")? == Report::FORMAT && text(producer, "engine")? == env!("CARGO_PKG_VERSION");
    let rulebook = body.get("rulebook")?;
    let name = RulebookName {
        id: text(rulebook, "id")?.to_owned(),
        version: text(rulebook, "version")?.to_owned(),
        fingerprint: text(producer, "fingerprint")?.to_owned(),
    };
    of_this_format.then_some(Report {
        rulebook: Arc::new(name),
        document_id: text(body.get("document")?, "id").map(str::to_owned),
        as_of: day(body, "asOf")?,
        lens: word::<Lens>(body, "lens")?,
        verdict: word::<Verdict>(body, "verdict")?,
        counts: counts(body.get("counts")?)?,
        findings: list(body, "findings", finding)?,
        outcomes: list(body, "outcomes", outcome)?,
        unchecked: list(body, "unchecked", unchecked)?,
    })
}

fn finding(stored: &Value<'_>) -> Option<Finding> {
    let rule = rule(text(stored, "code")?)?;
    let facts = stored.get("facts")?;
    let facts = rule.facts.iter().filter_map(|(name, kind)| Some((*name, kind.read(facts.get(name)?)?)));
    let subject = stored.get("subject")?;
    let waiver = |waiver: &Value<'_>| Some(Waived { index: number(waiver, "index")?, until: day(waiver, "until")? });
    let related = |related: &Value<'_>| {
        Some(Related { role: text(related, "role")?.to_owned().into(), path: path(text(related, "path")?)? })
    };
    Some(Finding {
        code: rule.code,
        name: rule.name,
        severity: word::<Severity>(stored, "severity")?,
        path: path(text(stored, "path")?)?,
        subject: Subject { kind: text(subject, "kind")?.to_owned().into(), id: text(subject, "id").map(str::to_owned) },
        facts: Facts(facts.collect()),
        related: if stored.get("related").is_some() { list(stored, "related", related)? } else { Vec::new() },
        waiver: stored.get("waiver").and_then(waiver),
        due: day(stored, "due"),
    })
}

fn outcome(stored: &Value<'_>) -> Option<RuleOutcome> {
    Some(RuleOutcome {
        code: rule(text(stored, "code")?)?.code,
        answer: word::<Answer>(stored, "outcome")?,
        reason: word::<Reason>(stored, "reason"),
        by: text(stored, "by").map(str::to_owned),
        due: day(stored, "due"),
    })
}

fn unchecked(stored: &Value<'_>) -> Option<Unchecked> {
    Some(Unchecked { reason: word::<UncheckedReason>(stored, "reason")?, path: path(text(stored, "path")?)? })
}

fn counts(stored: &Value<'_>) -> Option<Counts> {
    Some(Counts {
        error: number(stored, "error")?,
        warning: number(stored, "warning")?,
        info: number(stored, "info")?,
        waived: number(stored, "waived")?,
    })
}

/// A JSON Pointer whose members are those of the format.
fn path(pointer: &str) -> Option<Path> {
    let mut shape = Shape::Record(PORTFOLIO);
    let steps = pointer.split('/').skip(1).map(|step| {
        let (next, token) = if let Shape::Record(record) = shape {
            member(record, step)?
        } else if let Shape::List(item) = shape {
            (*item, Token::Item(step.parse().ok()?))
        } else {
            return None;
        };
        shape = next;
        Some(token)
    });
    steps.collect::<Option<_>>().map(Path)
}

fn member(record: &'static Record, name: &str) -> Option<(Shape, Token)> {
    let member = record.members.get(record.position(name)?)?;
    Some((member.shape, Token::Member(member.name)))
}

/// The rule with exactly this code.
pub(super) fn rule(code: &str) -> Option<&'static Rule> {
    catalogue::find(code).filter(|rule| rule.code == code)
}

fn text<'v>(value: &'v Value<'_>, key: &str) -> Option<&'v str> {
    value.get(key)?.text()
}

fn day(value: &Value<'_>, key: &str) -> Option<NaiveDate> {
    parse_date(text(value, key)?)
}

fn word<T: Closed>(value: &Value<'_>, key: &str) -> Option<T> {
    T::from_key(text(value, key)?)
}

/// A whole number of the type that is asked for.
pub(super) fn number<T: FromStr>(value: &Value<'_>, key: &str) -> Option<T> {
    value.get(key)?.whole()
}

fn list<T>(value: &Value<'_>, key: &str, read: impl Fn(&Value<'_>) -> Option<T>) -> Option<Vec<T>> {
    value.get(key)?.items()?.iter().map(read).collect()
}
