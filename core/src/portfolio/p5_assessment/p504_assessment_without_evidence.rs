//! `TK-P504`: a final result is based on evidence, a visit or a talk.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P504",
    name: "assessment-without-evidence",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("assessment", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ontwerpateliers])]),
    texts: texts! {
        title: { nl: "beoordeling zonder bewijs", en: "assessment without evidence" },
        asks: {
            nl: "Bij een definitieve uitslag staat op welk bewijs, bezoek of gesprek die is gebaseerd.",
            en: "A final result names the evidence, visit or talk on which it is based."
        },
        why: {
            nl: "Zonder onderbouwing is niet te controleren waarop een oordeel is gebaseerd.",
            en: "A judgement without stated grounds cannot be checked."
        },
        fix: {
            nl: "Leg vast op welk bewijs, bezoek of gesprek de uitslag is gebaseerd.",
            nl_plain: "Vul in welk bewijs, bezoek of gesprek bij de beoordeling hoort. Vraag het zo nodig aan je opleiders.",
            en: "Record the evidence, visit or talk on which the result is based."
        },
        message: {
            nl: "bij {subject} staat geen bewijs, bezoek of gesprek van uiterlijk de peildatum",
            nl_plain: "vul bij {subject} in welk bewijs, bezoek of gesprek erbij hoort; vraag het zo nodig aan je opleiders",
            en: "{subject} names no evidence, visit or talk dated on or before the reference day"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: evidence named, assessments each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, assessment) in case.final_assessments().filter(|(_, made)| made.result.is_some()) {
        let mut held = assessment.visits.iter().chain(&assessment.talks);
        // What is still to come is no ground.
        let evidence = || assessment.evidence.iter().map(|id| case.has_evidence(id));
        let grounds = evidence().any(|there| there == Some(true)) || held.any(|day| case.has_begun(Some(*day)));
        if !grounds && evidence().any(|there| there.is_none()) {
            findings.cannot_judge();
            continue;
        }
        findings.judge(About::the(SubjectKind::Assessment, &assessment.id), grounds, Standing::DUE, || {
            let facts = facts! { assessment: &assessment.id };
            Shortfall::new(at!(Portfolio: assessments[at].evidence), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
