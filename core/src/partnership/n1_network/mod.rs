//! The network: schools, boards and agreements (scholen, besturen en overeenkomsten).

mod n101_school_without_board;
mod n102_school_without_leader;
mod n103_school_without_school_trainer;
mod n104_school_without_institute_trainer;
mod n105_agreement_missing;
mod n106_agreement_without_trainer_time;
mod n107_agreement_incomplete;
mod n108_lead_partner_count_off;
mod n109_too_few_students;
mod n110_board_without_training_school;
mod n111_academic_school_without_research;

use super::prelude::*;
use crate::documents::Agreement;
use crate::frameworks::Role;

crate::judging::rules! {
    Partnerships:
    n101_school_without_board
    n102_school_without_leader
    n103_school_without_school_trainer
    n104_school_without_institute_trainer
    n105_agreement_missing
    n106_agreement_without_trainer_time
    n107_agreement_incomplete
    n108_lead_partner_count_off
    n109_too_few_students
    n110_board_without_training_school
    n111_academic_school_without_research
}

/// Judges for each school with students whether somebody holds a role for it on its count day. The students are looked up: where
/// one was lost, a school may have had students after all, or up to a later day, when nobody was there.
fn judge_role(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>, role: Role) -> Reply {
    for (at, school) in case.schools() {
        let count_day = case.count_day(at);
        let is_held = |day| case.holders_for(at, role, day).next().is_some();
        if findings.may_be_lost() && count_day.is_none_or(|day| day < case.day() && is_held(day)) {
            findings.cannot_judge();
            continue;
        }
        let Some(day) = count_day else { continue };
        findings.judge(About::the(SubjectKind::School, &school.id), is_held(day), Standing::DUE, || {
            Shortfall::new(at!(Partnership: schools[at]), facts! { school: &school.id, day: day })
        });
    }
    findings.answer(Reason::NothingToJudge)
}

/// Judges each agreement in force. Where none is, it may be for that reason that this rule gives way.
fn judge_agreements<T>(
    case: &PartnershipCase<'_>,
    findings: &mut Findings<'_, '_>,
    short: impl Fn(&Agreement<'_>) -> Option<T>,
    shortfall: impl Fn(usize, &Agreement<'_>, T) -> Shortfall,
) -> Reply {
    if findings.gives_way(About::one(SubjectKind::Agreement)) {
        return findings.answer(Reason::NothingToJudge);
    }
    for (at, agreement) in case.agreements() {
        let about = About::the(SubjectKind::Agreement, &agreement.id);
        findings.judge_each(about, short(agreement), Standing::DUE, |short| shortfall(at, agreement, short));
    }
    findings.answer(Reason::NothingToJudge)
}
