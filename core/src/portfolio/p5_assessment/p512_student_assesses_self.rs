//! `TK-P512`: the student is not one of the assessors.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P512",
    name: "student-assesses-self",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("person", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::ProfessioneleKwaliteit]),
        Source::Own(Text {
            nl: "een zelfbeoordeling staat los van de beoordelaars",
            en: "a self-assessment is kept apart from the assessors",
        }),
    ]),
    texts: texts! {
        title: { nl: "student als eigen beoordelaar", en: "student listed as an assessor" },
        asks: {
            nl: "De student staat niet bij de beoordelaars; een zelfbeoordeling staat apart.",
            en: "The student is not one of the assessors; a self-assessment is recorded separately."
        },
        why: {
            nl: "De student wordt beoordeeld door een duo van schoolopleider en instituutsopleider.",
            en: "The student is assessed by a duo of school trainer and institute trainer."
        },
        fix: {
            nl: "Leg het oordeel van de student vast als zelfbeoordeling, of verbeter wie de beoordelaar is.",
            nl_plain: "Zet je eigen oordeel bij de zelfbeoordeling, of vul in wie de beoordelaar wel is.",
            en: "Record the judgement of the student as a self-assessment, or correct who the assessor is."
        },
        message: {
            nl: "student `{person}` staat als beoordelaar bij {subject}",
            nl_plain: "je staat bij {subject} zelf als beoordelaar: zet je eigen oordeel bij de zelfbeoordeling, of vul in wie de beoordelaar wel is",
            en: "student `{person}` is listed as an assessor of {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: student named, assessments each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let student = case.portfolio().student.id.as_str();
    for (at, assessment) in case.assessments().filter(|(_, made)| !made.assessors.is_empty()) {
        let own = assessment.assessors.iter().enumerate().filter(|(_, one)| one.person.as_str() == student);
        let about = About::the(SubjectKind::Assessment, &assessment.id);
        findings.judge_each(about, own, Standing::DUE, |(to, one)| {
            let path = at!(Portfolio: assessments[at].assessors[to].person);
            Shortfall::new(path, facts! { person: &one.person })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
