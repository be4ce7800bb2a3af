//! `TK-P510`: the mentor advises on the assessment of development.

use crate::documents::AssessmentOf;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P510",
    name: "mentor-advice-missing",
    severity: Some(Severity::Info),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Talk,
    acts: Actor::Mentor,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::DeMentor])]),
    texts: texts! {
        title: { nl: "advies van de mentor ontbreekt", en: "advice of the mentor missing" },
        asks: {
            nl: "Bij een definitieve beoordeling van de professionele ontwikkeling staat een advies van de mentor, met een tekst of een datum.",
            en: "A final assessment of professional development contains the advice of the mentor, with a text or a date."
        },
        why: {
            nl: "De mentor bespreekt de begeleiding en de criteria voor de beoordeling regelmatig met de opleiders.",
            en: "The mentor regularly discusses the guidance and the assessment criteria with the trainers."
        },
        fix: {
            nl: "Vraag de mentor om advies en leg het vast bij de beoordeling.",
            nl_plain: "Vraag je mentor om advies, en zet het bij de beoordeling.",
            en: "Request the advice of the mentor, and record it with the assessment."
        },
        message: {
            nl: "bij {subject} van de ontwikkeling staat geen advies van de mentor van uiterlijk de peildatum",
            nl_plain: "vraag je mentor om advies, en zet het bij {subject}",
            en: "no advice of the mentor given on or before the reference day is recorded with {subject} of development"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: assessments each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, assessment) in case.final_assessments().filter(|(_, made)| made.of == AssessmentOf::Development) {
        let advice = assessment.mentor_advice.as_ref().filter(|advice| case.has_begun(advice.date));
        let given = advice.is_some_and(|advice| advice.date.is_some() || said(advice.text.as_ref()));
        findings.judge(About::the(SubjectKind::Assessment, &assessment.id), given, Standing::DUE, || {
            Shortfall::new(at!(Portfolio: assessments[at].mentor_advice), facts! {})
        });
    }
    findings.answer(Reason::NothingToJudge)
}
