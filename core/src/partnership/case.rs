//! What rules share in judging a partnership: the day of judgement, which schools are in the network, who is where and in which
//! role, and what belongs to the school year.
//!
//! A partnership is judged by what held on one day of its school year; a plan, whose students are all yet to be placed, by the
//! first day on which one will be. Students, roles and meetings are put in order by school one time, so that every rule is
//! linear in the document.

use std::cell::OnceCell;

use chrono::NaiveDate;

use crate::documents::{
    Agreement, Board, LearningCommunity, Meeting, MeetingKind, Partnership, Partnerships, Person, PlacedStudent,
    RoleHeld, School,
};
use crate::finding::{Norm, Reason, Reply};
#[cfg(feature = "insight")]
use crate::finding::{SubjectKind, at};
use crate::frameworks::Role;
#[cfg(feature = "insight")]
use crate::grammar::{Closed as _, Steps};
use crate::grammar::{Element, Sections, sections};
use crate::judging::{Judged, Lens, Moment, Rule, Standing};
use crate::rulebook::Rulebook;
use crate::sort::{Listed as _, TextKey, Texts, sorted};
use crate::values::{Id, Period, SchoolId, Set};

/// The roles of those who train teachers.
pub(crate) const TRAINERS: [Role; 2] = [Role::SchoolTrainer, Role::InstituteTrainer];

/// A partnership before a rule.
pub(crate) struct PartnershipCase<'a> {
    partnership: &'a Partnership<'a>,
    rulebook: &'a Rulebook,
    /// The reference day, through whatever lens.
    as_of: NaiveDate,
    /// The reference day; through the lens `year-ended` at least the first day after the school year.
    today: NaiveDate,
    /// The day of judgement.
    day: NaiveDate,
    /// Whether a student has been placed by then; a plan has students, of whom none has.
    has_begun: bool,
    by_school: OnceCell<BySchool<'a>>,
}

/// A student at a school.
#[derive(Clone, Copy)]
pub(crate) struct Stay<'a> {
    /// The position of the school.
    school: usize,
    pub(crate) placed: &'a PlacedStudent<'a>,
    /// The first day at the school.
    pub(crate) from: NaiveDate,
    /// The last day.
    pub(crate) until: NaiveDate,
}

impl Stay<'_> {
    /// Whether the student is at the school on a day.
    pub(crate) fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.until
    }
}

/// Somebody in a role.
#[derive(Clone, Copy)]
pub(crate) struct Holder<'a> {
    /// The position of the person.
    pub(crate) person_at: usize,
    pub(crate) person: &'a Person<'a>,
    /// The position of the role among those of the person.
    pub(crate) role_at: usize,
    pub(crate) held: &'a RoleHeld<'a>,
}

/// A school with students, and its school trainers.
pub(crate) struct Trained<'a> {
    /// The position of the school.
    pub(crate) at: usize,
    /// Its count day.
    pub(crate) day: NaiveDate,
    /// Who is school trainer there on that day, each with the number of schools that share the time of the role; none where
    /// nobody is.
    pub(crate) trainers: Vec<(Holder<'a>, usize)>,
}

/// What there is at each school, in order, with the position of the school.
struct BySchool<'a> {
    ids: Texts<'a>,
    /// By school, student and first day.
    stays: Vec<Stay<'a>>,
    /// By school and role, with the number of schools that share the time of the role.
    holders: Vec<(usize, Holder<'a>, usize)>,
    /// By school and kind, with the position of the meeting.
    meetings: Vec<(usize, usize, &'a Meeting<'a>)>,
}

/// Those of a list that have a key; the list is in the order of its keys.
pub(crate) fn having<T, K: Ord + Copy>(list: &[T], key: K, of: impl Fn(&T) -> K) -> &[T] {
    let from = list.partition_point(|item| of(item) < key);
    let until = list.partition_point(|item| of(item) <= key);
    list.get(from..until).unwrap_or_default()
}

