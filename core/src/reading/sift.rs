//! The collecting path: every structural finding of a document in one go, by walking its tree along with its shape.
//!
//! It runs only when the fast path has failed. What cannot be read is marked in the tree. The smallest part that is
//! itself unfit is left out of reading; the thing that it belongs to, such as a placement or a piece of evidence, is
//! left out of judging, since a rule would say of a thing without one of its parts what is not so. The same fast path
//! then reads what is left: for what can only be seen over the whole document, and for the rules.

use std::borrow::Cow;

use super::tree::{Kind, Node, ROOT, Tree};
use super::{Limit, Limits, Notation, rules, things};
use crate::finding::{Fact, Facts, Finding, Meta, Path, Severity, Subject, SubjectKind, facts};
use crate::grammar::{Member, Record, Sections, Shape, Steps, Word};
use crate::json::line_and_column;
use crate::sort::{Listed as _, sorted};
use crate::values::{Decimal, SchoolYear, Sha256, is_id, parse_date};

/// A finding of reading, and the key that it is about where that is no place of the format.
pub(super) struct Found {
    pub(super) finding: Finding,
    #[cfg_attr(not(feature = "places"), expect(dead_code, reason = "places alone are told by it"))]
    pub(super) key: Option<Node>,
}

/// Takes what is found.
pub(super) type Take<'s> = dyn FnMut(Found) + 's;

/// What the walk found besides its findings.
pub(super) struct Sifted {
    /// Whether the rest can be judged: nothing is lacking that the format requires of the document itself.
    pub(super) judged: bool,
    /// Whether the rest can be read, if only forgivingly.
    pub(super) read: bool,
    /// The sections that lost something.
    pub(super) lost: Sections,
    /// The sections of which not all ids are known.
    pub(super) unread: Sections,
    /// The places of keys other than ids that are not known.
    pub(super) keyless: Vec<Steps>,
    /// The name of the format that this reader knows, where the document names a newer one.
    pub(super) format: Option<&'static str>,
    /// The things that are left out of judging, in the order of the text.
    pub(super) parts: Vec<Steps>,
}

/// How a value can be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// As the format says, once what was marked in it is left out.
    Whole,
    /// Only forgivingly: it lacks what the format requires.
    Holed,
    /// Not at all.
    Unfit,
}

/// What names the format of a document.
enum Format {
    /// Exactly this one.
    Same,
    /// A newer `@1.N`, whose additions are no errors.
    Newer,
    /// Another one, or none.
    Other,
}

/// How many changes a word of a closed list may be away to be meant.
const REACH: usize = 3;

/// Walks a document's tree along with the shape of its kind.
pub(super) fn sift(tree: &mut Tree<'_>, record: &'static Record, limits: &Limits, take: &mut Take<'_>) -> Sifted {
    let format = record.members.first().map(|member| member.shape);
    let name = if let Some(Shape::Format(name)) = format { name } else { "" };
    let mut walk = Walk {
        tree,
        record,
        limits,
        lenient: false,
        steps: Steps::ROOT,
        thing: None,
        declares: false,
        place: Place { byte: 0, line: 1, column: 1 },
        take,
        out: Sifted {
            judged: false,
            read: false,
            lost: Sections::NONE,
            unread: Sections::NONE,
            keyless: Vec::new(),
            format: None,
            parts: Vec::new(),
        },
    };
    match walk.format(name) {
        Format::Same => {}
        Format::Newer => {
            walk.lenient = true;
            walk.out.format = Some(name);
        }
        // Nothing else of it is of this format.
        Format::Other => {
            walk.steps.push(0);
            walk.report(&rules::UNKNOWN_FORMAT, facts! { supported: Fact::Name(name) }, None);
            walk.out.lost = Sections::ALL;
            walk.out.parts.push(Steps::ROOT);
            return walk.out;
        }
    }
    let fit = walk.value(&Shape::Record(record), ROOT);
    let mut out = walk.out;
    out.judged = fit == Fit::Whole;
    out.read = fit != Fit::Unfit;
    if !out.judged {
        out.lost = Sections::ALL;
        out.parts = vec![Steps::ROOT];
    }
    out
}

/// A thing that rules judge by itself: while the walk is in it, whatever cannot be read takes it along.
#[derive(Clone, Copy)]
struct Thing {
    /// Its node, or the node of its key.
    node: usize,
    /// Where it is.
    steps: Steps,
    /// Whether it is an object of its own, such as the specialisation, and no item of a list.
    is_object: bool,
    /// Whether it is left out of judging already.
    left_out: bool,
}

