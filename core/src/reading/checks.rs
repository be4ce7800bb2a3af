//! What can only be seen over the whole document: ids, references, periods, dates to come, blank texts, names
//! (TK-R011 to TK-R016).

use chrono::NaiveDate;

use super::finding;
use crate::document::{Period, PersonInRole, Portfolio};
use crate::order::{shortest_first, sorted};
use crate::report::{Fact, Finding, Path, Related, Token, at, facts};
use crate::rules::Sections;
use crate::rules::reading as codes;

/// Checks a document, in which blank ids and days may stand for what could not be read. `unread` are the sections of which
/// not all ids are known: a reference into them cannot be judged.
/// Gives the findings and the sections that these make unfit to be judged.
pub(super) fn check(document: &Portfolio<'_>, as_of: NaiveDate, unread: Sections) -> (Vec<Finding>, Sections) {
    let mut found = Found { findings: Vec::new(), lost: Sections::NONE };
    references(document, unread, &mut found);
    periods(document, &mut found);
    to_come(document, as_of, &mut found);
    blank(document, &mut found);
    guises(document, &mut found);
    (found.findings, found.lost)
}

struct Found {
    findings: Vec<Finding>,
    lost: Sections,
}

impl Found {
    fn lose(&mut self, path: &Path) {
        self.lost = self.lost.and(path.section());
    }

    #[cold]
    fn reversed(&mut self, from: NaiveDate, until: NaiveDate, path: Path) {
        self.lose(&path);
        self.findings.push(finding(&codes::PERIOD_REVERSED, path, facts! { from: from, until: until }));
    }
}

/// Where a thing stands: its position, and that of the thing within it.
type Spot = (usize, usize);

/// The ids of one kind of thing, sorted, each with its place in the document.
struct Ids<'d> {
    sorted: Vec<(&'d str, Spot)>,
    /// Whether none was lost, so that what is not here is nowhere.
    complete: bool,
}

