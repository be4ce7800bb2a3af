//! A second `assess`, written from the specification alone and as slow as it likes, to hold the library's own against: part 8
//! of the specification, "Assessment", sentence by sentence (the numbers below are those of its sentences), on plain JSON.
//!
//! Both documents must be in their format and whole: what happens to lost parts is not told here.
//!
//! Where the text leaves something open, this is what was decided:
//!
//! **Study years**
//! - A study year is an interval of days read off the whole document: entries and outcomes of later than the day of judgement
//!   count in it. So a repeat that is planned keeps the year running, and an outcome that is dated after the day of judgement
//!   gives the day by which the year is due. First and last entry are by their first day, then by their place in the list.
//! - A day is of every study year that has begun and has not ended on it; the day of an outcome that ends the year, and the days
//!   between it and the next study year, are of none. So a day in August can be of two, and what repeats without end (last
//!   outcome `repeats` or `interrupted`) runs beside the years after it.
//! - An outcome without its day ends the year on 1 September, except `repeats` and `interrupted`; a day without outcome tells
//!   nothing.
//! - An empty list of years is none. Read off placements, each placement with a study year gives an entry from 1 August of its
//!   school year; a tie between school years is the earlier's; one with neither school year nor period gives none.
//! - The student's first entry is the one with the earliest first day, of those the lowest study year. Years below it are not
//!   listed.
//! - Who has left: an entry with outcome `left` whose day has come and after which no entry begins; unless a positive decision
//!   of graduation was taken. Lenses change nothing for them (semantics 11).
//! - Both lenses end every year that has begun; none makes a year begin.
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
//! - A placement that is not there or has no study year tells none: the date of the evidence does. A date that lies in no study
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
fn study_years_of_day(years: &[StudyYear], day: NaiveDate) -> Vec<i128> {
    let holds = |year: &&StudyYear| year.begin <= day && year.end.is_none_or(|end| day < end);
    years.iter().filter(holds).map(|year| year.number).collect()
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
            (None, Some(date)) => study_years_of_day(&self.years, date),
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
        while let Some(id) = text(at, "replaces") {
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
    fn years_of_evidence(&self, evidence: &Value) -> Vec<i128> {
        let placement = text(evidence, "placement").and_then(|id| {
            list(self.portfolio, "placements").into_iter().find(|placement| text(placement, "id") == Some(id))
        });
        if let Some(year) = placement.and_then(|placement| whole(placement, "studyYear")) {
            return vec![year];
        }
        match day(evidence, "date").or(day(evidence, "addedOn")) {
            Some(day) => study_years_of_day(&self.years, day),
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
    let entries = entries(portfolio);
    let framework = curriculum.get("assessment").unwrap_or(&Value::Null);
    let situation = Situation { portfolio, framework, as_of, years: study_years(&entries) };
    let ends_by_lens = lens != Lens::Now && !has_left(portfolio, &entries, as_of);
    let first = entries.iter().min_by_key(|entry| (entry.first_day, entry.study_year)).map(|entry| entry.study_year);
    let mut years: Vec<Value> = Vec::new();
    for year in &situation.years {
        let mut components = situation.components();
        components.retain(|component| whole(component, "studyYear") == Some(year.number));
        let exists = first.is_some_and(|first| first <= year.number);
        if exists && year.begin <= as_of && !components.is_empty() {
            years.push(situation.year(year, ends_by_lens, &components));
        }
    }
    let good = |year: &Value| matches!(text(year, "outcome"), Some("passed" | "exempted"));
    let has_last = years.iter().any(|year| whole(year, "studyYear") == Some(4));
    let programme = if has_last && years.iter().all(good) { "passed" } else { "not-yet" };
    json!({"programme": programme, "years": years})
}
