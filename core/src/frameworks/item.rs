//! An item of a framework with its provenance.

use serde::Serialize;

use crate::grammar::List;
use crate::provenance::Basis;

/// An item of reference data: what it is called and where that comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
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
    pub valid_from: Option<&'static str>,
    /// Last day on which it holds, `YYYY-MM-DD`; `None`: not limited.
    pub valid_until: Option<&'static str>,
}

/// A list of reference data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Framework {
    /// Name of the list of reference data and of its data file, such as `age_bands`.
    pub name: &'static str,
    /// Name of the closed list that its keys are the values of, such as `AgeBand`.
    pub list: &'static str,
    /// Its items, in the order of the source.
    pub items: &'static [Item],
}

/// Every list.
pub fn all() -> impl Iterator<Item = Framework> {
    super::tables::LISTS.iter().map(|&(name, list, items)| Framework { name, list: list.name, items })
}

/// The closed list of each.
pub(crate) fn lists() -> impl Iterator<Item = &'static List> {
    super::tables::LISTS.iter().map(|&(_, list, _)| list)
}
