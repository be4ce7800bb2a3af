//! What rules share in judging a portfolio: days, study years, phases and drafts (rules.md, *Semantics*).
//!
//! A document is judged as it stood on the reference day: what is dated later is invisible to every rule, what is
//! undated is looked at. Whatever rules ask for one thing after another is looked up: a case is built once per document,
//! and what few rules need, when the first of them asks.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::cmp::Ordering;

use chrono::NaiveDate;

use super::When;
use super::days::{
    Entry, Interruptions, StudyYearCase, StudyYearsByDay, attended, first_day_of, in_circles, school_year_of_most,
    stretches, study_years, together,
};
use crate::documents::{
    Assessment, DecisionKind, DecisionOutcome, Design, DevelopmentTheme, Evidence, Exemption, ExemptionOf,
    GraduationResearch, PersonInRole, Placement, Portfolio, Portfolios, Reflection, Specialisation, State,
};
use crate::finding::{Norm, Phase, Reason, Reply};
use crate::frameworks::StudyMode;
use crate::grammar::{Closed as _, Element, Sections, sections};
use crate::judging::{Judged, Lens, Moment, Rule, Standing};
use crate::rulebook::Rulebook;
use crate::sort::{ascending, sorted};
use crate::text::says_something;
use crate::values::{AssessmentId, EvidenceId, GoalId, Period, PlacementId, SchoolYear, Set, StudyYear};

/// Whether an optional text says something.
pub(crate) fn said(text: Option<&Cow<'_, str>>) -> bool {
    text.is_some_and(|text| says_something(text))
}

/// A portfolio before a rule.
pub(crate) struct PortfolioCase<'a> {
    portfolio: &'a Portfolio<'a>,
    as_of: NaiveDate,
    rulebook: &'a Rulebook,
    /// The school years attended that have begun, by first day.
    entries: Vec<Entry>,
    /// Their positions, by school year.
    entries_by_school_year: OnceCell<Vec<usize>>,
    /// Those of the four study years that have begun.
    study_years: [Option<StudyYearCase>; 4],
    /// Which study years a day lies in.
    days: OnceCell<StudyYearsByDay>,
    interruptions: OnceCell<Interruptions>,
    /// The days on which the student left the programme, in order.
    leavings: Vec<NaiveDate>,
    /// The exemptions in force, one of each kind and study year.
    exemptions: Vec<&'a Exemption<'a>>,
    /// The positions of the placements, by id.
    placements_by_id: OnceCell<Vec<usize>>,
    /// The positions of the evidence, by id.
    evidence_by_id: OnceCell<Vec<usize>>,
    /// The positions of the goals, by id.
    goals_by_id: OnceCell<Vec<usize>>,
    /// The positions of the assessments that others have replaced, in order.
    replaced: OnceCell<Vec<usize>>,
    graduated: bool,
    left: bool,
}

impl<'a> PortfolioCase<'a> {
    pub(crate) fn new(portfolio: &'a Portfolio<'a>, as_of: NaiveDate, lens: Lens, rulebook: &'a Rulebook) -> Self {
        let decided = portfolio.decisions.iter().any(|decision| {
            decision.kind == DecisionKind::Graduation
                && decision.outcome != Some(DecisionOutcome::Negative)
                && decision.on.is_none_or(|on| on <= as_of)
        });
        let attended = attended(portfolio, as_of);
        let leavings = attended.iter().filter_map(Entry::left_on).filter(|day| *day <= as_of).collect();
        let entries = together(attended);
        let left = !decided && entries.last().and_then(Entry::left_on).is_some_and(|day| day <= as_of);
        Self {
            portfolio,
            as_of,
            rulebook,
            study_years: study_years(&entries, as_of, lens),
            entries,
            entries_by_school_year: OnceCell::new(),
            days: OnceCell::new(),
            interruptions: OnceCell::new(),
            leavings: sorted(leavings, Ord::cmp),
            exemptions: exemptions(portfolio, as_of),
            placements_by_id: OnceCell::new(),
            evidence_by_id: OnceCell::new(),
            goals_by_id: OnceCell::new(),
            replaced: OnceCell::new(),
            graduated: decided || lens == Lens::Graduating,
            left,
        }
    }

    /// The reference day.
    pub(crate) fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The value of a norm on a day.
    pub(crate) fn norm(&self, norm: &'static Norm, day: NaiveDate) -> u32 {
        self.rulebook.norm(norm, day.min(self.as_of))
    }

