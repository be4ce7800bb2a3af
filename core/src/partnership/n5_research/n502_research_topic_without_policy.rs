//! `TK-N502`: a topic of a research agenda is taken from the policy of the board or the plans of the school.

use crate::documents::TopicGround;
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N502",
    name: "research-topic-without-policy",
    severity: Some(Severity::Info),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[("school", FactKind::Id), ("topic", FactKind::Id)]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Research,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "onderwerp van onderzoek zonder beleid", en: "research topic without policy" },
        asks: {
            nl: "Bij elk onderwerp van een onderzoeksagenda staat dat het uit het beleid van het bestuur of uit een meerjarenplan van de school voortkomt.",
            en: "For every topic of a research agenda, the policy of the board or a multi-year plan of the school is recorded as its source."
        },
        why: {
            nl: "Volgens het katern hangen de onderwerpen veelal samen met het strategisch beleid van het schoolbestuur en de meerjarenplannen van de scholen.",
            en: "According to the booklet, the topics are mostly related to the strategic policy of the school board and the multi-year plans of the schools."
        },
        fix: {
            nl: "Leg vast uit welk beleid of plan het onderwerp voortkomt, of kies een onderwerp dat daaruit voortkomt.",
            nl_plain: "Vul in uit welk beleid of plan het onderwerp komt, of kies een ander onderwerp.",
            en: "Record the policy or plan that the topic is taken from, or choose a topic that is."
        },
        message: {
            nl: "bij onderwerp `{topic}` van opleidingsschool `{school}` staat geen beleid van het bestuur en geen meerjarenplan van de school",
            nl_plain: "vul bij onderwerp `{topic}` van school `{school}` in of het uit het beleid van het bestuur of het meerjarenplan van de school komt",
            en: "for topic `{topic}` of training school `{school}`, neither policy of the board nor a multi-year plan of the school is recorded"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools each), check };

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let policy = [TopicGround::BoardPolicy, TopicGround::MultiYearPlan].into();
    for (at, school) in case.schools() {
        for (number, topic) in school.agenda.iter().enumerate() {
            let has_policy = topic.rests_on.overlaps(policy);
            findings.judge(About::the(SubjectKind::Topic, &topic.id), has_policy, Standing::DUE, || {
                let facts = facts! { school: &school.id, topic: &topic.id };
                Shortfall::new(at!(Partnership: schools[at].agenda[number].rests_on), facts)
            });
        }
    }
    findings.answer(Reason::NothingToJudge)
}
