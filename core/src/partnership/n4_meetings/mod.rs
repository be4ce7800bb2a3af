//! What people meet for, and the quality system (overleg, opleidersdagen en kwaliteitssysteem).

mod n401_trainer_days_short;
mod n402_trainer_day_without_studio_theme;
mod n403_trainer_day_one_sided;
mod n404_trainer_day_format_off;
mod n409_exhibition_missing;
mod n415_trainer_studio_off_basis;

use super::prelude::*;
use crate::documents::{PersonInRole, TrainerDay};
use crate::frameworks::Role;
use crate::values::Set;

crate::judging::rules! {
    Partnerships:
    n401_trainer_days_short
    n402_trainer_day_without_studio_theme
    n403_trainer_day_one_sided
    n404_trainer_day_format_off
    n409_exhibition_missing
    n415_trainer_studio_off_basis
}

/// The trainer days of the school year that were held, with their positions.
fn days_held<'a>(case: &PartnershipCase<'a>) -> impl Iterator<Item = (usize, &'a TrainerDay<'a>)> {
    case.partnership().trainer_days.iter().enumerate().filter(|(_, day)| case.was_held(day.date))
}

/// The roles in which somebody is present.
fn roles_of(present: &[PersonInRole<'_>]) -> Set<Role> {
    present.iter().filter_map(|one| one.role).collect()
}
