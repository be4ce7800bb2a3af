//! The rules of the portfolio (bewijsportfolio), one file each, named by code and name.

use super::Rule;

macro_rules! rules {
    ($($file:ident)*) => {
        $(mod $file;)*

        /// Every rule of the portfolio, by code.
        pub(super) static RULES: &[&Rule] = &[$(&$file::RULE),*];
    };
}

rules! {
}
