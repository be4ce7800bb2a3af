//! The organisation of a partnership in its school year: schools with their students and places, the time and the load of trainers,
//! their training and registration, and meetings against what is required. Counts and exact decimals, by the same functions as the
//! rules on the network; none of it is a result of a person.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::shown::{Always, Amount, Count, InsightPhrase, capital, heading, listed, write_unreadable};
use crate::documents::{MeetingKind, Person, Training, format_name};
use crate::finding::{Norm, SubjectKind, Voice};
use crate::frameworks::{CooperationLayer, Role};
use crate::grammar::{Closed as _, Wire as _, closed, record};
use crate::partnership::n2_expertise::{followed, is_registered, of_educators, of_mentors, planned, trains_since};
use crate::partnership::n3_capacity::{Fraction, Load, Placed, TOLERANCE, Team, loads, teams, time_at, time_in};
use crate::partnership::n4_meetings as meetings;
use crate::partnership::{PartnershipCase, TRAINER_DAYS, TRAINER_STUDENTS, TRAINERS, Trained, having, holds_one_of};
use crate::report::Report;
use crate::sort::{Listed as _, TextKey, Texts, sorted};
use crate::values::{Decimal, PersonId, SchoolId, Set, StudyYear};

format_name! {
    /// The format that it names: `twentse-kubus/network@1`.
    NetworkFormat = "twentse-kubus/network@1"
}

closed! {
    /// How far something is that takes time: a training, a registration.
    Progress {
        Yes = "yes", "ja", "yes";
        Planned = "planned", "gepland", "planned";
        No = "no", "nee", "no";
    }
}

record! {
    /// The organisation of a partnership, by what holds on its day of judgement.
    Network<'a> needs {
        /// Names the format and version.
        @fixed format: NetworkFormat,
        /// The partnership.
        document: Thing<'a>,
        /// The reference day.
        as_of: NaiveDate,
        /// The day of judgement: the reference day as far as it is in the school year; of a plan the first day of a placement.
        day: NaiveDate,
        /// The whole partnership.
        totals: NetworkTotals,
        /// The schools in the network, in the order of the partnership.
        schools: Always<Vec<NetworkSchool<'a>>>,
        /// The trainers.
        trainers: NetworkTrainers<'a>,
        /// What is held in the school year, and the quality system.
        meetings: NetworkMeetings,
    } may {
        /// Whether it is a plan: none of its students has been placed yet.
        plan: Option<bool>,
        /// Parts that could not be read, as JSON Pointers; what they hold is not counted.
        unreadable: Vec<Cow<'a, str>>,
    }
}

record! {
    /// What there is in the whole partnership.
    NetworkTotals needs {
        /// The schools in the network.
        schools: Count,
        /// Those that have students.
        with_students: Count,
        /// Different students who have been placed; in a plan who will be.
        students: Count,
        /// The same by study year.
        years: Always<Vec<YearStudents>>,
        /// The mentors of the schools.
        mentors: TrainingCount,
        /// The school trainers.
        school_trainers: TrainerCount,
        /// The institute trainers.
        institute_trainers: TrainerCount,
    } may {
        /// The places; absent where those of a school are not recorded.
        places: Option<Count>,
        /// The places that are left; absent where the places of a school are not recorded.
        places_left: Option<Count>,
        /// Days per week of school trainers for the schools with students, rounded down; absent where somebody's are not recorded.
        days_per_week: Option<Amount>,
        /// Students per day of that time, rounded up.
        students_per_day: Option<Amount>,
    }
}

record! {
    /// How many students there are of a study year.
    YearStudents needs {
        /// The study year.
        study_year: StudyYear,
        /// Different students.
        students: Count,
    } may {
    }
}

record! {
    /// How many were trained.
    TrainingCount needs {
        /// How many there are.
        number: Count,
        /// Those who have followed the training.
        trained: Count,
        /// Those of the others for whom it is planned.
        planned: Count,
    } may {
    }
}

record! {
    /// How many trainers were trained, and are in the register.
    TrainerCount needs {
        /// How many there are.
        number: Count,
        /// Those who have followed the training for teacher educators that is based on the professional standard of VELON.
        trained: Count,
        /// Those of the others for whom it is planned.
        planned: Count,
        /// Those in the register of teacher educators (BRLO).
        registered: Count,
    } may {
    }
}

record! {
    /// A school in the network.
    NetworkSchool<'a> needs {
        /// The school.
        school: SchoolId<'a>,
        /// Its students.
        students: SchoolStudents,
        /// Who works there for them.
        people: SchoolPeople<'a>,
        /// Its meetings in the school year.
        meetings: SchoolMeetings,
    } may {
        /// The day on which its students are counted: the last one up to the day of judgement on which a student is there; in a plan
        /// the first. Absent where it has no students.
        day: Option<NaiveDate>,
        /// Its places; absent where they are not recorded.
        places: Option<Count>,
        /// The places that no student has on the day on which they are counted.
        places_left: Option<Count>,
        /// The first day on which most students are there up to then.
        fullest: Option<FullestDay>,
        /// Days per week of its school trainers for this school, rounded down; absent where somebody's are not recorded. The time of
        /// a trainer is shared alike by the schools of the role.
        days_per_week: Option<Amount>,
        /// Students per day of that time, rounded up.
        students_per_day: Option<Amount>,
    }
}

