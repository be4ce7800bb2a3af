//! What comes back: the report of one document, and its findings.

use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyTuple};
use twentse_kubus::api;

use crate::convert::{
    Card, Counts, Document, NextSteps, Object, Once, Outcome, Place, Records, Related, Subject, Unchecked,
    UsedDocument, Waiver, refusal, restorable,
};

/// The report of one document on one day. Frozen, hashable and picklable; reports are equal when their JSON is.
///
/// A notebook shows it as `card()`, `print` as `render()`.
///
/// >>> import twentse_kubus as tk
/// >>> report = tk.validate({"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}}, "2026-05-01")
/// >>> report.verdict, report.as_of
/// ('undecided', '2026-05-01')
#[pyclass(frozen, eq, hash, module = "twentse_kubus")]
pub(crate) struct Report {
    of: api::Report,
    findings: PyOnceLock<Py<PyTuple>>,
    outcomes: PyOnceLock<Py<PyTuple>>,
    unchecked: PyOnceLock<Py<PyTuple>>,
    used: PyOnceLock<Py<PyTuple>>,
}

impl Report {
    pub(crate) fn of(of: api::Report) -> Self {
        let [findings, outcomes, unchecked, used] = [const { PyOnceLock::new() }; 4];
        Self { of, findings, outcomes, unchecked, used }
    }
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

impl Hash for Report {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.of.to_json().hash(state);
    }
}

#[pymethods]
impl Report {
    /// The overall result: `meets`, `falls-short` or `undecided`.
    ///
    /// An error that is not waived makes a document fall short. It is undecided when there is none, but a part could not
    /// be read or a rule of that weight could not be assessed.
    #[getter]
    fn verdict(&self) -> &str {
        self.of.verdict()
    }

    /// The kind of the document: `portfolio`, `curriculum`, `partnership` or `knowledge-base`.
    #[getter]
    fn document_kind(&self) -> &str {
        self.of.document_kind()
    }

    /// Id of the document, if it could be read.
    #[getter]
    fn document_id(&self) -> Option<&str> {
        self.of.document_id()
    }

    /// The day on which the document is judged, as an ISO date.
    #[getter]
    fn as_of(&self) -> String {
        self.of.as_of()
    }

    /// The question about the document: `now`, `year-ended` or `graduating`.
    #[getter]
    fn lens(&self) -> &str {
        self.of.lens()
    }

    /// How many findings there are of each severity; waived ones are counted apart.
    #[getter]
    fn counts(&self) -> Counts {
        Counts(self.of.counts())
    }

