//! An overview of many portfolios: verdicts, shortfalls by rule and evidence by competence, counted by school and by study year. It has
//! counts alone, and none about a small group.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::shown::{Always, Count, InsightPhrase, capital};
use super::small_groups::{groups, of_each, shown};
use super::trace::without_names;
use crate::documents::format_name;
use crate::finding::{Severity, Voice};
use crate::frameworks::{Competence, CompetenceEdition};
use crate::grammar::{Closed as _, closed, record};
use crate::judging::{Lens, Moment};
use crate::portfolio::PortfolioCase;
use crate::report::{Phrase, Report, Verdict};
use crate::sort::{Listed as _, sorted};
use crate::values::{SchoolId, Set, StudyYear};

format_name! {
    /// The format that an overview names: `twentse-kubus/overview@1`.
    OverviewFormat = "twentse-kubus/overview@1"
}

record! {
    /// Counts over many portfolios on a day. How many students there are is always shown. A count of results is hidden where it would
    /// say something about fewer students than `smallestGroup`, by itself or by subtracting from a total what is shown.
    Overview<'a> needs {
        /// Names the format and version.
        @fixed format: OverviewFormat,
        /// The reference day.
        as_of: NaiveDate,
        /// The question about the portfolios.
        lens: Lens,
        /// The smallest group of students of which results are shown.
        smallest_group: Count,
        /// The portfolios, each of one student.
        students: Count,
        /// The rules of which some student has an error or a warning that is not waived, by code; a rule that is not here has none. It
        /// is empty with fewer students than `smallestGroup`.
        rules: Always<Vec<StudentsByRule<'a>>>,
        /// The schools, by id, then those with fewer students than `smallestGroup` together.
        schools: Always<Vec<SchoolOverview<'a>>>,
        /// The competences of the students' editions, in the order of their list.
        competences: Always<Vec<CompetenceOverview>>,
    } may {
        /// The verdicts; absent: hidden.
        verdicts: Option<VerdictCounts>,
    }
}

record! {
    /// How many students have each verdict.
    VerdictCounts needs {
        /// Meets the rules.
        meets: Count,
        /// Falls short of a rule.
        falls_short: Count,
        /// Neither is certain.
        undecided: Count,
    } may {
    }
}

record! {
    /// How many students fall short of a rule.
    StudentsByRule<'a> needs {
        /// The code of the rule.
        code: Cow<'a, str>,
    } may {
        /// How many students have an error or a warning that is not waived; absent: hidden.
        students: Option<Count>,
    }
}

closed! {
    /// Which schools a count is of.
    SchoolGroup {
        /// One school.
        School = "school", "school", "school";
        /// Schools with few students, together with those who are at no school where they are few too.
        Together = "together", "kleinere scholen samen", "smaller schools together";
        /// Students who have not begun a placement at a school that is recorded.
        WithoutSchool = "without-school", "zonder school", "without a school";
    }
}

record! {
    /// The counts of a school, or of smaller schools together. A student is at the school of the placement that runs on the day, else
    /// of the last that has begun.
    SchoolOverview<'a> needs {
        /// Which schools.
        of: SchoolGroup,
        /// The students.
        students: Count,
        /// The rules of which some student has an error or a warning that is not waived, by code.
        rules: Always<Vec<StudentsByRule<'a>>>,
    } may {
        /// The school, where it is one.
        school: Option<SchoolId<'a>>,
        /// The verdicts; absent: hidden.
        verdicts: Option<VerdictCounts>,
    }
}

record! {
    /// How many students have evidence for a competence, drafts included.
    CompetenceOverview needs {
        /// The competence.
        competence: Competence,
        /// The students whose edition has it.
        of: Count,
        /// The same by study year.
        years: Always<Vec<CompetenceInYear>>,
    } may {
        /// Those of them who have evidence for it; absent: hidden.
        students: Option<Count>,
    }
}

record! {
    /// How many students of a study year have evidence for a competence.
    CompetenceInYear needs {
        /// The students of the study year whose edition has it.
        of: Count,
    } may {
        /// The study year that runs, or the last that did; absent where none is known.
        study_year: Option<StudyYear>,
        /// Those of them who have evidence for it; absent: hidden.
        students: Option<Count>,
    }
}

/// What counts of a student besides the report.
pub(crate) struct Student {
    school: Option<String>,
    study_year: Option<StudyYear>,
    edition: Option<CompetenceEdition>,
    evidence: Set<Competence>,
}

impl Student {
    pub(crate) fn of(case: &PortfolioCase<'_>) -> Self {
        let mut evidence = Set::default();
        for (_, one) in case.evidence() {
            one.competences.iter().for_each(|competence| evidence.insert(competence));
        }
        Self {
            school: case.school().map(|school| school.as_str().to_owned()),
            study_year: case.last_study_year(),
            edition: case.competence_edition(),
            evidence,
        }
    }
}

