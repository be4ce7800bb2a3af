//! The curricula that a validator was given, each read and put in order once, and which of them belongs to a student
//! (`documents.md` 9.1).

use std::sync::Arc;

use super::framework::{Framework, Index};
use crate::documents::{Curriculum, DocumentRef, Student, Used};
use crate::frameworks::StudyMode;
use crate::values::{SchoolYear, Set};

/// A curriculum that portfolios are compared with.
#[derive(Clone, Debug)]
pub(crate) struct Programme {
    document: Curriculum<'static>,
    index: Index,
    used: Arc<Used>,
}

impl Programme {
    pub(crate) fn new(document: Curriculum<'static>, sha256: String) -> Self {
        let used = Arc::new(Used { document: DocumentRef::of(Some(&document)), sha256 });
        Self { index: Index::of(&document), document, used }
    }

    pub(crate) fn framework(&self) -> Framework<'_> {
        Framework { curriculum: &self.document, index: &self.index }
    }

    /// Which document it is.
    pub(crate) fn used(&self) -> &Arc<Used> {
        &self.used
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

    /// Whether one student can fit both, so that nothing tells which of them counts.
    fn ties_with(&self, other: &Self) -> bool {
        let (one, other) = (&self.document, &other.document);
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

/// The curricula of a validator, in the order in which they were given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Programmes(Vec<Programme>);

/// Why a curriculum cannot be used with those before it: the position of the one that it clashes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clash {
    /// It has the same id.
    SameId(usize),
    /// One student can fit both.
    Tie(usize),
}

impl Programmes {
    /// Adds a curriculum.
    ///
    /// # Errors
    /// When it cannot be used with those before it.
    pub(crate) fn add(&mut self, programme: Programme) -> Result<(), Clash> {
        let position = |clashes: &dyn Fn(&Programme) -> bool| self.0.iter().position(clashes);
        if let Some(at) = position(&|other| other.document.id == programme.document.id) {
            return Err(Clash::SameId(at));
        }
        if let Some(at) = position(&|other| other.ties_with(&programme)) {
            return Err(Clash::Tie(at));
        }
        self.0.push(programme);
        Ok(())
    }

    /// The curriculum of a student: of those that fit the one of the latest first cohort.
    pub(crate) fn of(&self, student: &Student<'_>, mode: StudyMode, cohort: SchoolYear) -> Option<&Programme> {
        let fitting = self.0.iter().filter(|one| one.fits(student, mode, cohort));
        fitting.max_by_key(|one| one.document.first_cohort)
    }
}
