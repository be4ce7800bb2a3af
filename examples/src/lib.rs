//! Intentionally empty; the examples are in the parent folder.
