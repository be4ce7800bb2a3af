//! The contract of twentse-kubus: the vectors, how they are run and blessed, and the samples.

pub mod kinds;
pub mod samples;
pub mod vectors;
