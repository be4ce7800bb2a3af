//! `TK-P601`: in study year 3 the student works on a school development theme.

use super::YEARS;
use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P601",
    name: "year-three-without-school-development-theme",
    severity: Some(Severity::Error),
    phase: Phase::Year(&YEARS),
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Research,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "studiejaar 3 zonder schoolontwikkelingsthema", en: "study year 3 without a school development theme" },
        asks: {
            nl: "In studiejaar 3 werkt de student aan een schoolontwikkelingsthema.",
            en: "In study year 3 the student works on a school development theme."
        },
        why: {
            nl: "Zo doet de student samen met het team onderzoek naar een ontwerpvraag van de school.",
            en: "This is how the student, together with the team, investigates a design question that the school itself has."
        },
        fix: {
            nl: "Leg vast wanneer het werk aan het thema begint of begon; is er nog geen thema, kies er dan een met de schoolopleider.",
            nl_plain: "Vul in wanneer je aan je thema (SOT) begint of begon, of kies een thema met je schoolopleider.",
            en: "Record when the work on the theme begins or began; if there is no theme yet, choose one with the school trainer."
        },
        message: {
            nl: "in studiejaar 3 staat geen schoolontwikkelingsthema dat is begonnen",
            nl_plain: "in jaar 3 staat nog geen schoolontwikkelingsthema (SOT) dat is begonnen: vul je thema met de begindatum in, of vraag je schoolopleider om een thema",
            en: "no school development theme that has begun is recorded in study year 3"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::SchoolDevelopmentTheme) },
    reads: reads!(Portfolio: research some),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for year in case.study_years(&RULE, &YEARS) {
        let first = case.themes_of(year.number).next();
        findings.met_by(first.map(|(_, theme)| About::the(SubjectKind::SchoolDevelopmentTheme, &theme.id)));
        findings.judge(About::year(year.number), first.is_some(), year.standing, || {
            Shortfall::new(at!(Portfolio: research.school_development_themes), facts! {})
                .hiding(About::one(SubjectKind::SchoolDevelopmentTheme))
        });
    }
    findings.answer_or(|| case.without_study_year(&RULE, &YEARS))
}
