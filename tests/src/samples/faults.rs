//! Faults that can be planted in a portfolio, each with the one finding that it must give.
//!
//! Every fault names the ground that it takes. Two faults on one ground would touch each other, so a portfolio gets at
//! most one on each.

use chrono::{Days, Months, NaiveDate};
use twentse_kubus::documents::{
    Accent, Activity, Assessment, AssessmentOf, Assessor, Authority, Credits, DaysPerWeek, Decimal, Design,
    DesignCompetence, DevelopmentTheme, Evidence, Exemption, ExemptionOf, Goal, GoalKind, Group, GroupMember, Lio,
    Period, Placement, PlacementId, PlacementKind, PlacementWeek, Portfolio, Pupils, ResearchMethod, Set, State,
    Studio, StudioKind, StudyYear,
};
use twentse_kubus::frameworks::{AgeSpecialisation, Competence, Role, StudyMode, Subject};

use super::Planted;
use super::phrases::{PERSON_COUNT, SCHOOL_COUNT, school};
use super::portfolio::{Made, assessor, id, in_role};
use super::random::Random;

/// A fault: the rule it breaks, the ground it takes, and how it is planted. Planting gives the path of the finding, or
/// nothing when the portfolio has no place for the fault.
struct Fault {
    name: &'static str,
    code: &'static str,
    severity: Severity,
    ground: &'static str,
    plant: fn(&mut Made, &mut Random) -> Option<String>,
}

enum Severity {
    Always(&'static str),
    /// A warning until the student graduates, an error then.
    ByGraduation,
}

const ERROR: Severity = Severity::Always("error");
const WARNING: Severity = Severity::Always("warning");
const INFO: Severity = Severity::Always("info");

macro_rules! fault {
    ($code:literal, $severity:expr, $ground:literal, $plant:ident) => {
        Fault { name: stringify!($plant), code: $code, severity: $severity, ground: $ground, plant: $plant }
    };
}

/// Every fault by the name of what plants it, with the rule that reports it and how serious that is.
pub(super) fn table() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    FAULTS.iter().map(|fault| {
        let severity = match fault.severity {
            Severity::Always(severity) => severity,
            Severity::ByGraduation => "by-graduation",
        };
        (fault.name, fault.code, severity)
    })
}

static FAULTS: &[Fault] = &[
    fault!("TK-P101", ERROR, "placements", same_school),
    fault!("TK-P102", Severity::ByGraduation, "groups", one_band),
    fault!("TK-P103", ERROR, "placements", without_placement),
    fault!("TK-P104", WARNING, "rhythm", other_rhythm),
    fault!("TK-P105", ERROR, "placements", without_mentor),
    fault!("TK-P106", WARNING, "placements", matched_by_the_mentor),
    fault!("TK-P107", INFO, "placements", without_learning_question),
    fault!("TK-P108", WARNING, "placements", overlap),
    fault!("TK-P109", WARNING, "placements", into_september),
    fault!("TK-P110", WARNING, "placements", other_accent),
    fault!("TK-P111", ERROR, "placements", one_trainer),
    fault!("TK-P112", INFO, "placements", without_talks),
    fault!("TK-P113", WARNING, "placements", back_at_a_school),
    fault!("TK-P114", ERROR, "placements", early_lio),
    fault!("TK-P115", WARNING, "placements", other_study_year),
    fault!("TK-P116", INFO, "placements", placement_twice),
    fault!("TK-P201", ERROR, "specialisation", early_specialisation),
    fault!("TK-P202", ERROR, "specialisation", without_specialisation),
    fault!("TK-P203", ERROR, "specialisation", one_profile_subject),
    fault!("TK-P204", ERROR, "specialisation", strange_profile_subject),
    fault!("TK-P205", WARNING, "specialisation", groups_of_the_other_age),
    fault!("TK-P206", INFO, "specialisation", early_choice),
    fault!("TK-P301", ERROR, "studios", led_by_the_mentor),
    fault!("TK-P302", ERROR, "studios", studio_without_location),
    fault!("TK-P303", ERROR, "designs", design_without_goal),
    fault!("TK-P304", WARNING, "designs", design_without_task),
    fault!("TK-P305", WARNING, "designs", phase_skipped),
    fault!("TK-P306", WARNING, "designs", phases_reversed),
    fault!("TK-P307", WARNING, "designs", competence_never_practised),
    fault!("TK-P308", ERROR, "reflections", nothing_of_studios),
    fault!("TK-P309", ERROR, "reflections", level_missing),
    fault!("TK-P310", WARNING, "reflections", cycle_phase_skipped),
    fault!("TK-P311", INFO, "placements", week_without_studio),
    fault!("TK-P312", WARNING, "studios", without_next_steps),
    fault!("TK-P313", INFO, "studios", without_inputs),
    fault!("TK-P314", WARNING, "designs", without_school_methods),
    fault!("TK-P315", INFO, "studios", never_taken_up),
    fault!("TK-P316", Severity::ByGraduation, "designs", nothing_but_drafts),
    fault!("TK-P401", Severity::ByGraduation, "competences", competence_without_evidence),
    fault!("TK-P402", ERROR, "evidence", part_missing),
    fault!("TK-P403", WARNING, "evidence", before_its_placement),
    fault!("TK-P404", ERROR, "evidence", assignment_without_practice),
    fault!("TK-P405", WARNING, "reading aloud", nothing_read_aloud),
    fault!("TK-P406", INFO, "reading aloud", read_aloud_alone),
    fault!("TK-P407", INFO, "reflections", forgotten_goal),
    fault!("TK-P408", INFO, "plans", without_plan),
    fault!("TK-P409", ERROR, "pupils", recognisable_without_consent),
    fault!("TK-P409", WARNING, "pupils", recognisable_before_the_regulation),
    fault!("TK-P414", WARNING, "evidence", evidence_of_nothing),
    fault!("TK-P501", ERROR, "assessments", without_duo),
    fault!("TK-P502", ERROR, "assessments", duo_of_one),
    fault!("TK-P503", WARNING, "assessments", mentor_assesses),
    fault!("TK-P504", ERROR, "assessments", assessed_on_nothing),
    fault!("TK-P505", ERROR, "assessments", evidence_of_a_later_day),
    fault!("TK-P507", INFO, "assessments", decided_on_one_assessment),
    fault!("TK-P508", INFO, "assessments", assessed_by_another),
    fault!("TK-P509", WARNING, "assessments", without_examiner),
    fault!("TK-P510", INFO, "assessments", without_advice),
    fault!("TK-P512", ERROR, "assessments", student_assesses),
    fault!("TK-P513", ERROR, "exemptions", exempted_by_the_programme),
    fault!("TK-P514", WARNING, "replacements", replaced_in_a_circle),
    fault!("TK-P601", ERROR, "theme", without_theme),
    fault!("TK-P602", ERROR, "theme", theme_alone),
    fault!("TK-P603", ERROR, "theme", without_school_team),
    fault!("TK-P604", ERROR, "theme", without_design_question),
    fault!("TK-P605", ERROR, "theme", not_exhibited),
    fault!("TK-P606", ERROR, "theme", other_method),
    fault!("TK-P607", ERROR, "graduation with others", graduation_with_others),
    fault!("TK-P608", ERROR, "graduation set with", theme_set_alone),
    fault!("TK-P609", ERROR, "graduation recognised", theme_not_recognised),
    fault!("TK-P610", ERROR, "theme", guided_without_experts),
    fault!("TK-P611", ERROR, "assessments", without_experts),
    fault!("TK-P612", WARNING, "theme", theme_in_year_two),
    fault!("TK-P613", ERROR, "graduation", without_graduation_research),
    fault!("TK-P614", INFO, "theme", guided_without_school_trainer),
    fault!("TK-R011", ERROR, "reflections", duplicate_id),
    fault!("TK-R012", ERROR, "reflections", dangling_reference),
    fault!("TK-R013", ERROR, "designs", period_reversed),
    fault!("TK-R014", INFO, "later", dated_later),
    fault!("TK-R015", ERROR, "goals", blank_goal),
    fault!("TK-R016", WARNING, "assessments", two_guises),
];

