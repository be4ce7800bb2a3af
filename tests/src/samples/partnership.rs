//! A partnership in which nothing is wrong by any rule of partnerships, on any day: every school has a board, a leader, trainers
//! with time, trained mentors and students of several study years; what must be held in the school year is planned in it; notes
//! of the quality system are from before the reference day.

use chrono::{Days, NaiveDate};
use twentse_kubus::documents::{
    AcademyState, AgendaPoint, Agreement, AgreementContent, BeginningTeacher, Board, CommunityMember, Composition,
    CompositionCriterion, Count, DaysPerWeek, Decimal, DesignTask, Exhibition, Facilitator, Group, Institute,
    Involvement, KnowledgeFlow, LearningCommunity, Meeting, MeetingKind, MemberStage, Partnership, PartnershipStatus,
    Period, Person, PersonInRole, PlacedStudent, QualityLayer, QualityNote, RoleHeld, School, SchoolResearch,
    SchoolYear, Set, Setting, StudioBasis, StudyYear, Topic, TopicGround, TrainerDay, TrainerDayPart, TrainerDayTheme,
    Training, TrainingBasis, TrainingKind,
};
use twentse_kubus::frameworks::{Audience, CooperationLayer, DefaultCubeTheme, Role};
use twentse_kubus::grammar::Closed as _;

use super::Size;
use super::calendar::is_lesson_day;
use super::phrases::{PERSON_COUNT, QUALITY, SCHOOL_COUNT, TOPIC, person, school};
use super::portfolio::id;
use super::random::Random;

/// A partnership with what is known about how it was made.
pub(super) struct Made {
    pub(super) partnership: Partnership<'static>,
    pub(super) as_of: NaiveDate,
}

/// Who works at a school, by their numbers.
#[derive(Clone)]
pub(super) struct Staff {
    pub(super) leader: usize,
    /// The school trainer, and a second one where two share the time.
    pub(super) trainer: usize,
    pub(super) second_trainer: Option<usize>,
    pub(super) institute_trainer: usize,
    pub(super) mentor: usize,
}

/// What is drawn from as long as a partnership is made.
struct Maker<'r> {
    random: &'r mut Random,
    school_year: SchoolYear,
    as_of: NaiveDate,
    /// The number of the next person, each with one name in all documents.
    next: usize,
    /// How many persons there are to number.
    persons: usize,
    partnership: Partnership<'static>,
    staff: Vec<Staff>,
}

/// Adds to a partnership that has boards, schools with this staff, persons and students what is agreed, held and found in its
/// school year; whoever else takes part in it gets a number from this one on. What was found was so before the school year began.
pub(super) fn complete(random: &mut Random, made: Made, staff: Vec<Staff>, next: usize) -> Made {
    let Made { partnership, as_of } = made;
    let school_year = partnership.school_year;
    let (before, persons) = (school_year.first_day(), usize::MAX);
    let mut maker = Maker { random, school_year, as_of: before, next, persons, partnership, staff };
    maker.agreement();
    maker.held(maker.staff.len());
    maker.quality();
    maker.communities();
    Made { partnership: maker.partnership, as_of }
}

/// The school years in which a scheme required a least number of students, with that number, by the first calendar year.
fn least_students(first: u16) -> usize {
    match first {
        2009 | 2010 => 40,
        2011..=2016 => 80,
        _ => 0,
    }
}

