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
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S052", "S053", "S195"]), Source::Dossier(&["D13.13"])]),
    texts: texts! {
        title: { nl: "niveau ontbreekt in de reflectie", en: "reflection level missing" },
        asks: {
            nl: "Een ervaring die in een volgend atelier is verwerkt, raakt hoofd, hart en handen.",
            en: "An experience processed in a following studio touches head, heart and hands."
        },
        why: {
            nl: "Kennis, houding en vaardigheid horen bij elkaar in het leren van een leraar.",
            en: "Knowledge, attitude and skill belong together in the learning of a teacher."
        },
        mend: {
            nl: "Vul de ontbrekende niveaus aan.",
            en: "Add the missing levels."
        },
        message: {
            nl: "reflectie `{reflection}` mist `{missing}`",
            nl_plain: "schrijf in reflectie `{reflection}` ook over: `{missing}`",
            en: "reflection `{reflection}` lacks `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: reflections each), with: None, check };

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
