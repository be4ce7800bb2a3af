//! A second `assess`, written from the specification alone and as slow as it likes, to hold the library's own against: part 8
//! of the specification, "Assessment", sentence by sentence (the numbers below are those of its sentences), on plain JSON.
//!
//! Both documents must be in their format and whole: what happens to lost parts is not told here.
//!
//! Where the text leaves something open, this is what was decided:
//!
//! **Study years**
//! - Entries that begin after the day of judgement are not there yet, whether given or read off placements; nor are outcomes of
//!   a later day. First and last entry are by their first day, then by their place in the list.
//! - A day is of the entry that has begun last on it, until 1 September after its school year; a day in August also of the study
//!   year before, while that has not ended. (It was decided otherwise at first. The text leaves open whose the days after an
//!   outcome are, and the rules of the portfolio had settled it.)
//! - An outcome without its day ends the year on 1 September, except `repeats` and `interrupted`; a day without outcome tells
//!   nothing.
//! - An empty list of years is none. Read off placements, each placement with a study year gives an entry from 1 August of its
//!   school year; a tie between school years is the earlier's; one with neither school year nor period gives none.
//! - The student's first entry is the one with the earliest first day, of those the lowest study year. The
//!   programme rests on the years from that one on.
//! - Who has left: an entry with outcome `left` whose day has come and after which no entry begins; unless a positive decision
//!   of graduation was taken. Lenses change nothing for them (semantics 11).
//! - `year-ended` ends the year of the last entry, and one that still runs beside it in August; `graduating` ends every year that
//!   has begun. None makes a year begin.
//!
//! **2, 4: counting and belonging**
//! - A result that is not on the scale counts, since 8 speaks of such an attempt taken; only a value of an ordinal scale can say
//!   that it does not.
//! - An assessment that names a component that is not there belongs to none. One that names a component belongs to it,
//!   whatever else it says.
//! - Exempted components and those of years that are not listed can be among the several that an assessment fits.
//! - Only an assessment that counts makes a component ambiguous.
//! - No theme is compared.
//!
//! **3: values**
//! - A numeric scale without `least` begins at 0, one without `most` ends at 1000, the limits of points; its `values` tell
//!   nothing, as `least`, `most` and `step` of an ordinal scale do not. `07` and `7.50` read as 7 and 7.5; `7.` does not read.
//!
//! **5, 6: attempts**
//! - An attempt without number comes before every number.
//! - A chain of `replaces` goes through any assessment of the portfolio; only its first must be a counting attempt of the
//!   component. A circle is one of all assessments, counting or not; its members stand, whatever replaces them from outside.
//! - `best` with a scale prefers any value on it to one off it; without a scale all are equal.
//!
//! **8, 10: not assessable**
//! - A component without `leastResult` is judged on evidence alone, as its field says: neither ambiguity nor the scale makes it
//!   not assessable.
//! - `ambiguous` goes before `no-scale`; `no-scale` needs no attempt.
//! - A `leastResult` that is not on the scale is reached by nothing: `short` (22 calls it impossible).
//!
//! **9: evidence**
//! - "For an assignment": the component names one, whatever it is of. Of several competences, a piece is counted once in
//!   `evidence`. `missing` is in the order of the framework list. Without `leastEvidence` nothing is missing.
//! - A placement that is not there, or of which nothing tells one study year, tells none: the date of the evidence does. A date that lies in no study
//!   year is not followed by `addedOn`.
//!
//! **12: several competences**
//! - It is about components of competences that name at least two. One that names fewer is judged on all that belongs to it.
//! - What replaces an attempt must name the competence as well to supersede it there. Ambiguity, too, is per competence.
//! - Without `leastResult` each competence has the state of its own evidence.
//! - The lowest value is the lowest on the scale, and the points are that value's.
//! - A competence that is exempted beside one that is not is judged like any other.
//!
//! **13: exemptions**
//! - Those of assignments, competences, theme and graduation research exempt components of that kind only. A component that
//!   names no assignment or no competences is never exempted through one. Competences of several exemptions are taken together.
//! - An exemption without study year is for every study year, also one of the study year.
//! - An exempted component tells attempts, evidence and what is missing like any other.
//!
//! **14 to 18: years**
//! - A year is exempted when each of its required components is, or, when it has none, each of its components; with rule points
//!   only if nothing is left to weigh.
//! - "No weights left" (17) is what it says, for whatever reason: exempted, weight 0, without `leastResult`, or open and not
//!   required. `rule` stays `points`, and no component is compensated then.
//! - "Short" and "open" in 15 are said of all components of the year, those without weight and those not required too.
//!   A required component without weight that is not assessable keeps no year with rule points from passing, since 18 asks it of
//!   those of the average only.
//! - Points that a short component without weight does not have are not below the floor.
//! - Without `threshold` every average will do, and `threshold` is left out. `roundTo` 0 is none.
//! - Weight, weighted and average are of the components that have points so far, also while others are open or not assessable.

#![expect(clippy::unwrap_used, reason = "documents in their format have readable days, and sums of points fit")]

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};

/// The moment that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lens {
    /// As it stands.
    Now,
    /// As if the running study year had ended.
    YearEnded,
    /// As if the student graduated.
    Graduating,
}

/// The competences in the order of the framework list.
const COMPETENCES: [&str; 10] = [
    "2005-interpersonal",
    "2005-pedagogical",
    "2005-subject-and-didactics",
    "2005-organisation",
    "2005-colleagues",
    "2005-surroundings",
    "2005-reflection-and-development",
    "2017-subject-matter",
    "2017-subject-didactics",
    "2017-pedagogical",
];

// ---- Reading JSON ----

fn list<'v>(of: &'v Value, member: &str) -> Vec<&'v Value> {
    of.get(member).and_then(Value::as_array).map(|items| items.iter().collect()).unwrap_or_default()
}

fn text<'v>(of: &'v Value, member: &str) -> Option<&'v str> {
    of.get(member).and_then(Value::as_str)
}

fn texts<'v>(of: &'v Value, member: &str) -> Vec<&'v str> {
    list(of, member).into_iter().filter_map(Value::as_str).collect()
}

fn flag(of: &Value, member: &str) -> Option<bool> {
    of.get(member).and_then(Value::as_bool)
}

fn whole(of: &Value, member: &str) -> Option<i128> {
    of.get(member).and_then(Value::as_i64).map(i128::from)
}

fn day(of: &Value, member: &str) -> Option<NaiveDate> {
    text(of, member).map(|day| day.parse().unwrap())
}

/// A number of at most two decimals, in hundredths.
fn hundredths(of: &Value, member: &str) -> Option<i128> {
    match of.get(member) {
        Some(Value::Number(number)) => Some(decimal(&number.to_string()).unwrap()),
        _ => None,
    }
}

/// What reads as a decimal of at most two places, in hundredths.
fn decimal(text: &str) -> Option<i128> {
    let (before, after) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    if !digits(before) || !digits(after) || after.len() > 2 {
        return None;
    }
    let after: i128 = format!("{after:0<2}").parse().ok()?;
    before.parse::<i128>().ok()?.checked_mul(100)?.checked_add(after)
}

// ---- Study years (rules.md, semantics 2) ----

/// One school year attended, in one study year.
#[derive(Clone, Debug)]
struct Entry {
    study_year: i128,
    first_day: NaiveDate,
    /// The calendar year in which its school year begins.
    school_year: i32,
    outcome: Option<String>,
    outcome_on: Option<NaiveDate>,
}

impl Entry {
    /// The day on which its study year has ended, if this entry is its last.
    fn end(&self) -> Option<NaiveDate> {
        let first_of_september = NaiveDate::from_ymd_opt(self.school_year + 1, 9, 1).unwrap();
        match self.outcome.as_deref() {
            None => Some(first_of_september),
            Some("repeats" | "interrupted") => None,
            Some(_) => Some(self.outcome_on.unwrap_or(first_of_september)),
        }
    }
}

/// The days of a study year: from the first to the one before the end.
#[derive(Clone, Debug)]
struct StudyYear {
    number: i128,
    begin: NaiveDate,
    end: Option<NaiveDate>,
}

fn first_of_august(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 8, 1).unwrap()
}

fn begin_of_school_year(text: &str) -> i32 {
    text.split('-').next().unwrap().parse().unwrap()
}

/// The calendar year in which the school year that holds a day begins.
fn school_year_of(day: NaiveDate) -> i32 {
    let year: i32 = day.format("%Y").to_string().parse().unwrap();
    if day < first_of_august(year) { year - 1 } else { year }
}

/// The school year that a placement is of.
fn school_year_of_placement(placement: &Value) -> Option<i32> {
    if let Some(named) = text(placement, "schoolYear") {
        return Some(begin_of_school_year(named));
    }
    let period = placement.get("period")?;
    let from = day(period, "from")?;
    let Some(until) = day(period, "until") else { return Some(school_year_of(from)) };
    let mut most = (0, school_year_of(from));
    for year in school_year_of(from)..=school_year_of(until) {
        let days = from.iter_days().take_while(|day| *day <= until).filter(|day| school_year_of(*day) == year).count();
        if days > most.0 {
            most = (days, year);
        }
    }
    Some(most.1)
}

fn entries(portfolio: &Value) -> Vec<Entry> {
    let mut entries = Vec::new();
    let years = portfolio.get("student").map(|student| list(student, "years")).unwrap_or_default();
    for year in &years {
        let school_year = begin_of_school_year(text(year, "schoolYear").unwrap());
        entries.push(Entry {
            study_year: whole(year, "studyYear").unwrap(),
            first_day: day(year, "from").unwrap_or(first_of_august(school_year)),
            school_year,
            outcome: text(year, "outcome").map(str::to_owned),
            outcome_on: day(year, "outcomeOn"),
        });
    }
    if years.is_empty() {
        for placement in list(portfolio, "placements") {
            let (Some(study_year), Some(school_year)) =
                (whole(placement, "studyYear"), school_year_of_placement(placement))
            else {
                continue;
            };
            entries.push(Entry {
                study_year,
                first_day: first_of_august(school_year),
                school_year,
                outcome: None,
                outcome_on: None,
            });
        }
    }
    entries
}

fn study_years(entries: &[Entry]) -> Vec<StudyYear> {
    let mut years = Vec::new();
    for number in 1..=4 {
        let mut first: Option<&Entry> = None;
        let mut last: Option<&Entry> = None;
        for entry in entries.iter().filter(|entry| entry.study_year == number) {
            if first.is_none_or(|first| entry.first_day < first.first_day) {
                first = Some(entry);
            }
            if last.is_none_or(|last| entry.first_day >= last.first_day) {
                last = Some(entry);
            }
        }
        if let (Some(first), Some(last)) = (first, last) {
            years.push(StudyYear { number, begin: first.first_day, end: last.end() });
        }
    }
    years
}

