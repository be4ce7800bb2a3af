//! What a rule requires, why, how to fix it, and where it comes from.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::catalogue::{self, Entry};
use crate::error::Error;
use crate::finding::{Norm, Phase, Severity};
use crate::grammar::Closed as _;
use crate::language::{Lang, PlainText, Text};
use crate::provenance::{Basis, Passage, Source};

pub(crate) fn explain(selector: &str, lang: &str) -> Result<String, Error> {
    let lang = Lang::parse(lang)?;
    let rule = catalogue::find(selector).ok_or(Error::UnknownRule)?;
    let texts = &rule.texts;
    let mut out = String::new();
    let _ = writeln!(out, "# {} · {}\n", rule.code, texts.title.get(lang));
    let _ = writeln!(out, "`{}` · {} · {}\n", rule.name, level(rule.severity, lang), phase(rule.phase, lang));
    let mut part = |heading: Text, text: &str| {
        let _ = writeln!(out, "**{}** {text}\n", heading.get(lang));
    };
    part(Text { nl: "Wat de regel vraagt.", en: "What it requires." }, texts.asks.get(lang));
    part(Text { nl: "Waarom.", en: "Why." }, texts.why.get(lang));
    part(Text { nl: "Wat je eraan doet.", en: "How to fix it." }, texts.fix.get(lang));
    if !rule.norms.is_empty() {
        let norm = |norm: &&Norm| {
            format!(
                "`{}` = `{}` ({}; {})",
                norm.name,
                norm.write(norm.default),
                norm.label.get(lang),
                norm.allowed(lang)
            )
        };
        let norms: Vec<String> = rule.norms.iter().map(norm).collect();
        part(Text { nl: "Normen.", en: "Norms." }, &norms.join("; "));
    }
    let sources: Vec<String> = rule.sources.iter().map(|source| cite(source, lang)).collect();
    part(Text { nl: "Bron.", en: "Source." }, &format!("{} ({})", sources.join("; "), basis(rule.basis, lang)));
    Ok(out)
}

fn level(severity: Option<Severity>, lang: Lang) -> &'static str {
    severity.map_or(lang.pick("uit", "off"), |severity| lang.pick(severity.word().nl, severity.word().en))
}

fn phase(phase: Phase, lang: Lang) -> String {
    match phase {
        Phase::Reading => lang.pick("bij het lezen", "while reading").to_owned(),
        Phase::Always => lang.pick("op elke peildatum", "on every reference day").to_owned(),
        Phase::Now => lang.pick("vanaf de dag dat het onderdeel begint", "from the day the item begins").to_owned(),
        Phase::Year(years) => {
            let after = match (lang, years.len()) {
                (Lang::En, 1) => "after study year",
                (Lang::En, _) => "after study years",
                (Lang::Nl | Lang::NlPlain, _) => "na afloop van studiejaar",
            };
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            format!(
                "{after} {} ({})",
                years.join(lang.and()),
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
        "since": rule.since,
        "title": text(rule.texts.title),
        "asks": text(rule.texts.asks),
        "why": text(rule.texts.why),
        "fix": plain(rule.texts.fix),
        "message": { "nl": rule.texts.message.nl, "nl-plain": rule.texts.message.nl_plain, "en": rule.texts.message.en },
    })
}