    /// The value of a norm that is a set, on a day.
    pub(crate) fn norm_set<T: Element>(&self, norm: &'static Norm, day: NaiveDate) -> Set<T> {
        Set::of_bits(self.norm(norm, day).into())
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

    /// Whether evidence with this id is there; none when it was lost, since what refers to nothing is not judged.
    pub(crate) fn has_evidence(&self, id: &EvidenceId<'_>) -> Option<bool> {
        let all = &self.portfolio.evidence;
        let by_id = self.evidence_by_id.get_or_init(|| ascending(all, |a, b| a.id.cmp(&b.id)));
        find(all, by_id, |one| one.id.cmp(id)).map(|evidence| self.is_there(evidence))
    }

    /// Whether a goal with this id has been set; none when it was lost, since what refers to nothing is not judged.
    pub(crate) fn has_goal(&self, id: &GoalId<'_>) -> Option<bool> {
        let all = &self.portfolio.goals;
        let by_id = self.goals_by_id.get_or_init(|| ascending(all, |a, b| a.id.cmp(&b.id)));
        find(all, by_id, |one| one.id.cmp(id)).map(|goal| self.has_begun(goal.set_on))
    }

    fn is_there(&self, evidence: &Evidence<'_>) -> bool {
        self.has_begun(evidence.date) && self.has_begun(evidence.added_on)
    }

    /// Assessments made that stand, with their positions: what another one has replaced is history (semantics 5).
    pub(crate) fn assessments(&self) -> impl Iterator<Item = (usize, &'a Assessment<'a>)> {
        let made = self.portfolio.assessments.iter().enumerate();
        made.filter(|(at, made)| self.has_begun(made.date) && self.replaced().binary_search(at).is_err())
    }

    /// The positions of the assessments that another one, final and begun, has replaced. Those that replace one another in
    /// a circle all stand.
    fn replaced(&self) -> &[usize] {
        self.replaced.get_or_init(|| {
            let made = &self.portfolio.assessments;
            let replaces = |made: &Assessment<'_>| made.is_final == Some(true) && self.has_begun(made.date);
            if !made.iter().any(|made| made.replaces.is_some() && replaces(made)) {
                return Vec::new();
            }
            let by_id = ascending(made, |a, b| a.id.cmp(&b.id));
            let found = |id: &AssessmentId<'_>| {
                let at = *by_id.get(by_id.partition_point(|at| made.get(*at).is_some_and(|made| made.id < *id)))?;
                made.get(at).filter(|made| made.id == *id).map(|_| at)
            };
            let targets: Vec<Option<usize>> =
                made.iter().map(|made| made.replaces.as_ref().filter(|_| replaces(made)).and_then(found)).collect();
            let circles = in_circles(&targets);
            let in_circle = |at: &usize| circles.get(*at).copied().unwrap_or_default();
            sorted(targets.into_iter().flatten().filter(|at| !in_circle(at)).collect(), Ord::cmp)
        })
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

    /// The specialisation, when one or profile subjects have been chosen and no later day is given for its taking effect.
    pub(crate) fn specialisation(&self) -> Option<&'a Specialisation> {
        self.portfolio.specialisation.as_ref().filter(|chosen| {
            let says_one = chosen.age_specialisation.is_some() || !chosen.profile_subjects.is_empty();
            says_one && self.has_begun(chosen.in_effect_from) && self.has_begun(chosen.chosen_on)
        })
    }

    /// The cohort: the student's, else the school year in which study year 1 was begun (semantics 7).
    pub(crate) fn cohort(&self) -> Option<SchoolYear> {
        let first = || self.entries.iter().find(|entry| entry.study_year.get() == 1).map(|entry| entry.school_year);
        self.portfolio.student.cohort.or_else(first)
    }

    /// Whether a student of this cohort began before 1 August of this year and still attended in the school year that it
    /// opens, or in a later one; without entries by the nominal four years.
    pub(crate) fn crossed(&self, cohort: SchoolYear, year: u16) -> bool {
        let later = |school_year: SchoolYear| school_year.first_year() >= year;
        let nominal = || {
            let come = SchoolYear::beginning(year).is_some_and(|opens| opens.first_day() <= self.as_of);
            come && SchoolYear::beginning(cohort.first_year() + 3).is_some_and(later)
        };
        !later(cohort)
            && (self.entries.iter().any(|entry| later(entry.school_year)) || self.entries.is_empty() && nominal())
    }

    /// How a shortfall weighs that may last so many days after its first, which is day 0 (semantics 5).
    pub(crate) fn after_grace(&self, first: NaiveDate, days: u32) -> Standing {
        match self.counted_day(first, days) {
            Some(last) if last < self.as_of => Standing::DUE,
            last => Standing::not_yet(last),
        }
    }

