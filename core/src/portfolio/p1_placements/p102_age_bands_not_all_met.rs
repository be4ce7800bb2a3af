//! `TK-P102`: over all placements the student meets lower, middle and upper band.

use crate::documents::{Placement, Setting};
use crate::frameworks::{AgeBand, StudyMode};
use crate::portfolio::days::first_day_of;
use crate::portfolio::prelude::*;
use crate::values::Group;

pub(crate) static META: Meta = Meta {
    code: "TK-P102",
    name: "age-bands-not-all-met",
    severity: Some(Severity::Error),
    phase: Phase::End { warn_after: Some(2) },
    basis: Basis::Seed,
    norms: &[&LOWER, &MIDDLE, &UPPER],
    facts: &[("band", FactKind::word::<AgeBand>()), ("specialEducation", FactKind::Ids)],
    may_lack: &["specialEducation"],
    gives_way_to: &[],
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S082"]), Source::Dossier(&["D6.4", "D13.6"])]),
    texts: texts! {
        title: { nl: "niet alle bouwen ontmoet", en: "not all age bands met" },
        asks: {
            nl: "De student doet ervaring op in onderbouw, middenbouw en bovenbouw: een begonnen plaatsing noemt een groep van die bouw.",
            en: "The student gains experience in lower, middle and upper band: a placement that has begun names a group of the band."
        },
        why: {
            nl: "Een leraar kent de hele ontwikkeling van het kind op de basisschool.",
            en: "A teacher knows the whole development of a child in primary school."
        },
        mend: {
            nl: "Kies een volgende plaatsing met een groep uit de ontbrekende bouw.",
            en: "Choose a next placement with a group of the missing band."
        },
        message: {
            nl: "de `{band}` is nog niet ontmoet[; speciaal onderwijs telt voor geen bouw: `{specialEducation}`]",
            nl_plain: "je hebt nog geen groep gehad in de `{band}`[; speciaal onderwijs telt niet mee: `{specialEducation}`]",
            en: "the `{band}` has not been met[; special education counts for no band: `{specialEducation}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: None },
    reads: reads!(Portfolio: placements some),
    with: None,
    check,
};

static LOWER: Norm =
    Norm::set("lower", Text { nl: "groepen van de onderbouw", en: "groups of the lower band" }, Unit::Groups, &[1, 2]);
static MIDDLE: Norm = Norm::set(
    "middle",
    Text { nl: "groepen van de middenbouw", en: "groups of the middle band" },
    Unit::Groups,
    &[3, 4, 5],
);
static UPPER: Norm = Norm::set(
    "upper",
    Text { nl: "groepen van de bovenbouw", en: "groups of the upper band" },
    Unit::Groups,
    &[6, 7, 8],
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let special = |placement: &Placement<'_>| placement.setting == Some(Setting::SpecialEducation);
    // Each placement is held to the norm of its first day, not to that of another.
    let meets = |groups: &'static Norm| {
        let mut regular =
            case.placements().filter(|(_, placement)| !special(placement) && !placement.groups.is_empty());
        regular.any(|(_, placement)| {
            let day = first_day_of(placement).unwrap_or(case.as_of());
            placement.groups.overlaps(case.norm_set::<Group>(groups, day))
        })
    };
    let special: Vec<_> =
        case.placements().filter(|(_, placement)| special(placement)).map(|(_, placement)| &placement.id).collect();
    let bands = [(AgeBand::Lower, &LOWER), (AgeBand::Middle, &MIDDLE), (AgeBand::Upper, &UPPER)];
    let missing = bands.into_iter().filter(|(_, groups)| !meets(groups)).map(|(band, _)| band);
    findings.judge_each(
        About::the(SubjectKind::Student, &case.portfolio().student.id),
        missing,
        case.at_the_end(&RULE),
        |band| {
            let facts =
                facts! { band: band }.and("specialEducation", Some(special.clone()).filter(|ids| !ids.is_empty()));
            Shortfall::new(at!(Portfolio: placements), facts)
        },
    );
    findings.answer(Reason::NothingToJudge)
}
