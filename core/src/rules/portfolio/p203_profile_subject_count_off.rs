//! `TK-P203`: the student profiles on two subjects.

use crate::document::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::rules::prelude::*;

use super::p202_specialisation_missing_from_year_three as missing;

pub(super) static RULE: Rule = Rule {
    code: "TK-P203",
    name: "profile-subject-count-off",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::STUDENT.and(Sections::SPECIALISATION),
    not_for: &[StudyMode::LateralEntry],
    exempted_by: Some(ExemptionOf::Specialisation),
    norms: &[&COUNT],
    facts: &[("given", FactKind::Whole), ("asked", FactKind::Whole)],
    sources: Sources::of(&[Source::Booklet(&["S105"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "aantal profielvakken klopt niet", en: "number of profile subjects off" },
        asks: {
            nl: "Bij de specialisatie horen precies twee verschillende profielvakken.",
            en: "A specialisation comes with exactly two different profile subjects."
        },
        why: {
            nl: "Twee vakken geven diepte en laten genoeg breedte over.",
            en: "Two subjects give depth and leave enough breadth."
        },
        mend: {
            nl: "Kies twee verschillende profielvakken.",
            en: "Choose two different profile subjects."
        },
        message: {
            nl: "gekozen profielvakken: `{given}`; gevraagd: `{asked}`",
            nl_plain: "kies `{asked}` profielvakken; je hebt er nu `{given}`",
            en: "profile subjects chosen: `{given}`; asked: `{asked}`"
        },
    },
    check: Some(check),
};

static COUNT: Norm = Norm::number("count", Unit::Number, 2, 1, 7);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let Some(chosen) = missing::in_effect(case) else {
        return missing::instead(case);
    };
    let asked = case.norm(&RULE, &COUNT, chosen.in_effect_from.unwrap_or(case.as_of()));
    let given = chosen.profile_subjects.len();
    findings.judge(given == asked, Standing::DUE, || {
        let facts = facts! { given: i64::from(given), asked: i64::from(asked) };
        Shortfall::new(at!["specialisation", "profileSubjects"], "specialisation", facts)
    });
    findings.answer(Reason::NothingToJudge)
}
