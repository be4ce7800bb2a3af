//! Norms that several rules share: set under any one of them, they hold for all.

use crate::finding::{Norm, Unit};
use crate::language::Text;

/// The study year from which a specialisation takes effect.
pub(super) static FROM_YEAR: Norm = Norm::number(
    "from",
    Text { nl: "studiejaar waarin de specialisatie ingaat", en: "study year in which the specialisation takes effect" },
    Unit::StudyYear,
    3,
    1,
    4,
);
