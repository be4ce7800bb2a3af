//! `TK-P614`: a school trainer guides the school development theme.

use super::{YEARS, judge_themes};
use crate::documents::ExemptionOf;
use crate::frameworks::{Role, StudyMode};
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P614",
    name: "research-without-school-trainer",
    severity: Some(Severity::Info),
    phase: Phase::Year(&YEARS),
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[&super::p601_year_three_without_school_development_theme::META],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling, Passage::RolVanDeSchoolopleider])]),
    texts: texts! {
        title: { nl: "schoolontwikkelingsthema zonder schoolopleider", en: "school development theme without a school trainer" },
        asks: {
            nl: "Bij elk schoolontwikkelingsthema van studiejaar 3 staat een schoolopleider als begeleider.",
            en: "Every school development theme of study year 3 has a school trainer among its guides."
        },
        why: {
            nl: "De schoolopleider is betrokken bij het ontwerponderzoek in de school.",
            en: "The school trainer is involved in the design research at the school."
        },
        fix: {
            nl: "Leg vast welke schoolopleider begeleidt of begeleidde, of vraag de schoolopleider om mee te begeleiden.",
            nl_plain: "Vul in welke schoolopleider je begeleidt of begeleidde, of vraag je schoolopleider om mee te doen.",
            en: "Record which school trainer guides or guided the research, or invite the school trainer to join in."
        },
        message: {
            nl: "bij {subject} staat geen schoolopleider als begeleider",
            nl_plain: "vul bij {subject} in welke schoolopleider je begeleidt of begeleidde, of vraag je schoolopleider om mee te doen",
            en: "no school trainer is listed among the guides of {subject}"
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
        |case, theme| case.persons(&theme.guides).any(|guide| guide.role == Some(Role::SchoolTrainer)),
        |at| at!(Portfolio: research.school_development_themes[at].guides),
    )
}
