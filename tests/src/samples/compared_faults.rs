//! Faults of portfolios that are found when they are held against the other documents of a dossier, each with the findings that it
//! must give.
//!
//! As elsewhere a fault names the grounds that it takes; they are those of the other faults of portfolios too.

use chrono::Days;
use twentse_kubus::documents::{Assessor, DecisionKind, DecisionOutcome, Goal, GoalKind, PersonId, PlacementKind};
use twentse_kubus::frameworks::{Competence, CompetenceEdition, Role};
use twentse_kubus::grammar::Closed as _;

use super::Planted;
use super::network::{SCHOOLS, Side, new_mentor, people};
use super::phrases::{person, school};
use super::portfolio::{Made, id};
use super::random::Random;

/// A fault: its name, what it gives, each with the severity of rules.md and the rule that it was planted for first, the grounds it
/// takes, and how it is planted. Planting gives the path of each finding by documents.md, or nothing when the portfolio has no place
/// for the fault.
struct Fault {
    name: &'static str,
    gives: &'static [(&'static str, &'static str)],
    grounds: &'static [&'static str],
    plant: fn(&mut Made, &mut Random) -> Option<Vec<String>>,
}

macro_rules! fault {
    ($plant:ident, $gives:expr, $grounds:expr) => {
        Fault { name: stringify!($plant), gives: &$gives, grounds: &$grounds, plant: $plant }
    };
}

static FAULTS: &[Fault] = &[
    fault!(assignment_of_no_curriculum, [("TK-X101", "error")], ["evidence"]),
    fault!(required_assignment_unanswered, [("TK-X102", "error")], ["evidence", "assessments"]),
    fault!(competence_of_the_other_edition, [("TK-X103", "error")], ["goals", "reflections"]),
    // Where the student is, the partnership says otherwise, too.
    fault!(school_of_no_partnership, [("TK-X201", "warning"), ("TK-X207", "warning")], ["placements", "theme"]),
    fault!(mentor_of_elsewhere, [("TK-X202", "warning")], ["placements"]),
    fault!(trainer_of_elsewhere, [("TK-X203", "warning")], ["placements", "assessments"]),
    fault!(mentor_without_training, [("TK-X204", "info")], ["placements"]),
    fault!(assessor_in_another_role, [("TK-X205", "warning")], ["assessments"]),
    fault!(theme_of_nobody, [("TK-X206", "info")], ["theme"]),
    fault!(placed_elsewhere, [("TK-X207", "warning")], ["placements", "assessments", "theme"]),
    // What nothing takes up is a goal that is forgotten, too.
    fault!(need_that_nothing_meets, [("TK-X301", "info"), ("TK-P407", "info")], ["goals", "reflections"]),
    // Of the school year no partnership is given that the portfolio could be held against.
    fault!(of_another_partnership, [("TK-X302", "error")], ["placements", "assessments", "theme", "student"]),
    fault!(result_off_the_scale, [("TK-P506", "error")], ["assessments"]),
    fault!(decided_against_the_framework, [("TK-P511", "warning")], ["assessments"]),
];

/// What is planted: the name of each fault, its rule, and how serious that is.
pub(super) fn table() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    FAULTS.iter().filter_map(|fault| fault.gives.first().map(|(code, severity)| (fault.name, *code, *severity)))
}

/// Plants the fault with this number, beginning anew after the last, or the first after it that has a place; tells what must be found,
/// by code and path, and on which grounds.
pub(super) fn plant(made: &mut Made, random: &mut Random, number: usize) -> (Vec<Planted>, &'static [&'static str]) {
    let mut faults = FAULTS.iter().cycle().skip(number % FAULTS.len());
    // Every portfolio has goals, so that a place is found before long.
    let (fault, paths) = faults.find_map(|fault| Some((fault, (fault.plant)(made, random)?))).unwrap();
    let gives = fault.gives.iter().zip(paths);
    (gives.map(|((code, severity), path)| Planted { code, path, severity }).collect(), fault.grounds)
}

/// The placement of the study year that runs, at a training school, with the number of that.
fn last_placement(made: &Made) -> Option<(usize, usize)> {
    let last = made.portfolio.student.years.last()?.school_year;
    let of_year = made.portfolio.placements.iter().position(|one| one.school_year == Some(last))?;
    let placement = made.portfolio.placements.get(of_year)?;
    let number = placement.school.as_ref()?.as_str().strip_prefix("syn-school-")?.parse().ok()?;
    (placement.kind != Some(PlacementKind::Abroad)).then_some((of_year, number))
}

