//! Faults that can be planted in a partnership, each with the one finding that it must give.
//!
//! Every fault names the grounds that it takes. Two faults on one ground would touch each other, so a partnership gets at most
//! one on each.

use chrono::{Datelike as _, Days, NaiveDate};
use twentse_kubus::documents::{
    AcademyState, AgendaPoint, Agreement, AgreementContent, BeginningTeacher, Board, CommunityMember, Composition,
    Count, DaysPerWeek, Decimal, Facilitator, Involvement, Meeting, MeetingKind, MemberStage, PartnershipStatus,
    Period, Person, PlacedStudent, RoleHeld, School, Set, StudioBasis, StudyYear, TopicGround, TrainerDay,
    TrainerDayPart, TrainerDayTheme, Training, TrainingKind,
};
use twentse_kubus::frameworks::{Audience, Role};

use super::Planted;
use super::partnership::Made;
use super::portfolio::id;
use super::random::Random;

/// A fault: its name, the rule it breaks, with the severity of rules.md, the grounds it takes, and how it is planted. Planting
/// gives the path of the finding by documents.md, or nothing when the partnership has no place for the fault.
struct Fault {
    name: &'static str,
    code: &'static str,
    severity: &'static str,
    grounds: &'static [&'static str],
    plant: fn(&mut Made, &mut Random) -> Option<String>,
}

macro_rules! fault {
    ($code:literal, $severity:literal, $grounds:expr, $plant:ident) => {
        Fault { name: stringify!($plant), code: $code, severity: $severity, grounds: &$grounds, plant: $plant }
    };
}

static FAULTS: &[Fault] = &[
    fault!("TK-N101", "warning", ["board"], of_no_board),
    fault!("TK-N102", "warning", ["leader"], of_no_leader),
    // Where there is no school trainer, nobody's time is looked at.
    fault!("TK-N103", "error", ["trainer", "students"], of_no_school_trainer),
    fault!("TK-N104", "error", ["institute-trainer"], of_no_institute_trainer),
    fault!("TK-N105", "error", ["agreements"], without_agreement),
    fault!("TK-N106", "error", ["agreements"], without_trainer_time),
    fault!("TK-N107", "warning", ["agreements"], without_assessment_roles),
    fault!("TK-N108", "error", ["lead"], not_one_lead),
    fault!("TK-N109", "warning", ["status"], recognised_with_few_students),
    fault!("TK-N110", "info", ["board", "agreements"], board_of_no_school),
    fault!("TK-N111", "warning", ["research"], academic_in_name),
    fault!("TK-N201", "error", ["training"], trainer_not_trained),
    fault!("TK-N202", "info", ["register"], out_of_the_register),
    fault!("TK-N203", "info", ["mentors", "later"], no_mentor_trained),
    fault!("TK-N204", "warning", ["group"], mentor_of_no_group),
    fault!("TK-N205", "info", ["lecturer"], lecturer_alone),
    // The students of a school weigh on the time for them, and more of them need more places.
    fault!("TK-N301", "error", ["students"], too_little_time),
    fault!("TK-N302", "warning", ["students", "places"], too_many_for_the_time),
    fault!("TK-N303", "error", ["students", "agenda"], all_of_one_year),
    fault!("TK-N304", "warning", ["places"], one_place_too_few),
    fault!("TK-N401", "error", ["trainer-days", "names"], one_trainer_day_too_few),
    fault!("TK-N402", "error", ["trainer-days"], day_without_studio_theme),
    fault!("TK-N403", "error", ["trainer-days", "names"], day_of_one_side),
    fault!("TK-N404", "info", ["trainer-days"], day_without_a_part),
    fault!("TK-N405", "error", ["triads"], one_triad_too_few),
    fault!("TK-N406", "warning", ["triads"], triad_without_a_party),
    fault!("TK-N407", "warning", ["triads"], triad_without_a_point),
    fault!("TK-N408", "error", ["quality"], without_a_layer),
    fault!("TK-N409", "error", ["exhibition"], without_exhibition),
    fault!("TK-N410", "warning", ["exhibition"], without_part_of_its_audience),
    fault!("TK-N411", "info", ["intervision"], organised_no_intervision),
    fault!("TK-N412", "info", ["reading"], reading_by_no_trainer),
    fault!("TK-N413", "warning", ["quality"], findings_without_action),
    fault!("TK-N414", "info", ["talks"], talk_without_somebody),
    fault!("TK-N415", "info", ["trainer-days"], studio_of_another_basis),
    fault!("TK-N501", "warning", ["agenda"], without_agenda),
    fault!("TK-N502", "info", ["agenda"], topic_of_no_policy),
    fault!("TK-N503", "error", ["experts"], without_research_expert),
    fault!("TK-N601", "warning", ["communities"], guided_by_a_teacher),
    fault!("TK-N602", "info", ["communities"], of_the_other_kind),
    fault!("TK-N603", "warning", ["communities"], member_of_no_stage),
    fault!("TK-N604", "info", ["communities"], of_the_other_facilitator),
    fault!("TK-N605", "error", ["teachers"], beginner_left_out),
    fault!("TK-N606", "info", ["experts"], expert_who_designs_nothing),
    fault!("TK-N607", "info", ["communities"], without_community),
    fault!("TK-R011", "error", ["agreements"], agreement_twice),
    fault!("TK-R012", "error", ["teachers"], teacher_at_no_school),
    fault!("TK-R013", "error", ["agreements"], agreement_reversed),
    fault!("TK-R014", "info", ["later"], trained_later),
    fault!("TK-R016", "warning", ["names"], two_guises),
];

