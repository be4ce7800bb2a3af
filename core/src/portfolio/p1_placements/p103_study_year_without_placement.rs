//! `TK-P103`: each study year has a placement.

use super::YEARS;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P103",
    name: "study-year-without-placement",
    severity: Some(Severity::Error),
    phase: Phase::Year(YEARS),
    basis: Basis::Seed,
    norms: &[],
    facts: &[("year", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePlacement,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Werkplekleren])]),
    texts: texts! {
        title: { nl: "studiejaar zonder plaatsing", en: "study year without a placement" },
        asks: {
            nl: "In elk studiejaar is de student op een opleidingsschool geplaatst; een LIO-stage en een buitenlandstage tellen mee.",
            en: "In every study year the student has a placement; an LIO placement or one abroad counts."
        },
        why: {
            nl: "Elk studiejaar brengt de student op een opleidingsschool, om het vak ook in de praktijk te leren.",
            en: "Each study year brings the student to a training school, to learn the profession in practice as well."
        },
        fix: {
            nl: "Vraag de opleiding om een plaatsing in dit studiejaar, of leg vast waar de student geplaatst was.",
            nl_plain: "Vraag je opleiding om een stage, of vul in waar je stage liep.",
            en: "Request a placement in the study year from the institute, or record where the student was placed."
        },
        message: {
            nl: "in studiejaar `{year}` staat geen plaatsing die begonnen is",
            nl_plain: "in jaar `{year}` staat nog geen stage: vraag je opleiding om een stage, of vul in waar je stage liep",
            en: "no placement that has begun is recorded in study year `{year}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements some),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    // A placement whose year is unknown may be the one of a study year that seems to have none.
    let unknown = case.placements().any(|(_, placement)| case.is_of_no_known_year(placement));
    let mut open = false;
    for year in case.study_years(&RULE, YEARS) {
        let first = case.placements_in(year.number).next();
        let met = first.is_some();
        if unknown && !met {
            open = true;
            continue;
        }
        findings.met_by(first.map(|(_, placement)| About::the(SubjectKind::Placement, &placement.id)));
        findings.judge(About::year(year.number), met, year.standing, || {
            Shortfall::new(at!(Portfolio: placements), facts! { year: year.number })
        });
    }
    case.answer_by_year(findings, &RULE, YEARS).unless(open, Reason::NoStudyYears)
}
