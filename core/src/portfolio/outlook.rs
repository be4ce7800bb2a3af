//! What follows from a portfolio besides what the rules check: goals that nothing takes up, what comes next, the edition of the
//! competences.

use chrono::NaiveDate;

use super::case::{PortfolioCase, is_special};
use super::days::first_day_of;
use super::norms::BANDS;
use crate::documents::{Advice, Goal, Placement, Portfolio, YearEntry, YearOutcome};
#[cfg(feature = "curriculum")]
use crate::frameworks::Role;
use crate::frameworks::{AgeBand, CompetenceEdition};
#[cfg(feature = "curriculum")]
use crate::sort::sorted;
#[cfg(feature = "curriculum")]
use crate::values::PersonId;
use crate::values::{SchoolId, SchoolYear, Set, StudyYear};

impl<'a> PortfolioCase<'a> {
    /// The age bands of a placement; special education has none.
    pub(crate) fn bands_of(&self, placement: &Placement<'_>) -> Set<AgeBand> {
        let bands = BANDS.iter().filter(|(_, groups)| !is_special(placement) && self.is_in_band(placement, groups));
        bands.map(|(band, _)| *band).collect()
    }

    /// The age bands that there are.
    pub(crate) fn every_band() -> Set<AgeBand> {
        BANDS.iter().map(|(band, _)| *band).collect()
    }

    /// The study year that runs, or the last that did.
    pub(crate) fn last_study_year(&self) -> Option<StudyYear> {
        self.entries().last().map(|entry| entry.study_year)
    }

    /// The school where the student is: that of the placement that runs, else of the last that has begun; of two that began on the same
    /// day, of the later one in the portfolio. A placement without a last day runs until its school year is over.
    pub(crate) fn school(&self) -> Option<&'a SchoolId<'a>> {
        let runs = |placement: &Placement<'_>| match self.last_day(placement) {
            Some(last) => self.as_of() <= last,
            None => self.school_year_of(placement).is_some_and(|school_year| self.as_of() < school_year.day_after()),
        };
        let placements = self.placements_at_schools();
        let (_, placement) =
            placements.max_by_key(|(at, placement)| (runs(placement), first_day_of(placement), *at))?;
        placement.school.as_ref()
    }

    /// The next school year and the study year in it: after one that was passed, or is not decided upon, the one above; after
    /// one that is repeated or was interrupted, the same. None for who has left or graduated, or above study year 4.
    fn next_entry(&self) -> Option<(SchoolYear, StudyYear)> {
        let last = self.entries().last().filter(|_| !self.gone_or_graduated())?;
        let number = match last.outcome {
            Some(YearOutcome::Left) => return None,
            Some(YearOutcome::Repeats | YearOutcome::Interrupted) => last.study_year.get(),
            Some(YearOutcome::Passed | YearOutcome::ContinuesWithOpenWork) | None => last.study_year.get() + 1,
        };
        Some((SchoolYear::of(last.school_year.day_after())?, StudyYear::new(number)?))
    }

    /// The portfolio as it would be with the next study year begun, and the school year of that.
    pub(crate) fn with_next_year(&self) -> Option<(Portfolio<'a>, SchoolYear)> {
        let (school_year, study_year) = self.next_entry()?;
        let mut portfolio = self.portfolio().clone();
        let years = &mut portfolio.student.years;
        if years.is_empty() {
            years.extend(self.entries().iter().map(|entry| YearEntry::new(entry.school_year, entry.study_year)));
        }
        // What is recorded of that year already stands as it is.
        if !years.iter().any(|entry| entry.school_year == school_year) {
            years.push(YearEntry::new(school_year, study_year));
        }
        Some((portfolio, school_year))
    }

    /// Goals and questions that no design, evidence or reflection takes up, with their positions.
    pub(crate) fn open_goals(&self) -> impl Iterator<Item = (usize, &'a Goal<'a>)> {
        let taken_up = self.goals_taken_up();
        self.goals().filter(move |(at, _)| taken_up.get(*at) == Some(&false))
    }

    /// The last advice that a mentor gave: the latest of those with a day, else the last in the document.
    pub(crate) fn last_advice(&self) -> Option<&'a Advice<'a>> {
        let given = self.assessments().filter_map(|(_, made)| made.mentor_advice.as_ref());
        let given = given.filter(|advice| self.has_begun(advice.date));
        given.max_by_key(|advice| advice.date.unwrap_or(NaiveDate::MIN))
    }

    /// Who has which role in the placements of which study year, mentors and trainers, in order: each once.
    #[cfg(feature = "curriculum")]
    pub(crate) fn people(&self) -> Vec<(StudyYear, Role, &'a PersonId<'a>)> {
        let mut people = Vec::new();
        for (_, placement) in self.placements() {
            let mentors = self.persons(&placement.mentors).map(|one| (Role::Mentor, &one.person));
            let trainers = self.persons(&placement.trainers).filter_map(|one| Some((one.role?, &one.person)));
            let years = self.study_years_of_placement(placement);
            for (role, person) in mentors.chain(trainers) {
                people.extend(years.iter().map(|year| (year, role, person)));
            }
        }
        let mut people = sorted(people, Ord::cmp);
        people.dedup();
        people
    }

    /// The edition of the competences that the portfolio is judged by; none while the cohort is unknown.
    pub(crate) fn competence_edition(&self) -> Option<CompetenceEdition> {
        super::p4_evidence::edition(self)
    }
}