/// What is planted: the name of each fault, its rule, and how serious that is.
pub(super) fn table() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    FAULTS.iter().map(|fault| (fault.name, fault.code, fault.severity))
}

/// Plants one to three faults of the rules that may be broken and tells what must be found, by code and path.
pub(super) fn plant(made: &mut Made, random: &mut Random, may: impl Fn(&str) -> bool) -> Vec<Planted> {
    let most = random.between(1, 3);
    let mut grounds: Vec<&str> = Vec::new();
    let mut planted = Vec::new();
    // Every partnership has schools, people and agreements, so that a place is found before long.
    while planted.len() < most {
        let fault = FAULTS.get(random.below(FAULTS.len())).unwrap();
        if fault.grounds.iter().any(|ground| grounds.contains(ground)) || !may(fault.code) {
            continue;
        }
        if let Some(path) = (fault.plant)(made, random) {
            grounds.extend(fault.grounds);
            planted.push(Planted { code: fault.code, path, severity: fault.severity });
        }
    }
    planted.sort();
    planted
}

/// The day of judgement: the reference day in the school year; of a plan the first day on which a student will be placed.
pub(super) fn day(made: &Made) -> NaiveDate {
    let school_year = made.partnership.school_year;
    let first = school_year.first_day();
    let begins = |period: Option<&Period>| period.map_or(first, |period| period.from);
    let placed = made.partnership.students.iter().map(|placed| begins(placed.period.as_ref())).min();
    let day = made.as_of.clamp(first, school_year.last_day());
    placed.map_or(day, |placed| placed.max(day))
}

/// One of the schools that fit, with its position.
fn school<'m>(
    made: &'m mut Made,
    random: &mut Random,
    fits: impl Fn(&Made, &School<'_>) -> bool,
) -> Option<(usize, &'m mut School<'static>)> {
    let fit = made.partnership.schools.iter().enumerate().filter(|(_, school)| fits(made, school)).map(|(at, _)| at);
    let fit: Vec<usize> = fit.collect();
    let at = if fit.is_empty() { return None } else { random.pick(&fit) };
    made.partnership.schools.get_mut(at).map(|school| (at, school))
}

/// The study years of the students of a school who are there from the beginning on.
fn study_years(made: &Made, school: &School<'_>) -> Vec<u8> {
    let of_school = made.partnership.students.iter().filter(|placed| placed.school.as_ref() == Some(&school.id));
    let begun = of_school.filter(|placed| placed.period.as_ref().is_none_or(|period| period.from <= day(made)));
    begun.map(|placed| placed.study_year.get()).collect()
}

/// Every school trainer of one school alone, with the positions of the person and of the school.
fn lone_trainers(made: &Made) -> Vec<(usize, usize)> {
    let partnership = &made.partnership;
    let trainers = partnership.persons.iter().enumerate().filter_map(|(at, person)| {
        let held = person.roles.first().filter(|held| held.role == Role::SchoolTrainer)?;
        let [school] = held.schools.as_slice() else { return None };
        Some((at, school))
    });
    let serve = |school| {
        let roles = partnership.persons.iter().flat_map(|person| &person.roles);
        roles.filter(|held| held.role == Role::SchoolTrainer && held.schools.contains(school)).count()
    };
    let alone = trainers.filter(|(_, school)| serve(school) == 1);
    alone.filter_map(|(at, school)| Some((at, partnership.schools.iter().position(|one| one.id == *school)?))).collect()
}

