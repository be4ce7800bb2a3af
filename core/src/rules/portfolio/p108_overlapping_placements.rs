//! `TK-P108`: placements at different schools do not take the same days.

use chrono::Datelike as _;

use crate::document::{Period, Placement, Weekday};
use crate::frameworks::StudyMode;
use crate::document::grammar::Closed as _;
use crate::order::sorted;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P108",
    name: "overlapping-placements",
    severity: Severity::Warning,
    phase: Phase::Now,
    reads: Sections::PLACEMENTS,
    not_for: &[StudyMode::LateralEntry],
    exempted_by: None,
    norms: &[&MOST_DAYS],
    facts: &[("placement", FactKind::Id), ("other", FactKind::Id)],
    sources: Sources::of(&[Source::Own(Text { nl: "een student is op één school tegelijk", en: "a student is at one school at a time" })]),
    basis: Basis::Inferred,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "plaatsingen die samenvallen", en: "overlapping placements" },
        asks: {
            nl: "Twee plaatsingen op verschillende scholen vallen niet op dezelfde weekdagen; zijn die onbekend, dan zijn het samen hoogstens vijf dagen per week.",
            en: "Two placements at different schools do not take the same weekdays; where these are unknown, together they take at most five days a week."
        },
        why: {
            nl: "Een student is op één school tegelijk; samenvallende dagen wijzen op een fout in de gegevens.",
            en: "A student is at one school at a time; overlapping days point to an error in the data."
        },
        mend: {
            nl: "Verbeter de periode, de weekdagen of de dagen per week van een van beide.",
            en: "Correct the period, the weekdays or the days a week of one of them."
        },
        message: {
            nl: "plaatsing `{placement}` valt samen met plaatsing `{other}`",
            nl_plain: "plaatsing `{placement}` valt op dezelfde dagen als plaatsing `{other}`",
            en: "placement `{placement}` overlaps placement `{other}`"
        },
    },
    check: Some(check),
};

static MOST_DAYS: Norm = Norm::number("most_days", Unit::DaysPerWeek, 5, 1, 7);

/// A placement of which the period and the school are known.
#[derive(Clone, Copy)]
struct Stay<'p> {
    at: usize,
    placement: &'p Placement<'p>,
    period: &'p Period,
}

impl Stay<'_> {
    /// Days a week at school, in hundredths: as given, else as many as there are weekdays.
    fn days(&self) -> Option<u32> {
        let weekdays = self.placement.weekdays;
        let given = self.placement.days_at_school.map(|days| days.get().as_hundredths());
        given.or_else(|| (!weekdays.is_empty()).then(|| weekdays.len() * 100))
    }

    /// Whether one of the days that it shares with an earlier stay is this weekday.
    fn has_in_common(&self, weekday: Weekday, earlier: &Stay<'_>) -> bool {
        let until = [self.period.until, earlier.period.until].into_iter().flatten().min();
        until.is_none_or(|until| {
            let mut days = self.period.from.iter_days().take_while(|day| *day <= until).take(7);
            days.any(|day| day.weekday().num_days_from_monday() as usize == weekday.index())
        })
    }

    fn lasts_longer_than(&self, other: &Stay<'_>) -> bool {
        let (Some(until), Some(other)) = (self.period.until, other.period.until) else {
            return self.period.until.is_none();
        };
        until > other
    }
}

/// Of the placements met so far the one that lasts longest, and the longest at another school. Whatever overlaps a later
/// placement at a school of its own, one of these two does: so that no placement is held against all.
#[derive(Default)]
struct Longest<'p>(Option<Stay<'p>>, Option<Stay<'p>>);

impl<'p> Longest<'p> {
    fn add(&mut self, stay: Stay<'p>) {
        let longer = |held: &Option<Stay<'p>>| held.as_ref().is_none_or(|held| stay.lasts_longer_than(held));
        let same = |held: &Option<Stay<'p>>| held.as_ref().is_some_and(|held| held.placement.school == stay.placement.school);
        match () {
            () if longer(&self.0) && same(&self.0) => self.0 = Some(stay),
            () if longer(&self.0) => self.1 = self.0.replace(stay),
            () if !same(&self.0) && longer(&self.1) => self.1 = Some(stay),
            () => {}
        }
    }

    fn overlapping(&self, stay: &Stay<'_>) -> Option<Stay<'p>> {
        [self.0, self.1].into_iter().flatten().find(|held| {
            held.placement.school != stay.placement.school
                && held.period.until.is_none_or(|until| until >= stay.period.from)
        })
    }
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let stays = case.placements().filter(|(_, placement)| placement.school.is_some());
    let stays = stays.filter_map(|(at, placement)| Some(Stay { at, placement, period: placement.period.as_ref()? }));
    // A sweep by first day. Days a week come in few amounts, so the lists by amount stay short.
    let mut on: [Longest<'_>; 7] = Default::default();
    let mut for_days: Vec<(bool, u32, Longest<'_>)> = Vec::new();
    for stay in sorted(stays.collect(), |a, b| a.period.from.cmp(&b.period.from)) {
        let Stay { at, placement, period } = stay;
        let most = case.norm(&RULE, &MOST_DAYS, period.from) * 100;
        let known = !placement.weekdays.is_empty();
        let same_weekday = placement.weekdays.iter().find_map(|day| {
            let other = on.get(day.index())?.overlapping(&stay)?;
            stay.has_in_common(day, &other).then_some(other)
        });
        let too_many = |days: u32| {
            // Where both name their weekdays, those decide.
            let fits = |other_known: bool, other: u32| !(known && other_known) && days + other > most;
            let mut others = for_days.iter().filter(|(other_known, other, _)| fits(*other_known, *other));
            others.find_map(|(_, _, others)| others.overlapping(&stay))
        };
        let clash = same_weekday.or_else(|| stay.days().and_then(too_many));
        findings.judge(clash.is_none(), Standing::DUE, || {
            let other = clash.unwrap_or(stay);
            let facts = facts! { placement: placement.id.as_str(), other: other.placement.id.as_str() };
            let shortfall = Shortfall::new(at!["placements", at, "period"], "placement", facts).of(&placement.id);
            shortfall.with("other", at!["placements", other.at, "period"])
        });
        for day in placement.weekdays.iter() {
            on.get_mut(day.index()).into_iter().for_each(|held| held.add(stay));
        }
        if let Some(days) = stay.days() {
            match for_days.iter_mut().find(|(of_known, of_days, _)| (*of_known, *of_days) == (known, days)) {
                Some((_, _, held)) => held.add(stay),
                None => for_days.push((known, days, Longest(Some(stay), None))),
            }
        }
    }
    findings.answer(Reason::NothingToJudge)
}
