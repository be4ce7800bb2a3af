//! `TK-N102`: every school in the network has a school leader.

use crate::frameworks::Role;
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N102",
    name: "school-without-leader",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("school", FactKind::Id), ("day", FactKind::Date)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::RolVanDeSchoolleiding])]),
    texts: texts! {
        title: { nl: "opleidingsschool zonder schoolleider", en: "school without leader" },
        asks: {
            nl: "Bij elke opleidingsschool in het netwerk staat wie er schoolleider is.",
            en: "For every training school in the network, a school leader is recorded."
        },
        why: {
            nl: "Volgens het katern vervult de schoolleiding een leidende rol bij de inbedding van het opleiden in de cultuur en de organisatie van de school.",
            en: "According to the booklet, the school leadership has a leading role in embedding training in the culture and organisation of the school."
        },
        fix: {
            nl: "Leg vast wie de schoolleider van de opleidingsschool is.",
            nl_plain: "Vul in wie de schoolleider van de school is.",
            en: "Record the school leader of the training school."
        },
        message: {
            nl: "bij opleidingsschool `{school}` staat geen schoolleider voor `{day}`",
            nl_plain: "vul in wie op `{day}` de schoolleider van school `{school}` is",
            en: "no school leader is recorded for training school `{school}` on `{day}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools each, persons some), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let day = case.day();
    for (at, school) in case.schools() {
        let met = case.holders_for(at, Role::SchoolLeader, day).next().is_some();
        findings.judge(About::the(SubjectKind::School, &school.id), met, Standing::DUE, || {
            Shortfall::new(at!(Partnership: schools[at]), facts! { school: &school.id, day: day })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
