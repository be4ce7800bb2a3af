//! Holds nothing itself: the examples lie beside this folder.