record! {
    /// The students of a school.
    SchoolStudents needs {
        /// Different students on the day on which they are counted.
        number: Count,
        /// The same by study year.
        years: Always<Vec<YearStudents>>,
        /// Different students who have been there by the day of judgement; in a plan who will be.
        so_far: Count,
        /// Their study years.
        study_years: Always<Set<StudyYear>>,
    } may {
    }
}

record! {
    /// The day on which most students are at a school.
    FullestDay needs {
        /// The day.
        day: NaiveDate,
        /// Different students.
        students: Count,
    } may {
    }
}

record! {
    /// Who works at a school for its students.
    SchoolPeople<'a> needs {
        /// Its school trainers, on the day on which its students are counted; without students on the day of judgement.
        school_trainers: Always<Vec<PersonId<'a>>>,
        /// Its institute trainers, on the same day.
        institute_trainers: Always<Vec<PersonId<'a>>>,
        /// Its mentors, on the day of judgement.
        mentors: TrainingCount,
    } may {
    }
}

record! {
    /// The meetings of a school in the school year.
    SchoolMeetings needs {
        /// Triad meetings.
        triads: MeetingCount,
        /// Meetings for reading aloud or storytelling that a school trainer organised.
        reading_aloud: MeetingCount,
        /// Talks at which a mentor is present.
        mentor_talks: MeetingCount,
    } may {
        /// The trainers who are at none of those talks; only of a school with students.
        talks_missing: Set<Role>,
    }
}

record! {
    /// How many meetings there are in the school year.
    MeetingCount needs {
        /// Those that were held.
        held: Count,
        /// Those that are planned.
        planned: Count,
    } may {
        /// How many are required; absent where nothing is.
        required: Option<Count>,
    }
}

record! {
    /// The trainers of a partnership, with the norms for their time.
    NetworkTrainers<'a> needs {
        /// Days per week that the school trainers who share schools have together (norm).
        days_per_week: Amount,
        /// The students for whom that time is meant (norm).
        students: Count,
        /// The students that a school trainer may have in addition (norm).
        tolerance: Count,
        /// The school trainers of the schools with students, together with those with whom they share schools.
        teams: Always<Vec<TrainerTeam<'a>>>,
        /// Each trainer of a school in the network, in the order of the partnership, school trainers before institute trainers.
        loads: Always<Vec<TrainerLoad<'a>>>,
        /// Training and registration of everybody who is a trainer on the day of judgement, in the order of the partnership.
        progress: Always<Vec<TrainerProgress<'a>>>,
    } may {
    }
}

record! {
    /// School trainers who share schools.
    TrainerTeam<'a> needs {
        /// Who they are, on that day.
        trainers: Always<Vec<PersonId<'a>>>,
        /// Their schools with students.
        schools: Always<Vec<SchoolId<'a>>>,
        /// The latest day on which the students of these schools are counted.
        day: NaiveDate,
        /// Different students.
        students: Count,
    } may {
        /// Days per week together; absent where somebody's are not recorded.
        days_per_week: Option<Amount>,
        /// Whether they have the time that is required; absent where it depends on a time that is not recorded.
        enough: Option<bool>,
    }
}

record! {
    /// What a trainer has to do.
    TrainerLoad<'a> needs {
        /// The trainer.
        person: PersonId<'a>,
        /// School trainer or institute trainer.
        role: Role,
        /// The schools.
        schools: Always<Vec<SchoolId<'a>>>,
        /// Different students at these schools.
        students: Count,
    } may {
        /// Days per week in the role; absent where they are not recorded.
        days_per_week: Option<Amount>,
        /// The students of a school trainer, rounded up: those of a school that several trainers share are divided by their time.
        share: Option<Amount>,
        /// The students that a school trainer may have in that time, rounded down.
        most: Option<Amount>,
        /// Whether the students are not more than these, by the numbers before they were rounded.
        allowed: Option<bool>,
        /// Students per day of that time, rounded up; those of a school trainer are the share.
        students_per_day: Option<Amount>,
    }
}

record! {
    /// How far a trainer is with training and registration.
    TrainerProgress<'a> needs {
        /// The trainer.
        person: PersonId<'a>,
        /// School trainer, institute trainer, or both.
        roles: Always<Set<Role>>,
        /// The training for teacher educators that is based on the professional standard of VELON.
        training: Progress,
        /// The registration in the register of teacher educators (BRLO).
        register: Progress,
    } may {
        /// The day since which the person has been a trainer.
        since: Option<NaiveDate>,
        /// The day by which the training was followed, or for which it is planned.
        trained_on: Option<NaiveDate>,
        /// The last day of the registration.
        registered_until: Option<NaiveDate>,
        /// Peer consultation in the school year that a school trainer organised.
        intervisions: Option<MeetingCount>,
    }
}

