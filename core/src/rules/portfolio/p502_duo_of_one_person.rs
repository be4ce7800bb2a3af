//! `TK-P502`: school trainer and institute trainer are two persons.

use crate::frameworks::Role;
use crate::order::distinct;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P502",
    name: "duo-of-one-person",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::PLACEMENTS.and(Sections::ASSESSMENTS),
    not_for: &[],
    exempted_by: None,
    norms: &[],
    facts: &[("person", FactKind::Id)],
    sources: &[Source::Booklet(&["S125"]), Source::Dossier(&["D13.4"])],
    basis: Basis::Inferred,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "duo van één persoon", en: "duo of one person" },
        asks: {
            nl: "In begeleiding en beoordeling zijn schoolopleider en instituutsopleider twee verschillende personen.",
            en: "In guidance and assessment school trainer and institute trainer are two different persons."
        },
        why: {
            nl: "Een duo bestaat uit twee: de blik van de school en die van het instituut.",
            en: "A duo is two: the view of the school and that of the institute."
        },
        mend: {
            nl: "Leg vast wie de andere opleider is, of verbeter de rol.",
            en: "Record who the other trainer is, or correct the role."
        },
        message: {
            nl: "persoon `{person}` is schoolopleider en instituutsopleider tegelijk",
            nl_plain: "`{person}` kan niet tegelijk schoolopleider en instituutsopleider zijn",
            en: "person `{person}` is school trainer and institute trainer at once"
        },
    },
    check: Some(check),
};

/// The first person who stands in both roles.
fn in_both<'p>(people: &[(&'p str, Option<Role>)]) -> Option<&'p str> {
    let in_role = |role| people.iter().filter(move |person| person.1 == Some(role)).map(|person| person.0);
    let institute = distinct(in_role(Role::InstituteTrainer));
    in_role(Role::SchoolTrainer).find(|trainer| institute.binary_search(trainer).is_ok())
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    for (at, placement) in case.placements() {
        let trainers: Vec<_> = case.persons(&placement.trainers).map(|one| (one.person.as_str(), one.role)).collect();
        if trainers.len() > 1 {
            let person = in_both(&trainers);
            findings.judge(person.is_none(), Standing::DUE, || {
                let facts = facts! { person: person.unwrap_or_default() };
                Shortfall::new(at!["placements", at, "trainers"], "placement", facts).of(&placement.id)
            });
        }
    }
    for (at, assessment) in case.assessments().filter(|(_, made)| made.assessors.len() > 1) {
        let assessors: Vec<_> = assessment.assessors.iter().map(|one| (one.person.as_str(), one.role)).collect();
        let person = in_both(&assessors);
        findings.judge(person.is_none(), Standing::DUE, || {
            let facts = facts! { person: person.unwrap_or_default() };
            Shortfall::new(at!["assessments", at, "assessors"], "assessment", facts).of(&assessment.id)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