impl<'a> BySchool<'a> {
    fn of(partnership: &'a Partnership<'a>) -> Self {
        let ids = Texts::of(partnership.schools.iter().map(|school| school.id.as_str()));
        let (first, last) = (partnership.school_year.first_day(), partnership.school_year.last_day());
        let stays = partnership.students.iter().filter_map(|placed| {
            let period = placed.period.as_ref();
            let from = period.map_or(first, |period| period.from);
            let until = period.map_or(last, |period| period.until.unwrap_or(NaiveDate::MAX));
            Some(Stay { school: ids.find(placed.school.as_ref()?.as_str())?, placed, from, until })
        });
        let student = |stay: &Stay<'a>| TextKey::of(stay.placed.student.as_str());
        let stays = sorted(stays.listed(), |a, b| {
            a.school.cmp(&b.school).then_with(|| student(a).cmp(&student(b))).then_with(|| a.from.cmp(&b.from))
        });
        let mut holders = Vec::new();
        for holder in holders_in(partnership) {
            let schools = positions(&ids, &holder.held.schools);
            let shared = schools.len();
            holders.extend(schools.into_iter().map(|school| (school, holder, shared)));
        }
        let holders = sorted(holders, |a, b| a.0.cmp(&b.0).then_with(|| a.1.held.role.cmp(&b.1.held.role)));
        let mut meetings = Vec::new();
        for (at, meeting) in partnership.meetings.iter().enumerate() {
            meetings.extend(positions(&ids, &meeting.schools).into_iter().map(|school| (school, at, meeting)));
        }
        let meetings = sorted(meetings, |a, b| a.0.cmp(&b.0).then_with(|| a.2.kind.cmp(&b.2.kind)));
        Self { ids, stays, holders, meetings }
    }
}

/// The positions of the schools with these ids, each one time.
fn positions(known: &Texts<'_>, schools: &[SchoolId<'_>]) -> Vec<usize> {
    let mut found = sorted(schools.iter().filter_map(|school| known.find(school.as_str())).listed(), Ord::cmp);
    found.dedup();
    found
}

/// Everybody in every role.
fn holders_in<'a>(partnership: &'a Partnership<'a>) -> impl Iterator<Item = Holder<'a>> {
    partnership.persons.iter().enumerate().flat_map(|(person_at, person)| {
        person.roles.iter().enumerate().map(move |(role_at, held)| Holder { person_at, person, role_at, held })
    })
}

/// Whether a school is in the network on one of these days.
pub(crate) fn is_in_network(school: &School<'_>, from: NaiveDate, until: NaiveDate) -> bool {
    school.joined_on.is_none_or(|joined| joined <= until) && school.left_on.is_none_or(|left| from <= left)
}

/// Whether a period holds a day; none is the whole school year.
pub(crate) fn holds(period: Option<&Period>, day: NaiveDate) -> bool {
    period.is_none_or(|period| period.holds(day))
}

/// Whether somebody holds one of these roles on a day.
pub(crate) fn holds_one_of(person: &Person<'_>, roles: &[Role], day: NaiveDate) -> bool {
    person.roles.iter().any(|held| roles.contains(&held.role) && holds(held.period.as_ref(), day))
}

impl<'a> PartnershipCase<'a> {
    /// The partnership.
    pub(crate) fn partnership(&self) -> &'a Partnership<'a> {
        self.partnership
    }

    /// The day of judgement.
    pub(crate) fn day(&self) -> NaiveDate {
        self.day
    }

    /// Whether it is a plan: none of the students that it has was placed by the reference day.
    pub(crate) fn is_plan(&self) -> bool {
        !self.has_begun && !self.partnership.students.is_empty()
    }

    /// The value of a norm on the day of judgement.
    pub(crate) fn norm(&self, norm: &'static Norm) -> u32 {
        self.rulebook.norm(norm, self.day)
    }

    /// How a shortfall weighs that is due when the school year has ended: before that it is a note.
    pub(crate) fn by_year_end(&self) -> Standing {
        let last = self.partnership.school_year.last_day();
        if self.today > last { Standing::DUE } else { Standing::not_yet(Some(last)) }
    }

    /// Whether a day is in the school year. What is planned counts while that runs.
    pub(crate) fn is_of_the_year(&self, day: NaiveDate) -> bool {
        let school_year = self.partnership.school_year;
        school_year.first_day() <= day && day <= school_year.last_day()
    }

    /// Whether what is on a day was held in the school year.
    pub(crate) fn was_held(&self, day: NaiveDate) -> bool {
        self.is_of_the_year(day) && self.has_come(day)
    }

    /// Whether what cannot be planned is looked at: what is dated after the reference day is not, and TK-R014 says so.
    pub(crate) fn is_looked_at(&self, day: NaiveDate) -> bool {
        day <= self.as_of
    }

