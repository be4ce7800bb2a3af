//! What the rules share that compare a portfolio with a partnership: the placements of its school year.

use chrono::NaiveDate;

use crate::documents::{Partnership, PersonInRole, Placement, PlacementKind};
use crate::finding::{Path, at};
use crate::partnership::Network;
use crate::portfolio::case::PortfolioCase;
use crate::portfolio::days::first_day_of;
use crate::values::PersonId;

/// A placement at a training school in the school year of a partnership.
pub(super) struct Stay<'a> {
    pub(super) network: &'a Network,
    /// The position of the placement.
    pub(super) at: usize,
    pub(super) placement: &'a Placement<'a>,
    /// The first day: as given, else that of the school year.
    pub(super) from: NaiveDate,
    /// The last day, likewise.
    pub(super) until: NaiveDate,
}

/// The placements at training schools that have begun, as far as a partnership of their school year belongs to the student.
pub(super) fn stays<'a>(case: &PortfolioCase<'a>) -> impl Iterator<Item = Stay<'a>> {
    case.placements_at_schools().filter_map(|(at, placement)| {
        let network = case.network(case.school_year_of(placement)?)?;
        let school_year = network.school_year();
        let from = first_day_of(placement).unwrap_or(school_year.first_day());
        let until = case.last_day(placement).unwrap_or(school_year.last_day()).max(from);
        Some(Stay { network, at, placement, from, until })
    })
}

/// Whether a placement is neither abroad nor one of a student who is employed (LIO).
pub(super) fn is_regular(placement: &Placement<'_>) -> bool {
    matches!(placement.kind, None | Some(PlacementKind::Regular))
}

impl Stay<'_> {
    /// The position of its school in the partnership.
    pub(super) fn school(&self) -> Option<usize> {
        self.network.school_at(self.placement.school.as_ref()?)
    }

    /// Where the partnership has a person.
    pub(super) fn persons_path(&self, person: &PersonId<'_>) -> Path {
        persons_path(self.network, person)
    }
}

/// Those of some persons whose period has begun, with their positions.
pub(super) fn begun<'a>(
    case: &PortfolioCase<'_>,
    persons: &'a [PersonInRole<'a>],
) -> impl Iterator<Item = (usize, &'a PersonInRole<'a>)> {
    let begun = |one: &PersonInRole<'_>| case.has_begun(one.period.as_ref().map(|period| period.from));
    persons.iter().enumerate().filter(move |(_, one)| begun(one))
}

/// Where a partnership has a person, or would have.
pub(super) fn persons_path(network: &Network, person: &PersonId<'_>) -> Path {
    match network.person_at(person) {
        Some(at) => at!(Partnership: persons[at]),
        None => at!(Partnership: persons),
    }
}

/// The research agenda of a school in a partnership.
pub(super) fn schools_path(at: usize) -> Path {
    at!(Partnership: schools[at].agenda)
}
