//! `TK-C102`: every element of a curriculum says something of the rest of the spider web as well.

use super::c101_curricular_question_unanswered::{QUESTIONS, required};
use super::judge_elements;
use crate::curriculum::prelude::*;
use crate::frameworks::WebComponent;
use crate::grammar::Closed as _;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-C102",
    name: "spider-web-component-open",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Secondary,
    norms: &[&QUESTIONS, &COMPONENTS],
    facts: in_build!(&[("element", FactKind::Id), ("open", FactKind::words::<WebComponent>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::MissieEnVisie]),
        Source::Published(Text {
            nl: "SLO, Curriculaire spinnenweb: de tien aspecten; het katern noemt er vijf, als vragen",
            en: "SLO, Curriculaire spinnenweb: the ten components; the booklet mentions five of them, as questions",
        }),
    ]),
    texts: texts! {
        title: { nl: "aspect van het spinnenweb open", en: "spider web component open" },
        asks: {
            nl: "Bij elk onderdeel van het opleidingsprogramma staat iets over elk aspect van het spinnenweb (`components`: gewoonlijk alle tien) dat niet al bij een van de vragen hoort (`questions`).",
            en: "For every element of the curriculum, something is recorded about each component of the spider web (`components`: normally all ten) that does not already answer one of the questions (`questions`)."
        },
        why: {
            nl: "Volgens het katern is het curriculum ontworpen op basis van het curriculaire spinnenweb, dat ook leerdoelen, leeractiviteiten, docentenrollen, bronnen en toetsing omvat.",
            en: "According to the booklet, the curriculum is designed on the basis of the curricular spider web, which also includes aims, activities, the role of the teacher, resources and assessment."
        },
        fix: {
            nl: "Leg bij het onderdeel vast wat over de open aspecten is gekozen.",
            nl_plain: "Schrijf bij het onderdeel op wat er nog niet staat.",
            en: "Record for the element what was chosen for the components that are still open."
        },
        message: {
            nl: "bij onderdeel `{element}` van het opleidingsprogramma staat nog niets over: `{open}`",
            nl_plain: "schrijf bij onderdeel `{element}` van het programma ook op wat er is gekozen voor: `{open}`",
            en: "nothing is recorded yet for element `{element}` of the curriculum about: `{open}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: elements each), check };

static COMPONENTS: Norm = Norm::set(
    "components",
    Text {
        nl: "aspecten van het spinnenweb waarover bij elk onderdeel iets staat",
        en: "components of the spider web recorded for every element",
    },
    Unit::Words(WebComponent::LIST),
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
);

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let components: Set<WebComponent> = case.norm_set(&COMPONENTS);
    judge_elements(case, findings, components.without(required(case)))
}