/// The counts of one school.
#[derive(Default)]
struct Counted {
    students: u32,
    verdicts: [u32; 3],
    rules: BTreeMap<&'static str, u32>,
}

impl Counted {
    fn add(&mut self, other: &Self) {
        self.students += other.students;
        self.verdicts.iter_mut().zip(other.verdicts).for_each(|(count, more)| *count += more);
        for (code, more) in &other.rules {
            *self.rules.entry(code).or_default() += more;
        }
    }
}

/// The counts of the students of an edition and study year.
#[derive(Default)]
struct Evidenced {
    students: u32,
    /// By competence, in the order of the list.
    competences: Vec<u32>,
}

/// What is counted, portfolio after portfolio: nothing of any one of them is kept.
#[derive(Default)]
pub(crate) struct Counting {
    schools: BTreeMap<Option<String>, Counted>,
    evidence: BTreeMap<(CompetenceEdition, Option<StudyYear>), Evidenced>,
}

impl Counting {
    /// Counts a student; of a portfolio of which nothing can be judged there is only the report.
    pub(crate) fn add(&mut self, report: &Report, student: Option<Student>) {
        let (school, rest) = match student {
            Some(Student { school, study_year, edition, evidence }) => (school, Some((study_year, edition, evidence))),
            None => (None, None),
        };
        let counted = self.schools.entry(school).or_default();
        counted.students += 1;
        counted.verdicts.get_mut(report.verdict().index()).into_iter().for_each(|count| *count += 1);
        let open = report.findings().iter().filter(|one| one.waiver.is_none() && one.severity > Severity::Info);
        for code in open.map(|finding| finding.rule.code).collect::<BTreeSet<_>>() {
            *counted.rules.entry(code).or_default() += 1;
        }
        let Some((study_year, Some(edition), evidence)) = rest else { return };
        let evidenced = self.evidence.entry((edition, study_year)).or_default();
        evidenced.students += 1;
        evidenced.competences.resize(Competence::ALL.len(), 0);
        for competence in evidence.iter() {
            evidenced.competences.get_mut(competence.index()).into_iter().for_each(|count| *count += 1);
        }
    }

    pub(crate) fn overview(&self, Moment { as_of, lens }: Moment, k: u32) -> Overview<'static> {
        let schools = self.schools.iter().listed();
        let sizes = schools.iter().map(|(_, counted)| counted.students).listed();
        let groups = groups(&sizes, k);
        let counted = groups.iter().map(|group| {
            let mut sum = Counted::default();
            group.iter().filter_map(|at| schools.get(*at)).for_each(|(_, counted)| sum.add(counted));
            sum
        });
        let counted = counted.listed();
        let mut all = Counted::default();
        counted.iter().for_each(|one| all.add(one));
        let verdicts = counted.iter().map(|one| one.verdicts).listed();
        let seen = shown(&verdicts, k);
        let of_schools =
            groups.iter().zip(&verdicts).zip(&counted).zip(&seen.rows).map(|(((group, verdicts), counted), shown)| {
                let (of, school) = named(group, &schools);
                let overview = SchoolOverview::new(of, Count(counted.students), Vec::new());
                SchoolOverview { school, verdicts: shown.then(|| verdict_counts(*verdicts)), ..overview }
            });
        let mut of_schools = of_schools.listed();
        let of = counted.iter().map(|one| one.students).listed();
        let mut rules = Vec::new();
        // With fewer than `k` students no rule has anything to show.
        for code in all.rules.keys().copied().filter(|_| all.students >= k) {
            let with = counted.iter().map(|one| one.rules.get(code).copied().unwrap_or_default()).listed();
            let (total, rows) = of_each(&with, &of, k);
            rules.push(StudentsByRule { students: total, ..StudentsByRule::new(code) });
            for (school, students) in
                of_schools.iter_mut().zip(rows).filter(|(_, students)| *students != Some(Count(0)))
            {
                school.rules.0.push(StudentsByRule { students, ..StudentsByRule::new(code) });
            }
        }
        let competences = Competence::ALL.iter().filter_map(|competence| self.competence(*competence, k)).listed();
        let overview = Overview::new(as_of, lens, Count(k), Count(all.students), rules, of_schools, competences);
        Overview { verdicts: seen.totals.then(|| verdict_counts(all.verdicts)), ..overview }
    }

    /// The counts of a competence; none where no student's edition has it.
    fn competence(&self, competence: Competence, k: u32) -> Option<CompetenceOverview> {
        let years = self.evidence.iter().filter(|((edition, _), _)| competence.edition() == Some(*edition));
        let years = sorted(years.listed(), |a, b| (a.0.1.is_none(), a.0.1).cmp(&(b.0.1.is_none(), b.0.1)));
        let with = years.iter().map(|(_, one)| one.competences.get(competence.index()).copied().unwrap_or_default());
        let of = years.iter().map(|(_, one)| one.students).listed();
        let (total, rows) = of_each(&with.listed(), &of, k);
        let rows = years.iter().zip(&of).zip(rows).map(|((((_, study_year), _), of), students)| CompetenceInYear {
            study_year: *study_year,
            students,
            ..CompetenceInYear::new(Count(*of))
        });
        let sum = of.iter().sum::<u32>();
        let overview = CompetenceOverview::new(competence, Count(sum), rows.listed());
        (sum > 0).then_some(CompetenceOverview { students: total, ..overview })
    }
}