record! {
    /// What is held in the school year, and the quality system.
    NetworkMeetings needs {
        /// Trainer days, each day counted once.
        trainer_days: TrainerDayCount,
        /// Triad meetings.
        triads: TriadCount,
        /// Exhibitions.
        exhibitions: ExhibitionCount,
        /// The layers of the quality system, in the order of their list.
        quality: Always<Vec<LayerState>>,
    } may {
    }
}

record! {
    /// The trainer days of the school year.
    TrainerDayCount needs {
        /// How many there are.
        number: MeetingCount,
        /// Entries of days that were held; several may be of one day.
        recorded: Count,
        /// Those with the design studio as a theme.
        with_studio_theme: Count,
        /// Those with school trainers and institute trainers present.
        with_both_sides: Count,
        /// Those with all parts.
        with_all_parts: Count,
    } may {
    }
}

record! {
    /// The triad meetings of the school year, of whatever school.
    TriadCount needs {
        /// How many there are.
        number: MeetingCount,
        /// Those held with all three parties present.
        complete: Count,
        /// Those held with all fixed points on the agenda.
        with_agenda: Count,
    } may {
    }
}

record! {
    /// The exhibitions of the school year.
    ExhibitionCount needs {
        /// How many there are.
        number: MeetingCount,
        /// Those held for everybody who is to see them.
        with_audience: Count,
    } may {
    }
}

record! {
    /// A layer of the quality system.
    LayerState needs {
        /// The layer.
        layer: CooperationLayer,
        /// Whether it is required.
        required: bool,
        /// Whether the quality system covers it.
        covered: bool,
        /// Its findings up to the reference day.
        findings: Count,
        /// Its actions up to then.
        actions: Count,
    } may {
        /// Whether an action followed the first finding; absent without findings.
        followed_up: Option<bool>,
    }
}

/// A number of meetings.
fn count(case: &PartnershipCase<'_>, days: impl Iterator<Item = NaiveDate>, required: Option<u32>) -> MeetingCount {
    let (mut held, mut planned) = (0_u32, 0_u32);
    for day in days {
        *(if case.has_come(day) { &mut held } else { &mut planned }) += 1;
    }
    MeetingCount { required: required.map(Count), ..MeetingCount::new(Count(held), Count(planned)) }
}

/// Different students by study year.
fn by_year<'s>(students: impl Iterator<Item = (StudyYear, &'s str)>) -> Vec<YearStudents> {
    let students = sorted(students.map(|(year, student)| (year, TextKey::of(student))).listed(), Ord::cmp);
    let by_year = students.chunk_by(|a, b| a.0 == b.0).filter_map(|all| {
        let number = all.chunk_by(|a, b| a.1 == b.1).count();
        Some(YearStudents::new(all.first()?.0, Count::of(number)))
    });
    by_year.listed()
}

/// Days per week from hundredths of them, rounded down.
fn days(hundredths: Fraction) -> Amount {
    Amount(hundredths.per(Fraction::whole(100)).shown(false))
}

/// Students per day, by days per week in hundredths, rounded up.
fn per_day(students: Fraction, hundredths: Fraction) -> Option<Amount> {
    let days = hundredths.per(Fraction::whole(100));
    (!hundredths.is_at_most(Fraction::NOTHING)).then(|| Amount(students.per(days).shown(true)))
}

/// How far a person is with a training on a day, and the day on which it was followed or is planned: the first of those.
fn trained(person: &Person<'_>, is_it: fn(&Training) -> bool, day: NaiveDate) -> (Progress, Option<NaiveDate>) {
    let trainings = || person.trainings.iter().filter(|training| is_it(training));
    let on = |of: fn(&Training, NaiveDate) -> Option<NaiveDate>| trainings().filter_map(|one| of(one, day)).min();
    match (on(followed), on(planned)) {
        (Some(followed), _) => (Progress::Yes, Some(followed)),
        (None, Some(planned)) => (Progress::Planned, Some(planned)),
        (None, None) => (Progress::No, None),
    }
}

/// How many have come how far.
fn training_count(all: impl Iterator<Item = Progress>) -> TrainingCount {
    let (mut number, mut trained, mut planned) = (0_u32, 0_u32, 0_u32);
    for one in all {
        number += 1;
        trained += u32::from(one == Progress::Yes);
        planned += u32::from(one == Progress::Planned);
    }
    TrainingCount::new(Count(number), Count(trained), Count(planned))
}