/// The students who are at a school on the day of judgement. Some are there on that day when anybody has been.
fn students_there(made: &Made, school: usize) -> usize {
    let (day, school) = (day(made), made.partnership.schools.get(school).map(|school| &school.id));
    let of_school = made.partnership.students.iter().filter(|placed| placed.school.as_ref() == school);
    let holds = |period: &Period| period.from <= day && period.until.is_none_or(|until| day <= until);
    of_school.filter(|placed| placed.period.as_ref().is_none_or(holds)).count()
}

/// The time of a trainer is enough for one student less, at 1.5 days for twelve, and so for two students more than that, who are
/// allowed.
fn too_little_time(made: &mut Made, random: &mut Random) -> Option<String> {
    let mut trainers = lone_trainers(made);
    trainers.retain(|(_, school)| (1..=12).contains(&students_there(made, *school)));
    let (at, school) = if trainers.is_empty() { return None } else { random.pick(&trainers) };
    let hundredths = u32::try_from((students_there(made, school) - 1) * 150 / 12).unwrap();
    made.partnership.persons.get_mut(at)?.roles.first_mut()?.days_per_week =
        DaysPerWeek::new(Decimal::hundredths(hundredths));
    Some(format!("/persons/{at}/roles/0/daysPerWeek"))
}

/// There are fifteen students for the 1.5 days of a trainer, and places for them.
fn too_many_for_the_time(made: &mut Made, random: &mut Random) -> Option<String> {
    let trainers = lone_trainers(made);
    let (at, school) = if trainers.is_empty() { return None } else { random.pick(&trainers) };
    let (begins, there) = (day(made), students_there(made, school));
    let school = made.partnership.schools.get_mut(school)?;
    school.places = None;
    for number in there..15 {
        let year = StudyYear::new(u8::try_from(number % 2 + 1).unwrap())?;
        let mut placed = PlacedStudent::new(id!(StudentId, "syn-st-erbij-{number}"), year);
        placed.school = Some(school.id.clone());
        placed.period = Some(Period::new(begins));
        made.partnership.students.push(placed);
    }
    Some(format!("/persons/{at}/roles/0/daysPerWeek"))
}

fn all_of_one_year(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, school) = school(made, random, |made, school| study_years(made, school).len() >= 2)?;
    let id = Some(school.id.clone());
    let mut of_school: Vec<_> = made.partnership.students.iter_mut().filter(|placed| placed.school == id).collect();
    let year = of_school.first()?.study_year;
    of_school.iter_mut().for_each(|placed| placed.study_year = year);
    Some(format!("/schools/{at}"))
}

/// What a topic is taken from is not recorded, or is something else.
fn topic_of_no_policy(made: &mut Made, random: &mut Random) -> Option<String> {
    let is_recorded = random.percent(50);
    let (at, school) = school(made, random, |_, school| !school.agenda.is_empty())?;
    let topic = school.agenda.len() - 1;
    school.agenda.last_mut()?.rests_on = if is_recorded { [TopicGround::Other].into() } else { Set::default() };
    Some(format!("/schools/{at}/agenda/{topic}/restsOn"))
}

/// One of the two experts of research is a coach.
fn without_research_expert(made: &mut Made, random: &mut Random) -> Option<String> {
    let gone = random.pick(&[Role::SubjectExpert, Role::MethodologicalExpert]);
    let mut roles = made.partnership.persons.iter_mut().flat_map(|person| &mut person.roles);
    roles.find(|held| held.role == gone)?.role = Role::Coach;
    Some("/persons".to_owned())
}

/// A learning community has a teacher as its guide, or none.
fn guided_by_a_teacher(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.partnership.learning_communities.len());
    let guides = &mut made.partnership.learning_communities.get_mut(at)?.guides;
    if random.percent(50) {
        guides.clear();
    } else {
        guides.first_mut()?.role = Some(Role::Teacher);
    }
    Some(format!("/learningCommunities/{at}/guides"))
}

fn of_the_other_kind(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.partnership.learning_communities.len());
    let composition = made.partnership.learning_communities.get_mut(at)?.composition.as_mut()?;
    let is_alike = *composition == Composition::Homogeneous;
    *composition = if is_alike { Composition::Heterogeneous } else { Composition::Homogeneous };
    Some(format!("/learningCommunities/{at}/composition"))
}

