//! Reading a document: a fast path that only says yes or no, and a collecting path that says all that is wrong.

mod checks;
mod collect;
mod scan;

use chrono::NaiveDate;
use serde::de::IgnoredAny;

use crate::document::Portfolio;
use crate::document::grammar::{MAX_ITEMS, Record, Shape, Wire, closed};
use crate::report::{Fact, Facts, Finding, Path, Subject, Token, Unchecked, facts};
use crate::rules::reading as codes;
use crate::rules::{Rule, Sections};
use scan::{Kind, Node};

closed! {
    /// A type of JSON value.
    JsonType {
        Object = "object", "een object", "an object";
        List = "list", "een lijst", "a list";
        Text = "text", "een tekst", "a text";
        Number = "number", "een getal", "a number";
        Flag = "true-or-false", "`true` of `false`", "`true` or `false`";
        Null = "null", "niets", "nothing";
    }
}

impl JsonType {
    fn of_shape(shape: &Shape) -> Self {
        match shape {
            Shape::Record(_) => Self::Object,
            Shape::List(_) => Self::List,
            Shape::Flag => Self::Flag,
            Shape::Whole { .. } | Shape::Decimal { .. } => Self::Number,
            Shape::Text
            | Shape::Id
            | Shape::Date
            | Shape::SchoolYear
            | Shape::Sha256
            | Shape::Format(_)
            | Shape::Word(_) => Self::Text,
        }
    }

    fn of_node(node: &Node) -> Self {
        match node.kind {
            Kind::Object(_) | Kind::TooDeep => Self::Object,
            Kind::List(_) => Self::List,
            Kind::Text => Self::Text,
            Kind::Number => Self::Number,
            Kind::Flag => Self::Flag,
            Kind::Null => Self::Null,
        }
    }
}

/// Limits of reading (TK-R010) and what to do with unknown members (TK-R004).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) max_bytes: usize,
    pub(crate) max_items: usize,
    pub(crate) ignore_unknown: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 64 << 20, max_items: MAX_ITEMS, ignore_unknown: false }
    }
}

/// What reading a document gave.
pub(crate) struct Reading<'t> {
    /// The text that the document borrows from, when parts had to be cut out.
    pub(crate) document: Option<Portfolio<'t>>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) unchecked: Vec<Unchecked>,
    pub(crate) lost: Sections,
    cut_items: Vec<collect::CutItem>,
}

/// The shape of a portfolio.
pub(crate) const PORTFOLIO: &Record = if let Shape::Record(record) = <Portfolio<'static> as Wire<'static>>::SHAPE {
    record
} else {
    &Record::new("", "", &[])
};

impl<'a> Portfolio<'a> {
    /// Reads a portfolio, borrowing its texts.
    ///
    /// # Errors
    /// When the text is not a portfolio. The error says no more: what is wrong, and where, is told by validating it.
    pub fn from_json(text: &'a str) -> Result<Self, serde_json::Error> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let portfolio = Self::read(&mut reader)?;
        reader.end()?;
        Ok(portfolio)
    }
}

/// Reads a portfolio; the fast path first.
pub(crate) fn read<'t>(bytes: &'t [u8], limits: &Limits) -> Reading<'t> {
    let mut reading = Reading {
        document: None,
        findings: Vec::new(),
        unchecked: Vec::new(),
        lost: Sections::ALL,
        cut_items: Vec::new(),
    };
    let unreadable = |mut reading: Reading<'t>, rule, facts| {
        reading.findings.push(finding(rule, Path::default(), facts));
        reading.unchecked.push(Unchecked { reason: "unreadable-part", path: Path::default() });
        reading
    };
    if bytes.len() > limits.max_bytes {
        let facts = facts! { limit: Fact::Name("max_bytes"), most: limits.max_bytes };
        return unreadable(reading, &codes::OVER_LIMIT, facts);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).and_then(|bytes| std::str::from_utf8(bytes).ok());
            let (line, column) = scan::line_and_column(valid.unwrap_or_default(), error.valid_up_to());
            return unreadable(reading, &codes::MALFORMED_JSON, facts! { line: line, column: column });
        }
    };
    // Office software likes to begin a text with a byte order mark; RFC 8259 lets a reader pass it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let default_limits = limits.max_items == MAX_ITEMS;
    if let Some(document) = default_limits.then(|| Portfolio::from_json(text).ok()).flatten() {
        reading.document = Some(document);
        reading.lost = Sections::NONE;
        return reading;
    }
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        let facts = facts! { line: error.line(), column: error.column() };
        return unreadable(reading, &codes::MALFORMED_JSON, facts);
    }
    let collected = collect::collect(text, &scan::scan(text), PORTFOLIO, limits);
    reading.document = collected.rest.and_then(|rest| Portfolio::from_json(&rest).ok().map(Wire::into_owned));
    reading.findings = collected.findings;
    reading.unchecked = collected.unchecked;
    reading.lost = collected.lost;
    reading.cut_items = collected.cut_items;
    if reading.document.is_none() {
        reading.lost = Sections::ALL;
    }
    reading
}

impl<'t> Reading<'t> {
    /// A document that was read elsewhere.
    pub(crate) fn of(document: Portfolio<'t>) -> Self {
        Self {
            document: Some(document),
            findings: Vec::new(),
            unchecked: Vec::new(),
            lost: Sections::NONE,
            cut_items: Vec::new(),
        }
    }

    /// What can only be seen over the whole document: TK-R011 to TK-R016.
    pub(crate) fn check(&mut self, as_of: NaiveDate) {
        let Some(document) = &self.document else { return };
        let unread = self.lost;
        let (mut findings, lost) = checks::check(document, as_of, unread);
        if !self.cut_items.is_empty() {
            for finding in &mut findings {
                collect::restore(&mut finding.path, &self.cut_items);
                finding.related.iter_mut().for_each(|related| collect::restore(&mut related.path, &self.cut_items));
            }
        }
        self.findings.append(&mut findings);
        self.lost = self.lost.and(lost);
    }
}

pub(crate) fn finding(rule: &'static Rule, path: Path, facts: Facts) -> Finding {
    Finding {
        code: rule.code,
        name: rule.name,
        severity: rule.severity,
        path,
        subject: Subject { kind: "portfolio", id: None },
        facts,
        related: Vec::new(),
        waiver: None,
        due: None,
    }
}

/// Where a finding lies in the text of its document: line and column from 1, and bytes from 0, `end` not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// First byte, from 0.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

/// The places of paths in a text; a path to an absent member gives the place of its parent.
pub(crate) fn places<'p>(bytes: &[u8], paths: impl Iterator<Item = &'p Path>) -> Vec<Option<Place>> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let skipped = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let json = text.get(skipped..).filter(|json| serde_json::from_str::<IgnoredAny>(json).is_ok());
    let tree = json.map(|json| (json, scan::scan(json)));
    paths
        .map(|path| {
            let (json, tree) = tree.as_ref()?;
            let node = path.tokens().iter().try_fold(tree, |node, token| {
                let next = match (&node.kind, token) {
                    (Kind::Object(pairs), Token::Member(name)) => {
                        pairs.iter().find(|pair| json.get(pair.key.0..pair.key.1) == Some(name)).map(|pair| &pair.value)
                    }
                    (Kind::List(items), Token::Item(position)) => items.get(*position),
                    _ => None,
                };
                next.ok_or(node)
            });
            let (Ok(node) | Err(node)) = node;
            let (line, column) = scan::line_and_column(json, node.start);
            Some(Place { line, column, start: node.start + skipped, end: node.end + skipped })
        })
        .collect()
}
