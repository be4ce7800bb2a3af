//! Faults that can be planted in a curriculum, each with the one finding that it must give.
//!
//! Every fault names the grounds that it takes. Two faults on one ground would touch each other, so a curriculum gets at most
//! one on each.

use twentse_kubus::catalogue;
use twentse_kubus::documents::{
    AssessmentOf, Component, CurriculumElement, CurriculumYear, Decimal, Partner, PassRuleKind, Points, ResearchMethod,
    Route, Set,
};
use twentse_kubus::frameworks::{Audience, Competence, DesignPhase, Role, Subject};
use twentse_kubus::grammar::Element;

use super::Planted;
use super::curriculum::{Made, competences, edition, year};
use super::portfolio::id;
use super::random::Random;

/// A fault: the rule it breaks, with the severity of rules.md, the grounds it takes, and how it is planted. Planting gives
/// the path of the finding by documents.md, or nothing when the curriculum has no place for the fault.
struct Fault {
    code: &'static str,
    severity: &'static str,
    grounds: &'static [&'static str],
    plant: fn(&mut Made, &mut Random) -> Option<String>,
}

const fn fault(
    code: &'static str,
    severity: &'static str,
    grounds: &'static [&'static str],
    plant: fn(&mut Made, &mut Random) -> Option<String>,
) -> Fault {
    Fault { code, severity, grounds, plant }
}

/// The parts of the assessment framework: a rule that must know them all cannot once one of them is lost.
const FRAMEWORK: &[&str] = &["duo", "experts", "pass", "partners"];

/// The study years: the same.
const YEARS: &[&str] = &["week", "load", "studios", "reading"];

static FAULTS: &[Fault] = &[
    fault("TK-C101", "error", &["elements"], question_open),
    fault("TK-C102", "info", &["elements"], component_open),
    fault("TK-C103", "warning", &["rationale"], without_rationale),
    fault("TK-C201", "warning", &["week"], other_rhythm),
    fault("TK-C202", "error", &["load"], little_practice),
    fault("TK-C203", "warning", &["load"], other_load),
    fault("TK-C301", "warning", &["competences"], competence_nowhere),
    fault("TK-C302", "warning", &["subjects"], knowledge_base_nowhere),
    fault("TK-C303", "error", &["studios"], studios_at_one_location),
    fault("TK-C304", "error", &["reading"], nothing_read_aloud),
    fault("TK-C305", "info", &["reading"], read_aloud_without_subject),
    fault("TK-C306", "error", &["specialisation"], specialisation_early),
    fault("TK-C307", "warning", &["catalogue"], not_twelve),
    fault("TK-C308", "info", &["cube"], theme_off_the_cube),
    fault("TK-C401", "error", &["assignments"], assignment_without_practice),
    fault("TK-C402", "error", &["duo"], assessed_without_duo),
    fault("TK-C403", "error", &["experts"], assessed_without_experts),
    fault("TK-C404", "error", &["pass"], cannot_be_passed),
    fault("TK-C404", "error", &["pass"], cannot_be_failed),
    fault("TK-C404", "error", &["pass"], asked_off_the_scale),
    fault("TK-C405", "warning", &["partners"], roles_open),
    // A year without component has no pass to judge, and no assessors.
    fault("TK-C406", "warning", &["duo", "experts", "pass"], year_without_component),
    fault("TK-C501", "error", &["research"], research_off_years),
    fault("TK-C502", "error", &["method"], other_method),
    // Without an exhibition its audience is not looked at: TK-C503 alone.
    fault("TK-C503", "error", &["exhibition"], no_exhibition),
    fault("TK-C504", "warning", &["exhibition"], audience_incomplete),
    fault("TK-R011", "error", &["elements"], duplicate_id),
    fault("TK-R011", "error", YEARS, duplicate_year),
    fault("TK-R012", "error", FRAMEWORK, dangling_reference),
];