fn member_of_no_stage(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.partnership.learning_communities.len());
    let members = &mut made.partnership.learning_communities.get_mut(at)?.members;
    members.push(CommunityMember::new(id!(PersonId, "syn-p-erbij")).stage(MemberStage::Other));
    Some(format!("/learningCommunities/{at}/members/{}/stage", members.len() - 1))
}

/// The board academy has a student, or the partnership has teachers whose board has a running academy.
fn of_the_other_facilitator(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.partnership.learning_communities.len());
    let facilitator = made.partnership.learning_communities.get_mut(at)?.facilitator.as_mut()?;
    if *facilitator == Facilitator::Partnership {
        *facilitator = Facilitator::BoardAcademy;
    } else {
        *facilitator = Facilitator::Partnership;
        made.partnership.boards.first_mut()?.academy = Some(AcademyState::Running);
    }
    Some(format!("/learningCommunities/{at}/facilitator"))
}

/// An error once the school year is over.
fn beginner_left_out(made: &mut Made, _: &mut Random) -> Option<String> {
    if made.as_of <= made.partnership.school_year.last_day() {
        return None;
    }
    made.partnership.beginning_teachers.first_mut()?.involved_in = Set::default();
    Some("/beginningTeachers/0/involvedIn".to_owned())
}

fn expert_who_designs_nothing(made: &mut Made, _: &mut Random) -> Option<String> {
    let mut persons = made.partnership.persons.iter_mut().enumerate();
    let (at, expert) = persons
        .find_map(|(at, person)| Some((at, person.roles.first_mut().filter(|held| held.role == Role::Expert)?)))?;
    expert.design_tasks = Set::default();
    Some(format!("/persons/{at}/roles/0/designTasks"))
}

/// A board that another school has too, so that the board keeps a school.
fn of_no_board(made: &mut Made, random: &mut Random) -> Option<String> {
    let of = |made: &Made, school: &School<'_>| {
        made.partnership.schools.iter().filter(|other| other.board == school.board).count() > 1
    };
    let (at, school) = school(made, random, of)?;
    school.board = None;
    Some(format!("/schools/{at}/board"))
}

/// Nobody holds a role for a school with students any more; who did holds it for the others.
fn without_role(made: &mut Made, random: &mut Random, role: Role) -> Option<String> {
    // A trainer of other schools too would have more time for them, and with it more of their students.
    let is_of_it_alone = |made: &Made, school: &School<'_>| {
        let held = made.partnership.persons.iter().flat_map(|person| &person.roles).filter(|held| held.role == role);
        held.filter(|held| held.schools.contains(&school.id)).all(|held| held.schools.len() == 1)
    };
    let fits = |made: &Made, school: &School<'_>| {
        !study_years(made, school).is_empty() && (role != Role::SchoolTrainer || is_of_it_alone(made, school))
    };
    let (at, school) = school(made, random, fits)?;
    let school = school.id.clone();
    let held = made.partnership.persons.iter_mut().flat_map(|person| &mut person.roles);
    held.filter(|held| held.role == role).for_each(|held| held.schools.retain(|one| *one != school));
    Some(format!("/schools/{at}"))
}

fn of_no_leader(made: &mut Made, random: &mut Random) -> Option<String> {
    without_role(made, random, Role::SchoolLeader)
}

fn of_no_school_trainer(made: &mut Made, random: &mut Random) -> Option<String> {
    without_role(made, random, Role::SchoolTrainer)
}

fn of_no_institute_trainer(made: &mut Made, random: &mut Random) -> Option<String> {
    without_role(made, random, Role::InstituteTrainer)
}

/// There is none, or it is one of the first board alone.
fn without_agreement(made: &mut Made, random: &mut Random) -> Option<String> {
    let first = made.partnership.boards.first()?.id.clone();
    if made.partnership.boards.len() == 2 && random.percent(50) {
        made.partnership.agreements.first_mut()?.boards = vec![first];
    } else {
        made.partnership.agreements.clear();
    }
    Some("/agreements".to_owned())
}

/// The agreement lays down no time of the school trainer, or a little too little.
fn without_trainer_time(made: &mut Made, random: &mut Random) -> Option<String> {
    let little = DaysPerWeek::new(Decimal::hundredths(149)).filter(|_| random.percent(50));
    made.partnership.agreements.first_mut()?.trainer_days_per_week = little;
    Some("/agreements/0/trainerDaysPerWeek".to_owned())
}

/// Whether the scheme for training schools was in force in the school year: from 2009-2010 to 2016-2017.
fn of_the_scheme(made: &Made) -> bool {
    (2009..=2016).contains(&made.partnership.school_year.first_year())
}

