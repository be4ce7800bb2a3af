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
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::ProfessioneleKwaliteit])]),
    texts: texts! {
        title: { nl: "ontwikkeling beoordeeld zonder duo", en: "development assessed without a duo" },
        asks: {
            nl: "Bij een definitieve beoordeling van de professionele ontwikkeling beoordelen een schoolopleider en een instituutsopleider samen.",
            en: "A final assessment of professional development is made by a school trainer and an institute trainer together."
        },
        why: {
            nl: "School en hogeschool leiden de student samen op en oordelen dus ook samen.",
            en: "School and institute share responsibility for the training, and so for the judgement."
        },
        fix: {
            nl: "Vraag de opleider die ontbreekt om mee te beoordelen, en leg dat vast.",
            nl_plain: "Vraag je opleiders om samen te beoordelen, en vul in wie dat doen.",
            en: "Invite the missing trainer to assess as well, and record it."
        },
        message: {
            nl: "bij {subject} van de ontwikkeling ontbreekt als beoordelaar: `{missing}`",
            nl_plain: "bij {subject} ontbreekt als beoordelaar: `{missing}`; vraag je opleiders om dit te regelen",
            en: "assessors missing from {subject} of development: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: assessments each), check };

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
