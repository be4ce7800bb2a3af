//! `TK-P603`: research on a school development theme is carried out with the school team.

use super::{YEARS, judge_themes};
use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P603",
    name: "school-team-not-involved",
    severity: Some(Severity::Error),
    phase: Phase::Year(&YEARS),
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[&super::p601_year_three_without_school_development_theme::META],
    step: Step::Research,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "schoolteam niet betrokken", en: "school team not involved" },
        asks: {
            nl: "Bij elk schoolontwikkelingsthema van studiejaar 3 staat minstens één lid van het schoolteam.",
            en: "Every school development theme of study year 3 lists at least one member of the school team."
        },
        why: {
            nl: "De studenten voeren het onderzoek samen met het team uit.",
            en: "The students carry out the research together with the team."
        },
        fix: {
            nl: "Vraag de school wie van het team meedoet of meedeed, en leg dat vast.",
            nl_plain: "Vraag je schoolopleider wie van het team meedoet of meedeed, en vul dat in.",
            en: "Find out from the school which members of the team take or took part, and record it."
        },
        message: {
            nl: "bij {subject} staat niemand van het schoolteam",
            nl_plain: "vraag je schoolopleider wie van het team meedoet of meedeed aan {subject}, en vul dat in",
            en: "no member of the school team is listed with {subject}"
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

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    judge_themes(
        &RULE,
        case,
        findings,
        |case, theme| case.persons(&theme.school_team).next().is_some(),
        |at| at!(Portfolio: research.school_development_themes[at].school_team),
    )
}
