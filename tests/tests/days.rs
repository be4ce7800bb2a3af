//! Days that matter. What a report says of a portfolio changes only on days that the rules name; what lies after the day changes
//! nothing; and a lens says what the decision that it stands for would say, were it written down.
//!
//! What is held here is derived from the semantics of the rules and from the document, never from what the library answers.
//! `cargo xtask release-check days` walks every day and thousands of portfolios more.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Mutex;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use serde_json::{Value, json};
use twentse_kubus::documents::parse_date;
use twentse_kubus::grammar::Closed;
use twentse_kubus::{Lens, Moment, Outcome, Report, Unchecked, Validator};
use twentse_kubus_conformance::kinds::all_switched_on;
use twentse_kubus_conformance::samples::random::Random;
use twentse_kubus_conformance::samples::{Sample, bare, generate};

/// A portfolio over which days go by.
struct Life {
    name: String,
    document: Value,
}

/// The careers of `examples/stories`.
fn careers() -> Vec<Life> {
    let stories = format!("{}/../examples/stories", env!("CARGO_MANIFEST_DIR"));
    let mut careers: Vec<Life> = fs::read_dir(stories)
        .unwrap()
        .filter_map(|folder| {
            let folder = folder.unwrap();
            let json = fs::read_to_string(folder.path().join("portfolio.json")).ok()?;
            Some(Life {
                name: folder.file_name().into_string().unwrap(),
                document: serde_json::from_str(&json).unwrap(),
            })
        })
        .collect();
    careers.sort_by(|a, b| a.name.cmp(&b.name));
    assert_eq!(careers.len(), 8);
    careers
}

/// Made-up portfolios: sound and faulty, large and small; half of them with study years that ended otherwise, and with days that
/// nobody recorded.
fn made(number: u64, seed: u64) -> impl Iterator<Item = Life> {
    let samples = generate(number / 4, seed, 1.0)
        .chain(generate(number / 8, seed + 1, 0.0))
        .chain(bare(number - number / 4 - number / 8, seed + 2));
    (0..).zip(samples).map(move |(stream, Sample { json, known })| {
        let mut life = Life { name: known.document, document: serde_json::from_str(&json).unwrap() };
        let mut random = Random::new(seed + 3, stream);
        if random.percent(50) {
            unsettle(&mut life.document, &mut random);
        }
        life
    })
}

/// Gives study years other outcomes, the study interruptions, and leaves days out here and there.
fn unsettle(document: &mut Value, random: &mut Random) {
    let student = document["student"].as_object_mut().unwrap();
    let years = student.get_mut("years").and_then(Value::as_array_mut).unwrap();
    let at = if random.percent(50) { years.len() - 1 } else { random.below(years.len()) };
    let number = years.len();
    let entry = &mut years[at];
    let began = first_of_school_year(entry).unwrap().year();
    // Who left and comes back is in no made-up portfolio: only the last study year is left.
    let outcomes = ["continues-with-open-work", "interrupted", "passed", "repeats", "left"];
    let outcomes = if at + 1 == number { &outcomes[..] } else { &outcomes[..3] };
    entry["outcome"] = random.pick(outcomes).into();
    let on = NaiveDate::from_ymd_opt(began, 10, 1).unwrap() + Days::new(random.below(330) as u64);
    entry["outcomeOn"] = on.to_string().into();
    if random.percent(30) {
        entry.as_object_mut().unwrap().remove("outcomeOn");
    }
    if random.percent(30) {
        entry.as_object_mut().unwrap().remove("from");
    }
    if random.percent(60) {
        let from = NaiveDate::from_ymd_opt(began, 8, 20).unwrap() + Days::new(random.below(120) as u64);
        let until = from + Days::new(random.below(90) as u64);
        let mut period = json!({ "from": from.to_string() });
        if random.percent(80) {
            period["until"] = until.to_string().into();
        }
        student.insert("interruptions".to_owned(), json!([period]));
    }
    if random.percent(30) {
        document.as_object_mut().unwrap().remove("specialisation");
    }
    let placements = document["placements"].as_array_mut().unwrap();
    let at = random.below(placements.len());
    if random.percent(30) {
        placements[at]["period"].as_object_mut().unwrap().remove("until");
    }
    // A second placement beside one, with days and a rhythm of its own.
    if random.percent(40) {
        let mut beside = placements[at].clone();
        let first = day(&beside["period"], "from").unwrap() + Days::new(random.below(90) as u64);
        let until = first + Days::new(random.below(200) as u64);
        beside["id"] = "syn-pl-naast".into();
        beside["school"] = "syn-school-naast".into();
        beside["period"] = json!({ "from": first.to_string(), "until": until.to_string() });
        beside["daysAtSchool"] = random.between(1, 4).into();
        let members = beside.as_object_mut().unwrap();
        ["weeks", "talks", "lio", "kind"].iter().for_each(|member| drop(members.remove(*member)));
        placements.push(beside);
    }
    blur(document, random);
}

