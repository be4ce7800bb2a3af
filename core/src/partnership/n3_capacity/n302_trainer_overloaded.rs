//! `TK-N302`: a school trainer has no more students than there is time for.

use chrono::NaiveDate;

use crate::documents::{Person, RoleHeld};
use crate::finding::Part;
use crate::frameworks::Role;
use crate::partnership::case::{Holder, Trained, holds};
use crate::partnership::norms::{TRAINER_DAYS, TRAINER_STUDENTS};
use crate::partnership::prelude::*;
use crate::sort::{Listed as _, sorted};
use crate::values::Decimal;

pub(crate) static META: Meta = Meta {
    code: "TK-N302",
    name: "trainer-overloaded",
    severity: Some(Severity::Warning),
    phase: Phase::Always,
    basis: Basis::Seed,
    norms: &[&TRAINER_DAYS, &TRAINER_STUDENTS, &TOLERANCE],
    facts: in_build!(&[
        ("trainer", FactKind::Id),
        ("students", FactKind::Decimal),
        ("most", FactKind::Decimal),
        ("days", FactKind::Decimal)
    ]),
    may_lack: &[],
    gives_way_to: &[],
    step: Step::ArrangePeople,
    acts: Actor::SchoolTrainer,
    window: Window::ALWAYS,
    since: "0.1.0",
    retired: None,
    sources: Sources::of(&[
        Source::Booklet(&[Passage::RolVanDeSchoolopleider]),
        Source::Own(Text {
            nl: "het katern zegt ongeveer twaalf; hoeveel meer mag, en dat schoolopleiders die een school delen de studenten naar tijd verdelen, is onze uitleg",
            en: "the booklet says about twelve; how many more are allowed, and that school trainers who share a school share its students by their time, is our interpretation",
        }),
    ]),
    texts: texts! {
        title: { nl: "te veel studenten voor een schoolopleider", en: "school trainer with too many students" },
        asks: {
            nl: "Een schoolopleider heeft, over alle scholen samen, niet veel meer (`tolerance`) studenten dan er voor de beschikbare tijd (`days_per_week`) bedoeld zijn (`students`).",
            en: "Over all schools together, a school trainer has not many more (`tolerance`) students than the available time (`days_per_week`) is intended for (`students`)."
        },
        why: {
            nl: "Volgens het katern is anderhalve dag per week bedoeld voor ongeveer twaalf studenten per opleidingsschool, en voor de mentoren.",
            en: "According to the booklet, one and a half days per week are intended for about twelve students per training school, and for the mentors."
        },
        fix: {
            nl: "Spreek meer tijd af voor de schoolopleider, of verdeel de studenten over meer schoolopleiders.",
            nl_plain: "Overleg over meer tijd voor de schoolopleider, of verdeel de studenten over meer schoolopleiders.",
            en: "Agree on more time for the school trainer, or divide the students among more school trainers."
        },
        message: {
            nl: "studenten van schoolopleider `{trainer}`, naar tijd verdeeld: `{students}`; hoogstens: `{most}`; dagen per week: `{days}`",
            nl_plain: "overleg over meer tijd voor schoolopleider `{trainer}`, of verdeel de studenten: `{students}`; hoogstens: `{most}`; dagen per week: `{days}`",
            en: "students of school trainer `{trainer}`, shared by time: `{students}`; at most: `{most}`; days per week: `{days}`"
        },
    },
    decides_reading: false,
};

pub(super) static RULE: Rule<Partnerships> =
    Rule { meta: &META, when: (), reads: reads!(Partnership: schools all, persons all, students all), check };

pub(crate) static TOLERANCE: Norm = Norm::number(
    "tolerance",
    Text {
        nl: "studenten die een schoolopleider meer mag hebben",
        en: "students that a school trainer may have in addition",
    },
    Unit::Number,
    2,
    0,
    9999,
);

/// A number as a fraction. It is exact while both parts fit in 63 bits, as those of every real partnership do; beyond that the
/// last bits go.
#[derive(Clone, Copy)]
pub(crate) struct Fraction {
    over: u128,
    under: u128,
}