    fn interruptions(&self) -> &Interruptions {
        self.interruptions.get_or_init(|| {
            let begun = self.portfolio.student.interruptions.iter().filter(|period| period.from <= self.as_of);
            Interruptions::new(begun.map(|period| (period.from, period.until)).collect())
        })
    }

    /// How many days there are from one to another, both included, without those of interruptions.
    pub(crate) fn counted_days(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        self.interruptions().counted(first, last)
    }

    /// The day with this number, day 0 being the first, without those of interruptions; none while an interruption that
    /// names no last day lies before it.
    pub(crate) fn counted_day(&self, first: NaiveDate, number: u32) -> Option<NaiveDate> {
        self.interruptions().day(first, number)
    }

    /// The last day of a placement: as given, but at most the day on which the student left (semantics 5).
    pub(crate) fn last_day(&self, placement: &Placement<'_>) -> Option<NaiveDate> {
        let until = placement.period.as_ref().and_then(|period| period.until);
        let first = first_day_of(placement)?;
        let left = self.leavings.get(self.leavings.partition_point(|day| *day < first)).copied();
        until.into_iter().chain(left).min()
    }

    /// An exemption in force of this kind, for this study year or for all.
    pub(crate) fn exemption(&self, of: ExemptionOf, year: Option<StudyYear>) -> Option<&'a Exemption<'a>> {
        let fits = |one: &&&Exemption<'_>| one.of == of && (one.study_year.is_none() || one.study_year == year);
        self.exemptions.iter().find(fits).copied()
    }

    /// The placement with this id.
    fn placement(&self, id: &PlacementId<'_>) -> Option<&'a Placement<'a>> {
        let all = &self.portfolio.placements;
        let by_id = self.placements_by_id.get_or_init(|| ascending(all, |a, b| a.id.cmp(&b.id)));
        find(all, by_id, |one| one.id.cmp(id))
    }

    /// The school years attended, in order; those read off the placements when the student has none.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What a rule on study years answers when none has begun.
    pub(crate) fn without_entries(&self) -> Reply {
        let Portfolio { student, placements, .. } = self.portfolio;
        let tells =
            |placement: &Placement<'_>| placement.study_year.is_some() && self.school_year_of(placement).is_some();
        if student.years.is_empty() && !placements.iter().any(tells) {
            return Reply::not_assessable(Reason::NoStudyYears);
        }
        Reply::not_applicable(Reason::NotInStudyYear)
    }

    /// The school year of a placement: as given, else the one that holds most of its days, or its first while it has no last
    /// (semantics 2).
    pub(crate) fn school_year_of(&self, placement: &Placement<'_>) -> Option<SchoolYear> {
        placement.school_year.or_else(|| school_year_of_most(placement.period.as_ref()?.from, self.last_day(placement)))
    }

    /// The entries of a school year with their positions, in order.
    fn entries_in(&self, school_year: SchoolYear) -> impl DoubleEndedIterator<Item = (usize, &Entry)> {
        let positions = self
            .entries_by_school_year
            .get_or_init(|| ascending(&self.entries, |a, b| a.school_year.cmp(&b.school_year)));
        let year_at = |at: &usize| self.entries.get(*at).map(|entry| entry.school_year);
        let begin = positions.partition_point(|at| year_at(at) < Some(school_year));
        let own = positions.get(begin..).unwrap_or_default();
        let own = own.get(..own.partition_point(|at| year_at(at) == Some(school_year))).unwrap_or_default();
        own.iter().filter_map(|at| Some((*at, self.entries.get(*at)?)))
    }

    /// The positions of the entries that a placement lies in. A school year may have several; then the placement's study
    /// year tells, else its days: from the entry that it begins in to the one that it lasts into. Without a school year its
    /// study year tells, when only one entry has it.
    pub(crate) fn entries_of(&self, placement: &Placement<'_>) -> impl Iterator<Item = usize> {
        let (from, to) = self.entries_from_to(placement).unwrap_or((1, 0));
        let within = move |at: &usize| from <= *at && *at <= to;
        let school_year = self.school_year_of(placement);
        let of_school_year = school_year.into_iter().flat_map(|year| self.entries_in(year)).map(|(at, _)| at);
        of_school_year.chain(school_year.is_none().then_some(from)).filter(within)
    }

