//! What would change under different rules: for each rule how many students and other documents gain a finding, lose one, or have one that
//! weighs differently. It has counts alone, and of results of students none about a small group.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::overview::{SchoolGroup, count, named, opening, rule_line, school_line};
use super::shown::{Always, Count, InsightPhrase, capital};
use super::small_groups::{groups, of_each};
use crate::documents::{Kind, format_name};
use crate::finding::{Finding, Path, Severity, SubjectKind, Voice};
use crate::grammar::record;
use crate::judging::{Lens, Moment};
use crate::report::Report;
use crate::sort::{Listed as _, sorted};
use crate::values::{SchoolId, Sha256};

format_name! {
    /// The format that a comparison names: `twentse-kubus/comparison@1`.
    ComparisonFormat = "twentse-kubus/comparison@1"
}

record! {
    /// What differs between the reports of the same documents by two rulebooks. A finding is known by its rule, its place and its
    /// subject. How many students there are is always shown; a count of results is hidden where it would say something about fewer
    /// students than `smallestGroup`, by itself or by subtracting from a total what is shown.
    Comparison<'a> needs {
        /// Names the format and version.
        @fixed format: ComparisonFormat,
        /// The reference day.
        as_of: NaiveDate,
        /// The question about the documents.
        lens: Lens,
        /// The SHA-256 of the first rulebook.
        before: Sha256,
        /// The SHA-256 of the second rulebook.
        after: Sha256,
        /// The smallest group of students of which results are shown.
        smallest_group: Count,
        /// The portfolios, each of one student.
        students: Count,
    } may {
        /// The rules that differ for some student, by code; a rule that is not here differs for none. It is empty with fewer students
        /// than `smallestGroup`.
        rules: Always<Vec<FindingChange<'a>>>,
        /// The schools, by id, then those with fewer students than `smallestGroup` together.
        schools: Always<Vec<SchoolChanges<'a>>>,
        /// The documents of other kinds, by kind. Nothing of these is hidden, since they say nothing about students.
        others: Always<Vec<DocumentsOfKind<'a>>>,
    }
}

record! {
    /// How many documents differ by a rule. A document may gain one finding and lose another.
    FindingChange<'a> needs {
        /// The code of the rule.
        code: Cow<'a, str>,
    } may {
        /// How many have a finding by the second rulebook that they do not have by the first; absent: hidden.
        gained: Option<Count>,
        /// How many have a finding by the first rulebook that they do not have by the second; absent: hidden.
        lost: Option<Count>,
        /// How many have a finding by both that has another severity, or that a waiver applies to by one of them; absent: hidden.
        changed: Option<Count>,
    }
}

record! {
    /// What differs for the students of a school, or of smaller schools together. A student is at the school of the placement that
    /// runs on the day, else of the last that has begun.
    SchoolChanges<'a> needs {
        /// Which schools.
        of: SchoolGroup,
        /// The students.
        students: Count,
        /// The rules that differ for some student, by code.
        rules: Always<Vec<FindingChange<'a>>>,
    } may {
        /// The school, where it is one.
        school: Option<SchoolId<'a>>,
    }
}

record! {
    /// What differs for the documents of a kind.
    DocumentsOfKind<'a> needs {
        /// The kind.
        kind: Kind,
        /// How many documents there are.
        documents: Count,
        /// The rules that differ for some document, by code.
        rules: Always<Vec<FindingChange<'a>>>,
    } may {
    }
}

/// How a document can differ by a rule: it gains a finding, loses one, or has one that weighs differently.
type Differs = [bool; 3];

/// How many documents differ in each of these ways.
type Numbers = [u32; 3];

/// What a finding is known by: its rule, its place and its subject.
type Identity<'f> = (&'static str, &'f Path, SubjectKind, Option<&'f str>);

/// How a finding weighs: by its severity, and whether it is waived.
type Weight = (Severity, bool);

/// The findings of a report, those of one identity next to each other, the least serious first.
fn in_order(report: &Report) -> Vec<(Identity<'_>, Weight)> {
    let of = |finding: &'_ Finding| (finding.severity, finding.waiver.is_some());
    let known = report.findings().iter().map(|finding| {
        let subject = &finding.subject;
        ((finding.rule.code, &finding.path, subject.kind, subject.id.as_deref()), of(finding))
    });
    sorted(known.listed(), Ord::cmp)
}

/// By which rules two reports of one document differ, and how.
fn differing(before: &Report, after: &Report) -> BTreeMap<&'static str, Differs> {
    let (before, after) = (in_order(before), in_order(after));
    let mut rules: BTreeMap<&'static str, Differs> = BTreeMap::new();
    let mut note = |code: &'static str, differs: Differs| {
        if differs != Differs::default() {
            let known = rules.entry(code).or_default();
            known.iter_mut().zip(differs).for_each(|(known, more)| *known |= more);
        }
    };
    let (mut before, mut after) = (&before[..], &after[..]);
    // The next identity of either, and what both have of it.
    while let Some(next) = before.first().into_iter().chain(after.first()).map(|(identity, _)| *identity).min() {
        let take = |from: &mut &[(Identity<'_>, Weight)]| {
            let number = from.partition_point(|(identity, _)| *identity == next);
            let (own, rest) = from.split_at(number);
            *from = rest;
            own.iter().map(|(_, weight)| *weight).listed()
        };
        let (own_before, own_after) = (take(&mut before), take(&mut after));
        let (was, is) = (own_before.len(), own_after.len());
        note(next.0, [is > was, is < was, is == was && own_before != own_after]);
    }
    rules
}

/// The counts of one school, or of one kind of document.
#[derive(Default)]
struct Counted {
    documents: u32,
    rules: BTreeMap<&'static str, Numbers>,
}

