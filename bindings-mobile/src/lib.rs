//! Kotlin and Swift, through `uniffi`: the bound surface of the core, delegated.
#![expect(
    clippy::needless_pass_by_value,
    reason = "uniffi hands over what it has copied; a borrowed slice would ask Kotlin for a direct buffer"
)]

mod convert;

use std::sync::Arc;

use twentse_kubus::documents::Kind;
use twentse_kubus::insight::NextSteps;
use twentse_kubus::{Lang, api, frameworks};

pub use crate::convert::KubusError;
use crate::convert::{guarded, slices};

uniffi::setup_scaffolding!("twentse_kubus");

/// Checks documents against one rulebook. Built once, it serves any number of documents and threads.
#[derive(Debug, uniffi::Object)]
pub struct Validator(api::Validator);

#[uniffi::export]
impl Validator {
    /// A validator with this rulebook: an overlay as the bytes of its JSON, or none for the one that is shipped.
    ///
    /// It compares portfolios with these curricula, partnerships, each in one school year, and knowledge bases, each the bytes of
    /// its JSON. Of several curricula the one counts that fits the student's institute, partnership, mode of study and cohort, and of
    /// those the latest; of each school year of a student the partnership that the portfolio names, else the only one; of several
    /// knowledge bases the one of the student's partnership, else the only one of none.
    ///
    /// # Errors
    /// `invalid-rulebook`, and `invalid-documents` for documents that cannot be used, with every fault in `details`.
    #[uniffi::constructor(default(rulebook = None, curricula = [], partnerships = [], knowledge_bases = []))]
    pub fn new(
        rulebook: Option<Vec<u8>>,
        curricula: Vec<Vec<u8>>,
        partnerships: Vec<Vec<u8>>,
        knowledge_bases: Vec<Vec<u8>>,
    ) -> Result<Self, KubusError> {
        let of = |kind: Kind, documents: Vec<Vec<u8>>| documents.into_iter().map(move |document| (kind, document));
        let documents = of(Kind::Curriculum, curricula)
            .chain(of(Kind::Partnership, partnerships))
            .chain(of(Kind::KnowledgeBase, knowledge_bases));
        guarded(|| api::Validator::with_kinds(rulebook.as_deref(), documents)).map(Self)
    }

    /// The rulebook that it was built from as JSON text, if one was given.
    pub fn rulebook_source(&self) -> Option<String> {
        self.0.rulebook_source().map(convert::text)
    }

    /// The curricula that it compares portfolios with as JSON texts, in the order in which they were given.
    pub fn curricula(&self) -> Vec<String> {
        convert::texts(self.0.curricula())
    }

    /// The partnerships that it compares portfolios with as JSON texts, in the order in which they were given.
    pub fn partnerships(&self) -> Vec<String> {
        convert::texts(self.0.partnerships())
    }

    /// The knowledge bases that it compares portfolios with as JSON texts, in the order in which they were given.
    pub fn knowledge_bases(&self) -> Vec<String> {
        convert::texts(self.0.knowledge_bases())
    }

