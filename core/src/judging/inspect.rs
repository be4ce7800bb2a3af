//! What tests must see of judging: what an answer may depend on, and whether anybody notices a check that answers `met`
//! without judging. Only with the feature `inspect`, which no artefact has.

use std::cell::Cell;

use super::{Judged, Moment, Rule, Waiting};
use crate::finding::{Answer, Meta, Reply};
use crate::grammar::Sections;
use crate::rulebook::Rulebook;

/// The sections that the answers of rules about a document may depend on: what each reads itself, what must be known
/// for its phase and its exemptions, and the same of the rules to which it gives way.
pub(crate) fn rests_on<K: Judged>(
    document: &K::Document<'_>,
    families: &[&[&'static Rule<K>]],
    waiting: &[Waiting<K>],
    moment: Moment,
    rulebook: &Rulebook,
) -> Vec<(&'static Meta, Sections)> {
    let case = K::case(K::shorten(document), moment, rulebook, None);
    let held = || waiting.iter().copied().flatten().filter_map(|(_, _, rule)| *rule);
    let rules = || families.iter().copied().flatten().copied().chain(held());
    let own = |rule: &Rule<K>| {
        let reads = rule.reads;
        reads.each.and(reads.some).and(reads.all).and(reads.named).and(K::reads(&case, rule))
    };
    let leads = |rule: &Rule<K>, other: &Rule<K>| rule.meta.gives_way_to.contains(&other.meta);
    let with_leaders =
        |rule: &Rule<K>| rules().filter(|other| leads(rule, other)).fold(own(rule), |all, one| all.and(own(one)));
    rules().map(|rule| (rule.meta, with_leaders(rule))).collect()
}

thread_local! {
    static CODE: Cell<&'static str> = const { Cell::new("") };
}

/// Does something while the check of this rule, on this thread, answers `met` without judging.
pub fn sabotaged<T>(rule: &'static Meta, run: impl FnOnce() -> T) -> T {
    struct Undo;
    impl Drop for Undo {
        fn drop(&mut self) {
            CODE.set("");
        }
    }
    CODE.set(rule.code);
    let _undo = Undo;
    run()
}

/// What a check says that is sabotaged.
pub(super) fn says(rule: &Meta) -> Option<Reply> {
    (CODE.get() == rule.code).then_some(Reply { answer: Answer::Met, reason: None, by: None, due: None })
}
