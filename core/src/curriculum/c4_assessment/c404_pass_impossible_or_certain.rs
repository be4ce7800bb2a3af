//! `TK-C404`: a study year can be passed, and can be failed.

use crate::curriculum::framework::{Framework, Index};
use crate::curriculum::passing::{Contradiction, contradiction};
use crate::curriculum::prelude::*;
use crate::values::StudyYear;

pub(crate) static META: Meta = Meta {
    code: "TK-C404",
    name: "pass-impossible-or-certain",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: in_build!(&[("year", FactKind::Whole), ("why", FactKind::word::<Contradiction>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Assess,
    acts: Actor::Office,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "een toetskader dat zichzelf tegenspreekt, zegt niet wanneer een student geslaagd is",
        en: "an assessment framework that contradicts itself does not say when a student passes",
    })]),
    texts: texts! {
        title: { nl: "slagen onmogelijk of zeker", en: "pass impossible or certain" },
        asks: {
            nl: "Voor elk studiejaar met een toetsonderdeel geldt: met de beste uitslagen slaagt een student, met de laagste niet, en een betere uitslag geeft nooit minder punten.",
            en: "For every study year that has a part in the assessment framework, a student passes with the best results and does not pass with the lowest, and a better result never gives fewer points."
        },
        why: {
            nl: "Is slagen onmogelijk of zeker, dan spreken weging, schaal en drempel elkaar tegen, en hangt er niets af van wat een student laat zien.",
            en: "Where passing is impossible or certain, weights, scale and threshold contradict one another, and nothing depends on what a student shows."
        },
        fix: {
            nl: "Verbeter de schaal, de punten, de weging, de minimale uitslag of de slaagregel van het studiejaar.",
            nl_plain: "Verbeter de schaal, de punten, de weging, de minimale uitslag of de regel om te slagen.",
            en: "Correct the scale, the points, the weights, the least result or the pass rule of the study year."
        },
        message: {
            nl: "het toetskader spreekt zichzelf tegen in studiejaar `{year}`: `{why}`",
            nl_plain: "verbeter in het toetskader hoe een student slaagt in jaar `{year}`; nu geldt: `{why}`",
            en: "the assessment framework contradicts itself in study year `{year}`: `{why}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: assessment all), check };

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let index = Index::of(case.curriculum());
    let framework = Framework { curriculum: case.curriculum(), index: &index };
    for year in (1..=4).filter_map(StudyYear::new).filter(|year| case.components_of(*year).next().is_some()) {
        let why = contradiction(&framework, year);
        let path = match framework.pass_rule(year) {
            Some((at, _)) => at!(Curriculum: assessment.pass_rules[at]),
            None => at!(Curriculum: assessment.components),
        };
        findings.judge_each(About::year(year), why, Standing::DUE, |why| {
            Shortfall::new(path, facts! { year: year, why: why })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