fn without_assessment_roles(made: &mut Made, _: &mut Random) -> Option<String> {
    if !of_the_scheme(made) {
        return None;
    }
    let agreement = made.partnership.agreements.first_mut()?;
    agreement.contents = agreement.contents.without([AgreementContent::AssessmentRoles].into());
    Some("/agreements/0/contents".to_owned())
}

/// Two lead partners, or none.
fn not_one_lead(made: &mut Made, random: &mut Random) -> Option<String> {
    if !of_the_scheme(made) {
        return None;
    }
    let lead = random.percent(50).then_some(true);
    made.partnership.institutes.first_mut()?.lead_partner = lead;
    made.partnership.boards.first_mut()?.lead_partner = lead;
    Some("/boards".to_owned())
}

/// An aspirant may have few students, a recognised partnership may not; a warning once the year is over.
fn recognised_with_few_students(made: &mut Made, _: &mut Random) -> Option<String> {
    let is_over = made.as_of > made.partnership.school_year.last_day();
    if !is_over || !of_the_scheme(made) || made.partnership.students.len() >= 40 {
        return None;
    }
    made.partnership.status = Some(PartnershipStatus::Recognised);
    Some("/students".to_owned())
}

/// A board besides the others, which is party to the agreement.
fn board_of_no_school(made: &mut Made, _: &mut Random) -> Option<String> {
    let board = Board::new(id!(BoardId, "syn-bo-naast"));
    let parties = &mut made.partnership.agreements.first_mut()?.boards;
    if !parties.is_empty() {
        parties.push(board.id.clone());
    }
    made.partnership.boards.push(board);
    Some(format!("/boards/{}", made.partnership.boards.len() - 1))
}

fn academic_in_name(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, school) = school(made, random, |_, _| true)?;
    school.academic = Some(true);
    school.research.clear();
    Some(format!("/schools/{at}/research"))
}

/// One of those who hold one of these roles, by position.
fn one_in_role(made: &Made, random: &mut Random, roles: &[Role]) -> usize {
    let persons = made.partnership.persons.iter().enumerate();
    let fit = persons.filter(|(_, person)| person.roles.iter().any(|held| roles.contains(&held.role)));
    let fit: Vec<usize> = fit.map(|(at, _)| at).collect();
    random.pick(&fit)
}

/// A trainer who neither followed the training nor will; an error once the year is over.
fn trainer_not_trained(made: &mut Made, random: &mut Random) -> Option<String> {
    if made.as_of <= made.partnership.school_year.last_day() {
        return None;
    }
    let at = one_in_role(made, random, &[Role::SchoolTrainer, Role::InstituteTrainer]);
    made.partnership.persons.get_mut(at)?.trainings.retain(|training| training.kind != TrainingKind::Educator);
    Some(format!("/persons/{at}/trainings"))
}

/// The mentors of a school with students have yet to follow their training. In a plan the day that counts is after the reference
/// day, so that what is planted of a day to come may make somebody trained.
fn no_mentor_trained(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, school) = school(made, random, |made, school| !study_years(made, school).is_empty())?;
    let (school, day) = (school.id.clone(), day(made));
    let mentors =
        made.partnership.persons.iter_mut().filter(|person| {
            person.roles.iter().any(|held| held.role == Role::Mentor && held.schools.contains(&school))
        });
    for training in mentors.flat_map(|mentor| &mut mentor.trainings) {
        (training.followed_on, training.planned_on) = (None, Some(day + Days::new(60)));
    }
    Some(format!("/schools/{at}"))
}

fn mentor_of_no_group(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_in_role(made, random, &[Role::Mentor]);
    made.partnership.persons.get_mut(at)?.roles.first_mut()?.groups = Set::default();
    Some(format!("/persons/{at}/roles/0/groups"))
}

/// A lecturer besides the others, who is no institute trainer.
#[expect(clippy::unnecessary_wraps, reason = "as every fault is planted")]
fn lecturer_alone(made: &mut Made, random: &mut Random) -> Option<String> {
    let mut lecturer = Person::new(id!(PersonId, "syn-p-naast-2"));
    let role = random.pick(&[Role::Lecturer, Role::SubjectLecturer, Role::StudyCareerCoach]);
    lecturer.roles.push(RoleHeld::new(role));
    made.partnership.persons.push(lecturer);
    Some(format!("/persons/{}/roles", made.partnership.persons.len() - 1))
}

