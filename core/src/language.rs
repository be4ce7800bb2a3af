//! Languages: texts that exist in all of them, and templates that are filled with facts.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use crate::error::Error;
use crate::report::Facts;

/// A language in which findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lang {
    /// Dutch, for professionals.
    Nl,
    /// Plain Dutch at level B1, for students.
    NlPlain,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::Nl, Self::NlPlain, Self::En];

    /// The language with this tag: `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `unknown-language` for any other tag.
    pub fn parse(tag: &str) -> Result<Self, Error> {
        match tag {
            "nl" => Ok(Self::Nl),
            "nl-plain" => Ok(Self::NlPlain),
            "en" => Ok(Self::En),
            _ => Err(Error::UnknownLanguage),
        }
    }

    /// Chooses between a Dutch and an English text.
    pub(crate) fn pick<'t>(self, nl: &'t str, en: &'t str) -> &'t str {
        match self {
            Self::Nl | Self::NlPlain => nl,
            Self::En => en,
        }
    }

    pub(crate) fn and(self) -> &'static str {
        self.pick(" en ", " and ")
    }

    /// Writes a day: `3 oktober 2025`, `3 October 2025`.
    pub(crate) fn say_date(self, day: NaiveDate, out: &mut String) {
        const NL: &str = "januari februari maart april mei juni juli augustus september oktober november december";
        const EN: &str = "January February March April May June July August September October November December";
        let month = self.pick(NL, EN).split(' ').nth(day.month0() as usize).unwrap_or_default();
        let _ = write!(out, "{} {month} {}", day.day(), day.year());
    }
}

/// A text in Dutch and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Dutch.
    pub nl: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The text in this language.
    pub fn get(&self, lang: Lang) -> &'static str {
        lang.pick(self.nl, self.en)
    }
}

/// The sentence of a finding, as a template: `{name}` stands for the fact of that name, and what stands between `[` and `]`
/// is only said when the finding has the facts in it.
#[derive(Clone, Copy, Debug)]
pub struct Message {
    /// Dutch.
    pub nl: &'static str,
    /// Plain Dutch at level B1.
    pub nl_plain: &'static str,
    /// English.
    pub en: &'static str,
}

impl Message {
    /// The template in this language.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.nl,
            Lang::NlPlain => self.nl_plain,
            Lang::En => self.en,
        }
    }

    /// The names of the facts that the template in this language is filled with.
    pub fn placeholders(&self, lang: Lang) -> impl Iterator<Item = &'static str> {
        parts(self.get(lang)).filter_map(|part| if let Part::Fact(name) = part { Some(name) } else { None })
    }

    /// The sentence in this language.
    pub(crate) fn fill(&self, lang: Lang, facts: &Facts) -> String {
        let mut sentence = String::new();
        let mut rest = self.get(lang);
        while let Some((before, (inside, behind))) =
            rest.split_once('[').and_then(|(before, from)| Some((before, from.split_once(']')?)))
        {
            say(before, lang, facts, &mut sentence);
            if parts(inside).all(|part| part.is_known(facts)) {
                say(inside, lang, facts, &mut sentence);
            }
            rest = behind;
        }
        say(rest, lang, facts, &mut sentence);
        sentence
    }
}

fn say(template: &'static str, lang: Lang, facts: &Facts, out: &mut String) {
    for part in parts(template) {
        match part {
            Part::Words(words) => out.push_str(words),
            Part::Fact(name) => match facts.get(name) {
                Some(fact) => fact.say(lang, out),
                None => out.push('…'),
            },
        }
    }
}

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Words(&'static str),
    Fact(&'static str),
}

impl Part {
    fn is_known(&self, facts: &Facts) -> bool {
        match self {
            Self::Words(_) => true,
            Self::Fact(name) => facts.get(name).is_some(),
        }
    }
}

/// The pieces of a template, in order.
pub(crate) fn parts(template: &'static str) -> impl Iterator<Item = Part> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, behind)) = rest.strip_prefix('{').and_then(|inside| inside.split_once('}')) {
            rest = behind;
            return Some(Part::Fact(name));
        }
        let (words, behind) = rest.split_at(rest.find('{').unwrap_or(rest.len()));
        rest = behind;
        Some(Part::Words(words))
    })
}
