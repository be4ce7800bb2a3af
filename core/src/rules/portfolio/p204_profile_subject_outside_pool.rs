//! `TK-P204`: profile subjects are arts or world-orientation subjects.

use crate::document::grammar::Closed as _;
use crate::document::{ExemptionOf, Set};
use crate::frameworks::{StudyMode, Subject, SubjectArea};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P204",
    name: "profile-subject-outside-pool",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::STUDENT.and(Sections::PLACEMENTS).and(Sections::SPECIALISATION),
    not_for: &[StudyMode::LateralEntry],
    exempted_by: Some(ExemptionOf::Specialisation),
    norms: &[&POOL, &MIX],
    facts: &[("outside", FactKind::words::<Subject>())],
    sources: &[Source::Booklet(&["S105"]), Source::Dossier(&["D6.1", "D6.3", "D13.8"])],
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "profielvak buiten de kunst- en zaakvakken", en: "profile subject outside the pool" },
        asks: {
            nl: "Profielvakken komen uit de kunst- en zaakvakken.",
            en: "Profile subjects come from the arts and the world-orientation subjects."
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
            nl: "profielvakken buiten de keuze: `{outside}`",
            nl_plain: "kies een ander profielvak dan: `{outside}`",
            en: "profile subjects outside the pool: `{outside}`"
        },
    },
    check: Some(check),
};

/// Every subject of the arts and of world orientation, as positions in the list of subjects.
static POOL: Norm = Norm::set("pool", Unit::Words(Subject::WORDS), &[0, 1, 2, 3, 4, 5, 6]);
static MIX: Norm = Norm::choice("mix", &["union", "one_of_each"]);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let Some(chosen) = case.specialisation() else {
        return super::p202_specialisation_missing_from_year_three::instead(case);
    };
    if chosen.profile_subjects.is_empty() {
        return Outcome::not_applicable(Reason::NothingToJudge);
    }
    let subjects = chosen.profile_subjects;
    let day = chosen.in_effect_from.unwrap_or(case.as_of());
    let pool: Set<Subject> = case.norm_set(&RULE, &POOL, day);
    let mut outside: Set<Subject> = subjects.iter().filter(|subject| !pool.contains(*subject)).collect();
    let one_of_each = case.norm(&RULE, &MIX, day) == 1;
    let areas: Set<SubjectArea> = subjects.iter().filter_map(Subject::area).collect();
    if one_of_each && outside.is_empty() && subjects.len() > 1 && areas.len() < 2 {
        outside = subjects;
    }
    findings.judge(outside.is_empty(), Standing::DUE, || {
        Shortfall::new(at!["specialisation", "profileSubjects"], "specialisation", facts! { outside: outside })
    });
    findings.answer(Reason::NothingToJudge)
}
