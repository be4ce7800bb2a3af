//! Where findings are gathered: weighed, waived and counted one by one, and no more of them kept than a report holds.

#[cfg(feature = "insight")]
use std::collections::BTreeMap;

use chrono::NaiveDate;

#[cfg(feature = "insight")]
use super::Thing;
use crate::documents::DocumentRef;
#[cfg(feature = "insight")]
use crate::finding::Path;
use crate::finding::{Finding, Meta, Severity, Subject, SubjectKind};
use crate::grammar::{Closed as _, Steps};
#[cfg(feature = "insight")]
use crate::grammar::{IdKind, Mark, See, Wire as _};
use crate::reading::{Positions, rules};
use crate::rulebook::{Asked, Rulebook};
use crate::sort::sorted;

/// The most findings that one report keeps; they are counted beyond.
pub(crate) const MOST_KEPT: usize = 10_000;

/// How many findings there are of each severity; waived ones are counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// Errors.
    pub error: u32,
    /// Warnings.
    pub warning: u32,
    /// Infos.
    pub info: u32,
    /// Findings of any severity to which a waiver applies.
    pub waived: u32,
}

impl Counts {
    fn of(&mut self, severity: Severity, waived: bool) -> &mut u32 {
        match severity {
            _ if waived => &mut self.waived,
            Severity::Error => &mut self.error,
            Severity::Warning => &mut self.warning,
            Severity::Info => &mut self.info,
        }
    }

    /// Counts a finding.
    pub(crate) fn add(&mut self, finding: &Finding) {
        let count = self.of(finding.severity, finding.waiver.is_some());
        *count = count.saturating_add(1);
    }
}

/// The places of things by their ids.
#[cfg(feature = "insight")]
#[derive(Default)]
struct Keys<'d>(BTreeMap<(IdKind, &'d str), Steps>);

#[cfg(feature = "insight")]
impl<'d> See<'d> for Keys<'d> {
    fn defines(&mut self, kind: IdKind, id: &'d str, at: &Steps) {
        // The way leads to the id, and the thing is what has it.
        let thing = at.first(at.as_slice().len().saturating_sub(1));
        self.0.entry((kind, id)).or_insert(thing);
    }
}

