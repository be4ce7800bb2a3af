//! Made-up portfolios hold what an insider would not doubt: lessons on school days, reflections after what they look back
//! on, assessments after their evidence, decisions after their assessments and by who may take them, plausible credits.
//!
//! None of this is a rule of the library; what a rule requires as well is checked on every day of a portfolio's life.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::{Datelike, Months, NaiveDate};
use serde_json::{Value, json};
use twentse_kubus::Severity;
use twentse_kubus::Validator;
use twentse_kubus::documents::{
    Activity, AssessmentOf, Authority, DecisionKind, EvidenceKind, Period, Placement, Portfolio, SchoolYear,
    StudioKind, StudioLocation, Weekday, YearOutcome, parse_date,
};
use twentse_kubus::frameworks::Role;
use twentse_kubus::grammar::Closed as _;
use twentse_kubus_conformance::samples::calendar::{is_lesson_day, is_school_day, is_school_holiday, is_working_day};
use twentse_kubus_conformance::samples::{Sample, bare, can_be_made_up, generate, generate_on};
use twentse_kubus_conformance::vectors::{NORMAL_LIFE, Vector, all};

/// What an insider would not believe of a portfolio.
struct Doubts<'a> {
    portfolio: &'a Portfolio<'a>,
    found: Vec<String>,
}

/// Everything that is doubtful in a portfolio as it is on a day.
fn doubts(json: &str, as_of: NaiveDate) -> Vec<String> {
    let portfolio = Portfolio::from_json(json).unwrap();
    let mut doubts = Doubts { portfolio: &portfolio, found: Vec::new() };
    doubts.on_placements();
    doubts.on_studios();
    doubts.on_designs();
    doubts.on_evidence(as_of);
    doubts.on_reflections(as_of);
    doubts.on_assessments(as_of);
    doubts.on_decisions(as_of);
    doubts.on_research();
    doubts.found
}

fn holds(period: Option<&Period>, day: NaiveDate) -> bool {
    period.is_none_or(|period| period.from <= day && period.until.is_none_or(|until| day <= until))
}

/// Whether the student gives lessons there on a day: one of the weekdays, or a day of a placement week.
fn is_there(placement: &Placement<'_>, day: NaiveDate) -> bool {
    let weekday = Weekday::ALL.get(day.weekday().num_days_from_monday() as usize).copied().unwrap();
    let in_week = placement.weeks.iter().any(|week| week.period.is_some() && holds(week.period.as_ref(), day));
    is_lesson_day(day) && holds(placement.period.as_ref(), day) && (placement.weekdays.contains(weekday) || in_week)
}

