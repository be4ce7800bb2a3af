//! Judging: what a rule is, the sink it writes to, and how the rules of a kind are run.

#[cfg(feature = "inspect")]
pub(crate) mod inspect;
mod rule;
#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
mod shelf;
mod sink;
mod tray;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::documents::{Family, Kind, Used};
#[cfg(feature = "insight")]
use crate::finding::SubjectKind;
use crate::finding::{Answer, Meta, Outcome, Reason, Reply, Severity};
#[cfg(feature = "insight")]
use crate::grammar::Steps;
use crate::grammar::{Sections, closed};
use crate::rulebook::{Asked, Rulebook};
use crate::sort::Listed as _;
pub(crate) use rule::{Reads, Rule, Waiting, held, reads, rules};
#[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
pub(crate) use shelf::{Clash, Compared, Held, Shelf};
use sink::Led;
#[cfg(feature = "insight")]
use sink::Thing;
pub(crate) use sink::{About, Findings, Shortfall, Standing};
pub use tray::Counts;
#[cfg(feature = "insight")]
pub(crate) use tray::Traced;
pub(crate) use tray::{Gathered, MOST_KEPT, Tray};

closed! {
    /// The question about a document.
    Lens {
        /// How is it now?
        Now = "now", "zoals het nu is", "as it stands";
        /// How would it be if the current study year ended on this day?
        YearEnded = "year-ended", "alsof het studiejaar nu eindigt", "as if the study year ended now";
        /// How would it be if graduation were decided on this day?
        Graduating = "graduating", "alsof nu over het diploma wordt besloten", "as if graduation were decided now";
    }
}

/// When a document is judged, and by which question. A day alone is the question how it is on that day.
///
/// ```
/// use twentse_kubus::{Lens, Moment, Validator, parse_date};
///
/// let day = parse_date("2024-05-15").expect("a day");
/// let (validator, portfolio) = (Validator::default(), br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s"}}"#);
/// let now = validator.validate(portfolio, day);
/// let at_graduation = validator.validate(portfolio, Moment::on(day).through(Lens::Graduating));
/// assert_eq!((now.lens(), at_graduation.lens()), (Lens::Now, Lens::Graduating));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub(crate) as_of: NaiveDate,
    pub(crate) lens: Lens,
}

impl Moment {
    /// As it is on this day.
    pub fn on(as_of: NaiveDate) -> Self {
        Self { as_of, lens: Lens::Now }
    }

    /// By another question.
    #[must_use]
    pub fn through(mut self, lens: Lens) -> Self {
        self.lens = lens;
        self
    }
}

impl From<NaiveDate> for Moment {
    fn from(as_of: NaiveDate) -> Self {
        Self::on(as_of)
    }
}

/// A kind of document that has rules.
pub(crate) trait Judged: Family + Sized {
    /// What its rules share in judging one document.
    type Case<'c>;
    /// What says of a rule whom it is for.
    type When: 'static;
    /// The documents of other kinds that its rules may be about.
    type Others;

