//! `TK-P106`: it is the school trainer who matches a student with a mentor.

use crate::documents::PersonInRole;
use crate::frameworks::{Role, StudyMode};
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P106",
    name: "mentor-matched-by-other-than-school-trainer",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("placement", FactKind::Id), ("person", FactKind::Id), ("role", FactKind::word::<Role>())],
    may_lack: &[],
    gives_way_to: &[&super::p105_placement_without_mentor::META],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::DeMentor])]),
    texts: texts! {
        title: { nl: "mentor niet door de schoolopleider gekoppeld", en: "mentor not matched by the school trainer" },
        asks: {
            nl: "Staat bij de koppeling aan een mentor wie haar maakte en in welke rol, dan is dat de schoolopleider van de plaatsing.",
            en: "Where it is recorded who made the match with a mentor, and in which role, that person is the school trainer of the placement."
        },
        why: {
            nl: "De schoolopleider koppelt de student aan een mentor van wie de student op dat moment veel kan leren.",
            en: "The school trainer matches the student with a mentor from whom the student can learn much at that moment."
        },
        fix: {
            nl: "Vraag de schoolopleider om de koppeling te bevestigen, of verbeter de naam of de rol van wie de koppeling maakte.",
            nl_plain: "Vraag je schoolopleider om de koppeling met je mentor na te kijken, of verbeter wie die maakte.",
            en: "Have the school trainer confirm the match, or correct who made it and in which role."
        },
        message: {
            nl: "de koppeling bij {subject} is volgens het portfolio gemaakt door `{person}`, in de rol `{role}`; dat is aan de schoolopleider",
            nl_plain: "bij {subject} staat dat `{person}` (`{role}`) je aan je mentor koppelde: vraag je schoolopleider om dat na te kijken",
            en: "the match for {subject} is recorded as made by `{person}`, in the role `{role}`; it is for the school trainer to make"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, placement) in case.placements_at_schools() {
        let by = case.matching(placement).and_then(|matching| matching.by.as_ref());
        let Some((by, role)) = by.and_then(|by| Some((by, by.role?))) else { continue };
        // Whoever is the school trainer of the placement may have made the match in another role as well.
        let is_trainer = |one: &PersonInRole<'_>| one.role == Some(Role::SchoolTrainer) && one.person == by.person;
        let met = role == Role::SchoolTrainer || case.persons(&placement.trainers).any(is_trainer);
        findings.judge(About::the(SubjectKind::Placement, &placement.id), met, Standing::DUE, || {
            let facts = facts! { placement: &placement.id, person: &by.person, role: role };
            Shortfall::new(at!(Portfolio: placements[at].matching.by), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