    /// The fingerprint of its rulebook: validators with the same one, and the same documents, give the same answers.
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint().to_owned()
    }

    /// Checks one document, given as the bytes of its JSON, as it is on `asOf` (`YYYY-MM-DD`).
    ///
    /// The lens is `now`; use `year-ended` or `graduating` for "what if that were today?". The kind is `portfolio`,
    /// unless another is named.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens` or `unknown-kind`. What is wrong with a document is a finding, never an error.
    #[uniffi::method(default(lens = None, kind = None))]
    pub fn validate(
        &self,
        document: Vec<u8>,
        as_of: &str,
        lens: Option<String>,
        kind: Option<String>,
    ) -> Result<Report, KubusError> {
        guarded(|| self.0.validate(&document, as_of, lens.as_deref(), kind.as_deref())).map(Report)
    }

    /// Checks many documents of a kind: one report per document, in their order, and a summary.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens` or `unknown-kind`.
    #[uniffi::method(default(lens = None, kind = None))]
    pub fn validate_many(
        &self,
        documents: Vec<Vec<u8>>,
        as_of: &str,
        lens: Option<String>,
        kind: Option<String>,
    ) -> Result<Batch, KubusError> {
        guarded(|| self.0.validate_many(&documents, as_of, lens.as_deref(), kind.as_deref())).map(Batch::from)
    }

    /// Checks a dossier: documents of any kind, each recognised by its `format`; one report per document, in their order, and a
    /// summary. Portfolios are compared with the others among them, and with those that the validator was given.
    ///
    /// # Errors
    /// `invalid-date` or `unknown-lens`; `invalid-documents` for documents that portfolios cannot be compared with, with every
    /// fault in `details`.
    #[uniffi::method(default(lens = None))]
    pub fn dossier(&self, documents: Vec<Vec<u8>>, as_of: &str, lens: Option<String>) -> Result<Batch, KubusError> {
        guarded(|| self.0.dossier(&documents, as_of, lens.as_deref())).map(Batch::from)
    }

    /// Why each rule answered about a document as it did, as JSON: by what it is met, or which findings would have to be
    /// mended.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens` or `unknown-kind`.
    #[uniffi::method(default(lens = None, kind = None))]
    pub fn trace(
        &self,
        document: Vec<u8>,
        as_of: &str,
        lens: Option<String>,
        kind: Option<String>,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.trace(&document, as_of, lens.as_deref(), kind.as_deref()))
    }

    /// The trace as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind` or `unknown-language`.
    #[uniffi::method(default(lens = None, kind = None, lang = "nl"))]
    pub fn trace_text(
        &self,
        document: Vec<u8>,
        as_of: &str,
        lens: Option<String>,
        kind: Option<String>,
        lang: &str,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.trace_text(&document, as_of, lens.as_deref(), kind.as_deref(), lang))
    }

    /// What the next school or trainer must know of a student, as JSON: ids, days and words of closed lists. With `texts`
    /// also the student's goals and the mentor's last advice in their own words, for who may read the portfolio.
    ///
    /// # Errors
    /// `invalid-date`; `unreadable-document` when nothing of it can be judged: `validate` says why.
    #[uniffi::method(default(texts = false))]
    pub fn hand_over(&self, portfolio: Vec<u8>, as_of: &str, texts: bool) -> Result<String, KubusError> {
        guarded(|| self.0.hand_over(&portfolio, as_of, texts))
    }

    /// The hand-over page as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document` or `unknown-language`.
    #[uniffi::method(default(texts = false, lang = "nl"))]
    pub fn hand_over_text(
        &self,
        portfolio: Vec<u8>,
        as_of: &str,
        texts: bool,
        lang: &str,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.hand_over_text(&portfolio, as_of, texts, lang))
    }

    /// What the assessment framework of the student's curriculum makes of a portfolio, as JSON: the outcome of each study year
    /// that has begun and of the programme, and for each part what that follows from. Without a curriculum that belongs to the student
    /// there are no study years.
    ///
    /// # Errors
    /// `invalid-date` or `unknown-lens`; `unreadable-document` when nothing of it can be judged: `validate` says why.
    #[uniffi::method(default(lens = None))]
    pub fn assess(&self, portfolio: Vec<u8>, as_of: &str, lens: Option<String>) -> Result<String, KubusError> {
        guarded(|| self.0.assess(&portfolio, as_of, lens.as_deref()))
    }

    /// The same as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document` or `unknown-language`.
    #[uniffi::method(default(lens = None, lang = "nl"))]
    pub fn assess_text(
        &self,
        portfolio: Vec<u8>,
        as_of: &str,
        lens: Option<String>,
        lang: &str,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.assess_text(&portfolio, as_of, lens.as_deref(), lang))
    }

    /// The assessment card of a student as JSON: what is assessed in each study year that has begun, by whom, on what evidence, and
    /// its state. Without a curriculum that belongs to the student there are no study years.
    ///
    /// # Errors
    /// `invalid-date` or `unknown-lens`; `unreadable-document` when nothing of it can be judged: `validate` says why.
    #[uniffi::method(default(lens = None))]
    pub fn card(&self, portfolio: Vec<u8>, as_of: &str, lens: Option<String>) -> Result<String, KubusError> {
        guarded(|| self.0.card(&portfolio, as_of, lens.as_deref()))
    }

    /// The assessment card as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document` or `unknown-language`.
    #[uniffi::method(default(lens = None, lang = "nl"))]
    pub fn card_text(
        &self,
        portfolio: Vec<u8>,
        as_of: &str,
        lens: Option<String>,
        lang: &str,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.card_text(&portfolio, as_of, lens.as_deref(), lang))
    }

    /// How much evidence and how many final assessments there are for each competence, by study year, as JSON.
    ///
    /// # Errors
    /// `invalid-date`; `unreadable-document` when nothing of it can be judged: `validate` says why.
    pub fn coverage(&self, portfolio: Vec<u8>, as_of: &str) -> Result<String, KubusError> {
        guarded(|| self.0.coverage(&portfolio, as_of))
    }

    /// Coverage as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document` or `unknown-language`.
    #[uniffi::method(default(lang = "nl"))]
    pub fn coverage_text(&self, portfolio: Vec<u8>, as_of: &str, lang: &str) -> Result<String, KubusError> {
        guarded(|| self.0.coverage_text(&portfolio, as_of, lang))
    }

    /// How a curriculum is covered, without any portfolio, as JSON: competences by profession theme and subject line, knowledge
    /// bases by subject line, and components of the spider web by element. Counts only.
    ///
    /// # Errors
    /// `unreadable-document` when nothing of it can be judged: `validate` says why.
    pub fn curriculum_coverage(&self, curriculum: Vec<u8>) -> Result<String, KubusError> {
        guarded(|| self.0.curriculum_coverage(&curriculum))
    }

    /// The coverage of a curriculum as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `unreadable-document` or `unknown-language`.
    #[uniffi::method(default(lang = "nl"))]
    pub fn curriculum_coverage_text(&self, curriculum: Vec<u8>, lang: &str) -> Result<String, KubusError> {
        guarded(|| self.0.curriculum_coverage_text(&curriculum, lang))
    }

    /// The Twentse kubus as a knowledge base fills it on a day, as JSON: for each theme the learning materials in force at every
    /// career stage and level, the cells that are empty, and whether the line from student to teacher is continuous.
    ///
    /// # Errors
    /// `invalid-date`; `unreadable-document` when nothing of it can be judged: `validate` says why.
    pub fn cube(&self, knowledge_base: Vec<u8>, as_of: &str) -> Result<String, KubusError> {
        guarded(|| self.0.cube(&knowledge_base, as_of))
    }

    /// The cube as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document` or `unknown-language`.
    #[uniffi::method(default(lang = "nl"))]
    pub fn cube_text(&self, knowledge_base: Vec<u8>, as_of: &str, lang: &str) -> Result<String, KubusError> {
        guarded(|| self.0.cube_text(&knowledge_base, as_of, lang))
    }

    /// The organisation of a partnership in its school year, as JSON: its schools with their students and places, the time, training and
    /// registration of trainers, and meetings against what is required.
    ///
    /// # Errors
    /// `invalid-date` or `unknown-lens`; `unreadable-document` when nothing of it can be judged: `validate` says why.
    #[uniffi::method(default(lens = None))]
    pub fn network(&self, partnership: Vec<u8>, as_of: &str, lens: Option<String>) -> Result<String, KubusError> {
        guarded(|| self.0.network(&partnership, as_of, lens.as_deref()))
    }

    /// The same as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document` or `unknown-language`.
    #[uniffi::method(default(lens = None, lang = "nl"))]
    pub fn network_text(
        &self,
        partnership: Vec<u8>,
        as_of: &str,
        lens: Option<String>,
        lang: &str,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.network_text(&partnership, as_of, lens.as_deref(), lang))
    }

    /// Just in time, just in place, as JSON: the learning needs of a student, each with at most ten learning materials that the
    /// knowledge base has in force for it at the student's career stage, the nearest level first. Without a knowledge base that
    /// belongs to the student, `reason` says why nothing is suggested.
    ///
    /// # Errors
    /// `invalid-date`; `unreadable-document` when nothing of it can be judged: `validate` says why.
    pub fn just_in_time(&self, portfolio: Vec<u8>, as_of: &str) -> Result<String, KubusError> {
        guarded(|| self.0.just_in_time(&portfolio, as_of))
    }

    /// The same as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document` or `unknown-language`.
    #[uniffi::method(default(lang = "nl"))]
    pub fn just_in_time_text(&self, portfolio: Vec<u8>, as_of: &str, lang: &str) -> Result<String, KubusError> {
        guarded(|| self.0.just_in_time_text(&portfolio, as_of, lang))
    }

    /// Where each student can go in a school year (`2024-2025`), as JSON: for each student the schools of the partnership, open or
    /// closed, and why; for each school the places that are left. The partnership is that of the school year.
    ///
    /// # Errors
    /// `invalid-school-year`, also where the partnership is of another one; `unreadable-document` when nothing of a document can be
    /// judged: `validate` says why; `invalid-documents` for two portfolios of one student.
    pub fn where_next(
        &self,
        portfolios: Vec<Vec<u8>>,
        partnership: Vec<u8>,
        school_year: &str,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.where_next(&slices(&portfolios), &partnership, school_year))
    }

    /// The same as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-school-year`, `unreadable-document`, `invalid-documents` or `unknown-language`.
    #[uniffi::method(default(lang = "nl"))]
    pub fn where_next_text(
        &self,
        portfolios: Vec<Vec<u8>>,
        partnership: Vec<u8>,
        school_year: &str,
        lang: &str,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.where_next_text(&slices(&portfolios), &partnership, school_year, lang))
    }

    /// What a proposal of placements brings about, as JSON: the findings that are there with it and not without it. A proposal is a
    /// document of the schema `proposal`, and the partnership is that of its school year.
    ///
    /// # Errors
    /// `invalid-proposal` for what is none, or none for these students, with every fault in `details`; `invalid-school-year` where
    /// the partnership is of another one; `unreadable-document` when nothing of a document can be judged: `validate` says why;
    /// `invalid-documents` for two portfolios of one student.
    pub fn check_proposal(
        &self,
        portfolios: Vec<Vec<u8>>,
        partnership: Vec<u8>,
        proposal: Vec<u8>,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.check_proposal(&slices(&portfolios), &partnership, &proposal))
    }

    /// The same as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-proposal`, `invalid-school-year`, `unreadable-document`, `invalid-documents` or `unknown-language`.
    #[uniffi::method(default(lang = "nl"))]
    pub fn check_proposal_text(
        &self,
        portfolios: Vec<Vec<u8>>,
        partnership: Vec<u8>,
        proposal: Vec<u8>,
        lang: &str,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.check_proposal_text(&slices(&portfolios), &partnership, &proposal, lang))
    }

    /// Counts over many portfolios, in all, by school and by study year, as JSON: verdicts, shortfalls by rule and evidence by
    /// competence. A count of results is hidden where it would say something about fewer than `k` students, 5 unless another number is
    /// given.
    ///
    /// # Errors
    /// `invalid-date` or `unknown-lens`.
    #[uniffi::method(default(lens = None, k = None))]
    pub fn overview(
        &self,
        portfolios: Vec<Vec<u8>>,
        as_of: &str,
        lens: Option<String>,
        k: Option<u32>,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.overview(&portfolios, as_of, lens.as_deref(), k))
    }

    /// The overview as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens` or `unknown-language`.
    #[uniffi::method(default(lens = None, k = None, lang = "nl"))]
    pub fn overview_text(
        &self,
        portfolios: Vec<Vec<u8>>,
        as_of: &str,
        lens: Option<String>,
        k: Option<u32>,
        lang: &str,
    ) -> Result<String, KubusError> {
        guarded(|| self.0.overview_text(&portfolios, as_of, lens.as_deref(), k, lang))
    }

    /// The report of a portfolio and the outcome by the assessment framework, as JSON, with all that they were made from: day, lens,
    /// rulebook, version of the library, and the SHA-256 of each document. `replay` makes them again. The documents are not in
    /// it: keep them too.
    ///
    /// # Errors
    /// `invalid-date` or `unknown-lens`.
    #[uniffi::method(default(lens = None))]
    pub fn bundle(&self, portfolio: Vec<u8>, as_of: &str, lens: Option<String>) -> Result<String, KubusError> {
        guarded(|| self.0.bundle(&portfolio, as_of, lens.as_deref()))
    }
}

