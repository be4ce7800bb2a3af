//! `TK-C305`: reading aloud and storytelling belong to Dutch and drama.

use crate::curriculum::prelude::*;
use crate::frameworks::Subject;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-C305",
    name: "reading-aloud-without-its-subjects",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("year", FactKind::Whole), ("missing", FactKind::words::<Subject>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::VoorlezenEnVertellen])]),
    texts: texts! {
        title: { nl: "voorlezen zonder zijn vakgebieden", en: "reading aloud without its subjects" },
        asks: {
            nl: "In elk studiejaar met voorlezen of vertellen staat dat dit hoort bij de vakgebieden Nederlands en drama.",
            en: "In every study year with reading aloud or storytelling, these are recorded as belonging to the subjects Dutch and drama."
        },
        why: {
            nl: "Het katern verbindt voorlezen en vertellen met de vakgebieden Nederlands en drama.",
            en: "The booklet links reading aloud and storytelling to the subjects Dutch and drama."
        },
        fix: {
            nl: "Verbind voorlezen en vertellen in het studiejaar met de vakgebieden, en leg dat vast.",
            nl_plain: "Kies ook Nederlands en drama bij voorlezen en vertellen.",
            en: "Link reading aloud and storytelling in the study year to the subjects, and record it."
        },
        message: {
            nl: "bij voorlezen en vertellen in studiejaar `{year}` van het opleidingsprogramma ontbreekt het vakgebied: `{missing}`",
            nl_plain: "kies bij voorlezen en vertellen in jaar `{year}` van het programma ook het vak: `{missing}`",
            en: "missing subject for reading aloud and storytelling in study year `{year}` of the curriculum: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: years each), check };

/// The subjects that the booklet names: drama is taught as dance and drama.
const SUBJECTS: [Subject; 2] = [Subject::DanceAndDrama, Subject::Dutch];

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, year) in case.curriculum().years.iter().enumerate() {
        if ![year.reading_aloud, year.storytelling].contains(&Some(true)) {
            continue;
        }
        let missing = Set::from(SUBJECTS).without(year.reading_aloud_subjects);
        findings.judge(About::year(year.study_year), missing.is_empty(), Standing::DUE, || {
            let facts = facts! { year: year.study_year, missing: missing };
            Shortfall::new(at!(Curriculum: years[at].reading_aloud_subjects), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
