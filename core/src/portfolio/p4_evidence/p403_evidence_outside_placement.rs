//! `TK-P403`: what practice evidence shows happened within the placement that it names.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P403",
    name: "evidence-outside-placement",
    severity: Some(Severity::Warning),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[
        ("evidence", FactKind::Id),
        ("placement", FactKind::Id),
        ("date", FactKind::Date),
        ("from", FactKind::Date),
        ("until", FactKind::Date),
    ],
    may_lack: &["until"],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ontwerpateliers]),
        Source::Own(Text {
            nl: "wat een bewijs uit de praktijk laat zien, gebeurde tijdens de plaatsing die erbij staat",
            en: "what practice evidence shows happened during the placement that it names",
        }),
    ]),
    texts: texts! {
        title: {
            nl: "praktijkbewijs van buiten de plaatsing",
            en: "practice evidence from outside the placement"
        },
        asks: {
            nl: "Wat een bewijs uit de praktijk laat zien, gebeurde op een dag binnen de plaatsing die erbij staat.",
            en: "What practice evidence shows happened on a day within the placement that it names."
        },
        why: {
            nl: "Met bewijs laat de student ontwikkeling zien; klopt de dag niet, dan is niet na te gaan bij welke plaatsing het bewijs hoort.",
            en: "Evidence shows how the student develops; if the day is wrong, it is unclear which placement the evidence belongs to."
        },
        fix: {
            nl: "Verbeter de datum van het bewijs, de plaatsing die erbij staat, of de periode van die plaatsing.",
            nl_plain: "Verbeter de datum van je bewijs, of kies de stage waar het bij hoort. Klopt de stage? Verbeter dan de data van de stage.",
            en: "Correct the date of the evidence, the placement that it names, or the period of that placement."
        },
        message: {
            nl: "{subject} is van `{date}`, buiten plaatsing `{placement}`: vanaf `{from}`[ tot en met `{until}`]",
            nl_plain: "{subject} is van `{date}`, maar stage `{placement}` loopt vanaf `{from}`[ tot en met `{until}`]: verbeter de datum, of kies een andere stage",
            en: "{subject} is dated `{date}`, outside placement `{placement}`: from `{from}`[ to `{until}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: student all, placements named, evidence each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, evidence) in case.evidence().filter(|(_, evidence)| evidence.practice == Some(true)) {
        let (Some(date), Some(id)) = (evidence.date, &evidence.placement) else { continue };
        let Some(placement) = case.placement(id) else {
            findings.cannot_judge();
            continue;
        };
        let Some(from) = placement.period.as_ref().map(|period| period.from) else { continue };
        let until = case.last_day(placement);
        let within = from <= date && until.is_none_or(|until| date <= until);
        let about = About::the(SubjectKind::Evidence, &evidence.id);
        findings.judge(about, within, standing_of(evidence.state), || {
            let facts = facts! { evidence: &evidence.id, placement: id, date: date, from: from };
            Shortfall::new(at!(Portfolio: evidence[at].date), facts.and("until", until))
        });
    }
    findings.answer(Reason::NothingToJudge)
}