/// The same of trainers in a role.
fn trainer_count(all: &[TrainerProgress<'_>], role: Role) -> TrainerCount {
    let of_role = || all.iter().filter(|one| one.roles.contains(role));
    let TrainingCount { number, trained, planned, .. } = training_count(of_role().map(|one| one.training));
    let registered = of_role().filter(|one| one.register == Progress::Yes).count();
    TrainerCount::new(number, trained, planned, Count::of(registered))
}

/// Looks a partnership through.
struct Look<'c, 'a> {
    case: &'c PartnershipCase<'a>,
    /// How far each person is with the training for mentors.
    mentors: Vec<Progress>,
    /// The schools with students, in order.
    trained: Vec<Trained<'a>>,
}

impl<'a> Look<'_, 'a> {
    fn school_id(&self, at: usize) -> Option<SchoolId<'static>> {
        Some(self.case.partnership().schools.get(at)?.id.clone().into_owned())
    }

    fn person(&self, at: usize) -> Option<&'a Person<'a>> {
        self.case.partnership().persons.get(at)
    }

    /// The day by which the people of a school are looked up.
    fn day_of(&self, school: usize) -> NaiveDate {
        self.case.count_day(school).unwrap_or(self.case.day())
    }

    /// The positions of those who hold a role for a school on a day, each one time, in order.
    fn holders(&self, school: usize, role: Role, day: NaiveDate) -> Vec<usize> {
        let holders = self.case.holders_for(school, role, day).map(|holder| holder.person_at);
        let mut holders = sorted(holders.listed(), Ord::cmp);
        holders.dedup();
        holders
    }

    fn school(
        &self,
        at: usize,
        readings: &meetings::Readings,
        talks: &meetings::Talks,
    ) -> Option<NetworkSchool<'static>> {
        let case = self.case;
        let school = case.partnership().schools.get(at)?;
        let (counted, day) = (case.count_day(at), self.day_of(at));
        let stays = counted.into_iter().flat_map(|day| case.stays_at(at).filter(move |stay| stay.holds(day)));
        let number = counted.map_or(0, |day| case.students_on(at, day));
        let so_far = Placed::at(case, at);
        let students = SchoolStudents::new(
            Count::of(number),
            by_year(stays.map(|stay| (stay.placed.study_year, stay.placed.student.as_str()))),
            Count::of(so_far.students),
            so_far.years,
        );
        let persons = |role| {
            let holders = self.holders(at, role, day).into_iter();
            holders.filter_map(|person| Some(self.person(person)?.id.clone().into_owned())).listed()
        };
        let mentors = self.holders(at, Role::Mentor, case.day()).into_iter();
        let mentors = training_count(mentors.filter_map(|person| self.mentors.get(person).copied()));
        let people = SchoolPeople::new(persons(Role::SchoolTrainer), persons(Role::InstituteTrainer), mentors);
        let required = |norm: &'static Norm| meetings::required_of(case, norm, at, school);
        let triads = case.meetings_of(at, MeetingKind::Triad).map(|(_, triad)| triad.date);
        let readings = readings.at(case, at).map(|reading| reading.date);
        let held = SchoolMeetings {
            talks_missing: if counted.is_some() { talks.missing(case, at) } else { Set::default() },
            ..SchoolMeetings::new(
                count(case, triads, required(&meetings::TRIADS)),
                count(case, readings, required(&meetings::MEETINGS)),
                count(case, talks.at(case, at).map(|(talk, _)| talk.date), None),
            )
        };
        let trained = self.trained.binary_search_by(|one| one.at.cmp(&at)).ok().and_then(|at| self.trained.get(at));
        let time = trained.filter(|one| !one.trainers.is_empty()).and_then(time_at);
        let places = school.places.map(|places| u32::from(places.get()));
        Some(NetworkSchool {
            day: counted,
            places: places.map(Count),
            places_left: places.map(|places| Count(places.saturating_sub(Count::of(number).0))),
            fullest: case.fullest_day(at).map(|(day, students)| FullestDay::new(day, Count::of(students))),
            days_per_week: time.map(days),
            students_per_day: time.and_then(|time| per_day(Fraction::whole(number), time)),
            ..NetworkSchool::new(school.id.clone().into_owned(), students, people, held)
        })
    }

    fn team(&self, team: &Team<'a>) -> TrainerTeam<'static> {
        let trainers = team.trainers.iter().map(|person| (*person).clone().into_owned()).listed();
        let schools = team.schools.iter().filter_map(|at| self.school_id(*at)).listed();
        let time = u32::try_from(team.days).ok().filter(|_| !team.is_unrecorded && !team.trainers.is_empty());
        TrainerTeam {
            days_per_week: time.map(|days| Amount(Decimal::hundredths(days))),
            enough: team.has_time(),
            ..TrainerTeam::new(trainers, schools, team.day, Count::of(team.students))
        }
    }

    /// A trainer with a school at least; the schools are in order.
    fn load(
        &self,
        person_at: usize,
        role: Role,
        schools: &[usize],
        load: Option<&Load<'_>>,
    ) -> Option<TrainerLoad<'static>> {
        let person = self.person(person_at)?;
        let counted = || schools.iter().filter_map(|at| Some((*at, self.case.count_day(*at)?)));
        let students = counted().flat_map(|(at, day)| self.case.students_at(at, day));
        let students = Texts::of(students).len();
        let mut on = sorted(counted().map(|(_, day)| day).listed(), Ord::cmp);
        if on.is_empty() {
            on.push(self.case.day());
        }
        let time = time_in(person, role, &on);
        // The students of a school trainer are shared with others.
        let share = load.and_then(|load| load.students);
        let own = if role == Role::SchoolTrainer { share } else { Some(Fraction::whole(students)) };
        let ids = schools.iter().filter_map(|at| self.school_id(*at)).listed();
        Some(TrainerLoad {
            days_per_week: time.map(days),
            share: share.map(|share| Amount(share.shown(true))),
            most: load.and_then(|load| load.most).map(|most| Amount(most.shown(false))),
            allowed: load.and_then(Load::is_allowed),
            students_per_day: own.zip(time).and_then(|(students, time)| per_day(students, time)),
            ..TrainerLoad::new(person.id.clone().into_owned(), role, ids, Count::of(students))
        })
    }

    /// Every trainer of a school in the network.
    fn loads(&self) -> Vec<TrainerLoad<'static>> {
        let known = loads(self.case);
        let mut all = Vec::new();
        for role in TRAINERS {
            let schools = self.case.schools();
            let served = schools.flat_map(|(at, _)| {
                self.holders(at, role, self.day_of(at)).into_iter().map(move |person| (person, at)).listed()
            });
            let served = sorted(served.listed(), Ord::cmp);
            for of_one in served.chunk_by(|a, b| a.0 == b.0) {
                let Some((person, _)) = of_one.first() else { continue };
                // The load of a school trainer has a norm.
                let load = having(&known, *person, |load| load.person_at).first();
                let load = load.filter(|_| role == Role::SchoolTrainer);
                all.extend(self.load(*person, role, &of_one.iter().map(|(_, at)| *at).listed(), load));
            }
        }
        all
    }

    /// Everybody who is a trainer on the day of judgement.
    fn progress(&self) -> Vec<TrainerProgress<'static>> {
        let (case, day) = (self.case, self.case.day());
        let organised = meetings::organised(case);
        let persons = case.partnership().persons.iter().filter(|person| holds_one_of(person, &TRAINERS, day));
        let progress = persons.map(|person| {
            let roles: Set<Role> = TRAINERS.into_iter().filter(|role| holds_one_of(person, &[*role], day)).collect();
            let (training, trained_on) = trained(person, of_educators, day);
            let register = match &person.register {
                Some(_) if is_registered(person, day) => Progress::Yes,
                Some(register) if register.from > day => Progress::Planned,
                _ => Progress::No,
            };
            let consulted = having(&organised, TextKey::of(person.id.as_str()), |(one, ..)| *one);
            let consulted = consulted.iter().map(|(.., day)| *day);
            TrainerProgress {
                since: trains_since(person, day),
                trained_on,
                registered_until: person.register.as_ref().and_then(|register| register.until),
                intervisions: meetings::is_school_trainer(person, day).then(|| count(case, consulted, Some(1))),
                ..TrainerProgress::new(person.id.clone().into_owned(), roles, training, register)
            }
        });
        progress.listed()
    }

    fn meetings(&self) -> NetworkMeetings {
        let case = self.case;
        let recorded = meetings::days_held(case).map(|(_, day)| day).listed();
        let with = |is_so: &dyn Fn(&crate::documents::TrainerDay<'_>) -> bool| {
            Count::of(recorded.iter().filter(|day| is_so(day)).count())
        };
        let days = meetings::days_of_the_year(case).into_iter();
        let trainer_days = TrainerDayCount::new(
            count(case, days, Some(case.norm(&meetings::TRAINER_DAYS))),
            Count::of(recorded.len()),
            with(&meetings::has_studio_theme),
            with(&|day| meetings::missing_sides(day).is_empty()),
            with(&|day| meetings::missing_parts(day).iter().all(Option::is_none)),
        );
        let triads = || case.meetings(MeetingKind::Triad).map(|(_, triad)| triad);
        let held = triads().filter(|triad| case.has_come(triad.date)).listed();
        let triads = TriadCount::new(
            count(case, triads().map(|triad| triad.date), None),
            Count::of(held.iter().filter(|triad| meetings::missing_parties(triad).is_empty()).count()),
            Count::of(held.iter().filter(|triad| meetings::missing_points(case, triad).is_empty()).count()),
        );
        let held = meetings::exhibitions(case).filter(|exhibition| case.has_come(exhibition.date));
        let exhibitions = ExhibitionCount::new(
            count(case, meetings::exhibitions(case).map(|one| one.date), Some(case.norm(&meetings::EXHIBITIONS))),
            Count::of(held.filter(|exhibition| meetings::missing_audience(case, exhibition).is_empty()).count()),
        );
        let required = meetings::required_layers(case);
        let layers = CooperationLayer::ALL.iter().map(|layer| {
            let covered = case.partnership().quality_layers.iter().find(|one| one.layer == *layer);
            let notes = covered.map(|one| meetings::Notes::of(case, one));
            let number = |of: fn(&meetings::Notes) -> usize| Count::of(notes.as_ref().map_or(0, of));
            let findings = number(|notes| notes.findings.len());
            let actions = number(|notes| notes.actions.len());
            LayerState {
                followed_up: notes.as_ref().and_then(meetings::Notes::follow_up).map(|(_, followed)| followed),
                ..LayerState::new(*layer, required.contains(*layer), covered.is_some(), findings, actions)
            }
        });
        NetworkMeetings::new(trainer_days, triads, exhibitions, layers.listed())
    }

    fn totals(&self, schools: &[NetworkSchool<'_>], progress: &[TrainerProgress<'_>]) -> NetworkTotals {
        let case = self.case;
        let students = case.partnership().students.iter();
        let placed = students.filter(|placed| case.is_plan() || case.has_begun(placed.period.as_ref()));
        let mentors = case.schools().flat_map(|(at, _)| self.holders(at, Role::Mentor, case.day())).listed();
        let mut mentors = sorted(mentors, Ord::cmp);
        mentors.dedup();
        let all = |of: fn(&NetworkSchool<'_>) -> Option<Count>| {
            let sum = schools.iter().try_fold(0_u32, |sum, school| Some(sum.saturating_add(of(school)?.0)));
            sum.filter(|_| !schools.is_empty()).map(Count)
        };
        let time = self.trained.iter().try_fold(Fraction::NOTHING, |sum, school| Some(sum.plus(time_at(school)?)));
        let time = time.filter(|_| self.trained.iter().any(|school| !school.trainers.is_empty()));
        let counted = self.trained.iter().flat_map(|school| case.students_at(school.at, school.day));
        let counted = Fraction::whole(Texts::of(counted).len());
        NetworkTotals {
            places: all(|school| school.places),
            places_left: all(|school| school.places_left),
            days_per_week: time.map(days),
            students_per_day: time.and_then(|time| per_day(counted, time)),
            ..NetworkTotals::new(
                Count::of(schools.len()),
                Count::of(self.trained.len()),
                Count::of(case.students()),
                by_year(placed.map(|placed| (placed.study_year, placed.student.as_str()))),
                training_count(mentors.into_iter().filter_map(|person| self.mentors.get(person).copied())),
                trainer_count(progress, Role::SchoolTrainer),
                trainer_count(progress, Role::InstituteTrainer),
            )
        }
    }
}

