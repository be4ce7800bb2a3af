//! The bound surface: what every language binding offers, in texts and bytes only. It is for bindings alone and may change
//! with them; a Rust program uses the types at the root of the crate.
//!
//! A binding converts what its language gives, calls one of these, and converts what comes back.

use std::sync::Arc;

use crate::documents::Kind;
pub use crate::documents::Used;
pub use crate::error::Error;
#[cfg(feature = "messages")]
use crate::finding::Voice;
pub use crate::finding::{Finding, Outcome, Unchecked};
use crate::grammar::Closed;
#[cfg(all(feature = "insight", feature = "portfolio"))]
use crate::insight::SMALLEST_GROUP;
#[cfg(feature = "insight")]
use crate::insight::{NextSteps, next_steps_text};
pub use crate::judging::Counts;
use crate::judging::{Lens, Moment};
use crate::language::Lang;
#[cfg(feature = "places")]
pub use crate::reading::Place;
use crate::values::parse_date;

/// Checks documents against a rulebook.
#[derive(Clone, Debug)]
pub struct Validator(crate::Validator);

/// Two validators are equal when they use the same rulebook, and of each kind the same documents to compare portfolios with.
impl PartialEq for Validator {
    fn eq(&self, other: &Self) -> bool {
        #[cfg(feature = "curriculum")]
        if self.0.curricula() != other.0.curricula() {
            return false;
        }
        #[cfg(feature = "partnership")]
        if self.0.partnerships() != other.0.partnerships() {
            return false;
        }
        #[cfg(feature = "knowledge-base")]
        if self.0.knowledge_bases() != other.0.knowledge_bases() {
            return false;
        }
        self.fingerprint() == other.fingerprint()
    }
}

impl Eq for Validator {}

impl Validator {
    /// From an overlay as JSON; without one, the built-in rulebook.
    ///
    /// # Errors
    /// `invalid-rulebook`, with its faults in the details.
    pub fn new(rulebook: Option<&[u8]>) -> Result<Self, Error> {
        builder(rulebook).build().map(Self)
    }

    /// By an overlay, comparing portfolios with these documents, each of a kind and the bytes of its JSON.
    ///
    /// # Errors
    /// `invalid-rulebook`, and `invalid-documents` for those that cannot be used, each with its faults in the details;
    /// `unknown-kind` for a kind that portfolios are not compared with here.
    #[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
    pub fn with_kinds(
        rulebook: Option<&[u8]>,
        documents: impl IntoIterator<Item = (Kind, impl Into<Vec<u8>>)>,
    ) -> Result<Self, Error> {
        let added = documents.into_iter().try_fold(builder(rulebook), |builder, (kind, document)| match kind {
            #[cfg(feature = "curriculum")]
            Kind::Curriculum => Ok(builder.curriculum(document)),
            #[cfg(feature = "partnership")]
            Kind::Partnership => Ok(builder.partnership(document)),
            #[cfg(feature = "knowledge-base")]
            Kind::KnowledgeBase => Ok(builder.knowledge_base(document)),
            _ => Err(Error::UnknownKind),
        });
        added?.build().map(Self)
    }

    /// By an overlay, comparing portfolios with these documents, each the bytes of its JSON: curricula, partnerships and knowledge
    /// bases, recognised by the `format` that each names.
    ///
    /// # Errors
    /// `invalid-rulebook`, and `invalid-documents` for those that cannot be used, each with its faults in the details.
    #[cfg(any(feature = "curriculum", feature = "partnership", feature = "knowledge-base"))]
    pub fn with_documents(
        rulebook: Option<&[u8]>,
        documents: impl IntoIterator<Item = impl Into<Vec<u8>>>,
    ) -> Result<Self, Error> {
        builder(rulebook).documents(documents).build().map(Self)
    }

    /// The curricula that it compares portfolios with, as they were given.
    #[cfg(feature = "curriculum")]
    pub fn curricula(&self) -> &[Vec<u8>] {
        self.0.curricula()
    }

    /// The partnerships that it compares portfolios with, as they were given.
    #[cfg(feature = "partnership")]
    pub fn partnerships(&self) -> &[Vec<u8>] {
        self.0.partnerships()
    }

    /// The knowledge bases that it compares portfolios with, as they were given.
    #[cfg(feature = "knowledge-base")]
    pub fn knowledge_bases(&self) -> &[Vec<u8>] {
        self.0.knowledge_bases()
    }

    /// The overlay it was built from.
    pub fn rulebook_source(&self) -> Option<&[u8]> {
        self.0.rulebook_source()
    }

    /// SHA-256 of the resolved rulebook.
    pub fn fingerprint(&self) -> &str {
        self.0.fingerprint()
    }