/// Plants one to three of the faults that may be planted, by rule and ground, and tells what must be found, by code and path.
pub(super) fn plant(made: &mut Made, random: &mut Random, may: impl Fn(&str, &str) -> bool) -> Vec<Planted> {
    let most = random.between(1, 3);
    let mut grounds: Vec<&str> = Vec::new();
    let mut planted = Vec::new();
    // Every portfolio has designs and evidence, so that a place is found before long.
    while planted.len() < most {
        let fault = FAULTS.get(random.below(FAULTS.len())).unwrap();
        if grounds.contains(&fault.ground) || !may(fault.code, fault.ground) {
            continue;
        }
        if let Some(path) = (fault.plant)(made, random) {
            grounds.push(fault.ground);
            let severity = match fault.severity {
                Severity::Always(severity) => severity,
                Severity::ByGraduation if made.graduated => "error",
                Severity::ByGraduation => "warning",
            };
            planted.push(Planted { code: fault.code, path, severity });
        }
    }
    planted.sort();
    planted
}

fn lateral(made: &Made) -> bool {
    made.portfolio.student.mode == Some(StudyMode::LateralEntry)
}

/// The study years whose development was assessed for good.
fn assessed_years(made: &Made) -> Vec<Option<StudyYear>> {
    made.portfolio.assessments.iter().filter(|one| is_final_development(one)).map(|one| one.study_year).collect()
}

/// One position out of those that fit.
fn one_of<T>(things: &[T], random: &mut Random, fits: impl Fn(&T) -> bool) -> Option<usize> {
    let fit: Vec<usize> = things.iter().enumerate().filter(|(_, thing)| fits(thing)).map(|(at, _)| at).collect();
    (!fit.is_empty()).then(|| random.pick(&fit))
}

fn same_school(made: &mut Made, random: &mut Random) -> Option<String> {
    at_the_school_of(made, random, 1)
}

/// In study year 3 or 4 the student is back at a school of two study years before.
fn back_at_a_school(made: &mut Made, random: &mut Random) -> Option<String> {
    at_the_school_of(made, random, 2)
}

/// A study year is at the training school of this many study years before.
fn at_the_school_of(made: &mut Made, random: &mut Random, before: usize) -> Option<String> {
    if made.years <= before
        || matches!(made.portfolio.student.mode, Some(StudyMode::PartTime | StudyMode::LateralEntry))
    {
        return None;
    }
    let at = random.between(before, made.years - 1);
    let earlier = made.portfolio.placements.get(at - before)?.clone();
    let later = made.portfolio.placements.get(at)?;
    if later.kind == Some(PlacementKind::Abroad) {
        return None;
    }
    // A student who repeats a study year stays at the school, so the first run moves too, and is what follows on the year before.
    let stay = (later.study_year, later.school.clone());
    let runs = made
        .portfolio
        .placements
        .iter_mut()
        .enumerate()
        .filter(|(_, one)| (one.study_year, one.school.clone()) == stay);
    let mut moved: Vec<_> = runs
        .map(|(at, placement)| {
            placement.school.clone_from(&earlier.school);
            placement.school_name.clone_from(&earlier.school_name);
            (placement.period.as_ref().map(|period| period.from), at)
        })
        .collect();
    moved.sort();
    let (_, at) = moved.first()?;
    Some(format!("/placements/{at}/school"))
}

fn one_band(made: &mut Made, _: &mut Random) -> Option<String> {
    if made.years < 3 || lateral(made) {
        return None;
    }
    // Groups 4 and 5, of the middle band, take the place of the upper one.
    let upper: Set<Group> = (6..=8).filter_map(Group::new).collect();
    let middle: Set<Group> = (4..=5).filter_map(Group::new).collect();
    for placement in made.portfolio.placements.iter_mut().filter(|placement| placement.groups.overlaps(upper)) {
        placement.groups = middle;
    }
    Some("/placements".to_owned())
}

/// The last study year has ended, and its placement was never entered, nor what it is named by.
fn without_placement(made: &mut Made, _: &mut Random) -> Option<String> {
    let placements = &mut made.portfolio.placements;
    // The other name of a trainer is found beside the one with the placement.
    let mut assessors = made.portfolio.assessments.iter().flat_map(|made| &made.assessors);
    let other_name = assessors.any(|one| one.name.as_deref() == Some(OTHER_NAME));
    // With a repeated study year the last placement is that of its first run.
    // What is wrong with the studio that closed its placement week is found as long as it closes one.
    let closing = made.portfolio.studios.iter().rfind(|studio| studio.week.is_some());
    let sound = closing.is_none_or(|closing| says_what_is_next(closing) && !closing.inputs.is_empty());
    if !made.graduated || other_name || placements.len() > made.years || !sound {
        return None;
    }
    let Placement { id: gone, study_year, .. } = placements.pop()?;
    // Who guided in that year is not known any more: its assessment is one on the way (TK-P508).
    let assessed = made.portfolio.assessments.iter_mut();
    assessed
        .filter(|one| is_final_development(one) && one.study_year == study_year)
        .for_each(|one| one.is_final = None);
    let of_it = |placement: Option<&PlacementId<'_>>| placement == Some(&gone);
    let portfolio = &mut made.portfolio;
    portfolio.evidence.iter_mut().filter(|one| of_it(one.placement.as_ref())).for_each(|one| one.placement = None);
    portfolio.designs.iter_mut().filter(|one| of_it(one.placement.as_ref())).for_each(|one| one.placement = None);
    if let Some(closing) = portfolio.studios.iter_mut().rfind(|studio| studio.week.is_some()) {
        (closing.week, closing.kind) = (None, Some(StudioKind::Regular));
    }
    Some("/placements".to_owned())
}

