//! The validator: a rulebook read once, and documents judged by it.

use std::cmp::Ordering;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::document::Portfolio;
use crate::document::grammar::{Closed, Wire};
use crate::error::Error;
use crate::order::sorted;
use crate::reading::{Reading, read};
use crate::report::{
    Answer, Finding, Lens, Path, Reason, Report, RuleOutcome, Severity, Summary, Unchecked, UncheckedReason, Verdict,
};
use crate::rulebook::{Asked, Rulebook};
use crate::rules::reading::decides_reading;
use crate::rules::{Findings, Outcome, Phase, Rule, Sections, catalogue};
use crate::semantics::PortfolioCase;

/// Judges documents by one rulebook. Built once, shared freely.
///
/// ```
/// use twentse_kubus::{Validator, parse_date};
///
/// let validator = Validator::builder().build()?;
/// let as_of = parse_date("2024-05-15").expect("a day");
/// let report = validator.validate(br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}"#, as_of);
/// assert_eq!(report.document_id(), Some("s-1"));
/// # Ok::<(), twentse_kubus::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Validator {
    rulebook: Arc<Rulebook>,
    source: Option<Arc<str>>,
}

/// Gathers what a [`Validator`] is made of.
#[derive(Clone, Debug, Default)]
pub struct ValidatorBuilder {
    overlay: Option<String>,
}

impl ValidatorBuilder {
    /// Sets the overlay upon the shipped rulebook, as JSON.
    #[must_use]
    pub fn rulebook(mut self, overlay: impl Into<String>) -> Self {
        self.overlay = Some(overlay.into());
        self
    }

    /// Builds the validator.
    ///
    /// # Errors
    /// `invalid-rulebook`, with every fault of the overlay.
    pub fn build(self) -> Result<Validator, Error> {
        let rulebook = Arc::new(Rulebook::read(self.overlay.as_deref())?);
        Ok(Validator { rulebook, source: self.overlay.map(Arc::from) })
    }
}

/// When a document is judged, and by which question.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    as_of: NaiveDate,
    lens: Lens,
}

impl Moment {
    /// As it stands on this day.
    pub fn on(as_of: NaiveDate) -> Self {
        Self { as_of, lens: Lens::Now }
    }

    /// By another question.
    #[must_use]
    pub fn through(mut self, lens: Lens) -> Self {
        self.lens = lens;
        self
    }
}

impl From<NaiveDate> for Moment {
    fn from(as_of: NaiveDate) -> Self {
        Self::on(as_of)
    }
}

/// The most findings that one report keeps; they are counted beyond.
const MAX_FINDINGS: usize = 10_000;

impl Validator {
    /// Begins to build a validator.
    pub fn builder() -> ValidatorBuilder {
        ValidatorBuilder::default()
    }

    /// The overlay it was built from.
    pub fn rulebook_source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// Judges a portfolio, given as the bytes of its JSON. Always gives a report: what cannot be read is a finding.
    pub fn validate(&self, portfolio: &[u8], moment: impl Into<Moment>) -> Report {
        let moment = moment.into();
        read(portfolio, &self.rulebook.limits(moment.as_of), |reading| self.judge(reading, moment))
    }

    /// Judges a portfolio that is already typed.
    pub fn validate_document(&self, portfolio: &Portfolio<'_>, moment: impl Into<Moment>) -> Report {
        self.judge(Reading::of(portfolio), moment.into())
    }

    /// Judges many portfolios, each by itself, with a summary over all.
    pub fn validate_many<D: AsRef<[u8]>>(
        &self,
        portfolios: impl IntoIterator<Item = D>,
        moment: impl Into<Moment>,
    ) -> (Vec<Report>, Summary) {
        let moment = moment.into();
        let mut summary = Summary::with_waivers(self.rulebook.waivers());
        let judged = portfolios.into_iter().map(|portfolio| {
            let report = self.validate(portfolio.as_ref(), moment);
            summary.add(&report);
            for finding in report.findings() {
                if let Some(waiver) = self.rulebook.expired_waiver(finding, moment.as_of) {
                    summary.note_expired(waiver);
                }
            }
            report
        });
        let reports = judged.collect();
        (reports, summary)
    }

