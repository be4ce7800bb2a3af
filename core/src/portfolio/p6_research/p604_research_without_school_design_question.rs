//! `TK-P604`: a school development theme is about a design question of the school.

use super::{YEARS, judge_themes};
use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P604",
    name: "research-without-school-design-question",
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
        title: { nl: "schoolontwikkelingsthema zonder ontwerpvraag van de school", en: "school development theme without a design question of the school" },
        asks: {
            nl: "Bij elk schoolontwikkelingsthema van studiejaar 3 staat de ontwerpvraag van de school.",
            en: "Every school development theme of study year 3 contains the design question of the school."
        },
        why: {
            nl: "De groepjes werken aan een ontwerpvraag van de school.",
            en: "The groups work on a design question that the school has."
        },
        fix: {
            nl: "Vraag de schoolopleider naar de ontwerpvraag van de school, en leg die vast.",
            nl_plain: "Vraag je schoolopleider naar de ontwerpvraag van de school, en schrijf die op.",
            en: "Obtain the design question of the school from the school trainer, and record it."
        },
        message: {
            nl: "bij {subject} staat geen ontwerpvraag van de school",
            nl_plain: "schrijf bij {subject} de ontwerpvraag van de school op; vraag die zo nodig aan je schoolopleider",
            en: "no design question of the school is recorded with {subject}"
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
        |_, theme| said(theme.design_question.as_ref()),
        |at| at!(Portfolio: research.school_development_themes[at].design_question),
    )
}