/// Leaves days out here and there, and lets some persons come later or go earlier.
fn blur(value: &mut Value, random: &mut Random) {
    if let Some(items) = value.as_array_mut() {
        return items.iter_mut().for_each(|item| blur(item, random));
    }
    let Some(members) = value.as_object_mut() else { return };
    // A studio, a talk and a visit have days that others name, and an exemption is no exemption without its kind: those stay.
    let is_entry = members.contains_key("outcome");
    for name in ["date", "addedOn", "setOn", "submittedOn", "startedOn", "chosenOn", "on", "until", "period"] {
        let needed = name == "date" && members.contains_key("present");
        if !is_entry && !needed && members.contains_key(name) && random.percent(3) {
            members.remove(name);
        }
    }
    for name in ["mentors", "trainers"] {
        let of_placement = members.get("period").cloned();
        for person in members.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten() {
            let Some(first) = of_placement.as_ref().and_then(|period| day(period, "from")) else { continue };
            if random.percent(15) {
                let from = first + Days::new(random.below(40) as u64);
                person["period"] = json!({ "from": from.to_string() });
                if random.percent(50) {
                    person["period"]["until"] = (from + Days::new(random.below(200) as u64)).to_string().into();
                }
            }
        }
    }
    members.values_mut().for_each(|member| blur(member, random));
}

/// The day in a member.
fn day(value: &Value, member: &str) -> Option<NaiveDate> {
    parse_date(value.get(member)?.as_str()?)
}

/// The things of a section, or of a list in a thing.
fn list<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    value.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// The first day of the school year that a day lies in.
fn school_year_of(day: NaiveDate) -> NaiveDate {
    let year = if day.month() >= 8 { day.year() } else { day.year() - 1 };
    NaiveDate::from_ymd_opt(year, 8, 1).unwrap()
}

/// The first day of a school year that is recorded.
fn first_of_school_year(value: &Value) -> Option<NaiveDate> {
    let year = value.get("schoolYear")?.as_str()?.get(..4)?.parse().ok()?;
    NaiveDate::from_ymd_opt(year, 8, 1)
}

/// The first day on which a study year of this school year has ended: 1 September (semantics 2).
fn over(first_of_school_year: NaiveDate) -> NaiveDate {
    (first_of_school_year + Months::new(13)).with_day(1).unwrap()
}

/// The first day of an entry: as recorded, else that of its school year.
fn first_of_entry(entry: &Value) -> Option<NaiveDate> {
    day(entry, "from").or_else(|| first_of_school_year(entry))
}

fn next(day: NaiveDate) -> NaiveDate {
    day + Days::new(1)
}

/// The day with this number among those that count, and the first after it that does: days of an interruption count for no grace
/// (semantics 2). None where an interruption without end is before it.
fn counted(document: &Value, first: NaiveDate, number: u64) -> Option<[NaiveDate; 2]> {
    let away = |at: NaiveDate| {
        list(&document["student"], "interruptions")
            .any(|period| day(period, "from").unwrap() <= at && day(period, "until").is_none_or(|until| at <= until))
    };
    // Nobody is away for five years here, but for ever.
    let mut counting = first.iter_days().take(2_000).filter(|at| !away(*at)).skip(usize::try_from(number).unwrap());
    let last = counting.next()?;
    Some([last, counting.next().unwrap_or(last)])
}