/// The report on one document.
#[derive(Debug, uniffi::Object)]
pub struct Report(api::Report);

#[uniffi::export]
impl Report {
    /// Reads back what `toJson` of this version wrote.
    ///
    /// # Errors
    /// `invalid-report`.
    #[uniffi::constructor]
    pub fn from_json(text: &str) -> Result<Self, KubusError> {
        guarded(|| api::Report::from_json(text)).map(Self)
    }

    /// `meets`, `falls-short` or `undecided`.
    pub fn verdict(&self) -> String {
        self.0.verdict().to_owned()
    }

    /// The kind of the document: `portfolio`, `curriculum`, `partnership` or `knowledge-base`.
    pub fn document_kind(&self) -> String {
        self.0.document_kind().to_owned()
    }

    /// Id of the document, where it could be read.
    pub fn document_id(&self) -> Option<String> {
        self.0.document_id().map(str::to_owned)
    }

    /// The day on which the document was checked.
    pub fn as_of(&self) -> String {
        self.0.as_of()
    }

    /// The question that it answers: `now`, `year-ended` or `graduating`.
    pub fn lens(&self) -> String {
        self.0.lens().to_owned()
    }

    /// How many findings there are, by severity.
    pub fn counts(&self) -> Counts {
        self.0.counts().into()
    }

