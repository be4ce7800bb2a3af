//! `TK-P202`: from study year 3 a specialisation is in effect.

use chrono::NaiveDate;

use crate::documents::{Exemption, ExemptionOf, Specialisation};
use crate::frameworks::StudyMode;
use crate::portfolio::norms::FROM_YEAR;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P202",
    name: "specialisation-missing-from-year-three",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&FROM_YEAR, &GRACE_DAYS],
    facts: &[("year", FactKind::Whole), ("begun", FactKind::Date)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Choose,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Specialisatie])]),
    texts: texts! {
        title: { nl: "geen specialisatie vanaf studiejaar 3", en: "no specialisation from study year 3" },
        asks: {
            nl: "Zodra het gevraagde studiejaar is begonnen (`from`: gewoonlijk 3), geldt binnen de toegestane dagen (`grace_days`) een leeftijdsspecialisatie: jonge kind of oudere kind.",
            en: "Once the required study year has begun (`from`: normally 3), an age specialisation is in effect within the grace period (`grace_days`): young child or older child."
        },
        why: {
            nl: "Vanaf het derde jaar verdiept de student zich in een leeftijdsgroep.",
            en: "From the third year on, the student focuses on one age group."
        },
        fix: {
            nl: "Kies jonge kind of oudere kind, en leg vast vanaf wanneer de keuze geldt.",
            nl_plain: "Kies jonge kind of oudere kind en vul in vanaf wanneer je keuze geldt.",
            en: "Choose young child or older child, and record from when the choice applies."
        },
        message: {
            nl: "studiejaar `{year}` is begonnen op `{begun}`, maar er is nog geen leeftijdsspecialisatie ingegaan",
            nl_plain: "in jaar `{year}` (begonnen op `{begun}`) geldt nog geen keuze voor jonge of oudere kind: maak je keuze, of kijk vanaf wanneer die geldt",
            en: "study year `{year}` began on `{begun}`, but no age specialisation is in effect yet"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::Specialisation) },
    reads: reads!(Portfolio: student all, exemptions all, specialisation some, decisions named),
    check,
};

static GRACE_DAYS: Norm = Norm::number(
    "grace_days",
    Text { nl: "dagen om een specialisatie vast te leggen", en: "days to record a specialisation" },
    Unit::Days,
    30,
    0,
    366,
);

/// The first day from which a specialisation is required, if that day has come, and the study year that began then.
fn asked(case: &PortfolioCase<'_>) -> Option<(NaiveDate, u8)> {
    let asked = years_asked(case).find(|(.., exemption)| exemption.is_none());
    asked.map(|(begun, year, _)| (begun, year))
}

/// The study years that have begun and require a specialisation, entry by entry, each with the exemption from it.
fn years_asked<'a>(case: &PortfolioCase<'a>) -> impl Iterator<Item = (NaiveDate, u8, Option<&'a Exemption<'a>>)> {
    case.entries().iter().filter_map(|entry| {
        let asked = case.norm(&FROM_YEAR, entry.first) <= u32::from(entry.study_year.get());
        let exemption = || case.exemption_in(ExemptionOf::Specialisation, Some(entry.study_year));
        asked.then(|| (entry.first, entry.study_year.get(), exemption()))
    })
}

/// The choice that is in effect, of an age specialisation or of profile subjects, and since when. One that names no day
/// takes effect once it is required, for it may be chosen earlier.
pub(super) fn in_effect<'a>(case: &PortfolioCase<'a>) -> Option<(&'a Specialisation, NaiveDate)> {
    let chosen = case.specialisation()?;
    let asked = asked(case).map(|(begun, _)| begun);
    if chosen.in_effect_from.is_none() && asked.is_none() && !case.entries().is_empty() {
        return None;
    }
    let since = chosen.in_effect_from.or_else(|| chosen.chosen_on.max(asked));
    Some((chosen, since.unwrap_or(case.as_of())))
}

/// How serious it is that none is in effect, once one is required.
fn standing(case: &PortfolioCase<'_>, begun: NaiveDate) -> Standing {
    case.after_grace(begun, case.norm(&GRACE_DAYS, begun))
}

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    if case.left() {
        return Reply::not_applicable(Reason::LeftWithoutDiploma);
    }
    if case.entries().is_empty() {
        return case.without_entries();
    }
    let Some((begun, year)) = asked(case) else {
        let exemption = years_asked(case).find_map(|(.., exemption)| exemption);
        return exempted_or(exemption, Reason::NotInStudyYear);
    };
    // While the study is interrupted from that day on, the days of grace have yet to begin.
    if case.counted_day(begun, 0).is_none_or(|first| first > case.as_of()) {
        return Reply::not_applicable(Reason::NothingToJudge);
    }
    let has_one = in_effect(case).is_some_and(|(chosen, _)| chosen.age_specialisation.is_some());
    findings.judge(About::one(SubjectKind::Specialisation), has_one, standing(case, begun), || {
        let path = at!(Portfolio: specialisation.age_specialisation);
        // A choice of a later day is not there yet.
        let chosen = case.portfolio().specialisation.as_ref().is_some_and(|chosen| case.has_begun(chosen.chosen_on));
        let path = if chosen { path } else { at!(Portfolio: specialisation) };
        Shortfall::new(path, facts! { year: year, begun: begun })
    });
    findings.answer(Reason::NotInStudyYear)
}
