//! `TK-X102`: evidence answers every assignment that the curriculum requires. It needs the curriculum.

use crate::portfolio::prelude::*;
pub(crate) static META: Meta = Meta {
    code: "TK-X102",
    name: "required-assignment-unanswered",
    severity: Some(Severity::Error),
    phase: Phase::Year(YEARS),
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("assignment", FactKind::Id), ("year", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Prove,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Opdrachten])]),
    texts: texts! {
        title: { nl: "verplichte opdracht zonder bewijs", en: "required assignment without evidence" },
        asks: {
            nl: "Bij elke opdracht die het opleidingsprogramma in een studiejaar verplicht, is bewijs ingeleverd; een opdracht zonder studiejaar hoort bij jaar 4.",
            en: "Evidence has been submitted for every assignment that the curriculum requires in a study year; an assignment without a study year belongs to year 4."
        },
        why: {
            nl: "Het opleidingsprogramma vraagt deze opdracht van elke student.",
            en: "The curriculum requires this assignment of every student."
        },
        fix: {
            nl: "Voeg bewijs toe bij de opdracht en lever het in, of koppel bestaand bewijs aan de opdracht.",
            nl_plain: "Voeg bewijs toe bij de opdracht en lever het in.",
            en: "Add evidence for the assignment and submit it, or link existing evidence to the assignment."
        },
        message: {
            nl: "bij verplichte opdracht `{assignment}` van studiejaar `{year}` is geen bewijs ingeleverd",
            nl_plain: "voeg bewijs toe bij opdracht `{assignment}` van jaar `{year}`, en lever het in",
            en: "no evidence has been submitted for required assignment `{assignment}` of study year `{year}`"
        },
    },
    decides_reading: false,
};

/// Every study year.
const YEARS: &[u8] = &[1, 2, 3, 4];

#[cfg(feature = "curriculum")]
pub(super) use checked::RULE;

#[cfg(feature = "curriculum")]
mod checked {
    use super::{META, YEARS};
    use crate::documents::{Curriculum, Exemption, State};
    use crate::portfolio::prelude::*;
    use crate::sort::Texts;
    use crate::values::StudyYear;

    pub(in crate::portfolio) static RULE: Rule<Portfolios> =
        Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: evidence some), check };

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        let Some(programme) = case.programme() else { return Reply::not_applicable(Reason::NothingToJudge) };
        let assignments = &programme.framework().curriculum.assignments;
        let submitted = case.evidence().map(|(_, one)| one).filter(|one| one.state != Some(State::Draft));
        let answers = submitted.filter_map(|one| Some((one.assignment.as_ref()?.as_str(), one))).listed();
        let answered = Texts::of(answers.iter().map(|(assignment, _)| *assignment));
        let exempt = Texts::of(case.assignment_exemptions().map(|(assignment, _)| assignment));
        let mut exempted = None;
        for year in case.study_years(&RULE, YEARS) {
            let required = assignments.iter().enumerate().filter(|(_, one)| one.required == Some(true));
            for (at, one) in required.filter(|(_, one)| one.study_year.map_or(4, StudyYear::get) == year.number.get()) {
                if exempt.has(one.id.as_str()) {
                    let own = |(assignment, _): &(&str, &Exemption<'_>)| *assignment == one.id.as_str();
                    exempted = exempted.or_else(|| case.assignment_exemptions().find(own));
                    continue;
                }
                let answer = answered.find(one.id.as_str()).and_then(|at| answers.get(at));
                findings.met_by(answer.map(|(_, evidence)| About::the(SubjectKind::Evidence, &evidence.id)));
                findings.judge(About::the(SubjectKind::Assignment, &one.id), answer.is_some(), year.standing, || {
                    let shortfall =
                        Shortfall::new(at!(Portfolio: evidence), facts! { assignment: &one.id, year: year.number });
                    shortfall.against(&programme.used().document, at!(Curriculum: assignments[at]))
                });
            }
        }
        findings.answer_or(|| match exempted {
            Some((_, exemption)) => Reply::not_applicable(Reason::Exempted).by(exemption.id.as_str()),
            None if case.study_years(&RULE, YEARS).is_empty() => case.without_study_year(&RULE, YEARS),
            None => Reply::not_applicable(Reason::NothingToJudge),
        })
    }
}
