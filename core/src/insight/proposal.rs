//! A proposal of who goes where in a school year, and what the rules say of it.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::shown::{Always, Count, InsightPhrase, Json, capital, heading, owned, titled};
use super::where_next::write_unread;
use crate::documents::{DocumentRef, Partnership, Portfolio, format_name};
use crate::error::Error;
use crate::finding::{Finding, Severity, SubjectKind, Voice};
use crate::grammar::{Wire as _, record};
use crate::json::{Reader, line_and_column};
use crate::reading::text_of;
use crate::report::Report;
use crate::sort::Listed as _;
use crate::values::{Group, Period, SchoolId, SchoolYear, Set, StudentId};

format_name! {
    /// The format that a proposal names: `twentse-kubus/proposal@1`.
    ProposalFormat = "twentse-kubus/proposal@1"
}

format_name! {
    /// The format that the check of a proposal names: `twentse-kubus/proposal-check@1`.
    ProposalCheckFormat = "twentse-kubus/proposal-check@1"
}

record! {
    /// Who is to go where in a school year.
    Proposal<'a> needs {
        /// Names the format and version.
        @fixed format: ProposalFormat,
        /// The school year.
        school_year: SchoolYear,
        /// The placements; a student has one at most.
        placements: Always<Vec<ProposedPlacement<'a>>>,
    } may {
    }
}

record! {
    /// A placement that is proposed.
    ProposedPlacement<'a> needs {
        /// The student.
        student: StudentId<'a>,
        /// The school.
        school: SchoolId<'a>,
    } may {
        /// The groups; absent: those of the school.
        groups: Set<Group>,
        /// The first and the last day; absent: the whole school year.
        period: Option<Period>,
    }
}

record! {
    /// What the rules say of a proposal: the findings that are there with it and not without it.
    ProposalCheck<'a> needs {
        /// Names the format and version.
        @fixed format: ProposalCheckFormat,
        /// The partnership.
        document: Thing<'a>,
        /// The school year.
        school_year: SchoolYear,
        /// The day on which the rules are checked: the first on which everything planned has begun, at the earliest 1 October.
        as_of: NaiveDate,
        /// The findings: of portfolios in the order of the proposal, then of the partnership by school.
        findings: Always<Vec<ProposalFinding<'a>>>,
    } may {
        /// Parts of the partnership that could not be read, as JSON Pointers; what they hold is not looked at.
        unreadable: Vec<Cow<'a, str>>,
        /// Parts that could not be read of the portfolios of the students who are to be placed.
        portfolios: Vec<UnreadPortfolio<'a>>,
    }
}

record! {
    /// A finding that is there with the proposal and not without it.
    ProposalFinding<'a> needs {
        /// The code of its rule.
        code: Cow<'a, str>,
        /// How much it weighs.
        severity: Severity,
        /// What it is about.
        subject: Thing<'a>,
        /// Its facts, as in a report.
        facts: Json<'a>,
    } may {
        /// The position of the placement in the proposal; absent for a finding about the partnership.
        placement: Option<Count>,
        /// The student of that placement.
        student: Option<StudentId<'a>>,
        /// The school of that placement, or the one by which it is a finding about the partnership.
        school: Option<SchoolId<'a>>,
        /// The last day on which this can still be fixed in time.
        due: Option<NaiveDate>,
        /// The last day of the waiver that applies to it.
        waived_until: Option<NaiveDate>,
    }
}

record! {
    /// The parts of a portfolio that could not be read.
    UnreadPortfolio<'a> needs {
        /// The student.
        student: StudentId<'a>,
        /// The parts, as JSON Pointers; what they hold is not looked at.
        unreadable: Vec<Cow<'a, str>>,
    } may {
    }
}

impl<'a> Proposal<'a> {
    /// Reads a proposal.
    ///
    /// # Errors
    /// `invalid-proposal`, with the line and the column where it is none.
    pub(crate) fn of(bytes: &'a [u8]) -> Result<Self, Error> {
        let fault =
            |line, column| Error::InvalidProposal(vec![format!("no proposal from line {line} column {column}")]);
        let text = text_of(bytes).map_err(|_| fault(1, 1))?;
        let mut reader = Reader::new(text);
        let mut proposal = Self::BLANK;
        if proposal.read(&mut reader).and_then(|()| reader.end()).is_some() {
            return Ok(proposal);
        }
        let (line, column) = line_and_column(text, reader.at());
        Err(fault(line, column))
    }
}

/// A finding that the proposal brings about, before it is shown.
pub(crate) struct Brought {
    pub(crate) finding: Finding,
    /// The position of the placement in the proposal.
    pub(crate) placement: Option<usize>,
    pub(crate) school: Option<SchoolId<'static>>,
    pub(crate) student: Option<StudentId<'static>>,
}

impl Brought {
    /// As it is shown.
    pub(crate) fn shown(&self) -> ProposalFinding<'static> {
        let finding = &self.finding;
        let facts = Json::of(serde_json::to_string(&finding.facts).unwrap_or_default());
        ProposalFinding {
            placement: self.placement.map(Count::of),
            student: self.student.clone(),
            school: self.school.clone(),
            due: finding.due,
            waived_until: finding.waiver.map(|waiver| waiver.until),
            ..ProposalFinding::new(finding.rule.code, finding.severity, &finding.subject, facts)
        }
    }
}

/// The name of each school.
pub(crate) fn named(partnership: &Partnership<'_>) -> Vec<(String, Option<Cow<'static, str>>)> {
    partnership.schools.iter().map(|school| (school.id.as_str().to_owned(), owned(school.name.as_ref()))).listed()
}

/// The check of a proposal as readable text: the sentence of each finding, under the placement or the school by which it is one.
pub(crate) fn proposal_check_text(
    told: &ProposalCheck<'_>,
    brought: &[Brought],
    names: &[(String, Option<Cow<'_, str>>)],
    document: &DocumentRef,
    voice: Voice<'_>,
) -> String {
    let known = crate::sort::Texts::of(names.iter().map(|(id, _)| id.as_str()));
    let mut out = heading(InsightPhrase::ProposalCheck, document, told.as_of, voice);
    if brought.is_empty() {
        let _ = writeln!(out, "{}", capital(voice.name(InsightPhrase::NothingBrought)));
    }
    let mut last = None;
    for one in brought {
        let about = (one.placement, one.school.as_ref());
        if last != Some(about) {
            let school = one.school.as_ref().map(|school| {
                let name = known.find(school.as_str()).and_then(|at| names.get(at)?.1.as_deref());
                titled(name, school.as_str())
            });
            let student =
                one.student.as_ref().map(|id| format!("{} {}", voice.name(SubjectKind::Student), id.as_str()));
            let parts = student.into_iter().chain(school).listed();
            let what = if parts.is_empty() { voice.name(document.kind).to_owned() } else { parts.join(" · ") };
            let _ = writeln!(out, "\n{}", capital(&what));
            last = Some(about);
        }
        let Finding { rule, severity, .. } = &one.finding;
        let sentence = Report::sentence(&one.finding, voice);
        let _ = writeln!(out, "  - {} · {} ({})", capital(voice.name(*severity)), sentence, rule.code);
    }
    write_unread(&mut out, &told.unreadable, Partnership::RECORD, voice);
    for one in &told.portfolios {
        let _ =
            writeln!(out, "\n{}", capital(&format!("{} {}", voice.name(SubjectKind::Student), one.student.as_str())));
        write_unread(&mut out, &one.unreadable, Portfolio::RECORD, voice);
    }
    out
}
