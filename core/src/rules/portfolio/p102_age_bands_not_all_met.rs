//! `TK-P102`: over all placements the student meets lower, middle and upper band.

use crate::document::{Group, Placement, Set, Setting};
use crate::frameworks::{AgeBand, StudyMode};
use crate::report::Fact;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P102",
    name: "age-bands-not-all-met",
    severity: Severity::Error,
    phase: Phase::End { warn_after: Some(2) },
    reads: Sections::PLACEMENTS,
    not_for: &[StudyMode::LateralEntry],
    exempted_by: None,
    norms: &[&LOWER, &MIDDLE, &UPPER],
    facts: &[("band", FactKind::word::<AgeBand>()), ("specialEducation", FactKind::Ids)],
    sources: Sources::of(&[Source::Booklet(&["S082"]), Source::Dossier(&["D6.4", "D13.6"])]),
    basis: Basis::Seed,
    since: "0.1.0",
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
    check: Some(check),
};

static LOWER: Norm = Norm::set("lower", Unit::Groups, &[1, 2]);
static MIDDLE: Norm = Norm::set("middle", Unit::Groups, &[3, 4, 5]);
static UPPER: Norm = Norm::set("upper", Unit::Groups, &[6, 7, 8]);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let special = |placement: &Placement<'_>| placement.setting == Some(Setting::SpecialEducation);
    let regular = case.placements().filter(|(_, placement)| !special(placement));
    let met: Set<Group> = regular.fold(Set::default(), |met, (_, placement)| met.union(placement.groups));
    let special: Vec<Fact> = case
        .placements()
        .filter(|(_, placement)| special(placement))
        .map(|(_, placement)| Fact::Id(placement.id.to_string()))
        .collect();
    let bands = [(AgeBand::Lower, &LOWER), (AgeBand::Middle, &MIDDLE), (AgeBand::Upper, &UPPER)];
    let missing = bands
        .into_iter()
        .filter(|(_, groups)| !met.overlaps(case.norm_set(&RULE, groups, case.as_of())))
        .map(|(band, _)| band);
    findings.judge_each(missing, case.at_the_end(&RULE), |band| {
        let mut facts = facts! { band: band };
        if !special.is_empty() {
            facts.0.push(("specialEducation", Fact::List(special.clone())));
        }
        Shortfall::new(at!["placements"], "student", facts).of(&case.portfolio().student.id)
    });
    findings.answer(Reason::NothingToJudge)
}
