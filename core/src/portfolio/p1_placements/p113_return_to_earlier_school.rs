//! `TK-P113`: the student does not come back at a training school of an earlier study year.

use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

use super::p101_same_school_in_two_study_years::{all_differ, judge_stays};

pub(crate) static META: Meta = Meta {
    code: "TK-P113",
    name: "return-to-earlier-school",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("school", FactKind::Id), ("earlier", FactKind::Whole), ("later", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePlacement,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Werkplekleren]),
        Source::Own(Text {
            nl: "het katern vraagt elk studiejaar een andere opleidingsschool; of de student later terug mag, zegt het niet",
            en: "the booklet requires another training school each study year; it does not say whether the student may return later",
        }),
    ]),
    texts: texts! {
        title: { nl: "terug op een eerdere school", en: "back at an earlier school" },
        asks: {
            nl: "De student komt niet terug op een opleidingsschool van vóór het vorige studiejaar; de school van het vorige studiejaar is voor TK-P101.",
            en: "The student does not return to a training school from before the previous study year; TK-P101 checks the school of the previous one."
        },
        why: {
            nl: "De student brengt elk studiejaar op een andere opleidingsschool door.",
            en: "The student spends each study year at another training school."
        },
        fix: {
            nl: "Verbeter de gegevens als de school niet klopt; bespreek anders met de opleiding of een nieuwe school kan.",
            nl_plain: "Verbeter de gegevens als de school niet klopt. Klopt de school wel? Bespreek dan met je opleiding wat er kan.",
            en: "Correct the data if the recorded school is wrong; otherwise discuss with the institute whether a new school is possible."
        },
        message: {
            nl: "studiejaar `{later}` ({subject}) is weer op de opleidingsschool van studiejaar `{earlier}`: `{school}`",
            nl_plain: "{subject} in jaar `{later}` is weer op de school van jaar `{earlier}` (`{school}`): verbeter de gegevens, of bespreek met je opleiding wat er kan",
            en: "study year `{later}` ({subject}) is back at the training school of study year `{earlier}`: `{school}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::PartTime, StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: student all, placements all),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let entries = case.entries();
    let year = |entry: usize| entries.get(entry).map_or(0, |entry| entry.study_year.get());
    // The study year that was followed just before that of an entry.
    let mut just_before = Vec::with_capacity(entries.len());
    for entry in 0..entries.len() {
        let previous = entry.checked_sub(1);
        let of_previous = || previous.and_then(|at| just_before.get(at).copied()).unwrap_or(0);
        let before = previous.map(year).filter(|before| *before != year(entry)).unwrap_or_else(of_previous);
        just_before.push(before);
    }
    judge_stays(case, findings, &|last, other, entry| {
        // Who stays does not come back, and what is of the study year before is for TK-P101.
        let stayed = last.is_some_and(|last| last + 1 == entry);
        let of_last_year = just_before.get(entry).is_some_and(|before| *before == year(other));
        !stayed && !of_last_year && !all_differ(case, entry)
    })
}
