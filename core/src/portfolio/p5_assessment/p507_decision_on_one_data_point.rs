//! `TK-P507`: a decision is based on more than one assessment.

use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P507",
    name: "decision-on-one-data-point",
    severity: Some(Severity::Info),
    phase: Phase::Now,
    basis: Basis::Inferred,
    norms: &[&LEAST_ASSESSMENTS],
    facts: &[("assessments", FactKind::Whole), ("least", FactKind::Whole)],
    may_lack: &[],
    gives_way_to: &[&super::p504_assessment_without_evidence::META],
    step: Step::Assess,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Own(Text {
        nl: "een besluit vraagt meer dan één gegeven",
        en: "a decision requires more than one data point",
    })]),
    texts: texts! {
        title: { nl: "besluit op te weinig beoordelingen", en: "decision based on too few assessments" },
        asks: {
            nl: "Een besluit over een studiejaar of over het diploma is gebaseerd op minstens het gevraagde aantal beoordelingen (`least_assessments`: gewoonlijk 2).",
            en: "A decision on a study year or on graduation is based on at least the required number of assessments (`least_assessments`: normally 2)."
        },
        why: {
            nl: "Eén beoordeling is een momentopname; meer beoordelingen samen geven een beter beeld.",
            en: "One assessment is a snapshot; several together give a better picture."
        },
        fix: {
            nl: "Leg vast op welke beoordelingen het besluit is gebaseerd.",
            nl_plain: "Vraag je opleiders op welke beoordelingen het besluit is gebaseerd, en vul ze in.",
            en: "Record the assessments on which the decision is based."
        },
        message: {
            nl: "beoordelingen waarop {subject} is gebaseerd: `{assessments}`; nodig: minstens `{least}`",
            nl_plain: "vraag je opleiders op welke beoordelingen {subject} is gebaseerd, en vul ze in; nu: `{assessments}`, nodig: `{least}`",
            en: "assessments on which {subject} is based: `{assessments}`; required: at least `{least}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> =
    Rule { meta: &META, when: When::ALWAYS, reads: reads!(Portfolio: assessments named, decisions each), check };

static LEAST_ASSESSMENTS: Norm = Norm::number(
    "least_assessments",
    Text { nl: "beoordelingen waarop een besluit is gebaseerd", en: "assessments on which a decision is based" },
    Unit::Number,
    2,
    1,
    20,
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let taken = case.portfolio().decisions.iter().enumerate().filter(|(_, decision)| case.has_begun(decision.on));
    for (at, decision) in taken {
        let least = case.norm(&LEAST_ASSESSMENTS, decision.on.unwrap_or(case.as_of())) as usize;
        let (assessments, lost) = case.assessments_named(&decision.assessments);
        let met = assessments >= least;
        if !met && lost {
            findings.cannot_judge();
            continue;
        }
        // Where one of them has no grounds itself, that is the defect.
        let mut named = decision.assessments.iter().map(|id| About::the(SubjectKind::Assessment, id));
        if !met && named.any(|about| findings.gives_way(about)) {
            continue;
        }
        findings.judge(About::the(SubjectKind::Decision, &decision.id), met, Standing::DUE, || {
            let facts = facts! { assessments: assessments, least: least };
            Shortfall::new(at!(Portfolio: decisions[at].assessments), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
