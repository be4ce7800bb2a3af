//! `TK-P611`: research is assessed with a subject and a methodological expert.

use crate::documents::{AssessmentOf, ExemptionOf};
use crate::frameworks::{Role, StudyMode};
use crate::portfolio::prelude::*;
use crate::values::{Set, StudyYear};

pub(crate) static META: Meta = Meta {
    code: "TK-P611",
    name: "research-assessed-without-experts",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("missing", FactKind::words::<Role>())],
    may_lack: &[],
    gives_way_to: &[
        &super::p601_year_three_without_school_development_theme::META,
        &super::p613_graduation_research_missing::META,
    ],
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::RolVanDeSchoolopleider])]),
    texts: texts! {
        title: { nl: "onderzoek beoordeeld zonder experts", en: "research assessed without experts" },
        asks: {
            nl: "Bij een definitieve beoordeling van onderzoek beoordelen een vakinhoudelijke en een methodologische expert mee; één persoon mag beide zijn.",
            en: "A final assessment of research has a subject expert and a methodological expert among its assessors; one person may be both."
        },
        why: {
            nl: "Zo zijn de opbrengsten van het onderzoek betrouwbaar en van goede kwaliteit.",
            en: "This safeguards the reliability and quality of what the research yields."
        },
        fix: {
            nl: "Vraag de expert die ontbreekt om mee te beoordelen, en leg dat vast.",
            nl_plain: "Vraag je begeleider om een expert te laten meebeoordelen, en vul in wie dat is.",
            en: "Invite the missing expert to assess as well, and record it."
        },
        message: {
            nl: "bij {subject} van het onderzoek ontbreekt als beoordelaar: `{missing}`",
            nl_plain: "bij {subject} van je onderzoek ontbreekt als beoordelaar: `{missing}`; vraag je begeleider om dit te regelen",
            en: "assessors missing from {subject} of the research: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: student all, exemptions all, research named, assessments each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let experts: Set<Role> = [Role::SubjectExpert, Role::MethodologicalExpert].into_iter().collect();
    let mut exemption = None;
    for (at, assessment) in case.final_assessments() {
        let exempt = match assessment.of {
            AssessmentOf::GraduationResearch => {
                if findings.gives_way(About::one(SubjectKind::GraduationResearch)) {
                    continue;
                }
                let year = assessment.study_year.or_else(|| case.study_year_on(assessment.date?));
                case.exemption_in(ExemptionOf::GraduationResearch, year.or_else(|| StudyYear::new(4)))
            }
            AssessmentOf::SchoolDevelopmentTheme => {
                let years: Set<StudyYear> = match (assessment.study_year, &assessment.theme) {
                    (Some(year), _) => [year].into_iter().collect(),
                    (None, Some(id)) => {
                        let Some(theme) = case.development_theme(id) else {
                            findings.cannot_judge();
                            continue;
                        };
                        if case.has_begun(theme.started_on) { case.study_years_of_theme(theme) } else { Set::default() }
                    }
                    (None, None) => Set::default(),
                };
                if !years.is_empty() && years.iter().all(|year| year.get() != 3) {
                    continue;
                }
                if findings.gives_way(About::one(SubjectKind::SchoolDevelopmentTheme)) {
                    continue;
                }
                case.exemption_in(ExemptionOf::SchoolDevelopmentTheme, years.iter().next())
            }
            AssessmentOf::Development | AssessmentOf::Assignment | AssessmentOf::Competence => continue,
        };
        if exempt.is_some() {
            exemption = exempt;
            continue;
        }
        let missing = experts.without(assessment.assessors.iter().filter_map(|assessor| assessor.role).collect());
        findings.judge(About::the(SubjectKind::Assessment, &assessment.id), missing.is_empty(), Standing::DUE, || {
            Shortfall::new(at!(Portfolio: assessments[at].assessors), facts! { missing: missing })
        });
    }
    findings.answer_or(|| exempted_or(exemption, Reason::NothingToJudge))
}