/// Makes a partnership.
pub(super) fn make(random: &mut Random, name: &str, size: Size) -> Made {
    let first = u16::try_from(random.between(2009, 2024)).unwrap();
    let school_year = SchoolYear::beginning(first).unwrap();
    // A plan in the spring before, a school year that runs, or one that is over.
    let as_of = match random.below(100) {
        0..15 => school_year.first_day() - Days::new(random.between(30, 120) as u64),
        15..65 => school_year.first_day() + Days::new(random.between(0, 364) as u64),
        _ => school_year.last_day() + Days::new(random.between(1, 700) as u64),
    };
    let mut partnership = Partnership::new(id!(PartnershipId, "{name}"), school_year);
    partnership.synthetic = Some(true);
    partnership.name = random.percent(80).then(|| "Verzonnen partnerschap".into());
    // A small one is an aspirant as long as a recognised one must have many students.
    let small = size == Size::Bare || random.percent(50);
    if small && least_students(first) > 0 {
        partnership.status = Some(PartnershipStatus::Aspirant);
    } else if random.percent(30) {
        partnership.status = Some(PartnershipStatus::Recognised);
    }
    let next = random.below(PERSON_COUNT);
    let mut maker = Maker { random, school_year, as_of, next, persons: PERSON_COUNT, partnership, staff: Vec::new() };
    let schools = match (size, small) {
        (Size::Bare, _) => 1,
        (Size::Real, true) => maker.random.between(2, 4),
        (Size::Real, false) => maker.random.between(8, 10),
    };
    maker.boards(if size == Size::Bare { 1 } else { 2 });
    for number in 0..schools {
        maker.school(number);
    }
    maker.students(schools, if small { 2 } else { 10 });
    maker.people();
    maker.agreement();
    maker.held(schools);
    maker.quality();
    maker.communities();
    Made { partnership: maker.partnership, as_of }
}

pub(super) fn days(hundredths: u32) -> DaysPerWeek {
    DaysPerWeek::new(Decimal::hundredths(hundredths)).unwrap()
}

pub(super) fn count(number: usize) -> Count {
    Count::new(u16::try_from(number).unwrap()).unwrap()
}

pub(super) fn groups(from: u8, until: u8) -> Set<Group> {
    (from..=until).filter_map(Group::new).collect()
}

