//! Coverage of a curriculum: which competences its profession themes and subject lines serve, which knowledge bases are in
//! which line, and which components of the spider web are open in which element. For a student also how much evidence there
//! is of each.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Thing;
use super::shown::{Always, Count, InsightPhrase, capital, listed, owned, titled, write_unreadable};
use crate::curriculum::{edition_of, open_components};
use crate::documents::{Curriculum, DocumentRef, Kind, format_name};
use crate::finding::Voice;
use crate::frameworks::{Competence, CompetenceEdition, Subject, WebComponent};
use crate::grammar::{Closed as _, Element as _, Wire as _, record};
#[cfg(feature = "portfolio")]
use crate::portfolio::PortfolioCase;
use crate::report::{Phrase, Report};
use crate::values::{ElementId, ProfessionThemeId, Set, StudyYear, SubjectLineId};

format_name! {
    /// The format that the coverage of a curriculum names: `twentse-kubus/curriculum-coverage@1`.
    CurriculumCoverageFormat = "twentse-kubus/curriculum-coverage@1"
}

record! {
    /// How a curriculum is covered: competence by profession theme and by subject line, knowledge base by subject line, and
    /// component of the spider web by element. Counts only, in the order of the lists and of the curriculum. In the
    /// coverage of a portfolio also the student's evidence and final assessments.
    CurriculumCoverage<'a> needs {
        /// Names the format and version.
        @fixed format: CurriculumCoverageFormat,
        /// The curriculum.
        document: Thing<'a>,
        /// The edition of the competences that the curriculum follows.
        edition: CompetenceEdition,
        /// The competences of that edition, in the order of their list.
        competences: Always<Vec<CompetenceInCurriculum>>,
        /// The profession themes, in the order of the curriculum.
        themes: Always<Vec<ThemeCoverage<'a>>>,
        /// The subject lines, in the order of the curriculum.
        subject_lines: Always<Vec<SubjectLineCoverage<'a>>>,
    } may {
        /// The ten knowledge bases, in the order of their numbers.
        knowledge_bases: Always<Vec<KnowledgeBaseCoverage>>,
        /// The components of the spider web, in the order of their list.
        web: Always<Vec<WebCoverage>>,
        /// The elements of the curriculum, in its order.
        elements: Always<Vec<ElementCoverage<'a>>>,
        /// Parts of the curriculum that could not be read, as JSON Pointers; what they hold is not counted.
        unreadable: Vec<Cow<'a, str>>,
    }
}

record! {
    /// A competence in a curriculum.
    CompetenceInCurriculum needs {
        /// The competence.
        competence: Competence,
        /// How many profession themes serve it.
        themes: Count,
        /// How many subject lines serve it.
        subject_lines: Count,
        /// How many portfolio assignments are about it.
        assignments: Count,
    } may {
    }
}

record! {
    /// A profession theme.
    ThemeCoverage<'a> needs {
        /// Its id.
        id: ProfessionThemeId<'a>,
        /// The competences that it serves, in the order of their list.
        competences: Always<Vec<ServedCompetence>>,
    } may {
        /// Its title.
        title: Option<Cow<'a, str>>,
        /// The study years that it is in; absent: any.
        study_years: Set<StudyYear>,
    }
}

record! {
    /// A subject line.
    SubjectLineCoverage<'a> needs {
        /// Its id.
        id: SubjectLineId<'a>,
        /// The competences that it serves, in the order of their list.
        competences: Always<Vec<ServedCompetence>>,
        /// The knowledge bases that are in it, in the order of their numbers.
        knowledge_bases: Always<Vec<KnowledgeBaseInLine>>,
    } may {
        /// Its title.
        title: Option<Cow<'a, str>>,
        /// The study years that it is in; absent: any.
        study_years: Set<StudyYear>,
    }
}

record! {
    /// A competence that a profession theme or a subject line serves. What is counted is of the study years of that theme or
    /// line.
    ServedCompetence needs {
        /// The competence.
        competence: Competence,
        /// How many portfolio assignments of the curriculum are about it.
        assignments: Count,
    } may {
        /// Of a student: how many pieces of evidence show it, drafts included.
        evidence: Option<Count>,
        /// Of a student: how many final assessments are of it.
        final_assessments: Option<Count>,
    }
}

record! {
    /// A knowledge base (kennisbasis) that is in a subject line. What is counted is of the study years of that line.
    KnowledgeBaseInLine needs {
        /// The subject of the knowledge base.
        subject: Subject,
        /// How many portfolio assignments of the curriculum are about that subject.
        assignments: Count,
    } may {
        /// Of a student: how many pieces of evidence are of that subject, drafts included.
        evidence: Option<Count>,
    }
}