/// The faults of rules that are there: those of a rule that is still to be written would be found by nothing.
fn table() -> Vec<&'static Fault> {
    FAULTS.iter().filter(|fault| catalogue::find(fault.code).is_some()).collect()
}

/// Plants one to three faults of the rules that may be broken and tells what must be found, by code and path.
pub(super) fn plant(made: &mut Made, random: &mut Random, may: impl Fn(&str) -> bool) -> Vec<Planted> {
    let table = table();
    let most = random.between(1, 3);
    let mut grounds: Vec<&str> = Vec::new();
    let mut planted = Vec::new();
    // Every curriculum has elements, years and a framework, so that a place is found before long.
    while planted.len() < most {
        let fault = random.pick(&table);
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

/// Whether the scheme for training schools was in force when the first cohort began: school years 2009-2010 to 2016-2017.
fn in_the_scheme(made: &Made) -> bool {
    (2009..=2016).contains(&made.curriculum.first_cohort.first_year())
}

/// Whether the programme is the bachelor's.
fn is_bachelor(made: &Made) -> bool {
    made.curriculum.route != Some(Route::Other)
}

fn without<T: Element>(set: Set<T>, value: T) -> Set<T> {
    set.without([value].into_iter().collect())
}

/// One of the elements, with its position.
fn element<'m>(made: &'m mut Made, random: &mut Random) -> Option<(usize, &'m mut CurriculumElement<'static>)> {
    let at = random.below(made.curriculum.elements.len());
    made.curriculum.elements.get_mut(at).map(|element| (at, element))
}

/// One of the five questions is open, or all of them are; white space answers none.
fn question_open(made: &mut Made, random: &mut Random) -> Option<String> {
    let (which, says) = (random.below(6), random.pick(&[None, Some(" \n")]));
    let (at, element) = element(made, random)?;
    let five =
        [&mut element.rationale, &mut element.content, &mut element.grouping, &mut element.location, &mut element.time];
    for (question, text) in five.into_iter().enumerate() {
        if which == question || which == 5 {
            *text = says.map(Into::into);
        }
    }
    Some(format!("/elements/{at}"))
}

/// The same of the other five components.
fn component_open(made: &mut Made, random: &mut Random) -> Option<String> {
    let which = random.below(6);
    let (at, element) = element(made, random)?;
    let others = [
        &mut element.aims,
        &mut element.activities,
        &mut element.teacher_role,
        &mut element.materials,
        &mut element.assessment,
    ];
    for (component, text) in others.into_iter().enumerate() {
        if which == component || which == 5 {
            *text = None;
        }
    }
    Some(format!("/elements/{at}"))
}

fn without_rationale(made: &mut Made, random: &mut Random) -> Option<String> {
    made.curriculum.rationale.as_ref()?;
    made.curriculum.rationale = random.pick(&[None, Some(""), Some("\u{200b} ")]).map(Into::into);
    Some("/rationale".to_owned())
}

/// One of the first three study years, or of all four, with its position.
fn one_of<'m>(made: &'m mut Made, random: &mut Random, number: usize) -> Option<(usize, &'m mut CurriculumYear)> {
    let at = random.below(number);
    made.curriculum.years.get_mut(at).map(|year| (at, year))
}

/// A day more at school, or a day less at the institute alone; a plan has no tolerance.
fn other_rhythm(made: &mut Made, random: &mut Random) -> Option<String> {
    let (institute, school) = random.pick(&[("2", "3"), ("2.9", "2"), ("3", "2.5")]);
    let (at, year) = one_of(made, random, 3)?;
    year.days_at_school?;
    year.days_at_institute = Some(institute.parse().unwrap());
    year.days_at_school = Some(school.parse().unwrap());
    Some(format!("/years/{at}/daysAtSchool"))
}

