//! What a rule requires, why, how to fix it, and where it comes from.

use std::fmt;

use serde_json::{Value, json};

use crate::catalogue::{self, Entry};
use crate::error::Error;
use crate::finding::{Meta, Phase, Severity};
use crate::grammar::Closed as _;
use crate::language::{Lang, PlainText, Text};
use crate::provenance::{Basis, Passage, Source};

/// A rule in one language: what it requires, why, how to fix a shortfall, and where it comes from. Written out ([`fmt::Display`]),
/// it is a page of Markdown.
///
/// ```
/// use twentse_kubus::{Lang, explain};
///
/// let rule = explain("placement-without-mentor", Lang::En)?;
/// assert_eq!(rule.code(), "TK-P105");
/// println!("{}\n{}", rule.requires(), rule.fix());
/// let grace = rule.norms().next().expect("a norm");
/// assert_eq!((grace.name, grace.default.as_str()), ("grace_days", "14"));
/// assert!(rule.to_string().starts_with("# TK-P105"));
/// # Ok::<(), twentse_kubus::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Explanation {
    rule: &'static Meta,
    lang: Lang,
}

/// A norm of a rule in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExplainedNorm {
    /// Its name; with the code of the rule, `TK-P105.grace_days`, a rulebook sets it.
    pub name: &'static str,
    /// What it is.
    pub label: &'static str,
    /// Its value unless a rulebook sets another, as JSON.
    pub default: String,
    /// What a rulebook may set.
    pub allowed: String,
}

/// Explains the rule with this code or name, in a language.
///
/// # Errors
/// `unknown-rule`.
pub fn explain(code_or_name: &str, lang: Lang) -> Result<Explanation, Error> {
    let rule = catalogue::find(code_or_name).ok_or(Error::UnknownRule)?;
    Ok(Explanation { rule, lang })
}

impl Explanation {
    /// The rule, with its metadata.
    pub fn rule(&self) -> &'static Meta {
        self.rule
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Code of the rule.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// Name of the rule.
    pub fn name(&self) -> &'static str {
        self.rule.name
    }

    /// What is the matter, in a few words.
    pub fn title(&self) -> &'static str {
        self.rule.texts.title.get(self.lang)
    }

    /// What the rule requires.
    pub fn requires(&self) -> &'static str {
        self.rule.texts.asks.get(self.lang)
    }

    /// Why it requires that.
    pub fn why(&self) -> &'static str {
        self.rule.texts.why.get(self.lang)
    }

    /// How to fix a shortfall.
    pub fn fix(&self) -> &'static str {
        self.rule.texts.fix.get(self.lang)
    }

    /// What kind of step that is.
    pub fn step(&self) -> &'static str {
        self.rule.step.word().label.get(self.lang)
    }

    /// Who takes it.
    pub fn acts(&self) -> &'static str {
        self.rule.acts.word().label.get(self.lang)
    }

    /// How serious a shortfall is when it is due.
    pub fn severity(&self) -> &'static str {
        level(self.rule.severity, self.lang)
    }

    /// When a shortfall is due.
    pub fn due(&self) -> String {
        phase(self.rule.phase, self.lang)
    }

    /// Its norms, which a rulebook may set.
    pub fn norms(&self) -> impl Iterator<Item = ExplainedNorm> {
        let lang = self.lang;
        self.rule.norms.iter().map(move |norm| ExplainedNorm {
            name: norm.name,
            label: norm.label.get(lang),
            default: norm.write(norm.default),
            allowed: norm.allowed(lang),
        })
    }

    /// Where it comes from: chapter and heading of the booklet, article of a law, another publication.
    pub fn sources(&self) -> impl Iterator<Item = String> {
        let lang = self.lang;
        self.rule.sources.iter().map(move |source| cite(source, lang))
    }

    /// What it is based on.
    pub fn basis(&self) -> &'static str {
        basis(self.rule.basis, self.lang)
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# {} · {}\n", self.code(), self.title())?;
        writeln!(f, "`{}` · {} · {}\n", self.name(), self.severity(), self.due())?;
        let mut part = |heading: Text, text: &str| writeln!(f, "**{}** {text}\n", heading.get(self.lang));
        part(Text { nl: "Wat de regel vraagt.", en: "What it requires." }, self.requires())?;
        part(Text { nl: "Waarom.", en: "Why." }, self.why())?;
        part(Text { nl: "Wat je eraan doet.", en: "How to fix it." }, self.fix())?;
        part(Text { nl: "Stap.", en: "Step." }, &format!("{} ({})", self.step(), self.acts()))?;
        let norm = |norm: ExplainedNorm| {
            let ExplainedNorm { name, label, default, allowed } = norm;
            format!("`{name}` = `{default}` ({label}; {allowed})")
        };
        let norms: Vec<String> = self.norms().map(norm).collect();
        if !norms.is_empty() {
            part(Text { nl: "Normen.", en: "Norms." }, &norms.join("; "))?;
        }
        let sources: Vec<String> = self.sources().collect();
        part(Text { nl: "Bron.", en: "Source." }, &sources.join("; "))?;
        part(Text { nl: "Grondslag.", en: "Basis." }, self.basis())
    }
}

fn level(severity: Option<Severity>, lang: Lang) -> &'static str {
    severity.map_or(lang.pick("uit", "off"), |severity| severity.word().label.get(lang))
}

