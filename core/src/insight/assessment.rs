//! What the assessment framework of a curriculum makes of a portfolio: the outcome of each study year and of the programme,
//! and on what each rests.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::shown::{Always, Count, InsightPhrase, capital, heading, owned, titled, write_unreadable};
use crate::curriculum::framework::{Framework, is_required};
use crate::curriculum::passing::{Pass, State};
use crate::documents::{Assessment, AssessmentOf, Component, DocumentRef, Kind, PassRuleKind, Portfolio, format_name};
use crate::finding::{Reason, Voice, at};
use crate::frameworks::Competence;
use crate::grammar::{Sections, Wire as _, closed, record};
use crate::judging::Lens;
use crate::language::Lang;
use crate::portfolio::PortfolioCase;
use crate::portfolio::assessing::{Assessed, Assessing, Required, YearAssessed};
use crate::report::{Phrase, Report};
use crate::values::{AssessmentId, Attempt, ComponentId, Decimal, ExemptionId, ResultId, StudyYear, Weight};

format_name! {
    /// The format that the outcome of an assessment names: `twentse-kubus/assessment@1`.
    AssessmentFormat = "twentse-kubus/assessment@1"
}

closed! {
    /// The state of a part of the assessment framework.
    ComponentState {
        Exempted = "exempted", "vrijgesteld" | "je hebt vrijstelling", "exempted";
        NotAssessable = "not-assessable", "niet te beoordelen" | "nog niet na te kijken", "cannot be assessed";
        Passed = "passed", "voldaan" | "gehaald", "passed";
        /// There is a result, and it is below what is required.
        Short = "short", "onvoldoende" | "nog niet gehaald", "below what is required";
        /// There is no result yet, or evidence is missing.
        Open = "open", "open" | "nog te doen", "open";
    }
}

closed! {
    /// The outcome of a study year.
    YearResult {
        Exempted = "exempted", "vrijgesteld" | "je hebt vrijstelling", "exempted";
        NotAssessable = "not-assessable", "niet te beoordelen" | "nog niet na te kijken", "cannot be assessed";
        Passed = "passed", "gehaald", "passed";
        /// The study year has not ended.
        NotYet = "not-yet", "nog niet gehaald", "not passed yet";
        NotPassed = "not-passed", "niet gehaald", "not passed";
    }
}

closed! {
    /// The outcome of the programme.
    ProgrammeResult {
        Passed = "passed", "gehaald", "passed";
        NotYet = "not-yet", "nog niet gehaald", "not passed yet";
    }
}

record! {
    /// What the assessment framework makes of a portfolio: the outcome of each study year that has begun, and on what it rests.
    /// It needs the curriculum of the student; without it there are no study years.
    ProgrammeAssessment<'a> needs {
        /// Names the format and version.
        @fixed format: AssessmentFormat,
        /// The portfolio.
        document: Thing<'a>,
        /// The reference day.
        as_of: NaiveDate,
        /// The question about it.
        lens: Lens,
        /// The outcome of the programme.
        programme: ProgrammeResult,
        /// The study years that have begun and of which something is assessed.
        years: Always<Vec<YearAssessment<'a>>>,
    } may {
        /// The curriculum that was used; absent when none belongs to the student.
        curriculum: Option<Thing<'a>>,
        /// Parts that could not be read, as JSON Pointers.
        unreadable: Vec<Cow<'a, str>>,
    }
}

record! {
    /// A study year.
    YearAssessment<'a> needs {
        /// The study year.
        study_year: StudyYear,
        /// By which kind of pass rule.
        rule: PassRuleKind,
        /// Its outcome.
        outcome: YearResult,
        /// What is assessed, in the order of the curriculum.
        components: Always<Vec<ComponentAssessment<'a>>>,
    } may {
        /// Why it cannot be assessed.
        reason: Option<Reason>,
        /// The last day of the study year, while it is not passed yet.
        due: Option<NaiveDate>,
        /// The sum of the weights, by a pass rule with points.
        weight: Option<Count>,
        /// The sum of weight times points, in hundredths of a point.
        weighted: Option<Count>,
        /// The weighted average in hundredths of a point: rounded as the pass rule says, else to whole hundredths for display.
        average: Option<Count>,
        /// What the average has to be, in hundredths of a point.
        threshold: Option<Count>,
        /// How many parts may be below what is required, by a pass rule with points.
        most_below: Option<Count>,
        /// The lowest points of such a part, in hundredths of a point; absent: any.
        floor: Option<Count>,
        /// The parts below what is required, in a study year that is passed all the same.
        compensated: Vec<ComponentId<'a>>,
    }
}

