//! The fingerprint of a rulebook: the SHA-256 of the resolved rulebook, as canonical JSON.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Asked, Base, Catalogue, Members, Rulebook, RulebookName};
use crate::finding::{Norm, NormValue, SubjectKind};
use crate::grammar::Closed as _;
use crate::sort::sorted;
use crate::values::SchoolYear;

/// Members in ascending order of their names, as canonical JSON has them.
fn canonical<V>(members: Vec<(&'static str, V)>) -> Members<&'static str, V> {
    Members(sorted(members, |a, b| a.0.cmp(b.0)))
}

#[derive(Serialize)]
struct Resolved<'r> {
    extends: Base,
    id: &'r str,
    rules: Members<&'static str, ResolvedRule>,
    version: &'r str,
    waivers: Vec<ResolvedWaiver<'r>>,
}

#[derive(Serialize)]
struct ResolvedRule {
    asked: &'static str,
    norms: Members<&'static str, ResolvedNorm>,
}

#[derive(Serialize)]
struct ResolvedNorm {
    default: NormValue,
    earlier: Vec<(NormValue, NaiveDate)>,
    set: Vec<ResolvedWindow>,
}

#[derive(Serialize)]
struct ResolvedWindow {
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    value: NormValue,
}

#[derive(Serialize)]
struct ResolvedWaiver<'r> {
    document: (&'static str, &'r str, Option<SchoolYear>),
    rule: &'static str,
    subject: Option<(SubjectKind, &'r str)>,
    until: NaiveDate,
}

impl Rulebook {
    /// Gives the rulebook its fingerprint.
    pub(super) fn seal(mut self, catalogue: Catalogue) -> Self {
        let resolved = serde_json::to_vec(&self.resolved(catalogue)).unwrap_or_default();
        let fingerprint = crate::provenance::sha256(resolved);
        self.name = Arc::new(RulebookName { fingerprint, ..(*self.name).clone() });
        self
    }

    /// Lists are filled in loops: each that is collected from an iterator costs a browser its body twice.
    fn resolved(&self, catalogue: Catalogue) -> Resolved<'_> {
        let (mut rules, mut waivers) = (Vec::new(), Vec::new());
        for rule in catalogue.iter().copied().flatten() {
            let asked = match self.asks(rule) {
                Asked::With(severity) => severity.key(),
                Asked::Off => "off",
                Asked::Disabled | Asked::Elsewhere => "disabled",
                Asked::Unlisted => "unlisted",
            };
            let mut norms = Vec::new();
            for norm in rule.norms {
                norms.push((norm.name, self.norm_resolved(norm)));
            }
            rules.push((rule.code, ResolvedRule { asked, norms: canonical(norms) }));
        }
        for waiver in &self.waivers.all {
            waivers.push(ResolvedWaiver {
                document: (waiver.document.0.key(), &waiver.document.1, waiver.document.2),
                rule: waiver.rule.code,
                subject: waiver.subject.as_ref().map(|(kind, id)| (*kind, id.as_str())),
                until: waiver.until,
            });
        }
        Resolved {
            extends: self.extends,
            id: &self.name.id,
            rules: canonical(rules),
            version: &self.name.version,
            waivers,
        }
    }

    fn norm_resolved(&self, norm: &'static Norm) -> ResolvedNorm {
        let (mut earlier, mut set) = (Vec::new(), Vec::new());
        for (value, until) in norm.earlier {
            earlier.push((norm.written(*value), *until));
        }
        for window in self.settings.of(norm).into_iter().flat_map(|setting| &setting.windows) {
            set.push(ResolvedWindow { from: window.from, until: window.until, value: norm.written(window.value) });
        }
        ResolvedNorm { default: norm.written(norm.default), earlier, set }
    }
}