/// The study years that a day lies in.
fn study_years_of_day(entries: &[Entry], day: NaiveDate) -> Vec<i128> {
    let mut found = Vec::new();
    for entry in entries {
        let over = first_of_august(entry.school_year + 1) + Days::new(31);
        let next = entries.iter().filter(|other| other.first_day > entry.first_day).min_by_key(|other| other.first_day);
        let end = match next {
            None => over,
            Some(next) if next.study_year == entry.study_year || next.school_year == entry.school_year => {
                next.first_day
            }
            Some(next) => next.first_day.min(over).max(entry.outcome_on.unwrap_or(over)),
        };
        if entry.first_day <= day && day < end && !found.contains(&entry.study_year) {
            found.push(entry.study_year);
        }
    }
    found
}

/// Whether the student has left without diploma by a day.
fn has_left(portfolio: &Value, entries: &[Entry], as_of: NaiveDate) -> bool {
    let graduated = list(portfolio, "decisions").into_iter().any(|decision| {
        text(decision, "kind") == Some("graduation")
            && text(decision, "outcome") == Some("positive")
            && day(decision, "on").is_none_or(|on| on <= as_of)
    });
    let left = entries.iter().any(|entry| {
        entry.outcome.as_deref() == Some("left")
            && entry.end().is_some_and(|end| end <= as_of)
            && entries.iter().all(|other| other.first_day <= entry.first_day)
    });
    left && !graduated
}

// ---- Values (3) ----

/// A result on a scale.
#[derive(Clone, Copy, Debug)]
struct OnScale {
    /// The higher, the better.
    rank: i128,
    points: Option<i128>,
    counts: bool,
}

/// The scale of a component; `None` when it does not exist.
fn scale_of<'v>(framework: &'v Value, component: &Value) -> Option<&'v Value> {
    let scales = list(framework, "scales");
    match text(component, "scale") {
        None => scales.first().copied(),
        Some(named) => scales.into_iter().find(|scale| text(scale, "id") == Some(named)),
    }
}

fn on_scale(scale: &Value, result: &str) -> Option<OnScale> {
    if text(scale, "kind") == Some("ordinal") {
        for (rank, value) in (0..).zip(list(scale, "values")) {
            if text(value, "id") == Some(result) {
                let counts = flag(value, "counts").unwrap_or(true);
                return Some(OnScale { rank, points: hundredths(value, "points"), counts });
            }
        }
        return None;
    }
    let number = decimal(result)?;
    let least = hundredths(scale, "least").unwrap_or(0);
    let most = hundredths(scale, "most").unwrap_or(1000 * 100);
    let step = hundredths(scale, "step").unwrap_or(0);
    let in_steps = step == 0 || (number - least) % step == 0;
    let fits = least <= number && number <= most && in_steps;
    fits.then_some(OnScale { rank: number, points: Some(number), counts: true })
}

// ---- Attempts (2, 4, 5, 6) ----

/// Everything that is the same for all components.
struct Situation<'v> {
    portfolio: &'v Value,
    framework: &'v Value,
    as_of: NaiveDate,
    entries: Vec<Entry>,
    years: Vec<StudyYear>,
}

impl<'v> Situation<'v> {
    fn assessments(&self) -> Vec<&'v Value> {
        list(self.portfolio, "assessments")
    }

    fn components(&self) -> Vec<&'v Value> {
        list(self.framework, "components")
    }

    fn assessment(&self, id: &str) -> Option<&'v Value> {
        self.assessments().into_iter().find(|assessment| text(assessment, "id") == Some(id))
    }

    /// Whether an assessment counts for a component to which it belongs, or would belong (2).
    fn counts(&self, assessment: &Value, component: &Value) -> bool {
        let Some(result) = text(assessment, "result") else { return false };
        let value = scale_of(self.framework, component).and_then(|scale| on_scale(scale, result));
        flag(assessment, "isFinal") == Some(true)
            && day(assessment, "date").is_none_or(|date| date <= self.as_of)
            && value.is_none_or(|value| value.counts)
    }

    /// Whether an assessment that names no component fits one (4).
    fn fits(&self, assessment: &Value, component: &Value) -> bool {
        let of_year = match (whole(assessment, "studyYear"), day(assessment, "date")) {
            (Some(own), _) => vec![own],
            (None, Some(date)) => study_years_of_day(&self.entries, date),
            (None, None) => vec![],
        };
        let assignment = text(component, "assignment");
        let competences = texts(component, "competences");
        let shared = texts(assessment, "competences").into_iter().any(|one| competences.contains(&one));
        text(assessment, "of") == text(component, "of")
            && of_year.contains(&whole(component, "studyYear").unwrap())
            && (assignment.is_none() || text(assessment, "assignment") == assignment)
            && (competences.is_empty() || shared)
    }

    /// The ids of the components that an assessment names or fits; it belongs to the one, and to none of several.
    fn components_of(&self, assessment: &Value) -> Vec<&'v str> {
        let mut found = Vec::new();
        for component in self.components() {
            let id = text(component, "id").unwrap();
            let is_it = match text(assessment, "component") {
                Some(named) => named == id,
                None => self.fits(assessment, component),
            };
            if is_it {
                found.push(id);
            }
        }
        found
    }

    /// All that belongs to a component, in the order of the document.
    fn belonging(&self, component: &Value) -> Vec<&'v Value> {
        let id = text(component, "id").unwrap();
        self.assessments().into_iter().filter(|assessment| self.components_of(assessment) == [id]).collect()
    }

    /// The assessments that fit this component and another.
    fn ambiguous(&self, component: &Value) -> Vec<&'v Value> {
        let id = text(component, "id").unwrap();
        let fit = |assessment: &&'v Value| {
            let several = self.components_of(assessment);
            several.len() > 1 && several.contains(&id)
        };
        self.assessments().into_iter().filter(fit).collect()
    }

    /// What an assessment replaces, itself or by a chain; itself as well when it is in a circle.
    fn replaced_by(&self, assessment: &'v Value) -> Vec<&'v str> {
        let mut chain = Vec::new();
        let mut at = assessment;
        // One dated later has replaced nothing yet.
        let begun = |one: &Value| day(one, "date").is_none_or(|date| date <= self.as_of);
        while let Some(id) = text(at, "replaces").filter(|_| begun(at)) {
            if chain.contains(&id) {
                break;
            }
            chain.push(id);
            let Some(next) = self.assessment(id) else { break };
            at = next;
        }
        chain
    }

    /// The attempt taken of these counting ones (5).
    fn taken(&self, attempts: &[&'v Value], component: &Value) -> Option<&'v Value> {
        let best = text(self.framework, "counts") == Some("best");
        let scale = scale_of(self.framework, component);
        let mut taken: Option<&Value> = None;
        // In the order of the document, so that of equals the later is taken.
        for attempt in attempts {
            let id = text(attempt, "id").unwrap();
            let in_a_circle = self.replaced_by(attempt).contains(&id);
            let superseded = attempts.iter().any(|other| self.replaced_by(other).contains(&id));
            if superseded && !in_a_circle {
                continue;
            }
            let key = |of: &Value| {
                let value = scale.and_then(|scale| on_scale(scale, text(of, "result").unwrap()));
                let rank = if best { value.map(|value| value.rank) } else { None };
                (rank, whole(of, "attempt"), day(of, "date"))
            };
            if taken.is_none_or(|taken| key(attempt) >= key(taken)) {
                taken = Some(attempt);
            }
        }
        taken
    }
}

// ---- Evidence (9) ----

/// What is asked of evidence and what is there.
struct Evidence {
    /// The number counted.
    there: usize,
    /// What is short: the competence, when counted per competence, and the number there.
    missing: Vec<(Option<&'static str>, usize)>,
    wanted: usize,
}

/// The competences that a record names, in the order of the framework list.
fn competences(of: &Value) -> Vec<&'static str> {
    let named = texts(of, "competences");
    COMPETENCES.into_iter().filter(|competence| named.contains(competence)).collect()
}

impl Situation<'_> {
    /// The study years that a piece of evidence is of.
    /// A placement, which lasts at most until the student left.
    fn until_the_student_left(&self, placement: &Value) -> Value {
        let mut placement = placement.clone();
        let Some(from) = placement.get("period").and_then(|period| day(period, "from")) else { return placement };
        let left = self.entries.iter().filter(|entry| entry.outcome.as_deref() == Some("left")).filter_map(Entry::end);
        let until = placement.get("period").and_then(|period| day(period, "until"));
        if let Some(last) = left.filter(|left| from <= *left && *left <= self.as_of).chain(until).min() {
            let period = placement.get_mut("period").and_then(Value::as_object_mut);
            period.into_iter().for_each(|period| drop(period.insert("until".to_owned(), json!(last.to_string()))));
        }
        placement
    }

    fn years_of_evidence(&self, evidence: &Value) -> Vec<i128> {
        let placement = text(evidence, "placement").and_then(|id| {
            list(self.portfolio, "placements").into_iter().find(|placement| text(placement, "id") == Some(id))
        });
        if let Some(year) = placement.and_then(|placement| whole(placement, "studyYear")) {
            return vec![year];
        }
        // One that does not say its study year is in that of the entry of its school year.
        let school_year =
            placement.and_then(|placement| school_year_of_placement(&self.until_the_student_left(placement)));
        let mut own: Vec<i128> = Vec::new();
        for entry in self.entries.iter().filter(|entry| Some(entry.school_year) == school_year) {
            if !own.contains(&entry.study_year) {
                own.push(entry.study_year);
            }
        }
        if let [year] = own.as_slice() {
            return vec![*year];
        }
        match day(evidence, "date").or(day(evidence, "addedOn")) {
            Some(day) => study_years_of_day(&self.entries, day),
            None => vec![],
        }
    }

    fn evidence(&self, component: &Value) -> Evidence {
        let year = whole(component, "studyYear").unwrap();
        let mut of_year = Vec::new();
        for evidence in list(self.portfolio, "evidence") {
            let begun =
                ["date", "addedOn"].iter().all(|member| day(evidence, member).is_none_or(|day| day <= self.as_of));
            let submitted = text(evidence, "state") != Some("draft");
            if begun && submitted && self.years_of_evidence(evidence).contains(&year) {
                of_year.push(evidence);
            }
        }
        let wanted = usize::try_from(whole(component, "leastEvidence").unwrap_or(0)).unwrap();
        let asked = competences(component);
        let mut missing = Vec::new();
        let there;
        if let Some(assignment) = text(component, "assignment") {
            there = of_year.iter().filter(|evidence| text(evidence, "assignment") == Some(assignment)).count();
            if there < wanted {
                missing.push((None, there));
            }
        } else if !asked.is_empty() {
            let shows = |evidence: &&&Value| competences(evidence).iter().any(|one| asked.contains(one));
            there = of_year.iter().filter(shows).count();
            for competence in asked {
                let shows_it = |evidence: &&&Value| competences(evidence).contains(&competence);
                let of_it = of_year.iter().filter(shows_it).count();
                if of_it < wanted {
                    missing.push((Some(competence), of_it));
                }
            }
        } else {
            there = of_year.len();
            if there < wanted {
                missing.push((None, there));
            }
        }
        Evidence { there, missing, wanted }
    }
}

// ---- Components (8, 10 to 13) ----

/// The states, the worst first; an exemption aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    NotAssessable,
    Open,
    Short,
    Passed,
    Exempted,
}

