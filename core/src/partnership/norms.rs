//! Norms that several rules share: set under any one of them, they hold for all.

use crate::finding::{Norm, Unit};
use crate::language::Text;

/// Days per week of a school trainer.
pub(crate) static TRAINER_DAYS: Norm = Norm::number(
    "days_per_week",
    Text { nl: "dagen per week van een schoolopleider", en: "days per week of a school trainer" },
    Unit::DaysPerWeek,
    150,
    1,
    700,
);

/// The students whom that time is for.
pub(crate) static TRAINER_STUDENTS: Norm = Norm::number(
    "students",
    Text {
        nl: "studenten voor wie die dagen per week bedoeld zijn",
        en: "students whom those days per week are intended for",
    },
    Unit::Number,
    12,
    1,
    9999,
);