impl<'d> Ids<'d> {
    /// Sorts the ids and reports the ones that stand twice.
    fn of(mut ids: Vec<(&'d str, Spot)>, complete: bool, found: &mut Found, path: fn(Spot) -> Path) -> Self {
        ids.retain(|(id, _)| !id.is_empty());
        let sorted = sorted(ids, |(a, a_at), (b, b_at)| shortest_first(a, b).then_with(|| a_at.cmp(b_at)));
        for pair in sorted.windows(2) {
            if let [(first, first_at), (second, at)] = pair
                && first == second
            {
                let path_of = path(*at);
                found.lose(&path_of);
                let mut finding = finding(&codes::DUPLICATE_ID, path_of, facts! { id: *second });
                finding.related.push(Related { role: "first".into(), path: path(*first_at) });
                found.findings.push(finding);
            }
        }
        Self { sorted, complete }
    }

    /// Reports a reference to an id that is not there.
    fn resolve(&self, id: &str, found: &mut Found, path: &dyn Fn() -> Path) {
        if self.complete && self.sorted.binary_search_by(|(known, _)| shortest_first(known, id)).is_err() {
            let path = path();
            found.lose(&path);
            found.findings.push(finding(&codes::DANGLING_REFERENCE, path, facts! { id: id }));
        }
    }
}

fn references(document: &Portfolio<'_>, unread: Sections, found: &mut Found) {
    let complete = |section: Sections| !unread.overlap(section);
    macro_rules! index {
        ($list:ident, $section:ident, $name:literal) => {
            Ids::of(
                document.$list.iter().enumerate().map(|(at, thing)| (thing.id.as_str(), (at, 0))).collect(),
                complete(Sections::$section),
                found,
                |(at, _)| at![$name, at, "id"],
            )
        };
    }
    index!(exemptions, EXEMPTIONS, "exemptions");
    let placements = index!(placements, PLACEMENTS, "placements");
    let goals = index!(goals, GOALS, "goals");
    let studios = index!(studios, STUDIOS, "studios");
    let designs = index!(designs, DESIGNS, "designs");
    index!(reflections, REFLECTIONS, "reflections");
    let evidence = index!(evidence, EVIDENCE, "evidence");
    let assessments = index!(assessments, ASSESSMENTS, "assessments");
    index!(decisions, DECISIONS, "decisions");
    let weeks = document.placements.iter().enumerate().flat_map(|(at, placement)| {
        placement.weeks.iter().enumerate().map(move |(week_at, week)| (week.id.as_str(), (at, week_at)))
    });
    let weeks = Ids::of(weeks.collect(), complete(Sections::PLACEMENTS), found, |(at, week)| {
        at!["placements", at, "weeks", week, "id"]
    });
    let research = document.research.as_ref();
    let themes = research.into_iter().flat_map(|research| &research.school_development_themes);
    let themes = themes.enumerate().map(|(at, theme)| (theme.id.as_str(), (at, 0)));
    let themes = Ids::of(themes.collect(), complete(Sections::RESEARCH), found, |(at, _)| {
        at!["research", "schoolDevelopmentThemes", at, "id"]
    });

    for (at, studio) in document.studios.iter().enumerate() {
        if let Some(week) = &studio.week {
            weeks.resolve(week.as_str(), found, &|| at!["studios", at, "week"]);
        }
        for (to, id) in studio.taken_up_in.iter().enumerate() {
            studios.resolve(id.as_str(), found, &|| at!["studios", at, "takenUpIn", to]);
        }
    }
    for (at, design) in document.designs.iter().enumerate() {
        for (to, id) in design.goals.iter().enumerate() {
            goals.resolve(id.as_str(), found, &|| at!["designs", at, "goals", to]);
        }
        if let Some(id) = &design.placement {
            placements.resolve(id.as_str(), found, &|| at!["designs", at, "placement"]);
        }
        for (to, id) in design.studios.iter().enumerate() {
            studios.resolve(id.as_str(), found, &|| at!["designs", at, "studios", to]);
        }
    }
    for (at, reflection) in document.reflections.iter().enumerate() {
        for (to, id) in reflection.evidence.iter().enumerate() {
            evidence.resolve(id.as_str(), found, &|| at!["reflections", at, "evidence", to]);
        }
        if let Some(id) = &reflection.design {
            designs.resolve(id.as_str(), found, &|| at!["reflections", at, "design"]);
        }
        for (to, id) in reflection.goals.iter().enumerate() {
            goals.resolve(id.as_str(), found, &|| at!["reflections", at, "goals", to]);
        }
        if let Some(id) = &reflection.studio {
            studios.resolve(id.as_str(), found, &|| at!["reflections", at, "studio"]);
        }
    }
    for (at, proof) in document.evidence.iter().enumerate() {
        if let Some(id) = &proof.placement {
            placements.resolve(id.as_str(), found, &|| at!["evidence", at, "placement"]);
        }
        for (to, id) in proof.studios.iter().enumerate() {
            studios.resolve(id.as_str(), found, &|| at!["evidence", at, "studios", to]);
        }
        for (to, id) in proof.goals.iter().enumerate() {
            goals.resolve(id.as_str(), found, &|| at!["evidence", at, "goals", to]);
        }
    }
    for (at, assessment) in document.assessments.iter().enumerate() {
        if let Some(id) = &assessment.theme {
            themes.resolve(id.as_str(), found, &|| at!["assessments", at, "theme"]);
        }
        for (to, id) in assessment.evidence.iter().enumerate() {
            evidence.resolve(id.as_str(), found, &|| at!["assessments", at, "evidence", to]);
        }
        if let Some(id) = &assessment.replaces {
            assessments.resolve(id.as_str(), found, &|| at!["assessments", at, "replaces"]);
        }
    }
    for (at, decision) in document.decisions.iter().enumerate() {
        for (to, id) in decision.assessments.iter().enumerate() {
            assessments.resolve(id.as_str(), found, &|| at!["decisions", at, "assessments", to]);
        }
    }
}

fn periods(document: &Portfolio<'_>, found: &mut Found) {
    let mut check = |period: Option<&Period>, path: &dyn Fn() -> Path| {
        let Some(Period { from, until: Some(until) }) = period else { return };
        if until < from {
            found.reversed(*from, *until, path());
        }
    };
    for (at, period) in document.student.interruptions.iter().enumerate() {
        check(Some(period), &|| at!["student", "interruptions", at]);
    }
    for (at, placement) in document.placements.iter().enumerate() {
        check(placement.period.as_ref(), &|| at!["placements", at, "period"]);
        for (week_at, week) in placement.weeks.iter().enumerate() {
            check(week.period.as_ref(), &|| at!["placements", at, "weeks", week_at, "period"]);
        }
    }
    for (at, design) in document.designs.iter().enumerate() {
        for (step_at, step) in design.phases.iter().enumerate() {
            check(step.period.as_ref(), &|| at!["designs", at, "phases", step_at, "period"]);
        }
    }
    if let Some(research) = &document.research {
        for (at, theme) in research.school_development_themes.iter().enumerate() {
            for (member_at, member) in theme.group.iter().enumerate() {
                check(member.period.as_ref(), &|| {
                    at!["research", "schoolDevelopmentThemes", at, "group", member_at, "period"]
                });
            }
        }
        for (at, member) in research.graduation.iter().flat_map(|graduation| &graduation.with_others).enumerate() {
            check(member.period.as_ref(), &|| at!["research", "graduation", "withOthers", at, "period"]);
        }
    }
    persons(document, &mut |person, path| {
        if let Some(Period { from, until: Some(until) }) = &person.period
            && until < from
        {
            let mut path = path();
            path.0.push(Token::Member("period"));
            found.reversed(*from, *until, path);
        }
    });
}

/// Everybody in a role, with where it says so.
fn persons<'d>(document: &'d Portfolio<'d>, visit: &mut dyn FnMut(&'d PersonInRole<'d>, &dyn Fn() -> Path)) {
    for (at, placement) in document.placements.iter().enumerate() {
        for (to, person) in placement.mentors.iter().enumerate() {
            visit(person, &|| at!["placements", at, "mentors", to]);
        }
        for (to, person) in placement.trainers.iter().enumerate() {
            visit(person, &|| at!["placements", at, "trainers", to]);
        }
        if let Some(person) = placement.matching.as_ref().and_then(|matching| matching.by.as_ref()) {
            visit(person, &|| at!["placements", at, "matching", "by"]);
        }
        for (talk_at, talk) in placement.talks.iter().enumerate() {
            for (to, person) in talk.present.iter().enumerate() {
                visit(person, &|| at!["placements", at, "talks", talk_at, "present", to]);
            }
        }
        if let Some(person) = placement.lio.as_ref().and_then(|lio| lio.responsible_teacher.as_ref()) {
            visit(person, &|| at!["placements", at, "lio", "responsibleTeacher"]);
        }
    }
    for (at, studio) in document.studios.iter().enumerate() {
        for (to, person) in studio.led_by.iter().enumerate() {
            visit(person, &|| at!["studios", at, "ledBy", to]);
        }
    }
    for (at, proof) in document.evidence.iter().enumerate() {
        for (to, person) in proof.together_with.iter().enumerate() {
            visit(person, &|| at!["evidence", at, "togetherWith", to]);
        }
        for (to, person) in proof.vouched_by.iter().enumerate() {
            visit(person, &|| at!["evidence", at, "vouchedBy", to]);
        }
    }
    for (at, assessment) in document.assessments.iter().enumerate() {
        if let Some(person) = assessment.mentor_advice.as_ref().and_then(|advice| advice.by.as_ref()) {
            visit(person, &|| at!["assessments", at, "mentorAdvice", "by"]);
        }
    }
    for (at, decision) in document.decisions.iter().enumerate() {
        for (to, person) in decision.by.iter().enumerate() {
            visit(person, &|| at!["decisions", at, "by", to]);
        }
    }
    let Some(research) = &document.research else { return };
    for (at, theme) in research.school_development_themes.iter().enumerate() {
        for (to, person) in theme.school_team.iter().enumerate() {
            visit(person, &|| at!["research", "schoolDevelopmentThemes", at, "schoolTeam", to]);
        }
        for (to, person) in theme.guides.iter().enumerate() {
            visit(person, &|| at!["research", "schoolDevelopmentThemes", at, "guides", to]);
        }
    }
    if let Some(graduation) = &research.graduation {
        for (to, person) in graduation.set_with.iter().enumerate() {
            visit(person, &|| at!["research", "graduation", "setWith", to]);
        }
        for (to, person) in graduation.guides.iter().enumerate() {
            visit(person, &|| at!["research", "graduation", "guides", to]);
        }
    }
}

