//! The partnerships of a dossier, each with its schools and the people who work there, who are the same from one school year to the
//! next: everything about them follows from their numbers.

use chrono::{Days, NaiveDate};
use twentse_kubus::documents::{
    AcademyState, AgreementContent, BeginningTeacher, Board, BoardId, CommunityMember, Composition,
    CompositionCriterion, DesignTask, Facilitator, Group, Institute, Involvement, LearningCommunity, MemberStage,
    Partnership, PartnershipStatus, Period, Person, PersonInRole, PlacedStudent, RoleHeld, School, SchoolResearch,
    SchoolYear, Set, Setting, Topic, TopicGround, Training, TrainingBasis, TrainingKind,
};
use twentse_kubus::frameworks::Role;
use twentse_kubus::grammar::Closed as _;

use super::partnership::{Made, Staff, complete, count, days, groups};
use super::phrases::{THEMES, TOPIC, person, school};
use super::portfolio::{People, exhibition, id};
use super::random::Random;

/// Half of the schools and boards that the booklet counts, 84 and 14: it names two partnerships, Oost and West.
pub(super) const SCHOOLS: usize = 42;
const BOARDS: usize = 7;
/// A school trainer serves this many schools, an institute trainer this many.
const SCHOOLS_OF_TRAINER: usize = 2;
const SCHOOLS_OF_INSTITUTE_TRAINER: usize = 6;
/// Each school has this many trained mentors, of the lower, the middle and the upper groups, and one more who is yet to be trained.
const MENTORS: usize = 3;

/// The numbers of those who work in a partnership, counted from its first person.
const LEADERS: usize = 0;
const MENTORS_FROM: usize = LEADERS + SCHOOLS;
const NEW_MENTORS: usize = MENTORS_FROM + SCHOOLS * MENTORS;
const TRAINERS: usize = NEW_MENTORS + SCHOOLS;
const INSTITUTE_TRAINERS: usize = TRAINERS + SCHOOLS / SCHOOLS_OF_TRAINER;
const COACHES: usize = INSTITUTE_TRAINERS + SCHOOLS / SCHOOLS_OF_INSTITUTE_TRAINER;
const COACH_COUNT: usize = 3;
const SUBJECT_EXPERTS: usize = COACHES + COACH_COUNT;
const METHODOLOGICAL_EXPERTS: usize = SUBJECT_EXPERTS + EXPERT_COUNT;
const MATERIAL_EXPERTS: usize = METHODOLOGICAL_EXPERTS + EXPERT_COUNT;
const EXPERT_COUNT: usize = 3;
const BOARD_MEMBERS: usize = MATERIAL_EXPERTS + EXPERT_COUNT;
/// From here on those who are there in one school year, by that year: the beginning teachers of the boards, then others.
const OF_A_YEAR: usize = 300;
const EACH_YEAR: usize = 50;
const PERSONS: usize = 500;

/// The streams of chance of persons, and of partnerships: those of students lie below.
const OF_PERSONS: u64 = 1 << 32;
const OF_PARTNERSHIPS: u64 = 1 << 33;

/// The institute of all.
pub(super) const INSTITUTE: &str = "syn-instituut-1";

/// One of the two partnerships of a sample, counted over all samples.
#[derive(Clone, Copy)]
pub(super) struct Side(pub(super) usize);

impl Side {
    /// The id of the partnership.
    pub(super) fn id(self) -> String {
        format!("syn-{}-{}", if self.0.is_multiple_of(2) { "oost" } else { "west" }, self.0 / 2 + 1)
    }

    /// The number of a school of it.
    pub(super) fn school(self, at: usize) -> usize {
        SCHOOLS * self.0 + at % SCHOOLS
    }

    fn person(self, at: usize) -> usize {
        PERSONS * self.0 + at
    }

    /// Who work at one of its schools.
    fn staff(self, at: usize) -> Staff {
        Staff {
            leader: self.person(LEADERS + at),
            trainer: self.person(TRAINERS + at / SCHOOLS_OF_TRAINER),
            second_trainer: None,
            institute_trainer: self.person(INSTITUTE_TRAINERS + at / SCHOOLS_OF_INSTITUTE_TRAINER),
            mentor: self.person(MENTORS_FROM + MENTORS * at),
        }
    }

