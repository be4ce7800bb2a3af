//! `TK-P307`: over the whole programme the student practises each of the twelve design competences.

use crate::portfolio::prelude::*;
use crate::values::{DesignCompetence, SchoolYear, Set};

pub(crate) static META: Meta = Meta {
    code: "TK-P307",
    name: "design-competence-never-practised",
    severity: Some(Severity::Warning),
    phase: Phase::End { warn_after: Some(2) },
    basis: Basis::Seed,
    norms: &[&SLOTS],
    facts: &[("missing", FactKind::Wholes), ("slots", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[&super::p316_design_never_completed::META],
    step: Step::Design,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ontwerpateliers]),
        Source::Own(Text {
            nl: "het katern zegt dat er twaalf ontwerpcompetenties worden gebruikt en noemt ze niet; hier hebben ze een nummer",
            en: "the booklet says that twelve design competences are used and does not name them; here they have a number",
        }),
    ]),
    texts: texts! {
        title: { nl: "ontwerpcompetenties niet vastgelegd", en: "design competences not recorded" },
        asks: {
            nl: "Elke ontwerpcompetentie van de norm (`slots`: gewoonlijk alle twaalf) staat bij een ontwerpatelier waar de student bij was, of bij een voltooid ontwerp.",
            en: "Every design competence of the norm (`slots`: normally all twelve) is listed with a design studio that the student attended or with a completed design."
        },
        why: {
            nl: "In de ontwerpateliers wordt met ontwerpcompetenties gewerkt.",
            en: "Design studios make use of design competences."
        },
        fix: {
            nl: "Leg vast bij welk ontwerpatelier of ontwerp de student de ontwerpcompetenties oefende die ontbreken, of kies een ontwerp waarin dat kan.",
            nl_plain: "Vul in bij welk atelier of ontwerp je de ontwerpcompetenties oefende die ontbreken, of oefen ze in een volgend ontwerp.",
            en: "Record with which studio or design the student practised the missing design competences, or choose a design that practises them."
        },
        message: {
            nl: "ontwerpcompetenties die bij geen bijgewoond ontwerpatelier en geen voltooid ontwerp staan: nummer `{missing}` van `{slots}`",
            nl_plain: "oefen de ontwerpcompetenties die nog ontbreken, of vul in bij welk atelier of ontwerp je dat deed: nummer `{missing}` van `{slots}`",
            en: "design competences listed with no attended design studio and no completed design: `{missing}` of `{slots}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: studios some, designs some), check };

static SLOTS: Norm = Norm::number(
    "slots",
    Text { nl: "ontwerpcompetenties, genummerd vanaf 1", en: "design competences, numbered from 1" },
    Unit::Number,
    12,
    1,
    12,
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    // The programme is that of the student's cohort.
    let slots = case.norm(&SLOTS, case.cohort().map_or(case.as_of(), SchoolYear::first_day));
    let asked = (1..=12).filter_map(DesignCompetence::new).filter(|one| u32::from(one.get()) <= slots);
    let in_studios = case.attended_studios();
    let in_studios = in_studios.map(|(_, one)| (About::the(SubjectKind::Studio, &one.id), one.design_competences));
    let in_designs = case.completed_designs();
    let in_designs = in_designs.map(|(_, one)| (About::the(SubjectKind::Design, &one.id), one.design_competences));
    let mut missing: Set<DesignCompetence> = asked.collect();
    let mut first = None;
    for (about, practised) in in_studios.chain(in_designs) {
        if missing.overlaps(practised) {
            first = first.or(Some(about));
        }
        missing = missing.without(practised);
    }
    findings.met_by(first);
    let about = About::the(SubjectKind::Student, &case.portfolio().student.id);
    findings.judge(about, missing.is_empty(), case.at_the_end(&RULE), || {
        Shortfall::new(at!(Portfolio: studios), facts! { missing: missing, slots: slots })
    });
    findings.answer(Reason::NothingToJudge)
}
