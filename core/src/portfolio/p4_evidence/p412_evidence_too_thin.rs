//! `TK-P412`: a competence is shown by several pieces of evidence.

use super::{VRAAK, judge_competences};
use crate::frameworks::Competence;
use crate::portfolio::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-P412",
    name: "evidence-too-thin",
    severity: None,
    phase: Phase::Always,
    basis: Basis::Secondary,
    norms: &[&LEAST_PROOFS],
    facts: &[("competence", FactKind::word::<Competence>()), ("proofs", FactKind::Whole), ("least", FactKind::Whole)],
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
            nl: "te weinig bewijzen voor een competentie",
            en: "too few pieces of evidence for a competence"
        },
        asks: {
            nl: "Voor elke competentie waarvoor er bewijs is, is er minstens het gevraagde aantal verschillende bewijzen (`min`: gewoonlijk 2).",
            en: "For every competence for which there is evidence, there are at least the required number of different pieces (`min`: normally 2)."
        },
        why: {
            nl: "Kwantiteit is een van de VRAAK-criteria voor bewijs: één bewijs laat te weinig zien.",
            en: "Quantity is one of the VRAAK criteria for evidence: a single piece shows too little."
        },
        fix: {
            nl: "Voeg nog een bewijs toe, of koppel bestaand bewijs aan de competentie.",
            nl_plain: "Voeg nog een bewijs toe, of kies bewijs dat je al hebt en zet erbij wat het laat zien.",
            en: "Add another piece of evidence, or link evidence you already have to the competence."
        },
        message: {
            nl: "aantal verschillende bewijzen voor `{competence}`: `{proofs}`; nodig: minstens `{least}`",
            nl_plain: "voeg nog een bewijs toe voor `{competence}`; aantal bewijzen nu: `{proofs}`, nodig: `{least}`",
            en: "different pieces of evidence for `{competence}`: `{proofs}`; required: at least `{least}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: student all, exemptions all, evidence each, evidence some),
    check,
};

static LEAST_PROOFS: Norm = Norm::number(
    "min",
    Text { nl: "verschillende bewijzen per competentie", en: "different pieces of evidence for each competence" },
    Unit::Number,
    2,
    1,
    100,
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    judge_competences(
        case,
        findings,
        &LEAST_PROOFS,
        |pieces| pieces.len(),
        |competence, proofs, least| {
            facts! { competence: competence, proofs: proofs, least: least }
        },
    )
}
