//! What rules share in judging a portfolio: days, study years, phases and drafts (rules.md, *Semantics*).
//!
//! A document is judged as it stood on the reference day: what is dated later is invisible to every rule, what is
//! undated is looked at.

use std::borrow::Cow;
use std::cell::OnceCell;

use chrono::{Days, NaiveDate};

use crate::document::{
    Assessment, DecisionKind, DecisionOutcome, Design, DevelopmentTheme, Element, Evidence, Exemption, ExemptionOf,
    GraduationResearch, Period, PersonInRole, Placement, PlacementId, Portfolio, Reflection, SchoolYear, Set,
    Specialisation, State, StudyYear, YearOutcome,
};
use crate::frameworks::StudyMode;
use crate::order::{ascending, sorted};
use crate::report::{Lens, Reason};
use crate::rulebook::{Asked, Rulebook};
use crate::rules::{Norm, Outcome, Phase, Rule, Standing};

/// Whether an optional text says something.
pub(crate) fn said(text: Option<&Cow<'_, str>>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// One school year attended, as a stretch of days.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) school_year: SchoolYear,
    pub(crate) study_year: StudyYear,
    /// First day.
    pub(crate) first: NaiveDate,
    /// The first day on which it is over, as far as the reference day tells.
    over: NaiveDate,
    outcome: Option<YearOutcome>,
}

/// A study year: all entries with its number, taken together (semantics 2).
#[derive(Clone, Copy, Debug)]
pub(crate) struct StudyYearCase {
    pub(crate) number: StudyYear,
    /// First day.
    pub(crate) first: NaiveDate,
    /// How a shortfall of this year weighs (semantics 3).
    pub(crate) standing: Standing,
    pub(crate) has_ended: bool,
}

/// A portfolio before a rule.
pub struct PortfolioCase<'a> {
    portfolio: &'a Portfolio<'a>,
    as_of: NaiveDate,
    lens: Lens,
    rulebook: &'a Rulebook,
    entries: Vec<Entry>,
    /// The exemptions in force, one of each kind and study year.
    exemptions: Vec<&'a Exemption<'a>>,
    /// The positions of the placements, by id.
    placements_by_id: OnceCell<Vec<usize>>,
    graduated: bool,
}

impl Entry {
    /// The first day on which a placement of the school year before has surely ended: schools go on into August.
    fn in_earnest(&self) -> NaiveDate {
        self.first.max(self.school_year.first_day() + Days::new(31))
    }
}

impl<'a> PortfolioCase<'a> {
    pub(crate) fn new(portfolio: &'a Portfolio<'a>, as_of: NaiveDate, lens: Lens, rulebook: &'a Rulebook) -> Self {
        let graduated = lens == Lens::Graduating
            || portfolio.decisions.iter().any(|decision| {
                decision.kind == DecisionKind::Graduation
                    && decision.outcome != Some(DecisionOutcome::Negative)
                    && decision.on.is_none_or(|on| on <= as_of)
            });
        Self {
            portfolio,
            as_of,
            lens,
            rulebook,
            entries: entries(portfolio, as_of),
            exemptions: exemptions(portfolio, as_of),
            placements_by_id: OnceCell::new(),
            graduated,
        }
    }

    /// The reference day.
    pub(crate) fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The value of a norm on a day.
    pub(crate) fn norm(&self, rule: &Rule, norm: &'static Norm, day: NaiveDate) -> u32 {
        self.rulebook.norm(rule.code, norm, day.min(self.as_of))
    }

    /// The value of a norm that is a set, on a day.
    pub(crate) fn norm_set<T: Element>(&self, rule: &Rule, norm: &'static Norm, day: NaiveDate) -> Set<T> {
        Set::of_bits(self.norm(rule, norm, day).into())
    }

    /// Whether something dated so has begun; what is undated is looked at.
    pub(crate) fn has_begun(&self, day: Option<NaiveDate>) -> bool {
        day.is_none_or(|day| day <= self.as_of)
    }

