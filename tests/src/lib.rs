//! The contract of twentse-kubus: the vectors, how they are run and blessed, the samples, and hostile documents.

pub mod hostile;
pub mod kinds;
pub mod ordered;
pub mod samples;
pub mod thinning;
pub mod vectors;