    /// Whether a period has begun by the day of judgement; none has.
    pub(crate) fn has_begun(&self, period: Option<&Period>) -> bool {
        period.is_none_or(|period| period.from <= self.day)
    }

    /// The schools that are in the network on the day of judgement, with their positions.
    pub(crate) fn schools(&self) -> impl Iterator<Item = (usize, &'a School<'a>)> {
        self.partnership.schools.iter().enumerate().filter(|(_, school)| is_in_network(school, self.day, self.day))
    }

    /// The boards that are in the network on the day of judgement, with their positions.
    pub(crate) fn boards(&self) -> impl Iterator<Item = (usize, &'a Board<'a>)> {
        let boards = self.partnership.boards.iter().enumerate();
        boards.filter(|(_, board)| board.joined_on.is_none_or(|joined| joined <= self.day))
    }

    /// The agreements that are in force on the day of judgement, with their positions.
    pub(crate) fn agreements(&self) -> impl Iterator<Item = (usize, &'a Agreement<'a>)> {
        let agreements = self.partnership.agreements.iter().enumerate();
        agreements.filter(|(_, agreement)| holds(agreement.period.as_ref(), self.day))
    }

    /// How many different students have been placed by the day of judgement; in a plan all that are to be.
    pub(crate) fn students(&self) -> usize {
        let students = self.partnership.students.iter();
        let placed = students.filter(|placed| self.is_plan() || self.has_begun(placed.period.as_ref()));
        Texts::of(placed.map(|placed| placed.student.as_str())).len()
    }

