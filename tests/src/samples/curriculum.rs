//! A curriculum in which nothing is wrong by any rule of curricula: every element answers every question, every competence and
//! subject has its place, who assesses is who may, and each pass rule can be passed and failed.

use chrono::{Days, NaiveDate};
use twentse_kubus::documents::{
    AssessmentFramework, AssessmentOf, Assignment, AssignmentFeed, Component, CountingAttempt, Curriculum,
    CurriculumElement, CurriculumYear, Decimal, DesignCompetence, DesignCompetenceEntry, Partner, PartnerTask,
    PassRule, PassRuleKind, Points, ProfessionTheme, ResearchLine, ResearchMethod, Route, Scale, ScaleKind, ScaleValue,
    SchoolYear, Set, SpecialisationOffer, StudyYear, SubjectLine,
};
use twentse_kubus::frameworks::{
    ActionPart, AgeSpecialisation, Audience, Competence, CompetenceEdition, DefaultCubeTheme, DesignPhase, Role,
    StudyMode, Subject,
};
use twentse_kubus::grammar::Closed as _;

use super::Size;
use super::phrases::{AIM, ELEMENT, KNOWING, LINE, TASK, TITLE, text};
use super::portfolio::{component_id, id};
use super::random::Random;

/// A curriculum with what is known about how it was made.
pub(super) struct Made {
    pub(super) curriculum: Curriculum<'static>,
    pub(super) as_of: NaiveDate,
}

/// A study year by its number.
pub(super) fn year(number: usize) -> StudyYear {
    StudyYear::new(u8::try_from(number).unwrap()).unwrap()
}

fn points(hundredths: u32) -> Points {
    Points::new(Decimal::hundredths(hundredths)).unwrap()
}

fn every_year() -> Set<StudyYear> {
    (1..=4).map(year).collect()
}

/// The competences of an edition.
pub(super) fn competences(edition: CompetenceEdition) -> impl Iterator<Item = Competence> {
    Competence::ALL.iter().copied().filter(move |competence| competence.edition() == Some(edition))
}

/// The edition in force when the first cohort begins, by the decrees of 2005 and 2017.
pub(super) fn edition(curriculum: &Curriculum<'_>) -> CompetenceEdition {
    let new = curriculum.first_cohort.first_year() >= 2017;
    if new { CompetenceEdition::Edition2017 } else { CompetenceEdition::Edition2005 }
}

/// Makes a curriculum.
pub(super) fn make(random: &mut Random, name: &str, size: Size) -> Made {
    let first = u16::try_from(random.between(2009, 2023)).unwrap();
    from_cohort(random, name, size, first)
}

/// Makes one of which the first cohort begins in a year.
fn from_cohort(random: &mut Random, name: &str, size: Size, first: u16) -> Made {
    let cohort = |year: u16| SchoolYear::beginning(year).unwrap();
    let mut curriculum = Curriculum::new(id!(CurriculumId, "{name}"), cohort(first));
    // The reference day makes no difference, before or after the first cohort.
    let as_of = curriculum.first_cohort.first_day() - Days::new(200) + Days::new(random.below(2_000) as u64);
    curriculum.synthetic = Some(true);
    curriculum.name = random.percent(80).then(|| "Verzonnen opleidingsprogramma".into());
    curriculum.last_cohort = random.percent(50).then(|| cohort(first + u16::try_from(random.below(5)).unwrap()));
    curriculum.institute = random.percent(80).then(|| id!(InstituteId, "syn-in-{}", random.between(1, 3)));
    curriculum.partnership = random.percent(60).then(|| id!(PartnershipId, "syn-ps-{}", random.between(1, 3)));
    if random.percent(40) {
        curriculum.modes = [random.pick(StudyMode::ALL), StudyMode::FullTime].into_iter().collect();
    }
    curriculum.route = random.pick(&[None, None, Some(Route::Bachelor), Some(Route::Bachelor), Some(Route::Other)]);
    curriculum.edition = random.percent(50).then(|| edition(&curriculum));
    curriculum.rationale = Some(text(random, AIM, 1).into());
    curriculum.years = (1..=4).map(|number| study_year(random, number)).collect();
    let elements = if size == Size::Bare { 1 } else { random.between(3, ELEMENT.len()) };
    curriculum.elements = (0..elements).map(|number| element(random, number)).collect();
    themes(random, &mut curriculum, size);
    let assignments = if size == Size::Bare { 1 } else { random.between(4, 12) };
    curriculum.assignments = (0..assignments).map(|number| assignment(random, &curriculum, number)).collect();
    curriculum.specialisations = Some(offer(random));
    if random.percent(60) {
        let entry = |slot: u8| {
            let mut entry = DesignCompetenceEntry::new(DesignCompetence::new(slot).unwrap());
            entry.phase = DesignPhase::ALL.get(usize::from(slot) % DesignPhase::ALL.len()).copied();
            entry
        };
        curriculum.design_competences = (1..=12).map(entry).collect();
    }
    curriculum.assessment = Some(framework(random, &curriculum, size));
    curriculum.research = Some(research(random));
    Made { curriculum, as_of }
}