impl State {
    fn key(self) -> &'static str {
        match self {
            Self::NotAssessable => "not-assessable",
            Self::Open => "open",
            Self::Short => "short",
            Self::Passed => "passed",
            Self::Exempted => "exempted",
        }
    }
}

/// The judgement of a component, or of it for one competence.
#[derive(Clone, Copy)]
struct Judged<'v> {
    state: State,
    reason: Option<&'static str>,
    taken: Option<&'v Value>,
    value: Option<OnScale>,
}

impl<'v> Situation<'v> {
    /// Judges a component; for one competence, on the assessments that name it (12).
    fn judge(&self, component: &Value, evidence: &Evidence, competence: Option<&'static str>) -> Judged<'v> {
        let about = |assessment: &&'v Value| {
            self.counts(assessment, component) && competence.is_none_or(|one| competences(assessment).contains(&one))
        };
        let attempts: Vec<&Value> = self.belonging(component).into_iter().filter(about).collect();
        let ambiguous = attempts.is_empty() && self.ambiguous(component).iter().any(about);
        let scale = scale_of(self.framework, component);
        let taken = self.taken(&attempts, component);
        let value = match (scale, taken) {
            (Some(scale), Some(taken)) => on_scale(scale, text(taken, "result").unwrap()),
            _ => None,
        };
        let (state, reason) = match text(component, "leastResult") {
            None => {
                let misses =
                    evidence.missing.iter().any(|(of, _)| of.is_none() || competence.is_none() || *of == competence);
                (if misses { State::Open } else { State::Passed }, None)
            }
            Some(_) if ambiguous => (State::NotAssessable, Some("ambiguous")),
            Some(least) => match (scale, taken, value) {
                (None, _, _) => (State::NotAssessable, Some("no-scale")),
                (Some(_), None, _) => (State::Open, None),
                (Some(_), Some(_), None) => (State::NotAssessable, Some("result-off-scale")),
                (Some(scale), Some(_), Some(value)) => {
                    let reached = on_scale(scale, least).is_some_and(|least| value.rank >= least.rank);
                    (if reached { State::Passed } else { State::Short }, None)
                }
            },
        };
        Judged { state, reason, taken, value }
    }

    /// Judges a component with all its competences; exemptions aside.
    fn judge_whole(&self, component: &Value, evidence: &Evidence) -> Judged<'v> {
        let several = competences(component);
        if text(component, "of") != Some("competence") || several.len() < 2 {
            return self.judge(component, evidence, None);
        }
        let each: Vec<Judged> = several.into_iter().map(|one| self.judge(component, evidence, Some(one))).collect();
        // `min_by_key` gives the first of equals.
        let worst = each.iter().min_by_key(|judged| judged.state).unwrap();
        let lowest = each.iter().filter_map(|judged| judged.value).min_by_key(|value| value.rank);
        Judged { value: lowest, ..*worst }
    }

    /// Whether a component is exempted (13).
    fn exempted(&self, component: &Value) -> bool {
        let in_force = list(self.portfolio, "exemptions").into_iter().filter(|exemption| {
            let of_year = whole(exemption, "studyYear").is_none_or(|year| Some(year) == whole(component, "studyYear"));
            of_year && day(exemption, "grantedOn").is_none_or(|on| on <= self.as_of)
        });
        let mut exempt_competences = Vec::new();
        for exemption in in_force {
            let of = text(exemption, "of").unwrap();
            let same_kind = text(component, "of") == Some(of);
            match of {
                "study-year" => return true,
                "school-development-theme" | "graduation-research" if same_kind => return true,
                "assignment" if same_kind => {
                    let assignment = text(exemption, "assignment");
                    if assignment.is_some() && assignment == text(component, "assignment") {
                        return true;
                    }
                }
                "competence" if same_kind => exempt_competences.extend(competences(exemption)),
                _ => {}
            }
        }
        let asked = competences(component);
        !asked.is_empty() && asked.iter().all(|one| exempt_competences.contains(one))
    }
}

// ---- Years (14 to 18) ----

/// A component with what was found of it.
struct Found<'v> {
    component: &'v Value,
    evidence: Evidence,
    judged: Judged<'v>,
}

impl Found<'_> {
    fn state(&self) -> State {
        self.judged.state
    }

    fn is_required(&self) -> bool {
        flag(self.component, "required").unwrap_or(true)
    }

    fn weight(&self) -> i128 {
        whole(self.component, "weight").unwrap_or(1)
    }

    fn asks_result(&self) -> bool {
        text(self.component, "leastResult").is_some()
    }

    fn points(&self) -> Option<i128> {
        self.judged.value.and_then(|value| value.points)
    }

    /// Whether it is one of the average (15).
    fn is_of_average(&self) -> bool {
        let left_out = self.state() == State::Open && !self.is_required();
        self.weight() > 0 && self.state() != State::Exempted && self.asks_result() && !left_out
    }
}

