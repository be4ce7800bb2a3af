//! The numbered statements of the booklet *Praktijk In-Zicht*, and what of the library carries each: `tests/statements.toml`.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fmt, fs};

use anyhow::{Context as _, Result};
use serde::Deserialize;
use twentse_kubus::documents::Kind;
use twentse_kubus::frameworks::{self, Framework};
use twentse_kubus::grammar::{Closed as _, List, Member, Record, Shape, Word};
use twentse_kubus::{Meta, catalogue};

/// Names of functions, each of which the compiler finds in the bound surface.
macro_rules! functions {
    ($($of:ident . $name:ident),* $(,)?) => {
        [$({
            let _ = twentse_kubus::api::$of::$name;
            concat!(stringify!($of), ".", stringify!($name))
        }),*]
    };
}

/// Names of types, each of which the compiler finds at the root of the library.
macro_rules! types {
    ($($name:ident),* $(,)?) => {
        [$({
            let _ = size_of::<twentse_kubus::$name>();
            stringify!($name)
        }),*]
    };
}

/// The functions that carry statements.
pub fn functions() -> [&'static str; 7] {
    functions![
        Validator.assess,
        Validator.bundle,
        Validator.card,
        Validator.coverage,
        Validator.curriculum_coverage,
        Validator.hand_over,
        Validator.trace,
    ]
}

/// The types that carry statements.
pub fn types() -> [&'static str; 1] {
    types![Overlay]
}

/// A passage of the booklet and its statements, by number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// The chapter that it is in, if any.
    pub chapter: Option<u8>,
    /// The heading above it; in English where the booklet has none.
    pub heading: String,
    /// Its statements.
    pub statements: BTreeMap<String, Statement>,
}

/// What a statement is about, and what carries it.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Written")]
pub struct Statement {
    /// Its subject, in a few words.
    pub about: String,
    /// What carries it, or why nothing does.
    pub answer: Answer,
}

/// What carries a statement, or why nothing does.
#[derive(Debug)]
pub enum Answer {
    /// These do.
    CarriedBy(Vec<Item>),
    /// Nothing does, and this is the kind of reason and the reason itself.
    Nothing(Reason, String),
}

/// Why nothing carries a statement.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It sets nothing.
    Descriptive,
    /// No document can show it.
    NotCheckable,
    /// What it says is lost or was not found.
    Unknown,
}

/// A statement as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    about: String,
    #[serde(default)]
    carried_by: Vec<Item>,
    none: Option<Reason>,
    because: Option<String>,
}

impl TryFrom<Written> for Statement {
    type Error = &'static str;

    fn try_from(Written { about, carried_by, none, because }: Written) -> Result<Self, Self::Error> {
        let answer = match (carried_by.is_empty(), none, because) {
            (false, None, None) => Answer::CarriedBy(carried_by),
            (true, Some(reason), Some(because)) => Answer::Nothing(reason, because),
            _ => return Err("either `carried_by`, or both `none` and `because`"),
        };
        Ok(Self { about, answer })
    }
}

/// The kinds of things that carry statements, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// A rule, by its code.
    Rule,
    /// A field, by the names that lead to it from the document's record on.
    Field,
    /// A value of a closed list, by list and key.
    Word,
    /// A list of reference data, by the name of its data file.
    List,
    /// A function of the bound surface.
    Function,
    /// A type of the library.
    Type,
}

impl ItemKind {
    /// Each with how it is written.
    const WRITTEN: [(Self, &'static str); 6] = [
        (Self::Rule, "rule"),
        (Self::Field, "field"),
        (Self::Word, "word"),
        (Self::List, "list"),
        (Self::Function, "fn"),
        (Self::Type, "type"),
    ];
}

/// Something of the library by its name, whether it is there or not.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(try_from = "String")]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// What it is called among those of its kind.
    pub name: String,
}

impl TryFrom<String> for Item {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let known = text.split_once(':').and_then(|(kind, name)| {
            let (kind, _) = ItemKind::WRITTEN.into_iter().find(|(_, written)| *written == kind)?;
            Some(Self { kind, name: name.to_owned() })
        });
        known.ok_or_else(|| format!("`{text}` is no kind of item with a name"))
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, kind) = ItemKind::WRITTEN.into_iter().find(|(kind, _)| *kind == self.kind).ok_or(fmt::Error)?;
        write!(f, "{kind}:{}", self.name)
    }
}

/// Something that is in the library.
#[derive(Debug)]
pub enum Found {
    /// A rule.
    Rule(&'static Meta),
    /// A field of a kind of document, and the record that it is a member of.
    Field(Kind, &'static Record, &'static Member),
    /// A value of a closed list.
    Word(&'static List, &'static Word),
    /// A list of reference data.
    List(Framework),
    /// A function or a type.
    Code,
}

impl Item {
    /// The thing of this name; `None` when the library has none.
    pub fn find(&self) -> Option<Found> {
        let name = self.name.as_str();
        match self.kind {
            ItemKind::Rule => catalogue::all().find(|rule| rule.code == name).map(Found::Rule),
            ItemKind::Field => field(name),
            ItemKind::Word => {
                let (list, key) = name.split_once('.')?;
                let list = *twentse_kubus::lists().get(list)?;
                list.words.iter().find(|word| word.key == key).map(|word| Found::Word(list, word))
            }
            ItemKind::List => frameworks::all().find(|list| list.name == name).map(Found::List),
            ItemKind::Function => functions().contains(&name).then_some(Found::Code),
            ItemKind::Type => types().contains(&name).then_some(Found::Code),
        }
    }
}

/// The field to which these names lead, the first of which is that of the document's record.
fn field(names: &str) -> Option<Found> {
    let mut names = names.split('.');
    let document = names.next()?;
    let kinds = Kind::ALL.iter().filter_map(|kind| Some((*kind, catalogue::record(*kind)?)));
    let (kind, mut record) = kinds.into_iter().find(|(_, record)| record.name == document)?;
    let mut member: &'static Member = record.members.get(record.position(names.next()?)?)?;
    for name in names {
        record = within(&member.shape)?;
        member = record.members.get(record.position(name)?)?;
    }
    Some(Found::Field(kind, record, member))
}

/// The record that a value is, or that its items are.
pub fn within(shape: &Shape) -> Option<&'static Record> {
    if let Shape::Record(record) = shape {
        return Some(record);
    }
    if let Shape::List(item) = shape { within(item) } else { None }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenBooklet {
    passages: Vec<Passage>,
}

/// The passages of the booklet in their order, from the repository's root.
///
/// # Errors
/// When the file is not there or not in form.
pub fn passages(root: &Path) -> Result<Vec<Passage>> {
    let file = root.join("tests/statements.toml");
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let booklet: WrittenBooklet = toml::from_str(&text).with_context(|| file.display().to_string())?;
    Ok(booklet.passages)
}