    fn period_has_begun(&self, period: Option<&Period>) -> bool {
        self.has_begun(period.map(|period| period.from))
    }

    /// How the student is enrolled.
    pub(crate) fn mode(&self) -> StudyMode {
        self.portfolio.student.mode.unwrap_or(StudyMode::FullTime)
    }

    pub(crate) fn portfolio(&self) -> &'a Portfolio<'a> {
        self.portfolio
    }

    /// Placements that have begun, with their positions.
    pub(crate) fn placements(&self) -> impl Iterator<Item = (usize, &'a Placement<'a>)> {
        self.portfolio.placements.iter().enumerate().filter(|(_, placement)| self.has_begun(first_day_of(placement)))
    }

    /// The persons whose period has begun.
    pub(crate) fn persons<'p>(&self, persons: &'p [PersonInRole<'p>]) -> impl Iterator<Item = &'p PersonInRole<'p>> {
        persons.iter().filter(|person| self.period_has_begun(person.period.as_ref()))
    }

    /// Designs that have been begun or submitted, with their positions.
    pub(crate) fn designs(&self) -> impl Iterator<Item = (usize, &'a Design<'a>)> {
        self.portfolio.designs.iter().enumerate().filter(|(_, design)| {
            let days = design.phases.iter().filter_map(|step| step.period.as_ref().map(|period| period.from));
            self.has_begun(days.chain(design.submitted_on).min())
        })
    }

    /// Reflections written, with their positions.
    pub(crate) fn reflections(&self) -> impl Iterator<Item = (usize, &'a Reflection<'a>)> {
        self.portfolio.reflections.iter().enumerate().filter(|(_, reflection)| self.has_begun(reflection.date))
    }

    /// Evidence of what has happened, with its positions.
    pub(crate) fn evidence(&self) -> impl Iterator<Item = (usize, &'a Evidence<'a>)> {
        self.portfolio.evidence.iter().enumerate().filter(|(_, evidence)| self.is_there(evidence))
    }

    /// Evidence of what has yet to happen.
    pub(crate) fn evidence_to_come(&self) -> impl Iterator<Item = &'a Evidence<'a>> {
        self.portfolio.evidence.iter().filter(|evidence| !self.is_there(evidence))
    }

    fn is_there(&self, evidence: &Evidence<'_>) -> bool {
        self.has_begun(evidence.date) && self.has_begun(evidence.added_on)
    }

    /// Assessments made, with their positions.
    pub(crate) fn assessments(&self) -> impl Iterator<Item = (usize, &'a Assessment<'a>)> {
        self.portfolio.assessments.iter().enumerate().filter(|(_, assessment)| self.has_begun(assessment.date))
    }

    /// Final assessments, with their positions.
    pub(crate) fn final_assessments(&self) -> impl Iterator<Item = (usize, &'a Assessment<'a>)> {
        self.assessments().filter(|(_, assessment)| assessment.is_final == Some(true))
    }

    /// School development themes that have been begun, with their positions.
    pub(crate) fn development_themes(&self) -> impl Iterator<Item = (usize, &'a DevelopmentTheme<'a>)> {
        let research = self.portfolio.research.iter();
        let themes = research.flat_map(|research| research.school_development_themes.iter().enumerate());
        themes.filter(|(_, theme)| self.has_begun(theme.started_on))
    }

    /// The graduation research, when it has been begun.
    pub(crate) fn graduation(&self) -> Option<&'a GraduationResearch<'a>> {
        let research = self.portfolio.research.as_ref().and_then(|research| research.graduation.as_ref());
        research.filter(|research| self.has_begun(research.started_on.or(research.set_on)))
    }

    /// The graduation research, when its theme has been set.
    pub(crate) fn graduation_with_theme(&self) -> Option<&'a GraduationResearch<'a>> {
        let research = self.portfolio.research.as_ref().and_then(|research| research.graduation.as_ref());
        let set = |research: &&GraduationResearch<'_>| research.set_on.is_some() || said(research.theme.as_ref());
        research.filter(set).filter(|research| self.has_begun(research.set_on))
    }

