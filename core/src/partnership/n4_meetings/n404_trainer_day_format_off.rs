//! `TK-N404`: a trainer day has the parts that the booklet describes.

use super::days_held;
use crate::documents::{TrainerDay, TrainerDayPart};
use crate::partnership::case::DayId;
use crate::partnership::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N404",
    name: "trainer-day-format-off",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[
        ("missing", FactKind::words::<TrainerDayPart>()),
        ("either", FactKind::words::<TrainerDayPart>()),
    ]),
    may_lack: &["missing", "either"],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Opleidersdagen])]),
    texts: texts! {
        title: { nl: "onderdelen van de opleidersdag niet volledig", en: "parts of the trainer day incomplete" },
        asks: {
            nl: "Elke gehouden opleidersdag heeft een plenair deel, groepen met een opdracht, en intervisie of een ontwerpatelier voor opleiders.",
            en: "Every trainer day that was held has a plenary part, groups with a task, and peer consultation (intervisie) or a design studio for teacher educators."
        },
        why: {
            nl: "Volgens het katern is er op opleidersdagen een plenair deel, zijn er agenda's voor groepen met een specifieke opdracht, en is er intervisie of een ontwerpatelier voor de lerarenopleiders.",
            en: "According to the booklet, trainer days have a plenary part, agendas for groups with a specific task, and peer consultation (intervisie) or design studios for the teacher educators."
        },
        fix: {
            nl: "Leg de ontbrekende onderdelen vast, of zet ze op het programma van de volgende opleidersdag.",
            nl_plain: "Vul de onderdelen in die er waren, of zet wat ontbreekt op het programma van de volgende opleidersdag.",
            en: "Record the missing parts, or put them on the programme of the next trainer day."
        },
        message: {
            nl: "de onderdelen van {subject} zijn niet volledig[; er ontbreekt: `{missing}`][; minstens één ervan is nodig: `{either}`]",
            nl_plain: "vul de onderdelen van {subject} aan[; er ontbreekt: `{missing}`][; minstens één ervan is nodig: `{either}`]",
            en: "the parts of {subject} are incomplete[; missing: `{missing}`][; at least one is required of: `{either}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: trainer_days each), check };

/// What a trainer day lacks of the parts that each has, and those of which it has neither.
pub(crate) fn missing_parts(day: &TrainerDay<'_>) -> [Option<Set<TrainerDayPart>>; 2] {
    let always = Set::from([TrainerDayPart::Plenary, TrainerDayPart::TaskGroups]);
    let either = Set::from([TrainerDayPart::Intervision, TrainerDayPart::TrainerStudio]);
    [
        Some(always.without(day.parts)).filter(|missing| !missing.is_empty()),
        Some(either).filter(|either| !either.overlaps(day.parts)),
    ]
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, day) in days_held(case) {
        let [missing, either] = missing_parts(day);
        let met = missing.is_none() && either.is_none();
        findings.judge(About::the(SubjectKind::TrainerDay, &DayId::of(day.date)), met, Standing::DUE, || {
            let facts = facts! {}.and("missing", missing).and("either", either);
            Shortfall::new(at!(Partnership: trainer_days[at].parts), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
