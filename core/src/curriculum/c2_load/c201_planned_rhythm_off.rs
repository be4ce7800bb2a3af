//! `TK-C201`: the planned week has three days at the institute and two at the school.

use crate::curriculum::prelude::*;
use crate::values::{Decimal, StudyYear};

pub(crate) static META: Meta = Meta {
    code: "TK-C201",
    name: "planned-rhythm-off",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&DAYS_AT_INSTITUTE, &DAYS_AT_SCHOOL, &YEARS],
    facts: in_build!(&[
        ("year", FactKind::Whole),
        ("atInstitute", FactKind::Decimal),
        ("instituteNorm", FactKind::Decimal),
        ("atSchool", FactKind::Decimal),
        ("schoolNorm", FactKind::Decimal),
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::MissieEnVisie])]),
    texts: texts! {
        title: { nl: "geplande week klopt niet", en: "planned rhythm off" },
        asks: {
            nl: "Waar beide zijn vastgelegd, zijn de geplande dagen per week op de hogeschool (`days_at_institute`) en op de basisschool (`days_at_school`) in elk studiejaar van de norm (`years`) die van de norm.",
            en: "Where both are recorded, the days per week planned at the institute (`days_at_institute`) and at the school (`days_at_school`) are those of the norm in every study year required (`years`)."
        },
        why: {
            nl: "Volgens het katern leren studenten drie dagen op de hogeschool en twee dagen op de basisschool.",
            en: "According to the booklet, students learn three days at the institute and two days at the primary school."
        },
        fix: {
            nl: "Pas de geplande week van het studiejaar aan, of verbeter het aantal dagen dat is vastgelegd.",
            nl_plain: "Kijk of de dagen per week kloppen, en verander ze als dat nodig is.",
            en: "Change the planned week of the study year, or correct the number of days recorded."
        },
        message: {
            nl: "geplande dagen per week in studiejaar `{year}`, op de hogeschool: `{atInstitute}` (norm: `{instituteNorm}`); op de basisschool: `{atSchool}` (norm: `{schoolNorm}`)",
            nl_plain: "kijk of de week van jaar `{year}` klopt; dagen op de hogeschool: `{atInstitute}` (nodig: `{instituteNorm}`), op de basisschool: `{atSchool}` (nodig: `{schoolNorm}`)",
            en: "days per week planned in study year `{year}`, at the institute: `{atInstitute}` (norm: `{instituteNorm}`); at the school: `{atSchool}` (norm: `{schoolNorm}`)"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: years each), check };

static DAYS_AT_INSTITUTE: Norm = Norm::number(
    "days_at_institute",
    Text { nl: "geplande dagen per week op de hogeschool", en: "planned days per week at the institute" },
    Unit::DaysPerWeek,
    300,
    0,
    700,
);

static DAYS_AT_SCHOOL: Norm = Norm::number(
    "days_at_school",
    Text { nl: "geplande dagen per week op de basisschool", en: "planned days per week at the school" },
    Unit::DaysPerWeek,
    200,
    0,
    700,
);

static YEARS: Norm = Norm::set(
    "years",
    Text { nl: "studiejaren met deze geplande week", en: "study years with this planned week" },
    Unit::StudyYears,
    &[1, 2, 3],
);

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let [institute_norm, school_norm] =
        [&DAYS_AT_INSTITUTE, &DAYS_AT_SCHOOL].map(|norm| Decimal::hundredths(case.norm(norm)));
    for study_year in case.norm_set::<StudyYear>(&YEARS).iter() {
        let Some((at, year)) = case.year(study_year) else { continue };
        let (Some(at_institute), Some(at_school)) = (year.days_at_institute, year.days_at_school) else { continue };
        let (at_institute, at_school) = (at_institute.get(), at_school.get());
        let met = at_institute == institute_norm && at_school == school_norm;
        findings.judge(About::year(study_year), met, Standing::DUE, || {
            let facts = facts! {
                year: study_year,
                atInstitute: at_institute,
                instituteNorm: institute_norm,
                atSchool: at_school,
                schoolNorm: school_norm,
            };
            Shortfall::new(at!(Curriculum: years[at].days_at_school), facts)
        });
    }
    findings.answer_or(|| Reply::not_assessable(Reason::NotRecorded))
}
