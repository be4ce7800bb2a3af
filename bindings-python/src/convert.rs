//! Every conversion between Python and the core, in both directions.

use std::ops::Deref;

use pyo3::exceptions::PyTypeError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyByteArray, PyBytes, PyDate, PyDict, PyList, PyMemoryView, PyString, PyTuple};
use pyo3::{PyTypeInfo, import_exception, type_hint_identifier, type_hint_subscript, type_hint_union};
use twentse_kubus::api;

import_exception!(twentse_kubus.errors, KubusError);

const DICT: PyStaticExpr =
    type_hint_subscript!(PyDict::TYPE_HINT, PyString::TYPE_HINT, type_hint_identifier!("typing", "Any"));

/// A call that the core could not answer, as Python's exception.
pub(crate) fn refusal(error: api::Error) -> PyErr {
    KubusError::new_err((error.to_string(), error.code(), error.details().to_vec()))
}

/// The text that Python's own writer makes of a `dict`.
fn written<'py>(dict: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyString>> {
    let options = PyDict::new(dict.py());
    options.set_item("ensure_ascii", false)?;
    Ok(dict.py().import("json")?.call_method("dumps", (dict,), Some(&options))?.cast_into()?)
}

/// A document as it was given, readable without the interpreter.
pub(crate) enum Document {
    Text(PyBackedStr),
    Bytes(PyBackedBytes),
}

impl Document {
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
        given.extract().map(Self::Bytes).map_err(|_| wrong_type("str, bytes, bytearray, memoryview or dict", &given))
    }
}

/// Documents from any iterable; a single document is refused, since text and `dict` can be iterated too.
pub(crate) struct Documents(Vec<Document>);

impl Deref for Documents {
    type Target = [Document];

    fn deref(&self) -> &[Document] {
        &self.0
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Documents {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterable"), Document::INPUT_TYPE);

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if given.extract::<Document>().is_ok() {
            return Err(wrong_type("an iterable of documents", &given));
        }
        given.try_iter()?.map(|document| document?.extract()).collect::<PyResult<_>>().map(Self)
    }
}

/// A rulebook as JSON text; what is no UTF-8 raises Python's own `UnicodeDecodeError`.
pub(crate) struct Rulebook(String);

impl Deref for Rulebook {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Rulebook {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = Document::INPUT_TYPE;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let text: Document = given.extract()?;
        Ok(Self(String::from_utf8(text.as_ref().to_vec())?))
    }
}

/// The reference day, as ISO text. A `datetime` is a moment and no day: its text is refused by the core.
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
        match given.cast::<PyDate>() {
            Ok(day) => Ok(Self(day.call_method0("isoformat")?.extract()?)),
            Err(_) => Err(wrong_type("datetime.date or str", &given)),
        }
    }
}

fn wrong_type(allowed: &str, given: &Bound<'_, PyAny>) -> PyErr {
    PyTypeError::new_err(format!("expected {allowed}, not {}", given.get_type()))
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
                Ok(py.import("json")?.call_method1("loads", (self.0,))?.cast_into()?)
            }
        }
    };
}

json!(
    /// A JSON object.
    Object, PyDict, DICT
);
json!(
    /// A JSON array of objects.
    Objects, PyList, type_hint_subscript!(PyList::TYPE_HINT, DICT)
);

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
value!(Place(api::Place), |of, py| (of.line, of.column, of.start, of.end));
value!(Subject<'_>(api::Finding), |of, py| (of.subject_kind(), of.subject_id()));
value!(Outcome<'_>(api::RuleOutcome), |of, py| (of.code(), of.outcome(), of.reason(), of.by(), of.due()));
value!(Unchecked<'_>(api::Unchecked), |of, py| (of.reason(), of.path()));
value!(Batch(api::Batch), |of, py| {
    let reports = of.reports.into_iter().map(|report| Py::new(py, crate::report::Report(report)));
    (PyTuple::new(py, reports.collect::<PyResult<Vec<_>>>()?)?, crate::summary::Summary(of.summary))
});