fn verdict_counts([meets, falls_short, undecided]: [u32; 3]) -> VerdictCounts {
    VerdictCounts::new(Count(meets), Count(falls_short), Count(undecided))
}

/// Which schools a group is, and its id where it is one.
pub(super) fn named<T>(group: &[usize], schools: &[(&Option<String>, T)]) -> (SchoolGroup, Option<SchoolId<'static>>) {
    let [at] = group else { return (SchoolGroup::Together, None) };
    let id = schools.get(*at).and_then(|(school, _)| SchoolId::new(school.as_ref()?.clone()).ok());
    (if id.is_some() { SchoolGroup::School } else { SchoolGroup::WithoutSchool }, id)
}

/// A count as people read it.
pub(super) fn count(count: Option<Count>, voice: Voice<'_>) -> String {
    count.map_or_else(|| voice.name(InsightPhrase::Hidden).to_owned(), |count| count.0.to_string())
}

/// The first lines: what it is, on which day, of how many students, and the smallest group that is shown.
pub(super) fn opening(
    what: InsightPhrase,
    as_of: NaiveDate,
    students: Count,
    smallest_group: Count,
    voice: Voice<'_>,
) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let mut out = format!("{} · {} ", capital(say(what)), voice.name(Phrase::AsOf));
    voice.lang().say_date(as_of, &mut out);
    let (of, least) = (capital(say(InsightPhrase::Students)), say(InsightPhrase::SmallestGroup));
    let _ = writeln!(out, "\n{of}: {} · {least}: {}", students.0, smallest_group.0);
    out
}

/// The line above the counts of a school.
pub(super) fn school_line(of: SchoolGroup, school: Option<&SchoolId<'_>>, students: Count, voice: Voice<'_>) -> String {
    let id = school.map(|school| format!(" {}", school.as_str())).unwrap_or_default();
    let students_are = voice.name(InsightPhrase::Students);
    format!("{}{id} · {students_are}: {}", capital(voice.name(of)), students.0)
}

/// What a rule requires, with its code in front.
pub(super) fn rule_line(code: &str, voice: Voice<'_>) -> String {
    let asks = crate::catalogue::find(code).map(|rule| without_names(voice.asks(rule)));
    format!("{code}  {}", asks.unwrap_or_default())
}

/// An overview as readable text: the verdicts, the rules with what they require, then each school, then the competences.
pub(crate) fn overview_text(overview: &Overview<'_>, voice: Voice<'_>) -> String {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let mut out = opening(InsightPhrase::Overview, overview.as_of, overview.students, overview.smallest_group, voice);
    let verdicts = |out: &mut String, counts: Option<&VerdictCounts>| {
        let of = |verdict: Verdict| {
            let of = counts.map(|counts| match verdict {
                Verdict::Meets => counts.meets,
                Verdict::FallsShort => counts.falls_short,
                Verdict::Undecided => counts.undecided,
            });
            format!("{}: {}", voice.name(verdict), count(of, voice))
        };
        let _ = writeln!(out, "    {}", Verdict::ALL.iter().map(|verdict| of(*verdict)).listed().join(" · "));
    };
    verdicts(&mut out, overview.verdicts.as_ref());
    for rule in overview.rules.iter() {
        let students = count(rule.students, voice);
        let _ = writeln!(out, "\n{}\n    {}: {students}", rule_line(&rule.code, voice), say(InsightPhrase::Students));
    }
    for school in overview.schools.iter() {
        let line = school_line(school.of, school.school.as_ref(), school.students, voice);
        let _ = writeln!(out, "\n{line}");
        verdicts(&mut out, school.verdicts.as_ref());
        for rule in school.rules.iter() {
            let _ = writeln!(out, "    {}: {}", rule.code, count(rule.students, voice));
        }
    }
    if !overview.competences.is_empty() {
        let _ = writeln!(out, "\n{}", capital(say(InsightPhrase::Coverage)));
    }
    for row in overview.competences.iter() {
        let out_of = |students, of: Count| format!("{} {} {}", count(students, voice), say(InsightPhrase::OutOf), of.0);
        let _ = writeln!(out, "{}: {}", capital(voice.name(row.competence)), out_of(row.students, row.of));
        for year in row.years.iter() {
            let which = match year.study_year {
                Some(number) => format!("{} {}", say(InsightPhrase::StudyYear), number.get()),
                None => say(InsightPhrase::NoYear).to_owned(),
            };
            let _ = writeln!(out, "    {which}: {}", out_of(year.students, year.of));
        }
    }
    out
}