/// In a study year that has ended, a full-time student was at the institute for one day per week.
fn other_rhythm(made: &mut Made, random: &mut Random) -> Option<String> {
    if made.portfolio.student.mode != Some(StudyMode::FullTime) || made.years < 2 {
        return None;
    }
    let at = random.below(made.years - 1);
    // Both runs of a repeated study year are averaged.
    for placement in placements_of(made, at + 1) {
        placement.days_at_institute = DaysPerWeek::new(Decimal::hundredths(100));
    }
    Some("/placements".to_owned())
}

/// The placements of the school years in which a study year was followed.
fn placements_of(made: &mut Made, number: usize) -> impl Iterator<Item = &mut Placement<'static>> {
    let followed = made.portfolio.student.years.iter().filter(move |year| usize::from(year.study_year.get()) == number);
    let school_years: Vec<_> = followed.map(|year| Some(year.school_year)).collect();
    made.portfolio.placements.iter_mut().filter(move |one| school_years.contains(&one.school_year))
}

/// A placement at a training school, with its position; none of lateral entry, whom these rules are not for.
fn at_a_school<'m>(made: &'m mut Made, random: &mut Random) -> Option<(usize, &'m mut Placement<'static>)> {
    let at = random.below(made.years);
    let fits = !lateral(made);
    let placement = made.portfolio.placements.get_mut(at)?;
    (fits && placement.kind != Some(PlacementKind::Abroad)).then_some((at, placement))
}

fn without_mentor(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, placement) = at_a_school(made, random)?;
    placement.mentors.clear();
    Some(format!("/placements/{at}/mentors"))
}

fn matched_by_the_mentor(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, placement) = at_a_school(made, random)?;
    let by = placement.matching.as_mut()?.by.as_mut()?;
    by.person.clone_from(&placement.mentors.first()?.person);
    by.role = Some(Role::Mentor);
    Some(format!("/placements/{at}/matching/by"))
}

fn without_learning_question(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, placement) = at_a_school(made, random)?;
    placement.matching.as_mut()?.learning_question = None;
    Some(format!("/placements/{at}/matching/learningQuestion"))
}

/// The last day of a placement is in the next school year, before anything begins in that.
fn into_september(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, placement) = at_a_school(made, random)?;
    let next = placement.school_year?.first_day() + Months::new(13);
    placement.period.as_mut()?.until = Some(next + Days::new(1));
    Some(format!("/placements/{at}/period"))
}

fn other_accent(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, placement) = at_a_school(made, random)?;
    placement.accent = Some(match placement.accent? {
        Accent::Class => Accent::Differentiation,
        Accent::Differentiation => Accent::Class,
    });
    Some(format!("/placements/{at}/accent"))
}

/// One of the trainers left after two months, and nobody came instead.
fn one_trainer(made: &mut Made, random: &mut Random) -> Option<String> {
    let missing = random.pick(&[Role::SchoolTrainer, Role::InstituteTrainer]);
    // Where a study year was assessed for good, another fault may be the duo that did so, which is then not judged (TK-P508).
    let assessed = assessed_years(made);
    let (at, placement) = at_a_school(made, random)?;
    if assessed.contains(&placement.study_year) {
        return None;
    }
    let mut period = Period::new(placement.period.as_ref()?.from);
    period.until = Some(period.from + Days::new(60));
    placement.trainers.iter_mut().find(|one| one.role == Some(missing))?.period = Some(period);
    Some(format!("/placements/{at}/trainers"))
}

/// In a study year that has ended no talk was held.
fn without_talks(made: &mut Made, random: &mut Random) -> Option<String> {
    let ended = made.years - usize::from(!made.graduated);
    if ended == 0 || lateral(made) {
        return None;
    }
    let at = random.below(ended);
    made.portfolio.placements.get_mut(at)?.talks.clear();
    Some(format!("/placements/{at}/talks"))
}

/// The placement of study year 4 became an LIO placement, begun before enough had been passed.
fn early_lio(made: &mut Made, _: &mut Random) -> Option<String> {
    if made.years < 4 || lateral(made) {
        return None;
    }
    let placement = made.portfolio.placements.get_mut(3)?;
    if placement.kind == Some(PlacementKind::Abroad) {
        return None;
    }
    placement.kind = Some(PlacementKind::Lio);
    let mut lio = placement.lio.take().unwrap_or_else(Lio::new);
    lio.credits_at_start = Credits::new(158);
    placement.lio = Some(lio);
    Some("/placements/3/lio/creditsAtStart".to_owned())
}

fn overlap(made: &mut Made, _: &mut Random) -> Option<String> {
    if lateral(made) {
        return None;
    }
    let at = made.portfolio.placements.len();
    let mut second = made.portfolio.placements.last()?.clone();
    let taken: Vec<_> = made.portfolio.placements.iter().filter_map(|one| one.school.clone()).collect();
    let free = |number: &usize| !taken.contains(&id!(SchoolId, "syn-school-{number:02}"));
    let number = (0..SCHOOL_COUNT).find(free)?;
    second.id = id!(PlacementId, "syn-pl-dubbel");
    second.school = Some(id!(SchoolId, "syn-school-{number:02}"));
    second.school_name = Some(school(number));
    second.weeks.clear();
    second.period.as_mut()?.from = second.period.as_ref()?.from + Days::new(20);
    made.portfolio.placements.push(second);
    Some(format!("/placements/{at}/period"))
}

/// A placement of study year 3 or 4 says that it is of the other. Evidence is of the study year of its placement: in study years
/// 1 and 2 that is looked at (TK-P405), so that those keep theirs; evidence of studios, of which each study year has some
/// (TK-P308), and work on a plan, which is looked at in the others (TK-P408), keep their day alone.
fn other_study_year(made: &mut Made, random: &mut Random) -> Option<String> {
    // The duo of a study year that was assessed for good is of its placement (TK-P508).
    let assessed = assessed_years(made);
    let placements = &mut made.portfolio.placements;
    // Two placements at one school are the two runs of a study year, which `same_school` finds by that year.
    let schools: Vec<_> = placements.iter().map(|one| one.school.clone()).collect();
    let once = |one: &Placement<'_>| schools.iter().filter(|school| **school == one.school).count() == 1;
    let fits = |one: &Placement<'_>| once(one) && !assessed.contains(&one.study_year);
    let at = one_of(placements, random, |one| one.study_year.is_some_and(|year| year.get() > 2) && fits(one))?;
    let placement = placements.get_mut(at)?;
    placement.study_year = StudyYear::new(7 - placement.study_year?.get());
    let named = placement.id.clone();
    let of_it = |one: &&mut Evidence<'_>| one.placement.as_ref() == Some(&named) && !one.studios.is_empty();
    made.portfolio.evidence.iter_mut().filter(of_it).for_each(|one| one.placement = None);
    plans_of(made, &named).for_each(|proof| proof.placement = None);
    Some(format!("/placements/{at}/studyYear"))
}

