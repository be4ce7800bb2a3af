//! `TK-P111`: a placement that has begun has a school trainer and an institute trainer.

use crate::documents::PersonInRole;
use crate::frameworks::{Role, StudyMode};
use crate::portfolio::norms::GRACE_DAYS;
use crate::portfolio::prelude::*;

use super::p105_placement_without_mentor::lack;

pub(crate) static META: Meta = Meta {
    code: "TK-P111",
    name: "placement-without-trainer-duo",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&GRACE_DAYS],
    facts: &[
        ("placement", FactKind::Id),
        ("missing", FactKind::word::<Role>()),
        ("from", FactKind::Date),
        ("until", FactKind::Date),
        ("days", FactKind::Whole),
    ],
    may_lack: &["from", "until", "days"],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::ProfessioneleKwaliteit])]),
    texts: texts! {
        title: { nl: "plaatsing zonder duo van opleiders", en: "placement without a duo of trainers" },
        asks: {
            nl: "Tijdens een plaatsing op een opleidingsschool heeft de student steeds een schoolopleider en een instituutsopleider; zonder een van beiden duurt het nooit langer dan de toegestane dagen (`grace_days`).",
            en: "Once a placement at a training school has begun, the student is never without a school trainer or an institute trainer for longer than the grace period (`grace_days`)."
        },
        why: {
            nl: "De brede professionele ontwikkeling wordt begeleid door een duo van schoolopleider en instituutsopleider.",
            en: "Broad professional development is guided by a duo of a school trainer and an institute trainer."
        },
        fix: {
            nl: "Vraag school of opleiding wie de opleider is of was die ontbreekt, en leg vast vanaf wanneer; was er in een periode die voorbij is niemand, dan kan het partnerschap ontheffing geven.",
            nl_plain: "Vraag wie je opleiders zijn of waren, en vul dat in. Was er niemand? Vraag je opleiding dan om ontheffing.",
            en: "Find out from the school or the institute who the missing trainer is or was, and record from when; where there was none in a period that is over, the partnership can grant a waiver."
        },
        message: {
            nl: "bij {subject} ontbreekt: `{missing}`[, vanaf `{from}`][ tot en met `{until}` (deze periode is voorbij)][; aantal dagen: `{days}`]",
            nl_plain: "bij {subject} ontbreekt: `{missing}`[, vanaf `{from}`][ tot en met `{until}` (was er niemand, vraag dan ontheffing)]; vraag je school of opleiding wie dat is of was",
            en: "missing from {subject}: `{missing}`[, from `{from}`][ to `{until}` (a period that is over)][; days: `{days}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements each, decisions named),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    if case.left() {
        return Reply::not_applicable(Reason::LeftWithoutDiploma);
    }
    for (at, placement) in case.placements_at_schools() {
        for role in [Role::SchoolTrainer, Role::InstituteTrainer] {
            let with_role = |one: &&PersonInRole<'_>| one.role == Some(role);
            let trainers: Vec<_> = placement.trainers.iter().filter(with_role).listed();
            let lack = lack(case, placement, &trainers);
            let standing = lack.as_ref().map_or(Standing::DUE, |lack| lack.standing);
            findings.judge_each(About::the(SubjectKind::Placement, &placement.id), lack, standing, |lack| {
                let facts = lack.of(facts! { placement: &placement.id, missing: role });
                Shortfall::new(at!(Portfolio: placements[at].trainers), facts)
            });
        }
    }
    findings.answer(Reason::NothingToJudge)
}
