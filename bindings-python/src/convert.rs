//! Every conversion between Python and the core, in both directions.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::ops::Deref;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyByteArray, PyBytes, PyDate, PyDateTime, PyDict, PyIterator, PyList, PyMemoryView, PyString, PyTuple,
};
use pyo3::{PyTypeInfo, import_exception, type_hint_identifier, type_hint_subscript, type_hint_union};
use twentse_kubus::api;
use twentse_kubus::documents::{DocumentRef, Kind};
use twentse_kubus::grammar::Closed as _;

import_exception!(twentse_kubus.errors, KubusError);

const DICT: PyStaticExpr =
    type_hint_subscript!(PyDict::TYPE_HINT, PyString::TYPE_HINT, type_hint_identifier!("typing", "Any"));
const ELLIPSIS: PyStaticExpr = PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis };

/// A call that the core could not answer, as Python's exception. The core names parameters as the wire does.
pub(crate) fn refusal(error: api::Error) -> PyErr {
    let named = |text: &str| text.replace("`asOf`", "`as_of`").replace("knowledgeBases[", "knowledge_bases[");
    let details: Vec<String> = error.details().iter().map(|detail| named(detail)).collect();
    KubusError::new_err((named(&error.to_string()), error.code(), details))
}

/// Text that was read as UTF-8 before, without a byte order mark.
pub(crate) fn as_text(utf8: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(utf8.strip_prefix("\u{feff}".as_bytes()).unwrap_or(utf8))
}

/// A document as it was given, readable without the interpreter.
pub(crate) enum Document {
    Text(PyBackedStr),
    Bytes(PyBackedBytes),
}

/// Documents are judged in slices of about this many bytes, which takes a moment: signals are looked at in between.
const SLICE: usize = 1 << 20;

/// What a document costs that is next to empty, in bytes.
const LEAST: usize = 1 << 10;

const PATH: PyStaticExpr = type_hint_subscript!(type_hint_identifier!("os", "PathLike"), PyString::TYPE_HINT);

impl Document {
    /// Whether it is meant as one document. Text and `dict` can be iterated too.
    fn is_one(given: &Bound<'_, PyAny>) -> bool {
        given.is_instance_of::<PyString>()
            || given.is_instance_of::<PyBytes>()
            || given.is_instance_of::<PyByteArray>()
            || given.is_instance_of::<PyMemoryView>()
            || given.is_instance_of::<PyDict>()
            || is_path(given)
    }

    /// Half a surrogate pair has no UTF-8: it is passed on as it is, for the core to judge.
    fn of_text(text: &Bound<'_, PyString>) -> PyResult<Self> {
        match PyBackedStr::try_from(text.clone()) {
            Ok(text) => Ok(Self::Text(text)),
            Err(_) => Ok(Self::Bytes(text.call_method1("encode", ("utf-8", "surrogatepass"))?.extract()?)),
        }
    }

    /// A `dict` as its text, a path as what is in the file. A `str` is text, also where it looks like a path (TK-R001).
    fn read(given: &Bound<'_, PyAny>, is_document: bool) -> PyResult<Self> {
        if let Ok(text) = given.cast::<PyString>() {
            return Self::of_text(text);
        }
        let here = || given.py().import("twentse_kubus._given");
        if given.is_instance_of::<PyDict>() {
            return Self::of_text(here()?.call_method1("written", (given, is_document))?.cast()?);
        }
        if let Ok(view) = given.cast::<PyMemoryView>() {
            return Ok(Self::Bytes(view.call_method0("tobytes")?.extract()?));
        }
        if let Ok(bytes) = given.extract() {
            return Ok(Self::Bytes(bytes));
        }
        if is_path(given) {
            return Ok(Self::Bytes(here()?.call_method1("read", (given,))?.extract()?));
        }
        Err(wrong_type("expected str, bytes, bytearray, memoryview, dict or os.PathLike", given))
    }
}

/// Whether its class says that it is a path, as Python's own functions look at it.
fn is_path(given: &Bound<'_, PyAny>) -> bool {
    given.get_type().hasattr("__fspath__").unwrap_or(false)
}

impl AsRef<[u8]> for Document {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Document {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        PyString::TYPE_HINT,
        PyBytes::TYPE_HINT,
        PyByteArray::TYPE_HINT,
        PyMemoryView::TYPE_HINT,
        DICT,
        PATH
    );

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Self::read(&given, true)
    }
}

/// A rulebook's overlay as it was given. Its names are its author's own, so an error may say them.
pub(crate) struct Rulebook(pub(crate) Document);

