//! `TK-P602`: a school development theme is worked on in a group.

use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;
use crate::sort::Texts;

pub(crate) static META: Meta = Meta {
    code: "TK-P602",
    name: "school-development-theme-alone",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&LEAST_STUDENTS],
    facts: &[("students", FactKind::Whole), ("least", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[&super::p601_year_three_without_school_development_theme::META],
    step: Step::Research,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "schoolontwikkelingsthema alleen uitgevoerd", en: "school development theme carried out alone" },
        asks: {
            nl: "Aan een schoolontwikkelingsthema werkt minstens het gevraagde aantal studenten (`least_students`: gewoonlijk 2); wie de groep heeft verlaten, telt mee.",
            en: "At least the required number of students work on a school development theme (`least_students`: normally 2); students who have left the group count too."
        },
        why: {
            nl: "In het derde studiejaar werken de studenten in groepjes aan een schoolontwikkelingsthema.",
            en: "In the third study year, the students work on a school development theme in groups."
        },
        fix: {
            nl: "Leg vast wie er in het groepje zit of zat, of vraag de schoolopleider om een groepje.",
            nl_plain: "Zet je groepsgenoten erbij, of vraag je schoolopleider om een groepje.",
            en: "Record who is or was in the group, or request a group from the school trainer."
        },
        message: {
            nl: "studenten die bij {subject} staan, de student zelf meegeteld: `{students}`; nodig: minstens `{least}`",
            nl_plain: "zet bij {subject} wie er in je groepje zit of zat, of vraag je schoolopleider om een groepje; studenten met jou: `{students}`, nodig: `{least}`",
            en: "students recorded for {subject}, this student included: `{students}`; required: at least `{least}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: student all, exemptions all, research each),
    check,
};

static LEAST_STUDENTS: Norm = Norm::number(
    "least_students",
    Text { nl: "studenten in het groepje", en: "students in the group" },
    Unit::Number,
    2,
    1,
    20,
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let student = case.portfolio().student.id.as_str();
    let mut exemption = None;
    for (at, theme) in case.development_themes() {
        if let Some(exempt) = case.theme_exemption(theme) {
            exemption = Some(exempt);
            continue;
        }
        let least = case.norm(&LEAST_STUDENTS, theme.started_on.unwrap_or(case.as_of())) as usize;
        let ever = theme.group.iter().filter(|member| case.has_begun(member.period.as_ref().map(|period| period.from)));
        let students = Texts::of(ever.map(|member| member.student.as_str()).chain([student]));
        findings.judge(
            About::the(SubjectKind::SchoolDevelopmentTheme, &theme.id),
            students.len() >= least,
            Standing::DUE,
            || {
                let path = at!(Portfolio: research.school_development_themes[at].group);
                Shortfall::new(path, facts! { students: students.len(), least: least })
            },
        );
    }
    findings.answer_or(|| exempted_or(exemption, Reason::NothingToJudge))
}