record! {
    /// A knowledge base (kennisbasis).
    KnowledgeBaseCoverage needs {
        /// Its subject.
        subject: Subject,
        /// How many subject lines it is in.
        subject_lines: Count,
        /// How many portfolio assignments of the curriculum are about that subject.
        assignments: Count,
    } may {
        /// Of a student: how many pieces of evidence are of that subject, drafts included.
        evidence: Option<Count>,
    }
}

record! {
    /// A component of the curricular spider web.
    WebCoverage needs {
        /// The component.
        component: WebComponent,
        /// In how many elements it is open: they say nothing of it.
        open: Count,
    } may {
    }
}

record! {
    /// An element of the curriculum.
    ElementCoverage<'a> needs {
        /// Its id.
        id: ElementId<'a>,
        /// The components of the spider web of which it says nothing.
        open: Always<Set<WebComponent>>,
    } may {
        /// Its title.
        title: Option<Cow<'a, str>>,
        /// The study years that it is in.
        study_years: Set<StudyYear>,
    }
}

/// The subjects that are none of the ten knowledge bases of 2012: those that have no number in their list.
const WITHOUT_NUMBER: [Subject; 2] = [Subject::Dutch, Subject::Mathematics];

/// The ten knowledge bases.
fn knowledge_bases() -> impl Iterator<Item = Subject> {
    Subject::ALL.iter().copied().filter(|subject| !WITHOUT_NUMBER.contains(subject))
}

/// How many there are, for each set of study years that they are of: so that what is of some study years is counted in
/// sixteen steps, however many there are.
#[derive(Clone, Copy, Default)]
struct ByYears([u32; 16]);

impl ByYears {
    fn add(&mut self, years: Set<StudyYear>) {
        self.0.get_mut(Self::place(years)).into_iter().for_each(|count| *count += 1);
    }

    /// How many are of one of these study years; of none named, all.
    fn within(&self, years: Set<StudyYear>) -> u32 {
        let wanted = Self::place(years);
        let of_them = self.0.iter().enumerate().filter(|(place, _)| years.is_empty() || place & wanted != 0);
        of_them.map(|(_, count)| count).sum()
    }

    /// The study years are 1 to 4, and so are their positions in a set.
    fn place(years: Set<StudyYear>) -> usize {
        usize::try_from(years.bits() >> 1).unwrap_or_default()
    }
}

/// Counts of one kind of thing, by competence and by subject.
#[derive(Default)]
struct Counted {
    competences: [ByYears; Competence::ALL.len()],
    subjects: [ByYears; Subject::ALL.len()],
}

impl Counted {
    fn add(&mut self, competences: Set<Competence>, subjects: Set<Subject>, years: Set<StudyYear>) {
        for competence in competences.iter() {
            self.competences.get_mut(competence.position()).into_iter().for_each(|count| count.add(years));
        }
        for subject in subjects.iter() {
            self.subjects.get_mut(subject.position()).into_iter().for_each(|count| count.add(years));
        }
    }

    fn of_competence(&self, competence: Competence, years: Set<StudyYear>) -> Count {
        Count(self.competences.get(competence.position()).map_or(0, |count| count.within(years)))
    }

    fn of_subject(&self, subject: Subject, years: Set<StudyYear>) -> Count {
        Count(self.subjects.get(subject.position()).map_or(0, |count| count.within(years)))
    }
}

/// What there is of a student.
struct OfStudent {
    evidence: Counted,
    assessments: Counted,
}

#[cfg(feature = "portfolio")]
impl OfStudent {
    fn new(case: &PortfolioCase<'_>) -> Self {
        let (mut evidence, mut assessments) = (Counted::default(), Counted::default());
        for (_, one) in case.evidence() {
            evidence.add(one.competences, one.subject.into_iter().collect(), case.years_of(one).unwrap_or_default());
        }
        for (_, made) in case.final_assessments() {
            let years = case.study_years_by(made.study_year, made.date).unwrap_or_default();
            assessments.add(made.competences, Set::default(), years);
        }
        Self { evidence, assessments }
    }
}

/// The coverage of a curriculum by itself.
pub(crate) fn curriculum_coverage(
    curriculum: &Curriculum<'_>,
    document: &DocumentRef,
    unreadable: Vec<String>,
) -> CurriculumCoverage<'static> {
    let mut coverage = covered(curriculum, document, None);
    coverage.unreadable = unreadable.into_iter().map(Cow::Owned).collect();
    coverage
}

