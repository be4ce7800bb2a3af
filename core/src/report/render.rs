//! A report as readable text: line by line, each with what it is, so that a program can colour and wrap it.

use chrono::NaiveDate;

use super::{Report, Verdict};
use crate::documents::{FIELDS, ITEMS, Kind};
use crate::finding::{Answer, Fact, Finding, Meta, Outcome, Path, Reason, Severity, Unchecked, Voice};
use crate::grammar::{Closed, List, closed};
use crate::judging::Counts;
use crate::language::Lang;
use crate::sort::Listed as _;

/// The closed lists that a report as text has words of, besides those of the facts of rules and of the fields of documents
/// ([`catalogue::lists`](crate::catalogue::lists)): a file of sentences contains their labels.
pub const REPORT_LISTS: [&List; 7] =
    [Answer::LIST, Kind::LIST, Phrase::LIST, Reason::LIST, Verdict::LIST, &FIELDS, &ITEMS];

closed! {
    /// The fixed phrases of a report as readable text.
    Phrase {
        WithoutId = "without-id", "zonder id" | "zonder code", "without an id";
        AsOf = "as-of", "peildatum" | "op", "reference day";
        /// Before the verdict; in plain Dutch with the kind of document.
        Verdict = "verdict", "Oordeel:" | "Je {kind} is", "Verdict:";
        Errors = "errors", "fouten" | "in orde maken", "errors";
        Warnings = "warnings", "waarschuwingen" | "nakijken", "warnings";
        Infos = "infos", "ter informatie" | "nog te doen", "notes";
        Waived = "waived", "met ontheffing" | "hoeft niet (ontheffing)", "waived";
        By = "by", "uiterlijk", "by";
        WholeDocument = "whole-document", "het hele document", "the whole document";
        Rules = "rules", "regels", "rules";
        NotChecked = "not-checked", "niet gecontroleerd" | "niet nagekeken", "not checked";
        CouldNotBeRead = "could-not-be-read", "kon niet worden gelezen", "could not be read";
        OverLimit = "over-limit", "er is meer gevonden dan hier staat", "more was found than is listed here";
        Needs = "needs", "nodig" | "voor enkele punten is ook nodig", "required";
        More = "more", "en nog", "and more:";
    }
}

/// What a [`Line`] of a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineKind {
    /// Which document, on which day.
    Title,
    /// The verdict.
    Verdict,
    /// How much was found.
    Counts,
    /// Above the findings of one severity.
    Heading(Severity),
    /// Above what was not checked.
    Unchecked,
    /// The sentence of a finding.
    Finding(Severity),
    /// Where the finding above it is.
    Place,
    /// What to do about the findings above it.
    Fix,
    /// What was not checked, and why.
    Note,
    /// How the rules were answered.
    Tally,
}

/// A line of a report as readable text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// The code of the rule, on the lines of a finding; not in plain Dutch.
    pub code: Option<&'static str>,
    /// The text, without indentation.
    pub text: String,
}

impl Line {
    /// Whether a blank line goes before it.
    pub fn starts_block(&self) -> bool {
        matches!(self.kind, LineKind::Heading(_) | LineKind::Unchecked | LineKind::Tally)
    }

    /// How far it is indented, with the code in front of it or a mark.
    pub fn margin(&self) -> String {
        match (self.kind, self.code) {
            (LineKind::Finding(_), Some(code)) => format!("  {code}  "),
            (LineKind::Finding(_), None) => "  • ".to_owned(),
            (LineKind::Place, Some(code)) => " ".repeat(code.len() + 4),
            (LineKind::Place, None) => "    ".to_owned(),
            (LineKind::Fix, Some(code)) => format!("{}→ ", " ".repeat(code.len() + 4)),
            (LineKind::Fix, None) => "    → ".to_owned(),
            (LineKind::Note, _) => "  ".to_owned(),
            _ => String::new(),
        }
    }
}

/// How many of the parts that could not be read are listed.
const MOST_PARTS: usize = 10;

impl Report {
    /// The report as readable text.
    pub(crate) fn text(&self, voice: Voice<'_>) -> String {
        let mut out = String::new();
        for line in self.lines_in(voice, false) {
            if line.starts_block() {
                out.push('\n');
            }
            out.push_str(&line.margin());
            out.push_str(&line.text);
            out.push('\n');
        }
        out
    }

