//! Every task of a developer.
fn main() {}
