//! `TK-P404`: a portfolio assignment is tied to acting in practice.

use crate::document::{AssignmentId, State};
use crate::order::{distinct, sorted};
use crate::rules::prelude::*;
use crate::semantics::standing_of;

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
    sources: Sources::of(&[Source::Booklet(&["S098"])]),
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
    let evidence_at = |at: usize| case.portfolio().evidence.get(at);
    // The pieces that work on an assignment, those that are no drafts first.
    let mut pieces: Vec<(&str, usize, usize)> = Vec::new();
    let exempt = distinct(case.assignment_exemptions().map(|(assignment, _)| assignment));
    for (at, evidence) in case.evidence() {
        let Some(assignment) = evidence.assignment.as_ref().map(AssignmentId::as_str) else { continue };
        if exempt.binary_search(&assignment).is_err() {
            pieces.push((assignment, usize::from(evidence.state == Some(State::Draft)), at));
        }
    }
    for pieces in sorted(pieces, Ord::cmp).chunk_by(|a, b| a.0 == b.0) {
        let in_practice = |at| evidence_at(at).is_some_and(|evidence| evidence.practice == Some(true));
        let tied = pieces.iter().any(|(_, _, at)| in_practice(*at));
        let [(assignment, _, at), ..] = pieces else { continue };
        let Some(evidence) = evidence_at(*at) else { continue };
        findings.judge(tied, standing_of(evidence.state), || {
            let facts = facts! { evidence: evidence.id.as_str(), assignment: *assignment };
            Shortfall::new(at!["evidence", *at, "practice"], "evidence", facts).of(&evidence.id)
        });
    }
    findings.answer_or(|| {
        let mut assignments = case.evidence().filter_map(|(_, evidence)| evidence.assignment.as_ref());
        let freed = assignments.next().and_then(|of| case.assignment_exemptions().find(|(from, _)| *from == of.as_str()));
        Outcome::exempted_or(freed.map(|(_, exemption)| exemption), Reason::NothingToJudge)
    })
}