/// How a year comes out, but for the time that is left.
enum Outcome {
    Exempted,
    NotAssessable(&'static str),
    Passed { by_points: bool },
    NotPassed,
}

/// By rule `all` (14, and 18 for what is not assessable).
fn by_all(found: &[Found]) -> Outcome {
    let required: Vec<&Found> = found.iter().filter(|one| one.is_required()).collect();
    let all_exempted = if required.is_empty() {
        found.iter().all(|one| one.state() == State::Exempted)
    } else {
        required.iter().all(|one| one.state() == State::Exempted)
    };
    let first_reason = required.iter().find_map(|one| one.judged.reason);
    let shortfall = required.iter().any(|one| matches!(one.state(), State::Short | State::Open));
    match first_reason {
        _ if all_exempted => Outcome::Exempted,
        Some(reason) if !shortfall => Outcome::NotAssessable(reason),
        None if !shortfall => Outcome::Passed { by_points: false },
        _ => Outcome::NotPassed,
    }
}

/// Σ weight and Σ (weight × points) of what takes part in the average so far, all in hundredths.
fn sums(found: &[Found]) -> (i128, i128) {
    let mut sums = (0, 0);
    for one in found.iter().filter(|one| one.is_of_average()) {
        if let (State::Passed | State::Short, Some(points)) = (one.state(), one.points()) {
            let weight = one.weight() * 100;
            sums = (sums.0 + weight, sums.1 + weight * points);
        }
    }
    sums
}

/// What is above half of a whole, or half, goes up.
fn divided_half_up(amount: i128, by: i128) -> i128 {
    (2 * amount + by) / (2 * by)
}

/// The average rounded by the rule (16), when it says so.
fn rounded(rule: &Value, (weight, weighted): (i128, i128)) -> Option<i128> {
    let to = hundredths(rule, "roundTo").filter(|to| *to > 0)?;
    Some(divided_half_up(weighted, weight * to) * to)
}

/// By rule `points` (15 to 17).
fn by_points(found: &[Found], rule: &Value) -> Outcome {
    if !found.iter().any(Found::is_of_average) {
        return by_all(found);
    }
    for one in found.iter().filter(|one| one.is_of_average()) {
        if let Some(reason) = one.judged.reason {
            return Outcome::NotAssessable(reason);
        }
        if one.state() != State::Open && one.points().is_none() {
            return Outcome::NotAssessable("no-points");
        }
    }
    // What asks no result is open until its evidence is there.
    if found.iter().any(|one| one.is_required() && one.state() == State::Open) {
        return Outcome::NotPassed;
    }
    let short: Vec<&Found> = found.iter().filter(|one| one.state() == State::Short).collect();
    let most_below = whole(rule, "mostBelow").unwrap_or(0);
    let floor = hundredths(rule, "floor").unwrap_or(0);
    let too_many = short.len() > usize::try_from(most_below).unwrap();
    let too_low = short.iter().any(|one| one.points().is_some_and(|points| points < floor));
    let (weight, weighted) = sums(found);
    let threshold = hundredths(rule, "threshold").unwrap_or(0);
    let reached = match rounded(rule, (weight, weighted)) {
        Some(average) => average >= threshold,
        None => weighted >= threshold * weight,
    };
    if reached && !too_many && !too_low { Outcome::Passed { by_points: true } } else { Outcome::NotPassed }
}

fn number(of: i128) -> Value {
    Value::from(i64::try_from(of).unwrap())
}

impl<'v> Situation<'v> {
    fn found(&self, component: &'v Value) -> Found<'v> {
        let evidence = self.evidence(component);
        let mut judged = self.judge_whole(component, &evidence);
        if self.exempted(component) {
            judged = Judged { state: State::Exempted, reason: None, ..judged };
        }
        Found { component, evidence, judged }
    }

    fn told(&self, found: &Found) -> Value {
        let mut told = Map::new();
        told.insert("id".to_owned(), json!(text(found.component, "id")));
        told.insert("state".to_owned(), json!(found.state().key()));
        if let Some(reason) = found.judged.reason {
            told.insert("reason".to_owned(), json!(reason));
        }
        if let Some(taken) = found.judged.taken {
            told.insert("taken".to_owned(), json!(text(taken, "id")));
        }
        let attempts: Vec<Option<&str>> =
            self.belonging(found.component).into_iter().map(|attempt| text(attempt, "id")).collect();
        told.insert("attempts".to_owned(), json!(attempts));
        told.insert("evidence".to_owned(), json!(found.evidence.there));
        let mut missing = Vec::new();
        for (competence, there) in &found.evidence.missing {
            missing.push(match competence {
                Some(competence) => json!({"competence": competence, "wanted": found.evidence.wanted, "there": there}),
                None => json!({"wanted": found.evidence.wanted, "there": there}),
            });
        }
        told.insert("missing".to_owned(), json!(missing));
        Value::Object(told)
    }

    fn year(&self, year: &StudyYear, ends_by_lens: bool, components: &[&'v Value]) -> Value {
        let found: Vec<Found> = components.iter().map(|component| self.found(component)).collect();
        let rule =
            list(self.framework, "passRules").into_iter().find(|rule| whole(rule, "studyYear") == Some(year.number));
        let points = rule.filter(|rule| text(rule, "kind") == Some("points"));
        let mut told = Map::new();
        told.insert("studyYear".to_owned(), number(year.number));
        told.insert("rule".to_owned(), json!(if points.is_some() { "points" } else { "all" }));
        let outcome = match points {
            Some(rule) => by_points(&found, rule),
            None => by_all(&found),
        };
        let mut compensated = Vec::new();
        let word = match outcome {
            Outcome::Exempted => "exempted",
            Outcome::NotAssessable(reason) => {
                told.insert("reason".to_owned(), json!(reason));
                "not-assessable"
            }
            Outcome::Passed { by_points } => {
                for one in found.iter().filter(|one| by_points && one.state() == State::Short) {
                    compensated.push(text(one.component, "id"));
                }
                "passed"
            }
            Outcome::NotPassed if ends_by_lens || year.end.is_some_and(|end| end <= self.as_of) => "not-passed",
            Outcome::NotPassed => {
                if let Some(end) = year.end {
                    told.insert("due".to_owned(), json!((end - Days::new(1)).to_string()));
                }
                "not-yet"
            }
        };
        told.insert("outcome".to_owned(), json!(word));
        if let Some(rule) = points {
            let (weight, weighted) = sums(&found);
            if weight > 0 {
                let average = rounded(rule, (weight, weighted)).unwrap_or_else(|| divided_half_up(weighted, weight));
                told.insert("weight".to_owned(), number(weight));
                told.insert("weighted".to_owned(), number(weighted));
                told.insert("average".to_owned(), number(average));
                if let Some(threshold) = hundredths(rule, "threshold") {
                    told.insert("threshold".to_owned(), number(threshold));
                }
            }
        }
        told.insert("compensated".to_owned(), json!(compensated));
        told.insert("components".to_owned(), found.iter().map(|one| self.told(one)).collect());
        Value::Object(told)
    }
}

/// Judges a portfolio by the assessment framework of a curriculum.
///
/// # Panics
/// When one of them is not in its format.
pub fn assess(portfolio: &Value, curriculum: &Value, as_of: NaiveDate, lens: Lens) -> Value {
    let mut entries = entries(portfolio);
    entries.retain(|entry| entry.first_day <= as_of);
    for entry in &mut entries {
        if entry.outcome_on.is_some_and(|on| on > as_of) {
            (entry.outcome, entry.outcome_on) = (None, None);
        }
    }
    let framework = curriculum.get("assessment").unwrap_or(&Value::Null);
    let situation = Situation { portfolio, framework, as_of, years: study_years(&entries), entries: entries.clone() };
    let left = has_left(portfolio, &entries, as_of);
    let last = entries.iter().max_by_key(|entry| (entry.first_day, entry.study_year)).map(|entry| entry.study_year);
    let still_runs = |number: i128| {
        let own = entries.iter().filter(|entry| entry.study_year == number).max_by_key(|entry| entry.first_day);
        let over = |entry: &Entry| entry.outcome_on.unwrap_or(first_of_august(entry.school_year + 1) + Days::new(31));
        own.is_some_and(|entry| as_of < over(entry))
    };
    let first = entries.iter().min_by_key(|entry| (entry.first_day, entry.study_year)).map(|entry| entry.study_year);
    let mut years: Vec<Value> = Vec::new();
    for year in &situation.years {
        let mut components = situation.components();
        components.retain(|component| whole(component, "studyYear") == Some(year.number));
        if year.begin <= as_of && !components.is_empty() {
            let ends_by_lens = match lens {
                Lens::Now => false,
                Lens::YearEnded => last == Some(year.number) || still_runs(year.number),
                Lens::Graduating => true,
            };
            years.push(situation.year(year, ends_by_lens && !left, &components));
        }
    }
    let good = |year: &Value| matches!(text(year, "outcome"), Some("passed" | "exempted"));
    let has_last = years.iter().any(|year| whole(year, "studyYear") == Some(4));
    let from_first = |year: &&Value| whole(year, "studyYear") >= first;
    let programme = if has_last && years.iter().filter(from_first).all(good) { "passed" } else { "not-yet" };
    json!({"programme": programme, "years": years})
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A day of the second half of study year 1 of [`in_year_1`].
    const IN_MAY: &str = "2023-05-01";

    fn on(portfolio: &Value, framework: &Value, as_of: &str, lens: Lens) -> Value {
        let curriculum = json!({"format": "twentse-kubus/curriculum@1", "id": "cu", "firstCohort": "2022-2023",
            "assignments": [{"id": "a-1"}, {"id": "a-2"}], "assessment": framework});
        assess(portfolio, &curriculum, as_of.parse().unwrap(), lens)
    }

    fn in_may(portfolio: &Value, framework: &Value) -> Value {
        on(portfolio, framework, IN_MAY, Lens::Now)
    }

    /// A portfolio with these sections of a student who is in study year 1 since 1 August 2022.
    fn in_year_1(sections: &Value) -> Value {
        with_years(&json!([{"schoolYear": "2022-2023", "studyYear": 1}]), sections)
    }

    fn with_years(years: &Value, sections: &Value) -> Value {
        let mut portfolio = json!({"format": "twentse-kubus/portfolio@1", "student": {"id": "s", "years": years}});
        for (member, section) in sections.as_object().unwrap() {
            portfolio[member] = section.clone();
        }
        portfolio
    }

    /// Words worth 4, 6 and 8 points, and one that is no judgement; and marks of half points from 1 to 10.
    fn scales() -> Value {
        json!([
            {"id": "words", "kind": "ordinal", "values": [
                {"id": "absent", "counts": false}, {"id": "insufficient", "points": 4}, {"id": "sufficient", "points": 6},
                {"id": "good", "points": 8}]},
            {"id": "marks", "kind": "numeric", "least": 1, "most": 10, "step": 0.5},
            {"id": "pointless", "kind": "ordinal", "values": [{"id": "no"}, {"id": "yes"}]},
        ])
    }

    /// A framework of these components, on [`scales`].
    fn of(components: &Value) -> Value {
        json!({"scales": scales(), "components": components})
    }

    fn with_rule(rule: &Value, components: &Value) -> Value {
        json!({"scales": scales(), "components": components, "passRules": [rule]})
    }

    /// A component of study year 1 that `sufficient` passes.
    fn words(id: &str) -> Value {
        json!({"id": id, "studyYear": 1, "of": "development", "leastResult": "sufficient"})
    }

    /// A component of study year 1 that 5.5 passes, with this weight.
    fn marks(id: &str, weight: u32) -> Value {
        json!({"id": id, "studyYear": 1, "of": "development", "scale": "marks", "leastResult": "5.5", "weight": weight})
    }

    /// The first, with the members of the second.
    fn and(mut one: Value, members: &Value) -> Value {
        for (member, value) in members.as_object().unwrap() {
            one[member] = value.clone();
        }
        one
    }

    /// A final result for a component.
    fn result(id: &str, component: &str, result: &str) -> Value {
        json!({"id": id, "of": "development", "component": component, "result": result, "isFinal": true})
    }

    /// A portfolio of year 1 with results for components: `[component, result]` each, with ids `b-0`, `b-1` and so on.
    fn results(of: &[[&str; 2]]) -> Value {
        let assessments: Vec<Value> = of
            .iter()
            .enumerate()
            .map(|(at, [component, value])| result(&format!("b-{at}"), component, value))
            .collect();
        in_year_1(&json!({"assessments": assessments}))
    }

    fn year(told: &Value, study_year: i64) -> &Value {
        let years = told["years"].as_array().unwrap();
        years.iter().find(|year| year["studyYear"] == study_year).unwrap()
    }

    /// What is told of a component, in whichever year.
    fn component<'v>(told: &'v Value, id: &str) -> &'v Value {
        let years = told["years"].as_array().unwrap();
        years.iter().flat_map(|year| year["components"].as_array().unwrap()).find(|one| one["id"] == id).unwrap()
    }

    /// The state of a component, with the reason.
    fn state(told: &Value, id: &str) -> String {
        let component = component(told, id);
        match component["reason"].as_str() {
            Some(reason) => format!("{}: {reason}", component["state"].as_str().unwrap()),
            None => component["state"].as_str().unwrap().to_owned(),
        }
    }

    /// The outcome of study year 1, with the reason.
    fn outcome(told: &Value) -> String {
        let year = year(told, 1);
        match year["reason"].as_str() {
            Some(reason) => format!("{}: {reason}", year["outcome"].as_str().unwrap()),
            None => year["outcome"].as_str().unwrap().to_owned(),
        }
    }

    #[test]
    fn sentence_1_years_that_have_a_component_and_have_begun() {
        let years = json!([{"schoolYear": "2022-2023", "studyYear": 1}, {"schoolYear": "2023-2024", "studyYear": 2},
            {"schoolYear": "2024-2025", "studyYear": 3}]);
        let portfolio = with_years(&years, &json!({}));
        let framework = of(&json!([and(words("third"), &json!({"studyYear": 3})), words("z"), words("a")]));
        let listed = |as_of: &str| -> Vec<i64> {
            let told = on(&portfolio, &framework, as_of, Lens::Now);
            told["years"].as_array().unwrap().iter().map(|year| year["studyYear"].as_i64().unwrap()).collect()
        };
        // 1 August 2022 and 1 August 2024 are the first days; study year 2 has no component.
        assert_eq!(listed("2022-07-31"), [0; 0]);
        assert_eq!(listed("2022-08-01"), [1]);
        assert_eq!(listed("2024-07-31"), [1]);
        assert_eq!(listed("2024-08-01"), [1, 3]);
        // In the order of the curriculum: z stands before a.
        let told = on(&portfolio, &framework, "2022-08-01", Lens::Now);
        assert_eq!(
            (&told["years"][0]["components"][0]["id"], &told["years"][0]["components"][1]["id"]),
            (&json!("z"), &json!("a"))
        );
        // A curriculum without framework has no components at all.
        let none = json!({"format": "twentse-kubus/curriculum@1", "id": "cu", "firstCohort": "2022-2023"});
        let told = assess(&portfolio, &none, IN_MAY.parse().unwrap(), Lens::Now);
        assert_eq!(told, json!({"programme": "not-yet", "years": []}));
    }

