//! The hand-over page: what the next school or trainer must know of a student. Ids, days and closed values; the student's goals
//! and the mentor's last advice in their own words only where that is wanted.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::Thing;
use super::shown::{Always, InsightPhrase, capital, heading, listed, unreadable_places};
use super::steps::{NextStep, next_steps, steps_text};
use crate::documents::{GoalKind, Portfolio, format_name};
use crate::finding::{Finding, Voice};
use crate::frameworks::{AgeBand, AgeSpecialisation, Competence, Role, StudyMode, Subject};
use crate::grammar::{Wire as _, record};
use crate::portfolio::PortfolioCase;
use crate::report::Report;
use crate::values::{GoalId, Group, PlacementId, SchoolId, SchoolYear, Set, StudyYear};

format_name! {
    /// The format that a hand-over page names: `twentse-kubus/hand-over@1`.
    HandOverFormat = "twentse-kubus/hand-over@1"
}

record! {
    /// What the next school or trainer must know of a student, as it stood on a day.
    HandOver<'a> needs {
        /// Names the format and version.
        @fixed format: HandOverFormat,
        /// The portfolio.
        document: Thing<'a>,
        /// The reference day.
        as_of: NaiveDate,
        /// How the student is enrolled.
        mode: StudyMode,
    } may {
        /// The placements that have begun, in the order of the portfolio.
        placements: Always<Vec<PlacementSoFar<'a>>>,
        /// The age bands that a placement met.
        bands_met: Always<Set<AgeBand>>,
        /// The age bands that none has met yet.
        bands_missing: Always<Set<AgeBand>>,
        /// Goals and questions that no design, evidence or reflection takes up.
        open_goals: Always<Vec<OpenGoal<'a>>>,
        /// What is to be done now, as next steps say it.
        next_steps: Always<Vec<NextStep<'a>>>,
        /// What the rules will require in the study year that follows, besides what they require now.
        coming: Always<Vec<Coming<'a>>>,
        /// The study year that runs, or the last that did.
        study_year: Option<StudyYear>,
        /// The age specialisation.
        age_specialisation: Option<AgeSpecialisation>,
        /// The profile subjects.
        profile_subjects: Set<Subject>,
        /// The last advice of a mentor.
        last_advice: Option<LastAdvice<'a>>,
        /// Parts that could not be read, as JSON Pointers; the page is without what they hold.
        unreadable: Vec<Cow<'a, str>>,
    }
}

record! {
    /// A placement that has begun.
    PlacementSoFar<'a> needs {
        /// Its id.
        id: PlacementId<'a>,
    } may {
        /// The training school.
        school: Option<SchoolId<'a>>,
        /// The school year.
        school_year: Option<SchoolYear>,
        /// The groups.
        groups: Set<Group>,
        /// The age bands of those groups.
        bands: Set<AgeBand>,
    }
}

record! {
    /// A goal or question that nothing takes up yet.
    OpenGoal<'a> needs {
        /// Its id.
        id: GoalId<'a>,
        /// Goal or question.
        kind: GoalKind,
    } may {
        /// The competences it serves.
        competences: Set<Competence>,
        /// The day it was set.
        set_on: Option<NaiveDate>,
        /// The student's own words, where they are wanted.
        text: Option<Cow<'a, str>>,
    }
}

record! {
    /// The last advice of a mentor.
    LastAdvice<'a> needs {
    } may {
        /// The day.
        date: Option<NaiveDate>,
        /// The role of who gave it.
        role: Option<Role>,
        /// The mentor's own words, where they are wanted.
        text: Option<Cow<'a, str>>,
    }
}

record! {
    /// What a rule will require.
    Coming<'a> needs {
        /// The code of the rule.
        code: Cow<'a, str>,
        /// What it is about.
        subject: Thing<'a>,
    } may {
        /// The day by which, where that is a day in that year.
        due: Option<NaiveDate>,
    }
}

/// A hand-over page with what its text is made of.
pub(crate) struct Page {
    pub(crate) shown: HandOver<'static>,
    pub(crate) report: Report,
    /// The findings behind [`HandOver::coming`].
    pub(crate) coming: Vec<Finding>,
}

