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
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S092", "S124", "S125"]), Source::Dossier(&["D13.3"])]),
    texts: texts! {
        title: { nl: "mentor als beoordelaar", en: "mentor as assessor" },
        asks: {
            nl: "De mentor begeleidt en adviseert; beoordelen doet het duo van opleiders.",
            en: "The mentor guides and advises; the duo of trainers assesses."
        },
        why: {
            nl: "Wie dagelijks begeleidt, moet vrij met de student kunnen spreken.",
            en: "Who guides day by day must be free to talk with the student."
        },
        mend: {
            nl: "Leg het oordeel van de mentor vast als advies.",
            en: "Record the mentor's judgement as advice."
        },
        message: {
            nl: "mentor `{person}` staat bij de beoordelaars",
            nl_plain: "`{person}` is je mentor en geeft advies, maar beoordeelt niet",
            en: "mentor `{person}` is among the assessors"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: assessments each), with: None, check };

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
