//! `TK-P406`: the student reads aloud or tells stories together with other students.

use super::TOLD;
use crate::documents::{Activity, Exemption, ExemptionOf};
use crate::frameworks::Role;
use crate::portfolio::prelude::*;
use crate::values::StudyYear;

pub(crate) static META: Meta = Meta {
    code: "TK-P406",
    name: "reading-aloud-without-joint-design",
    severity: Some(Severity::Info),
    phase: Phase::Now,
    basis: Basis::Seed,
    norms: &[],
    facts: &[("evidence", FactKind::Id), ("activity", FactKind::word::<Activity>())],
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::Student,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[Source::Booklet(&[Passage::VoorlezenEnVertellen])]),
    texts: texts! {
        title: {
            nl: "voorlezen of vertellen zonder medestudenten",
            en: "reading aloud or storytelling without fellow students"
        },
        asks: {
            nl: "Bij bewijs van voorlezen of vertellen staat minstens één andere student met wie de activiteit is ontworpen en uitgevoerd.",
            en: "With evidence of reading aloud or storytelling at least one other student is recorded, with whom the activity was designed and carried out."
        },
        why: {
            nl: "Studenten ontwerpen zo'n activiteit met elkaar en voeren die samen uit.",
            en: "Students design such an activity with each other and carry it out together."
        },
        fix: {
            nl: "Vul in met welke studenten de activiteit is ontworpen en uitgevoerd, of ontwerp de volgende samen met medestudenten.",
            nl_plain: "Vul in met welke medestudenten je de activiteit deed, of bedenk de volgende activiteit samen.",
            en: "Record the students with whom the activity was designed and carried out, or design the next one with fellow students."
        },
        message: {
            nl: "bij {subject} van `{activity}` staat geen andere student",
            nl_plain: "vul bij {subject} van `{activity}` in met welke medestudenten je de activiteit deed",
            en: "no other student is recorded with {subject} of `{activity}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Portfolios> = Rule {
    meta: &META,
    when: When::ALWAYS,
    reads: reads!(Portfolio: student all, exemptions all, placements named, evidence each),
    check,
};

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let student = case.portfolio().student.id.as_str();
    let of_every_year = case.exemption_in(ExemptionOf::ReadingAloud, None);
    let of_year = |year| Some((year, case.exemption_in(ExemptionOf::ReadingAloud, Some(year))?));
    let by_year: Vec<(StudyYear, &Exemption<'_>)> = (1..=4).filter_map(StudyYear::new).filter_map(of_year).listed();
    let mut exemption = None;
    for (at, evidence) in case.evidence() {
        let Some(activity) = evidence.activity.filter(|activity| TOLD.contains(activity)) else { continue };
        let years = || by_year.iter().map(|(year, exemption)| (case.is_of(evidence, *year), *exemption));
        let in_its_year = || years().find(|(is_of, _)| *is_of == Some(true)).map(|(_, exemption)| exemption);
        let exempt = of_every_year.or_else(in_its_year);
        if exempt.is_some() {
            exemption = exempt;
            continue;
        }
        if years().any(|(is_of, _)| is_of.is_none()) {
            findings.cannot_judge();
            continue;
        }
        let with = case.persons(&evidence.together_with);
        let mut others = with.filter(|one| one.role == Some(Role::Student) && one.person.as_str() != student);
        let about = About::the(SubjectKind::Evidence, &evidence.id);
        findings.judge(about, others.next().is_some(), standing_of(evidence.state), || {
            let facts = facts! { evidence: &evidence.id, activity: activity };
            Shortfall::new(at!(Portfolio: evidence[at].together_with), facts)
        });
    }
    findings.answer_or(|| exempted_or(exemption, Reason::NothingToJudge))
}
