//! The contract of twentse-kubus: the vectors, how they are run and blessed, the samples, hostile documents, the
//! statements of the booklet, and a second assessment to hold the library's against.

pub mod hostile;
pub mod kinds;
pub mod ordered;
pub mod random_frameworks;
pub mod samples;
pub mod slow_assess;
pub mod statements;
pub mod thinning;
pub mod vectors;
