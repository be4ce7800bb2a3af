//! `TK-N107`: an agreement lays down what the scheme for training schools required.

use chrono::NaiveDate;

use super::{judge_agreements, n105_agreement_missing};
use crate::documents::{AgreementContent, PartnershipStatus};
use crate::partnership::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N107",
    name: "agreement-incomplete",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Statute,
    norms: &[],
    facts: in_build!(&[("agreement", FactKind::Id), ("missing", FactKind::words::<AgreementContent>())]),
    may_lack: &[],
    gives_way_to: &[&n105_agreement_missing::META],
    step: Step::Talk,
    acts: Actor::Office,
    window: Window::TRAINING_SCHOOL_SCHEME,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Law(Text {
            nl: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839), artikel 7a",
            en: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839) art. 7a",
        }),
        Source::Law(Text {
            nl: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839), bijlage 1: facet 1.5 in het kader van 2009, standaard 3 in dat van 2013",
            en: "Regeling tegemoetkoming kosten opleidingsscholen (BWBR0025839), annex 1: facet 1.5 in the framework of 2009, standard 3 in that of 2013",
        }),
    ]),
    texts: texts! {
        title: { nl: "samenwerkingsovereenkomst onvolledig", en: "agreement incomplete" },
        asks: {
            nl: "In de schooljaren 2009-2010 tot en met 2016-2017 staan in elke geldende samenwerkingsovereenkomst de rollen bij het beoordelen, en in die van een aspirant vanaf 2015-2016 ook de gedeelde visie, de middelen en de penvoerder.",
            en: "In the school years 2009-2010 to 2016-2017, every cooperation agreement in force contains the roles in assessment; that of an aspirant, from 2015-2016, also the shared vision, the means and the lead partner."
        },
        why: {
            nl: "De regeling vroeg om heldere afspraken over de rol van elke partner bij het beoordelen, en van aspiranten een overeenkomst met visie, middelen en penvoerder.",
            en: "The scheme required clear agreements on the role of each partner in assessment, and of aspirants an agreement with vision, means and lead partner."
        },
        fix: {
            nl: "Spreek af wat in de overeenkomst ontbreekt, of leg vast dat het erin staat.",
            nl_plain: "Overleg over wat in de overeenkomst ontbreekt, of vul in dat het erin staat.",
            en: "Agree on what is missing from the agreement, or record that it contains it."
        },
        message: {
            nl: "in samenwerkingsovereenkomst `{agreement}` ontbreekt: `{missing}`",
            nl_plain: "overleg over wat in samenwerkingsovereenkomst `{agreement}` ontbreekt, of vul in dat het erin staat: `{missing}`",
            en: "missing from cooperation agreement `{agreement}`: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: status all, agreements each), check };

/// The first day on which the agreement of an aspirant was to lay down more. Source: BWBR0025839 art. 7a.
const ASPIRANTS_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(2015, 8, 1);

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let is_aspirant = case.partnership().status == Some(PartnershipStatus::Aspirant);
    let of_aspirants = [AgreementContent::SharedVision, AgreementContent::Means, AgreementContent::LeadPartner];
    let of_aspirants = of_aspirants.into_iter().filter(|_| is_aspirant && ASPIRANTS_FROM <= Some(case.day()));
    let required: Set<AgreementContent> = of_aspirants.chain([AgreementContent::AssessmentRoles]).collect();
    judge_agreements(
        case,
        findings,
        |agreement| Some(required.without(agreement.contents)).filter(|missing| !missing.is_empty()),
        |at, agreement, missing| {
            let facts = facts! { agreement: &agreement.id, missing: missing };
            Shortfall::new(at!(Partnership: agreements[at].contents), facts)
        },
    )
}