impl Doubts<'_> {
    fn doubt(&mut self, doubtful: bool, what: &str, id: &str, day: Option<NaiveDate>) {
        if doubtful {
            self.found.push(format!("{what}: {id} {}", day.map(|day| day.to_string()).unwrap_or_default()));
        }
    }

    fn on_placements(&mut self) {
        for placement in &self.portfolio.placements {
            let id = placement.id.as_str();
            let period = placement.period.as_ref().unwrap();
            for day in [Some(period.from), period.until].into_iter().flatten() {
                self.doubt(is_school_holiday(day), "a placement begins and ends while school is in", id, Some(day));
            }
            if let Some(matching) = &placement.matching {
                let day = matching.on.unwrap();
                self.doubt(!is_working_day(day), "who matches does so on a working day", id, Some(day));
                self.doubt(day > period.from, "matched before the placement begins", id, Some(day));
            }
            for talk in &placement.talks {
                let open = is_school_day(talk.date) && holds(Some(period), talk.date);
                self.doubt(!open, "talks are held on school days of the placement", id, Some(talk.date));
            }
            for week in &placement.weeks {
                let days = week.period.as_ref().unwrap();
                let until = days.until.unwrap();
                let open = days.from.iter_days().take_while(|day| *day <= until).all(is_school_day);
                let whole = open && (until - days.from).num_days() == 4 && holds(Some(period), until);
                self.doubt(!whole, "a placement week is a whole school week", week.id.as_str(), Some(days.from));
            }
            if let Some(lio) = &placement.lio {
                let passed = self.portfolio.student.years.iter().filter(|year| {
                    year.outcome == Some(YearOutcome::Passed) && year.outcome_on.is_some_and(|day| day <= period.from)
                });
                let earned = 60 * passed.count();
                let credits = usize::from(lio.credits_at_start.unwrap().get());
                self.doubt(credits < earned, "who passed a year has its credits", id, Some(period.from));
                let stated = lio.statement == Some(true);
                self.doubt(stated == (credits >= 180), "below 180 credits there is a statement", id, Some(period.from));
            }
        }
        if let Some(specialisation) = &self.portfolio.specialisation {
            let (chosen, from) = (specialisation.chosen_on.unwrap(), specialisation.in_effect_from.unwrap());
            self.doubt(
                !is_working_day(chosen) || chosen > from,
                "a choice is made before it is in effect",
                "",
                Some(chosen),
            );
        }
    }

    fn on_studios(&mut self) {
        for studio in &self.portfolio.studios {
            let (id, day) = (studio.id.as_str(), studio.date.unwrap());
            let at_school = self.portfolio.placements.iter().any(|placement| is_there(placement, day));
            match studio.location.unwrap() {
                StudioLocation::School => {
                    self.doubt(!at_school, "a studio at the school is held on a day at the school", id, Some(day));
                }
                StudioLocation::Institute => {
                    let fits = is_working_day(day) && !at_school;
                    self.doubt(!fits, "a studio at the institute is held on a day at the institute", id, Some(day));
                }
            }
            let mut weeks = self.portfolio.placements.iter().flat_map(|placement| &placement.weeks);
            let week = weeks.find(|week| Some(&week.id) == studio.week.as_ref());
            let closes = week.is_some_and(|week| week.period.as_ref().unwrap().until == Some(day));
            let closing = studio.kind == Some(StudioKind::Closing);
            self.doubt(closing && !closes, "a closing studio closes its week", id, Some(day));
            for later in &studio.taken_up_in {
                let later = self.portfolio.studios.iter().find(|one| one.id == *later).unwrap();
                self.doubt(later.date <= studio.date, "a studio is taken up in a later one", id, later.date);
            }
        }
    }

    fn on_designs(&mut self) {
        for design in self.portfolio.designs.iter().filter(|design| design.submitted_on.is_some()) {
            let (id, submitted) = (design.id.as_str(), design.submitted_on.unwrap());
            let phases: Vec<&Period> = design.phases.iter().filter_map(|step| step.period.as_ref()).collect();
            let ended = phases.iter().filter_map(|phase| phase.until).max();
            self.doubt(ended > Some(submitted), "a design is submitted after its last phase", id, Some(submitted));
            // The third phase is the one with the children.
            let realised = phases.get(2).unwrap().from;
            self.doubt(!is_school_day(realised), "a design is realised when school is in", id, Some(realised));
            let mut goals = self.portfolio.goals.iter().filter(|goal| design.goals.contains(&goal.id));
            self.doubt(goals.any(|goal| goal.set_on > Some(submitted)), "goals are set before", id, Some(submitted));
        }
    }

    fn on_evidence(&mut self, as_of: NaiveDate) {
        for proof in &self.portfolio.evidence {
            let (id, day, added) = (proof.id.as_str(), proof.date.unwrap(), proof.added_on.unwrap());
            self.doubt(added < day || added > as_of, "evidence is added once it is there", id, Some(added));
            let placement = self.portfolio.placements.iter().find(|one| Some(&one.id) == proof.placement.as_ref());
            let lesson = proof.practice == Some(true)
                && !matches!(
                    proof.activity,
                    Some(Activity::ParentTalk | Activity::TeamMeeting | Activity::Intervision)
                );
            let open = if lesson { is_there(placement.unwrap(), day) } else { is_school_day(day) };
            self.doubt(!open, "lessons are given on days at the school", id, Some(day));
            for studio in self.portfolio.studios.iter().filter(|studio| proof.studios.contains(&studio.id)) {
                self.doubt(studio.date > Some(added), "evidence rests on studios that were held", id, studio.date);
            }
            for goal in self.portfolio.goals.iter().filter(|goal| proof.goals.contains(&goal.id)) {
                self.doubt(goal.set_on > Some(added), "goals are set before they are taken up", id, goal.set_on);
            }
            let media = [(EvidenceKind::Video, "video/"), (EvidenceKind::Photo, "image/")]
                .into_iter()
                .find(|(kind, _)| *kind == proof.kind);
            let fits = |given: &str| media.is_none_or(|(_, media)| given.starts_with(media));
            let odd = proof.attachments.iter().any(|one| !fits(one.media_type.as_deref().unwrap()));
            self.doubt(odd, "an attachment fits the kind of evidence", id, None);
        }
    }

    fn on_reflections(&mut self, as_of: NaiveDate) {
        for reflection in &self.portfolio.reflections {
            let (id, day) = (reflection.id.as_str(), reflection.date.unwrap());
            self.doubt(day > as_of, "a reflection was written", id, Some(day));
            for proof in self.portfolio.evidence.iter().filter(|proof| reflection.evidence.contains(&proof.id)) {
                self.doubt(proof.date > Some(day), "a reflection follows what it looks back on", id, proof.date);
            }
            for studio in self.portfolio.studios.iter().filter(|studio| Some(&studio.id) == reflection.studio.as_ref())
            {
                self.doubt(studio.date != Some(day), "what is processed in a studio has its day", id, studio.date);
            }
        }
    }

    fn on_assessments(&mut self, as_of: NaiveDate) {
        for assessment in &self.portfolio.assessments {
            let (id, day) = (assessment.id.as_str(), assessment.date.unwrap());
            self.doubt(!is_working_day(day) || day > as_of, "assessments are made on working days", id, Some(day));
            for proof in self.portfolio.evidence.iter().filter(|proof| assessment.evidence.contains(&proof.id)) {
                let late = proof.date > Some(day) || proof.added_on > Some(day);
                self.doubt(late, "evidence is there before it is assessed", id, proof.added_on);
            }
            for visit in &assessment.visits {
                let there = self.portfolio.placements.iter().any(|placement| is_there(placement, *visit));
                self.doubt(!there || *visit > day, "a visit is paid to a lesson, before", id, Some(*visit));
            }
            for talk in &assessment.talks {
                let mut talks = self.portfolio.placements.iter().flat_map(|placement| &placement.talks);
                self.doubt(!talks.any(|one| one.date == *talk) || *talk > day, "a talk was held", id, Some(*talk));
            }
            if let Some(given) = assessment.mentor_advice.as_ref().and_then(|advice| advice.date) {
                self.doubt(
                    !is_school_day(given) || given > day,
                    "a mentor advises on a school day, before",
                    id,
                    Some(given),
                );
            }
            let judged = assessment.assessors.iter().filter_map(|one| one.judgement.as_ref()?.date);
            for judged in judged.chain(assessment.self_assessment.as_ref().and_then(|own| own.date)) {
                self.doubt(judged > day, "judgements come before the result", id, Some(judged));
            }
            let research = self.portfolio.research.as_ref();
            let themes = research.iter().flat_map(|one| &one.school_development_themes);
            let of_themes = themes.filter(|theme| assessment.theme.as_ref() == Some(&theme.id));
            let graduation = research.and_then(|one| one.graduation.as_ref());
            let of_graduation = graduation.filter(|_| assessment.of == AssessmentOf::GraduationResearch);
            let guides = of_themes.map(|one| &one.guides).chain(of_graduation.map(|one| &one.guides));
            let guides: Vec<_> = guides.flatten().map(|one| &one.person).collect();
            let experts = assessment
                .assessors
                .iter()
                .filter(|one| matches!(one.role, Some(Role::SubjectExpert | Role::MethodologicalExpert)));
            for expert in experts {
                self.doubt(!guides.contains(&&expert.person), "the experts of the theme assess it", id, None);
            }
        }
    }

    fn on_decisions(&mut self, as_of: NaiveDate) {
        for decision in &self.portfolio.decisions {
            let (id, day) = (decision.id.as_str(), decision.on.unwrap());
            self.doubt(!is_working_day(day) || day > as_of, "decisions are taken on working days", id, Some(day));
            let may = match decision.kind {
                DecisionKind::Year => [Some(Authority::Programme), Some(Authority::ExaminationBoard)],
                DecisionKind::Graduation => [Some(Authority::ExaminationBoard); 2],
            };
            let of_institute = decision.by.iter().all(|one| {
                matches!(one.role, Some(Role::InstituteTrainer | Role::StudyCareerCoach | Role::SubjectLecturer))
            });
            self.doubt(!may.contains(&decision.authority) || !of_institute, "who decides may do so", id, None);
            for made in self.portfolio.assessments.iter().filter(|made| decision.assessments.contains(&made.id)) {
                self.doubt(made.date > Some(day), "a decision follows the assessments", id, made.date);
                self.doubt(made.is_final != Some(true), "a decision rests on final results", id, made.date);
                let of_year = made.study_year == decision.study_year || decision.kind == DecisionKind::Graduation;
                self.doubt(!of_year, "a decision rests on results of its year", id, made.date);
            }
            if decision.kind == DecisionKind::Year {
                let mut years = self.portfolio.student.years.iter();
                let ended =
                    years.any(|year| Some(year.study_year) == decision.study_year && year.outcome_on == Some(day));
                self.doubt(!ended, "a year ends on the day of its decision", id, Some(day));
            }
        }
        for year in &self.portfolio.student.years {
            let Some(day) = year.outcome_on else { continue };
            self.doubt(!is_working_day(day), "a year ends on a working day", &year.school_year.to_string(), Some(day));
        }
    }

    fn on_research(&mut self) {
        let Some(research) = &self.portfolio.research else { return };
        for theme in &research.school_development_themes {
            let id = theme.id.as_str();
            let started = theme.started_on.unwrap();
            self.doubt(!is_school_day(started), "research begins on a school day", id, Some(started));
            let Some(day) = theme.exhibited_on else { continue };
            let year = SchoolYear::of(day);
            let mut years = self.portfolio.student.years.iter();
            let of_year = years.any(|one| Some(one.study_year) == theme.study_year && Some(one.school_year) == year);
            let fits = is_school_day(day) && of_year && started < day;
            self.doubt(!fits, "the exhibition is on a school day of the year", id, Some(day));
            for made in self.portfolio.assessments.iter().filter(|made| made.theme.as_ref() == Some(&theme.id)) {
                self.doubt(made.date < Some(day), "a theme is assessed once it was shown", id, made.date);
            }
        }
        if let Some(graduation) = &research.graduation {
            let (set, started) = (graduation.set_on.unwrap(), graduation.started_on.unwrap());
            let fits = is_school_day(set) && is_school_day(started) && set <= started;
            self.doubt(!fits, "research begins once its theme is set", "graduation", Some(started));
        }
    }
}

