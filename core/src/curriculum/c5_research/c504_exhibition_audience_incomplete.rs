//! `TK-C504`: the exhibition is for all who are to see it.

use crate::curriculum::prelude::*;
use crate::finding::{Norm, Unit};
use crate::frameworks::Audience;
use crate::grammar::Closed as _;
use crate::language::Text;

pub(crate) static META: Meta = Meta {
    code: "TK-C504",
    name: "exhibition-audience-incomplete",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&AUDIENCE],
    facts: in_build!(&[("curriculum", FactKind::Id), ("missing", FactKind::words::<Audience>())]),
    may_lack: &[],
    gives_way_to: &[&super::c503_exhibition_unplanned::META],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "publiek van de tentoonstelling niet volledig", en: "exhibition audience incomplete" },
        asks: {
            nl: "In de onderzoeksleerlijn staat het volledige publiek van de tentoonstelling (`audience`).",
            en: "The whole audience of the exhibition is recorded for the research line (`audience`)."
        },
        why: {
            nl: "Volgens het katern presenteren studenten de opbrengsten aan lerarenopleiders, docenten, directeuren en tweedejaarsstudenten.",
            en: "According to the booklet, students present the results to teacher educators, lecturers, school leaders and second-year students."
        },
        fix: {
            nl: "Nodig ook het ontbrekende publiek uit voor de tentoonstelling, en leg dat vast.",
            nl_plain: "Vraag ook het publiek dat nog ontbreekt voor de tentoonstelling, en vul dat in.",
            en: "Invite the missing audience to the exhibition as well, and record it."
        },
        message: {
            nl: "bij het publiek van de tentoonstelling van opleidingsprogramma `{curriculum}` ontbreekt: `{missing}`",
            nl_plain: "vul bij opleidingsprogramma `{curriculum}` het publiek van de tentoonstelling aan; nodig: `{missing}`",
            en: "missing from the audience of the exhibition of curriculum `{curriculum}`: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: research some), check };

static AUDIENCE: Norm = Norm::set(
    "audience",
    Text { nl: "publiek van de tentoonstelling", en: "audience of the exhibition" },
    Unit::Words(Audience::LIST),
    &[0, 1, 2, 3],
);

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let curriculum = case.curriculum();
    let recorded = curriculum.research.as_ref().map(|line| line.audience).unwrap_or_default();
    let missing = case.norm_set::<Audience>(&AUDIENCE).without(recorded);
    findings.judge(About::the(SubjectKind::Curriculum, &curriculum.id), missing.is_empty(), Standing::DUE, || {
        let facts = facts! { curriculum: &curriculum.id, missing: missing };
        Shortfall::new(at!(Curriculum: research.audience), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
