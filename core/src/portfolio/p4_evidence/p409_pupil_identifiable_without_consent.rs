//! `TK-P409`: evidence that shows recognisable pupils has the consent of their parents.

use chrono::NaiveDate;

use crate::documents::Pupils;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P409",
    name: "pupil-identifiable-without-consent",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Statute,
    norms: &[],
    facts: &[("evidence", FactKind::Id)],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Law(Text {
        nl: "AVG, artikel 6, eerste lid, onder a, en artikel 7, van toepassing vanaf 25 mei 2018",
        en: "GDPR art. 6(1)(a) and art. 7, applicable from 25 May 2018",
    })]),
    texts: texts! {
        title: {
            nl: "leerlingen herkenbaar zonder toestemming",
            en: "recognisable pupils without consent"
        },
        asks: {
            nl: "Bij bewijs waarin leerlingen herkenbaar zijn, staat dat de ouders toestemming gaven; ontbreekt dat bij bewijs van vóór 25 mei 2018, dan is dat hoogstens een waarschuwing.",
            en: "Evidence in which pupils are recognisable records the consent of the parents; where it is missing from evidence dated before 25 May 2018, that is a warning at most."
        },
        why: {
            nl: "Wie op grond van toestemming gegevens van anderen verwerkt, moet die toestemming kunnen aantonen.",
            en: "Anyone who processes personal data on the basis of consent must be able to demonstrate that consent."
        },
        fix: {
            nl: "Leg de toestemming van de ouders vast of vraag hen daarom, maak de leerlingen onherkenbaar, of haal het bewijs weg.",
            nl_plain: "Vraag met je mentor de ouders om toestemming en vul die in, of maak de leerlingen onherkenbaar.",
            en: "Record the consent of the parents or obtain it, make the pupils unrecognisable, or remove the evidence."
        },
        message: {
            nl: "in {subject} zijn leerlingen herkenbaar; toestemming van de ouders staat er niet bij",
            nl_plain: "vraag met je mentor de ouders om toestemming voor {subject} en vul die in, of maak de leerlingen onherkenbaar",
            en: "pupils are recognisable in {subject}, and no consent of the parents is recorded"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: evidence each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, evidence) in case.evidence().filter(|(_, evidence)| evidence.pupils == Some(Pupils::Recognisable)) {
        let day = evidence.date.or(evidence.added_on).unwrap_or(case.as_of());
        let before_the_regulation = NaiveDate::from_ymd_opt(2018, 5, 25).is_some_and(|first| day < first);
        let standing = match standing_of(evidence.state) {
            Standing::DUE if before_the_regulation => Standing::SOFT,
            standing => standing,
        };
        let about = About::the(SubjectKind::Evidence, &evidence.id);
        findings.judge(about, evidence.parents_consent == Some(true), standing, || {
            Shortfall::new(at!(Portfolio: evidence[at].parents_consent), facts! { evidence: &evidence.id })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