/// The organisation of a partnership.
pub(crate) fn network(
    case: &PartnershipCase<'_>,
    as_of: NaiveDate,
    report: &Report,
    unreadable: Vec<String>,
) -> Network<'static> {
    let day = case.day();
    let mentors = case.partnership().persons.iter().map(|person| trained(person, of_mentors, day).0).listed();
    let look = Look { case, mentors, trained: case.trained_schools() };
    let (readings, talks) = (meetings::Readings::of(case), meetings::Talks::of(case));
    let schools = case.schools().filter_map(|(at, _)| look.school(at, &readings, &talks)).listed();
    let progress = look.progress();
    let totals = look.totals(&schools, &progress);
    let trainers = NetworkTrainers::new(
        Amount(Decimal::hundredths(case.norm(&TRAINER_DAYS))),
        Count(case.norm(&TRAINER_STUDENTS)),
        Count(case.norm(&TOLERANCE)),
        teams(case).iter().map(|team| look.team(team)).listed(),
        look.loads(),
        progress,
    );
    Network {
        plan: case.is_plan().then_some(true),
        unreadable: unreadable.into_iter().map(Cow::Owned).collect(),
        ..Network::new(report.document(), as_of, day, totals, schools, trainers, look.meetings())
    }
}

/// Says what there is, one thing after another, with a dot between.
struct Line<'o, 'v> {
    out: &'o mut String,
    voice: Voice<'v>,
}

