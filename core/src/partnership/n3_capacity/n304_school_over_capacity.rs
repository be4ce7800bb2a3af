//! `TK-N304`: a school has no more students than places for them.

use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N304",
    name: "school-over-capacity",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Inferred,
    norms: &[],
    facts: in_build!(&[
        ("school", FactKind::Id),
        ("day", FactKind::Date),
        ("students", FactKind::Whole),
        ("places", FactKind::Whole)
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePlacement,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Inleiding]),
        Source::Own(Text {
            nl: "het katern noemt opleidingsplaatsen; dat een school er niet meer studenten op plaatst dan ze er heeft, is afgeleid",
            en: "the booklet speaks of training places; that a school has no more students than places is inferred",
        }),
    ]),
    texts: texts! {
        title: { nl: "meer studenten dan opleidingsplaatsen", en: "school over capacity" },
        asks: {
            nl: "Een opleidingsschool waarvan het aantal opleidingsplaatsen is vastgelegd, heeft op geen enkele dag meer studenten dan plaatsen.",
            en: "A training school whose number of places is recorded has, on no day, more students than places."
        },
        why: {
            nl: "Voor elke student is een opleidingsplaats nodig.",
            en: "Every student needs a training place."
        },
        fix: {
            nl: "Plaats studenten op een andere opleidingsschool, of leg vast hoeveel plaatsen er zijn.",
            nl_plain: "Zoek voor studenten een andere school, of vul in hoeveel plaatsen er zijn.",
            en: "Place students at another training school, or record how many places there are."
        },
        message: {
            nl: "op opleidingsschool `{school}` zijn op `{day}` meer studenten dan plaatsen; studenten: `{students}`; opleidingsplaatsen: `{places}`",
            nl_plain: "zoek een andere school voor studenten van school `{school}`, of vul in hoeveel plaatsen er zijn; op `{day}` studenten: `{students}`; plaatsen: `{places}`",
            en: "training school `{school}` has more students than places on `{day}`; students: `{students}`; places: `{places}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools each, students each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let mut is_unrecorded = false;
    for (at, school) in case.schools() {
        let Some(places) = school.places.map(|places| usize::from(places.get())) else {
            is_unrecorded = true;
            continue;
        };
        let too_many = case.fullest_day(at).filter(|(_, students)| *students > places);
        findings.judge_each(About::the(SubjectKind::School, &school.id), too_many, Standing::DUE, |(day, students)| {
            let facts = facts! { school: &school.id, day: day, students: students, places: places };
            Shortfall::new(at!(Partnership: schools[at].places), facts)
        });
    }
    // A number that is not recorded is no shortfall.
    let nothing_judged = if is_unrecorded {
        Reply::not_assessable(Reason::NotRecorded)
    } else {
        Reply::not_applicable(Reason::NothingToJudge)
    };
    findings.answer_or(|| nothing_judged)
}
