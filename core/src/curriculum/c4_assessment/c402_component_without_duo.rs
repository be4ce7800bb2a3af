//! `TK-C402`: professional development is assessed by a duo of trainers.

use crate::curriculum::case::judge_assessors;
use crate::curriculum::prelude::*;
use crate::documents::AssessmentOf;
use crate::frameworks::Role;

pub(crate) static META: Meta = Meta {
    code: "TK-C402",
    name: "component-without-duo",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("component", FactKind::Id), ("missing", FactKind::words::<Role>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::ProfessioneleKwaliteit])]),
    texts: texts! {
        title: { nl: "toetsonderdeel zonder duo", en: "part of the assessment framework without a duo" },
        asks: {
            nl: "Bij elk toetsonderdeel over professionele ontwikkeling staan een schoolopleider en een instituutsopleider als beoordelaars.",
            en: "For every part of the assessment framework about professional development, a school trainer and an institute trainer are recorded as assessors."
        },
        why: {
            nl: "Volgens het katern wordt de professionele ontwikkeling in bredere zin beoordeeld door een duo van schoolopleider en instituutsopleider.",
            en: "According to the booklet, professional development in the broader sense is assessed by a duo of a school trainer and an institute trainer."
        },
        fix: {
            nl: "Leg bij het toetsonderdeel vast dat ook de ontbrekende opleider beoordeelt.",
            nl_plain: "Vul bij het toetsonderdeel in dat ook de opleider die nog ontbreekt, beoordeelt.",
            en: "Record with the part of the assessment framework that the missing trainer assesses as well."
        },
        message: {
            nl: "bij de beoordelaars van de ontwikkeling in toetsonderdeel `{component}` ontbreekt: `{missing}`",
            nl_plain: "vul bij toetsonderdeel `{component}` over de ontwikkeling in wie er nog meer beoordeelt; nodig: `{missing}`",
            en: "assessors of development missing from part `{component}` of the assessment framework: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: assessment each), check };

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    judge_assessors(case, findings, &[AssessmentOf::Development], [Role::SchoolTrainer, Role::InstituteTrainer])
}