/// The number of another school of the same partnership, at which the student never was, with other school trainers.
fn other_school(made: &Made, random: &mut Random, number: usize) -> usize {
    let was = |number: usize| {
        let id = id!(SchoolId, "syn-school-{number:02}");
        made.portfolio.placements.iter().any(|placement| placement.school.as_ref() == Some(&id))
    };
    loop {
        let other = Side(number / SCHOOLS).school(random.below(SCHOOLS));
        let trainers = [other, number].map(|number| people(number, twentse_kubus::documents::Set::default()));
        let [there, here] = trainers.map(|people| people.school_trainer);
        if !was(other) && there != here {
            return other;
        }
    }
}

fn person_id(number: usize) -> PersonId<'static> {
    id!(PersonId, "syn-p-{number:03}")
}

fn assignment_of_no_curriculum(made: &mut Made, random: &mut Random) -> Option<Vec<String>> {
    let evidence = &mut made.portfolio.evidence;
    let answers =
        |at: &usize| evidence.get(*at).is_some_and(|one| one.practice == Some(true) && one.assignment.is_none());
    let fit: Vec<usize> = (0..evidence.len()).filter(answers).collect();
    if fit.is_empty() {
        return None;
    }
    let at = random.pick(&fit);
    evidence.get_mut(at)?.assignment = Some(id!(AssignmentId, "syn-opdracht-nergens"));
    Some(vec![format!("/evidence/{at}/assignment")])
}

/// The required assignment of study year 1, which has ended, is answered by what is said to answer another.
fn required_assignment_unanswered(made: &mut Made, _: &mut Random) -> Option<Vec<String>> {
    if made.years < 2 {
        return None;
    }
    let required = id!(AssignmentId, "syn-opdracht-1-1");
    let answers = made.portfolio.evidence.iter_mut().filter(|one| one.assignment.as_ref() == Some(&required));
    answers.for_each(|one| one.assignment = Some(id!(AssignmentId, "syn-opdracht-1-2")));
    Some(vec!["/evidence".to_owned()])
}

fn competence_of_the_other_edition(made: &mut Made, random: &mut Random) -> Option<Vec<String>> {
    let other = |one: &&Competence| one.edition() == Some(CompetenceEdition::Edition2005);
    let others: Vec<Competence> = Competence::ALL.iter().filter(other).copied().collect();
    let at = random.below(made.portfolio.goals.len());
    made.portfolio.goals.get_mut(at)?.competences.insert(random.pick(&others));
    Some(vec!["/goals".to_owned()])
}

fn school_of_no_partnership(made: &mut Made, _: &mut Random) -> Option<Vec<String>> {
    let (at, _) = regular(made)?;
    let placement = made.portfolio.placements.get_mut(at)?;
    placement.school = Some(id!(SchoolId, "syn-school-buiten"));
    placement.school_name = Some("Een verzonnen school van een ander".into());
    Some(vec![format!("/placements/{at}/school"), "/placements".to_owned()])
}

/// The placement of the study year that runs, of a student who is not employed.
fn regular(made: &Made) -> Option<(usize, usize)> {
    let (at, number) = last_placement(made)?;
    made.portfolio.placements.get(at)?.kind.is_none().then_some((at, number))
}

/// The mentor of a placement becomes another.
fn replace_mentor(made: &mut Made, at: usize, number: usize) -> Option<String> {
    let mentor = made.portfolio.placements.get_mut(at)?.mentors.first_mut()?;
    mentor.person = person_id(number);
    mentor.name = Some(person(number).into());
    Some(format!("/placements/{at}/mentors/0"))
}

/// The school trainer of a placement becomes another.
fn replace_trainer(made: &mut Made, at: usize, number: usize) -> Option<String> {
    let trainers = &mut made.portfolio.placements.get_mut(at)?.trainers;
    let to = trainers.iter().position(|one| one.role == Some(Role::SchoolTrainer))?;
    let trainer = trainers.get_mut(to)?;
    trainer.person = person_id(number);
    trainer.name = Some(person(number).into());
    Some(format!("/placements/{at}/trainers/{to}"))
}

fn mentor_of_elsewhere(made: &mut Made, random: &mut Random) -> Option<Vec<String>> {
    let (at, number) = last_placement(made)?;
    let other = other_school(made, random, number);
    let groups = made.portfolio.placements.get(at)?.groups;
    Some(vec![replace_mentor(made, at, people(other, groups).mentor)?])
}

fn trainer_of_elsewhere(made: &mut Made, random: &mut Random) -> Option<Vec<String>> {
    let (at, number) = last_placement(made)?;
    let other = other_school(made, random, number);
    let groups = made.portfolio.placements.get(at)?.groups;
    Some(vec![replace_trainer(made, at, people(other, groups).school_trainer)?])
}

