//! The rules of the portfolio (bewijsportfolio), in a folder per family, and what they share.

#[cfg(feature = "curriculum")]
pub(crate) mod assessing;
mod case;
mod days;
#[cfg(feature = "knowledge-base")]
pub(crate) mod needs;
#[cfg(all(feature = "insight", feature = "portfolio", feature = "partnership"))]
pub(crate) mod next_year;
mod norms;
#[cfg(feature = "insight")]
mod outlook;
pub(crate) mod p1_placements;
pub(crate) mod p2_specialisation;
pub(crate) mod p3_studios_designs_reflection;
pub(crate) mod p4_evidence;
pub(crate) mod p5_assessment;
pub(crate) mod p6_research;
#[cfg(feature = "partnership")]
mod stays;
pub(crate) mod x1_curriculum;
pub(crate) mod x2_partnership;
pub(crate) mod x3_other_documents;

#[cfg(all(feature = "insight", feature = "portfolio"))]
pub(crate) use case::PortfolioCase;

use crate::documents::{ExemptionOf, Portfolio, Portfolios};
use crate::error::NotOfKind;
use crate::frameworks::StudyMode;
use crate::judging::{Rule, Waiting};
use crate::reading::typed;

/// Every rule of the portfolio, by family.
pub(crate) static RULES: &[&[&Rule<Portfolios>]] = &[
    p1_placements::RULES,
    p2_specialisation::RULES,
    p3_studios_designs_reflection::RULES,
    p4_evidence::RULES,
    p5_assessment::RULES,
    p6_research::RULES,
    x1_curriculum::RULES,
    x2_partnership::RULES,
    x3_other_documents::RULES,
];

/// Those that need a document of another kind, by family.
pub(crate) static WAITING: &[Waiting<Portfolios>] = &[
    p1_placements::WAITING,
    p2_specialisation::WAITING,
    p3_studios_designs_reflection::WAITING,
    p4_evidence::WAITING,
    p5_assessment::WAITING,
    p6_research::WAITING,
    x1_curriculum::WAITING,
    x2_partnership::WAITING,
    x3_other_documents::WAITING,
];

impl<'a> Portfolio<'a> {
    /// Reads a portfolio, borrowing its texts.
    ///
    /// ```
    /// use twentse_kubus::Portfolio;
    ///
    /// let portfolio = Portfolio::from_json(r#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "st-1"}}"#)?;
    /// assert_eq!(portfolio.student.id.as_str(), "st-1");
    /// let error = Portfolio::from_json("{}").unwrap_err();
    /// assert_eq!((error.kind, error.line), ("portfolio", 1));
    /// # Ok::<(), twentse_kubus::NotOfKind>(())
    /// ```
    ///
    /// # Errors
    /// When the text is not a portfolio. The error says where, and no more: validating it reports what is wrong.
    pub fn from_json(text: &'a str) -> Result<Self, NotOfKind> {
        typed(text)
    }
}

/// The documents of other kinds that rules of the portfolio may be about.
#[derive(Debug, Default)]
pub(crate) struct Others {
    #[cfg(feature = "curriculum")]
    pub(crate) programmes: crate::curriculum::Programmes,
    #[cfg(feature = "partnership")]
    pub(crate) networks: crate::partnership::Networks,
    #[cfg(feature = "knowledge-base")]
    pub(crate) bases: crate::knowledge_base::Bases,
}

/// Whom a rule of the portfolio is for.
pub(crate) struct When {
    /// Modes of study that it does not apply to.
    pub(crate) not_for: &'static [StudyMode],
    /// The exemption from it, besides one from a whole study year.
    pub(crate) exempted_by: Option<ExemptionOf>,
}

impl When {
    /// For everybody.
    pub(crate) const ALWAYS: Self = Self { not_for: &[], exempted_by: None };
}

/// What every rule file needs.
pub(in crate::portfolio) mod prelude {
    pub(in crate::portfolio) use super::When;
    pub(in crate::portfolio) use super::case::{PortfolioCase, exempted_or, said, standing_of};
    pub(in crate::portfolio) use crate::documents::{Portfolio, Portfolios};
    pub(in crate::portfolio) use crate::finding::{
        Actor, FactKind, Meta, Norm, Part, Phase, Reason, Reply, Severity, Step, SubjectKind, Unit, Window, at, facts,
        texts,
    };
    pub(in crate::portfolio) use crate::judging::{About, Findings, Rule, Shortfall, Standing, reads};
    pub(in crate::portfolio) use crate::language::Text;
    pub(in crate::portfolio) use crate::provenance::{Basis, Passage, Source, Sources};
    pub(in crate::portfolio) use crate::sort::Listed as _;
}