    /// The most bytes that a document may have on a day (`YYYY-MM-DD`); what is larger is answered with TK-R010.
    ///
    /// # Errors
    /// `invalid-date`.
    pub fn max_bytes(&self, as_of: &str) -> Result<u32, Error> {
        Ok(self.0.max_bytes(moment(as_of, None)?))
    }

    /// Checks a document of a kind (`portfolio` unless another is named) on a day (`YYYY-MM-DD`) through a lens: `now`
    /// (default), `year-ended` or `graduating`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`.
    pub fn validate(
        &self,
        document: &[u8],
        as_of: &str,
        lens: Option<&str>,
        kind: Option<&str>,
    ) -> Result<Report, Error> {
        self.0.validate_as(self::kind(kind)?, document, moment(as_of, lens)?).map(Report)
    }

    /// The report of a document that is larger than the rulebook lets it be, without the document (TK-R010).
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`.
    pub fn too_large(&self, as_of: &str, lens: Option<&str>, kind: Option<&str>) -> Result<Report, Error> {
        self.0.too_large(self::kind(kind)?, moment(as_of, lens)?).map(Report)
    }

    /// Checks many documents of a kind, each by itself, with a summary over all.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`.
    pub fn validate_many<D: AsRef<[u8]>>(
        &self,
        documents: &[D],
        as_of: &str,
        lens: Option<&str>,
        kind: Option<&str>,
    ) -> Result<Batch, Error> {
        // A wrong argument is refused also where there is no document.
        let (kind, moment) = (self::kind(kind)?, moment(as_of, lens)?);
        let mut batch = Batch { reports: Vec::with_capacity(documents.len()), summary: self.summary() };
        for document in documents {
            let report = self.0.validate_as(kind, document.as_ref(), moment).map(Report)?;
            self.add(&mut batch.summary, &report)?;
            batch.reports.push(report);
        }
        Ok(batch)
    }

    /// Checks a dossier: documents of any kind, each recognised by its `format`, with a summary over all. Portfolios are
    /// compared with the others among them, and with those that the validator was given.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`, `invalid-documents`.
    pub fn dossier<D: AsRef<[u8]>>(&self, documents: &[D], as_of: &str, lens: Option<&str>) -> Result<Batch, Error> {
        let (reports, summary) = self.0.dossier(documents, moment(as_of, lens)?)?;
        Ok(Batch { reports: reports.into_iter().map(Report).collect(), summary: Summary(summary) })
    }