impl<'a, 'py> FromPyObject<'a, 'py> for Rulebook {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = Document::INPUT_TYPE;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Document::read(&given, false).map(Self)
    }
}

/// A bundle as it was given: what was told of it, or its JSON.
pub(crate) struct Bundled(pub(crate) Document);

impl<'a, 'py> FromPyObject<'a, 'py> for Bundled {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(Document::INPUT_TYPE, type_hint_identifier!("twentse_kubus.insight", "Bundle"));

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Document::read(&given, true).map(Self)
    }
}

/// Documents from any iterable but a document, taken as they are judged.
pub(crate) struct Documents<'py> {
    ahead: Bound<'py, PyIterator>,
    taken: usize,
}

impl Documents<'_> {
    /// The next of them, no more than are judged in a moment; none at the end.
    pub(crate) fn slice(&mut self) -> PyResult<Vec<Document>> {
        let py = self.ahead.py();
        let (mut slice, mut bytes) = (Vec::new(), 0);
        while bytes < SLICE
            && let Some(given) = self.ahead.next()
        {
            py.check_signals()?;
            let document: Document = given?.extract().map_err(|error| at_item(py, "documents", self.taken, error))?;
            bytes += document.as_ref().len() + LEAST;
            self.taken += 1;
            slice.push(document);
        }
        Ok(slice)
    }

    /// All of them.
    pub(crate) fn all(mut self) -> PyResult<Vec<Document>> {
        let mut all = Vec::new();
        loop {
            let slice = self.slice()?;
            if slice.is_empty() {
                return Ok(all);
            }
            all.extend(slice);
        }
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Documents<'py> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterable"), Document::INPUT_TYPE);

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if Document::is_one(&given) {
            return Err(wrong_type("expected an iterable of documents", &given));
        }
        Ok(Self { ahead: given.try_iter()?, taken: 0 })
    }
}

/// Documents of one kind that portfolios are compared with.
pub(crate) trait OfKind {
    const KIND: Kind;
    /// What the parameter is called that takes them.
    const CALLED: &str;
}

pub(crate) struct Curricula;
pub(crate) struct Partnerships;
pub(crate) struct KnowledgeBases;

impl OfKind for Curricula {
    const KIND: Kind = Kind::Curriculum;
    const CALLED: &str = "curricula";
}

impl OfKind for Partnerships {
    const KIND: Kind = Kind::Partnership;
    const CALLED: &str = "partnerships";
}

impl OfKind for KnowledgeBases {
    const KIND: Kind = Kind::KnowledgeBase;
    const CALLED: &str = "knowledge_bases";
}

/// Documents of one kind from any iterable but a document.
pub(crate) struct Several<K>(Vec<Document>, PhantomData<K>);

impl<K: OfKind> Several<K> {
    /// The bytes of each, with its kind; of what was not given none.
    pub(crate) fn each(given: Option<&Self>) -> impl Iterator<Item = (Kind, &[u8])> {
        given.into_iter().flat_map(|given| &given.0).map(|document| (K::KIND, document.as_ref()))
    }
}

impl<'a, 'py, K: OfKind> FromPyObject<'a, 'py> for Several<K> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = Documents::INPUT_TYPE;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if Document::is_one(&given) {
            return Err(wrong_type(&format!("`{}`: expected an iterable of documents", K::CALLED), &given));
        }
        let py = given.py();
        let taken = |(at, document): (usize, PyResult<Bound<'py, PyAny>>)| {
            document?.extract::<Document>().map_err(|error| at_item(py, K::CALLED, at, error))
        };
        let all = given.try_iter()?.enumerate().map(taken).collect::<PyResult<_>>()?;
        Ok(Self(all, PhantomData))
    }
}

/// Says which of many documents could not be taken.
fn at_item(py: Python<'_>, list: &str, at: usize, error: PyErr) -> PyErr {
    let class = error.get_type(py);
    // A class of somebody's own may take other arguments than a text.
    let ours = class.is(py.get_type::<PyTypeError>()) || class.is(py.get_type::<PyValueError>());
    if ours { PyErr::from_type(class, format!("{list}[{at}]: {}", error.value(py))) } else { error }
}

/// The reference day, as ISO text: whether it is one, the core says.
pub(crate) struct AsOf(String);

