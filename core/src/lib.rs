//! Domain and validation of Dutch teacher-training partnerships (*Opleiden in de School*).

pub mod document;
pub mod frameworks;
pub mod rules;