    /// The findings, each with its sentence in this language: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `unknown-language`.
    #[uniffi::method(default(lang = "nl"))]
    pub fn findings(&self, lang: &str) -> Result<Vec<Finding>, KubusError> {
        guarded(|| self.0.findings().iter().map(|finding| Finding::new(finding, lang)).collect())
    }

    /// What every rule answered.
    pub fn outcomes(&self) -> Vec<Outcome> {
        self.0.outcomes().iter().map(Outcome::from).collect()
    }

    /// What was not checked: parts that could not be read, findings beyond the limit, rules that need another document.
    pub fn unchecked(&self) -> Vec<Unchecked> {
        self.0.unchecked().iter().map(Unchecked::from).collect()
    }

    /// The documents of other kinds that were used, such as the curriculum of the student.
    pub fn used(&self) -> Vec<UsedDocument> {
        self.0.used().into_iter().map(UsedDocument::from).collect()
    }

    /// The body as JSON: the same bytes in every language.
    pub fn body_json(&self) -> String {
        self.0.body_json()
    }

    /// The whole report as JSON: `body` and `producer`.
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The version of the engine that made it.
    pub fn engine(&self) -> String {
        self.0.engine().to_owned()
    }

    /// The fingerprint of the rulebook that the document was checked against.
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint().to_owned()
    }

    /// The report as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `unknown-language`.
    #[uniffi::method(default(lang = "nl"))]
    pub fn render(&self, lang: &str) -> Result<String, KubusError> {
        guarded(|| self.0.render(lang))
    }

    /// What is to be done about the findings, in order: overdue errors, then what is due on a day by that day, then
    /// warnings, then what is worth knowing.
    pub fn next_steps(&self) -> Vec<NextStep> {
        NextSteps::from(&self.0).steps.iter().map(NextStep::from).collect()
    }

    /// The next steps as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
    ///
    /// # Errors
    /// `unknown-language`.
    #[uniffi::method(default(lang = "nl"))]
    pub fn next_steps_text(&self, lang: &str) -> Result<String, KubusError> {
        guarded(|| self.0.next_steps_text(lang))
    }

    /// The position of each finding in the text that was checked, given as its bytes, in the order of the findings.
    ///
    /// # Errors
    /// Never caused by the document; a bug in the library has code `internal`.
    pub fn places(&self, document: Vec<u8>) -> Result<Vec<Place>, KubusError> {
        guarded(|| Ok(self.0.places(&document).into_iter().map(Place::from).collect()))
    }
}

