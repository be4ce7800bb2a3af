//! `TK-P411`: evidence is recent.

use chrono::{Months, NaiveDate};

use super::VRAAK;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P411",
    name: "evidence-out-of-date",
    severity: None,
    phase: Phase::Always,
    basis: Basis::Secondary,
    norms: &[&YEARS],
    facts: &[("evidence", FactKind::Id), ("date", FactKind::Date), ("years", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Prove,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        VRAAK,
        Source::Own(Text {
            nl: "het getal komt uit een regeling voor eerder verworven competenties (EVC), niet van een pabo",
            en: "the number is from a scheme for prior learning (EVC), not from a teacher-training institute",
        }),
    ]),
    texts: texts! {
        title: {
            nl: "bewijs dat niet actueel is",
            en: "evidence that is out of date"
        },
        asks: {
            nl: "Bewijs is op de peildatum niet ouder dan het aantal jaren van de norm (`years`: gewoonlijk 5).",
            en: "On the reference day, evidence is not older than the number of years of the norm (`years`: normally 5)."
        },
        why: {
            nl: "Actualiteit is een van de VRAAK-criteria voor bewijs: het gaat om wat de student nu kan.",
            en: "Currency is one of the VRAAK criteria for evidence: it is about what the student can do now."
        },
        fix: {
            nl: "Vervang het bewijs door nieuwer bewijs.",
            nl_plain: "Voeg nieuwer bewijs toe en haal het oude weg.",
            en: "Replace the evidence with more recent evidence."
        },
        message: {
            nl: "{subject} is van `{date}`; aantal jaren dat bewijs actueel blijft: `{years}`",
            nl_plain: "voeg nieuwer bewijs toe in plaats van {subject} van `{date}`; aantal jaren dat bewijs meetelt: `{years}`",
            en: "{subject} is dated `{date}`; years that evidence remains current: `{years}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: evidence each), check };

static YEARS: Norm = Norm::number(
    "years",
    Text { nl: "jaren dat bewijs actueel blijft", en: "years that evidence remains current" },
    Unit::Number,
    5,
    1,
    50,
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, evidence) in case.evidence() {
        // What was added on a day is of that day at the latest.
        let Some(date) = evidence.date.or(evidence.added_on) else { continue };
        let years = case.norm(&YEARS, date);
        let first = case.as_of().checked_sub_months(Months::new(12 * years)).unwrap_or(NaiveDate::MIN);
        let about = About::the(SubjectKind::Evidence, &evidence.id);
        findings.judge(about, first <= date, standing_of(evidence.state), || {
            let facts = facts! { evidence: &evidence.id, date: date, years: years };
            Shortfall::new(at!(Portfolio: evidence[at].date), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