    /// Who leads one of its schools.
    pub(super) fn leader(self, at: usize) -> usize {
        self.staff(at).leader
    }

    /// The experts on learning materials.
    pub(super) fn experts(self) -> Vec<usize> {
        (0..EXPERT_COUNT).map(|at| self.person(MATERIAL_EXPERTS + at)).collect()
    }
}

/// Which groups each mentor of a school teaches.
fn band(mentor: usize) -> Set<Group> {
    match mentor {
        0 => groups(1, 2),
        1 => groups(3, 5),
        _ => groups(6, 8),
    }
}

/// Who guides a student at a school, in these groups: the mentor is one who teaches one of them.
pub(super) fn people(number: usize, in_groups: Set<Group>) -> People {
    let (side, at) = (Side(number / SCHOOLS), number % SCHOOLS);
    let mentor = (0..MENTORS).find(|mentor| band(*mentor).overlaps(in_groups)).unwrap_or_default();
    let staff = side.staff(at);
    People {
        mentor: staff.mentor + mentor,
        school_trainer: staff.trainer,
        institute_trainer: staff.institute_trainer,
        coach: side.person(COACHES + at % COACH_COUNT),
        experts: [SUBJECT_EXPERTS, METHODOLOGICAL_EXPERTS].map(|first| side.person(first + at % EXPERT_COUNT)),
    }
}

/// The mentor at a school who is yet to be trained.
pub(super) fn new_mentor(number: usize) -> usize {
    Side(number / SCHOOLS).person(NEW_MENTORS + number % SCHOOLS)
}

/// Makes a partnership in a school year, with these students. People have been trained, and schools are in the network, since before
/// the first school year of all.
pub(super) fn make(
    seed: u64,
    side: Side,
    school_year: SchoolYear,
    first_of_all: SchoolYear,
    students: Vec<PlacedStudent<'static>>,
    as_of: NaiveDate,
) -> Made {
    let mut partnership = Partnership::new(id!(PartnershipId, "{}", side.id()), school_year);
    partnership.synthetic = Some(true);
    partnership.name =
        Some(format!("Verzonnen OidS Twente {}", if side.0.is_multiple_of(2) { "Oost" } else { "West" }).into());
    partnership.status = Some(PartnershipStatus::Recognised);
    let mut institute = Institute::new(id!(InstituteId, "{INSTITUTE}"));
    institute.name = Some("Verzonnen Hogeschool".into());
    institute.lead_partner = Some(true);
    partnership.institutes.push(institute);
    partnership.boards = (0..BOARDS).map(|at| board(side, at)).collect();
    partnership.students = students;
    partnership.schools = (0..SCHOOLS).map(|at| one_school(seed, side, at, &partnership.students)).collect();
    let before = first_of_all.first_day() - Days::new(1);
    partnership.persons = Persons { seed, side, before }.all();
    let year = u64::from(school_year.first_year());
    let random = &mut Random::new(seed, OF_PARTNERSHIPS + 10_000 * side.0 as u64 + year);
    let of_year = OF_A_YEAR + EACH_YEAR * usize::from(school_year.first_year() - first_of_all.first_year());
    let beginners = (0..BOARDS).map(|at| beginner(side, at, of_year, school_year));
    partnership.beginning_teachers = beginners.collect();
    let communities = partnership.beginning_teachers.iter().enumerate();
    let communities = communities.map(|(at, beginner)| community(side, at, beginner, &partnership.students));
    partnership.learning_communities = communities.collect();
    let made = Made { partnership, as_of };
    let mut made =
        complete(random, made, (0..SCHOOLS).map(|at| side.staff(at)).collect(), side.person(of_year + BOARDS));
    // One agreement is in force in all school years.
    for agreement in &mut made.partnership.agreements {
        agreement.period = Some(Period::new(first_of_all.first_day() - Days::new(400)));
        agreement.contents = AgreementContent::ALL.iter().copied().collect();
        agreement.boards.clear();
        agreement.trainer_students = Some(count(12));
    }
    // It was then that students showed their results.
    let day = exhibition(school_year.first_year().into());
    made.partnership.exhibitions.iter_mut().for_each(|exhibition| exhibition.date = day);
    made
}

