//! `TK-P311`: a studio closes each placement week.

use super::YEARS;
use crate::documents::{PlacementWeek, StudioKind};
use crate::portfolio::prelude::*;
use crate::sort::{Texts, sorted};
use crate::values::{Period, PlacementWeekId};

pub(crate) static META: Meta = Meta {
    code: "TK-P311",
    name: "placement-week-without-closing-studio",
    severity: Some(Severity::Info),
    phase: Phase::Year(YEARS),
    basis: Basis::Seed,
    norms: &[],
    facts: &[("placement", FactKind::Id), ("week", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Talk,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::TerAfrondingVanEenStageweek])]),
    texts: texts! {
        title: { nl: "stageweek zonder afsluitend atelier", en: "placement week without a closing studio" },
        asks: {
            nl: "Bij elke stageweek die voorbij is, staat een ontwerpatelier dat de week afsluit.",
            en: "For every placement week that is over, a design studio is recorded that closes it."
        },
        why: {
            nl: "Aan het einde van een stageweek delen de studenten hun ervaringen met de schoolopleider en bespreken zij welke competenties zij hebben geoefend.",
            en: "At the end of a placement week, the students share their experiences with the school trainer and discuss which competences they have practised."
        },
        fix: {
            nl: "Leg het ontwerpatelier vast dat de stageweek afsloot, of vraag de schoolopleider of het nog kan.",
            nl_plain: "Zet het atelier erbij dat je stageweek afsloot, of vraag je schoolopleider of het nog kan.",
            en: "Record the design studio that closed the placement week, or find out from the school trainer whether one can still be held."
        },
        message: {
            nl: "bij {subject} van plaatsing `{placement}` staat geen ontwerpatelier dat de week afsluit",
            nl_plain: "zet bij {subject} welk atelier de week afsloot, of vraag je schoolopleider of dat nog kan",
            en: "no design studio is recorded that closes {subject} of placement `{placement}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: placements each, studios some), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let closing = case.studios().map(|(_, studio)| studio).filter(|studio| studio.kind == Some(StudioKind::Closing));
    let (named, unnamed): (Vec<_>, Vec<_>) = closing.partition(|studio| studio.week.is_some());
    let named = Texts::of(named.iter().filter_map(|studio| studio.week.as_ref()).map(PlacementWeekId::as_str));
    let days = sorted(unnamed.iter().filter_map(|studio| studio.date).listed(), Ord::cmp);
    // A closing studio that names no week closes the one in which it was held.
    let is_closed = |week: &PlacementWeek<'_>| {
        let held_in = |period: &Period| {
            let day = days.get(days.partition_point(|day| *day < period.from));
            day.is_some_and(|day| period.until.is_none_or(|until| *day <= until))
        };
        named.has(week.id.as_str()) || week.period.as_ref().is_some_and(held_in)
    };
    let is_over = |week: &PlacementWeek<'_>| match &week.period {
        Some(period) => period.until.is_some_and(|until| until < case.as_of()),
        None => true,
    };
    for year in case.study_years(&RULE, YEARS) {
        for (at, placement) in case.placements() {
            for (to, week) in placement.weeks.iter().enumerate().filter(|(_, week)| is_over(week)) {
                let day = week.period.as_ref().map(|period| period.from);
                let years = case.study_years_of(Some(&placement.id), day).unwrap_or_default();
                if !years.contains(year.number) {
                    continue;
                }
                findings.judge(
                    About::the(SubjectKind::PlacementWeek, &week.id),
                    is_closed(week),
                    year.standing,
                    || {
                        let facts = facts! { placement: &placement.id, week: &week.id };
                        Shortfall::new(at!(Portfolio: placements[at].weeks[to]), facts)
                    },
                );
            }
        }
    }
    case.answer_by_year(findings, &RULE, YEARS)
}
