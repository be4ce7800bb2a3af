//! The collecting path: every structural finding of a document at once, by walking its text beside its shape.
//!
//! It runs only when the fast path has failed. What cannot be read is cut out, at the smallest part that can be left
//! out: a list item or an optional member, else the whole document. The same fast path then reads the rest. For the
//! findings over the whole document only what is itself unfit is cut out, and that rest is read forgivingly.

use std::borrow::Cow;

use super::scan::{Kind, Node, Pair};
use super::{JsonType, Limits};
use crate::document::grammar::{Member, Record, Shape, Word};
use crate::document::{Decimal, SchoolYear, Sha256, is_id, parse_date};
use crate::json::{Reader, line_and_column};
use crate::order::sorted;
use crate::report::{Fact, Facts, Finding, Path, Severity, Token, Unchecked, UncheckedReason, facts, section_of};
use crate::rules::reading as codes;
use crate::rules::{Rule, Sections};

/// A list of which items are unfit, and the positions that they had, ascending.
#[derive(Debug)]
pub(super) struct CutList {
    list: Vec<Token>,
    positions: Vec<usize>,
}

/// What the walk found.
pub(super) struct Collected {
    pub(super) findings: Vec<Finding>,
    pub(super) unchecked: Vec<Unchecked>,
    pub(super) lost: Sections,
    /// The sections of which not all ids are known.
    pub(super) unread: Sections,
    pub(super) cut_lists: Vec<CutList>,
    /// The text without what was cut out; `None` when nothing can be read.
    pub(super) rest: Option<String>,
    /// The text without what is itself unfit, which may lack what the format requires; `None` when that is the same, or
    /// when the document is no object.
    pub(super) forgiven: Option<String>,
}

/// Walks a document's text beside its shape.
pub(super) fn collect(text: &str, tree: &Node, record: &'static Record, limits: &Limits) -> Collected {
    let newer = newer_format(text, tree, record);
    let mut walk = Walk {
        text,
        limits,
        lenient: newer,
        path: Vec::new(),
        cuts: Vec::new(),
        gaps: Vec::new(),
        out: Collected {
            findings: Vec::new(),
            unchecked: Vec::new(),
            lost: Sections::NONE,
            unread: Sections::NONE,
            cut_lists: Vec::new(),
            rest: None,
            forgiven: None,
        },
    };
    let fit = walk.value(&Shape::Record(record), tree);
    let Walk { cuts, gaps, mut out, .. } = walk;
    let without = |cuts| {
        let mut rest = String::with_capacity(text.len());
        emit(text, tree, &sorted(cuts, Ord::cmp), newer.then_some(record), &mut rest);
        rest
    };
    out.cut_lists = sorted(out.cut_lists, |a, b| a.list.cmp(&b.list));
    out.forgiven = (fit == Fit::Holed || fit == Fit::Whole && cuts != gaps).then(|| without(gaps));
    if fit == Fit::Whole {
        out.rest = Some(without(cuts));
    } else {
        out.lost = Sections::ALL;
        out.unchecked = vec![unread(Path::default())];
    }
    out
}

/// How a value can be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// As the format says, once what was cut out of it is gone.
    Whole,
    /// Only forgivingly: it lacks what the format requires.
    Holed,
    /// Not at all.
    Unfit,
}

fn unread(path: Path) -> Unchecked {
    Unchecked { reason: UncheckedReason::UnreadablePart, path }
}

/// Whether the document names a newer `@1.N` of its format, whose additions are no errors.
fn newer_format(text: &str, tree: &Node, record: &Record) -> bool {
    let Kind::Object(pairs) = &tree.kind else { return false };
    let Some(Member { shape: Shape::Format(name), .. }) = record.members.first() else { return false };
    let given = pairs.iter().find(|pair| slice(text, pair.key) == "format").and_then(|pair| string(text, &pair.value));
    given
        .as_deref()
        .and_then(|given| given.strip_prefix(name)?.strip_prefix('.'))
        .is_some_and(|minor| !minor.is_empty() && minor.len() <= 4 && minor.bytes().all(|byte| byte.is_ascii_digit()))
}