    /// Semantics 2 of the rules: who has no years has those of the placements, each from 1 August.
    #[test]
    fn study_years_are_read_off_the_placements() {
        // From 17 July to 15 August as many days are of the one school year as of the other: 15, and the first has it.
        let tie = json!([{"id": "p", "studyYear": 1, "period": {"from": "2022-07-17", "until": "2022-08-15"}}]);
        let told = in_may(&with_years(&json!([]), &json!({"placements": tie})), &of(&json!([words("c")])));
        assert_eq!(outcome(&told), "not-passed");
        // From 15 July to 30 September 2022: 17 days of 2021-2022, 61 of 2022-2023.
        let placements = json!([{"id": "p", "studyYear": 1, "period": {"from": "2022-07-15", "until": "2022-09-30"}},
            {"id": "q", "studyYear": 2, "schoolYear": "2023-2024"}]);
        let portfolio = with_years(&json!([]), &json!({"placements": placements}));
        let framework = of(&json!([words("c"), and(words("d"), &json!({"studyYear": 2}))]));
        let at = |as_of: &str| on(&portfolio, &framework, as_of, Lens::Now);
        assert_eq!(at("2022-07-31")["years"], json!([]));
        assert_eq!(year(&at("2022-08-01"), 1)["due"], "2023-08-31");
        let late_in_august = at("2023-08-31");
        assert_eq!(
            (outcome(&late_in_august), &year(&late_in_august, 2)["due"]),
            ("not-yet".to_owned(), &json!("2024-08-31"))
        );
        assert_eq!(outcome(&at("2023-09-01")), "not-passed");
    }

    #[test]
    fn sentence_2_what_counts() {
        // Not said to be final, not final, of the day after, without result, and a value that is no judgement.
        let mut assessments = json!([
            {"id": "b-1", "of": "development", "component": "c", "result": "good"},
            {"id": "b-2", "of": "development", "component": "c", "result": "good", "isFinal": false},
            {"id": "b-3", "of": "development", "component": "c", "result": "good", "isFinal": true, "date": "2023-05-02"},
            {"id": "b-4", "of": "development", "component": "c", "isFinal": true,
                "selfAssessment": {"result": "good"}, "assessors": [{"person": "t", "judgement": {"result": "good"}}]},
            {"id": "b-5", "of": "development", "component": "c", "result": "absent", "isFinal": true},
        ]);
        let framework = of(&json!([words("c")]));
        let told = in_may(&in_year_1(&json!({"assessments": assessments})), &framework);
        let c = component(&told, "c");
        assert_eq!((state(&told, "c"), c.get("taken")), ("open".to_owned(), None));
        assert_eq!(c["attempts"], json!(["b-1", "b-2", "b-3", "b-4", "b-5"]));
        // Of the day itself it has begun.
        assessments[2]["date"] = json!(IN_MAY);
        let told = in_may(&in_year_1(&json!({"assessments": assessments})), &framework);
        assert_eq!((state(&told, "c"), &component(&told, "c")["taken"]), ("passed".to_owned(), &json!("b-3")));
    }

    #[test]
    fn sentence_3_values() {
        let marks = json!({"kind": "numeric", "least": 1, "most": 10, "step": 0.5});
        let any = json!({"kind": "numeric"});
        let quarters = json!({"kind": "numeric", "least": 0.5, "step": 0.75});
        let hundredths = |scale: &Value, result: &str| on_scale(scale, result).map(|value| value.points.unwrap());
        for (scale, text, points) in [
            // From 1 to 10 in halves.
            (&marks, "1", Some(100)),
            (&marks, "7.5", Some(750)),
            (&marks, "7.50", Some(750)),
            (&marks, "10", Some(1000)),
            (&marks, "0.5", None),
            (&marks, "10.5", None),
            (&marks, "7.4", None),
            // A decimal of at most two places, whatever the step.
            (&any, "7.49", Some(749)),
            (&any, "7.490", None),
            (&any, "7.", None),
            (&any, "7.5.5", None),
            (&any, "seven", None),
            (&any, "0", Some(0)),
            (&any, "1000", Some(100_000)),
            (&any, "1000.01", None),
            // Steps begin at the least: 0.5, 1.25, 2.
            (&quarters, "1.25", Some(125)),
            (&quarters, "0.75", None),
        ] {
            assert_eq!(hundredths(scale, text), points, "{text} on {scale}");
        }
        // Words by their place: a later one is better, points or not.
        let ranks =
            ["no", "yes", "perhaps"].map(|word| on_scale(&scales()[2], word).map(|value| (value.rank, value.points)));
        assert_eq!(ranks, [Some((0, None)), Some((1, None)), None]);
    }

    #[test]
    fn sentence_4_belonging() {
        let framework = of(&json!([
            {"id": "one", "studyYear": 1, "of": "assignment", "assignment": "a-1", "leastResult": "sufficient"},
            {"id": "two", "studyYear": 1, "of": "assignment", "assignment": "a-2", "leastResult": "sufficient"},
            {"id": "comp", "studyYear": 1, "of": "competence", "competences": ["2017-pedagogical"], "leastResult": "sufficient"},
        ]));
        let belongs = |assessment: &Value| -> Vec<String> {
            let assessment = and(json!({"id": "b", "isFinal": true, "result": "good"}), assessment);
            let told = in_may(&in_year_1(&json!({"assessments": [assessment]})), &framework);
            let ids = ["one", "two", "comp"].into_iter();
            ids.filter(|id| component(&told, id)["attempts"] == json!(["b"])).map(str::to_owned).collect()
        };
        // By name, whatever else it says; a name that is not there is nobody's.
        assert_eq!(belongs(&json!({"of": "competence", "component": "two", "studyYear": 3})), ["two"]);
        assert_eq!(
            belongs(&json!({"of": "assignment", "assignment": "a-1", "component": "?", "studyYear": 1})),
            [""; 0]
        );
        // By kind, study year and assignment.
        assert_eq!(belongs(&json!({"of": "assignment", "assignment": "a-2", "studyYear": 1})), ["two"]);
        assert_eq!(belongs(&json!({"of": "assignment", "assignment": "a-2", "studyYear": 2})), [""; 0]);
        assert_eq!(belongs(&json!({"of": "assignment", "studyYear": 1})), [""; 0]);
        assert_eq!(belongs(&json!({"of": "development", "assignment": "a-2", "studyYear": 1})), [""; 0]);
        // By the study year of the date: 1 August 2022 to 31 August 2023; its own goes before.
        assert_eq!(belongs(&json!({"of": "assignment", "assignment": "a-1", "date": "2022-08-01"})), ["one"]);
        assert_eq!(belongs(&json!({"of": "assignment", "assignment": "a-1", "date": "2023-08-31"})), ["one"]);
        assert_eq!(belongs(&json!({"of": "assignment", "assignment": "a-1", "date": "2022-07-31"})), [""; 0]);
        assert_eq!(
            belongs(&json!({"of": "assignment", "assignment": "a-1", "date": "2022-07-31", "studyYear": 1})),
            ["one"]
        );
        assert_eq!(belongs(&json!({"of": "assignment", "assignment": "a-1"})), [""; 0]);
        // The days from an outcome on are of the study year until the next begins.
        let years =
            json!([{"schoolYear": "2022-2023", "studyYear": 1, "outcome": "passed", "outcomeOn": "2023-04-10"}]);
        let in_april = ["2023-04-09", "2023-04-10"].map(|date| {
            let assessment = json!({"id": "b", "of": "assignment", "assignment": "a-1", "date": date});
            let told = in_may(&with_years(&years, &json!({"assessments": [assessment]})), &framework);
            component(&told, "one")["attempts"].as_array().unwrap().len()
        });
        assert_eq!(in_april, [1, 1]);
        // A component that names no assignment and no competences takes any.
        let any = of(&json!([{"id": "any", "studyYear": 1, "of": "assignment"}]));
        let about = json!({"id": "b", "of": "assignment", "assignment": "a-1", "competences": ["2017-pedagogical"], "studyYear": 1});
        let told = in_may(&in_year_1(&json!({"assessments": [about]})), &any);
        assert_eq!(component(&told, "any")["attempts"], json!(["b"]));
        // By a competence that is shared.
        let both = json!(["2017-subject-matter", "2017-pedagogical"]);
        assert_eq!(belongs(&json!({"of": "competence", "competences": both, "studyYear": 1})), ["comp"]);
        assert_eq!(
            belongs(&json!({"of": "competence", "competences": ["2017-subject-matter"], "studyYear": 1})),
            [""; 0]
        );
        assert_eq!(belongs(&json!({"of": "competence", "studyYear": 1})), [""; 0]);
    }

    #[test]
    fn sentence_4_what_fits_several_belongs_to_none() {
        let framework = of(&json!([words("c"), words("d")]));
        let unnamed = json!({"id": "b-0", "of": "development", "studyYear": 1, "result": "good", "isFinal": true});
        let told = in_may(&in_year_1(&json!({"assessments": [unnamed]})), &framework);
        assert_eq!([state(&told, "c"), state(&told, "d")], ["not-assessable: ambiguous"; 2]);
        assert_eq!(component(&told, "c")["attempts"], json!([]));
        assert_eq!(outcome(&told), "not-assessable: ambiguous");
        // d has another that counts; one that does not count is not enough for c.
        let draft = json!({"id": "b-2", "of": "development", "component": "c", "result": "good"});
        let assessments = json!([unnamed, result("b-1", "d", "insufficient"), draft]);
        let told = in_may(&in_year_1(&json!({"assessments": assessments})), &framework);
        assert_eq!([state(&told, "c"), state(&told, "d")], ["not-assessable: ambiguous", "short"]);
        // What does not count itself leaves both open.
        let told = in_may(&in_year_1(&json!({"assessments": [and(unnamed, &json!({"isFinal": false}))]})), &framework);
        assert_eq!([state(&told, "c"), state(&told, "d")], ["open"; 2]);
    }

