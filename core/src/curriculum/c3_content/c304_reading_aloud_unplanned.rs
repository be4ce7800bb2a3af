//! `TK-C304`: there is reading aloud and storytelling in every study year.

use super::judge_years;
use crate::curriculum::prelude::*;
use crate::documents::{Activity, CurriculumYear};
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-C304",
    name: "reading-aloud-unplanned",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&YEARS],
    facts: in_build!(&[("year", FactKind::Whole), ("missing", FactKind::words::<Activity>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::VoorlezenEnVertellen])]),
    texts: texts! {
        title: { nl: "voorlezen of vertellen niet gepland", en: "reading aloud or storytelling unplanned" },
        asks: {
            nl: "In elk studiejaar van de norm (`years`) staat in het opleidingsprogramma dat er wordt voorgelezen en dat er wordt verteld.",
            en: "For every study year of the norm (`years`), the curriculum includes reading aloud and storytelling."
        },
        why: {
            nl: "Volgens het katern is er in ieder leerjaar aandacht voor voorlezen en vertellen.",
            en: "According to the booklet, reading aloud and storytelling get attention in every study year."
        },
        fix: {
            nl: "Geef voorlezen en vertellen een plaats in het studiejaar en leg dat vast.",
            nl_plain: "Vul in of er in het jaar wordt voorgelezen en verteld, of bespreek hoe dat kan.",
            en: "Give reading aloud and storytelling a place in the study year, and record it."
        },
        message: {
            nl: "in studiejaar `{year}` van het opleidingsprogramma staat niet: `{missing}`",
            nl_plain: "geef in jaar `{year}` van het programma ook een plaats aan: `{missing}`",
            en: "not recorded as part of study year `{year}` of the curriculum: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: years named), check };

static YEARS: Norm = Norm::set(
    "years",
    Text { nl: "studiejaren met voorlezen en vertellen", en: "study years with reading aloud and storytelling" },
    Unit::StudyYears,
    &[1, 2, 3, 4],
);

/// What there is not in a study year: reading aloud, storytelling.
fn missing(year: Option<&CurriculumYear>) -> Set<Activity> {
    let reading_aloud = (Activity::ReadingAloud, year.and_then(|year| year.reading_aloud));
    let storytelling = (Activity::Storytelling, year.and_then(|year| year.storytelling));
    let is_missing = |(_, planned): &(Activity, Option<bool>)| *planned != Some(true);
    [reading_aloud, storytelling].into_iter().filter(is_missing).map(|(activity, _)| activity).collect()
}

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    judge_years(case, findings, &YEARS, missing)
}
