//! A report as readable text.

use std::fmt::Write as _;

use super::Report;
use crate::documents::Kind;
use crate::finding::{Answer, Severity, Voice};
use crate::grammar::{Closed, List, closed};
use crate::judging::Counts;

/// The closed lists that a report as text has words of, besides those that the facts of rules are of: a file of sentences
/// holds their labels.
pub const REPORT_LISTS: [&List; 5] = [Answer::LIST, Kind::LIST, Phrase::LIST, Severity::LIST, super::Verdict::LIST];

closed! {
    /// The fixed phrases of a report as readable text.
    Phrase {
        WithoutId = "without-id", "zonder id", "without an id";
        Verdict = "verdict", "Oordeel", "Verdict";
        Error = "error", "fout", "error";
        Errors = "errors", "fouten", "errors";
        Warning = "warning", "waarschuwing", "warning";
        Warnings = "warnings", "waarschuwingen", "warnings";
        Infos = "infos", "ter informatie", "for information";
        Waived = "waived", "ontheven", "waived";
        UnderWaiver = "under-waiver", "ontheffing", "waived";
        By = "by", "uiterlijk", "by";
        WholeDocument = "whole-document", "het hele document", "the whole document";
        Rules = "rules", "regels", "rules";
        PartNotChecked = "part-not-checked", "onderdeel niet gecontroleerd", "part not checked";
        PartsNotChecked = "parts-not-checked", "onderdelen niet gecontroleerd", "parts not checked";
    }
}

impl Report {
    /// The report as readable text.
    pub(crate) fn text(&self, voice: Voice<'_>) -> String {
        let mut out = String::new();
        let say = |phrase| voice.name(phrase);
        let mut line = |text: &str| {
            out.push_str(text);
            out.push('\n');
        };
        let mut day = String::new();
        voice.lang().say_date(self.as_of, &mut day);
        let whose = self.document_id().unwrap_or(say(Phrase::WithoutId));
        let kind = capital(voice.name(self.document.kind));
        line(&format!("{kind} {whose} · {day}"));
        line(&format!("{}: {}", say(Phrase::Verdict), voice.name(self.verdict)));
        let Counts { error, warning, info, waived } = self.counts;
        let counted = |number: u32, one, many| format!("{number} {}", say(if number == 1 { one } else { many }));
        let mut tally = vec![
            counted(error, Phrase::Error, Phrase::Errors),
            counted(warning, Phrase::Warning, Phrase::Warnings),
            format!("{info} {}", say(Phrase::Infos)),
        ];
        if waived > 0 {
            tally.push(format!("{waived} {}", say(Phrase::Waived)));
        }
        line(&tally.join(" · "));
        for severity in [Severity::Error, Severity::Warning, Severity::Info] {
            let mut found = self.findings.iter().filter(|finding| finding.severity == severity).peekable();
            if found.peek().is_none() {
                continue;
            }
            line("");
            line(&voice.name(severity).to_uppercase());
            for finding in found {
                let mut tail = String::new();
                if let Some(due) = finding.due {
                    let _ = write!(tail, " ({} ", say(Phrase::By));
                    voice.lang().say_date(due, &mut tail);
                    tail.push(')');
                }
                if finding.waiver.is_some() {
                    let _ = write!(tail, " ({})", say(Phrase::UnderWaiver));
                }
                line(&format!("  {}  {}{tail}", finding.rule.code, finding.say(voice)));
                let place = finding.path.to_string();
                line(&format!("           {}", if place.is_empty() { say(Phrase::WholeDocument) } else { &place }));
            }
        }
        line("");
        let mut tally = String::new();
        for answer in Answer::ALL {
            let count = self.outcomes.iter().filter(|outcome| outcome.answer == *answer).count();
            if count > 0 {
                let separator = if tally.is_empty() { "" } else { ", " };
                let _ = write!(tally, "{separator}{count} {}", voice.name(*answer));
            }
        }
        line(&format!("{} {}: {tally}", self.outcomes.len(), say(Phrase::Rules)));
        if !self.unchecked.is_empty() {
            let parts = self.unchecked.len().try_into().unwrap_or(u32::MAX);
            line(&counted(parts, Phrase::PartNotChecked, Phrase::PartsNotChecked));
        }
        out
    }
}

/// A text with a capital in front.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