/// A curriculum that every made-up portfolio fits: their assignments, the words that they are assessed in, and in each study year
/// the parts that are assessed in it.
pub(super) fn of_portfolios() -> Curriculum<'static> {
    let random = &mut Random::new(7, 0);
    let mut curriculum = make(random, "syn-op", Size::Real).curriculum;
    curriculum.first_cohort = SchoolYear::beginning(1990).unwrap();
    fit(random, &mut curriculum);
    curriculum
}

/// The curriculum of an institute from the cohort of 2017 on, that every portfolio made up for it fits.
pub(super) fn of_institute(random: &mut Random, institute: &str) -> Made {
    let mut made = from_cohort(random, "syn-op-2017", Size::Real, 2017);
    fit(random, &mut made.curriculum);
    made.curriculum.institute = Some(id!(InstituteId, "{institute}"));
    made
}

/// Makes that every made-up portfolio fits it, of whatever institute, partnership, mode of study and cohort from its first on.
fn fit(random: &mut Random, curriculum: &mut Curriculum<'static>) {
    (curriculum.last_cohort, curriculum.institute, curriculum.partnership) = (None, None, None);
    (curriculum.modes, curriculum.edition) = (Set::default(), None);
    let numbers = (1..=4).flat_map(|study_year| (1..=6).map(move |number| (study_year, number)));
    let assignments = numbers.map(|(study_year, number)| {
        let mut made = assignment(random, curriculum, 4 * (number - 1) + study_year - 1);
        made.study_year = Some(year(study_year));
        // The first of each study year is in every portfolio.
        made.required = Some(number == 1);
        made
    });
    curriculum.assignments = assignments.collect();
    let mut framework = AssessmentFramework::new();
    framework.scales = vec![words(random)];
    for number in 1..=4 {
        let kinds = [
            Some(AssessmentOf::Development),
            Some(AssessmentOf::Assignment),
            Some(AssessmentOf::SchoolDevelopmentTheme).filter(|_| number == 3),
            Some(AssessmentOf::GraduationResearch).filter(|_| number == 4),
        ];
        for of in kinds.into_iter().flatten() {
            let part = Component::new(component_id(number, of), year(number), of);
            let mut part = component(random, curriculum, part, "syn-voldoende");
            part.assignment = None;
            framework.components.push(part);
        }
    }
    framework.partners = Partner::ALL.iter().map(|partner| task(*partner)).collect();
    curriculum.assessment = Some(framework);
}

/// Three days at the institute and two at school, 60 EC of which 24 or more in practice; the days may be absent, those of the
/// fourth year mostly are.
fn study_year(random: &mut Random, number: usize) -> CurriculumYear {
    let mut made = CurriculumYear::new(year(number));
    if number < 4 || random.percent(30) {
        made.days_at_institute = Some(3_u8.try_into().unwrap());
        made.days_at_school = random.percent(95).then(|| 2_u8.try_into().unwrap());
    }
    made.study_load = Some(60_u16.try_into().unwrap());
    made.practice_load = Some(u16::try_from(random.between(24, 40)).unwrap().try_into().unwrap());
    made.studios_at_institute = Some(u16::try_from(random.between(1, 12)).unwrap().try_into().unwrap());
    made.studios_at_school = Some(u16::try_from(random.between(1, 12)).unwrap().try_into().unwrap());
    made.reading_aloud = Some(true);
    made.storytelling = Some(true);
    made.reading_aloud_subjects = [Subject::Dutch, Subject::DanceAndDrama].into_iter().collect();
    if random.percent(20) {
        made.reading_aloud_subjects.insert(Subject::Music);
    }
    made
}

