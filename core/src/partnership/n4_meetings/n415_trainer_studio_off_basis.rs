//! `TK-N415`: a design studio for teacher educators is based on the schools or on the curriculum.

use super::days_held;
use crate::documents::{StudioBasis, TrainerDayPart};
use crate::partnership::case::DayId;
use crate::partnership::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N415",
    name: "trainer-studio-off-basis",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Opleidersdagen])]),
    texts: texts! {
        title: { nl: "ontwerpatelier voor opleiders met een andere basis", en: "design studio for teacher educators with another basis" },
        asks: {
            nl: "Een ontwerpatelier voor opleiders op een gehouden opleidersdag is gebaseerd op ontwikkelingen in de scholen of op portfolio-opdrachten, als er staat waarop het is gebaseerd.",
            en: "A design studio for teacher educators on a trainer day that was held is based on developments in the schools or on portfolio assignments, where its basis is recorded."
        },
        why: {
            nl: "Volgens het katern zijn ontwerpateliers voor lerarenopleiders gebaseerd op ontwikkelingen in de scholen en op portfolio-opdrachten die voortkomen uit het curriculum.",
            en: "According to the booklet, design studios for teacher educators are based on developments in the schools and on portfolio assignments that follow from the curriculum."
        },
        fix: {
            nl: "Leg vast op welke ontwikkelingen of opdrachten het ontwerpatelier is gebaseerd, of ga daar bij het volgende van uit.",
            nl_plain: "Vul in of het ontwerpatelier van ontwikkelingen in de scholen of van portfolio-opdrachten uitging, of kies die voor het volgende.",
            en: "Record on which developments or assignments the design studio is based, or base the next one on them."
        },
        message: {
            nl: "bij het ontwerpatelier voor opleiders van {subject} staan geen ontwikkelingen in de scholen en geen portfolio-opdrachten als basis",
            nl_plain: "vul bij {subject} in of het ontwerpatelier voor opleiders van ontwikkelingen in de scholen of van portfolio-opdrachten uitging, of kies die voortaan",
            en: "neither developments in the schools nor portfolio assignments are recorded as the basis of the design studio for teacher educators of {subject}"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: trainer_days each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let ours = Set::from([StudioBasis::SchoolDevelopments, StudioBasis::PortfolioAssignments]);
    for (at, day) in days_held(case) {
        // What it is based on need not be recorded.
        if !day.parts.contains(TrainerDayPart::TrainerStudio) || day.studio_basis.is_empty() {
            continue;
        }
        let met = ours.overlaps(day.studio_basis);
        findings.judge(About::the(SubjectKind::TrainerDay, &DayId::of(day.date)), met, Standing::DUE, || {
            Shortfall::new(at!(Partnership: trainer_days[at].studio_basis), facts! {})
        });
    }
    findings.answer(Reason::NothingToJudge)
}