/// The days on which the rules let a report change, each with why. What is recorded of a thing is looked at from the day on which
/// the thing begins, to the day on which it ends, which is its last.
fn named_days(document: &Value) -> BTreeSet<NaiveDate> {
    let mut days = BTreeSet::new();
    // Semantics 1: something has begun when its day has come; it has ended when its last day is past.
    begin_and_end(document, &mut days);
    let student = &document["student"];
    let entries: Vec<&Value> = list(student, "years").collect();
    for entry in &entries {
        // Semantics 2: a study year begins on the first day of its first entry, and ends on the day of its outcome, which was
        // named above, or on 1 September. On the day after who left no placement lasts any more (semantics 5).
        days.extend(first_of_entry(entry));
        days.extend(first_of_school_year(entry).map(over));
        days.extend(day(entry, "outcomeOn").map(next));
        // P202 allows its days of grace after the first day of study year 3 or 4, less those of interruptions.
        if entry["studyYear"].as_u64().unwrap() >= 3 {
            let first = first_of_entry(entry).unwrap();
            days.extend(counted(document, first, 30).into_iter().flatten().flat_map(|last| [last, next(last)]));
        }
    }
    let placements: Vec<&Value> = list(document, "placements").collect();
    for placement in &placements {
        let period = placement.get("period");
        let first = period.and_then(|period| day(period, "from"));
        let of_school_year = first_of_school_year(placement).or_else(|| first.map(school_year_of));
        // One without days begins with its school year, and one without a last day goes on beyond its school year (P109).
        days.extend(of_school_year.into_iter().flat_map(|first| [first, over(first)]));
        // Study years that are not recorded are those of the placements (semantics 2); one may be of the year after its first day.
        if entries.is_empty() {
            let last = period.and_then(|period| day(period, "until")).or(first);
            days.extend(last.map(school_year_of).into_iter().flat_map(|first| [first, over(first)]));
        }
        // P105 and P111 allow days of grace from where nobody is there: when the placement begins, and after the last day of each
        // person. P114 allows its days from the first.
        let persons = ["mentors", "trainers"].into_iter().flat_map(|name| list(placement, name));
        let gone = persons.filter_map(|person| day(person.get("period")?, "until")).map(next);
        for from in gone.chain(first.or(of_school_year)) {
            for grace in [14, 28] {
                let last = counted(document, from, grace).into_iter().flatten();
                days.extend(last.flat_map(|last| [last, next(last)]));
            }
        }
        // Two placements share weekdays from the first that they have in common, in their first week together (P108).
        days.extend(first.into_iter().flat_map(|first| first.iter_days().take(7)));
    }
    // Interruptions that end: day 0 of a grace is the day after (semantics 2), which was named above. P411 looks five years back.
    for proof in list(document, "evidence") {
        let shown = day(proof, "date").or_else(|| day(proof, "addedOn"));
        days.extend(shown.map(|shown| next(shown + Months::new(60))));
    }
    // P401: who began before 1 August 2017 may use the new competences from then on. P409: the regulation, where no day is recorded.
    days.extend(
        [(2017, 8, 1), (2018, 5, 25)].map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap()),
    );
    days
}

