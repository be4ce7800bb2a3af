//! Traces: by what each requirement is met, or what would fix it.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::shown::{Always, Count, InsightPhrase, capital, heading};
use super::steps::StepFinding;
use crate::documents::format_name;
use crate::finding::{Answer, Finding, Meta, Outcome, Path, Reason, Subject, Voice};
use crate::grammar::record;
use crate::judging::{Lens, Traced};
use crate::report::{Phrase, Report};

/// How many of the things by which one rule is met are named.
const MOST_NAMED: usize = 20;

format_name! {
    /// The format that a trace names: `twentse-kubus/trace@1`.
    TraceFormat = "twentse-kubus/trace@1"
}

record! {
    /// Why each rule answered as it did: by what it is met, or what would fix it.
    Trace<'a> needs {
        /// Names the format and version.
        @fixed format: TraceFormat,
        /// The document.
        document: Thing<'a>,
        /// The reference day.
        as_of: NaiveDate,
        /// The question about the document.
        lens: Lens,
        /// The rules, by code.
        rules: Always<Vec<TracedRule<'a>>>,
    } may {
    }
}

record! {
    /// Why one rule answered as it did.
    TracedRule<'a> needs {
        /// The code of the rule.
        code: Cow<'a, str>,
        /// Its answer.
        outcome: Answer,
    } may {
        /// Why, where the answer is neither met nor a shortfall.
        reason: Option<Reason>,
        /// What the reason refers to: the id of an exemption, the code of another rule.
        by: Option<Cow<'a, str>>,
        /// Where it is met: what was judged and suffices, in the order of the document; where one of several suffices, the
        /// first. At most 20 are named.
        met_by: Vec<Thing<'a>>,
        /// Where it is met: how many there are.
        total: Option<Count>,
        /// Where it falls short: its findings, which are the shortest list of what would fix it.
        findings: Vec<StepFinding<'a>>,
    }
}

/// The trace behind a report, with things in the order in which they were judged.
pub(crate) fn trace(report: &Report, mut things: Vec<Traced>) -> Trace<'static> {
    things.sort_by(|a, b| {
        let id = |traced: &Traced| (traced.2.kind, traced.2.id.clone());
        a.0.code.cmp(b.0.code).then_with(|| a.1.cmp(&b.1)).then_with(|| id(a).cmp(&id(b)))
    });
    things.dedup();
    let rules: Vec<TracedRule<'static>> =
        report.outcomes().iter().map(|outcome| traced(outcome, report, &things)).collect();
    Trace::new(report.document(), report.as_of(), report.lens(), rules)
}

fn traced(outcome: &Outcome, report: &Report, things: &[Traced]) -> TracedRule<'static> {
    let mut rule = TracedRule::new(outcome.rule.code, outcome.answer);
    rule.reason = outcome.reason;
    rule.by = outcome.by.clone().map(Cow::Owned);
    match outcome.answer {
        Answer::Met => {
            let from = things.partition_point(|(rule, ..)| rule.code < outcome.rule.code);
            let of_rule = things.get(from..).unwrap_or_default();
            let of_rule =
                of_rule.get(..of_rule.partition_point(|(rule, ..)| *rule == outcome.rule)).unwrap_or_default();
            rule.total = Some(Count::of(of_rule.len()));
            rule.met_by = of_rule.iter().take(MOST_NAMED).map(|(_, path, subject)| placed(subject, path)).collect();
        }
        Answer::NotMet | Answer::NotYet => {
            let found = findings_of(outcome.rule, report);
            rule.findings = found
                .map(|(at, finding)| StepFinding::new(Count::of(at), finding.rule.code, finding.path.to_string()))
                .collect();
        }
        Answer::NotApplicable | Answer::NotAssessable | Answer::Disabled => {}
    }
    rule
}

fn placed(subject: &Subject, path: &Path) -> Thing<'static> {
    Thing { path: Some(Cow::Owned(path.to_string())), ..Thing::from(subject) }
}

fn findings_of<'r>(rule: &'static Meta, report: &'r Report) -> impl Iterator<Item = (usize, &'r Finding)> {
    report.findings().iter().enumerate().filter(move |(_, finding)| finding.rule == rule)
}

/// The trace as readable text.
pub(crate) fn trace_text(report: &Report, trace: &Trace<'_>, voice: Voice<'_>) -> String {
    let mut out = heading(InsightPhrase::Trace, report.document(), report.as_of(), voice);
    for (outcome, rule) in report.outcomes().iter().zip(trace.rules.iter()) {
        let _ = write!(
            out,
            "\n{}  {}\n    {}",
            outcome.rule.code,
            without_names(voice.asks(outcome.rule)),
            capital(voice.name(outcome.answer))
        );
        if let Some(reason) = outcome.reason {
            let _ = write!(out, ", {}", voice.name(reason));
        }
        if let Some(by) = &outcome.by {
            let _ = write!(out, " ({by})");
        }
        if outcome.answer == Answer::Met {
            let mut named: Vec<String> = rule.met_by.iter().map(|thing| called(thing, voice)).collect();
            let more = rule.total.map_or(0, |total| total.0 as usize).saturating_sub(named.len());
            if more > 0 {
                named.push(format!("{} {more}", voice.name(Phrase::More)));
            }
            if !named.is_empty() {
                let _ = write!(out, ", {} {}", voice.name(InsightPhrase::MetBy), named.join(", "));
            }
        }
        out.push('\n');
        for (_, finding) in findings_of(outcome.rule, report) {
            let _ = writeln!(out, "    - {}", Report::sentence(finding, voice));
        }
        if matches!(outcome.answer, Answer::NotMet | Answer::NotYet) {
            let _ = writeln!(out, "    → {}", voice.fix(outcome.rule));
        }
    }
    out
}

/// What a rule requires, without the names of its norms, which are in brackets: a rulebook is not what is read here.
pub(super) fn without_names(asks: &str) -> String {
    let mut out = String::new();
    let mut rest = asks;
    while let Some((before, behind)) = rest.split_once(" (`") {
        let (names, after) = behind.split_once(')').unwrap_or((behind, ""));
        out.push_str(before);
        // A name may be explained: `from`: usually 3.
        if let Some((_, says)) = names.rsplit_once("`: ") {
            out.extend([" (", says, ")"]);
        }
        rest = after;
    }
    out.push_str(rest);
    out.replace('`', "")
}

/// A thing as people call it.
fn called(thing: &Thing<'_>, voice: Voice<'_>) -> String {
    match &thing.id {
        Some(id) => format!("{} {id}", voice.name(thing.kind)),
        None => voice.name(thing.kind).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_names;

    #[test]
    fn names_of_norms_are_left_out() {
        assert_eq!(without_names("Een mentor, binnen de dagen (`grace_days`)."), "Een mentor, binnen de dagen.");
        assert_eq!(without_names("Drie bouwen (`lower`, `upper`); een telt."), "Drie bouwen; een telt.");
        assert_eq!(without_names("Niet eerder (`from`: gewoonlijk 3); wel `x`."), "Niet eerder (gewoonlijk 3); wel x.");
        assert_eq!(without_names("Niets (nooit)."), "Niets (nooit).");
    }
}
