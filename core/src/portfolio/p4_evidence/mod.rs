//! Evidence and assignments (bewijzen en opdrachten).

mod p401_competence_without_evidence;
mod p402_practice_evidence_in_parts;
mod p403_evidence_outside_placement;
mod p404_assignment_without_practice;
mod p405_year_without_reading_aloud_or_storytelling;
mod p406_reading_aloud_without_joint_design;
mod p408_plan_work_missing_from_year_three;
mod p409_pupil_identifiable_without_consent;

use super::prelude::*;
use crate::documents::Activity;

crate::judging::rules! {
    Portfolios:
    p401_competence_without_evidence
    p402_practice_evidence_in_parts
    p403_evidence_outside_placement
    p404_assignment_without_practice
    p405_year_without_reading_aloud_or_storytelling
    p406_reading_aloud_without_joint_design
    p408_plan_work_missing_from_year_three
    p409_pupil_identifiable_without_consent
}

/// What students tell children: reading aloud and storytelling.
const TOLD: &[Activity] = &[Activity::ReadingAloud, Activity::Storytelling];

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