/// The same stay is entered again, under another id.
fn placement_twice(made: &mut Made, random: &mut Random) -> Option<String> {
    if lateral(made) {
        return None;
    }
    let placements = &mut made.portfolio.placements;
    let mut again = placements.get(random.below(placements.len()))?.clone();
    again.id = id!(PlacementId, "syn-pl-nogmaals");
    again.weeks.clear();
    placements.push(again);
    Some(format!("/placements/{}/period", placements.len() - 1))
}

fn early_specialisation(made: &mut Made, _: &mut Random) -> Option<String> {
    // Study year 1 may have been repeated before it, at one school with groups of one band.
    let second = made.portfolio.student.years.iter().find(|entry| entry.study_year.get() == 2)?.from?;
    let chosen = made.portfolio.specialisation.as_mut()?;
    chosen.chosen_on = Some(second + Days::new(30));
    chosen.in_effect_from = Some(second + Days::new(60));
    Some("/specialisation/inEffectFrom".to_owned())
}

fn without_specialisation(made: &mut Made, _: &mut Random) -> Option<String> {
    made.portfolio.specialisation.take().map(|_| "/specialisation".to_owned())
}

fn one_profile_subject(made: &mut Made, _: &mut Random) -> Option<String> {
    let chosen = made.portfolio.specialisation.as_mut()?;
    chosen.profile_subjects = chosen.profile_subjects.iter().take(1).collect();
    Some("/specialisation/profileSubjects".to_owned())
}

fn strange_profile_subject(made: &mut Made, random: &mut Random) -> Option<String> {
    let chosen = made.portfolio.specialisation.as_mut()?;
    let strange = random.pick(&[Subject::English, Subject::PhysicalEducation, Subject::Mathematics]);
    chosen.profile_subjects = chosen.profile_subjects.iter().take(1).chain([strange]).collect();
    Some("/specialisation/profileSubjects".to_owned())
}

/// Study year 3, which has ended, was in groups of the age that was not chosen.
fn groups_of_the_other_age(made: &mut Made, _: &mut Random) -> Option<String> {
    if made.years < 4 {
        return None;
    }
    let other: [u8; 2] = match made.portfolio.specialisation.as_ref()?.age_specialisation? {
        AgeSpecialisation::YoungChild => [4, 5],
        AgeSpecialisation::OlderChild => [1, 2],
    };
    for placement in placements_of(made, 3) {
        placement.groups = other.into_iter().filter_map(Group::new).collect();
    }
    Some("/placements".to_owned())
}

/// The specialisation was chosen in study year 1, in groups of one band alone.
fn early_choice(made: &mut Made, _: &mut Random) -> Option<String> {
    let first = made.portfolio.placements.first()?;
    let bands: [&[u8]; 3] = [&[1, 2], &[3, 4, 5], &[6, 7, 8]];
    let meets = |band: &&[u8]| first.groups.iter().any(|group| band.contains(&group.get()));
    if bands.iter().filter(|band| meets(band)).count() > 1 {
        return None;
    }
    let day = first.period.as_ref()?.from + Days::new(30);
    made.portfolio.specialisation.as_mut()?.chosen_on = Some(day);
    Some("/specialisation/chosenOn".to_owned())
}

fn led_by_the_mentor(made: &mut Made, random: &mut Random) -> Option<String> {
    let studios = &mut made.portfolio.studios;
    let at = random.below(studios.len());
    studios.get_mut(at)?.led_by.first_mut()?.role = Some(Role::Mentor);
    Some(format!("/studios/{at}/ledBy"))
}

/// In a study year up to the third that has ended, where the only studio at the institute was held is not recorded.
fn studio_without_location(made: &mut Made, random: &mut Random) -> Option<String> {
    let year = one_that_ended(made, random).filter(|year| *year <= 3)?;
    let at_the_institute = id!(StudioId, "syn-at-{year}-1");
    made.portfolio.studios.iter_mut().find(|studio| studio.id == at_the_institute)?.location = None;
    Some("/studios".to_owned())
}

/// The number of a study year that has ended.
fn one_that_ended(made: &Made, random: &mut Random) -> Option<usize> {
    let ended = made.years - usize::from(!made.graduated);
    (ended > 0).then(|| random.between(1, ended))
}

/// A design that is completed, with its position.
fn completed<'m>(made: &'m mut Made, random: &mut Random) -> Option<(usize, &'m mut Design<'static>)> {
    let at = one_of(&made.portfolio.designs, random, |one| one.state == Some(State::Submitted))?;
    Some((at, made.portfolio.designs.get_mut(at)?))
}

fn design_without_task(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, design) = completed(made, random)?;
    design.task_for_children = None;
    Some(format!("/designs/{at}/taskForChildren"))
}

fn phase_skipped(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, design) = completed(made, random)?;
    design.phases.remove(random.below(design.phases.len()));
    Some(format!("/designs/{at}/phases"))
}

/// The days of two phases that follow one another were exchanged.
fn phases_reversed(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, design) = completed(made, random)?;
    let first = random.below(design.phases.len() - 1);
    if let [earlier, later] = design.phases.get_mut(first..first + 2)? {
        std::mem::swap(&mut earlier.period, &mut later.period);
    }
    Some(format!("/designs/{at}/phases"))
}

/// From the end of study year 2 on a design competence that was never practised is a warning, also at graduation.
fn competence_never_practised(made: &mut Made, random: &mut Random) -> Option<String> {
    if made.years < 3 {
        return None;
    }
    let slot: Set<_> = DesignCompetence::new(u8::try_from(random.between(1, 12)).unwrap()).into_iter().collect();
    let Portfolio { studios, designs, .. } = &mut made.portfolio;
    let practised = studios.iter_mut().map(|one| &mut one.design_competences);
    for practised in practised.chain(designs.iter_mut().map(|one| &mut one.design_competences)) {
        *practised = practised.without(slot);
    }
    Some("/studios".to_owned())
}

/// In a study year that has ended no evidence refers to a studio, and no reflection on it was processed in one.
fn nothing_of_studios(made: &mut Made, random: &mut Random) -> Option<String> {
    let placement = id!(PlacementId, "syn-pl-{}", one_that_ended(made, random)?);
    let Portfolio { evidence, reflections, .. } = &mut made.portfolio;
    for proof in evidence.iter_mut().filter(|one| one.placement.as_ref() == Some(&placement)) {
        proof.studios.clear();
        reflections.iter_mut().filter(|one| one.evidence.contains(&proof.id)).for_each(|one| one.studio = None);
    }
    Some("/evidence".to_owned())
}

fn design_without_goal(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at, design) = completed(made, random)?;
    design.own_goal = None;
    // The goals were worked on elsewhere, by what is not another fault for want of goals.
    let mut goals = std::mem::take(&mut design.goals);
    let mut evidence = made.portfolio.evidence.iter_mut();
    evidence.find(|one| !one.competences.is_empty())?.goals.append(&mut goals);
    Some(format!("/designs/{at}/goals"))
}

