//! What can only be seen over the whole document: ids, references, periods, dates to come, blank texts, names
//! (TK-R011 to TK-R016, TK-R018, TK-R019). It knows no kind of document: a walk shows it what there is.

use std::cell::OnceCell;
use std::cmp::Ordering;

use chrono::{Days, NaiveDate};

use super::sift::{Found, finding};
use super::{Positions, rules, things};
use crate::documents::Document;
use crate::finding::{Fact, Facts, Meta, Part, Path, Related, facts};
use crate::grammar::{IdKind, Key, Mark, Record, Sections, See, Steps};
use crate::sort::{Listed as _, TextKey, ascending, sorted};
use crate::text::{look_of, says_something};

/// The most kinds of ids that there are.
const KINDS: usize = 64;

/// How many references there is room for from the beginning: a whole portfolio has some hundreds.
const MANY: usize = 256;

/// What is not known of a document that could not be read whole.
#[derive(Default)]
pub(super) struct Unread {
    /// The sections of which not all ids are known: a reference into them cannot be judged.
    pub(super) sections: Sections,
    /// The places of keys other than ids, in order: what is there is no key.
    pub(super) keys: Vec<Steps>,
}

/// Checks a document, in which blank ids, keys and days may take the place of what could not be read. Gives the things that
/// are unfit to be judged.
pub(super) fn check<'d, 'a: 'd, D: Document<'a>>(
    document: &'d D,
    as_of: NaiveDate,
    unread: &Unread,
    positions: &Positions,
    take: &mut super::sift::Take<'_>,
) -> Vec<Steps> {
    let mut told = Told { record: D::RECORD, positions, take, lost: Vec::new() };
    let mut seen = Seen {
        told: &mut told,
        holds: const { D::RECORD.holds() },
        unread,
        ids: std::array::from_fn(|_| Vec::new()),
        keys: Vec::new(),
        references: Vec::with_capacity(MANY),
        capitals: Vec::new(),
        people: People::default(),
    };
    document.walk(Mark::Plain, &mut Steps::ROOT.clone(), &mut seen);
    let Seen { holds, mut ids, keys, references, capitals, people, .. } = seen;
    twice(&mut ids, &mut told);
    keyed_twice(keys, &mut told);
    dangling(&ids, &references, unread.sections, &mut told);
    for (person, at) in people.other_names() {
        told.tell(&rules::TWO_GUISES, at, facts! { person: fact(person) });
    }
    if !capitals.is_empty() {
        let capitals = Capitals::of(capitals, &mut told);
        document.walk(Mark::Plain, &mut Steps::ROOT.clone(), &mut Twins { holds, capitals, told: &mut told });
    }
    let number = document.dated_after(as_of);
    if number > 0 {
        told.tell(&rules::DATED_LATER, Steps::ROOT, facts! { number: number, asOf: as_of });
    }
    document.stray_days(&mut |at, day, school_year| {
        let last = school_year.day_after().checked_sub_days(Days::new(1)).unwrap_or_default();
        told.tell(&rules::STRAY_DAY, at, facts! { day: day, first: school_year.first_day(), last: last });
    });
    told.lost
}

/// Takes findings and notes what they make unfit to be judged.
struct Told<'t, 's> {
    record: &'static Record,
    positions: &'t Positions,
    take: &'t mut super::sift::Take<'s>,
    lost: Vec<Steps>,
}

impl Told<'_, '_> {
    fn tell(&mut self, rule: &'static Meta, at: Steps, facts: Facts) {
        self.tell_with(rule, at, facts, None);
    }

    fn tell_with(&mut self, rule: &'static Meta, mut at: Steps, facts: Facts, related: Option<(Part, Steps)>) {
        self.positions.restore(&mut at);
        let mut finding = finding(rule, Path::new(self.record, at), facts);
        if let Some((role, mut at)) = related {
            self.positions.restore(&mut at);
            finding.related.push(Related { role, document: None, path: Path::new(self.record, at) });
        }
        (self.take)(Found { finding, key: None });
    }

    /// Tells it, and leaves the thing that it is about out of judging.
    #[cold]
    fn lose(&mut self, rule: &'static Meta, at: Steps, facts: Facts, related: Option<(Part, Steps)>) {
        self.tell_with(rule, at, facts, related);
        let mut thing = at;
        self.positions.restore(&mut thing);
        let thing = things::thing_at(self.record, thing);
        if self.lost.last() != Some(&thing) {
            self.lost.push(thing);
        }
    }
}

