//! What a validator tells of a document besides its report.

#[cfg(any(feature = "portfolio", feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
use chrono::NaiveDate;

use super::Validator;
use crate::catalogue::{Ruled, for_kind};
use crate::documents::Kind;
#[cfg(feature = "portfolio")]
use crate::documents::Portfolios;
#[cfg(feature = "curriculum")]
use crate::documents::{Curriculum, Curriculums};
#[cfg(feature = "knowledge-base")]
use crate::documents::{KnowledgeBase, KnowledgeBases};
#[cfg(feature = "partnership")]
use crate::documents::{Partnership, Partnerships};
use crate::error::Error;
#[cfg(any(feature = "portfolio", feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
use crate::finding::Unchecked;
use crate::finding::Voice;
#[cfg(feature = "portfolio")]
use crate::grammar::Sections;
#[cfg(all(feature = "portfolio", feature = "curriculum"))]
use crate::insight::{AssessmentCard, ProgrammeAssessment, assessed, assessment_text, card, card_text};
#[cfg(feature = "portfolio")]
use crate::insight::{Coverage, HandOver, Page, coverage, coverage_text, hand_over_text};
#[cfg(feature = "knowledge-base")]
use crate::insight::{Cube, cube, cube_text};
#[cfg(feature = "curriculum")]
use crate::insight::{CurriculumCoverage, curriculum_coverage, curriculum_coverage_text};
#[cfg(all(feature = "portfolio", feature = "knowledge-base"))]
use crate::insight::{JustInTime, just_in_time, just_in_time_text};
#[cfg(feature = "partnership")]
use crate::insight::{Network, network, network_text};
use crate::insight::{Trace, trace, trace_text};
#[cfg(any(feature = "partnership", feature = "knowledge-base"))]
use crate::judging::Judged as _;
use crate::judging::Moment;
#[cfg(feature = "portfolio")]
use crate::portfolio::PortfolioCase;
#[cfg(any(feature = "portfolio", feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
use crate::reading::{LeftOut, Opened, open};
use crate::report::Report;

impl Validator {
    /// Why each rule answered about a portfolio as it did: by what it is met, or which findings would have to be fixed.
    ///
    /// ```
    /// use twentse_kubus::{Answer, Validator, parse_date};
    ///
    /// let as_of = parse_date("2024-10-01").expect("a day");
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s"}, "placements": [{"id": "pl-1",
    ///     "schoolYear": "2024-2025", "studyYear": 1, "mentors": [{"person": "m-1"}]}]}"#;
    /// let trace = Validator::default().trace(portfolio, as_of);
    /// let mentor = trace.rules.iter().find(|rule| rule.code == "TK-P105").expect("the rule was checked");
    /// assert_eq!(mentor.outcome, Answer::Met);
    /// assert_eq!(mentor.met_by[0].path.as_deref(), Some("/placements/0"));
    /// ```
    #[cfg(feature = "portfolio")]
    pub fn trace(&self, portfolio: &[u8], moment: impl Into<Moment>) -> Trace<'static> {
        self.traced::<Portfolios>(portfolio, moment.into()).1
    }

    /// The same of a document of any kind that this build has rules for.
    ///
    /// # Errors
    /// `unknown-kind` for a kind that has no rules here.
    pub fn trace_as(&self, kind: Kind, document: &[u8], moment: impl Into<Moment>) -> Result<Trace<'static>, Error> {
        for_kind!(kind, K => self.traced::<K>(document, moment.into()).1).ok_or(Error::UnknownKind)
    }

    /// The trace as readable text.
    ///
    /// # Errors
    /// `unknown-kind` for a kind that has no rules here.
    #[cfg(feature = "messages")]
    pub fn trace_text(
        &self,
        kind: Kind,
        document: &[u8],
        moment: impl Into<Moment>,
        lang: crate::language::Lang,
    ) -> Result<String, Error> {
        self.trace_in(kind, document, moment.into(), Voice::of(lang))
    }

    pub(crate) fn trace_in(
        &self,
        kind: Kind,
        document: &[u8],
        moment: Moment,
        voice: Voice<'_>,
    ) -> Result<String, Error> {
        let (report, trace) = for_kind!(kind, K => self.traced::<K>(document, moment)).ok_or(Error::UnknownKind)?;
        Ok(trace_text(&report, &trace, voice))
    }

    fn traced<K: Ruled>(&self, document: &[u8], moment: Moment) -> (Report, Trace<'static>) {
        let mut tray = self.tray::<K>(moment).tracing();
        let report = self.gathered_in::<K>(document, moment, &mut tray);
        let trace = trace(&report, tray.take_trace());
        (report, trace)
    }
}

