//! `TK-P405`: in study years 1 and 2 the student reads aloud or tells stories.

use super::{TOLD, judge_activities};
use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P405",
    name: "year-without-reading-aloud-or-storytelling",
    severity: Some(Severity::Warning),
    phase: Phase::Year(&[1, 2]),
    basis: Basis::Seed,
    norms: &[&YEARS],
    facts: &[("year", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Prove,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::VoorlezenEnVertellen]),
        Source::Own(Text {
            nl: "het katern noemt bij de bijeenkomsten eerste- en tweedejaars, soms derdejaars",
            en: "for the meetings, the booklet mentions first- and second-years, sometimes third-years",
        }),
    ]),
    texts: texts! {
        title: { nl: "studiejaar zonder voorlezen of vertellen", en: "study year without reading aloud or storytelling" },
        asks: {
            nl: "In elk studiejaar van de norm (`years`: gewoonlijk 1 en 2) is er bewijs van voorlezen of vertellen.",
            en: "In every study year of the norm (`years`: normally 1 and 2) there is evidence of reading aloud or storytelling."
        },
        why: {
            nl: "In elk studiejaar is er aandacht voor voorlezen en vertellen; vooral eerste- en tweedejaars ontwerpen samen zo'n activiteit.",
            en: "Reading aloud and storytelling get attention in every study year; it is mainly first- and second-years who design such an activity together."
        },
        fix: {
            nl: "Voeg bewijs toe van een voorlees- of vertelactiviteit in het studiejaar, of ontwerp er een met medestudenten.",
            nl_plain: "Voeg bewijs toe van voorlezen of vertellen, of bedenk met medestudenten zo'n activiteit.",
            en: "Add evidence of reading aloud or storytelling in the study year, or design such an activity with fellow students."
        },
        message: {
            nl: "bij studiejaar `{year}` staat geen bewijs van voorlezen of vertellen",
            nl_plain: "voeg bewijs toe van voorlezen of vertellen in jaar `{year}`",
            en: "no evidence of reading aloud or storytelling is recorded in study year `{year}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::ReadingAloud) },
    reads: reads!(Portfolio: evidence some, placements named),
    check,
};

static YEARS: Norm = Norm::set(
    "years",
    Text { nl: "studiejaren met voorlezen of vertellen", en: "study years with reading aloud or storytelling" },
    Unit::StudyYears,
    &[1, 2],
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let asked = case.study_years_listed(&YEARS);
    judge_activities(case, findings, &RULE, &asked, TOLD)
}