/// Whether a reference must lead to a thing in the document, which holds things known by ids of these kinds.
fn leads_inside(kind: IdKind, holds: u64) -> bool {
    kind.inside && holds >> kind.number & 1 == 1
}

/// For each kind of id, the sections in which things are known by it; none when the format has no such things.
fn held_in(record: &'static Record) -> [Option<Sections>; KINDS] {
    fn note(record: &'static Record, section: Sections, held: &mut [Option<Sections>; KINDS]) {
        for member in record.members {
            if let Some(kind) = member.declares()
                && let Some(held) = held.get_mut(usize::from(kind.number))
            {
                *held = Some(held.map_or(section, |other| other.and(section)));
            }
            if let Some(record) = member.shape.record() {
                note(record, section, held);
            }
        }
    }
    let mut held = [None; KINDS];
    for (at, member) in record.members.iter().enumerate() {
        if let Some(record) = member.shape.record() {
            note(record, Sections::at(at), &mut held);
        }
    }
    held
}

/// An id by which a thing is known, and where.
struct Known<'d> {
    id: TextKey<'d>,
    at: Steps,
}

/// An id that leads to a thing inside the document, and its place.
struct Reference<'d> {
    kind: IdKind,
    id: &'d str,
    at: Steps,
}

/// What a walk meets. What can be reported on the way is reported; the rest is gathered until all ids are known.
struct Seen<'s, 'd, 't, 'k> {
    told: &'s mut Told<'t, 'k>,
    /// The kinds of ids by which things in the document are known, as bits.
    holds: u64,
    unread: &'s Unread,
    /// By kind, every id by which a thing is known.
    ids: [Vec<Known<'d>>; KINDS],
    /// Every key that is no id: the list, the key, and where.
    keys: Vec<(Steps, Key, Steps)>,
    references: Vec<Reference<'d>>,
    capitals: Vec<(u8, &'d str, Steps)>,
    people: People<'d>,
}

impl<'d> Seen<'_, 'd, '_, '_> {
    fn note_capitals(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        if has_capitals(id) {
            self.capitals.push((kind.number, id, *at));
        }
    }
}

fn has_capitals(id: &str) -> bool {
    id.bytes().any(|byte| byte.is_ascii_uppercase())
}

impl<'d> See<'d> for Seen<'_, 'd, '_, '_> {
    fn defines(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        if id.is_empty() {
            return;
        }
        if let Some(known) = self.ids.get_mut(usize::from(kind.number)) {
            known.push(Known { id: TextKey::of(id), at: *at });
        }
        self.note_capitals(kind, id, at);
    }

    fn keyed(&mut self, key: Key, at: &Steps) {
        let mut place = *at;
        self.told.positions.restore(&mut place);
        if self.unread.keys.binary_search(&place).is_err() {
            self.keys.push((at.first(at.as_slice().len().saturating_sub(2)), key, *at));
        }
    }

    fn refers(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        if leads_inside(kind, self.holds) {
            self.references.push(Reference { kind, id, at: *at });
        } else {
            self.note_capitals(kind, id, at);
        }
    }

    fn period(&mut self, from: NaiveDate, until: Option<NaiveDate>, at: &Steps) {
        if let Some(until) = until.filter(|until| *until < from) {
            self.told.lose(&rules::PERIOD_REVERSED, *at, facts! { from: from, until: until }, None);
        }
    }

    fn person(&mut self, id: &'d str, name: Option<&'d str>, at: &Steps) {
        self.people.meet(id, name, at);
    }

