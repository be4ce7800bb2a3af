//! `TK-N607`: there is a learning community in the school year.

use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N607",
    name: "learning-community-missing",
    severity: Some(Severity::Info),
    phase: Phase::Year(&[]),
    basis: Basis::Seed,
    norms: &[&COMMUNITIES],
    facts: in_build!(&[
        ("partnership", FactKind::Id),
        ("schoolYear", FactKind::SchoolYear),
        ("communities", FactKind::Whole),
        ("required", FactKind::Whole),
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "geen professionele leergemeenschap in het schooljaar", en: "learning community missing" },
        asks: {
            nl: "In het schooljaar zijn er genoeg professionele leergemeenschappen (PLG's) begonnen (`communities`).",
            en: "Enough professional learning communities have begun by the school year (`communities`)."
        },
        why: {
            nl: "In het toekomstbeeld van het katern leren, ontwikkelen en ontwerpen leraren en studenten in professionele leergemeenschappen.",
            en: "In the booklet's picture of the future, teachers and students learn, develop and design in professional learning communities."
        },
        fix: {
            nl: "Richt een professionele leergemeenschap in, of leg vast welke er is en sinds wanneer.",
            nl_plain: "Begin een professionele leergemeenschap (PLG), of vul in welke er is en sinds wanneer.",
            en: "Set up a professional learning community, or record which one there is and since when."
        },
        message: {
            nl: "begonnen professionele leergemeenschappen van partnerschap `{partnership}` in schooljaar `{schoolYear}`: `{communities}`; nodig: `{required}`",
            nl_plain: "vul in welke professionele leergemeenschappen (PLG's) partnerschap `{partnership}` heeft, of begin er een; in schooljaar `{schoolYear}` begonnen: `{communities}`; nodig: `{required}`",
            en: "professional learning communities of partnership `{partnership}` that have begun in school year `{schoolYear}`: `{communities}`; required: `{required}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: learning_communities some), check };

static COMMUNITIES: Norm = Norm::number(
    "communities",
    Text {
        nl: "professionele leergemeenschappen in het schooljaar",
        en: "professional learning communities in the school year",
    },
    Unit::Number,
    1,
    1,
    99,
);

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let partnership = case.partnership();
    let required = case.norm(&COMMUNITIES);
    let communities = case.communities().count();
    let met = u32::try_from(communities).is_ok_and(|communities| communities >= required);
    findings.judge(About::the(SubjectKind::Partnership, &partnership.id), met, case.by_year_end(), || {
        let facts = facts! {
            partnership: &partnership.id, schoolYear: partnership.school_year, communities: communities, required: required
        };
        Shortfall::new(at!(Partnership: learning_communities), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