/// The combined result of many reports.
#[derive(Debug, uniffi::Object)]
pub struct Summary(api::Summary);

#[uniffi::export]
impl Summary {
    /// Reads back what `toJson` of this version wrote.
    ///
    /// # Errors
    /// `invalid-report`.
    #[uniffi::constructor]
    pub fn from_json(text: &str) -> Result<Self, KubusError> {
        guarded(|| api::Summary::from_json(text)).map(Self)
    }

    /// The summary over the documents of both.
    ///
    /// # Errors
    /// `other-rulebook`.
    pub fn merge(&self, other: &Self) -> Result<Self, KubusError> {
        guarded(|| self.0.merge(&other.0)).map(Self)
    }

    /// As JSON.
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// The reports on many documents.
#[derive(Debug, uniffi::Record)]
pub struct Batch {
    /// A report for each document, in their order.
    pub reports: Vec<Arc<Report>>,
    /// Their combined summary.
    pub summary: Arc<Summary>,
}

/// How many findings there are, by severity; waived ones apart.
#[derive(Clone, Copy, Debug, uniffi::Record)]
pub struct Counts {
    /// Short of the partnership's own norm.
    pub error: u32,
    /// Probably wrong, or short of a soft norm.
    pub warning: u32,
    /// Worth knowing, or not due yet.
    pub info: u32,
    /// Waived by the rulebook.
    pub waived: u32,
}

/// A place where a document falls short of a rule.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Finding {
    /// Code of the rule, such as `TK-P609`.
    pub code: String,
    /// Name of the rule.
    pub name: String,
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// Its place, as a JSON Pointer.
    pub path: String,
    /// What kind of thing it is about.
    pub subject_kind: String,
    /// Which one, where it has an id.
    pub subject_id: Option<String>,
    /// What is known about it, in the order of the rule.
    pub facts: Vec<Fact>,
    /// Other places that it is about.
    pub related: Vec<Related>,
    /// The waiver that applies to it.
    pub waiver: Option<Waiver>,
    /// The last day on which this can still be fixed in time.
    pub due: Option<String>,
    /// Whether it is only information because its subject is still a draft.
    pub draft: bool,
    /// The sentence for people.
    pub message: String,
    /// The whole finding as it is in the report, as JSON.
    pub json: String,
}