/// The coverage of the curriculum that belongs to a student, with the student's evidence; none where none does.
#[cfg(all(feature = "portfolio", feature = "curriculum"))]
pub(super) fn coverage_by_curriculum(case: &PortfolioCase<'_>) -> Option<CurriculumCoverage<'static>> {
    let programme = case.programme()?;
    Some(covered(programme.framework().curriculum, &programme.used().document, Some(&OfStudent::new(case))))
}

fn covered(
    curriculum: &Curriculum<'_>,
    document: &DocumentRef,
    student: Option<&OfStudent>,
) -> CurriculumCoverage<'static> {
    let mut assignments = Counted::default();
    for one in &curriculum.assignments {
        assignments.add(one.competences, one.subjects, one.study_year.into_iter().collect());
    }
    let served = |competences: Set<Competence>, years: Set<StudyYear>| -> Vec<ServedCompetence> {
        let of = |competence| ServedCompetence {
            evidence: student.map(|student| student.evidence.of_competence(competence, years)),
            final_assessments: student.map(|student| student.assessments.of_competence(competence, years)),
            ..ServedCompetence::new(competence, assignments.of_competence(competence, years))
        };
        competences.iter().map(of).collect()
    };
    let themes: Vec<ThemeCoverage<'static>> = curriculum
        .themes
        .iter()
        .map(|theme| ThemeCoverage {
            title: owned(theme.title.as_ref()),
            study_years: theme.study_years,
            ..ThemeCoverage::new(theme.id.clone().into_owned(), served(theme.competences, theme.study_years))
        })
        .collect();
    let subject_lines: Vec<SubjectLineCoverage<'static>> = curriculum
        .subject_lines
        .iter()
        .map(|line| {
            let years = line.study_years;
            let of_base = |subject| KnowledgeBaseInLine {
                evidence: student.map(|student| student.evidence.of_subject(subject, years)),
                ..KnowledgeBaseInLine::new(subject, assignments.of_subject(subject, years))
            };
            let bases = knowledge_bases().filter(|subject| line.subjects.contains(*subject)).map(of_base);
            SubjectLineCoverage {
                title: owned(line.title.as_ref()),
                study_years: years,
                ..SubjectLineCoverage::new(
                    line.id.clone().into_owned(),
                    served(line.competences, years),
                    bases.collect::<Vec<_>>(),
                )
            }
        })
        .collect();
    let elements: Vec<ElementCoverage<'static>> = curriculum
        .elements
        .iter()
        .map(|element| ElementCoverage {
            title: owned(element.title.as_ref()),
            study_years: element.study_years,
            ..ElementCoverage::new(
                element.id.clone().into_owned(),
                open_components(element, WebComponent::ALL.iter().copied().collect()),
            )
        })
        .collect();
    let (edition, any) = (edition_of(curriculum), Set::default());
    let competences: Vec<CompetenceInCurriculum> = Competence::ALL
        .iter()
        .copied()
        .filter(|competence| competence.edition() == Some(edition))
        .map(|competence| {
            let themes = curriculum.themes.iter().filter(|theme| theme.competences.contains(competence));
            let lines = curriculum.subject_lines.iter().filter(|line| line.competences.contains(competence));
            let assignments = assignments.of_competence(competence, any);
            CompetenceInCurriculum::new(competence, Count::of(themes.count()), Count::of(lines.count()), assignments)
        })
        .collect();
    let bases: Vec<KnowledgeBaseCoverage> = knowledge_bases()
        .map(|subject| {
            let lines = curriculum.subject_lines.iter().filter(|line| line.subjects.contains(subject));
            KnowledgeBaseCoverage {
                evidence: student.map(|student| student.evidence.of_subject(subject, any)),
                ..KnowledgeBaseCoverage::new(subject, Count::of(lines.count()), assignments.of_subject(subject, any))
            }
        })
        .collect();
    let web: Vec<WebCoverage> = WebComponent::ALL
        .iter()
        .map(|component| {
            let open = elements.iter().filter(|element| element.open.contains(*component));
            WebCoverage::new(*component, Count::of(open.count()))
        })
        .collect();
    CurriculumCoverage::new(document, edition, competences, themes, subject_lines)
        .knowledge_bases(bases)
        .web(web)
        .elements(elements)
}

/// The coverage of a curriculum as readable text.
pub(crate) fn curriculum_coverage_text(coverage: &CurriculumCoverage<'_>, report: &Report, voice: Voice<'_>) -> String {
    let which = coverage.document.id.as_deref().unwrap_or(voice.name(Phrase::WithoutId));
    let heading = capital(voice.name(InsightPhrase::CurriculumCoverage));
    let mut out = format!("{heading} · {} {which}\n", voice.name(Kind::Curriculum));
    write_coverage(&mut out, coverage, voice);
    write_unreadable(&mut out, report, voice);
    out
}

