//! `TK-C502`: the method of the research line is design research.

use crate::curriculum::prelude::*;
use crate::documents::ResearchMethod;

pub(crate) static META: Meta = Meta {
    code: "TK-C502",
    name: "research-line-other-method",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("curriculum", FactKind::Id), ("method", FactKind::word::<ResearchMethod>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Research,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "onderzoeksleerlijn met een andere methode", en: "research line with another method" },
        asks: {
            nl: "Staat er een methode bij de onderzoeksleerlijn, dan is dat ontwerponderzoek.",
            en: "Where a method is recorded for the research line, it is design research."
        },
        why: {
            nl: "Volgens het katern is in de onderzoeksleerlijn gekozen voor ontwerponderzoek als methodiek.",
            en: "According to the booklet, design research was chosen as the method of the research line."
        },
        fix: {
            nl: "Verbeter de methode die is vastgelegd, of richt de onderzoeksleerlijn in voor ontwerponderzoek.",
            nl_plain: "Verbeter de methode die er staat, of maak van de onderzoeksleerlijn een leerlijn met ontwerponderzoek.",
            en: "Correct the recorded method, or turn the research line into one of design research."
        },
        message: {
            nl: "methode bij de onderzoeksleerlijn van opleidingsprogramma `{curriculum}`: `{method}`; dat hoort ontwerponderzoek te zijn",
            nl_plain: "bij de onderzoeksleerlijn van opleidingsprogramma `{curriculum}` staat als methode `{method}`: verbeter dat, of kies voor ontwerponderzoek",
            en: "method recorded for the research line of curriculum `{curriculum}`: `{method}`; design research is required"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: research each), check };

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let curriculum = case.curriculum();
    if let Some(method) = curriculum.research.as_ref().and_then(|line| line.method) {
        let met = method == ResearchMethod::DesignResearch;
        findings.judge(About::the(SubjectKind::Curriculum, &curriculum.id), met, Standing::DUE, || {
            let facts = facts! { curriculum: &curriculum.id, method: method };
            Shortfall::new(at!(Curriculum: research.method), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
