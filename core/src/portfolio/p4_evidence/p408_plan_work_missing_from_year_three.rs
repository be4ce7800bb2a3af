//! `TK-P408`: from study year 3 on the student works on action plans or group plans.

use super::judge_activities;
use crate::documents::Activity;
use crate::frameworks::StudyMode;
use crate::portfolio::norms::FROM_YEAR;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P408",
    name: "plan-work-missing-from-year-three",
    severity: Some(Severity::Info),
    phase: Phase::Year(&[3, 4]),
    basis: Basis::Seed,
    norms: &[&FROM_YEAR],
    facts: &[("year", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Prove,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Specialisatie])]),
    texts: texts! {
        title: {
            nl: "geen werk aan een handelingsplan of groepsplan",
            en: "no work on an action plan or group plan"
        },
        asks: {
            nl: "In elk studiejaar vanaf dat van de norm (`from`: gewoonlijk 3) is er bewijs van werk aan een handelingsplan of groepsplan.",
            en: "In every study year from that of the norm (`from`: normally 3) there is evidence of work on an action plan or group plan."
        },
        why: {
            nl: "Vanaf het derde studiejaar wordt de student meer betrokken bij het opstellen van handelingsplannen en groepsplannen.",
            en: "From the third study year on, the student is more involved in drawing up action plans and group plans."
        },
        fix: {
            nl: "Voeg bewijs toe van werk aan een handelingsplan of groepsplan, of vraag de mentor om eraan mee te mogen werken.",
            nl_plain: "Voeg bewijs toe van je werk aan een handelingsplan of groepsplan, of vraag je mentor of je mag meewerken.",
            en: "Add evidence of work on an action plan or group plan, or arrange with the mentor to take part in drawing one up."
        },
        message: {
            nl: "bij studiejaar `{year}` staat geen bewijs van werk aan een handelingsplan of groepsplan",
            nl_plain: "voeg bewijs toe van je werk aan een handelingsplan of groepsplan in jaar `{year}`",
            en: "no evidence of work on an action plan or group plan is recorded in study year `{year}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: evidence some, placements named),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let years = case.years_from(&FROM_YEAR);
    judge_activities(case, findings, &RULE, &years, &[Activity::ActionPlan, Activity::GroupPlan])
}