/// The days on which things begin, and those after their last.
fn begin_and_end(value: &Value, days: &mut BTreeSet<NaiveDate>) {
    match value {
        Value::Array(items) => {
            // Days of visits and talks.
            days.extend(items.iter().filter_map(Value::as_str).filter_map(parse_date));
            items.iter().for_each(|item| begin_and_end(item, days));
        }
        Value::Object(members) => {
            for (name, member) in members {
                let day = member.as_str().and_then(parse_date);
                days.extend(day.map(|day| if name == "until" { next(day) } else { day }));
                begin_and_end(member, days);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The days on which P104 may change besides: it averages over the days that have passed, so that the average of placements with
/// another rhythm each moves from day to day.
fn days_of_averages(document: &Value) -> Vec<(NaiveDate, NaiveDate)> {
    let rhythm =
        |one: &Value| [&one["daysAtSchool"], &one["daysAtInstitute"], &one["weekdays"]].map(ToString::to_string);
    let regular = || list(document, "placements").filter(|one| one.get("kind").is_none_or(|kind| kind == "regular"));
    let differs = |one: &Value| regular().any(|other| rhythm(other) != rhythm(one));
    let period = |one: &Value| {
        let period = one.get("period")?;
        Some((day(period, "from")?, day(period, "until").unwrap_or(NaiveDate::MAX)))
    };
    regular().filter(|one| differs(one)).filter_map(period).collect()
}

/// What a report says: of each finding severity, rule, place and subject; of each rule its answer.
#[derive(PartialEq, Eq)]
struct Said(BTreeSet<String>);

fn said(report: &Report, with_averages: bool) -> Said {
    let asked = |code: &str| code != "TK-R014" && (with_averages || code != "TK-P104");
    let findings = report
        .findings()
        .iter()
        .filter(|one| asked(one.rule.code))
        .map(|one| format!("{} {:?} {} {:?}", one.rule.code, one.severity, one.path, one.subject.id));
    let answers = report.outcomes().iter().filter(|one| asked(one.rule.code)).map(|one| {
        format!("{} {} {}", one.rule.code, one.answer.key(), one.reason.map(Closed::key).unwrap_or_default())
    });
    Said(findings.chain(answers).collect())
}

/// Every rule, also those that are off by default.
fn every_rule() -> Validator {
    Validator::builder().rulebook(all_switched_on()).build().unwrap()
}

/// Runs over the lives on two threads.
fn each<T: Sync>(of: &[T], run: impl Fn(usize, &T) + Sync) {
    std::thread::scope(|scope| {
        for half in 0..2 {
            let run = &run;
            scope.spawn(move || of.iter().enumerate().skip(half).step_by(2).for_each(|(at, one)| run(at, one)));
        }
    });
}

/// From the day before everything to two years after the last day that is recorded, and at least six after the first.
fn stretch(named: &BTreeSet<NaiveDate>) -> (NaiveDate, NaiveDate) {
    let floor = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
    let (first, last) = (named.range(floor..).next().unwrap(), named.last().unwrap());
    (*first - Days::new(2), *last + Days::new(30))
}

/// Walks a life by these days, and tells those on which something changed without being named.
fn unnamed_changes(validator: &Validator, life: &Life, days: impl Iterator<Item = NaiveDate>) -> Vec<String> {
    let text = life.document.to_string();
    let named = named_days(&life.document);
    let averages = days_of_averages(&life.document);
    let mut changes = Vec::new();
    let mut before: Option<(NaiveDate, Report)> = None;
    for at in days {
        let report = validator.validate(text.as_bytes(), at);
        if let Some((last, known)) = &before
            && named.range(next(*last)..=at).next().is_none()
        {
            let moves = averages.iter().any(|(from, until)| *from <= at && last <= until);
            let (was, is) = (said(known, !moves), said(&report, !moves));
            if was != is {
                let gone: Vec<_> = was.0.difference(&is.0).collect();
                let come: Vec<_> = is.0.difference(&was.0).collect();
                changes.push(format!("{}: {last} to {at}: {gone:?} became {come:?}", life.name));
            }
        }
        before = Some((at, report));
    }
    changes
}

/// Between two days that are named nothing changes: the day itself, one in between and the last before the next are compared.
#[test]
fn reports_change_on_named_days_alone() {
    let validator = every_rule();
    let lives: Vec<Life> = careers().into_iter().chain(made(LIVES, 71)).collect();
    let wrong = Mutex::new(Vec::new());
    each(&lives, |at, life| {
        let mut random = Random::new(72, at as u64);
        let named: Vec<NaiveDate> = named_days(&life.document).into_iter().collect();
        // A large document takes as long as ten small ones.
        let share = if life.document.to_string().len() > 20_000 { 6 } else { 60 };
        let mut days = BTreeSet::new();
        for pair in named.windows(2) {
            if !random.percent(share) {
                continue;
            }
            let free = (pair[1] - pair[0]).num_days();
            days.insert(pair[0]);
            days.insert(pair[0] + Days::new(random.below(usize::try_from(free).unwrap()) as u64));
            days.insert(pair[1] - Days::new(1));
        }
        wrong.lock().unwrap().extend(unnamed_changes(&validator, life, days.into_iter()));
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} changes on days that nothing names:\n{}", wrong.len(), wrong.join("\n"));
}

/// Portfolios of a normal run.
const LIVES: u64 = 240;

/// Every day of whole programmes.
#[test]
#[ignore = "takes minutes: `cargo xtask release-check days`"]
fn reports_change_on_named_days_alone_on_every_day() {
    let validator = every_rule();
    let lives: Vec<Life> = careers().into_iter().chain(made(60, 73)).collect();
    let wrong = Mutex::new(Vec::new());
    each(&lives, |_, life| {
        let (first, last) = stretch(&named_days(&life.document));
        let days = first.iter_days().take_while(|day| *day <= last);
        wrong.lock().unwrap().extend(unnamed_changes(&validator, life, days));
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} changes on days that nothing names:\n{}", wrong.len(), wrong.join("\n"));
}

/// A portfolio as it was on a day: what is dated later is taken out, with what refers to it. What has begun keeps what is planned
/// with it: the last day of a placement, the day on which a choice takes effect, the first day of research with a theme.
struct Cut {
    document: Value,
    as_of: NaiveDate,
    /// The ids of what was taken out.
    gone: BTreeSet<String>,
    /// For each list from which something was taken, the positions of what is left, by the pointer to the list.
    left: BTreeMap<String, Vec<usize>>,
}

impl Cut {
    fn new(document: &Value, as_of: NaiveDate) -> Self {
        let mut cut = Self { document: document.clone(), as_of, gone: BTreeSet::new(), left: BTreeMap::new() };
        cut.student();
        cut.take("", "exemptions", &["grantedOn"]);
        cut.specialisation();
        for (section, days) in [
            ("goals", &["setOn"][..]),
            ("studios", &["date"]),
            ("reflections", &["date"]),
            ("evidence", &["date", "addedOn"]),
            ("assessments", &["date"]),
            ("decisions", &["on"]),
        ] {
            cut.take("", section, days);
        }
        cut.designs();
        cut.placements();
        cut.research();
        cut.assessments();
        for (section, persons) in [("studios", &["ledBy"][..]), ("evidence", &["togetherWith", "vouchedBy"])] {
            cut.in_each(section, |cut, thing| persons.iter().for_each(|name| cut.persons(thing, name)));
        }
        cut.references();
        cut
    }

    fn is_later(&self, day: Option<NaiveDate>) -> bool {
        day.is_some_and(|day| day > self.as_of)
    }

    /// The members of a thing.
    fn at(&mut self, pointer: &str) -> Option<&mut serde_json::Map<String, Value>> {
        self.document.pointer_mut(pointer).and_then(Value::as_object_mut)
    }

    fn remove(&mut self, pointer: &str, members: &[&str]) {
        let thing = self.at(pointer).unwrap();
        members.iter().for_each(|member| drop(thing.remove(*member)));
    }

    /// The day in a member of a thing.
    fn day(&self, pointer: &str, member: &str) -> Option<NaiveDate> {
        day(self.document.pointer(pointer)?, member)
    }

    /// Keeps of a list what stays.
    fn keep(&mut self, pointer: &str, stays: impl Fn(&Self, &Value) -> bool) {
        let Some(items) = self.document.pointer(pointer).and_then(Value::as_array) else { return };
        let (kept, gone): (Vec<_>, Vec<_>) = items.iter().enumerate().partition(|(_, item)| stays(self, item));
        if gone.is_empty() {
            return;
        }
        let ids: Vec<String> = gone.iter().filter_map(|(_, item)| Some(item.get("id")?.as_str()?.to_owned())).collect();
        let (positions, kept): (Vec<usize>, Vec<Value>) = kept.into_iter().map(|(at, item)| (at, item.clone())).unzip();
        self.gone.extend(ids);
        self.left.insert(pointer.to_owned(), positions);
        *self.document.pointer_mut(pointer).unwrap() = kept.into();
    }

    /// Takes out of a list what has a later day in one of these members.
    fn take(&mut self, thing: &str, list: &str, days: &[&str]) {
        self.keep(&format!("{thing}/{list}"), |cut, item| !days.iter().any(|name| cut.is_later(day(item, name))));
    }

    /// Takes out of a list what has a period that begins later.
    fn persons(&mut self, thing: &str, list: &str) {
        self.keep(&format!("{thing}/{list}"), |cut, one| {
            !cut.is_later(one.get("period").and_then(|period| day(period, "from")))
        });
    }

    fn in_each(&mut self, list: &str, run: impl Fn(&mut Self, &str)) {
        let number = self.document.pointer(&format!("/{list}")).and_then(Value::as_array).map_or(0, Vec::len);
        (0..number).for_each(|at| run(self, &format!("/{list}/{at}")));
    }

    fn student(&mut self) {
        // Who has yet to begin is enrolled already: years that are to come are no years that nobody recorded.
        let begun = list(&self.document["student"], "years").any(|entry| !self.is_later(first_of_entry(entry)));
        self.keep("/student/years", |cut, entry| !begun || !cut.is_later(first_of_entry(entry)));
        self.take("/student", "interruptions", &["from"]);
        self.in_each("student/years", |cut, entry| {
            if cut.is_later(cut.day(entry, "outcomeOn")) {
                cut.remove(entry, &["outcome", "outcomeOn"]);
            }
        });
    }

    fn specialisation(&mut self) {
        let (chosen, effect) = (self.day("/specialisation", "chosenOn"), self.day("/specialisation", "inEffectFrom"));
        if self.is_later(chosen) {
            self.remove("/specialisation", &["chosenOn", "ageSpecialisation", "profileSubjects"]);
            if effect.is_none() || self.is_later(effect) {
                self.remove("", &["specialisation"]);
            }
        }
    }

    /// A design has begun on the first of its days; one that is submitted later is still a draft.
    fn designs(&mut self) {
        self.keep("/designs", |cut, design| {
            let begun = list(design, "phases").filter_map(|step| day(step.get("period")?, "from"));
            !cut.is_later(begun.chain(day(design, "submittedOn")).min())
        });
        self.in_each("designs", |cut, design| {
            cut.persons(design, "phases");
            if cut.is_later(cut.day(design, "submittedOn")) {
                cut.remove(design, &["submittedOn"]);
                cut.at(design).unwrap().insert("state".to_owned(), "draft".into());
            }
        });
    }

    /// A placement that is yet to begin was there already when something that has begun names it; so was one of a school year that
    /// has begun, where the placements tell the study years.
    fn placements(&mut self) {
        let named = |section: &str, member: &str| -> Vec<Value> {
            list(&self.document, section).filter_map(|one| one.get(member).cloned()).collect()
        };
        let named: Vec<Value> =
            [named("evidence", "placement"), named("designs", "placement"), named("studios", "week")].concat();
        let told = list(&self.document["student"], "years").next().is_none();
        let is_named = |one: &Value| named.contains(&one["id"]);
        self.keep("/placements", |cut, placement| {
            let first = placement.get("period").and_then(|period| day(period, "from"));
            let of_school_year = first_of_school_year(placement).or(first.map(school_year_of));
            !cut.is_later(first.or(of_school_year))
                || is_named(placement)
                || list(placement, "weeks").any(is_named)
                || told && !cut.is_later(of_school_year)
        });
        self.in_each("placements", |cut, placement| {
            cut.persons(placement, "mentors");
            cut.persons(placement, "trainers");
            cut.take(placement, "talks", &["date"]);
            cut.keep(&format!("{placement}/weeks"), |cut, week| {
                is_named(week) || !cut.is_later(week.get("period").and_then(|period| day(period, "from")))
            });
            if cut.is_later(cut.day(&format!("{placement}/matching"), "on")) {
                cut.remove(placement, &["matching"]);
            }
            if cut.is_later(cut.day(&format!("{placement}/lio"), "creditsReachedOn")) {
                cut.remove(&format!("{placement}/lio"), &["creditsReachedOn"]);
            }
        });
    }

    fn research(&mut self) {
        self.take("/research", "schoolDevelopmentThemes", &["startedOn"]);
        self.in_each("research/schoolDevelopmentThemes", |cut, theme| {
            ["group", "schoolTeam", "guides"].iter().for_each(|name| cut.persons(theme, name));
            if cut.is_later(cut.day(theme, "exhibitedOn")) {
                cut.remove(theme, &["exhibitedOn"]);
            }
        });
        let graduation = "/research/graduation";
        let (set, started) = (self.day(graduation, "setOn"), self.day(graduation, "startedOn"));
        if self.at(graduation).is_none() {
            return;
        }
        match (self.is_later(set), self.is_later(started.or(set))) {
            (true, true) => self.remove("/research", &["graduation"]),
            (true, false) => self.remove(graduation, &["theme", "setOn", "setWith", "recognisedInOwnGroup"]),
            // With a theme it has been planned, and waits for its first day; without one it is nothing yet.
            (false, true) if set.is_none() && self.document.pointer("/research/graduation/theme").is_none() => {
                self.remove("/research", &["graduation"]);
            }
            (false, _) => {}
        }
        if self.at(graduation).is_some() {
            ["withOthers", "guides", "setWith"].iter().for_each(|name| self.persons(graduation, name));
        }
    }

    fn assessments(&mut self) {
        self.in_each("assessments", |cut, made| {
            for days in ["visits", "talks"] {
                cut.keep(&format!("{made}/{days}"), |cut, on| !cut.is_later(on.as_str().and_then(parse_date)));
            }
            for part in ["mentorAdvice", "selfAssessment"] {
                if cut.is_later(cut.day(&format!("{made}/{part}"), "date")) {
                    cut.remove(made, &[part]);
                }
            }
        });
    }

    /// What referred to what was taken out did not do so on that day.
    fn references(&mut self) {
        const REFERENCES: [(&str, &[&str]); 6] = [
            ("studios", &["week", "takenUpIn"]),
            ("designs", &["goals", "placement", "studios"]),
            ("reflections", &["evidence", "design", "goals", "studio"]),
            ("evidence", &["placement", "studios", "goals"]),
            ("assessments", &["theme", "evidence", "replaces"]),
            ("decisions", &["assessments"]),
        ];
        for (section, members) in REFERENCES {
            self.in_each(section, |cut, thing| {
                for member in members {
                    let is_gone = |cut: &Self, id: &Value| id.as_str().is_some_and(|id| cut.gone.contains(id));
                    let pointer = format!("{thing}/{member}");
                    match cut.document.pointer(&pointer) {
                        Some(Value::Array(_)) => cut.keep(&pointer, |cut, id| !is_gone(cut, id)),
                        Some(id) if is_gone(cut, id) => cut.remove(thing, &[member]),
                        _ => {}
                    }
                }
            });
        }
    }

    /// The pointer into the whole document for one into what is left.
    fn in_whole(&self, pointer: &str) -> String {
        let (mut within, mut whole) = (String::new(), String::new());
        for token in pointer.split('/').skip(1) {
            let position = self.left.get(&within).zip(token.parse::<usize>().ok());
            let position = position.and_then(|(left, at)| left.get(at));
            within = format!("{within}/{token}");
            whole = format!("{whole}/{}", position.map_or(token.to_owned(), ToString::to_string));
        }
        whole
    }
}

/// Everything that a report says, but for what reading says: findings with facts, days and places, and answers. The places are
/// looked up in the whole document.
fn everything(report: &Report, place: impl Fn(&str) -> String, leaves_out: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let asked = |code: &str| !code.starts_with("TK-R") && !leaves_out(code);
    let findings = report.findings().iter().filter(|one| asked(one.rule.code)).map(|one| {
        let mut told: Value = serde_json::from_str(&one.to_json()).unwrap();
        told["path"] = place(told["path"].as_str().unwrap()).into();
        for related in told.get_mut("related").and_then(Value::as_array_mut).into_iter().flatten() {
            related["path"] = place(related["path"].as_str().unwrap()).into();
        }
        told.to_string()
    });
    let outcomes = report.outcomes().iter().filter(|one| asked(one.rule.code)).map(Outcome::to_json);
    findings.chain(outcomes).collect()
}

/// Whether all of a document was read.
fn is_whole(report: &Report) -> bool {
    !report.unchecked().iter().any(|part| matches!(part, Unchecked::Unreadable(_)))
}

/// Days of a life to look at: those that are named, the days before them, and others in between.
fn days_of(life: &Life, number: usize, random: &mut Random) -> BTreeSet<NaiveDate> {
    let named = named_days(&life.document);
    let (first, last) = stretch(&named);
    let named: Vec<NaiveDate> = named.range(first..).copied().collect();
    let mut days = BTreeSet::new();
    for _ in 0..number {
        let on = random.pick(&named);
        days.extend([on, on - Days::new(1)]);
        days.insert(first + Days::new(random.below(usize::try_from((last - first).num_days()).unwrap()) as u64));
    }
    days
}

/// Where two sets differ.
fn difference(name: &str, on: NaiveDate, one: &BTreeSet<String>, other: &BTreeSet<String>) -> Option<String> {
    let (gone, come): (Vec<_>, Vec<_>) = (one.difference(other).collect(), other.difference(one).collect());
    (one != other).then(|| format!("{name} on {on}:\n  {gone:#?}\n  against\n  {come:#?}"))
}

fn hold(wrong: Mutex<Vec<String>>, what: &str) {
    let wrong = wrong.into_inner().unwrap();
    let shown: Vec<_> = wrong.iter().take(40).cloned().collect();
    assert!(wrong.is_empty(), "{} times {what}:\n{}", wrong.len(), shown.join("\n"));
}

/// What lies after the day changes nothing: a portfolio is judged as it was on that day.
fn as_it_was(lives: &[Life], days: usize) {
    let validator = every_rule();
    let (wrong, compared) = (Mutex::new(Vec::new()), Mutex::new(0));
    each(lives, |at, life| {
        let mut random = Random::new(81, at as u64);
        let text = life.document.to_string();
        for on in days_of(life, days, &mut random) {
            let report = validator.validate(text.as_bytes(), on);
            if !is_whole(&report) {
                return;
            }
            let cut = Cut::new(&life.document, on);
            let as_it_was = validator.validate(cut.document.to_string().as_bytes(), on);
            // Who replaces what is to come does replace something, and is in no circle (P514): that it does is recorded today.
            let replaces =
                |document: &Value| list(document, "assessments").filter(|made| made.get("replaces").is_some()).count();
            let of_circles = replaces(&cut.document) == 0;
            let leaves_out = |code: &str| code == "TK-P514" && of_circles;
            let whole = everything(&report, str::to_owned, leaves_out);
            let cut = everything(&as_it_was, |path| cut.in_whole(path), leaves_out);
            *compared.lock().unwrap() += 1;
            wrong.lock().unwrap().extend(difference(&life.name, on, &whole, &cut));
        }
    });
    let compared = compared.into_inner().unwrap();
    println!("{compared} documents were cut off");
    assert!(compared > lives.len() * days, "{compared} documents were compared");
    hold(wrong, "what lies after the day matters");
}

/// Whether the student has left without diploma: the last entry that has begun was left, and nobody decided on a diploma.
fn has_left(document: &Value, on: NaiveDate) -> bool {
    let begun = list(&document["student"], "years").filter(|entry| first_of_entry(entry).unwrap() <= on);
    let last =
        begun.max_by_key(|entry| first_of_entry(entry)).filter(|entry| entry.get("outcome") == Some(&json!("left")));
    let left = last.map(|entry| day(entry, "outcomeOn").unwrap_or_else(|| over(first_of_school_year(entry).unwrap())));
    let graduated = list(document, "decisions").any(|decision| {
        decision["kind"] == "graduation"
            && decision.get("outcome").is_none_or(|outcome| outcome != "negative")
            && day(decision, "on").is_none_or(|taken| taken <= on)
    });
    left.is_some_and(|day| day <= on) && !graduated
}

/// The same document with the decision on the diploma that the lens `graduating` stands for.
fn with_diploma(document: &Value, on: NaiveDate) -> Value {
    let mut written = document.clone();
    let decision = json!({ "id": "be-as-if", "kind": "graduation", "outcome": "positive", "on": on.to_string() });
    match written.get_mut("decisions").and_then(Value::as_array_mut) {
        Some(decisions) => decisions.push(decision),
        None => written["decisions"] = json!([decision]),
    }
    written
}

/// The same document in which the study years that run had an outcome on that day, which the lens `year-ended` stands for: that
/// of the last entry, and in August also one of the school year before. A year that was interrupted or is to be repeated is taken
/// up again on that day, and passed on it. To pass is no other than to end without outcome: a shortfall is due in full.
fn with_years_ended(document: &Value, on: NaiveDate) -> Value {
    let mut written = document.clone();
    let Some(years) = written["student"].get_mut("years").and_then(Value::as_array_mut) else { return written };
    let mut order: Vec<usize> = (0..years.len()).filter(|at| first_of_entry(&years[*at]).unwrap() <= on).collect();
    order.sort_by_key(|at| first_of_entry(&years[*at]));
    let Some(current) = order.last().map(|at| years[*at]["studyYear"].clone()) else { return written };
    let mut last: BTreeMap<u64, usize> = BTreeMap::new();
    for at in &order {
        last.insert(years[*at]["studyYear"].as_u64().unwrap(), *at);
    }
    for at in last.into_values() {
        let entry = &mut years[at];
        let outcome = day(entry, "outcomeOn").filter(|_| entry.get("outcome").is_some());
        let known = entry.get("outcome").and_then(Value::as_str).filter(|_| outcome.is_none_or(|day| day <= on));
        let goes_on = matches!(known, Some("repeats" | "interrupted"));
        let is_over =
            outcome.filter(|_| known.is_some()).unwrap_or_else(|| over(first_of_school_year(entry).unwrap())) <= on;
        if is_over && (!goes_on || entry["studyYear"] != current) {
            continue;
        }
        if goes_on {
            let from = school_year_of(on).year();
            let again = json!({
                "schoolYear": format!("{from}-{}", from + 1), "studyYear": entry["studyYear"],
                "from": on.to_string(), "outcome": "passed", "outcomeOn": on.to_string(),
            });
            years.push(again);
        } else {
            entry["outcome"] = "passed".into();
            entry["outcomeOn"] = on.to_string().into();
        }
    }
    written
}

/// A lens answers what the document would say with the decision in it. Left out is what is about the decision itself: how many
/// assessments it names (P507); and, of a study year, what depends on whether the day on which it ends is still of it: goals
/// without a day, which are of the year that runs (P407); a choice that takes effect on that very day, or while the year was
/// interrupted (P201, P205). In August, when the day is of two study years, an outcome would take it from one of them.
fn as_written_down(lives: &[Life], days: usize) {
    let validator = every_rule();
    let (wrong, compared) = (Mutex::new(Vec::new()), Mutex::new([0, 0, 0]));
    each(lives, |at, life| {
        let mut random = Random::new(82, at as u64);
        let judge = |document: &Value, on: NaiveDate, lens: Lens| {
            validator.validate(document.to_string().as_bytes(), Moment::on(on).through(lens))
        };
        for on in days_of(life, days, &mut random) {
            let now = judge(&life.document, on, Lens::Now);
            if !is_whole(&now) {
                return;
            }
            let [graduating, ended] = [Lens::Graduating, Lens::YearEnded].map(|lens| judge(&life.document, on, lens));
            let compare = |one: &Report, other: &Report, leaves_out: &dyn Fn(&str) -> bool| {
                let [one, other] = [one, other].map(|report| everything(report, str::to_owned, leaves_out));
                difference(&life.name, on, &one, &other)
            };
            let mut found = Vec::new();
            if has_left(&life.document, on) {
                found.push(compare(&graduating, &now, &|_| false));
                found.push(compare(&ended, &now, &|_| false));
                compared.lock().unwrap()[0] += 1;
            } else {
                let written = judge(&with_diploma(&life.document, on), on, Lens::Now);
                found.push(compare(&graduating, &written, &|code| code == "TK-P507"));
                compared.lock().unwrap()[1] += 1;
                if on.month() != 8 {
                    let written = judge(&with_years_ended(&life.document, on), on, Lens::Now);
                    let undated = list(&life.document, "goals").any(|goal| goal.get("setOn").is_none());
                    let chosen = &life.document["specialisation"];
                    let on_that_day = ["chosenOn", "inEffectFrom"].iter().any(|name| day(chosen, name) == Some(on));
                    let goes_on = |entry: &Value| matches!(entry["outcome"].as_str(), Some("interrupted" | "repeats"));
                    let again = list(&life.document["student"], "years").any(goes_on);
                    found.push(compare(&ended, &written, &|code| {
                        code == "TK-P407" && undated || (on_that_day || again) && ["TK-P201", "TK-P205"].contains(&code)
                    }));
                    compared.lock().unwrap()[2] += 1;
                }
            }
            wrong.lock().unwrap().extend(found.into_iter().flatten());
        }
    });
    let compared = compared.into_inner().unwrap();
    println!("{compared:?} documents of who left, with a diploma, with a year that ended");
    assert!(compared[0] > 10 && compared[1..].iter().all(|number| *number > 2 * lives.len()), "{compared:?}");
    hold(wrong, "a lens says something else than the decision written down");
}

fn some_lives(number: u64, seed: u64) -> Vec<Life> {
    careers().into_iter().chain(made(number, seed)).collect()
}

#[test]
fn a_portfolio_is_judged_as_it_was_on_that_day() {
    as_it_was(&some_lives(120, 83), 4);
}

#[test]
fn a_lens_is_the_decision_written_down() {
    as_written_down(&some_lives(120, 86), 3);
}

#[test]
#[ignore = "takes minutes: `cargo xtask release-check days`"]
fn thousands_of_portfolios_are_judged_as_they_were_and_as_written_down() {
    let lives = some_lives(5_000, 91);
    as_it_was(&lives, 3);
    as_written_down(&lives, 2);
}
