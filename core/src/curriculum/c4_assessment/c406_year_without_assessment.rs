//! `TK-C406`: something is assessed in every study year.

use crate::curriculum::prelude::*;
use crate::language::Text;
use crate::values::StudyYear;

pub(crate) static META: Meta = Meta {
    code: "TK-C406",
    name: "year-without-assessment",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: in_build!(&[("year", FactKind::Whole)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Assess,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Opdrachten]),
        Source::Own(Text {
            nl: "het katern zegt niet dat in elk studiejaar iets wordt beoordeeld; dat is onze uitleg",
            en: "the booklet does not say that something is assessed in every study year; that is our interpretation",
        }),
    ]),
    texts: texts! {
        title: { nl: "studiejaar zonder toetsonderdeel", en: "year without assessment" },
        asks: {
            nl: "Voor elk studiejaar, 1 tot en met 4, staat er minstens één onderdeel in het toetskader.",
            en: "For every study year, 1 to 4, the assessment framework contains at least one part."
        },
        why: {
            nl: "Het katern beschrijft een toetskader voor de opleiding; staat er voor een studiejaar niets in, dan is onbekend waarop studenten dat jaar worden beoordeeld.",
            en: "The booklet describes an assessment framework for the programme; where it contains nothing for a study year, it is unknown what students are assessed on in that year."
        },
        fix: {
            nl: "Voeg voor het studiejaar een toetsonderdeel toe, of verbeter het studiejaar bij een toetsonderdeel.",
            nl_plain: "Voeg voor het jaar een toetsonderdeel toe, of verbeter het jaar bij een toetsonderdeel.",
            en: "Add a part for the study year to the assessment framework, or correct the study year of a part."
        },
        message: {
            nl: "in het toetskader staat geen onderdeel voor studiejaar `{year}`",
            nl_plain: "voeg aan het toetskader een onderdeel toe voor jaar `{year}`",
            en: "the assessment framework contains no part for study year `{year}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: assessment some), check };

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for year in (1..=4).filter_map(StudyYear::new) {
        let first = case.components_of(year).next();
        findings.met_by(first.map(|(_, component)| About::the(SubjectKind::Component, &component.id)));
        findings.judge(About::year(year), first.is_some(), Standing::DUE, || {
            Shortfall::new(at!(Curriculum: assessment.components), facts! { year: year })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
