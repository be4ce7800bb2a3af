//! The sink that a check writes to. It stamps code, severity and due day, and it alone makes the answer, so that a
//! check cannot lie about itself.

use chrono::{Datelike as _, NaiveDate};

use super::Rule;
use crate::document::Exemption;
use crate::report::{Answer, Facts, Finding, Path, Reason, Related, Severity, Subject};

/// How a shortfall weighs at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    cap: Severity,
    not_yet: bool,
    due: Option<NaiveDate>,
}

impl Standing {
    /// Due: the severity of the rule.
    pub(crate) const DUE: Self = Self { cap: Severity::Error, not_yet: false, due: None };
    /// Due, but at most a warning.
    pub(crate) const SOFT: Self = Self { cap: Severity::Warning, not_yet: false, due: None };
    /// Not due: still a draft.
    pub(crate) const DRAFT: Self = Self { cap: Severity::Info, not_yet: true, due: None };

    /// Not due yet; due on this day, where it is known and has a year of four digits.
    pub(crate) fn not_yet(due: Option<NaiveDate>) -> Self {
        Self { cap: Severity::Info, not_yet: true, due: due.filter(|day| day.year() <= 9999) }
    }
}

/// What a check says of a shortfall.
pub(crate) struct Shortfall {
    path: Path,
    subject: Subject,
    facts: Facts,
    related: Vec<Related>,
}

// Called in every check: a browser carries them once.
impl Shortfall {
    /// A shortfall at this place, of a kind of thing.
    #[inline(never)]
    pub(crate) fn new(path: Path, kind: &'static str, facts: Facts) -> Self {
        Self { path, subject: Subject { kind: kind.into(), id: None }, facts, related: Vec::new() }
    }

    /// Names the thing.
    #[inline(never)]
    pub(crate) fn of(mut self, id: &dyn std::fmt::Display) -> Self {
        self.subject.id = Some(id.to_string());
        self
    }

    /// Points at another place that has part in it.
    pub(crate) fn with(mut self, role: &'static str, path: Path) -> Self {
        self.related.push(Related { role: role.into(), path });
        self
    }
}

/// What a rule answered; made by [`Findings::answer`] or with the reason why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub(crate) answer: Answer,
    pub(crate) reason: Option<Reason>,
    pub(crate) by: Option<String>,
    pub(crate) due: Option<NaiveDate>,
}

impl Outcome {
    pub(crate) const fn because(answer: Answer, reason: Reason) -> Self {
        Self { answer, reason: Some(reason), by: None, due: None }
    }

    /// The rule does not apply.
    pub(crate) const fn not_applicable(reason: Reason) -> Self {
        Self::because(Answer::NotApplicable, reason)
    }

    /// The rule does not apply: for the exemption that freed from everything there was, else for this reason.
    pub(crate) fn exempted_or(exemption: Option<&Exemption<'_>>, otherwise: Reason) -> Self {
        match exemption {
            Some(exemption) => Self::not_applicable(Reason::Exempted).by(exemption.id.as_str()),
            None => Self::not_applicable(otherwise),
        }
    }

    /// The rule cannot be assessed.
    pub(crate) const fn not_assessable(reason: Reason) -> Self {
        Self::because(Answer::NotAssessable, reason)
    }

    /// Names what stands behind the reason.
    pub(crate) fn by(mut self, what: &str) -> Self {
        self.by = Some(what.to_owned());
        self
    }
}

/// The sink of one rule.
pub struct Findings<'r> {
    rule: &'static Rule,
    severity: Severity,
    into: &'r mut Vec<Finding>,
    judged: bool,
    short: bool,
    early: bool,
    due: Option<NaiveDate>,
}

impl<'r> Findings<'r> {
    pub(crate) fn new(rule: &'static Rule, severity: Severity, into: &'r mut Vec<Finding>) -> Self {
        Self { rule, severity, into, judged: false, short: false, early: false, due: None }
    }

    /// Judges one thing: met, or a finding with the weight of its standing.
    pub(crate) fn judge(&mut self, met: bool, standing: Standing, shortfall: impl FnOnce() -> Shortfall) {
        self.judged = true;
        if !met {
            self.fall_short(standing, shortfall());
        }
    }

    /// One body for every check that calls it.
    #[inline(never)]
    fn fall_short(&mut self, standing: Standing, shortfall: Shortfall) {
        let Shortfall { path, subject, facts, related } = shortfall;
        if standing.not_yet {
            self.early = true;
            self.due = match (self.due, standing.due) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        } else {
            self.short = true;
        }
        self.into.push(Finding {
            code: self.rule.code,
            name: self.rule.name,
            severity: self.severity.min(standing.cap),
            path,
            subject,
            facts,
            related,
            waiver: None,
            due: standing.due,
        });
    }

    /// Judges one thing that can fall short in several ways: met when there is none, else a finding each.
    pub(crate) fn judge_each<T>(
        &mut self,
        shorts: impl IntoIterator<Item = T>,
        standing: Standing,
        mut shortfall: impl FnMut(T) -> Shortfall,
    ) {
        self.judged = true;
        for short in shorts {
            self.fall_short(standing, shortfall(short));
        }
    }

    /// The answer over everything judged; not applicable, for this reason, when nothing was.
    pub(crate) fn answer(&self, otherwise: Reason) -> Outcome {
        self.answer_or(|| Outcome::not_applicable(otherwise))
    }

    /// The answer over everything judged, or this one when nothing was.
    pub(crate) fn answer_or(&self, otherwise: impl FnOnce() -> Outcome) -> Outcome {
        let answer = match () {
            () if self.short => Answer::NotMet,
            () if self.early => Answer::NotYet,
            () if self.judged => Answer::Met,
            () => return otherwise(),
        };
        let due = if self.short { None } else { self.due };
        Outcome { answer, reason: None, by: None, due }
    }
}
