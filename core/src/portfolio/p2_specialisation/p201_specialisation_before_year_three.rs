//! `TK-P201`: a specialisation takes effect from study year 3.

use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::norms::FROM_YEAR;
use crate::portfolio::prelude::*;
use crate::values::StudyYear;

pub(crate) static META: Meta = Meta {
    code: "TK-P201",
    name: "specialisation-before-year-three",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&FROM_YEAR],
    facts: &[("from", FactKind::Date), ("year", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Choose,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Specialisatie])]),
    texts: texts! {
        title: { nl: "specialisatie vóór studiejaar 3", en: "specialisation before study year 3" },
        asks: {
            nl: "De specialisatie gaat niet eerder in dan het gevraagde studiejaar (`from`: gewoonlijk 3); eerder kiezen mag.",
            en: "The specialisation does not take effect before the required study year (`from`: normally 3); choosing earlier is fine."
        },
        why: {
            nl: "De eerste twee jaar geven een breed beeld van het beroep, zodat de keuze weloverwogen is.",
            en: "The first two years give a broad view of the profession, so that the choice is well considered."
        },
        fix: {
            nl: "Laat de specialisatie later ingaan; de melding zegt vanaf welk studiejaar dat mag.",
            nl_plain: "Verander de dag waarop je specialisatie begint; in de melding staat vanaf welk jaar dat mag.",
            en: "Let the specialisation take effect later; the message says from which study year."
        },
        message: {
            nl: "de specialisatie gaat al in op `{from}`, vóór studiejaar `{year}`",
            nl_plain: "je specialisatie begint op `{from}`, maar dat mag pas vanaf jaar `{year}`: verander de begindatum",
            en: "the specialisation takes effect on `{from}`, before study year `{year}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::Specialisation) },
    reads: reads!(Portfolio: student all, exemptions all, specialisation all),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let from = case.portfolio().specialisation.as_ref().and_then(|chosen| chosen.in_effect_from);
    let Some(from) = from.filter(|from| case.has_begun(Some(*from))) else {
        return Reply::not_applicable(Reason::NothingToJudge);
    };
    if case.entries().is_empty() {
        return case.without_entries();
    }
    let asked = case.norm(&FROM_YEAR, from);
    let years = || (1..=4).filter_map(StudyYear::new).filter_map(|number| case.study_year(number));
    let (early, late): (Vec<_>, Vec<_>) = years().partition(|year| u32::from(year.number.get()) < asked);
    let too_early = early.iter().any(|year| year.was_running(from)) && late.iter().all(|year| from < year.first);
    findings.judge(About::one(SubjectKind::Specialisation), !too_early, Standing::DUE, || {
        let facts = facts! { from: from, year: i64::from(asked) };
        Shortfall::new(at!(Portfolio: specialisation.in_effect_from), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