/// An element that answers each of the five questions, and the other five too.
fn element(random: &mut Random, number: usize) -> CurriculumElement<'static> {
    let (title, place, with) = ELEMENT.get(number % ELEMENT.len()).copied().unwrap();
    let mut made = CurriculumElement::new(id!(ElementId, "syn-o-{number}"));
    made.title = Some(title.into());
    made.study_years = if random.percent(70) { every_year() } else { [year(3), year(4)].into_iter().collect() };
    made.rationale = Some(text(random, AIM, 1).into());
    made.content = Some(text(random, KNOWING, 1).into());
    made.grouping = Some(with.into());
    made.location = Some(place.into());
    made.time =
        Some(random.pick(&["het hele studiejaar", "in de eerste helft van het jaar", "in elke stageweek"]).into());
    made.aims = Some(text(random, AIM, 1).into());
    made.activities = Some(text(random, TASK, 1).into());
    made.teacher_role = Some(random.pick(&["begeleiden en vragen stellen", "voordoen en bespreken"]).into());
    made.materials = Some(random.pick(&["de methodes van de school", "het bewijsportfolio"]).into());
    made.assessment = Some(random.pick(&["een bewijs in het portfolio", "een gesprek met het duo"]).into());
    made
}

/// Profession themes and subject lines in which every competence of the edition and every knowledge base has a place: some
/// competences in the themes alone, some in the lines alone.
fn themes(random: &mut Random, curriculum: &mut Curriculum<'static>, size: Size) {
    let number = if size == Size::Bare { 1 } else { random.between(2, DefaultCubeTheme::ALL.len()) };
    for (at, theme) in DefaultCubeTheme::ALL.iter().enumerate().take(number) {
        let mut made = ProfessionTheme::new(id!(ProfessionThemeId, "syn-bt-{at}"));
        made.title = Some(theme.word().label.nl.into());
        made.study_years = every_year();
        made.cube_themes = vec![id!(ThemeId, "{}", theme.key())];
        curriculum.themes.push(made);
    }
    for (at, (title, subjects)) in LINE.iter().enumerate() {
        let mut made = SubjectLine::new(id!(SubjectLineId, "syn-vl-{at}"));
        made.title = Some((*title).into());
        made.study_years = every_year();
        made.subjects = subjects.iter().copied().collect();
        curriculum.subject_lines.push(made);
    }
    for competence in competences(edition(curriculum)) {
        let in_theme = random.percent(70);
        if in_theme {
            let at = random.below(number);
            curriculum.themes.iter_mut().skip(at).take(1).for_each(|theme| theme.competences.insert(competence));
        }
        if !in_theme || random.percent(20) {
            let at = random.below(LINE.len());
            curriculum.subject_lines.iter_mut().skip(at).take(1).for_each(|line| line.competences.insert(competence));
        }
    }
}