/// A fact of a finding, by name.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Fact {
    /// Its name, such as `placement`.
    pub name: String,
    /// Its value.
    pub value: FactValue,
}

/// The value of a fact. No free text of the document is among them.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum FactValue {
    /// An id.
    Id {
        /// The id.
        id: String,
    },
    /// A day.
    Day {
        /// `YYYY-MM-DD`.
        day: String,
    },
    /// A school year.
    SchoolYear {
        /// Such as `2023-2024`.
        year: String,
    },
    /// A whole number.
    Whole {
        /// The number.
        number: i64,
    },
    /// A decimal of at most two places.
    Decimal {
        /// The number, with a point.
        number: String,
    },
    /// A value of a closed list.
    Word {
        /// Name of the list, such as `Competence`.
        list: String,
        /// Its key.
        key: String,
    },
    /// A name in the format itself: a member, an allowed value, a format version.
    Name {
        /// The name.
        name: String,
    },
    /// Several values.
    Several {
        /// The values.
        values: Vec<FactValue>,
    },
}

/// Another place that a finding is also about.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Related {
    /// `first`, `earlier`, `other` or `against`.
    pub role: String,
    /// Its place, as a JSON Pointer.
    pub path: String,
    /// The document that it is in, where that is another one.
    pub document: Option<DocumentRef>,
}

/// Which document.
#[derive(Clone, Debug, uniffi::Record)]
pub struct DocumentRef {
    /// Its kind.
    pub kind: String,
    /// Its id, where it could be read.
    pub id: Option<String>,
    /// Its school year, of a partnership.
    pub school_year: Option<String>,
}

/// A document of another kind that a report used.
#[derive(Clone, Debug, uniffi::Record)]
pub struct UsedDocument {
    /// Which.
    pub document: DocumentRef,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// The waiver that applies to a finding.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Waiver {
    /// Position of the waiver in the rulebook.
    pub index: u64,
    /// Its last day.
    pub until: String,
}

/// What one rule answered about a document.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Outcome {
    /// Code of the rule.
    pub code: String,
    /// `met`, `not-met`, `not-yet`, `not-applicable`, `not-assessable` or `disabled`.
    pub outcome: String,
    /// Why, where it is neither met nor a shortfall.
    pub reason: Option<String>,
    /// What the reason refers to: the id of an exemption, the code of another rule.
    pub by: Option<String>,
    /// For `not-yet`: the last day on which it can be put right.
    pub due: Option<String>,
}

/// Something that was not checked.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Unchecked {
    /// Why: `unreadable-part`, `over-limit` when more was found than a report keeps, or `needs-` and a kind of
    /// document.
    pub reason: String,
    /// The part that was left out, as a JSON Pointer, where it is one.
    pub path: Option<String>,
    /// The codes of the rules that were not checked because they need another document.
    pub rules: Vec<String>,
}

