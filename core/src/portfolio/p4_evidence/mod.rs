//! Evidence and assignments (bewijzen en opdrachten).

mod p401_competence_without_evidence;
mod p402_practice_evidence_in_parts;
mod p403_evidence_outside_placement;
mod p404_assignment_without_practice;
mod p405_year_without_reading_aloud_or_storytelling;
mod p406_reading_aloud_without_joint_design;
mod p407_goal_never_taken_up;
mod p408_plan_work_missing_from_year_three;
mod p409_pupil_identifiable_without_consent;
mod p410_evidence_without_variety;
mod p411_evidence_out_of_date;
mod p412_evidence_too_thin;
mod p413_evidence_without_author;
mod p414_evidence_without_relevance;

use super::prelude::*;
use crate::documents::{Activity, Evidence};
use crate::finding::Facts;
use crate::frameworks::Competence;
use crate::grammar::Closed as _;
use crate::values::SchoolYear;

#[cfg(feature = "insight")]
pub(in crate::portfolio) use p401_competence_without_evidence::edition;
#[cfg(feature = "knowledge-base")]
pub(in crate::portfolio) use p401_competence_without_evidence::without_evidence;

crate::judging::rules! {
    Portfolios:
    p401_competence_without_evidence
    p402_practice_evidence_in_parts
    p403_evidence_outside_placement
    p404_assignment_without_practice
    p405_year_without_reading_aloud_or_storytelling
    p406_reading_aloud_without_joint_design
    p407_goal_never_taken_up
    p408_plan_work_missing_from_year_three
    p409_pupil_identifiable_without_consent
    p410_evidence_without_variety
    p411_evidence_out_of_date
    p412_evidence_too_thin
    p413_evidence_without_author
    p414_evidence_without_relevance
}

/// What students tell children: reading aloud and storytelling.
const TOLD: &[Activity] = &[Activity::ReadingAloud, Activity::Storytelling];

/// The criteria for evidence that some rules are about.
const VRAAK: Source = Source::Published(Text {
    nl: "VRAAK, criteria voor bewijs in een portfolio: variatie, relevantie, authenticiteit, actualiteit en kwantiteit (Examenadviesburo)",
    en: "VRAAK, criteria for evidence in a portfolio: variety, relevance, authenticity, currency and quantity (Examenadviesburo)",
});

/// Judges, per study year, whether evidence of it shows one of these activities.
fn judge_activities(
    case: &PortfolioCase<'_>,
    findings: &mut Findings<'_, '_>,
    rule: &'static Rule<Portfolios>,
    years: &[u8],
    activities: &[Activity],
) -> Reply {
    for year in case.study_years(rule, years) {
        let shown =
            case.evidence().filter(|(_, one)| one.activity.is_some_and(|activity| activities.contains(&activity)));
        let mut first = None;
        let mut unknown = false;
        for (_, evidence) in shown {
            match case.is_of(evidence, year.number) {
                Some(is_of) => first = first.or_else(|| is_of.then_some(evidence)),
                None => unknown = true,
            }
        }
        if first.is_none() && unknown {
            findings.cannot_judge();
            continue;
        }
        findings.met_by(first.map(|evidence| About::the(SubjectKind::Evidence, &evidence.id)));
        findings.judge(About::year(year.number), first.is_some(), year.standing, || {
            Shortfall::new(at!(Portfolio: evidence), facts! { year: year.number.get() })
        });
    }
    findings.answer_or(|| case.without_study_year(rule, years))
}

/// Judges, per competence that evidence shows and from which the student is not exempt, whether its pieces count up to a
/// norm. It is the norm of the cohort, as far as that is known.
fn judge_competences(
    case: &PortfolioCase<'_>,
    findings: &mut Findings<'_, '_>,
    least: &'static Norm,
    count: fn(&[&Evidence<'_>]) -> usize,
    facts: fn(Competence, usize, u32) -> Facts,
) -> Reply {
    let least = case.norm(least, case.cohort().map_or(case.as_of(), SchoolYear::first_day));
    let mut exemption = None;
    let mut counts = Vec::new();
    for competence in Competence::ALL.iter().copied() {
        let pieces = case.evidence().map(|(_, one)| one).filter(|one| one.competences.contains(competence));
        let pieces: Vec<&Evidence<'_>> = pieces.listed();
        if pieces.is_empty() {
            continue;
        }
        let exempt = case.competence_exemptions().find(|one| one.competences.contains(competence));
        if exempt.is_some() {
            exemption = exempt;
            continue;
        }
        counts.push((competence, count(&pieces)));
    }
    if !counts.is_empty() {
        let short = counts.into_iter().filter(|(_, count)| *count < least as usize);
        let about = About::the(SubjectKind::Student, &case.portfolio().student.id);
        findings.judge_each(about, short, Standing::DUE, |(competence, count)| {
            Shortfall::new(at!(Portfolio: evidence), facts(competence, count, least))
        });
    }
    findings.answer_or(|| exempted_or(exemption, Reason::NothingToJudge))
}