/// Gathers the findings about one document.
pub(crate) struct Tray<'r> {
    rulebook: &'r Rulebook,
    as_of: NaiveDate,
    document: DocumentRef,
    positions: Positions,
    findings: Vec<Finding>,
    /// Findings of reading that a rulebook may weigh and waive, by rule: they are counted when the document is known.
    uncounted: Vec<(&'static Meta, Severity, u32)>,
    /// Where texts are blank: that counts against the document where the text is of a part that is judged.
    blanks: Vec<Steps>,
    counts: Counts,
    short: bool,
    unreadable: bool,
    /// How many of the findings are kept.
    most: usize,
    /// How many of them come first and in order.
    in_order: usize,
    over: bool,
    /// By what each rule is met, where that is to be kept.
    #[cfg(feature = "insight")]
    trace: Option<Vec<(&'static Meta, Thing)>>,
    /// The same, each with its place.
    #[cfg(feature = "insight")]
    placed: Vec<Traced>,
}

/// Something by which a rule is met, in its place.
#[cfg(feature = "insight")]
pub(crate) type Traced = (&'static Meta, Path, Subject);

impl<'r> Tray<'r> {
    pub(crate) fn new(rulebook: &'r Rulebook, as_of: NaiveDate, document: DocumentRef) -> Self {
        Self {
            rulebook,
            as_of,
            document,
            positions: Positions::default(),
            findings: Vec::new(),
            uncounted: Vec::new(),
            blanks: Vec::new(),
            counts: Counts::default(),
            short: false,
            unreadable: false,
            most: MOST_KEPT,
            in_order: 0,
            over: false,
            #[cfg(feature = "insight")]
            trace: None,
            #[cfg(feature = "insight")]
            placed: Vec::new(),
        }
    }

    /// Keeps by what each rule is met, from now on.
    #[cfg(feature = "insight")]
    pub(crate) fn tracing(mut self) -> Self {
        self.trace = Some(Vec::new());
        self
    }

    /// Keeps every finding, of which no report is made: an answer from them must not depend on how many there are.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "partnership"))]
    pub(crate) fn keeping_all(self) -> Self {
        Self { most: usize::MAX, ..self }
    }

    /// Whether it is kept by what each rule is met.
    #[cfg(feature = "insight")]
    pub(super) fn traces(&self) -> bool {
        self.trace.is_some()
    }

    /// Takes the things by which a rule is met.
    #[cfg(feature = "insight")]
    pub(super) fn traced(&mut self, rule: &'static Meta, things: &mut Vec<Thing>) {
        if let Some(trace) = &mut self.trace {
            trace.extend(things.drain(..).map(|thing| (rule, thing)));
        }
    }

    /// Finds the places of the things by which rules are met, in the document that was judged.
    #[cfg(feature = "insight")]
    pub(crate) fn place<'d, K: super::Judged>(&mut self, document: &'d K::Document<'d>) {
        let Some(trace) = self.trace.take().filter(|trace| !trace.is_empty()) else { return };
        let mut keys = Keys::default();
        document.walk(Mark::Plain, &mut Steps::ROOT.clone(), &mut keys);
        for (rule, (kind, id)) in trace {
            let by_key = kind.named_by().and_then(|of| keys.0.get(&(of, id.as_deref()?)).copied());
            let mut steps = by_key.or_else(|| K::place_of(document, kind, id.as_deref())).unwrap_or(Steps::ROOT);
            self.positions.restore(&mut steps);
            self.placed.push((rule, Path::new(K::RECORD, steps), Subject { kind, id }));
        }
    }

    /// By what each rule is met, in the order in which it was judged; nothing unless that was to be kept.
    #[cfg(feature = "insight")]
    pub(crate) fn take_trace(&mut self) -> Vec<Traced> {
        std::mem::take(&mut self.placed)
    }

    /// Takes a finding of reading; its document need not be known yet.
    pub(crate) fn read(&mut self, mut finding: Finding) {
        let rule = finding.rule;
        if rule.decides_reading {
            self.unreadable |= finding.severity == Severity::Error;
            self.counts.add(&finding);
            return self.keep(finding);
        }
        let Asked::With(severity) = self.rulebook.asks(rule) else { return };
        finding.severity = severity;
        match self.uncounted.iter_mut().find(|(other, ..)| *other == rule) {
            Some((.., number)) => *number = number.saturating_add(1),
            None => self.uncounted.push((rule, severity, 1)),
        }
        if *rule == rules::BLANK_TEXT {
            self.blanks.push(*finding.path.steps());
        }
        self.keep(finding);
    }

    /// Names the document that was read, and where its items stood. Findings of reading are all about the document, so
    /// that a waiver is for all of a rule or for none; a blank text counts against it where its part is judged.
    pub(crate) fn begin(&mut self, document: DocumentRef, positions: Positions, judged: impl Fn(&Steps) -> bool) {
        let kind = SubjectKind::from_key(document.kind.key()).unwrap_or(SubjectKind::Portfolio);
        let subject = Subject { kind, id: document.id.clone() };
        let waiver = |rule: &'static Meta| self.rulebook.waiver(rule, &subject, &document, self.as_of);
        for finding in &mut self.findings {
            finding.waiver = if finding.rule.decides_reading { None } else { waiver(finding.rule) };
            finding.subject = subject.clone();
        }
        for (rule, severity, number) in std::mem::take(&mut self.uncounted) {
            let stands = waiver(rule).is_none();
            let weighs = *rule != rules::BLANK_TEXT || self.blanks.iter().any(&judged);
            self.short |= severity == Severity::Error && stands && weighs;
            *self.counts.of(severity, !stands) += number;
        }
        self.blanks = Vec::new();
        self.document = document;
        self.positions = positions;
    }

    /// Takes what a rule found.
    pub(crate) fn add(&mut self, mut finding: Finding) {
        self.positions.restore(finding.path.steps_mut());
        let own = finding.related.iter_mut().filter(|related| related.document.is_none());
        own.for_each(|related| self.positions.restore(related.path.steps_mut()));
        finding.waiver = self.rulebook.waiver(finding.rule, &finding.subject, &self.document, self.as_of);
        self.short |= finding.severity == Severity::Error && finding.waiver.is_none();
        self.counts.add(&finding);
        self.keep(finding);
    }

    fn keep(&mut self, finding: Finding) {
        let behind = |last: &Finding| finding.order(last).is_ge();
        let full = self.in_order == self.most;
        if full && self.findings.get(self.most - 1).is_some_and(behind) {
            self.over = true;
            return;
        }
        self.findings.push(finding);
        // Those that come out of order are put in order some at a time.
        let most = if full { self.most + self.most / 4 } else { self.most };
        if self.findings.len() >= most {
            self.settle();
        }
    }

    /// Puts the findings in order, and lets go of those that a report does not keep.
    fn settle(&mut self) {
        let findings = std::mem::take(&mut self.findings);
        self.findings = if findings.len() < 2 { findings } else { sorted(findings, Finding::order) };
        self.over |= self.findings.len() > self.most;
        self.findings.truncate(self.most);
        self.in_order = self.findings.len();
    }

    /// The findings in order, and their overall result.
    pub(crate) fn close(&mut self) -> Gathered {
        self.settle();
        Gathered {
            document: self.document.clone(),
            findings: std::mem::take(&mut self.findings),
            counts: self.counts,
            short: self.short,
            unreadable: self.unreadable,
            over: self.over,
        }
    }
}

/// The findings about one document, and their overall result.
pub(crate) struct Gathered {
    pub(crate) document: DocumentRef,
    pub(crate) findings: Vec<Finding>,
    pub(crate) counts: Counts,
    /// There is an error that is not waived and says that the document falls short.
    pub(crate) short: bool,
    /// A part could not be read.
    pub(crate) unreadable: bool,
    /// More was found than is kept.
    pub(crate) over: bool,
}
