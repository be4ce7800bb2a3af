//! `TK-N303`: a school with several students has students from several study years.

use crate::partnership::prelude::*;
use crate::sort::{Listed as _, Texts};
use crate::values::{Set, StudyYear};

pub(crate) static META: Meta = Meta {
    code: "TK-N303",
    name: "school-with-one-study-year",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&STUDY_YEARS, &FROM_STUDENTS],
    facts: in_build!(&[
        ("school", FactKind::Id),
        ("students", FactKind::Whole),
        ("years", FactKind::Wholes),
        ("required", FactKind::Whole)
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePlacement,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Werkplekleren])]),
    texts: texts! {
        title: { nl: "studenten uit te weinig studiejaren op een school", en: "school with students from too few study years" },
        asks: {
            nl: "Een opleidingsschool met meerdere studenten (`from_students`) heeft studenten uit verschillende studiejaren (`study_years`).",
            en: "A training school with several students (`from_students`) has students from different study years (`study_years`)."
        },
        why: {
            nl: "Volgens het katern zijn op elke opleidingsschool studenten uit meerdere leerjaren geplaatst: zo leren ze met en van elkaar.",
            en: "According to the booklet, students from several study years are placed at every training school: they learn with and from each other."
        },
        fix: {
            nl: "Plaats ook een student uit een ander studiejaar op de opleidingsschool, of verbeter het studiejaar van de studenten die er zijn.",
            nl_plain: "Zoek voor de school ook een student uit een ander jaar, of verbeter het jaar van de studenten die er zijn.",
            en: "Place a student from another study year at the training school as well, or correct the study year of the students who are there."
        },
        message: {
            nl: "op opleidingsschool `{school}` zijn studenten uit studiejaar: `{years}`; aantal studiejaren nodig: minstens `{required}`; studenten: `{students}`",
            nl_plain: "zoek voor school `{school}` ook een student uit een ander jaar; jaren nu: `{years}`; nodig: minstens `{required}`; studenten: `{students}`",
            en: "training school `{school}` has students from study year: `{years}`; number of study years required: at least `{required}`; students: `{students}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools each, students all), check };

static STUDY_YEARS: Norm = Norm::number(
    "study_years",
    Text { nl: "verschillende studiejaren op een school", en: "different study years at a school" },
    Unit::Number,
    2,
    1,
    4,
);

static FROM_STUDENTS: Norm = Norm::number(
    "from_students",
    Text { nl: "studenten op een school vanaf wie dit geldt", en: "students at a school from which this applies" },
    Unit::Number,
    2,
    1,
    9999,
);

/// The students who have been at a school by the day of judgement; in a plan who will be.
pub(crate) struct Placed {
    pub(crate) students: usize,
    /// Their study years.
    pub(crate) years: Set<StudyYear>,
}

impl Placed {
    /// At the school with this position.
    pub(crate) fn at(case: &PartnershipCase<'_>, school: usize) -> Self {
        let stays = case.stays_at(school).listed();
        Self {
            students: Texts::of(stays.iter().map(|stay| stay.placed.student.as_str())).len(),
            years: stays.iter().map(|stay| stay.placed.study_year).collect(),
        }
    }
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let (required, from) = (case.norm(&STUDY_YEARS), case.norm(&FROM_STUDENTS));
    for (at, school) in case.schools() {
        let Placed { students, years } = Placed::at(case, at);
        if !u32::try_from(students).is_ok_and(|students| students >= from) {
            continue;
        }
        findings.judge(About::the(SubjectKind::School, &school.id), years.len() >= required, Standing::DUE, || {
            let facts = facts! { school: &school.id, students: students, years: years, required: required };
            Shortfall::new(at!(Partnership: schools[at]), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
