//! The partnerships that a validator was given, and which of them belongs to a student in a school year: that of the student's
//! entry, else of the student; where neither names one, the only one that was given for the school year.

use super::roster::Roster;
use crate::documents::{Partnership, Partnerships};
use crate::judging::{Compared, Held, Shelf};
use crate::values::{PartnershipId, SchoolYear};

/// A partnership that portfolios are compared with.
pub(crate) type Network = Held<Partnerships>;

/// The partnerships of a validator.
pub(crate) type Networks = Shelf<Partnerships>;

impl Compared for Partnerships {
    type Index = Roster;
    const CALLED: &'static str = "partnerships";
    const KEY: &'static str = "id and the school year";
    const TIE: &'static str = "the same students";

    fn owned(document: Partnership<'_>) -> Partnership<'static> {
        document.into_owned()
    }

    fn index(document: &Partnership<'static>) -> Roster {
        Roster::of(document)
    }

    /// An id and a school year tell them apart.
    fn ties(_one: &Partnership<'static>, _other: &Partnership<'static>) -> bool {
        false
    }
}

impl Networks {
    /// The partnership of a student in a school year, by the one that the portfolio names.
    pub(crate) fn of(&self, named: Option<&PartnershipId<'_>>, school_year: SchoolYear) -> Option<&Network> {
        let mut of_year = self.iter().filter(|one| one.document.school_year == school_year);
        match named {
            Some(named) => of_year.find(|one| one.document.id.as_str() == named.as_str()),
            None => of_year.next().filter(|_| of_year.next().is_none()),
        }
    }
}
