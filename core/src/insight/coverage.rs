//! Coverage: how much evidence and how many final assessments there are for each competence, by study year, and by the
//! profession themes and subject lines of the student's curriculum.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
#[cfg(feature = "curriculum")]
use super::curriculum_coverage::coverage_by_curriculum;
use super::curriculum_coverage::{CurriculumCoverage, write_coverage};
use super::shown::{Always, Count, InsightPhrase, heading, write_unreadable};
use crate::documents::{DocumentRef, Kind, format_name};
use crate::finding::Voice;
use crate::frameworks::Competence;
use crate::grammar::{Closed as _, record};
use crate::portfolio::PortfolioCase;
use crate::report::Report;
use crate::values::{Set, StudyYear};

format_name! {
    /// The format that coverage names: `twentse-kubus/coverage@1`.
    CoverageFormat = "twentse-kubus/coverage@1"
}

record! {
    /// How much evidence and how many final assessments there are for each competence of the student's edition, by study year.
    /// Counts only: what they are worth is for the assessors.
    Coverage<'a> needs {
        /// Names the format and version.
        @fixed format: CoverageFormat,
        /// The portfolio.
        document: Thing<'a>,
        /// The reference day.
        as_of: NaiveDate,
        /// The study years that have begun.
        study_years: Always<Vec<StudyYear>>,
        /// The competences, in the order of their list; none while the cohort is unknown.
        competences: Always<Vec<CompetenceCoverage>>,
    } may {
        /// Parts that could not be read, as JSON Pointers; what they hold is not counted.
        unreadable: Vec<Cow<'a, str>>,
        /// The coverage of the student's curriculum, with the student's evidence; absent when none belongs to the student.
        curriculum: Option<CurriculumCoverage<'a>>,
    }
}

record! {
    /// The counts of one competence.
    CompetenceCoverage needs {
        /// The competence.
        competence: Competence,
        /// A count for each study year, in order.
        years: Always<Vec<CoverageCell>>,
        /// What is of no study year that is known.
        no_year: CoverageCell,
    } may {
    }
}

record! {
    /// How much there is.
    CoverageCell needs {
        /// Pieces of evidence, drafts included.
        evidence: Count,
        /// Final assessments.
        final_assessments: Count,
    } may {
    }
}

/// Which row of study years something belongs to.
#[derive(Default)]
struct Row {
    years: [CoverageNumbers; 4],
    no_year: CoverageNumbers,
}

/// How much evidence, and how many final assessments.
type CoverageNumbers = (u32, u32);

pub(crate) fn coverage(case: &PortfolioCase<'_>, document: &DocumentRef, unreadable: Vec<String>) -> Coverage<'static> {
    let years: Vec<StudyYear> =
        (1..=4).filter_map(StudyYear::new).filter(|year| case.study_year(*year).is_some()).collect();
    let mut rows: Vec<Row> = Competence::ALL.iter().map(|_| Row::default()).collect();
    let mut add = |of: Set<Competence>, in_years: Set<StudyYear>, count: fn(&mut CoverageNumbers)| {
        for competence in of.iter() {
            let Some(row) = rows.get_mut(competence.index()) else { continue };
            for year in in_years.iter() {
                row.years.get_mut(usize::from(year.get()) - 1).into_iter().for_each(count);
            }
            if in_years.is_empty() {
                count(&mut row.no_year);
            }
        }
    };
    for (_, evidence) in case.evidence() {
        let of = years.iter().copied().filter(|year| case.is_of(evidence, *year) == Some(true)).collect();
        add(evidence.competences, of, |cell| cell.0 += 1);
    }
    for (_, made) in case.final_assessments() {
        let of = case.study_years_by(made.study_year, made.date).unwrap_or_default();
        let of = years.iter().copied().filter(|year| of.contains(*year)).collect();
        add(made.competences, of, |cell| cell.1 += 1);
    }
    let edition = case.competence_edition();
    let competences: Vec<CompetenceCoverage> = Competence::ALL
        .iter()
        .zip(&rows)
        .filter(|(competence, _)| edition.is_some() && competence.edition() == edition)
        .map(|(competence, row)| {
            let of = |year: &StudyYear| row.years.get(usize::from(year.get()) - 1).copied().unwrap_or_default();
            let cells: Vec<CoverageCell> = years.iter().map(|year| cell(of(year))).collect();
            CompetenceCoverage::new(*competence, cells, cell(row.no_year))
        })
        .collect();
    let mut coverage = Coverage::new(document, case.as_of(), years, competences);
    coverage.unreadable = unreadable.into_iter().map(Cow::Owned).collect();
    #[cfg(feature = "curriculum")]
    {
        coverage.curriculum = coverage_by_curriculum(case);
    }
    coverage
}

fn cell((evidence, assessments): CoverageNumbers) -> CoverageCell {
    CoverageCell::new(Count(evidence), Count(assessments))
}

/// Coverage as readable text: a line for each competence.
pub(crate) fn coverage_text(coverage: &Coverage<'_>, report: &Report, voice: Voice<'_>) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let mut out = heading(InsightPhrase::Coverage, report.document(), coverage.as_of, voice);
    for row in coverage.competences.iter() {
        let _ = writeln!(out, "\n{}", super::shown::capital(voice.name(row.competence)));
        let mut line = |of: &str, cell: &CoverageCell| {
            let (evidence, assessments) = (cell.evidence.0, cell.final_assessments.0);
            let _ = writeln!(
                out,
                "    {of} · {}: {evidence} · {}: {assessments}",
                say(InsightPhrase::Evidence),
                say(InsightPhrase::FinalAssessments)
            );
        };
        for (year, cell) in coverage.study_years.iter().zip(row.years.iter()) {
            line(&format!("{} {}", say(InsightPhrase::StudyYear), year.get()), cell);
        }
        if row.no_year != cell(CoverageNumbers::default()) {
            line(say(InsightPhrase::NoYear), &row.no_year);
        }
    }
    if let Some(curriculum) = &coverage.curriculum {
        let which = curriculum.document.id.as_deref().unwrap_or_default();
        let _ = writeln!(out, "\n{} {which}", super::shown::capital(voice.name(Kind::Curriculum)));
        write_coverage(&mut out, curriculum, voice);
    }
    write_unreadable(&mut out, report, voice);
    out
}
