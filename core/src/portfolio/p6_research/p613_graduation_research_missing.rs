//! `TK-P613`: the student carries out graduation research.

use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;
use crate::values::StudyYear;

pub(crate) static META: Meta = Meta {
    code: "TK-P613",
    name: "graduation-research-missing",
    severity: Some(Severity::Error),
    phase: Phase::End { warn_after: None },
    basis: Basis::Seed,
    norms: &[],
    facts: &[],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Research,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "afstudeeronderzoek ontbreekt", en: "graduation research missing" },
        asks: {
            nl: "Vanaf studiejaar 4, en uiterlijk bij het diploma, staat er in het portfolio een afstudeeronderzoek dat is begonnen.",
            en: "From study year 4 on, and by graduation at the latest, the portfolio contains graduation research that has begun."
        },
        why: {
            nl: "In de afstudeerfase voert elke student een eigen ontwerponderzoek uit.",
            en: "In the graduation phase, every student carries out design research of their own."
        },
        fix: {
            nl: "Leg vast wanneer het onderzoek begint of begon; is er nog geen thema, kies dat dan samen met de school en de opleiding.",
            nl_plain: "Vul in wanneer je onderzoek begint of begon, of kies een thema met je school en je opleiding.",
            en: "Record when the research begins or began; if there is no theme yet, choose one together with school and institute."
        },
        message: {
            nl: "er staat geen afstudeeronderzoek dat uiterlijk op de peildatum is begonnen",
            nl_plain: "er staat nog geen afstudeeronderzoek dat is begonnen: vul je onderzoek met de begindatum in, of kies met je school en je opleiding een thema",
            en: "no graduation research is recorded that began on or before the reference day"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::GraduationResearch) },
    reads: reads!(Portfolio: research some),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    if let Some(exemption) = case.graduation_exemption() {
        return Reply::not_applicable(Reason::Exempted).by(exemption.id.as_str());
    }
    if StudyYear::new(4).and_then(|number| case.study_year(number)).is_none() {
        return case.without_entries();
    }
    let about = About::one(SubjectKind::GraduationResearch);
    findings.judge(about, case.graduation().is_some(), case.at_the_end(&RULE), || {
        Shortfall::new(at!(Portfolio: research.graduation), facts! {})
    });
    findings.answer(Reason::NothingToJudge)
}
