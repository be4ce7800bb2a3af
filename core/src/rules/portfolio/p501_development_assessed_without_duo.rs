//! `TK-P501`: professional development is assessed by a duo of trainers.

use crate::document::{AssessmentOf, Set};
use crate::frameworks::Role;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P501",
    name: "development-assessed-without-duo",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::ASSESSMENTS,
    not_for: &[],
    exempted_by: None,
    norms: &[],
    facts: &[("missing", FactKind::words::<Role>())],
    sources: Sources::of(&[Source::Booklet(&["S125"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "ontwikkeling beoordeeld zonder duo", en: "development assessed without a duo" },
        asks: {
            nl: "Bij een definitieve beoordeling van de professionele ontwikkeling beoordelen een schoolopleider en een instituutsopleider samen.",
            en: "A final assessment of professional development is made by a school trainer and an institute trainer together."
        },
        why: {
            nl: "School en instituut dragen de opleiding samen, dus ook het oordeel.",
            en: "School and institute carry the training together, and so the judgement."
        },
        mend: {
            nl: "Laat de ontbrekende opleider meebeoordelen en leg dat vast.",
            en: "Have the missing trainer assess as well, and record it."
        },
        message: {
            nl: "de ontwikkeling is beoordeeld zonder `{missing}`",
            nl_plain: "bij deze beoordeling ontbreekt nog: `{missing}`",
            en: "development was assessed without `{missing}`"
        },
    },
    check: Some(check),
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let duo: Set<Role> = [Role::SchoolTrainer, Role::InstituteTrainer].into_iter().collect();
    for (at, assessment) in case.final_assessments().filter(|(_, made)| made.of == AssessmentOf::Development) {
        let missing = duo.without(assessment.assessors.iter().filter_map(|assessor| assessor.role).collect());
        findings.judge(missing.is_empty(), Standing::DUE, || {
            Shortfall::new(at!["assessments", at, "assessors"], "assessment", facts! { missing: missing })
                .of(&assessment.id)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
