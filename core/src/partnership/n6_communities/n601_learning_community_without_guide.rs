//! `TK-N601`: a coach, a teacher educator or an expert guides a learning community.

use crate::documents::PersonInRole;
use crate::frameworks::Role;
use crate::partnership::prelude::*;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N601",
    name: "learning-community-without-guide",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("community", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "professionele leergemeenschap zonder begeleider", en: "learning community without a guide" },
        asks: {
            nl: "Een professionele leergemeenschap (PLG) die is begonnen, wordt begeleid door een coach, een lerarenopleider of een expert.",
            en: "A professional learning community that has begun is guided by a coach, a teacher educator or an expert."
        },
        why: {
            nl: "In het toekomstbeeld van het katern leren professionele leergemeenschappen onder begeleiding van coaches, lerarenopleiders of experts.",
            en: "In the booklet's picture of the future, professional learning communities learn under the guidance of coaches, teacher educators or experts."
        },
        fix: {
            nl: "Vraag een coach, lerarenopleider of expert als begeleider, of leg vast wie begeleidt en in welke rol.",
            nl_plain: "Vraag een coach, lerarenopleider of expert als begeleider, of vul in wie begeleidt en in welke rol.",
            en: "Invite a coach, a teacher educator or an expert as a guide, or record who guides and in which role."
        },
        message: {
            nl: "bij professionele leergemeenschap (PLG) `{community}` staat geen coach, lerarenopleider of expert als begeleider",
            nl_plain: "vul in welke coach, lerarenopleider of expert professionele leergemeenschap (PLG) `{community}` begeleidt, of vraag er een",
            en: "no coach, teacher educator or expert is recorded as a guide of professional learning community `{community}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: learning_communities each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let fit: Set<Role> = [
        Role::Coach,
        Role::SchoolTrainer,
        Role::InstituteTrainer,
        Role::Expert,
        Role::SubjectExpert,
        Role::MethodologicalExpert,
    ]
    .into();
    let is_fit = |guide: &PersonInRole<'_>| {
        guide.role.is_some_and(|role| fit.contains(role)) && case.has_begun(guide.period.as_ref())
    };
    for (at, community) in case.communities() {
        let met = community.guides.iter().any(is_fit);
        findings.judge(About::the(SubjectKind::LearningCommunity, &community.id), met, Standing::DUE, || {
            let facts = facts! { community: &community.id };
            Shortfall::new(at!(Partnership: learning_communities[at].guides), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
