//! Curricula with an assessment framework, and portfolios that fit them, made up by chance: small, so that in some thousands of
//! them everything that an assessment can come to occurs often. Seed and number decide every byte.
//!
//! Every id is given once and every reference within a document resolves, except that of a component to a scale that does not
//! exist: the assessment has an answer for it, as for results off the scale and circles of `replaces`, which are here too.

#![expect(clippy::unwrap_used, reason = "lists, days and numbers written out here are fit")]

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};

use crate::samples::random::Random;
use crate::slow_assess::Lens;

/// A portfolio, the curriculum that belongs to it, and a moment to assess on.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The portfolio.
    pub portfolio: Value,
    /// The curriculum.
    pub curriculum: Value,
    /// The day of judgement.
    pub as_of: NaiveDate,
    /// The moment asked for.
    pub lens: Lens,
}

/// Makes this many pairs by a seed.
pub fn pairs(number: u64, seed: u64) -> impl Iterator<Item = Pair> {
    (0..number).map(move |number| pair(seed, number))
}

/// Makes the pair with this number by a seed.
///
/// # Panics
/// Never: the lists, days and numbers it is made of are fit.
pub fn pair(seed: u64, number: u64) -> Pair {
    let mut random = Random::new(seed, number);
    // The first school year of the student; the competences changed with 2017-2018.
    let begin = 2012 + i32::try_from(random.below(10)).unwrap();
    let mut maker = Maker { random: &mut random, begin, diligence: 0, entries: vec![] };
    maker.diligence = maker.random.pick(&[50, 80, 80, 97]);
    maker.entries = maker.career();
    let curriculum = maker.curriculum(number);
    let portfolio = maker.portfolio(number, &curriculum);
    let as_of = maker.day_of_judgement(&portfolio);
    let lens = maker.random.pick(&[Lens::Now, Lens::Now, Lens::YearEnded, Lens::Graduating]);
    Pair { portfolio, curriculum, as_of, lens }
}

/// One school year of the student.
#[derive(Clone)]
struct Attended {
    school_year: i32,
    study_year: i64,
    from: Option<NaiveDate>,
    outcome: Option<&'static str>,
    outcome_on: Option<NaiveDate>,
}

impl Attended {
    fn goes_on(&self) -> bool {
        matches!(self.outcome, Some("repeats" | "interrupted"))
    }
}

struct Maker<'r> {
    random: &'r mut Random,
    begin: i32,
    /// How often in a hundred a result is good enough and evidence is in order.
    diligence: usize,
    entries: Vec<Attended>,
}

/// The competences that are used here: few, so that they are often shared, and of both editions, out of their order.
const COMPETENCES: [&str; 4] = ["2017-pedagogical", "2005-pedagogical", "2017-subject-matter", "2005-interpersonal"];
const ASSIGNMENTS: [&str; 3] = ["a-1", "a-2", "a-3"];
const ASSESSMENT_OF: [&str; 5] =
    ["development", "assignment", "competence", "school-development-theme", "graduation-research"];
const WORDS: [&str; 4] = ["insufficient", "sufficient", "good", "excellent"];

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn school_year(begin: i32) -> String {
    format!("{begin}-{}", begin + 1)
}

/// A number of points as JSON writes it, from its hundredths.
fn points(hundredths: i64) -> Value {
    serde_json::from_str(&written(hundredths)).unwrap()
}

/// The same as a text, without noughts behind.
fn written(hundredths: i64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => format!("{whole}"),
        rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        rest => format!("{whole}.{rest:02}"),
    }
}

/// An object under construction: what is absent is left out, or, as the format allows, `null` now and then.
struct Record(Map<String, Value>);

impl Record {
    fn new() -> Self {
        Self(Map::new())
    }

    fn with(mut self, member: &str, value: impl Into<Value>) -> Self {
        self.0.insert(member.to_owned(), value.into());
        self
    }

    fn may<T: Into<Value>>(mut self, random: &mut Random, member: &str, value: Option<T>) -> Self {
        match value {
            Some(value) => drop(self.0.insert(member.to_owned(), value.into())),
            None if random.percent(1) => drop(self.0.insert(member.to_owned(), Value::Null)),
            None => {}
        }
        self
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn text<'v>(of: &'v Value, member: &str) -> Option<&'v str> {
    of.get(member).and_then(Value::as_str)
}

fn items(of: &Value, member: &str) -> Vec<Value> {
    of.get(member).and_then(Value::as_array).cloned().unwrap_or_default()
}

/// The scale of a component, when there is one.
fn scale_of(scales: &[Value], component: &Value) -> Option<Value> {
    match text(component, "scale") {
        None => scales.first().cloned(),
        Some(id) => scales.iter().find(|scale| text(scale, "id") == Some(id)).cloned(),
    }
}