    fn required_text(&mut self, text: &'d str, at: &Steps) {
        if !says_something(text) {
            let name = Path::new(self.told.record, *at).member();
            self.told.tell(&rules::BLANK_TEXT, *at, facts! { member: Fact::Name(name) });
        }
    }
}

/// An id as a fact: it was read as one.
fn fact(id: &str) -> Fact {
    Fact::Id(id.to_owned())
}

/// Sorts the ids of each kind and reports those that appear twice (TK-R011).
fn twice(ids: &mut [Vec<Known<'_>>; KINDS], told: &mut Told<'_, '_>) {
    for known in ids {
        if known.len() < 2 {
            continue;
        }
        let sorted = sorted(std::mem::take(known), |a, b| a.id.cmp(&b.id).then_with(|| a.at.cmp(&b.at)));
        for pair in sorted.windows(2) {
            if let [first, second] = pair
                && first.id == second.id
            {
                let facts = facts! { id: fact(second.id.text()) };
                told.lose(&rules::DUPLICATE_ID, second.at, facts, Some((Part::First, first.at)));
            }
        }
        *known = sorted;
    }
}

/// Reports what is known in its list by a key that another there has too (TK-R011).
fn keyed_twice(keys: Vec<(Steps, Key, Steps)>, told: &mut Told<'_, '_>) {
    for pair in sorted(keys, Ord::cmp).windows(2) {
        if let [(list, first, at), (other, second, second_at)] = pair
            && (list, first) == (other, second)
        {
            let member = Path::new(told.record, *second_at).member();
            let facts = facts! { id: fact(&second.to_string()), member: Fact::Name(member) };
            told.lose(&rules::DUPLICATE_ID, *second_at, facts, Some((Part::First, *at)));
        }
    }
}

/// Reports the references that lead nowhere (TK-R012), unless not all ids of their kind are known.
fn dangling(ids: &[Vec<Known<'_>>; KINDS], references: &[Reference<'_>], unread: Sections, told: &mut Told<'_, '_>) {
    // Where things of each kind are known, and their order without capitals: made when the first reference leads
    // nowhere, since in most documents none does.
    let holds = OnceCell::new();
    let mut without_capitals = Vec::new();
    for Reference { kind, id, at } in references {
        let number = usize::from(kind.number);
        let Some(known) = ids.get(number) else { continue };
        let sought = TextKey::of(id);
        let found = known.binary_search_by(|known| known.id.cmp(&sought)).ok().and_then(|found| known.get(found));
        if found.is_some_and(|known| !kind.local || known.at.first(2) == at.first(2)) {
            continue;
        }
        // The document can hold such things, and all sections that hold them were read.
        let held = holds.get_or_init(|| held_in(told.record)).get(number).copied().flatten();
        if held.is_some_and(|sections| !unread.overlap(sections)) {
            without_capitals.resize_with(KINDS, OnceCell::new);
            let twins = without_capitals.get(number).filter(|_| found.is_none());
            let facts = facts! { id: fact(id) }.and("nearest", twins.and_then(|order| twin(known, order, id)));
            told.lose(&rules::DANGLING_REFERENCE, *at, facts, None);
        }
    }
}

/// The first known id that differs from this one in capitals only. `order` keeps the order of the ids without capitals.
fn twin(known: &[Known<'_>], order: &OnceCell<Vec<usize>>, id: &str) -> Option<Fact> {
    let order = order.get_or_init(|| ascending(known, |a, b| without_capitals(a.id.text(), b.id.text())));
    let at = |at: &usize| known.get(*at).map_or("", |known| known.id.text());
    let first = order.get(order.partition_point(|one| without_capitals(at(one), id).is_lt()))?;
    Some(at(first)).filter(|twin| twin.eq_ignore_ascii_case(id)).map(fact)
}

/// A second walk, where there are ids with capitals: tells those without that have a twin with them (TK-R019).
struct Twins<'s, 'd, 't, 'k> {
    /// The kinds of ids by which things in the document are known, as bits.
    holds: u64,
    capitals: Capitals<'d>,
    told: &'s mut Told<'t, 'k>,
}

impl<'d> See<'d> for Twins<'_, 'd, '_, '_> {
    fn defines(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        self.capitals.meet(kind, id, at, self.told);
    }

    fn refers(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        if !leads_inside(kind, self.holds) {
            self.capitals.meet(kind, id, at, self.told);
        }
    }
}

/// The ids with capitals, each with the first place where it is written so, by kind and by what they are without
/// capitals.
struct Capitals<'d> {
    sorted: Vec<(u8, &'d str, Steps)>,
    /// Of which of them the twin without capitals was reported.
    told: Vec<bool>,
}

/// The order of ids in which capitals and small letters are the same.
fn without_capitals(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| {
        a.bytes().map(|byte| byte.to_ascii_lowercase()).cmp(b.bytes().map(|byte| byte.to_ascii_lowercase()))
    })
}

impl<'d> Capitals<'d> {
    /// Tells those that differ from one another in capitals only.
    fn of(capitals: Vec<(u8, &'d str, Steps)>, told: &mut Told<'_, '_>) -> Self {
        let same = |a: &(u8, &str, Steps), b: &(u8, &str, Steps)| a.0 == b.0 && without_capitals(a.1, b.1).is_eq();
        let order = |a: &(u8, &str, Steps), b: &(u8, &str, Steps)| {
            a.0.cmp(&b.0).then_with(|| without_capitals(a.1, b.1)).then_with(|| a.2.cmp(&b.2))
        };
        let sorted = sorted(capitals, order);
        let mut firsts = Vec::new();
        for twins in sorted.chunk_by(same) {
            let [first, rest @ ..] = twins else { continue };
            if let Some(other) = rest.iter().find(|other| other.1 != first.1) {
                tell_twins(told, first, other);
            }
            firsts.push(*first);
        }
        Self { told: vec![false; firsts.len()], sorted: firsts }
    }

    /// Tells an id without capitals that has a twin with them, once.
    fn meet(&mut self, kind: IdKind, id: &'d str, at: &Steps, told: &mut Told<'_, '_>) {
        if has_capitals(id) {
            return;
        }
        let found = self
            .sorted
            .binary_search_by(|(number, twin, _)| number.cmp(&kind.number).then_with(|| without_capitals(twin, id)));
        if let Ok(found) = found
            && let Some(twin) = self.sorted.get(found)
            && let Some(told_twin @ false) = self.told.get_mut(found)
        {
            *told_twin = true;
            let own = (kind.number, id, *at);
            if twin.2 < own.2 { tell_twins(told, twin, &own) } else { tell_twins(told, &own, twin) }
        }
    }
}

fn tell_twins(told: &mut Told<'_, '_>, first: &(u8, &str, Steps), other: &(u8, &str, Steps)) {
    let facts = facts! { id: fact(other.1), other: fact(first.1) };
    told.tell_with(&rules::CASE_TWINS, other.2, facts, Some((Part::First, first.2)));
}

/// How many people can be met without sorting them; less than a byte counts.
const SLOTS: usize = 128;

/// A name that is given with a person's id, and where.
#[derive(Clone, Copy)]
struct Named<'d> {
    person: &'d str,
    name: &'d str,
    at: Steps,
}

/// How the first name of a person looks, once another is compared with it: a long one is not looked into for each.
#[derive(Default)]
struct Look(OnceCell<Vec<char>>);

impl Look {
    /// Whether the other name looks like the first. Names that are written the same are not looked into.
    fn is_of(&self, first: &str, other: &str) -> bool {
        first == other || *self.0.get_or_init(|| look_of(first)) == look_of(other)
    }
}

/// The people of a document. Most are named many times, and always the same: each has a slot by its id, so that only
/// those who find theirs taken have to be sorted. Sorting all of them took 6 µs per portfolio.
struct People<'d> {
    /// The place in `met` of the person in each slot, counted from 1: to clear slots that hold the names took 2 µs.
    slots: [u8; SLOTS],
    met: Vec<(&'d str, &'d str)>,
    /// How the names of those look; empty until another name is compared with one.
    looks: Vec<Look>,
    others: Vec<Named<'d>>,
    other_names: Vec<Named<'d>>,
}

impl Default for People<'_> {
    fn default() -> Self {
        let met = Vec::with_capacity(SLOTS / 4);
        Self { slots: [0; SLOTS], met, looks: Vec::new(), others: Vec::new(), other_names: Vec::new() }
    }
}

