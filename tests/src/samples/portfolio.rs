//! A portfolio in which nothing is wrong on its reference day.

use std::borrow::Cow;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use twentse_kubus::documents::{
    Accent, Activity, Advice, AgendaPoint, Assessment, AssessmentOf, Assessor, Attachment, Attempt, Authority, Credits,
    DaysPerWeek, Decimal, Decision, DecisionKind, Design, DesignCompetence, DesignStep, DevelopmentTheme, Evidence,
    EvidenceKind, Goal, GoalKind, GraduationResearch, Group, GroupMember, Judgement, Lio, Matching, Period,
    PersonInRole, Placement, PlacementKind, PlacementWeek, Portfolio, ProfessionalAction, Pupils, Reflection,
    ReflectionCycle, ReflectionForm, ReflectionLevels, Research, ResearchMethod, SchoolYear, Set, Setting, Sha256,
    Specialisation, State, Student, Studio, StudioInput, StudioKind, StudioLocation, StudyYear, Talk, Weekday,
    YearEntry, YearOutcome,
};
use twentse_kubus::frameworks::{
    AgeSpecialisation, Competence, CompetenceEdition, DesignPhase, Role, StudyMode, Subject,
};
use twentse_kubus::grammar::Closed;

use super::Size;
use super::calendar::{is_lesson_day, is_school_holiday, is_working_day};
use super::phrases::{
    ADVICE, CONTEXT, DOING, KNOWING, NEXT, PERSON, PERSON_COUNT, SCHOOL_COUNT, SEEING, TASK, THEMES, TITLE, WISH,
    person, school, text,
};
use super::random::Random;

/// A portfolio with what is known about how it was made.
pub(super) struct Made {
    pub(super) portfolio: Portfolio<'static>,
    pub(super) as_of: NaiveDate,
    /// How many study years have begun.
    pub(super) years: usize,
    pub(super) graduated: bool,
}

/// Gives an id, written as a format is.
macro_rules! id {
    ($kind:ident, $($written:tt)*) => { twentse_kubus::documents::$kind::new(format!($($written)*)).unwrap() };
}
pub(super) use id;

/// A person by number; the same number has the same name in all portfolios.
pub(super) fn in_role(number: usize, role: Role) -> PersonInRole<'static> {
    let mut one = PersonInRole::new(id!(PersonId, "syn-p-{number:03}"));
    one.name = Some(person(number).into());
    one.role = Some(role);
    one
}

/// The same person, by id alone: named where first met.
fn known(number: usize, role: Role) -> PersonInRole<'static> {
    let mut one = in_role(number, role);
    one.name = None;
    one
}

/// The same person as assessor.
pub(super) fn assessor(number: usize, role: Role) -> Assessor<'static> {
    let mut one = Assessor::new(id!(PersonId, "syn-p-{number:03}"));
    one.name = Some(person(number).into());
    one.role = Some(role);
    one
}

fn period(from: NaiveDate, until: NaiveDate) -> Period {
    let mut period = Period::new(from);
    period.until = Some(until);
    period
}

/// The days of a study year that everything in it is dated by, counted from its first day.
mod days {
    /// The placement begins.
    pub(super) const PLACED: usize = 7;
    /// Teacher educators come to see a lesson.
    pub(super) const VISIT: usize = 70;
    /// The half-way assessment of development; before that, everything that each study year has is there.
    pub(super) const HALF_WAY: usize = 100;
    /// The third studio, when the year has come so far.
    pub(super) const SPRING_STUDIO: usize = 200;
    /// The last evidence of a lesson; what is assessed in June is based on what was there before.
    pub(super) const LAST_LESSON: usize = 255;
    pub(super) const EXHIBITION: usize = 262;
    pub(super) const RESEARCH_REPORT: usize = 266;
    pub(super) const ASSIGNMENT_ASSESSED: usize = 276;
    pub(super) const RESEARCH_ASSESSED: usize = 280;
    pub(super) const DEVELOPMENT_ASSESSED: usize = 284;
    /// The reference day of who has not graduated is from here on …
    pub(super) const FIRST_SEEN: usize = 112;
    /// … up to here: what ends a study year is still to come.
    pub(super) const LAST_SEEN: usize = 280;
    /// Before any summer holiday begins.
    pub(super) const JULY: usize = 303;
    /// After they all have begun.
    pub(super) const SUMMER: usize = 325;
}

/// One study year: where the student is, and with whom.
struct Year {
    number: usize,
    first: NaiveDate,
    as_of: NaiveDate,
    ended: bool,
    began: SchoolYear,
    school: usize,
    groups: Set<Group>,
    /// Days a week at the school, in hundredths.
    share: u32,
    /// The days of the week at the school; on the others the student is at the institute.
    weekdays: Set<Weekday>,
    people: People,
    /// Whether all students begin at their schools on one day.
    together: bool,
}

/// Who guides a student in a study year, by their numbers.
#[derive(Clone, Copy)]
pub(super) struct People {
    pub(super) mentor: usize,
    pub(super) school_trainer: usize,
    pub(super) institute_trainer: usize,
    /// Leads the studios at the institute.
    pub(super) coach: usize,
    /// The subject expert and the methodological expert.
    pub(super) experts: [usize; 2],
}

/// What other documents say of a student too, so that it is settled before a portfolio is made up; the rest is drawn.
pub(super) struct Settled<'s> {
    pub(super) institute: &'s str,
    pub(super) partnership: &'s str,
    /// The study year that runs on the reference day.
    pub(super) study_year: usize,
    /// Whether the student may have repeated a study year, or interrupted the study for a year.
    pub(super) may_be_late: bool,
    /// The school in a school year, both by number, the year by that in which it begins.
    pub(super) school: &'s dyn Fn(usize) -> usize,
    /// Who guides at a school, in these groups.
    pub(super) people: &'s dyn Fn(usize, Set<Group>) -> People,
}

impl Year {
    fn study_year(&self) -> Option<StudyYear> {
        StudyYear::new(u8::try_from(self.number).unwrap())
    }

