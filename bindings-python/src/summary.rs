//! The combined result of many reports.

use std::hash::{Hash, Hasher};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use twentse_kubus::api;

use crate::convert::{Object, refusal, restorable};

/// The combined result of many reports: counts only, so that parts can be added in any order.
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
    /// The summary over the documents of both.
    fn merge(&self, other: &Bound<'_, Self>) -> Self {
        Self(self.0.merge(&other.get().0))
    }

    /// Documents, verdicts, severities, findings and outcomes per rule, and how many waivers applied, expired or
    /// matched nothing.
    fn to_dict(&self) -> Object {
        Object(self.0.to_json())
    }

    /// The same as JSON.
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Reads back what `to_json` of this version wrote; `KubusError`, code `invalid-report`, for anything else.
    #[staticmethod]
    fn from_json(text: &str) -> PyResult<Self> {
        api::Summary::from_json(text).map(Self).map_err(refusal)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        restorable(slf, slf.get().0.to_json())
    }

    fn __add__(&self, other: &Bound<'_, Self>) -> Self {
        self.merge(other)
    }

    /// Lets `sum` begin at its 0.
    fn __radd__<'py>(slf: &Bound<'py, Self>, start: u8) -> PyResult<Bound<'py, Self>> {
        if start == 0 { Ok(slf.clone()) } else { Err(PyTypeError::new_err("only summaries and 0 can be added")) }
    }

    fn __repr__(&self) -> String {
        format!("Summary({})", self.0.to_json())
    }
}
