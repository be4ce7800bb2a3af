//! `TK-P414`: submitted evidence is for a competence, an assignment or a goal.

use super::VRAAK;
use crate::documents::State;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P414",
    name: "evidence-without-relevance",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Secondary,
    norms: &[],
    facts: &[("evidence", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Prove,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[VRAAK]),
    texts: texts! {
        title: {
            nl: "bewijs zonder competentie, opdracht, leerdoel of leervraag",
            en: "evidence for no competence, assignment, goal or question"
        },
        asks: {
            nl: "Bij ingeleverd bewijs staat minstens één competentie, portfolio-opdracht, leerdoel of leervraag waar het bij hoort.",
            en: "Submitted evidence records at least one competence, portfolio assignment, learning goal or learning question that it belongs to."
        },
        why: {
            nl: "Relevantie is een van de VRAAK-criteria voor bewijs: het is duidelijk waarvan het een bewijs is.",
            en: "Relevance is one of the VRAAK criteria for evidence: it is clear what it is evidence of."
        },
        fix: {
            nl: "Koppel het bewijs aan een competentie, een portfolio-opdracht, een leerdoel of een leervraag, of haal het weg.",
            nl_plain: "Kies bij welk leerdoel of welke opdracht je bewijs hoort, of vul in wat het laat zien.",
            en: "Link the evidence to a competence, a portfolio assignment, a learning goal or a learning question, or remove it."
        },
        message: {
            nl: "bij {subject} staat geen competentie, portfolio-opdracht, leerdoel of leervraag",
            nl_plain: "kies bij welk leerdoel of welke opdracht {subject} hoort, of vul in wat het laat zien",
            en: "no competence, portfolio assignment, learning goal or learning question is recorded with {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: goals named, evidence each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, evidence) in case.evidence().filter(|(_, evidence)| evidence.state != Some(State::Draft)) {
        let goals = || evidence.goals.iter().map(|goal| case.has_goal(goal));
        let met =
            !evidence.competences.is_empty() || evidence.assignment.is_some() || goals().any(|goal| goal == Some(true));
        if !met && goals().any(|goal| goal.is_none()) {
            findings.cannot_judge();
            continue;
        }
        findings.judge(About::the(SubjectKind::Evidence, &evidence.id), met, Standing::DUE, || {
            Shortfall::new(at!(Portfolio: evidence[at].competences), facts! { evidence: &evidence.id })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
