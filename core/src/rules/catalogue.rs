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

/// The rule with this code or name.
pub fn find(selector: &str) -> Option<&'static Rule> {
    let known = |rule: &&&'static Rule| rule.code == selector || rule.name == selector;
    reading().iter().chain(portfolio()).find(known).copied()
}