    /// A document before its rules, with the documents of other kinds that there are.
    fn case<'c>(
        document: &'c Self::Document<'c>,
        moment: Moment,
        rulebook: &'c Rulebook,
        others: Option<&'c Self::Others>,
    ) -> Self::Case<'c>;

    /// The documents of other kinds that belong to the one that is judged.
    fn used(_case: &Self::Case<'_>) -> Vec<Arc<Used>> {
        Vec::new()
    }

    /// Whether a rule that needs a document of another kind has one to be about, by those that are used.
    fn has(_case: &Self::Case<'_>, used: &[Arc<Used>], kind: Kind, _rule: &Rule<Self>) -> bool {
        used.iter().any(|one| one.document.kind == kind)
    }

    /// The answer of a rule that is not run: for whom it does not apply, when it is not in force.
    fn beforehand(case: &Self::Case<'_>, rule: &Rule<Self>) -> Option<Reply>;

    /// What a rule about documents of another kind reports, for the rules that give way to it.
    fn reported(
        _case: &Self::Case<'_>,
        _moment: Moment,
        _rulebook: &Rulebook,
    ) -> Option<(&'static Meta, About<'static>)> {
        None
    }

    /// What must be known whole for that answer, and for the phase of the rule.
    fn reads(case: &Self::Case<'_>, rule: &Rule<Self>) -> Sections;

    /// The place of a thing that no id in the document leads to.
    #[cfg(feature = "insight")]
    fn place_of(_document: &Self::Document<'_>, _kind: SubjectKind, _id: Option<&str>) -> Option<Steps> {
        None
    }
}

/// What was read of a document, to be judged.
pub(crate) struct Before<'b, 'd, K: Judged> {
    /// What can be judged; `None` when nothing can.
    pub(crate) document: Option<&'b K::Document<'d>>,
    /// The sections that lost something.
    pub(crate) lost: Sections,
    /// The documents of other kinds that there are.
    pub(crate) others: Option<&'b K::Others>,
}

/// What the rules of a kind answered.
pub(crate) struct Judgement {
    /// The answer of every rule of the kind, by code.
    pub(crate) outcomes: Vec<Outcome>,
    /// Whether one that weighs as an error could not be assessed.
    pub(crate) undecidable: bool,
    /// The rules that need a document of another kind, which was not given.
    pub(crate) needs: Vec<(Kind, &'static Meta)>,
    /// The documents of other kinds that were used.
    pub(crate) used: Vec<Arc<Used>>,
}

/// Asks the rules of a kind.
pub(crate) fn judge<K: Judged>(
    before: &Before<'_, '_, K>,
    families: &[&[&'static Rule<K>]],
    waiting: &[Waiting<K>],
    moment: Moment,
    rulebook: &Rulebook,
    tray: &mut Tray<'_>,
) -> Judgement {
    let mut rules: Vec<&'static Rule<K>> = families.iter().copied().flatten().copied().listed();
    let case = before.document.map(|document| K::case(K::shorten(document), moment, rulebook, before.others));
    let used = case.as_ref().map(K::used).unwrap_or_default();
    let mut needs = Vec::new();
    for (kind, meta, rule) in waiting.iter().copied().flatten() {
        match rule.filter(|rule| case.as_ref().is_some_and(|case| K::has(case, &used, *kind, rule))) {
            // Most come behind all others.
            Some(rule) => {
                let before = rules.iter().rposition(|other| other.meta.code < meta.code);
                rules.insert(before.map_or(0, |before| before + 1), rule);
            }
            // A rule that needs another document is not asked; one that is off, or that the rulebook leaves out, is not
            // missed either.
            None if matches!(rulebook.asks(meta), Asked::With(_)) => needs.push((*kind, *meta)),
            None => {}
        }
    }
    let mut replies: Vec<Option<Reply>> = vec![None; rules.len()];
    let mut judgement = Judgement { outcomes: Vec::with_capacity(rules.len()), undecidable: false, needs, used };
    let mut led = Led::default();
    if let Some((leader, about)) = case.as_ref().and_then(|case| K::reported(case, moment, rulebook)) {
        led.add(leader, vec![about.thing()]);
    }
    // Those to which others give way are run first; none of them gives way itself.
    for follows in [false, true] {
        for (rule, reply) in rules.iter().zip(&mut replies) {
            if rule.meta.gives_way_to.is_empty() == follows {
                continue;
            }
            let leads =
                || rules.iter().any(|other| other.meta.gives_way_to.iter().any(|one| std::ptr::eq(*one, rule.meta)));
            let asked = rulebook.asks(rule.meta);
            *reply = match asked {
                Asked::With(severity) => {
                    let mut findings = Findings::new(rule.meta, severity, tray, &led, &leads);
                    let reply = answer(rule, case.as_ref(), before.lost, &mut findings);
                    let fired = findings.fired();
                    if !fired.is_empty() {
                        led.add(rule.meta, fired);
                    }
                    Some(reply)
                }
                Asked::Off => Some(Reply::because(Answer::Disabled, Reason::OffByDefault)),
                Asked::Disabled => Some(Reply::because(Answer::Disabled, Reason::ByRulebook)),
                Asked::Elsewhere => Some(Reply::because(Answer::Disabled, Reason::NotInRulebook)),
                Asked::Unlisted => None,
            };
            judgement.undecidable |= asked == Asked::With(Severity::Error)
                && reply.as_ref().is_some_and(|reply| reply.answer == Answer::NotAssessable);
        }
    }
    let outcomes = rules.iter().zip(replies).filter_map(|(rule, reply)| Some(Outcome::new(rule.meta, reply?)));
    judgement.outcomes.extend(outcomes);
    judgement
}

/// The answer of one rule. What was read decides what it can: where a section lost something, a rule about each thing
/// still reports what falls short in the rest, a rule that one thing suffices for is still met by the rest, and a rule
/// that must know the section whole decides nothing.
fn answer<K: Judged>(
    rule: &'static Rule<K>,
    case: Option<&K::Case<'_>>,
    lost: Sections,
    findings: &mut Findings<'_, '_>,
) -> Reply {
    let unreadable = Reply::not_assessable(Reason::UnreadablePart);
    let Some(case) = case.filter(|case| !lost.overlap(rule.reads.all.and(K::reads(case, rule)))) else {
        return unreadable;
    };
    if let Some(reply) = K::beforehand(case, rule) {
        return reply;
    }
    let lost_some = lost.overlap(rule.reads.some);
    findings.keep(!lost_some);
    findings.lose(lost.overlap(rule.reads.named));
    #[cfg(feature = "inspect")]
    let reply = inspect::says(rule.meta).unwrap_or_else(|| (rule.check)(case, findings));
    #[cfg(not(feature = "inspect"))]
    let reply = (rule.check)(case, findings);
    let settled = match reply.answer {
        Answer::Met => !lost.overlap(rule.reads.each) && !findings.has_unjudged(),
        Answer::NotMet | Answer::NotYet => !lost_some,
        // What is not there because nothing was found may have been lost.
        Answer::NotApplicable => {
            let for_want_of_things =
                matches!(reply.reason, Some(Reason::NothingToJudge | Reason::Exempted | Reason::Superseded));
            let lost_one = lost.overlap(rule.reads.each.and(rule.reads.some));
            !(findings.has_unjudged() || for_want_of_things && lost_one)
        }
        // Nor is it known that something is not recorded where a thing was lost that may have it.
        Answer::NotAssessable => !(reply.reason == Some(Reason::NotRecorded) && lost.overlap(rule.reads.each)),
        Answer::Disabled => true,
    };
    if settled { reply } else { unreadable }
}