fn level_missing(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.reflections, random, |one| one.levels.is_some())?;
    let levels = made.portfolio.reflections.get_mut(at)?.levels.as_mut()?;
    let level = random.pick(&[0, 1, 2]);
    *[&mut levels.head, &mut levels.heart, &mut levels.hands].into_iter().nth(level)? = None;
    Some(format!("/reflections/{at}/levels"))
}

/// One of the first three phases is empty; the fourth is not.
fn cycle_phase_skipped(made: &mut Made, random: &mut Random) -> Option<String> {
    let reflections = &mut made.portfolio.reflections;
    let at = one_of(reflections, random, |one| one.cycle.is_some() && one.state == Some(State::Submitted))?;
    let cycle = reflections.get_mut(at)?.cycle.as_mut()?;
    let skipped = random.pick(&[0, 1, 2]);
    *[&mut cycle.action, &mut cycle.looking_back, &mut cycle.awareness].into_iter().nth(skipped)? =
        random.pick(&[None, Some(" ")]).map(Into::into);
    Some(format!("/reflections/{at}/cycle"))
}

/// Two weeks after the placement week there was another, that no studio closed.
fn week_without_studio(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.placements, random, |one| !one.weeks.is_empty())?;
    let weeks = &mut made.portfolio.placements.get_mut(at)?.weeks;
    let mut later = weeks.last()?.period.clone()?;
    later.from = later.from + Days::new(14);
    later.until = later.until.map(|until| until + Days::new(14));
    let mut week = PlacementWeek::new(id!(PlacementWeekId, "syn-wk-tweede"));
    week.period = Some(later);
    weeks.push(week);
    Some(format!("/placements/{at}/weeks/{}", weeks.len() - 1))
}

fn says_what_is_next(studio: &Studio<'_>) -> bool {
    studio.next_steps.as_ref().is_some_and(|text| !text.trim().is_empty())
}

fn without_next_steps(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.studios, random, |one| one.kind == Some(StudioKind::Closing))?;
    made.portfolio.studios.get_mut(at)?.next_steps = random.pick(&[None, Some(" \n")]).map(Into::into);
    Some(format!("/studios/{at}/nextSteps"))
}

fn without_inputs(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.studios, random, |one| one.kind == Some(StudioKind::Closing))?;
    made.portfolio.studios.get_mut(at)?.inputs = Set::default();
    Some(format!("/studios/{at}/inputs"))
}

/// The designs of a study year that has ended, one for each, use no method of the school.
fn without_school_methods(made: &mut Made, random: &mut Random) -> Option<String> {
    let ended = made.years - usize::from(!made.graduated);
    if ended == 0 {
        return None;
    }
    let methods = &mut made.portfolio.designs.get_mut(random.below(ended))?.school_methods;
    methods.clear();
    methods.extend(random.pick(&[None, Some("  ")]).map(Into::into));
    Some("/designs".to_owned())
}

fn never_taken_up(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.studios, random, |one| !one.taken_up_in.is_empty())?;
    made.portfolio.studios.get_mut(at)?.taken_up_in.clear();
    Some(format!("/studios/{at}/takenUpIn"))
}

/// Study year 1 has ended, and every design is still a draft.
fn nothing_but_drafts(made: &mut Made, _: &mut Random) -> Option<String> {
    if made.years < 2 {
        return None;
    }
    for design in &mut made.portfolio.designs {
        (design.state, design.submitted_on) = (Some(State::Draft), None);
    }
    Some("/designs".to_owned())
}

/// The id of a goal that nothing refers to.
const FORGOTTEN: &str = "syn-g-vergeten";

/// A goal of the last study year that nothing refers to. Whether a design does that cannot be read is not known.
fn forgotten_goal(made: &mut Made, random: &mut Random) -> Option<String> {
    let mut phases = made.portfolio.designs.iter().flat_map(|design| &design.phases);
    if phases.any(|step| step.period.as_ref().is_some_and(|period| period.until < Some(period.from))) {
        return None;
    }
    let begun = made.portfolio.student.years.last()?.from?;
    let mut goal =
        Goal::new(id!(GoalId, "{FORGOTTEN}"), GoalKind::LearningGoal, "Ik wil leren hoe ik een kring rustig begin.");
    // One without a day is of the study year that runs; after graduation none does.
    goal.set_on = (made.graduated || random.percent(50)).then_some(begun + Days::new(20));
    made.portfolio.goals.push(goal);
    Some(format!("/goals/{}", made.portfolio.goals.len() - 1))
}

/// From the end of study year 2 on a competence without evidence is a warning.
fn competence_without_evidence(made: &mut Made, random: &mut Random) -> Option<String> {
    if made.years < 3 {
        return None;
    }
    let shown = made.portfolio.evidence.iter().flat_map(|one| one.competences.iter()).collect::<Vec<_>>();
    let competence = random.pick(&shown);
    for proof in &mut made.portfolio.evidence {
        proof.competences = proof.competences.without([competence].into_iter().collect());
    }
    Some("/evidence".to_owned())
}

/// Neither still to come nor a draft.
fn is_due(proof: &Evidence<'_>, as_of: NaiveDate) -> bool {
    proof.state == Some(State::Submitted) && proof.added_on <= Some(as_of)
}

fn part_missing(made: &mut Made, random: &mut Random) -> Option<String> {
    let as_of = made.as_of;
    let at = one_of(&made.portfolio.evidence, random, |one| one.action.is_some() && is_due(one, as_of))?;
    let action = made.portfolio.evidence.get_mut(at)?.action.as_mut()?;
    let part = random.pick(&[0, 1, 2]);
    *[&mut action.knowledge, &mut action.context, &mut action.person].into_iter().nth(part)? = None;
    Some(format!("/evidence/{at}/action"))
}

fn assignment_without_practice(made: &mut Made, random: &mut Random) -> Option<String> {
    let as_of = made.as_of;
    let at = one_of(&made.portfolio.evidence, random, |one| one.assignment.is_some() && is_due(one, as_of))?;
    // No piece that works on the assignment is in practice; the first that is no draft is reported.
    let assignment = made.portfolio.evidence.get(at)?.assignment.clone();
    let practice = random.pick(&[None, Some(false)]);
    let mut pieces = made.portfolio.evidence.iter_mut().enumerate().filter(|(_, one)| one.assignment == assignment);
    let mut told = None;
    for (at, piece) in &mut pieces {
        piece.practice = practice;
        told = told.or_else(|| is_due(piece, as_of).then_some(at));
    }
    told.map(|at| format!("/evidence/{at}/practice"))
}

