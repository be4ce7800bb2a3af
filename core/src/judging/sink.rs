//! The sink that a check writes to. It stamps rule, severity and due day, holds back what another rule has reported,
//! and it alone makes the answer, so that a check cannot misreport itself.

use chrono::{Datelike, NaiveDate};

use super::Tray;
#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
use crate::documents::DocumentRef;
use crate::finding::{
    Answer, Facts, Finding, Meta, Part, Path, Reason, Related, Reply, Severity, Subject, SubjectKind,
};
use crate::grammar::Closed;
use crate::sort::sorted;
use crate::values::{Id, StudyYear};

/// How serious a shortfall is at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    cap: Severity,
    not_yet: bool,
    due: Option<NaiveDate>,
    draft: bool,
}

impl Standing {
    /// Due: the severity of the rule.
    pub(crate) const DUE: Self = Self { cap: Severity::Error, not_yet: false, due: None, draft: false };
    /// Due, but at most a warning.
    pub(crate) const SOFT: Self = Self { cap: Severity::Warning, not_yet: false, due: None, draft: false };
    /// Not due: still a draft.
    pub(crate) const DRAFT: Self = Self { cap: Severity::Info, not_yet: true, due: None, draft: true };

    /// Not due yet; due on this day, where it is known and has a year of four digits.
    pub(crate) fn not_yet(due: Option<NaiveDate>) -> Self {
        Self { cap: Severity::Info, not_yet: true, due: due.filter(|day| day.year() <= 9999), draft: false }
    }
}

/// What is judged: a kind of thing, and its id where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct About<'s> {
    kind: SubjectKind,
    id: Option<&'s str>,
}

impl<'s> About<'s> {
    /// A thing with an id.
    pub(crate) fn the(kind: SubjectKind, id: &'s impl Id) -> Self {
        Self { kind, id: Some(id.as_str()) }
    }

    /// A thing without an id.
    pub(crate) const fn one(kind: SubjectKind) -> Self {
        Self { kind, id: None }
    }

    /// The same, owning its id.
    pub(super) fn thing(self) -> Thing {
        (self.kind, self.id.map(str::to_owned))
    }

    /// A study year.
    pub(crate) fn year(year: StudyYear) -> Self {
        Self { kind: SubjectKind::StudyYear, id: Some(year.as_str()) }
    }

    /// A thing that a word of a closed list sets apart.
    pub(crate) fn word(kind: SubjectKind, word: impl Closed) -> Self {
        Self { kind, id: Some(word.key()) }
    }
}

/// A kind of thing, and the id of one; of all of that kind, when it has none.
pub(crate) type Thing = (SubjectKind, Option<String>);

/// What a check says of a shortfall.
pub(crate) struct Shortfall {
    path: Path,
    facts: Facts,
    related: Vec<Related>,
    hides: Option<Thing>,
}

// Called in every check: a browser carries them once.
impl Shortfall {
    /// A shortfall at this place.
    #[inline(never)]
    pub(crate) fn new(path: Path, facts: Facts) -> Self {
        Self { path, facts, related: Vec::new(), hides: None }
    }

    /// Points to another place that is involved.
    pub(crate) fn with(mut self, role: Part, path: Path) -> Self {
        self.related.push(Related { role, document: None, path });
        self
    }

    /// Points to the place in a document of another kind that it was compared with.
    #[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
    pub(crate) fn against(mut self, document: &DocumentRef, path: Path) -> Self {
        self.related.push(Related { role: Part::Against, document: Some(document.clone()), path });
        self
    }

    /// Rules that give way report nothing about this thing either; about no thing of the kind, when it has no id.
    pub(crate) fn hiding(mut self, about: About<'_>) -> Self {
        self.hides = Some(about.thing());
        self
    }
}

