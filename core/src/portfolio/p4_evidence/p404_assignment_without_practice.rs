//! `TK-P404`: a portfolio assignment shows what was done in practice.

use crate::documents::State;
use crate::portfolio::prelude::*;
use crate::sort::{Texts, sorted};
use crate::values::AssignmentId;

pub(crate) static META: Meta = Meta {
    code: "TK-P404",
    name: "assignment-without-practice",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("evidence", FactKind::Id), ("assignment", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Prove,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Opdrachten])]),
    texts: texts! {
        title: { nl: "opdracht zonder handelen in de praktijk", en: "assignment without practice" },
        asks: {
            nl: "Bij elke portfolio-opdracht waarvoor er bewijs is, laat minstens één bewijs zien wat de student in de praktijk deed.",
            en: "For each portfolio assignment that evidence answers, at least one piece of evidence shows what the student did in practice."
        },
        why: {
            nl: "In het toetskader horen portfolio-opdrachten bij het handelen in de praktijk.",
            en: "In the assessment framework, portfolio assignments are about what students do in practice."
        },
        fix: {
            nl: "Leg bij bewijs voor de opdracht vast wat de student in de praktijk deed, of koppel het bewijs los van de opdracht.",
            nl_plain: "Laat in je bewijs zien wat je in de praktijk deed en vul dat in, of haal de opdracht weg bij het bewijs.",
            en: "Record with evidence for the assignment what was done in practice, or unlink the evidence from the assignment."
        },
        message: {
            nl: "geen bewijs bij opdracht `{assignment}` laat handelen in de praktijk zien, bijvoorbeeld {subject}",
            nl_plain: "laat in {subject} of ander bewijs bij opdracht `{assignment}` zien wat je in de praktijk deed, en vul dat in",
            en: "no evidence for assignment `{assignment}` shows what was done in practice, for example {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: exemptions all, evidence each, evidence some),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let evidence_at = |at: usize| case.portfolio().evidence.get(at);
    // The pieces that work on an assignment, those that are no drafts first.
    let mut pieces: Vec<(&AssignmentId<'_>, usize, usize)> = Vec::new();
    let exempt = Texts::of(case.assignment_exemptions().map(|(assignment, _)| assignment));
    for (at, evidence) in case.evidence() {
        let Some(assignment) = &evidence.assignment else { continue };
        if !exempt.has(assignment.as_str()) {
            pieces.push((assignment, usize::from(evidence.state == Some(State::Draft)), at));
        }
    }
    for pieces in sorted(pieces, Ord::cmp).chunk_by(|a, b| a.0 == b.0) {
        let in_practice = |at| evidence_at(at).is_some_and(|evidence| evidence.practice == Some(true));
        let tied = pieces.iter().find(|(_, _, at)| in_practice(*at)).and_then(|(_, _, at)| evidence_at(*at));
        let [(assignment, _, at), ..] = pieces else { continue };
        let Some(evidence) = evidence_at(*at) else { continue };
        findings.met_by(tied.map(|evidence| About::the(SubjectKind::Evidence, &evidence.id)));
        let about = About::the(SubjectKind::Evidence, &evidence.id);
        findings.judge(about, tied.is_some(), standing_of(evidence.state), || {
            let facts = facts! { evidence: &evidence.id, assignment: *assignment };
            Shortfall::new(at!(Portfolio: evidence[*at].practice), facts)
        });
    }
    findings.answer_or(|| {
        let mut assignments = case.evidence().filter_map(|(_, evidence)| evidence.assignment.as_ref());
        let freed =
            assignments.next().and_then(|of| case.assignment_exemptions().find(|(from, _)| *from == of.as_str()));
        exempted_or(freed.map(|(_, exemption)| exemption), Reason::NothingToJudge)
    })
}