impl Fraction {
    pub(crate) const NOTHING: Self = Self { over: 0, under: 1 };

    pub(crate) fn of(over: u128, under: u128) -> Self {
        let (mut common, mut rest) = (under.max(1), over);
        while rest > 0 {
            (common, rest) = (rest, common % rest);
        }
        let (over, under) = (over / common, under / common);
        let surplus = (over | under).checked_ilog2().unwrap_or(0).saturating_sub(62);
        Self { over: over >> surplus, under: (under >> surplus).max(1) }
    }

    pub(crate) fn whole(number: usize) -> Self {
        Self::of(u128::try_from(number).unwrap_or(u128::MAX), 1)
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self::of(self.over * other.under + other.over * self.under, self.under * other.under)
    }

    fn times(self, other: Self) -> Self {
        Self::of(self.over * other.over, self.under * other.under)
    }

    /// Divided by a number that is more than nothing.
    pub(crate) fn per(self, other: Self) -> Self {
        Self::of(self.over * other.under, self.under * other.over)
    }

    pub(crate) fn is_at_most(self, other: Self) -> bool {
        self.over * other.under <= other.over * self.under
    }

    /// In two decimals, rounded down, or up.
    pub(crate) fn shown(self, up: bool) -> Decimal {
        let more = if up { self.under - 1 } else { 0 };
        Decimal::hundredths(u32::try_from((self.over * 100 + more) / self.under).unwrap_or(u32::MAX))
    }
}

/// The students of a trainer at one school.
struct Share {
    /// The position of the trainer.
    person_at: usize,
    /// `None` where the time of somebody who shares them is not recorded.
    students: Option<Fraction>,
    /// The count day of the school.
    day: NaiveDate,
}

/// The days per week of a role, in hundredths.
fn time(held: &RoleHeld<'_>) -> Option<Fraction> {
    Some(Fraction::of(held.days_per_week?.get().as_hundredths().into(), 1))
}

/// The days per week of a role, in hundredths, that go to each of the schools that share it.
fn time_at_each(trainer: &(Holder<'_>, usize)) -> Option<Fraction> {
    Some(time(trainer.0.held)?.per(Fraction::whole(trainer.1)))
}

/// The days per week, in hundredths, that the school trainers of a school have for it together; `None` where somebody's are not
/// recorded. The time of a role is shared by its schools.
pub(crate) fn time_at(school: &Trained<'_>) -> Option<Fraction> {
    school.trainers.iter().try_fold(Fraction::NOTHING, |sum, trainer| Some(sum.plus(time_at_each(trainer)?)))
}

/// The students of each trainer at each school, by trainer and day. The students of a school are shared by the time of its
/// trainers: alike where none has any.
fn shares(case: &PartnershipCase<'_>) -> Vec<Share> {
    let mut shares = Vec::new();
    for school in case.trained_schools() {
        let students = Fraction::whole(case.students_on(school.at, school.day));
        let all = time_at(&school);
        for trainer in &school.trainers {
            let part = all.and_then(|all| match all.over {
                0 => Some(Fraction::whole(1).per(Fraction::whole(school.trainers.len()))),
                _ => Some(time_at_each(trainer)?.per(all)),
            });
            let students = part.map(|part| students.times(part));
            shares.push(Share { person_at: trainer.0.person_at, students, day: school.day });
        }
    }
    sorted(shares, |a, b| a.person_at.cmp(&b.person_at).then_with(|| a.day.cmp(&b.day)))
}

/// Whether a role is held on one of some days, which are in order.
fn is_held(held: &RoleHeld<'_>, days: &[NaiveDate]) -> bool {
    let Some(period) = &held.period else { return true };
    let next = days.get(days.partition_point(|day| *day < period.from));
    next.is_some_and(|day| holds(Some(period), *day))
}

/// The positions of the roles of a kind that a person holds on one of some days, which are in order.
fn roles_on(person: &Person<'_>, role: Role, days: &[NaiveDate]) -> Vec<usize> {
    let held = person.roles.iter().enumerate().filter(|(_, held)| held.role == role && is_held(held, days));
    held.map(|(number, _)| number).listed()
}

/// The days per week, in hundredths, of some roles of a person together; `None` where those of one are not recorded.
fn time_of(person: &Person<'_>, roles: &[usize]) -> Option<Fraction> {
    let held = roles.iter().filter_map(|number| person.roles.get(*number));
    held.map(time).try_fold(Fraction::NOTHING, |sum, days| Some(sum.plus(days?)))
}

/// The same of the roles of a kind that a person holds on one of some days, which are in order.
#[cfg(all(feature = "insight", feature = "partnership"))]
pub(crate) fn time_in(person: &Person<'_>, role: Role, days: &[NaiveDate]) -> Option<Fraction> {
    time_of(person, &roles_on(person, role, days))
}

/// The students and the time of a school trainer, over all schools with students.
pub(crate) struct Load<'a> {
    /// The position of the trainer.
    pub(crate) person_at: usize,
    person: &'a Person<'a>,
    /// The positions of the roles in which the trainer has that time.
    roles: Vec<usize>,
    /// `None` where the time of somebody who shares them is not recorded.
    pub(crate) students: Option<Fraction>,
    /// Days per week, in hundredths; `None` where they are not recorded.
    pub(crate) days: Option<Fraction>,
    /// The students that are allowed in that time.
    pub(crate) most: Option<Fraction>,
}

