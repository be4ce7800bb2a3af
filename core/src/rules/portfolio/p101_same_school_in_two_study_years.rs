//! `TK-P101`: each study year brings the student to another training school.

use crate::document::PlacementKind;
use crate::frameworks::StudyMode;
use crate::order::sorted;
use crate::report::Answer;
use crate::rules::prelude::*;
use crate::semantics::school_year_of;

pub(super) static RULE: Rule = Rule {
    code: "TK-P101",
    name: "same-school-in-two-study-years",
    severity: Severity::Error,
    phase: Phase::Now,
    reads: Sections::STUDENT.and(Sections::PLACEMENTS),
    not_for: &[StudyMode::PartTime, StudyMode::LateralEntry],
    exempted_by: None,
    norms: &[&DISTINCT],
    facts: &[("school", FactKind::Id), ("earlier", FactKind::Whole), ("later", FactKind::Whole)],
    sources: Sources::of(&[Source::Booklet(&["S080"]), Source::Dossier(&["D13.5"])]),
    basis: Basis::Seed,
    since: "0.1.0",
    texts: texts! {
        title: { nl: "zelfde school in twee studiejaren", en: "same school in two study years" },
        asks: {
            nl: "Twee opeenvolgende schooljaren met verschillende studiejaren delen geen opleidingsschool; wie een studiejaar overdoet, mag blijven.",
            en: "Two successive school years with different study years share no training school; who repeats a study year may stay."
        },
        why: {
            nl: "Elk studiejaar een andere school geeft de student zicht op de breedte van het beroep.",
            en: "Another school each study year shows the student the breadth of the profession."
        },
        mend: {
            nl: "Zoek voor een van beide studiejaren een andere opleidingsschool, of verbeter de gegevens.",
            en: "Find another training school for one of the two study years, or correct the data."
        },
        message: {
            nl: "school `{school}` komt voor in studiejaar `{earlier}` en in studiejaar `{later}`",
            nl_plain: "je was in jaar `{earlier}` en in jaar `{later}` op dezelfde school: `{school}`",
            en: "school `{school}` is used in study year `{earlier}` and in study year `{later}`"
        },
    },
    check: Some(check),
};

static DISTINCT: Norm = Norm::choice("distinct", &["consecutive", "all"]);

fn check(case: &PortfolioCase<'_>, findings: &mut Findings<'_>) -> Outcome {
    let year = |entry: usize| case.entries().get(entry).map_or(0, |entry| entry.study_year.get());
    let mut schools: Vec<(&str, usize, usize)> = Vec::new();
    let (mut placed, mut undated) = (false, false);
    for (at, placement) in case.placements().filter(|(_, placement)| placement.kind != Some(PlacementKind::Abroad)) {
        if let Some(school) = &placement.school {
            let entries: Vec<usize> = case.entries_of(placement).collect();
            undated |= entries.is_empty() && school_year_of(placement).is_none();
            placed = true;
            // A long placement tells by its first and its last, and by the two between which the study year changes.
            let change = entries.windows(2).find(|two| two.first().map(|at| year(*at)) != two.last().map(|at| year(*at)));
            let telling = entries.first().into_iter().chain(change.unwrap_or_default()).chain(entries.last());
            schools.extend(telling.map(|entry| (school.as_str(), *entry, at)));
        }
    }
    if placed && case.entries().is_empty() {
        return case.without_entries();
    }
    let all = |entry: usize| {
        let first = case.entries().get(entry).map_or(case.as_of(), |entry| entry.first);
        case.norm(&RULE, &DISTINCT, first) == 1
    };
    // Each school with the study years it was in, in order, and the first placement of each.
    let mut schools = sorted(schools, Ord::cmp);
    schools.dedup_by_key(|(school, entry, _)| (*school, *entry));
    for stays in schools.chunk_by(|a, b| a.0 == b.0) {
        for (number, (school, entry, at)) in stays.iter().enumerate() {
            let mut before = stays.iter().take(number).rev();
            let earlier =
                before.find(|(_, other, _)| year(*other) != year(*entry) && (all(*entry) || other + 1 == *entry)).copied();
            findings.judge(earlier.is_none(), Standing::DUE, || {
                let (_, other, other_at) = earlier.unwrap_or((school, *entry, *at));
                let facts = facts! { school: *school, earlier: year(other), later: year(*entry) };
                let shortfall = Shortfall::new(at!["placements", *at, "school"], "placement", facts);
                let shortfall = shortfall.with("earlier", at!["placements", other_at, "school"]);
                match case.portfolio().placements.get(*at) {
                    Some(placement) => shortfall.of(&placement.id),
                    None => shortfall,
                }
            });
        }
    }
    match findings.answer(Reason::NothingToJudge) {
        // A placement that no study year can be told of may be the one at the same school.
        outcome if undated && outcome.answer != Answer::NotMet => Outcome::not_assessable(Reason::NoStudyYears),
        outcome => outcome,
    }
}
