//! What many reports come to together.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use twentse_kubus::api;

use crate::convert::Object;

/// What many reports come to together: counts only, so that parts can be added in any order.
#[pyclass(frozen, eq, module = "twentse_kubus")]
#[derive(PartialEq)]
pub(crate) struct Summary(pub(crate) api::Summary);

#[pymethods]
impl Summary {
    /// The summary over the documents of both.
    fn merge(&self, other: &Bound<'_, Self>) -> Self {
        Self(self.0.merge(&other.get().0))
    }

    /// Documents, verdicts, findings and outcomes per rule.
    fn to_dict(&self) -> Object {
        Object(self.0.to_json())
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