/// A part for each pair of axes.
pub(super) fn write_coverage(out: &mut String, coverage: &CurriculumCoverage<'_>, voice: Voice<'_>) {
    let say = |phrase: InsightPhrase| voice.name(phrase);
    let counts = |counts: &[(InsightPhrase, Option<Count>)]| {
        let given = counts.iter().filter_map(|(label, count)| Some(format!(" · {}: {}", say(*label), (*count)?.0)));
        given.collect::<String>()
    };
    let served = |out: &mut String, competences: &[ServedCompetence]| {
        for one in competences {
            let told = counts(&[
                (InsightPhrase::Assignments, Some(one.assignments)),
                (InsightPhrase::Evidence, one.evidence),
                (InsightPhrase::FinalAssessments, one.final_assessments),
            ]);
            let _ = writeln!(out, "    {}{told}", voice.name(one.competence));
        }
    };
    let part = |out: &mut String, heading: InsightPhrase, is_empty: bool| {
        let _ = writeln!(out, "\n{}", capital(say(heading)));
        if is_empty {
            let _ = writeln!(out, "  {}", say(InsightPhrase::None));
        }
    };
    let in_years = |out: &mut String, id: &str, title: Option<&str>, years: Set<StudyYear>| {
        let _ = write!(out, "  {}", titled(title, id));
        if !years.is_empty() {
            let years: Vec<String> = years.iter().map(|year| year.get().to_string()).collect();
            let _ = write!(out, " · {} {}", say(InsightPhrase::StudyYear), years.join(", "));
        }
    };
    part(out, InsightPhrase::CompetencesInCurriculum, coverage.competences.is_empty());
    for one in coverage.competences.iter() {
        let told = counts(&[
            (InsightPhrase::Themes, Some(one.themes)),
            (InsightPhrase::SubjectLines, Some(one.subject_lines)),
            (InsightPhrase::Assignments, Some(one.assignments)),
        ]);
        let _ = writeln!(out, "  {}{told}", voice.name(one.competence));
    }
    part(out, InsightPhrase::Themes, coverage.themes.is_empty());
    for theme in coverage.themes.iter() {
        in_years(out, theme.id.as_str(), theme.title.as_deref(), theme.study_years);
        out.push('\n');
        served(out, &theme.competences);
    }
    part(out, InsightPhrase::SubjectLines, coverage.subject_lines.is_empty());
    for line in coverage.subject_lines.iter() {
        in_years(out, line.id.as_str(), line.title.as_deref(), line.study_years);
        out.push('\n');
        served(out, &line.competences);
        for base in line.knowledge_bases.iter() {
            let told = counts(&[
                (InsightPhrase::Assignments, Some(base.assignments)),
                (InsightPhrase::Evidence, base.evidence),
            ]);
            let _ = writeln!(out, "    {}{told}", voice.name(base.subject));
        }
    }
    part(out, InsightPhrase::KnowledgeBases, coverage.knowledge_bases.is_empty());
    for base in coverage.knowledge_bases.iter() {
        let told = counts(&[
            (InsightPhrase::SubjectLines, Some(base.subject_lines)),
            (InsightPhrase::Assignments, Some(base.assignments)),
            (InsightPhrase::Evidence, base.evidence),
        ]);
        let _ = writeln!(out, "  {}{told}", voice.name(base.subject));
    }
    part(out, InsightPhrase::Web, coverage.web.is_empty());
    for one in coverage.web.iter() {
        let told = counts(&[(InsightPhrase::OpenElements, Some(one.open))]);
        let _ = writeln!(out, "  {}{told}", voice.name(one.component));
    }
    part(out, InsightPhrase::OpenInElements, coverage.elements.is_empty());
    for element in coverage.elements.iter() {
        in_years(out, element.id.as_str(), element.title.as_deref(), element.study_years);
        let open: Vec<String> = element.open.iter().map(|component| voice.name(component).to_owned()).collect();
        let _ = writeln!(out, ": {}", listed(&open, voice));
    }
}

#[cfg(all(test, feature = "docs"))]
mod tests {
    use super::{ByYears, knowledge_bases};
    use crate::frameworks::Subject;
    use crate::grammar::Closed as _;
    use crate::values::{Set, StudyYear};

    #[test]
    fn the_ten_knowledge_bases_are_the_subjects_with_a_number() {
        let numbered = Subject::ITEMS.iter().filter(|item| item.number.is_some()).map(|item| item.key);
        assert!(numbered.eq(knowledge_bases().map(Subject::key)));
        assert_eq!(knowledge_bases().count(), 10);
    }

    #[test]
    fn what_is_of_several_years_counts_once_in_any_of_them() {
        let years = |numbers: &[u8]| numbers.iter().filter_map(|number| StudyYear::new(*number)).collect::<Set<_>>();
        let mut counted = ByYears::default();
        [&[1][..], &[1, 2], &[4], &[]].into_iter().for_each(|of| counted.add(years(of)));
        assert_eq!(counted.within(years(&[1])), 2);
        assert_eq!(counted.within(years(&[1, 2])), 2);
        assert_eq!(counted.within(years(&[3])), 0);
        assert_eq!(counted.within(years(&[2, 4])), 2);
        assert_eq!(counted.within(years(&[])), 4, "of no study year named, all");
    }
}