/// The hand-made samples, each with the day it is judged on.
fn samples() -> impl Iterator<Item = (String, String, NaiveDate)> {
    let data =
        |name: &str| fs::read_to_string(format!("{}/../examples/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let expected: BTreeMap<String, Value> = serde_json::from_str(&data("expected.json")).unwrap();
    expected.into_iter().filter(|(_, expected)| expected.get("kind").is_none()).map(move |(name, expected)| {
        let json = data(&name);
        (name, json, parse_date(expected.pointer("/asOf").and_then(Value::as_str).unwrap()).unwrap())
    })
}

#[test]
fn an_insider_believes_the_samples() {
    let all: Vec<(String, Vec<String>)> = samples().map(|(name, json, as_of)| (name, doubts(&json, as_of))).collect();
    let doubtful: Vec<_> = all.iter().filter(|(_, doubts)| !doubts.is_empty()).collect();
    assert!(doubtful.is_empty(), "{doubtful:#?}");
    assert_eq!(all.len(), 6);
}

/// The careers of `examples/stories`, each as it is on the day of its last decision. What goes wrong in them a rule of the
/// library says; its days are as believable as the others.
#[test]
fn an_insider_believes_the_careers() {
    let mut careers = 0;
    for folder in fs::read_dir(format!("{}/../examples/stories", env!("CARGO_MANIFEST_DIR"))).unwrap() {
        let Ok(json) = fs::read_to_string(folder.unwrap().path().join("portfolio.json")) else { continue };
        let portfolio = Portfolio::from_json(&json).unwrap();
        let diploma = portfolio.decisions.iter().filter_map(|made| made.on).max().unwrap();
        assert_eq!(doubts(&json, diploma), Vec::<String>::new(), "{}", portfolio.student.id);
        careers += 1;
    }
    assert_eq!(careers, 8);
}

/// The normal lives among the vectors, but for the one that is being typed.
#[test]
fn an_insider_believes_the_normal_lives() {
    let mut lives = 0;
    for Vector { name, case, document, code, .. } in
        all(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"))).unwrap()
    {
        let json = str::from_utf8(&document).unwrap_or_default();
        if code == NORMAL_LIFE && Portfolio::from_json(json).is_ok() {
            let mut doubts = doubts(json, parse_date(&case.as_of).unwrap());
            // The calendar is that of the schools: the institute opens in the last weeks of August.
            doubts.retain(|doubt| !(name.contains("resit-in-august") && doubt.contains("2024-08-2")));
            assert_eq!(doubts, Vec::<String>::new(), "{name}");
            lives += 1;
        }
    }
    assert!(lives >= 20, "{lives}");
}

#[test]
fn an_insider_believes_what_is_generated() {
    let mut judged = 0;
    for Sample { json, known } in generate(400, 51, 0.0).chain(bare(200, 52)) {
        assert_eq!(doubts(&json, parse_date(&known.as_of).unwrap()), Vec::<String>::new(), "{}", known.document);
        judged += 1;
    }
    assert_eq!(judged, 600);
}

/// All as they are on one day, in the first year that can be, in the last, and in between: nothing is doubtful, nothing lies
/// after the day, and there is somebody in every study year and somebody who has graduated.
#[test]
fn an_insider_believes_what_is_generated_for_one_day() {
    let validator = Validator::builder().build().unwrap();
    for day in ["2017-12-22", "2021-02-01", "2024-03-15", "2027-06-07"].map(|day| parse_date(day).unwrap()) {
        assert!(can_be_made_up(day), "{day}");
        let mut years = BTreeMap::<(usize, bool), usize>::new();
        for Sample { json, known } in generate_on(day, 150, 55, 0.0) {
            assert_eq!(parse_date(&known.as_of), Some(day));
            assert_eq!(doubts(&json, day), Vec::<String>::new(), "{} on {day}", known.document);
            let report = validator.validate(json.as_bytes(), day);
            let found: Vec<_> = report.findings().iter().map(|one| (one.severity, one.rule.code)).collect();
            let fits = |(severity, code): &(Severity, &str)| *severity == Severity::Info && *code != "TK-R014";
            assert!(found.iter().all(fits), "{} on {day}: {found:?}", known.document);
            let portfolio = Portfolio::from_json(&json).unwrap();
            let last = portfolio.student.years.last().unwrap();
            let graduated = portfolio.decisions.iter().any(|made| made.kind == DecisionKind::Graduation);
            // Who has not graduated is in the school year of the day; who has, was in the one before.
            let began = last.school_year.first_year() + u16::from(graduated);
            assert_eq!(Some(began), SchoolYear::of(day).map(SchoolYear::first_year), "{}", known.document);
            *years.entry((usize::from(last.study_year.get()), graduated)).or_default() += 1;
        }
        let told: Vec<_> = years.keys().copied().collect();
        assert_eq!(told, [(1, false), (2, false), (3, false), (4, false), (4, true)], "{day}");
    }
}

/// The doubts can be had: a sample with one thing moved raises the one that was meant.
#[test]
fn an_insider_is_not_fooled() {
    let (_, json, as_of) = samples().find(|(name, ..)| name == "graduate.json").unwrap();
    let moved: &[(&str, Value, &str)] = &[
        ("/placements/0/period/until", json!("2021-07-12"), "a placement begins and ends while school is in"),
        ("/placements/0/matching/on", json!("2020-09-06"), "who matches does so on a working day"),
        ("/placements/0/matching/on", json!("2020-09-15"), "matched before the placement begins"),
        ("/placements/0/talks/1/date", json!("2021-05-13"), "talks are held on school days"),
        ("/placements/1/weeks/0/period/from", json!("2021-11-21"), "a placement week is a whole school week"),
        ("/placements/4/lio/creditsAtStart", json!(172), "who passed a year has its credits"),
        ("/placements/4/lio/statement", json!(true), "below 180 credits there is a statement"),
        ("/specialisation/chosenOn", json!("2022-05-01"), "a choice is made before it is in effect"),
        ("/studios/0/location", json!("school"), "a studio at the school is held on a day at the school"),
        ("/studios/1/location", json!("institute"), "a studio at the institute is held on a day at the institute"),
        ("/studios/3/date", json!("2021-11-25"), "a closing studio closes its week"),
        ("/studios/1/takenUpIn/0", json!("at-1"), "a studio is taken up in a later one"),
        ("/designs/1/submittedOn", json!("2022-04-05"), "a design is submitted after its last phase"),
        ("/designs/1/phases/2/period/from", json!("2022-02-21"), "a design is realised when school is in"),
        ("/goals/1/setOn", json!("2022-06-01"), "goals are set before"),
        ("/evidence/0/addedOn", json!("2021-03-15"), "evidence is added once it is there"),
        ("/evidence/1/date", json!("2021-05-13"), "lessons are given on days at the school"),
        ("/evidence/0/studios/0", json!("at-3"), "evidence rests on studios that were held"),
        ("/evidence/1/attachments/0/mediaType", json!("image/png"), "an attachment fits the kind of evidence"),
        ("/reflections/3/date", json!("2024-01-09"), "a reflection follows what it looks back on"),
        ("/reflections/0/date", json!("2021-03-22"), "what is processed in a studio has its day"),
        ("/assessments/0/date", json!("2021-06-26"), "assessments are made on working days"),
        ("/assessments/0/evidence/0", json!("ev-9"), "evidence is there before it is assessed"),
        ("/assessments/2/visits/0", json!("2022-03-23"), "a visit is paid to a lesson"),
        ("/assessments/0/talks/0", json!("2020-11-25"), "a talk was held"),
        ("/assessments/0/mentorAdvice/date", json!("2021-05-05"), "a mentor advises on a school day"),
        ("/assessments/0/selfAssessment/date", json!("2021-06-25"), "judgements come before the result"),
        ("/assessments/5/assessors/0/person", json!("p-expert-muziek"), "the experts of the theme assess it"),
        ("/decisions/0/on", json!("2021-07-10"), "decisions are taken on working days"),
        ("/decisions/0/authority", json!("duo"), "who decides may do so"),
        ("/decisions/0/by/0/role", json!("school-trainer"), "who decides may do so"),
        ("/decisions/0/on", json!("2021-06-21"), "a decision follows the assessments"),
        ("/decisions/0/assessments/0", json!("bo-3"), "a decision rests on results of its year"),
        ("/assessments/0/isFinal", json!(false), "a decision rests on final results"),
        ("/student/years/0/outcomeOn", json!("2021-07-10"), "a year ends on a working day"),
        ("/student/years/0/outcomeOn", json!("2021-07-08"), "a year ends on the day of its decision"),
        ("/research/schoolDevelopmentThemes/0/startedOn", json!("2022-10-16"), "research begins on a school day"),
        ("/research/schoolDevelopmentThemes/0/exhibitedOn", json!("2023-05-18"), "the exhibition is on a school day"),
        (
            "/research/schoolDevelopmentThemes/0/exhibitedOn",
            json!("2023-06-09"),
            "a theme is assessed once it was shown",
        ),
        ("/research/graduation/setOn", json!("2024-01-11"), "research begins once its theme is set"),
    ];
    for (path, value, doubt) in moved {
        let mut document: Value = serde_json::from_str(&json).unwrap();
        let (parent, name) = path.rsplit_once('/').unwrap();
        let parent = document.pointer_mut(parent).unwrap();
        match name.parse::<usize>() {
            Ok(at) if parent.is_array() => parent[at] = value.clone(),
            _ => parent[name] = value.clone(),
        }
        let found = doubts(&document.to_string(), as_of);
        assert!(found.iter().any(|found| found.starts_with(doubt)), "{path} = {value}: {found:?}");
    }
}

/// The first day of each month, the fifteenth, and the day on which each study year ended: the days on which something
/// falls due.
fn days_of_life(json: &str, as_of: NaiveDate) -> Vec<NaiveDate> {
    let portfolio = Portfolio::from_json(json).unwrap();
    let first = portfolio.student.years.first().and_then(|year| year.from).unwrap();
    let months = (0..).map(|month| first + Months::new(month)).take_while(|day| *day <= as_of);
    let mut days: Vec<NaiveDate> = months.flat_map(|day| [day, day.with_day(15).unwrap()]).collect();
    days.extend(portfolio.student.years.iter().filter_map(|year| year.outcome_on));
    days.push(as_of);
    days.retain(|day| *day <= as_of);
    days
}

/// On no day of the life of a portfolio without faults is anything worse than not due yet.
#[test]
fn a_faultless_portfolio_is_so_on_every_day_of_its_life() {
    let validator = Validator::builder().build().unwrap();
    let hand_made = samples().filter(|(name, ..)| name != "faulty.json");
    let made = generate(60, 53, 0.0).chain(bare(60, 54));
    let made = made.map(|Sample { json, known }| (known.document, json, parse_date(&known.as_of).unwrap()));
    let mut judged = 0;
    for (name, json, as_of) in hand_made.chain(made) {
        for day in days_of_life(&json, as_of) {
            let report = validator.validate(json.as_bytes(), day);
            let worse: Vec<_> = report.findings().iter().filter(|one| one.severity != Severity::Info).collect();
            assert!(worse.is_empty(), "{name} on {day}: {worse:#?}");
            judged += 1;
        }
    }
    assert!(judged > 3_000, "{judged} days");
}
