//! What answers: the validator, and the functions of the module.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::PyType;
use twentse_kubus::api;

use crate::convert::{AsOf, Batch, Document, Documents, Object, Objects, as_text, refusal};
use crate::report::Report;

/// Checks documents against a rulebook. Built once, used from any number of threads, and picklable.
///
/// `rulebook` is an overlay with own norms, severities and waivers, as JSON text, its bytes or the `dict` of
/// it; without one, the built-in rulebook is used. All faults in an overlay are reported together: `KubusError`,
/// code `invalid-rulebook`. Validators are equal when they use the same rulebook, however it is written.
#[pyclass(frozen, eq, hash, module = "twentse_kubus")]
#[derive(PartialEq)]
pub(crate) struct Validator(api::Validator);

impl Hash for Validator {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.fingerprint().hash(state);
    }
}

#[pymethods]
impl Validator {
    #[new]
    #[pyo3(signature = (rulebook = None))]
    fn new(rulebook: Option<Document>) -> PyResult<Self> {
        api::Validator::new(rulebook.as_ref().map(AsRef::as_ref)).map(Self).map_err(refusal)
    }

    /// The overlay it was built from, as JSON text.
    #[getter]
    fn rulebook_source(&self) -> Option<Cow<'_, str>> {
        self.0.rulebook_source().map(as_text)
    }

    /// SHA-256 of the rulebook that it judges by.
    #[getter]
    fn fingerprint(&self) -> &str {
        self.0.fingerprint()
    }

    /// Judges one document as it stood on the day `as_of`. The GIL is released meanwhile.
    ///
    /// A `dict` is judged as the text that `json.dumps` makes of it; NaN and infinities are no JSON, and a
    /// `ValueError`. A `datetime` is refused as `as_of`, though it is a `date` to the type checker: the day
    /// of a moment depends on the time zone. `lens` is `now`, or what if the study year ended (`year-ended`) or
    /// graduation were decided (`graduating`) that day. `kind` is
    /// the kind of document.
    #[pyo3(signature = (document, as_of, lens = "now", *, kind = "portfolio"))]
    fn validate(&self, py: Python<'_>, document: Document, as_of: AsOf, lens: &str, kind: &str) -> PyResult<Report> {
        py.detach(|| self.0.validate(document.as_ref(), &as_of, Some(lens), Some(kind))).map(Report).map_err(refusal)
    }

    /// Judges many documents of a kind and sums them up. Other threads run meanwhile; Ctrl-C stops it.
    #[pyo3(signature = (documents, as_of, lens = "now", *, kind = "portfolio"))]
    fn validate_many(
        &self,
        py: Python<'_>,
        documents: Documents,
        as_of: AsOf,
        lens: &str,
        kind: &str,
    ) -> PyResult<Batch> {
        let judged = |slice: &[Document]| {
            py.detach(|| self.0.validate_many(slice, &as_of, Some(lens), Some(kind))).map_err(refusal)
        };
        let mut batch = judged(&[])?;
        for slice in documents.slices() {
            py.check_signals()?;
            let more = judged(slice)?;
            batch.reports.extend(more.reports);
            batch.summary = batch.summary.merge(&more.summary);
        }
        Ok(Batch(batch))
    }

    fn __reduce__<'s>(&'s self, py: Python<'s>) -> (Bound<'s, PyType>, (Option<&'s [u8]>,)) {
        (py.get_type::<Self>(), (self.0.rulebook_source(),))
    }

    fn __repr__(&self) -> &'static str {
        if self.0.rulebook_source().is_some() { "Validator(rulebook=...)" } else { "Validator()" }
    }
}

/// Judges one portfolio against the built-in rulebook, as it stood on the day `as_of`.
#[pyfunction]
pub(crate) fn validate(py: Python<'_>, document: Document, as_of: AsOf) -> PyResult<Report> {
    py.detach(|| api::validate(document.as_ref(), &as_of)).map(Report).map_err(refusal)
}

/// Says what a rule requires, why, how to fix it and where it comes from, as Markdown.
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
