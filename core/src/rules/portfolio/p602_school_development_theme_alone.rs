//! `TK-P602`: a school development theme is worked on in a group.

use crate::frameworks::StudyMode;
use crate::order::distinct;
use crate::rules::prelude::*;

use super::p601_year_three_without_school_development_theme as year_three;

pub(super) static RULE: Rule = Rule {
    code: "TK-P602",
    name: "school-development-theme-alone",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::STUDENT.and(Sections::EXEMPTIONS).and(Sections::RESEARCH),
    not_for: &[StudyMode::LateralEntry],
    exempted_by: None,
    norms: &[&LEAST_STUDENTS],
    facts: &[("students", FactKind::Whole)],
    sources: Sources::of(&[Source::Booklet(&["S112"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "schoolontwikkelingsthema alleen uitgevoerd", en: "school development theme alone" },
        asks: {
            nl: "Aan een schoolontwikkelingsthema werken minstens twee studenten; wie de groep verliet telt mee.",
            en: "At least two students work on a school development theme; who left the group counts."
        },
        why: {
            nl: "Studenten leren hier onderzoek doen met elkaar en met het team.",
            en: "Here students learn to do research with each other and with the team."
        },
        mend: {
            nl: "Sluit aan bij een groepje, of leg vast wie er in de groep zaten.",
            en: "Join a group, or record who were in it."
        },
        message: {
            nl: "het groepje van dit schoolontwikkelingsthema telde nooit meer studenten dan `{students}`",
            nl_plain: "je werkt met een groepje aan dit thema: schrijf op wie er in je groepje zitten",
            en: "the group of this school development theme never had more students than `{students}`"
        },
    },
    check: Some(check),
};

static LEAST_STUDENTS: Norm = Norm::number("least_students", Unit::Number, 2, 1, 20);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    if year_three::reports(case) {
        return year_three::instead(true, None);
    }
    let student = case.portfolio().student.id.as_str();
    let mut exemption = None;
    for (at, theme) in case.development_themes() {
        if let Some(exempt) = case.theme_exemption(theme) {
            exemption = Some(exempt);
            continue;
        }
        let least = case.norm(&RULE, &LEAST_STUDENTS, theme.started_on.unwrap_or(case.as_of())) as usize;
        let ever = theme.group.iter().filter(|member| case.has_begun(member.period.as_ref().map(|period| period.from)));
        let students = distinct(ever.map(|member| member.student.as_str()).chain([student]));
        findings.judge(students.len() >= least, Standing::DUE, || {
            let path = at!["research", "schoolDevelopmentThemes", at, "group"];
            Shortfall::new(path, "school-development-theme", facts! { students: students.len() }).of(&theme.id)
        });
    }
    findings.answer_or(|| year_three::instead(false, exemption))
}
