//! `TK-C101`: every element of a curriculum answers the five questions.

use super::judge_elements;
use crate::curriculum::prelude::*;
use crate::frameworks::{CurricularQuestion, WebComponent};
use crate::grammar::Closed as _;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-C101",
    name: "curricular-question-unanswered",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&QUESTIONS],
    facts: in_build!(&[("element", FactKind::Id), ("open", FactKind::words::<WebComponent>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::MissieEnVisie])]),
    texts: texts! {
        title: { nl: "vraag van het spinnenweb zonder antwoord", en: "curricular question unanswered" },
        asks: {
            nl: "Bij elk onderdeel van het opleidingsprogramma staat een antwoord op elke vraag van de norm (`questions`: gewoonlijk wat, waar, waarom, wanneer en met wie studenten leren).",
            en: "For every element of the curriculum, an answer is recorded to each question of the norm (`questions`: normally what, where, why, when and with whom students learn)."
        },
        why: {
            nl: "Volgens het katern dwingt het curriculaire spinnenweb telkens tot passende antwoorden op de vragen wat, waar, waarom, wanneer en met wie studenten leren.",
            en: "According to the booklet, the curricular spider web compels the designers, every time, to answer what, where, why, when and with whom students learn."
        },
        fix: {
            nl: "Beantwoord bij het onderdeel de vragen die nog open zijn.",
            nl_plain: "Schrijf bij het onderdeel op wat er nog niet staat.",
            en: "Record an answer for the element to each question that is still open."
        },
        message: {
            nl: "bij onderdeel `{element}` van het opleidingsprogramma staat niets over: `{open}`",
            nl_plain: "schrijf bij onderdeel `{element}` van het programma ook iets op over: `{open}`",
            en: "nothing is recorded for element `{element}` of the curriculum about: `{open}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: elements each), check };

pub(super) static QUESTIONS: Norm = Norm::set(
    "questions",
    Text { nl: "vragen die bij elk onderdeel een antwoord hebben", en: "questions answered for every element" },
    Unit::Words(CurricularQuestion::LIST),
    &[0, 1, 2, 3, 4],
);

/// The components of the spider web that answer a required question.
pub(super) fn required(case: &CurriculumCase<'_>) -> Set<WebComponent> {
    let questions: Set<CurricularQuestion> = case.norm_set(&QUESTIONS);
    let is_required = |component: &WebComponent| component.question().is_some_and(|one| questions.contains(one));
    WebComponent::ALL.iter().copied().filter(is_required).collect()
}

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    judge_elements(case, findings, required(case))
}
