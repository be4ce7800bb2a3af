//! `TK-P503`: the mentor advises and does not assess.

use crate::frameworks::Role;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P503",
    name: "mentor-as-assessor",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("person", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::DeMentor, Passage::ProfessioneleKwaliteit]),
        Source::Own(Text {
            nl: "geen zin in het katern maakt de mentor tot beoordelaar",
            en: "no sentence in the booklet makes the mentor an assessor",
        }),
    ]),
    texts: texts! {
        title: { nl: "mentor als beoordelaar", en: "mentor as assessor" },
        asks: {
            nl: "Bij de beoordelaars staat geen mentor: de mentor begeleidt en adviseert.",
            en: "No mentor is listed among the assessors: the mentor guides and advises."
        },
        why: {
            nl: "Een mentor die de student elke dag begeleidt, moet vrij met die student kunnen spreken.",
            en: "Someone who guides the student every day must be able to talk with them freely."
        },
        fix: {
            nl: "Leg het oordeel van de mentor vast als advies.",
            nl_plain: "Vraag je opleiders om het oordeel van je mentor als advies op te schrijven.",
            en: "Record the mentor's judgement as advice."
        },
        message: {
            nl: "mentor `{person}` staat als beoordelaar bij {subject}",
            nl_plain: "je mentor (`{person}`) staat bij {subject} als beoordelaar, maar geeft alleen advies: vraag je opleiders om dit te veranderen",
            en: "mentor `{person}` is listed as an assessor of {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: assessments each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, assessment) in case.assessments().filter(|(_, made)| !made.assessors.is_empty()) {
        let mentors = assessment.assessors.iter().enumerate().filter(|(_, one)| one.role == Some(Role::Mentor));
        findings.judge_each(
            About::the(SubjectKind::Assessment, &assessment.id),
            mentors,
            Standing::DUE,
            |(to, mentor)| {
                let path = at!(Portfolio: assessments[at].assessors[to].role);
                Shortfall::new(path, facts! { person: &mentor.person })
            },
        );
    }
    findings.answer(Reason::NothingToJudge)
}