impl<'o, 'v> Line<'o, 'v> {
    fn begin(out: &'o mut String, indent: &str, first: &str, voice: Voice<'v>) -> Self {
        let _ = write!(out, "{indent}{first}");
        Self { out, voice }
    }

    fn and(self, what: &str, value: &str) -> Self {
        let _ = write!(self.out, " · {what}: {value}");
        self
    }

    fn count(self, what: InsightPhrase, number: Count) -> Self {
        let what = self.voice.name(what);
        self.and(what, &number.0.to_string())
    }

    fn count_if(self, what: InsightPhrase, number: Option<Count>) -> Self {
        match number {
            Some(number) => self.count(what, number),
            None => self,
        }
    }

    fn amount(self, what: InsightPhrase, number: Option<Amount>) -> Self {
        let Some(number) = number else { return self };
        let (what, number) = (self.voice.name(what), number.shown(self.voice));
        self.and(what, &number)
    }

    fn day(self, what: &str, day: Option<NaiveDate>) -> Self {
        let Some(day) = day else { return self };
        let mut said = String::new();
        self.voice.lang().say_date(day, &mut said);
        self.and(what, &said)
    }

    fn years(self, years: &[YearStudents]) -> Self {
        let what = self.voice.name(InsightPhrase::StudyYear);
        years
            .iter()
            .fold(self, |line, year| line.and(&format!("{what} {}", year.study_year), &year.students.0.to_string()))
    }

