//! The curricula that a validator was given, and which of them belongs to a student: that of the institute, the partnership, the
//! mode of study and the cohort, and of those the latest.

use super::framework::{Framework, Index};
use crate::documents::{Curriculum, Curriculums, Student};
use crate::frameworks::StudyMode;
use crate::judging::{Compared, Held, Shelf};
use crate::values::{SchoolYear, Set};

/// A curriculum that portfolios are compared with.
pub(crate) type Programme = Held<Curriculums>;

/// The curricula of a validator.
pub(crate) type Programmes = Shelf<Curriculums>;

impl Compared for Curriculums {
    type Index = Index;
    const CALLED: &'static str = "curricula";
    const KEY: &'static str = "id";
    const TIE: &'static str = "the same students and the same first cohort";

    fn owned(document: Curriculum<'_>) -> Curriculum<'static> {
        document.into_owned()
    }

    fn index(document: &Curriculum<'static>) -> Index {
        Index::of(document)
    }

    /// One student can fit both.
    fn ties(one: &Curriculum<'static>, other: &Curriculum<'static>) -> bool {
        let both = |a: Set<StudyMode>, b: Set<StudyMode>| a.is_empty() || b.is_empty() || a.overlaps(b);
        one.first_cohort == other.first_cohort
            && agree(one.institute.as_ref(), other.institute.as_ref())
            && agree(one.partnership.as_ref(), other.partnership.as_ref())
            && both(one.modes, other.modes)
    }
}

/// Whether two ids are the same, where both are given.
fn agree<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

impl Programme {
    pub(crate) fn framework(&self) -> Framework<'_> {
        Framework { curriculum: &self.document, index: &self.index }
    }

    /// Whether it is for a student of this mode and cohort.
    fn fits(&self, student: &Student<'_>, mode: StudyMode, cohort: SchoolYear) -> bool {
        let Curriculum { institute, partnership, modes, first_cohort, last_cohort, .. } = &self.document;
        agree(institute.as_ref(), student.institute.as_ref())
            && agree(partnership.as_ref(), student.partnership.as_ref())
            && (modes.is_empty() || modes.contains(mode))
            && *first_cohort <= cohort
            && last_cohort.is_none_or(|last| cohort <= last)
    }
}

impl Programmes {
    /// The curriculum of a student: of those that fit the one of the latest first cohort.
    pub(crate) fn of(&self, student: &Student<'_>, mode: StudyMode, cohort: SchoolYear) -> Option<&Programme> {
        let fitting = self.iter().filter(|one| one.fits(student, mode, cohort));
        fitting.max_by_key(|one| one.document.first_cohort)
    }
}
