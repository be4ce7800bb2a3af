//! `TK-P509`: a final result is given by an appointed examiner.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P509",
    name: "assessment-without-appointed-examiner",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Statute,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Law(Text { nl: "WHW, artikel 7.12c, eerste lid", en: "WHW art. 7.12c(1)" })]),
    texts: texts! {
        title: { nl: "beoordeling zonder aangewezen examinator", en: "assessment without an appointed examiner" },
        asks: {
            nl: "Bij een definitieve uitslag is minstens één beoordelaar examinator, aangewezen door de examencommissie.",
            en: "A final result has at least one assessor who is an examiner appointed by the examination board."
        },
        why: {
            nl: "Volgens de wet stellen examinatoren de uitslag van tentamens vast; de examencommissie wijst hen aan.",
            en: "By law, the results of examinations are determined by examiners whom the examination board appoints."
        },
        fix: {
            nl: "Leg vast welke beoordelaar een aangewezen examinator is.",
            nl_plain: "Vraag je opleiders wie de examinator is, en vul dat in.",
            en: "Record which assessor is an appointed examiner."
        },
        message: {
            nl: "bij {subject} staat geen beoordelaar die een aangewezen examinator is",
            nl_plain: "vraag je opleiders wie bij {subject} de examinator is, en vul dat in",
            en: "no assessor of {subject} is recorded as an appointed examiner"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: assessments each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, assessment) in case.final_assessments().filter(|(_, made)| made.result.is_some()) {
        let appointed = assessment.assessors.iter().any(|one| one.examiner == Some(true));
        findings.judge(About::the(SubjectKind::Assessment, &assessment.id), appointed, Standing::DUE, || {
            Shortfall::new(at!(Portfolio: assessments[at].assessors), facts! {})
        });
    }
    findings.answer(Reason::NothingToJudge)
}
