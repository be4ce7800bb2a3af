//! `TK-C203`: the study load is four times 60 credits.

use crate::curriculum::prelude::*;
use crate::documents::CurriculumYear;

pub(crate) static META: Meta = Meta {
    code: "TK-C203",
    name: "study-load-off",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Statute,
    norms: &[&PER_YEAR, &TOTAL],
    facts: in_build!(&[
        ("curriculum", FactKind::Id),
        ("credits", FactKind::Whole),
        ("norm", FactKind::Whole),
        ("year", FactKind::Whole),
    ]),
    may_lack: &["year"],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Law(Text {
        nl: "WHW, artikel 7.4 en artikel 7.4b, eerste lid",
        en: "WHW art. 7.4 and 7.4b(1)",
    })]),
    texts: texts! {
        title: { nl: "studielast klopt niet", en: "study load off" },
        asks: {
            nl: "In een vierjarige bacheloropleiding is de studielast van elk studiejaar waarbij die is vastgelegd die van de norm (`per_year`: gewoonlijk 60 EC), en die van de vier samen ook (`total`: gewoonlijk 240 EC).",
            en: "In a four-year bachelor's programme, the study load of each study year for which it is recorded is that of the norm (`per_year`: normally 60 credits), and so is that of the four together (`total`: normally 240 credits)."
        },
        why: {
            nl: "Volgens de wet is de studielast van een studiejaar 60 studiepunten en die van een hbo-bacheloropleiding 240.",
            en: "By law, the study load of a study year is 60 credits, and that of a bachelor's programme in higher professional education is 240."
        },
        fix: {
            nl: "Verbeter de studielast die is vastgelegd, of verdeel het programma anders over de studiejaren.",
            nl_plain: "Verbeter de EC bij het jaar, of verdeel het programma anders over de jaren.",
            en: "Correct the study load recorded, or divide the programme over the study years in another way."
        },
        message: {
            nl: "studielast van opleidingsprogramma `{curriculum}`[ in studiejaar `{year}`], in EC: `{credits}`; norm: `{norm}`",
            nl_plain: "kijk of de studielast van opleidingsprogramma `{curriculum}`[ in jaar `{year}`] klopt; EC nu: `{credits}`, nodig: `{norm}`",
            en: "study load of curriculum `{curriculum}`[ in study year `{year}`], in credits: `{credits}`; norm: `{norm}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: route all, years each), check };

static PER_YEAR: Norm =
    Norm::number("per_year", Text { nl: "EC per studiejaar", en: "credits per study year" }, Unit::Number, 60, 1, 240);

static TOTAL: Norm = Norm::number(
    "total",
    Text { nl: "EC van de vier studiejaren samen", en: "credits of the four study years together" },
    Unit::Number,
    240,
    1,
    960,
);

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    if !case.is_bachelor() {
        return Reply::not_applicable(Reason::ModeOfStudy);
    }
    let curriculum = case.curriculum();
    let (per_year, total) = (case.norm(&PER_YEAR), case.norm(&TOTAL));
    let load_of = |year: &CurriculumYear| year.study_load.map(|load| u32::from(load.get()));
    let facts = |credits, norm| facts! { curriculum: &curriculum.id, credits: credits, norm: norm };
    let mut any_off = false;
    for (at, year) in curriculum.years.iter().enumerate() {
        let Some(load) = load_of(year) else { continue };
        any_off |= load != per_year;
        findings.judge(About::year(year.study_year), load == per_year, Standing::DUE, || {
            let facts = facts(load, per_year).and("year", Some(year.study_year));
            Shortfall::new(at!(Curriculum: years[at].study_load), facts)
        });
    }
    // Where a study year is off, it says why the sum is.
    if let Some(loads) = case.of_every_year(load_of).filter(|_| !any_off) {
        let sum = loads.iter().sum();
        let about = About::the(SubjectKind::Curriculum, &curriculum.id);
        findings
            .judge(about, sum == total, Standing::DUE, || Shortfall::new(at!(Curriculum: years), facts(sum, total)));
    }
    findings.answer_or(|| Reply::not_assessable(Reason::NotRecorded))
}
