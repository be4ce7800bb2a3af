//! `TK-C403`: research is assessed by a subject and a methodological expert.

use crate::curriculum::case::judge_assessors;
use crate::curriculum::prelude::*;
use crate::documents::AssessmentOf;
use crate::frameworks::Role;

pub(crate) static META: Meta = Meta {
    code: "TK-C403",
    name: "research-component-without-experts",
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
    sources: Sources::of(&[Source::Booklet(&[Passage::RolVanDeSchoolopleider])]),
    texts: texts! {
        title: { nl: "toetsonderdeel over onderzoek zonder experts", en: "part about research without experts" },
        asks: {
            nl: "Bij elk toetsonderdeel over een schoolontwikkelingsthema of het afstudeeronderzoek staan een vakinhoudelijke en een methodologische expert als beoordelaars.",
            en: "For every part of the assessment framework about a school development theme or the graduation research, a subject expert and a methodological expert are recorded as assessors."
        },
        why: {
            nl: "Volgens het katern worden bij het beoordelen van onderzoek vakinhoudelijke en methodologische experts ingezet, met het oog op betrouwbaarheid en kwaliteit.",
            en: "According to the booklet, subject experts and methodological experts take part in assessing research, for the sake of reliability and quality."
        },
        fix: {
            nl: "Leg bij het toetsonderdeel vast dat ook de ontbrekende expert beoordeelt.",
            nl_plain: "Vul bij het toetsonderdeel in dat ook de expert die nog ontbreekt, beoordeelt.",
            en: "Record with the part of the assessment framework that the missing expert assesses as well."
        },
        message: {
            nl: "bij de beoordelaars van het onderzoek in toetsonderdeel `{component}` ontbreekt: `{missing}`",
            nl_plain: "vul bij toetsonderdeel `{component}` over onderzoek in wie er nog meer beoordeelt; nodig: `{missing}`",
            en: "assessors of research missing from part `{component}` of the assessment framework: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: assessment each), check };

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let research = [AssessmentOf::SchoolDevelopmentTheme, AssessmentOf::GraduationResearch];
    judge_assessors(case, findings, &research, [Role::SubjectExpert, Role::MethodologicalExpert])
}