/// A credit less than 40 %: 95 of 240.
fn little_practice(made: &mut Made, random: &mut Random) -> Option<String> {
    if !(in_the_scheme(made) && is_bachelor(made)) {
        return None;
    }
    made.curriculum.years.iter_mut().for_each(|year| year.practice_load = Some(24_u16.try_into().unwrap()));
    let (_, year) = one_of(made, random, 4)?;
    year.practice_load = Some(23_u16.try_into().unwrap());
    Some("/years".to_owned())
}

/// Fewer credits than 60, so that the share in practice is not less than it was.
fn other_load(made: &mut Made, random: &mut Random) -> Option<String> {
    if !is_bachelor(made) {
        return None;
    }
    let (at, year) = one_of(made, random, 4)?;
    year.study_load = Some(random.pick(&[59_u16, 54, 45]).try_into().unwrap());
    Some(format!("/years/{at}/studyLoad"))
}

fn competence_nowhere(made: &mut Made, random: &mut Random) -> Option<String> {
    let of_edition: Vec<Competence> = competences(edition(&made.curriculum)).collect();
    let gone = random.pick(&of_edition);
    let curriculum = &mut made.curriculum;
    curriculum.themes.first()?;
    curriculum.themes.iter_mut().for_each(|theme| theme.competences = without(theme.competences, gone));
    curriculum.subject_lines.iter_mut().for_each(|line| line.competences = without(line.competences, gone));
    Some("/themes".to_owned())
}

/// The list of ten was that of cohorts to 2017-2018. Dutch and mathematics are none of the ten.
fn knowledge_base_nowhere(made: &mut Made, random: &mut Random) -> Option<String> {
    if made.curriculum.first_cohort.first_year() > 2017 {
        return None;
    }
    let gone = random.pick(&[
        Subject::Geography,
        Subject::History,
        Subject::NatureAndTechnology,
        Subject::ReligiousAndPhilosophicalMovements,
        Subject::Music,
        Subject::DanceAndDrama,
        Subject::VisualArts,
        Subject::English,
        Subject::PhysicalEducation,
        Subject::Handwriting,
    ]);
    made.curriculum.subject_lines.iter_mut().for_each(|line| line.subjects = without(line.subjects, gone));
    Some("/subjectLines".to_owned())
}

fn studios_at_one_location(made: &mut Made, random: &mut Random) -> Option<String> {
    let (at_school, number) = (random.percent(50), random.pick(&[None, Some(0_u16)]));
    let (at, year) = one_of(made, random, 3)?;
    let studios = if at_school { &mut year.studios_at_school } else { &mut year.studios_at_institute };
    *studios = number.map(|number| number.try_into().unwrap());
    Some(format!("/years/{at}"))
}

fn nothing_read_aloud(made: &mut Made, random: &mut Random) -> Option<String> {
    let (told, said) = (random.percent(50), random.pick(&[None, Some(false)]));
    let (at, year) = one_of(made, random, 4)?;
    let flag = if told { &mut year.storytelling } else { &mut year.reading_aloud };
    *flag = said;
    Some(format!("/years/{at}"))
}

fn read_aloud_without_subject(made: &mut Made, random: &mut Random) -> Option<String> {
    let gone = random.pick(&[Subject::Dutch, Subject::DanceAndDrama]);
    let (at, year) = one_of(made, random, 4)?;
    year.reading_aloud_subjects = without(year.reading_aloud_subjects, gone);
    Some(format!("/years/{at}/readingAloudSubjects"))
}

fn specialisation_early(made: &mut Made, random: &mut Random) -> Option<String> {
    let offer = made.curriculum.specialisations.as_mut()?;
    match random.below(4) {
        0 => made.curriculum.specialisations = None,
        1 => offer.age_specialisations = Set::default(),
        2 => offer.from_study_year = None,
        _ => offer.from_study_year = Some(year(random.pick(&[1, 2, 4]))),
    }
    Some("/specialisations".to_owned())
}