    /// The specialisation, when one has been chosen and no later day is given for its taking effect.
    pub(crate) fn specialisation(&self) -> Option<&'a Specialisation> {
        self.portfolio.specialisation.as_ref().filter(|chosen| {
            chosen.age_specialisation.is_some()
                && self.has_begun(chosen.in_effect_from)
                && self.has_begun(chosen.chosen_on)
        })
    }

    /// Whether the student was still attending on 1 August of this year; by the day alone where no study years are given.
    pub(crate) fn crossed(&self, year: u16) -> bool {
        let Some(first_day) = SchoolYear::beginning(year).map(SchoolYear::first_day) else { return false };
        let attends = || self.entries.iter().any(|entry| entry.over > first_day);
        let diplomas = self.portfolio.decisions.iter().filter(|decision| decision.kind == DecisionKind::Graduation);
        let ended = diplomas.filter_map(|decision| decision.on).any(|on| on < first_day);
        self.as_of >= first_day && !ended && (self.portfolio.student.years.is_empty() || attends())
    }

    /// Whether the rulebook asks a rule.
    pub(crate) fn asks(&self, rule: &Rule) -> bool {
        matches!(self.rulebook.asks(rule), Asked::With(_))
    }

    /// How a shortfall weighs that may last so many days from its first on (semantics 5).
    pub(crate) fn after_grace(&self, first: NaiveDate, days: u32) -> Standing {
        let last = first.checked_add_days(Days::new(days.into())).and_then(|over| over.pred_opt());
        let last = last.filter(|last| *last >= self.as_of);
        last.map_or(Standing::DUE, |last| Standing::not_yet(Some(last)))
    }

    /// An exemption in force of this kind, for this study year or for all.
    pub(crate) fn exemption(&self, of: ExemptionOf, year: Option<StudyYear>) -> Option<&'a Exemption<'a>> {
        let fits = |one: &&&Exemption<'_>| one.of == of && (one.study_year.is_none() || one.study_year == year);
        self.exemptions.iter().find(fits).copied()
    }

    /// The placement with this id.
    fn placement(&self, id: &PlacementId<'_>) -> Option<&'a Placement<'a>> {
        let placements = &self.portfolio.placements;
        let sorted = self.placements_by_id.get_or_init(|| ascending(placements, |a, b| a.id.cmp(&b.id)));
        let found = sorted.binary_search_by(|at| placements.get(*at).map(|placement| &placement.id).cmp(&Some(id)));
        placements.get(*sorted.get(found.ok()?)?)
    }

    /// The school years attended, in order; those read off the placements when the student has none.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What a rule on study years answers when none has begun.
    pub(crate) fn without_entries(&self) -> Outcome {
        let Portfolio { student, placements, .. } = self.portfolio;
        let tells = |placement: &Placement<'_>| placement.study_year.is_some() && school_year_of(placement).is_some();
        if student.years.is_empty() && !placements.iter().any(tells) {
            return Outcome::not_assessable(Reason::NoStudyYears);
        }
        Outcome::not_applicable(Reason::NotInStudyYear)
    }

    /// The position of the entry that a placement begins in: by school year, else the one its first day lies in, else by
    /// the study year when only one entry has it.
    fn entry_of(&self, placement: &Placement<'_>) -> Option<usize> {
        let only = |fits: &dyn Fn(&Entry) -> bool| {
            let mut fitting = self.entries.iter().enumerate().filter(|(_, entry)| fits(entry)).map(|(at, _)| at);
            fitting.next().filter(|_| fitting.next().is_none())
        };
        let of_year = |entry: &Entry| placement.study_year == Some(entry.study_year);
        let Some(school_year) = school_year_of(placement) else { return only(&of_year) };
        let within = |entry: &Entry| entry.school_year == school_year;
        let begun = |entry: &Entry| placement.period.as_ref().is_some_and(|period| entry.first <= period.from);
        only(&|entry| within(entry) && of_year(entry))
            .or_else(|| self.entries.iter().rposition(|entry| within(entry) && begun(entry)))
            .or_else(|| self.entries.iter().position(within))
    }

    /// The positions of the entries that a placement lies in: the one it begins in, and those that it lasts into. Where its
    /// year is given, only its last day says that it lasts longer.
    pub(crate) fn entries_of(&self, placement: &Placement<'_>) -> impl Iterator<Item = usize> {
        let first = self.entry_of(placement);
        let year_is_given = placement.school_year.is_some() || placement.study_year.is_some();
        let running = if year_is_given { None } else { Some(self.as_of) };
        let last = placement.period.as_ref().and_then(|period| period.until.or(running)).map(|day| day.min(self.as_of));
        let reached = move |(at, entry): (usize, &Entry)| {
            let later = first.is_some_and(|first| at > first) && last.is_some_and(|last| entry.in_earnest() <= last);
            (first == Some(at) || later).then_some(at)
        };
        self.entries.iter().enumerate().filter_map(reached)
    }

    /// The first day of the first study year with at least this number.
    pub(crate) fn first_day_from(&self, number: u8) -> Option<NaiveDate> {
        self.entries.iter().find(|entry| entry.study_year.get() >= number).map(|entry| entry.first)
    }

    /// The study year that a day lies in.
    pub(crate) fn study_year_on(&self, day: NaiveDate) -> Option<StudyYear> {
        self.entries.iter().rev().find(|entry| entry.first <= day).map(|entry| entry.study_year)
    }

    /// Whether a day lies in this study year: from the first day of a school year attended to that of the next, and longer
    /// while it is not over, since in August one may still run when the next has begun.
    pub(crate) fn is_in(&self, day: NaiveDate, number: StudyYear) -> bool {
        self.entries.iter().enumerate().filter(|(_, entry)| entry.study_year == number).any(|(at, entry)| {
            let Some(next) = self.entries.get(at + 1) else { return entry.first <= day };
            let both_run = next.school_year != entry.school_year && day < entry.over;
            entry.first <= day && (day < next.first || both_run)
        })
    }

    /// Whether evidence is of this study year: by its placement, where that lies in one, else by the day of what it shows,
    /// else by the day on which it was added, since that may be long after.
    pub(crate) fn is_of(&self, evidence: &Evidence<'_>, number: StudyYear) -> bool {
        let placement = evidence.placement.as_ref().and_then(|id| self.placement(id));
        if let Some(year) = placement.and_then(|placement| placement.study_year) {
            return year == number;
        }
        let entries = placement.into_iter().flat_map(|placement| self.entries_of(placement));
        let years: Set<StudyYear> = entries.filter_map(|at| Some(self.entries.get(at)?.study_year)).collect();
        match evidence.date.or(evidence.added_on) {
            Some(day) if years.len() != 1 => self.is_in(day, number),
            _ => years.contains(number),
        }
    }

    /// Whether a school development theme is of this study year: as it says, else by its first day; without either it may be.
    pub(crate) fn is_theme_of(&self, theme: &DevelopmentTheme<'_>, number: StudyYear) -> bool {
        match (theme.study_year, theme.started_on) {
            (Some(year), _) => year == number,
            (None, Some(day)) => self.is_in(day, number),
            (None, None) => true,
        }
    }

    /// The study year of a school development theme: as it says, else the first that its first day lies in.
    pub(crate) fn study_year_of_theme(&self, theme: &DevelopmentTheme<'_>) -> Option<StudyYear> {
        let on = |day| self.entries.iter().map(|entry| entry.study_year).find(|number| self.is_in(day, *number));
        theme.study_year.or_else(|| on(theme.started_on?))
    }

    /// The exemption that frees from graduation research: from all of it, or from the study year that it is done in.
    pub(crate) fn graduation_exemption(&self) -> Option<&'a Exemption<'a>> {
        self.exemption_in(ExemptionOf::GraduationResearch, self.study_year_on(self.as_of))
    }

    /// The exemption that frees from a school development theme: from all of them, or from the study year that it is of.
    pub(crate) fn theme_exemption(&self, theme: &DevelopmentTheme<'_>) -> Option<&'a Exemption<'a>> {
        self.exemption_in(ExemptionOf::SchoolDevelopmentTheme, self.study_year_of_theme(theme))
    }

    /// The exemption from a kind of work in a study year, or from that study year.
    pub(crate) fn exemption_in(&self, of: ExemptionOf, year: Option<StudyYear>) -> Option<&'a Exemption<'a>> {
        self.exemption(of, year).or_else(|| self.exemption(ExemptionOf::StudyYear, Some(year?)))
    }

    /// Exemptions in force from competences, for the whole programme.
    pub(crate) fn competence_exemptions(&self) -> impl Iterator<Item = &'a Exemption<'a>> {
        self.portfolio.exemptions.iter().filter(|exemption| {
            exemption.of == ExemptionOf::Competence
                && exemption.study_year.is_none()
                && self.has_begun(exemption.granted_on)
        })
    }

    /// Exemptions in force from an assignment, with that assignment.
    pub(crate) fn assignment_exemptions(&self) -> impl Iterator<Item = (&'a str, &'a Exemption<'a>)> {
        let exemptions = self
            .portfolio
            .exemptions
            .iter()
            .filter(|exemption| exemption.of == ExemptionOf::Assignment && self.has_begun(exemption.granted_on));
        exemptions.filter_map(|exemption| Some((exemption.assignment.as_ref()?.as_str(), exemption)))
    }

    /// A study year that has begun (semantics 2 and 3).
    pub(crate) fn study_year(&self, number: StudyYear) -> Option<StudyYearCase> {
        let first = self.entries.iter().find(|entry| entry.study_year == number)?.first;
        let last = self.entries.iter().rev().find(|entry| entry.study_year == number)?;
        let current = self.entries.last().is_some_and(|entry| entry.study_year == number);
        let ends = !matches!(last.outcome, Some(YearOutcome::Repeats | YearOutcome::Interrupted));
        let has_ended = ends && last.over <= self.as_of || current && self.lens == Lens::YearEnded;
        let standing = match last.outcome {
            _ if !has_ended => Standing::not_yet(if ends { last.over.checked_sub_days(Days::new(1)) } else { None }),
            Some(YearOutcome::ContinuesWithOpenWork) => Standing::SOFT,
            _ => Standing::DUE,
        };
        Some(StudyYearCase { number, first, standing, has_ended })
    }

    /// Those of these study years that have begun, each with the exemption that frees it from the rule.
    fn begun_years(
        &self,
        rule: &Rule,
        numbers: &[u8],
    ) -> impl Iterator<Item = (StudyYearCase, Option<&'a Exemption<'a>>)> {
        numbers.iter().filter_map(|&number| StudyYear::new(number)).filter_map(move |number| {
            let kinds = [Some(ExemptionOf::StudyYear), rule.exempted_by];
            let exemption = kinds.into_iter().flatten().find_map(|of| self.exemption(of, Some(number)));
            Some((self.study_year(number)?, exemption))
        })
    }

    /// Those of these study years that have begun and are not exempt.
    pub(crate) fn study_years(&self, rule: &Rule, numbers: &[u8]) -> impl Iterator<Item = StudyYearCase> {
        self.begun_years(rule, numbers).filter_map(|(year, exemption)| exemption.is_none().then_some(year))
    }

    /// What a rule on these study years answers when it had none of them to judge.
    pub(crate) fn without_study_year(&self, rule: &Rule, numbers: &[u8]) -> Outcome {
        match self.begun_years(rule, numbers).find_map(|(_, exemption)| exemption) {
            Some(exemption) => Outcome::not_applicable(Reason::Exempted).by(exemption.id.as_str()),
            None => Outcome::not_applicable(Reason::NotInStudyYear),
        }
    }

    /// Whether the student stopped without a diploma.
    pub(crate) fn left(&self) -> bool {
        !self.graduated && self.entries.last().is_some_and(|entry| entry.outcome == Some(YearOutcome::Left))
    }

    /// How a shortfall that is due at the end weighs (semantics 4).
    pub(crate) fn at_the_end(&self, rule: &Rule) -> Standing {
        let Phase::End { warn_after } = rule.phase else { return Standing::DUE };
        if self.graduated {
            return Standing::DUE;
        }
        let Some(year) = warn_after.and_then(StudyYear::new) else { return Standing::not_yet(None) };
        let later = self.entries.iter().any(|entry| entry.study_year > year);
        match self.study_year(year) {
            Some(case) if case.has_ended => Standing::SOFT,
            Some(case) => case.standing,
            None if later => Standing::SOFT,
            None => Standing::not_yet(None),
        }
    }
}