/// A lesson is dated before the placement that it was given in. It is not of the last one, which may turn out never to
/// have been entered (TK-P103), no assessment is based on it, which may turn out to be older (TK-P505), and no pupils are
/// recognisable in it, for which its day matters (TK-P409).
fn before_its_placement(made: &mut Made, random: &mut Random) -> Option<String> {
    let as_of = made.as_of;
    let Portfolio { placements, evidence, assessments, .. } = &mut made.portfolio;
    let (_, earlier) = placements.split_last()?;
    let placement = earlier.get(random.below(earlier.len()))?;
    let named: Vec<_> = assessments.iter().flat_map(|one| &one.evidence).collect();
    let at = one_of(evidence, random, |one| {
        let of_it = one.placement.as_ref() == Some(&placement.id) && one.practice == Some(true);
        let free = !named.contains(&&one.id) && one.pupils != Some(Pupils::Recognisable);
        of_it && free && is_due(one, as_of)
    })?;
    evidence.get_mut(at)?.date = Some(placement.period.as_ref()?.from - Days::new(1));
    Some(format!("/evidence/{at}/date"))
}

/// Of what the student read aloud or told no fellow student is recorded.
fn read_aloud_alone(made: &mut Made, random: &mut Random) -> Option<String> {
    let told = [Some(Activity::ReadingAloud), Some(Activity::Storytelling)];
    let as_of = made.as_of;
    let at = one_of(&made.portfolio.evidence, random, |one| told.contains(&one.activity) && is_due(one, as_of))?;
    made.portfolio.evidence.get_mut(at)?.together_with.clear();
    Some(format!("/evidence/{at}/togetherWith"))
}

/// A study year from the third on, running or not, is without work on a plan.
fn without_plan(made: &mut Made, random: &mut Random) -> Option<String> {
    if made.years < 3 || lateral(made) {
        return None;
    }
    let placement = made.portfolio.placements.get(random.between(2, made.years - 1))?.id.clone();
    let of_it = plans_of(made, &placement);
    let found = of_it.map(|proof| proof.activity = Some(Activity::TeamMeeting)).count();
    (found > 0).then(|| "/evidence".to_owned())
}

/// The work on plans in a placement.
fn plans_of<'m>(
    made: &'m mut Made,
    placement: &PlacementId<'static>,
) -> impl Iterator<Item = &'m mut Evidence<'static>> {
    let is_plan = |one: &Evidence<'_>| matches!(one.activity, Some(Activity::ActionPlan | Activity::GroupPlan));
    let evidence = made.portfolio.evidence.iter_mut();
    evidence.filter(move |one| is_plan(one) && one.placement.as_ref() == Some(placement))
}

fn recognisable_without_consent(made: &mut Made, random: &mut Random) -> Option<String> {
    without_consent(made, random, |day| day >= regulation())
}

fn recognisable_before_the_regulation(made: &mut Made, random: &mut Random) -> Option<String> {
    without_consent(made, random, |day| day < regulation())
}

/// The day from which the General Data Protection Regulation applies.
fn regulation() -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 5, 25).unwrap()
}

/// Pupils are recognisable in evidence of such a day, without the consent of their parents.
fn without_consent(made: &mut Made, random: &mut Random, is_of: fn(NaiveDate) -> bool) -> Option<String> {
    let as_of = made.as_of;
    let fits = |one: &Evidence<'_>| is_due(one, as_of) && one.date.is_some_and(is_of);
    let at = one_of(&made.portfolio.evidence, random, fits)?;
    let proof = made.portfolio.evidence.get_mut(at)?;
    proof.pupils = Some(Pupils::Recognisable);
    proof.parents_consent = random.pick(&[None, Some(false)]);
    Some(format!("/evidence/{at}/parentsConsent"))
}

/// A piece of evidence is for nothing. What it was for is shown by others as well, so that nothing else is missing.
fn evidence_of_nothing(made: &mut Made, random: &mut Random) -> Option<String> {
    let as_of = made.as_of;
    let Portfolio { evidence, reflections, .. } = &mut made.portfolio;
    let reflected: Vec<_> = reflections.iter().filter(|one| one.state == Some(State::Submitted)).collect();
    let fits = |one: &Evidence<'_>| {
        let others: Vec<_> = evidence.iter().filter(|other| other.id != one.id && is_due(other, as_of)).collect();
        let shown: Set<Competence> = others.iter().flat_map(|other| other.competences.iter()).collect();
        let goals = others.iter().flat_map(|other| &other.goals);
        let taken_up: Vec<_> = goals.chain(reflected.iter().flat_map(|other| &other.goals)).collect();
        is_due(one, as_of)
            && one.assignment.is_none()
            && one.competences.without(shown).is_empty()
            && one.goals.iter().all(|goal| taken_up.contains(&goal))
    };
    let at = one_of(evidence, random, fits)?;
    let proof = evidence.get_mut(at)?;
    proof.competences = Set::default();
    proof.goals.clear();
    Some(format!("/evidence/{at}/competences"))
}

/// Nothing was read aloud or told in the first study year, which has ended.
fn nothing_read_aloud(made: &mut Made, _: &mut Random) -> Option<String> {
    if made.years < 2 || lateral(made) {
        return None;
    }
    let placement = made.portfolio.placements.first()?.id.clone();
    for proof in made.portfolio.evidence.iter_mut().filter(|one| one.placement.as_ref() == Some(&placement)) {
        if matches!(proof.activity, Some(Activity::ReadingAloud | Activity::Storytelling)) {
            proof.activity = Some(Activity::Lesson);
        }
    }
    Some("/evidence".to_owned())
}

fn has(assessment: &Assessment<'_>, role: Role) -> bool {
    assessment.assessors.iter().any(|one| one.role == Some(role))
}

fn without_duo(made: &mut Made, random: &mut Random) -> Option<String> {
    let assessments = &mut made.portfolio.assessments;
    let at = one_of(assessments, random, |one| one.of == AssessmentOf::Development && one.is_final == Some(true))?;
    let missing = random.pick(&[Role::SchoolTrainer, Role::InstituteTrainer]);
    let assessors = &mut assessments.get_mut(at)?.assessors;
    assessors.retain(|one| one.role != Some(missing));
    // The one who is left is an appointed examiner: that is no fault.
    assessors.first_mut()?.examiner = Some(true);
    Some(format!("/assessments/{at}/assessors"))
}

/// Not for good of development: then one of the two roles is held by who did not guide in it, which is another fault.
fn duo_of_one(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.assessments, random, |one| !is_final_development(one))?;
    let assessors = &mut made.portfolio.assessments.get_mut(at)?.assessors;
    let first = assessors.first()?.clone();
    let second = assessors.get_mut(1)?;
    (second.person, second.name) = (first.person, first.name);
    Some(format!("/assessments/{at}/assessors"))
}

fn mentor_assesses(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.portfolio.assessments.len());
    let assessors = &mut made.portfolio.assessments.get_mut(at)?.assessors;
    assessors.push(assessor(random.below(100), Role::Mentor));
    Some(format!("/assessments/{at}/assessors/{}/role", assessors.len() - 1))
}

