//! `TK-C303`: in each study year design studios are planned at the institute and at the school.

use super::judge_years;
use crate::curriculum::prelude::*;
use crate::documents::{CurriculumYear, StudioLocation};
use crate::grammar::Closed as _;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-C303",
    name: "studios-planned-at-one-location",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&YEARS],
    facts: in_build!(&[("year", FactKind::Whole), ("missing", FactKind::words::<StudioLocation>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
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
        title: { nl: "ontwerpateliers gepland op maar één locatie, of op geen", en: "studios planned at one location only, or at none" },
        asks: {
            nl: "In elk studiejaar van de norm (`years`) is minstens één ontwerpatelier gepland op de hogeschool en minstens één op de basisschool.",
            en: "In every study year of the norm (`years`), at least one design studio is planned at the institute and at least one at the school."
        },
        why: {
            nl: "Ontwerpateliers zijn er zowel op de hogeschool als op de basisschool.",
            en: "Design studios take place both at the institute and at the primary school."
        },
        fix: {
            nl: "Plan een ontwerpatelier op de locatie die ontbreekt, of leg vast hoeveel er zijn.",
            nl_plain: "Vul in hoeveel ontwerpateliers er zijn, of bespreek hoe er een bij komt.",
            en: "Plan a design studio at the missing location, or record how many there are."
        },
        message: {
            nl: "in studiejaar `{year}` van het opleidingsprogramma staat geen gepland ontwerpatelier; locatie: `{missing}`",
            nl_plain: "vul in hoeveel ontwerpateliers er in jaar `{year}` van het programma zijn, of bespreek wat nog kan; er staan er nog geen op: `{missing}`",
            en: "no planned design studio is recorded in study year `{year}` of the curriculum; location: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: years named), check };

static YEARS: Norm = Norm::set(
    "years",
    Text {
        nl: "studiejaren met geplande ontwerpateliers op beide locaties",
        en: "study years with studios planned at both locations",
    },
    Unit::StudyYears,
    &[1, 2, 3],
);

/// The locations at which no design studio is planned in a study year.
fn missing(year: Option<&CurriculumYear>) -> Set<StudioLocation> {
    let planned = |location: StudioLocation| match location {
        StudioLocation::Institute => year?.studios_at_institute,
        StudioLocation::School => year?.studios_at_school,
    };
    let none_at = |location: &StudioLocation| planned(*location).is_none_or(|studios| studios.get() == 0);
    StudioLocation::ALL.iter().copied().filter(none_at).collect()
}

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    judge_years(case, findings, &YEARS, missing)
}