    /// The school year before, in which this study year was followed already.
    fn before(&self) -> Self {
        let first = self.first - Months::new(12);
        Self { first, began: SchoolYear::of(first).unwrap(), ..*self }
    }

    /// A day of this year, as a number of days after its first.
    fn day(&self, after: usize) -> NaiveDate {
        self.first + Days::new(after as u64)
    }

    /// How many days of this year there have been on the reference day.
    fn passed(&self) -> usize {
        usize::try_from((self.as_of - self.first).num_days()).unwrap()
    }

    /// Whether the student is at the school for lessons.
    fn is_at_school(&self, day: NaiveDate) -> bool {
        is_lesson_day(day) && self.weekdays.contains(weekday(day))
    }

    /// The first day of the placement.
    fn placed(&self) -> NaiveDate {
        if self.together { first(self.day(days::PLACED), is_lesson_day) } else { self.school_day(days::PLACED) }
    }

    /// The first day at the school, from this many days after the first on.
    fn school_day(&self, after: usize) -> NaiveDate {
        first(self.day(after), |day| self.is_at_school(day))
    }

    /// The first day at the institute from there on. It has the holidays of the schools.
    fn institute_day(&self, after: usize) -> NaiveDate {
        first(self.day(after), |day| is_working_day(day) && !self.weekdays.contains(weekday(day)))
    }

    /// The first day from there on that is no holiday.
    fn working_day(&self, after: usize) -> NaiveDate {
        first(self.day(after), is_working_day)
    }

    /// The Monday of a week, counted from the first one.
    fn week(&self, number: u64) -> NaiveDate {
        first(self.first, |day| weekday(day) == Weekday::Monday) + Days::new(7 * number)
    }

    /// The placement week: the week of the eleventh Monday, in November, after the autumn holiday.
    fn placement_week(&self) -> Period {
        work_weeks(self.week(10), 1)
    }

    /// The Saturday on which the summer holiday begins.
    fn summer(&self) -> NaiveDate {
        first(self.day(days::JULY), is_school_holiday)
    }

    /// The last day before the summer that the student is at the school.
    fn last_school_day(&self) -> NaiveDate {
        last(self.summer(), |day| self.is_at_school(day))
    }

    /// Tuesday in the last week before the summer: the study year is decided on.
    fn decided(&self) -> NaiveDate {
        self.summer() - Days::new(4)
    }
}

/// The day of the exhibition in the study year that begins in a year.
pub(super) fn exhibition(began: usize) -> NaiveDate {
    first(first_day(began) + Days::new(days::EXHIBITION as u64), is_working_day)
}

fn weekday(day: NaiveDate) -> Weekday {
    Weekday::ALL.get(day.weekday().num_days_from_monday() as usize).copied().unwrap()
}

fn first(from: NaiveDate, fits: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    from.iter_days().find(|day| fits(*day)).unwrap()
}

fn last(before: NaiveDate, fits: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    before.iter_days().rev().skip(1).find(|day| fits(*day)).unwrap()
}

/// From a Monday to the Friday this many weeks on.
fn work_weeks(monday: NaiveDate, weeks: u64) -> Period {
    period(monday, monday + Days::new(7 * weeks - 3))
}

/// Groups by their numbers.
fn groups(numbers: &[u8]) -> Set<Group> {
    numbers.iter().copied().filter_map(Group::new).collect()
}

/// Groups of study years 1 and 2: the lower, the middle and the upper band are all met by then.
const BREADTH: &[[&[u8]; 2]] = &[
    [&[1, 2], &[5, 6]],
    [&[5, 6], &[2]],
    [&[1], &[5, 6]],
    [&[2, 3], &[7, 8]],
    [&[2, 3], &[6, 7]],
    [&[8], &[2, 3]],
    [&[7], &[2, 3]],
];

/// Groups of a year of the young child, and of the older child.
const YOUNG: &[&[u8]] = &[&[1, 2], &[1], &[2, 3], &[3]];
const OLDER: &[&[u8]] = &[&[4], &[4, 5], &[5, 6], &[6, 7], &[7, 8], &[8]];

/// A kind of evidence, what the student did for it, and how its attachments end, with their media type.
type Piece = (EvidenceKind, Activity, &'static str, &'static str);

const PIECES: &[Piece] = &[
    (EvidenceKind::LessonDesign, Activity::Lesson, "pdf", "application/pdf"),
    (EvidenceKind::LessonReport, Activity::Lesson, "pdf", "application/pdf"),
    (EvidenceKind::Observation, Activity::LessonObservation, "txt", "text/plain"),
    (EvidenceKind::Video, Activity::Lesson, "mp4", "video/mp4"),
    (EvidenceKind::Photo, Activity::Lesson, "jpg", "image/jpeg"),
    (EvidenceKind::PupilWork, Activity::Lesson, "pdf", "application/pdf"),
    (EvidenceKind::Feedback, Activity::Lesson, "txt", "text/plain"),
    (EvidenceKind::Visit, Activity::Visit, "pdf", "application/pdf"),
    (EvidenceKind::Talk, Activity::ParentTalk, "txt", "text/plain"),
    (EvidenceKind::Product, Activity::Lesson, "jpg", "image/jpeg"),
];
/// Reading aloud and storytelling, in every study year.
const READING: &[Piece] = &[
    (EvidenceKind::Video, Activity::ReadingAloud, "mp4", "video/mp4"),
    (EvidenceKind::LessonReport, Activity::ReadingAloud, "pdf", "application/pdf"),
    (EvidenceKind::Video, Activity::Storytelling, "mp4", "video/mp4"),
    (EvidenceKind::Photo, Activity::Storytelling, "jpg", "image/jpeg"),
];
/// From study year 3 on.
const PLANS: &[Piece] = &[
    (EvidenceKind::Plan, Activity::GroupPlan, "pdf", "application/pdf"),
    (EvidenceKind::Plan, Activity::ActionPlan, "pdf", "application/pdf"),
];
/// Of the school development theme and of the graduation research.
const REPORT: Piece = (EvidenceKind::Report, Activity::TeamMeeting, "pdf", "application/pdf");

