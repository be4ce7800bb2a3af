//! The native module of the Python package `twentse_kubus`: it converts and delegates, and knows nothing of the domain.

#![expect(clippy::needless_pass_by_value, reason = "a function of Python owns the arguments that it is given")]
#![expect(clippy::doc_link_with_quotes, reason = "an example of Python holds lists of texts, and no links")]

use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

mod convert;
mod report;
mod summary;
mod validator;

/// Native part of `twentse_kubus`; import from the package.
#[pyo3::pymodule]
mod _kubus {
    #[pymodule_export]
    use super::report::{Finding, Report};
    #[pymodule_export]
    use super::summary::Summary;
    #[pymodule_export]
    use super::validator::{
        Validator, compare, compare_text, explain, frameworks, labels, language, replay, replay_text, rules, schema,
        validate,
    };

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "what every package of Python calls it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    #[pymodule_init]
    fn init(py: pyo3::Python<'_>) -> pyo3::PyResult<()> {
        super::serve_one_interpreter(py)
    }
}

/// Refuses every interpreter of the process but the first. What is kept for the process, classes and the exception among
/// it, belongs to the interpreter that made it: another would catch none of its errors, and meet the ruins of the first.
fn serve_one_interpreter(py: Python<'_>) -> PyResult<()> {
    static FIRST: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
    // Each interpreter has a `sys` of its own.
    let sys = py.import("sys")?;
    if FIRST.get_or_init(py, || sys.clone().unbind()).is(&sys) {
        return Ok(());
    }
    Err(PyImportError::new_err("twentse_kubus serves one interpreter of a process, and another one has loaded it"))
}