    fn by_school(&self) -> &BySchool<'a> {
        self.by_school.get_or_init(|| BySchool::of(self.partnership))
    }

    /// The students who have begun to be at a school by the day of judgement, by student; in a plan all that are to be there.
    /// A school has students when there is one.
    pub(crate) fn stays_at(&self, school: usize) -> impl Iterator<Item = Stay<'a>> {
        let (all, day) = (self.is_plan(), self.day);
        having(&self.by_school().stays, school, |stay| stay.school)
            .iter()
            .copied()
            .filter(move |stay| all || stay.from <= day)
    }

    /// The count day of a school: the last day up to that of judgement on which a student is there; in a plan the first on which
    /// one will be. None where the school has no students.
    pub(crate) fn count_day(&self, school: usize) -> Option<NaiveDate> {
        if self.is_plan() {
            return self.stays_at(school).map(|stay| stay.from).min();
        }
        self.stays_at(school).map(|stay| stay.until.min(self.day)).max()
    }

    /// The day up to the count day on which most students are at a school, the first of those on which there are as many, with
    /// their number. A student who is there twice at a time is one.
    pub(crate) fn fullest_day(&self, school: usize) -> Option<(NaiveDate, usize)> {
        let last = self.count_day(school)?;
        let mut stretches: Vec<(&str, NaiveDate, NaiveDate)> = Vec::new();
        for stay in self.stays_at(school).filter(|stay| stay.from <= last) {
            let student = stay.placed.student.as_str();
            match stretches.last_mut() {
                Some((same, _, until)) if *same == student && stay.from <= *until => *until = stay.until.max(*until),
                _ => stretches.push((student, stay.from, stay.until)),
            }
        }
        // Who leaves does so before others come on the next day.
        let comes = stretches.iter().map(|(_, from, _)| (*from, true));
        let leaves = stretches.iter().filter_map(|(.., until)| Some((until.succ_opt()?, false)));
        let (mut there, mut fullest) = (0_usize, None);
        for (day, comes) in sorted(comes.chain(leaves).listed(), Ord::cmp) {
            there = if comes { there + 1 } else { there.saturating_sub(1) };
            if comes && fullest.is_none_or(|(_, most)| there > most) {
                fullest = Some((day, there));
            }
        }
        fullest
    }

    /// The learning communities that have begun by the day of judgement, with their positions.
    pub(crate) fn communities(&self) -> impl Iterator<Item = (usize, &'a LearningCommunity<'a>)> {
        self.partnership.learning_communities.iter().enumerate().filter(|(_, one)| self.has_begun(one.period.as_ref()))
    }

    /// The schools with students, each with its count day and those who are school trainer there on that day.
    pub(crate) fn trained_schools(&self) -> Vec<Trained<'a>> {
        let schools = self.schools().filter_map(|(at, _)| {
            let day = self.count_day(at)?;
            let trainers = self.sharing(at, Role::SchoolTrainer, day).listed();
            Some(Trained { at, day, trainers })
        });
        schools.listed()
    }

    /// Everybody who holds a role for a school on a day, each with the number of schools that share the time of the role.
    fn sharing(&self, school: usize, role: Role, day: NaiveDate) -> impl Iterator<Item = (Holder<'a>, usize)> {
        let of_school =
            having(&self.by_school().holders, (school, role), |(school, holder, _)| (*school, holder.held.role));
        let on_day = of_school.iter().filter(move |(_, holder, _)| holds(holder.held.period.as_ref(), day));
        on_day.map(|(_, holder, shared)| (*holder, *shared))
    }

    /// The students who are at a school on a day; one who is listed twice is there twice.
    pub(crate) fn students_at(&self, school: usize, day: NaiveDate) -> impl Iterator<Item = &'a str> {
        self.stays_at(school).filter(move |stay| stay.holds(day)).map(|stay| stay.placed.student.as_str())
    }

    /// The value of a norm that is a set, on the day of judgement.
    pub(crate) fn norm_set<T: Element>(&self, norm: &'static Norm) -> Set<T> {
        Set::of_bits(self.norm(norm).into())
    }

    /// The value of a norm for what a school is to have in the whole school year: half of it, rounded down, where the school
    /// joined after 1 January.
    pub(crate) fn norm_of_year(&self, norm: &'static Norm, school: &School<'_>) -> u32 {
        let new_year = NaiveDate::from_ymd_opt(i32::from(self.partnership.school_year.first_year()) + 1, 1, 1);
        let is_late = school.joined_on.zip(new_year).is_some_and(|(joined, new_year)| joined > new_year);
        if is_late { self.norm(norm) / 2 } else { self.norm(norm) }
    }

    /// Whether a day has come: what is on it was held.
    pub(crate) fn has_come(&self, day: NaiveDate) -> bool {
        day <= self.today
    }

    /// Everybody who holds one of these roles on a day.
    pub(crate) fn holders(&self, roles: &'static [Role], day: NaiveDate) -> impl Iterator<Item = Holder<'a>> {
        let is_held = move |held: &RoleHeld<'_>| roles.contains(&held.role) && holds(held.period.as_ref(), day);
        holders_in(self.partnership).filter(move |holder| is_held(holder.held))
    }

    /// The position of a school.
    pub(crate) fn school_at(&self, school: &SchoolId<'_>) -> Option<usize> {
        self.by_school().ids.find(school.as_str())
    }

    /// How many different students are at a school on a day.
    pub(crate) fn students_on(&self, school: usize, day: NaiveDate) -> usize {
        Texts::of(self.students_at(school, day)).len()
    }

    /// Everybody who holds a role for a school on a day.
    pub(crate) fn holders_for(&self, school: usize, role: Role, day: NaiveDate) -> impl Iterator<Item = Holder<'a>> {
        self.sharing(school, role, day).map(|(holder, _)| holder)
    }

    /// The meetings of a kind that a school has in the school year, held and planned, with their positions.
    pub(crate) fn meetings_of(
        &self,
        school: usize,
        kind: MeetingKind,
    ) -> impl Iterator<Item = (usize, &'a Meeting<'a>)> {
        let of_school =
            having(&self.by_school().meetings, (school, kind), |(school, _, meeting)| (*school, meeting.kind));
        of_school
            .iter()
            .map(|(_, at, meeting)| (*at, *meeting))
            .filter(|(_, meeting)| self.is_of_the_year(meeting.date))
    }

    /// The meetings of a kind in the school year, of whatever school, held and planned, with their positions.
    pub(crate) fn meetings(&self, kind: MeetingKind) -> impl Iterator<Item = (usize, &'a Meeting<'a>)> {
        let of_kind = move |meeting: &Meeting<'_>| meeting.kind == kind && self.is_of_the_year(meeting.date);
        self.partnership.meetings.iter().enumerate().filter(move |(_, meeting)| of_kind(meeting))
    }
}

/// A day, as what something without an id is known by: a trainer day, a meeting, an exhibition.
pub(crate) struct DayId(String);

