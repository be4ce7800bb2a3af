//! `TK-P102`: over all placements the student gains experience in the lower, middle and upper age bands.

use crate::frameworks::{AgeBand, StudyMode};
use crate::portfolio::case::is_special;
use crate::portfolio::norms::{BANDS, LOWER, MIDDLE, UPPER};
use crate::portfolio::prelude::*;
use crate::values::Group;

pub(crate) static META: Meta = Meta {
    code: "TK-P102",
    name: "age-bands-not-all-met",
    severity: Some(Severity::Error),
    phase: Phase::End { warn_after: Some(2) },
    basis: Basis::Seed,
    norms: &[&LOWER, &MIDDLE, &UPPER],
    facts: &[("band", FactKind::word::<AgeBand>()), ("groups", FactKind::Wholes), ("specialEducation", FactKind::Ids)],
    may_lack: &["specialEducation"],
    gives_way_to: &[],
    step: Step::ArrangePlacement,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Werkplekleren]),
        Source::Own(Text {
            nl: "welke groepen een bouw heeft, is gangbaar gebruik; geen wet legt het vast",
            en: "which groups an age band has is common usage; no law defines it",
        }),
    ]),
    texts: texts! {
        title: { nl: "nog niet bij elke bouw een groep", en: "no group yet in some age bands" },
        asks: {
            nl: "De student doet ervaring op in onderbouw, middenbouw en bovenbouw (`lower`, `middle`, `upper`); een bouw telt mee zodra een begonnen plaatsing een groep uit die bouw heeft.",
            en: "The student gains experience in the lower, middle and upper age bands (`lower`, `middle`, `upper`); a band counts once a placement that has begun includes a group in it."
        },
        why: {
            nl: "Zo leert de student hoe kinderen zich in de hele basisschool ontwikkelen.",
            en: "This way the student learns how children develop throughout primary school."
        },
        fix: {
            nl: "Leg de groepen van de plaatsingen vast, of vraag de opleiding om een volgende plaatsing met een groep uit de bouw die ontbreekt.",
            nl_plain: "Vul de groepen van je stages in, of vraag je opleiding om een stage in de bouw die ontbreekt.",
            en: "Record the groups of the placements, or request a next placement with a group in the missing age band from the institute."
        },
        message: {
            nl: "bij geen plaatsing die is begonnen, staat een groep uit de `{band}` (groep `{groups}`)[; plaatsingen in het speciaal onderwijs tellen hier niet mee: `{specialEducation}`]",
            nl_plain: "bij je stages staat nog geen `{band}` (groep `{groups}`): vul je groepen in, of vraag je opleiding erom[; speciaal onderwijs telt niet mee: `{specialEducation}`]",
            en: "no placement that has begun includes a group in the `{band}` (groups: `{groups}`)[; placements in special education do not count here: `{specialEducation}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements some),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let first = |groups| case.with_groups().find(|(_, placement)| case.is_in_band(placement, groups));
    let special: Vec<_> =
        case.placements().filter(|(_, placement)| is_special(placement)).map(|(_, placement)| &placement.id).listed();
    let missing = BANDS.iter().copied().filter(|(_, groups)| first(*groups).is_none());
    let met_in = BANDS.iter().filter_map(|(_, groups)| first(*groups));
    findings.met_by(met_in.map(|(_, placement)| About::the(SubjectKind::Placement, &placement.id)));
    findings.judge_each(
        About::the(SubjectKind::Student, &case.portfolio().student.id),
        missing,
        case.at_the_end(&RULE),
        |(band, groups)| {
            let facts = facts! { band: band, groups: case.norm_set::<Group>(groups, case.as_of()) };
            let facts = facts.and("specialEducation", Some(special.clone()).filter(|ids| !ids.is_empty()));
            Shortfall::new(at!(Portfolio: placements), facts)
        },
    );
    findings.answer(Reason::NothingToJudge)
}