fn assignment(random: &mut Random, curriculum: &Curriculum<'_>, number: usize) -> Assignment<'static> {
    let of_edition: Vec<Competence> = competences(edition(curriculum)).collect();
    let study_year = number % 4 + 1;
    let mut made = Assignment::new(id!(AssignmentId, "syn-opdracht-{study_year}-{}", number / 4 + 1));
    made.title = Some(text(random, TITLE, 1).into());
    made.study_year = random.percent(90).then(|| year(study_year));
    made.required = random.pick(&[None, Some(false), Some(true)]);
    made.feed = Some(random.pick(AssignmentFeed::ALL));
    if made.feed == Some(AssignmentFeed::Subject) {
        made.subjects = [random.pick(Subject::ALL)].into_iter().collect();
    }
    made.practice = Some(true);
    made.parts = ActionPart::ALL.iter().copied().collect();
    made.competences = [random.pick(&of_edition), random.pick(&of_edition)].into_iter().collect();
    made
}

fn offer(random: &mut Random) -> SpecialisationOffer {
    let mut made = SpecialisationOffer::new();
    made.age_specialisations = AgeSpecialisation::ALL.iter().copied().collect();
    if random.percent(10) {
        made.age_specialisations = [random.pick(AgeSpecialisation::ALL)].into_iter().collect();
    }
    made.profile_subjects = Subject::ALL.iter().copied().filter(|subject| subject.area().is_some()).collect();
    made.profile_count = random.percent(80).then(|| 2_u16.try_into().unwrap());
    made.from_study_year = Some(year(3));
    made
}

/// Words with points, marks, or both; what is asked lies between the least and the greatest result of its scale.
fn framework(random: &mut Random, curriculum: &Curriculum<'_>, size: Size) -> AssessmentFramework<'static> {
    let mut made = AssessmentFramework::new();
    let of_marks = random.percent(40);
    let (of_words, sufficient) = (words(random), ["syn-voldoende", "5.5"]);
    let marks = marks(random);
    made.scales = if of_marks { vec![marks] } else { vec![of_words] };
    if size == Size::Real && random.percent(30) {
        // A second scale, which some parts name: an id of a result is there once, so it has none of the words.
        let mut passed = Scale::new(id!(ScaleId, "syn-s-af"), ScaleKind::Ordinal);
        passed.values = vec![value("syn-niet-af", Some(points(300))), value("syn-af", Some(points(800)))];
        made.scales.push(passed);
    }
    let asked = sufficient.get(usize::from(of_marks)).copied().unwrap();
    for number in 1..=4 {
        let kinds = [
            Some(AssessmentOf::Development),
            Some(AssessmentOf::Assignment),
            Some(AssessmentOf::Competence).filter(|_| size == Size::Real && random.percent(30)),
            Some(AssessmentOf::SchoolDevelopmentTheme).filter(|_| number == 3),
            Some(AssessmentOf::GraduationResearch).filter(|_| number == 4),
        ];
        for of in kinds.into_iter().flatten() {
            let part = Component::new(component_id(number, of), year(number), of);
            let mut part = component(random, curriculum, part, asked);
            // The first scale is that of a part which names none; some name it all the same.
            part.scale = made.scales.first().filter(|_| random.percent(40)).map(|scale| id!(ScaleId, "{}", scale.id));
            if of == AssessmentOf::Assignment && made.scales.len() == 2 {
                part.scale = Some(id!(ScaleId, "syn-s-af"));
                part.least_result = Some(id!(ResultId, "syn-af"));
            }
            made.components.push(part);
        }
        if random.percent(80) {
            made.pass_rules.push(pass_rule(random, year(number)));
        }
    }
    made.counts = random.pick(&[None, Some(CountingAttempt::Last), Some(CountingAttempt::Best)]);
    made.partners = Partner::ALL.iter().map(|partner| task(*partner)).collect();
    if random.percent(30) {
        made.partners.truncate(2);
    }
    made
}

fn value(id: &str, points: Option<Points>) -> ScaleValue<'static> {
    let mut made = ScaleValue::new(id!(ResultId, "{id}"));
    made.points = points;
    made
}

fn words(random: &mut Random) -> Scale<'static> {
    let mut scale = Scale::new(id!(ScaleId, "syn-s-woorden"), ScaleKind::Ordinal);
    if random.percent(40) {
        let mut absent = value("syn-niet-verschenen", None);
        absent.counts = Some(false);
        scale.values.push(absent);
    }
    let values = [("syn-onvoldoende", 400), ("syn-voldoende", 600), ("syn-ruim-voldoende", 700), ("syn-goed", 800)];
    scale.values.extend(values.map(|(id, hundredths)| value(id, Some(points(hundredths)))));
    scale
}

