//! `TK-N414`: a school with students has talks of a mentor with both trainers in the school year.

use super::roles_of;
use crate::documents::{Meeting, MeetingKind};
use crate::frameworks::Role;
use crate::partnership::case::{TRAINERS, having};
use crate::partnership::prelude::*;
use crate::sort::Listed as _;
use crate::values::Set;

pub(crate) static META: Meta = Meta {
    code: "TK-N414",
    name: "mentor-talks-unrecorded",
    severity: Some(Severity::Info),
    phase: Phase::Year(&[]),
    basis: Basis::Seed,
    norms: &[],
    facts: in_build!(&[
        ("school", FactKind::Id),
        ("schoolYear", FactKind::SchoolYear),
        ("missing", FactKind::words::<Role>()),
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Talk,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::DeMentor]),
        Source::Own(Text {
            nl: "het katern zegt dat er regelmatig gesprekken zijn, niet hoe vaak",
            en: "the booklet says that the talks are regular, not how often",
        }),
    ]),
    texts: texts! {
        title: { nl: "gesprekken van mentor en opleiders niet vastgelegd", en: "talks of mentor and trainers not recorded" },
        asks: {
            nl: "Bij elke opleidingsschool met studenten staat in het schooljaar een gesprek van een mentor met een schoolopleider en een gesprek van een mentor met een instituutsopleider, gehouden of gepland; het mag hetzelfde gesprek zijn.",
            en: "For every training school with students, a talk of a mentor with a school trainer and a talk of a mentor with an institute trainer are recorded in the school year, held or planned; it may be the same talk."
        },
        why: {
            nl: "Volgens het katern voert de mentor regelmatig gesprekken met de school- en instituutsopleider, om de begeleiding goed af te stemmen.",
            en: "According to the booklet, the mentor regularly talks with the school trainer and the institute trainer, so that guidance is well aligned."
        },
        fix: {
            nl: "Plan een gesprek van een mentor met de ontbrekende opleider, of leg vast wanneer het was en wie erbij waren.",
            nl_plain: "Plan een gesprek van een mentor met de opleider die ontbreekt, of vul in wanneer dat was en wie erbij waren.",
            en: "Plan a talk of a mentor with the missing trainer, or record when it was held and who was present."
        },
        message: {
            nl: "bij opleidingsschool `{school}` staat in schooljaar `{schoolYear}` geen gesprek van een mentor met: `{missing}`",
            nl_plain: "plan voor school `{school}` in schooljaar `{schoolYear}` een gesprek van een mentor, of vul het in; er is nog geen gesprek met: `{missing}`",
            en: "training school `{school}` has no talk of a mentor recorded in school year `{schoolYear}` with: `{missing}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools each, students each, meetings some), check };

/// The talks of a mentor in the school year, held and planned.
pub(crate) struct Talks {
    /// Their positions in order, each with the roles of those who are present.
    of_a_mentor: Vec<(usize, Set<Role>)>,
}

impl Talks {
    pub(crate) fn of(case: &PartnershipCase<'_>) -> Self {
        let talks = case.meetings(MeetingKind::MentorTalk).map(|(at, talk)| (at, roles_of(&talk.present)));
        Self { of_a_mentor: talks.filter(|(_, roles)| roles.contains(Role::Mentor)).listed() }
    }

    /// Those of a school, each with the roles of those who are present.
    pub(crate) fn at<'a>(
        &self,
        case: &PartnershipCase<'a>,
        school: usize,
    ) -> impl Iterator<Item = (&'a Meeting<'a>, Set<Role>)> {
        let talks = case.meetings_of(school, MeetingKind::MentorTalk);
        talks.filter_map(|(at, talk)| {
            Some((talk, having(&self.of_a_mentor, at, |(at, _)| *at).first().map(|(_, roles)| *roles)?))
        })
    }

    /// The trainers who are at none of those of a school.
    pub(crate) fn missing(&self, case: &PartnershipCase<'_>, school: usize) -> Set<Role> {
        self.at(case, school).fold(Set::from(TRAINERS), |missing, (_, roles)| missing.without(roles))
    }
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let talks = Talks::of(case);
    for (at, school) in case.schools() {
        if case.stays_at(at).next().is_none() {
            continue;
        }
        let missing = talks.missing(case, at);
        findings.judge(About::the(SubjectKind::School, &school.id), missing.is_empty(), case.by_year_end(), || {
            let school_year = case.partnership().school_year;
            let facts = facts! { school: &school.id, schoolYear: school_year, missing: missing };
            Shortfall::new(at!(Partnership: schools[at]), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
