//! Next steps: what is to be done about the findings of a report, in order, and by whom.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::shown::{Always, Count, InsightPhrase, capital, heading};
use crate::documents::format_name;
use crate::finding::{Actor, Finding, Severity, Step, SubjectKind, Voice};
use crate::grammar::record;
use crate::judging::Lens;
use crate::report::Report;
use crate::values::Set;

format_name! {
    /// The format that next steps name: `twentse-kubus/next-steps@1`.
    NextStepsFormat = "twentse-kubus/next-steps@1"
}

record! {
    /// What is to be done about the findings of a report, in order: overdue errors, then what is due on a day by that day,
    /// then warnings, then what is worth knowing. Waived findings need no step.
    NextSteps<'a> needs {
        /// Names the format and version.
        @fixed format: NextStepsFormat,
        /// The document.
        document: Thing<'a>,
        /// The reference day.
        as_of: NaiveDate,
        /// The question about the document.
        lens: Lens,
        /// The steps, in order.
        steps: Always<Vec<NextStep<'a>>>,
    } may {
    }
}

record! {
    /// One step: of one kind, about one thing.
    NextStep<'a> needs {
        /// What kind of step it is.
        step: Step,
        /// Who takes it.
        acts: Always<Set<Actor>>,
        /// What it is about.
        subject: Thing<'a>,
        /// The severity of the most serious of its findings.
        severity: Severity,
        /// The findings that it fixes, in the order of the report.
        findings: Always<Vec<StepFinding<'a>>>,
    } may {
        /// The first day by which one of them is due.
        due: Option<NaiveDate>,
    }
}

record! {
    /// A finding that a step fixes.
    StepFinding<'a> needs {
        /// Its position among the findings of the report.
        finding: Count,
        /// The code of its rule.
        code: Cow<'a, str>,
        /// Its place in the document, as a JSON Pointer.
        path: Cow<'a, str>,
    } may {
    }
}

/// How urgent a finding is: overdue errors first, then what is due on a day by that day, then warnings, then infos.
fn urgency(finding: &Finding) -> (u8, Option<NaiveDate>) {
    match (finding.due, finding.severity) {
        (None, Severity::Error) => (0, None),
        (Some(_), _) => (1, finding.due),
        (None, Severity::Warning) => (2, None),
        (None, Severity::Info) => (3, None),
    }
}

/// The findings of one step, each with its position in the report, in the order of the report.
type Taken<'r> = Vec<(usize, &'r Finding)>;

/// The findings of a report by step and subject, in the order in which they are to be fixed.
fn in_order(report: &Report) -> Vec<Taken<'_>> {
    let mut taken: BTreeMap<(Step, SubjectKind, Option<&str>), Taken<'_>> = BTreeMap::new();
    for (at, finding) in report.findings().iter().enumerate().filter(|(_, finding)| finding.waiver.is_none()) {
        let key = (finding.rule.step, finding.subject.kind, finding.subject.id.as_deref());
        taken.entry(key).or_default().push((at, finding));
    }
    let mut steps: Vec<Taken<'_>> = taken.into_values().collect();
    // Findings are in the order of path and code, so that the position of the first says both.
    steps.sort_by_key(|taken| {
        let urgency = taken.iter().map(|(_, finding)| urgency(finding)).min();
        (urgency, taken.first().map(|(at, finding)| (finding.rule.step, *at)))
    });
    steps
}

pub(crate) fn next_steps(report: &Report) -> NextSteps<'static> {
    let steps: Vec<NextStep<'static>> = in_order(report).iter().filter_map(|taken| step(taken)).collect();
    NextSteps::new(report.document(), report.as_of(), report.lens(), steps)
}

fn step(taken: &Taken<'_>) -> Option<NextStep<'static>> {
    let (_, first) = taken.first()?;
    let severity = taken.iter().map(|(_, finding)| finding.severity).max()?;
    let acts: Set<Actor> = taken.iter().map(|(_, finding)| finding.rule.acts).collect();
    let findings: Vec<StepFinding<'static>> = taken
        .iter()
        .map(|(at, finding)| StepFinding::new(Count::of(*at), finding.rule.code, finding.path.to_string()))
        .collect();
    let mut step = NextStep::new(first.rule.step, acts, &first.subject, severity, findings);
    step.due = taken.iter().filter_map(|(_, finding)| finding.due).min();
    Some(step)
}

impl Report {
    /// What is to be done about the findings, in order, and by whom: overdue errors first, then what is due on a day by that
    /// day, then warnings, then what is worth knowing. Each step names its findings by their positions in this report.
    ///
    /// ```
    /// use twentse_kubus::{Actor, Step, Validator, parse_date};
    ///
    /// let as_of = parse_date("2024-10-01").expect("a day");
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s"},
    ///     "placements": [{"id": "pl-1", "schoolYear": "2024-2025", "studyYear": 1, "period": {"from": "2024-08-26"}}]}"#;
    /// let report = Validator::default().validate(portfolio, as_of);
    /// let steps = report.next_steps();
    /// let first = steps.steps.first().expect("the placement has no mentor");
    /// assert_eq!(first.step, Step::ArrangePeople);
    /// assert!(first.acts.contains(Actor::SchoolTrainer));
    /// ```
    pub fn next_steps(&self) -> NextSteps<'static> {
        next_steps(self)
    }

    /// The next steps as readable text: the kind of step, who takes it, and the sentence of each finding.
    #[cfg(feature = "messages")]
    pub fn next_steps_text(&self, lang: crate::language::Lang) -> String {
        next_steps_text(self, Voice::of(lang))
    }
}

pub(crate) fn next_steps_text(report: &Report, voice: Voice<'_>) -> String {
    let mut out = heading(InsightPhrase::NextSteps, report.document(), report.as_of(), voice);
    out.push_str(&steps_text(report, voice));
    out
}

/// The steps, numbered.
pub(super) fn steps_text(report: &Report, voice: Voice<'_>) -> String {
    let steps = in_order(report);
    if steps.is_empty() {
        return format!("{}\n", capital(voice.name(InsightPhrase::NothingToDo)));
    }
    let mut out = String::new();
    for (number, taken) in steps.iter().enumerate() {
        let Some((_, first)) = taken.first() else { continue };
        let actors: Set<Actor> = taken.iter().map(|(_, finding)| finding.rule.acts).collect();
        let actors: Vec<&str> = actors.iter().map(|actor| voice.name(actor)).collect();
        let _ = writeln!(out, "{}. {} ({})", number + 1, capital(voice.name(first.rule.step)), actors.join(", "));
        for (_, finding) in taken {
            let _ = writeln!(out, "   - {}", Report::sentence(finding, voice));
        }
    }
    out
}