impl DayId {
    pub(crate) fn of(day: NaiveDate) -> Self {
        Self(day.to_string())
    }
}

impl Id for DayId {
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl Judged for Partnerships {
    type Case<'c> = PartnershipCase<'c>;
    type When = ();
    type Others = ();

    fn case<'c>(
        partnership: &'c Partnership<'c>,
        moment: Moment,
        rulebook: &'c Rulebook,
        _others: Option<&'c ()>,
    ) -> PartnershipCase<'c> {
        let (first, last) = (partnership.school_year.first_day(), partnership.school_year.last_day());
        let today = match moment.lens {
            Lens::YearEnded => last.succ_opt().unwrap_or(last).max(moment.as_of),
            Lens::Now | Lens::Graduating => moment.as_of,
        };
        let day = today.clamp(first, last);
        let students = partnership.students.iter();
        let begins = |placed: &PlacedStudent<'_>| placed.period.as_ref().map_or(first, |period| period.from);
        // Before anybody has been placed the first day on which somebody will be counts.
        let placed = students.map(begins).min();
        let has_begun = placed.is_some_and(|placed| placed <= day);
        let day = placed.map_or(day, |placed| placed.max(day));
        PartnershipCase {
            partnership,
            rulebook,
            as_of: moment.as_of,
            today,
            day,
            has_begun,
            by_school: OnceCell::new(),
        }
    }

    fn beforehand(case: &PartnershipCase<'_>, rule: &Rule<Self>) -> Option<Reply> {
        (!rule.meta.window.holds(case.day)).then(|| Reply::not_applicable(Reason::NotInForce))
    }

    /// While no student who was read has been placed, the day of judgement follows from the others.
    fn reads(case: &PartnershipCase<'_>, _rule: &Rule<Self>) -> Sections {
        if case.has_begun { Sections::NONE } else { sections!(Partnership: students) }
    }

    #[cfg(feature = "insight")]
    fn place_of(document: &Partnership<'_>, kind: SubjectKind, id: Option<&str>) -> Option<Steps> {
        let on = |day: NaiveDate| Some(day.to_string().as_str()) == id;
        let path = match kind {
            SubjectKind::Layer => {
                let at = document.quality_layers.iter().position(|layer| Some(layer.layer.key()) == id)?;
                at!(Partnership: quality_layers[at])
            }
            SubjectKind::TrainerDay => {
                let at = document.trainer_days.iter().position(|day| on(day.date))?;
                at!(Partnership: trainer_days[at])
            }
            SubjectKind::Meeting => {
                let at = document.meetings.iter().position(|meeting| on(meeting.date))?;
                at!(Partnership: meetings[at])
            }
            SubjectKind::Exhibition => {
                let at = document.exhibitions.iter().position(|exhibition| on(exhibition.date))?;
                at!(Partnership: exhibitions[at])
            }
            SubjectKind::Person => {
                let at = document.beginning_teachers.iter().position(|one| Some(one.person.as_str()) == id)?;
                at!(Partnership: beginning_teachers[at])
            }
            SubjectKind::Student => {
                let at = document.students.iter().position(|one| Some(one.student.as_str()) == id)?;
                at!(Partnership: students[at])
            }
            // Named by an id, or a part of other documents.
            SubjectKind::Portfolio
            | SubjectKind::Curriculum
            | SubjectKind::Partnership
            | SubjectKind::KnowledgeBase
            | SubjectKind::StudyYear
            | SubjectKind::Exemption
            | SubjectKind::Specialisation
            | SubjectKind::Placement
            | SubjectKind::PlacementWeek
            | SubjectKind::Goal
            | SubjectKind::Studio
            | SubjectKind::Design
            | SubjectKind::Reflection
            | SubjectKind::Evidence
            | SubjectKind::Assignment
            | SubjectKind::Assessment
            | SubjectKind::Decision
            | SubjectKind::SchoolDevelopmentTheme
            | SubjectKind::GraduationResearch
            | SubjectKind::Theme
            | SubjectKind::Knowledge
            | SubjectKind::Material
            | SubjectKind::Clip
            | SubjectKind::Element
            | SubjectKind::Component
            | SubjectKind::Partner
            | SubjectKind::Board
            | SubjectKind::School
            | SubjectKind::Topic
            | SubjectKind::Agreement
            | SubjectKind::LearningCommunity => return None,
        };
        Some(*path.steps())
    }
}
