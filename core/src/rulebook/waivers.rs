//! Waivers: findings that the partnership's office accepts until a day.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::documents::{DocumentRef, Kind};
use crate::finding::{Meta, Subject, SubjectKind, Waived};
use crate::grammar::Closed as _;
use crate::sort::sorted;
use crate::values::SchoolYear;

/// A waiver as it was written, without its reason and owner.
#[derive(Clone, Debug)]
pub(super) struct Waiver {
    pub(super) rule: &'static Meta,
    pub(super) document: (Kind, String, Option<SchoolYear>),
    /// `None`: what is about the document itself, or about a part without an id.
    pub(super) subject: Option<(SubjectKind, String)>,
    pub(super) until: NaiveDate,
}

/// What a waiver is for, to be compared.
type Key<'k> = (&'k str, usize, &'k str, Option<SchoolYear>, Option<(usize, &'k str)>);

/// The waivers of a rulebook.
#[derive(Clone, Debug, Default)]
pub(super) struct Waivers {
    pub(super) all: Vec<Waiver>,
    /// Positions of those that can ever count, by what they are for and then by their last day: of those for the same
    /// thing an earlier one that lasts as long is taken first.
    sorted: Vec<usize>,
}

fn key(waiver: &Waiver) -> Key<'_> {
    let (kind, id, school_year) = &waiver.document;
    let subject = waiver.subject.as_ref().map(|(kind, id)| (kind.index(), id.as_str()));
    (waiver.rule.code, kind.index(), id, *school_year, subject)
}

impl Waivers {
    pub(super) fn new(all: Vec<Waiver>) -> Self {
        let order = |a: &usize, b: &usize| match (all.get(*a), all.get(*b)) {
            (Some(first), Some(second)) => key(first).cmp(&key(second)).then(a.cmp(b)),
            _ => Ordering::Equal,
        };
        let mut counting: Vec<usize> = Vec::with_capacity(all.len());
        for at in sorted((0..all.len()).collect(), order) {
            let (Some(waiver), last) = (all.get(at), counting.last().and_then(|last| all.get(*last))) else { continue };
            if last.is_none_or(|last| key(last) != key(waiver) || last.until < waiver.until) {
                counting.push(at);
            }
        }
        Self { all, sorted: counting }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The waivers for findings of a rule about a subject, by their last day.
    fn waivers_for(&self, rule: &Meta, subject: &Subject, document: &DocumentRef) -> &[usize] {
        let (false, Some(id)) = (self.all.is_empty(), &document.id) else { return &[] };
        let Subject { kind, id: subject } = subject;
        let of = |subject| self.with_key((rule.code, document.kind.index(), id, document.school_year, subject));
        // A portfolio is its student's.
        let about_itself =
            kind.key() == document.kind.key() || *kind == SubjectKind::Student && subject == &document.id;
        let named = subject.as_deref().map_or(&[][..], |id| of(Some((kind.index(), id))));
        if named.is_empty() && (about_itself || subject.is_none()) { of(None) } else { named }
    }

    fn with_key(&self, sought: Key<'_>) -> &[usize] {
        let order = |at: &usize| self.all.get(*at).map_or(Ordering::Less, |waiver| key(waiver).cmp(&sought));
        let first = self.sorted.partition_point(|at| order(at).is_lt());
        let behind = self.sorted.partition_point(|at| order(at).is_le());
        self.sorted.get(first..behind).unwrap_or_default()
    }

    /// The first waiver for findings of a rule about a subject that is in force on a day.
    pub(super) fn in_force(
        &self,
        rule: &Meta,
        subject: &Subject,
        document: &DocumentRef,
        day: NaiveDate,
    ) -> Option<Waived> {
        let waivers = self.waivers_for(rule, subject, document);
        let until = |at: &usize| self.all.get(*at).map_or(NaiveDate::MIN, |waiver| waiver.until);
        let index = *waivers.get(waivers.partition_point(|at| until(at) < day))?;
        Some(Waived { index, until: until(&index) })
    }

    /// The first waiver for findings of a rule about a subject that has expired before a day.
    pub(super) fn expired(
        &self,
        rule: &Meta,
        subject: &Subject,
        document: &DocumentRef,
        day: NaiveDate,
    ) -> Option<usize> {
        let first = *self.waivers_for(rule, subject, document).first()?;
        self.all.get(first).filter(|waiver| waiver.until < day).map(|_| first)
    }
}