/// The id of a word on a scale; ids of results are given once in a curriculum.
fn word_on(scale: &str, word: &str) -> String {
    if scale == "s-0" { word.to_owned() } else { format!("{word}-on-{scale}") }
}

impl Maker<'_> {
    /// Something that is there this many times in a hundred.
    fn perhaps<T>(&mut self, percent: usize, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.random.percent(percent) { Some(value(self)) } else { None }
    }

    /// Some out of a list, in an order of their own.
    fn some(&mut self, of: &[&str], most: usize) -> Vec<String> {
        let mut left: Vec<&str> = of.to_vec();
        let mut taken = Vec::new();
        for _ in 0..self.random.between(1, most) {
            taken.push(left.remove(self.random.below(left.len())).to_owned());
        }
        taken
    }

    /// A day of a school year; days on which something turns over come up more often than others.
    fn day_of(&mut self, school_year: i32) -> NaiveDate {
        match self.random.below(8) {
            0 => date(school_year, 8, u32::try_from(self.random.between(1, 31)).unwrap()),
            1 => self.random.pick(&[date(school_year, 9, 1), date(school_year, 8, 31), date(school_year, 8, 1)]),
            2 => self.random.pick(&[
                date(school_year + 1, 7, 10),
                date(school_year + 1, 7, 9),
                date(school_year + 1, 7, 31),
            ]),
            _ => date(school_year, 9, 1) + Days::new(self.random.number() % 310),
        }
    }

    // ---- The student ----

    fn career(&mut self) -> Vec<Attended> {
        let mut entries = Vec::new();
        let mut study_year = self.random.pick(&[1, 1, 1, 1, 1, 2, 3, 3, 4, 4]);
        let mut year = self.begin;
        let mut from = None;
        for at in 0..self.random.between(1, 5) {
            let passes = self.random.percent(70);
            // Who was counted on after an interruption has a study year that never ended; some of them leave.
            let left_open = entries.iter().any(|entry: &Attended| entry.study_year < study_year && entry.goes_on());
            let outcome = if left_open && self.random.percent(50) {
                "left"
            } else if passes {
                "passed"
            } else {
                self.random.pick(&["repeats", "repeats", "interrupted", "continues-with-open-work", "left"])
            };
            let late = at == 0 && self.random.percent(15);
            let from_here = if late { Some(date(year + 1, 2, 1)) } else { from };
            let outcome_on = self.perhaps(80, |this| {
                let turn = date(year + 1, 7, 10);
                match outcome {
                    "interrupted" if from_here.is_some() => date(year + 1, 3, 15),
                    "interrupted" => date(year, 12, 15),
                    _ => this.random.pick(&[turn, turn, date(year + 1, 8, 20)]),
                }
            });
            entries.push(Attended {
                school_year: year,
                study_year,
                from: from_here,
                outcome: Some(outcome),
                outcome_on,
            });
            from = None;
            match outcome {
                "passed" | "continues-with-open-work" => study_year += 1,
                "interrupted" => {
                    // Who comes back does so in February of that school year, or a year later, or has been counted on.
                    match self.random.below(4) {
                        0 => {
                            from = Some(date(year + 1, 2, 1));
                            year -= 1;
                        }
                        1 => year += 1,
                        2 => {}
                        _ => study_year += 1,
                    }
                }
                "left" if self.random.percent(80) => break,
                _ => {}
            }
            if study_year > 4 {
                break;
            }
            year += 1;
        }
        // The last one mostly runs, or is to come; or it goes on and nobody knows until when.
        let last = entries.last_mut().unwrap();
        match self.random.below(20) {
            _ if last.outcome == Some("left") => {}
            0..11 => (last.outcome, last.outcome_on) = (None, None),
            11..14 => last.outcome = Some(self.random.pick(&["repeats", "interrupted"])),
            _ => {}
        }
        entries
    }

    fn student(&mut self, number: u64, has_years: bool) -> Value {
        let mut years = Vec::new();
        for entry in self.entries.clone() {
            years.push(
                Record::new()
                    .with("schoolYear", school_year(entry.school_year))
                    .with("studyYear", entry.study_year)
                    .may(self.random, "from", entry.from.map(|day| day.to_string()))
                    .may(self.random, "outcome", entry.outcome)
                    .may(self.random, "outcomeOn", entry.outcome_on.map(|day| day.to_string()))
                    .done(),
            );
        }
        if self.random.percent(5) {
            years.reverse();
        }
        let none = if self.random.percent(50) { Some(json!([])) } else { None };
        let years = if has_years { Some(Value::from(years)) } else { none };
        Record::new()
            .with("id", format!("syn-st-{number}"))
            .with("cohort", school_year(self.begin))
            .may(self.random, "years", years)
            .done()
    }

    // ---- The curriculum ----

    fn curriculum(&mut self, number: u64) -> Value {
        let scales = self.scales();
        let components = self.components(&scales);
        let rules = self.rules();
        let with_scales = !scales.is_empty() || self.random.percent(50);
        let framework = Record::new()
            .may(self.random, "scales", with_scales.then(|| scales.clone()))
            .with("components", components)
            .may(self.random, "passRules", if rules.is_empty() { None } else { Some(rules) });
        let counts = self.perhaps(60, |this| this.random.pick(&["last", "best", "best"]));
        let framework = framework.may(self.random, "counts", counts).done();
        let assignments: Vec<Value> = ASSIGNMENTS.iter().map(|id| json!({"id": id})).collect();
        let curriculum = Record::new()
            .with("format", "twentse-kubus/curriculum@1")
            .with("id", format!("syn-cu-{number}"))
            .with("firstCohort", school_year(self.begin - i32::try_from(self.random.below(2)).unwrap()))
            .with("synthetic", true)
            .with("assignments", assignments);
        let framework = self.perhaps(99, |_| framework);
        curriculum.may(self.random, "assessment", framework).done()
    }

    fn scales(&mut self) -> Vec<Value> {
        let mut scales = Vec::new();
        for at in 0..self.random.pick(&[0, 1, 1, 1, 1, 2, 2, 2, 3]) {
            let id = format!("s-{at}");
            scales.push(if self.random.percent(50) { self.ordinal(&id) } else { self.numeric(&id) });
        }
        scales
    }

    fn ordinal(&mut self, id: &str) -> Value {
        let mut values = Vec::new();
        let in_order = self.random.percent(90);
        let all_with_points = self.random.percent(75);
        for (at, word) in (0..).zip(WORDS.iter().take(self.random.between(2, 4))) {
            let own = if in_order { 400 + 175 * at } else { i64::try_from(self.random.below(1001)).unwrap() };
            let own = if all_with_points || self.random.percent(60) { Some(points(own)) } else { None };
            let counts = self.perhaps(5, |this| this.random.percent(70));
            let value = Record::new().with("id", word_on(id, word)).may(self.random, "points", own);
            values.push(value.may(self.random, "counts", counts).done());
        }
        if self.random.percent(40) {
            let at = self.random.below(values.len() + 1);
            values.insert(at, json!({"id": word_on(id, "absent"), "counts": false}));
        }
        if self.random.percent(2) {
            values.clear();
        }
        Record::new().with("id", id).with("kind", "ordinal").with("values", values).done()
    }

    fn numeric(&mut self, id: &str) -> Value {
        let least = self.perhaps(80, |this| points(this.random.pick(&[0, 100, 100, 50])));
        let most = self.perhaps(85, |this| points(this.random.pick(&[1000, 1000, 1000, 875])));
        let step = self.perhaps(60, |this| points(this.random.pick(&[0, 10, 50, 50, 100, 25])));
        Record::new()
            .with("id", id)
            .with("kind", "numeric")
            .may(self.random, "least", least)
            .may(self.random, "most", most)
            .may(self.random, "step", step)
            .done()
    }

    /// A result: on the scale, this often in a hundred good; now and then off it.
    fn result(&mut self, scale: Option<&Value>, good: usize) -> String {
        if self.random.percent(4) {
            return self
                .random
                .pick(&["excellent", "11", "5.55", "0.3", "7.125", "7.", "seven", "12345678901"])
                .to_owned();
        }
        let is_good = self.random.percent(good);
        let Some(scale) = scale else { return self.random.pick(&["good", "7"]).to_owned() };
        if text(scale, "kind") == Some("ordinal") {
            let id = text(scale, "id").unwrap();
            if self.random.percent(6) {
                return word_on(id, "absent");
            }
            let values = items(scale, "values");
            let is_there = |word: &&&str| values.iter().any(|value| text(value, "id") == Some(&word_on(id, word)));
            let number = WORDS.iter().filter(is_there).count();
            let at = if is_good { self.random.between(1, number.max(2) - 1) } else { 0 };
            return word_on(id, WORDS.get(at).unwrap());
        }
        let hundredths = if is_good {
            self.random.pick(&[550, 550, 600, 650, 700, 750, 800])
        } else {
            self.random.pick(&[300, 450, 500, 500, 500])
        };
        let fine = match scale.get("step") {
            Some(step) if !step.is_null() => 0,
            _ => self.random.pick(&[0, 0, 5, 49, 40]),
        };
        match self.random.below(30) {
            0 => format!("0{}", written(hundredths + fine)),
            1 => format!("{}.{:02}", hundredths / 100, hundredths % 100),
            _ => written(hundredths + fine),
        }
    }

    /// A study year: mostly one that the student knows.
    fn study_year(&mut self) -> i64 {
        if self.random.percent(85) {
            self.random.one(&self.entries).study_year
        } else {
            self.random.pick(&[1, 2, 3, 4])
        }
    }

    fn components(&mut self, scales: &[Value]) -> Vec<Value> {
        let mut components = Vec::new();
        let mut years = vec![];
        for _ in 0..self.random.between(1, 2) {
            years.push(self.study_year());
        }
        if self.random.percent(30) {
            years.push(4);
        }
        // Kinds repeat within a framework, so that assessments fit several components.
        let kinds = self.some(&ASSESSMENT_OF, 4);
        for at in 0..self.random.between(2, 7) {
            let of = self.random.one(&kinds).clone();
            let assignment =
                self.perhaps(if of == "assignment" { 85 } else { 6 }, |this| this.random.pick(&ASSIGNMENTS));
            let competences = self.perhaps(if of == "competence" { 92 } else { 10 }, |this| this.some(&COMPETENCES, 3));
            let scale = self.perhaps(45, |this| match this.random.below(12) {
                0 => "s-9".to_owned(),
                _ => format!("s-{}", this.random.below(scales.len().max(1))),
            });
            let component = Record::new()
                .with("id", format!("c-{at}"))
                .with("studyYear", self.random.pick(&years))
                .with("of", of)
                .may(self.random, "scale", scale)
                .may(self.random, "assignment", assignment)
                .may(self.random, "competences", competences);
            let least = self.perhaps(78, |this| {
                let scale = scale_of(scales, &component.0.clone().into());
                match scale {
                    Some(scale) if text(&scale, "kind") == Some("ordinal") && this.random.percent(80) => {
                        word_on(text(&scale, "id").unwrap(), "sufficient")
                    }
                    Some(_) if this.random.percent(60) => this.random.pick(&["5.5", "5.50", "6", "5"]).to_owned(),
                    scale => this.result(scale.as_ref(), 80),
                }
            });
            let evidence = if least.is_some() { 25 } else { 65 };
            let evidence = self.perhaps(evidence, |this| this.random.pick(&[0, 1, 1, 1, 2, 2, 3]));
            let required = self.perhaps(50, |this| this.random.percent(40));
            let weight = self.perhaps(50, |this| this.random.pick(&[0, 1, 1, 2, 3, 5, 1000]));
            let most_attempts = self.perhaps(15, |this| this.random.pick(&[1, 2]));
            let component = component
                .may(self.random, "leastResult", least)
                .may(self.random, "leastEvidence", evidence)
                .may(self.random, "required", required)
                .may(self.random, "weight", weight)
                .may(self.random, "mostAttempts", most_attempts)
                .done();
            components.push(component);
        }
        components
    }

    fn rules(&mut self) -> Vec<Value> {
        let mut rules = Vec::new();
        for study_year in [1, 2, 3, 4] {
            let Some(kind) = self.perhaps(80, |this| this.random.pick(&["all", "points", "points"])) else { continue };
            let numbers = kind == "points" || self.random.percent(10);
            let number = |this: &mut Self, percent: usize, of: &[i64]| {
                if numbers { this.perhaps(percent, |this| points(this.random.pick(of))) } else { None }
            };
            let threshold = number(self, 92, &[550, 550, 500, 600, 650, 595, 500, 0, 567, 583, 617, 633]);
            let round_to = number(self, 50, &[0, 10, 50, 50, 100, 25, 30]);
            let floor = number(self, 55, &[300, 400, 450, 500, 500]);
            let most_below = if numbers { self.perhaps(75, |this| this.random.pick(&[0, 1, 1, 2, 3])) } else { None };
            rules.push(
                Record::new()
                    .with("studyYear", study_year)
                    .with("kind", kind)
                    .may(self.random, "threshold", threshold)
                    .may(self.random, "roundTo", round_to)
                    .may(self.random, "mostBelow", most_below)
                    .may(self.random, "floor", floor)
                    .done(),
            );
        }
        rules
    }

    // ---- The portfolio ----

    fn portfolio(&mut self, number: u64, curriculum: &Value) -> Value {
        let has_years = self.random.percent(88);
        let student = self.student(number, has_years);
        let placements = self.placements(has_years);
        let framework = curriculum.get("assessment").cloned().unwrap_or_default();
        let evidence = self.evidence(&placements, &framework);
        let assessments = self.assessments(&framework);
        let exemptions = self.exemptions(&framework);
        let decisions = self.decisions();
        let mut portfolio =
            Record::new().with("format", "twentse-kubus/portfolio@1").with("synthetic", true).with("student", student);
        let sections = [
            ("placements", placements),
            ("evidence", evidence),
            ("assessments", assessments),
            ("exemptions", exemptions),
            ("decisions", decisions),
        ];
        for (member, records) in sections {
            let there = !records.is_empty() || self.random.percent(30);
            portfolio = portfolio.may(self.random, member, there.then_some(records));
        }
        portfolio.done()
    }

    fn placements(&mut self, has_years: bool) -> Vec<Value> {
        let mut placements = Vec::new();
        for entry in self.entries.clone() {
            if has_years && self.random.percent(50) {
                continue;
            }
            let year = entry.school_year;
            let schooled = self.perhaps(50, |_| school_year(year));
            let dated = if schooled.is_none() { 97 } else { 60 };
            let period = self.perhaps(dated, |this| {
                let from = this.random.pick(&[date(year, 9, 5), date(year + 1, 2, 1), date(year + 1, 6, 20)]);
                let until = this.perhaps(70, |this| {
                    this.random.pick(&[date(year + 1, 6, 30), date(year + 1, 9, 30), date(year + 1, 7, 31)])
                });
                // As many days in the one school year as in the next: 15.
                let (from, until) = if this.random.percent(12) {
                    (date(year + 1, 7, 17), Some(date(year + 1, 8, 15)))
                } else {
                    (from, until)
                };
                json!({"from": from.to_string(), "until": until.map(|day| day.to_string())})
            });
            let study_year = self.perhaps(93, |this| {
                if this.random.percent(95) { entry.study_year } else { this.random.pick(&[1, 2, 3, 4]) }
            });
            let placement = Record::new()
                .with("id", format!("p-{}", placements.len()))
                .may(self.random, "studyYear", study_year)
                .may(self.random, "schoolYear", schooled)
                .may(self.random, "period", period)
                .done();
            placements.push(placement);
        }
        placements
    }

    /// A component that the framework has, or none when it has none.
    fn component(&mut self, framework: &Value) -> Option<Value> {
        let components = items(framework, "components");
        if components.is_empty() { None } else { Some(self.random.one(&components).clone()) }
    }

    /// A school year in which the student was of a study year; else any.
    fn school_year_in(&mut self, study_year: i64) -> i32 {
        let of_it: Vec<i32> =
            self.entries.iter().filter(|entry| entry.study_year == study_year).map(|entry| entry.school_year).collect();
        if of_it.is_empty() || self.random.percent(6) {
            self.random.one(&self.entries).school_year
        } else {
            self.random.pick(&of_it)
        }
    }

    fn evidence(&mut self, placements: &[Value], framework: &Value) -> Vec<Value> {
        let mut evidence = Vec::new();
        for at in 0..self.random.below(8) {
            let component = self.component(framework).unwrap_or_default();
            let study_year = component.get("studyYear").and_then(Value::as_i64).unwrap_or(1);
            let year = self.school_year_in(study_year);
            let day = self.perhaps(80, |this| this.day_of(year));
            let added = self.perhaps(30, |this| match day {
                Some(day) => day + Days::new(this.random.number() % 60),
                None => this.day_of(year),
            });
            let placement = self.perhaps(25, |this| {
                if placements.is_empty() { None } else { text(this.random.one(placements), "id").map(str::to_owned) }
            });
            let asked = text(&component, "assignment").map(str::to_owned);
            let answers = if asked.is_some() { 85 } else { 10 };
            let assignment = self.perhaps(answers, |this| match asked {
                Some(asked) if this.random.percent(90) => asked,
                _ => this.random.pick(&ASSIGNMENTS).to_owned(),
            });
            let shows = self.perhaps(70, |this| this.competences(&component));
            let drafts = if self.diligence > 90 { 5 } else { 20 };
            let is_draft = self.random.percent(drafts);
            let says_so = self.random.percent(50);
            let state = match (is_draft, says_so) {
                (true, _) => Some("draft"),
                (false, true) => Some("submitted"),
                (false, false) => None,
            };
            evidence.push(
                Record::new()
                    .with("id", format!("e-{at}"))
                    .with("kind", "report")
                    .may(self.random, "date", day.map(|day| day.to_string()))
                    .may(self.random, "addedOn", added.map(|day| day.to_string()))
                    .may(self.random, "placement", placement.flatten())
                    .may(self.random, "assignment", assignment)
                    .may(self.random, "competences", shows)
                    .may(self.random, "state", state)
                    .done(),
            );
        }
        evidence
    }

    /// Competences that go with those of a component: the same, or some.
    fn competences(&mut self, component: &Value) -> Vec<String> {
        let own: Vec<String> =
            items(component, "competences").iter().filter_map(Value::as_str).map(str::to_owned).collect();
        if !own.is_empty() && self.random.percent(60) { own } else { self.some(&COMPETENCES, 3) }
    }

    fn assessments(&mut self, framework: &Value) -> Vec<Value> {
        let scales = items(framework, "scales");
        let mut assessments: Vec<Value> = Vec::new();
        let mut components = items(framework, "components");
        if self.random.percent(30) {
            components.extend(self.component(framework));
        }
        for component in components {
            // Attempts of one component replace each other often enough for chains.
            let mut earlier: Vec<usize> = Vec::new();
            for attempt in 1..=self.random.pick(&[0, 1, 1, 1, 1, 2, 2, 3, 4]) {
                let assessment = self.assessment(&component, &scales, assessments.len(), attempt);
                let chained = if earlier.is_empty() { 0 } else { 45 };
                let replaces = self.perhaps(chained, |this| match this.random.below(4) {
                    0 => this.random.pick(&earlier),
                    _ => *earlier.last().unwrap(),
                });
                earlier.push(assessments.len());
                let replaces = replaces.map(|at| format!("b-{at}"));
                assessments.push(assessment.may(self.random, "replaces", replaces).done());
            }
            // Circles, and a circle with something on its tail.
            if earlier.len() > 1 && self.random.percent(10) {
                let (first, last) = (*earlier.first().unwrap(), self.random.pick(earlier.get(1..).unwrap()));
                let back = assessments.get_mut(first).unwrap().as_object_mut().unwrap();
                back.insert("replaces".to_owned(), json!(format!("b-{last}")));
            }
        }
        if assessments.len() > 1 && self.random.percent(6) {
            let at = self.random.below(assessments.len());
            let other = self.random.below(assessments.len());
            let one = assessments.get_mut(at).unwrap().as_object_mut().unwrap();
            one.insert("replaces".to_owned(), json!(format!("b-{other}")));
        }
        assessments
    }

    fn assessment(&mut self, component: &Value, scales: &[Value], at: usize, attempt: usize) -> Record {
        let study_year = component.get("studyYear").and_then(Value::as_i64).unwrap();
        let year = self.school_year_in(study_year);
        let scale = scale_of(scales, component);
        let named = self.perhaps(60, |this| match this.random.below(25) {
            0 => "c-99".to_owned(),
            _ => text(component, "id").unwrap().to_owned(),
        });
        // What names its component need not fit it.
        let fits = if named.is_some() { 60 } else { 95 };
        let of = if self.random.percent(fits) {
            text(component, "of").unwrap().to_owned()
        } else {
            self.random.pick(&ASSESSMENT_OF).to_owned()
        };
        let asked = text(component, "assignment").map(str::to_owned);
        let assignment = if self.random.percent(fits) {
            asked
        } else {
            self.perhaps(50, |this| this.random.pick(&ASSIGNMENTS).to_owned())
        };
        let fit_competences = if items(component, "competences").is_empty() { 15 } else { 92 };
        let competences = self.perhaps(fit_competences, |this| this.competences(component));
        let own_year =
            self.perhaps(50, |this| if this.random.percent(95) { study_year } else { this.random.pick(&[1, 2, 3, 4]) });
        // Attempts of one day are told apart by number or by place only.
        let day =
            self.perhaps(90, |this| if this.random.percent(15) { date(year + 1, 3, 1) } else { this.day_of(year) });
        let number = self.perhaps(50, |this| if this.random.percent(85) { attempt } else { this.random.between(1, 4) });
        let is_final = self.perhaps(95, |this| this.random.percent(93));
        let good = self.diligence;
        let result = self.perhaps(95, |this| this.result(scale.as_ref(), good));
        let by_the_student = self.perhaps(15, |this| json!({"result": this.result(scale.as_ref(), 50)}));
        let assessors = self.perhaps(15, |this| {
            json!([{"person": "t-1", "role": "school-trainer", "judgement": {"result": this.result(scale.as_ref(), 50)}}])
        });
        Record::new()
            .with("id", format!("b-{at}"))
            .with("of", of)
            .may(self.random, "component", named)
            .may(self.random, "assignment", assignment)
            .may(self.random, "competences", competences)
            .may(self.random, "studyYear", own_year)
            .may(self.random, "date", day.map(|day| day.to_string()))
            .may(self.random, "attempt", number)
            .may(self.random, "isFinal", is_final)
            .may(self.random, "result", result)
            .may(self.random, "selfAssessment", by_the_student)
            .may(self.random, "assessors", assessors)
    }

    fn exemptions(&mut self, framework: &Value) -> Vec<Value> {
        let mut exemptions = Vec::new();
        for at in 0..self.random.pick(&[0, 0, 0, 0, 0, 1, 1, 2]) {
            let component = self.component(framework).unwrap_or_default();
            let about_it = text(&component, "of").filter(|of| *of != "development");
            let of = match about_it {
                Some(of) if self.random.percent(70) => of.to_owned(),
                _ => {
                    let of = self.random.pick(&["study-year", "competence", "reading-aloud", "specialisation"]);
                    of.to_owned()
                }
            };
            let study_year = self.perhaps(if of == "study-year" { 85 } else { 40 }, |this| {
                match component.get("studyYear").and_then(Value::as_i64) {
                    Some(year) if this.random.percent(85) => year,
                    _ => this.random.pick(&[1, 2, 3, 4]),
                }
            });
            let asked = text(&component, "assignment").map(str::to_owned);
            let assignment = self.perhaps(if of == "assignment" { 90 } else { 0 }, |this| match asked {
                Some(asked) if this.random.percent(80) => asked,
                _ => this.random.pick(&ASSIGNMENTS).to_owned(),
            });
            let competences =
                self.perhaps(if of == "competence" { 92 } else { 0 }, |this| this.competences(&component));
            let year = self.random.one(&self.entries).school_year;
            let granted = self.perhaps(70, |this| this.day_of(year));
            let by = self.perhaps(60, |this| this.random.pick(&["examination-board", "programme"]));
            exemptions.push(
                Record::new()
                    .with("id", format!("x-{at}"))
                    .with("of", of)
                    .may(self.random, "studyYear", study_year)
                    .may(self.random, "assignment", assignment)
                    .may(self.random, "competences", competences)
                    .may(self.random, "grantedOn", granted.map(|day| day.to_string()))
                    .may(self.random, "grantedBy", by)
                    .done(),
            );
        }
        exemptions
    }

    fn decisions(&mut self) -> Vec<Value> {
        let mut decisions = Vec::new();
        for at in 0..self.random.pick(&[0, 0, 0, 1, 1, 2]) {
            let entry = self.random.one(&self.entries).clone();
            let graduations = if entry.outcome == Some("left") { 60 } else { 20 };
            let kind = if self.random.percent(graduations) { "graduation" } else { "year" };
            let on = self.perhaps(90, |this| match entry.outcome_on {
                Some(on) if this.random.percent(50) => on,
                _ => this.day_of(entry.school_year),
            });
            let study_year = if kind == "year" { self.perhaps(95, |_| entry.study_year) } else { None };
            let outcome = self.perhaps(90, |this| this.random.pick(&["positive", "positive", "negative"]));
            let authority = self.perhaps(70, |this| this.random.pick(&["programme", "programme", "examination-board"]));
            decisions.push(
                Record::new()
                    .with("id", format!("d-{at}"))
                    .with("kind", kind)
                    .may(self.random, "studyYear", study_year)
                    .may(self.random, "on", on.map(|day| day.to_string()))
                    .may(self.random, "outcome", outcome)
                    .may(self.random, "authority", authority)
                    .done(),
            );
        }
        decisions
    }

    /// A day from the first school year to a year after the last; days that the portfolio names, and those beside them, come
    /// up often.
    fn day_of_judgement(&mut self, portfolio: &Value) -> NaiveDate {
        let first = self.entries.first().unwrap().school_year;
        let last = self.entries.iter().map(|entry| entry.school_year).max().unwrap();
        let mut named = BTreeSet::new();
        days_in(portfolio, &mut named);
        let named: Vec<NaiveDate> = named.into_iter().collect();
        match self.random.below(6) {
            0 if !named.is_empty() => self.random.pick(&named) + Days::new(1) - Days::new(self.random.number() % 3),
            1 => date(last + 1, 9, 1) - Days::new(self.random.number() % 3),
            2 => date(last + 1, 10, 1) + Days::new(self.random.number() % 365),
            3 => {
                let year = self.random.one(&self.entries).school_year;
                self.day_of(year)
            }
            4 if self.random.percent(30) => date(first, 7, 25) + Days::new(self.random.number() % 60),
            _ => date(last, 10, 1) + Days::new(self.random.number() % 330),
        }
    }
}

