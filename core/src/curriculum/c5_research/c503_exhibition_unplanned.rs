//! `TK-C503`: the results are exhibited every year.

use crate::curriculum::prelude::*;
use crate::finding::{Norm, Unit};
use crate::language::Text;

pub(crate) static META: Meta = Meta {
    code: "TK-C503",
    name: "exhibition-unplanned",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&EXHIBITIONS],
    facts: in_build!(&[("curriculum", FactKind::Id), ("exhibitions", FactKind::Whole), ("required", FactKind::Whole)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Research,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "geen jaarlijkse tentoonstelling gepland", en: "exhibition unplanned" },
        asks: {
            nl: "Bij de onderzoeksleerlijn staan genoeg tentoonstellingen per jaar (`exhibitions`).",
            en: "Enough exhibitions per year are recorded for the research line (`exhibitions`)."
        },
        why: {
            nl: "Volgens het katern presenteren studenten de opbrengsten van de schoolontwikkelingsthema's tijdens een jaarlijkse tentoonstelling.",
            en: "According to the booklet, students present the results of the school development themes at a yearly exhibition."
        },
        fix: {
            nl: "Neem genoeg tentoonstellingen op in de onderzoeksleerlijn, en leg vast hoeveel het er per jaar zijn.",
            nl_plain: "Zet genoeg tentoonstellingen in de onderzoeksleerlijn, en vul in hoeveel het er per jaar zijn.",
            en: "Include enough exhibitions in the research line, and record how many there are per year."
        },
        message: {
            nl: "vastgelegde tentoonstellingen per jaar bij opleidingsprogramma `{curriculum}`: `{exhibitions}`; nodig: `{required}`",
            nl_plain: "vul bij opleidingsprogramma `{curriculum}` in hoeveel tentoonstellingen er per jaar zijn; nu staan er: `{exhibitions}`; nodig: `{required}`",
            en: "exhibitions per year recorded for curriculum `{curriculum}`: `{exhibitions}`; required: `{required}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: research some), check };

static EXHIBITIONS: Norm = Norm::number(
    "exhibitions",
    Text { nl: "tentoonstellingen per jaar", en: "exhibitions per year" },
    Unit::Number,
    1,
    1,
    99,
);

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let curriculum = case.curriculum();
    let required = case.norm(&EXHIBITIONS);
    let recorded = curriculum.research.as_ref().and_then(|line| line.exhibitions_per_year);
    let exhibitions = recorded.map_or(0, |count| u32::from(count.get()));
    let met = exhibitions >= required;
    findings.judge(About::the(SubjectKind::Curriculum, &curriculum.id), met, Standing::DUE, || {
        let facts = facts! { curriculum: &curriculum.id, exhibitions: exhibitions, required: required };
        Shortfall::new(at!(Curriculum: research.exhibitions_per_year), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
