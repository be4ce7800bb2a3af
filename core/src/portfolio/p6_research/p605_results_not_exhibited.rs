//! `TK-P605`: the results of a school development theme are presented at the yearly exhibition.

use super::{YEARS, judge_themes};
use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
#[cfg(feature = "partnership")]
use crate::judging::Moment;
use crate::partnership::n4_meetings::EXHIBITION_MISSING;
#[cfg(feature = "partnership")]
use crate::partnership::{Network, n4_meetings::is_exhibition_missing};
use crate::portfolio::prelude::*;
#[cfg(feature = "partnership")]
use crate::rulebook::Rulebook;

pub(crate) static META: Meta = Meta {
    code: "TK-P605",
    name: "results-not-exhibited",
    severity: Some(Severity::Error),
    phase: Phase::Year(&YEARS),
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[&super::p601_year_three_without_school_development_theme::META, &EXHIBITION_MISSING],
    step: Step::Research,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "opbrengsten niet tentoongesteld", en: "results not exhibited" },
        asks: {
            nl: "De opbrengsten van elk schoolontwikkelingsthema van studiejaar 3 zijn gepresenteerd op de jaarlijkse tentoonstelling.",
            en: "The results of every school development theme of study year 3 have been presented at the yearly exhibition."
        },
        why: {
            nl: "Zo krijgen de studenten die derdejaars worden, zicht op de ontwerptaak.",
            en: "This gives the students who are about to become third-years a view of the design task."
        },
        fix: {
            nl: "Leg vast op welke dag de opbrengsten op de tentoonstelling zijn gepresenteerd, of presenteer ze daar.",
            nl_plain: "Laat je opbrengsten zien op de tentoonstelling, of vul in op welke dag je dat deed.",
            en: "Record the day on which the results were presented at the exhibition, or present them there."
        },
        message: {
            nl: "bij {subject} staat geen tentoonstelling van uiterlijk de peildatum",
            nl_plain: "laat de opbrengsten van {subject} zien op de jaarlijkse tentoonstelling, of vul in op welke dag je dat deed",
            en: "no exhibition on or before the reference day is recorded with {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::SchoolDevelopmentTheme) },
    reads: reads!(Portfolio: research each),
    check,
};

/// Whether TK-N409 reports the partnership of every school year of study year 3: there was no exhibition to present anything at.
/// Where one of them has an exhibition, or its partnership was not given, a theme of the study year could be presented.
#[cfg(feature = "partnership")]
pub(in crate::portfolio) fn is_without_exhibition(
    case: &PortfolioCase<'_>,
    moment: Moment,
    rulebook: &Rulebook,
) -> bool {
    let mut entries = case.entries().iter().filter(|entry| YEARS.contains(&entry.study_year.get())).peekable();
    let is_without = |network: &Network| is_exhibition_missing(&network.document, moment, rulebook);
    entries.peek().is_some() && entries.all(|entry| case.network(entry.school_year).is_some_and(is_without))
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    judge_themes(
        &RULE,
        case,
        findings,
        |case, theme| theme.exhibited_on.is_some_and(|day| case.has_begun(Some(day))),
        |at| at!(Portfolio: research.school_development_themes[at].exhibited_on),
    )
}