    /// The positions of the first and the last entry that a placement lies in.
    fn entries_from_to(&self, placement: &Placement<'_>) -> Option<(usize, usize)> {
        let Some(school_year) = self.school_year_of(placement) else {
            let alone = self.study_year(placement.study_year?).filter(|year| year.first_at == year.last_at)?;
            return Some((alone.first_at, alone.first_at));
        };
        let entries = || self.entries_in(school_year);
        let named = entries().find(|(_, entry)| placement.study_year == Some(entry.study_year));
        if let Some((at, _)) = named {
            return Some((at, at));
        }
        let by = |day: NaiveDate| entries().rev().find(|(_, entry)| entry.first <= day).map(|(at, _)| at);
        let period = placement.period.as_ref();
        let first = period.and_then(|period| by(period.from)).or_else(|| entries().next().map(|(at, _)| at))?;
        let last = period.and_then(|_| by(self.last_day(placement).unwrap_or(self.as_of))).unwrap_or(first);
        Some((first, last.max(first)))
    }

    /// The study year of the last entry that had begun on a day.
    pub(crate) fn study_year_on(&self, day: NaiveDate) -> Option<StudyYear> {
        let begun = self.entries.partition_point(|entry| entry.first <= day);
        Some(self.entries.get(begun.checked_sub(1)?)?.study_year)
    }

    /// The study years that a day lies in: in August one may still run when the next has begun (semantics 2).
    fn study_years_on(&self, day: NaiveDate) -> Set<StudyYear> {
        self.days.get_or_init(|| StudyYearsByDay::new(&stretches(&self.entries))).on(day)
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
            Some(day) if years.len() != 1 => self.study_years_on(day).contains(number),
            _ => years.contains(number),
        }
    }

    /// The study years that a school development theme is of: as it says, else those of its first day, else year 3.
    pub(crate) fn study_years_of_theme(&self, theme: &DevelopmentTheme<'_>) -> Set<StudyYear> {
        let on = |day| self.study_years_on(day);
        let told = theme.study_year.map(|year| [year].into_iter().collect()).or_else(|| theme.started_on.map(on));
        told.unwrap_or_else(|| StudyYear::new(3).into_iter().collect())
    }

    /// The exemption that frees from graduation research, once there is some: from all of it, or from the study year in which
    /// it was begun, else year 4.
    pub(crate) fn graduation_exemption(&self) -> Option<&'a Exemption<'a>> {
        let research = self.portfolio.research.as_ref()?.graduation.as_ref()?;
        let begun = research.started_on.or(research.set_on).and_then(|day| self.study_years_on(day).iter().next());
        self.exemption_in(ExemptionOf::GraduationResearch, begun.or_else(|| StudyYear::new(4)))
    }

    /// The exemption that frees from a school development theme: from all of them, or from the study year that it is of.
    pub(crate) fn theme_exemption(&self, theme: &DevelopmentTheme<'_>) -> Option<&'a Exemption<'a>> {
        self.exemption_in(ExemptionOf::SchoolDevelopmentTheme, self.study_years_of_theme(theme).iter().next())
    }

    /// The exemption from a kind of work in a study year, or from that study year: one that names none frees from every
    /// year.
    pub(crate) fn exemption_in(&self, of: ExemptionOf, year: Option<StudyYear>) -> Option<&'a Exemption<'a>> {
        self.exemption(of, year).or_else(|| self.exemption(ExemptionOf::StudyYear, year))
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
        *self.study_years.get(usize::from(number.get()).checked_sub(1)?)?
    }

    /// Those of these study years that have begun, each with the exemption that frees it from the rule.
    fn begun_years(
        &self,
        rule: &Rule<Portfolios>,
        numbers: &[u8],
    ) -> impl Iterator<Item = (StudyYearCase, Option<&'a Exemption<'a>>)> {
        numbers.iter().filter_map(|&number| StudyYear::new(number)).filter_map(move |number| {
            let kinds = [Some(ExemptionOf::StudyYear), rule.when.exempted_by];
            let exemption = kinds.into_iter().flatten().find_map(|of| self.exemption(of, Some(number)));
            Some((self.study_year(number)?, exemption))
        })
    }

    /// Those of these study years that have begun and are not exempt; none for who has left without diploma.
    pub(crate) fn study_years(&self, rule: &Rule<Portfolios>, numbers: &[u8]) -> impl Iterator<Item = StudyYearCase> {
        let asked = self.begun_years(rule, if self.left { &[] } else { numbers });
        asked.filter_map(|(year, exemption)| exemption.is_none().then_some(year))
    }

    /// What a rule on these study years answers when it had none of them to judge.
    pub(crate) fn without_study_year(&self, rule: &Rule<Portfolios>, numbers: &[u8]) -> Reply {
        if self.left {
            return Reply::not_applicable(Reason::LeftWithoutDiploma);
        }
        match self.begun_years(rule, numbers).find_map(|(_, exemption)| exemption) {
            Some(exemption) => Reply::not_applicable(Reason::Exempted).by(exemption.id.as_str()),
            None => Reply::not_applicable(Reason::NotInStudyYear),
        }
    }

    /// Whether the student has left without diploma. Who has is asked nothing more that is missing (semantics 2).
    pub(crate) fn left(&self) -> bool {
        self.left
    }

    /// How a shortfall that is due at the end weighs (semantics 4).
    pub(crate) fn at_the_end(&self, rule: &Rule<Portfolios>) -> Standing {
        let Phase::End { warn_after } = rule.meta.phase else { return Standing::DUE };
        if self.graduated {
            return Standing::DUE;
        }
        let Some(year) = warn_after.and_then(StudyYear::new) else { return Standing::not_yet(None) };
        // Who entered later is asked at the end of the year entered.
        let year = self.entries.first().map_or(year, |first| first.study_year.max(year));
        match self.study_year(year) {
            Some(case) if case.has_ended => Standing::SOFT,
            Some(case) => case.standing,
            None if self.entries.iter().any(|entry| entry.study_year > year) => Standing::SOFT,
            None => Standing::not_yet(None),
        }
    }
}