fn slice(text: &str, (start, end): (usize, usize)) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// The decoded string of a node; `None` when it is no string that can be decoded.
fn string<'t>(text: &'t str, node: &Node) -> Option<Cow<'t, str>> {
    matches!(node.kind, Kind::Text).then(|| Reader::new(slice(text, (node.start, node.end))).string()).flatten()
}

/// The key of a member; as it is written when it cannot be decoded.
fn key<'t>(text: &'t str, pair: &Pair) -> Cow<'t, str> {
    let raw = slice(text, pair.key);
    let decoded = raw.contains('\\').then(|| Reader::new(slice(text, (pair.start, pair.key.1 + 1))).string());
    decoded.flatten().unwrap_or(Cow::Borrowed(raw))
}

struct Walk<'t> {
    text: &'t str,
    limits: &'t Limits,
    /// Unknown members and values are warnings: the document is of a newer version.
    lenient: bool,
    path: Vec<Token>,
    /// First bytes of the pairs and items that are cut out.
    cuts: Vec<usize>,
    /// First bytes of those that are unfit themselves, so that they are no part of a forgiving reading either.
    gaps: Vec<usize>,
    out: Collected,
}

impl Walk<'_> {
    fn report(&mut self, rule: &'static Rule, facts: Facts) -> Fit {
        let mut finding = super::finding(rule, Path(self.path.clone()), facts);
        if self.lenient && matches!(rule.code, "TK-R004" | "TK-R006") {
            finding.severity = Severity::Warning;
        }
        self.out.findings.push(finding);
        Fit::Unfit
    }

    /// The section that the walk is in.
    fn section(&self) -> Sections {
        section_of(&self.path)
    }

    /// Cuts out the part that the path names.
    fn cut(&mut self, start: usize) {
        self.cuts.push(start);
        self.out.lost = self.out.lost.and(self.section());
        let path = Path(self.path.clone());
        // What was cut out of it before lies at the end, since the walk goes into a part before it leaves it.
        while self.out.unchecked.last().is_some_and(|part| part.path.tokens().starts_with(path.tokens())) {
            self.out.unchecked.pop();
        }
        self.out.unchecked.push(unread(path));
    }

    /// Leaves a part that is unfit itself out of a forgiving reading too.
    fn gap(&mut self, start: usize, shape: &Shape) {
        self.gaps.push(start);
        self.miss(shape);
    }

    /// Notes that what the path names is not there: with it, ids may be gone.
    fn miss(&mut self, shape: &Shape) {
        if matches!(self.path.last(), Some(Token::Member("id"))) || holds_ids(shape) {
            self.out.unread = self.out.unread.and(self.section());
        }
    }

    /// How the value can be read; reports everything in it that cannot.
    fn value(&mut self, shape: &Shape, node: &Node) -> Fit {
        if let Kind::TooDeep = node.kind {
            return self.too_deep();
        }
        match (shape, &node.kind) {
            (Shape::Record(record), Kind::Object(pairs)) => self.record(record, pairs),
            (Shape::List(item), Kind::List(items)) => self.list(item, items),
            (Shape::Flag, Kind::Flag) => Fit::Whole,
            (Shape::Whole { .. } | Shape::Decimal { .. }, Kind::Number) => self.number(shape, node),
            (
                Shape::Text
                | Shape::Id
                | Shape::Date
                | Shape::SchoolYear
                | Shape::Sha256
                | Shape::Format(_)
                | Shape::Word(_),
                Kind::Text,
            ) => self.text(shape, node),
            (Shape::Format(name), _) => {
                self.pass_by(node);
                self.report(&codes::UNKNOWN_FORMAT, facts! { supported: Fact::name(name) })
            }
            _ => {
                self.pass_by(node);
                let (expected, found) = (JsonType::of_shape(shape), JsonType::of_node(node));
                self.report(&codes::WRONG_TYPE, facts! { expected: expected, found: found })
            }
        }
    }

    fn too_deep(&mut self) -> Fit {
        let most = i64::from(self.limits.max_depth);
        self.report(&codes::OVER_LIMIT, facts! { limit: Fact::name("max_depth"), most: most })
    }

    /// A part that no shape is laid beside is held to the deepest level and to its keys all the same. What is in it has no
    /// name in the format, so that it is told at the part.
    fn pass_by(&mut self, node: &Node) {
        if reaches_too_deep(node) {
            self.too_deep();
        }
        self.keys_within(node);
    }

    fn keys_within(&mut self, node: &Node) {
        match &node.kind {
            Kind::List(items) => items.iter().for_each(|item| self.keys_within(item)),
            Kind::Object(pairs) => {
                self.distinct_keys(&mut pairs.iter());
                pairs.iter().for_each(|pair| self.keys_within(&pair.value));
            }
            Kind::Null | Kind::Flag | Kind::Number | Kind::Text | Kind::TooDeep => {}
        }
    }

    /// Reports each key that stands more than once among these members of one object.
    fn distinct_keys(&mut self, pairs: &mut dyn Iterator<Item = &Pair>) {
        let keys: Vec<Cow<'_, str>> = pairs.map(|pair| key(self.text, pair)).collect();
        let keys = sorted(keys.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), Ord::cmp);
        for same in keys.chunk_by(|a, b| a == b).filter(|same| same.len() > 1) {
            self.report(&codes::DUPLICATE_KEY, facts! { times: same.len() });
        }
    }

    fn number(&mut self, shape: &Shape, node: &Node) -> Fit {
        let hundredths = Decimal::parse(slice(self.text, (node.start, node.end))).map(Decimal::as_hundredths);
        let (least, most, step) = match shape.bounds() {
            Some((least, most, whole)) => (least, most, if whole { 100 } else { 1 }),
            None => return Fit::Whole,
        };
        if hundredths.is_some_and(|value| (least..=most).contains(&value) && value % step == 0) {
            return Fit::Whole;
        }
        let bound = |hundredths| Fact::Decimal(Decimal::hundredths(hundredths));
        self.report(&codes::OUT_OF_RANGE, facts! { least: bound(least), most: bound(most) })
    }

    fn text(&mut self, shape: &Shape, node: &Node) -> Fit {
        let Some(text) = string(self.text, node) else {
            let (line, column) = line_and_column(self.text, node.start);
            return self.report(&codes::MALFORMED_JSON, facts! { line: line, column: column });
        };
        let notation = |expected| facts! { expected: Fact::name(expected) };
        match shape {
            Shape::Id if !is_id(&text) => self.report(&codes::UNFIT_ID, Facts::default()),
            Shape::Date if parse_date(&text).is_none() => self.report(&codes::UNREAL_DATE, notation("YYYY-MM-DD")),
            Shape::SchoolYear if SchoolYear::parse(&text).is_none() => {
                self.report(&codes::UNREAL_DATE, notation("YYYY-YYYY"))
            }
            Shape::Sha256 if Sha256::parse(&text).is_none() => {
                self.report(&codes::UNKNOWN_VALUE, facts! { allowed: Fact::List(vec![Fact::name("[0-9a-f]{64}")]) })
            }
            Shape::Format(name) if text != *name && !self.lenient => {
                self.report(&codes::UNKNOWN_FORMAT, facts! { supported: Fact::name(name) })
            }
            Shape::Word(words) if words.iter().all(|word| word.key != text) => {
                self.report(&codes::UNKNOWN_VALUE, facts! { allowed: nearest_first(&text, words) })
            }
            Shape::Text
            | Shape::Id
            | Shape::Date
            | Shape::SchoolYear
            | Shape::Sha256
            | Shape::Format(_)
            | Shape::Flag
            | Shape::Whole { .. }
            | Shape::Decimal { .. }
            | Shape::Word(_)
            | Shape::List(_)
            | Shape::Record(_) => Fit::Whole,
        }
    }

    fn list(&mut self, shape: &Shape, items: &[Node]) -> Fit {
        if u32::try_from(items.len()).map_or(true, |items| items > self.limits.max_items) {
            if items.iter().any(reaches_too_deep) {
                self.too_deep();
            }
            items.iter().for_each(|item| self.keys_within(item));
            let most = i64::from(self.limits.max_items);
            return self.report(&codes::OVER_LIMIT, facts! { limit: Fact::name("max_items"), most: most });
        }
        let mut positions = Vec::new();
        for (position, item) in items.iter().enumerate() {
            self.path.push(Token::Item(position));
            let fit = self.value(shape, item);
            if fit != Fit::Whole {
                self.cut(item.start);
            }
            if fit == Fit::Unfit {
                self.gap(item.start, shape);
                positions.push(position);
            }
            self.path.pop();
        }
        if !positions.is_empty() {
            self.out.cut_lists.push(CutList { list: self.path.clone(), positions });
        }
        Fit::Whole
    }

    fn record(&mut self, record: &'static Record, pairs: &[Pair]) -> Fit {
        let keys: Vec<Option<usize>> = pairs.iter().map(|pair| record.position(&key(self.text, pair))).collect();
        self.distinct_keys(&mut pairs.iter().zip(&keys).filter(|(_, key)| key.is_none()).map(|(pair, _)| pair));
        let mut times = vec![0_usize; record.members.len()];
        for key in keys.iter().flatten() {
            times.get_mut(*key).into_iter().for_each(|times| *times += 1);
        }
        let mut whole = true;
        for (position, (pair, key)) in pairs.iter().zip(&keys).enumerate() {
            let Some(member) = key.and_then(|key| record.members.get(key)) else {
                self.unknown(record, position, pair);
                continue;
            };
            // Told at the first occurrence; none is left to tell at the others.
            let occurrences = key.and_then(|key| times.get_mut(key)).map_or(0, std::mem::take);
            self.path.push(Token::Member(member.name));
            if occurrences > 1 {
                self.report(&codes::DUPLICATE_KEY, facts! { times: occurrences });
                whole &= !member.required;
                self.pass_by(&pair.value);
                self.cut(pair.start);
                self.gap(pair.start, &member.shape);
            } else if occurrences == 0 {
                self.pass_by(&pair.value);
                self.cuts.push(pair.start);
                self.gaps.push(pair.start);
            } else if !matches!(pair.value.kind, Kind::Null) {
                let fit = self.value(&member.shape, &pair.value);
                if fit == Fit::Unfit {
                    self.gap(pair.start, &member.shape);
                }
                if fit != Fit::Whole && member.required {
                    whole = false;
                } else if fit != Fit::Whole {
                    self.cut(pair.start);
                }
            }
            self.path.pop();
        }
        for (at, member) in record.members.iter().enumerate().filter(|(_, member)| member.required) {
            let given = pairs.iter().zip(&keys).find(|(_, key)| **key == Some(at));
            if given.is_none_or(|(pair, _)| matches!(pair.value.kind, Kind::Null)) {
                self.path.push(Token::Member(member.name));
                if let Shape::Format(name) = member.shape {
                    self.report(&codes::UNKNOWN_FORMAT, facts! { supported: Fact::name(name) });
                } else {
                    self.report(&codes::MISSING_FIELD, facts! { member: Fact::name(member.name) });
                }
                // `null` is absent, but nothing that could be read.
                self.gaps.extend(given.map(|(pair, _)| pair.start));
                self.miss(&member.shape);
                self.path.pop();
                whole = false;
            }
        }
        if whole { Fit::Whole } else { Fit::Holed }
    }

    /// A member that the format does not have. Its name is never told; a near name of the format is.
    fn unknown(&mut self, record: &'static Record, position: usize, pair: &Pair) {
        let name = slice(self.text, pair.key);
        let near = record.members.iter().map(|member| (strsim::osa_distance(name, member.name), member.name));
        let near = near.min().filter(|(distance, near)| *distance <= near.len() / 3 + 1).map(|(_, near)| near);
        let known = match near {
            Some(near) => Fact::List(vec![Fact::name(near)]),
            None => Fact::List(record.members.iter().map(|member| Fact::name(member.name)).collect()),
        };
        if !self.limits.ignore_unknown {
            self.report(&codes::UNKNOWN_FIELD, facts! { position: position + 1, known: known });
        }
        self.pass_by(&pair.value);
        self.cuts.push(pair.start);
        self.gaps.push(pair.start);
        let section = match near {
            Some(name) if self.path.is_empty() => Sections::named(name),
            _ => self.section(),
        };
        if !self.limits.ignore_unknown && !self.lenient {
            self.out.lost = self.out.lost.and(section);
            // Ids may stand under a name that was misspelt.
            if record.members.iter().any(|member| Some(member.name) == near && holds_ids(&member.shape)) {
                self.out.unread = self.out.unread.and(section);
            }
        }
    }
}

