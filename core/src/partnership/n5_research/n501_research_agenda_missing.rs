//! `TK-N501`: a school with students of the last two study years has a research agenda.

use crate::partnership::prelude::*;
use crate::values::{Set, StudyYear};

pub(crate) static META: Meta = Meta {
    code: "TK-N501",
    name: "research-agenda-missing",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("school", FactKind::Id), ("years", FactKind::Wholes)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Research,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "geen onderzoeksagenda", en: "research agenda missing" },
        asks: {
            nl: "Elke opleidingsschool met studenten uit studiejaar 3 of 4 heeft een onderzoeksagenda met minstens één onderwerp.",
            en: "Every training school with students from study year 3 or 4 has a research agenda of at least one topic."
        },
        why: {
            nl: "Volgens het katern reikt de school de onderwerpen voor onderzoek aan, en komen die uit haar meerjarenplannen: de onderzoeksagenda.",
            en: "According to the booklet, the school offers the research topics, and these come from its multi-year plans: the research agenda."
        },
        fix: {
            nl: "Leg de onderwerpen van de onderzoeksagenda vast.",
            nl_plain: "Vul de onderwerpen van de onderzoeksagenda in.",
            en: "Record the topics of the research agenda."
        },
        message: {
            nl: "bij opleidingsschool `{school}` staat geen onderzoeksagenda; er zijn studenten uit studiejaar: `{years}`",
            nl_plain: "vul de onderzoeksagenda van school `{school}` in; er zijn studenten uit jaar: `{years}`",
            en: "no research agenda is recorded for training school `{school}`; it has students from study year: `{years}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools each, students each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, school) in case.schools() {
        let years = case.stays_at(at).map(|stay| stay.placed.study_year).filter(|year| year.get() >= 3);
        let years: Set<StudyYear> = years.collect();
        if years.is_empty() {
            continue;
        }
        findings.judge(About::the(SubjectKind::School, &school.id), !school.agenda.is_empty(), Standing::DUE, || {
            let facts = facts! { school: &school.id, years: years };
            Shortfall::new(at!(Partnership: schools[at].agenda), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