    /// The findings, in the order of the document: the same objects at every access.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Once<'py, Finding>> {
        Once::of(py, &self.findings, self.of.findings().iter().cloned().map(Finding))
    }

    /// What each rule answered, by code: the same objects at every access.
    #[getter]
    fn outcomes<'py>(&self, py: Python<'py>) -> PyResult<Once<'py, Outcome<'_>>> {
        Once::of(py, &self.outcomes, self.of.outcomes().iter().map(Outcome))
    }

    /// What could not be checked, and why: the same objects at every access.
    #[getter]
    fn unchecked<'py>(&self, py: Python<'py>) -> PyResult<Once<'py, Unchecked<'_>>> {
        Once::of(py, &self.unchecked, self.of.unchecked().iter().map(Unchecked))
    }

    /// The documents of other kinds that were used, such as the curriculum of the student: the same objects at every access.
    #[getter]
    fn used<'py>(&self, py: Python<'py>) -> PyResult<Once<'py, UsedDocument<'_>>> {
        Once::of(py, &self.used, self.of.used().into_iter().map(UsedDocument))
    }

    /// Version of the engine that made it.
    #[getter]
    fn engine(&self) -> &str {
        self.of.engine()
    }

    /// SHA-256 of the rulebook it was made with, as 64 hexadecimal digits.
    #[getter]
    fn fingerprint(&self) -> &str {
        self.of.fingerprint()
    }

    /// The body as JSON: the same bytes in every language, without the version of the engine.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> tk.validate("{}", "2026-05-01").body_json()[:36]
    /// '{"format":"twentse-kubus/report@1","'
    fn body_json(&self) -> String {
        self.of.body_json()
    }

    /// Body and producer as JSON; `from_json` reads it back.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> report = tk.validate("{}", "2026-05-01")
    /// >>> tk.Report.from_json(report.to_json()) == report
    /// True
    fn to_json(&self) -> String {
        self.of.to_json()
    }

    /// Body and producer as plain data: what `json.loads` makes of `to_json()`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> tk.validate("{}", "2026-05-01").to_dict()["body"]["asOf"]
    /// '2026-05-01'
    fn to_dict(&self) -> Object {
        Object(self.of.to_json())
    }

    /// Every finding as a row, for a table of pandas, polars or another library.
    ///
    /// The messages are in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`). Raises `KubusError`, code
    /// `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> [(row["severity"], row["code"]) for row in tk.validate("{}", "2026-05-01").to_records("en")]
    /// [('error', 'TK-R002')]
    #[pyo3(signature = (lang = "nl"))]
    fn to_records<'py>(slf: &Bound<'py, Self>, lang: &str) -> PyResult<Records<'py>> {
        let lang = api::language(lang).map_err(refusal)?;
        slf.py().import("twentse_kubus._rows")?.call_method1("rows", (slf, lang)).map(Records)
    }

    /// Reads back what `to_json` of this version wrote.
    ///
    /// Raises `KubusError`: code `invalid-report` for anything else, `unknown-kind` for a kind of document that this
    /// version has no rules for.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> tk.Report.from_json("{}")
    /// Traceback (most recent call last):
    /// twentse_kubus.errors.KubusError: ...
    #[staticmethod]
    fn from_json(text: &str) -> PyResult<Self> {
        api::Report::from_json(text).map(Self::of).map_err(refusal)
    }

    /// Readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`); `nl-BE` is `nl`.
    ///
    /// Raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> print(tk.validate("[]", "2026-05-01").render("en").splitlines()[1])
    /// Verdict: undecided
    #[pyo3(signature = (lang = "nl"))]
    fn render(&self, lang: &str) -> PyResult<String> {
        self.of.render(lang).map_err(refusal)
    }

    /// What is to be done about the findings, in order, and by whom: each step names its findings by their positions.
    ///
    /// Overdue errors come first, then what is due on a day by that day, then warnings, then what is worth knowing. Waived
    /// findings ask nothing.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> placement = {"id": "pl-1", "schoolYear": "2024-2025", "studyYear": 1, "period": {"from": "2024-08-26"}}
    /// >>> document = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1"}, "placements": [placement]}
    /// >>> [step] = tk.Validator({"only": ["TK-P105"]}).validate(document, "2024-10-01").next_steps()["steps"]
    /// >>> step["step"], step["subject"]["id"], step["acts"]
    /// ('arrange-people', 'pl-1', ['school-trainer'])
    fn next_steps(&self) -> NextSteps {
        NextSteps(self.of.next_steps())
    }

    /// The next steps as readable text in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`): the kind of step, who
    /// takes it, and the sentence of each finding.
    ///
    /// Raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> print(tk.validate("{}", "2026-05-01").next_steps_text("en").splitlines()[1])
    /// 1. Correct the data (office)
    #[pyo3(signature = (lang = "nl"))]
    fn next_steps_text(&self, lang: &str) -> PyResult<String> {
        self.of.next_steps_text(lang).map_err(refusal)
    }

    /// The report as HTML for a notebook or a page, in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`): the
    /// verdict, and under each finding what to do.
    ///
    /// It has the colours of the page around it, light or dark, and no texts of the document. Given the document as
    /// `names_from`, it also shows the names that the document has: of the student, of the person or the school that a
    /// finding is about. Of more than 100 findings, it lists the first 100.
    ///
    /// Raises `KubusError`, code `unknown-language`; `ValueError` when `names_from` is another document than the one
    /// that the report is about.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> document = {"format": "twentse-kubus/portfolio@1", "student": {"id": "s-1", "name": "Noor"}}
    /// >>> report = tk.validate(document, "2026-05-01")
    /// >>> "Noor" in report.card("en"), "Noor" in report.card("en", names_from=document)
    /// (False, True)
    #[pyo3(signature = (lang = "nl", *, names_from = None))]
    fn card<'py>(slf: &Bound<'py, Self>, lang: &str, names_from: Option<Document>) -> PyResult<Card<'py>> {
        let lang = api::language(lang).map_err(refusal)?;
        let document = names_from.map(|document| PyBytes::new(slf.py(), document.as_ref()));
        slf.py().import("twentse_kubus._html")?.call_method1("report", (slf, lang, document)).map(Card)
    }

    /// The position of each finding in the text of the document; an absent field gets the position of its parent.
    ///
    /// Lines and columns count characters from 1, offsets from 0; offsets in bytes are there too.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> text = '{"format": "twentse-kubus/portfolio@1", "student": {"id": "s 1"}}'
    /// >>> place = tk.validate(text, "2026-05-01").places(text)[0]
    /// >>> text[place.start:place.end]
    /// '"s 1"'
    fn places(&self, py: Python<'_>, document: Document) -> Vec<Place> {
        py.detach(|| self.of.places(document.as_ref())).into_iter().map(Place).collect()
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Card<'py>> {
        Self::card(slf, "nl", None)
    }

    fn __str__(&self) -> PyResult<String> {
        self.render("nl")
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        restorable(slf, slf.get().of.to_json())
    }

    fn __repr__(&self) -> String {
        let found = self.of.findings().len();
        let findings = if found == 1 { "finding" } else { "findings" };
        let (id, day) = (self.of.document_id().unwrap_or("?"), self.of.as_of());
        format!("<Report of {id} on {day}: {}, {found} {findings}>", self.of.verdict())
    }
}

