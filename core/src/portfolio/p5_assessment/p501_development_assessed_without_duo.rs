//! `TK-P501`: professional development is assessed by a duo of trainers.

use crate::documents::AssessmentOf;
use crate::frameworks::Role;
use crate::portfolio::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-P501",
    name: "development-assessed-without-duo",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("missing", FactKind::words::<Role>())],
    may_lack: &[],
    gives_way_to: &[],
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S125"])]),
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
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: assessments each), with: None, check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let duo: Set<Role> = [Role::SchoolTrainer, Role::InstituteTrainer].into_iter().collect();
    for (at, assessment) in case.final_assessments().filter(|(_, made)| made.of == AssessmentOf::Development) {
        let missing = duo.without(assessment.assessors.iter().filter_map(|assessor| assessor.role).collect());
        findings.judge(About::the(SubjectKind::Assessment, &assessment.id), missing.is_empty(), Standing::DUE, || {
            Shortfall::new(at!(Portfolio: assessments[at].assessors), facts! { missing: missing })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
