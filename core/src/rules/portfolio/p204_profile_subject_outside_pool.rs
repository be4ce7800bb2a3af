//! `TK-P204`: profile subjects are arts or world-orientation subjects.

use crate::document::grammar::Closed as _;
use crate::document::{ExemptionOf, Set};
use crate::frameworks::{StudyMode, Subject, SubjectArea};
use crate::rules::prelude::*;

use super::p202_specialisation_missing_from_year_three as missing;

pub(super) static RULE: Rule = Rule {
    code: "TK-P204",
    name: "profile-subject-outside-pool",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::STUDENT.and(Sections::SPECIALISATION),
    not_for: &[StudyMode::LateralEntry],
    exempted_by: Some(ExemptionOf::Specialisation),
    norms: &[&POOL, &MIX],
    facts: &[("outside", FactKind::words::<Subject>()), ("area", FactKind::word::<SubjectArea>())],
    sources: Sources::of(&[Source::Booklet(&["S105"]), Source::Dossier(&["D6.1", "D6.3", "D13.8"])]),
    basis: Basis::Seed,
    since: "0.1.0",
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
    check: Some(check),
};

/// Every subject of the arts and of world orientation, as positions in the list of subjects.
static POOL: Norm = Norm::set("pool", Unit::Words(Subject::WORDS), &[0, 1, 2, 3, 4, 5, 6]);
static MIX: Norm = Norm::choice("mix", &["union", "one_of_each"]);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let Some(chosen) = missing::in_effect(case) else {
        return missing::instead(case);
    };
    if chosen.profile_subjects.is_empty() {
        return Outcome::not_applicable(Reason::NothingToJudge);
    }
    let subjects = chosen.profile_subjects;
    let day = chosen.in_effect_from.unwrap_or(case.as_of());
    let pool: Set<Subject> = case.norm_set(&RULE, &POOL, day);
    let outside: Set<Subject> = subjects.iter().filter(|subject| !pool.contains(*subject)).collect();
    let one_of_each = case.norm(&RULE, &MIX, day) == 1;
    let areas: Set<SubjectArea> = subjects.iter().filter_map(Subject::area).collect();
    let only_area = areas.iter().next().filter(|_| one_of_each && subjects.len() > 1 && areas.len() == 1);
    let facts = match only_area {
        _ if !outside.is_empty() => Some(facts! { outside: outside }),
        Some(area) => Some(facts! { area: area }),
        None => None,
    };
    findings.judge_each(facts, Standing::DUE, |facts| {
        Shortfall::new(at!["specialisation", "profileSubjects"], "specialisation", facts)
    });
    findings.answer(Reason::NothingToJudge)
}