fn assessed_on_nothing(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.assessments, random, |one| one.is_final == Some(true))?;
    let assessment = made.portfolio.assessments.get_mut(at)?;
    assessment.evidence.clear();
    assessment.visits.clear();
    assessment.talks.clear();
    Some(format!("/assessments/{at}/evidence"))
}

/// An assessment names a piece of evidence that was made after it.
fn evidence_of_a_later_day(made: &mut Made, random: &mut Random) -> Option<String> {
    let as_of = made.as_of;
    let there: Vec<_> = made.portfolio.evidence.iter().filter(|one| one.added_on <= Some(as_of)).collect();
    let at = one_of(&made.portfolio.assessments, random, |one| there.iter().any(|proof| proof.date > one.date))?;
    let assessment = made.portfolio.assessments.get_mut(at)?;
    let later = there.iter().find(|proof| proof.date > assessment.date)?.id.clone();
    assessment.evidence.push(later);
    Some(format!("/assessments/{at}/evidence/{}", assessment.evidence.len() - 1))
}

/// What is left is the assessment of development, which has its grounds.
fn decided_on_one_assessment(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.decisions, random, |_| true)?;
    made.portfolio.decisions.get_mut(at)?.assessments.truncate(1);
    Some(format!("/decisions/{at}/assessments"))
}

fn is_final_development(one: &Assessment<'_>) -> bool {
    one.of == AssessmentOf::Development && one.is_final == Some(true)
}

/// One of the duo is somebody who was no trainer of the student.
fn assessed_by_another(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.assessments, random, is_final_development)?;
    let trainers: Vec<_> = made.portfolio.placements.iter().flat_map(|one| &one.trainers).collect();
    let to = random.pick(&[0, 1]);
    let assessor = made.portfolio.assessments.get_mut(at)?.assessors.get_mut(to)?;
    let first = random.below(PERSON_COUNT);
    let others = (0..PERSON_COUNT).map(|offset| in_role((first + offset) % PERSON_COUNT, Role::SchoolTrainer));
    let mut others = others.filter(|other| trainers.iter().all(|trainer| trainer.person != other.person));
    let other = others.next()?;
    (assessor.person, assessor.name) = (other.person, other.name);
    Some(format!("/assessments/{at}/assessors/{to}/person"))
}

fn without_examiner(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.assessments, random, |one| one.is_final == Some(true))?;
    for assessor in &mut made.portfolio.assessments.get_mut(at)?.assessors {
        assessor.examiner = random.pick(&[None, Some(false)]);
    }
    Some(format!("/assessments/{at}/assessors"))
}

fn without_advice(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = one_of(&made.portfolio.assessments, random, is_final_development)?;
    made.portfolio.assessments.get_mut(at)?.mentor_advice = None;
    Some(format!("/assessments/{at}/mentorAdvice"))
}

fn student_assesses(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.portfolio.assessments.len());
    let student = made.portfolio.student.id.as_str();
    let mut own = Assessor::new(id!(PersonId, "{student}"));
    own.role = random.pick(&[None, Some(Role::Student)]);
    let assessors = &mut made.portfolio.assessments.get_mut(at)?.assessors;
    assessors.push(own);
    Some(format!("/assessments/{at}/assessors/{}/person", assessors.len() - 1))
}

/// An exemption from an assignment that the portfolio does not work on, so that it exempts from nothing else.
fn exempted_by_the_programme(made: &mut Made, random: &mut Random) -> Option<String> {
    let first = made.portfolio.student.years.first()?.from?;
    let mut exemption = Exemption::new(id!(ExemptionId, "syn-vr-1"), ExemptionOf::Assignment);
    exemption.assignment = Some(id!(AssignmentId, "syn-opdracht-vrij"));
    exemption.granted_by = random.pick(&[None, Some(Authority::Duo), Some(Authority::Programme)]);
    exemption.granted_on = Some(first + Days::new(random.below(60) as u64));
    let exemptions = &mut made.portfolio.exemptions;
    exemptions.push(exemption);
    Some(format!("/exemptions/{}/grantedBy", exemptions.len() - 1))
}

/// One to three final assessments replace one another in a circle, or the only one that is there replaces itself. All of
/// them stand, so that what else is wrong with them is found as before.
fn replaced_in_a_circle(made: &mut Made, random: &mut Random) -> Option<String> {
    let assessments = &mut made.portfolio.assessments;
    let all = || assessments.iter().enumerate();
    let mut circle: Vec<_> = all().filter(|(_, one)| one.is_final == Some(true)).map(|(at, _)| at).collect();
    circle.truncate(random.between(1, 3));
    if circle.is_empty() {
        circle.push(0);
    }
    let ids: Vec<_> = circle.iter().filter_map(|at| Some(assessments.get(*at)?.id.clone())).collect();
    for (at, next) in circle.iter().zip(ids.iter().cycle().skip(1)) {
        assessments.get_mut(*at)?.replaces = Some(next.clone());
    }
    circle.first().map(|first| format!("/assessments/{first}/replaces"))
}

/// Study year 3 has ended without a school development theme.
fn without_theme(made: &mut Made, _: &mut Random) -> Option<String> {
    if made.years < 4 {
        return None;
    }
    // Where the theme is missing, who assessed it is not judged.
    let assessed = made.portfolio.assessments.iter().find(|one| one.theme.is_some())?;
    if ![Role::SubjectExpert, Role::MethodologicalExpert].iter().all(|role| has(assessed, *role)) {
        return None;
    }
    made.portfolio.research.as_mut()?.school_development_themes.clear();
    made.portfolio.assessments.iter_mut().for_each(|one| one.theme = None);
    Some("/research/schoolDevelopmentThemes".to_owned())
}

/// The school development theme, once study year 3 has ended.
fn theme_due(made: &mut Made) -> Option<&mut DevelopmentTheme<'static>> {
    if made.years < 4 {
        return None;
    }
    made.portfolio.research.as_mut()?.school_development_themes.first_mut()
}

fn without_school_team(made: &mut Made, _: &mut Random) -> Option<String> {
    theme_due(made)?.school_team.clear();
    Some("/research/schoolDevelopmentThemes/0/schoolTeam".to_owned())
}

fn without_design_question(made: &mut Made, random: &mut Random) -> Option<String> {
    theme_due(made)?.design_question = random.pick(&[None, Some(" \n")]).map(Into::into);
    Some("/research/schoolDevelopmentThemes/0/designQuestion".to_owned())
}

fn not_exhibited(made: &mut Made, random: &mut Random) -> Option<String> {
    let to_come = made.as_of + Days::new(20);
    theme_due(made)?.exhibited_on = random.pick(&[None, Some(to_come)]);
    Some("/research/schoolDevelopmentThemes/0/exhibitedOn".to_owned())
}