struct Maker<'r> {
    random: &'r mut Random,
    portfolio: Portfolio<'static>,
    competences: Vec<Competence>,
    /// How many pieces of evidence there are; decides which competence the next one shows.
    proofs: usize,
    /// How many sentences more a text has: who studies longer, writes more.
    practised: usize,
    /// Whether other documents tell the same.
    is_settled: bool,
}

/// The study year that a day is in, by the calendar year in which it began, and how many days of it there have been.
fn study_year_of(day: NaiveDate) -> (usize, usize) {
    let began = usize::try_from(if day.month() >= 9 { day.year() } else { day.year() - 1 }).unwrap_or(0);
    (began, usize::try_from((day - first_day(began)).num_days()).unwrap_or(0))
}

/// Whether portfolios can be made up as they are on this day: half a study year has been, what ends it is still to come, and
/// the calendar has the holidays of all study years, also of who repeated one and graduated the summer before.
pub fn can_be_made_up(day: NaiveDate) -> bool {
    let (began, passed) = study_year_of(day);
    (2017..=2026).contains(&began) && (days::FIRST_SEEN..=days::LAST_SEEN).contains(&passed)
}

/// How many days of the last study year there have been on the reference day.
fn seen_after(random: &mut Random, graduated: bool) -> usize {
    let [first, last] = if graduated { [days::SUMMER, days::SUMMER + 8] } else { [days::FIRST_SEEN, days::LAST_SEEN] };
    random.between(first, last)
}

/// Makes a portfolio in which nothing is wrong, on a reference day that is given or drawn.
pub(super) fn make(random: &mut Random, student: &str, size: Size, day: Option<NaiveDate>) -> Made {
    made(random, student, size, day, None)
}

/// Makes a portfolio in which nothing is wrong on a day, of a student of whom other documents tell the same.
pub(super) fn make_settled(random: &mut Random, student: &str, day: NaiveDate, settled: &Settled<'_>) -> Made {
    made(random, student, Size::Real, Some(day), Some(settled))
}

/// How a student studies, and how far they are.
struct Course {
    mode: StudyMode,
    graduated: bool,
    /// How many study years have begun.
    years: usize,
    /// The study year after which the study was interrupted for a year.
    break_after: Option<usize>,
    /// The study year that was repeated.
    repeated: Option<usize>,
    /// The year in which the first study year began.
    cohort: usize,
    as_of: NaiveDate,
}

impl Course {
    fn drawn(random: &mut Random, size: Size, day: Option<NaiveDate>, settled: Option<&Settled<'_>>) -> Self {
        let mode = match random.below(100) {
            0..70 => StudyMode::FullTime,
            70..82 => StudyMode::PartTime,
            82..92 => StudyMode::Dual,
            // A lateral entrant is done in two study years.
            _ if settled.is_some_and(|settled| settled.study_year > 2) => StudyMode::FullTime,
            _ => StudyMode::LateralEntry,
        };
        let graduated = settled.is_none() && mode != StudyMode::LateralEntry && random.percent(20);
        let years = match (settled, graduated, mode) {
            (Some(settled), ..) => settled.study_year,
            (None, true, _) => 4,
            (None, false, StudyMode::LateralEntry) => random.between(1, 2),
            (None, false, _) => random.between(1, 4),
        };
        // Of those who may be late there are few, so that many of them are.
        let [breaks, repeats] = match settled {
            None => [12, 9],
            Some(settled) if settled.may_be_late => [35, 55],
            Some(_) => [0, 0],
        };
        // With a break or a repeated year, five school years after these all have their holidays in the calendar.
        let cohort = random.between(2012, 2022);
        let break_after = (years > 2 && random.percent(breaks)).then_some(2);
        let may_repeat = break_after.is_none() && mode != StudyMode::LateralEntry && size == Size::Real;
        // Of the first run of a study year a portfolio tells little: where other documents are to agree, it is one of the first two.
        let last_repeated = if settled.is_some() { years.min(2) } else { years };
        let repeated = (may_repeat && random.percent(repeats)).then(|| random.between(1, last_repeated));
        let passed = seen_after(random, graduated);
        let mut course = Self { mode, graduated, years, break_after, repeated, cohort, as_of: NaiveDate::MIN };
        match day {
            Some(day) => {
                let before_the_last = course.began(years) - cohort;
                course.cohort = study_year_of(day).0 - usize::from(graduated) - before_the_last;
                course.as_of = day;
            }
            None => course.as_of = first_day(course.began(years)) + Days::new(passed as u64),
        }
        course
    }

    /// The year in which a study year began, the second time where it was repeated.
    fn began(&self, number: usize) -> usize {
        let is_late =
            self.break_after.is_some_and(|after| number > after) || self.repeated.is_some_and(|first| number >= first);
        self.cohort + number - 1 + usize::from(is_late)
    }

    /// The competences that are asked for.
    fn edition(&self) -> CompetenceEdition {
        if self.cohort < 2017 { CompetenceEdition::Edition2005 } else { CompetenceEdition::Edition2017 }
    }
}

