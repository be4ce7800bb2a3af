//! `TK-P502`: school trainer and institute trainer are two persons.

use chrono::NaiveDate;

use crate::document::{Period, PersonId};
use crate::frameworks::Role;
use crate::order::ascending;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P502",
    name: "duo-of-one-person",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::PLACEMENTS.and(Sections::ASSESSMENTS),
    not_for: &[],
    exempted_by: None,
    norms: &[],
    facts: &[("person", FactKind::Id)],
    sources: Sources::of(&[Source::Booklet(&["S125"]), Source::Dossier(&["D13.4"])]),
    basis: Basis::Inferred,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "duo van één persoon", en: "duo of one person" },
        asks: {
            nl: "In begeleiding en beoordeling zijn schoolopleider en instituutsopleider op elke dag twee verschillende personen.",
            en: "In guidance and assessment school trainer and institute trainer are two different persons on every day."
        },
        why: {
            nl: "Een duo bestaat uit twee: de blik van de school en die van het instituut.",
            en: "A duo is two: the view of the school and that of the institute."
        },
        mend: {
            nl: "Leg vast wie de andere opleider is, of verbeter de rol.",
            en: "Record who the other trainer is, or correct the role."
        },
        message: {
            nl: "persoon `{person}` is schoolopleider en instituutsopleider tegelijk",
            nl_plain: "`{person}` kan niet tegelijk schoolopleider en instituutsopleider zijn",
            en: "person `{person}` is school trainer and institute trainer at once"
        },
    },
    check: Some(check),
};

/// A stay of a person in one of the two roles.
struct Stay<'p> {
    person: &'p str,
    of_school: bool,
    from: NaiveDate,
    until: NaiveDate,
}

impl<'p> Stay<'p> {
    fn new(person: &'p PersonId<'_>, role: Option<Role>, period: Option<&Period>) -> Option<Self> {
        let of_school = role == Some(Role::SchoolTrainer);
        let from = period.map_or(NaiveDate::MIN, |period| period.from);
        let until = period.and_then(|period| period.until).unwrap_or(NaiveDate::MAX);
        let stay = Self { person: person.as_str(), of_school, from, until };
        (of_school || role == Some(Role::InstituteTrainer)).then_some(stay)
    }
}

/// A person who stands in both roles on one day.
fn in_both<'p>(stays: &[Stay<'p>]) -> Option<&'p str> {
    let mut person = "";
    // Until when that person has been in each role, by the stays that were looked at.
    let (mut school, mut institute) = (None, None);
    for at in ascending(stays, |a, b| (a.person, a.from).cmp(&(b.person, b.from))) {
        let stay = stays.get(at)?;
        if stay.person != person {
            (person, school, institute) = (stay.person, None, None);
        }
        let (own, other) = if stay.of_school { (&mut school, institute) } else { (&mut institute, school) };
        if other.is_some_and(|until| stay.from <= until) {
            return Some(person);
        }
        *own = (*own).max(Some(stay.until));
    }
    None
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    for (at, placement) in case.placements() {
        let trainers = case.persons(&placement.trainers);
        if case.persons(&placement.trainers).nth(1).is_some() {
            let stays = trainers.filter_map(|one| Stay::new(&one.person, one.role, one.period.as_ref()));
            findings.judge_each(in_both(&stays.collect::<Vec<_>>()), Standing::DUE, |person| {
                let facts = facts! { person: person };
                Shortfall::new(at!["placements", at, "trainers"], "placement", facts).of(&placement.id)
            });
        }
    }
    for (at, assessment) in case.assessments().filter(|(_, made)| made.assessors.len() > 1) {
        let stays = assessment.assessors.iter().filter_map(|one| Stay::new(&one.person, one.role, None));
        findings.judge_each(in_both(&stays.collect::<Vec<_>>()), Standing::DUE, |person| {
            let facts = facts! { person: person };
            Shortfall::new(at!["assessments", at, "assessors"], "assessment", facts).of(&assessment.id)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