fn board_id(side: Side, at: usize) -> BoardId<'static> {
    id!(BoardId, "syn-bestuur-{:02}", BOARDS * side.0 + at % BOARDS)
}

fn board(side: Side, at: usize) -> Board<'static> {
    let mut board = Board::new(board_id(side, at));
    board.name = Some(format!("Verzonnen Stichting {}", BOARDS * side.0 + at + 1).into());
    board.academy = AcademyState::ALL.get(at % AcademyState::ALL.len()).copied();
    board
}

/// A beginning teacher at the first school of a board.
fn beginner(side: Side, at: usize, of_year: usize, school_year: SchoolYear) -> BeginningTeacher<'static> {
    let mut teacher = BeginningTeacher::new(id!(PersonId, "syn-p-{:03}", side.person(of_year + at)));
    teacher.board = Some(board_id(side, at));
    teacher.school = Some(id!(SchoolId, "syn-school-{:02}", side.school(at)));
    teacher.since = Some(school_year.first_day());
    teacher.diploma_on = Some(school_year.first_day() - Days::new(30));
    teacher.coach = Some(id!(PersonId, "syn-p-{:03}", side.person(COACHES + at % COACH_COUNT)));
    teacher.involved_in = [Involvement::LearningCommunity, Involvement::Coaching].into();
    teacher
}

/// A learning community of a beginning teacher and the students at the school, on a theme of the cube.
fn community(
    side: Side,
    at: usize,
    beginner: &BeginningTeacher<'static>,
    students: &[PlacedStudent<'_>],
) -> LearningCommunity<'static> {
    let mut made = LearningCommunity::new(id!(CommunityId, "syn-plg-{}-{at}", side.id()));
    (made.composition, made.criterion) = (Some(Composition::Heterogeneous), Some(CompositionCriterion::Stage));
    made.members.push(CommunityMember::new(beginner.person.clone()).stage(MemberStage::BeginningTeacher));
    for placed in students.iter().filter(|placed| placed.school.is_some() && placed.school == beginner.school) {
        let student = id!(PersonId, "{}", placed.student);
        made.members.push(CommunityMember::new(student).stage(MemberStage::Student));
    }
    for member in &mut made.members {
        member.school.clone_from(&beginner.school);
    }
    let mut guide = PersonInRole::new(id!(PersonId, "syn-p-{:03}", side.person(COACHES + at % COACH_COUNT)));
    guide.role = Some(Role::InstituteTrainer);
    made.guides.push(guide);
    made.facilitator = Some(Facilitator::Partnership);
    made.themes.extend(THEMES.get(at % THEMES.len()).map(|(theme, ..)| id!(ThemeId, "{theme}")));
    made
}

