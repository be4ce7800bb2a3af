//! `TK-N603`: the members of a learning community are teachers, or train to be.

use crate::documents::MemberStage;
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N603",
    name: "learning-community-member-unfit",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("community", FactKind::Id), ("person", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Ambities])]),
    texts: texts! {
        title: { nl: "lid van een professionele leergemeenschap is geen leraar of student", en: "learning community member who is no teacher or student" },
        asks: {
            nl: "De leden van een professionele leergemeenschap (PLG) zijn studenten, beginnende leraren of leraren.",
            en: "The members of a professional learning community are students, beginning teachers or teachers."
        },
        why: {
            nl: "In het toekomstbeeld van het katern bestaan professionele leergemeenschappen uit leraren en aspirant-leraren.",
            en: "In the booklet's picture of the future, professional learning communities consist of teachers and aspiring teachers."
        },
        fix: {
            nl: "Verbeter de loopbaanfase van het lid, of leg vast dat de persoon de leergemeenschap begeleidt.",
            nl_plain: "Verbeter de loopbaanfase van het lid, of zet de persoon bij de begeleiders.",
            en: "Correct the career stage of the member, or record the person as a guide of the learning community."
        },
        message: {
            nl: "bij lid `{person}` van professionele leergemeenschap (PLG) `{community}` staat een andere loopbaanfase dan student, beginnende leraar of leraar",
            nl_plain: "verbeter de loopbaanfase van lid `{person}` van professionele leergemeenschap (PLG) `{community}`, of zet deze persoon bij de begeleiders",
            en: "for member `{person}` of professional learning community `{community}`, a career stage other than student, beginning teacher or teacher is recorded"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: learning_communities each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, community) in case.communities() {
        let about = About::the(SubjectKind::LearningCommunity, &community.id);
        for (number, member) in community.members.iter().enumerate() {
            let Some(stage) = member.stage else { continue };
            findings.judge(about, stage != MemberStage::Other, Standing::DUE, || {
                let facts = facts! { community: &community.id, person: &member.person };
                Shortfall::new(at!(Partnership: learning_communities[at].members[number].stage), facts)
            });
        }
    }
    findings.answer(Reason::NothingToJudge)
}
