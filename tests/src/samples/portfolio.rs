//! A portfolio in which nothing is wrong on its reference day.

use std::borrow::Cow;

use chrono::{Days, Months, NaiveDate};
use twentse_kubus::document::grammar::Closed;
use twentse_kubus::document::{
    Accent, Activity, Advice, Assessment, AssessmentOf, Assessor, Attachment, Attempt, Authority, Credits, DaysPerWeek,
    Decimal, Decision, DecisionKind, Design, DesignStep, DevelopmentTheme, Evidence, EvidenceKind, Goal, GoalKind,
    GraduationResearch, Group, GroupMember, Judgement, Lio, Matching, Period, PersonInRole, Placement, PlacementKind,
    PlacementWeek, Portfolio, PortfolioFormat, ProfessionalAction, Pupils, Reflection, ReflectionCycle, ReflectionForm,
    ReflectionLevels, Research, ResearchMethod, SchoolYear, Set, Setting, Sha256, Specialisation, State, Student,
    Studio, StudioInput, StudioKind, StudioLocation, StudyYear, Talk, Weekday, YearEntry, YearOutcome,
};
use twentse_kubus::frameworks::{
    AgeSpecialisation, Competence, CompetenceEdition, DesignPhase, Role, StudyMode, Subject,
};

use super::phrases::{
    ADVICE, CONTEXT, DOING, KNOWING, NEXT, PERSON, PERSON_COUNT, SCHOOL_COUNT, SEEING, TASK, TITLE, WISH, person,
    school, text,
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
    ($kind:ident, $($written:tt)*) => { twentse_kubus::document::$kind::new(format!($($written)*)).unwrap() };
}
pub(super) use id;

/// A person by number; the same number has the same name in all portfolios.
pub(super) fn in_role(number: usize, role: Role) -> PersonInRole<'static> {
    let mut one = PersonInRole::new(id!(PersonId, "syn-p-{number:03}"));
    one.name = Some(person(number).into());
    one.role = Some(role);
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

/// One study year: where the student is, and with whom.
struct Year {
    number: usize,
    first: NaiveDate,
    /// Last day that something can have happened on.
    last: NaiveDate,
    ended: bool,
    began: SchoolYear,
    school: usize,
    mentor: usize,
    school_trainer: usize,
    institute_trainer: usize,
}

impl Year {
    fn study_year(&self) -> Option<StudyYear> {
        StudyYear::new(u8::try_from(self.number).unwrap())
    }

    /// A day of this year, as so many days after its first, and never after the reference day.
    fn day(&self, after: usize) -> NaiveDate {
        (self.first + Days::new(after as u64)).min(self.last)
    }
}

struct Maker<'r> {
    random: &'r mut Random,
    portfolio: Portfolio<'static>,
    competences: Vec<Competence>,
    /// How many pieces of evidence there are; decides which competence the next one shows.
    proofs: usize,
    /// How many sentences more a text has: who studies longer, writes more.
    practised: usize,
}

/// How much a portfolio holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// As much as that of a real student.
    Real,
    /// One of each thing that a study year has.
    Bare,
}

