//! Every rule, in one sorted table per kind.

use super::Rule;

/// The rules of reading (TK-R), by code.
pub fn reading() -> &'static [&'static Rule] {
    super::reading::RULES
}

/// The rules of the portfolio (TK-P), by code.
pub fn portfolio() -> &'static [&'static Rule] {
    super::portfolio::RULES
}

/// Every rule of every kind, by kind and code.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    reading().iter().chain(portfolio()).copied()
}

/// The rule with this code or name.
pub fn find(selector: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code == selector || rule.name == selector)
}