impl Maker<'_> {
    /// The number of somebody new.
    fn number(&mut self) -> usize {
        self.next += 1;
        self.next % self.persons
    }

    /// Who works at a school.
    fn of_school(&self, at: usize) -> Staff {
        self.staff.get(at).unwrap().clone()
    }

    /// A day of the school year on which there are lessons, from this many days after its first: no holiday lasts fifty days.
    fn lesson_day(&mut self, least: usize, most: usize) -> NaiveDate {
        let from = self.school_year.first_day() + Days::new(self.random.between(least, most) as u64);
        let mut days = from.iter_days();
        days.find(|day| is_lesson_day(*day)).unwrap()
    }

    /// Somebody in a role, by id and at times by name.
    fn in_role(&mut self, number: usize, role: Role) -> PersonInRole<'static> {
        let mut one = PersonInRole::new(id!(PersonId, "syn-p-{number:03}"));
        one.name = self.random.percent(30).then(|| person(number).into());
        one.role = Some(role);
        one
    }

    fn boards(&mut self, number: usize) {
        let mut institute = Institute::new(id!(InstituteId, "syn-in-1"));
        institute.name = Some("Verzonnen Hogeschool".into());
        institute.brin = self.random.percent(60).then(|| id!(RegisterCode, "99XX"));
        institute.lead_partner = self.random.percent(60).then_some(true);
        for at in 0..number {
            let mut board = Board::new(id!(BoardId, "syn-bo-{at}"));
            board.name = Some(format!("Verzonnen Stichting {}", at + 1).into());
            board.authority_number = self.random.percent(40).then(|| id!(RegisterCode, "9999{at}"));
            board.joined_on = self.random.percent(50).then(|| self.school_year.first_day() - Days::new(800));
            board.academy = self.random.percent(70).then(|| self.random.pick(AcademyState::ALL));
            // Exactly one lead partner.
            board.lead_partner = (at == 0 && institute.lead_partner.is_none()).then_some(true);
            self.partnership.boards.push(board);
        }
        self.partnership.institutes.push(institute);
    }

    /// A school of the network, with everybody who works there for the students.
    fn school(&mut self, number: usize) {
        let mut one = School::new(id!(SchoolId, "syn-sc-{number}"));
        one.name = Some(school(number % SCHOOL_COUNT));
        one.brin = self.random.percent(40).then(|| id!(RegisterCode, "99A{number}"));
        one.board = Some(id!(BoardId, "syn-bo-{}", number % self.partnership.boards.len()));
        one.joined_on = self.random.percent(30).then(|| self.school_year.first_day() - Days::new(400));
        one.left_on = self.random.percent(10).then(|| self.school_year.last_day());
        one.setting = self.random.percent(60).then_some(Setting::Regular);
        one.groups = if self.random.percent(30) { groups(1, 4) } else { Set::default() };
        if self.random.percent(60) {
            one.academic = Some(true);
            for _ in 0..self.random.between(1, 3) {
                let mut research = SchoolResearch::new(self.random.pick(TOPIC));
                research.started_on = self.random.percent(50).then(|| self.school_year.first_day() - Days::new(100));
                one.research.push(research);
            }
        }
        for at in 0..self.random.between(1, 3) {
            let mut topic = Topic::new(id!(TopicId, "syn-to-{number}-{at}"));
            topic.title = Some(self.random.pick(TOPIC).into());
            topic.rests_on = [self.random.pick(&[TopicGround::BoardPolicy, TopicGround::MultiYearPlan])].into();
            one.agenda.push(topic);
        }
        self.partnership.schools.push(one);
        let [leader, trainer, institute_trainer, mentor] = [(); 4].map(|()| self.number());
        self.staff.push(Staff { leader, trainer, second_trainer: None, institute_trainer, mentor });
    }

    /// Students at each school, of different study years: the first two from the beginning on, some of the others for half of
    /// the year. In a plan nobody is there yet.
    fn students(&mut self, schools: usize, least: usize) {
        let begins = self.lesson_day(27, 35);
        let half = self.lesson_day(185, 190);
        let is_plan = self.as_of < self.school_year.first_day();
        let mut number = 0;
        for at in 0..schools {
            let seats = self.random.between(least, least + 2);
            // All of a school begin together, so that those of one study year are never there alone.
            let is_dated = is_plan || self.random.percent(50);
            for seat in 0..seats {
                number += 1;
                let year = StudyYear::new(u8::try_from((seat + at) % 4 + 1).unwrap()).unwrap();
                let mut at_school = PlacedStudent::new(id!(StudentId, "syn-st-{number:03}"), year);
                at_school.school = Some(id!(SchoolId, "syn-sc-{at}"));
                at_school.period = is_dated.then(|| Period::new(begins));
                // Two students, each for half of the year, take one place.
                if seat >= 2 && self.random.percent(15) {
                    let mut second = at_school.clone();
                    at_school.period = Some(Period::between(begins, half - Days::new(1)));
                    number += 1;
                    second.student = id!(StudentId, "syn-st-{number:03}");
                    second.period = Some(Period::new(half));
                    self.partnership.students.push(second);
                }
                self.partnership.students.push(at_school);
            }
            if self.random.percent(80) {
                let one = self.partnership.schools.get_mut(at).unwrap();
                one.places = Some(count(seats + self.random.below(3)));
            }
        }
        // One in a hundred is still to be at_school somewhere.
        if self.random.percent(20) && !is_plan {
            let mut nowhere = PlacedStudent::new(id!(StudentId, "syn-st-zonder"), StudyYear::new(1).unwrap());
            nowhere.period = Some(Period::new(begins));
            self.partnership.students.push(nowhere);
        }
    }

    /// Somebody in the network who holds one role at these schools.
    fn person(&mut self, number: usize, role: Role, schools: &[usize]) -> Person<'static> {
        let mut one = Person::new(id!(PersonId, "syn-p-{number:03}"));
        one.name = self.random.percent(80).then(|| person(number).into());
        let mut held = RoleHeld::new(role);
        held.schools = schools.iter().map(|school| id!(SchoolId, "syn-sc-{school}")).collect();
        let (first, last) = (self.school_year.first_day(), self.school_year.last_day());
        held.period = self.random.percent(20).then(|| Period::between(first, last));
        one.roles.push(held);
        one
    }

    /// A teacher educator: trained or to be trained, and in the register when that long in the role.
    fn trainer(&mut self, number: usize, role: Role, schools: &[usize], time: Option<u32>) {
        let mut one = self.person(number, role, schools);
        let first = self.school_year.first_day();
        let mut training = Training::new(TrainingKind::Educator);
        training.basis = Some(TrainingBasis::Velon);
        if self.random.percent(70) {
            training.followed_on = Some(first - Days::new(self.random.between(200, 1_500) as u64));
        } else {
            training.planned_on = Some(self.school_year.last_day() + Days::new(self.random.between(0, 300) as u64));
        }
        one.trainings.push(training);
        let held = one.roles.first_mut().unwrap();
        held.days_per_week = time.map(days);
        match self.random.below(3) {
            0 => held.since = Some(first - Days::new(self.random.below(300) as u64)),
            1 => {
                held.since = Some(first - Days::new(self.random.between(900, 3_000) as u64));
                one.register = Some(Period::new(first - Days::new(self.random.between(1, 900) as u64)));
            }
            _ => {}
        }
        self.partnership.persons.push(one);
    }

    /// Everybody in the network. A trainer of two schools has the time for both, and two trainers share that of one.
    fn people(&mut self) {
        let schools = self.staff.len();
        let shared = schools >= 3 && self.random.percent(50);
        let doubled = schools >= 2 && self.random.percent(40);
        for at in 0..schools {
            let Staff { leader, trainer, institute_trainer, mentor, .. } = self.of_school(at);
            let leader = self.person(leader, Role::SchoolLeader, &[at]);
            self.partnership.persons.push(leader);
            match at {
                0 if shared => self.trainer(trainer, Role::SchoolTrainer, &[0, 1], Some(300)),
                1 if shared => {
                    let other = self.of_school(0).trainer;
                    self.staff.get_mut(1).unwrap().trainer = other;
                }
                2 if doubled && shared => self.two_trainers(at, trainer),
                _ if at + 1 == schools && doubled && !shared => self.two_trainers(at, trainer),
                _ => self.trainer(trainer, Role::SchoolTrainer, &[at], Some(150)),
            }
            self.trainer(institute_trainer, Role::InstituteTrainer, &[at], None);
            let mut mentor = self.person(mentor, Role::Mentor, &[at]);
            mentor.roles.first_mut().unwrap().groups = groups(1, 2);
            let mut training = Training::new(TrainingKind::Mentor);
            training.basis = Some(TrainingBasis::JointVision);
            training.followed_on = Some(self.school_year.first_day() - Days::new(200));
            mentor.trainings.push(training);
            self.partnership.persons.push(mentor);
            if self.random.percent(50) {
                let number = self.number();
                let mut other = self.person(number, Role::Mentor, &[at]);
                other.roles.first_mut().unwrap().groups = groups(5, 5);
                self.partnership.persons.push(other);
            }
        }
        // A lecturer who trains too, the experts, and a member of a board.
        let number = self.number();
        self.trainer(number, Role::InstituteTrainer, &[0], None);
        let lecturer = self.random.pick(&[Role::Lecturer, Role::SubjectLecturer, Role::StudyCareerCoach]);
        let last = self.partnership.persons.last_mut().unwrap();
        last.roles.push(RoleHeld::new(lecturer));
        for role in [Role::SubjectExpert, Role::MethodologicalExpert, Role::Expert, Role::BoardMember] {
            let number = self.number();
            let mut one = self.person(number, role, &[]);
            if role == Role::Expert {
                one.roles.first_mut().unwrap().design_tasks = [self.random.pick(DesignTask::ALL)].into();
            }
            self.partnership.persons.push(one);
        }
    }

    /// Two trainers of one school, who have its time together.
    fn two_trainers(&mut self, at: usize, first: usize) {
        let second = self.number();
        self.trainer(first, Role::SchoolTrainer, &[at], Some(75));
        self.trainer(second, Role::SchoolTrainer, &[at], Some(125));
        self.staff.get_mut(at).unwrap().second_trainer = Some(second);
    }

    fn agreement(&mut self) {
        let mut agreement = Agreement::new(id!(AgreementId, "syn-so-1"));
        if self.random.percent(50) {
            agreement.period = Some(Period::new(self.school_year.first_day() - Days::new(400)));
        }
        if self.random.percent(50) {
            agreement.boards = self.partnership.boards.iter().map(|board| board.id.clone()).collect();
        }
        agreement.contents = AgreementContent::ALL.iter().copied().take(4 + self.random.below(8)).collect();
        agreement.trainer_days_per_week = Some(days(150));
        agreement.trainer_students = self.random.percent(70).then(|| count(12));
        self.partnership.agreements.push(agreement);
    }

    /// What is held in the school year, or planned in it: trainer days, meetings, the exhibition.
    fn held(&mut self, schools: usize) {
        let mut before = self.school_year.first_day();
        for at in 0..5 {
            // In the spring of 2020 two would be on the day on which schools opened again.
            let from = self.lesson_day(40 + 60 * at, 50 + 60 * at).max(before + Days::new(1));
            let date = from.iter_days().find(|day| is_lesson_day(*day)).unwrap();
            before = date;
            let mut day = TrainerDay::new(date);
            let Staff { trainer, institute_trainer, .. } = self.of_school(at % self.staff.len());
            day.present = vec![
                self.in_role(trainer, Role::SchoolTrainer),
                self.in_role(institute_trainer, Role::InstituteTrainer),
            ];
            day.themes = [TrainerDayTheme::DesignStudio, self.random.pick(TrainerDayTheme::ALL)].into();
            day.parts = [TrainerDayPart::Plenary, TrainerDayPart::TaskGroups].into();
            if self.random.percent(50) {
                day.parts.insert(TrainerDayPart::Intervision);
            } else {
                day.parts.insert(TrainerDayPart::TrainerStudio);
                let ours = [StudioBasis::SchoolDevelopments, StudioBasis::PortfolioAssignments];
                day.studio_basis = [self.random.pick(&ours), self.random.pick(StudioBasis::ALL)].into();
            }
            self.partnership.trainer_days.push(day);
        }
        for at in 0..schools {
            let Staff { leader, trainer, second_trainer, institute_trainer, mentor } = self.of_school(at);
            for half in 0..2 {
                let mut triad = self.meeting(MeetingKind::Triad, at, 60 + 170 * half);
                triad.present = vec![
                    self.in_role(leader, Role::SchoolLeader),
                    self.in_role(trainer, Role::SchoolTrainer),
                    self.in_role(institute_trainer, Role::InstituteTrainer),
                ];
                triad.agenda =
                    [AgendaPoint::Experiences, AgendaPoint::Expectations, AgendaPoint::Yields].into_iter().collect();
                self.partnership.meetings.push(triad);
            }
            let mut talk = self.meeting(MeetingKind::MentorTalk, at, 90);
            talk.present = vec![
                self.in_role(mentor, Role::Mentor),
                self.in_role(trainer, Role::SchoolTrainer),
                self.in_role(institute_trainer, Role::InstituteTrainer),
            ];
            talk.agenda = [self.random.pick(&[AgendaPoint::Guidance, AgendaPoint::LearningNeeds])].into();
            self.partnership.meetings.push(talk);
            let mut reading = self.meeting(MeetingKind::ReadingAloud, at, 120);
            reading.organised_by = vec![id!(PersonId, "syn-p-{trainer:03}")];
            reading.study_years = (1..=2).filter_map(StudyYear::new).collect();
            self.partnership.meetings.push(reading);
            let mut intervision = self.meeting(MeetingKind::Intervision, at, 150);
            let organisers = [Some(trainer), second_trainer].into_iter().flatten();
            intervision.organised_by = organisers.map(|trainer| id!(PersonId, "syn-p-{trainer:03}")).collect();
            self.partnership.meetings.push(intervision);
        }
        let mut exhibition = Exhibition::new(self.lesson_day(305, 325));
        exhibition.audience = Audience::ALL.iter().copied().take(4 + self.random.below(2)).collect();
        self.partnership.exhibitions.push(exhibition);
    }

    fn meeting(&mut self, kind: MeetingKind, school: usize, after: usize) -> Meeting<'static> {
        let mut meeting = Meeting::new(kind, self.lesson_day(after, after + 25));
        meeting.schools = vec![self.partnership.schools.get(school).unwrap().id.clone()];
        meeting
    }

    /// The quality system covers every layer: findings, and an action on what was found; sometimes none yet.
    fn quality(&mut self) {
        for layer in CooperationLayer::ALL {
            let mut quality = QualityLayer::new(*layer);
            if self.random.percent(80) {
                let found = self.as_of - Days::new(self.random.between(60, 150) as u64);
                let acted = found + Days::new(self.random.between(0, 50) as u64);
                for (notes, day) in [(&mut quality.findings, found), (&mut quality.actions, acted)] {
                    let mut note = QualityNote::new(day);
                    note.text = Some(self.random.pick(QUALITY).into());
                    notes.push(note);
                }
            }
            self.partnership.quality_layers.push(quality);
        }
    }

    /// A learning community of students and beginning teachers, one of teachers of one board, and the beginning teachers.
    fn communities(&mut self) {
        let first = self.school_year.first_day();
        let [beginner, guide, teacher, colleague] = [(); 4].map(|()| self.number());
        let (board, school) = (&self.partnership.boards, &self.partnership.schools);
        let (board, school) = (board.first().unwrap().id.clone(), school.first().unwrap().id.clone());
        let least = self.partnership.students.iter().map(|placed| placed.student.as_str()).min();
        let student = id!(PersonId, "{}", least.unwrap());
        let mut mixed = LearningCommunity::new(id!(CommunityId, "syn-plg-1"));
        mixed.name = self.random.percent(70).then(|| "PLG Ontwerpen".into());
        mixed.period = self.random.percent(50).then(|| Period::new(first - Days::new(self.random.below(300) as u64)));
        (mixed.composition, mixed.criterion) = (Some(Composition::Heterogeneous), Some(CompositionCriterion::Stage));
        mixed.members = vec![
            CommunityMember::new(student).stage(MemberStage::Student),
            CommunityMember::new(id!(PersonId, "syn-p-{beginner:03}"))
                .stage(MemberStage::BeginningTeacher)
                .school(school.clone()),
        ];
        let role = self.random.pick(&[Role::Coach, Role::Expert, Role::SubjectExpert, Role::MethodologicalExpert]);
        mixed.guides = vec![self.in_role(guide, role)];
        mixed.facilitator = Some(Facilitator::Partnership);
        mixed.themes = vec![id!(ThemeId, "{}", self.random.pick(DefaultCubeTheme::ALL))];
        mixed.flow = [self.random.pick(KnowledgeFlow::ALL)].into();
        self.partnership.learning_communities.push(mixed);
        if self.random.percent(60) {
            let mut same = LearningCommunity::new(id!(CommunityId, "syn-plg-2"));
            (same.composition, same.criterion) = (Some(Composition::Homogeneous), Some(CompositionCriterion::Board));
            same.facilitator = Some(Facilitator::BoardAcademy);
            for number in [teacher, colleague] {
                let member = CommunityMember::new(id!(PersonId, "syn-p-{number:03}"));
                same.members.push(member.stage(MemberStage::Teacher).board(board.clone()));
            }
            same.guides = vec![self.in_role(guide, Role::SchoolTrainer)];
            self.partnership.learning_communities.push(same);
        }
        let mut teacher = BeginningTeacher::new(id!(PersonId, "syn-p-{beginner:03}"));
        teacher.board = Some(board);
        teacher.school = self.random.percent(80).then_some(school);
        teacher.since = Some(first);
        teacher.diploma_on = self.random.percent(70).then(|| first - Days::new(30));
        teacher.coach = self.random.percent(70).then(|| id!(PersonId, "syn-p-{guide:03}"));
        teacher.involved_in = [self.random.pick(Involvement::ALL), Involvement::LearningCommunity].into();
        self.partnership.beginning_teachers.push(teacher);
    }
}