/// Makes a portfolio in which nothing is wrong.
pub(super) fn make(random: &mut Random, student: &str, size: Size) -> Made {
    let mode = match random.below(100) {
        0..70 => StudyMode::FullTime,
        70..82 => StudyMode::PartTime,
        82..92 => StudyMode::Dual,
        _ => StudyMode::LateralEntry,
    };
    let graduated = mode != StudyMode::LateralEntry && random.percent(20);
    let years = match (graduated, mode) {
        (true, _) => 4,
        (false, StudyMode::LateralEntry) => random.between(1, 2),
        (false, _) => random.between(1, 4),
    };
    let cohort = random.between(2009, 2022);
    let break_after = (years > 2 && random.percent(12)).then_some(2);
    let may_repeat = break_after.is_none() && mode != StudyMode::LateralEntry && size == Size::Real;
    let repeated = (may_repeat && random.percent(9)).then(|| random.between(1, years));
    let late = |number: usize| {
        break_after.is_some_and(|after| number > after) || repeated.is_some_and(|first| number >= first)
    };
    let last_first = first_day(cohort + years - 1 + usize::from(late(years)));
    let as_of =
        last_first + Days::new(if graduated { random.between(315, 330) } else { random.between(95, 280) } as u64);
    let edition = if cohort < 2017 { CompetenceEdition::Edition2005 } else { CompetenceEdition::Edition2017 };

    let mut portfolio = Portfolio::new(PortfolioFormat, Student::new(id!(StudentId, "{student}")));
    portfolio.synthetic = Some(true);
    portfolio.student.name = random.percent(80).then(|| person(random.below(PERSON_COUNT)).into());
    portfolio.student.cohort = school_year(cohort);
    portfolio.student.institute = Some(id!(InstituteId, "syn-instituut-{}", random.between(1, 3)));
    portfolio.student.partnership = Some(id!(PartnershipId, "syn-partnerschap-{}", random.between(1, 4)));
    portfolio.student.mode = Some(mode);
    if break_after.is_some() {
        let first = first_day(cohort + 2);
        portfolio.student.interruptions.push(period(first, first + Days::new(360)));
    }

    let budget = random.between(if years > 2 { 46_000 } else { 33_000 }, 54_000);
    let competences = Competence::ALL.iter().copied().filter(|one| one.edition() == Some(edition)).collect();
    let mut maker = Maker { random, portfolio, competences, proofs: 0, practised: usize::from(years > 2) };
    let first_school = maker.random.below(SCHOOL_COUNT);
    let first_person = maker.random.below(PERSON_COUNT);
    let all: Vec<Year> = (1..=years)
        .map(|number| {
            let began = cohort + number - 1 + usize::from(late(number));
            let one = |offset| (first_person + offset) % PERSON_COUNT;
            Year {
                number,
                first: first_day(began),
                last: as_of.min(first_day(began) + Days::new(310)),
                ended: number < years || graduated,
                began: school_year(began).unwrap(),
                // A step that shares no divisor with the number of schools: no school twice.
                school: (first_school + 3 * number) % SCHOOL_COUNT,
                mentor: one(10 * number),
                school_trainer: one(10 * number + 1),
                institute_trainer: one(5),
            }
        })
        .collect();
    for year in &all {
        if repeated == Some(year.number) {
            maker.first_run(year);
        }
        maker.year(year, mode);
    }
    if let Some(third) = all.get(2) {
        maker.specialise(third);
        maker.research(third, all.get(3), graduated);
    }
    if size == Size::Real {
        maker.fill(&all, budget);
    }
    maker.portfolio.evidence.sort_by_key(|one| one.date);
    maker.portfolio.reflections.sort_by_key(|one| one.date);
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
        let first = year.first - Months::new(12);
        let mut entry = YearEntry::new(SchoolYear::of(first).unwrap(), year.study_year().unwrap());
        entry.from = Some(first);
        entry.outcome = Some(YearOutcome::Repeats);
        entry.outcome_on = Some(first + Days::new(308));
        self.portfolio.student.years.push(entry);
    }

    /// Who repeats a study year stays at the school. The placement stands last: it was entered when all others had been.
    fn place_first_run(&mut self, year: &Year) {
        let second = self.portfolio.placements.iter().find(|placement| placement.study_year == year.study_year());
        let mut placement = second.unwrap().clone();
        let first = year.first - Months::new(12);
        let stay = period(first + Days::new(7), first + Days::new(300));
        placement.id = id!(PlacementId, "syn-pl-{}-eerst", year.number);
        placement.school_year = SchoolYear::of(first);
        placement.mentors.iter_mut().for_each(|mentor| mentor.period = Some(stay.clone()));
        placement.period = Some(stay);
        (placement.matching, placement.talks, placement.weeks) = (None, Vec::new(), Vec::new());
        (placement.kind, placement.lio) = (None, None);
        self.portfolio.placements.push(placement);
    }

    /// What a student is still working on: it need not be whole.
    fn drafts(&mut self, year: &Year) {
        if self.random.percent(30) {
            self.evidence(year);
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
            entry.outcome_on = Some(year.day(308));
        }
        self.portfolio.student.years.push(entry);
        self.place(year, mode);
        for at in 1..=2 {
            self.goal(year, at);
            self.studio(year, at);
        }
        self.design(year);
        // Two study years of four show each competence.
        for _ in 0..(if year.number > 2 { 3 } else { 4 }) {
            self.evidence(year);
        }
        self.reflect(year);
        self.assess(year);
    }

    fn place(&mut self, year: &Year, mode: StudyMode) {
        let number = year.number;
        let mut placement = Placement::new(id!(PlacementId, "syn-pl-{number}"));
        placement.school_year = Some(year.began);
        placement.study_year = year.study_year();
        placement.school = Some(id!(SchoolId, "syn-school-{:02}", year.school));
        placement.school_name = Some(school(year.school).into());
        placement.period = Some(period(year.day(7), year.first + Days::new(300)));
        let days = match mode {
            StudyMode::Dual | StudyMode::LateralEntry => 300,
            StudyMode::PartTime => self.random.pick(&[100, 150]),
            StudyMode::FullTime => 200,
        };
        placement.days_at_school = DaysPerWeek::new(Decimal::hundredths(days));
        placement.days_at_institute = DaysPerWeek::new(Decimal::hundredths(if days < 200 { 100 } else { 500 - days }));
        let weekdays = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday];
        placement.weekdays = weekdays.into_iter().skip(number % 2).take(days.div_ceil(100) as usize).collect();
        // Lower, middle and upper band in turn.
        let groups = match number % 3 {
            1 => self.random.pick(&[[1, 2], [2, 2], [1, 1]]),
            2 => self.random.pick(&[[3, 4], [4, 5], [3, 3]]),
            _ => self.random.pick(&[[6, 7], [7, 8], [8, 8]]),
        };
        placement.groups = groups.into_iter().filter_map(Group::new).collect();
        // All bands were met by then.
        match self.random.below(10) {
            0 if number == 4 => {
                placement.setting = Some(Setting::SpecialEducation);
                placement.groups = Set::default();
            }
            1 if number == 4 => placement.kind = Some(PlacementKind::Abroad),
            _ => {}
        }
        placement.accent = Some(if number < 3 { Accent::Class } else { Accent::Differentiation });
        let mut mentor = in_role(year.mentor, Role::Mentor);
        mentor.period = Some(Period::new(year.day(7)));
        placement.mentors.push(mentor);
        placement.trainers.push(in_role(year.school_trainer, Role::SchoolTrainer));
        placement.trainers.push(in_role(year.institute_trainer, Role::InstituteTrainer));
        let mut matching = Matching::new();
        matching.by = Some(in_role(year.school_trainer, Role::SchoolTrainer));
        matching.on = Some(year.day(3));
        matching.learning_question = self.text(WISH, 2);
        placement.matching = Some(matching);
        let mut talk = Talk::new(year.day(self.random.between(50, 90)));
        talk.present = vec![
            in_role(year.mentor, Role::Mentor),
            in_role(year.school_trainer, Role::SchoolTrainer),
            in_role(year.institute_trainer, Role::InstituteTrainer),
        ];
        talk.notes = self.text(ADVICE, 3);
        placement.talks.push(talk);
        let mut week = PlacementWeek::new(id!(PlacementWeekId, "syn-wk-{number}"));
        week.period = Some(period(year.day(56), year.day(60)));
        placement.weeks.push(week);
        if mode == StudyMode::Dual && number == 4 {
            placement.kind = Some(PlacementKind::Lio);
            let mut lio = Lio::new();
            lio.credits_at_start = Credits::new(180);
            lio.statement = Some(true);
            lio.responsible_teacher = Some(in_role(year.mentor, Role::Teacher));
            placement.lio = Some(lio);
        }
        self.portfolio.placements.push(placement);
    }

    fn goal(&mut self, year: &Year, at: usize) {
        let wish = text(self.random, WISH, 1);
        let kind = if wish.ends_with('?') { GoalKind::LearningQuestion } else { GoalKind::LearningGoal };
        let mut goal = Goal::new(id!(GoalId, "syn-g-{}-{at}", year.number), kind, wish.into());
        goal.competences = self.some_competences();
        goal.set_on = Some(year.day(10 + at));
        self.portfolio.goals.push(goal);
    }

    fn some_competences(&mut self) -> Set<Competence> {
        (0..2).map(|_| self.random.pick(&self.competences)).collect()
    }

    fn studio(&mut self, year: &Year, at: usize) {
        let number = year.number;
        let mut studio = Studio::new(id!(StudioId, "syn-at-{number}-{at}"));
        let closing = at == 2;
        studio.date = Some(year.day(if closing { 60 } else { 30 }));
        studio.location = Some(if closing { StudioLocation::School } else { StudioLocation::Institute });
        studio.kind = Some(if closing { StudioKind::Closing } else { StudioKind::Regular });
        let lead = if closing {
            studio.week = Some(id!(PlacementWeekId, "syn-wk-{number}"));
            studio.inputs = [StudioInput::SharedExperience, self.random.pick(StudioInput::ALL)].into_iter().collect();
            in_role(year.school_trainer, Role::SchoolTrainer)
        } else {
            studio.taken_up_in.push(id!(StudioId, "syn-at-{number}-2"));
            in_role((year.institute_trainer + 1) % PERSON_COUNT, Role::StudyCareerCoach)
        };
        studio.led_by.push(lead);
        studio.attended = self.random.percent(15).then_some(true);
        studio.competences = self.some_competences();
        studio.design_competences = self.design_competences();
        studio.insights = self.text(SEEING, 2);
        studio.next_steps = self.text(NEXT, 1);
        self.portfolio.studios.push(studio);
    }

    fn design_competences(&mut self) -> Set<twentse_kubus::document::DesignCompetence> {
        let drawn = (0..3).map(|_| self.random.between(1, 12));
        drawn
            .filter_map(|slot| u8::try_from(slot).ok().and_then(twentse_kubus::document::DesignCompetence::new))
            .collect()
    }

    fn design(&mut self, year: &Year) {
        let number = year.number;
        let mut design = Design::new(id!(DesignId, "syn-ont-{number}"));
        design.title = self.title();
        design.goals.push(id!(GoalId, "syn-g-{number}-1"));
        design.own_goal = if self.random.percent(50) { self.text(WISH, 1) } else { None };
        design.task_for_children = self.text(TASK, 1);
        design.subject = Some(self.random.pick(Subject::ALL));
        design.groups = self.portfolio.placements.last().unwrap().groups;
        design.school_methods.push("Stap voor stap, de (verzonnen) methode van de school".into());
        design.design_competences = self.design_competences();
        for (at, phase) in DesignPhase::ALL.iter().enumerate() {
            let mut step = DesignStep::new(*phase);
            step.period = Some(period(year.day(30 + 12 * at), year.day(40 + 12 * at)));
            design.phases.push(step);
        }
        design.placement = Some(id!(PlacementId, "syn-pl-{number}"));
        design.studios.push(id!(StudioId, "syn-at-{number}-1"));
        design.state = Some(State::Submitted);
        design.submitted_on = Some(year.day(84));
        self.portfolio.designs.push(design);
    }

    /// A piece of evidence. The first of a study year shows reading aloud or storytelling.
    fn evidence(&mut self, year: &Year) {
        let number = year.number;
        self.proofs += 1;
        let proofs = self.proofs;
        let first = !self
            .portfolio
            .evidence
            .iter()
            .any(|one| one.placement.as_ref().is_some_and(|id| id.as_str() == format!("syn-pl-{number}")));
        let kind = self.random.pick(EvidenceKind::ALL);
        let mut proof = Evidence::new(id!(EvidenceId, "syn-ev-{proofs:02}"), kind);
        proof.title = self.title();
        proof.description = self.text(if first { SEEING } else { DOING }, 3);
        let day = year.day(if first { 45 } else { self.random.between(20, 285) });
        proof.date = Some(day);
        proof.added_on = Some((day + Days::new(self.random.between(0, 6) as u64)).min(year.last));
        proof.placement = Some(id!(PlacementId, "syn-pl-{number}"));
        if self.random.percent(40) {
            proof.studios.push(id!(StudioId, "syn-at-{number}-{}", self.random.between(1, 2)));
        }
        proof.subject = Some(self.random.pick(Subject::ALL));
        let shown = self.competences.get(proofs % self.competences.len()).copied();
        proof.competences = shown.into_iter().chain(Some(self.random.pick(&self.competences))).collect();
        proof.goals.push(id!(GoalId, "syn-g-{number}-{}", self.random.between(1, 2)));
        if first || self.random.percent(85) {
            proof.practice = Some(true);
            let mut action = ProfessionalAction::new();
            action.knowledge = self.text(KNOWING, 2);
            action.context = self.text(CONTEXT, 2);
            action.person = self.text(PERSON, 2);
            proof.action = Some(action);
            if first || self.random.percent(40) {
                proof.assignment = Some(id!(AssignmentId, "syn-opdracht-{number}-{}", self.random.between(1, 6)));
            }
        }
        proof.activity = Some(if first {
            self.random.pick(&[Activity::ReadingAloud, Activity::Storytelling])
        } else {
            self.random.pick(&[
                Activity::Lesson,
                Activity::LessonObservation,
                Activity::GroupPlan,
                Activity::ParentTalk,
            ])
        });
        if self.random.percent(25) {
            let other = (year.mentor + 2 + self.random.below(5)) % PERSON_COUNT;
            proof.together_with.push(in_role(other, Role::Student));
        }
        if self.random.percent(70) {
            proof.vouched_by.push(in_role(year.mentor, Role::Mentor));
        }
        for at in 1..=self.random.between(0, 2) {
            let (ending, media) = self.random.pick(&[
                ("pdf", "application/pdf"),
                ("jpg", "image/jpeg"),
                ("mp4", "video/mp4"),
                ("txt", "text/plain"),
            ]);
            let mut attachment = Attachment::new(format!("bewijs-{proofs:02}-{at}.{ending}").into());
            attachment.media_type = Some(media.into());
            let digits: String = (0..4).map(|_| format!("{:016x}", self.random.number())).collect();
            attachment.sha256 = Sha256::parse(&digits);
            proof.attachments.push(attachment);
        }
        proof.pupils = Some(self.random.pick(Pupils::ALL));
        proof.parents_consent = (proof.pupils == Some(Pupils::Recognisable)).then_some(true);
        proof.state = Some(State::Submitted);
        self.portfolio.evidence.push(proof);
    }

    /// A reflection on the evidence made last; at head, heart and hands, or by the cycle, in turn.
    fn reflect(&mut self, year: &Year) {
        let at = self.portfolio.reflections.len() + 1;
        let mut reflection = Reflection::new(id!(ReflectionId, "syn-re-{at:02}"));
        reflection.about = self.title();
        let on = self.portfolio.evidence.last().unwrap();
        reflection.evidence.push(on.id.clone());
        reflection.date = on.added_on;
        reflection.goals.push(id!(GoalId, "syn-g-{}-2", year.number));
        if at % 2 == 1 {
            reflection.form = Some(ReflectionForm::Levels);
            reflection.studio = Some(id!(StudioId, "syn-at-{}-2", year.number));
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

    /// An assessment that rests on evidence of the study year, by the duo.
    fn assessment(&mut self, year: &Year, of: AssessmentOf, day: NaiveDate) -> Assessment<'static> {
        let at = self.portfolio.assessments.len() + 1;
        let mut made = Assessment::new(id!(AssessmentId, "syn-bo-{at}"), of);
        made.study_year = year.study_year();
        made.date = Some(day);
        made.result = Some(id!(ResultId, "syn-{}", self.random.pick(&["voldoende", "goed", "ruim-voldoende"])));
        made.is_final = Some(year.ended);
        made.competences = self.some_competences();
        made.evidence.push(self.portfolio.evidence.last().unwrap().id.clone());
        made.assessors.push(assessor(year.school_trainer, Role::SchoolTrainer));
        let mut examiner = assessor(year.institute_trainer, Role::InstituteTrainer);
        examiner.examiner = Some(true);
        made.assessors.push(examiner);
        made.attempt = Attempt::new(1);
        made
    }

    /// Development is assessed each year, and decided on once the year has ended.
    fn assess(&mut self, year: &Year) {
        let day = year.day(290);
        let mut development = self.assessment(year, AssessmentOf::Development, day);
        development.talks = self.portfolio.placements.last().unwrap().talks.iter().map(|talk| talk.date).collect();
        let mut advice = Advice::new();
        advice.by = Some(in_role(year.mentor, Role::Mentor));
        advice.date = Some(day);
        advice.text = self.text(ADVICE, 3);
        development.mentor_advice = Some(advice);
        let mut own = Judgement::new();
        own.date = Some(day);
        own.text = self.text(PERSON, 4);
        development.self_assessment = Some(own);
        let id = development.id.clone();
        self.portfolio.assessments.push(development);
        if year.ended {
            let mut assignment = self.assessment(year, AssessmentOf::Assignment, year.day(280));
            assignment.assignment = Some(id!(AssignmentId, "syn-opdracht-{}-1", year.number));
            self.portfolio.assessments.push(assignment);
            let mut decision = Decision::new(id!(DecisionId, "syn-be-{}", year.number), DecisionKind::Year);
            decision.study_year = year.study_year();
            decision.authority = Some(Authority::Duo);
            decision.on = Some(year.day(306));
            decision.by.push(in_role(year.school_trainer, Role::SchoolTrainer));
            decision.by.push(in_role(year.institute_trainer, Role::InstituteTrainer));
            decision.assessments.push(id);
            self.portfolio.decisions.push(decision);
        }
    }

    fn specialise(&mut self, third: &Year) {
        let mut chosen = Specialisation::new();
        chosen.age_specialisation = Some(self.random.pick(AgeSpecialisation::ALL));
        let arts = self.random.pick(&[Subject::Music, Subject::DanceAndDrama, Subject::VisualArts]);
        let world = self.random.pick(&[Subject::Geography, Subject::History, Subject::NatureAndTechnology]);
        chosen.profile_subjects = [arts, world].into_iter().collect();
        chosen.chosen_on = Some(third.first - Days::new(self.random.between(60, 140) as u64));
        chosen.in_effect_from = Some(third.first);
        self.portfolio.specialisation = Some(chosen);
    }

    fn research(&mut self, third: &Year, fourth: Option<&Year>, graduated: bool) {
        let experts = |year: &Year| [(year.mentor + 7) % PERSON_COUNT, (year.mentor + 8) % PERSON_COUNT];
        let guides = |year: &Year| {
            let [subject, method] = experts(year);
            vec![in_role(subject, Role::SubjectExpert), in_role(method, Role::MethodologicalExpert)]
        };
        let mut research = Research::new();
        let mut theme = DevelopmentTheme::new(id!(DevelopmentThemeId, "syn-sot-1"));
        theme.title = self.title();
        theme.study_year = third.study_year();
        theme.school = Some(id!(SchoolId, "syn-school-{:02}", third.school));
        theme.started_on = Some(third.day(40));
        theme.group.push(GroupMember::new(self.portfolio.student.id.clone()));
        for _ in 0..self.random.between(1, 3) {
            theme.group.push(GroupMember::new(id!(StudentId, "syn-st-groep-{:04}", self.random.below(10_000))));
        }
        theme.school_team.push(in_role(third.mentor, Role::Teacher));
        theme.design_question = self.text(WISH, 1);
        theme.method = Some(ResearchMethod::DesignResearch);
        theme.guides = guides(third);
        theme.exhibited_on = third.ended.then(|| third.day(270));
        research.school_development_themes.push(theme);
        let assessed = |maker: &mut Self, year: &Year, of| {
            let mut made = maker.assessment(year, of, year.day(295));
            let [subject, method] = experts(year);
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
            graduation.set_on = Some(fourth.day(40));
            graduation.set_with.push(in_role(fourth.school_trainer, Role::SchoolTrainer));
            graduation.recognised_in_own_group = self.text(SEEING, 2);
            graduation.started_on = Some(fourth.day(60));
            graduation.method = Some(ResearchMethod::DesignResearch);
            graduation.guides = guides(fourth);
            research.graduation = Some(graduation);
            if graduated {
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
            self.evidence(year);
            bytes += serde_json::to_string(self.portfolio.evidence.last().unwrap()).unwrap().len();
            self.reflect(year);
            bytes += serde_json::to_string(self.portfolio.reflections.last().unwrap()).unwrap().len();
        }
    }

    fn graduate(&mut self, fourth: &Year) {
        let mut decision = Decision::new(id!(DecisionId, "syn-be-diploma"), DecisionKind::Graduation);
        decision.authority = Some(Authority::ExaminationBoard);
        decision.on = Some(fourth.day(309));
        decision.assessments = self.portfolio.assessments.iter().map(|made| made.id.clone()).collect();
        self.portfolio.decisions.push(decision);
    }
}
