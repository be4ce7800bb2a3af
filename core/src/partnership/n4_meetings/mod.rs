//! What people meet for, and the quality system (overleg, opleidersdagen en kwaliteitssysteem).

mod n401_trainer_days_short;
mod n402_trainer_day_without_studio_theme;
mod n403_trainer_day_one_sided;
mod n404_trainer_day_format_off;
mod n405_triad_meetings_short;
mod n406_triad_incomplete;
mod n407_triad_agenda_incomplete;
mod n408_quality_layer_uncovered;
mod n409_exhibition_missing;
mod n410_exhibition_without_its_audience;
mod n411_intervision_missing;
mod n412_reading_aloud_meeting_missing;
mod n413_quality_layer_without_follow_up;
mod n414_mentor_talks_unrecorded;
mod n415_trainer_studio_off_basis;

#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n401_trainer_days_short::{TRAINER_DAYS, days_of_the_year};
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n402_trainer_day_without_studio_theme::has_studio_theme;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n403_trainer_day_one_sided::missing_sides;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n404_trainer_day_format_off::missing_parts;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n405_triad_meetings_short::TRIADS;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n406_triad_incomplete::missing_parties;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n407_triad_agenda_incomplete::missing_points;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n408_quality_layer_uncovered::required_layers;
pub(crate) use n409_exhibition_missing::META as EXHIBITION_MISSING;
#[cfg(feature = "partnership")]
pub(crate) use n409_exhibition_missing::is_reported as is_exhibition_missing;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n409_exhibition_missing::{EXHIBITIONS, exhibitions};
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n410_exhibition_without_its_audience::missing_audience;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n411_intervision_missing::{is_school_trainer, organised};
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n412_reading_aloud_meeting_missing::{MEETINGS, Readings};
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n413_quality_layer_without_follow_up::Notes;
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) use n414_mentor_talks_unrecorded::Talks;

use super::prelude::*;
use crate::documents::{PersonInRole, School, TrainerDay};
use crate::frameworks::Role;
use crate::values::Set;

crate::judging::rules! {
    Partnerships:
    n401_trainer_days_short
    n402_trainer_day_without_studio_theme
    n403_trainer_day_one_sided
    n404_trainer_day_format_off
    n405_triad_meetings_short
    n406_triad_incomplete
    n407_triad_agenda_incomplete
    n408_quality_layer_uncovered
    n409_exhibition_missing
    n410_exhibition_without_its_audience
    n411_intervision_missing
    n412_reading_aloud_meeting_missing
    n413_quality_layer_without_follow_up
    n414_mentor_talks_unrecorded
    n415_trainer_studio_off_basis
}

/// The trainer days of the school year that were held, with their positions.
pub(crate) fn days_held<'a>(case: &PartnershipCase<'a>) -> impl Iterator<Item = (usize, &'a TrainerDay<'a>)> {
    case.partnership().trainer_days.iter().enumerate().filter(|(_, day)| case.was_held(day.date))
}

/// The roles in which somebody is present.
fn roles_of(present: &[PersonInRole<'_>]) -> Set<Role> {
    present.iter().filter_map(|one| one.role).collect()
}

/// How many meetings a norm requires of a school in the school year; `None` of a school without students.
pub(crate) fn required_of(
    case: &PartnershipCase<'_>,
    norm: &'static Norm,
    at: usize,
    school: &School<'_>,
) -> Option<u32> {
    case.stays_at(at).next().map(|_| case.norm_of_year(norm, school))
}

/// Judges each school with students by the number of its meetings of some kind in the school year.
fn judge_number(
    case: &PartnershipCase<'_>,
    findings: &mut Findings<'_, '_>,
    norm: &'static Norm,
    number: impl Fn(usize) -> usize,
) -> Reply {
    for (at, school) in case.schools() {
        // Of a school that joined late nothing may be required.
        let Some(required) = required_of(case, norm, at, school).filter(|required| *required > 0) else { continue };
        let meetings = number(at);
        let met = u32::try_from(meetings).is_ok_and(|meetings| meetings >= required);
        findings.judge(About::the(SubjectKind::School, &school.id), met, case.by_year_end(), || {
            let school_year = case.partnership().school_year;
            let facts = facts! { school: &school.id, schoolYear: school_year, meetings: meetings, required: required };
            Shortfall::new(at!(Partnership: schools[at]), facts)
        });
    }
    findings.answer(Reason::NothingToJudge)
}
