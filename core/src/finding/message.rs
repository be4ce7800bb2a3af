//! Sentences: templates that are filled with facts, and where sentences and labels come from.
//!
//! The library that judges in a browser contains neither; there, a file of one language is passed in as [`Sentences`].

use std::fmt::Write as _;

use super::path::Named;
use super::{Fact, FactKind, Facts, Finding, Meta, Path, Remark, Token};
use crate::grammar::{Closed, List, Word};
use crate::json::{Look as _, parse};
use crate::language::Lang;

/// The names of the facts that a template is filled with.
pub fn placeholders(template: &'static str) -> impl Iterator<Item = &'static str> {
    parts(template).filter_map(|part| if let Part::Fact(name) = part { Some(name) } else { None })
}

/// The sentences and labels of one language, as they are passed to a library that contains none.
#[derive(Clone, Debug)]
pub struct Sentences {
    lang: Lang,
    /// By code of the rule, and by list and key; sorted.
    texts: Vec<(String, String)>,
}

impl Sentences {
    /// The name and version of a file of sentences.
    pub const FORMAT: &'static str = "twentse-kubus/sentences@1";
    /// The version of the library that a file of sentences is of.
    pub const ENGINE: &'static str = env!("CARGO_PKG_VERSION");

    /// Reads what [`Sentences::write`] of this version wrote: `{"format": "twentse-kubus/sentences@1", "engine": "0.1.0",
    /// "lang": "nl", "texts": {"TK-P101": "…", "Role.mentor": "…"}}`. One of another version may lack a rule, or fill a
    /// sentence with other facts.
    pub fn read(text: &str) -> Option<Self> {
        let value = parse(text)?;
        let says = |key: &str, what: &str| value.get(key).and_then(|value| value.text()) == Some(what);
        if !says("format", Self::FORMAT) || !says("engine", Self::ENGINE) {
            return None;
        }
        let lang = Lang::parse(value.get("lang")?.text()?).ok()?;
        let mut texts = Vec::new();
        for (key, text) in value.get("texts")?.members()? {
            texts.push((key.to_string(), text.text()?.to_owned()));
        }
        texts.is_sorted().then_some(Self { lang, texts })
    }

    fn get(&self, key: &str) -> &str {
        let found = self.texts.binary_search_by(|(known, _)| known.as_str().cmp(key));
        found.ok().and_then(|at| self.texts.get(at)).map_or("", |(_, text)| text)
    }

    /// The sentences of these rules and the labels of their facts, of what they are about and of these lists, in one
    /// language.
    #[cfg(feature = "messages")]
    pub fn write(lang: Lang, rules: impl Iterator<Item = &'static Meta>, lists: &[&'static List]) -> String {
        let voice = Voice::of(lang);
        let mut texts = std::collections::BTreeMap::new();
        let mut lists = lists.to_vec();
        lists.extend([super::SubjectKind::LIST, Remark::LIST]);
        for rule in rules {
            texts.insert(rule.code.to_owned(), voice.sentence(rule).to_owned());
            texts.insert([rule.code, FIX].concat(), voice.fix(rule).to_owned());
            texts.insert([rule.code, ASKS].concat(), voice.asks(rule).to_owned());
            lists.extend(rule.facts.iter().filter_map(|(_, kind)| kind.list()));
        }
        for list in lists {
            for word in list.words {
                texts.insert(format!("{}.{}", list.name, word.key), voice.label(list, word).to_owned());
            }
        }
        let (format, engine) = (Self::FORMAT, Self::ENGINE);
        serde_json::json!({ "format": format, "engine": engine, "lang": lang.tag(), "texts": texts }).to_string()
    }
}

/// A language, and where its sentences and labels are.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'v> {
    lang: Lang,
    from: Option<&'v Sentences>,
}

impl<'v> From<&'v Sentences> for Voice<'v> {
    fn from(sentences: &'v Sentences) -> Self {
        Self { lang: sentences.lang, from: Some(sentences) }
    }
}

impl<'v> Voice<'v> {
    /// By the sentences that are compiled in.
    #[cfg(feature = "messages")]
    pub const fn of(lang: Lang) -> Self {
        Self { lang, from: None }
    }