    #[test]
    fn sentence_5_attempts() {
        let taken = |counts: &str, assessments: &[Value]| -> String {
            let framework = and(of(&json!([words("c")])), &json!({"counts": counts}));
            let told = in_may(&in_year_1(&json!({"assessments": assessments})), &framework);
            component(&told, "c")["taken"].as_str().unwrap().to_owned()
        };
        let good = |more: &Value| and(result("good", "c", "good"), more);
        let bad = |more: &Value| and(result("bad", "c", "insufficient"), more);
        // By attempt; then date, the undated first; then position.
        let (one, two) = (json!({"attempt": 1, "date": "2023-03-01"}), json!({"attempt": 2, "date": "2023-02-01"}));
        assert_eq!(taken("last", &[bad(&two), good(&one)]), "bad");
        let (march, april) = (json!({"attempt": 1, "date": "2023-03-01"}), json!({"attempt": 1, "date": "2023-04-01"}));
        assert_eq!(taken("last", &[bad(&april), good(&march)]), "bad");
        assert_eq!(taken("last", &[bad(&march), good(&json!({"attempt": 1}))]), "bad");
        assert_eq!(taken("last", &[good(&march), bad(&march)]), "bad");
        assert_eq!(taken("last", &[bad(&march), good(&json!({"date": "2023-04-01"}))]), "bad", "numbered or not");
        // The best, of equals the latest.
        assert_eq!(taken("best", &[bad(&two), good(&one)]), "good");
        let twice = [good(&april), and(good(&march), &json!({"id": "again"}))];
        assert_eq!(taken("best", &twice), "good");
        // What another replaces is superseded, also by a chain, also when it is better or later: x replaces bad replaces good.
        let x = and(result("x", "c", "insufficient"), &json!({"replaces": "bad", "attempt": 1}));
        let chain = [good(&json!({"attempt": 3})), bad(&json!({"attempt": 2, "replaces": "good"})), x];
        assert_eq!([taken("last", &chain), taken("best", &chain)], ["x", "x"]);
        // Without the middle one counting the chain holds as well.
        let mut draft_between = chain;
        draft_between[1]["isFinal"] = json!(false);
        assert_eq!(taken("best", &draft_between), "x");
        // Of all runs of the study year: the second is of the repeat.
        let years = json!([{"schoolYear": "2021-2022", "studyYear": 1, "outcome": "repeats", "outcomeOn": "2022-07-10"},
            {"schoolYear": "2022-2023", "studyYear": 1}]);
        let unnamed = |id: &str, date: &str| json!({"id": id, "of": "development", "date": date, "result": "good", "isFinal": true});
        let both = json!({"assessments": [unnamed("b-1", "2022-03-01"), unnamed("b-2", "2023-03-01")]});
        let told = in_may(&with_years(&years, &both), &of(&json!([words("c")])));
        assert_eq!(
            (&component(&told, "c")["attempts"], &component(&told, "c")["taken"]),
            (&json!(["b-1", "b-2"]), &json!("b-2"))
        );
    }

    /// Words are better by their place, whatever points they have.
    #[test]
    fn sentence_5_the_best_is_the_best_value() {
        let scale =
            json!({"id": "s", "kind": "ordinal", "values": [{"id": "low", "points": 9}, {"id": "high", "points": 1}]});
        let one = and(words("c"), &json!({"leastResult": "low"}));
        let framework = json!({"scales": [scale], "components": [one], "counts": "best"});
        let told = in_may(&results(&[["c", "high"], ["c", "low"]]), &framework);
        assert_eq!(component(&told, "c")["taken"], "b-0");
    }

    #[test]
    fn sentence_6_drafts_and_circles_supersede_nothing() {
        let framework = and(of(&json!([words("c")])), &json!({"counts": "best"}));
        let mut assessments = json!([
            result("b-0", "c", "good"),
            and(result("b-1", "c", "insufficient"), &json!({"replaces": "b-0", "isFinal": false})),
        ]);
        let taken = |assessments: &Value| {
            let told = in_may(&in_year_1(&json!({"assessments": assessments})), &framework);
            component(&told, "c")["taken"].clone()
        };
        assert_eq!(taken(&assessments), "b-0");
        assessments[1]["isFinal"] = json!(true);
        assert_eq!(taken(&assessments), "b-1");
        // b-0 replaces b-1 replaces b-0: both stand, and the best is taken.
        assessments[0]["replaces"] = json!("b-1");
        assert_eq!(taken(&assessments), "b-0");
        // One that replaces itself is a circle too.
        assert_eq!(taken(&json!([and(result("b-0", "c", "good"), &json!({"replaces": "b-0"}))])), "b-0");
    }

    #[test]
    fn sentence_7_more_attempts_than_there_are_change_nothing() {
        let framework = of(&json!([and(words("c"), &json!({"mostAttempts": 1}))]));
        let told = in_may(&results(&[["c", "insufficient"], ["c", "good"]]), &framework);
        assert_eq!((state(&told, "c"), &component(&told, "c")["taken"]), ("passed".to_owned(), &json!("b-1")));
    }

    #[test]
    fn sentence_8_off_the_scale() {
        let framework = of(&json!([words("c"), marks("m", 1), and(words("n"), &json!({"scale": "?"}))]));
        // 5.6 is between two steps of a half; n is on a scale that is not there, even without attempts.
        let told = in_may(&results(&[["c", "excellent"], ["m", "5.6"]]), &framework);
        assert_eq!(state(&told, "c"), "not-assessable: result-off-scale");
        assert_eq!(state(&told, "m"), "not-assessable: result-off-scale");
        assert_eq!(component(&told, "m")["taken"], "b-1");
        assert_eq!(state(&told, "n"), "not-assessable: no-scale");
        // The attempt taken decides: the last of these two is on the scale.
        let told = in_may(&results(&[["c", "excellent"], ["c", "sufficient"]]), &framework);
        assert_eq!(state(&told, "c"), "passed");
        // No scale named is the first; a framework without scales has none.
        let told = in_may(&results(&[["c", "good"]]), &json!({"components": [words("c")]}));
        assert_eq!(state(&told, "c"), "not-assessable: no-scale");
    }

    #[test]
    fn sentence_9_evidence_asked() {
        let evidence = |id: &str, more: &Value| and(json!({"id": id, "kind": "report", "date": "2023-03-01"}), more);
        let (a, b) = ("2005-pedagogical", "2017-pedagogical");
        let sections = json!({
            "placements": [{"id": "p-2", "studyYear": 2}, {"id": "p-1", "studyYear": 1}],
            "evidence": [
                evidence("e-1", &json!({"assignment": "a-1", "competences": [a]})),
                evidence("e-2", &json!({"competences": [a, b]})),
                // Not submitted, not begun, added too late, of study year 2 by its placement.
                evidence("e-3", &json!({"assignment": "a-1", "competences": [b], "state": "draft"})),
                evidence("e-4", &json!({"assignment": "a-1", "competences": [b], "date": "2023-05-02"})),
                evidence("e-5", &json!({"assignment": "a-1", "competences": [b], "addedOn": "2023-05-02"})),
                evidence("e-6", &json!({"assignment": "a-1", "competences": [b], "placement": "p-2"})),
                // Of study year 1 by its placement, though of a day before it; by the day on which it was added.
                evidence("e-7", &json!({"placement": "p-1", "date": "2021-03-01"})),
                {"id": "e-8", "kind": "report", "addedOn": "2023-05-01", "state": "submitted"},
                // Of no study year: undated; of a day before the first, though added later.
                {"id": "e-9", "kind": "report"},
                evidence("e-10", &json!({"date": "2022-07-31", "addedOn": "2022-09-01"})),
            ],
        });
        let framework = of(&json!([
            {"id": "assignment", "studyYear": 1, "of": "assignment", "assignment": "a-1", "competences": [b], "leastEvidence": 2},
            {"id": "competence", "studyYear": 1, "of": "competence", "competences": [b, a], "leastEvidence": 2},
            {"id": "enough", "studyYear": 1, "of": "competence", "competences": [b, a], "leastEvidence": 1},
            {"id": "any", "studyYear": 1, "of": "development", "leastEvidence": 5},
            {"id": "none", "studyYear": 1, "of": "development"},
        ]));
        let told = in_may(&in_year_1(&sections), &framework);
        let of =
            |id: &str| (component(&told, id)["evidence"].as_u64().unwrap(), component(&told, id)["missing"].clone());
        // e-1 answers a-1; e-1 and e-2 show a, e-2 shows b; e-1, e-2, e-7 and e-8 are of the study year.
        assert_eq!(of("assignment"), (1, json!([{"wanted": 2, "there": 1}])));
        assert_eq!(of("competence"), (2, json!([{"competence": b, "wanted": 2, "there": 1}])));
        assert_eq!(of("enough"), (2, json!([])));
        assert_eq!(of("any"), (4, json!([{"wanted": 5, "there": 4}])));
        assert_eq!(of("none"), (4, json!([])));
    }

    #[test]
    fn sentence_10_state_of_a_component() {
        let on_evidence =
            |id: &str, least: u32| json!({"id": id, "studyYear": 1, "of": "development", "leastEvidence": least});
        let framework = of(&json!([
            words("at"),
            words("above"),
            words("below"),
            words("none"),
            on_evidence("there", 1),
            on_evidence("missing", 2),
            and(words("unreachable"), &json!({"leastResult": "perfect"}))
        ]));
        let assessments = results(&[
            ["at", "sufficient"],
            ["above", "good"],
            ["below", "insufficient"],
            ["unreachable", "good"],
            // A component without least result is judged on evidence alone, so that this changes nothing.
            ["there", "excellent"],
        ]);
        let evidence = json!([{"id": "e", "kind": "report", "date": "2023-03-01"}]);
        let told = in_may(&and(assessments, &json!({"evidence": evidence})), &framework);
        for (id, expected) in [
            ("at", "passed"),
            ("above", "passed"),
            ("below", "short"),
            ("none", "open"),
            ("there", "passed"),
            ("missing", "open"),
            ("unreachable", "short"),
        ] {
            assert_eq!(state(&told, id), expected, "{id}");
        }
    }

    #[test]
    fn sentence_11_missing_evidence_undoes_no_pass() {
        let framework = of(&json!([and(words("c"), &json!({"leastEvidence": 2}))]));
        let told = in_may(&results(&[["c", "sufficient"]]), &framework);
        assert_eq!(state(&told, "c"), "passed");
        assert_eq!(component(&told, "c")["missing"], json!([{"wanted": 2, "there": 0}]));
        assert_eq!(outcome(&told), "passed");
    }

    #[test]
    fn sentence_12_several_competences() {
        let (a, b) = ("2005-pedagogical", "2017-pedagogical");
        // b stands first, but comes second in the framework list.
        let both =
            json!({"id": "c", "studyYear": 1, "of": "competence", "competences": [b, a], "leastResult": "sufficient"});
        let framework =
            with_rule(&json!({"studyYear": 1, "kind": "points", "threshold": 1, "mostBelow": 1}), &json!([both]));
        let of_competences = |id: &str, value: &str, competences: &[&str]| {
            and(result(id, "c", value), &json!({"competences": competences}))
        };
        let told = |assessments: &[Value]| in_may(&in_year_1(&json!({"assessments": assessments})), &framework);
        let seen = |told: &Value| {
            let taken = component(told, "c")["taken"].as_str().map(str::to_owned);
            (state(told, "c"), taken.unwrap_or_default(), year(told, 1)["average"].as_i64())
        };
        // One assessment of both; b again, and worse: short, on 4 points.
        let first = of_competences("b-0", "good", &[a, b]);
        assert_eq!(seen(&told(std::slice::from_ref(&first))), ("passed".to_owned(), "b-0".to_owned(), Some(800)));
        let second = of_competences("b-1", "insufficient", &[b]);
        assert_eq!(seen(&told(&[first.clone(), second.clone()])), ("short".to_owned(), "b-1".to_owned(), Some(400)));
        // Both passed: of equals the first in the list, a; the lowest value is that of b.
        let sufficient = of_competences("b-2", "sufficient", &[b]);
        assert_eq!(seen(&told(&[first, sufficient])), ("passed".to_owned(), "b-0".to_owned(), Some(600)));
        // a is open, which is worse than short; nothing of it is taken, and it has no points to show.
        assert_eq!(seen(&told(std::slice::from_ref(&second))), ("open".to_owned(), String::new(), None));
        // Off the scale is worse than open.
        let off = of_competences("b-3", "excellent", &[b]);
        assert_eq!(seen(&told(&[off])), ("not-assessable: result-off-scale".to_owned(), "b-3".to_owned(), None));
        // What replaces is judged only on what it names: b-4 replaces b-5 for b, and leaves it to stand for a.
        let earlier = of_competences("b-5", "good", &[a, b]);
        let later = and(second, &json!({"id": "b-4", "replaces": "b-5"}));
        assert_eq!(seen(&told(&[earlier, later])), ("short".to_owned(), "b-4".to_owned(), Some(400)));
    }

