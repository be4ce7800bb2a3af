//! `TK-P502`: school trainer and institute trainer are two persons.

use chrono::NaiveDate;

use crate::frameworks::Role;
use crate::portfolio::prelude::*;
use crate::sort::ascending;
use crate::values::{Period, PersonId};

pub(crate) static META: Meta = Meta {
    code: "TK-P502",
    name: "duo-of-one-person",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("person", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::ProfessioneleKwaliteit]),
        Source::Own(Text { nl: "een duo bestaat uit twee personen", en: "a duo consists of two persons" }),
    ]),
    texts: texts! {
        title: { nl: "duo van één persoon", en: "duo of one person" },
        asks: {
            nl: "In begeleiding en beoordeling zijn schoolopleider en instituutsopleider op elke dag twee verschillende personen.",
            en: "In guidance and in assessment, the school trainer and the institute trainer are never the same person on the same day."
        },
        why: {
            nl: "Een duo bestaat uit twee: de blik van de school en die van de opleiding.",
            en: "A duo consists of two: the view of the school and that of the institute."
        },
        fix: {
            nl: "Vraag de opleiders wie de andere opleider is en leg dat vast, of verbeter de rol.",
            nl_plain: "Vraag je opleiders wie de andere opleider is en vul dat in, of verbeter de rol.",
            en: "Find out who the other trainer is and record it, or correct the role."
        },
        message: {
            nl: "bij {subject} staat `{person}` als schoolopleider én als instituutsopleider",
            nl_plain: "bij {subject} staat `{person}` als schoolopleider én als instituutsopleider: vraag je opleiders wie de andere opleider is",
            en: "`{person}` is listed as both school trainer and institute trainer of {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: student all, placements each, assessments each),
    check,
};

/// A stay of a person in one of the two roles.
struct Stay<'p> {
    person: &'p PersonId<'p>,
    of_school: bool,
    from: NaiveDate,
    until: NaiveDate,
}

/// The days of what two persons guide or assess together.
const ALL_DAYS: (NaiveDate, NaiveDate) = (NaiveDate::MIN, NaiveDate::MAX);

impl<'p> Stay<'p> {
    /// The stay within these days.
    fn new(
        person: &'p PersonId<'p>,
        role: Option<Role>,
        period: Option<&Period>,
        (first, last): (NaiveDate, NaiveDate),
    ) -> Option<Self> {
        let of_school = role == Some(Role::SchoolTrainer);
        let from = period.map_or(first, |period| period.from.max(first));
        let until = period.and_then(|period| period.until).map_or(last, |until| until.min(last));
        let stay = Self { person, of_school, from, until };
        ((of_school || role == Some(Role::InstituteTrainer)) && from <= until).then_some(stay)
    }
}

/// A person who has both roles on one day.
fn in_both<'p>(stays: &[Stay<'p>]) -> Option<&'p PersonId<'p>> {
    let mut person = None;
    // Until when that person has been in each role, by the stays that were looked at.
    let (mut school, mut institute) = (None, None);
    for at in ascending(stays, |a, b| (a.person, a.from).cmp(&(b.person, b.from))) {
        let stay = stays.get(at)?;
        if person != Some(stay.person) {
            (person, school, institute) = (Some(stay.person), None, None);
        }
        let (own, other) = if stay.of_school { (&mut school, institute) } else { (&mut institute, school) };
        if other.is_some_and(|until| stay.from <= until) {
            return person;
        }
        *own = (*own).max(Some(stay.until));
    }
    None
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, placement) in case.placements() {
        let trainers = case.persons(&placement.trainers);
        if case.persons(&placement.trainers).nth(1).is_some() {
            let first = placement.period.as_ref().map_or(ALL_DAYS.0, |period| period.from);
            let days = (first, case.last_day(placement).unwrap_or(ALL_DAYS.1));
            let stays = trainers.filter_map(|one| Stay::new(&one.person, one.role, one.period.as_ref(), days));
            findings.judge_each(
                About::the(SubjectKind::Placement, &placement.id),
                in_both(&stays.listed()),
                Standing::DUE,
                |person| {
                    let facts = facts! { person: person };
                    Shortfall::new(at!(Portfolio: placements[at].trainers), facts)
                },
            );
        }
    }
    for (at, assessment) in case.assessments().filter(|(_, made)| made.assessors.len() > 1) {
        let stays = assessment.assessors.iter().filter_map(|one| Stay::new(&one.person, one.role, None, ALL_DAYS));
        findings.judge_each(
            About::the(SubjectKind::Assessment, &assessment.id),
            in_both(&stays.listed()),
            Standing::DUE,
            |person| {
                let facts = facts! { person: person };
                Shortfall::new(at!(Portfolio: assessments[at].assessors), facts)
            },
        );
    }
    findings.answer(Reason::NothingToJudge)
}
