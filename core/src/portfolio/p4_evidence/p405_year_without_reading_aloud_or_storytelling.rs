//! `TK-P405`: in study years 1 and 2 the student reads aloud or tells stories.

use crate::documents::{Activity, ExemptionOf};
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;
use crate::values::StudyYear;

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
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S086", "S088", "S089"]), Source::Dossier(&["D13.9"])]),
    texts: texts! {
        title: { nl: "studiejaar zonder voorlezen of vertellen", en: "study year without reading aloud or storytelling" },
        asks: {
            nl: "In studiejaar 1 en in studiejaar 2 is er bewijs van voorlezen of vertellen.",
            en: "In study year 1 and in study year 2 there is evidence of reading aloud or storytelling."
        },
        why: {
            nl: "Voorlezen en vertellen krijgen elk leerjaar aandacht; in de eerste twee jaren doen alle studenten mee.",
            en: "Reading aloud and storytelling get attention in every year; in the first two all students take part."
        },
        mend: {
            nl: "Ontwerp met medestudenten een voorlees- of vertelactiviteit en voeg het bewijs toe.",
            en: "Design an activity of reading aloud or storytelling with fellow students, and add the evidence."
        },
        message: {
            nl: "studiejaar `{year}` heeft geen bewijs van voorlezen of vertellen",
            nl_plain: "voeg voor jaar `{year}` een bewijs toe van voorlezen of vertellen",
            en: "study year `{year}` has no evidence of reading aloud or storytelling"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::ReadingAloud) },
    reads: reads!(Portfolio: evidence some, placements named),
    with: None,
    check,
};

static YEARS: Norm = Norm::set(
    "years",
    Text { nl: "studiejaren met voorlezen of vertellen", en: "study years with reading aloud or storytelling" },
    Unit::StudyYears,
    &[1, 2],
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let asked = |number: &u8| {
        let year = StudyYear::new(*number).and_then(|number| case.study_year(number));
        year.is_some_and(|year| case.norm_set(&YEARS, year.first).contains(year.number))
    };
    let asked: Vec<u8> = (1..=4).filter(asked).collect();
    for year in case.study_years(&RULE, &asked) {
        let told = case
            .evidence()
            .filter(|(_, evidence)| matches!(evidence.activity, Some(Activity::ReadingAloud | Activity::Storytelling)));
        let is_of: Vec<Option<bool>> = told.map(|(_, evidence)| case.is_of(evidence, year.number)).collect();
        let met = is_of.contains(&Some(true));
        if !met && is_of.contains(&None) {
            findings.cannot_judge();
            continue;
        }
        findings.judge(About::year(year.number), met, year.standing, || {
            Shortfall::new(at!(Portfolio: evidence), facts! { year: year.number.get() })
        });
    }
    findings.answer_or(|| case.without_study_year(&RULE, &asked))
}