    /// Why each rule answered about a document as it did, as JSON: `schema("trace")`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`.
    #[cfg(feature = "insight")]
    pub fn trace(&self, document: &[u8], as_of: &str, lens: Option<&str>, kind: Option<&str>) -> Result<String, Error> {
        Ok(json(&self.0.trace_as(self::kind(kind)?, document, moment(as_of, lens)?)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages"))]
    pub fn trace_text(
        &self,
        document: &[u8],
        as_of: &str,
        lens: Option<&str>,
        kind: Option<&str>,
        lang: &str,
    ) -> Result<String, Error> {
        let voice = Voice::of(Lang::parse(lang)?);
        self.0.trace_in(self::kind(kind)?, document, moment(as_of, lens)?, voice)
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`.
    #[cfg(feature = "insight")]
    pub fn trace_text_from(
        &self,
        document: &[u8],
        as_of: &str,
        lens: Option<&str>,
        kind: Option<&str>,
        sentences: &Sentences,
    ) -> Result<String, Error> {
        self.0.trace_in(self::kind(kind)?, document, moment(as_of, lens)?, (&*sentences.0).into())
    }

    /// What the next school or trainer must know of a student, as JSON: `schema("hand-over")`. With `texts` it quotes the
    /// student's goals and the mentor's last advice.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "portfolio"))]
    pub fn hand_over(&self, portfolio: &[u8], as_of: &str, texts: bool) -> Result<String, Error> {
        Ok(json(&self.0.hand_over(portfolio, moment(as_of, None)?, texts)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "portfolio"))]
    pub fn hand_over_text(&self, portfolio: &[u8], as_of: &str, texts: bool, lang: &str) -> Result<String, Error> {
        let voice = Voice::of(Lang::parse(lang)?);
        self.0.hand_over_in(portfolio, moment(as_of, None)?, texts, voice)
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "portfolio"))]
    pub fn hand_over_text_from(
        &self,
        portfolio: &[u8],
        as_of: &str,
        texts: bool,
        sentences: &Sentences,
    ) -> Result<String, Error> {
        self.0.hand_over_in(portfolio, moment(as_of, None)?, texts, (&*sentences.0).into())
    }

    /// What the assessment framework of the student's curriculum makes of a portfolio, as JSON: `schema("assessment")`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
    pub fn assess(&self, portfolio: &[u8], as_of: &str, lens: Option<&str>) -> Result<String, Error> {
        Ok(json(&self.0.assess(portfolio, moment(as_of, lens)?)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "portfolio", feature = "curriculum"))]
    pub fn assess_text(&self, portfolio: &[u8], as_of: &str, lens: Option<&str>, lang: &str) -> Result<String, Error> {
        let voice = Voice::of(Lang::parse(lang)?);
        self.0.assess_in(portfolio, moment(as_of, lens)?, voice)
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
    pub fn assess_text_from(
        &self,
        portfolio: &[u8],
        as_of: &str,
        lens: Option<&str>,
        sentences: &Sentences,
    ) -> Result<String, Error> {
        self.0.assess_in(portfolio, moment(as_of, lens)?, (&*sentences.0).into())
    }

    /// The assessment card of a student, as JSON: `schema("assessment-card")`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
    pub fn card(&self, portfolio: &[u8], as_of: &str, lens: Option<&str>) -> Result<String, Error> {
        Ok(json(&self.0.card(portfolio, moment(as_of, lens)?)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "portfolio", feature = "curriculum"))]
    pub fn card_text(&self, portfolio: &[u8], as_of: &str, lens: Option<&str>, lang: &str) -> Result<String, Error> {
        let voice = Voice::of(Lang::parse(lang)?);
        self.0.card_in(portfolio, moment(as_of, lens)?, voice)
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
    pub fn card_text_from(
        &self,
        portfolio: &[u8],
        as_of: &str,
        lens: Option<&str>,
        sentences: &Sentences,
    ) -> Result<String, Error> {
        self.0.card_in(portfolio, moment(as_of, lens)?, (&*sentences.0).into())
    }

    /// How much evidence and how many final assessments there are for each competence, by study year, as JSON:
    /// `schema("coverage")`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "portfolio"))]
    pub fn coverage(&self, portfolio: &[u8], as_of: &str) -> Result<String, Error> {
        Ok(json(&self.0.coverage(portfolio, moment(as_of, None)?)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "portfolio"))]
    pub fn coverage_text(&self, portfolio: &[u8], as_of: &str, lang: &str) -> Result<String, Error> {
        let voice = Voice::of(Lang::parse(lang)?);
        self.0.coverage_in(portfolio, moment(as_of, None)?, voice)
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "portfolio"))]
    pub fn coverage_text_from(&self, portfolio: &[u8], as_of: &str, sentences: &Sentences) -> Result<String, Error> {
        self.0.coverage_in(portfolio, moment(as_of, None)?, (&*sentences.0).into())
    }

    /// The report of a portfolio and the outcome by the assessment framework, with all that they were made from, as JSON:
    /// `schema("bundle")`. [`replay`] makes them again.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
    pub fn bundle(&self, portfolio: &[u8], as_of: &str, lens: Option<&str>) -> Result<String, Error> {
        Ok(json(&self.0.bundle(portfolio, moment(as_of, lens)?)))
    }

    /// How a curriculum is covered, without any portfolio, as JSON: `schema("curriculum-coverage")`.
    ///
    /// # Errors
    /// `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "curriculum"))]
    pub fn curriculum_coverage(&self, curriculum: &[u8]) -> Result<String, Error> {
        Ok(json(&self.0.curriculum_coverage(curriculum)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `unreadable-document`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "curriculum"))]
    pub fn curriculum_coverage_text(&self, curriculum: &[u8], lang: &str) -> Result<String, Error> {
        self.0.curriculum_coverage_in(curriculum, Voice::of(Lang::parse(lang)?))
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "curriculum"))]
    pub fn curriculum_coverage_text_from(&self, curriculum: &[u8], sentences: &Sentences) -> Result<String, Error> {
        self.0.curriculum_coverage_in(curriculum, (&*sentences.0).into())
    }

    /// The Twentse kubus as a knowledge base fills it on a day, as JSON: `schema("cube")`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "knowledge-base"))]
    pub fn cube(&self, knowledge_base: &[u8], as_of: &str) -> Result<String, Error> {
        Ok(json(&self.0.cube(knowledge_base, moment(as_of, None)?.as_of)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "knowledge-base"))]
    pub fn cube_text(&self, knowledge_base: &[u8], as_of: &str, lang: &str) -> Result<String, Error> {
        self.0.cube_in(knowledge_base, moment(as_of, None)?.as_of, Voice::of(Lang::parse(lang)?))
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "knowledge-base"))]
    pub fn cube_text_from(&self, knowledge_base: &[u8], as_of: &str, sentences: &Sentences) -> Result<String, Error> {
        self.0.cube_in(knowledge_base, moment(as_of, None)?.as_of, (&*sentences.0).into())
    }

    /// The organisation of a partnership in its school year, as JSON: `schema("network")`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "partnership"))]
    pub fn network(&self, partnership: &[u8], as_of: &str, lens: Option<&str>) -> Result<String, Error> {
        Ok(json(&self.0.network(partnership, moment(as_of, lens)?)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "partnership"))]
    pub fn network_text(
        &self,
        partnership: &[u8],
        as_of: &str,
        lens: Option<&str>,
        lang: &str,
    ) -> Result<String, Error> {
        let voice = Voice::of(Lang::parse(lang)?);
        self.0.network_in(partnership, moment(as_of, lens)?, voice)
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "partnership"))]
    pub fn network_text_from(
        &self,
        partnership: &[u8],
        as_of: &str,
        lens: Option<&str>,
        sentences: &Sentences,
    ) -> Result<String, Error> {
        self.0.network_in(partnership, moment(as_of, lens)?, (&*sentences.0).into())
    }

    /// What the knowledge base has for the learning needs of a student, at the student's career stage, as JSON:
    /// `schema("just-in-time")`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "knowledge-base"))]
    pub fn just_in_time(&self, portfolio: &[u8], as_of: &str) -> Result<String, Error> {
        Ok(json(&self.0.just_in_time(portfolio, moment(as_of, None)?)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "portfolio", feature = "knowledge-base"))]
    pub fn just_in_time_text(&self, portfolio: &[u8], as_of: &str, lang: &str) -> Result<String, Error> {
        let voice = Voice::of(Lang::parse(lang)?);
        self.0.just_in_time_in(portfolio, moment(as_of, None)?, voice)
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "knowledge-base"))]
    pub fn just_in_time_text_from(
        &self,
        portfolio: &[u8],
        as_of: &str,
        sentences: &Sentences,
    ) -> Result<String, Error> {
        self.0.just_in_time_in(portfolio, moment(as_of, None)?, (&*sentences.0).into())
    }

    /// Counts over many portfolios, in all, by school and by study year, as JSON: `schema("overview")`. A count of results is hidden
    /// where it would say something about fewer than `k` students, 5 unless another number is given.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`.
    #[cfg(all(feature = "insight", feature = "portfolio"))]
    pub fn overview<D: AsRef<[u8]>>(
        &self,
        portfolios: &[D],
        as_of: &str,
        lens: Option<&str>,
        k: Option<u32>,
    ) -> Result<String, Error> {
        Ok(json(&self.0.overview(portfolios, moment(as_of, lens)?, k.unwrap_or(SMALLEST_GROUP))))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "portfolio"))]
    pub fn overview_text<D: AsRef<[u8]>>(
        &self,
        portfolios: &[D],
        as_of: &str,
        lens: Option<&str>,
        k: Option<u32>,
        lang: &str,
    ) -> Result<String, Error> {
        let voice = Voice::of(Lang::parse(lang)?);
        Ok(self.0.overview_in(portfolios, moment(as_of, lens)?, k.unwrap_or(SMALLEST_GROUP), voice))
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`.
    #[cfg(all(feature = "insight", feature = "portfolio"))]
    pub fn overview_text_from<D: AsRef<[u8]>>(
        &self,
        portfolios: &[D],
        as_of: &str,
        lens: Option<&str>,
        k: Option<u32>,
        sentences: &Sentences,
    ) -> Result<String, Error> {
        let voice = (&*sentences.0).into();
        Ok(self.0.overview_in(portfolios, moment(as_of, lens)?, k.unwrap_or(SMALLEST_GROUP), voice))
    }

    /// Where each student can go in a school year, written as `2024-2025`, as JSON: `schema("where-next")`. The partnership is
    /// that of the school year.
    ///
    /// # Errors
    /// `invalid-school-year`, `unreadable-document`, `invalid-documents`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "partnership"))]
    pub fn where_next(&self, portfolios: &[&[u8]], partnership: &[u8], school_year: &str) -> Result<String, Error> {
        Ok(json(&self.0.where_next(portfolios, partnership, year(school_year)?)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-school-year`, `unreadable-document`, `invalid-documents`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "portfolio", feature = "partnership"))]
    pub fn where_next_text(
        &self,
        portfolios: &[&[u8]],
        partnership: &[u8],
        school_year: &str,
        lang: &str,
    ) -> Result<String, Error> {
        self.0.where_next_in(portfolios, partnership, year(school_year)?, Voice::of(Lang::parse(lang)?))
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-school-year`, `unreadable-document`, `invalid-documents`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "partnership"))]
    pub fn where_next_text_from(
        &self,
        portfolios: &[&[u8]],
        partnership: &[u8],
        school_year: &str,
        sentences: &Sentences,
    ) -> Result<String, Error> {
        self.0.where_next_in(portfolios, partnership, year(school_year)?, (&*sentences.0).into())
    }

    /// What a proposal of placements, `schema("proposal")`, brings about, as JSON: `schema("proposal-check")`.
    ///
    /// # Errors
    /// `invalid-proposal`, `invalid-school-year`, `unreadable-document`, `invalid-documents`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "partnership"))]
    pub fn check_proposal(&self, portfolios: &[&[u8]], partnership: &[u8], proposal: &[u8]) -> Result<String, Error> {
        Ok(json(&self.0.check_proposal(portfolios, partnership, proposal)?))
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `invalid-proposal`, `invalid-school-year`, `unreadable-document`, `invalid-documents`, `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages", feature = "portfolio", feature = "partnership"))]
    pub fn check_proposal_text(
        &self,
        portfolios: &[&[u8]],
        partnership: &[u8],
        proposal: &[u8],
        lang: &str,
    ) -> Result<String, Error> {
        self.0.check_proposal_in(portfolios, partnership, proposal, Voice::of(Lang::parse(lang)?))
    }

    /// The same, by sentences that are passed in.
    ///
    /// # Errors
    /// `invalid-proposal`, `invalid-school-year`, `unreadable-document`, `invalid-documents`.
    #[cfg(all(feature = "insight", feature = "portfolio", feature = "partnership"))]
    pub fn check_proposal_text_from(
        &self,
        portfolios: &[&[u8]],
        partnership: &[u8],
        proposal: &[u8],
        sentences: &Sentences,
    ) -> Result<String, Error> {
        self.0.check_proposal_in(portfolios, partnership, proposal, (&*sentences.0).into())
    }

    /// A summary of no report yet.
    pub fn summary(&self) -> Summary {
        Summary(self.0.summary())
    }

    /// Adds a report of this validator to a summary.
    ///
    /// # Errors
    /// `other-rulebook`.
    pub fn add(&self, summary: &mut Summary, report: &Report) -> Result<(), Error> {
        self.0.add(&mut summary.0, &report.0)
    }
}