#[cfg(feature = "curriculum")]
impl Validator {
    /// How a curriculum is covered, without any portfolio: which competences its profession themes and subject lines serve,
    /// which knowledge bases are in which subject line, which components of the spider web are open in which element.
    ///
    /// ```
    /// use twentse_kubus::Validator;
    /// use twentse_kubus::frameworks::Competence;
    ///
    /// let curriculum = br#"{"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024",
    ///     "themes": [{"id": "differences", "competences": ["2017-pedagogical"]}]}"#;
    /// let coverage = Validator::default().curriculum_coverage(curriculum)?;
    /// let served: Vec<(Competence, u32)> = coverage.competences.iter().map(|row| (row.competence, row.themes.0)).collect();
    /// assert_eq!(served[2], (Competence::Pedagogical2017, 1));
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unreadable-document` when nothing of it can be judged; validating it says why.
    pub fn curriculum_coverage(&self, curriculum: &[u8]) -> Result<CurriculumCoverage<'static>, Error> {
        self.curriculum_covered(curriculum).map(|(_, coverage)| coverage)
    }

    /// The coverage of a curriculum as readable text.
    ///
    /// # Errors
    /// `unreadable-document`.
    #[cfg(feature = "messages")]
    pub fn curriculum_coverage_text(&self, curriculum: &[u8], lang: crate::language::Lang) -> Result<String, Error> {
        self.curriculum_coverage_in(curriculum, Voice::of(lang))
    }

    pub(crate) fn curriculum_coverage_in(&self, curriculum: &[u8], voice: Voice<'_>) -> Result<String, Error> {
        let (report, coverage) = self.curriculum_covered(curriculum)?;
        Ok(curriculum_coverage_text(&coverage, &report, voice))
    }

    fn curriculum_covered(&self, curriculum: &[u8]) -> Result<(Report, CurriculumCoverage<'static>), Error> {
        // No day has an effect on a curriculum.
        let day = NaiveDate::MAX;
        let report = self.of::<Curriculums>(curriculum, Moment::on(day));
        let of = |document: &Curriculum<'_>| curriculum_coverage(document, report.document(), unreadable(&report));
        let coverage = self.with_what_is_left::<Curriculums, _>(curriculum, day, |document, _| of(document))?;
        Ok((report, coverage))
    }
}

#[cfg(feature = "knowledge-base")]
impl Validator {
    /// The Twentse kubus as a knowledge base fills it on a day: for each theme the learning materials in force at every career
    /// stage and level, the cells that are empty, and whether the line from student to teacher is continuous.
    ///
    /// ```
    /// use twentse_kubus::frameworks::CubeStage;
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let base = br#"{"format": "twentse-kubus/knowledge-base@1", "id": "kb-1", "levels": ["team"],
    ///     "themes": [{"id": "bullying"}], "materials": [{"id": "m-1", "kind": "ktp", "places": [
    ///         {"theme": "bullying", "stages": ["student-1", "teacher"]}]}]}"#;
    /// let cube = Validator::default().cube(base, parse_date("2024-10-01").expect("a day"))?;
    /// assert_eq!(cube.themes[0].stages[0].levels[0].materials[0].as_str(), "m-1");
    /// assert!(!cube.themes[0].continuous);
    /// assert_eq!(cube.empty[0].stage, CubeStage::Student2);
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unreadable-document` when nothing of it can be judged; validating it says why.
    pub fn cube(&self, knowledge_base: &[u8], as_of: NaiveDate) -> Result<Cube<'static>, Error> {
        self.cube_of(knowledge_base, as_of).map(|(_, cube)| cube)
    }

    /// The cube as readable text.
    ///
    /// # Errors
    /// `unreadable-document`.
    #[cfg(feature = "messages")]
    pub fn cube_text(
        &self,
        knowledge_base: &[u8],
        as_of: NaiveDate,
        lang: crate::language::Lang,
    ) -> Result<String, Error> {
        self.cube_in(knowledge_base, as_of, Voice::of(lang))
    }

    pub(crate) fn cube_in(&self, knowledge_base: &[u8], as_of: NaiveDate, voice: Voice<'_>) -> Result<String, Error> {
        let (report, cube) = self.cube_of(knowledge_base, as_of)?;
        Ok(cube_text(&cube, &report, voice))
    }

    fn cube_of(&self, knowledge_base: &[u8], as_of: NaiveDate) -> Result<(Report, Cube<'static>), Error> {
        let moment = Moment::on(as_of);
        let report = self.of::<KnowledgeBases>(knowledge_base, moment);
        let of = |document: &KnowledgeBase<'_>| {
            let case = KnowledgeBases::case(document, moment, &self.rulebook, None);
            cube(&case, &report, unreadable(&report))
        };
        let cube = self.with_what_is_left::<KnowledgeBases, _>(knowledge_base, as_of, |document, _| of(document))?;
        Ok((report, cube))
    }
}

#[cfg(feature = "portfolio")]
impl Validator {
    /// What the next school or trainer must know of a student: placements so far, age bands, specialisation, open goals, the last
    /// advice of a mentor, next steps, and what the next study year will require. It holds ids, days and closed values; with
    /// `texts` also the student's goals and the mentor's advice in their own words, for who may read the portfolio.
    ///
    /// ```
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let as_of = parse_date("2024-10-01").expect("a day");
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s"}, "placements": [{"id": "pl-1",
    ///     "schoolYear": "2024-2025", "studyYear": 1, "groups": [1, 2]}]}"#;
    /// let page = Validator::default().hand_over(portfolio, as_of, false)?;
    /// assert_eq!((page.placements.len(), page.bands_missing.len()), (1, 2));
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unreadable-document` when nothing of it can be judged; validating it says why.
    pub fn hand_over(
        &self,
        portfolio: &[u8],
        moment: impl Into<Moment>,
        texts: bool,
    ) -> Result<HandOver<'static>, Error> {
        self.page(portfolio, moment.into(), texts).map(|page| page.shown)
    }

    /// The hand-over page as readable text.
    ///
    /// # Errors
    /// `unreadable-document`.
    #[cfg(feature = "messages")]
    pub fn hand_over_text(
        &self,
        portfolio: &[u8],
        moment: impl Into<Moment>,
        texts: bool,
        lang: crate::language::Lang,
    ) -> Result<String, Error> {
        self.hand_over_in(portfolio, moment.into(), texts, Voice::of(lang))
    }

    pub(crate) fn hand_over_in(
        &self,
        portfolio: &[u8],
        moment: Moment,
        texts: bool,
        voice: Voice<'_>,
    ) -> Result<String, Error> {
        self.page(portfolio, moment, texts).map(|page| hand_over_text(&page, voice))
    }

    fn page(&self, portfolio: &[u8], moment: Moment, texts: bool) -> Result<Page, Error> {
        let report = self.validate(portfolio, moment);
        let unreadable = unreadable(&report);
        self.with_case(portfolio, moment, |case| {
            Page::new(case, report, unreadable, texts, |ahead, day| self.validate_document(ahead, day))
        })
    }

    /// How much evidence and how many final assessments there are for each competence, by study year. Where a curriculum
    /// belongs to the student, also by its profession themes and subject lines, with the rest of
    /// [`Validator::curriculum_coverage`].
    ///
    /// ```
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let as_of = parse_date("2024-10-01").expect("a day");
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1", "student": {"id": "s", "cohort": "2024-2025"},
    ///     "evidence": [{"id": "ev-1", "kind": "lesson-report", "competences": ["2017-pedagogical"]}]}"#;
    /// let coverage = Validator::default().coverage(portfolio, as_of)?;
    /// let evidence: Vec<u32> = coverage.competences.iter().map(|row| row.no_year.evidence.0).collect();
    /// assert_eq!(evidence, [0, 0, 1]);
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unreadable-document` when nothing of it can be judged; validating it says why.
    pub fn coverage(&self, portfolio: &[u8], moment: impl Into<Moment>) -> Result<Coverage<'static>, Error> {
        self.covered(portfolio, moment.into()).map(|(_, coverage)| coverage)
    }

    /// Coverage as readable text.
    ///
    /// # Errors
    /// `unreadable-document`.
    #[cfg(feature = "messages")]
    pub fn coverage_text(
        &self,
        portfolio: &[u8],
        moment: impl Into<Moment>,
        lang: crate::language::Lang,
    ) -> Result<String, Error> {
        self.coverage_in(portfolio, moment.into(), Voice::of(lang))
    }

    pub(crate) fn coverage_in(&self, portfolio: &[u8], moment: Moment, voice: Voice<'_>) -> Result<String, Error> {
        self.covered(portfolio, moment).map(|(report, coverage)| coverage_text(&coverage, &report, voice))
    }

    fn covered(&self, portfolio: &[u8], moment: Moment) -> Result<(Report, Coverage<'static>), Error> {
        let report = self.validate(portfolio, moment);
        let coverage =
            self.with_case(portfolio, moment, |case| coverage(case, report.document(), unreadable(&report)))?;
        Ok((report, coverage))
    }

    /// What the assessment framework of the student's curriculum makes of a portfolio: the outcome of each study year that has
    /// begun and of the programme, and on what each rests. With the lens `year-ended` the running study year counts as ended,
    /// with `graduating` every one does.
    ///
    /// ```
    /// use twentse_kubus::insight::YearResult;
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let curriculum = br#"{"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024", "assessment":
    ///     {"scales": [{"id": "marks", "kind": "numeric", "least": 1, "most": 10}],
    ///      "components": [{"id": "teaching", "studyYear": 1, "of": "development", "leastResult": "5.5"}]}}"#;
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1",
    ///     "student": {"id": "s", "years": [{"schoolYear": "2024-2025", "studyYear": 1}]},
    ///     "assessments": [{"id": "as-1", "of": "development", "studyYear": 1, "result": "7", "isFinal": true}]}"#;
    /// let validator = Validator::builder().curriculum(curriculum).build()?;
    /// let assessment = validator.assess(portfolio, parse_date("2025-05-01").expect("a day"))?;
    /// assert_eq!(assessment.years[0].outcome, YearResult::Passed);
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unreadable-document` when nothing of it can be judged; validating it says why.
    #[cfg(feature = "curriculum")]
    pub fn assess(&self, portfolio: &[u8], moment: impl Into<Moment>) -> Result<ProgrammeAssessment<'static>, Error> {
        self.assessed(portfolio, moment.into()).map(|(_, assessment)| assessment)
    }

    /// The outcome as readable text.
    ///
    /// # Errors
    /// `unreadable-document`.
    #[cfg(all(feature = "curriculum", feature = "messages"))]
    pub fn assess_text(
        &self,
        portfolio: &[u8],
        moment: impl Into<Moment>,
        lang: crate::language::Lang,
    ) -> Result<String, Error> {
        self.assess_in(portfolio, moment.into(), Voice::of(lang))
    }

    #[cfg(feature = "curriculum")]
    pub(crate) fn assess_in(&self, portfolio: &[u8], moment: Moment, voice: Voice<'_>) -> Result<String, Error> {
        self.assessed(portfolio, moment).map(|(report, assessment)| assessment_text(&assessment, &report, voice))
    }

    #[cfg(feature = "curriculum")]
    pub(super) fn assessed(
        &self,
        portfolio: &[u8],
        moment: Moment,
    ) -> Result<(Report, ProgrammeAssessment<'static>), Error> {
        let report = self.validate(portfolio, moment);
        let assessment = self.with_rest(portfolio, moment, |case, lost| {
            assessed(case, lost, report.document(), moment.lens, unreadable(&report))
        })?;
        Ok((report, assessment))
    }

    /// The assessment card of a student: what the curriculum assesses in each study year that has begun, who has the roles
    /// that assess it, on what evidence, how many attempts were made, and its state. The lens is that of
    /// [`Validator::assess`].
    ///
    /// ```
    /// use twentse_kubus::frameworks::Role;
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let curriculum = br#"{"format": "twentse-kubus/curriculum@1", "id": "cur-1", "firstCohort": "2023-2024", "assessment":
    ///     {"components": [{"id": "teaching", "studyYear": 1, "of": "development", "leastEvidence": 2,
    ///         "assessors": ["school-trainer"]}]}}"#;
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1",
    ///     "student": {"id": "s", "years": [{"schoolYear": "2024-2025", "studyYear": 1}]},
    ///     "placements": [{"id": "pl-1", "studyYear": 1, "trainers": [{"person": "p-1", "role": "school-trainer"}]}],
    ///     "evidence": [{"id": "ev-1", "kind": "lesson-report", "placement": "pl-1"}]}"#;
    /// let validator = Validator::builder().curriculum(curriculum).build()?;
    /// let card = validator.card(portfolio, parse_date("2025-05-01").expect("a day"))?;
    /// let (people, teaching) = (&card.years[0].people, &card.years[0].components[0]);
    /// assert_eq!((people[0].role, people[0].persons[0].as_str()), (Role::SchoolTrainer, "p-1"));
    /// assert_eq!((teaching.required_evidence[0].wanted.0, teaching.evidence.0), (2, 1));
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unreadable-document` when nothing of it can be judged; validating it says why.
    #[cfg(feature = "curriculum")]
    pub fn card(&self, portfolio: &[u8], moment: impl Into<Moment>) -> Result<AssessmentCard<'static>, Error> {
        self.carded(portfolio, moment.into()).map(|(_, card)| card)
    }

    /// The assessment card as readable text.
    ///
    /// # Errors
    /// `unreadable-document`.
    #[cfg(all(feature = "curriculum", feature = "messages"))]
    pub fn card_text(
        &self,
        portfolio: &[u8],
        moment: impl Into<Moment>,
        lang: crate::language::Lang,
    ) -> Result<String, Error> {
        self.card_in(portfolio, moment.into(), Voice::of(lang))
    }

    #[cfg(feature = "curriculum")]
    pub(crate) fn card_in(&self, portfolio: &[u8], moment: Moment, voice: Voice<'_>) -> Result<String, Error> {
        self.carded(portfolio, moment).map(|(report, card)| card_text(&card, &report, voice))
    }

    #[cfg(feature = "curriculum")]
    fn carded(&self, portfolio: &[u8], moment: Moment) -> Result<(Report, AssessmentCard<'static>), Error> {
        let report = self.validate(portfolio, moment);
        let card = self.with_rest(portfolio, moment, |case, lost| {
            card(case, lost, report.document(), moment.lens, unreadable(&report))
        })?;
        Ok((report, card))
    }

    /// What the knowledge base has for the learning needs of a student: for each learning goal or question that nothing takes up
    /// yet, and each competence without evidence, the learning materials in force for its themes at the student's career stage, the
    /// nearest level first, at most ten.
    ///
    /// ```
    /// use twentse_kubus::frameworks::CubeLevel;
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let base = br#"{"format": "twentse-kubus/knowledge-base@1", "id": "kb-1", "materials": [
    ///     {"id": "m-1", "kind": "ktp", "places": [{"theme": "bullying", "levels": ["team"]}]},
    ///     {"id": "m-2", "kind": "ktp", "places": [{"theme": "bullying", "stages": ["student-1"]}]}]}"#;
    /// let portfolio = br#"{"format": "twentse-kubus/portfolio@1",
    ///     "student": {"id": "s", "years": [{"schoolYear": "2024-2025", "studyYear": 1}]},
    ///     "goals": [{"id": "g-1", "kind": "learning-goal", "text": "...", "themes": ["bullying"]}]}"#;
    /// let validator = Validator::builder().knowledge_base(base).build()?;
    /// let learner = validator.just_in_time(portfolio, parse_date("2024-10-01").expect("a day"))?;
    /// let nearest = &learner.needs[0].suggestions[0];
    /// assert_eq!((nearest.material.as_str(), nearest.level), ("m-2", CubeLevel::Individual));
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unreadable-document` when nothing of it can be judged; validating it says why.
    #[cfg(feature = "knowledge-base")]
    pub fn just_in_time(&self, portfolio: &[u8], moment: impl Into<Moment>) -> Result<JustInTime<'static>, Error> {
        self.needed(portfolio, moment.into()).map(|(_, told)| told)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `unreadable-document`.
    #[cfg(all(feature = "knowledge-base", feature = "messages"))]
    pub fn just_in_time_text(
        &self,
        portfolio: &[u8],
        moment: impl Into<Moment>,
        lang: crate::language::Lang,
    ) -> Result<String, Error> {
        self.just_in_time_in(portfolio, moment.into(), Voice::of(lang))
    }

    #[cfg(feature = "knowledge-base")]
    pub(crate) fn just_in_time_in(&self, portfolio: &[u8], moment: Moment, voice: Voice<'_>) -> Result<String, Error> {
        self.needed(portfolio, moment).map(|(report, told)| just_in_time_text(&told, &report, voice))
    }

    #[cfg(feature = "knowledge-base")]
    fn needed(&self, portfolio: &[u8], moment: Moment) -> Result<(Report, JustInTime<'static>), Error> {
        let report = self.validate(portfolio, moment);
        let told =
            self.with_case(portfolio, moment, |case| just_in_time(case, report.document(), unreadable(&report)))?;
        Ok((report, told))
    }

    /// What can be judged of a portfolio, before its rules.
    pub(super) fn with_case<T>(
        &self,
        portfolio: &[u8],
        moment: Moment,
        then: impl FnOnce(&PortfolioCase<'_>) -> T,
    ) -> Result<T, Error> {
        self.with_rest(portfolio, moment, |case, _| then(case))
    }

    /// The same, with the sections that lost something.
    fn with_rest<T>(
        &self,
        portfolio: &[u8],
        moment: Moment,
        then: impl FnOnce(&PortfolioCase<'_>, Sections) -> T,
    ) -> Result<T, Error> {
        self.with_what_is_left::<Portfolios, _>(portfolio, moment.as_of, |document, left_out| {
            let case = PortfolioCase::new(document, moment, &self.rulebook, self.others::<Portfolios>());
            then(&case, left_out.lost)
        })
    }
}

#[cfg(feature = "partnership")]
impl Validator {
    /// The organisation of a partnership in its school year: schools with students and places, the time and the load of trainers,
    /// their training and registration, and meetings against what is required; by what holds on the day of judgement.
    ///
    /// ```
    /// use twentse_kubus::{Validator, parse_date};
    ///
    /// let partnership = br#"{"format": "twentse-kubus/partnership@1", "id": "net-1", "schoolYear": "2024-2025",
    ///     "schools": [{"id": "s-1", "places": 3}], "students": [{"student": "st-1", "studyYear": 1, "school": "s-1"}],
    ///     "persons": [{"id": "p-1", "roles": [{"role": "school-trainer", "schools": ["s-1"], "daysPerWeek": 0.5}]}]}"#;
    /// let network = Validator::default().network(partnership, parse_date("2024-10-01").expect("a day"))?;
    /// let school = &network.schools[0];
    /// assert_eq!(school.places_left.map(|left| left.0), Some(2));
    /// assert_eq!(school.students_per_day.map(|number| number.0.to_string()).as_deref(), Some("2"));
    /// # Ok::<(), twentse_kubus::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unreadable-document` when nothing of it can be judged; validating it says why.
    pub fn network(&self, partnership: &[u8], moment: impl Into<Moment>) -> Result<Network<'static>, Error> {
        self.network_of(partnership, moment.into()).map(|(_, network)| network)
    }

    /// The organisation as readable text.
    ///
    /// # Errors
    /// `unreadable-document`.
    #[cfg(feature = "messages")]
    pub fn network_text(
        &self,
        partnership: &[u8],
        moment: impl Into<Moment>,
        lang: crate::language::Lang,
    ) -> Result<String, Error> {
        self.network_in(partnership, moment.into(), Voice::of(lang))
    }

    pub(crate) fn network_in(&self, partnership: &[u8], moment: Moment, voice: Voice<'_>) -> Result<String, Error> {
        let (report, network) = self.network_of(partnership, moment)?;
        Ok(network_text(&network, &report, voice))
    }

    fn network_of(&self, partnership: &[u8], moment: Moment) -> Result<(Report, Network<'static>), Error> {
        let report = self.of::<Partnerships>(partnership, moment);
        let of = |document: &Partnership<'_>| {
            let case = Partnerships::case(document, moment, &self.rulebook, None);
            network(&case, moment.as_of, &report, unreadable(&report))
        };
        let network =
            self.with_what_is_left::<Partnerships, _>(partnership, moment.as_of, |document, _| of(document))?;
        Ok((report, network))
    }
}

#[cfg(any(feature = "portfolio", feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
impl Validator {
    /// What can be judged of a document, with what is left out.
    pub(super) fn with_what_is_left<K: Ruled, T>(
        &self,
        document: &[u8],
        as_of: NaiveDate,
        then: impl FnOnce(&K::Document<'_>, &LeftOut) -> T,
    ) -> Result<T, Error> {
        match open::<K>(document, &self.rulebook.limits(as_of), as_of, &mut |_| {}) {
            Opened::Sound(document) => Ok(then(&document, &LeftOut::default())),
            Opened::Cut(document, left_out) => Ok(then(&document, &left_out)),
            Opened::Torn(rest, left_out) => {
                rest.document().map(|document| then(&document, &left_out)).ok_or(Error::Unreadable)
            }
        }
    }
}

/// The parts that could not be read, as JSON Pointers.
#[cfg(any(feature = "portfolio", feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
fn unreadable(report: &Report) -> Vec<String> {
    let part = |entry: &Unchecked| if let Unchecked::Unreadable(path) = entry { Some(path.to_string()) } else { None };
    report.unchecked().iter().filter_map(part).collect()
}
