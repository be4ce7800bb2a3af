//! The combined result of many reports.

use std::hash::{Hash, Hasher};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use twentse_kubus::api;

use crate::convert::{Card, Object, refusal, restorable};

/// The combined result of many reports: counts only, so that parts can be added with `+` in any order.
///
/// Frozen, hashable and picklable. A notebook shows it as `card()`; `repr` is one line.
///
/// >>> import twentse_kubus as tk
/// >>> tk.Validator().validate_many(["{}", "[]"], "2026-05-01").summary
/// <Summary of 2 documents: 0 meets, 0 falls-short, 2 undecided>
#[pyclass(frozen, eq, hash, module = "twentse_kubus")]
#[derive(PartialEq)]
pub(crate) struct Summary(pub(crate) api::Summary);

impl Hash for Summary {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_json().hash(state);
    }
}

#[pymethods]
impl Summary {
    /// The summary over the documents of both; `a + b` is the same.
    ///
    /// Raises `KubusError`, code `other-rulebook`, when they are by different rulebooks.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> one = tk.Validator().validate_many(["{}"], "2026-05-01").summary
    /// >>> one.merge(one).to_dict()["documents"]
    /// 2
    fn merge(&self, other: &Bound<'_, Self>) -> PyResult<Self> {
        self.0.merge(&other.get().0).map(Self).map_err(refusal)
    }

    /// The `rulebook` as its SHA-256, documents, verdicts, severities, findings and outcomes per rule, and how many waivers
    /// applied, expired or matched nothing, as plain data.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> tk.Validator().validate_many(["{}"], "2026-05-01").summary.to_dict()["verdicts"]
    /// {'meets': 0, 'falls-short': 0, 'undecided': 1}
    fn to_dict(&self) -> Object {
        Object(self.0.to_json())
    }

    /// The same as JSON; `from_json` reads it back.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> summary = tk.Validator().validate_many(["{}"], "2026-05-01").summary
    /// >>> tk.Summary.from_json(summary.to_json()) == summary
    /// True
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Reads back what `to_json` of this version wrote.
    ///
    /// Raises `KubusError`, code `invalid-report`, for anything else.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> tk.Summary.from_json("{}")
    /// Traceback (most recent call last):
    /// twentse_kubus.errors.KubusError: ...
    #[staticmethod]
    fn from_json(text: &str) -> PyResult<Self> {
        api::Summary::from_json(text).map(Self).map_err(refusal)
    }

    /// The summary as HTML for a notebook or a page, in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`): the
    /// verdicts, and the rules with most findings, at most 20.
    ///
    /// Raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> "undecided: 1" in tk.Validator().validate_many(["{}"], "2026-05-01").summary.card("en")
    /// True
    #[pyo3(signature = (lang = "nl"))]
    fn card<'py>(slf: &Bound<'py, Self>, lang: &str) -> PyResult<Card<'py>> {
        let lang = api::language(lang).map_err(refusal)?;
        slf.py().import("twentse_kubus._html")?.call_method1("summary", (slf, lang)).map(Card)
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Card<'py>> {
        Self::card(slf, "nl")
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        restorable(slf, slf.get().0.to_json())
    }

    fn __add__(&self, other: &Bound<'_, Self>) -> PyResult<Self> {
        self.merge(other)
    }

    /// Lets `sum` begin at its 0.
    fn __radd__<'py>(slf: &Bound<'py, Self>, start: u8) -> PyResult<Bound<'py, Self>> {
        if start == 0 { Ok(slf.clone()) } else { Err(PyTypeError::new_err("only summaries and 0 can be added")) }
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("twentse_kubus._html")?.call_method1("line", (slf,))?.extract()
    }
}
