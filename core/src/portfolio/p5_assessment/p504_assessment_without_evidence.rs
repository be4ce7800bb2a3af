//! `TK-P504`: a final result rests on evidence, a visit or a talk.

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
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S054"])]),
    texts: texts! {
        title: { nl: "beoordeling zonder bewijs", en: "assessment without evidence" },
        asks: {
            nl: "Een definitieve uitslag noemt het bewijs, het bezoek of het gesprek waarop hij rust.",
            en: "A final result names the evidence, visit or talk that it rests on."
        },
        why: {
            nl: "Een oordeel zonder grond is niet na te gaan.",
            en: "A judgement without grounds cannot be followed."
        },
        mend: {
            nl: "Leg vast op welk bewijs, bezoek of gesprek de uitslag rust.",
            en: "Record the evidence, visit or talk that the result rests on."
        },
        message: {
            nl: "beoordeling `{assessment}` rust op geen bewijs, bezoek of gesprek van vóór of op de peildatum",
            nl_plain: "bij `{assessment}` staat geen bewijs, bezoek of gesprek waar het oordeel nu op kan rusten",
            en: "assessment `{assessment}` rests on no evidence, visit or talk up to the reference day"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: evidence named, assessments each),
    with: None,
    check,
};

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
