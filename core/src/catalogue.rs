//! Every rule of every kind. Metadata is in every build, so that overlays and fingerprints are the same everywhere; the rules
//! with their checks are there for the kinds that a build has.
//!
//! ```
//! use twentse_kubus::catalogue;
//!
//! let rule = catalogue::find("TK-P105").expect("a rule");
//! assert_eq!(rule.name, "placement-without-mentor");
//! assert!(catalogue::all().count() > 40);
//! ```

#[cfg(feature = "curriculum")]
use crate::documents::Curriculums;
#[cfg(feature = "knowledge-base")]
use crate::documents::KnowledgeBases;
#[cfg(feature = "partnership")]
use crate::documents::Partnerships;
#[cfg(feature = "portfolio")]
use crate::documents::Portfolios;
use crate::documents::{Document, ExemptionOf, Family, Kind};
use crate::finding::Meta;
use crate::frameworks::StudyMode;
use crate::grammar::{Closed as _, Record, Sections};
#[cfg(feature = "messages")]
use crate::grammar::{List, Shape};
use crate::judging::{Judged, Reads, Rule, Waiting};
use crate::sort::sorted;
use crate::{curriculum, knowledge_base, partnership, portfolio, reading};

/// Every rule, by kind and code.
pub(crate) static ALL: &[&[&Meta]] = &[
    reading::rules::METAS,
    portfolio::p1_placements::METAS,
    portfolio::p2_specialisation::METAS,
    portfolio::p3_studios_designs_reflection::METAS,
    portfolio::p4_evidence::METAS,
    portfolio::p5_assessment::METAS,
    portfolio::p6_research::METAS,
    portfolio::x1_curriculum::METAS,
    curriculum::c1_questions::METAS,
    curriculum::c2_load::METAS,
    curriculum::c3_content::METAS,
    curriculum::c4_assessment::METAS,
    curriculum::c5_research::METAS,
    partnership::n1_network::METAS,
    partnership::n2_expertise::METAS,
    partnership::n3_capacity::METAS,
    partnership::n4_meetings::METAS,
    partnership::n5_research::METAS,
    partnership::n6_communities::METAS,
    knowledge_base::k1_ktp_materials::METAS,
    knowledge_base::k2_cube::METAS,
    knowledge_base::k3_knowledge::METAS,
];

/// The documents that a validator was given, to compare others with.
pub(crate) use portfolio::Others;