record! {
    /// A part of the assessment framework.
    ComponentAssessment<'a> needs {
        /// Its id.
        id: ComponentId<'a>,
        /// What is assessed.
        of: AssessmentOf,
        /// Whether it must be passed.
        required: bool,
        /// Its state.
        state: ComponentState,
        /// The assessments that belong to it, in the order of the portfolio.
        attempts: Always<Vec<AttemptMade<'a>>>,
        /// How many pieces of submitted evidence count for it.
        evidence: Count,
    } may {
        /// Its title.
        title: Option<Cow<'a, str>>,
        /// Why it cannot be assessed.
        reason: Option<Reason>,
        /// The exemption from it.
        exemption: Option<ExemptionId<'a>>,
        /// The assessment that counts.
        taken: Option<AssessmentId<'a>>,
        /// How heavily it weighs in the average of its study year, where it takes part in one.
        weight: Option<Count>,
        /// The points of its result in that average, in hundredths of a point.
        points: Option<Count>,
        /// The least result that is a pass; absent where evidence alone decides.
        least_result: Option<ResultId<'a>>,
        /// The evidence that is missing.
        missing: Vec<RequiredEvidence>,
        /// By how many the attempts exceed the most that the framework gives. It changes nothing: that is for the examination
        /// board.
        attempts_over: Option<Count>,
    }
}

record! {
    /// An assessment in the portfolio.
    AttemptMade<'a> needs {
        /// Its id.
        id: AssessmentId<'a>,
        /// Its place in the portfolio, as a JSON Pointer.
        path: Cow<'a, str>,
        /// Whether it counts: it is final, has begun, and its result is a judgement.
        counts: bool,
    } may {
        /// Its result.
        result: Option<ResultId<'a>>,
        /// Which attempt it is.
        attempt: Option<Attempt>,
        /// Its date.
        date: Option<NaiveDate>,
    }
}

record! {
    /// Evidence that is required.
    RequiredEvidence needs {
        /// How many pieces are required.
        wanted: Count,
        /// How many there are.
        there: Count,
    } may {
        /// The competence that they are for, where each competence requires its own.
        competence: Option<Competence>,
    }
}

impl From<&Required> for RequiredEvidence {
    fn from(required: &Required) -> Self {
        Self { competence: required.competence, ..Self::new(Count(required.wanted), Count(required.there)) }
    }
}

/// What the curriculum of a student makes of a portfolio of which these sections lost something.
pub(crate) fn assessed(
    case: &PortfolioCase<'_>,
    lost: Sections,
    document: &DocumentRef,
    lens: Lens,
    unreadable: Vec<String>,
) -> ProgrammeAssessment<'static> {
    let mut shown = ProgrammeAssessment::new(document, case.as_of(), lens, ProgrammeResult::NotYet, Vec::new());
    shown.unreadable = unreadable.into_iter().map(Cow::Owned).collect();
    let Some(programme) = case.programme() else { return shown };
    let framework = programme.framework();
    let assessing = Assessing::new(case, framework, lost);
    let years = assessing.years();
    if assessing.programme(&years) {
        shown.programme = ProgrammeResult::Passed;
    }
    shown.years = Always(years.iter().map(|year| of_year(case, &framework, year)).collect());
    shown.curriculum = Some((&programme.used().document).into());
    shown
}

fn of_year(case: &PortfolioCase<'_>, framework: &Framework<'_>, year: &YearAssessed) -> YearAssessment<'static> {
    let components: Vec<ComponentAssessment<'static>> = year
        .components
        .iter()
        .filter_map(|one| {
            let component = framework.components().get(one.component)?;
            let mut shown = of_component(case, component, one);
            // Those that the average is of (8.15).
            let is_judged =
                matches!(one.standing.state, State::Passed | State::Short) && component.least_result.is_some();
            let weight = component.weight.map_or(1, Weight::get);
            if year.pass.average.is_some() && is_judged && weight > 0 {
                shown.weight = Some(Count(weight.into()));
                shown.points = one.standing.points.map(|points| Count(points.as_hundredths()));
            }
            Some(shown)
        })
        .collect();
    let (outcome, reason) = match year.pass.pass {
        Pass::Exempted => (YearResult::Exempted, None),
        Pass::NotAssessable(reason) => (YearResult::NotAssessable, Some(reason)),
        Pass::Passed => (YearResult::Passed, None),
        Pass::No if year.has_ended => (YearResult::NotPassed, None),
        Pass::No => (YearResult::NotYet, None),
    };
    let mut shown = YearAssessment::new(year.number(), year.pass.kind, outcome, components);
    shown.reason = reason;
    shown.due = year.due.filter(|_| outcome == YearResult::NotYet);
    if let Some(average) = year.pass.average {
        shown.weight = Some(Count::of(average.weight));
        shown.weighted = Some(Count::of(average.weighted));
        shown.average = Some(Count::of(average.shown));
        shown.threshold = average.threshold.map(Count::of);
        let rule = framework.pass_rule(year.number()).map(|(_, rule)| rule);
        shown.most_below = Some(Count(rule.and_then(|rule| rule.most_below).map_or(0, |most| most.get().into())));
        shown.floor = rule.and_then(|rule| rule.floor).map(|floor| Count(floor.get().as_hundredths()));
    }
    let id_of = |at: &usize| Some(framework.components().get(*at)?.id.clone().into_owned());
    shown.compensated = year.pass.compensated.iter().filter_map(id_of).collect();
    shown
}