/// A place where a document falls short of a rule. Frozen, hashable and picklable; findings are equal when their JSON is.
///
/// >>> import twentse_kubus as tk
/// >>> tk.validate("[]", "2026-05-01").findings[0]
/// <Finding error TK-R005 at "">
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
    /// Code of the rule, such as `TK-P609`. Codes never change.
    #[getter]
    fn code(&self) -> &str {
        self.0.code()
    }

    /// Name of the rule, such as `theme-not-recognised-in-own-group`.
    #[getter]
    fn name(&self) -> &str {
        self.0.name()
    }

    /// How much it weighs: `error`, `warning` or `info`.
    #[getter]
    fn severity(&self) -> &str {
        self.0.severity()
    }

    /// Its place in the document, as a JSON Pointer: empty for the whole document.
    #[getter]
    fn path(&self) -> String {
        self.0.path()
    }

    /// The item that it is about: its kind, and its id where it has one.
    #[getter]
    fn subject(&self) -> Subject<'_> {
        Subject(&self.0)
    }

    /// What is known about it: ids, ISO dates, numbers and words of closed lists, by name.
    #[getter]
    fn facts(&self) -> Object {
        Object(self.0.facts_json())
    }

    /// Other places that it is about.
    #[getter]
    fn related(&self) -> Related {
        Related(self.0.related_json())
    }

    /// The waiver that applies to it: its position in the rulebook from 0, and its last day.
    #[getter]
    fn waiver(&self) -> Option<Waiver> {
        self.0.waiver_json().map(Waiver)
    }

    /// The last day on which this can still be fixed in time, as an ISO date.
    #[getter]
    fn due(&self) -> Option<String> {
        self.0.due()
    }

    /// Whether it is only information because its subject is still a draft.
    #[getter]
    fn draft(&self) -> bool {
        self.0.draft()
    }

    /// The sentence for people, in Dutch (`nl`), plain Dutch (`nl-plain`) or English (`en`).
    ///
    /// Raises `KubusError`, code `unknown-language`.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> tk.validate("[]", "2026-05-01").findings[0].message("en")
    /// 'fill in an object here; found: a list'
    #[pyo3(signature = (lang = "nl"))]
    fn message(&self, lang: &str) -> PyResult<String> {
        self.0.message(lang).map_err(refusal)
    }

    /// All of it as plain data, as it is in the report's body.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> tk.validate("[]", "2026-05-01").findings[0].to_dict()["code"]
    /// 'TK-R005'
    fn to_dict(&self) -> Object {
        Object(self.0.to_json())
    }

    /// All of it as JSON, as it is in the report's body; `from_json` reads it back.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> finding = tk.validate("[]", "2026-05-01").findings[0]
    /// >>> tk.Finding.from_json(finding.to_json()) == finding
    /// True
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Reads back what `to_json` of this version wrote.
    ///
    /// Raises `KubusError`: code `invalid-report` for anything else, `unknown-kind` for a kind of document that this
    /// version has no rules for.
    ///
    /// >>> import twentse_kubus as tk
    /// >>> tk.Finding.from_json("{}")
    /// Traceback (most recent call last):
    /// twentse_kubus.errors.KubusError: ...
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
