//! `TK-P202`: from study year 3 a specialisation is in effect.

use chrono::NaiveDate;

use crate::document::{ExemptionOf, Specialisation};
use crate::frameworks::StudyMode;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P202",
    name: "specialisation-missing-from-year-three",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::STUDENT.and(Sections::SPECIALISATION),
    not_for: &[StudyMode::LateralEntry],
    exempted_by: Some(ExemptionOf::Specialisation),
    norms: &[&FROM_YEAR, &GRACE_DAYS],
    facts: &[("year", FactKind::Whole), ("begun", FactKind::Date)],
    sources: Sources::of(&[Source::Booklet(&["S102", "S103", "S104"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "geen specialisatie vanaf studiejaar 3", en: "no specialisation from study year 3" },
        asks: {
            nl: "Zodra studiejaar 3 is begonnen, is een leeftijdsspecialisatie van kracht: jonge kind of oudere kind.",
            en: "Once study year 3 has begun, an age specialisation is in effect: young child or older child."
        },
        why: {
            nl: "Vanaf het derde jaar verdiept de student zich in een leeftijdsgroep.",
            en: "From the third year the student goes deeper into one age group."
        },
        mend: {
            nl: "Kies jonge kind of oudere kind en leg vast vanaf wanneer.",
            en: "Choose young child or older child, and record from when."
        },
        message: {
            nl: "er is geen specialisatie van kracht, terwijl studiejaar `{year}` op `{begun}` begon",
            nl_plain: "kies een specialisatie: jonge kind of oudere kind; jaar `{year}` begon op `{begun}`",
            en: "no specialisation is in effect, though study year `{year}` began on `{begun}`"
        },
    },
    check: Some(check),
};

static FROM_YEAR: Norm = Norm::number("from", Unit::StudyYear, 3, 1, 4);
static GRACE_DAYS: Norm = Norm::number("grace_days", Unit::Days, 30, 0, 366);

/// The first day from which a specialisation is asked, once it has come, and the study year that began on it.
fn asked(case: &PortfolioCase<'_>) -> Option<(NaiveDate, u8)> {
    case.entries().iter().find_map(|entry| {
        let year = u8::try_from(case.norm(&RULE, &FROM_YEAR, entry.first)).ok()?;
        let exempt = case.exemption_in(ExemptionOf::Specialisation, Some(entry.study_year)).is_some();
        (entry.study_year.get() >= year && !exempt).then_some((entry.first, entry.study_year.get()))
    })
}

/// The specialisation that is in effect. One that names no day takes effect once it is asked, for it may be chosen earlier.
pub(super) fn in_effect<'a>(case: &PortfolioCase<'a>) -> Option<&'a Specialisation> {
    let has_come = case.entries().is_empty() || asked(case).is_some();
    case.specialisation().filter(|chosen| chosen.in_effect_from.is_some() || has_come)
}

/// What another rule on the specialisation answers when none is in effect: this one reports that, once it is asked.
pub(super) fn instead(case: &PortfolioCase<'_>) -> Outcome {
    match asked(case).filter(|_| case.asks(&RULE)) {
        Some(_) => Outcome::not_applicable(Reason::Superseded).by(RULE.code),
        None => Outcome::not_applicable(Reason::NothingToJudge),
    }
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    if case.entries().is_empty() {
        return case.without_entries();
    }
    let Some((begun, year)) = asked(case) else {
        return Outcome::not_applicable(Reason::NotInStudyYear);
    };
    let standing = case.after_grace(begun, case.norm(&RULE, &GRACE_DAYS, begun));
    findings.judge(in_effect(case).is_some(), standing, || {
        let path = at!["specialisation", "ageSpecialisation"];
        let path = if case.portfolio().specialisation.is_some() { path } else { at!["specialisation"] };
        Shortfall::new(path, "specialisation", facts! { year: year, begun: begun })
    });
    findings.answer(Reason::NotInStudyYear)
}