/// The state of a component, and why it cannot be assessed.
pub(super) fn state_of(state: State) -> (ComponentState, Option<Reason>) {
    match state {
        State::Exempted => (ComponentState::Exempted, None),
        State::NotAssessable(reason) => (ComponentState::NotAssessable, Some(reason)),
        State::Passed => (ComponentState::Passed, None),
        State::Short => (ComponentState::Short, None),
        State::Open => (ComponentState::Open, None),
    }
}

fn of_component(case: &PortfolioCase<'_>, component: &Component<'_>, one: &Assessed) -> ComponentAssessment<'static> {
    let assessments = &case.portfolio().assessments;
    let attempts: Vec<AttemptMade<'static>> =
        one.attempts.iter().filter_map(|(at, counts)| Some(attempt(*at, assessments.get(*at)?, *counts))).collect();
    let (state, reason) = state_of(one.standing.state);
    let required = is_required(component);
    let id = component.id.clone().into_owned();
    let counting = attempts.iter().filter(|attempt| attempt.counts).count();
    let over = component.most_attempts.map(|most| counting.saturating_sub(most.get().into()));
    let mut shown = ComponentAssessment::new(id, component.of, required, state, attempts, Count(one.evidence));
    shown.title = owned(component.title.as_ref());
    shown.reason = reason;
    shown.exemption = one.exemption.as_ref().and_then(|id| ExemptionId::new(id.clone()).ok());
    shown.taken = one.taken.and_then(|at| Some(assessments.get(at)?.id.clone().into_owned()));
    shown.least_result = component.least_result.as_ref().map(|least| least.clone().into_owned());
    shown.missing = one.required.iter().filter(|required| required.is_missing()).map(RequiredEvidence::from).collect();
    shown.attempts_over = over.filter(|over| *over > 0).map(Count::of);
    shown
}

fn attempt(at: usize, made: &Assessment<'_>, counts: bool) -> AttemptMade<'static> {
    let path = at!(Portfolio: assessments[at]).to_string();
    let mut shown = AttemptMade::new(made.id.clone().into_owned(), path, counts);
    shown.result = made.result.as_ref().map(|result| result.clone().into_owned());
    shown.attempt = made.attempt;
    shown.date = made.date;
    shown
}

/// Hundredths of a point as a number with the decimal sign of the language.
fn points(hundredths: Count, voice: Voice<'_>) -> String {
    let text = Decimal::hundredths(hundredths.0).to_string();
    if voice.lang() == Lang::En { text } else { text.replace('.', ",") }
}

/// The line that names the curriculum of a student, or says that there is none: then nothing follows it.
pub(super) fn curriculum_line(out: &mut String, curriculum: Option<&Thing<'_>>, voice: Voice<'_>) -> bool {
    let Some(curriculum) = curriculum else {
        let _ = writeln!(out, "{}", capital(voice.name(InsightPhrase::NoCurriculum)));
        return false;
    };
    let which = curriculum.id.as_deref().unwrap_or_default();
    let _ = writeln!(out, "{} {which}", capital(voice.name(Kind::Curriculum)));
    true
}

/// The outcome as readable text: a paragraph for each study year, with the grounds of each part.
pub(crate) fn assessment_text(shown: &ProgrammeAssessment<'_>, report: &Report, voice: Voice<'_>) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let mut out = heading(InsightPhrase::Assessment, report.document(), shown.as_of, voice);
    if !curriculum_line(&mut out, shown.curriculum.as_ref(), voice) {
        return out;
    }
    let _ = writeln!(out, "{}: {}", capital(say(InsightPhrase::Programme)), voice.name(shown.programme));
    for year in shown.years.iter() {
        let number = year.study_year.get();
        let _ = write!(out, "\n{} {number}: {}", capital(say(InsightPhrase::StudyYear)), voice.name(year.outcome));
        if let Some(reason) = year.reason {
            let _ = write!(out, " ({})", voice.name(reason));
        }
        if let Some(due) = year.due {
            let _ = write!(out, " · {} ", voice.name(Phrase::By));
            voice.lang().say_date(due, &mut out);
        }
        out.push('\n');
        let _ = writeln!(out, "    {}: {}", say(InsightPhrase::PassRule), pass_rule(year, voice));
        for component in year.components.iter() {
            line(&mut out, component, year.compensated.contains(&component.id), voice);
        }
    }
    write_unreadable(&mut out, report, voice);
    out
}