    /// The language.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// The template of a rule's findings.
    fn sentence(self, rule: &Meta) -> &'v str {
        match self.from {
            Some(sentences) => sentences.get(rule.code),
            #[cfg(feature = "messages")]
            None => rule.texts.message.get(self.lang),
            #[cfg(not(feature = "messages"))]
            None => "",
        }
    }

    /// What to do about the findings of a rule.
    pub(crate) fn fix(self, rule: &Meta) -> &'v str {
        match self.from {
            Some(sentences) => sentences.get(&[rule.code, FIX].concat()),
            #[cfg(feature = "messages")]
            None => rule.texts.fix.get(self.lang),
            #[cfg(not(feature = "messages"))]
            None => "",
        }
    }

    /// What a rule requires.
    #[cfg(any(feature = "insight", feature = "messages"))]
    pub(crate) fn asks(self, rule: &Meta) -> &'v str {
        match self.from {
            Some(sentences) => sentences.get(&[rule.code, ASKS].concat()),
            #[cfg(feature = "messages")]
            None => rule.texts.asks.get(self.lang),
            #[cfg(not(feature = "messages"))]
            None => "",
        }
    }

    /// A place as people call it: the labels of its fields and the numbers of its items, counted from 1; empty for the
    /// whole document.
    pub(crate) fn place(self, path: &Path) -> String {
        let mut out = String::new();
        let mut steps = path.walk().peekable();
        while let Some((record, step, _)) = steps.next() {
            let Token::Member(name) = step else { continue };
            if !out.is_empty() {
                out.push_str(", ");
            }
            let item = steps.peek().and_then(|(_, next, _)| if let Token::Item(at) = next { Some(*at) } else { None });
            out.push_str(self.field(item.is_some(), record.name, name));
            if let Some(at) = item {
                let _ = write!(out, " {}", at + 1);
            }
        }
        out
    }

    /// What a field of a record is called, or one item of it.
    fn field(self, is_item: bool, record: &str, name: &str) -> &'v str {
        match self.from {
            Some(sentences) => {
                let list = if is_item { "Item." } else { "Field." };
                let of_record = sentences.get(&[list, record, ".", name].concat());
                if of_record.is_empty() { sentences.get(&[list, name].concat()) } else { of_record }
            }
            #[cfg(feature = "messages")]
            None => {
                let list = if is_item { &crate::documents::ITEMS } else { &crate::documents::FIELDS };
                crate::documents::label(list, record, name).map_or("", |word| self.label(list, word))
            }
            #[cfg(not(feature = "messages"))]
            None => "",
        }
    }

    /// The label of a word of a closed list.
    pub(crate) fn label(self, list: &'static List, word: &'static Word) -> &'v str {
        match self.from {
            Some(sentences) => sentences.get(&[list.name, ".", word.key].concat()),
            #[cfg(feature = "messages")]
            None => word.label.get(self.lang),
            #[cfg(not(feature = "messages"))]
            None => word.key,
        }
    }

    /// The label of a value of a closed list.
    pub(crate) fn name<T: Closed>(self, value: T) -> &'v str {
        self.label(T::LIST, value.word())
    }

    /// The sentence of a finding, with its facts filled in and, behind it, what it says of the finding as a whole.
    pub(crate) fn say(self, finding: &Finding) -> String {
        let mut out = String::new();
        let mut rest = self.sentence(finding.rule);
        while let Some((before, (inside, behind))) =
            rest.split_once('[').and_then(|(before, from)| Some((before, from.split_once(']')?)))
        {
            self.fill(before, finding, &mut out);
            if parts(inside).all(|part| part.is_known(&finding.facts)) {
                self.fill(inside, finding, &mut out);
            }
            rest = behind;
        }
        self.fill(rest, finding, &mut out);
        if finding.draft {
            let _ = write!(out, " ({})", self.name(Remark::Draft));
        }
        out
    }

    fn fill(self, template: &str, finding: &Finding, out: &mut String) {
        for part in parts(template) {
            match part {
                Part::Words(words) => out.push_str(words),
                Part::Fact(SUBJECT) => {
                    out.push_str(self.name(finding.subject.kind));
                    if let Some(id) = &finding.subject.id {
                        let _ = write!(out, " `{id}`");
                    }
                }
                Part::Fact(name) => match finding.facts.get(name) {
                    Some(fact) => {
                        let kind = finding.rule.facts.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
                        self.fact(fact, kind, &finding.path, out);
                    }
                    None => out.push('…'),
                },
            }
        }
    }

    /// A fact as people read it.
    fn fact(self, fact: &Fact, kind: Option<FactKind>, path: &Path, out: &mut String) {
        match fact {
            Fact::Id(id) => out.push_str(id),
            Fact::Name(name) => {
                let named = kind.and_then(FactKind::naming).and_then(|naming| path.named(naming, name));
                self.named(name, named.as_ref(), out);
            }
            Fact::Date(day) => self.lang.say_date(*day, out),
            Fact::SchoolYear(year) => drop(write!(out, "{year}")),
            Fact::Whole(number) => drop(write!(out, "{number}")),
            Fact::Decimal(number) => {
                let number = number.to_string();
                out.push_str(&if self.lang == Lang::En { number } else { number.replace('.', ",") });
            }
            Fact::Word(word) => {
                out.push_str(kind.and_then(FactKind::list).map_or(word.key, |list| self.label(list, word)));
            }
            Fact::List(facts) => {
                for (position, fact) in facts.iter().enumerate() {
                    if position > 0 {
                        out.push_str(if position + 1 == facts.len() { self.lang.and() } else { ", " });
                    }
                    self.fact(fact, kind, path, out);
                }
            }
        }
    }

    /// A field or a value of the format, by its label, which can be several words. English is the language of developers,
    /// who write the name: it adds that where it is another word.
    fn named(self, name: &'static str, named: Option<&Named>, out: &mut String) {
        let label = match named {
            Some(Named::Field { record, name, is_item }) => self.field(*is_item, record.name, name),
            Some(Named::Value(list, word)) => self.label(list, word),
            Some(Named::Format(_)) | None => "",
        };
        let _ = match self.lang {
            _ if label.is_empty() || label == name => write!(out, "`{name}`"),
            Lang::En => write!(out, "{label} (`{name}`)"),
            Lang::Nl | Lang::NlPlain => write!(out, "`{label}`"),
        };
    }
}

/// Behind the code of a rule: what to do about its findings.
const FIX: &str = ".fix";

#[cfg(any(feature = "insight", feature = "messages"))]
/// Behind the code of a rule: what it requires.
const ASKS: &str = ".asks";

/// The place in a template of what the finding is about.
const SUBJECT: &str = "subject";

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part<'t> {
    Words(&'t str),
    Fact(&'t str),
}

impl Part<'_> {
    fn is_known(&self, facts: &Facts) -> bool {
        match self {
            Self::Words(_) => true,
            Self::Fact(name) => *name == SUBJECT || facts.get(name).is_some(),
        }
    }
}

/// The pieces of a template, in order.
pub(crate) fn parts(template: &str) -> impl Iterator<Item = Part<'_>> {
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