/// Whether things with ids may stand in a value of this shape.
fn holds_ids(shape: &Shape) -> bool {
    if let Shape::List(item) = shape {
        return holds_ids(item);
    }
    let Shape::Record(record) = shape else { return false };
    record.members.iter().any(|member| member.name == "id" || holds_ids(&member.shape))
}

/// Whether something in this part lies below the deepest level; the scan itself went no deeper.
fn reaches_too_deep(node: &Node) -> bool {
    match &node.kind {
        Kind::TooDeep => true,
        Kind::List(items) => items.iter().any(reaches_too_deep),
        Kind::Object(pairs) => pairs.iter().any(|pair| reaches_too_deep(&pair.value)),
        Kind::Null | Kind::Flag | Kind::Number | Kind::Text => false,
    }
}

fn nearest_first(text: &str, words: &'static [Word]) -> Fact {
    let mut keys: Vec<&'static str> = words.iter().map(|word| word.key).collect();
    let near = keys.iter().enumerate().map(|(at, key)| (strsim::osa_distance(text, key), at)).min();
    if let Some((_, at)) = near.filter(|(distance, _)| *distance <= 3) {
        let key = keys.remove(at);
        keys.insert(0, key);
    }
    Fact::List(keys.into_iter().map(Fact::name).collect())
}