impl<'d> People<'d> {
    fn meet(&mut self, person: &'d str, name: Option<&'d str>, at: &Steps) {
        let Some(name) = name.filter(|name| !person.is_empty() && says_something(name)) else { return };
        let named = Named { person, name, at: *at };
        let mixed = person.bytes().fold(0_usize, |mixed, byte| mixed.wrapping_mul(31).wrapping_add(byte.into()));
        let Some(slot) = self.slots.get_mut(mixed % SLOTS) else { return };
        let at = usize::from(*slot).checked_sub(1);
        match at.and_then(|at| Some((at, self.met.get(at)?))) {
            None => {
                self.met.push((person, name));
                *slot = u8::try_from(self.met.len()).unwrap_or_default();
            }
            Some((at, (first, first_name))) if *first == person => {
                let is_same = *first_name == name || {
                    self.looks.resize_with(SLOTS, Look::default);
                    self.looks.get(at).is_none_or(|look| look.is_of(first_name, name))
                };
                if !is_same {
                    self.other_names.push(named);
                }
            }
            _ => self.others.push(named),
        }
    }

    /// Each person with several names, and the place of the first name other than the first.
    fn other_names(self) -> Vec<(&'d str, Steps)> {
        let Self { others, mut other_names, .. } = self;
        let by_person = |named: Vec<Named<'d>>| sorted(named, |a, b| a.person.cmp(b.person));
        let same = |a: &Named<'_>, b: &Named<'_>| a.person == b.person;
        for mentions in by_person(others).chunk_by(same) {
            let [first, rest @ ..] = mentions else { continue };
            let look = Look::default();
            other_names.extend(rest.iter().find(|other| !look.is_of(first.name, other.name)));
        }
        by_person(other_names)
            .chunk_by(same)
            .filter_map(|names| names.first().map(|named| (named.person, named.at)))
            .listed()
    }
}