/// A trainer of many years is in no register, or no longer; noted from 2021 on.
fn out_of_the_register(made: &mut Made, random: &mut Random) -> Option<String> {
    let (day, expired) = (day(made), random.percent(50));
    if day.year() < 2021 {
        return None;
    }
    let at = one_in_role(made, random, &[Role::SchoolTrainer, Role::InstituteTrainer]);
    let trainer = made.partnership.persons.get_mut(at)?;
    trainer.roles.first_mut()?.since = Some(day - Days::new(random.between(731, 3_000) as u64));
    trainer.register = expired.then(|| {
        let mut register = Period::new(day - Days::new(700));
        register.until = Some(day - Days::new(1));
        register
    });
    Some(format!("/persons/{at}/register"))
}

/// A school has one place fewer than the students who are there from the beginning on.
fn one_place_too_few(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.partnership.schools.len());
    let whole_year = made.partnership.students.iter().filter(|placed| {
        placed.school == made.partnership.schools.get(at).map(|school| school.id.clone())
            && placed.period.as_ref().is_none_or(|period| period.from <= day(made) && period.until.is_none())
    });
    let there = u16::try_from(whole_year.count()).unwrap();
    made.partnership.schools.get_mut(at)?.places = Count::new(there.checked_sub(1)?);
    Some(format!("/schools/{at}/places"))
}

/// None in the school year, or one of the year before; an error once the year is over.
fn without_exhibition(made: &mut Made, random: &mut Random) -> Option<String> {
    let school_year = made.partnership.school_year;
    if made.as_of <= school_year.last_day() {
        return None;
    }
    if random.percent(50) {
        made.partnership.exhibitions.clear();
    } else {
        made.partnership.exhibitions.first_mut()?.date = school_year.first_day() - Days::new(50);
    }
    Some("/exhibitions".to_owned())
}

/// One of the positions, where there is one.
fn one_of(positions: impl Iterator<Item = usize>, random: &mut Random) -> Option<usize> {
    let positions: Vec<usize> = positions.collect();
    if positions.is_empty() { None } else { Some(random.pick(&positions)) }
}

/// Whether the school year is over, so that what must be held in it is due.
fn is_over(made: &Made) -> bool {
    made.as_of > made.partnership.school_year.last_day()
}

/// One of the trainer days that were held and fit, with its position.
fn day_held<'m>(
    made: &'m mut Made,
    random: &mut Random,
    fits: impl Fn(&TrainerDay<'_>) -> bool,
) -> Option<(usize, &'m mut TrainerDay<'static>)> {
    let days = made.partnership.trainer_days.iter().enumerate();
    let fit = days.filter(|(_, day)| day.date <= made.as_of && fits(day)).map(|(at, _)| at);
    let at = one_of(fit, random)?;
    made.partnership.trainer_days.get_mut(at).map(|day| (at, day))
}

/// One of the triad meetings that were held, with its position.
fn triad_held<'m>(made: &'m mut Made, random: &mut Random) -> Option<(usize, &'m mut Meeting<'static>)> {
    let meetings = made.partnership.meetings.iter().enumerate();
    let held = meetings.filter(|(_, meeting)| meeting.kind == MeetingKind::Triad && meeting.date <= made.as_of);
    let at = one_of(held.map(|(at, _)| at), random)?;
    made.partnership.meetings.get_mut(at).map(|meeting| (at, meeting))
}

/// A meeting of this kind of a school that has students, with the position of the school.
fn meeting_of<'m>(
    made: &'m mut Made,
    random: &mut Random,
    kind: MeetingKind,
) -> Option<(usize, &'m mut Meeting<'static>)> {
    let (at, school) = school(made, random, |made, school| !study_years(made, school).is_empty())?;
    let id = school.id.clone();
    let meetings = made.partnership.meetings.iter_mut();
    let mut of_school = meetings.filter(|meeting| meeting.kind == kind && meeting.schools.contains(&id));
    of_school.next().map(|meeting| (at, meeting))
}

/// The fifth is not there, was in the year before, or is the fourth once more.
fn one_trainer_day_too_few(made: &mut Made, random: &mut Random) -> Option<String> {
    if !is_over(made) {
        return None;
    }
    let before = made.partnership.school_year.first_day() - Days::new(40);
    let days = &mut made.partnership.trainer_days;
    match random.below(3) {
        0 => drop(days.pop()),
        1 => days.last_mut()?.date = before,
        _ => days.last_mut()?.date = days.iter().rev().nth(1)?.date,
    }
    Some("/trainerDays".to_owned())
}

