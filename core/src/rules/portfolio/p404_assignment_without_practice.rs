//! `TK-P404`: a portfolio assignment is tied to acting in practice.

use crate::semantics::standing_of;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P404",
    name: "assignment-without-practice",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::EVIDENCE,
    not_for: &[],
    exempted_by: None,
    norms: &[],
    facts: &[("evidence", FactKind::Id), ("assignment", FactKind::Id)],
    sources: &[Source::Booklet(&["S098"])],
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "opdracht zonder handelen in de praktijk", en: "assignment without practice" },
        asks: {
            nl: "Bewijs bij een portfolio-opdracht laat handelen in de praktijk zien.",
            en: "Evidence for a portfolio assignment shows acting in practice."
        },
        why: {
            nl: "In het toetskader horen portfolio-opdrachten bij het handelen in de praktijk.",
            en: "In the assessment framework portfolio assignments belong to acting in practice."
        },
        mend: {
            nl: "Laat zien wat je in de praktijk deed, of koppel het bewijs los van de opdracht.",
            en: "Show what was done in practice, or untie the evidence from the assignment."
        },
        message: {
            nl: "bewijs `{evidence}` bij opdracht `{assignment}` laat geen handelen in de praktijk zien",
            nl_plain: "laat bij `{evidence}` zien wat je in de praktijk deed voor opdracht `{assignment}`",
            en: "evidence `{evidence}` for assignment `{assignment}` shows no acting in practice"
        },
    },
    check: Some(check),
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    for (at, evidence) in case.evidence() {
        if let Some(assignment) = &evidence.assignment {
            findings.judge(evidence.practice == Some(true), standing_of(evidence.state), || {
                let facts = facts! { evidence: evidence.id.as_str(), assignment: assignment.as_str() };
                Shortfall::new(at!["evidence", at, "practice"], "evidence", facts).of(&evidence.id)
            });
        }
    }
    findings.answer(Reason::NothingToJudge)
}
