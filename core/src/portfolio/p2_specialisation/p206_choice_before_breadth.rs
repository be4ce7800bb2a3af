//! `TK-P206`: the student chooses a specialisation after working in several age bands.

use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::days::first_day_of;
use crate::portfolio::norms::{BANDS, LOWER, MIDDLE, UPPER};
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P206",
    name: "choice-before-breadth",
    severity: Some(Severity::Info),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&LEAST_BANDS, &LOWER, &MIDDLE, &UPPER],
    facts: &[("chosenOn", FactKind::Date), ("met", FactKind::Whole), ("least", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[&super::p202_specialisation_missing_from_year_three::META],
    step: Step::Choose,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Specialisatie]),
        Source::Own(Text {
            nl: "het katern zegt dat de breedte voor de keuze komt; hoeveel bouwen dat zijn, kiezen wij",
            en: "the booklet says that breadth precedes the choice; how many age bands that means is our choice",
        }),
    ]),
    texts: texts! {
        title: { nl: "specialisatie gekozen vóór brede ervaring", en: "specialisation chosen before broad experience" },
        asks: {
            nl: "Op de dag van de keuze voor een specialisatie waren er plaatsingen begonnen in genoeg bouwen (`bands`: gewoonlijk 2), met de groepen die bij een bouw horen (`lower`, `middle`, `upper`).",
            en: "On the day on which the specialisation was chosen, placements had begun in enough age bands (`bands`: normally 2), with the groups that belong to a band (`lower`, `middle`, `upper`)."
        },
        why: {
            nl: "In de eerste twee jaar krijgt de student een beeld van het beroep in de volle breedte, om daarna weloverwogen te kiezen.",
            en: "In the first two years the student gets a view of the whole profession, in order to make a considered choice after that."
        },
        fix: {
            nl: "Bespreek met de studieloopbaanbegeleider of de keuze blijft zoals zij is; klopt de dag of een groep niet, verbeter die dan.",
            nl_plain: "Bespreek met je studieloopbaanbegeleider of je keuze zo blijft. Klopt de dag of een groep niet? Verbeter die dan.",
            en: "Discuss with the study career coach whether to keep the choice; if the day or a group is wrong, correct it."
        },
        message: {
            nl: "bouwen met een plaatsing die begonnen was op de dag van de keuze voor een specialisatie (`{chosenOn}`): `{met}`; nodig: minstens `{least}`",
            nl_plain: "bespreek met je studieloopbaanbegeleider je keuze van `{chosenOn}` voor een specialisatie; bouwen waarin je toen stage had gelopen: `{met}`, nodig: `{least}`",
            en: "age bands with a placement that had begun on the day of the choice of a specialisation (`{chosenOn}`): `{met}`; required: at least `{least}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::Specialisation) },
    reads: reads!(Portfolio: student all, exemptions all, specialisation all, placements some),
    check,
};

static LEAST_BANDS: Norm = Norm::number(
    "bands",
    Text { nl: "bouwen met ervaring voor de keuze", en: "age bands with experience before the choice" },
    Unit::Number,
    2,
    1,
    3,
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let about = About::one(SubjectKind::Specialisation);
    let gives_way = findings.gives_way(about);
    let Some(chosen) = case.choice().filter(|_| !gives_way) else {
        return findings.answer(Reason::NothingToJudge);
    };
    let Some(day) = chosen.chosen_on else {
        return Reply::not_assessable(Reason::NotRecorded);
    };
    let by_then =
        || case.with_groups().filter(|(_, placement)| first_day_of(placement).is_none_or(|first| first <= day));
    if by_then().next().is_some() {
        let is_met = |groups| by_then().any(|(_, placement)| case.is_in_band(placement, groups));
        let met = BANDS.iter().filter(|(_, groups)| is_met(groups)).count();
        let least = case.norm(&LEAST_BANDS, day);
        findings.judge(about, u32::try_from(met).is_ok_and(|met| met >= least), Standing::DUE, || {
            let facts = facts! { chosenOn: day, met: met, least: least };
            Shortfall::new(at!(Portfolio: specialisation.chosen_on), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
