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
        title: { nl: "onderzoek zonder schoolopleider", en: "research without a school trainer" },
        asks: {
            nl: "Bij elk schoolontwikkelingsthema van studiejaar 3 staat een schoolopleider als begeleider.",
            en: "Every school development theme of study year 3 has a school trainer among its guides."
        },
        why: {
            nl: "De schoolopleider is betrokken bij het ontwerponderzoek in de school.",
            en: "The school trainer is involved in the design research at the school."
        },
        fix: {
            nl: "Vraag de schoolopleider om mee te begeleiden en leg dat vast.",
            nl_plain: "Vraag je schoolopleider om mee te begeleiden, en vul dat in.",
            en: "Invite the school trainer to join in the guidance, and record it."
        },
        message: {
            nl: "bij {subject} staat geen schoolopleider als begeleider",
            nl_plain: "vraag je schoolopleider om {subject} mee te begeleiden, en vul dat in",
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
