//! `TK-N405`: a school with students has enough triad meetings in the school year.

use super::judge_number;
use crate::documents::MeetingKind;
use crate::partnership::prelude::*;

pub(crate) static META: Meta = Meta {
    code: "TK-N405",
    name: "triad-meetings-short",
    severity: Some(Severity::Error),
    phase: Phase::Year(&[]),
    basis: Basis::Seed,
    norms: &[&TRIADS],
    facts: in_build!(&[
        ("school", FactKind::Id),
        ("schoolYear", FactKind::SchoolYear),
        ("meetings", FactKind::Whole),
        ("required", FactKind::Whole),
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Talk,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::RolVanDeSchoolleiding]),
        Source::Own(Text {
            nl: "dat voor een school die na 1 januari is toegetreden de helft geldt, is afgeleid",
            en: "that half of the number applies to a school that joined after 1 January is inferred",
        }),
    ]),
    texts: texts! {
        title: { nl: "te weinig driehoeksoverleg", en: "triad meetings short" },
        asks: {
            nl: "Elke opleidingsschool met studenten heeft in het schooljaar genoeg driehoeksoverleggen (`triads`), gehouden of gepland; voor een school die na 1 januari is toegetreden, geldt de helft, naar beneden afgerond.",
            en: "Every training school with students has enough triad meetings in the school year (`triads`), held or planned; for a school that joined after 1 January, half of the number applies, rounded down."
        },
        why: {
            nl: "Volgens het katern hebben de opleiders en de schoolleiding twee keer per jaar formeel overleg: het driehoeksoverleg.",
            en: "According to the booklet, trainers and school leaders have a formal meeting twice per year: the triad meeting."
        },
        fix: {
            nl: "Plan een driehoeksoverleg, of leg vast wanneer het was en voor welke school.",
            nl_plain: "Plan een driehoeksoverleg, of vul in wanneer het was en voor welke school.",
            en: "Plan a triad meeting, or record when it took place and for which school."
        },
        message: {
            nl: "vastgelegde driehoeksoverleggen van opleidingsschool `{school}` in schooljaar `{schoolYear}`: `{meetings}`; nodig: `{required}`",
            nl_plain: "plan driehoeksoverleg voor school `{school}` in schooljaar `{schoolYear}`, of vul in wanneer het was; nu staan er: `{meetings}`; nodig: `{required}`",
            en: "triad meetings of training school `{school}` recorded in school year `{schoolYear}`: `{meetings}`; required: `{required}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools each, students each, meetings some), check };

pub(crate) static TRIADS: Norm = Norm::number(
    "triads",
    Text {
        nl: "driehoeksoverleggen van een opleidingsschool in het schooljaar",
        en: "triad meetings of a training school in the school year",
    },
    Unit::Number,
    2,
    1,
    99,
);

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    judge_number(case, findings, &TRIADS, |school| case.meetings_of(school, MeetingKind::Triad).count())
}