fn moment(as_of: &str, lens: Option<&str>) -> Result<Moment, Error> {
    let as_of = parse_date(as_of).ok_or(Error::InvalidDate)?;
    let lens = lens.map_or(Some(Lens::Now), Lens::from_key).ok_or(Error::UnknownLens)?;
    Ok(Moment::on(as_of).through(lens))
}

#[cfg(all(feature = "insight", feature = "portfolio", feature = "partnership"))]
fn year(text: &str) -> Result<crate::values::SchoolYear, Error> {
    crate::values::SchoolYear::parse(text).ok_or(Error::InvalidSchoolYear)
}

fn kind(kind: Option<&str>) -> Result<Kind, Error> {
    kind.map_or(Some(Kind::Portfolio), Kind::from_key).ok_or(Error::UnknownKind)
}

fn builder(rulebook: Option<&[u8]>) -> crate::ValidatorBuilder {
    let builder = crate::Validator::builder();
    match rulebook {
        Some(overlay) => builder.rulebook(overlay),
        None => builder,
    }
}

/// Checks a portfolio against the built-in rulebook.
///
/// # Errors
/// `invalid-date`.
pub fn validate(document: &[u8], as_of: &str) -> Result<Report, Error> {
    Validator::new(None)?.validate(document, as_of, None, None)
}