/// A school with a place more than students, with a research agenda.
fn one_school(seed: u64, side: Side, at: usize, students: &[PlacedStudent<'_>]) -> School<'static> {
    let number = side.school(at);
    let random = &mut Random::new(seed, OF_PARTNERSHIPS + 10_000 * side.0 as u64 + at as u64);
    let mut one = School::new(id!(SchoolId, "syn-school-{number:02}"));
    one.name = Some(school(number));
    one.board = Some(board_id(side, at));
    one.setting = Some(Setting::Regular);
    one.places = Some(count(students.iter().filter(|placed| placed.school.as_ref() == Some(&one.id)).count() + 1));
    if at.is_multiple_of(9) {
        one.academic = Some(true);
        one.research.push(SchoolResearch::new(random.pick(TOPIC)));
    }
    for (topic, ground) in [TopicGround::BoardPolicy, TopicGround::MultiYearPlan].into_iter().enumerate() {
        let named = if topic == 0 { String::new() } else { format!("-{topic}") };
        let mut made = Topic::new(id!(TopicId, "syn-agenda-{number}{named}"));
        made.title = Some(random.pick(TOPIC).into());
        made.rests_on = [ground].into();
        one.agenda.push(made);
    }
    one
}

/// Everybody who works in a partnership.
struct Persons {
    seed: u64,
    side: Side,
    /// The last day on which people were trained.
    before: NaiveDate,
}

impl Persons {
    fn all(&self) -> Vec<Person<'static>> {
        let side = self.side;
        let mut all = Vec::new();
        for at in 0..SCHOOLS {
            let staff = side.staff(at);
            all.push(self.one(staff.leader, Role::SchoolLeader, &[at]));
            for mentor in 0..MENTORS {
                let mut one = self.mentor(staff.mentor + mentor, at, band(mentor));
                let mut training = Training::new(TrainingKind::Mentor);
                training.basis = Some(TrainingBasis::JointVision);
                training.followed_on = Some(self.ago(staff.mentor + mentor));
                one.trainings.push(training);
                all.push(one);
            }
            all.push(self.mentor(new_mentor(side.school(at)), at, groups(4, 4)));
        }
        let served =
            |trainer: usize, schools: usize| -> Vec<usize> { (trainer * schools..(trainer + 1) * schools).collect() };
        for at in 0..SCHOOLS / SCHOOLS_OF_TRAINER {
            let schools = served(at, SCHOOLS_OF_TRAINER);
            let mut one = self.trainer(TRAINERS + at, Role::SchoolTrainer, &schools);
            // More than a day and a half: two schools have more than twelve students together.
            one.roles.iter_mut().for_each(|held| held.days_per_week = Some(days(200)));
            all.push(one);
        }
        for at in 0..SCHOOLS / SCHOOLS_OF_INSTITUTE_TRAINER {
            let schools = served(at, SCHOOLS_OF_INSTITUTE_TRAINER);
            all.push(self.trainer(INSTITUTE_TRAINERS + at, Role::InstituteTrainer, &schools));
        }
        for at in 0..COACH_COUNT {
            let mut one = self.trainer(COACHES + at, Role::InstituteTrainer, &[]);
            one.roles.push(RoleHeld::new(Role::StudyCareerCoach));
            all.push(one);
        }
        for (first, role) in [
            (SUBJECT_EXPERTS, Role::SubjectExpert),
            (METHODOLOGICAL_EXPERTS, Role::MethodologicalExpert),
            (MATERIAL_EXPERTS, Role::Expert),
        ] {
            for at in 0..EXPERT_COUNT {
                let mut one = self.one(side.person(first + at), role, &[]);
                if role == Role::Expert {
                    one.roles.iter_mut().for_each(|held| held.design_tasks = DesignTask::ALL.iter().copied().collect());
                    // Those who make learning materials are experts on a subject.
                    one.roles.push(RoleHeld::new(Role::SubjectExpert));
                }
                all.push(one);
            }
        }
        all.extend((0..BOARDS).map(|at| self.one(side.person(BOARD_MEMBERS + at), Role::BoardMember, &[])));
        all
    }

    /// A day in the years before, the same in every document.
    fn ago(&self, number: usize) -> NaiveDate {
        self.before - Days::new(Random::new(self.seed, OF_PERSONS + number as u64).between(30, 1_500) as u64)
    }

    fn one(&self, number: usize, role: Role, schools: &[usize]) -> Person<'static> {
        let mut one = Person::new(id!(PersonId, "syn-p-{number:03}"));
        one.name = Some(person(number).into());
        let mut held = RoleHeld::new(role);
        held.schools = schools.iter().map(|at| id!(SchoolId, "syn-school-{:02}", self.side.school(*at))).collect();
        one.roles.push(held);
        one
    }

    fn mentor(&self, number: usize, at: usize, teaches: Set<Group>) -> Person<'static> {
        let mut one = self.one(number, Role::Mentor, &[at]);
        one.roles.iter_mut().for_each(|held| held.groups = teaches);
        one
    }

    /// A teacher educator, trained and in the register.
    fn trainer(&self, at: usize, role: Role, schools: &[usize]) -> Person<'static> {
        let number = self.side.person(at);
        let mut one = self.one(number, role, schools);
        let trained = self.ago(number);
        let mut training = Training::new(TrainingKind::Educator);
        training.basis = Some(TrainingBasis::Velon);
        training.followed_on = Some(trained);
        one.trainings.push(training);
        one.roles.iter_mut().for_each(|held| held.since = Some(trained - Days::new(200)));
        one.register = Some(Period::new(trained + Days::new(20)));
        one
    }
}