impl Counted {
    fn add(&mut self, differing: &BTreeMap<&'static str, Differs>) {
        self.documents += 1;
        for (code, differs) in differing {
            let numbers = self.rules.entry(code).or_default();
            numbers.iter_mut().zip(differs).for_each(|(number, differs)| *number += u32::from(*differs));
        }
    }

    fn of(&self, code: &str) -> Numbers {
        self.rules.get(code).copied().unwrap_or_default()
    }
}

/// What differs, document after document: nothing of any one of them is kept.
#[derive(Default)]
pub(crate) struct Differing {
    schools: BTreeMap<Option<String>, Counted>,
    others: BTreeMap<Kind, Counted>,
}

impl Differing {
    /// Counts a student who is at a school, by the two reports of the portfolio.
    pub(crate) fn add_student(&mut self, school: Option<String>, before: &Report, after: &Report) {
        self.schools.entry(school).or_default().add(&differing(before, after));
    }

    /// Counts a document of another kind, by its two reports.
    pub(crate) fn add_other(&mut self, kind: Kind, before: &Report, after: &Report) {
        self.others.entry(kind).or_default().add(&differing(before, after));
    }

    pub(crate) fn comparison(
        &self,
        Moment { as_of, lens }: Moment,
        [before, after]: [Sha256; 2],
        k: u32,
    ) -> Comparison<'static> {
        let schools = self.schools.iter().listed();
        let sizes = schools.iter().map(|(_, counted)| counted.documents).listed();
        let groups = groups(&sizes, k);
        let of_group =
            |group: &Vec<usize>| group.iter().filter_map(|at| schools.get(*at)).map(|(_, counted)| *counted).listed();
        let counted = groups.iter().map(of_group).listed();
        let of = counted.iter().map(|group| group.iter().map(|one| one.documents).sum::<u32>()).listed();
        let of_schools = groups.iter().zip(&of).map(|(group, students)| {
            let (of, school) = named(group, &schools);
            SchoolChanges { school, ..SchoolChanges::new(of, Count(*students), Vec::new()) }
        });
        let mut of_schools = of_schools.listed();
        let students = of.iter().sum::<u32>();
        let codes: BTreeSet<&str> = self.schools.values().flat_map(|one| one.rules.keys().copied()).collect();
        let mut rules = Vec::new();
        // With fewer than `k` students no rule has anything to show.
        for code in codes.into_iter().filter(|_| students >= k) {
            let by_way = [0, 1, 2].map(|way| {
                let number = |one: &&Counted| one.of(code).get(way).copied().unwrap_or_default();
                let yes = counted.iter().map(|group| group.iter().map(number).sum::<u32>()).listed();
                of_each(&yes, &of, k)
            });
            let [(gained, gained_by), (lost, lost_by), (changed, changed_by)] = by_way;
            rules.push(change(code, [gained, lost, changed]));
            let by_school = gained_by.into_iter().zip(lost_by).zip(changed_by);
            for (school, ((gained, lost), changed)) in of_schools.iter_mut().zip(by_school) {
                let counts = [gained, lost, changed];
                school.rules.0.extend((counts != [Some(Count(0)); 3]).then(|| change(code, counts)));
            }
        }
        let others = self.others.iter().map(|(kind, counted)| {
            let rules =
                counted.rules.iter().map(|(code, numbers)| change(code, numbers.map(|number| Some(Count(number)))));
            DocumentsOfKind::new(*kind, Count(counted.documents), rules.listed())
        });
        let comparison = Comparison::new(as_of, lens, before, after, Count(k), Count(students));
        Comparison { rules: rules.into(), schools: of_schools.into(), others: others.listed().into(), ..comparison }
    }
}

fn change(code: &'static str, [gained, lost, changed]: [Option<Count>; 3]) -> FindingChange<'static> {
    FindingChange { gained, lost, changed, ..FindingChange::new(code) }
}

/// A comparison as readable text: the rules with what they require, then each school, then the documents of other kinds.
pub(crate) fn comparison_text(comparison: &Comparison<'_>, voice: Voice<'_>) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let Comparison { as_of, students, smallest_group, .. } = *comparison;
    let mut out = opening(InsightPhrase::Comparison, as_of, students, smallest_group, voice);
    let numbers = |change: &FindingChange<'_>| {
        let ways = [
            (InsightPhrase::Gained, change.gained),
            (InsightPhrase::Lost, change.lost),
            (InsightPhrase::Reweighed, change.changed),
        ];
        let ways = ways.into_iter().filter(|(_, number)| *number != Some(Count(0)));
        ways.map(|(way, number)| format!("{}: {}", say(way), count(number, voice))).listed().join(" · ")
    };
    for change in comparison.rules.iter() {
        let _ = writeln!(out, "\n{}\n    {}", rule_line(&change.code, voice), numbers(change));
    }
    for school in comparison.schools.iter().filter(|school| !school.rules.is_empty()) {
        let line = school_line(school.of, school.school.as_ref(), school.students, voice);
        let _ = writeln!(out, "\n{line}");
        for change in school.rules.iter() {
            let _ = writeln!(out, "    {}: {}", change.code, numbers(change));
        }
    }
    for other in comparison.others.iter() {
        let _ = writeln!(out, "\n{}: {}", capital(voice.name(other.kind)), other.documents.0);
        for change in other.rules.iter() {
            let _ = writeln!(out, "    {}\n        {}", rule_line(&change.code, voice), numbers(change));
        }
    }
    let differs = !comparison.rules.is_empty() || comparison.others.iter().any(|other| !other.rules.is_empty());
    if !differs && students >= smallest_group {
        let _ = writeln!(out, "\n{}", capital(say(InsightPhrase::NoDifference)));
    }
    out
}
