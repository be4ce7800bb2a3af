//! `TK-N409`: there is an exhibition every school year.

use crate::documents::Exhibition;
#[cfg(feature = "partnership")]
use crate::judging::{Judged as _, Moment};
use crate::partnership::prelude::*;
#[cfg(feature = "partnership")]
use crate::rulebook::{Asked, Rulebook};

pub(crate) static META: Meta = Meta {
    code: "TK-N409",
    name: "exhibition-missing",
    severity: Some(Severity::Error),
    phase: Phase::Year(&[]),
    basis: Basis::Seed,
    norms: &[&EXHIBITIONS],
    facts: in_build!(&[
        ("partnership", FactKind::Id),
        ("schoolYear", FactKind::SchoolYear),
        ("exhibitions", FactKind::Whole),
        ("required", FactKind::Whole),
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::Research,
    acts: Actor::InstituteTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::Schoolontwikkeling])]),
    texts: texts! {
        title: { nl: "geen tentoonstelling in het schooljaar", en: "exhibition missing" },
        asks: {
            nl: "In het schooljaar zijn er genoeg tentoonstellingen (`exhibitions`), gehouden of gepland.",
            en: "The school year has enough exhibitions (`exhibitions`), held or planned."
        },
        why: {
            nl: "Volgens het katern presenteren studenten de opbrengsten van de schoolontwikkelingsthema's tijdens een jaarlijkse tentoonstelling.",
            en: "According to the booklet, students present the results of the school development themes at a yearly exhibition."
        },
        fix: {
            nl: "Plan een tentoonstelling, of leg vast wanneer ze was.",
            nl_plain: "Plan een tentoonstelling, of vul in wanneer die was.",
            en: "Plan an exhibition, or record when it took place."
        },
        message: {
            nl: "vastgelegde tentoonstellingen van partnerschap `{partnership}` in schooljaar `{schoolYear}`: `{exhibitions}`; nodig: `{required}`",
            nl_plain: "plan een tentoonstelling voor partnerschap `{partnership}` in schooljaar `{schoolYear}`, of vul in wanneer die was; nu staan er: `{exhibitions}`; nodig: `{required}`",
            en: "exhibitions of partnership `{partnership}` recorded in school year `{schoolYear}`: `{exhibitions}`; required: `{required}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: exhibitions some), check };

pub(crate) static EXHIBITIONS: Norm = Norm::number(
    "exhibitions",
    Text { nl: "tentoonstellingen in het schooljaar", en: "exhibitions in the school year" },
    Unit::Number,
    1,
    1,
    99,
);

/// The exhibitions of the school year, held and planned.
pub(crate) fn exhibitions<'a>(case: &PartnershipCase<'a>) -> impl Iterator<Item = &'a Exhibition> {
    case.partnership().exhibitions.iter().filter(|exhibition| case.is_of_the_year(exhibition.date))
}

/// How many exhibitions there are, how many are required, and whether those are enough.
fn counted(case: &PartnershipCase<'_>) -> (usize, u32, bool) {
    let (exhibitions, required) = (exhibitions(case).count(), case.norm(&EXHIBITIONS));
    (exhibitions, required, u32::try_from(exhibitions).is_ok_and(|exhibitions| exhibitions >= required))
}

/// Whether the rule reports a partnership, and that is due.
#[cfg(feature = "partnership")]
pub(crate) fn is_reported(partnership: &Partnership<'_>, moment: Moment, rulebook: &Rulebook) -> bool {
    let case = Partnerships::case(partnership, moment, rulebook, None);
    let (.., met) = counted(&case);
    matches!(rulebook.asks(&META), Asked::With(_)) && !met && case.by_year_end() == Standing::DUE
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let partnership = case.partnership();
    let (exhibitions, required, met) = counted(case);
    findings.judge(About::the(SubjectKind::Partnership, &partnership.id), met, case.by_year_end(), || {
        let facts = facts! {
            partnership: &partnership.id, schoolYear: partnership.school_year, exhibitions: exhibitions, required: required
        };
        Shortfall::new(at!(Partnership: exhibitions), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
