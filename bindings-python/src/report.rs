//! What comes back: the report of one document, and its findings.

use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use twentse_kubus::api;

use crate::convert::{
    Counts, Document, Object, Outcome, Place, Related, Subject, Unchecked, Waiver, refusal, restorable,
};

/// The report of one document.
#[pyclass(frozen, eq, hash, module = "twentse_kubus")]
#[derive(PartialEq)]
pub(crate) struct Report(pub(crate) api::Report);

impl Hash for Report {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_json().hash(state);
    }
}

#[pymethods]
impl Report {
    /// The overall result: `meets`, `falls-short` or `undecided`.
    #[getter]
    fn verdict(&self) -> &str {
        self.0.verdict()
    }

    /// The kind of the document: `portfolio`.
    #[getter]
    fn document_kind(&self) -> &str {
        self.0.document_kind()
    }

    /// Id of the document, if it could be read.
    #[getter]
    fn document_id(&self) -> Option<&str> {
        self.0.document_id()
    }

    /// The day on which the document is judged, as an ISO date.
    #[getter]
    fn as_of(&self) -> String {
        self.0.as_of()
    }

    /// The question about the document: `now`, `year-ended` or `graduating`.
    #[getter]
    fn lens(&self) -> &str {
        self.0.lens()
    }

    /// How many findings there are of each severity.
    #[getter]
    fn counts(&self) -> Counts {
        Counts(self.0.counts())
    }

    /// The findings, in the order of the document.
    #[getter]
    fn findings(&self) -> Vec<Finding> {
        self.0.findings().iter().cloned().map(Finding).collect()
    }

    /// What each rule answered, by code.
    #[getter]
    fn outcomes(&self) -> Vec<Outcome<'_>> {
        self.0.outcomes().iter().map(Outcome).collect()
    }

    /// What could not be checked, and why.
    #[getter]
    fn unchecked(&self) -> Vec<Unchecked<'_>> {
        self.0.unchecked().iter().map(Unchecked).collect()
    }

    /// Version of the engine that made it.
    #[getter]
    fn engine(&self) -> &str {
        self.0.engine()
    }

    /// SHA-256 of the rulebook it was made with.
    #[getter]
    fn fingerprint(&self) -> &str {
        self.0.fingerprint()
    }

    /// The body as JSON: the same bytes in every language.
    fn body_json(&self) -> String {
        self.0.body_json()
    }

    /// Body and producer as JSON.
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Reads back what `to_json` of this version wrote; `KubusError`, code `invalid-report`, for anything else.
    #[staticmethod]
    fn from_json(text: &str) -> PyResult<Self> {
        api::Report::from_json(text).map(Self).map_err(refusal)
    }

    /// Readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`); `nl-BE` is `nl`.
    #[pyo3(signature = (lang = "nl"))]
    fn render(&self, lang: &str) -> PyResult<String> {
        self.0.render(lang).map_err(refusal)
    }

    /// The position of each finding in the text; an absent field gets the position of its parent.
    fn places(&self, py: Python<'_>, document: Document) -> Vec<Place> {
        py.detach(|| self.0.places(document.as_ref())).into_iter().map(Place).collect()
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("twentse_kubus._html")?.call_method1("card", (slf,))?.extract()
    }

    fn __str__(&self) -> PyResult<String> {
        self.render("nl")
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        restorable(slf, slf.get().0.to_json())
    }

    fn __repr__(&self) -> String {
        let (id, found) = (self.0.document_id().unwrap_or("?"), self.0.findings().len());
        format!("<Report of {id} on {}: {}, {found} findings>", self.0.as_of(), self.0.verdict())
    }
}

/// A place where a document falls short of a rule.
#[pyclass(frozen, eq, hash, module = "twentse_kubus")]
#[derive(PartialEq)]
pub(crate) struct Finding(api::Finding);

impl Hash for Finding {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_json().hash(state);
    }
}

#[pymethods]
impl Finding {
    /// Code of the rule, such as `TK-P609`.
    #[getter]
    fn code(&self) -> &str {
        self.0.code()
    }

    /// Name of the rule.
    #[getter]
    fn name(&self) -> &str {
        self.0.name()
    }

    /// How much it weighs: `error`, `warning` or `info`.
    #[getter]
    fn severity(&self) -> &str {
        self.0.severity()
    }

    /// Its place in the document, as a JSON Pointer.
    #[getter]
    fn path(&self) -> String {
        self.0.path()
    }

    /// What it is about.
    #[getter]
    fn subject(&self) -> Subject<'_> {
        Subject(&self.0)
    }

    /// What is known about it.
    #[getter]
    fn facts(&self) -> Object {
        Object(self.0.facts_json())
    }

    /// Other places that it is about.
    #[getter]
    fn related(&self) -> Related {
        Related(self.0.related_json())
    }

    /// The waiver that applies to it: its position in the rulebook, and its last day.
    #[getter]
    fn waiver(&self) -> Option<Waiver> {
        self.0.waiver_json().map(Waiver)
    }

    /// The last day on which this can still be fixed in time, as an ISO date.
    #[getter]
    fn due(&self) -> Option<String> {
        self.0.due()
    }

    /// The sentence for people, in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    #[pyo3(signature = (lang = "nl"))]
    fn message(&self, lang: &str) -> PyResult<String> {
        self.0.message(lang).map_err(refusal)
    }

    /// All of it, as it is in the report's body.
    fn to_dict(&self) -> Object {
        Object(self.0.to_json())
    }

    /// All of it as JSON, as it is in the report's body.
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Reads back what `to_json` of this version wrote; `KubusError`, code `invalid-report`, for anything else.
    #[staticmethod]
    fn from_json(text: &str) -> PyResult<Self> {
        api::Finding::from_json(text).map(Self).map_err(refusal)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        restorable(slf, slf.get().0.to_json())
    }

    fn __repr__(&self) -> String {
        format!("<Finding {} {} at {:?}>", self.0.severity(), self.0.code(), self.0.path())
    }
}
