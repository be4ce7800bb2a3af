//! `TK-P105`: a placement that has begun has a mentor.

use chrono::NaiveDate;

use crate::documents::{PersonInRole, Placement};
use crate::finding::Facts;
use crate::frameworks::StudyMode;
use crate::portfolio::norms::GRACE_DAYS;
use crate::portfolio::prelude::*;
use crate::sort::sorted;
use crate::values::SchoolYear;

pub(crate) static META: Meta = Meta {
    code: "TK-P105",
    name: "placement-without-mentor",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&GRACE_DAYS],
    facts: &[
        ("placement", FactKind::Id),
        ("from", FactKind::Date),
        ("until", FactKind::Date),
        ("days", FactKind::Whole),
    ],
    may_lack: &["from", "until", "days"],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::DeMentor])]),
    texts: texts! {
        title: { nl: "plaatsing zonder mentor", en: "placement without a mentor" },
        asks: {
            nl: "Tijdens een plaatsing op een opleidingsschool heeft de student steeds een mentor; zonder mentor duurt het nooit langer dan de toegestane dagen (`grace_days`).",
            en: "Once a placement at a training school has begun, the student is never without a mentor for longer than the grace period (`grace_days`)."
        },
        why: {
            nl: "De mentor begeleidt de student in de klas; zonder mentor krijgt de student daar geen begeleiding.",
            en: "The mentor guides the student in the classroom; without a mentor the student has no guidance there."
        },
        fix: {
            nl: "Leg vast wie de mentor is of was en vanaf wanneer, of vraag de schoolopleider om een mentor te koppelen; was er in een periode die voorbij is echt geen mentor, dan kan het partnerschap ontheffing geven.",
            nl_plain: "Vraag je schoolopleider wie je mentor is of was, en vul dat in. Was er niemand? Vraag je opleiding dan om ontheffing.",
            en: "Record who the mentor is or was and from when, or request a mentor from the school trainer; where there was none in a period that is over, the partnership can grant a waiver."
        },
        message: {
            nl: "bij {subject} staat geen mentor[, vanaf `{from}`][ tot en met `{until}` (deze periode is voorbij)][; aantal dagen: `{days}`]",
            nl_plain: "vraag je schoolopleider wie bij {subject} je mentor is of was: daar staat niemand[ vanaf `{from}`][ tot en met `{until}`; was er niemand, vraag dan ontheffing]",
            en: "no mentor recorded for {subject}[, from `{from}`][ to `{until}` (a period that is over)][; days: `{days}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements each, decisions named),
    check,
};

/// The stretches of the days from first to last on which none of these persons is there: first and last day of each.
fn gaps(first: NaiveDate, last: NaiveDate, persons: &[&PersonInRole<'_>]) -> Vec<(NaiveDate, NaiveDate)> {
    let covered = persons.iter().map(|person| match &person.period {
        Some(period) => (period.from, period.until.unwrap_or(last)),
        None => (first, last),
    });
    let mut gaps = Vec::new();
    let mut open = first;
    for (from, until) in sorted(covered.filter(|(from, until)| from <= until).listed(), Ord::cmp) {
        if from > last {
            break;
        }
        if let Some(before) = from.pred_opt().filter(|before| *before >= open) {
            gaps.push((open, before));
        }
        open = open.max(until.succ_opt().unwrap_or(until));
    }
    if open <= last {
        gaps.push((open, last));
    }
    gaps
}

/// What a placement lacks of persons who should be there throughout.
pub(super) struct Lack {
    /// First and last day of the gap, and how many of its days count; none where the placement names no days.
    gap: Option<(NaiveDate, Option<NaiveDate>, i64)>,
    /// How it weighs.
    pub(super) standing: Standing,
}

impl Lack {
    /// The facts of a finding, and those of the gap.
    pub(super) fn of(&self, facts: Facts) -> Facts {
        let facts = facts.and("from", self.gap.map(|(from, ..)| from));
        facts.and("until", self.gap.and_then(|(_, until, _)| until)).and("days", self.gap.map(|(.., days)| days))
    }
}

/// What a placement lacks of these persons, of whom one should be there throughout, but for the days of grace.
pub(super) fn lack(case: &PortfolioCase<'_>, placement: &Placement<'_>, persons: &[&PersonInRole<'_>]) -> Option<Lack> {
    let Some(period) = &placement.period else {
        let first = placement.school_year.map(SchoolYear::first_day);
        let grace = |first| case.after_grace(first, case.norm(&GRACE_DAYS, first));
        let standing = first.map_or(Standing::DUE, grace);
        let there = persons.iter().any(|one| case.has_begun(one.period.as_ref().map(|period| period.from)));
        return (!there).then_some(Lack { gap: None, standing });
    };
    let grace = case.norm(&GRACE_DAYS, period.from);
    let ends = case.last_day(placement);
    let last = ends.map_or(case.as_of(), |ends| ends.min(case.as_of()));
    let gaps = gaps(period.from, last, persons);
    let days = |gap: &(NaiveDate, NaiveDate)| case.counted_days(gap.0, gap.1);
    // Day 0 is the first, so that a gap may last a day longer than there are days of grace.
    let longest = gaps.iter().max_by_key(|gap| days(gap)).filter(|gap| days(gap) > i64::from(grace) + 1);
    // A gap that is still open, in a placement that lasts beyond its grace.
    let open = || gaps.last().filter(|gap| gap.1 == case.as_of() && days(gap) > 0);
    let running = open().map(|gap| (gap, case.counted_day(gap.0, grace)));
    let running = running.filter(|(_, due)| due.is_none_or(|due| ends.is_none_or(|ends| due < ends)));
    let (gap, standing) = match (longest, running) {
        (Some(gap), _) => (gap, Standing::DUE),
        (None, Some((gap, due))) => (gap, Standing::not_yet(due)),
        (None, None) => return None,
    };
    let from = case.counted_day(gap.0, 0).unwrap_or(gap.0);
    // A gap that reaches the reference day has no last day yet.
    let until = Some(gap.1).filter(|last| *last < case.as_of());
    Some(Lack { gap: Some((from, until, days(gap))), standing })
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    if case.left() {
        return Reply::not_applicable(Reason::LeftWithoutDiploma);
    }
    for (at, placement) in case.placements_at_schools() {
        let mentors: Vec<_> = placement.mentors.iter().collect();
        let lack = lack(case, placement, &mentors);
        let standing = lack.as_ref().map_or(Standing::DUE, |lack| lack.standing);
        findings.judge_each(About::the(SubjectKind::Placement, &placement.id), lack, standing, |lack| {
            Shortfall::new(at!(Portfolio: placements[at].mentors), lack.of(facts! { placement: &placement.id }))
        });
    }
    findings.answer(Reason::NothingToJudge)
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};

    use super::gaps;
    use crate::documents::PersonInRole;
    use crate::values::{Period, PersonId};

    fn mentor(period: Option<(NaiveDate, Option<NaiveDate>)>) -> PersonInRole<'static> {
        let period = period.map(|(from, until)| Period { from, until });
        PersonInRole { person: PersonId::new("p-1").unwrap(), name: None, role: None, period }
    }

    /// Numbers that look random and are the same each time.
    fn random(state: &mut u64, end: u64) -> u64 {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*state >> 33) % end
    }

    /// The gaps are the longest stretches of days of the placement on none of which there is a mentor.
    #[test]
    fn gaps_are_as_day_by_day() {
        let mut state = 1;
        let start = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        for _ in 0..1000 {
            let mut on = |end| start + Days::new(random(&mut state, end));
            let (first, last) = (on(20), on(40));
            let mut periods = Vec::new();
            for _ in 0..random(&mut state, 5) {
                let mut on = |end| start + Days::new(random(&mut state, end));
                let period = (on(45), Some(on(45)));
                periods.push(match random(&mut state, 8) {
                    0 => None,
                    1 => Some((period.0, None)),
                    _ => Some(period),
                });
            }
            let covers = |day: NaiveDate| {
                periods.iter().any(|period| {
                    period.is_none_or(|(from, until)| from <= day && until.is_none_or(|until| day <= until))
                })
            };
            let mut expected: Vec<(NaiveDate, NaiveDate)> = Vec::new();
            for day in first.iter_days().take_while(|day| *day <= last).filter(|day| !covers(*day)) {
                match expected.last_mut().filter(|gap| gap.1.succ_opt() == Some(day)) {
                    Some(gap) => gap.1 = day,
                    None => expected.push((day, day)),
                }
            }
            let mentors: Vec<PersonInRole<'_>> = periods.iter().copied().map(mentor).collect();
            let mentors: Vec<&PersonInRole<'_>> = mentors.iter().collect();
            assert_eq!(gaps(first, last, &mentors), expected, "{first} {last} {periods:?}");
        }
    }
}