    fn judge(&self, mut reading: Reading<'_>, Moment { as_of, lens }: Moment) -> Report {
        reading.check(as_of);
        let document_id = reading.document.map(|portfolio| portfolio.student.id.to_string());
        let unreadable = reading.lost != Sections::NONE
            || reading
                .findings
                .iter()
                .any(|finding| decides_reading(finding.code) && finding.severity == Severity::Error);
        let mut findings = std::mem::take(&mut reading.findings);
        findings.retain_mut(|finding| {
            finding.subject.id.clone_from(&document_id);
            decides_reading(finding.code) || self.weigh(finding)
        });
        let rules = catalogue::portfolio();
        let mut outcomes = Vec::with_capacity(rules.len());
        let mut undecidable = false;
        let case = reading.document.map(|portfolio| PortfolioCase::new(portfolio, as_of, lens, &self.rulebook));
        for rule in rules {
            let outcome = self.answer(rule, case.as_ref(), reading.lost, &mut findings);
            undecidable |= outcome.answer == Answer::NotAssessable
                && matches!(self.rulebook.asks(rule), Asked::With(Severity::Error));
            outcomes.push(RuleOutcome {
                code: rule.code,
                answer: outcome.answer,
                reason: outcome.reason,
                by: outcome.by,
                due: outcome.due,
            });
        }
        self.rulebook.waive(&mut findings, as_of);
        let findings =
            in_order(findings, |one| &one.path, |a, b| a.code.cmp(b.code).then_with(|| a.facts.cmp(&b.facts)));
        let mut report = Report {
            rulebook: Arc::clone(&self.rulebook.name),
            document_id,
            as_of,
            lens,
            verdict: Verdict::Meets,
            counts: crate::report::Counts::default(),
            findings,
            outcomes,
            unchecked: in_order(reading.unchecked, |part| &part.path, |_, _| Ordering::Equal),
        };
        report.conclude(reading.lost, unreadable, undecidable);
        if report.findings.len() > MAX_FINDINGS {
            report.findings.truncate(MAX_FINDINGS);
            report.unchecked.push(Unchecked { reason: UncheckedReason::OverLimit, path: Path::default() });
        }
        report
    }

    /// Gives a finding of reading the weight that the rulebook gives its rule; `false` when it is not asked at all.
    fn weigh(&self, finding: &mut Finding) -> bool {
        match catalogue::find(finding.code).map(|rule| self.rulebook.asks(rule)) {
            Some(Asked::With(severity)) => finding.severity = severity,
            Some(Asked::Off | Asked::Disabled | Asked::Elsewhere) | None => return false,
        }
        true
    }

    fn answer(
        &self,
        rule: &'static Rule,
        case: Option<&PortfolioCase<'_>>,
        lost: Sections,
        into: &mut Vec<Finding>,
    ) -> Outcome {
        let severity = match self.rulebook.asks(rule) {
            Asked::With(severity) => severity,
            Asked::Off => return Outcome::because(Answer::Disabled, Reason::OffByDefault),
            Asked::Disabled => return Outcome::because(Answer::Disabled, Reason::ByRulebook),
            Asked::Elsewhere => return Outcome::because(Answer::Disabled, Reason::NotInRulebook),
        };
        let readable = |case: &&PortfolioCase<'_>| !lost.overlap(rule.needs(case.portfolio()));
        let Some((case, check)) = case.filter(readable).zip(rule.check) else {
            return Outcome::not_assessable(Reason::UnreadablePart);
        };
        if rule.not_for.contains(&case.mode()) {
            return Outcome::not_applicable(Reason::ModeOfStudy).by(case.mode().key());
        }
        // A rule per study year weighs an exemption of one study year itself.
        let year = if matches!(rule.phase, Phase::Year(_)) { None } else { case.study_year_on(case.as_of()) };
        if let Some(exemption) = rule.exempted_by.and_then(|of| case.exemption(of, year)) {
            return Outcome::not_applicable(Reason::Exempted).by(exemption.id.as_str());
        }
        if matches!(rule.phase, Phase::End { .. }) && case.left() {
            return Outcome::not_applicable(Reason::LeftWithoutDiploma);
        }
        if matches!(rule.phase, Phase::Year(_)) && case.entries().is_empty() {
            return case.without_entries();
        }
        check(case, &mut Findings::new(rule, severity, into))
    }
}

/// In the order of the document; what stands at one place, in an order of its own.
fn in_order<T>(things: Vec<T>, path: impl Fn(&T) -> &Path, then: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    if things.len() < 2 {
        return things;
    }
    let ranked = things.into_iter().map(|thing| (path(&thing).rank(crate::reading::PORTFOLIO), thing)).collect();
    let ranked = sorted(ranked, |(a_rank, a), (b_rank, b)| a_rank.cmp(b_rank).then_with(|| then(a, b)));
    ranked.into_iter().map(|(_, thing)| thing).collect()
}

impl Rule {
    /// The sections it reads in this portfolio, with those that its phase reads for it.
    fn needs(&self, portfolio: &Portfolio<'_>) -> Sections {
        let either = |asked: bool, sections: Sections| if asked { sections } else { Sections::NONE };
        let of_years = matches!(self.phase, Phase::Year(_) | Phase::End { .. });
        let exempts = self.exempted_by.is_some() || matches!(self.phase, Phase::Year(_));
        let needs = self
            .reads
            .and(either(exempts, Sections::EXEMPTIONS))
            .and(either(exempts || of_years || !self.not_for.is_empty(), Sections::STUDENT))
            .and(either(matches!(self.phase, Phase::End { .. }), Sections::DECISIONS));
        // Study years that are not given are read off the placements.
        let reads_years = exempts || of_years || self.reads.overlap(Sections::STUDENT);
        needs.and(either(reads_years && portfolio.student.years.is_empty(), Sections::PLACEMENTS))
    }
}

/// Takes the texts of a portfolio into its own possession.
impl Portfolio<'_> {
    /// The same portfolio, holding its texts itself.
    pub fn into_owned(self) -> Portfolio<'static> {
        Wire::into_owned(self)
    }
}
