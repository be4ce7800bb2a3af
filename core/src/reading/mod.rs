//! Reading a document: a fast path that only says yes or no, and a collecting path that says all that is wrong.

mod checks;
mod collect;
mod scan;

use crate::document::Portfolio;
use crate::document::grammar::{MAX_ITEMS, Record, Shape, Wire, closed};
use crate::error::NotAPortfolio;
use crate::json::{Reader, line_and_column};
use crate::order::ascending;
use crate::report::{Fact, Facts, Finding, Path, Subject, Token, Unchecked, UncheckedReason, facts};
use crate::rules::reading as codes;
use crate::rules::{Rule, Sections};
use chrono::NaiveDate;
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

/// How deep a document may go, unless a rulebook says less (TK-R010).
pub(crate) const MAX_DEPTH: u32 = 64;

/// Limits of reading (TK-R010) and what to do with unknown members (TK-R004).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) max_bytes: u32,
    pub(crate) max_depth: u32,
    pub(crate) max_items: u32,
    pub(crate) ignore_unknown: bool,
}

/// What reading a document gave.
pub(crate) struct Reading<'t> {
    /// What could be read; `None` when nothing could.
    pub(crate) document: Option<&'t Portfolio<'t>>,
    /// What is held against TK-R011 to TK-R016: the same, with the parts that only lack something and are not judged.
    forgiven: Option<&'t Portfolio<'t>>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) unchecked: Vec<Unchecked>,
    pub(crate) lost: Sections,
    /// The sections of which not all ids are known.
    unread: Sections,
    cut_lists: Vec<collect::CutList>,
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
    /// When the text is not a portfolio. The error says where, and no more: what is wrong is told by validating it.
    pub fn from_json(text: &'a str) -> Result<Self, NotAPortfolio> {
        let mut reader = Reader::new(text);
        fast(&mut reader).ok_or_else(|| {
            let Fault { line, column, .. } = Fault::at(text, reader.at());
            NotAPortfolio { line, column }
        })
    }
}

/// The fast path: one typed, borrowing parse.
fn fast<'a>(reader: &mut Reader<'a>) -> Option<Portfolio<'a>> {
    let portfolio = Portfolio::read(reader)?;
    reader.end()?;
    Some(portfolio)
}

/// Reads a portfolio, the fast path first, and hands it on: what was read may borrow from a text that is made here.
pub(crate) fn read<T>(bytes: &[u8], limits: &Limits, then: impl FnOnce(Reading<'_>) -> T) -> T {
    if u32::try_from(bytes.len()).map_or(true, |length| length > limits.max_bytes) {
        let facts = facts! { limit: Fact::name("max_bytes"), most: i64::from(limits.max_bytes) };
        return then(Reading::nothing(&codes::OVER_LIMIT, facts));
    }
    let not_json =
        |Fault { line, column, .. }| Reading::nothing(&codes::MALFORMED_JSON, facts! { line: line, column: column });
    let text = match text_of(bytes) {
        Ok(text) => text,
        Err(fault) => return then(not_json(fault)),
    };
    if (limits.max_items, limits.max_depth) == (MAX_ITEMS, MAX_DEPTH)
        && let Some(document) = fast(&mut Reader::new(text))
    {
        return then(Reading::of(&document));
    }
    if let Err(fault) = well_formed(text) {
        return then(not_json(fault));
    }
    let collected = collect::collect(text, &scan::scan(text, limits.max_depth), PORTFOLIO, limits);
    let document = collected.rest.as_deref().and_then(|rest| fast(&mut Reader::new(rest)));
    let forgiven = collected.forgiven.as_deref().and_then(|rest| fast(&mut Reader::forgiving(rest)));
    let lost = if document.is_none() { Sections::ALL } else { collected.lost };
    then(Reading {
        document: document.as_ref(),
        forgiven: forgiven.as_ref().or(document.as_ref()),
        findings: collected.findings,
        unchecked: collected.unchecked,
        lost,
        unread: collected.unread,
        cut_lists: collected.cut_lists,
    })
}

/// Where a text ceases to be JSON: line and column from 1, and the byte from 0.
struct Fault {
    line: usize,
    column: usize,
    byte: usize,
}

impl Fault {
    fn at(text: &str, byte: usize) -> Self {
        let (line, column) = line_and_column(text, byte);
        Self { line, column, byte }
    }
}

/// The bytes as text, without the byte order mark that office software likes to begin with (RFC 8259, section 8.1).
fn text_of(bytes: &[u8]) -> Result<&str, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).and_then(|bytes| std::str::from_utf8(bytes).ok());
        Fault::at(valid.unwrap_or_default(), error.valid_up_to())
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Whether a text is JSON.
fn well_formed(text: &str) -> Result<(), Fault> {
    let mut reader = Reader::new(text);
    reader.skip().and_then(|()| reader.end()).ok_or_else(|| Fault::at(text, reader.at()))
}

