//! The rules.

/// What a rule or an item of reference data rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Stated by the booklet.
    Seed,
    /// Law in force in a window.
    Statute,
    /// Another published source.
    Secondary,
    /// Our reading.
    Inferred,
    /// No source gives it.
    Unknown,
}