/// How a shortfall of a part weighs that may still be a draft (semantics 5).
pub(crate) fn standing_of(state: Option<State>) -> Standing {
    if state == Some(State::Draft) { Standing::DRAFT } else { Standing::DUE }
}

/// The school year of a placement: as given, else the one its first day lies in.
pub(crate) fn school_year_of(placement: &Placement<'_>) -> Option<SchoolYear> {
    placement.school_year.or_else(|| SchoolYear::of(placement.period.as_ref()?.from))
}

/// The day on which a placement begins: as given, else the first of its school year.
fn first_day_of(placement: &Placement<'_>) -> Option<NaiveDate> {
    let of_year = || placement.school_year.map(SchoolYear::first_day);
    placement.period.as_ref().map(|period| period.from).or_else(of_year)
}

/// The exemptions in force, one of each kind and study year: however many there are, few are looked at.
fn exemptions<'a>(portfolio: &'a Portfolio<'a>, as_of: NaiveDate) -> Vec<&'a Exemption<'a>> {
    let mut all: Vec<&Exemption<'_>> = Vec::new();
    for one in portfolio.exemptions.iter().filter(|one| one.granted_on.is_none_or(|day| day <= as_of)) {
        if all.iter().all(|known| (known.of, known.study_year) != (one.of, one.study_year)) {
            all.push(one);
        }
    }
    all
}

