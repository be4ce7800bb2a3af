//! `TK-N602`: a learning community is composed as it says.

use crate::documents::{CommunityMember, Composition, CompositionCriterion, MemberStage};
use crate::grammar::Closed as _;
use crate::partnership::prelude::*;
use crate::sort::{Listed as _, Texts};
use crate::values::{BoardId, SchoolId, ThemeId};

pub(crate) static META: Meta = Meta {
    code: "TK-N602",
    name: "learning-community-kind-off",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[
        ("community", FactKind::Id),
        ("composition", FactKind::word::<Composition>()),
        ("criterion", FactKind::word::<CompositionCriterion>()),
        ("members", FactKind::Whole),
        ("different", FactKind::Whole)
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::CorrectData,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Ambities]),
        Source::Own(Text {
            nl: "het katern zegt niet waarin de leden gelijk of verschillend zijn; dat is het criterium dat bij de leergemeenschap staat",
            en: "the booklet does not say in what the members are alike or different; that is the criterion recorded for the learning community",
        }),
    ]),
    texts: texts! {
        title: { nl: "samenstelling van een professionele leergemeenschap klopt niet", en: "composition of a learning community does not match" },
        asks: {
            nl: "In een homogene professionele leergemeenschap (PLG) zijn de leden gelijk op het criterium dat er staat; in een heterogene verschillen ze daarop.",
            en: "In a homogeneous professional learning community, the members are alike by the recorded criterion; in a heterogeneous one, they differ by it."
        },
        why: {
            nl: "In het toekomstbeeld van het katern zijn professionele leergemeenschappen homogeen of heterogeen samengestelde groepen.",
            en: "In the booklet's picture of the future, professional learning communities are groups of a homogeneous or heterogeneous composition."
        },
        fix: {
            nl: "Verbeter de samenstelling of het criterium, of de gegevens van de leden.",
            nl_plain: "Verbeter de samenstelling of het criterium, of de gegevens van de leden.",
            en: "Correct the composition or the criterion, or what is recorded for the members."
        },
        message: {
            nl: "samenstelling van professionele leergemeenschap (PLG) `{community}`: `{composition}`, naar `{criterion}`; leden bij wie dat is vastgelegd: `{members}`; verschillende: `{different}`",
            nl_plain: "kijk of de samenstelling van professionele leergemeenschap (PLG) `{community}` klopt: `{composition}`, naar `{criterion}`; leden: `{members}`; verschillende: `{different}`",
            en: "composition of professional learning community `{community}`: `{composition}`, by `{criterion}`; members for whom it is recorded: `{members}`; different: `{different}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: learning_communities each), check };

/// What a member is alike or different in.
fn value<'m>(member: &'m CommunityMember<'_>, criterion: CompositionCriterion) -> Option<&'m str> {
    match criterion {
        CompositionCriterion::Stage => member.stage.map(MemberStage::key),
        CompositionCriterion::School => member.school.as_ref().map(SchoolId::as_str),
        CompositionCriterion::Board => member.board.as_ref().map(BoardId::as_str),
        CompositionCriterion::Theme => member.theme.as_ref().map(ThemeId::as_str),
    }
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    for (at, community) in case.communities() {
        let Some((composition, criterion)) = community.composition.zip(community.criterion) else { continue };
        let known = community.members.iter().filter_map(|member| Some((member, value(member, criterion)?))).listed();
        // A member who is listed twice is one.
        let members = Texts::of(known.iter().map(|(member, _)| member.person.as_str())).len();
        if members < 2 {
            continue;
        }
        let different = Texts::of(known.iter().map(|(_, value)| *value)).len();
        let met = match composition {
            Composition::Homogeneous => different == 1,
            Composition::Heterogeneous => different > 1,
        };
        findings.judge(About::the(SubjectKind::LearningCommunity, &community.id), met, Standing::DUE, || {
            let facts = facts! {
                community: &community.id, composition: composition, criterion: criterion, members: members, different: different
            };
            Shortfall::new(at!(Partnership: learning_communities[at].composition), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
