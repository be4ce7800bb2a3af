//! An item of a framework with its provenance.

use serde::Serialize;

use crate::provenance::Basis;

/// An item of reference data: what it is called and where that comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Item {
    /// The key on the wire.
    pub key: &'static str,
    /// The source's own number, if it has one.
    pub number: Option<u8>,
    /// The source's own letter, if it has one.
    pub letter: Option<char>,
    /// Dutch name.
    pub nl: &'static str,
    /// English name.
    pub en: &'static str,
    /// Where it was read: an article, or chapter and heading of the booklet.
    pub source: &'static str,
    /// What that source is.
    pub basis: Basis,
    /// First day on which it holds, `YYYY-MM-DD`; `None`: not limited.
    pub from: Option<&'static str>,
    /// Last day on which it holds, `YYYY-MM-DD`; `None`: not limited.
    pub until: Option<&'static str>,
}

/// A list of reference data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Framework {
    /// Name of the list and of its data file.
    pub name: &'static str,
    /// Its items, in the order of the source.
    pub items: &'static [Item],
}

/// Every list.
pub fn all() -> impl Iterator<Item = Framework> {
    super::tables::LISTS.iter().map(|&(name, items)| Framework { name, items })
}