/// The school years attended that have begun, by first day.
fn entries(portfolio: &Portfolio<'_>, as_of: NaiveDate) -> Vec<Entry> {
    let entry = |school_year: SchoolYear, study_year, from: Option<NaiveDate>| Entry {
        school_year,
        study_year,
        first: from.unwrap_or(school_year.first_day()),
        over: school_year.day_after(),
        outcome: None,
    };
    let mut entries: Vec<Entry> = if portfolio.student.years.is_empty() {
        let placed = portfolio
            .placements
            .iter()
            .filter(|placement| first_day_of(placement).is_none_or(|first| first <= as_of))
            .filter_map(|placement| Some(entry(school_year_of(placement)?, placement.study_year?, None)));
        placed.collect()
    } else {
        let attended = portfolio.student.years.iter().map(|year| {
            let mut entry = entry(year.school_year, year.study_year, year.from);
            if let Some(outcome) = year.outcome.filter(|_| year.outcome_on.is_none_or(|on| on <= as_of)) {
                entry.outcome = Some(outcome);
                // Without its day an outcome is a thing of the past.
                entry.over = year.outcome_on.unwrap_or(as_of).min(entry.over);
            }
            entry
        });
        attended.collect()
    };
    entries.retain(|entry| entry.first <= as_of);
    // What is told of one school year and one study year is taken together, the last telling how it ended. So there are
    // never more entries than there are school years and study years.
    let mut together: Vec<Entry> = Vec::new();
    for entry in sorted(entries, |a, b| (a.first, a.study_year).cmp(&(b.first, b.study_year))) {
        let same = |known: &&mut Entry| (known.school_year, known.study_year) == (entry.school_year, entry.study_year);
        match together.iter_mut().find(same) {
            Some(known) => (known.over, known.outcome) = (entry.over, entry.outcome),
            None => together.push(entry),
        }
    }
    together
}
