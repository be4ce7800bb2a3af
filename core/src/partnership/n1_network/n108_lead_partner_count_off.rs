//! `TK-N108`: exactly one partner is the lead partner.

use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N108",
    name: "lead-partner-count-off",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Statute,
    norms: &[],
    facts: in_build!(&[("partnership", FactKind::Id), ("leads", FactKind::Whole)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::Office,
    window: Window::TRAINING_SCHOOL_SCHEME,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Law(Text {
        nl: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839), artikel 3, tweede en derde lid",
        en: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839) art. 3(2) and (3)",
    })]),
    texts: texts! {
        title: { nl: "niet precies één penvoerder", en: "lead partner count off" },
        asks: {
            nl: "In de schooljaren 2009-2010 tot en met 2016-2017 is precies één opleidingsinstituut of schoolbestuur in het netwerk penvoerder.",
            en: "In the school years 2009-2010 to 2016-2017, exactly one institute or school board in the network is the lead partner."
        },
        why: {
            nl: "Volgens de regeling was precies één partner penvoerder; die ontving de subsidie.",
            en: "According to the scheme, exactly one partner was the lead partner, which received the subsidy."
        },
        fix: {
            nl: "Leg vast welke ene partner penvoerder is.",
            nl_plain: "Vul bij precies één partner in dat die penvoerder is.",
            en: "Record the one partner that is the lead partner."
        },
        message: {
            nl: "penvoerders die bij partnerschap `{partnership}` staan: `{leads}`; nodig: precies één",
            nl_plain: "vul bij precies één partner van partnerschap `{partnership}` in dat die penvoerder is; nu staan er: `{leads}`",
            en: "lead partners recorded for partnership `{partnership}`: `{leads}`; required: exactly one"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: institutes named, boards named), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let partnership = case.partnership();
    let institutes = partnership.institutes.iter().filter(|institute| institute.lead_partner == Some(true));
    let boards = case.boards().filter(|(_, board)| board.lead_partner == Some(true));
    let leads = institutes.count() + boards.count();
    // One who was lost may be the lead partner as well: two are too many all the same.
    if findings.may_be_lost() && leads < 2 {
        findings.cannot_judge();
    } else {
        findings.judge(About::the(SubjectKind::Partnership, &partnership.id), leads == 1, Standing::DUE, || {
            Shortfall::new(at!(Partnership: boards), facts! { partnership: &partnership.id, leads: leads })
        });
    }
    findings.answer(Reason::NothingToJudge)
}