/// Every day that a document names.
fn days_in(value: &Value, days: &mut BTreeSet<NaiveDate>) {
    match value {
        Value::String(text) => days.extend(text.parse::<NaiveDate>()),
        Value::Array(items) => items.iter().for_each(|item| days_in(item, days)),
        Value::Object(members) => members.values().for_each(|member| days_in(member, days)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::slow_assess::assess;

    #[test]
    fn seed_and_number_decide_every_byte() {
        let written = |pair: &Pair| format!("{} {} {} {:?}", pair.portfolio, pair.curriculum, pair.as_of, pair.lens);
        for (at, one) in (0..).zip(pairs(50, 7)) {
            assert_eq!(written(&one), written(&pair(7, at)));
            assert_ne!(written(&one), written(&pair(8, at)));
        }
    }

    /// Both documents are in their format, with ids given once and references that resolve.
    #[test]
    fn the_documents_are_in_their_format() {
        let schemas = ["portfolio", "curriculum"].map(|name| {
            let path = format!("{}/../docs/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
            let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
        });
        for pair in pairs(2_000, 3) {
            for (schema, document) in schemas.iter().zip([&pair.portfolio, &pair.curriculum]) {
                let faults: Vec<String> = schema.iter_errors(document).map(|fault| fault.to_string()).collect();
                assert!(faults.is_empty(), "{faults:?} in {document}");
            }
            let ids = |section: &str| -> Vec<String> {
                items(&pair.portfolio, section).iter().map(|one| text(one, "id").unwrap().to_owned()).collect()
            };
            for section in ["placements", "evidence", "assessments", "exemptions", "decisions"] {
                let ids = ids(section);
                assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{section}: {ids:?}");
            }
            let framework = pair.curriculum.get("assessment").cloned().unwrap_or_default();
            let values: Vec<Value> =
                items(&framework, "scales").iter().flat_map(|scale| items(scale, "values")).collect();
            let words: BTreeSet<&str> = values.iter().map(|value| text(value, "id").unwrap()).collect();
            assert_eq!(words.len(), values.len(), "{framework}");
            for (section, member, to) in
                [("assessments", "replaces", "assessments"), ("evidence", "placement", "placements")]
            {
                for one in items(&pair.portfolio, section) {
                    assert!(text(&one, member).is_none_or(|id| ids(to).contains(&id.to_owned())), "{one}");
                }
            }
        }
    }

    /// Everything that an assessment can come to occurs often enough that a fault in it would show.
    #[test]
    fn everything_occurs_in_two_thousand_pairs() {
        let mut seen = BTreeMap::<String, usize>::new();
        let mut see = |what: String| *seen.entry(what).or_default() += 1;
        for pair in pairs(2_000, 1) {
            let told = assess(&pair.portfolio, &pair.curriculum, pair.as_of, pair.lens);
            see(format!("programme {}", text(&told, "programme").unwrap()));
            for year in items(&told, "years") {
                let (rule, outcome) = (text(&year, "rule").unwrap(), text(&year, "outcome").unwrap());
                let reason = text(&year, "reason").map(|reason| format!(": {reason}")).unwrap_or_default();
                see(format!("{rule} {outcome}{reason}"));
                if outcome == "not-yet" {
                    see(format!("due {}", year.get("due").is_some()));
                }
                for what in ["average", "threshold"] {
                    see(format!("{what} {rule} {}", year.get(what).is_some()));
                }
                if !items(&year, "compensated").is_empty() {
                    see("compensated".to_owned());
                }
                let judged_as_all = rule == "points" && year.get("average").is_none();
                if judged_as_all && outcome == "passed" {
                    see("points: passed as all".to_owned());
                }
                for component in items(&year, "components") {
                    let state = text(&component, "state").unwrap();
                    let reason = text(&component, "reason").map(|reason| format!(": {reason}")).unwrap_or_default();
                    see(format!("component {state}{reason}"));
                    see(format!("taken {}", component.get("taken").is_some()));
                    see(format!("attempts {}", items(&component, "attempts").len().min(3)));
                    see(format!("evidence {}", component.get("evidence").and_then(Value::as_u64).unwrap().min(3)));
                    for missing in items(&component, "missing") {
                        see(format!("missing of a competence {}", missing.get("competence").is_some()));
                    }
                }
            }
        }
        let expected = [
            "all exempted",
            "all not-assessable: ambiguous",
            "all not-assessable: no-scale",
            "all not-assessable: result-off-scale",
            "all not-passed",
            "all not-yet",
            "all passed",
            "attempts 0",
            "attempts 1",
            "attempts 2",
            "attempts 3",
            "average all false",
            "average points false",
            "average points true",
            "compensated",
            "component exempted",
            "component not-assessable: ambiguous",
            "component not-assessable: no-scale",
            "component not-assessable: result-off-scale",
            "component open",
            "component passed",
            "component short",
            "due false",
            "due true",
            "evidence 0",
            "evidence 1",
            "evidence 2",
            "evidence 3",
            "missing of a competence false",
            "missing of a competence true",
            "points exempted",
            "points not-assessable: ambiguous",
            "points not-assessable: no-points",
            "points not-assessable: no-scale",
            "points not-assessable: result-off-scale",
            "points not-passed",
            "points not-yet",
            "points passed",
            "points: passed as all",
            "programme not-yet",
            "programme passed",
            "taken false",
            "taken true",
            "threshold all false",
            "threshold points false",
            "threshold points true",
        ];
        assert_eq!(seen.keys().map(String::as_str).collect::<Vec<_>>(), expected);
        assert!(seen.values().all(|times| *times >= 10), "{seen:#?}");
    }
}