impl Deref for AsOf {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for AsOf {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_union!(PyDate::TYPE_HINT, PyString::TYPE_HINT);

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = given.cast::<PyString>() {
            return Ok(Self(text.to_string_lossy().into_owned()));
        }
        // A `datetime` is a `date` too, and so are classes made from it. What is no moment, as pandas' NaT, has no date.
        let moment = given.is_instance_of::<PyDateTime>();
        let day = if moment { given.call_method0("date").ok() } else { Some(given.to_owned()) };
        let Some(day) = day else { return Err(refusal(api::Error::InvalidDate)) };
        match day.cast::<PyDate>() {
            Ok(day) => Ok(Self(day.call_method0("isoformat")?.extract()?)),
            Err(_) => Err(wrong_type("`as_of`: expected datetime.date, datetime.datetime or str", &given)),
        }
    }
}

fn wrong_type(expected: &str, given: &Bound<'_, PyAny>) -> PyErr {
    let named = given.get_type().name().map(|name| PyTypeError::new_err(format!("{expected}, not {name}")));
    named.unwrap_or_else(|error| error)
}

/// What pickle needs of an object that its class can make again from its JSON.
pub(crate) fn restorable<'py, T: PyTypeInfo>(
    of: &Bound<'py, T>,
    json: String,
) -> PyResult<(Bound<'py, PyAny>, (String,))> {
    Ok((of.as_any().get_type().getattr("from_json")?, (json,)))
}

/// JSON that goes out as what `json.loads` makes of it.
macro_rules! json {
    ($(#[$doc:meta])* $name:ident, $class:ty, $hint:expr) => {
        $(#[$doc])*
        pub(crate) struct $name(pub(crate) String);

        impl<'py> IntoPyObject<'py> for $name {
            type Target = $class;
            type Output = Bound<'py, $class>;
            type Error = PyErr;

            const OUTPUT_TYPE: PyStaticExpr = $hint;

            fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
                Ok(loaded(py, self.0)?.cast_into()?)
            }
        }
    };
}

fn loaded(py: Python<'_>, json: String) -> PyResult<Bound<'_, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}

json!(
    /// A JSON object.
    Object, PyDict, DICT
);
json!(
    /// A JSON array of objects.
    Objects, PyList, type_hint_subscript!(PyList::TYPE_HINT, DICT)
);
json!(
    /// The labels of a language.
    Labels, PyDict, type_hint_identifier!("twentse_kubus.values", "Labels")
);
json!(
    /// The lists of reference data.
    Frameworks, PyList, type_hint_subscript!(PyList::TYPE_HINT, type_hint_identifier!("twentse_kubus.values", "Framework"))
);
json!(
    /// The waiver of a finding.
    Waiver, PyDict, type_hint_identifier!("twentse_kubus.values", "Waiver")
);
json!(
    /// What is to be done.
    NextSteps, PyDict, type_hint_identifier!("twentse_kubus.insight", "NextSteps")
);
json!(
    /// Why each rule answered as it did.
    Trace, PyDict, type_hint_identifier!("twentse_kubus.insight", "Trace")
);
json!(
    /// A hand-over page.
    HandOver, PyDict, type_hint_identifier!("twentse_kubus.insight", "HandOver")
);
json!(
    /// What the curriculum makes of a portfolio.
    ProgrammeAssessment, PyDict, type_hint_identifier!("twentse_kubus.insight", "ProgrammeAssessment")
);
json!(
    /// What is assessed, by whom and on what evidence.
    AssessmentCard, PyDict, type_hint_identifier!("twentse_kubus.insight", "AssessmentCard")
);
json!(
    /// How much there is for each competence.
    Coverage, PyDict, type_hint_identifier!("twentse_kubus.insight", "Coverage")
);
json!(
    /// How a curriculum is covered.
    CurriculumCoverage, PyDict, type_hint_identifier!("twentse_kubus.insight", "CurriculumCoverage")
);
json!(
    /// The Twentse kubus as a knowledge base fills it.
    Cube, PyDict, type_hint_identifier!("twentse_kubus.insight", "Cube")
);
json!(
    /// What the knowledge base has for the needs of a student.
    JustInTime, PyDict, type_hint_identifier!("twentse_kubus.insight", "JustInTime")
);
json!(
    /// How a partnership is organised.
    Network, PyDict, type_hint_identifier!("twentse_kubus.insight", "Network")
);
json!(
    /// Where each student can go in a school year.
    WhereNext, PyDict, type_hint_identifier!("twentse_kubus.insight", "WhereNext")
);
json!(
    /// What a proposal of placements brings about.
    ProposalCheck, PyDict, type_hint_identifier!("twentse_kubus.insight", "ProposalCheck")
);
json!(
    /// Counts over many portfolios.
    Overview, PyDict, type_hint_identifier!("twentse_kubus.insight", "Overview")
);
json!(
    /// What would change under different rules.
    Comparison, PyDict, type_hint_identifier!("twentse_kubus.insight", "Comparison")
);
json!(
    /// A decision with all that it was made from.
    Bundle, PyDict, type_hint_identifier!("twentse_kubus.insight", "Bundle")
);
json!(
    /// Whether a decision comes out again.
    Replay, PyDict, type_hint_identifier!("twentse_kubus.insight", "Replay")
);

/// What is a Python object already, with the type that the stub says it has.
macro_rules! typed {
    ($(#[$doc:meta])* $name:ident, $hint:expr) => {
        $(#[$doc])*
        pub(crate) struct $name<'py>(pub(crate) Bound<'py, PyAny>);

        impl<'py> IntoPyObject<'py> for $name<'py> {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;

            const OUTPUT_TYPE: PyStaticExpr = $hint;

            fn into_pyobject(self, _: Python<'py>) -> PyResult<Self::Output> {
                Ok(self.0)
            }
        }
    };
}

typed!(
    /// HTML that a notebook shows.
    Card, type_hint_identifier!("twentse_kubus.values", "Card")
);
typed!(
    /// Findings as rows.
    Records, type_hint_subscript!(PyList::TYPE_HINT, type_hint_identifier!("twentse_kubus.values", "FindingRecord"))
);

/// A tuple that is made once, of items of one type.
pub(crate) struct Once<'py, T>(Bound<'py, PyTuple>, PhantomData<T>);