impl<'t> Reading<'t> {
    /// Nothing could be read, for one reason.
    fn nothing(rule: &'static Rule, facts: Facts) -> Self {
        Self {
            document: None,
            forgiven: None,
            findings: vec![finding(rule, Path::default(), facts)],
            unchecked: vec![Unchecked { reason: UncheckedReason::UnreadablePart, path: Path::default() }],
            lost: Sections::ALL,
            unread: Sections::ALL,
            cut_lists: Vec::new(),
        }
    }

    /// A document that was read elsewhere.
    pub(crate) fn of(document: &'t Portfolio<'t>) -> Self {
        Self {
            document: Some(document),
            forgiven: Some(document),
            findings: Vec::new(),
            unchecked: Vec::new(),
            lost: Sections::NONE,
            unread: Sections::NONE,
            cut_lists: Vec::new(),
        }
    }

    /// What can only be seen over the whole document: TK-R011 to TK-R016.
    pub(crate) fn check(&mut self, as_of: NaiveDate) {
        let Some(document) = self.forgiven else { return };
        let (mut findings, lost) = checks::check(document, as_of, self.unread);
        if !self.cut_lists.is_empty() {
            for finding in &mut findings {
                collect::restore(&mut finding.path, &self.cut_lists);
                finding.related.iter_mut().for_each(|related| collect::restore(&mut related.path, &self.cut_lists));
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
        subject: Subject { kind: "portfolio".into(), id: None },
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

/// The places of paths in a text; a path to an absent member gives the place of its parent, and every path into a text
/// that is not JSON the place where it ceases to be that.
pub(crate) fn places<'p>(bytes: &[u8], paths: impl Iterator<Item = &'p Path>) -> Vec<Place> {
    let skipped = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    let json = text_of(bytes).and_then(|json| well_formed(json).map(|()| json));
    let tree = json.map(|json| (json, scan::scan(json, MAX_DEPTH)));
    let (json, tree) = match tree {
        Ok(tree) => tree,
        Err(Fault { line, column, byte }) => {
            let start = byte + skipped;
            return paths.map(|_| Place { line, column, start, end: start }).collect();
        }
    };
    let mut places: Vec<Place> = paths
        .map(|path| {
            let node = path.tokens().iter().try_fold(&tree, |node, token| {
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
            Place { line: 1, column: 1, start: node.start, end: node.end }
        })
        .collect();
    // One sweep over the text, however many places there are.
    let (mut byte, mut line, mut column) = (0, 1, 1);
    for at in ascending(&places, |a, b| a.start.cmp(&b.start)) {
        let Some(place) = places.get_mut(at) else { continue };
        let (more_lines, last) = line_and_column(json.get(byte..).unwrap_or_default(), place.start - byte);
        column = if more_lines > 1 { last } else { column + last - 1 };
        (byte, line) = (place.start, line + more_lines - 1);
        *place = Place { line, column, start: place.start + skipped, end: place.end + skipped };
    }
    places
}