/// One of the twelve is gone, or all are of one phase.
fn not_twelve(made: &mut Made, random: &mut Random) -> Option<String> {
    let catalogue = &mut made.curriculum.design_competences;
    if catalogue.is_empty() {
        return None;
    }
    if random.percent(50) {
        catalogue.remove(random.below(12));
    } else {
        catalogue.iter_mut().for_each(|entry| entry.phase = Some(DesignPhase::Realisation));
    }
    Some("/designCompetences".to_owned())
}

fn theme_off_the_cube(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.curriculum.themes.len());
    made.curriculum.themes.get_mut(at)?.cube_themes.clear();
    Some(format!("/themes/{at}/cubeThemes"))
}

fn assignment_without_practice(made: &mut Made, random: &mut Random) -> Option<String> {
    let at = random.below(made.curriculum.assignments.len());
    made.curriculum.assignments.get_mut(at)?.practice = random.pick(&[None, Some(false)]);
    Some(format!("/assignments/{at}/practice"))
}

/// One of the parts of the assessment framework that fit, with its position.
fn component<'m>(
    made: &'m mut Made,
    random: &mut Random,
    fits: fn(AssessmentOf) -> bool,
) -> Option<(usize, &'m mut Component<'static>)> {
    let components = &mut made.curriculum.assessment.as_mut()?.components;
    let fit: Vec<usize> = (0..).zip(&*components).filter(|(_, one)| fits(one.of)).map(|(at, _)| at).collect();
    let at = random.pick(&fit);
    components.get_mut(at).map(|component| (at, component))
}

fn assessed_without_duo(made: &mut Made, random: &mut Random) -> Option<String> {
    let gone = random.pick(&[Role::SchoolTrainer, Role::InstituteTrainer]);
    let (at, component) = component(made, random, |of| of == AssessmentOf::Development)?;
    component.assessors = without(component.assessors, gone);
    // The mentor advises, and does not take the place of one of the duo.
    component.assessors.insert(Role::Mentor);
    Some(format!("/assessment/components/{at}/assessors"))
}

fn assessed_without_experts(made: &mut Made, random: &mut Random) -> Option<String> {
    let gone = random.pick(&[Role::SubjectExpert, Role::MethodologicalExpert]);
    let of_research = |of| matches!(of, AssessmentOf::SchoolDevelopmentTheme | AssessmentOf::GraduationResearch);
    let (at, component) = component(made, random, of_research)?;
    component.assessors = without(component.assessors, gone);
    Some(format!("/assessment/components/{at}/assessors"))
}

/// One of the pass rules, with its position, as a weighted average with this threshold and this many parts below.
fn pass_by_points(made: &mut Made, random: &mut Random, threshold: u32, most_below: u16) -> Option<String> {
    let rules = &mut made.curriculum.assessment.as_mut()?.pass_rules;
    if rules.is_empty() {
        return None;
    }
    let at = random.below(rules.len());
    let rule = rules.get_mut(at)?;
    rule.kind = PassRuleKind::Points;
    rule.threshold = Points::new(Decimal::hundredths(threshold));
    rule.most_below = Some(most_below.try_into().unwrap());
    (rule.round_to, rule.floor) = (None, None);
    Some(format!("/assessment/passRules/{at}"))
}

/// No scale has more than ten points.
fn cannot_be_passed(made: &mut Made, random: &mut Random) -> Option<String> {
    pass_by_points(made, random, 1_001, 0)
}

/// Every result has a point at least, and all of them may be below what is asked.
fn cannot_be_failed(made: &mut Made, random: &mut Random) -> Option<String> {
    pass_by_points(made, random, 100, 9)
}

/// What is asked is no value of the scale, and so cannot be reached.
fn asked_off_the_scale(made: &mut Made, random: &mut Random) -> Option<String> {
    let (_, component) = component(made, random, |_| true)?;
    component.least_result = Some(id!(ResultId, "{}", random.pick(&["syn-uitmuntend", "11", "0.5"])));
    let study_year = component.study_year;
    let rules = &made.curriculum.assessment.as_ref()?.pass_rules;
    let at = rules.iter().position(|rule| rule.study_year == study_year);
    Some(at.map_or_else(|| "/assessment/components".to_owned(), |at| format!("/assessment/passRules/{at}")))
}

