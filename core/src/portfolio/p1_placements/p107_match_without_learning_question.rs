//! `TK-P107`: a match with a mentor follows a wish or learning question of the student.

use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P107",
    name: "match-without-learning-question",
    severity: Some(Severity::Info),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("placement", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[&super::p105_placement_without_mentor::META],
    step: Step::Talk,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::DeMentor])]),
    texts: texts! {
        title: { nl: "koppeling zonder leervraag", en: "match without a learning question" },
        asks: {
            nl: "Bij elke plaatsing op een opleidingsschool is bij de koppeling aan een mentor een wens of leervraag van de student vastgelegd.",
            en: "For every placement at a training school, a wish or learning question of the student is recorded with the match with a mentor."
        },
        why: {
            nl: "De koppeling sluit zo veel mogelijk aan bij de wensen en leervragen van de student.",
            en: "As far as possible, the match follows the wishes and learning questions of the student."
        },
        fix: {
            nl: "Bespreek met de schoolopleider de wens of leervraag bij deze plaatsing, en leg die bij de koppeling vast.",
            nl_plain: "Bespreek met je schoolopleider wat je wilt leren, en schrijf dat op bij de koppeling met je mentor.",
            en: "Discuss the wish or learning question for this placement with the school trainer, and record it with the match."
        },
        message: {
            nl: "bij {subject} staat bij de koppeling geen wens of leervraag van de student",
            nl_plain: "schrijf bij de koppeling met je mentor van {subject} op wat je daar wilt of wilde leren",
            en: "no wish or learning question of the student is recorded with the match for {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, placement) in case.placements_at_schools() {
        let matching = case.matching(placement);
        let met = matching.is_some_and(|matching| said(matching.learning_question.as_ref()));
        findings.judge(About::the(SubjectKind::Placement, &placement.id), met, Standing::DUE, || {
            let (matched, question) =
                (at!(Portfolio: placements[at].matching), at!(Portfolio: placements[at].matching.learning_question));
            let path = if matching.is_some() { question } else { matched };
            Shortfall::new(path, facts! { placement: &placement.id })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
