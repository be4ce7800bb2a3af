//! The values that documents are made of: ids, days, school years, numbers in range, periods, sets.

mod days;
mod ids;
mod numbers;
mod sets;
mod texts;

pub use days::{Period, SchoolYear, parse_date};
pub use ids::*;
pub use numbers::{
    Attempt, Count, Credits, DaysPerWeek, Decimal, DesignCompetence, Group, Points, Quarter, StudyYear, Weight,
};
pub use sets::Set;
pub use texts::Sha256;
