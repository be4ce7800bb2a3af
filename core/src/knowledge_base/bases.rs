//! The knowledge bases that a validator was given, and which of them belongs to a student: the one of the student's partnership,
//! else the only one that is of none.

use super::nearest::Nearest;
use crate::documents::{KnowledgeBase, KnowledgeBases};
use crate::judging::{Compared, Held, Shelf};
use crate::values::PartnershipId;

/// A knowledge base that portfolios are compared with.
pub(crate) type Base = Held<KnowledgeBases>;

/// The knowledge bases of a validator.
pub(crate) type Bases = Shelf<KnowledgeBases>;

impl Compared for KnowledgeBases {
    type Index = Nearest;
    const CALLED: &'static str = "knowledgeBases";
    const KEY: &'static str = "id";
    const TIE: &'static str = "the same partnership";

    fn owned(document: KnowledgeBase<'_>) -> KnowledgeBase<'static> {
        document.into_owned()
    }

    fn index(document: &KnowledgeBase<'static>) -> Nearest {
        Nearest::of(document)
    }

    /// Both name one partnership. Of several that name none, none counts.
    fn ties(one: &KnowledgeBase<'static>, other: &KnowledgeBase<'static>) -> bool {
        one.partnership.is_some() && one.partnership == other.partnership
    }
}

impl Bases {
    /// The knowledge base of a student of a partnership.
    pub(crate) fn of(&self, partnership: Option<&PartnershipId<'_>>) -> Option<&Base> {
        let named =
            |base: &&Base| base.document.partnership.as_ref().zip(partnership).is_some_and(|(one, other)| one == other);
        let mut of_none = self.iter().filter(|base| base.document.partnership.is_none());
        self.iter().find(named).or_else(|| of_none.next().filter(|_| of_none.next().is_none()))
    }
}
