//! `TK-P309`: an experience is processed at head, heart and hands.

use crate::documents::ReflectionForm;
use crate::frameworks::ReflectionLevel;
use crate::grammar::Closed as _;
use crate::portfolio::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-P309",
    name: "reflection-level-missing",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("reflection", FactKind::Id), ("missing", FactKind::words::<ReflectionLevel>())],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Reflect,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ontwerpateliers]),
        Source::Own(Text {
            nl: "de reflectie volgens Korthagen en die op drie niveaus zijn twee stappen",
            en: "the reflection by Korthagen and the one at three levels are two steps",
        }),
    ]),
    texts: texts! {
        title: { nl: "hoofd, hart of handen ontbreekt in de reflectie", en: "head, heart or hands missing from a reflection" },
        asks: {
            nl: "In een reflectie op drie niveaus schrijft de student over hoofd, hart én handen.",
            en: "A reflection at three levels covers head, heart and hands."
        },
        why: {
            nl: "Kennis, houding en vaardigheid horen bij elkaar in het leren van een leraar.",
            en: "Knowledge, attitude and skill belong together in the way a teacher learns."
        },
        fix: {
            nl: "Schrijf ook over het niveau dat ontbreekt: hoofd, hart of handen.",
            nl_plain: "Schrijf ook over wat nog ontbreekt: hoofd, hart of handen.",
            en: "Also write about the missing level: head, heart or hands."
        },
        message: {
            nl: "in {subject} ontbreekt: `{missing}`",
            nl_plain: "schrijf in {subject} ook over: `{missing}`",
            en: "missing from {subject}: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: reflections each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, reflection) in case.reflections().filter(|(_, one)| one.form == Some(ReflectionForm::Levels)) {
        let levels = reflection.levels.as_ref();
        let has = |level: ReflectionLevel| {
            said(levels.and_then(|levels| match level {
                ReflectionLevel::Head => levels.head.as_ref(),
                ReflectionLevel::Heart => levels.heart.as_ref(),
                ReflectionLevel::Hands => levels.hands.as_ref(),
            }))
        };
        let missing: Set<ReflectionLevel> = ReflectionLevel::ALL.iter().copied().filter(|one| !has(*one)).collect();
        findings.judge(
            About::the(SubjectKind::Reflection, &reflection.id),
            missing.is_empty(),
            standing_of(reflection.state),
            || {
                let facts = facts! { reflection: &reflection.id, missing: missing };
                Shortfall::new(at!(Portfolio: reflections[at].levels), facts)
            },
        );
    }
    findings.answer(Reason::NothingToJudge)
}