/// A portfolio that says who the student is.
fn begun(random: &mut Random, student: &str, course: &Course, settled: Option<&Settled<'_>>) -> Portfolio<'static> {
    let mut portfolio = Portfolio::new(Student::new(id!(StudentId, "{student}")));
    portfolio.synthetic = Some(true);
    portfolio.student.name = random.percent(80).then(|| person(random.below(PERSON_COUNT)).into());
    portfolio.student.cohort = school_year(course.cohort);
    let (institute, partnership) = match settled {
        None => {
            (format!("syn-instituut-{}", random.between(1, 3)), format!("syn-partnerschap-{}", random.between(1, 4)))
        }
        Some(settled) => (settled.institute.to_owned(), settled.partnership.to_owned()),
    };
    portfolio.student.institute = Some(id!(InstituteId, "{institute}"));
    portfolio.student.partnership = Some(id!(PartnershipId, "{partnership}"));
    portfolio.student.mode = Some(course.mode);
    if course.break_after.is_some() {
        let first = first_day(course.cohort + 2);
        portfolio.student.interruptions.push(period(first, first + Months::new(12) - Days::new(1)));
    }
    portfolio
}

fn made(random: &mut Random, student: &str, size: Size, day: Option<NaiveDate>, settled: Option<&Settled<'_>>) -> Made {
    let course = Course::drawn(random, size, day, settled);
    let portfolio = begun(random, student, &course, settled);
    let Course { mode, graduated, years, repeated, as_of, .. } = course;
    let budget = random.between(if years > 2 { 46_000 } else { 33_000 }, 54_000);
    let competences = Competence::ALL.iter().copied().filter(|one| one.edition() == Some(course.edition())).collect();
    let (practised, is_settled) = (usize::from(years > 2), settled.is_some());
    let mut maker = Maker { random, portfolio, competences, proofs: 0, practised, is_settled };
    let first_school = maker.random.below(SCHOOL_COUNT);
    let first_person = maker.random.below(PERSON_COUNT);
    let breadth = maker.random.pick(BREADTH);
    let age = maker.random.pick(AgeSpecialisation::ALL);
    let all: Vec<Year> = (1..=years)
        .map(|number| {
            let began = course.began(number);
            let one = |offset| (first_person + offset) % PERSON_COUNT;
            let share = match mode {
                StudyMode::Dual | StudyMode::LateralEntry => 300,
                StudyMode::PartTime => maker.random.pick(&[100, 150]),
                StudyMode::FullTime => 200,
            };
            let working = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
            // A step that shares no divisor with the number of schools: no school twice.
            let school = settled.map_or((first_school + 3 * number) % SCHOOL_COUNT, |settled| (settled.school)(began));
            let groups = groups(match (breadth.get(number - 1), age) {
                (Some(met), _) => met,
                (None, AgeSpecialisation::YoungChild) => maker.random.pick(YOUNG),
                (None, AgeSpecialisation::OlderChild) => maker.random.pick(OLDER),
            });
            let drawn = People {
                mentor: one(10 * number),
                school_trainer: one(10 * number + 1),
                institute_trainer: one(5),
                coach: one(6),
                experts: [one(10 * number + 7), one(10 * number + 8)],
            };
            Year {
                number,
                first: first_day(began),
                as_of,
                ended: number < years || graduated,
                began: school_year(began).unwrap(),
                school,
                groups,
                share,
                weekdays: working.into_iter().skip(number % 3).take(share.div_ceil(100) as usize).collect(),
                people: settled.map_or(drawn, |settled| (settled.people)(school, groups)),
                together: settled.is_some(),
            }
        })
        .collect();
    for year in &all {
        if repeated == Some(year.number) {
            maker.first_run(year);
        }
        maker.year(year, mode);
    }
    if let [_, second, third, ..] = all.as_slice() {
        maker.specialise(second, third, age, repeated == Some(3));
        maker.research(third, all.get(3));
    }
    if size == Size::Real {
        maker.fill(&all, budget);
    }
    maker.portfolio.evidence.sort_by_key(|one| one.date);
    maker.portfolio.reflections.sort_by_key(|one| one.date);
    maker.take_up();
    all.iter().filter(|year| year.ended).for_each(|year| maker.decide(year));
    if graduated && let Some(fourth) = all.get(3) {
        maker.graduate(fourth);
    }
    if let Some(year) = all.iter().find(|year| repeated == Some(year.number)) {
        maker.place_first_run(year);
    }
    if let Some(year) = all.last().filter(|year| !year.ended && size == Size::Real) {
        maker.drafts(year);
    }
    Made { portfolio: maker.portfolio, as_of, years, graduated }
}

fn first_day(year: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(i32::try_from(year).unwrap(), 9, 1).unwrap()
}

fn school_year(first: usize) -> Option<SchoolYear> {
    SchoolYear::beginning(u16::try_from(first).unwrap())
}

/// The part of the assessment framework that something belongs to which is assessed in a study year.
pub(super) fn component_id(study_year: usize, of: AssessmentOf) -> twentse_kubus::documents::ComponentId<'static> {
    id!(ComponentId, "syn-to-{study_year}-{}", of.index())
}

/// Three of the twelve design competences, by study year and by studio, the design being the fourth of a year: two study
/// years practise all of them.
fn design_competences(study_year: usize, at: usize) -> Set<DesignCompetence> {
    let from = 6 * ((study_year - 1) % 2) + 2 * (at - 1);
    (from..from + 3).filter_map(|slot| DesignCompetence::new(u8::try_from(slot % 12 + 1).unwrap())).collect()
}

