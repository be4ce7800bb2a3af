//! `TK-N109`: a recognised partnership has as many students as the scheme for training schools required.

use chrono::NaiveDate;

use crate::documents::PartnershipStatus;
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N109",
    name: "too-few-students",
    severity: Some(Severity::Warning),
    phase: Phase::Year(&[]),
    basis: Basis::Statute,
    norms: &[&STUDENTS],
    facts: in_build!(&[
        ("partnership", FactKind::Id),
        ("schoolYear", FactKind::SchoolYear),
        ("students", FactKind::Whole),
        ("required", FactKind::Whole),
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePlacement,
    acts: Actor::Office,
    window: Window::TRAINING_SCHOOL_SCHEME,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Law(Text {
            nl: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839), artikel 13, eerste lid",
            en: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839) art. 13(1)",
        }),
        Source::Law(Text {
            nl: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839), artikel 2a, voor aspiranten",
            en: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839) art. 2a, for aspirants",
        }),
    ]),
    texts: texts! {
        title: { nl: "te weinig studenten", en: "too few students" },
        asks: {
            nl: "In de schooljaren 2009-2010 tot en met 2016-2017 zijn er in een partnerschap dat geen aspirant is, minstens zoveel studenten geplaatst als de norm (`students`: 80, eerder 40).",
            en: "In the school years 2009-2010 to 2016-2017, a partnership that is no aspirant has placed at least the number of students of the norm (`students`: 80, earlier 40)."
        },
        why: {
            nl: "Volgens de regeling waren minder studenten in een schooljaar een grond om de subsidie te weigeren.",
            en: "According to the scheme, fewer students in a school year were a ground for refusing the subsidy."
        },
        fix: {
            nl: "Leg vast welke studenten er nog meer zijn, of plaats meer studenten.",
            nl_plain: "Vul alle studenten in, of zoek een school voor meer studenten.",
            en: "Record all students, or place more students."
        },
        message: {
            nl: "studenten die in schooljaar `{schoolYear}` in partnerschap `{partnership}` geplaatst zijn: `{students}`; nodig: minstens `{required}`",
            nl_plain: "vul alle studenten van partnerschap `{partnership}` in; in schooljaar `{schoolYear}` staan er: `{students}`; nodig: minstens `{required}`",
            en: "students placed in partnership `{partnership}` in school year `{schoolYear}`: `{students}`; required: at least `{required}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: status all, students some), check };

static STUDENTS: Norm = Norm::number(
    "students",
    Text { nl: "studenten in het schooljaar", en: "students in the school year" },
    Unit::Number,
    80,
    0,
    9999,
)
.after(&[(40, LAST_DAY_OF_FORTY)]);

/// 31 July 2011: forty sufficed in school years 2009-2010 and 2010-2011.
const LAST_DAY_OF_FORTY: NaiveDate = match NaiveDate::from_ymd_opt(2011, 7, 31) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let partnership = case.partnership();
    if partnership.status == Some(PartnershipStatus::Aspirant) {
        return Reply::not_applicable(Reason::Exempted);
    }
    let (students, required) = (case.students(), case.norm(&STUDENTS));
    let met = u32::try_from(students).is_ok_and(|students| students >= required);
    findings.judge(About::the(SubjectKind::Partnership, &partnership.id), met, case.by_year_end(), || {
        let facts = facts! {
            partnership: &partnership.id, schoolYear: partnership.school_year, students: students, required: required
        };
        Shortfall::new(at!(Partnership: students), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
