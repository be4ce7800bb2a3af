//! The native module of the Python package `twentse_kubus`: it converts and delegates, and knows nothing of the domain.

#![expect(clippy::needless_pass_by_value, reason = "a function of Python owns the arguments that it is given")]

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
    use super::validator::{Validator, explain, rules, schema, validate};
}
