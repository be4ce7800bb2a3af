//! `TK-P204`: profile subjects are arts or world-orientation subjects.

use crate::documents::ExemptionOf;
use crate::frameworks::{StudyMode, Subject, SubjectArea};
use crate::grammar::Closed as _;
use crate::portfolio::prelude::*;
use crate::values::Set;

use super::p202_specialisation_missing_from_year_three as missing;

pub(crate) static META: Meta = Meta {
    code: "TK-P204",
    name: "profile-subject-outside-pool",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&POOL, &MIX],
    facts: &[("outside", FactKind::words::<Subject>()), ("area", FactKind::word::<SubjectArea>())],
    may_lack: &["outside", "area"],
    gives_way_to: &[&super::p202_specialisation_missing_from_year_three::META],
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&["S105"]), Source::Dossier(&["D6.1", "D6.3", "D13.8"])]),
    texts: texts! {
        title: { nl: "profielvak buiten de kunst- en zaakvakken", en: "profile subject outside the pool" },
        asks: {
            nl: "Profielvakken komen uit de kunst- en zaakvakken; bij `mix` `one_of_each` uit elk minstens een.",
            en: "Profile subjects come from the arts and the world-orientation subjects; with `mix` `one_of_each` at least one of each."
        },
        why: {
            nl: "Daarop profileert de student zich naast de leeftijdsspecialisatie.",
            en: "These are what the student profiles on, beside the age specialisation."
        },
        mend: {
            nl: "Kies een vak uit de kunst- of zaakvakken.",
            en: "Choose a subject of the arts or of world orientation."
        },
        message: {
            nl: "profielvakken [buiten de keuze: `{outside}`][komen alleen uit de `{area}`]",
            nl_plain: "[kies een ander profielvak dan: `{outside}`][kies niet allebei je profielvakken uit de `{area}`]",
            en: "profile subjects [outside the pool: `{outside}`][are all of `{area}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::Specialisation) },
    reads: reads!(Portfolio: student all, exemptions all, specialisation each),
    with: None,
    check,
};

/// Every subject of the arts and of world orientation, as positions in the list of subjects.
static POOL: Norm = Norm::set(
    "pool",
    Text { nl: "vakken waaruit profielvakken komen", en: "subjects that profile subjects come from" },
    Unit::Words(Subject::LIST),
    &[0, 1, 2, 3, 4, 5, 6],
);
static MIX: Norm = Norm::choice(
    "mix",
    Text { nl: "hoe profielvakken samengaan", en: "how profile subjects go together" },
    &["union", "one_of_each"],
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let about = About::one(SubjectKind::Specialisation);
    let chosen = if findings.gives_way(about) { None } else { missing::in_effect(case) };
    let Some((chosen, since)) = chosen else {
        return findings.answer(Reason::NothingToJudge);
    };
    if chosen.profile_subjects.is_empty() {
        return Reply::not_applicable(Reason::NothingToJudge);
    }
    let subjects = chosen.profile_subjects;
    let pool: Set<Subject> = case.norm_set(&POOL, since);
    let outside: Set<Subject> = subjects.iter().filter(|subject| !pool.contains(*subject)).collect();
    let one_of_each = case.norm(&MIX, since) == 1;
    let areas: Set<SubjectArea> = subjects.iter().filter_map(Subject::area).collect();
    let only_area = areas.iter().next().filter(|_| one_of_each && subjects.len() > 1 && areas.len() == 1);
    let facts = match only_area {
        _ if !outside.is_empty() => Some(facts! { outside: outside }),
        Some(area) => Some(facts! { area: area }),
        None => None,
    };
    findings.judge_each(about, facts, Standing::DUE, |facts| {
        Shortfall::new(at!(Portfolio: specialisation.profile_subjects), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