fn phase(phase: Phase, lang: Lang) -> String {
    match phase {
        Phase::Reading => lang.pick("bij het lezen", "while reading").to_owned(),
        Phase::Always => lang.pick("op elke peildatum", "on every reference day").to_owned(),
        Phase::Now => lang.pick("vanaf de dag dat het onderdeel begint", "from the day the item begins").to_owned(),
        Phase::Year([]) => lang
            .pick(
                "na afloop van het schooljaar (tot dan ter informatie)",
                "after the school year (information until then)",
            )
            .to_owned(),
        Phase::Year(years) => {
            let after = match (lang, years.len()) {
                (Lang::En, 1) => "after study year",
                (Lang::En, _) => "after study years",
                (Lang::Nl | Lang::NlPlain, _) => "na afloop van studiejaar",
            };
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            format!(
                "{after} {} ({})",
                listed(&years, lang),
                lang.pick("tot dan ter informatie", "information until then")
            )
        }
        Phase::End { warn_after: None } => {
            let (at, before) = (lang.pick("bij het afstuderen", "at graduation"), before(lang));
            format!("{at}; {before}")
        }
        Phase::End { warn_after: Some(year) } => {
            let (at, before) = (lang.pick("bij het afstuderen", "at graduation"), before(lang));
            format!("{at}; {} {year}, {before}", lang.pick("waarschuwing na studiejaar", "a warning after study year"))
        }
    }
}

/// `1`, `1 and 2`, `1, 2 and 3`.
fn listed(words: &[String], lang: Lang) -> String {
    match words {
        [but_last @ .., last] if !but_last.is_empty() => format!("{}{}{last}", but_last.join(", "), lang.and()),
        _ => words.concat(),
    }
}

/// What a shortfall is until it is due.
fn before(lang: Lang) -> &'static str {
    lang.pick("daarvoor ter informatie", "information before that")
}

fn basis(basis: Basis, lang: Lang) -> &'static str {
    match basis {
        Basis::Seed => lang.pick("staat in het katern", "stated by the booklet"),
        Basis::Statute => lang.pick("wet", "statute"),
        Basis::Secondary => lang.pick("andere gepubliceerde bron", "another published source"),
        Basis::Inferred => lang.pick("onze interpretatie", "our interpretation"),
        Basis::Unknown => lang.pick("bron onbekend", "source unknown"),
    }
}

fn cite(source: &Source, lang: Lang) -> String {
    match source {
        Source::Booklet(passages) => {
            let passages: Vec<String> = passages.iter().map(|passage| place(*passage, lang)).collect();
            format!("{} Praktijk In-Zicht, {}", lang.pick("katern", "booklet"), passages.join(lang.and()))
        }
        Source::Published(text) | Source::Law(text) | Source::Standard(text) => text.get(lang).to_owned(),
        Source::Own(ground) => format!("{}: {}", lang.pick("eigen afspraak", "our own convention"), ground.get(lang)),
    }
}

/// Where a passage is in the booklet: `hoofdstuk 2, kop "De mentor"`.
fn place(passage: Passage, lang: Lang) -> String {
    let (chapter, heading) = passage.place();
    let chapter =
        chapter.map_or_else(String::new, |number| format!("{} {number}, ", lang.pick("hoofdstuk", "chapter")));
    format!("{chapter}{} \"{heading}\"", lang.pick("kop", "heading"))
}

pub(crate) fn rules() -> String {
    catalogue::entries().map(|entry| metadata(&entry)).collect::<Value>().to_string()
}

fn metadata(entry: &Entry) -> Value {
    let rule = entry.meta;
    let text = |text: Text| json!({ "nl": text.nl, "en": text.en });
    let plain = |text: PlainText| json!({ "nl": text.nl, "nl-plain": text.nl_plain, "en": text.en });
    let (kind, years, warn_after) = match rule.phase {
        Phase::Reading => ("reading", Value::Null, Value::Null),
        Phase::Always => ("always", Value::Null, Value::Null),
        Phase::Now => ("now", Value::Null, Value::Null),
        Phase::Year(years) => ("year", json!(years), Value::Null),
        Phase::End { warn_after } => ("end", Value::Null, json!(warn_after)),
    };
    let norms: Vec<Value> = rule
        .norms
        .iter()
        .map(|norm| {
            json!({
                "name": norm.name,
                "label": text(norm.label),
                "unit": norm.unit.key(),
                "allowed": { "nl": norm.allowed(Lang::Nl), "en": norm.allowed(Lang::En) },
                "default": serde_json::from_str::<Value>(&norm.write(norm.default)).unwrap_or_default(),
            })
        })
        .collect();
    let sources: Vec<String> = rule.sources.iter().map(|source| cite(source, Lang::En)).collect();
    json!({
        "code": rule.code,
        "name": rule.name,
        "severity": rule.level(),
        "phase": { "kind": kind, "years": years, "warnAfter": warn_after },
        "reads": entry.reads.iter().map(|(section, _)| *section).collect::<Vec<_>>(),
        "norms": norms,
        "facts": rule.facts.iter().map(|(name, kind)| json!({ "name": name, "kind": kind.key() })).collect::<Value>(),
        "sources": sources,
        "basis": rule.basis,
        "needs": entry.needs,
        "step": rule.step,
        "acts": rule.acts,
        "since": rule.since,
        "title": text(rule.texts.title),
        "asks": text(rule.texts.asks),
        "why": text(rule.texts.why),
        "fix": plain(rule.texts.fix),
        "message": plain(rule.texts.message),
    })
}