    /// The lines of the report as readable text. Places are labels and numbers, or JSON Pointers.
    pub(crate) fn lines_in(&self, voice: Voice<'_>, pointers: bool) -> Vec<Line> {
        let mut lines = Vec::new();
        let say = |phrase: Phrase| voice.name(phrase);
        let mut add = |kind, code, text| lines.push(Line { kind, code, text });
        let of_kind = voice.name(self.document.kind);
        let whose = self.document_id().unwrap_or(say(Phrase::WithoutId));
        let mut day = String::new();
        voice.lang().say_date(self.as_of, &mut day);
        add(LineKind::Title, None, format!("{} {whose} · {} {day}", capital(of_kind), say(Phrase::AsOf)));
        let verdict = say(Phrase::Verdict).replace("{kind}", of_kind);
        add(LineKind::Verdict, None, format!("{verdict} {}", voice.name(self.verdict)));
        let Counts { error, warning, info, waived } = self.counts;
        let counts =
            [(Phrase::Errors, error), (Phrase::Warnings, warning), (Phrase::Infos, info), (Phrase::Waived, waived)];
        let counts: Vec<String> = counts
            .into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(phrase, number)| format!("{}: {number}", say(phrase)))
            .listed();
        if !counts.is_empty() {
            add(LineKind::Counts, None, counts.join(" · "));
        }
        for (severity, heading) in
            [(Severity::Error, Phrase::Errors), (Severity::Warning, Phrase::Warnings), (Severity::Info, Phrase::Infos)]
        {
            let found: Vec<&Finding> = self.findings.iter().filter(|finding| finding.severity == severity).listed();
            if found.is_empty() {
                continue;
            }
            add(LineKind::Heading(severity), None, say(heading).to_ascii_uppercase());
            for (rule, findings) in by_rule(&found) {
                // Plain Dutch is for students: its sentences say what to do, and codes say nothing to them.
                let is_plain = voice.lang() == Lang::NlPlain;
                let code = (!is_plain).then_some(rule.code);
                for finding in findings {
                    add(LineKind::Finding(severity), code, Self::sentence(finding, voice));
                    add(LineKind::Place, code, place(&finding.path, voice, pointers));
                }
                if !is_plain {
                    add(LineKind::Fix, code, voice.fix(rule).to_owned());
                }
            }
        }
        let not_checked = self.not_checked(voice, pointers);
        if !not_checked.is_empty() {
            add(LineKind::Unchecked, None, say(Phrase::NotChecked).to_ascii_uppercase());
            not_checked.into_iter().for_each(|text| add(LineKind::Note, None, text));
        }
        if voice.lang() != Lang::NlPlain {
            add(LineKind::Tally, None, self.tally(voice));
        }
        lines
    }

    /// How many rules gave which answer.
    fn tally(&self, voice: Voice<'_>) -> String {
        let count = |answer: &Answer| self.outcomes.iter().filter(|outcome| outcome.answer == *answer).count();
        let counts = Answer::ALL.iter().map(|answer| (voice.name(*answer), count(answer)));
        let counts: Vec<String> =
            counts.filter(|(_, count)| *count > 0).map(|(answer, count)| format!("{answer}: {count}")).listed();
        format!("{}: {} · {}", voice.name(Phrase::Rules), self.outcomes.len(), counts.join(" · "))
    }

    /// What was not checked, and why.
    fn not_checked(&self, voice: Voice<'_>, pointers: bool) -> Vec<String> {
        let say = |phrase: Phrase| voice.name(phrase);
        let mut notes = Vec::new();
        let (mut parts, mut more): (Vec<String>, usize) = (Vec::new(), 0);
        for entry in &self.unchecked {
            match entry {
                Unchecked::Unreadable(path) if parts.len() < MOST_PARTS => parts.push(place(path, voice, pointers)),
                Unchecked::Unreadable(_) => more += 1,
                Unchecked::OverLimit => notes.push(say(Phrase::OverLimit).to_owned()),
                Unchecked::Needs { kind, rules } => {
                    let codes: Vec<&str> = rules.iter().map(|rule| rule.code).collect();
                    let needs = format!("{}: {}", say(Phrase::Needs), voice.name(*kind));
                    notes.push(match voice.lang() {
                        Lang::NlPlain => needs,
                        Lang::Nl | Lang::En => format!("{needs} ({})", codes.join(", ")),
                    });
                }
            }
        }
        if !parts.is_empty() {
            if more > 0 {
                parts.push(format!("{} {more}", say(Phrase::More)));
            }
            notes.insert(0, format!("{}: {}", say(Phrase::CouldNotBeRead), parts.join("; ")));
        }
        for reason in Reason::ALL {
            let because =
                |outcome: &&Outcome| outcome.answer == Answer::NotAssessable && outcome.reason.as_ref() == Some(reason);
            let codes: Vec<&str> = self.outcomes.iter().filter(because).map(|outcome| outcome.rule.code).listed();
            if !codes.is_empty() {
                let (answer, reason) = (voice.name(Answer::NotAssessable), voice.name(*reason));
                notes.push(match voice.lang() {
                    Lang::NlPlain => format!("{answer}, {reason}"),
                    Lang::Nl | Lang::En => format!("{answer}, {reason}: {}", codes.join(", ")),
                });
            }
        }
        notes
    }

    /// The sentence of a finding, with its last day and its waiver.
    pub(crate) fn sentence(finding: &Finding, voice: Voice<'_>) -> String {
        let mut text = capital(&finding.say(voice).replace('`', ""));
        // A sentence that says itself until when something can be done says it once.
        let is_said = |due: &NaiveDate| finding.facts.get("until") == Some(&Fact::Date(*due));
        if let Some(due) = finding.due.filter(|due| !is_said(due)) {
            text.push_str(" (");
            text.push_str(voice.name(Phrase::By));
            text.push(' ');
            voice.lang().say_date(due, &mut text);
            text.push(')');
        }
        if finding.waiver.is_some() {
            text.push_str(" (");
            text.push_str(voice.name(Phrase::Waived));
            text.push(')');
        }
        text
    }
}

/// A place as people call it, or as a JSON Pointer.
fn place(path: &Path, voice: Voice<'_>, pointers: bool) -> String {
    let place = if pointers { path.to_string() } else { voice.place(path) };
    if place.is_empty() { voice.name(Phrase::WholeDocument).to_owned() } else { place }
}

/// The findings by rule, in the order in which each is first found: they share what to do about them.
fn by_rule<'f>(findings: &[&'f Finding]) -> Vec<(&'static Meta, Vec<&'f Finding>)> {
    let mut groups: Vec<(&'static Meta, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|(rule, _)| *rule == finding.rule) {
            Some((_, group)) => group.push(finding),
            None => groups.push((finding.rule, vec![finding])),
        }
    }
    groups
}

/// A text with a capital in front. The tables of all letters would cost a browser kilobytes, for sentences that begin with
/// those of ASCII.
pub(crate) fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
