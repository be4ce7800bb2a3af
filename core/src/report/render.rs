//! A report as readable text.

use std::fmt::Write as _;

use super::{Answer, Counts, Report, Severity};
use crate::document::grammar::Closed;
use crate::error::Error;
use crate::language::Lang;

impl Report {
    /// The report as readable text.
    ///
    /// # Errors
    /// `unknown-language`.
    pub fn render(&self, lang: &str) -> Result<String, Error> {
        Lang::parse(lang).map(|lang| self.text(lang))
    }

    fn text(&self, lang: Lang) -> String {
        let mut out = String::new();
        let label = |word: &'static crate::document::grammar::Word| lang.pick(word.nl, word.en);
        let mut line = |text: &str| {
            out.push_str(text);
            out.push('\n');
        };
        let mut day = String::new();
        lang.say_date(self.as_of, &mut day);
        let whose = self.document_id().unwrap_or(lang.pick("zonder id", "without an id"));
        line(&format!("Portfolio {whose} · {day}"));
        line(&format!("{}: {}", lang.pick("Oordeel", "Verdict"), label(self.verdict.word())));
        let Counts { error, warning, info, waived } = self.counts;
        let mut tally = vec![
            counted(error, lang.pick("fout", "error"), lang.pick("fouten", "errors")),
            counted(warning, lang.pick("waarschuwing", "warning"), lang.pick("waarschuwingen", "warnings")),
            format!("{info} {}", lang.pick("ter informatie", "for information")),
        ];
        if waived > 0 {
            tally.push(format!("{waived} {}", lang.pick("ontheven", "waived")));
        }
        line(&tally.join(" · "));
        for severity in [Severity::Error, Severity::Warning, Severity::Info] {
            let mut found = self.findings.iter().filter(|finding| finding.severity == severity).peekable();
            if found.peek().is_none() {
                continue;
            }
            line("");
            line(&label(severity.word()).to_uppercase());
            for finding in found {
                let mut tail = String::new();
                if let Some(due) = finding.due {
                    tail.push_str(lang.pick(" (uiterlijk ", " (by "));
                    lang.say_date(due, &mut tail);
                    tail.push(')');
                }
                if finding.waiver.is_some() {
                    tail.push_str(lang.pick(" (ontheffing)", " (waived)"));
                }
                line(&format!("  {}  {}{tail}", finding.code, finding.say(lang)));
                let place = finding.path.to_string();
                let place =
                    if place.is_empty() { lang.pick("het hele document", "the whole document") } else { &place };
                line(&format!("           {place}"));
            }
        }
        line("");
        let mut tally = String::new();
        for answer in Answer::ALL {
            let count = self.outcomes.iter().filter(|outcome| outcome.answer == *answer).count();
            if count > 0 {
                let separator = if tally.is_empty() { "" } else { ", " };
                let _ = write!(tally, "{separator}{count} {}", label(answer.word()));
            }
        }
        line(&format!("{} {}: {tally}", self.outcomes.len(), lang.pick("regels", "rules")));
        if !self.unchecked.is_empty() {
            let parts = self.unchecked.len().try_into().unwrap_or(u32::MAX);
            line(&counted(
                parts,
                lang.pick("onderdeel niet gecontroleerd", "part not checked"),
                lang.pick("onderdelen niet gecontroleerd", "parts not checked"),
            ));
        }
        out
    }
}

/// A number with what it counts.
fn counted(number: u32, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