    /// With one competence, or of something else than competences, all that belongs to the component is judged.
    #[test]
    fn sentence_12_is_about_components_of_several_competences() {
        let (a, b) = ("2005-pedagogical", "2017-pedagogical");
        let framework = of(&json!([
            {"id": "single", "studyYear": 1, "of": "competence", "competences": [a], "leastResult": "sufficient"},
            and(words("other"), &json!({"competences": [a, b]})),
            {"id": "several", "studyYear": 1, "of": "competence", "competences": [a, b], "leastResult": "sufficient"},
        ]));
        let told = in_may(&results(&[["single", "good"], ["other", "good"], ["several", "good"]]), &framework);
        assert_eq!(["single", "other", "several"].map(|id| state(&told, id)), ["passed", "passed", "open"]);
        assert_eq!(component(&told, "several")["attempts"], json!(["b-2"]));
    }

    #[test]
    fn sentence_13_exemptions() {
        let (a, b) = ("2005-pedagogical", "2017-pedagogical");
        let framework = of(&json!([
            words("development"),
            // About the assignment and the competences, but of neither.
            and(words("about"), &json!({"assignment": "a-1", "competences": [a, b]})),
            {"id": "assignment", "studyYear": 1, "of": "assignment", "assignment": "a-1", "leastResult": "sufficient"},
            {"id": "competence", "studyYear": 1, "of": "competence", "competences": [a, b], "leastResult": "sufficient"},
            {"id": "theme", "studyYear": 1, "of": "school-development-theme", "leastResult": "sufficient"},
            {"id": "research", "studyYear": 1, "of": "graduation-research", "leastResult": "sufficient"},
        ]));
        let all = ["development", "about", "assignment", "competence", "theme", "research"];
        let exempted = |exemptions: &Value| -> Vec<&str> {
            let told = in_may(&in_year_1(&json!({"exemptions": exemptions})), &framework);
            all.into_iter().filter(|id| state(&told, id) == "exempted").collect()
        };
        assert_eq!(exempted(&json!([{"id": "x", "of": "study-year", "studyYear": 1}])), all);
        assert_eq!(exempted(&json!([{"id": "x", "of": "study-year"}])), all);
        assert_eq!(exempted(&json!([{"id": "x", "of": "study-year", "studyYear": 2}])), [""; 0]);
        // In force from the day on which it was granted.
        assert_eq!(exempted(&json!([{"id": "x", "of": "study-year", "studyYear": 1, "grantedOn": "2023-05-01"}])), all);
        assert_eq!(
            exempted(&json!([{"id": "x", "of": "study-year", "studyYear": 1, "grantedOn": "2023-05-02"}])),
            [""; 0]
        );
        assert_eq!(exempted(&json!([{"id": "x", "of": "assignment", "assignment": "a-1"}])), ["assignment"]);
        assert_eq!(exempted(&json!([{"id": "x", "of": "assignment", "assignment": "a-2"}])), [""; 0]);
        // Of all its competences; one that names none frees from none.
        assert_eq!(exempted(&json!([{"id": "x", "of": "competence", "competences": [b, a]}])), ["competence"]);
        assert_eq!(exempted(&json!([{"id": "x", "of": "competence", "competences": [b]}])), [""; 0]);
        assert_eq!(
            exempted(&json!([{"id": "x", "of": "competence", "competences": [b]},
            {"id": "y", "of": "competence", "competences": [a], "studyYear": 1}])),
            ["competence"]
        );
        assert_eq!(exempted(&json!([{"id": "x", "of": "competence"}, {"id": "y", "of": "assignment"}])), [""; 0]);
        assert_eq!(exempted(&json!([{"id": "x", "of": "school-development-theme"}])), ["theme"]);
        assert_eq!(exempted(&json!([{"id": "x", "of": "graduation-research", "studyYear": 1}])), ["research"]);
        assert_eq!(exempted(&json!([{"id": "x", "of": "graduation-research", "studyYear": 4}])), [""; 0]);
        assert_eq!(
            exempted(&json!([{"id": "x", "of": "reading-aloud"}, {"id": "y", "of": "specialisation"}])),
            [""; 0]
        );
    }

    #[test]
    fn sentence_14_rule_all() {
        let framework = of(&json!([words("c"), words("d"), and(words("free"), &json!({"required": false}))]));
        let outcome_of = |of: &[[&str; 2]]| outcome(&in_may(&results(of), &framework));
        // What is not required may be short or open.
        assert_eq!(outcome_of(&[["c", "good"], ["d", "sufficient"]]), "passed");
        assert_eq!(outcome_of(&[["c", "good"], ["d", "sufficient"], ["free", "insufficient"]]), "passed");
        assert_eq!(outcome_of(&[["c", "good"], ["d", "insufficient"]]), "not-yet");
        assert_eq!(outcome_of(&[["c", "good"]]), "not-yet");
        // Where nothing is required nothing is short; the year is exempted when everything is.
        let free = and(words("free"), &json!({"required": false}));
        let theme = and(words("theme"), &json!({"required": false, "of": "school-development-theme"}));
        let exempt_theme = in_year_1(&json!({"exemptions": [{"id": "x", "of": "school-development-theme"}]}));
        assert_eq!(outcome(&in_may(&exempt_theme, &of(&json!([free, theme])))), "passed");
        assert_eq!(outcome(&in_may(&exempt_theme, &of(&json!([theme])))), "exempted");
        // With every required component exempted the year is; with one, the other must be passed.
        let exempt = |id: &str, of: &str| json!({"id": id, "of": of});
        let framework = of(&json!([
            and(words("c"), &json!({"of": "graduation-research"})),
            and(words("d"), &json!({"of": "school-development-theme"}))
        ]));
        let both = json!([exempt("x", "graduation-research"), exempt("y", "school-development-theme")]);
        let told = in_may(&in_year_1(&json!({"exemptions": both})), &framework);
        assert_eq!((outcome(&told), &year(&told, 1)["rule"]), ("exempted".to_owned(), &json!("all")));
        let one =
            json!({"exemptions": [exempt("x", "graduation-research")], "assessments": [result("b", "d", "good")]});
        assert_eq!(outcome(&in_may(&in_year_1(&one), &framework)), "passed");
    }

    #[test]
    fn sentence_15_rule_points() {
        let components = json!([marks("heavy", 3), marks("light", 1), and(marks("free", 2), &json!({"required": false})),
            {"id": "evidence", "studyYear": 1, "of": "development"}]);
        let rule = json!({"studyYear": 1, "kind": "points", "threshold": 6, "mostBelow": 1, "floor": 4.5});
        let framework = with_rule(&rule, &components);
        let told_of = |of: &[[&str; 2]]| in_may(&results(of), &framework);
        let outcome_of = |of: &[[&str; 2]]| outcome(&told_of(of));
        // (3 × 6.5 + 1 × 4.5) ÷ 4 = 24 ÷ 4 = 6: at the threshold, with one short that is not below the floor. What is not
        // required and open is left out.
        let told = told_of(&[["heavy", "6.5"], ["light", "4.5"]]);
        let one = year(&told, 1);
        assert_eq!((one["outcome"].as_str(), &one["compensated"]), (Some("passed"), &json!(["light"])));
        let sums = ["weight", "weighted", "average", "threshold"].map(|member| one[member].as_i64().unwrap());
        // Weight 4, Σ(w × p) = 3 × 6.5 + 4.5 = 24; in hundredths of each factor.
        assert_eq!(sums, [400, 240_000, 600, 600]);
        // Below the threshold: (3 × 6 + 5) ÷ 4 = 5.75.
        assert_eq!(outcome_of(&[["heavy", "6"], ["light", "5"]]), "not-yet");
        // Below the floor, though (3 × 8 + 4) ÷ 4 = 7.
        assert_eq!(outcome_of(&[["heavy", "8"], ["light", "4"]]), "not-yet");
        // Two short: (3 × 9 + 5 + 2 × 5) ÷ 6 = 7; the one that is not required is in the average now.
        assert_eq!(outcome_of(&[["heavy", "9"], ["light", "5"], ["free", "5"]]), "not-yet");
        assert_eq!(outcome_of(&[["heavy", "9"], ["light", "5"], ["free", "6"]]), "passed");
        // Without `mostBelow` none may be short, as far above the threshold as the average is.
        let none_short = json!({"studyYear": 1, "kind": "points", "threshold": 6});
        let none_short = with_rule(&none_short, &json!([marks("heavy", 3), marks("light", 1)]));
        assert_eq!(outcome(&in_may(&results(&[["heavy", "9"], ["light", "5"]]), &none_short)), "not-yet");
        // Required and open.
        assert_eq!(outcome_of(&[["heavy", "10"]]), "not-yet");
        // Required evidence that is missing.
        let asks_evidence = and(components[3].clone(), &json!({"leastEvidence": 1}));
        let stricter = with_rule(&rule, &json!([marks("heavy", 3), asks_evidence]));
        assert_eq!(outcome(&in_may(&results(&[["heavy", "10"]]), &stricter)), "not-yet");
        // What has no weight is not in the average, but open or short as any other: one may be short, and heavy is.
        let weightless = with_rule(&rule, &json!([marks("heavy", 1), marks("more", 9), marks("weightless", 0)]));
        let outcome_with = |of: &[[&str; 2]]| outcome(&in_may(&results(of), &weightless));
        assert_eq!(outcome_with(&[["heavy", "5"], ["more", "9"]]), "not-yet");
        assert_eq!(outcome_with(&[["heavy", "5"], ["more", "9"], ["weightless", "5"]]), "not-yet");
        assert_eq!(outcome_with(&[["heavy", "5"], ["more", "9"], ["weightless", "6"]]), "passed");
        // A value without points leaves its component passed.
        let pointless = and(words("word"), &json!({"scale": "pointless", "leastResult": "yes"}));
        let framework = with_rule(&rule, &json!([marks("heavy", 3), pointless]));
        let told = in_may(&results(&[["heavy", "10"], ["word", "yes"]]), &framework);
        assert_eq!(
            (outcome(&told), state(&told, "word")),
            ("not-assessable: no-points".to_owned(), "passed".to_owned())
        );
        // Without weight its points are not asked for.
        let framework = with_rule(&rule, &json!([marks("heavy", 3), and(pointless, &json!({"weight": 0}))]));
        assert_eq!(outcome(&in_may(&results(&[["heavy", "10"], ["word", "yes"]]), &framework)), "passed");
    }