    fn meetings(self, number: &MeetingCount) -> Self {
        let line = self.count(InsightPhrase::Held, number.held).count(InsightPhrase::Planned, number.planned);
        line.count_if(InsightPhrase::Needed, number.required)
    }

    fn training(self, count: &TrainingCount) -> Self {
        self.count(InsightPhrase::Trained, count.trained).count(InsightPhrase::TrainingPlanned, count.planned)
    }

    fn end(self) {
        self.out.push('\n');
    }
}

fn ids<'i>(all: impl Iterator<Item = &'i str>, voice: Voice<'_>) -> String {
    listed(&all.map(str::to_owned).listed(), voice)
}

/// The organisation as readable text: the whole partnership, a paragraph for each school, then trainers and meetings.
pub(crate) fn network_text(shown: &Network<'_>, report: &Report, voice: Voice<'_>) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let mut out = heading(InsightPhrase::Network, report.document(), shown.as_of, voice);
    let totals = &shown.totals;
    let first = capital(say(InsightPhrase::SchoolsInNetwork));
    Line::begin(&mut out, "", &format!("{first}: {}", totals.schools.0), voice)
        .count(InsightPhrase::WithStudents, totals.with_students)
        .day(say(InsightPhrase::JudgedOn), Some(shown.day))
        .end();
    let first = capital(say(InsightPhrase::Students));
    Line::begin(&mut out, "", &format!("{first}: {}", totals.students.0), voice)
        .years(&totals.years)
        .count_if(InsightPhrase::Places, totals.places)
        .count_if(InsightPhrase::PlacesLeft, totals.places_left)
        .amount(InsightPhrase::DaysPerWeek, totals.days_per_week)
        .amount(InsightPhrase::StudentsPerDay, totals.students_per_day)
        .end();
    let first = format!("{}: {}", capital(voice.name(Role::Mentor)), totals.mentors.number.0);
    Line::begin(&mut out, "", &first, voice).training(&totals.mentors).end();
    for (role, of) in
        [(Role::SchoolTrainer, &totals.school_trainers), (Role::InstituteTrainer, &totals.institute_trainers)]
    {
        let first = format!("{}: {}", capital(voice.name(role)), of.number.0);
        Line::begin(&mut out, "", &first, voice)
            .training(&TrainingCount::new(of.number, of.trained, of.planned))
            .count(InsightPhrase::Registered, of.registered)
            .end();
    }
    for school in shown.schools.iter() {
        write_school(&mut out, school, voice);
    }
    write_trainers(&mut out, &shown.trainers, voice);
    write_meetings(&mut out, &shown.meetings, voice);
    write_unreadable(&mut out, report, voice);
    out
}

fn write_school(out: &mut String, school: &NetworkSchool<'_>, voice: Voice<'_>) {
    let first = format!("\n{} {}", capital(voice.name(SubjectKind::School)), school.school.as_str());
    Line::begin(out, "", &first, voice)
        .count(InsightPhrase::Students, school.students.number)
        .years(&school.students.years)
        .day(voice.name(InsightPhrase::CountedOn), school.day)
        .end();
    if let (Some(places), Some(left)) = (school.places, school.places_left) {
        let first = format!("{}: {}", voice.name(InsightPhrase::Places), places.0);
        let mut line = Line::begin(out, "    ", &first, voice).count(InsightPhrase::PlacesLeft, left);
        if let Some(fullest) = &school.fullest {
            line = line.count(InsightPhrase::MostStudents, fullest.students);
        }
        line.end();
    }
    let trainers = ids(school.people.school_trainers.iter().map(PersonId::as_str), voice);
    Line::begin(out, "    ", &format!("{}: {trainers}", voice.name(Role::SchoolTrainer)), voice)
        .amount(InsightPhrase::DaysPerWeek, school.days_per_week)
        .amount(InsightPhrase::StudentsPerDay, school.students_per_day)
        .end();
    let trainers = ids(school.people.institute_trainers.iter().map(PersonId::as_str), voice);
    Line::begin(out, "    ", &format!("{}: {trainers}", voice.name(Role::InstituteTrainer)), voice).end();
    let mentors = &school.people.mentors;
    let first = format!("{}: {}", voice.name(Role::Mentor), mentors.number.0);
    Line::begin(out, "    ", &first, voice).training(mentors).end();
    let of = &school.meetings;
    for (kind, number) in [
        (MeetingKind::Triad, &of.triads),
        (MeetingKind::ReadingAloud, &of.reading_aloud),
        (MeetingKind::MentorTalk, &of.mentor_talks),
    ] {
        let mut line = Line::begin(out, "    ", voice.name(kind), voice).meetings(number);
        if kind == MeetingKind::MentorTalk && !of.talks_missing.is_empty() {
            let roles = of.talks_missing.iter().map(|role| voice.name(role).to_owned()).listed();
            line = line.and(voice.name(InsightPhrase::Missing), &roles.join(", "));
        }
        line.end();
    }
}