/// Makes the answers of a bundle again, from the documents that it was made from, in any order; says whether the same bytes
/// come out, and what differs, as JSON: `schema("replay")`.
///
/// # Errors
/// `invalid-bundle`.
#[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
pub fn replay<D: AsRef<[u8]>>(bundle: &[u8], documents: &[D]) -> Result<String, Error> {
    Ok(json(&crate::replay(bundle, documents)?))
}

/// The same as readable text in `nl`, `nl-plain` or `en`.
///
/// # Errors
/// `invalid-bundle`, `unknown-language`.
#[cfg(all(feature = "insight", feature = "messages", feature = "portfolio", feature = "curriculum"))]
pub fn replay_text<D: AsRef<[u8]>>(bundle: &[u8], documents: &[D], lang: &str) -> Result<String, Error> {
    let voice = Voice::of(Lang::parse(lang)?);
    Ok(crate::insight::replay_text(&crate::replay(bundle, documents)?, voice))
}

/// The same, by sentences that are passed in.
///
/// # Errors
/// `invalid-bundle`.
#[cfg(all(feature = "insight", feature = "portfolio", feature = "curriculum"))]
pub fn replay_text_from<D: AsRef<[u8]>>(
    bundle: &[u8],
    documents: &[D],
    sentences: &Sentences,
) -> Result<String, Error> {
    Ok(crate::insight::replay_text(&crate::replay(bundle, documents)?, (&*sentences.0).into()))
}