fn mentor_without_training(made: &mut Made, _: &mut Random) -> Option<Vec<String>> {
    let (at, number) = last_placement(made)?;
    Some(vec![replace_mentor(made, at, new_mentor(number))?])
}

/// The leader of the school assesses as a lecturer of the institute.
fn assessor_in_another_role(made: &mut Made, random: &mut Random) -> Option<Vec<String>> {
    let (_, number) = last_placement(made)?;
    let begun = made.portfolio.student.years.last()?.from;
    let at = made.portfolio.assessments.iter().rposition(|one| one.date >= begun)?;
    let assessors = &mut made.portfolio.assessments.get_mut(at)?.assessors;
    let mut one = Assessor::new(person_id(Side(number / SCHOOLS).leader(number % SCHOOLS)));
    one.role = Some(random.pick(&[Role::Lecturer, Role::SubjectLecturer]));
    assessors.push(one);
    Some(vec![format!("/assessments/{at}/assessors/{}/role", assessors.len() - 1)])
}

/// Of a school year of which a partnership is given: the one of study year 3 is this one or the last.
fn theme_of_nobody(made: &mut Made, random: &mut Random) -> Option<Vec<String>> {
    let theme = made.portfolio.research.as_mut()?.school_development_themes.first_mut()?;
    theme.agenda_topic = random.pick(&[true, false]).then(|| id!(TopicId, "syn-agenda-nergens"));
    Some(vec!["/research/schoolDevelopmentThemes/0/agendaTopic".to_owned()])
}

/// The student says to be at another school, with those who work there. The research of study year 4 would be of that, too.
fn placed_elsewhere(made: &mut Made, random: &mut Random) -> Option<Vec<String>> {
    let (at, number) = regular(made).filter(|_| made.years < 4)?;
    let other = other_school(made, random, number);
    let groups = made.portfolio.placements.get(at)?.groups;
    let there = people(other, groups);
    replace_mentor(made, at, there.mentor)?;
    replace_trainer(made, at, there.school_trainer)?;
    let placement = made.portfolio.placements.get_mut(at)?;
    placement.school = Some(id!(SchoolId, "syn-school-{other:02}"));
    placement.school_name = Some(school(other));
    Some(vec!["/placements".to_owned()])
}

/// A goal of a theme that the knowledge base does not have.
fn need_that_nothing_meets(made: &mut Made, _: &mut Random) -> Option<Vec<String>> {
    let begun = made.portfolio.student.years.last()?.from?;
    let mut goal = Goal::new(id!(GoalId, "syn-g-thema"), GoalKind::LearningGoal, "Ik wil leren hoe ik buiten lesgeef.");
    goal.set_on = Some(begun + Days::new(30));
    goal.themes.push(id!(ThemeId, "syn-buiten-leren"));
    made.portfolio.goals.push(goal);
    let at = made.portfolio.goals.len() - 1;
    Some(vec![format!("/goals/{at}/themes"), format!("/goals/{at}")])
}

/// Who was there last year names another partnership for this school year. Who has begun this year would have none to be held
/// against.
fn of_another_partnership(made: &mut Made, _: &mut Random) -> Option<Vec<String>> {
    let years = &mut made.portfolio.student.years;
    let [.., before, last] = years.as_mut_slice() else { return None };
    if before.school_year.first_year() + 1 != last.school_year.first_year() {
        return None;
    }
    last.partnership = Some(id!(PartnershipId, "syn-zuid"));
    Some(vec![format!("/student/years/{}/partnership", years.len() - 1)])
}

fn result_off_the_scale(made: &mut Made, _: &mut Random) -> Option<Vec<String>> {
    let running = |one: &twentse_kubus::documents::Assessment<'_>| one.is_final == Some(false);
    let at = made.portfolio.assessments.iter().position(running)?;
    made.portfolio.assessments.get_mut(at)?.result = Some(id!(ResultId, "syn-twijfel"));
    Some(vec![format!("/assessments/{at}/result")])
}

/// The programme decides that a study year was not passed of which everything was.
fn decided_against_the_framework(made: &mut Made, random: &mut Random) -> Option<Vec<String>> {
    let decisions = &mut made.portfolio.decisions;
    let of_years: Vec<usize> = (0..decisions.len())
        .filter(|at| decisions.get(*at).is_some_and(|one| one.kind == DecisionKind::Year))
        .collect();
    if of_years.is_empty() {
        return None;
    }
    let at = random.pick(&of_years);
    decisions.get_mut(at)?.outcome = Some(DecisionOutcome::Negative);
    Some(vec![format!("/decisions/{at}")])
}
