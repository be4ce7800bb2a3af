//! `TK-P508`: the duo that guides is the one that assesses.

use crate::documents::AssessmentOf;
use crate::frameworks::Role;
use crate::portfolio::p1_placements::PLACEMENT_WITHOUT_TRAINER_DUO;
use crate::portfolio::prelude::*;
use crate::sort::sorted;
use crate::values::{Set, StudyYear};

pub(crate) static META: Meta = Meta {
    code: "TK-P508",
    name: "guidance-and-assessment-by-different-duos",
    severity: Some(Severity::Info),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("person", FactKind::Id), ("role", FactKind::word::<Role>())],
    may_lack: &[],
    gives_way_to: &[&super::p501_development_assessed_without_duo::META, &PLACEMENT_WITHOUT_TRAINER_DUO],
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::ProfessioneleKwaliteit])]),
    texts: texts! {
        title: { nl: "begeleid en beoordeeld door verschillende duo's", en: "guided and assessed by different duos" },
        asks: {
            nl: "Elke opleider die de professionele ontwikkeling definitief beoordeelt, staat in dezelfde rol bij een plaatsing van dat studiejaar.",
            en: "Every trainer who makes a final assessment of professional development is listed in the same role with a placement of that study year."
        },
        why: {
            nl: "Volgens het katern wordt de ontwikkeling van de student begeleid en beoordeeld door één duo.",
            en: "According to the booklet, one duo guides and assesses the development of the student."
        },
        fix: {
            nl: "Leg bij de plaatsing vast welke opleiders begeleiden, of verbeter de beoordelaars.",
            nl_plain: "Vul bij je stage in welke opleiders je begeleiden, of vraag hen om de beoordelaars te verbeteren.",
            en: "Record with the placement which trainers guide the student, or correct the assessors."
        },
        message: {
            nl: "beoordelaar `{person}` (`{role}`) van {subject} staat niet in die rol bij een plaatsing van dat studiejaar",
            nl_plain: "vraag je opleiders of `{person}` je ook begeleidde als `{role}`, en vul dat in bij je stage: nu staat het alleen bij {subject}",
            en: "assessor `{person}` (`{role}`) of {subject} is not listed in that role with a placement of that study year"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: student all, placements some, assessments each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    // Who served in which role in which study year, in order.
    let served = case.placements().flat_map(|(_, placement)| {
        let years = case.study_years_of_placement(placement);
        let trainers = case.persons(&placement.trainers);
        trainers.flat_map(move |one| years.iter().filter_map(move |year| Some((year, one.role?, &one.person))))
    });
    let served = sorted(served.listed(), Ord::cmp);
    let mut unguided: Option<Set<StudyYear>> = None;
    for (at, assessment) in case.final_assessments().filter(|(_, made)| made.of == AssessmentOf::Development) {
        let years = case.study_years_by(assessment.study_year, assessment.date).unwrap_or_default();
        if years.is_empty() {
            continue;
        }
        // Where nobody is recorded to guide, it cannot be said that others assess.
        let unguided = *unguided.get_or_insert_with(|| {
            let placements = case
                .placements()
                .filter(|(_, placement)| findings.gives_way(About::the(SubjectKind::Placement, &placement.id)));
            placements.flat_map(|(_, placement)| case.study_years_of_placement(placement).iter()).collect()
        });
        if years.overlaps(unguided) {
            continue;
        }
        let trainers = assessment.assessors.iter().enumerate().filter_map(|(to, one)| Some((to, one, one.role?)));
        let other = trainers.filter(|(_, one, role)| {
            matches!(role, Role::SchoolTrainer | Role::InstituteTrainer)
                && !years.iter().any(|year| served.binary_search(&(year, *role, &one.person)).is_ok())
        });
        let about = About::the(SubjectKind::Assessment, &assessment.id);
        findings.judge_each(about, other, Standing::DUE, |(to, one, role)| {
            let path = at!(Portfolio: assessments[at].assessors[to].person);
            Shortfall::new(path, facts! { person: &one.person, role: role })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