/// What would change under different rules: how many students, in all and by school, and how many other documents gain a finding, lose
/// one, or have one that weighs differently by the second rulebook, as JSON: `schema("comparison")`. Each rulebook is an overlay or, without
/// one, the built-in one; the documents are of any kind, recognised by the `format` that each names. Counts about fewer than `k` students
/// are hidden, 5 unless another number is given.
///
/// # Errors
/// `invalid-date`, `unknown-lens`, `invalid-rulebook`, and `invalid-documents` for documents that portfolios cannot be compared with.
#[cfg(all(feature = "insight", feature = "portfolio"))]
pub fn compare<D: AsRef<[u8]>>(
    rulebook_a: Option<&[u8]>,
    rulebook_b: Option<&[u8]>,
    documents: &[D],
    as_of: &str,
    lens: Option<&str>,
    k: Option<u32>,
) -> Result<String, Error> {
    let (moment, k) = (moment(as_of, lens)?, k.unwrap_or(SMALLEST_GROUP));
    Ok(json(&crate::compare(rulebook_a, rulebook_b, documents, moment, k)?))
}

/// The same as readable text in `nl`, `nl-plain` or `en`.
///
/// # Errors
/// Those of `compare`, and `unknown-language`.
#[cfg(all(feature = "insight", feature = "messages", feature = "portfolio"))]
pub fn compare_text<D: AsRef<[u8]>>(
    rulebook_a: Option<&[u8]>,
    rulebook_b: Option<&[u8]>,
    documents: &[D],
    as_of: &str,
    lens: Option<&str>,
    k: Option<u32>,
    lang: &str,
) -> Result<String, Error> {
    let (moment, k, voice) = (moment(as_of, lens)?, k.unwrap_or(SMALLEST_GROUP), Voice::of(Lang::parse(lang)?));
    let comparison = crate::compare(rulebook_a, rulebook_b, documents, moment, k)?;
    Ok(crate::insight::comparison_text(&comparison, voice))
}

/// The same, by sentences that are passed in.
///
/// # Errors
/// Those of `compare`.
#[cfg(all(feature = "insight", feature = "portfolio"))]
pub fn compare_text_from<D: AsRef<[u8]>>(
    rulebook_a: Option<&[u8]>,
    rulebook_b: Option<&[u8]>,
    documents: &[D],
    as_of: &str,
    lens: Option<&str>,
    k: Option<u32>,
    sentences: &Sentences,
) -> Result<String, Error> {
    let (moment, k) = (moment(as_of, lens)?, k.unwrap_or(SMALLEST_GROUP));
    let comparison = crate::compare(rulebook_a, rulebook_b, documents, moment, k)?;
    Ok(crate::insight::comparison_text(&comparison, (&*sentences.0).into()))
}

/// The sentences and labels of one language, for a library that contains none.
#[derive(Clone, Debug)]
pub struct Sentences(Arc<crate::finding::Sentences>);

impl Sentences {
    /// Reads a file of sentences.
    ///
    /// # Errors
    /// `invalid-sentences` when it is no such file, or one of another version.
    pub fn new(text: &str) -> Result<Self, Error> {
        crate::finding::Sentences::read(text).map(|sentences| Self(Arc::new(sentences))).ok_or(Error::InvalidSentences)
    }
}

/// The tag of the language that a system calls so: `nl-BE` is `nl`.
///
/// # Errors
/// `unknown-language`.
pub fn language(tag: &str) -> Result<&'static str, Error> {
    Lang::parse(tag).map(Lang::tag)
}

/// Many reports and their combined summary.
#[derive(Clone, Debug)]
pub struct Batch {
    /// One report per document, in the order given.
    pub reports: Vec<Report>,
    /// Over all of them.
    pub summary: Summary,
}

/// The report of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report(crate::Report);