/// One step: of one kind, about one thing.
#[derive(Clone, Debug, uniffi::Record)]
pub struct NextStep {
    /// What kind of step it is, such as `arrange-people`.
    pub step: String,
    /// Who takes it.
    pub acts: Vec<String>,
    /// What kind of thing it is about.
    pub subject_kind: String,
    /// Which one, where it has an id.
    pub subject_id: Option<String>,
    /// The severity of the most serious of its findings.
    pub severity: String,
    /// The findings that it mends, in the order of the report.
    pub findings: Vec<StepFinding>,
    /// The first day by which one of them is due.
    pub due: Option<String>,
}

/// A finding that a step mends.
#[derive(Clone, Debug, uniffi::Record)]
pub struct StepFinding {
    /// Its position among the findings of the report.
    pub finding: u32,
    /// The code of its rule.
    pub code: String,
    /// Its place, as a JSON Pointer.
    pub path: String,
}

/// The position of a finding in the text of a document. Line and column count from 1, the others from 0; an end is not
/// included.
///
/// Columns and offsets are in UTF-16 units, of which a `String` is made in Kotlin, and an `NSString` in Swift.
#[derive(Clone, Copy, Debug, uniffi::Record)]
pub struct Place {
    /// Line.
    pub line: u64,
    /// Column.
    pub column: u64,
    /// First unit.
    pub start: u64,
    /// The unit behind the last.
    pub end: u64,
    /// First byte.
    pub start_byte: u64,
    /// The byte behind the last.
    pub end_byte: u64,
}

/// Checks one portfolio against the built-in rulebook, as it is on `asOf` (`YYYY-MM-DD`).
///
/// # Errors
/// `invalid-date`.
#[uniffi::export]
pub fn validate(document: Vec<u8>, as_of: &str) -> Result<Report, KubusError> {
    guarded(|| api::validate(&document, as_of)).map(Report)
}

/// Makes the answers of a bundle again, from the documents that it was made from, in any order, as JSON: whether they are the same,
/// byte for byte, and else what differs. The documents are known by their SHA-256; others are not used.
///
/// # Errors
/// `invalid-bundle`.
#[uniffi::export]
pub fn replay(bundle: Vec<u8>, documents: Vec<Vec<u8>>) -> Result<String, KubusError> {
    guarded(|| api::replay(&bundle, &documents))
}

/// The replay as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
///
/// # Errors
/// `invalid-bundle` or `unknown-language`.
#[uniffi::export(default(lang = "nl"))]
pub fn replay_text(bundle: Vec<u8>, documents: Vec<Vec<u8>>, lang: &str) -> Result<String, KubusError> {
    guarded(|| api::replay_text(&bundle, &documents, lang))
}

/// What would change under different rules, as JSON: how many students, in all and by school, and how many other documents gain a
/// finding, lose one, or have one that weighs differently by the second rulebook.
///
/// Each rulebook is an overlay as the bytes of its JSON, or none for the one that is shipped. The documents are of any kind, each
/// recognised by its `format`, and portfolios are compared with the others among them. Counts about fewer than `k` students are
/// hidden, 5 unless another number is given.
///
/// # Errors
/// `invalid-date`, `unknown-lens`, `invalid-rulebook`; `invalid-documents` for documents that portfolios cannot be compared with;
/// the latter two with every fault in `details`.
#[uniffi::export(default(lens = None, k = None))]
pub fn compare(
    before: Option<Vec<u8>>,
    after: Option<Vec<u8>>,
    documents: Vec<Vec<u8>>,
    as_of: &str,
    lens: Option<String>,
    k: Option<u32>,
) -> Result<String, KubusError> {
    guarded(|| api::compare(before.as_deref(), after.as_deref(), &documents, as_of, lens.as_deref(), k))
}

/// The comparison as text to read: `nl`, `nl-plain` or `en`. `nl-BE` is `nl`.
///
/// # Errors
/// `invalid-date`, `unknown-lens`, `invalid-rulebook`, `invalid-documents` or `unknown-language`.
#[uniffi::export(default(lens = None, k = None, lang = "nl"))]
pub fn compare_text(
    before: Option<Vec<u8>>,
    after: Option<Vec<u8>>,
    documents: Vec<Vec<u8>>,
    as_of: &str,
    lens: Option<String>,
    k: Option<u32>,
    lang: &str,
) -> Result<String, KubusError> {
    guarded(|| api::compare_text(before.as_deref(), after.as_deref(), &documents, as_of, lens.as_deref(), k, lang))
}

