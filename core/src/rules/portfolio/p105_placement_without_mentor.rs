//! `TK-P105`: a placement that has begun has a mentor.

use chrono::{Days, NaiveDate};

use crate::document::{Period, PersonInRole, SchoolYear};
use crate::frameworks::StudyMode;
use crate::order::sorted;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P105",
    name: "placement-without-mentor",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::PLACEMENTS,
    not_for: &[StudyMode::LateralEntry],
    exempted_by: None,
    norms: &[&GRACE_DAYS],
    facts: &[("placement", FactKind::Id), ("from", FactKind::Date), ("days", FactKind::Whole)],
    sources: Sources::of(&[Source::Booklet(&["S092", "S093"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "plaatsing zonder mentor", en: "placement without mentor" },
        asks: {
            nl: "Een begonnen plaatsing is nooit langer dan de respijtdagen zonder mentor.",
            en: "A placement that has begun is never without a mentor for more than the grace days."
        },
        why: {
            nl: "De mentor begeleidt de student in de klas; zonder mentor leert niemand mee.",
            en: "The mentor guides the student in the class; without one nobody does."
        },
        mend: {
            nl: "Laat de schoolopleider een mentor koppelen en leg vast vanaf wanneer.",
            en: "Have the school trainer match a mentor, and record from when."
        },
        message: {
            nl: "plaatsing `{placement}` is[ `{days}` dagen] zonder mentor[, vanaf `{from}`]",
            nl_plain: "bij plaatsing `{placement}` heb je[ vanaf `{from}`] geen mentor: vraag je schoolopleider",
            en: "placement `{placement}` is without a mentor[ for `{days}` days from `{from}`]"
        },
    },
    check: Some(check),
};

static GRACE_DAYS: Norm = Norm::number("grace_days", Unit::Days, 14, 0, 366);

/// The stretches of a placement that no mentor covers, up to the reference day: first and last day.
fn gaps(placement: &Period, mentors: &[PersonInRole<'_>], as_of: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let end = placement.until.map_or(as_of, |until| until.min(as_of));
    let covered: Vec<(NaiveDate, NaiveDate)> = mentors
        .iter()
        .map(|mentor| {
            let period = mentor.period.as_ref();
            let until = period.map_or(Some(end), |period| period.until).unwrap_or(end);
            (period.map_or(placement.from, |period| period.from), until)
        })
        .collect();
    let mut gaps = Vec::new();
    let mut open = placement.from;
    for (from, until) in sorted(covered, Ord::cmp) {
        if from > end {
            break;
        }
        if let Some(before) = from.pred_opt().filter(|before| *before >= open) {
            gaps.push((open, before));
        }
        open = open.max(until.succ_opt().unwrap_or(until));
    }
    if open <= end {
        gaps.push((open, end));
    }
    gaps
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    for (at, placement) in case.placements() {
        let path = || at!["placements", at, "mentors"];
        let Some(period) = &placement.period else {
            let first = placement.school_year.map(SchoolYear::first_day);
            let grace = |first| case.after_grace(first, case.norm(&RULE, &GRACE_DAYS, first));
            let standing = first.map_or(Standing::DUE, grace);
            findings.judge(case.persons(&placement.mentors).next().is_some(), standing, || {
                Shortfall::new(path(), "placement", facts! { placement: placement.id.as_str() }).of(&placement.id)
            });
            continue;
        };
        let grace = i64::from(case.norm(&RULE, &GRACE_DAYS, period.from));
        let length = |(from, until): (NaiveDate, NaiveDate)| (until - from).num_days() + 1;
        let gaps = gaps(period, &placement.mentors, case.as_of());
        // The last day on which a gap is not too long, when it is still open and the placement lasts beyond that day.
        let running = gaps.last().copied().filter(|(_, until)| *until == case.as_of()).and_then(|gap| {
            let last = gap.0.checked_add_days(Days::new(grace.unsigned_abs()))?.pred_opt()?;
            period.until.is_none_or(|until| until > last).then_some((gap, last))
        });
        let too_long = gaps.iter().copied().filter(|gap| length(*gap) > grace).max_by_key(|gap| length(*gap));
        let standing = match running {
            Some((_, last)) if too_long.is_none() => Standing::not_yet(Some(last)),
            _ => Standing::DUE,
        };
        let gap = too_long.or(running.map(|(gap, _)| gap));
        findings.judge(gap.is_none(), standing, || {
            let (from, until) = gap.unwrap_or((period.from, period.from));
            let facts = facts! { placement: placement.id.as_str(), from: from, days: length((from, until)) };
            Shortfall::new(path(), "placement", facts).of(&placement.id)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
