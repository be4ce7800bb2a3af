//! `TK-P504`: a final result rests on evidence, a visit or a talk.

use crate::order::distinct;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P504",
    name: "assessment-without-evidence",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::ASSESSMENTS.and(Sections::EVIDENCE),
    not_for: &[],
    exempted_by: None,
    norms: &[],
    facts: &[("assessment", FactKind::Id)],
    sources: Sources::of(&[Source::Booklet(&["S054"])]),
    basis: Basis::Inferred,
    since: "0.1.0",
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
    check: Some(check),
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    // What is still to come is no ground.
    let to_come = distinct(case.evidence_to_come().map(|evidence| evidence.id.as_str()));
    for (at, assessment) in case.final_assessments().filter(|(_, made)| made.result.is_some()) {
        let mut held = assessment.visits.iter().chain(&assessment.talks);
        let grounds = assessment.evidence.iter().any(|id| to_come.binary_search(&id.as_str()).is_err())
            || held.any(|day| case.has_begun(Some(*day)));
        findings.judge(grounds, Standing::DUE, || {
            let facts = facts! { assessment: assessment.id.as_str() };
            Shortfall::new(at!["assessments", at, "evidence"], "assessment", facts).of(&assessment.id)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
