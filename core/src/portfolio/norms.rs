//! Norms that several rules share: set under any one of them, they hold for all.

use crate::finding::{Norm, Unit};
use crate::frameworks::AgeBand;
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

/// Days without a mentor or a trainer.
pub(super) static GRACE_DAYS: Norm = Norm::number(
    "grace_days",
    Text { nl: "dagen dat een mentor of opleider mag ontbreken", en: "days that a mentor or a trainer may be missing" },
    Unit::Days,
    14,
    0,
    366,
);

/// Days per week at the school.
pub(super) static DAYS_AT_SCHOOL: Norm = Norm::number(
    "days_at_school",
    Text { nl: "dagen per week op de basisschool", en: "days per week at the school" },
    Unit::DaysPerWeek,
    200,
    0,
    700,
);

/// Days per week at the institute.
pub(super) static DAYS_AT_INSTITUTE: Norm = Norm::number(
    "days_at_institute",
    Text { nl: "dagen per week op de hogeschool", en: "days per week at the institute" },
    Unit::DaysPerWeek,
    300,
    0,
    700,
);

/// Groups of the lower age band.
pub(super) static LOWER: Norm = Norm::set(
    "lower",
    Text { nl: "groepen van de onderbouw", en: "groups in the lower age band" },
    Unit::Groups,
    &[1, 2],
);

/// Groups of the middle age band.
pub(super) static MIDDLE: Norm = Norm::set(
    "middle",
    Text { nl: "groepen van de middenbouw", en: "groups in the middle age band" },
    Unit::Groups,
    &[3, 4, 5],
);

/// Groups of the upper age band.
pub(super) static UPPER: Norm = Norm::set(
    "upper",
    Text { nl: "groepen van de bovenbouw", en: "groups in the upper age band" },
    Unit::Groups,
    &[6, 7, 8],
);

/// The age bands, each with its groups.
pub(super) static BANDS: [(AgeBand, &Norm); 3] =
    [(AgeBand::Lower, &LOWER), (AgeBand::Middle, &MIDDLE), (AgeBand::Upper, &UPPER)];