/// What rules to which others give way have reported, each sorted.
#[derive(Default)]
pub(super) struct Led(Vec<(&'static Meta, Vec<Thing>)>);

impl Led {
    pub(super) fn add(&mut self, leader: &'static Meta, fired: Vec<Thing>) {
        self.0.push((leader, sorted(fired, Ord::cmp)));
    }

    /// The leader of a rule that has reported a thing.
    fn reported(&self, rule: &Meta, about: About<'_>) -> Option<&'static Meta> {
        let reported = |subjects: &[Thing]| {
            let holds = |id: Option<&str>| {
                let sought = (about.kind, id);
                subjects.binary_search_by(|(kind, id)| (*kind, id.as_deref()).cmp(&sought)).is_ok()
            };
            holds(None) || holds(about.id)
        };
        let leads = |leader: &&'static Meta| rule.gives_way_to.iter().any(|one| std::ptr::eq(*one, *leader));
        self.0.iter().find(|(leader, subjects)| leads(leader) && reported(subjects)).map(|(leader, _)| *leader)
    }
}

/// The sink of one rule.
#[expect(clippy::struct_excessive_bools, reason = "each says one thing that the answer is made of")]
pub(crate) struct Findings<'r, 't> {
    rule: &'static Meta,
    severity: Severity,
    tray: &'r mut Tray<'t>,
    led: &'r Led,
    /// Whether other rules give way to this one; needed when something falls short.
    leads: &'r dyn Fn() -> bool,
    /// What is due and was reported, for the rules that give way.
    fired: Vec<Thing>,
    keeps: bool,
    lost: bool,
    unjudged: bool,
    judged: bool,
    short: bool,
    early: bool,
    due: Option<NaiveDate>,
    superseded: Option<&'static Meta>,
    /// The things by which what is judged next is met, where they are others.
    #[cfg(feature = "insight")]
    by: Vec<Thing>,
}

impl<'r, 't> Findings<'r, 't> {
    pub(super) fn new(
        rule: &'static Meta,
        severity: Severity,
        tray: &'r mut Tray<'t>,
        led: &'r Led,
        leads: &'r dyn Fn() -> bool,
    ) -> Self {
        Self {
            rule,
            severity,
            tray,
            led,
            leads,
            fired: Vec::new(),
            keeps: true,
            lost: false,
            unjudged: false,
            judged: false,
            short: false,
            early: false,
            due: None,
            superseded: None,
            #[cfg(feature = "insight")]
            by: Vec::new(),
        }
    }

    /// Names the things by which the next one judged is met: the first where one of several suffices. A trace shows them
    /// instead of what was judged.
    #[cfg(feature = "insight")]
    pub(crate) fn met_by<'s>(&mut self, things: impl IntoIterator<Item = About<'s>>) {
        self.by.clear();
        if self.tray.traces() {
            self.by.extend(things.into_iter().map(About::thing));
        }
    }

    /// Nothing traces in this build.
    #[cfg(not(feature = "insight"))]
    #[expect(clippy::unused_self, reason = "as in a build that traces")]
    pub(crate) fn met_by<'s>(&mut self, _things: impl IntoIterator<Item = About<'s>>) {}

    /// Something was judged and nothing fell short of it.
    fn suffices(&mut self, about: About<'_>) {
        self.judged = true;
        #[cfg(feature = "insight")]
        {
            if self.by.is_empty() && self.tray.traces() {
                self.by.push(about.thing());
            }
            self.tray.traced(self.rule, &mut self.by);
        }
        #[cfg(not(feature = "insight"))]
        let _ = about;
    }

    /// Whether findings are kept, or only make the answer.
    pub(super) fn keep(&mut self, keeps: bool) {
        self.keeps = keeps;
    }

    /// Says whether the sections in which the rule looks up what others name lost something.
    pub(super) fn lose(&mut self, lost: bool) {
        self.lost = lost;
    }

    /// Whether what the rule looks up and does not find may have been lost.
    pub(crate) fn may_be_lost(&self) -> bool {
        self.lost
    }

    pub(super) fn fired(self) -> Vec<Thing> {
        self.fired
    }

    /// Judges one thing: met, or a finding with the weight of its standing. A thing that a rule has reported to which
    /// this one gives way is passed over.
    pub(crate) fn judge(
        &mut self,
        about: About<'_>,
        met: bool,
        standing: Standing,
        shortfall: impl FnOnce() -> Shortfall,
    ) {
        if self.is_short(about, met) {
            self.fall_short(about, standing, shortfall());
        }
    }

    /// Judges one thing that cannot fall short.
    pub(crate) fn meets(&mut self, about: About<'_>) {
        self.is_short(about, true);
    }

    /// Judges one thing that can fall short in several ways: met when there is none, else a finding each.
    pub(crate) fn judge_each<T>(
        &mut self,
        about: About<'_>,
        shorts: impl IntoIterator<Item = T>,
        standing: Standing,
        mut shortfall: impl FnMut(T) -> Shortfall,
    ) {
        if self.gives_way(about) {
            return;
        }
        let mut any = false;
        for short in shorts {
            any = true;
            self.fall_short(about, standing, shortfall(short));
        }
        if !any {
            self.suffices(about);
        }
    }

    /// Whether this thing is judged and falls short. Every check calls it: one body, apart from what the check says then.
    #[inline(never)]
    fn is_short(&mut self, about: About<'_>, met: bool) -> bool {
        if self.gives_way(about) {
            return false;
        }
        if met {
            self.suffices(about);
        }
        !met
    }

    /// Passes over a thing that cannot be judged, since what it names was lost.
    pub(crate) fn cannot_judge(&mut self) {
        self.unjudged = true;
    }

    /// Whether there was a thing that could not be judged.
    pub(super) fn has_unjudged(&self) -> bool {
        self.unjudged
    }

    /// Whether a rule to which this one gives way has reported this thing.
    #[inline(never)]
    pub(crate) fn gives_way(&mut self, about: About<'_>) -> bool {
        if self.led.0.is_empty() || self.rule.gives_way_to.is_empty() {
            return false;
        }
        let leader = self.led.reported(self.rule, about);
        self.superseded = self.superseded.or(leader);
        leader.is_some()
    }

    /// One body for every check that calls it.
    #[inline(never)]
    fn fall_short(&mut self, about: About<'_>, standing: Standing, shortfall: Shortfall) {
        let Shortfall { path, facts, related, hides } = shortfall;
        #[cfg(feature = "insight")]
        self.by.clear();
        let id = about.id.map(str::to_owned);
        self.judged = true;
        if standing.not_yet {
            self.early = true;
            self.due = match (self.due, standing.due) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        } else {
            self.short = true;
        }
        if !self.keeps {
            return;
        }
        // Of a rule to which none gives way nothing is kept.
        if !standing.not_yet && (!self.fired.is_empty() || (self.leads)()) {
            self.fired.push((about.kind, id.clone()));
            self.fired.extend(hides);
        }
        self.tray.add(Finding {
            rule: self.rule,
            severity: self.severity.min(standing.cap),
            path,
            subject: Subject { kind: about.kind, id },
            facts,
            related,
            waiver: None,
            due: standing.due,
            draft: standing.draft,
        });
    }

    /// The answer over everything judged; not applicable, for this reason, when nothing was.
    pub(crate) fn answer(&self, otherwise: Reason) -> Reply {
        self.answer_or(|| Reply::not_applicable(otherwise))
    }

    /// The answer over everything judged, or this one when nothing was.
    pub(crate) fn answer_or(&self, otherwise: impl FnOnce() -> Reply) -> Reply {
        let answer = match () {
            () if self.short => Answer::NotMet,
            () if self.early => Answer::NotYet,
            () if self.judged => Answer::Met,
            () => {
                let superseded = |leader: &'static Meta| Reply::not_applicable(Reason::Superseded).by(leader.code);
                return self.superseded.map_or_else(otherwise, superseded);
            }
        };
        let due = if self.short { None } else { self.due };
        Reply { answer, reason: None, by: None, due }
    }
}