fn day_without_studio_theme(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, day) = day_held(made, random, |_| true)?;
    day.themes = [TrainerDayTheme::Organisation].into();
    Some(format!("/trainerDays/{at}/themes"))
}

/// The trainers of the schools or those of the institute are not there.
fn day_of_one_side(made: &mut Made, random: &mut Random) -> Option<String> {
    let absent = random.pick(&[Role::SchoolTrainer, Role::InstituteTrainer]);
    let (at, day) = day_held(made, random, |_| true)?;
    day.present.retain(|one| one.role != Some(absent));
    Some(format!("/trainerDays/{at}/present"))
}

fn day_without_a_part(made: &mut Made, random: &mut Random) -> Option<String> {
    let kinds: [&[TrainerDayPart]; 3] = [
        &[TrainerDayPart::Plenary],
        &[TrainerDayPart::TaskGroups],
        &[TrainerDayPart::Intervision, TrainerDayPart::TrainerStudio],
    ];
    let without = random.pick(&kinds);
    let (at, day) = day_held(made, random, |_| true)?;
    day.parts = day.parts.without(without.iter().copied().collect());
    Some(format!("/trainerDays/{at}/parts"))
}

/// Based on neither the schools nor the curriculum.
fn studio_of_another_basis(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, day) = day_held(made, random, |day| day.parts.contains(TrainerDayPart::TrainerStudio))?;
    day.studio_basis = [StudioBasis::Other].into();
    Some(format!("/trainerDays/{at}/studioBasis"))
}

/// One of the two was in the year before, or it is not recorded of which school it was.
fn one_triad_too_few(made: &mut Made, random: &mut Random) -> Option<String> {
    if !is_over(made) {
        return None;
    }
    let (before, is_early) = (made.partnership.school_year.first_day() - Days::new(60), random.percent(50));
    let (at, triad) = meeting_of(made, random, MeetingKind::Triad)?;
    if is_early {
        triad.date = before;
    } else {
        triad.schools.clear();
    }
    Some(format!("/schools/{at}"))
}

fn triad_without_a_party(made: &mut Made, random: &mut Random) -> Option<String> {
    let absent = random.pick(&[Role::SchoolLeader, Role::SchoolTrainer, Role::InstituteTrainer]);
    let (at, triad) = triad_held(made, random)?;
    triad.present.retain(|one| one.role != Some(absent));
    Some(format!("/meetings/{at}/present"))
}

fn triad_without_a_point(made: &mut Made, random: &mut Random) -> Option<String> {
    let open = random.pick(&[AgendaPoint::Experiences, AgendaPoint::Expectations, AgendaPoint::Yields]);
    let (at, triad) = triad_held(made, random)?;
    triad.agenda = triad.agenda.without([open].into());
    Some(format!("/meetings/{at}/agenda"))
}

fn without_a_layer(made: &mut Made, random: &mut Random) -> Option<String> {
    let layers = &mut made.partnership.quality_layers;
    layers.remove(one_of(0..layers.len(), random)?);
    Some("/qualityLayers".to_owned())
}

/// What was found is followed by nothing, or by what was done the day before; a warning once the year is over.
fn findings_without_action(made: &mut Made, random: &mut Random) -> Option<String> {
    if !is_over(made) {
        return None;
    }
    let layers = made.partnership.quality_layers.iter().enumerate();
    let at = one_of(layers.filter(|(_, layer)| !layer.findings.is_empty()).map(|(at, _)| at), random)?;
    let layer = made.partnership.quality_layers.get_mut(at)?;
    if random.percent(50) {
        layer.actions.clear();
    } else {
        layer.actions.first_mut()?.on = layer.findings.first()?.on - Days::new(1);
    }
    Some(format!("/qualityLayers/{at}/actions"))
}

/// An exhibition that was held is not for one of the four kinds of people.
fn without_part_of_its_audience(made: &mut Made, random: &mut Random) -> Option<String> {
    let four = [Audience::TeacherEducators, Audience::Lecturers, Audience::SchoolLeaders, Audience::SecondYears];
    let absent = random.pick(&four);
    let as_of = made.as_of;
    let exhibition = made.partnership.exhibitions.first_mut().filter(|exhibition| exhibition.date <= as_of)?;
    exhibition.audience = exhibition.audience.without([absent].into());
    Some("/exhibitions/0/audience".to_owned())
}

