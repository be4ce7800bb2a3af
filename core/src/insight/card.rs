//! The assessment card: what is assessed in each study year, by whom, on what evidence, and its state.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::assessment::{ComponentState, RequiredEvidence, curriculum_line, state_of};
use super::shown::{Always, Count, InsightPhrase, capital, heading, listed, owned, titled, write_unreadable};
use crate::curriculum::framework::{Framework, is_required};
use crate::documents::{AssessmentOf, Component, DocumentRef, format_name};
use crate::finding::{Reason, Voice};
use crate::frameworks::{ActionPart, Competence, Role};
use crate::grammar::{Sections, Wire as _, record};
use crate::judging::Lens;
use crate::portfolio::PortfolioCase;
use crate::portfolio::assessing::{Assessed, Assessing, YearAssessed};
use crate::report::{Phrase, Report};
use crate::values::{AssignmentId, Attempt, ComponentId, PersonId, Quarter, Set, StudyYear};

format_name! {
    /// The format that an assessment card names: `twentse-kubus/assessment-card@1`.
    CardFormat = "twentse-kubus/assessment-card@1"
}

record! {
    /// What is assessed in each study year that has begun, by whom, on what evidence, and its state. It needs the
    /// curriculum of the student; without it there are no study years.
    AssessmentCard<'a> needs {
        /// Names the format and version.
        @fixed format: CardFormat,
        /// The portfolio.
        document: Thing<'a>,
        /// The reference day.
        as_of: NaiveDate,
        /// The question about it.
        lens: Lens,
        /// The study years that have begun and of which something is assessed.
        years: Always<Vec<CardYear<'a>>>,
    } may {
        /// The curriculum that was used; absent when none belongs to the student.
        curriculum: Option<Thing<'a>>,
        /// Parts that could not be read, as JSON Pointers.
        unreadable: Vec<Cow<'a, str>>,
    }
}

record! {
    /// A study year.
    CardYear<'a> needs {
        /// The study year.
        study_year: StudyYear,
        /// Who has the roles that assess in it, in the order of the roles. They are listed once for the study year: each
        /// component names the roles only.
        people: Always<Vec<CardRole<'a>>>,
        /// What is assessed, in the order of the curriculum.
        components: Always<Vec<CardComponent<'a>>>,
    } may {
    }
}

record! {
    /// A role, and who has it.
    CardRole<'a> needs {
        /// The role.
        role: Role,
        /// The persons who have it in the student's placements of that study year, mentors and trainers, in the order of
        /// their ids; none where none is recorded.
        persons: Always<Vec<PersonId<'a>>>,
    } may {
    }
}

record! {
    /// A part of the assessment framework.
    CardComponent<'a> needs {
        /// Its id.
        id: ComponentId<'a>,
        /// What is assessed.
        of: AssessmentOf,
        /// Whether it must be passed.
        required: bool,
        /// The roles that assess it; none where the curriculum names none.
        assessors: Always<Set<Role>>,
        /// How many pieces of submitted evidence count for it.
        evidence: Count,
        /// How many attempts were made: assessments that are final and whose result is a judgement.
        attempts: Count,
        /// Its state.
        state: ComponentState,
    } may {
        /// Its title.
        title: Option<Cow<'a, str>>,
        /// The quarter in which it is assessed.
        quarter: Option<Quarter>,
        /// The competences that it is about.
        competences: Set<Competence>,
        /// The assignment that it is about.
        assignment: Option<AssignmentId<'a>>,
        /// The parts of professional practice that the assignment requires.
        parts: Set<ActionPart>,
        /// The evidence that is required: of each competence by itself, where it is about competences.
        required_evidence: Vec<RequiredEvidence>,
        /// The most attempts in a study year.
        most_attempts: Option<Attempt>,
        /// Why it cannot be assessed.
        reason: Option<Reason>,
    }
}

/// The card of a portfolio of which these sections lost something.
pub(crate) fn card(
    case: &PortfolioCase<'_>,
    lost: Sections,
    document: &DocumentRef,
    lens: Lens,
    unreadable: Vec<String>,
) -> AssessmentCard<'static> {
    let mut shown = AssessmentCard::new(document, case.as_of(), lens, Vec::new());
    shown.unreadable = unreadable.into_iter().map(Cow::Owned).collect();
    let Some(programme) = case.programme() else { return shown };
    let framework = programme.framework();
    let people = case.people();
    let years = Assessing::new(case, framework, lost).years();
    shown.years = Always(years.iter().map(|year| of_year(&framework, year, &people)).collect());
    shown.curriculum = Some((&programme.used().document).into());
    shown
}

/// Who has which role in which study year, in order.
type People<'c> = [(StudyYear, Role, &'c PersonId<'c>)];

fn of_year(framework: &Framework<'_>, year: &YearAssessed, people: &People<'_>) -> CardYear<'static> {
    let components: Vec<CardComponent<'static>> = year
        .components
        .iter()
        .filter_map(|one| Some(of_component(framework, framework.components().get(one.component)?, one)))
        .collect();
    let roles = components.iter().fold(Set::default(), |all: Set<Role>, one| all.union(*one.assessors));
    let number = year.number();
    let people: Vec<CardRole<'static>> = roles
        .iter()
        .map(|role| {
            let first = people.partition_point(|(of, has, _)| (*of, *has) < (number, role));
            let own = people.get(first..).unwrap_or_default().iter();
            let own = own.take_while(|(of, has, _)| (*of, *has) == (number, role));
            CardRole::new(role, own.map(|(_, _, person)| (*person).clone().into_owned()).collect::<Vec<_>>())
        })
        .collect();
    CardYear::new(number, people, components)
}