/// A kind of document whose rules are in this build.
pub(crate) trait Ruled: Judged {
    /// Its rules, by family.
    const RULES: &'static [&'static [&'static Rule<Self>]];
    /// The rules that need a document of another kind, by family.
    const WAITING: &'static [Waiting<Self>];

    /// Those of the documents of a validator that its rules may be about.
    fn others(_others: &Others) -> Option<&Self::Others> {
        None
    }

    /// Modes of study that a rule does not apply to.
    fn not_for(_when: &'static Self::When) -> &'static [StudyMode] {
        &[]
    }

    /// The exemption from a rule.
    fn exempted_by(_when: &'static Self::When) -> Option<ExemptionOf> {
        None
    }
}

#[cfg(feature = "portfolio")]
impl Ruled for Portfolios {
    const RULES: &'static [&'static [&'static Rule<Self>]] = portfolio::RULES;
    const WAITING: &'static [Waiting<Self>] = portfolio::WAITING;

    fn others(others: &Others) -> Option<&Self::Others> {
        Some(others)
    }

    fn not_for(when: &'static portfolio::When) -> &'static [StudyMode] {
        when.not_for
    }

    fn exempted_by(when: &'static portfolio::When) -> Option<ExemptionOf> {
        when.exempted_by
    }
}

#[cfg(feature = "curriculum")]
impl Ruled for Curriculums {
    const RULES: &'static [&'static [&'static Rule<Self>]] = curriculum::RULES;
    const WAITING: &'static [Waiting<Self>] = curriculum::WAITING;
}

#[cfg(feature = "partnership")]
impl Ruled for Partnerships {
    const RULES: &'static [&'static [&'static Rule<Self>]] = partnership::RULES;
    const WAITING: &'static [Waiting<Self>] = partnership::WAITING;
}

#[cfg(feature = "knowledge-base")]
impl Ruled for KnowledgeBases {
    const RULES: &'static [&'static [&'static Rule<Self>]] = knowledge_base::RULES;
    const WAITING: &'static [Waiting<Self>] = knowledge_base::WAITING;
}

/// Does something for a kind of document, with a name for its family; `None` where this build has no rules for the kind.
macro_rules! for_kind {
    ($kind:expr, $family:ident => $what:expr) => {
        match $kind {
            #[cfg(feature = "portfolio")]
            $crate::documents::Kind::Portfolio => {
                type $family = $crate::documents::Portfolios;
                Some($what)
            }
            #[cfg(not(feature = "portfolio"))]
            $crate::documents::Kind::Portfolio => None,
            #[cfg(feature = "curriculum")]
            $crate::documents::Kind::Curriculum => {
                type $family = $crate::documents::Curriculums;
                Some($what)
            }
            #[cfg(not(feature = "curriculum"))]
            $crate::documents::Kind::Curriculum => None,
            #[cfg(feature = "partnership")]
            $crate::documents::Kind::Partnership => {
                type $family = $crate::documents::Partnerships;
                Some($what)
            }
            #[cfg(not(feature = "partnership"))]
            $crate::documents::Kind::Partnership => None,
            #[cfg(feature = "knowledge-base")]
            $crate::documents::Kind::KnowledgeBase => {
                type $family = $crate::documents::KnowledgeBases;
                Some($what)
            }
            #[cfg(not(feature = "knowledge-base"))]
            $crate::documents::Kind::KnowledgeBase => None,
        }
    };
}
pub(crate) use for_kind;

/// Every rule of every kind, by kind and code.
pub fn all() -> impl Iterator<Item = &'static Meta> {
    ALL.iter().copied().flatten().copied()
}

/// The rule with this code or name.
pub fn find(selector: &str) -> Option<&'static Meta> {
    all().find(|rule| rule.code == selector || rule.name == selector)
}

/// The shape of a kind of document; `None` when this build does not have the kind.
pub fn record(kind: Kind) -> Option<&'static Record> {
    for_kind!(kind, K => K::RECORD)
}

/// Every rule that a rulebook may change, by code: all but those that decide whether a document could be read.
#[cfg(feature = "schema")]
pub(crate) fn open() -> impl Iterator<Item = &'static Meta> {
    all().filter(|rule| !rule.decides_reading)
}

/// The closed lists that the fields of documents have values of, each once: sentences show the labels of those values.
#[cfg(feature = "messages")]
pub fn lists() -> Vec<&'static List> {
    fn gather(shape: &Shape, lists: &mut Vec<&'static List>) {
        if let Shape::Record(record) = shape {
            record.members.iter().for_each(|member| gather(&member.shape, lists));
        } else if let Shape::List(item) = shape {
            gather(item, lists);
        } else if let Shape::Word(list) = shape {
            let is_known = lists.iter().any(|known| known.name == list.name);
            lists.extend((!is_known).then_some(*list));
        }
    }
    let mut lists = Vec::new();
    Kind::ALL.iter().filter_map(|kind| record(*kind)).for_each(|record| gather(&Shape::Record(record), &mut lists));
    lists
}

/// The kind of document that a rule judges, as its code says, whether or not this build has the kind; `None` for the rules of
/// reading, which are for every kind.
pub(crate) fn kind_of(rule: &Meta) -> Option<Kind> {
    match rule.code.as_bytes().get(3)? {
        b'P' | b'X' => Some(Kind::Portfolio),
        b'C' => Some(Kind::Curriculum),
        b'N' => Some(Kind::Partnership),
        b'K' => Some(Kind::KnowledgeBase),
        _ => None,
    }
}

/// A rule as it is described: what it is, what it reads, whom it is for.
#[derive(Debug)]
#[non_exhaustive]
pub struct Entry {
    /// What it is.
    pub meta: &'static Meta,
    /// The kind of document that it judges; `None` for the rules of reading, which are for every kind.
    pub kind: Option<Kind>,
    /// The sections that it reads, and whether it checks `each` item in them, `some` item in them suffices, it must know them
    /// `all`, or only looks up what is `named`; empty for the rules of reading, which read everything.
    pub reads: Vec<(&'static str, &'static str)>,
    /// Modes of study that it does not apply to.
    pub not_for: &'static [StudyMode],
    /// The exemption from it, besides one from a whole study year.
    pub exempted_by: Option<ExemptionOf>,
    /// The kind of document that it needs besides the one that it judges; without that it is not checked.
    pub needs: Option<Kind>,
}

/// Every rule of this build as it is described, by kind and code.
pub fn entries() -> impl Iterator<Item = Entry> {
    let reading = reading::rules::METAS.iter().map(|meta| Entry {
        meta,
        kind: None,
        reads: Vec::new(),
        not_for: &[],
        exempted_by: None,
        needs: None,
    });
    let of_kind = |kind: &Kind| for_kind!(*kind, K => entries_of::<K>().collect::<Vec<Entry>>());
    reading.chain(Kind::ALL.iter().filter_map(of_kind).flatten())
}

fn entries_of<K: Ruled>() -> impl Iterator<Item = Entry> {
    let record = K::RECORD;
    let entry = move |meta, rule: Option<&'static Rule<K>>, needs| {
        let Reads { each, some, all, named } = rule.map_or(Reads::NOTHING, |rule| rule.reads);
        let told = |sections: Sections, how: &'static str| sections.names(record).map(move |name| (name, how));
        let reads = told(each, "each").chain(told(some, "some")).chain(told(all, "all")).chain(told(named, "named"));
        Entry {
            meta,
            kind: Some(K::Document::KIND),
            reads: reads.collect(),
            not_for: rule.map_or(&[], |rule| K::not_for(&rule.when)),
            exempted_by: rule.and_then(|rule| K::exempted_by(&rule.when)),
            needs,
        }
    };
    let alone = K::RULES.iter().copied().flatten().map(move |rule| entry(rule.meta, Some(*rule), None));
    let waiting = K::WAITING.iter().copied().flatten();
    let waiting = waiting.map(move |(needs, meta, rule)| entry(*meta, *rule, Some(*needs)));
    sorted(alone.chain(waiting).collect(), |a, b| a.meta.code.cmp(b.meta.code)).into_iter()
}
