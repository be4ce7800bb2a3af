//! `TK-P204`: profile subjects are arts or world-orientation subjects.

use crate::documents::ExemptionOf;
use crate::frameworks::{StudyMode, Subject, SubjectArea};
use crate::grammar::Closed as _;
use crate::portfolio::prelude::*;
use crate::values::Set;

use super::p202_specialisation_missing_from_year_three as missing;

pub(crate) static META: Meta = Meta {
    code: "TK-P204",
    name: "profile-subject-outside-pool",
    severity: Some(Severity::Error),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[&POOL, &MIX],
    facts: &[("outside", FactKind::words::<Subject>()), ("area", FactKind::word::<SubjectArea>())],
    may_lack: &["outside", "area"],
    gives_way_to: &[&super::p202_specialisation_missing_from_year_three::META],
    step: Step::Choose,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::Specialisatie]),
        Source::Published(Text {
            nl: "Een goede basis (Commissie Kennisbasis Pabo, 2012)",
            en: "Een goede basis (Commissie Kennisbasis Pabo, 2012)",
        }),
        Source::Own(Text {
            nl: "welke vakken kunst- en zaakvakken zijn, is gangbaar gebruik; of er van elk een bij moet zijn, zegt het katern niet",
            en: "which subjects are arts or world orientation is common usage; the booklet does not say whether one of each is needed",
        }),
    ]),
    texts: texts! {
        title: { nl: "profielvak buiten de kunst- en zaakvakken", en: "subject not available as a profile subject" },
        asks: {
            nl: "Profielvakken komen uit de vakken van de norm (`pool`: gewoonlijk de kunst- en zaakvakken); een partnerschap kan vragen dat er van elk minstens één bij is (`mix`).",
            en: "Profile subjects come from the subjects of the norm (`pool`: normally the arts and the world-orientation subjects); a partnership can require at least one of each (`mix`)."
        },
        why: {
            nl: "In deze vakken profileert de student zich, naast de leeftijdsspecialisatie.",
            en: "Besides the age specialisation, the student specialises in these subjects."
        },
        fix: {
            nl: "Kies een ander profielvak, gewoonlijk een kunst- of zaakvak.",
            nl_plain: "Kies een ander profielvak, gewoonlijk een kunst- of zaakvak.",
            en: "Choose another profile subject, normally one of the arts or of world orientation."
        },
        message: {
            nl: "[niet te kiezen als profielvak: `{outside}`][alle profielvakken komen uit dezelfde groep: `{area}`]",
            nl_plain: "[kies een ander profielvak, uit de kunst- of zaakvakken; niet te kiezen: `{outside}`][je profielvakken zijn allemaal `{area}`: kies ook één uit de andere groep]",
            en: "[not available as a profile subject: `{outside}`][all profile subjects are from one area: `{area}`]"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When { not_for: &[StudyMode::LateralEntry], exempted_by: Some(ExemptionOf::Specialisation) },
    reads: reads!(Portfolio: student all, exemptions all, specialisation each),
    check,
};

/// Every subject of the arts and of world orientation, as positions in the list of subjects.
static POOL: Norm = Norm::set(
    "pool",
    Text { nl: "vakken waaruit profielvakken komen", en: "subjects that profile subjects come from" },
    Unit::Words(Subject::LIST),
    &[0, 1, 2, 3, 4, 5, 6],
);
static MIX: Norm = Norm::choice(
    "mix",
    Text { nl: "hoe profielvakken samengaan", en: "how profile subjects go together" },
    &["union", "one_of_each"],
);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let about = About::one(SubjectKind::Specialisation);
    let chosen = if findings.gives_way(about) { None } else { missing::in_effect(case) };
    let Some((chosen, since)) = chosen else {
        return findings.answer(Reason::NothingToJudge);
    };
    if chosen.profile_subjects.is_empty() {
        return Reply::not_applicable(Reason::NothingToJudge);
    }
    let subjects = chosen.profile_subjects;
    let pool: Set<Subject> = case.norm_set(&POOL, since);
    let outside: Set<Subject> = subjects.iter().filter(|subject| !pool.contains(*subject)).collect();
    let one_of_each = case.norm(&MIX, since) == 1;
    let areas: Set<SubjectArea> = subjects.iter().filter_map(Subject::area).collect();
    let only_area = areas.iter().next().filter(|_| one_of_each && subjects.len() > 1 && areas.len() == 1);
    let facts = match only_area {
        _ if !outside.is_empty() => Some(facts! { outside: outside }),
        Some(area) => Some(facts! { area: area }),
        None => None,
    };
    findings.judge_each(about, facts, Standing::DUE, |facts| {
        Shortfall::new(at!(Portfolio: specialisation.profile_subjects), facts)
    });
    findings.answer(Reason::NothingToJudge)
}
