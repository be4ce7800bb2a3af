//! Faults that can be planted in a partnership, each with the one finding that it must give.
//!
//! Every fault names the grounds that it takes. Two faults on one ground would touch each other, so a partnership gets at most
//! one on each.

#![expect(clippy::unnecessary_wraps, reason = "every fault is planted by a function of one type")]

use chrono::{Datelike as _, Days, NaiveDate};
use twentse_kubus::documents::{Agreement, BeginningTeacher, Count, Period, School, Training, TrainingKind};
use twentse_kubus::frameworks::Role;

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
    fault!("TK-N202", "info", ["register"], out_of_the_register),
    fault!("TK-N304", "warning", ["places"], one_place_too_few),
    fault!("TK-N409", "error", ["exhibition"], without_exhibition),
    fault!("TK-N501", "warning", ["agenda"], without_agenda),
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

/// Plants one to three faults and tells what must be found, by code and path.
pub(super) fn plant(made: &mut Made, random: &mut Random) -> Vec<Planted> {
    let most = random.between(1, 3);
    let mut grounds: Vec<&str> = Vec::new();
    let mut planted = Vec::new();
    // Every partnership has schools, people and agreements, so that a place is found before long.
    while planted.len() < most {
        let fault = FAULTS.get(random.below(FAULTS.len())).unwrap();
        if fault.grounds.iter().any(|ground| grounds.contains(ground)) {
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

/// A board that another school has too, so that the board keeps a school.
fn of_no_board(made: &mut Made, random: &mut Random) -> Option<String> {
    let of = |made: &Made, school: &School<'_>| {
        made.partnership.schools.iter().filter(|other| other.board == school.board).count() > 1
    };
    let (at, school) = school(made, random, of)?;
    school.board = None;
    Some(format!("/schools/{at}/board"))
}

/// A trainer of many years is in no register, or no longer; noted from 2021 on.
fn out_of_the_register(made: &mut Made, random: &mut Random) -> Option<String> {
    let (day, expired) = (day(made), random.percent(50));
    if day.year() < 2021 {
        return None;
    }
    let trains = |role: Role| matches!(role, Role::SchoolTrainer | Role::InstituteTrainer);
    let trainers = made.partnership.persons.iter().enumerate();
    let trainers = trainers.filter(|(_, person)| person.roles.iter().any(|held| trains(held.role)));
    let trainers: Vec<usize> = trainers.map(|(at, _)| at).collect();
    let at = random.pick(&trainers);
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

fn without_agenda(made: &mut Made, random: &mut Random) -> Option<String> {
    let of_last_years = |made: &Made, school: &School<'_>| study_years(made, school).iter().any(|year| *year >= 3);
    let (at, school) = school(made, random, of_last_years)?;
    school.agenda.clear();
    Some(format!("/schools/{at}/agenda"))
}

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
fn teacher_at_no_school(made: &mut Made, _: &mut Random) -> Option<String> {
    let mut teacher = BeginningTeacher::new(id!(PersonId, "syn-p-naast"));
    teacher.school = Some(id!(SchoolId, "syn-sc-nergens"));
    made.partnership.beginning_teachers.push(teacher);
    Some(format!("/beginningTeachers/{}/school", made.partnership.beginning_teachers.len() - 1))
}

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