/// Evidence, reflections, talks, decisions, results, and the visits and talks that an assessment rests on, cannot be
/// planned: one finding with their number.
fn to_come(document: &Portfolio<'_>, as_of: NaiveDate, found: &mut Found) {
    let later = |day: Option<NaiveDate>| day.is_some_and(|day| day > as_of);
    let evidence = document.evidence.iter().filter(|proof| later(proof.date) || later(proof.added_on)).count();
    let reflections = document.reflections.iter().filter(|reflection| later(reflection.date)).count();
    let talks = document.placements.iter().flat_map(|placement| &placement.talks);
    let talks = talks.filter(|talk| talk.date > as_of).count();
    let decisions = document.decisions.iter().filter(|decision| later(decision.on)).count();
    let results = document.assessments.iter().filter(|made| made.result.is_some() && later(made.date)).count();
    let visits = document.assessments.iter().flat_map(|made| made.visits.iter().chain(&made.talks));
    let visits = visits.filter(|day| **day > as_of).count();
    let number = evidence + reflections + talks + decisions + results + visits;
    if number > 0 {
        let facts = facts! { number: number, asOf: as_of };
        found.findings.push(finding(&codes::DATED_LATER, Path::default(), facts));
    }
}

fn blank(document: &Portfolio<'_>, found: &mut Found) {
    let mut check = |text: &str, path: &dyn Fn() -> Path| {
        if text.trim().is_empty() {
            let path = path();
            let member = path.tokens().iter().rev().find_map(|token| match token {
                Token::Member(name) => Some(*name),
                Token::Item(_) => None,
            });
            let facts = facts! { member: Fact::name(member.unwrap_or_default()) };
            found.findings.push(finding(&codes::BLANK_TEXT, path, facts));
        }
    };
    for (at, goal) in document.goals.iter().enumerate() {
        check(&goal.text, &|| at!["goals", at, "text"]);
    }
    for (at, proof) in document.evidence.iter().enumerate() {
        for (to, attachment) in proof.attachments.iter().enumerate() {
            check(&attachment.name, &|| at!["evidence", at, "attachments", to, "name"]);
        }
    }
}

