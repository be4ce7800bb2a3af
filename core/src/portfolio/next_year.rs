//! Which study year a school year to come brings to a student.

use super::case::PortfolioCase;
use crate::documents::YearOutcome;
use crate::grammar::closed;
use crate::values::{SchoolYear, StudyYear};

closed! {
    /// Why a student has no study year in a school year.
    WithoutStudyYear {
        Left = "left", "met de opleiding gestopt" | "gestopt met de opleiding", "left the programme";
        Graduated = "graduated", "heeft het diploma" | "heeft een diploma", "has graduated";
        AfterLastYear = "after-last-year", "na studiejaar 4 is er geen studiejaar meer" | "na jaar 4 komt er geen jaar meer", "no study year follows study year 4";
        Unknown = "unknown", "het studiejaar is niet af te leiden uit het portfolio" | "er staat niet in welk jaar je zit", "the study year does not follow from the portfolio";
    }
}

impl PortfolioCase<'_> {
    /// The study year of a school year, and whether that assumes an outcome that is not known: the one recorded, else the one
    /// that follows from the last school year attended before it.
    pub(crate) fn study_year_in(&self, school_year: SchoolYear) -> Result<(StudyYear, bool), WithoutStudyYear> {
        if self.left() {
            return Err(WithoutStudyYear::Left);
        }
        if self.gone_or_graduated() {
            return Err(WithoutStudyYear::Graduated);
        }
        let recorded = self.portfolio().student.years.iter().filter(|entry| entry.school_year == school_year);
        let told = self.entries().iter().filter(|entry| entry.school_year == school_year);
        let own = recorded.map(|entry| entry.study_year).next_back();
        if let Some(own) = own.or_else(|| told.map(|entry| entry.study_year).next_back()) {
            return Ok((own, false));
        }
        let last = self.entries().iter().rfind(|entry| entry.school_year < school_year);
        let last = last.ok_or(WithoutStudyYear::Unknown)?;
        let stays = matches!(last.outcome, Some(YearOutcome::Repeats | YearOutcome::Interrupted));
        let number = last.study_year.get() + u8::from(!stays);
        Ok((StudyYear::new(number).ok_or(WithoutStudyYear::AfterLastYear)?, last.outcome.is_none()))
    }
}