impl Report {
    /// Reads back what `to_json` wrote.
    ///
    /// # Errors
    /// `unknown-kind` when it is about a kind of document that this build has no rules for; `invalid-report` when the text is
    /// not a report of this version's rules.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        crate::Report::from_json(text).map(Self)
    }

    /// `meets`, `falls-short` or `undecided`.
    pub fn verdict(&self) -> &'static str {
        self.0.verdict().key()
    }

    /// Id of the document, when it could be read.
    pub fn document_id(&self) -> Option<&str> {
        self.0.document_id()
    }

    /// The reference day, `YYYY-MM-DD`.
    pub fn as_of(&self) -> String {
        self.0.as_of().to_string()
    }

    /// `now`, `year-ended` or `graduating`.
    pub fn lens(&self) -> &'static str {
        self.0.lens().key()
    }

    /// How many findings there are of each severity.
    pub fn counts(&self) -> Counts {
        self.0.counts()
    }

    /// The findings, in total order: place, code, facts.
    pub fn findings(&self) -> &[Finding] {
        self.0.findings()
    }

    /// What every rule answered, by code.
    pub fn outcomes(&self) -> &[Outcome] {
        self.0.outcomes()
    }

    /// What was not checked, and why.
    pub fn unchecked(&self) -> &[Unchecked] {
        self.0.unchecked()
    }

    /// Version of the engine that made it.
    pub fn engine(&self) -> &'static str {
        self.0.engine()
    }

    /// SHA-256 of the resolved rulebook.
    pub fn fingerprint(&self) -> &str {
        self.0.fingerprint()
    }

    /// The documents of other kinds that were used, such as the curriculum of a student.
    pub fn used(&self) -> Vec<&Used> {
        self.0.used().collect()
    }

    /// The body as JSON: the same bytes in every language.
    pub fn body_json(&self) -> String {
        self.0.body_json()
    }

    /// Body and producer as JSON.
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `unknown-language`.
    #[cfg(feature = "messages")]
    pub fn render(&self, lang: &str) -> Result<String, Error> {
        Lang::parse(lang).map(|lang| self.0.text(Voice::of(lang)))
    }

    /// Readable text, by sentences that are passed in.
    pub fn render_from(&self, sentences: &Sentences) -> String {
        self.0.text((&*sentences.0).into())
    }

    /// What is to be done about the findings, in order, and by whom, as JSON: `schema("next-steps")`.
    #[cfg(feature = "insight")]
    pub fn next_steps(&self) -> String {
        json(&self.0.next_steps())
    }

    /// The same as readable text in `nl`, `nl-plain` or `en`.
    ///
    /// # Errors
    /// `unknown-language`.
    #[cfg(all(feature = "insight", feature = "messages"))]
    pub fn next_steps_text(&self, lang: &str) -> Result<String, Error> {
        Lang::parse(lang).map(|lang| next_steps_text(&self.0, Voice::of(lang)))
    }

    /// The same, by sentences that are passed in.
    #[cfg(feature = "insight")]
    pub fn next_steps_text_from(&self, sentences: &Sentences) -> String {
        next_steps_text(&self.0, (&*sentences.0).into())
    }

    /// The position of each finding in the text that was checked.
    #[cfg(feature = "places")]
    pub fn places(&self, document: &[u8]) -> Vec<Place> {
        self.0.places(document)
    }

    /// The kind of the document: `portfolio`, `curriculum`, `knowledge-base`.
    pub fn document_kind(&self) -> &'static str {
        self.0.document().kind.key()
    }
}

/// What `next_steps` writes, as values: for a binding that hands out records.
#[cfg(feature = "insight")]
impl From<&Report> for NextSteps<'static> {
    fn from(report: &Report) -> Self {
        report.0.next_steps()
    }
}

/// The combined result of many reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary(crate::Summary);

impl Summary {
    /// Reads back what `to_json` wrote.
    ///
    /// # Errors
    /// `invalid-report` when the text is not a summary of this version's rules.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        crate::Summary::from_json(text).map(Self)
    }

    /// The summary over the documents of both.
    ///
    /// # Errors
    /// `other-rulebook`.
    pub fn merge(&self, other: &Self) -> Result<Self, Error> {
        self.0.merge(&other.0).map(Self)
    }

    /// The rulebook's fingerprint, documents, verdicts, severities, findings and outcomes per rule, and how many waivers applied,
    /// expired or matched nothing, as JSON.
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

impl Finding {
    /// Code of the rule.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// Name of the rule.
    pub fn name(&self) -> &'static str {
        self.rule.name
    }
}

