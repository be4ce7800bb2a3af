//! `TK-P108`: placements at different schools do not take the same days.

use crate::document::{Decimal, Period, Placement};
use crate::frameworks::StudyMode;
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
    sources: &[Source::Own(Text { nl: "een student is op één school tegelijk", en: "a student is at one school at a time" })],
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

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let most = Decimal::hundredths(case.norm(&RULE, &MOST_DAYS, case.as_of()) * 100);
    let dated: Vec<(&Period, usize, &Placement<'_>)> = case
        .placements()
        .filter(|(_, placement)| placement.school.is_some())
        .filter_map(|(at, placement)| Some((placement.period.as_ref()?, at, placement)))
        .collect();
    // A sweep by first day: only placements that still run are held against the next one.
    let mut running: Vec<(&Period, usize, &Placement<'_>)> = Vec::new();
    for (period, at, placement) in sorted(dated, |a, b| a.0.from.cmp(&b.0.from)) {
        running.retain(|(earlier, _, _)| earlier.until.is_none_or(|until| until >= period.from));
        let clash = running.iter().find(|(_, _, other)| {
            other.school != placement.school
                && if other.weekdays.is_empty() || placement.weekdays.is_empty() {
                    let days = other.days_at_school.zip(placement.days_at_school);
                    days.is_some_and(|(a, b)| a.get().as_hundredths() + b.get().as_hundredths() > most.as_hundredths())
                } else {
                    other.weekdays.overlaps(placement.weekdays)
                }
        });
        findings.judge(clash.is_none(), Standing::DUE, || {
            let other = clash.map_or(placement, |(_, _, other)| other);
            let facts = facts! { placement: placement.id.as_str(), other: other.id.as_str() };
            let shortfall = Shortfall::new(at!["placements", at, "period"], "placement", facts).of(&placement.id);
            shortfall.with("other", at!["placements", clash.map_or(at, |(_, at, _)| *at), "period"])
        });
        running.push((period, at, placement));
    }
    findings.answer(Reason::NothingToJudge)
}