#[cfg(all(feature = "insight", feature = "partnership"))]
impl Load<'_> {
    /// Whether there are no more students than are allowed; `None` where something that it needs is not recorded.
    pub(crate) fn is_allowed(&self) -> Option<bool> {
        Some(self.students?.is_at_most(self.most?))
    }
}

/// The school trainers of the schools with students, each with students and time, in the order of the persons.
pub(crate) fn loads<'a>(case: &PartnershipCase<'a>) -> Vec<Load<'a>> {
    let per_time = Fraction::of(case.norm(&TRAINER_STUDENTS).into(), case.norm(&TRAINER_DAYS).into());
    let tolerance = Fraction::of(case.norm(&TOLERANCE).into(), 1);
    let shares = shares(case);
    let loads = shares.chunk_by(|a, b| a.person_at == b.person_at).filter_map(|shares| {
        let person_at = shares.first()?.person_at;
        let person = case.partnership().persons.get(person_at)?;
        let roles = roles_on(person, Role::SchoolTrainer, &shares.iter().map(|share| share.day).listed());
        let students = shares.iter().try_fold(Fraction::NOTHING, |sum, share| Some(sum.plus(share.students?)));
        let days = time_of(person, &roles);
        let most = days.map(|days| days.times(per_time).plus(tolerance));
        Some(Load { person_at, person, roles, students, days, most })
    });
    loads.listed()
}

fn check(case: &PartnershipCase<'_>, findings: &mut Findings<'_, '_>) -> Reply {
    let mut is_unrecorded = false;
    for load in loads(case) {
        let (Some(students), Some(days), Some(most)) = (load.students, load.days, load.most) else {
            is_unrecorded = true;
            continue;
        };
        let at = load.person_at;
        let mut places = load.roles.iter().map(|number| at!(Partnership: persons[at].roles[*number].days_per_week));
        let Some(first) = places.next() else { continue };
        let about = About::the(SubjectKind::Person, &load.person.id);
        findings.judge(about, students.is_at_most(most), Standing::DUE, || {
            let days = days.per(Fraction::whole(100));
            let facts = facts! {
                trainer: &load.person.id, students: students.shown(true), most: most.shown(false), days: days.shown(false)
            };
            places.fold(Shortfall::new(first, facts), |short, place| short.with(Part::Other, place))
        });
    }
    findings.answer(Reason::NothingToJudge).unless(is_unrecorded, Reason::NotRecorded)
}
