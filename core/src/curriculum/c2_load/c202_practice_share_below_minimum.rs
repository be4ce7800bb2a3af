//! `TK-C202`: two fifths of the study load are in practice.

use crate::curriculum::prelude::*;
use crate::documents::CurriculumYear;

pub(crate) static META: Meta = Meta {
    code: "TK-C202",
    name: "practice-share-below-minimum",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Statute,
    norms: &[&SHARE],
    facts: in_build!(&[
        ("curriculum", FactKind::Id),
        ("practice", FactKind::Whole),
        ("least", FactKind::Whole),
        ("load", FactKind::Whole),
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::Office,
    window: Window::TRAINING_SCHOOL_SCHEME,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Law(Text {
        nl: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839), artikel 2, tweede lid, onder a",
        en: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839) art. 2(2)(a)",
    })]),
    texts: texts! {
        title: { nl: "te klein deel van het programma in de praktijk", en: "practice share below the minimum" },
        asks: {
            nl: "In een vierjarige bacheloropleiding is van de studielast van de vier studiejaren samen minstens het deel van de norm in de praktijk (`share`: gewoonlijk 0,4).",
            en: "In a four-year bachelor's programme, at least the share of the norm of the study load of the four study years together is in practice (`share`: normally 0.4)."
        },
        why: {
            nl: "Bij een kleiner praktijkdeel telden studenten niet mee voor de tegemoetkoming aan opleidingsscholen.",
            en: "With a smaller share in practice, students did not count for the scheme that funded training schools."
        },
        fix: {
            nl: "Maak het praktijkdeel groter, of verbeter de studielast die bij de studiejaren is vastgelegd.",
            nl_plain: "Kijk of de EC bij de jaren kloppen, of maak het deel in de praktijk groter.",
            en: "Increase the share in practice, or correct the study load recorded for the study years."
        },
        message: {
            nl: "studielast in de praktijk van opleidingsprogramma `{curriculum}`, in EC: `{practice}`; nodig: minstens `{least}`; studielast in totaal: `{load}`",
            nl_plain: "kijk of de EC van opleidingsprogramma `{curriculum}` kloppen; in de praktijk: `{practice}`, nodig: minstens `{least}`; in totaal: `{load}`",
            en: "study load in practice of curriculum `{curriculum}`, in credits: `{practice}`; required: at least `{least}`; study load in total: `{load}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: route all, years all), check };

static SHARE: Norm = Norm::number(
    "share",
    Text { nl: "deel van de studielast in de praktijk", en: "share of the study load in practice" },
    Unit::Share,
    40,
    0,
    100,
);

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    if !case.is_bachelor() {
        return Reply::not_applicable(Reason::ModeOfStudy);
    }
    let recorded = |year: &CurriculumYear| Some((year.practice_load?, year.study_load?));
    let Some(years) = case.of_every_year(recorded) else {
        return Reply::not_assessable(Reason::NotRecorded);
    };
    let practice: u32 = years.iter().map(|(practice, _)| u32::from(practice.get())).sum();
    let load: u32 = years.iter().map(|(_, load)| u32::from(load.get())).sum();
    // Credits are whole: less than the exact share is less than the next whole number.
    let least = (load * case.norm(&SHARE)).div_ceil(100);
    let id = &case.curriculum().id;
    findings.judge(About::the(SubjectKind::Curriculum, id), practice >= least, Standing::DUE, || {
        let facts = facts! { curriculum: id, practice: practice, least: least, load: load };
        Shortfall::new(at!(Curriculum: years), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
