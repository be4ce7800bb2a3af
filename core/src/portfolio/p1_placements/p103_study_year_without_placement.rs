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
            en: "In every study year the student has a placement at a training school; an LIO placement or one abroad counts too."
        },
        why: {
            nl: "De student brengt elk studiejaar op een opleidingsschool door en leert het vak zo ook in de praktijk.",
            en: "The student spends each study year at a training school, and so learns the profession in practice as well."
        },
        fix: {
            nl: "Leg vast waar de student is of was geplaatst, of vraag de opleiding om een plaatsing als die er nog niet is.",
            nl_plain: "Vul in waar je stage loopt of liep. Heb je nog geen stage? Vraag je opleiding erom.",
            en: "Record where the student is or was placed, or request a placement from the institute if there is none yet."
        },
        message: {
            nl: "in studiejaar `{year}` staat geen plaatsing die begonnen is",
            nl_plain: "in jaar `{year}` staat nog geen stage die begonnen is: vul je stage in, of vraag je opleiding om een stage als die ontbreekt",
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