/// Reads back the `json` of a finding, with its sentence in this language.
///
/// # Errors
/// `invalid-report` or `unknown-language`.
#[uniffi::export(default(lang = "nl"))]
pub fn finding_from_json(text: &str, lang: &str) -> Result<Finding, KubusError> {
    guarded(|| Finding::new(&api::Finding::from_json(text)?, lang))
}

/// The language that a system calls so, as its tag here: `nl-BE` is `nl`.
///
/// # Errors
/// `unknown-language`.
#[uniffi::export]
pub fn language(tag: &str) -> Result<String, KubusError> {
    guarded(|| api::language(tag)).map(str::to_owned)
}

/// What a rule requires, why, how to fix it and where it comes from; by its code or name, as text to read.
///
/// # Errors
/// `unknown-rule` or `unknown-language`.
#[uniffi::export(default(lang = "nl"))]
pub fn explain(code_or_name: &str, lang: &str) -> Result<String, KubusError> {
    guarded(|| api::explain(code_or_name, lang))
}

/// Every rule with its texts, as a JSON array.
#[uniffi::export]
pub fn rules() -> String {
    api::rules()
}

/// What people call the parts of documents and reports, in one language.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Labels {
    /// The fields of documents, by name; one that a record calls something else also by record and name: `Assessment.of`.
    pub fields: Vec<Label>,
    /// One item of the fields that are lists, in the same way.
    pub items: Vec<Label>,
    /// The values of the closed lists of documents, reports and frameworks.
    pub values: Vec<ValueLabels>,
    /// The kinds of document that can be checked.
    pub kinds: Vec<Label>,
    /// The fixed phrases of a report, as text and as a card.
    pub phrases: Vec<Label>,
    /// The months, from January on.
    pub months: Vec<String>,
}

/// What people call one thing.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Label {
    /// Its key.
    pub key: String,
    /// Its label.
    pub label: String,
}

/// The labels of the values of one closed list.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ValueLabels {
    /// Name of the list, such as `AgeBand`.
    pub list: String,
    /// Its values, in order.
    pub labels: Vec<Label>,
}

/// A list of reference data.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Framework {
    /// Name of the list, such as `age_bands`.
    pub name: String,
    /// Name of the closed list that its keys are the values of, such as `AgeBand`.
    pub list: String,
    /// Its items, in the order of the source.
    pub items: Vec<FrameworkItem>,
}

/// An item of reference data: what it is called and where that comes from.
#[derive(Clone, Debug, uniffi::Record)]
pub struct FrameworkItem {
    /// The key in a document.
    pub key: String,
    /// The source's own number, if it has one.
    pub number: Option<u32>,
    /// The source's own letter, if it has one.
    pub letter: Option<String>,
    /// Dutch name.
    pub nl: String,
    /// English name.
    pub en: String,
    /// Where it was read: an article, or chapter and heading of the booklet.
    pub source: String,
    /// What that source is: `seed` (the booklet), `statute`, `secondary`, `inferred` or `unknown`.
    pub basis: String,
    /// First day on which it holds, `YYYY-MM-DD`; none: not limited.
    pub valid_from: Option<String>,
    /// Last day on which it holds, `YYYY-MM-DD`; none: not limited.
    pub valid_until: Option<String>,
}

/// What people call fields, items of lists, values of closed lists and kinds of documents: in `nl`, `nl-plain` or `en`.
///
/// # Errors
/// `unknown-language`.
#[uniffi::export(default(lang = "nl"))]
pub fn labels(lang: &str) -> Result<Labels, KubusError> {
    guarded(|| Lang::parse(lang)).map(|lang| twentse_kubus::labels(lang).into())
}

/// Every list of reference data with its items.
#[uniffi::export]
pub fn frameworks() -> Vec<Framework> {
    frameworks::all().map(Framework::from).collect()
}

/// The JSON Schema of a kind of document, `portfolio`, `curriculum`, `partnership` or
/// `knowledge-base`; of a `proposal` of placements; or of what is told about them: `next-steps`, `trace`,
/// `hand-over`, `assessment`, `assessment-card`, `coverage`, `curriculum-coverage`, `cube`, `just-in-time`, `network`,
/// `where-next`, `proposal-check`, `overview`, `comparison`, `bundle` or `replay`.
///
/// # Errors
/// `unknown-kind`.
#[uniffi::export]
pub fn schema(kind: &str) -> Result<String, KubusError> {
    guarded(|| api::schema(kind))
}
