//! `TK-P205`: from study year 3 on a placement of each year fits the age specialisation.

use crate::documents::ExemptionOf;
use crate::frameworks::{AgeSpecialisation, StudyMode};
use crate::portfolio::norms::FROM_YEAR;
use crate::portfolio::prelude::*;
use crate::values::{Group, Set};

use super::p202_specialisation_missing_from_year_three as missing;

pub(crate) static META: Meta = Meta {
    code: "TK-P205",
    name: "placement-outside-specialisation",
    severity: Some(Severity::Warning),
    phase: Phase::Year(&[3, 4]),
    basis: Basis::Inferred,
    norms: &[&FROM_YEAR, &YOUNG_CHILD, &OLDER_CHILD],
    facts: &[
        ("year", FactKind::Whole),
        ("specialisation", FactKind::word::<AgeSpecialisation>()),
        ("found", FactKind::Wholes),
        ("groups", FactKind::Wholes),
    ],
    may_lack: &[],
    gives_way_to: &[&super::p202_specialisation_missing_from_year_three::META],
    step: Step::ArrangePlacement,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Specialisatie]),
        Source::Own(Text {
            nl: "het katern verbindt de plaatsing niet met de specialisatie; welke groepen erbij horen, kiezen wij",
            en: "the booklet does not tie the placement to the specialisation; which groups belong to it is our choice",
        }),
    ]),
    texts: texts! {
        title: { nl: "plaatsing past niet bij de specialisatie", en: "placement does not fit the specialisation" },
        asks: {
            nl: "In elk studiejaar vanaf dat van de norm (`from`: gewoonlijk 3) heeft minstens één plaatsing een groep die bij de leeftijdsspecialisatie past (`young_child`, `older_child`).",
            en: "In every study year from that of the norm (`from`: normally 3), at least one placement includes a group that fits the age specialisation (`young_child`, `older_child`)."
        },
        why: {
            nl: "Een student die zich specialiseert in het jonge of het oudere kind, leert vooral met kinderen van die leeftijd.",
            en: "A student who specialises in the young or the older child learns mainly with children of that age."
        },
        fix: {
            nl: "Verbeter de groepen van de plaatsingen, of vraag de opleiding om een plaatsing met een groep die bij de specialisatie past.",
            nl_plain: "Verbeter de groepen van je stage, of vraag je opleiding om een stage die bij je specialisatie past.",
            en: "Correct the groups of the placements, or request a placement with a group that fits the specialisation from the institute."
        },
        message: {
            nl: "in studiejaar `{year}` past geen groep bij de specialisatie `{specialisation}`; groepen van de plaatsingen: `{found}`; passend: `{groups}`",
            nl_plain: "in jaar `{year}` past geen groep bij `{specialisation}`: verbeter je groepen, of vraag je opleiding om een andere stage; nu: `{found}`, passend: `{groups}`",
            en: "no group in study year `{year}` fits the specialisation `{specialisation}`; groups of the placements: `{found}`; fitting: `{groups}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::Specialisation) },
    reads: reads!(Portfolio: student all, exemptions all, specialisation all, placements all),
    check,
};

static YOUNG_CHILD: Norm = Norm::set(
    "young_child",
    Text { nl: "groepen bij het jonge kind", en: "groups of the young child" },
    Unit::Groups,
    &[1, 2, 3],
);
static OLDER_CHILD: Norm = Norm::set(
    "older_child",
    Text { nl: "groepen bij het oudere kind", en: "groups of the older child" },
    Unit::Groups,
    &[4, 5, 6, 7, 8],
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let asked = case.years_from(&FROM_YEAR);
    let gives_way = findings.gives_way(About::one(SubjectKind::Specialisation));
    let chosen = if gives_way { None } else { missing::in_effect(case) };
    let chosen = chosen.and_then(|(chosen, since)| Some((chosen.age_specialisation?, since)));
    // A study year that was over before the specialisation took effect requires no group of it.
    let years = case.study_years(&RULE, &asked).into_iter().filter_map(|year| {
        let (specialisation, since) = chosen?;
        (since < year.last.over()).then_some((year, specialisation))
    });
    for (year, specialisation) in years {
        let fitting = match specialisation {
            AgeSpecialisation::YoungChild => &YOUNG_CHILD,
            AgeSpecialisation::OlderChild => &OLDER_CHILD,
        };
        let fitting: Set<Group> = case.norm_set(fitting, year.first);
        let groups = case.with_groups().filter(|(_, placement)| case.is_in(placement, year.number));
        let found: Set<Group> = groups.flat_map(|(_, placement)| placement.groups.iter()).collect();
        if found.is_empty() {
            continue;
        }
        findings.judge(About::year(year.number), found.overlaps(fitting), year.standing, || {
            let facts = facts! { year: year.number, specialisation: specialisation, found: found, groups: fitting };
            Shortfall::new(at!(Portfolio: placements), facts)
        });
    }
    case.answer_by_year(findings, &RULE, &asked)
}