/// A place up to which lines were counted.
struct Place {
    byte: usize,
    line: usize,
    column: usize,
}

struct Walk<'w, 't, 's> {
    tree: &'w mut Tree<'t>,
    record: &'static Record,
    limits: &'w Limits,
    /// Unknown members and values are warnings: the document is of a newer version.
    lenient: bool,
    steps: Steps,
    thing: Option<Thing>,
    /// Whether the member that the walk is in declares ids: a list of them can lose one.
    declares: bool,
    place: Place,
    take: &'w mut Take<'s>,
    out: Sifted,
}

impl Walk<'_, '_, '_> {
    /// Which format the document names. What is no object is left to the walk.
    fn format(&self, name: &str) -> Format {
        if self.tree.node(ROOT).kind != Kind::Object {
            return Format::Same;
        }
        let key = self.tree.children(ROOT).find(|key| self.tree.member(*key, self.record) == Some(0));
        let Some(given) = key.and_then(|key| self.tree.string(key + 1)) else { return Format::Other };
        let minor = given.strip_prefix(name).and_then(|behind| behind.strip_prefix('.'));
        let is_number = |minor: &str| (1..=4).contains(&minor.len()) && minor.bytes().all(|byte| byte.is_ascii_digit());
        match minor {
            _ if given == name => Format::Same,
            Some(minor) if is_number(minor) => Format::Newer,
            _ => Format::Other,
        }
    }

    fn report(&mut self, rule: &'static Meta, facts: Facts, key: Option<usize>) -> Fit {
        let mut finding = finding(rule, Path::new(self.record, self.steps), facts);
        if self.lenient && (*rule == rules::UNKNOWN_FIELD || *rule == rules::UNKNOWN_VALUE) {
            finding.severity = Severity::Warning;
        }
        (self.take)(Found { finding, key: key.map(|key| self.tree.node(key)) });
        Fit::Unfit
    }

    /// The section that the walk is in.
    fn section(&self) -> Sections {
        self.steps.as_slice().first().map_or(Sections::NONE, |section| Sections::at(*section as usize))
    }

    /// Leaves a part out of judging: the thing that it belongs to, where it belongs to one.
    fn leave_out(&mut self, node: usize) {
        let (node, steps) = match &mut self.thing {
            Some(thing) if thing.left_out => return,
            Some(thing) => {
                thing.left_out = true;
                (thing.node, thing.steps)
            }
            None => (node, self.steps),
        };
        self.tree.mark(node, |node| node.unjudged = true);
        self.out.lost = self.out.lost.and(self.section());
        // What was left out of it before is at the end, since the walk goes into a part before it leaves it.
        while self.out.parts.last().is_some_and(|part| part.are_within(&steps)) {
            self.out.parts.pop();
        }
        self.out.parts.push(steps);
    }

    /// Notes that what was here is not known: with it, ids may be gone.
    fn miss(&mut self, shape: &Shape, declares: bool) {
        if declares || holds_ids(shape) {
            self.out.unread = self.out.unread.and(self.section());
        }
    }

    /// The same of a member of an object.
    fn miss_member(&mut self, member: &Member) {
        let declares = member.declares().is_some();
        self.miss(&member.shape, declares);
        if member.key && !declares {
            self.out.keyless.push(self.steps);
        }
    }

    /// How the value can be read; reports everything in it that cannot.
    fn value(&mut self, shape: &Shape, at: usize) -> Fit {
        match (shape, self.tree.node(at).kind) {
            (_, Kind::TooDeep) => self.too_deep(),
            (Shape::Record(record), Kind::Object) => self.record(record, at),
            (Shape::List(item), Kind::List) => self.list(item, at),
            (Shape::Flag, Kind::Flag) => Fit::Whole,
            (Shape::Whole { .. } | Shape::Decimal { .. }, Kind::Number) => self.number(shape, at),
            (
                Shape::Text
                | Shape::Id(_)
                | Shape::Date
                | Shape::SchoolYear
                | Shape::Sha256
                | Shape::Format(_)
                | Shape::Word(_),
                Kind::Text,
            ) => self.text(shape, at),
            _ => {
                self.pass_by(at);
                let (expected, found) = (shape.json_type(), self.tree.json_type(at));
                self.report(&rules::WRONG_TYPE, facts! { expected: expected, found: found }, None)
            }
        }
    }

    fn too_deep(&mut self) -> Fit {
        self.over(Limit::MaxDepth, self.limits.max_depth)
    }

    fn over(&mut self, limit: Limit, most: u32) -> Fit {
        self.report(&rules::OVER_LIMIT, facts! { limit: limit, most: most }, None)
    }

    /// A part that has no shape is checked for the limits and for its keys all the same. What is in it has no name in
    /// the format, so that it is reported at the part.
    fn pass_by(&mut self, at: usize) {
        let (mut too_deep, mut too_many) = (false, false);
        for at in self.tree.within(at) {
            match self.tree.node(at).kind {
                Kind::TooDeep => too_deep = true,
                Kind::List => too_many |= self.has_too_many(at),
                Kind::Object => {
                    too_many |= self.has_too_many(at);
                    let keys: Vec<usize> = self.tree.children(at).listed();
                    self.distinct(&keys);
                }
                Kind::Null | Kind::Flag | Kind::Number | Kind::Text | Kind::Key => {}
            }
        }
        if too_deep {
            self.too_deep();
        }
        if too_many {
            self.over(Limit::MaxItems, self.limits.max_items);
        }
    }

    fn has_too_many(&self, at: usize) -> bool {
        self.tree.children(at).nth(self.limits.max_items as usize).is_some()
    }

    /// Reports each key that appears more than once among these of one object, at its second place.
    fn distinct(&mut self, keys: &[usize]) {
        if keys.len() < 2 {
            return;
        }
        let texts: Vec<(Cow<'_, str>, usize)> = keys.iter().map(|key| (self.tree.key_text(*key), *key)).collect();
        let texts = sorted(texts, |a, b| a.0.cmp(&b.0));
        let mut again = Vec::new();
        for same in texts.chunk_by(|a, b| a.0 == b.0) {
            if let [_, (_, second), ..] = same {
                again.push((*second, same.len()));
            }
        }
        for (second, times) in sorted(again, Ord::cmp) {
            self.report(&rules::DUPLICATE_KEY, facts! { times: times }, Some(second));
        }
    }

    fn number(&mut self, shape: &Shape, at: usize) -> Fit {
        let hundredths = Decimal::parse(self.tree.slice(at)).map(Decimal::as_hundredths);
        let (least, most, step) = match shape.bounds() {
            Some((least, most, whole)) => (least, most, if whole { 100 } else { 1 }),
            None => return Fit::Whole,
        };
        if hundredths.is_some_and(|value| (least..=most).contains(&value) && value % step == 0) {
            return Fit::Whole;
        }
        let (least, most) = (Decimal::hundredths(least), Decimal::hundredths(most));
        self.report(&rules::OUT_OF_RANGE, facts! { least: least, most: most }, None)
    }

    /// Line and column of a node. The walk goes forward, so lines are counted from where they were counted before: once
    /// over the text, however many places are needed.
    fn line_and_column(&mut self, at: usize) -> (usize, usize) {
        let start = self.tree.node(at).start as usize;
        let between = self.tree.text.get(self.place.byte..start);
        if let Some(between) = between {
            let (more_lines, column) = line_and_column(between, between.len());
            self.place.column = if more_lines > 1 { column } else { self.place.column + column - 1 };
            self.place.line += more_lines - 1;
            self.place.byte = start;
        }
        (self.place.line, self.place.column)
    }

    fn text(&mut self, shape: &Shape, at: usize) -> Fit {
        let Some(text) = self.tree.string(at) else {
            let (line, column) = self.line_and_column(at);
            return self.report(&rules::MALFORMED_JSON, facts! { line: line, column: column }, None);
        };
        match shape {
            Shape::Id(_) if !is_id(&text) => self.report(&rules::UNFIT_ID, Facts::default(), None),
            Shape::Date if parse_date(&text).is_none() => {
                self.report(&rules::UNREAL_DATE, facts! { expected: Notation::Date }, None)
            }
            Shape::SchoolYear if SchoolYear::parse(&text).is_none() => {
                self.report(&rules::UNREAL_DATE, facts! { expected: Notation::SchoolYear }, None)
            }
            Shape::Sha256 if Sha256::parse(&text).is_none() => {
                self.report(&rules::UNKNOWN_VALUE, facts! { form: Notation::Sha256 }, None)
            }
            Shape::Word(list) if list.words.iter().all(|word| word.key != text) => {
                self.report(&rules::UNKNOWN_VALUE, facts! { allowed: nearest_first(&text, list.words) }, None)
            }
            Shape::Text
            | Shape::Id(_)
            | Shape::Date
            | Shape::SchoolYear
            | Shape::Sha256
            | Shape::Format(_)
            | Shape::Flag
            | Shape::Whole { .. }
            | Shape::Decimal { .. }
            | Shape::Word(_)
            | Shape::List(_)
            | Shape::Record(_)
            | Shape::Json => Fit::Whole,
        }
    }

    fn list(&mut self, shape: &Shape, at: usize) -> Fit {
        if self.has_too_many(at) {
            self.pass_by(at);
            return Fit::Unfit;
        }
        // What a section lists is a thing, also where nothing sets it apart, such as a meeting.
        let is_thing = shape.is_keyed() || self.steps.as_slice().len() == 1 && matches!(shape, Shape::Record(_));
        // One of several subjects can be left out by itself.
        let whole = self.thing.filter(|thing| thing.is_object && shape.record().is_none());
        if whole.is_some() {
            self.thing = None;
        }
        let mut next = self.tree.children(at).next();
        let mut position = 0;
        while let Some(item) = next {
            self.steps.push(position);
            let begins = is_thing && self.thing.is_none();
            if begins {
                self.thing = Some(Thing { node: item, steps: self.steps, is_object: false, left_out: false });
            }
            let fit = self.value(shape, item);
            if fit != Fit::Whole {
                self.leave_out(item);
            }
            if fit == Fit::Unfit {
                self.tree.mark(item, |node| node.unread = true);
                self.miss(shape, self.declares);
            }
            if begins {
                self.thing = None;
            }
            self.steps.pop();
            position += 1;
            next = self.tree.within(at).contains(&self.tree.within(item).end).then_some(self.tree.within(item).end);
        }
        if whole.is_some() {
            self.thing = whole;
        }
        Fit::Whole
    }

    fn record(&mut self, record: &'static Record, at: usize) -> Fit {
        if self.has_too_many(at) {
            self.pass_by(at);
            return Fit::Unfit;
        }
        let keys: Vec<usize> = self.tree.children(at).listed();
        let members: Vec<Option<usize>> = keys.iter().map(|key| self.tree.member(*key, record)).collect();
        let unknown: Vec<usize> =
            keys.iter().zip(&members).filter(|(_, at)| at.is_none()).map(|(key, _)| *key).listed();
        self.distinct(&unknown);
        let mut times = vec![0_usize; record.members.len()];
        for member in members.iter().flatten() {
            times.get_mut(*member).into_iter().for_each(|times| *times += 1);
        }
        let mut whole = true;
        for (position, (key, at)) in keys.iter().zip(&members).enumerate() {
            let Some((at, member)) = at.and_then(|at| Some((at, record.members.get(at)?))) else {
                self.unknown(record, position, *key);
                continue;
            };
            // Told at the first occurrence; none is left to tell at the others.
            let occurrences = times.get_mut(at).map_or(0, std::mem::take);
            self.steps.push(at);
            whole &= match occurrences {
                0 => self.repeated(*key),
                1 => self.member(member, *key),
                _ => {
                    let second = keys.iter().zip(&members).filter(|(_, other)| **other == Some(at)).nth(1);
                    let second = second.map_or(*key, |(key, _)| *key);
                    self.report(&rules::DUPLICATE_KEY, facts! { times: occurrences }, Some(second));
                    self.pass_by(*key + 1);
                    self.leave_out(*key);
                    self.tree.mark(*key, |node| node.unread = true);
                    self.miss_member(member);
                    !member.required
                }
            };
            self.steps.pop();
        }
        for (at, member) in record.members.iter().enumerate().filter(|(_, member)| member.required) {
            let given = keys.iter().zip(&members).find(|(_, other)| **other == Some(at)).map(|(key, _)| *key);
            if given.is_none_or(|key| self.tree.node(key + 1).kind == Kind::Null) {
                self.steps.push(at);
                self.report(&rules::MISSING_FIELD, facts! { member: Fact::Name(member.name) }, None);
                // `null` counts as absent, but nothing that could be read.
                if let Some(key) = given {
                    self.tree.mark(key, |node| node.unread = true);
                }
                self.miss_member(member);
                self.steps.pop();
                whole = false;
            }
        }
        if whole { Fit::Whole } else { Fit::Holed }
    }

    /// A member that appears here again; it was reported where it appears first.
    fn repeated(&mut self, key: usize) -> bool {
        self.pass_by(key + 1);
        self.tree.mark(key, |node| (node.unjudged, node.unread) = (true, true));
        true
    }

    /// A member of the format. Gives whether the record can be judged with what it leaves.
    fn member(&mut self, member: &'static Member, key: usize) -> bool {
        if self.tree.node(key + 1).kind == Kind::Null {
            return true;
        }
        // An optional object is a thing by itself, unless it only holds others.
        let begins = self.thing.is_none() && things::is_object(member);
        if begins {
            self.thing = Some(Thing { node: key, steps: self.steps, is_object: true, left_out: false });
        }
        let outer = std::mem::replace(&mut self.declares, member.declares().is_some());
        let fit = self.value(&member.shape, key + 1);
        self.declares = outer;
        if fit == Fit::Unfit {
            self.tree.mark(key, |node| node.unread = true);
            self.miss_member(member);
        }
        if fit != Fit::Whole && !member.required {
            self.leave_out(key);
        }
        if begins {
            self.thing = None;
        }
        fit == Fit::Whole || !member.required
    }

    /// A member that the format does not have. The finding never repeats its name; it gives a near name of the format.
    fn unknown(&mut self, record: &'static Record, position: usize, key: usize) {
        let names = || record.members.iter().map(|member| member.name);
        let name = self.tree.short_key(key);
        let near = name.and_then(|name| nearest(&name, names().map(|name| (name, name.len() / 3 + 1))));
        let near = near.and_then(|near| record.members.iter().enumerate().find(|(_, member)| member.name == near));
        self.pass_by(key + 1);
        if self.limits.ignore_unknown {
            self.tree.mark(key, |node| (node.unjudged, node.unread) = (true, true));
            return;
        }
        let all = || Fact::List(names().map(Fact::Name).collect());
        let known = if near.is_none() { Some(all()) } else { None };
        let facts = facts! { position: position + 1 }.and("near", near.map(|(_, near)| Fact::Name(near.name)));
        self.report(&rules::UNKNOWN_FIELD, facts.and("known", known), Some(key));
        self.tree.mark(key, |node| (node.unjudged, node.unread) = (true, true));
        if self.lenient {
            return;
        }
        // At the root it can be a section whose name was misspelt, with the ids in it.
        let section = match near {
            Some((at, _)) if self.steps.as_slice().is_empty() => Sections::at(at),
            _ => self.section(),
        };
        self.out.lost = self.out.lost.and(section);
        if self.thing.is_some() {
            self.leave_out(key);
        }
        if near.is_some_and(|(_, near)| near.declares().is_some() || holds_ids(&near.shape)) {
            self.out.unread = self.out.unread.and(section);
        }
    }
}