    #[test]
    fn sentence_16_rounding_once_and_half_up() {
        let quarter = |id: &str, weight: u32| and(marks(id, weight), &json!({"scale": "quarters"}));
        let told = |rule: &Value, of: &[[&str; 2]]| {
            let mut scales = scales();
            scales.as_array_mut().unwrap().push(json!({"id": "quarters", "kind": "numeric", "step": 0.25}));
            let rule = and(json!({"studyYear": 1, "kind": "points", "mostBelow": 2}), rule);
            let components = json!([quarter("c", 1), quarter("d", 2)]);
            in_may(&results(of), &json!({"scales": scales, "components": components, "passRules": [rule]}))
        };
        let average = |told: &Value| year(told, 1)["average"].as_i64().unwrap();
        // (5.25 + 2 × 5.5) ÷ 3 = 16.25 ÷ 3 = 5.41666…
        let below = [["c", "5.25"], ["d", "5.5"]];
        let plain = told(&json!({"threshold": 5.42}), &below);
        assert_eq!((average(&plain), outcome(&plain)), (542, "not-yet".to_owned()), "shown rounded, compared exactly");
        assert_eq!(outcome(&told(&json!({"threshold": 5.41}), &below)), "passed");
        let tenths = told(&json!({"threshold": 5.4, "roundTo": 0.1}), &below);
        assert_eq!((average(&tenths), outcome(&tenths)), (540, "passed".to_owned()));
        // To halves 5.41666… is 5.5, to whole points 5; the results rounded would be 5 and 6, and give 5.66…, so 6.
        assert_eq!(average(&told(&json!({"threshold": 5.5, "roundTo": 0.5}), &below)), 550);
        assert_eq!(average(&told(&json!({"threshold": 5.5, "roundTo": 1}), &below)), 500);
        // (5 + 2 × 5.75) ÷ 3 = 16.5 ÷ 3 = 5.5 is half: up to 6.
        let half = [["c", "5"], ["d", "5.75"]];
        let rounded = told(&json!({"threshold": 6, "roundTo": 1}), &half);
        assert_eq!((average(&rounded), outcome(&rounded)), (600, "passed".to_owned()));
        let never = told(&json!({"threshold": 6, "roundTo": 0}), &half);
        assert_eq!((average(&never), outcome(&never)), (550, "not-yet".to_owned()));
    }

    #[test]
    fn sentence_17_no_weights_left() {
        let rule = json!({"studyYear": 1, "kind": "points", "threshold": 6});
        let research = and(marks("research", 1), &json!({"of": "graduation-research"}));
        let exempt = json!([{"id": "x", "of": "graduation-research"}]);
        let told = in_may(&in_year_1(&json!({"exemptions": exempt})), &with_rule(&rule, &json!([research])));
        assert_eq!((outcome(&told), &year(&told, 1)["rule"]), ("exempted".to_owned(), &json!("points")));
        assert_eq!(year(&told, 1).get("average"), None);
        // Beside one without weight it is judged as `all`: that one must be passed, and no average is asked.
        let framework = with_rule(&rule, &json!([research, marks("weightless", 0)]));
        let with = |value: &str| {
            let assessments = json!([result("b", "weightless", value)]);
            outcome(&in_may(&in_year_1(&json!({"exemptions": exempt, "assessments": assessments})), &framework))
        };
        assert_eq!([with("5.5"), with("5")], ["passed", "not-yet"]);
    }

    #[test]
    fn sentence_18_outcome_of_a_year() {
        let framework = of(&json!([words("c"), words("d")]));
        let of_day = |portfolio: &Value, as_of: &str, lens: Lens| {
            let told = on(portfolio, &framework, as_of, lens);
            let due = year(&told, 1)["due"].as_str().map(str::to_owned);
            (outcome(&told), due.unwrap_or_default())
        };
        let not_yet = |due: &str| ("not-yet".to_owned(), due.to_owned());
        let not_passed = ("not-passed".to_owned(), String::new());
        // Without outcome the study year of 2022-2023 has ended on 1 September 2023.
        let portfolio = in_year_1(&json!({}));
        assert_eq!(of_day(&portfolio, "2023-08-31", Lens::Now), not_yet("2023-08-31"));
        assert_eq!(of_day(&portfolio, "2023-09-01", Lens::Now), not_passed);
        assert_eq!(of_day(&portfolio, IN_MAY, Lens::YearEnded), not_passed);
        assert_eq!(of_day(&portfolio, IN_MAY, Lens::Graduating), not_passed);
        // With one that ends it, on its day.
        let with = |outcome: &str| {
            let entry =
                json!({"schoolYear": "2022-2023", "studyYear": 1, "outcome": outcome, "outcomeOn": "2023-07-10"});
            with_years(&json!([entry]), &json!({}))
        };
        for ends in ["passed", "left", "continues-with-open-work"] {
            // The day before nobody knows of the outcome.
            assert_eq!(of_day(&with(ends), "2023-07-09", Lens::Now), not_yet("2023-08-31"), "{ends}");
            assert_eq!(of_day(&with(ends), "2023-07-10", Lens::Now), not_passed, "{ends}");
        }
        // Its last entry decides, wherever it stands in the list.
        let repeated = json!([{"schoolYear": "2023-2024", "studyYear": 1},
            {"schoolYear": "2022-2023", "studyYear": 1, "outcome": "repeats", "outcomeOn": "2023-07-10"}]);
        let repeated = with_years(&repeated, &json!({}));
        // The entry to come is not there yet, so that nobody knows until when.
        assert_eq!(of_day(&repeated, "2023-07-10", Lens::Now), not_yet(""));
        assert_eq!(of_day(&repeated, "2023-08-01", Lens::Now), not_yet("2024-08-31"));
        assert_eq!(of_day(&repeated, "2024-09-01", Lens::Now), not_passed);
        // Repeated or interrupted it goes on, until nobody knows when.
        for goes_on in ["repeats", "interrupted"] {
            assert_eq!(of_day(&with(goes_on), "2025-01-01", Lens::Now), not_yet(""), "{goes_on}");
        }
        // Not assessable, unless another is short or open.
        let outcome_of = |of: &[[&str; 2]]| outcome(&in_may(&results(of), &framework));
        assert_eq!(outcome_of(&[["c", "good"], ["d", "excellent"]]), "not-assessable: result-off-scale");
        assert_eq!(outcome_of(&[["c", "insufficient"], ["d", "excellent"]]), "not-yet");
        assert_eq!(outcome_of(&[["d", "excellent"]]), "not-yet");
        // By points, one of the average is enough, even beside one that is open.
        let rule = json!({"studyYear": 1, "kind": "points", "threshold": 6});
        let weighed = with_rule(&rule, &json!([words("c"), words("d")]));
        assert_eq!(outcome(&in_may(&results(&[["d", "excellent"]]), &weighed)), "not-assessable: result-off-scale");
        let weightless = with_rule(&rule, &json!([words("c"), and(words("d"), &json!({"weight": 0}))]));
        assert_eq!(outcome(&in_may(&results(&[["d", "excellent"]]), &weightless)), "not-yet");
    }

    #[test]
    fn sentence_19_programme() {
        let years = json!([{"schoolYear": "2022-2023", "studyYear": 3, "outcome": "passed", "outcomeOn": "2023-07-10"},
            {"schoolYear": "2023-2024", "studyYear": 4}]);
        // Who enters in study year 3 is not asked for study year 1.
        let framework = of(&json!([
            words("first"),
            and(words("third"), &json!({"studyYear": 3})),
            and(words("fourth"), &json!({"studyYear": 4}))
        ]));
        let programme = |of: &[[&str; 2]], as_of: &str| {
            let assessments = results(of)["assessments"].clone();
            let portfolio = with_years(&years, &json!({"assessments": assessments}));
            on(&portfolio, &framework, as_of, Lens::Now)["programme"].as_str().unwrap().to_owned()
        };
        let both = [["third", "good"], ["fourth", "good"]];
        assert_eq!(programme(&both, "2024-07-01"), "passed");
        assert_eq!(programme(&both, "2023-07-31"), "not-yet", "study year 4 has not begun");
        assert_eq!(programme(&both[..1], "2024-07-01"), "not-yet");
        assert_eq!(programme(&both[1..], "2024-07-01"), "not-yet");
    }

    /// A study year that the student has begun is there, also one that is lower than the first.
    #[test]
    fn years_that_have_begun_are_there() {
        let years = json!([{"schoolYear": "2022-2023", "studyYear": 2}, {"schoolYear": "2021-2022", "studyYear": 3}]);
        let framework =
            of(&json!([and(words("second"), &json!({"studyYear": 2})), and(words("third"), &json!({"studyYear": 3}))]));
        let told = in_may(&with_years(&years, &json!({})), &framework);
        let listed: Vec<&Value> = told["years"].as_array().unwrap().iter().map(|year| &year["studyYear"]).collect();
        assert_eq!(listed, [2, 3]);
    }

    /// Semantics 11 of the rules.
    #[test]
    fn a_lens_changes_nothing_for_who_has_left() {
        let years = json!([{"schoolYear": "2021-2022", "studyYear": 1, "outcome": "interrupted", "outcomeOn": "2022-01-10"},
            {"schoolYear": "2022-2023", "studyYear": 2, "outcome": "left", "outcomeOn": "2023-02-01"}]);
        let framework = of(&json!([words("c")]));
        let portfolio = with_years(&years, &json!({}));
        let at = |as_of: &str| outcome(&on(&portfolio, &framework, as_of, Lens::Graduating));
        assert_eq!([at("2023-01-31"), at("2023-02-01")], ["not-passed", "not-yet"]);
        // Who has a diploma did not leave without one.
        let decisions = json!([{"id": "d", "kind": "graduation", "outcome": "positive", "on": "2023-01-01"}]);
        let graduated = with_years(&years, &json!({"decisions": decisions}));
        assert_eq!(outcome(&on(&graduated, &framework, "2023-02-01", Lens::Graduating)), "not-passed");
    }
}
