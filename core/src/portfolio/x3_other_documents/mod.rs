//! The portfolio compared with the knowledge base (kennisbank), and with the partnerships that list the student.

mod x301_need_without_material;
mod x302_portfolio_of_other_partnership;

#[cfg(feature = "partnership")]
use crate::documents::Portfolios;
#[cfg(feature = "partnership")]
use crate::judging::Rule;

crate::judging::rules! {
    Portfolios:
    x301_need_without_material(KnowledgeBase)
    x302_portfolio_of_other_partnership(Partnership)
}

/// Whether a rule is about each partnership that lists the student, and not only about those that belong to the student.
#[cfg(feature = "partnership")]
pub(super) fn is_of_any_partnership(rule: &Rule<Portfolios>) -> bool {
    *rule.meta == x302_portfolio_of_other_partnership::META
}
