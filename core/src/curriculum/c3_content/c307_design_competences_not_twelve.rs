//! `TK-C307`: the catalogue has twelve design competences in four phases.

use crate::curriculum::prelude::*;
use crate::frameworks::DesignPhase;
use crate::grammar::Closed as _;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-C307",
    name: "design-competences-not-twelve",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&SLOTS, &PHASES],
    facts: in_build!(&[
        ("curriculum", FactKind::Id),
        ("slots", FactKind::Whole),
        ("norm", FactKind::Whole),
        ("missing", FactKind::words::<DesignPhase>()),
    ]),
    may_lack: &["missing"],
    gives_way_to: &[],
    step: Step::Design,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ontwerpateliers]),
        Source::Own(Text {
            nl: "het katern zegt niet hoe de twaalf over de vier fasen zijn verdeeld, en niet met zekerheid dat de fasen daarbij horen",
            en: "the booklet does not say how the twelve are divided over the four phases, nor for certain that the phases are theirs",
        }),
    ]),
    texts: texts! {
        title: { nl: "geen twaalf ontwerpcompetenties in vier fasen", en: "not twelve design competences in four phases" },
        asks: {
            nl: "Waar een lijst van ontwerpcompetenties is vastgelegd, telt die het aantal van de norm (`slots`: gewoonlijk 12), en is er minstens één bij elke fase van de norm (`phases`: gewoonlijk alle vier).",
            en: "Where a catalogue of design competences is recorded, it contains the number of the norm (`slots`: normally 12), and at least one for each phase of the norm (`phases`: normally all four)."
        },
        why: {
            nl: "Het katern noemt twaalf ontwerpcompetenties en vier fasen: verkenning, ideeontwikkeling, realisatie en evaluatie.",
            en: "The booklet mentions twelve design competences and four phases: exploration, idea development, realisation and evaluation."
        },
        fix: {
            nl: "Vul de lijst van ontwerpcompetenties aan en leg bij elke de fase vast.",
            nl_plain: "Vul de lijst van ontwerpcompetenties aan, en kies bij elke de fase.",
            en: "Complete the catalogue of design competences, and record the phase of each."
        },
        message: {
            nl: "aantal ontwerpcompetenties in opleidingsprogramma `{curriculum}`: `{slots}`, nodig: `{norm}`[; fase zonder ontwerpcompetentie: `{missing}`]",
            nl_plain: "vul de ontwerpcompetenties van opleidingsprogramma `{curriculum}` aan; aantal nu: `{slots}`, nodig: `{norm}`[; nog geen in de fase: `{missing}`]",
            en: "design competences in curriculum `{curriculum}`: `{slots}`, required: `{norm}`[; phase without design competence: `{missing}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Curriculums> =
    Rule { meta: &META, when: (), reads: reads!(Curriculum: design_competences all), check };

static SLOTS: Norm = Norm::number(
    "slots",
    Text { nl: "ontwerpcompetenties in de lijst", en: "design competences in the catalogue" },
    Unit::Number,
    12,
    1,
    12,
);

static PHASES: Norm = Norm::set(
    "phases",
    Text { nl: "fasen met minstens één ontwerpcompetentie", en: "phases with at least one design competence" },
    Unit::Words(DesignPhase::LIST),
    &[0, 1, 2, 3],
);

fn check(case: &CurriculumCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let curriculum = case.curriculum();
    let catalogue = &curriculum.design_competences;
    if catalogue.is_empty() {
        return Reply::not_applicable(Reason::NothingToJudge);
    }
    let norm = case.norm(&SLOTS);
    let with_one: Set<DesignPhase> = catalogue.iter().filter_map(|entry| entry.phase).collect();
    let missing = case.norm_set::<DesignPhase>(&PHASES).without(with_one);
    let met = u32::try_from(catalogue.len()) == Ok(norm) && missing.is_empty();
    findings.judge(About::the(SubjectKind::Curriculum, &curriculum.id), met, Standing::DUE, || {
        let facts = facts! { curriculum: &curriculum.id, slots: catalogue.len(), norm: norm };
        let missing = (!missing.is_empty()).then_some(missing);
        Shortfall::new(at!(Curriculum: design_competences), facts.and("missing", missing))
    });
    findings.answer(Reason::NothingToJudge)
}
