//! `TK-P506`: every result is on the scale of the assessment framework. It needs the curriculum, which has that scale.

use crate::portfolio::prelude::*;
pub(crate) static META: Meta = Meta {
    code: "TK-P506",
    name: "result-outside-scale",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("result", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "een uitslag heeft alleen betekenis op de schaal van het toetskader",
        en: "a result has a meaning only on the scale of the assessment framework",
    })]),
    texts: texts! {
        title: { nl: "uitslag buiten de schaal", en: "result outside the scale" },
        asks: {
            nl: "Elke uitslag staat op de schaal die het toetskader van het opleidingsprogramma ervoor heeft.",
            en: "Every result is on the scale that the assessment framework of the curriculum has for it."
        },
        why: {
            nl: "Van een uitslag die niet op de schaal staat, is niet te zeggen of die voldoende is.",
            en: "A result that is not on the scale cannot be read as sufficient or insufficient."
        },
        fix: {
            nl: "Vraag de opleiders om de uitslag te verbeteren, of de schaal van het toetskader.",
            nl_plain: "Vraag je opleiders om de uitslag te verbeteren.",
            en: "Have the trainers correct the result, or the scale of the assessment framework."
        },
        message: {
            nl: "uitslag `{result}` van {subject} staat niet op de schaal van het toetskader",
            nl_plain: "uitslag `{result}` kan niet bij {subject}: vraag je opleiders om de uitslag te verbeteren",
            en: "result `{result}` of {subject} is not on the scale of the assessment framework"
        },
    },
    decides_reading: false,
};

#[cfg(feature = "curriculum")]
pub(super) use checked::RULE;

#[cfg(feature = "curriculum")]
mod checked {
    use super::META;
    use crate::documents::{Assessment, Curriculum, Judgement};
    use crate::finding::Path;
    use crate::grammar::Sections;
    use crate::portfolio::assessing::Assessing;
    use crate::portfolio::prelude::*;
    use crate::values::ResultId;

    pub(in crate::portfolio) static RULE: Rule<Portfolios> =
        Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: assessments each, student all), check };

    fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
        let Some(programme) = case.programme() else { return Reply::not_assessable(Reason::NoScale) };
        let framework = programme.framework();
        let assessing = Assessing::new(case, framework, Sections::NONE);
        let mut without_scale = false;
        for (at, made) in case.assessments() {
            let results = results(case, at, made);
            if results.is_empty() {
                continue;
            }
            let component = assessing.component_of(at).and_then(|at| framework.components().get(at));
            let Some(scale) = framework.scale_at(component.and_then(|component| component.scale.as_ref())) else {
                without_scale = true;
                continue;
            };
            let off = results.into_iter().filter(|(_, result)| framework.mark(scale, result).is_none());
            let about = About::the(SubjectKind::Assessment, &made.id);
            findings.judge_each(about, off, Standing::DUE, |(path, result)| {
                Shortfall::new(path, facts! { result: result })
                    .against(&programme.used().document, at!(Curriculum: assessment.scales[scale]))
            });
        }
        findings.answer(Reason::NothingToJudge).unless(without_scale, Reason::NoScale)
    }

    /// Every result in an assessment, with its place: the one agreed, that of each assessor, and that of the student.
    fn results<'a>(case: &PortfolioCase<'a>, at: usize, made: &'a Assessment<'a>) -> Vec<(Path, &'a ResultId<'a>)> {
        let of = |judgement: &'a Option<Judgement<'a>>| {
            judgement.as_ref().filter(|judgement| case.has_begun(judgement.date)).and_then(|own| own.result.as_ref())
        };
        let mut results = Vec::new();
        results.extend(made.result.as_ref().map(|result| (at!(Portfolio: assessments[at].result), result)));
        for (to, assessor) in made.assessors.iter().enumerate() {
            let path = at!(Portfolio: assessments[at].assessors[to].judgement.result);
            results.extend(of(&assessor.judgement).map(|result| (path, result)));
        }
        let path = at!(Portfolio: assessments[at].self_assessment.result);
        results.extend(of(&made.self_assessment).map(|result| (path, result)));
        results
    }
}