/// Writes the text without what was cut out, and with the format that this reader knows.
fn emit(text: &str, node: &Node, cuts: &[usize], format_of: Option<&Record>, out: &mut String) {
    let first = cuts.partition_point(|cut| *cut < node.start);
    let touched = format_of.is_some() || cuts.get(first).is_some_and(|cut| *cut < node.end);
    if !touched {
        return out.push_str(slice(text, (node.start, node.end)));
    }
    let kept = |start: usize| cuts.binary_search(&start).is_err();
    let mut separator = "";
    match &node.kind {
        Kind::List(items) => {
            out.push('[');
            for item in items.iter().filter(|item| kept(item.start)) {
                out.push_str(separator);
                separator = ",";
                emit(text, item, cuts, None, out);
            }
            out.push(']');
        }
        Kind::Object(pairs) => {
            out.push('{');
            for pair in pairs.iter().filter(|pair| kept(pair.start)) {
                out.push_str(separator);
                separator = ",";
                out.push_str(slice(text, (pair.start, pair.key.1 + 1)));
                out.push(':');
                let format = format_of.and_then(|record| record.members.first()).map(|member| member.shape);
                match format {
                    Some(Shape::Format(name)) if slice(text, pair.key) == "format" => {
                        out.push('"');
                        out.push_str(name);
                        out.push('"');
                    }
                    _ => emit(text, &pair.value, cuts, None, out),
                }
            }
            out.push('}');
        }
        Kind::Null | Kind::Flag | Kind::Number | Kind::Text | Kind::TooDeep => {
            out.push_str(slice(text, (node.start, node.end)));
        }
    }
}

/// Puts the positions of a path back to what they were before items were cut out of these lists, sorted by list.
pub(super) fn restore(path: &mut Path, cuts: &[CutList]) {
    for at in 0..path.0.len() {
        let (before, rest) = path.0.split_at_mut(at);
        if let Some(Token::Item(position)) = rest.first_mut()
            && let Ok(found) = cuts.binary_search_by(|cut| cut.list.as_slice().cmp(before))
            && let Some(CutList { positions, .. }) = cuts.get(found)
        {
            *position += cut_before(positions, *position);
        }
    }
}

/// How many items were cut out before the one that now has this position.
fn cut_before(cut: &[usize], position: usize) -> usize {
    let (mut least, mut most) = (0, cut.len());
    while least < most {
        let middle = least.midpoint(most);
        // Of the items before the cut, `middle` were cut out themselves.
        if cut.get(middle).is_some_and(|cut| cut - middle <= position) { least = middle + 1 } else { most = middle }
    }
    least
}
