//! `TK-N503`: there is an expert on the subject and one on the method of research.

use crate::frameworks::Role;
use crate::partnership::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N503",
    name: "research-experts-missing",
    severity: Some(Severity::Error),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("partnership", FactKind::Id), ("day", FactKind::Date), ("missing", FactKind::words::<Role>())]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::RolVanDeSchoolopleider])]),
    texts: texts! {
        title: { nl: "geen experts voor onderzoek", en: "research experts missing" },
        asks: {
            nl: "Het partnerschap heeft een vakinhoudelijke en een methodologische expert voor onderzoek; één persoon mag beide zijn.",
            en: "The partnership has a subject expert and a methodological expert for research; one person may be both."
        },
        why: {
            nl: "Volgens het katern worden bij het begeleiden en beoordelen van onderzoek vakinhoudelijke en methodologische experts ingezet.",
            en: "According to the booklet, subject and methodological experts take part in guiding and assessing research."
        },
        fix: {
            nl: "Zoek de expert die ontbreekt, of leg vast wie het is en in welke periode.",
            nl_plain: "Zoek de expert die er nog niet is, of vul in wie het is en van wanneer tot wanneer.",
            en: "Find the missing expert, or record who it is and in which period."
        },
        message: {
            nl: "bij partnerschap `{partnership}` staat op `{day}` niemand in de rol van: `{missing}`",
            nl_plain: "vul in wie op `{day}` bij partnerschap `{partnership}` deze rol heeft, of zoek iemand: `{missing}`",
            en: "for partnership `{partnership}`, nobody is recorded on `{day}` in the role of: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: persons some), check };

static EXPERTS: [Role; 2] = [Role::SubjectExpert, Role::MethodologicalExpert];

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let (partnership, day) = (case.partnership(), case.day());
    let there: Set<Role> = case.holders(&EXPERTS, day).map(|holder| holder.held.role).collect();
    let missing = Set::from(EXPERTS).without(there);
    findings.judge(About::the(SubjectKind::Partnership, &partnership.id), missing.is_empty(), Standing::DUE, || {
        let facts = facts! { partnership: &partnership.id, day: day, missing: missing };
        Shortfall::new(at!(Partnership: persons), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
