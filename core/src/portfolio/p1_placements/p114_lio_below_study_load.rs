//! `TK-P114`: an employed LIO placement begins once the credits that the law requires are there.

use crate::documents::PlacementKind;
use crate::frameworks::StudyMode;
use crate::portfolio::days::first_day_of;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P114",
    name: "lio-below-study-load",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Statute,
    norms: &[&CREDITS, &WITH_STATEMENT, &DAYS],
    facts: &[
        ("placement", FactKind::Id),
        ("credits", FactKind::Whole),
        ("required", FactKind::Whole),
        ("until", FactKind::Date),
    ],
    may_lack: &["until"],
    gives_way_to: &[],
    step: Step::ArrangePlacement,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Law(Text { nl: "WPO, artikel 3, vierde lid", en: "WPO art. 3(4)" }),
        Source::Own(Text {
            nl: "gelezen in de tekst van 2017; latere teksten zijn niet nagegaan",
            en: "read in the text of 2017; later texts were not checked",
        }),
    ]),
    texts: texts! {
        title: { nl: "te weinig studiepunten voor de LIO-stage", en: "too few credits for the LIO placement" },
        asks: {
            nl: "Op de eerste dag van een LIO-stage heeft de student de vereiste studiepunten (`credits`), of een wat lager aantal (`credits_with_statement`) met een verklaring van de opleiding; dan staat er dat de rest op tijd is gehaald (`days`).",
            en: "On the first day of an LIO placement the student has the required credits (`credits`), or a slightly lower number (`credits_with_statement`) with a statement of the institute; then it is recorded that the rest was reached in time (`days`)."
        },
        why: {
            nl: "De wet laat een student pas als leraar in opleiding benoemen als er genoeg van de studie af is.",
            en: "The law permits the appointment of a student as a teacher in training only once enough of the study has been completed."
        },
        fix: {
            nl: "Vraag de opleiding of de LIO-stage door kan gaan; klopt het aantal studiepunten, de verklaring of de dag waarop zij zijn gehaald niet, verbeter die dan.",
            nl_plain: "Vraag je opleiding of je LIO-stage door kan gaan. Kloppen je studiepunten niet, of de dag waarop je ze haalde? Verbeter die dan.",
            en: "Check with the institute whether the LIO placement can go on; if the credits, the statement or the day on which the credits were reached are wrong, correct them."
        },
        message: {
            nl: "studiepunten bij de start van {subject}: `{credits}`; nodig: `{required}`[; met de verklaring van de opleiding moet vastliggen dat zij uiterlijk op `{until}` zijn gehaald]",
            nl_plain: "studiepunten bij de start van {subject}: `{credits}`; nodig: `{required}`[, uiterlijk op `{until}`: vul in wanneer je ze hebt]; vraag je opleiding of je stage doorgaat",
            en: "credits at the start of {subject}: `{credits}`; required: `{required}`[; with the statement of the institute, the day on which they were reached must be recorded, on or before `{until}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements each),
    check,
};

static CREDITS: Norm = Norm::number(
    "credits",
    Text { nl: "studiepunten bij de start van de LIO-stage", en: "credits at the start of the LIO placement" },
    Unit::Number,
    180,
    0,
    240,
);
static WITH_STATEMENT: Norm = Norm::number(
    "credits_with_statement",
    Text { nl: "studiepunten bij de start, met een verklaring", en: "credits at the start, with a statement" },
    Unit::Number,
    166,
    0,
    240,
);
static DAYS: Norm = Norm::number(
    "days",
    Text { nl: "dagen om de studiepunten aan te vullen", en: "days to reach the credits" },
    Unit::Days,
    28,
    0,
    366,
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let mut unrecorded = false;
    for (at, placement) in case.placements().filter(|(_, placement)| placement.kind == Some(PlacementKind::Lio)) {
        let lio = placement.lio.as_ref();
        let Some(credits) = lio.and_then(|lio| lio.credits_at_start) else {
            unrecorded = true;
            continue;
        };
        let credits = u32::from(credits.get());
        let first = first_day_of(placement);
        let norm = |norm| case.norm(norm, first.unwrap_or(case.as_of()));
        let required = norm(&CREDITS);
        // With a statement there is time to reach what is short.
        let with_time = lio.filter(|lio| lio.statement == Some(true) && credits >= norm(&WITH_STATEMENT));
        let until = with_time.and(first).and_then(|first| case.counted_day(first, norm(&DAYS)));
        let reached = with_time.and_then(|lio| lio.credits_reached_on).filter(|day| *day <= case.as_of());
        let in_time = reached.is_some_and(|day| until.is_none_or(|until| day <= until));
        let standing = match (with_time, first) {
            (Some(_), Some(first)) => case.after_grace(first, norm(&DAYS)),
            _ => Standing::DUE,
        };
        findings.judge(
            About::the(SubjectKind::Placement, &placement.id),
            credits >= required || in_time,
            standing,
            || {
                let facts = facts! { placement: &placement.id, credits: credits, required: required };
                Shortfall::new(at!(Portfolio: placements[at].lio.credits_at_start), facts.and("until", until))
            },
        );
    }
    findings.answer(Reason::NothingToJudge).unless(unrecorded, Reason::NotRecorded)
}
