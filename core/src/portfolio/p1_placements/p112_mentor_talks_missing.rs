//! `TK-P112`: over a study year the mentor talks with the school trainer and with the institute trainer.

use super::YEARS;
use crate::documents::{Placement, Talk};
use crate::frameworks::{Role, StudyMode};
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P112",
    name: "mentor-talks-missing",
    severity: Some(Severity::Info),
    phase: Phase::Year(YEARS),
    basis: Basis::Seed,
    norms: &[&TALKS],
    facts: &[
        ("year", FactKind::Whole),
        ("schoolTrainer", FactKind::Whole),
        ("instituteTrainer", FactKind::Whole),
        ("least", FactKind::Whole),
    ],
    may_lack: &[],
    gives_way_to: &[&super::p105_placement_without_mentor::META],
    step: Step::Talk,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::DeMentor]),
        Source::Own(Text {
            nl: "het katern zegt dat er regelmatig gesprekken zijn, niet hoe vaak",
            en: "the booklet says that the talks are regular, not how often",
        }),
    ]),
    texts: texts! {
        title: { nl: "gesprekken van mentor en opleiders ontbreken", en: "talks of mentor and trainers missing" },
        asks: {
            nl: "In elk studiejaar met een plaatsing spreekt de mentor over de student met de schoolopleider en met de instituutsopleider, met elk zo vaak als de norm vraagt (`talks`: gewoonlijk 1 keer).",
            en: "In every study year with a placement the mentor talks about the student with the school trainer and with the institute trainer, with each as often as the norm requires (`talks`: normally once)."
        },
        why: {
            nl: "De mentor voert regelmatig gesprekken met de schoolopleider en de instituutsopleider.",
            en: "The mentor regularly talks with the school trainer and the institute trainer."
        },
        fix: {
            nl: "Vraag de mentor om een gesprek met de opleiders, of leg vast wanneer het was en wie erbij waren.",
            nl_plain: "Vraag je mentor om een gesprek met je opleiders, of vul in wanneer het was en wie erbij waren.",
            en: "Request a talk of the mentor with the trainers, or record when it was held and who was present."
        },
        message: {
            nl: "vastgelegde gesprekken van de mentor in studiejaar `{year}`, met de schoolopleider: `{schoolTrainer}`, met de instituutsopleider: `{instituteTrainer}`; nodig met elk: `{least}`",
            nl_plain: "vraag je mentor om een gesprek met je opleiders, of vul het in; in jaar `{year}` met schoolopleider: `{schoolTrainer}`, met instituutsopleider: `{instituteTrainer}`, nodig: `{least}`",
            en: "talks of the mentor recorded in study year `{year}`, with the school trainer: `{schoolTrainer}`, with the institute trainer: `{instituteTrainer}`; required with each: `{least}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements all),
    check,
};

static TALKS: Norm = Norm::number(
    "talks",
    Text { nl: "gesprekken per studiejaar met elke opleider", en: "talks per study year with each trainer" },
    Unit::Number,
    1,
    1,
    99,
);

/// How many talks the mentor of a placement had with the school trainer and with the institute trainer.
fn talks(case: &PortfolioCase<'_>, placement: &Placement<'_>) -> [usize; 2] {
    let present = |talk: &Talk<'_>, role: Role| talk.present.iter().any(|one| one.role == Some(role));
    let held = |talk: &&Talk<'_>| case.has_begun(Some(talk.date)) && present(talk, Role::Mentor);
    [Role::SchoolTrainer, Role::InstituteTrainer]
        .map(|role| placement.talks.iter().filter(held).filter(|talk| present(talk, role)).count())
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for year in case.study_years(&RULE, YEARS) {
        let placements: Vec<_> = case.placements_in(year.number).listed();
        // Where a mentor was missing all year, TK-P105 says so.
        let mut reported =
            |placement: &Placement<'_>| findings.gives_way(About::the(SubjectKind::Placement, &placement.id));
        let Some((at, _)) = placements.iter().copied().find(|(_, placement)| !reported(placement)) else { continue };
        let talks = placements.iter().map(|(_, placement)| talks(case, placement));
        let [school, institute] = talks.fold([0, 0], |[a, b], [school, institute]| [a + school, b + institute]);
        let least = case.norm(&TALKS, year.first);
        let met = usize::try_from(least).is_ok_and(|least| school.min(institute) >= least);
        findings.judge(About::year(year.number), met, year.standing, || {
            let facts = facts! { year: year.number, schoolTrainer: school, instituteTrainer: institute, least: least };
            Shortfall::new(at!(Portfolio: placements[at].talks), facts)
        });
    }
    case.answer_by_year(findings, &RULE, YEARS)
}
