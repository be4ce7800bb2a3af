//! `TK-N604`: who makes a learning community possible fits the career stage of its members.

use crate::documents::{AcademyState, CommunityMember, Facilitator, MemberStage};
use crate::partnership::prelude::*;
use crate::sort::{Listed as _, Texts};

pub(crate) static META: Meta = Meta {
    code: "TK-N604",
    name: "facilitator-out-of-stage",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[
        ("community", FactKind::Id),
        ("facilitator", FactKind::word::<Facilitator>()),
        ("members", FactKind::Ids)
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
        title: { nl: "professionele leergemeenschap past niet bij de loopbaanfase", en: "facilitator does not match the career stage" },
        asks: {
            nl: "Een professionele leergemeenschap (PLG) met studenten is van het partnerschap; een PLG met leraren is van de bestuursacademie, als hun bestuur een actieve academie heeft.",
            en: "The partnership facilitates a professional learning community with students; the board academy facilitates one with teachers whose board has a running academy."
        },
        why: {
            nl: "In het toekomstbeeld van het katern maakt het partnerschap het leren voor het diploma mogelijk, en de bestuursacademie het leren daarna.",
            en: "In the booklet's picture of the future, the partnership facilitates learning before the diploma, and the board academy learning after it."
        },
        fix: {
            nl: "Bespreek in welke leergemeenschap de leden het best passen, of verbeter wie de leergemeenschap mogelijk maakt.",
            nl_plain: "Bespreek welke leergemeenschap het best bij de leden past, of verbeter wie de leergemeenschap mogelijk maakt.",
            en: "Discuss which learning community suits the members best, or correct who facilitates the learning community."
        },
        message: {
            nl: "professionele leergemeenschap (PLG) `{community}` wordt mogelijk gemaakt door: `{facilitator}`; leden bij wie een andere loopbaanfase hoort: `{members}`",
            nl_plain: "bespreek of professionele leergemeenschap (PLG) `{community}` past bij deze leden: `{members}`; mogelijk gemaakt door: `{facilitator}`",
            en: "facilitator of professional learning community `{community}`: `{facilitator}`; members whose career stage does not match: `{members}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> = Rule {
    meta: &META,
    when: (),
    reads: reads!(Partnership: learning_communities each, schools named, boards named),
    check,
};

/// Whether the board of a member, or else of the member's school, has a running academy; `None` where it may have been lost.
fn has_academy(
    case: &PartnershipCase<'_>,
    boards: &Texts<'_>,
    member: &CommunityMember<'_>,
    may_be_lost: bool,
) -> Option<bool> {
    let partnership = case.partnership();
    let not_there = if may_be_lost { None } else { Some(false) };
    let board = match (&member.board, &member.school) {
        (Some(board), _) => Some(board),
        (None, Some(school)) => {
            let Some(school) = case.school_at(school).and_then(|at| partnership.schools.get(at)) else {
                return not_there;
            };
            school.board.as_ref()
        }
        (None, None) => None,
    };
    let Some(board) = board else { return Some(false) };
    match boards.find(board.as_str()).and_then(|at| partnership.boards.get(at)) {
        Some(board) => Some(board.academy == Some(AcademyState::Running)),
        None => not_there,
    }
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let boards = Texts::of(case.partnership().boards.iter().map(|board| board.id.as_str()));
    let may_be_lost = findings.may_be_lost();
    for (at, community) in case.communities() {
        let Some(facilitator) = community.facilitator else { continue };
        let is_of_stage = |member: &CommunityMember<'_>| member.stage.is_some_and(|stage| stage != MemberStage::Other);
        if !community.members.iter().any(is_of_stage) {
            continue;
        }
        // A beginning teacher learns with either.
        let is_out = |member: &CommunityMember<'_>| match (facilitator, member.stage) {
            (Facilitator::BoardAcademy, Some(MemberStage::Student)) => Some(true),
            (Facilitator::Partnership, Some(MemberStage::Teacher)) => has_academy(case, &boards, member, may_be_lost),
            _ => Some(false),
        };
        let out = community.members.iter().filter(|member| is_out(member) == Some(true));
        let out = out.map(|member| &member.person).listed();
        if out.is_empty() && community.members.iter().any(|member| is_out(member).is_none()) {
            findings.cannot_judge();
            continue;
        }
        findings.judge(
            About::the(SubjectKind::LearningCommunity, &community.id),
            out.is_empty(),
            Standing::DUE,
            || {
                let facts = facts! { community: &community.id, facilitator: facilitator, members: out };
                Shortfall::new(at!(Partnership: learning_communities[at].facilitator), facts)
            },
        );
    }
    findings.answer(Reason::NothingToJudge)
}
