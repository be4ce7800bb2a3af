//! `TK-P505`: an assessment is based on evidence that was there by then.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P505",
    name: "evidence-after-assessment",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[],
    facts: &[("evidence", FactKind::Id), ("date", FactKind::Date), ("assessed", FactKind::Date)],
    may_lack: &[],
    gives_way_to: &[&super::p504_assessment_without_evidence::META],
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "een oordeel gaat over wat er al is",
        en: "a judgement is about what is already there",
    })]),
    texts: texts! {
        title: { nl: "bewijs van na de beoordeling", en: "evidence dated after the assessment" },
        asks: {
            nl: "Bewijs waarop een beoordeling is gebaseerd, is niet van een latere dag dan de beoordeling.",
            en: "The evidence on which an assessment is based is dated on or before the day of the assessment."
        },
        why: {
            nl: "Wat er nog niet was, kan niet zijn beoordeeld.",
            en: "What was not there yet cannot have been assessed."
        },
        fix: {
            nl: "Verbeter de datum van het bewijs of van de beoordeling, of haal het bewijs bij de beoordeling weg.",
            nl_plain: "Verbeter de datum, of haal het bewijs bij de beoordeling weg.",
            en: "Correct the date of the evidence or of the assessment, or remove the evidence from the assessment."
        },
        message: {
            nl: "bij {subject} van `{assessed}` staat bewijs `{evidence}` van een latere dag: `{date}`",
            nl_plain: "bewijs `{evidence}` is van `{date}`, na {subject} van `{assessed}`: verbeter de datum, of haal het bewijs bij de beoordeling weg",
            en: "{subject} of `{assessed}` names evidence `{evidence}` of a later day: `{date}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: evidence named, assessments each), check };

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, assessment) in case.assessments() {
        let about = About::the(SubjectKind::Assessment, &assessment.id);
        let Some(assessed) = assessment.date.filter(|_| !findings.gives_way(about)) else { continue };
        for (to, id) in assessment.evidence.iter().enumerate() {
            let Some(evidence) = case.evidence_named(id) else {
                findings.cannot_judge();
                continue;
            };
            // What is undated is neither before nor after, and what is still to come nobody looks at yet.
            let Some(date) = evidence.date.filter(|_| case.is_there(evidence)) else { continue };
            findings.judge(about, date <= assessed, Standing::DUE, || {
                let facts = facts! { evidence: id, date: date, assessed: assessed };
                Shortfall::new(at!(Portfolio: assessments[at].evidence[to]), facts)
            });
        }
    }
    findings.answer(Reason::NothingToJudge)
}
