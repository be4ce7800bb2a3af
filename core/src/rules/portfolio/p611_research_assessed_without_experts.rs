//! `TK-P611`: research is assessed with a subject and a methodological expert.

use crate::document::{AssessmentOf, ExemptionOf, Set};
use crate::frameworks::{Role, StudyMode};
use crate::order::sorted;
use crate::rules::prelude::*;

use super::p601_year_three_without_school_development_theme as year_three;

pub(super) static RULE: Rule = Rule {
    code: "TK-P611",
    name: "research-assessed-without-experts",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::STUDENT.and(Sections::EXEMPTIONS).and(Sections::ASSESSMENTS).and(Sections::RESEARCH),
    not_for: &[StudyMode::LateralEntry],
    exempted_by: None,
    norms: &[],
    facts: &[("missing", FactKind::words::<Role>())],
    sources: Sources::of(&[Source::Booklet(&["S139"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "onderzoek beoordeeld zonder experts", en: "research assessed without experts" },
        asks: {
            nl: "Bij een definitieve beoordeling van onderzoek beoordelen een vakinhoudelijke en een methodologische expert mee; één persoon mag beide zijn.",
            en: "A final assessment of research has a subject expert and a methodological expert among its assessors; one person may be both."
        },
        why: {
            nl: "Zo zijn betrouwbaarheid en kwaliteit van de beoordeling gewaarborgd.",
            en: "So the reliability and quality of the assessment are safe."
        },
        mend: {
            nl: "Laat de ontbrekende expert meebeoordelen en leg dat vast.",
            en: "Have the missing expert assess as well, and record it."
        },
        message: {
            nl: "onderzoek beoordeeld zonder `{missing}`",
            nl_plain: "bij de beoordeling van je onderzoek ontbreekt nog: `{missing}`",
            en: "research assessed without `{missing}`"
        },
    },
    check: Some(check),
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let experts: Set<Role> = [Role::SubjectExpert, Role::MethodologicalExpert].into_iter().collect();
    let themes = case.development_themes().map(|(at, theme)| (theme.id.as_str(), 0, at)).collect();
    let themes: Vec<(&str, usize, usize)> = sorted(themes, Ord::cmp);
    let year_of_theme = |id: &str| {
        let found = themes.get(themes.binary_search_by(|(known, ..)| (*known).cmp(id)).ok()?)?;
        case.study_year_of_theme(case.portfolio().research.as_ref()?.school_development_themes.get(found.2)?)
    };
    let reported = year_three::reports(case);
    let (mut superseded, mut exemption) = (false, None);
    for (at, assessment) in case.final_assessments() {
        let exempt = match assessment.of {
            AssessmentOf::GraduationResearch => case.graduation_exemption(),
            AssessmentOf::SchoolDevelopmentTheme => {
                let theme = assessment.theme.as_ref();
                let year = assessment.study_year.or_else(|| year_of_theme(theme?.as_str()));
                if year.is_some_and(|year| year.get() != 3) {
                    continue;
                }
                if reported {
                    superseded = true;
                    continue;
                }
                case.exemption_in(ExemptionOf::SchoolDevelopmentTheme, year)
            }
            AssessmentOf::Development | AssessmentOf::Assignment | AssessmentOf::Competence => continue,
        };
        if exempt.is_some() {
            exemption = exempt;
            continue;
        }
        let missing = experts.without(assessment.assessors.iter().filter_map(|assessor| assessor.role).collect());
        findings.judge(missing.is_empty(), Standing::DUE, || {
            Shortfall::new(at!["assessments", at, "assessors"], "assessment", facts! { missing: missing })
                .of(&assessment.id)
        });
    }
    findings.answer_or(|| year_three::instead(superseded, exemption))
}