impl Maker<'_> {
    #[expect(clippy::unnecessary_wraps, reason = "as the member that it fills wants it")]
    fn text(&mut self, bank: &[&'static str], sentences: usize) -> Option<Cow<'static, str>> {
        Some(text(self.random, bank, sentences + self.practised).into())
    }

    #[expect(clippy::unnecessary_wraps, reason = "as the member that it fills wants it")]
    fn title(&mut self) -> Option<Cow<'static, str>> {
        Some(self.random.pick(TITLE).into())
    }

    /// The school year before, in which this study year did not succeed.
    fn first_run(&mut self, year: &Year) {
        let run = year.before();
        let mut entry = YearEntry::new(run.began, run.study_year().unwrap());
        entry.from = Some(run.first);
        entry.outcome = Some(YearOutcome::Repeats);
        entry.outcome_on = Some(run.decided());
        self.portfolio.student.years.push(entry);
    }

    /// A student who repeats a study year stays at the school. The placement comes last: it was entered when all others had been.
    fn place_first_run(&mut self, year: &Year) {
        let second = self.portfolio.placements.iter().find(|placement| placement.study_year == year.study_year());
        let mut placement = second.unwrap().clone();
        let run = year.before();
        let stay = period(run.placed(), run.last_school_day());
        placement.id = id!(PlacementId, "syn-pl-{}-eerst", year.number);
        placement.school_year = Some(run.began);
        placement.mentors.iter_mut().for_each(|mentor| mentor.period = Some(stay.clone()));
        placement.period = Some(stay);
        if let Some(matching) = &mut placement.matching {
            matching.on = Some(run.working_day(3));
            matching.learning_question = self.text(WISH, 1);
        }
        // What was talked about then is told where other documents are to agree.
        placement.talks.truncate(usize::from(year.together));
        placement.talks.iter_mut().for_each(|talk| talk.date = run.school_day(days::VISIT));
        placement.weeks.clear();
        (placement.kind, placement.lio) = (None, None);
        self.portfolio.placements.push(placement);
    }

    /// What a student is still working on: it need not be whole.
    fn drafts(&mut self, year: &Year) {
        if self.random.percent(30) {
            self.evidence(year, PIECES);
            let draft = self.portfolio.evidence.last_mut().unwrap();
            draft.state = Some(State::Draft);
            if let Some(action) = &mut draft.action {
                action.person = None;
            }
        }
        if self.random.percent(20) {
            self.reflect(year);
            let draft = self.portfolio.reflections.last_mut().unwrap();
            draft.state = Some(State::Draft);
            draft.levels = None;
        }
        if self.random.percent(20) {
            let mut draft = Design::new(id!(DesignId, "syn-ont-{}-volgend", year.number));
            draft.title = self.title();
            draft.state = Some(State::Draft);
            self.portfolio.designs.push(draft);
        }
    }

    /// Everything that each study year has.
    fn year(&mut self, year: &Year, mode: StudyMode) {
        let mut entry = YearEntry::new(year.began, year.study_year().unwrap());
        entry.from = Some(year.first);
        if year.ended {
            entry.outcome = Some(YearOutcome::Passed);
            entry.outcome_on = Some(year.decided());
        }
        self.portfolio.student.years.push(entry);
        self.place(year, mode);
        for at in 1..=2 {
            self.goal(year, at);
        }
        self.studios(year);
        self.design(year);
        self.evidence(year, READING);
        self.reflect(year);
        // Four pieces show each competence, of either edition: in two study years, in two contexts.
        if year.number > 2 {
            self.evidence(year, PLANS);
        } else {
            self.evidence(year, PIECES);
            self.evidence(year, PIECES);
        }
        self.evidence(year, PIECES);
        self.assess(year);
    }

    fn place(&mut self, year: &Year, mode: StudyMode) {
        let number = year.number;
        let mut placement = Placement::new(id!(PlacementId, "syn-pl-{number}"));
        placement.school_year = Some(year.began);
        placement.study_year = year.study_year();
        placement.school = Some(id!(SchoolId, "syn-school-{:02}", year.school));
        placement.school_name = Some(school(year.school));
        let stay = period(year.placed(), year.last_school_day());
        placement.days_at_school = DaysPerWeek::new(Decimal::hundredths(year.share));
        let institute = if year.share < 200 { 100 } else { 500 - year.share };
        placement.days_at_institute = DaysPerWeek::new(Decimal::hundredths(institute));
        placement.weekdays = year.weekdays;
        placement.groups = year.groups;
        // All bands were met by then.
        match self.random.below(10) {
            // No school of a partnership that is settled is one for special education.
            0 if number == 4 && !year.together => {
                placement.setting = Some(Setting::SpecialEducation);
                placement.groups = Set::default();
            }
            1 if number == 4 => {
                placement.kind = Some(PlacementKind::Abroad);
                placement.school = Some(id!(SchoolId, "syn-school-elders"));
                placement.school_name = Some("Een verzonnen school over de grens".into());
            }
            _ => {}
        }
        placement.accent = Some(if number < 3 { Accent::Class } else { Accent::Differentiation });
        let mut mentor = in_role(year.people.mentor, Role::Mentor);
        mentor.period = Some(Period::new(stay.from));
        placement.period = Some(stay);
        placement.mentors.push(mentor);
        placement.trainers.push(in_role(year.people.school_trainer, Role::SchoolTrainer));
        placement.trainers.push(in_role(year.people.institute_trainer, Role::InstituteTrainer));
        let mut matching = Matching::new();
        matching.by = Some(known(year.people.school_trainer, Role::SchoolTrainer));
        matching.on = Some(year.working_day(3));
        matching.learning_question = self.text(WISH, 2);
        placement.matching = Some(matching);
        let mut talk = Talk::new(year.school_day(self.random.between(50, 90)));
        talk.present = vec![
            known(year.people.mentor, Role::Mentor),
            known(year.people.school_trainer, Role::SchoolTrainer),
            known(year.people.institute_trainer, Role::InstituteTrainer),
        ];
        talk.agenda = [AgendaPoint::Guidance, AgendaPoint::LearningNeeds].into();
        talk.notes = self.text(ADVICE, 5);
        placement.talks.push(talk);
        let mut week = PlacementWeek::new(id!(PlacementWeekId, "syn-wk-{number}"));
        week.period = Some(year.placement_week());
        placement.weeks.push(week);
        if mode == StudyMode::Dual && number == 4 && placement.kind.is_none() {
            placement.kind = Some(PlacementKind::Lio);
            let mut lio = Lio::new();
            // Three study years of 60 were passed.
            lio.credits_at_start = Credits::new(180);
            lio.responsible_teacher = Some(known(year.people.mentor, Role::Teacher));
            placement.lio = Some(lio);
        }
        self.portfolio.placements.push(placement);
    }

    fn goal(&mut self, year: &Year, at: usize) {
        let wish = text(self.random, WISH, 1);
        let kind = if wish.ends_with('?') { GoalKind::LearningQuestion } else { GoalKind::LearningGoal };
        let mut goal = Goal::new(id!(GoalId, "syn-g-{}-{at}", year.number), kind, wish);
        goal.competences = self.some_competences();
        goal.set_on = Some(year.day(14 + at));
        if self.is_settled {
            goal.themes.push(id!(ThemeId, "{}", self.random.one(THEMES).0));
        }
        self.portfolio.goals.push(goal);
    }

    fn some_competences(&mut self) -> Set<Competence> {
        (0..2).map(|_| self.random.pick(&self.competences)).collect()
    }

    /// A studio at the institute, one at the school that closes the placement week, and one more in spring.
    fn studios(&mut self, year: &Year) {
        let number = year.number;
        let spring = year.school_day(days::SPRING_STUDIO);
        for at in 1..=if spring <= year.as_of { 3 } else { 2 } {
            let mut studio = Studio::new(id!(StudioId, "syn-at-{number}-{at}"));
            studio.date = match at {
                1 => Some(year.institute_day(30)),
                2 => year.placement_week().until,
                _ => Some(spring),
            };
            studio.location = Some(if at == 1 { StudioLocation::Institute } else { StudioLocation::School });
            studio.kind = Some(if at == 2 { StudioKind::Closing } else { StudioKind::Regular });
            if at == 2 {
                studio.week = Some(id!(PlacementWeekId, "syn-wk-{number}"));
                studio.inputs =
                    [StudioInput::SharedExperience, self.random.pick(StudioInput::ALL)].into_iter().collect();
            }
            studio.led_by.push(if at == 1 {
                in_role(year.people.coach, Role::StudyCareerCoach)
            } else {
                known(year.people.school_trainer, Role::SchoolTrainer)
            });
            studio.attended = self.random.percent(15).then_some(true);
            studio.competences = self.some_competences();
            studio.design_competences = design_competences(number, at);
            studio.insights = self.text(SEEING, 2);
            studio.next_steps = if at == 2 { self.text(NEXT, 1) } else { None };
            if at == 2 {
                studio.needed = Some("Een uur met mijn mentor en een lege middag in de week erna.".into());
            } else {
                studio.subject = Subject::ALL.get(number).copied();
                let named = if self.is_settled { "m" } else { "leermiddel" };
                studio.materials.push(id!(MaterialId, "syn-{named}-{number}"));
            }
            self.portfolio.studios.push(studio);
        }
    }

    /// Each studio is taken up in the one after it; the last is still to be.
    fn take_up(&mut self) {
        let ids: Vec<_> = self.portfolio.studios.iter().map(|studio| studio.id.clone()).collect();
        for (studio, next) in self.portfolio.studios.iter_mut().zip(ids.into_iter().skip(1)) {
            studio.taken_up_in.push(next);
        }
    }

    fn design(&mut self, year: &Year) {
        let number = year.number;
        let mut design = Design::new(id!(DesignId, "syn-ont-{number}"));
        design.title = self.title();
        design.goals.push(id!(GoalId, "syn-g-{number}-1"));
        design.own_goal = if self.random.percent(50) { self.text(WISH, 1) } else { None };
        design.task_for_children = self.text(TASK, 1);
        design.subject = Some(self.random.pick(Subject::ALL));
        design.groups = year.groups;
        design.analysis = Some("De toets laat zien dat een derde van de groep deze stap overslaat.".into());
        design.school_methods.push("Stap voor stap, de (verzonnen) methode van de school".into());
        design.design_competences = design_competences(number, 3);
        // Two weeks for each phase, evaluation one; carried out in the placement week and the week after it.
        for (phase, (week, weeks)) in DesignPhase::ALL.iter().zip([(5, 2), (8, 2), (10, 2), (12, 1)]) {
            let mut step = DesignStep::new(*phase);
            step.period = Some(work_weeks(year.week(week), weeks));
            design.phases.push(step);
        }
        design.placement = Some(id!(PlacementId, "syn-pl-{number}"));
        design.studios.push(id!(StudioId, "syn-at-{number}-1"));
        design.state = Some(State::Submitted);
        design.submitted_on = Some(year.week(13) + Days::new(1));
        self.portfolio.designs.push(design);
    }

    /// A day at the school, up to the last lesson that is assessed.
    fn lesson_day(&mut self, year: &Year) -> NaiveDate {
        loop {
            let day = year.day(self.random.between(20, days::LAST_LESSON.min(year.passed())));
            if year.is_at_school(day) {
                return day;
            }
        }
    }

    /// A piece of evidence of a lesson.
    fn evidence(&mut self, year: &Year, pieces: &[Piece]) {
        let number = year.number;
        let (kind, activity, ending, media) = self.random.pick(pieces);
        let reading = matches!(activity, Activity::ReadingAloud | Activity::Storytelling);
        let day = if reading { year.school_day(45) } else { self.lesson_day(year) };
        let mut proof = self.piece(year, kind, day, (ending, media));
        proof.description = self.text(if reading { SEEING } else { DOING }, 4);
        // Of the studios that were held by then.
        if reading || self.random.percent(40) {
            let held = self.portfolio.studios.iter().rev().find(|studio| studio.date <= Some(day));
            let of_year = held.filter(|studio| studio.date >= Some(year.first));
            proof.studios.extend(of_year.map(|studio| studio.id.clone()));
        }
        proof.subject = Some(if reading {
            self.random.pick(&[Subject::Dutch, Subject::DanceAndDrama])
        } else {
            self.random.pick(Subject::ALL)
        });
        proof.goals.push(id!(GoalId, "syn-g-{number}-{}", self.random.between(1, 2)));
        if reading || self.random.percent(85) {
            proof.practice = Some(true);
            let mut action = ProfessionalAction::new();
            action.knowledge = self.text(KNOWING, 2);
            action.context = self.text(CONTEXT, 2);
            action.person = self.text(PERSON, 2);
            proof.action = Some(action);
            if reading {
                proof.assignment = Some(id!(AssignmentId, "syn-opdracht-{number}-1"));
            } else if self.random.percent(40) {
                proof.assignment = Some(id!(AssignmentId, "syn-opdracht-{number}-{}", self.random.between(2, 6)));
            }
        }
        proof.activity = Some(activity);
        // Reading aloud is designed and carried out with other students.
        if reading || self.random.percent(25) {
            let other = (year.people.mentor + 2 + self.random.below(5)) % PERSON_COUNT;
            let mut student = PersonInRole::new(id!(PersonId, "syn-st-mede-{other:03}"));
            student.name = Some(person(other).into());
            student.role = Some(Role::Student);
            proof.together_with.push(student);
        }
        if matches!(kind, EvidenceKind::Video | EvidenceKind::Photo) {
            proof.pupils = Some(self.random.pick(Pupils::ALL));
            proof.parents_consent = (proof.pupils == Some(Pupils::Recognisable)).then_some(true);
        }
        self.portfolio.evidence.push(proof);
    }

    /// What each piece of evidence has.
    fn piece(
        &mut self,
        year: &Year,
        kind: EvidenceKind,
        day: NaiveDate,
        (ending, media): (&str, &'static str),
    ) -> Evidence<'static> {
        self.proofs += 1;
        let proofs = self.proofs;
        let mut proof = Evidence::new(id!(EvidenceId, "syn-ev-{proofs:02}"), kind);
        proof.title = self.title();
        proof.school_question = (proofs.is_multiple_of(4)).then_some(true);
        proof.date = Some(day);
        proof.added_on = Some((day + Days::new(self.random.between(0, 6) as u64)).min(year.as_of));
        proof.placement = Some(id!(PlacementId, "syn-pl-{}", year.number));
        let shown = |at: usize| self.competences.get(at % self.competences.len()).copied();
        proof.competences = shown(2 * proofs).into_iter().chain(shown(2 * proofs + 1)).collect();
        proof.vouched_by.push(known(year.people.mentor, Role::Mentor));
        for at in 1..=self.random.pick(&[0, 0, 1, 1, 2]) {
            let mut attachment = Attachment::new(format!("bewijs-{proofs:02}-{at}.{ending}"));
            attachment.media_type = Some(media.into());
            let digits: String = (0..4).map(|_| format!("{:016x}", self.random.number())).collect();
            attachment.sha256 = Sha256::parse(&digits);
            proof.attachments.push(attachment);
        }
        proof.pupils = Some(Pupils::None);
        proof.state = Some(State::Submitted);
        proof
    }

    /// A report on research: what its assessment is based on.
    fn report(&mut self, year: &Year) {
        let (kind, activity, ending, media) = REPORT;
        let mut proof = self.piece(year, kind, year.working_day(days::RESEARCH_REPORT), (ending, media));
        proof.description = self.text(SEEING, 3);
        proof.activity = Some(activity);
        proof.practice = Some(false);
        self.portfolio.evidence.push(proof);
    }

    /// A reflection on the evidence made last: at head, heart and hands when a studio followed to process it in, else by
    /// the cycle.
    fn reflect(&mut self, year: &Year) {
        let at = self.portfolio.reflections.len() + 1;
        let mut reflection = Reflection::new(id!(ReflectionId, "syn-re-{at:02}"));
        reflection.about = self.title();
        let on = self.portfolio.evidence.last().unwrap();
        reflection.evidence.push(on.id.clone());
        let next = self.portfolio.studios.iter().find(|studio| studio.date >= on.date);
        let following = next.filter(|studio| studio.date < Some(year.first + Months::new(12)));
        reflection.date = following.map_or(on.added_on, |studio| studio.date);
        reflection.studio = following.map(|studio| studio.id.clone());
        reflection.goals.push(id!(GoalId, "syn-g-{}-2", year.number));
        if reflection.studio.is_some() {
            reflection.form = Some(ReflectionForm::Levels);
            let mut levels = ReflectionLevels::new();
            levels.head = self.text(KNOWING, 2);
            levels.heart = self.text(PERSON, 2);
            levels.hands = self.text(NEXT, 2);
            reflection.levels = Some(levels);
        } else {
            reflection.form = Some(ReflectionForm::Cycle);
            let mut cycle = ReflectionCycle::new();
            cycle.action = self.text(DOING, 2);
            cycle.looking_back = self.text(SEEING, 2);
            cycle.awareness = self.text(PERSON, 2);
            cycle.alternatives = self.text(NEXT, 2);
            cycle.trial = if self.random.percent(50) { self.text(NEXT, 2) } else { None };
            reflection.cycle = Some(cycle);
        }
        reflection.state = Some(State::Submitted);
        self.portfolio.reflections.push(reflection);
    }

    /// An assessment by the duo that guided, on a day, based on evidence of the study year.
    fn assessment(
        &mut self,
        year: &Year,
        of: AssessmentOf,
        day: NaiveDate,
        fits: impl Fn(&Evidence<'_>) -> bool,
    ) -> Assessment<'static> {
        let at = self.portfolio.assessments.len() + 1;
        let mut made = Assessment::new(id!(AssessmentId, "syn-bo-{at}"), of);
        made.study_year = year.study_year();
        made.component = Some(component_id(year.number, of));
        made.date = Some(day);
        made.result = Some(id!(ResultId, "syn-{}", self.random.pick(&["voldoende", "goed", "ruim-voldoende"])));
        made.is_final = Some(year.ended);
        made.competences = self.some_competences();
        let placement = id!(PlacementId, "syn-pl-{}", year.number);
        let of_year = self.portfolio.evidence.iter().filter(|one| one.placement.as_ref() == Some(&placement));
        let there = of_year.filter(|one| one.added_on <= Some(day) && fits(one));
        made.evidence = there.take(3).map(|one| one.id.clone()).collect();
        made.assessors.push(assessor(year.people.school_trainer, Role::SchoolTrainer));
        let mut examiner = assessor(year.people.institute_trainer, Role::InstituteTrainer);
        examiner.examiner = Some(true);
        made.assessors.push(examiner);
        made.attempt = Attempt::new(1);
        made
    }

    /// Development is assessed half-way, and for good at the end of the year; then an assignment is, too.
    fn assess(&mut self, year: &Year) {
        let day = year.working_day(if year.ended { days::DEVELOPMENT_ASSESSED } else { days::HALF_WAY });
        let mut development = self.assessment(year, AssessmentOf::Development, day, |_| true);
        development.talks = self.portfolio.placements.last().unwrap().talks.iter().map(|talk| talk.date).collect();
        development.visits.push(year.school_day(days::VISIT));
        let mut advice = Advice::new();
        advice.by = Some(known(year.people.mentor, Role::Mentor));
        advice.date = Some(last(day, |day| year.is_at_school(day)));
        advice.text = self.text(ADVICE, 3);
        development.mentor_advice = Some(advice);
        let mut own = Judgement::new();
        own.date = Some(day - Days::new(10));
        own.text = self.text(PERSON, 3);
        development.self_assessment = Some(own);
        self.portfolio.assessments.push(development);
        if year.ended {
            let assignment = id!(AssignmentId, "syn-opdracht-{}-1", year.number);
            let day = year.working_day(days::ASSIGNMENT_ASSESSED);
            let answers = |one: &Evidence<'_>| one.assignment.as_ref() == Some(&assignment);
            let mut assessed = self.assessment(year, AssessmentOf::Assignment, day, answers);
            assessed.assignment = Some(assignment.clone());
            self.portfolio.assessments.push(assessed);
        }
    }

    /// The programme decides on a study year, on all that was assessed in it.
    fn decide(&mut self, year: &Year) {
        let mut decision = Decision::new(id!(DecisionId, "syn-be-{}", year.number), DecisionKind::Year);
        decision.study_year = year.study_year();
        decision.authority = Some(Authority::Programme);
        decision.on = Some(year.decided());
        decision.by.push(known(year.people.institute_trainer, Role::InstituteTrainer));
        let of_year = self.portfolio.assessments.iter().filter(|made| made.study_year == year.study_year());
        decision.assessments = of_year.map(|made| made.id.clone()).collect();
        self.portfolio.decisions.push(decision);
    }

    /// Chosen in the spring of study year 2, with all bands met, and in effect once study year 3 begins, also for who will
    /// repeat it.
    fn specialise(&mut self, second: &Year, third: &Year, age: AgeSpecialisation, repeats: bool) {
        let mut chosen = Specialisation::new();
        chosen.age_specialisation = Some(age);
        let arts = self.random.pick(&[Subject::Music, Subject::DanceAndDrama, Subject::VisualArts]);
        let world = self.random.pick(&[Subject::Geography, Subject::History, Subject::NatureAndTechnology]);
        chosen.profile_subjects = [arts, world].into_iter().collect();
        chosen.chosen_on = Some(second.working_day(self.random.between(200, 260)));
        chosen.in_effect_from = Some(third.first - Months::new(if repeats { 12 } else { 0 }));
        self.portfolio.specialisation = Some(chosen);
    }

    fn research(&mut self, third: &Year, fourth: Option<&Year>) {
        let guides = |year: &Year| {
            let [subject, method] = year.people.experts;
            vec![
                in_role(subject, Role::SubjectExpert),
                in_role(method, Role::MethodologicalExpert),
                known(year.people.school_trainer, Role::SchoolTrainer),
            ]
        };
        let mut research = Research::new();
        let mut theme = DevelopmentTheme::new(id!(DevelopmentThemeId, "syn-sot-1"));
        theme.title = self.title();
        theme.study_year = third.study_year();
        theme.school = Some(id!(SchoolId, "syn-school-{:02}", third.school));
        theme.started_on = Some(third.school_day(40));
        theme.group.push(GroupMember::new(self.portfolio.student.id.clone()));
        for _ in 0..self.random.between(1, 3) {
            theme.group.push(GroupMember::new(id!(StudentId, "syn-st-groep-{:04}", self.random.below(10_000))));
        }
        theme.school_team.push(known(third.people.mentor, Role::Teacher));
        theme.design_question = self.text(WISH, 1);
        theme.method = Some(ResearchMethod::DesignResearch);
        theme.guides = guides(third);
        theme.agenda_topic = Some(id!(TopicId, "syn-agenda-{}", third.school));
        theme.exhibited_on = Some(third.working_day(days::EXHIBITION)).filter(|day| *day <= third.as_of);
        research.school_development_themes.push(theme);
        let assessed = |maker: &mut Self, year: &Year, of| {
            maker.report(year);
            let day = year.working_day(days::RESEARCH_ASSESSED);
            let mut made = maker.assessment(year, of, day, |one| one.kind == EvidenceKind::Report);
            let [subject, method] = year.people.experts;
            made.assessors.push(assessor(subject, Role::SubjectExpert));
            made.assessors.push(assessor(method, Role::MethodologicalExpert));
            maker.portfolio.assessments.push(made);
        };
        if third.ended {
            assessed(self, third, AssessmentOf::SchoolDevelopmentTheme);
            self.portfolio.assessments.last_mut().unwrap().theme = Some(id!(DevelopmentThemeId, "syn-sot-1"));
        }
        if let Some(fourth) = fourth {
            let mut graduation = GraduationResearch::new();
            graduation.theme = self.title();
            graduation.set_on = Some(fourth.school_day(40));
            graduation.set_with.push(known(fourth.people.school_trainer, Role::SchoolTrainer));
            graduation.recognised_in_own_group = self.text(SEEING, 2);
            graduation.started_on = Some(fourth.school_day(60));
            graduation.method = Some(ResearchMethod::DesignResearch);
            graduation.guides = guides(fourth);
            graduation.agenda_topic = Some(id!(TopicId, "syn-agenda-{}", fourth.school));
            research.graduation = Some(graduation);
            if fourth.ended {
                assessed(self, fourth, AssessmentOf::GraduationResearch);
            }
        }
        self.portfolio.research = Some(research);
    }

    /// Adds evidence and reflections, in one study year after another, until the portfolio has the size it is to have.
    fn fill(&mut self, years: &[Year], budget: usize) {
        let size = |document: &str| document.len();
        let mut bytes = size(&serde_json::to_string(&self.portfolio).unwrap());
        let mut turn = years.iter().cycle();
        while bytes < budget {
            let year = turn.next().unwrap();
            self.evidence(year, PIECES);
            bytes += serde_json::to_string(self.portfolio.evidence.last().unwrap()).unwrap().len();
            self.reflect(year);
            bytes += serde_json::to_string(self.portfolio.reflections.last().unwrap()).unwrap().len();
        }
    }

    fn graduate(&mut self, fourth: &Year) {
        let mut decision = Decision::new(id!(DecisionId, "syn-be-diploma"), DecisionKind::Graduation);
        decision.authority = Some(Authority::ExaminationBoard);
        decision.on = Some(fourth.decided() + Days::new(2));
        decision.assessments = self.portfolio.assessments.iter().map(|made| made.id.clone()).collect();
        self.portfolio.decisions.push(decision);
    }
}