/// By what a study year is passed, and for one with points how far that is so.
fn pass_rule(year: &YearAssessment<'_>, voice: Voice<'_>) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let mut out = voice.name(year.rule).to_owned();
    let (Some(average), Some(threshold)) = (year.average, year.threshold) else { return out };
    let _ = write!(out, " {} · {}: {}", points(average, voice), say(InsightPhrase::Needed), points(threshold, voice));
    if let Some(most) = year.most_below {
        let _ = write!(out, " · {}: {}", say(InsightPhrase::MostBelow), most.0);
    }
    if let Some(floor) = year.floor {
        let _ = write!(out, " · {}: {}", say(InsightPhrase::Floor), points(floor, voice));
    }
    out
}

/// An assessment with its result: `goed (assessment bo-3, 23 June 2022)`.
fn result_of(attempt: &AttemptMade<'_>, voice: Voice<'_>) -> String {
    let result = attempt.result.as_ref().map_or(voice.name(InsightPhrase::None), |result| result.as_str());
    let mut out = format!("{result} ({} {}", voice.name(InsightPhrase::OfAssessment), attempt.id.as_str());
    if let Some(date) = attempt.date {
        out.push_str(", ");
        voice.lang().say_date(date, &mut out);
    }
    out.push(')');
    out
}

/// The lines of one component.
fn line(out: &mut String, component: &ComponentAssessment<'_>, is_compensated: bool, voice: Voice<'_>) {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let id = component.id.as_str();
    let name = titled(component.title.as_deref(), id);
    let _ = write!(out, "    {name}: {}", voice.name(component.state));
    if let Some(reason) = component.reason {
        let _ = write!(out, " ({})", voice.name(reason));
    }
    if is_compensated {
        let _ = write!(out, " · {}", say(InsightPhrase::Compensated));
    }
    if !component.required {
        let _ = write!(out, " · {}", say(InsightPhrase::NotRequired));
    }
    if let Some(exemption) = &component.exemption {
        let _ = write!(out, " · {} {}", say(InsightPhrase::Exemption), exemption.as_str());
    }
    let is_taken = |attempt: &&AttemptMade<'_>| component.taken.as_ref() == Some(&attempt.id);
    let is_exempted = component.state == ComponentState::Exempted;
    if let Some(attempt) = component.attempts.iter().find(is_taken) {
        let _ = write!(out, " · {}: {}", say(InsightPhrase::Result), result_of(attempt, voice));
    }
    match &component.least_result {
        _ if is_exempted => {}
        Some(least) => {
            let _ = write!(out, " · {}: {}", say(InsightPhrase::Needed), least.as_str());
        }
        None => {
            let _ = write!(out, " · {}: {}", say(InsightPhrase::Evidence), component.evidence.0);
        }
    }
    if let (Some(weight), Some(points)) = (component.weight, component.points) {
        let _ = write!(out, " · {}: {}", say(InsightPhrase::Points), self::points(points, voice));
        let _ = write!(out, " · {}: {}", say(InsightPhrase::Weight), weight.0);
    }
    out.push('\n');
    if is_exempted {
        return;
    }
    for attempt in component.attempts.iter().filter(|attempt| !is_taken(attempt)) {
        let label = if attempt.counts { InsightPhrase::OtherAttempt } else { InsightPhrase::DoesNotCount };
        let _ = writeln!(out, "        {}: {}", say(label), result_of(attempt, voice));
    }
    // The assessors have judged: what is missing does not undo that.
    let is_judged = component.state == ComponentState::Passed;
    let label = if is_judged { InsightPhrase::EvidenceShort } else { InsightPhrase::EvidenceMissing };
    for missing in &component.missing {
        let of = missing.competence.map(|competence| format!("{} ", voice.name(competence))).unwrap_or_default();
        let (there, wanted) = (missing.there.0, missing.wanted.0);
        let _ = writeln!(out, "        {}: {of}{there} {} {wanted}", say(label), say(InsightPhrase::OutOf));
    }
    if let Some(over) = component.attempts_over {
        let _ = writeln!(out, "        {}: {}", say(InsightPhrase::AttemptsOver), over.0);
    }
}