fn write_trainers(out: &mut String, trainers: &NetworkTrainers<'_>, voice: Voice<'_>) {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let norm = trainers.days_per_week.shown(voice);
    let first = format!("\n{} · {}: {norm}", capital(say(InsightPhrase::TrainerTime)), say(InsightPhrase::Needed));
    Line::begin(out, "", &first, voice).count(InsightPhrase::Students, trainers.students).end();
    for team in trainers.teams.iter() {
        let line = Line::begin(out, "    ", &ids(team.trainers.iter().map(PersonId::as_str), voice), voice)
            .and(voice.name(SubjectKind::School), &ids(team.schools.iter().map(SchoolId::as_str), voice))
            .count(InsightPhrase::Students, team.students)
            .amount(InsightPhrase::DaysPerWeek, team.days_per_week);
        let enough = team.enough.map(|enough| voice.name(if enough { Progress::Yes } else { Progress::No }));
        match enough {
            Some(enough) => line.and(say(InsightPhrase::Enough), enough).end(),
            None => line.end(),
        }
    }
    for role in TRAINERS {
        let _ = writeln!(out, "\n{}", capital(voice.name(role)));
        let of_role = || trainers.loads.iter().filter(|load| load.role == role);
        for load in of_role() {
            Line::begin(out, "    ", load.person.as_str(), voice)
                .and(voice.name(SubjectKind::School), &ids(load.schools.iter().map(SchoolId::as_str), voice))
                .count(InsightPhrase::Students, load.students)
                .amount(InsightPhrase::Share, load.share)
                .amount(InsightPhrase::AtMost, load.most)
                .amount(InsightPhrase::DaysPerWeek, load.days_per_week)
                .amount(InsightPhrase::StudentsPerDay, load.students_per_day)
                .end();
        }
        if of_role().next().is_none() {
            let _ = writeln!(out, "    {}", say(InsightPhrase::None));
        }
    }
    let _ = writeln!(out, "\n{}", capital(say(InsightPhrase::TrainerProgress)));
    for one in trainers.progress.iter() {
        let roles = one.roles.iter().map(|role| voice.name(role).to_owned()).listed().join(", ");
        let mut line = Line::begin(out, "    ", &format!("{} ({roles})", one.person.as_str()), voice)
            .and(say(InsightPhrase::Training), voice.name(one.training))
            .day(say(InsightPhrase::On), one.trained_on)
            .and(say(InsightPhrase::Register), voice.name(one.register))
            .day(say(InsightPhrase::Until), one.registered_until);
        if let Some(number) = &one.intervisions {
            line = line.meetings_of(MeetingKind::Intervision, number);
        }
        line.end();
    }
    if trainers.progress.is_empty() {
        let _ = writeln!(out, "    {}", say(InsightPhrase::None));
    }
}

impl Line<'_, '_> {
    /// Meetings of a kind, on a line about something else.
    fn meetings_of(self, kind: MeetingKind, number: &MeetingCount) -> Self {
        let what = self.voice.name(kind);
        let _ = write!(self.out, " · {what}");
        self.meetings(number)
    }
}

fn write_meetings(out: &mut String, all: &NetworkMeetings, voice: Voice<'_>) {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let _ = writeln!(out, "\n{}", capital(say(InsightPhrase::InSchoolYear)));
    let days = &all.trainer_days;
    Line::begin(out, "    ", voice.name(SubjectKind::TrainerDay), voice)
        .meetings(&days.number)
        .count(InsightPhrase::WithStudioTheme, days.with_studio_theme)
        .count(InsightPhrase::WithBothSides, days.with_both_sides)
        .count(InsightPhrase::WithAllParts, days.with_all_parts)
        .end();
    Line::begin(out, "    ", voice.name(MeetingKind::Triad), voice)
        .meetings(&all.triads.number)
        .count(InsightPhrase::WithAllParties, all.triads.complete)
        .count(InsightPhrase::WithAgenda, all.triads.with_agenda)
        .end();
    Line::begin(out, "    ", voice.name(SubjectKind::Exhibition), voice)
        .meetings(&all.exhibitions.number)
        .count(InsightPhrase::WithAudience, all.exhibitions.with_audience)
        .end();
    for layer in all.quality.iter() {
        let first = format!("{} {}", say(InsightPhrase::QualityLayer), voice.name(layer.layer));
        let line = Line::begin(out, "    ", &first, voice);
        let answer = |is_so| voice.name(if is_so { Progress::Yes } else { Progress::No });
        let line = if layer.covered {
            line.count(InsightPhrase::QualityFindings, layer.findings)
                .count(InsightPhrase::QualityActions, layer.actions)
        } else {
            line.and(say(InsightPhrase::Missing), answer(true))
        };
        match layer.followed_up {
            Some(followed) => line.and(say(InsightPhrase::FollowedUp), answer(followed)).end(),
            None => line.end(),
        }
    }
}