/// Whether a value of this shape may contain things with ids.
fn holds_ids(shape: &Shape) -> bool {
    shape.record().is_some_and(|record| record.holds() != 0)
}

/// The nearest of some names, each of which is near enough within a number of changes; of those as near the first by
/// name.
fn nearest<'n>(text: &str, names: impl Iterator<Item = (&'n str, usize)>) -> Option<&'n str> {
    let (length, letters) = (text.chars().count(), letters(text));
    let mut nearest: Option<(usize, &str)> = None;
    for (name, most) in names {
        // A change makes a name one longer or shorter at most, and takes or gives two letters at most: few are
        // compared.
        let most = nearest.map_or(most, |(distance, _)| distance.min(most));
        let far = (letters ^ self::letters(name)).count_ones().div_ceil(2) as usize;
        if length.abs_diff(name.len()).max(far) <= most {
            let found = (strsim::osa_distance(text, name), name);
            nearest = nearest.into_iter().chain(Some(found).filter(|(distance, _)| *distance <= most)).min();
        }
    }
    nearest.map(|(_, name)| name)
}

/// Which letters a text has, as bits; some share one.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) & 63))
}

/// The words of a list, the nearest first where one is near.
fn nearest_first(text: &str, words: &'static [Word]) -> Fact {
    let near = nearest(text, words.iter().map(|word| (word.key, REACH)));
    let others = words.iter().map(|word| word.key).filter(|key| Some(*key) != near);
    Fact::List(near.into_iter().chain(others).map(Fact::Name).collect())
}

/// A finding of reading. It is about the document itself, whose id is known when it has been read.
pub(super) fn finding(rule: &'static Meta, path: Path, facts: Facts) -> Finding {
    Finding {
        rule,
        severity: rule.severity.unwrap_or(Severity::Info),
        path,
        subject: Subject::of(SubjectKind::Portfolio),
        facts,
        related: Vec::new(),
        waiver: None,
        due: None,
        draft: false,
    }
}
