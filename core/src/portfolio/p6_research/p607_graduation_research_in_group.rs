//! `TK-P607`: graduation research is carried out individually.

use crate::documents::ExemptionOf;
use crate::frameworks::StudyMode;
use crate::portfolio::prelude::*;
use crate::sort::Texts;

pub(crate) static META: Meta = Meta {
    code: "TK-P607",
    name: "graduation-research-in-group",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("others", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[&super::p613_graduation_research_missing::META],
    step: Step::Research,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "afstudeeronderzoek in een groep", en: "graduation research in a group" },
        asks: {
            nl: "Elke student voert het afstudeeronderzoek individueel uit.",
            en: "Every student carries out the graduation research individually."
        },
        why: {
            nl: "Aan het eind van de opleiding laat elke student zelf zien een ontwerponderzoek aan te kunnen.",
            en: "By the end of the programme, every student shows that they can carry out design research on their own."
        },
        fix: {
            nl: "Maak van het afstudeeronderzoek een eigen onderzoek, of haal de andere studenten weg; samen werken aan een schoolontwikkelingsthema hoort in studiejaar 3.",
            nl_plain: "Maak er een eigen onderzoek van, of haal de andere studenten weg. Samen werk je in jaar 3 aan een schoolontwikkelingsthema (SOT).",
            en: "Make the graduation research the student's own, or remove the other students; working together on a school development theme belongs in study year 3."
        },
        message: {
            nl: "andere studenten bij het afstudeeronderzoek: `{others}`; toegestaan: 0",
            nl_plain: "een afstudeeronderzoek doe je alleen: haal de andere studenten weg (aantal: `{others}`) of bespreek een eigen onderzoek met je begeleider",
            en: "other students listed with the graduation research: `{others}`; allowed: 0"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::GraduationResearch) },
    reads: reads!(Portfolio: student all, exemptions all, research each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let exemption = case.graduation_exemption();
    let about = About::one(SubjectKind::GraduationResearch);
    let asked = exemption.is_none() && !findings.gives_way(about);
    if let Some(research) = case.graduation().filter(|_| asked) {
        let student = case.portfolio().student.id.as_str();
        let others = research.with_others.iter().filter(|other| {
            other.student.as_str() != student && case.has_begun(other.period.as_ref().map(|period| period.from))
        });
        let others = Texts::of(others.map(|other| other.student.as_str())).len();
        findings.judge(about, others == 0, Standing::DUE, || {
            Shortfall::new(at!(Portfolio: research.graduation.with_others), facts! { others: others })
        });
    }
    findings.answer_or(|| exempted_or(exemption, Reason::NothingToJudge))
}
