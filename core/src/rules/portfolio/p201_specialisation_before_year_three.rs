//! `TK-P201`: a specialisation takes effect from study year 3.

use crate::document::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "TK-P201",
    name: "specialisation-before-year-three",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::STUDENT.and(Sections::SPECIALISATION),
    not_for: &[StudyMode::LateralEntry],
    exempted_by: Some(ExemptionOf::Specialisation),
    norms: &[&FROM_YEAR],
    facts: &[("from", FactKind::Date), ("year", FactKind::Whole)],
    sources: Sources::of(&[Source::Booklet(&["S101", "S102", "S201"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "specialisatie voor studiejaar 3", en: "specialisation before study year 3" },
        asks: {
            nl: "De specialisatie gaat in vanaf studiejaar 3; eerder kiezen mag.",
            en: "The specialisation takes effect from study year 3; choosing earlier is fine."
        },
        why: {
            nl: "De eerste twee jaar geven een breed beeld van het beroep, zodat de keuze weloverwogen is.",
            en: "The first two years give a broad view of the profession, so that the choice is well considered."
        },
        mend: {
            nl: "Laat de specialisatie ingaan op de eerste dag van studiejaar 3 of later.",
            en: "Let the specialisation take effect on the first day of study year 3 or later."
        },
        message: {
            nl: "de specialisatie gaat in op `{from}`, voor studiejaar `{year}`",
            nl_plain: "je specialisatie begint op `{from}`, maar dat kan pas vanaf jaar `{year}`",
            en: "the specialisation takes effect on `{from}`, before study year `{year}`"
        },
    },
    check: Some(check),
};

static FROM_YEAR: Norm = Norm::number("from", Unit::StudyYear, 3, 1, 4);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let Some(from) = case.portfolio().specialisation.as_ref().and_then(|chosen| chosen.in_effect_from) else {
        return Outcome::not_applicable(Reason::NothingToJudge);
    };
    if from > case.as_of() {
        return Outcome::not_applicable(Reason::NothingToJudge);
    }
    if case.entries().is_empty() {
        return case.without_entries();
    }
    let year = case.norm(&RULE, &FROM_YEAR, from);
    let begins = u8::try_from(year).ok().and_then(|year| case.first_day_from(year));
    findings.judge(begins.is_some_and(|begins| from >= begins), Standing::DUE, || {
        let facts = facts! { from: from, year: i64::from(year) };
        Shortfall::new(at!["specialisation", "inEffectFrom"], "specialisation", facts)
    });
    findings.answer(Reason::NothingToJudge)
}
