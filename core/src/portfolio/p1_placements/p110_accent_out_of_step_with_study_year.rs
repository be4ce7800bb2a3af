//! `TK-P110`: in study years 1 and 2 the accent is on the class, from study year 3 on differentiation.

use crate::documents::Accent;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P110",
    name: "accent-out-of-step-with-study-year",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[
        ("placement", FactKind::Id),
        ("year", FactKind::Whole),
        ("accent", FactKind::word::<Accent>()),
        ("expected", FactKind::word::<Accent>()),
    ],
    may_lack: &[],
    gives_way_to: &[&super::p103_study_year_without_placement::META],
    step: Step::Talk,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Werkplekleren])]),
    texts: texts! {
        title: { nl: "accent past niet bij het studiejaar", en: "accent does not fit the study year" },
        asks: {
            nl: "Het accent van een plaatsing die in studiejaar 1 of 2 begint, is leren in de klas; vanaf studiejaar 3 is het gedifferentieerd handelen. Een plaatsing zonder accent telt niet mee.",
            en: "The focus of a placement that begins in study year 1 or 2 is learning in the classroom; from study year 3 it is differentiated teaching. A placement without a recorded focus is left out."
        },
        why: {
            nl: "Volgens het katern ligt het accent de eerste twee jaar op het leren in de klas, en daarna op gedifferentieerd handelen.",
            en: "According to the booklet, the focus is on learning in the classroom in the first two years, and on differentiated teaching after that."
        },
        fix: {
            nl: "Bespreek met de schoolopleider waar het accent ligt, of verbeter het accent dat is vastgelegd.",
            nl_plain: "Bespreek met je schoolopleider waar je aan werkt, of verbeter het accent bij je stage.",
            en: "Discuss the focus with the school trainer, or correct the focus that is recorded."
        },
        message: {
            nl: "bij {subject} in studiejaar `{year}` staat als accent: `{accent}`; verwacht: `{expected}`",
            nl_plain: "bij {subject} in jaar `{year}` staat als accent: `{accent}`; bespreek met je schoolopleider of dit beter past: `{expected}`",
            en: "focus recorded for {subject} in study year `{year}`: `{accent}`; expected: `{expected}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: student all, placements each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    PortfolioCase::pass_over_years(findings);
    let mut unknown = false;
    for (at, placement) in case.placements() {
        let Some(accent) = placement.accent else { continue };
        let Some(year) = case.study_year_begun_in(placement) else {
            unknown = true;
            continue;
        };
        let expected = if year.get() < 3 { Accent::Class } else { Accent::Differentiation };
        findings.judge(About::the(SubjectKind::Placement, &placement.id), accent == expected, Standing::DUE, || {
            let facts = facts! { placement: &placement.id, year: year, accent: accent, expected: expected };
            Shortfall::new(at!(Portfolio: placements[at].accent), facts)
        });
    }
    findings.answer(Reason::NothingToJudge).unless(unknown, Reason::NoStudyYears)
}