/// One person id with two different names: one finding a person, at the first place with another name.
fn guises<'d>(document: &'d Portfolio<'d>, found: &mut Found) {
    let mut people = People { met: [None; SLOTS], others: Vec::new(), other_names: Vec::new() };
    let mut visited = 0;
    named_persons(document, &mut |person, name, _| {
        if let Some(name) = name.filter(|name| !person.is_empty() && !name.trim().is_empty()) {
            people.meet(Named { person, name, visited });
        }
        visited += 1;
    });
    let other_names = people.other_names();
    if other_names.is_empty() {
        return;
    }
    let mut visited = 0;
    named_persons(document, &mut |person, _, path| {
        if other_names.binary_search(&visited).is_ok() {
            let mut path = path();
            path.0.push(Token::Member("name"));
            found.findings.push(finding(&codes::TWO_GUISES, path, facts! { person: person }));
        }
        visited += 1;
    });
}

/// How many people can be met without sorting them.
const SLOTS: usize = 128;

/// A name that is given with a person's id, at the visit with this number.
#[derive(Clone, Copy)]
struct Named<'d> {
    person: &'d str,
    name: &'d str,
    visited: usize,
}

/// The people of a document. Most are named many times, and always the same: each has a slot by its id, so that only those
/// who find theirs taken have to be sorted.
struct People<'d> {
    met: [Option<Named<'d>>; SLOTS],
    others: Vec<Named<'d>>,
    other_names: Vec<Named<'d>>,
}

impl<'d> People<'d> {
    fn meet(&mut self, named: Named<'d>) {
        let mixed = named.person.bytes().fold(0_usize, |mixed, byte| mixed.wrapping_mul(31).wrapping_add(byte.into()));
        match self.met.get_mut(mixed % SLOTS) {
            Some(slot @ None) => *slot = Some(named),
            Some(Some(first)) if first.person == named.person => {
                if first.name != named.name {
                    self.other_names.push(named);
                }
            }
            _ => self.others.push(named),
        }
    }

    /// For each person with several names, the first visit with another name than the first; ascending.
    fn other_names(mut self) -> Vec<usize> {
        let by_person = |named: Vec<Named<'d>>| sorted(named, |a, b| a.person.cmp(b.person));
        let same = |a: &Named<'_>, b: &Named<'_>| a.person == b.person;
        for mentions in by_person(self.others).chunk_by(same) {
            let other = mentions.iter().find(|other| mentions.first().is_some_and(|first| first.name != other.name));
            self.other_names.extend(other);
        }
        let visits =
            by_person(self.other_names).chunk_by(same).filter_map(|names| Some(names.first()?.visited)).collect();
        sorted(visits, Ord::cmp)
    }
}

/// Takes a person's id, the name given with it, and where that is.
type Visit<'v, 'd> = dyn FnMut(&'d str, Option<&'d str>, &dyn Fn() -> Path) + 'v;

/// Everybody with a place for a name: the student, those in a role, then the assessors.
fn named_persons<'d>(document: &'d Portfolio<'d>, visit: &mut Visit<'_, 'd>) {
    let student = &document.student;
    visit(student.id.as_str(), student.name.as_deref(), &|| at!["student"]);
    persons(document, &mut |person, path| visit(person.person.as_str(), person.name.as_deref(), path));
    for (at, assessment) in document.assessments.iter().enumerate() {
        for (to, assessor) in assessment.assessors.iter().enumerate() {
            visit(assessor.person.as_str(), assessor.name.as_deref(), &|| at!["assessments", at, "assessors", to]);
        }
    }
}