fn of_component(framework: &Framework<'_>, component: &Component<'_>, one: &Assessed) -> CardComponent<'static> {
    let (state, reason) = state_of(one.standing.state);
    let attempts = one.attempts.iter().filter(|(_, counts)| *counts).count();
    let mut shown = CardComponent::new(
        component.id.clone().into_owned(),
        component.of,
        is_required(component),
        component.assessors,
        Count(one.evidence),
        Count::of(attempts),
        state,
    );
    shown.title = owned(component.title.as_ref());
    shown.quarter = component.quarter;
    shown.competences = component.competences;
    if let Some(id) = &component.assignment {
        let assignment = framework.assignment_at(id).and_then(|at| framework.curriculum.assignments.get(at));
        shown.parts = assignment.map(|assignment| assignment.parts).unwrap_or_default();
        shown.assignment = Some(id.clone().into_owned());
    }
    shown.required_evidence = one.required.iter().map(RequiredEvidence::from).collect();
    shown.most_attempts = component.most_attempts;
    shown.reason = reason;
    shown
}

/// How many persons in one role are named with each component.
const MOST_NAMED: usize = 3;

/// The card as readable text: a paragraph for each component.
pub(crate) fn card_text(card: &AssessmentCard<'_>, report: &Report, voice: Voice<'_>) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let mut out = heading(InsightPhrase::Card, report.document(), card.as_of, voice);
    if !curriculum_line(&mut out, card.curriculum.as_ref(), voice) {
        return out;
    }
    for year in card.years.iter() {
        let _ = writeln!(out, "\n{} {}", capital(say(InsightPhrase::StudyYear)), year.study_year.get());
        for component in year.components.iter() {
            paragraph(&mut out, component, &year.people, voice);
        }
    }
    write_unreadable(&mut out, report, voice);
    out
}

fn paragraph(out: &mut String, component: &CardComponent<'_>, people: &[CardRole<'_>], voice: Voice<'_>) {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let id = component.id.as_str();
    let name = titled(component.title.as_deref(), id);
    let _ = writeln!(out, "  {name}");
    let mut line = |label: InsightPhrase, text: String| {
        let _ = writeln!(out, "    {}: {text}", say(label));
    };
    let mut state = voice.name(component.state).to_owned();
    if let Some(reason) = component.reason {
        let _ = write!(state, " ({})", voice.name(reason));
    }
    line(InsightPhrase::State, state);
    let mut what = vec![voice.name(component.of).to_owned()];
    what.extend(component.assignment.iter().map(ToString::to_string));
    what.extend(component.competences.iter().map(|competence| voice.name(competence).to_owned()));
    if !component.required {
        what.push(say(InsightPhrase::NotRequired).to_owned());
    }
    line(InsightPhrase::What, what.join(" · "));
    if !component.parts.is_empty() {
        let parts: Vec<String> = component.parts.iter().map(|part| voice.name(part).to_owned()).collect();
        line(InsightPhrase::Parts, listed(&parts, voice));
    }
    if let Some(quarter) = component.quarter {
        line(InsightPhrase::Quarter, quarter.get().to_string());
    }
    if !component.assessors.is_empty() {
        let roles: Vec<String> = component.assessors.iter().map(|role| in_role(role, people, voice)).collect();
        line(InsightPhrase::Assessors, listed(&roles, voice));
    }
    if component.state == ComponentState::Exempted {
        return;
    }
    let mut evidence = component.evidence.0.to_string();
    let mut needed = |required: &RequiredEvidence, there: &str| {
        let _ = write!(evidence, "{there} ({}: {})", say(InsightPhrase::Needed), required.wanted.0);
    };
    for required in &component.required_evidence {
        match required.competence {
            Some(competence) => needed(required, &format!(" · {}: {}", voice.name(competence), required.there.0)),
            None => needed(required, ""),
        }
    }
    line(InsightPhrase::Evidence, evidence);
    let mut attempts = component.attempts.0.to_string();
    if let Some(most) = component.most_attempts {
        let _ = write!(attempts, " ({} {})", say(InsightPhrase::AtMost), most.get());
    }
    line(InsightPhrase::Attempts, attempts);
}

/// A role with the persons who have it, as far as they are named.
fn in_role(role: Role, people: &[CardRole<'_>], voice: Voice<'_>) -> String {
    let persons = people.iter().find(|one| one.role == role).map_or(&[][..], |one| &one.persons);
    let mut named: Vec<String> = persons.iter().take(MOST_NAMED).map(ToString::to_string).collect();
    if let Some(more) = persons.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        named.push(format!("{} {more}", voice.name(Phrase::More)));
    }
    if named.is_empty() {
        named.push(voice.name(InsightPhrase::NobodyRecorded).to_owned());
    }
    format!("{} ({})", voice.name(role), named.join(", "))
}