impl Page {
    /// Of a portfolio and its report. `ahead` judges what the portfolio would be on the first day of the next study year.
    pub(crate) fn new(
        case: &PortfolioCase<'_>,
        report: Report,
        unreadable: Vec<String>,
        texts: bool,
        ahead: impl FnOnce(&Portfolio<'_>, NaiveDate) -> Report,
    ) -> Self {
        let coming = coming(case, &report, ahead);
        let placements: Vec<PlacementSoFar<'static>> = case
            .placements()
            .map(|(_, placement)| {
                let mut so_far = PlacementSoFar::new(placement.id.clone().into_owned());
                so_far.school = placement.school.clone().map(crate::grammar::Wire::into_owned);
                so_far.school_year = case.school_year_of(placement);
                so_far.groups = placement.groups;
                so_far.bands = case.bands_of(placement);
                so_far
            })
            .collect();
        let met: Set<AgeBand> = placements.iter().flat_map(|placement| placement.bands.iter()).collect();
        let missing = PortfolioCase::every_band().without(met);
        let goals: Vec<OpenGoal<'static>> = case
            .open_goals()
            .map(|(_, goal)| {
                let mut open = OpenGoal::new(goal.id.clone().into_owned(), goal.kind);
                open.competences = goal.competences;
                open.set_on = goal.set_on;
                open.text = texts.then(|| goal.text.clone().into_owned().into());
                open
            })
            .collect();
        let told: Vec<Coming<'static>> = coming
            .iter()
            .map(|finding| Coming { due: finding.due, ..Coming::new(finding.rule.code, &finding.subject) })
            .collect();
        let steps = next_steps(&report).steps.0;
        let mut page = HandOver::new(report.document(), case.as_of(), case.mode())
            .placements(placements)
            .bands_met(met.iter())
            .bands_missing(missing.iter())
            .open_goals(goals)
            .next_steps(steps)
            .coming(told);
        page.study_year = case.last_study_year();
        if let Some(choice) = case.choice() {
            page.age_specialisation = choice.age_specialisation;
            page.profile_subjects = choice.profile_subjects;
        }
        page.last_advice = case.last_advice().map(|advice| LastAdvice {
            date: advice.date,
            role: advice.by.as_ref().and_then(|by| by.role),
            text: advice.text.as_ref().filter(|_| texts).map(|text| Cow::Owned(text.clone().into_owned())),
        });
        page.unreadable = unreadable.into_iter().map(Cow::Owned).collect();
        Self { shown: page, report, coming }
    }
}

/// What is required on the first day of the next study year, through its last, and is not required now.
fn coming(
    case: &PortfolioCase<'_>,
    report: &Report,
    ahead: impl FnOnce(&Portfolio<'_>, NaiveDate) -> Report,
) -> Vec<Finding> {
    let Some((portfolio, school_year)) = case.with_next_year() else { return Vec::new() };
    let asked_now = |finding: &Finding| {
        report.findings().iter().any(|now| now.rule == finding.rule && now.subject == finding.subject)
    };
    let last = school_year.day_after();
    let ahead = ahead(&portfolio, school_year.first_day());
    let comes = |finding: &&Finding| finding.due.is_none_or(|due| due <= last) && !asked_now(finding);
    ahead.findings().iter().filter(comes).cloned().collect()
}

/// The page as readable text.
pub(crate) fn hand_over_text(page: &Page, voice: Voice<'_>) -> String {
    let Page { shown: page, report, coming } = page;
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let section = |out: &mut String, phrase: InsightPhrase, lines: Vec<String>| {
        let _ = writeln!(out, "\n{}", capital(say(phrase)));
        if lines.is_empty() {
            let _ = writeln!(out, "  {}", say(InsightPhrase::None));
        }
        for line in lines {
            let _ = writeln!(out, "  - {line}");
        }
    };
    let mut out = heading(InsightPhrase::HandOver, report.document(), page.as_of, voice);
    let year =
        page.study_year.map_or_else(String::new, |year| format!("{} {}, ", say(InsightPhrase::StudyYear), year.get()));
    let _ = writeln!(out, "{}", capital(&format!("{year}{}", voice.name(page.mode))));
    let bands =
        |bands: Set<AgeBand>| listed(&bands.iter().map(|band| voice.name(band).to_owned()).collect::<Vec<_>>(), voice);
    section(
        &mut out,
        InsightPhrase::Placements,
        page.placements
            .iter()
            .map(|placement| {
                let mut parts = vec![placement.id.to_string()];
                parts.extend(placement.school.as_ref().map(ToString::to_string));
                parts.extend(placement.school_year.map(|year| year.to_string()));
                if !placement.groups.is_empty() {
                    let groups: Vec<String> = placement.groups.iter().map(|group| group.to_string()).collect();
                    parts.push(format!(
                        "{} {} ({})",
                        say(InsightPhrase::Groups),
                        groups.join(", "),
                        bands(placement.bands)
                    ));
                }
                parts.join(" · ")
            })
            .collect(),
    );
    section(&mut out, InsightPhrase::BandsMet, page.bands_met.iter().map(|band| voice.name(band).to_owned()).collect());
    section(
        &mut out,
        InsightPhrase::BandsMissing,
        page.bands_missing.iter().map(|band| voice.name(band).to_owned()).collect(),
    );
    let subjects = page.profile_subjects.iter().map(|subject| voice.name(subject).to_owned());
    section(
        &mut out,
        InsightPhrase::Specialisation,
        page.age_specialisation.iter().map(|one| voice.name(*one).to_owned()).chain(subjects).collect(),
    );
    section(
        &mut out,
        InsightPhrase::OpenGoals,
        page.open_goals
            .iter()
            .map(|goal| {
                let mut parts = vec![format!("{} {}", voice.name(goal.kind), goal.id)];
                parts.extend(goal.set_on.map(|day| said_day(day, voice)));
                parts.extend(goal.competences.iter().map(|competence| voice.name(competence).to_owned()));
                parts.extend(goal.text.as_ref().map(|text| format!("\u{201c}{text}\u{201d}")));
                parts.join(" · ")
            })
            .collect(),
    );
    section(
        &mut out,
        InsightPhrase::LastAdvice,
        page.last_advice
            .iter()
            .map(|advice| {
                let mut parts: Vec<String> = advice.date.map(|day| said_day(day, voice)).into_iter().collect();
                parts.extend(advice.role.map(|role| voice.name(role).to_owned()));
                parts.extend(advice.text.as_ref().map(|text| format!("\u{201c}{text}\u{201d}")));
                if parts.is_empty() { say(InsightPhrase::NoDay).to_owned() } else { parts.join(" · ") }
            })
            .collect(),
    );
    let coming = coming.iter().map(|finding| Report::sentence(finding, voice)).collect();
    let steps = steps_text(report, voice);
    let _ = write!(out, "\n{}\n{steps}", capital(say(InsightPhrase::NextSteps)));
    section(&mut out, InsightPhrase::Coming, coming);
    let unreadable = unreadable_places(report, voice);
    if !unreadable.is_empty() {
        section(&mut out, InsightPhrase::Unreadable, unreadable);
    }
    out
}

fn said_day(day: NaiveDate, voice: Voice<'_>) -> String {
    let mut out = String::new();
    voice.lang().say_date(day, &mut out);
    out
}