fn roles_open(made: &mut Made, random: &mut Random) -> Option<String> {
    if !in_the_scheme(made) {
        return None;
    }
    let (what, who) = (random.below(3), random.pick(&[Partner::Institute, Partner::Schools]));
    let partners = &mut made.curriculum.assessment.as_mut()?.partners;
    let task = partners.iter_mut().find(|task| task.partner == who)?;
    match what {
        0 => task.tasks = None,
        1 => task.responsibility = Some(" ".into()),
        _ => partners.retain(|task| task.partner != who),
    }
    Some("/assessment/partners".to_owned())
}

fn year_without_component(made: &mut Made, random: &mut Random) -> Option<String> {
    let study_year = year(random.between(1, 4));
    made.curriculum.assessment.as_mut()?.components.retain(|component| component.study_year != study_year);
    Some("/assessment/components".to_owned())
}

fn research_off_years(made: &mut Made, random: &mut Random) -> Option<String> {
    let line = made.curriculum.research.as_mut()?;
    match random.below(4) {
        0 => line.theme_study_year = None,
        1 => line.theme_study_year = Some(year(random.pick(&[1, 2, 4]))),
        2 => line.theme_in_groups = random.pick(&[None, Some(false)]),
        _ => line.graduation_individual = random.pick(&[None, Some(false)]),
    }
    Some("/research".to_owned())
}

fn other_method(made: &mut Made, random: &mut Random) -> Option<String> {
    let other = random.pick(&[ResearchMethod::ActionResearch, ResearchMethod::Survey, ResearchMethod::Other]);
    made.curriculum.research.as_mut()?.method = Some(other);
    Some("/research/method".to_owned())
}

fn no_exhibition(made: &mut Made, random: &mut Random) -> Option<String> {
    let line = made.curriculum.research.as_mut()?;
    line.exhibitions_per_year = random.pick(&[None, Some(0_u16)]).map(|number| number.try_into().unwrap());
    if random.percent(50) {
        line.audience = Set::default();
    }
    Some("/research/exhibitionsPerYear".to_owned())
}

fn audience_incomplete(made: &mut Made, random: &mut Random) -> Option<String> {
    let gone =
        random.pick(&[Audience::TeacherEducators, Audience::Lecturers, Audience::SchoolLeaders, Audience::SecondYears]);
    let line = made.curriculum.research.as_mut()?;
    line.audience = without(line.audience, gone);
    Some("/research/audience".to_owned())
}

fn duplicate_id(made: &mut Made, random: &mut Random) -> Option<String> {
    let (_, again) = element(made, random)?;
    let again = again.clone();
    made.curriculum.elements.push(again);
    Some(format!("/elements/{}/id", made.curriculum.elements.len() - 1))
}

/// A study year that the curriculum has twice.
fn duplicate_year(made: &mut Made, random: &mut Random) -> Option<String> {
    let (_, again) = one_of(made, random, 4)?;
    let again = again.clone();
    made.curriculum.years.push(again);
    Some(format!("/years/{}/studyYear", made.curriculum.years.len() - 1))
}

/// A part of the assessment framework, besides the others, on a scale that is not there.
fn dangling_reference(made: &mut Made, _: &mut Random) -> Option<String> {
    let components = &mut made.curriculum.assessment.as_mut()?.components;
    let mut beside = components.first()?.clone();
    beside.id = id!(ComponentId, "syn-to-naast");
    beside.scale = Some(id!(ScaleId, "syn-s-nergens"));
    components.push(beside);
    Some(format!("/assessment/components/{}/scale", components.len() - 1))
}