/// The thing that is sought among others, of which the positions are given in order.
fn find<'a, T>(all: &'a [T], in_order: &[usize], compare: impl Fn(&T) -> Ordering) -> Option<&'a T> {
    let found = in_order.binary_search_by(|at| all.get(*at).map_or(Ordering::Less, &compare)).ok()?;
    all.get(*in_order.get(found)?)
}

/// What a rule answers that had nothing to judge: that an exemption freed from everything there was, else this reason.
pub(crate) fn exempted_or(exemption: Option<&Exemption<'_>>, otherwise: Reason) -> Reply {
    match exemption {
        Some(exemption) => Reply::not_applicable(Reason::Exempted).by(exemption.id.as_str()),
        None => Reply::not_applicable(otherwise),
    }
}

impl Judged for Portfolios {
    type Case<'c> = PortfolioCase<'c>;
    type When = When;

    fn case<'c>(document: &'c Portfolio<'c>, moment: Moment, rulebook: &'c Rulebook) -> PortfolioCase<'c> {
        PortfolioCase::new(document, moment.as_of, moment.lens, rulebook)
    }

    fn beforehand(case: &PortfolioCase<'_>, rule: &Rule<Self>) -> Option<Reply> {
        if rule.when.not_for.contains(&case.mode()) {
            return Some(Reply::not_applicable(Reason::ModeOfStudy).by(case.mode().key()));
        }
        // A rule per study year weighs an exemption of one study year itself.
        let of_years = matches!(rule.meta.phase, Phase::Year(_));
        let year = if of_years { None } else { case.study_year_on(case.as_of) };
        if let Some(exemption) = rule.when.exempted_by.and_then(|of| case.exemption(of, year)) {
            return Some(Reply::not_applicable(Reason::Exempted).by(exemption.id.as_str()));
        }
        if case.left && matches!(rule.meta.phase, Phase::Year(_) | Phase::End { .. }) {
            return Some(Reply::not_applicable(Reason::LeftWithoutDiploma));
        }
        (of_years && case.entries.is_empty()).then(|| case.without_entries())
    }

    fn reads(case: &PortfolioCase<'_>, rule: &Rule<Self>) -> Sections {
        let either = |asked: bool, sections: Sections| if asked { sections } else { Sections::NONE };
        let at_the_end = matches!(rule.meta.phase, Phase::End { .. });
        let of_years = matches!(rule.meta.phase, Phase::Year(_));
        let exempts = rule.when.exempted_by.is_some() || of_years;
        let of_student = exempts || at_the_end || !rule.when.not_for.is_empty();
        let student = sections!(Portfolio: student);
        let needs = either(exempts, sections!(Portfolio: exemptions))
            .and(either(of_student, student))
            .and(either(of_years || at_the_end, sections!(Portfolio: decisions)));
        // Study years that are not given are read off the placements.
        let reads_years = exempts || at_the_end || rule.reads.all.overlap(student);
        needs.and(either(reads_years && case.portfolio.student.years.is_empty(), sections!(Portfolio: placements)))
    }
}

/// How a shortfall of a part weighs that may still be a draft (semantics 5).
pub(crate) fn standing_of(state: Option<State>) -> Standing {
    if state == Some(State::Draft) { Standing::DRAFT } else { Standing::DUE }
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
