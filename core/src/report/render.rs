//! A report as readable text.

use std::fmt::Write as _;

use super::{Answer, Report, Severity};
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
        let whose = self.document_id().unwrap_or("?");
        line(&format!("{} {whose} · {day}", lang.pick("Portfolio", "Portfolio")));
        line(&format!("{}: {}", lang.pick("Oordeel", "Verdict"), label(self.verdict.word())));
        let counts = self.counts;
        line(&format!(
            "{} {} · {} {} · {} {}",
            counts.error,
            lang.pick("fouten", "errors"),
            counts.warning,
            lang.pick("waarschuwingen", "warnings"),
            counts.info,
            lang.pick("ter informatie", "for information"),
        ));
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
                line(&format!("           {}", finding.path));
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
            line(&format!(
                "{} {}",
                self.unchecked.len(),
                lang.pick("onderdelen niet gecontroleerd", "parts not checked")
            ));
        }
        out
    }
}
