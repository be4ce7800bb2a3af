//! `TK-P108`: placements at different schools do not take the same days.

use chrono::{Datelike as _, NaiveDate};

use crate::documents::{Placement, Weekday};
use crate::frameworks::StudyMode;
use crate::grammar::Closed as _;
use crate::portfolio::prelude::*;
use crate::sort::sorted;

pub(crate) static META: Meta = Meta {
    code: "TK-P108",
    name: "overlapping-placements",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[&MOST_DAYS],
    facts: &[("placement", FactKind::Id), ("other", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "een student is op één school tegelijk",
        en: "a student is at one school at a time",
    })]),
    texts: texts! {
        title: { nl: "plaatsingen die samenvallen", en: "overlapping placements" },
        asks: {
            nl: "Twee plaatsingen in dezelfde periode op verschillende scholen zijn niet op dezelfde weekdag; zijn de weekdagen onbekend, dan vragen ze samen hoogstens het toegestane aantal dagen per week (`most_days`).",
            en: "Two placements in the same period at different schools are not on the same weekday; where the weekdays are unknown, together they take at most the allowed number of days per week (`most_days`)."
        },
        why: {
            nl: "Een student is op één school tegelijk; samenvallende dagen wijzen op een fout in de gegevens.",
            en: "A student is at one school at a time; overlapping days point to an error in the data."
        },
        fix: {
            nl: "Verbeter de periode, de weekdagen of de dagen per week van een van beide plaatsingen.",
            nl_plain: "Kijk of de data en de dagen van je stages kloppen, en verbeter wat niet klopt.",
            en: "Correct the period, the weekdays or the days per week of one of the two placements."
        },
        message: {
            nl: "{subject} en plaatsing `{other}` zijn in dezelfde periode en passen samen niet in één week",
            nl_plain: "{subject} en stage `{other}` zijn in dezelfde tijd en passen samen niet in één week: kijk of de data en de dagen kloppen",
            en: "{subject} and placement `{other}` are in the same period and do not fit into one week together"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements each),
    check,
};

static MOST_DAYS: Norm = Norm::number(
    "most_days",
    Text { nl: "dagen per week op scholen samen", en: "days per week at schools together" },
    Unit::DaysPerWeek,
    500,
    100,
    700,
);

/// A placement of which the school and the days are known, up to the reference day.
#[derive(Clone, Copy)]
struct Stay<'p> {
    at: usize,
    placement: &'p Placement<'p>,
    from: NaiveDate,
    until: NaiveDate,
}

impl Stay<'_> {
    /// Days per week at school, in hundredths: as given, else as many as there are weekdays.
    fn days(&self) -> Option<u32> {
        let weekdays = self.placement.weekdays;
        let given = self.placement.days_at_school.map(|days| days.get().as_hundredths());
        given.or_else(|| (!weekdays.is_empty()).then(|| weekdays.len() * 100))
    }

    /// Whether one of the days that it shares with an earlier stay is this weekday.
    fn has_in_common(&self, weekday: Weekday, earlier: &Stay<'_>) -> bool {
        let until = self.until.min(earlier.until);
        let mut days = self.from.iter_days().take_while(|day| *day <= until).take(7);
        days.any(|day| day.weekday().num_days_from_monday() as usize == weekday.index())
    }
}

/// Of the placements met so far the one that lasts longest, and the longest at another school. Whatever overlaps a
/// later placement at a school of its own, one of these two does: so that no placement is compared with all.
#[derive(Clone, Copy, Default)]
struct Longest<'p>(Option<Stay<'p>>, Option<Stay<'p>>);

impl<'p> Longest<'p> {
    fn add(&mut self, stay: Stay<'p>) {
        let longer = |held: &Option<Stay<'p>>| held.as_ref().is_none_or(|held| stay.until > held.until);
        let same =
            |held: &Option<Stay<'p>>| held.as_ref().is_some_and(|held| held.placement.school == stay.placement.school);
        match () {
            () if longer(&self.0) && same(&self.0) => self.0 = Some(stay),
            () if longer(&self.0) => self.1 = self.0.replace(stay),
            () if !same(&self.0) && longer(&self.1) => self.1 = Some(stay),
            () => {}
        }
    }