fn guided_without_experts(made: &mut Made, random: &mut Random) -> Option<String> {
    let missing = random.pick(&[Role::SubjectExpert, Role::MethodologicalExpert]);
    theme_due(made)?.guides.retain(|one| one.role != Some(missing));
    Some("/research/schoolDevelopmentThemes/0/guides".to_owned())
}

/// While study year 3 runs as well: a note then, and a note afterwards.
fn guided_without_school_trainer(made: &mut Made, _: &mut Random) -> Option<String> {
    let theme = made.portfolio.research.as_mut()?.school_development_themes.first_mut()?;
    theme.guides.retain(|one| one.role != Some(Role::SchoolTrainer));
    Some("/research/schoolDevelopmentThemes/0/guides".to_owned())
}

/// Besides the theme of study year 3 there is another, of the year before.
fn theme_in_year_two(made: &mut Made, _: &mut Random) -> Option<String> {
    let themes = &mut made.portfolio.research.as_mut()?.school_development_themes;
    let mut second = themes.first()?.clone();
    second.id = id!(DevelopmentThemeId, "syn-sot-0");
    second.study_year = StudyYear::new(2);
    second.started_on = second.started_on.map(|day| day - Months::new(12));
    second.exhibited_on = second.exhibited_on.map(|day| day - Months::new(12));
    themes.push(second);
    Some(format!("/research/schoolDevelopmentThemes/{}/studyYear", themes.len() - 1))
}

/// The graduate has no graduation research, unless something in it is wrong already.
fn without_graduation_research(made: &mut Made, _: &mut Random) -> Option<String> {
    if !made.graduated {
        return None;
    }
    let research = made.portfolio.research.as_mut()?;
    let graduation = research.graduation.as_ref()?;
    let sound = graduation.with_others.is_empty()
        && !graduation.set_with.is_empty()
        && graduation.recognised_in_own_group.as_ref().is_some_and(|text| !text.trim().is_empty());
    let assessed = made.portfolio.assessments.iter().find(|one| one.of == AssessmentOf::GraduationResearch)?;
    let by_experts = [Role::SubjectExpert, Role::MethodologicalExpert].iter().all(|role| has(assessed, *role));
    if !(sound && by_experts) {
        return None;
    }
    research.graduation = None;
    Some("/research/graduation".to_owned())
}

fn theme_alone(made: &mut Made, _: &mut Random) -> Option<String> {
    made.portfolio.research.as_mut()?.school_development_themes.first_mut()?.group.truncate(1);
    Some("/research/schoolDevelopmentThemes/0/group".to_owned())
}

fn other_method(made: &mut Made, random: &mut Random) -> Option<String> {
    let method = random.pick(&[ResearchMethod::ActionResearch, ResearchMethod::CaseStudy, ResearchMethod::Survey]);
    let theme = made.portfolio.research.as_mut()?.school_development_themes.first_mut()?;
    theme.method = Some(method);
    Some("/research/schoolDevelopmentThemes/0/method".to_owned())
}

fn graduation_with_others(made: &mut Made, random: &mut Random) -> Option<String> {
    let graduation = made.portfolio.research.as_mut()?.graduation.as_mut()?;
    for at in 0..random.between(1, 3) {
        graduation.with_others.push(GroupMember::new(id!(StudentId, "syn-st-samen-{at}")));
    }
    Some("/research/graduation/withOthers".to_owned())
}

fn theme_set_alone(made: &mut Made, _: &mut Random) -> Option<String> {
    made.portfolio.research.as_mut()?.graduation.as_mut()?.set_with.clear();
    Some("/research/graduation/setWith".to_owned())
}

fn theme_not_recognised(made: &mut Made, random: &mut Random) -> Option<String> {
    let graduation = made.portfolio.research.as_mut()?.graduation.as_mut()?;
    graduation.recognised_in_own_group = random.pick(&[None, Some("   ")]).map(Into::into);
    Some("/research/graduation/recognisedInOwnGroup".to_owned())
}

fn without_experts(made: &mut Made, random: &mut Random) -> Option<String> {
    if lateral(made) {
        return None;
    }
    let assessments = &mut made.portfolio.assessments;
    // Of a school development theme that is there still, or of graduation research that is.
    let graduation = made.portfolio.research.as_ref().is_some_and(|research| research.graduation.is_some());
    let of_graduation = |one: &Assessment<'_>| graduation && one.of == AssessmentOf::GraduationResearch;
    let at = one_of(assessments, random, |one| one.theme.is_some() || of_graduation(one))?;
    let missing = random.pick(&[Role::SubjectExpert, Role::MethodologicalExpert]);
    assessments.get_mut(at)?.assessors.retain(|one| one.role != Some(missing));
    Some(format!("/assessments/{at}/assessors"))
}

fn duplicate_id(made: &mut Made, random: &mut Random) -> Option<String> {
    let again = random.below(made.portfolio.reflections.len());
    let again = made.portfolio.reflections.get(again)?.clone();
    made.portfolio.reflections.push(again);
    Some(format!("/reflections/{}/id", made.portfolio.reflections.len() - 1))
}

fn dangling_reference(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.portfolio.reflections.len());
    made.portfolio.reflections.get_mut(at)?.studio = Some(id!(StudioId, "syn-at-nergens"));
    Some(format!("/reflections/{at}/studio"))
}

fn period_reversed(made: &mut Made, random: &mut Random) -> Option<String> {
    if made.portfolio.goals.last()?.id.as_str() == FORGOTTEN {
        return None;
    }
    let at = random.below(made.portfolio.designs.len());
    let period = made.portfolio.designs.get_mut(at)?.phases.first_mut()?.period.as_mut()?;
    period.until = Some(period.from - Days::new(3));
    Some(format!("/designs/{at}/phases/0/period"))
}

/// Evidence of a day to come: reported once, and invisible to every other rule.
fn dated_later(made: &mut Made, _: &mut Random) -> Option<String> {
    let mut later = made.portfolio.evidence.last()?.clone();
    later.id = id!(EvidenceId, "syn-ev-later");
    later.date = Some(made.as_of + Days::new(10));
    later.added_on = later.date;
    made.portfolio.evidence.push(later);
    Some(String::new())
}

fn blank_goal(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.portfolio.goals.len());
    made.portfolio.goals.get_mut(at)?.text = random.pick(&["", " ", "\t \n"]).into();
    Some(format!("/goals/{at}/text"))
}

/// The name of somebody who has another one elsewhere.
const OTHER_NAME: &str = "Een Heel Ander";

/// The school trainer, named before with the placement, has another name as assessor.
fn two_guises(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.portfolio.assessments.len());
    let assessor = made.portfolio.assessments.get_mut(at)?.assessors.first_mut()?;
    let mut named = made.portfolio.placements.iter().flat_map(|placement| &placement.trainers);
    named.find(|one| one.person == assessor.person)?;
    assessor.name = Some(OTHER_NAME.into());
    Some(format!("/assessments/{at}/assessors/0/name"))
}
