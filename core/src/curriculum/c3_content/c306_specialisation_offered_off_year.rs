//! `TK-C306`: specialisations are offered from study year 3.

use crate::curriculum::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-C306",
    name: "specialisation-offered-off-year",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&FROM_YEAR],
    facts: in_build!(&[
        ("curriculum", FactKind::Id),
        ("year", FactKind::Whole),
        ("offered", FactKind::Whole),
        ("from", FactKind::Whole),
    ]),
    may_lack: &["from"],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Specialisatie])]),
    texts: texts! {
        title: { nl: "specialisaties niet aangeboden vanaf studiejaar 3", en: "specialisations not offered from study year 3" },
        asks: {
            nl: "Er staat minstens één leeftijdsspecialisatie in het aanbod, en het aanbod begint in het studiejaar van de norm (`from`: gewoonlijk 3).",
            en: "At least one age specialisation is offered, and the offer begins in the study year of the norm (`from`: normally 3)."
        },
        why: {
            nl: "Volgens het katern kiezen studenten hun specialisatie vanaf het derde studiejaar.",
            en: "According to the booklet, students choose their specialisation from the third study year on."
        },
        fix: {
            nl: "Leg vast welke leeftijdsspecialisaties er zijn en in welk studiejaar ze beginnen, of verander dat.",
            nl_plain: "Vul in welke specialisaties er zijn en in welk jaar ze beginnen.",
            en: "Record which age specialisations there are and in which study year they begin, or change that."
        },
        message: {
            nl: "bij opleidingsprogramma `{curriculum}` staat geen aanbod van specialisaties dat begint in studiejaar `{year}`; aantal leeftijdsspecialisaties: `{offered}`[; vastgelegd: vanaf studiejaar `{from}`]",
            nl_plain: "vul bij opleidingsprogramma `{curriculum}` specialisaties in die in jaar `{year}` beginnen; aantal nu: `{offered}`[, nu vanaf jaar `{from}`]",
            en: "no offer of specialisations beginning in study year `{year}` is recorded for curriculum `{curriculum}`; age specialisations: `{offered}`[; recorded: from study year `{from}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: specialisations all), check };

static FROM_YEAR: Norm = Norm::number(
    "from",
    Text {
        nl: "studiejaar waarin het aanbod van specialisaties begint",
        en: "study year in which the offer of specialisations begins",
    },
    Unit::StudyYear,
    3,
    1,
    4,
);

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let curriculum = case.curriculum();
    let offer = curriculum.specialisations.as_ref();
    let offered = offer.map_or(0, |offer| offer.age_specialisations.len());
    let from = offer.and_then(|offer| offer.from_study_year);
    let year = case.norm(&FROM_YEAR);
    let met = offered > 0 && from.is_some_and(|from| u32::from(from.get()) == year);
    findings.judge(About::the(SubjectKind::Curriculum, &curriculum.id), met, Standing::DUE, || {
        let facts = facts! { curriculum: &curriculum.id, year: year, offered: offered }.and("from", from);
        Shortfall::new(at!(Curriculum: specialisations), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