/// A school trainer is among those who organised none of the meetings.
fn organised_no_intervision(made: &mut Made, random: &mut Random) -> Option<String> {
    let persons = made.partnership.persons.iter().enumerate();
    let trainers = persons.filter(|(_, person)| person.roles.iter().any(|held| held.role == Role::SchoolTrainer));
    let at = one_of(trainers.map(|(at, _)| at), random)?;
    let trainer = made.partnership.persons.get(at)?.id.clone();
    let meetings = made.partnership.meetings.iter_mut();
    for meeting in meetings.filter(|meeting| meeting.kind == MeetingKind::Intervision) {
        meeting.organised_by.retain(|organiser| *organiser != trainer);
    }
    Some(format!("/persons/{at}"))
}

/// Nobody organised the meeting of a school, or somebody who is no school trainer.
fn reading_by_no_trainer(made: &mut Made, random: &mut Random) -> Option<String> {
    let mut persons = made.partnership.persons.iter();
    let leader = persons.find(|person| person.roles.iter().all(|held| held.role == Role::SchoolLeader))?;
    let organisers = if random.percent(50) { vec![leader.id.clone()] } else { Vec::new() };
    let (at, reading) = meeting_of(made, random, MeetingKind::ReadingAloud)?;
    reading.organised_by = organisers;
    Some(format!("/schools/{at}"))
}

/// The mentor is not there, or one of the trainers.
fn talk_without_somebody(made: &mut Made, random: &mut Random) -> Option<String> {
    let absent = random.pick(&[Role::Mentor, Role::SchoolTrainer, Role::InstituteTrainer]);
    let (at, talk) = meeting_of(made, random, MeetingKind::MentorTalk)?;
    talk.present.retain(|one| one.role != Some(absent));
    Some(format!("/schools/{at}"))
}

fn without_agenda(made: &mut Made, random: &mut Random) -> Option<String> {
    let of_last_years = |made: &Made, school: &School<'_>| study_years(made, school).iter().any(|year| *year >= 3);
    let (at, school) = school(made, random, of_last_years)?;
    school.agenda.clear();
    Some(format!("/schools/{at}/agenda"))
}

#[expect(clippy::unnecessary_wraps, reason = "as the table of faults has it")]
fn without_community(made: &mut Made, _: &mut Random) -> Option<String> {
    made.partnership.learning_communities.clear();
    Some("/learningCommunities".to_owned())
}

fn agreement_twice(made: &mut Made, _: &mut Random) -> Option<String> {
    let again = made.partnership.agreements.first()?.clone();
    made.partnership.agreements.push(again);
    Some(format!("/agreements/{}/id", made.partnership.agreements.len() - 1))
}

/// A beginning teacher besides the others, so that no other fault is lost with them.
#[expect(clippy::unnecessary_wraps, reason = "as the table of faults has it")]
fn teacher_at_no_school(made: &mut Made, _: &mut Random) -> Option<String> {
    let mut teacher = BeginningTeacher::new(id!(PersonId, "syn-p-naast"));
    teacher.school = Some(id!(SchoolId, "syn-sc-nergens"));
    teacher.involved_in = [Involvement::Coaching].into();
    made.partnership.beginning_teachers.push(teacher);
    Some(format!("/beginningTeachers/{}/school", made.partnership.beginning_teachers.len() - 1))
}

#[expect(clippy::unnecessary_wraps, reason = "as the table of faults has it")]
fn agreement_reversed(made: &mut Made, _: &mut Random) -> Option<String> {
    let mut agreement = Agreement::new(id!(AgreementId, "syn-so-naast"));
    let mut period = Period::new(made.as_of);
    period.until = Some(made.as_of - Days::new(3));
    agreement.period = Some(period);
    made.partnership.agreements.push(agreement);
    Some(format!("/agreements/{}/period", made.partnership.agreements.len() - 1))
}

/// Training of a day to come is reported once, and makes nobody trained.
fn trained_later(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.partnership.persons.len());
    let mut training = Training::new(TrainingKind::Mentor);
    training.followed_on = Some(made.as_of + Days::new(10));
    made.partnership.persons.get_mut(at)?.trainings.push(training);
    Some(String::new())
}

/// Somebody in the network has another name on the last trainer day.
fn two_guises(made: &mut Made, _: &mut Random) -> Option<String> {
    let named = made.partnership.persons.iter().find(|person| person.name.is_some())?;
    let mut other = twentse_kubus::documents::PersonInRole::new(named.id.clone());
    other.name = Some("Een Heel Ander".into());
    let at = made.partnership.trainer_days.len() - 1;
    let present = &mut made.partnership.trainer_days.get_mut(at)?.present;
    present.push(other);
    Some(format!("/trainerDays/{at}/present/{}/name", present.len() - 1))
}