/// In texts, for bindings.
#[doc(hidden)]
impl Finding {
    /// Reads back what `to_json` wrote.
    ///
    /// # Errors
    /// `unknown-kind` when it is about a kind of document that this build has no rules for; `invalid-report` when the text is
    /// not a finding of this version's rules.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Self::restore(text)
    }

    /// The sentence for people in `nl`, `nl-plain` or `en`, made from code and facts.
    ///
    /// # Errors
    /// `unknown-language`.
    #[cfg(feature = "messages")]
    pub fn message(&self, lang: &str) -> Result<String, Error> {
        Lang::parse(lang).map(|lang| self.say(Voice::of(lang)))
    }

    /// The sentence for people, by sentences that are passed in.
    pub fn message_from(&self, sentences: &Sentences) -> String {
        self.say((&*sentences.0).into())
    }

    /// `error`, `warning` or `info`.
    pub fn severity(&self) -> &'static str {
        self.severity.key()
    }

    /// JSON Pointer into the document.
    pub fn path(&self) -> String {
        self.path.to_string()
    }

    /// The kind of item it concerns.
    pub fn subject_kind(&self) -> &'static str {
        self.subject.kind.key()
    }

    /// Id of the item it concerns.
    pub fn subject_id(&self) -> Option<&str> {
        self.subject.id.as_deref()
    }

    /// The facts, as a JSON object.
    pub fn facts_json(&self) -> String {
        json(&self.facts)
    }

    /// Other places that it is about, as a JSON list of `{role, document?, path}`.
    pub fn related_json(&self) -> String {
        json(&self.related)
    }

    /// The waiver that applies to it, as a JSON object `{index, until}`.
    pub fn waiver_json(&self) -> Option<String> {
        self.waiver.as_ref().map(json)
    }

    /// The last day on which this can still be fixed in time, `YYYY-MM-DD`.
    pub fn due(&self) -> Option<String> {
        self.due.map(|due| due.to_string())
    }

    /// Whether it is only information because its subject is still a draft.
    pub fn draft(&self) -> bool {
        self.draft
    }

    /// The finding as JSON, as in the body of the report.
    pub fn to_json(&self) -> String {
        json(self)
    }
}

impl Outcome {
    /// Code of the rule.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }
}

/// In texts, for bindings.
#[doc(hidden)]
impl Outcome {
    /// The answer: `met`, `not-met`, `not-yet`, `not-applicable`, `not-assessable` or `disabled`.
    pub fn outcome(&self) -> &'static str {
        self.answer.key()
    }

    /// Why, where the answer is neither met nor a shortfall.
    pub fn reason(&self) -> Option<&'static str> {
        self.reason.map(Closed::key)
    }

    /// What the reason refers to.
    pub fn by(&self) -> Option<&str> {
        self.by.as_deref()
    }

    /// For `not-yet`: the last day on which this can still be fixed in time, `YYYY-MM-DD`.
    pub fn due(&self) -> Option<String> {
        self.due.map(|due| due.to_string())
    }

    /// The outcome as JSON, as in the body of the report.
    pub fn to_json(&self) -> String {
        json(self)
    }
}

/// In texts, for bindings.
#[doc(hidden)]
impl Unchecked {
    /// The part that was left out, as a JSON Pointer, where it is one.
    pub fn path(&self) -> Option<String> {
        if let Self::Unreadable(path) = self { Some(path.to_string()) } else { None }
    }

    /// The codes of the rules that were not checked because they need another document.
    pub fn rules(&self) -> Vec<&'static str> {
        if let Self::Needs { rules, .. } = self { rules.iter().map(|rule| rule.code).collect() } else { Vec::new() }
    }

    /// As JSON, as in the body of the report.
    pub fn to_json(&self) -> String {
        json(self)
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// What a rule requires, why, how to fix it and where it comes from, as Markdown in `nl`, `nl-plain` or `en`.
///
/// # Errors
/// `unknown-rule`, `unknown-language`.
#[cfg(feature = "docs")]
pub fn explain(code_or_name: &str, lang: &str) -> Result<String, Error> {
    crate::explain::explain(code_or_name, Lang::parse(lang)?).map(|explanation| explanation.to_string())
}

/// Every rule with its metadata and texts, as a JSON array.
#[cfg(feature = "docs")]
pub fn rules() -> String {
    crate::explain::rules()
}

/// What people call fields, items of lists, values of closed lists and kinds of documents, in `nl`, `nl-plain` or `en`, as a
/// JSON object.
///
/// # Errors
/// `unknown-language`.
#[cfg(feature = "docs")]
pub fn labels(lang: &str) -> Result<String, Error> {
    Lang::parse(lang).map(|lang| json(&crate::labels::labels(lang)))
}

/// Every list of reference data with its items, as a JSON array.
#[cfg(feature = "docs")]
pub fn frameworks() -> String {
    json(&crate::frameworks::all().collect::<Vec<_>>())
}

/// The JSON Schema (2020-12) of a kind of document, `portfolio`, `curriculum`, `partnership` or `knowledge-base`; with the feature `rulebook-schema`, of a
/// `rulebook`; with the feature `insight`, of `next-steps`, a `trace`, a `hand-over` page, `coverage`,
/// `curriculum-coverage`, an `assessment`, an `assessment-card`, a `bundle`, a `replay`, `just-in-time`, an `overview`, a
/// `comparison`, `network`, `where-next`, a `proposal` or a `proposal-check`.
///
/// # Errors
/// `unknown-kind`.
#[cfg(feature = "schema")]
pub fn schema(kind: &str) -> Result<String, Error> {
    crate::schema::schema(kind)
}
