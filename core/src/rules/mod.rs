//! The rules: what a rule is, the sink it writes to, and the rules themselves, one file each.

pub(crate) mod catalogue;
mod findings;
mod norm;
mod portfolio;
pub(crate) mod reading;
mod rule;

pub use catalogue::{all, find, portfolio as portfolio_rules, reading as reading_rules};
pub use findings::Findings;
pub(crate) use findings::{Outcome, Shortfall, Standing};
pub use norm::{Norm, Unit};
pub(crate) use rule::texts;
pub use rule::{Basis, Check, Phase, Rule, Sections, Source, Sources, Texts};

/// What every rule file needs.
pub(crate) mod prelude {
    pub(crate) use super::{
        Basis, Findings, Norm, Outcome, Phase, Rule, Sections, Shortfall, Source, Sources, Standing, Unit, texts,
    };
    pub(crate) use crate::language::Text;
    pub(crate) use crate::report::{FactKind, Reason, Severity, at, facts};
    pub(crate) use crate::semantics::{PortfolioCase, said};
}
