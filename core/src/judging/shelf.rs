//! Documents that others are compared with: those that a validator was given, each read and put in order once.

use std::fmt;
use std::sync::Arc;

use crate::documents::{DocumentRef, Family, Used};

/// A kind of document that others are compared with.
pub(crate) trait Compared: Family {
    /// What is looked up in a document of the kind, put in order once.
    type Index: fmt::Debug;
    /// What several of them are called where one cannot be used, as on the wire.
    const CALLED: &'static str;
    /// What tells two of them apart.
    const KEY: &'static str;
    /// For what two of them can be, so that nothing tells which of them counts.
    const TIE: &'static str;

    /// The same document, holding its texts itself.
    fn owned(document: Self::Document<'_>) -> Self::Document<'static>;

    /// Puts in order what is looked up in it.
    fn index(document: &Self::Document<'static>) -> Self::Index;

    /// Whether nothing tells which of the two counts.
    fn ties(one: &Self::Document<'static>, other: &Self::Document<'static>) -> bool;
}

/// A document that others are compared with.
pub(crate) struct Held<K: Compared> {
    pub(crate) document: K::Document<'static>,
    pub(crate) index: K::Index,
    used: Arc<Used>,
}

impl<K: Compared> Held<K> {
    fn new(document: K::Document<'_>, sha256: String) -> Self {
        let document = K::owned(document);
        let used = Arc::new(Used { document: DocumentRef::of(Some(&document)), sha256 });
        Self { index: K::index(&document), document, used }
    }

    /// Which document it is.
    pub(crate) fn used(&self) -> &Arc<Used> {
        &self.used
    }
}

/// Why a document cannot be used with those before it: the position of the one that it clashes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clash {
    /// It has the same key.
    Same(usize),
    /// Nothing tells which of them counts.
    Tie(usize),
}

/// The documents of one kind, in the order in which they were given.
pub(crate) struct Shelf<K: Compared>(Vec<Held<K>>);

impl<K: Compared> Default for Shelf<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// Says which documents there are.
impl<K: Compared> fmt::Debug for Shelf<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|held| &held.used)).finish()
    }
}

impl<K: Compared> Shelf<K> {
    /// Adds a document.
    ///
    /// # Errors
    /// When it cannot be used with those before it.
    pub(crate) fn add(&mut self, document: K::Document<'_>, sha256: String) -> Result<(), Clash> {
        let held = Held::new(document, sha256);
        let position = |clashes: &dyn Fn(&Held<K>) -> bool| self.0.iter().position(clashes);
        if let Some(at) = position(&|other| other.used.document == held.used.document) {
            return Err(Clash::Same(at));
        }
        if let Some(at) = position(&|other| K::ties(&other.document, &held.document)) {
            return Err(Clash::Tie(at));
        }
        self.0.push(held);
        Ok(())
    }

    /// The document at a position.
    #[cfg(feature = "partnership")]
    pub(crate) fn get(&self, at: usize) -> Option<&Held<K>> {
        self.0.get(at)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Held<K>> {
        self.0.iter()
    }
}
