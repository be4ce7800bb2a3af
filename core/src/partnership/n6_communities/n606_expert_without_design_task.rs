//! `TK-N606`: an expert has a design task.

use crate::frameworks::Role;
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N606",
    name: "expert-without-design-task",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("person", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "expert zonder ontwerpopdracht", en: "expert without a design task" },
        asks: {
            nl: "Elke expert heeft een ontwerpopdracht: essentiële kennis actueel houden of leermiddelen ontwerpen.",
            en: "Every expert has a design task: keeping essential knowledge up to date or designing learning materials."
        },
        why: {
            nl: "In het toekomstbeeld van het katern houden experts de essentiële kennis actueel en ontwerpen ze leermiddelen.",
            en: "In the booklet's picture of the future, experts keep the essential knowledge up to date and design learning materials."
        },
        fix: {
            nl: "Bespreek een ontwerpopdracht met de expert, of leg vast welke die heeft.",
            nl_plain: "Bespreek een ontwerpopdracht met de expert, of vul in welke die heeft.",
            en: "Discuss a design task with the expert, or record which one the expert has."
        },
        message: {
            nl: "bij expert `{person}` staat geen ontwerpopdracht",
            nl_plain: "vul in welke ontwerpopdracht expert `{person}` heeft, of bespreek er een",
            en: "no design task is recorded for expert `{person}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: persons each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for expert in case.holders(&[Role::Expert], case.day()) {
        let (at, number) = (expert.person_at, expert.role_at);
        let about = About::the(SubjectKind::Person, &expert.person.id);
        findings.judge(about, !expert.held.design_tasks.is_empty(), Standing::DUE, || {
            let facts = facts! { person: &expert.person.id };
            Shortfall::new(at!(Partnership: persons[at].roles[number].design_tasks), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
