//! What answers: the validator, and the functions of the module.

use pyo3::prelude::*;
use twentse_kubus::api;

use crate::convert::{AsOf, Batch, Document, Documents, Object, Objects, Rulebook, refusal};
use crate::report::Report;

/// Checks documents against a rulebook. Built once, used from any number of threads, and picklable.
///
/// `rulebook` is an overlay with own norms, severities and waivers, as JSON text or as the `dict` of it;
/// without one the shipped rulebook counts. All faults of an overlay are told at once: `KubusError`,
/// code `invalid-rulebook`.
#[pyclass(frozen, module = "twentse_kubus")]
pub(crate) struct Validator(api::Validator);

#[pymethods]
impl Validator {
    #[new]
    #[pyo3(signature = (rulebook = None))]
    fn new(rulebook: Option<Rulebook>) -> PyResult<Self> {
        api::Validator::new(rulebook.as_deref()).map(Self).map_err(refusal)
    }

    /// The overlay it was built from, as JSON text.
    #[getter]
    fn rulebook_source(&self) -> Option<&str> {
        self.0.rulebook_source()
    }

    /// Judges one document as it stood on the day `as_of`. Other threads run meanwhile.
    ///
    /// A `dict` is judged as the text that `json.dumps` makes of it. `lens` asks how the document stands
    /// (`now`), or would stand if the study year ended (`year-ended`) or graduation were decided
    /// (`graduating`) that day.
    #[pyo3(signature = (document, as_of, lens = "now"))]
    fn validate(&self, py: Python<'_>, document: Document, as_of: AsOf, lens: &str) -> PyResult<Report> {
        py.detach(|| self.0.validate(document.as_ref(), &as_of, Some(lens))).map(Report).map_err(refusal)
    }

    /// Judges many documents and sums them up. Other threads run meanwhile.
    #[pyo3(signature = (documents, as_of, lens = "now"))]
    fn validate_many(&self, py: Python<'_>, documents: Documents, as_of: AsOf, lens: &str) -> PyResult<Batch> {
        py.detach(|| self.0.validate_many(&documents, &as_of, Some(lens))).map(Batch).map_err(refusal)
    }

    fn __getnewargs__(&self) -> (Option<&str>,) {
        (self.0.rulebook_source(),)
    }

    fn __repr__(&self) -> &'static str {
        if self.0.rulebook_source().is_some() { "Validator(rulebook=...)" } else { "Validator()" }
    }
}

/// Judges one document by the shipped rulebook, as it stood on the day `as_of`.
#[pyfunction]
pub(crate) fn validate(py: Python<'_>, document: Document, as_of: AsOf) -> PyResult<Report> {
    py.detach(|| api::validate(document.as_ref(), &as_of)).map(Report).map_err(refusal)
}

/// Says what a rule asks, why, how to mend it and where it comes from, as Markdown.
#[pyfunction]
#[pyo3(signature = (code_or_name, lang = "nl"))]
pub(crate) fn explain(code_or_name: &str, lang: &str) -> PyResult<String> {
    api::explain(code_or_name, lang).map_err(refusal)
}

/// Every rule with its data and texts.
#[pyfunction]
pub(crate) fn rules() -> Objects {
    Objects(api::rules())
}

/// The JSON Schema (2020-12) of a kind of document.
#[pyfunction]
#[pyo3(signature = (kind = "portfolio"))]
pub(crate) fn schema(kind: &str) -> PyResult<Object> {
    api::schema(kind).map(Object).map_err(refusal)
}
