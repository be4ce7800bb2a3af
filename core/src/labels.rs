//! What people call the parts of documents and of reports, in one language: what a form, a table or a menu shows.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::Serializer;

use crate::catalogue;
use crate::documents::{FIELDS, ITEMS, Kind};
use crate::finding::{Actor, Answer, Part, Reason, Remark, Severity, Step, SubjectKind};
use crate::frameworks;
use crate::grammar::{Closed as _, List, Word};
#[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
use crate::insight::ReplayPhrase;
#[cfg(feature = "insight")]
use crate::insight::{INSIGHT_LISTS, InsightPhrase};
use crate::judging::Lens;
use crate::language::Lang;
use crate::report::{CardPhrase, Phrase, Verdict};

/// Labels by key, in the order of their list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named(Vec<(&'static str, &'static str)>);

impl Named {
    fn of<'w>(words: impl IntoIterator<Item = &'w Word>, lang: Lang) -> Self {
        Self(words.into_iter().map(|word| (word.key, word.label.get(lang))).collect())
    }

    /// The label of a key.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        self.iter().find(|(known, _)| *known == key).map(|(_, label)| label)
    }

    /// Every key with its label.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter().copied()
    }

    /// The label of what a record has under this name: its own, or that of the name in every record.
    fn within(&self, record: &str, name: &str) -> Option<&'static str> {
        self.get(&[record, ".", name].concat()).or_else(|| self.get(name))
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

/// What people call the parts of documents and of reports, in one language.
///
/// ```
/// use twentse_kubus::{Lang, labels};
///
/// let labels = labels(Lang::NlPlain);
/// assert_eq!(labels.field("Portfolio", "placements"), Some("stages"));
/// // `of` is something else in an assessment than in an exemption.
/// assert_eq!(labels.field("Assessment", "of"), Some("wat is beoordeeld"));
/// assert_eq!(labels.values["Weekday"].get("monday"), Some("maandag"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Labels {
    /// The fields of documents, by name; one that a record calls something else also by record and name: `Assessment.of`.
    pub fields: Named,
    /// One item of the fields that are lists, in the same way.
    pub items: Named,
    /// The values of the closed lists of documents, reports, next steps and frameworks, by list and key.
    pub values: BTreeMap<&'static str, Named>,
    /// The kinds of document that can be checked.
    pub kinds: Named,
    /// The fixed phrases of a report, as text and as a card, and of the results about it.
    pub phrases: Named,
    /// The months, from January on.
    pub months: Vec<&'static str>,
}

/// What people call the parts of documents and of reports, in a language.
pub fn labels(lang: Lang) -> Labels {
    let named = |list: &'static List| Named::of(list.words, lang);
    let kinds = Kind::ALL.iter().filter(|kind| catalogue::record(**kind).is_some());
    Labels {
        fields: named(&FIELDS),
        items: named(&ITEMS),
        values: lists().into_iter().map(|(name, list)| (name, named(list))).collect(),
        kinds: Named::of(kinds.map(|kind| kind.word()), lang),
        phrases: Named::of(phrases(), lang),
        months: lang.months().collect(),
    }
}

impl Labels {
    /// What a record calls a field.
    pub fn field(&self, record: &str, name: &str) -> Option<&'static str> {
        self.fields.within(record, name)
    }

    /// What a record calls one item of a field that is a list.
    pub fn item(&self, record: &str, name: &str) -> Option<&'static str> {
        self.items.within(record, name)
    }
}

/// The fixed phrases of a report, as text and as a card, and of the results about it.
pub(crate) fn phrases() -> impl Iterator<Item = &'static Word> {
    let phrases = Phrase::LIST.words.iter().chain(CardPhrase::LIST.words);
    #[cfg(feature = "insight")]
    let phrases = phrases.chain(InsightPhrase::LIST.words);
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
    let phrases = phrases.chain(ReplayPhrase::LIST.words);
    phrases
}

/// Every closed list that documents, reports, their results and frameworks have values of, by name.
pub fn lists() -> BTreeMap<&'static str, &'static List> {
    let of_reports = [
        Actor::LIST,
        Answer::LIST,
        Kind::LIST,
        Lens::LIST,
        Part::LIST,
        Reason::LIST,
        Remark::LIST,
        Severity::LIST,
        Step::LIST,
        SubjectKind::LIST,
        Verdict::LIST,
    ];
    let of_facts = catalogue::all().flat_map(|rule| rule.facts).filter_map(|(_, kind)| kind.list());
    let all = of_reports.into_iter().chain(of_facts).chain(frameworks::lists()).chain(catalogue::lists());
    #[cfg(feature = "insight")]
    let all = all.chain(INSIGHT_LISTS.iter().copied().filter(|list| !list.name.ends_with("Phrase")));
    all.map(|list| (list.name, list)).collect()
}
