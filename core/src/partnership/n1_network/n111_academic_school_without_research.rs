//! `TK-N111`: there is research at an academic training school.

use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N111",
    name: "academic-school-without-research",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("school", FactKind::Id), ("day", FactKind::Date)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Research,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::MissieEnVisie]),
        Source::Law(Text {
            nl: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839), artikel 1, onder i",
            en: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839) art. 1(i)",
        }),
    ]),
    texts: texts! {
        title: { nl: "academische opleidingsschool zonder onderzoek", en: "academic school without research" },
        asks: {
            nl: "Bij elke academische opleidingsschool in het netwerk staat onderzoek dat is begonnen.",
            en: "For every academic training school in the network, research that has begun is recorded."
        },
        why: {
            nl: "Volgens het katern hoort bij de academische opleidingsschool dat iedereen onderzoek doet.",
            en: "According to the booklet, everyone does research at an academic training school."
        },
        fix: {
            nl: "Leg het onderzoek op de school vast, of wijzig dat de school academisch is.",
            nl_plain: "Vul in welk onderzoek er op de school is, of verander dat de school academisch is.",
            en: "Record the research at the school, or correct that the school is academic."
        },
        message: {
            nl: "bij academische opleidingsschool `{school}` staat geen onderzoek dat uiterlijk op `{day}` is begonnen",
            nl_plain: "vul in welk onderzoek op school `{school}` loopt op `{day}`, of verander dat de school academisch is",
            en: "no research that has begun by `{day}` is recorded for academic training school `{school}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let day = case.day();
    for (at, school) in case.schools().filter(|(_, school)| school.academic == Some(true)) {
        let met = school.research.iter().any(|research| research.started_on.is_none_or(|started| started <= day));
        findings.judge(About::the(SubjectKind::School, &school.id), met, Standing::DUE, || {
            Shortfall::new(at!(Partnership: schools[at].research), facts! { school: &school.id, day: day })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
