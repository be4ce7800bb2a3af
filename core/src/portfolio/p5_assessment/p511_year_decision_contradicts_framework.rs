//! `TK-P511`: a decision on a study year is the one that the assessment framework yields, unless the examination board took it. It
//! needs the curriculum, which has that framework.

use crate::portfolio::prelude::*;
pub(crate) static META: Meta = Meta {
    code: "TK-P511",
    name: "year-decision-contradicts-framework",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("year", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::AskBoard,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Opdrachten]),
        Source::Law(Text {
            nl: "WHW art. 7.12b lid 3: de examencommissie stelt regels vast en beslist",
            en: "WHW art. 7.12b(3): the examination board makes rules and decides",
        }),
    ]),
    texts: texts! {
        title: { nl: "jaarbesluit wijkt af van het toetskader", en: "year decision differs from the assessment framework" },
        asks: {
            nl: "Een besluit over een studiejaar is het besluit dat uit het toetskader volgt, tenzij de examencommissie het nam.",
            en: "A decision on a study year is the one that follows from the assessment framework, unless the examination board took it."
        },
        why: {
            nl: "Om van het toetskader af te wijken, is een besluit van de examencommissie nodig.",
            en: "A departure from the assessment framework requires a decision of the examination board."
        },
        fix: {
            nl: "Vraag de opleiders om het besluit te verbeteren, of leg vast dat de examencommissie het nam.",
            nl_plain: "Vraag je opleiders of het besluit over je jaar klopt.",
            en: "Correct the decision, or record that the examination board took it."
        },
        message: {
            nl: "{subject} over studiejaar `{year}` is anders dan uit het toetskader volgt; er staat niet dat de examencommissie het nam",
            nl_plain: "vraag je opleiders of {subject} over jaar `{year}` klopt: uit je beoordelingen volgt iets anders",
            en: "{subject} on study year `{year}` differs from what follows from the assessment framework, and is not recorded as taken by the examination board"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "curriculum")]
pub(super) use checked::RULE;

#[cfg(feature = "curriculum")]
mod checked {
    use chrono::NaiveDate;

    use super::META;
    use crate::curriculum::passing::Pass;
    use crate::documents::{Authority, Curriculum, Decision, DecisionKind, DecisionOutcome};
    use crate::grammar::Sections;
    use crate::portfolio::assessing::Assessing;
    use crate::portfolio::prelude::*;
    use crate::sort::sorted;
    use crate::values::StudyYear;

    pub(in crate::portfolio) static RULE: Rule<Portfolios> = Rule {
        meta: &META,
        when: When::ALWAYS,
        reads: reads!(Portfolio: decisions each, student all, placements all, assessments all, evidence all, exemptions all),
        check,
    };

    /// On how many different days decisions are compared with the framework: each is weighed as of its own day, and a study has a
    /// handful of them.
    const MOST_DAYS: usize = 24;

    /// A decision, with the study year that it is on and its day.
    struct Taken<'a> {
        at: usize,
        decision: &'a Decision<'a>,
        year: StudyYear,
        day: NaiveDate,
    }

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        let Some(programme) = case.programme() else { return Reply::not_applicable(Reason::NothingToJudge) };
        let by_others = case.portfolio().decisions.iter().enumerate().filter(|(_, decision)| {
            decision.kind == DecisionKind::Year
                && decision.authority != Some(Authority::ExaminationBoard)
                && case.has_begun(decision.on)
        });
        let taken = by_others.filter_map(|(at, decision)| {
            let day = decision.on.unwrap_or(case.as_of());
            Some(Taken { at, decision, year: decision.study_year.or_else(|| case.study_year_on(day))?, day })
        });
        let taken = sorted(taken.listed(), |a, b| a.day.cmp(&b.day).then(a.at.cmp(&b.at)));
        let mut unsure = None;
        let days = || taken.chunk_by(|a, b| a.day == b.day);
        for same_day in days().take(MOST_DAYS) {
            let Some(Taken { day, .. }) = same_day.first() else { continue };
            let then = case.assessed_on(*day);
            let assessing = Assessing::new(&then, programme.framework(), Sections::NONE);
            for Taken { at, decision, year, .. } in same_day {
                let passed = match assessing.pass(*year) {
                    Some(Pass::Passed | Pass::Exempted) => true,
                    Some(Pass::No) => false,
                    Some(Pass::NotAssessable(reason)) => {
                        unsure = unsure.or(Some(reason));
                        continue;
                    }
                    None => continue,
                };
                let is_positive = decision.outcome != Some(DecisionOutcome::Negative);
                let about = About::the(SubjectKind::Decision, &decision.id);
                findings.judge(about, is_positive == passed, Standing::DUE, || {
                    let shortfall = Shortfall::new(at!(Portfolio: decisions[*at]), facts! { year: year.get() });
                    shortfall.against(&programme.used().document, at!(Curriculum: assessment))
                });
            }
        }
        let reply = findings.answer(Reason::NothingToJudge);
        let reply = match unsure {
            Some(reason) => reply.unless(true, reason),
            None => reply,
        };
        reply.unless(days().nth(MOST_DAYS).is_some(), Reason::TooMany)
    }
}