fn marks(random: &mut Random) -> Scale<'static> {
    let mut scale = Scale::new(id!(ScaleId, "syn-s-cijfers"), ScaleKind::Numeric);
    scale.least = Some(points(100));
    scale.most = Some(points(1000));
    // From 1 to 5.5 are nine steps of a half and 45 of a tenth.
    scale.step = random.pick(&[None, Some(points(10)), Some(points(50))]);
    scale
}

fn component(
    random: &mut Random,
    curriculum: &Curriculum<'_>,
    mut made: Component<'static>,
    asked: &str,
) -> Component<'static> {
    made.least_result = Some(id!(ResultId, "{asked}"));
    made.required = random.pick(&[None, None, Some(true)]);
    made.weight = random.percent(40).then(|| u16::try_from(random.between(1, 5)).unwrap().try_into().unwrap());
    made.least_evidence = random.percent(50).then(|| u16::try_from(random.between(1, 4)).unwrap().try_into().unwrap());
    let of_research = matches!(made.of, AssessmentOf::SchoolDevelopmentTheme | AssessmentOf::GraduationResearch);
    let assess = if of_research {
        [Role::SubjectExpert, Role::MethodologicalExpert]
    } else {
        [Role::SchoolTrainer, Role::InstituteTrainer]
    };
    made.assessors = assess.into_iter().collect();
    if random.percent(20) {
        made.assessors.insert(Role::Lecturer);
    }
    if made.of == AssessmentOf::Competence {
        made.competences = competences(edition(curriculum)).collect();
    }
    if made.of == AssessmentOf::Assignment && random.percent(50) {
        let of_year = |one: &&Assignment<'_>| one.study_year == Some(made.study_year);
        let named = curriculum.assignments.iter().find(of_year).map(|one| id!(AssignmentId, "{}", one.id));
        made.assignment = named;
    }
    made.quarter = random.percent(60).then(|| u8::try_from(random.between(1, 4)).unwrap().try_into().unwrap());
    made.most_attempts = random.percent(60).then(|| 2_u8.try_into().unwrap());
    made
}

/// The greatest results have an average of 8 or more and are all enough; the least have one of 4 or less.
fn pass_rule(random: &mut Random, study_year: StudyYear) -> PassRule {
    let kind = random.pick(PassRuleKind::ALL);
    let mut made = PassRule::new(study_year, kind);
    if kind == PassRuleKind::Points {
        made.threshold = Some(points(random.pick(&[500, 550, 600])));
        made.round_to = random.pick(&[None, Some(points(10)), Some(points(50)), Some(points(100))]);
        made.most_below = random.percent(50).then(|| 1_u16.try_into().unwrap());
        made.floor = random.percent(30).then(|| points(400));
    }
    made
}

fn task(partner: Partner) -> PartnerTask<'static> {
    let mut made = PartnerTask::new(partner);
    let (roles, tasks, responsibility): (&[Role], &str, &str) = match partner {
        Partner::Institute => (&[Role::InstituteTrainer], "beoordeelt samen met de school", "bewaakt het eindniveau"),
        Partner::Schools => (&[Role::SchoolTrainer], "beoordeelt samen met het instituut", "geeft ruimte in de groep"),
        Partner::Boards => (&[], "maakt tijd vrij voor opleiders", "zorgt voor geschoolde opleiders"),
    };
    made.roles = roles.iter().copied().collect();
    made.tasks = Some(tasks.into());
    made.responsibility = Some(responsibility.into());
    made
}

fn research(random: &mut Random) -> ResearchLine {
    let mut made = ResearchLine::new();
    made.method = random.percent(90).then_some(ResearchMethod::DesignResearch);
    made.theme_study_year = Some(year(3));
    made.theme_in_groups = Some(true);
    made.graduation_individual = Some(true);
    made.graduation_study_year = random.percent(80).then(|| year(4));
    made.exhibitions_per_year = Some(u16::try_from(random.between(1, 2)).unwrap().try_into().unwrap());
    made.audience =
        Audience::ALL.iter().copied().filter(|one| *one != Audience::Others || random.percent(30)).collect();
    made
}
