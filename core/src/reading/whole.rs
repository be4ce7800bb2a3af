//! What can only be seen over the whole document: ids, references, periods, dates to come, blank texts, names
//! (TK-R011 to TK-R016, TK-R018, TK-R019). It knows no kind of document: a walk shows it what there is.

use std::cell::OnceCell;
use std::cmp::Ordering;

use chrono::{Days, NaiveDate};

use super::sift::{Found, finding};
use super::{Positions, rules, things};
use crate::documents::Document;
use crate::finding::{Fact, Facts, Meta, Part, Path, Related, facts};
use crate::grammar::{IdKind, Mark, Record, Sections, See, Shape, Steps};
use crate::sort::{ascending, sorted};
use crate::text::{look_of, says_something};

/// The most kinds of ids that there are.
const KINDS: usize = 64;

/// Checks a document, in which blank ids and days may stand for what could not be read. `unread` are the sections of which
/// not all ids are known: a reference into them cannot be judged. Gives the things that are unfit to be judged.
pub(super) fn check<'d, 'a: 'd, D: Document<'a>>(
    document: &'d D,
    as_of: NaiveDate,
    unread: Sections,
    positions: &Positions,
    take: &mut super::sift::Take<'_>,
) -> Vec<Steps> {
    let mut told = Told { record: D::RECORD, positions, take, lost: Vec::new() };
    let mut ids = Ids { of: std::array::from_fn(|_| Vec::new()), capitals: Vec::new(), people: People::default() };
    document.walk(Mark::Plain, &mut Steps::ROOT.clone(), &mut ids);
    ids.twice(&mut told);
    let mut capitals = Capitals::of(ids.capitals, &mut told);
    let other_names = ids.people.other_names();
    let mut rest = Rest {
        told: &mut told,
        ids: &ids.of,
        unread,
        holds: OnceCell::new(),
        without_capitals: Vec::new(),
        capitals: &mut capitals,
        other_names,
        people: 0,
    };
    document.walk(Mark::Plain, &mut Steps::ROOT.clone(), &mut rest);
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

/// For each kind of id, the sections in which things are known by it; none when the format has no such things.
fn held_in(record: &'static Record) -> [Option<Sections>; KINDS] {
    fn note(record: &'static Record, section: Sections, held: &mut [Option<Sections>; KINDS]) {
        for member in record.members {
            let mut shape = &member.shape;
            while let Shape::List(item) = shape {
                shape = item;
            }
            if let (Shape::Id(kind), true) = (shape, member.key)
                && let Some(held) = held.get_mut(usize::from(kind.number))
            {
                *held = Some(held.map_or(section, |other| other.and(section)));
            }
            if let Shape::Record(record) = shape {
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
    order: Order,
    id: &'d str,
    at: Steps,
}

/// By what ids are ordered before their texts are compared: how long one is and its last eight bytes. Ids of one kind mostly
/// begin alike and end in a number: comparing texts took a sixteenth of a report.
type Order = (usize, u64);

fn order(id: &str) -> Order {
    (id.len(), id.as_bytes().last_chunk::<8>().map_or(0, |tail| u64::from_be_bytes(*tail)))
}

impl Known<'_> {
    fn by_id(&self, order: Order, id: &str) -> Ordering {
        self.order.cmp(&order).then_with(|| self.id.cmp(id))
    }
}

/// The first walk: every id by which a thing is known, every id with capitals, everybody with a name.
struct Ids<'d> {
    of: [Vec<Known<'d>>; KINDS],
    capitals: Vec<(u8, &'d str, Steps)>,
    people: People<'d>,
}

impl<'d> Ids<'d> {
    fn note_capitals(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        if id.bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.capitals.push((kind.number, id, *at));
        }
    }

    /// Sorts the ids of each kind and tells those that stand twice.
    fn twice(&mut self, told: &mut Told<'_, '_>) {
        for known in &mut self.of {
            if known.len() < 2 {
                continue;
            }
            let sorted = sorted(std::mem::take(known), |a, b| a.by_id(b.order, b.id).then_with(|| a.at.cmp(&b.at)));
            for pair in sorted.windows(2) {
                if let [first, second] = pair
                    && first.id == second.id
                {
                    let facts = facts! { id: fact(second.id) };
                    told.lose(&rules::DUPLICATE_ID, second.at, facts, Some((Part::First, first.at)));
                }
            }
            *known = sorted;
        }
    }
}

impl<'d> See<'d> for Ids<'d> {
    fn defines(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        if id.is_empty() {
            return;
        }
        if let Some(known) = self.of.get_mut(usize::from(kind.number)) {
            known.push(Known { order: order(id), id, at: *at });
        }
        self.note_capitals(kind, id, at);
    }

    fn refers(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        if !kind.inside {
            self.note_capitals(kind, id, at);
        }
    }

    fn person(&mut self, id: &'d str, name: Option<&'d str>, _: &Steps) {
        self.people.meet(id, name);
    }
}

/// An id as a fact: it was read as one.
fn fact(id: &str) -> Fact {
    Fact::Id(id.to_owned())
}

/// The second walk: what refers to nothing, what is reversed, what is blank, what has another name or other capitals.
struct Rest<'r, 'd, 't, 's> {
    told: &'r mut Told<'t, 's>,
    ids: &'r [Vec<Known<'d>>; KINDS],
    unread: Sections,
    /// Where things of each kind are known, found when the first reference leads nowhere: in most documents none does.
    holds: OnceCell<[Option<Sections>; KINDS]>,
    /// By kind, their positions in the order that they have without capitals; empty until one is sought so.
    without_capitals: Vec<OnceCell<Vec<usize>>>,
    capitals: &'r mut Capitals<'d>,
    other_names: Vec<usize>,
    people: usize,
}

impl Rest<'_, '_, '_, '_> {
    /// Whether all ids of a kind are known: the document can hold such things, and all that hold them were read.
    fn knows_all(&self, number: usize) -> bool {
        let holds = self.holds.get_or_init(|| held_in(self.told.record));
        holds.get(number).copied().flatten().is_some_and(|sections| !self.unread.overlap(sections))
    }

    /// The first known id of a kind that differs from this one in capitals only.
    fn twin(&mut self, number: usize, id: &str) -> Option<Fact> {
        self.without_capitals.resize_with(KINDS, OnceCell::new);
        let (known, cell) = (self.ids.get(number)?, self.without_capitals.get(number)?);
        let order = cell.get_or_init(|| ascending(known, |a, b| without_capitals(a.id, b.id)));
        let at = |at: &usize| known.get(*at).map_or("", |known| known.id);
        let first = order.get(order.partition_point(|one| without_capitals(at(one), id).is_lt()))?;
        Some(at(first)).filter(|twin| twin.eq_ignore_ascii_case(id)).map(fact)
    }
}

impl<'d> See<'d> for Rest<'_, 'd, '_, '_> {
    fn defines(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        self.capitals.meet(kind, id, at, self.told);
    }

    fn refers(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        if !kind.inside {
            return self.capitals.meet(kind, id, at, self.told);
        }
        let number = usize::from(kind.number);
        let Some(known) = self.ids.get(number) else { return };
        let order = order(id);
        let found = known.binary_search_by(|known| known.by_id(order, id)).ok().and_then(|found| known.get(found));
        let beside = |known: &Known<'_>| known.at.first(2) == at.first(2);
        if found.is_none_or(|known| kind.local && !beside(known)) && self.knows_all(number) {
            let near = if found.is_none() { self.twin(number, id) } else { None };
            let facts = facts! { id: fact(id) }.and("nearest", near);
            self.told.lose(&rules::DANGLING_REFERENCE, *at, facts, None);
        }
    }

    fn period(&mut self, from: NaiveDate, until: Option<NaiveDate>, at: &Steps) {
        if let Some(until) = until.filter(|until| *until < from) {
            self.told.lose(&rules::PERIOD_REVERSED, *at, facts! { from: from, until: until }, None);
        }
    }

    fn person(&mut self, id: &'d str, _: Option<&'d str>, at: &Steps) {
        if self.other_names.binary_search(&self.people).is_ok() {
            self.told.tell(&rules::TWO_GUISES, *at, facts! { person: fact(id) });
        }
        self.people += 1;
    }

    fn required_text(&mut self, text: &'d str, at: &Steps) {
        if !says_something(text) {
            let name = Path::new(self.told.record, *at).member();
            self.told.tell(&rules::BLANK_TEXT, *at, facts! { member: Fact::Name(name) });
        }
    }
}

/// The ids with capitals, each with the first place where it stands so, by kind and by what they are without capitals.
struct Capitals<'d> {
    sorted: Vec<(u8, &'d str, Steps)>,
    /// Of which of them the twin without capitals was told.
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
        if self.sorted.is_empty() || id.bytes().any(|byte| byte.is_ascii_uppercase()) {
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

/// How many people can be met without sorting them.
const SLOTS: usize = 128;

/// A name that is given with a person's id, at the visit with this number.
#[derive(Clone, Copy)]
struct Named<'d> {
    person: &'d str,
    name: &'d str,
    visited: usize,
}

/// How the first name of a person looks, once another is held against it: a long one is not looked into for each.
#[derive(Default)]
struct Look(OnceCell<Vec<char>>);

impl Look {
    /// Whether the other name looks like the first. Names that are written the same are not looked into.
    fn is_of(&self, first: &str, other: &str) -> bool {
        first == other || *self.0.get_or_init(|| look_of(first)) == look_of(other)
    }
}

/// The people of a document. Most are named many times, and always the same: each has a slot by its id, so that only those
/// who find theirs taken have to be sorted. Sorting all of them took 6 µs a portfolio.
struct People<'d> {
    met: [Option<Named<'d>>; SLOTS],
    /// How the names of those look; empty until another name is held against one.
    looks: Vec<Look>,
    others: Vec<Named<'d>>,
    other_names: Vec<Named<'d>>,
    visited: usize,
}

impl Default for People<'_> {
    fn default() -> Self {
        Self { met: [None; SLOTS], looks: Vec::new(), others: Vec::new(), other_names: Vec::new(), visited: 0 }
    }
}

impl<'d> People<'d> {
    fn meet(&mut self, person: &'d str, name: Option<&'d str>) {
        let visited = self.visited;
        self.visited += 1;
        let Some(name) = name.filter(|name| !person.is_empty() && says_something(name)) else { return };
        let named = Named { person, name, visited };
        let mixed = named.person.bytes().fold(0_usize, |mixed, byte| mixed.wrapping_mul(31).wrapping_add(byte.into()));
        match self.met.get_mut(mixed % SLOTS) {
            Some(slot @ None) => *slot = Some(named),
            Some(Some(first)) if first.person == named.person => {
                let is_same = first.name == name || {
                    self.looks.resize_with(SLOTS, Look::default);
                    self.looks.get(mixed % SLOTS).is_none_or(|look| look.is_of(first.name, name))
                };
                if !is_same {
                    self.other_names.push(named);
                }
            }
            _ => self.others.push(named),
        }
    }

    /// For each person with several names, the first visit with another name than the first; ascending.
    fn other_names(self) -> Vec<usize> {
        let Self { others, mut other_names, .. } = self;
        let by_person = |named: Vec<Named<'d>>| sorted(named, |a, b| a.person.cmp(b.person));
        let same = |a: &Named<'_>, b: &Named<'_>| a.person == b.person;
        for mentions in by_person(others).chunk_by(same) {
            let [first, rest @ ..] = mentions else { continue };
            let look = Look::default();
            other_names.extend(rest.iter().find(|other| !look.is_of(first.name, other.name)));
        }
        let visits = by_person(other_names).chunk_by(same).filter_map(|names| Some(names.first()?.visited)).collect();
        sorted(visits, Ord::cmp)
    }
}