    fn overlapping(&self, stay: &Stay<'_>) -> Option<Stay<'p>> {
        let mut elsewhere = [self.0, self.1].into_iter().flatten();
        elsewhere.find(|held| held.placement.school != stay.placement.school).filter(|held| held.until >= stay.from)
    }
}

/// The placements met so far by their days per week, so that those of at least a number of days are found without
/// looking at each: a binary indexed tree over the amounts that occur, the greatest first.
struct ByDays<'a, 'p> {
    amounts: &'a [u32],
    tree: Vec<Longest<'p>>,
}

impl<'a, 'p> ByDays<'a, 'p> {
    fn new(amounts: &'a [u32]) -> Self {
        Self { amounts, tree: vec![Longest::default(); amounts.len() + 1] }
    }

    /// How many amounts are at least this one: the place of the last of them.
    fn place(&self, least: u32) -> usize {
        self.amounts.partition_point(|amount| *amount >= least)
    }

    fn add(&mut self, days: u32, stay: Stay<'p>) {
        let mut place = self.place(days).max(1);
        while let Some(held) = self.tree.get_mut(place) {
            held.add(stay);
            place += place & place.wrapping_neg();
        }
    }

    /// One of at least these days that overlaps a stay.
    fn overlapping(&self, least: u32, stay: &Stay<'_>) -> Option<Stay<'p>> {
        let mut place = self.place(least);
        while place > 0 {
            if let Some(found) = self.tree.get(place).and_then(|held| held.overlapping(stay)) {
                return Some(found);
            }
            place -= place & place.wrapping_neg();
        }
        None
    }
}

/// The stays that take days of another, each with one that it clashes with: a sweep by first day.
fn clashes(stays: Vec<Stay<'_>>, most: impl Fn(NaiveDate) -> u32) -> Vec<(Stay<'_>, Option<Stay<'_>>)> {
    let mut on: [Longest<'_>; 7] = Default::default();
    let mut amounts = sorted(stays.iter().filter_map(Stay::days).listed(), |a, b| b.cmp(a));
    amounts.dedup();
    let (mut of_known, mut of_unknown) = (ByDays::new(&amounts), ByDays::new(&amounts));
    let mut clashes = Vec::with_capacity(stays.len());
    for stay in sorted(stays, |a, b| a.from.cmp(&b.from)) {
        let weekdays = stay.placement.weekdays;
        let known = !weekdays.is_empty();
        let same_weekday = weekdays.iter().find_map(|day| {
            let other = on.get(day.index())?.overlapping(&stay)?;
            stay.has_in_common(day, &other).then_some(other)
        });
        let too_many = |days: u32| {
            let least = (most(stay.from) + 1).saturating_sub(days);
            // Where both name their weekdays, those decide.
            of_unknown.overlapping(least, &stay).or_else(|| of_known.overlapping(least, &stay).filter(|_| !known))
        };
        clashes.push((stay, same_weekday.or_else(|| stay.days().and_then(too_many))));
        for day in weekdays.iter() {
            on.get_mut(day.index()).into_iter().for_each(|held| held.add(stay));
        }
        if let Some(days) = stay.days() {
            if known { &mut of_known } else { &mut of_unknown }.add(days, stay);
        }
    }
    clashes
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let stays = case.placements().filter(|(_, placement)| placement.school.is_some());
    let stays = stays.filter_map(|(at, placement)| {
        let from = placement.period.as_ref()?.from;
        let until = case.last_day(placement).map_or(case.as_of(), |last| last.min(case.as_of()));
        (from <= until).then_some(Stay { at, placement, from, until })
    });
    for (stay, clash) in clashes(stays.listed(), |day| case.norm(&MOST_DAYS, day)) {
        let about = About::the(SubjectKind::Placement, &stay.placement.id);
        findings.judge_each(about, clash, Standing::DUE, |other| {
            let facts = facts! { placement: &stay.placement.id, other: &other.placement.id };
            let shortfall = Shortfall::new(at!(Portfolio: placements[stay.at].period), facts);
            shortfall.with(Part::Other, at!(Portfolio: placements[other.at].period))
        });
    }
    findings.answer(Reason::NothingToJudge)
}

#[cfg(test)]
mod tests {
    use super::{Stay, clashes};
    use crate::documents::Portfolio;
    use crate::grammar::Closed as _;
    use chrono::{Datelike as _, Days, NaiveDate};

    /// Numbers that look random and are the same each time.
    struct Random(u64);

    impl Random {
        fn below(&mut self, end: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % end
        }
    }

    /// Two placements, day by day.
    fn clash(a: &Stay<'_>, b: &Stay<'_>, most: u32) -> bool {
        let shared = || a.from.max(b.from).iter_days().take_while(|day| *day <= a.until.min(b.until));
        let on = |stay: &Stay<'_>, day: NaiveDate| {
            let weekdays = stay.placement.weekdays.iter();
            weekdays.into_iter().any(|weekday| weekday.index() == day.weekday().num_days_from_monday() as usize)
        };
        let unknown = a.placement.weekdays.is_empty() || b.placement.weekdays.is_empty();
        let together = a.days().zip(b.days()).is_some_and(|(a, b)| a + b > most);
        let same_day =
            if unknown { together && shared().next().is_some() } else { shared().any(|day| on(a, day) && on(b, day)) };
        a.placement.school != b.placement.school && same_day
    }

    /// Of all pairs, those that clash.
    #[test]
    fn clashes_are_those_of_all_pairs() {
        let mut random = Random(1);
        let start = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let mut found = 0;
        for round in 0..600 {
            let crowded = round % 2 == 0;
            let placements: Vec<serde_json::Value> = (0..=random.below(14))
                .map(|id| {
                    let mut placement =
                        serde_json::json!({ "id": format!("pl-{id}"), "school": random.below(3).to_string() });
                    if random.below(4) > 0 {
                        let all = weekdays.iter().filter(|_| random.below(if crowded { 2 } else { 4 }) == 0);
                        placement["weekdays"] = all.copied().collect::<Vec<_>>().into();
                    }
                    if random.below(3) > 0 {
                        let days = [0.0, 0.25, 1.0, 2.0, 2.5, 3.0, 4.75, 7.0];
                        placement["daysAtSchool"] = days[usize::try_from(random.below(8)).unwrap()].into();
                    }
                    placement
                })
                .collect();
            let text = serde_json::json!({
                "format": "twentse-kubus/portfolio@1", "student": { "id": "s-1" }, "placements": placements
            });
            let text = text.to_string();
            let portfolio = Portfolio::from_json(&text).unwrap();
            let mut stays = Vec::new();
            for (at, placement) in portfolio.placements.iter().enumerate() {
                let from = start + Days::new(random.below(25));
                stays.push(Stay {
                    at,
                    placement,
                    from,
                    until: from + Days::new(random.below(if crowded { 60 } else { 12 })),
                });
            }
            let most = 300 + 100 * u32::try_from(random.below(5)).unwrap();
            let clashes = clashes(stays, |_| most);
            for (number, (stay, other)) in clashes.iter().enumerate() {
                let earlier = || clashes.iter().take(number).map(|(earlier, _)| earlier);
                assert_eq!(other.is_some(), earlier().any(|earlier| clash(earlier, stay, most)), "{} {text}", stay.at);
                if let Some(other) = other {
                    assert!(earlier().any(|earlier| earlier.at == other.at) && clash(other, stay, most), "{text}");
                    found += 1;
                }
            }
        }
        assert!(found > 100, "{found} clashes tell little");
    }
}
