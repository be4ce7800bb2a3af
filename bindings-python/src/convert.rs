//! Every conversion between Python and the core, in both directions.

use std::borrow::Cow;
use std::ops::Deref;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyByteArray, PyBytes, PyDate, PyDateTime, PyDict, PyList, PyMemoryView, PyString, PyTuple};
use pyo3::{PyTypeInfo, import_exception, type_hint_identifier, type_hint_subscript, type_hint_union};
use twentse_kubus::api;

import_exception!(twentse_kubus.errors, KubusError);

const DICT: PyStaticExpr =
    type_hint_subscript!(PyDict::TYPE_HINT, PyString::TYPE_HINT, type_hint_identifier!("typing", "Any"));

/// A call that the core could not answer, as Python's exception. The core names parameters as the wire does.
pub(crate) fn refusal(error: api::Error) -> PyErr {
    KubusError::new_err((error.to_string().replace("`asOf`", "`as_of`"), error.code(), error.details().to_vec()))
}

/// The text that Python's own writer makes of a `dict`.
fn written<'py>(dict: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyString>> {
    let dumps = |allow_nan: bool| {
        let options = PyDict::new(dict.py());
        options.set_item("ensure_ascii", false)?;
        options.set_item("allow_nan", allow_nan)?;
        dict.py().import("json")?.call_method("dumps", (dict,), Some(&options))
    };
    match dumps(false) {
        Ok(text) => Ok(text.cast_into()?),
        // The writer says the same of several faults. What it writes with such numbers allowed has only this one.
        Err(error) if error.is_instance_of::<PyValueError>(dict.py()) => {
            dumps(true)?;
            Err(PyValueError::new_err("NaN and infinities are no JSON: leave the member out, or give None"))
        }
        Err(error) => Err(error),
    }
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

/// Documents are judged in slices of about so many bytes, which takes a moment: signals are looked at in between.
const SLICE: usize = 1 << 20;

/// What a document costs that is next to empty, in bytes.
const LEAST: usize = 1 << 10;

impl Document {
    /// Whether it is meant as one document. Text and `dict` can be iterated too.
    fn is_one(given: &Bound<'_, PyAny>) -> bool {
        given.is_instance_of::<PyString>()
            || given.is_instance_of::<PyBytes>()
            || given.is_instance_of::<PyByteArray>()
            || given.is_instance_of::<PyMemoryView>()
            || given.is_instance_of::<PyDict>()
    }

    /// Half a surrogate pair has no UTF-8: it is passed on as it is, for the core to judge.
    fn of_text(text: &Bound<'_, PyString>) -> PyResult<Self> {
        match PyBackedStr::try_from(text.clone()) {
            Ok(text) => Ok(Self::Text(text)),
            Err(_) => Ok(Self::Bytes(text.call_method1("encode", ("utf-8", "surrogatepass"))?.extract()?)),
        }
    }
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
        DICT
    );

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = given.cast::<PyString>() {
            return Self::of_text(&text);
        }
        if let Ok(dict) = given.cast::<PyDict>() {
            return Self::of_text(&written(&dict)?);
        }
        if let Ok(view) = given.cast::<PyMemoryView>() {
            return Ok(Self::Bytes(view.call_method0("tobytes")?.extract()?));
        }
        given
            .extract()
            .map(Self::Bytes)
            .map_err(|_| wrong_type("expected str, bytes, bytearray, memoryview or dict", &given))
    }
}

/// Documents from any iterable but a document.
pub(crate) struct Documents(Vec<Document>);

impl Documents {
    /// All of them, in slices.
    pub(crate) fn slices(&self) -> impl Iterator<Item = &[Document]> {
        let mut bytes = 0;
        self.0.chunk_by(move |document, _| {
            bytes += document.as_ref().len() + LEAST;
            let more = bytes < SLICE;
            bytes = if more { bytes } else { 0 };
            more
        })
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Documents {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterable"), Document::INPUT_TYPE);

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if Document::is_one(&given) {
            return Err(wrong_type("expected an iterable of documents", &given));
        }
        let documents = given.try_iter()?.enumerate().map(|(at, document)| {
            given.py().check_signals()?;
            document?.extract().map_err(|error| at_item(given.py(), at, error))
        });
        documents.collect::<PyResult<_>>().map(Self)
    }
}

/// Says which of many documents could not be taken.
fn at_item(py: Python<'_>, at: usize, error: PyErr) -> PyErr {
    let class = error.get_type(py);
    // A class of somebody's own may take other arguments than a text.
    let ours = class.is(py.get_type::<PyTypeError>()) || class.is(py.get_type::<PyValueError>());
    if ours { PyErr::from_type(class, format!("documents[{at}]: {}", error.value(py))) } else { error }
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
        if given.is_instance_of::<PyDateTime>() {
            let details: [&str; 0] = [];
            let message = "`as_of`: a datetime is a moment; give `.date()`";
            return Err(KubusError::new_err((message, api::Error::InvalidDate.code(), details)));
        }
        match given.cast::<PyDate>() {
            Ok(day) => Ok(Self(day.call_method0("isoformat")?.extract()?)),
            Err(_) => Err(wrong_type("`as_of`: expected datetime.date or str", &given)),
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
    /// The waiver of a finding.
    Waiver, PyDict, type_hint_identifier!("twentse_kubus.values", "Waiver")
);

/// The other places of a finding.
pub(crate) struct Related(pub(crate) String);

impl<'py> IntoPyObject<'py> for Related {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        PyTuple::TYPE_HINT,
        type_hint_identifier!("twentse_kubus.values", "Related"),
        PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis }
    );

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
value!(Batch(api::Batch), |of, py| {
    let reports = of.reports.into_iter().map(|report| Py::new(py, crate::report::Report(report)));
    (PyTuple::new(py, reports.collect::<PyResult<Vec<_>>>()?)?, crate::summary::Summary(of.summary))
});
