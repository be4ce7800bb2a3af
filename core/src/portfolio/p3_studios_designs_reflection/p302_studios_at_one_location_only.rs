//! `TK-P302`: in a study year the student attends design studios at the institute and at the school.

use crate::documents::StudioLocation;
use crate::grammar::Closed as _;
use crate::portfolio::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-P302",
    name: "studios-at-one-location-only",
    severity: Some(Severity::Error),
    phase: Phase::Year(&[1, 2, 3]),
    basis: Basis::Seed,
    norms: &[&YEARS],
    facts: &[("year", FactKind::Whole), ("missing", FactKind::words::<StudioLocation>())],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ontwerpateliers]),
        Source::Own(Text {
            nl: "het katern zegt dat ontwerpateliers op beide locaties zijn; dat dit voor elk studiejaar geldt, is afgeleid",
            en: "the booklet says that design studios take place at both locations; that this applies to every study year is inferred",
        }),
    ]),
    texts: texts! {
        title: { nl: "ontwerpateliers op maar één locatie, of op geen", en: "design studios at one location only, or at none" },
        asks: {
            nl: "In elk studiejaar van de norm (`years`) was de student bij minstens één ontwerpatelier op de hogeschool en bij minstens één op de basisschool.",
            en: "In every study year of the norm (`years`) the student attended at least one design studio at the institute and at least one at the school."
        },
        why: {
            nl: "Ontwerpateliers zijn er zowel op de hogeschool als op de basisschool: zo verbindt de student theorie en praktijk.",
            en: "Design studios take place both at the institute and at the school, so that theory and practice meet."
        },
        fix: {
            nl: "Leg vast waar en wanneer het ontwerpatelier was, of ga naar een ontwerpatelier op de locatie die ontbreekt.",
            nl_plain: "Vul in waar en wanneer je ontwerpatelier was, of vraag je opleiders wat nog kan.",
            en: "Record where and when the design studio took place, or attend one at the missing location."
        },
        message: {
            nl: "in studiejaar `{year}` staat geen ontwerpatelier waar de student bij was; locatie: `{missing}`",
            nl_plain: "vul je ontwerpateliers van jaar `{year}` in, of vraag je opleiders wat nog kan; er staat nog geen ontwerpatelier op: `{missing}`",
            en: "no attended design studio is recorded in study year `{year}`; location: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: studios some), check };

static YEARS: Norm = Norm::set(
    "years",
    Text {
        nl: "studiejaren met ontwerpateliers op beide locaties",
        en: "study years with design studios at both locations",
    },
    Unit::StudyYears,
    &[1, 2, 3],
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let asked = case.study_years_listed(&YEARS);
    for year in case.study_years(&RULE, &asked) {
        let of_year = |day| case.study_years_by(None, day).is_some_and(|years| years.contains(year.number));
        let mut missing: Set<StudioLocation> = StudioLocation::ALL.iter().copied().collect();
        let mut first = None;
        for (_, studio) in case.attended_studios().filter(|(_, studio)| of_year(studio.date)) {
            let Some(location) = studio.location else { continue };
            missing = missing.without([location].into());
            first = first.or(Some(About::the(SubjectKind::Studio, &studio.id)));
        }
        findings.met_by(first);
        findings.judge(About::year(year.number), missing.is_empty(), year.standing, || {
            Shortfall::new(at!(Portfolio: studios), facts! { year: year.number, missing: missing })
        });
    }
    case.answer_by_year(findings, &RULE, &asked)
}