impl<'py, T: IntoPyObject<'py>> Once<'py, T> {
    /// The tuple that is kept, made of the items at the first call: every call gives the same objects.
    pub(crate) fn of<I>(py: Python<'py>, kept: &PyOnceLock<Py<PyTuple>>, items: I) -> PyResult<Self>
    where
        I: IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    {
        let tuple = kept.get_or_try_init(py, || PyTuple::new(py, items).map(Bound::unbind))?;
        Ok(Self(tuple.bind(py).clone(), PhantomData))
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Once<'py, T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(PyTuple::TYPE_HINT, T::OUTPUT_TYPE, ELLIPSIS);

    fn into_pyobject(self, _: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.0)
    }
}

/// The other places of a finding.
pub(crate) struct Related(pub(crate) String);

impl<'py> IntoPyObject<'py> for Related {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(PyTuple::TYPE_HINT, type_hint_identifier!("twentse_kubus.values", "Related"), ELLIPSIS);

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Ok(loaded(py, self.0)?.cast_into::<PyList>()?.to_tuple())
    }
}

/// A value of the core that goes out as a plain class of `values.py`, given its fields in order.
macro_rules! value {
    ($name:ident($of:ty), |$core:ident, $py:ident| $fields:expr) => {
        pub(crate) struct $name(pub(crate) $of);
        value!(impl $name, |$core, $py| $fields);
    };
    ($name:ident<'_>($of:ty), |$core:ident, $py:ident| $fields:expr) => {
        pub(crate) struct $name<'r>(pub(crate) &'r $of);
        value!(impl $name<'_>, |$core, $py| $fields);
    };
    (impl $name:ident $(<$life:lifetime>)?, |$core:ident, $py:ident| $fields:expr) => {
        impl<'py> IntoPyObject<'py> for $name $(<$life>)? {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;

            const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("twentse_kubus.values", stringify!($name));

            fn into_pyobject(self, $py: Python<'py>) -> PyResult<Self::Output> {
                let $core = self.0;
                $py.import("twentse_kubus.values")?.getattr(stringify!($name))?.call1($fields)
            }
        }
    };
}

value!(Counts(api::Counts), |of, py| (of.error, of.warning, of.info, of.waived));
value!(Place(api::Place), |of, py| (of.line, of.column, of.start, of.end, of.start_byte, of.end_byte));
value!(Subject<'_>(api::Finding), |of, py| (of.subject_kind(), of.subject_id()));
value!(Outcome<'_>(api::Outcome), |of, py| (of.code(), of.outcome(), of.reason(), of.by(), of.due()));
value!(Unchecked<'_>(api::Unchecked), |of, py| (
    of.reason(),
    of.path(),
    PyTuple::new(py, of.rules())?
));
value!(UsedDocument<'_>(api::Used), |of, py| {
    let DocumentRef { kind, id, school_year, .. } = &of.document;
    (kind.key(), id.as_deref(), school_year.map(|year| year.to_string()), of.sha256.as_str())
});
value!(Batch(api::Batch), |of, py| {
    let reports = of.reports.into_iter().map(|report| Py::new(py, crate::report::Report::of(report)));
    (PyTuple::new(py, reports.collect::<PyResult<Vec<_>>>()?)?, crate::summary::Summary(of.summary))
});
