//! Judging documents. Documents and overlays come in through a kept buffer that the wrapper encodes into, since an
//! argument of text costs twenty times as much; what a report holds goes out as its own JSON.

use std::cell::RefCell;

use twentse_kubus::documents::Kind;
use twentse_kubus::grammar::{Closed as _, Shape};
use twentse_kubus::{api, catalogue};
use wasm_bindgen::prelude::*;

use crate::refusal::refusal;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for this many bytes in the buffer and says where it is. What it held stays.
#[wasm_bindgen]
pub fn room(bytes: usize) -> *const u8 {
    INPUT.with_borrow_mut(|input| {
        if input.len() < bytes {
            input.resize(bytes, 0);
        }
        input.as_ptr()
    })
}

/// What is in the buffer, of this length.
fn one<T>(length: usize, call: impl FnOnce(&[u8]) -> T) -> T {
    INPUT.with_borrow(|input| call(input.get(..length).unwrap_or(input)))
}

/// What each document is checked with: day, lens and kind.
struct Question {
    as_of: String,
    lens: Option<String>,
    kind: Option<String>,
}

impl Question {
    /// Judges the document of this length in the buffer. Without a length it is longer than the rulebook lets it be,
    /// and is not there.
    fn ask(&self, validator: &api::Validator, length: Option<usize>) -> Result<api::Report, JsValue> {
        let (as_of, lens, kind) = (&self.as_of, self.lens.as_deref(), self.kind.as_deref());
        let report = match length {
            Some(length) => one(length, |document| validator.validate(document, as_of, lens, kind)),
            None => validator.too_large(as_of, lens, kind),
        };
        report.map_err(refusal)
    }

    /// What is told of the document of this length in the buffer.
    #[cfg(feature = "all")]
    fn tell(
        &self,
        length: usize,
        tell: impl FnOnce(&[u8], &str, Option<&str>, Option<&str>) -> Result<String, api::Error>,
    ) -> Result<String, JsValue> {
        one(length, |document| tell(document, &self.as_of, self.lens.as_deref(), self.kind.as_deref())).map_err(refusal)
    }
}

/// Checks documents against a rulebook.
#[wasm_bindgen]
pub struct Validator(api::Validator);

#[wasm_bindgen]
impl Validator {
    /// From the overlay of this length in the buffer; without a length there is none.
    ///
    /// # Errors
    /// `invalid-rulebook`.
    #[wasm_bindgen(constructor)]
    pub fn new(length: Option<usize>) -> Result<Validator, JsValue> {
        let validator = match length {
            Some(length) => one(length, |overlay| api::Validator::new(Some(overlay))),
            None => api::Validator::new(None),
        };
        validator.map(Self).map_err(refusal)
    }

    /// SHA-256 of the resolved rulebook.
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint().to_owned()
    }

    /// The most bytes that a document may have on a day.
    ///
    /// # Errors
    /// `invalid-date`.
    pub fn max_bytes(&self, as_of: &str) -> Result<u32, JsValue> {
        self.0.max_bytes(as_of).map_err(refusal)
    }

    /// Judges the document of this length in the buffer; without a length, one that is too long to be there.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`.
    pub fn validate(
        &self,
        length: Option<usize>,
        as_of: String,
        lens: Option<String>,
        kind: Option<String>,
    ) -> Result<Report, JsValue> {
        Question { as_of, lens, kind }.ask(&self.0, length).map(Report)
    }

    /// Begins to judge many documents.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`.
    pub fn batch(&self, as_of: String, lens: Option<String>, kind: Option<String>) -> Result<Batch, JsValue> {
        let question = Question { as_of, lens, kind };
        // A question that cannot be answered is refused before the first document.
        question.ask(&self.0, None)?;
        Ok(Batch { validator: self.0.clone(), question, summary: self.0.summary() })
    }

    /// A summary of no report yet, as JSON.
    pub fn summary(&self) -> String {
        self.0.summary().to_json()
    }

    /// The summary with a report of this validator added, all as JSON.
    ///
    /// # Errors
    /// `invalid-report`, `other-rulebook`.
    pub fn add(&self, summary: &str, report: &str) -> Result<String, JsValue> {
        let mut summary = api::Summary::from_json(summary).map_err(refusal)?;
        self.0.add(&mut summary, &api::Report::from_json(report).map_err(refusal)?).map_err(refusal)?;
        Ok(summary.to_json())
    }
}

/// The documents that a validator is to compare portfolios with, each added when it is in the buffer.
#[cfg(feature = "kinds")]
#[wasm_bindgen]
pub struct Documents {
    rulebook: Option<Vec<u8>>,
    documents: Vec<(Kind, Vec<u8>)>,
}

#[cfg(feature = "kinds")]
#[wasm_bindgen]
impl Documents {
    /// Adds the document of this kind and this length in the buffer; of one that is longer than the rulebook lets it be, so much that
    /// this shows.
    ///
    /// # Errors
    /// `unknown-kind`.
    pub fn add(&mut self, kind: &str, length: usize) -> Result<(), JsValue> {
        let kind = Kind::from_key(kind).ok_or_else(|| refusal(api::Error::UnknownKind))?;
        self.documents.push((kind, one(length, <[u8]>::to_vec)));
        Ok(())
    }

    /// The validator that has them.
    ///
    /// # Errors
    /// `invalid-documents`, `unknown-kind`.
    pub fn validator(self) -> Result<Validator, JsValue> {
        api::Validator::with_kinds(self.rulebook.as_deref(), self.documents).map(Validator).map_err(refusal)
    }
}

/// The report of one document.
#[wasm_bindgen]
pub struct Report(api::Report);

#[wasm_bindgen]
impl Report {
    /// Reads back what `to_json` wrote.
    ///
    /// # Errors
    /// `invalid-report`, `unknown-kind`.
    pub fn from_json(text: &str) -> Result<Report, JsValue> {
        api::Report::from_json(text).map(Self).map_err(refusal)
    }

    /// The verdict.
    pub fn verdict(&self) -> String {
        self.0.verdict().to_owned()
    }

    /// The body as JSON.
    pub fn body_json(&self) -> String {
        self.0.body_json()
    }

    /// Body and producer as JSON.
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Readable text.
    pub fn render(&self, sentences: &Sentences) -> String {
        self.0.render_from(&sentences.0)
    }

    /// The position of each finding in the document of this length in the buffer, in what texts of JavaScript are made
    /// of: line, column, first UTF-16 unit and the unit behind the last, first byte and the byte behind the last.
    pub fn places(&self, length: usize) -> Vec<usize> {
        let mut numbers = Vec::new();
        for place in one(length, |document| self.0.places(document)) {
            numbers.extend([place.line, place.column_utf16, place.start_utf16, place.end_utf16]);
            numbers.extend([place.start_byte, place.end_byte]);
        }
        numbers
    }
}

/// What only a library with the rules of every kind does.
#[cfg(feature = "kinds")]
#[wasm_bindgen]
impl Validator {
    /// No documents of other kinds yet, for a validator with the same rulebook.
    pub fn documents(&self) -> Documents {
        Documents { rulebook: self.0.rulebook_source().map(<[u8]>::to_vec), documents: Vec::new() }
    }

    /// Judges a dossier: documents of any kind, with the others among them.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`, `invalid-documents`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn dossier(&self, documents: Several, as_of: &str, lens: Option<String>) -> Result<Dossier, JsValue> {
        let api::Batch { reports, summary } = self.0.dossier(&documents.0, as_of, lens.as_deref()).map_err(refusal)?;
        Ok(Dossier { reports: reports.into_iter(), summary })
    }
}

/// What only the library with everything tells of a document. It is in the buffer, with this length; of one that is longer than the
/// rulebook lets it be, so much that this shows.
#[cfg(feature = "all")]
#[wasm_bindgen]
impl Validator {
    /// Why each rule answered as it did, as JSON.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`.
    pub fn trace(
        &self,
        length: usize,
        as_of: String,
        lens: Option<String>,
        kind: Option<String>,
    ) -> Result<String, JsValue> {
        let question = Question { as_of, lens, kind };
        question.tell(length, |document, as_of, lens, kind| self.0.trace(document, as_of, lens, kind))
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unknown-kind`.
    pub fn trace_text(
        &self,
        length: usize,
        as_of: String,
        lens: Option<String>,
        kind: Option<String>,
        sentences: &Sentences,
    ) -> Result<String, JsValue> {
        Question { as_of, lens, kind }.tell(length, |document, as_of, lens, kind| {
            self.0.trace_text_from(document, as_of, lens, kind, &sentences.0)
        })
    }

    /// The hand-over page, as JSON.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    pub fn hand_over(&self, length: usize, as_of: &str, texts: bool) -> Result<String, JsValue> {
        one(length, |portfolio| self.0.hand_over(portfolio, as_of, texts)).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    pub fn hand_over_text(
        &self,
        length: usize,
        as_of: &str,
        texts: bool,
        sentences: &Sentences,
    ) -> Result<String, JsValue> {
        one(length, |portfolio| self.0.hand_over_text_from(portfolio, as_of, texts, &sentences.0)).map_err(refusal)
    }

    /// What the curriculum makes of a portfolio, as JSON.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn assess(&self, length: usize, as_of: &str, lens: Option<String>) -> Result<String, JsValue> {
        one(length, |portfolio| self.0.assess(portfolio, as_of, lens.as_deref())).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn assess_text(
        &self,
        length: usize,
        as_of: &str,
        lens: Option<String>,
        sentences: &Sentences,
    ) -> Result<String, JsValue> {
        one(length, |portfolio| self.0.assess_text_from(portfolio, as_of, lens.as_deref(), &sentences.0))
            .map_err(refusal)
    }

    /// The assessment card, as JSON.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn card(&self, length: usize, as_of: &str, lens: Option<String>) -> Result<String, JsValue> {
        one(length, |portfolio| self.0.card(portfolio, as_of, lens.as_deref())).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn card_text(
        &self,
        length: usize,
        as_of: &str,
        lens: Option<String>,
        sentences: &Sentences,
    ) -> Result<String, JsValue> {
        one(length, |portfolio| self.0.card_text_from(portfolio, as_of, lens.as_deref(), &sentences.0)).map_err(refusal)
    }

    /// Coverage of the competences, as JSON.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    pub fn coverage(&self, length: usize, as_of: &str) -> Result<String, JsValue> {
        one(length, |portfolio| self.0.coverage(portfolio, as_of)).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    pub fn coverage_text(&self, length: usize, as_of: &str, sentences: &Sentences) -> Result<String, JsValue> {
        one(length, |portfolio| self.0.coverage_text_from(portfolio, as_of, &sentences.0)).map_err(refusal)
    }

    /// Coverage of a curriculum, as JSON.
    ///
    /// # Errors
    /// `unreadable-document`.
    pub fn curriculum_coverage(&self, length: usize) -> Result<String, JsValue> {
        one(length, |curriculum| self.0.curriculum_coverage(curriculum)).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `unreadable-document`.
    pub fn curriculum_coverage_text(&self, length: usize, sentences: &Sentences) -> Result<String, JsValue> {
        one(length, |curriculum| self.0.curriculum_coverage_text_from(curriculum, &sentences.0)).map_err(refusal)
    }

    /// The cube of a knowledge base, as JSON.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    pub fn cube(&self, length: usize, as_of: &str) -> Result<String, JsValue> {
        one(length, |knowledge_base| self.0.cube(knowledge_base, as_of)).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    pub fn cube_text(&self, length: usize, as_of: &str, sentences: &Sentences) -> Result<String, JsValue> {
        one(length, |knowledge_base| self.0.cube_text_from(knowledge_base, as_of, &sentences.0)).map_err(refusal)
    }

    /// What the knowledge base has for the needs of a student, as JSON.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    pub fn just_in_time(&self, length: usize, as_of: &str) -> Result<String, JsValue> {
        one(length, |portfolio| self.0.just_in_time(portfolio, as_of)).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-date`, `unreadable-document`.
    pub fn just_in_time_text(&self, length: usize, as_of: &str, sentences: &Sentences) -> Result<String, JsValue> {
        one(length, |portfolio| self.0.just_in_time_text_from(portfolio, as_of, &sentences.0)).map_err(refusal)
    }

    /// How a partnership is organised, as JSON.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn network(&self, length: usize, as_of: &str, lens: Option<String>) -> Result<String, JsValue> {
        one(length, |partnership| self.0.network(partnership, as_of, lens.as_deref())).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`, `unreadable-document`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn network_text(
        &self,
        length: usize,
        as_of: &str,
        lens: Option<String>,
        sentences: &Sentences,
    ) -> Result<String, JsValue> {
        one(length, |partnership| self.0.network_text_from(partnership, as_of, lens.as_deref(), &sentences.0))
            .map_err(refusal)
    }

    /// Where students can go in a school year, as JSON: their portfolios, and behind them the partnership.
    ///
    /// # Errors
    /// `invalid-school-year`, `unreadable-document`, `invalid-documents`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn where_next(&self, several: Several, school_year: &str) -> Result<String, JsValue> {
        let (portfolios, partnership) = beside(&several.0).map_err(refusal)?;
        self.0.where_next(&portfolios, partnership, school_year).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-school-year`, `unreadable-document`, `invalid-documents`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn where_next_text(
        &self,
        several: Several,
        school_year: &str,
        sentences: &Sentences,
    ) -> Result<String, JsValue> {
        let (portfolios, partnership) = beside(&several.0).map_err(refusal)?;
        self.0.where_next_text_from(&portfolios, partnership, school_year, &sentences.0).map_err(refusal)
    }

    /// What a proposal brings about, as JSON: portfolios, and behind them the partnership and the proposal.
    ///
    /// # Errors
    /// `invalid-proposal`, `invalid-school-year`, `unreadable-document`, `invalid-documents`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn check_proposal(&self, several: Several) -> Result<String, JsValue> {
        let (proposal, several) = several.0.split_last().ok_or(api::Error::Unreadable).map_err(refusal)?;
        let (portfolios, partnership) = beside(several).map_err(refusal)?;
        self.0.check_proposal(&portfolios, partnership, proposal).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-proposal`, `invalid-school-year`, `unreadable-document`, `invalid-documents`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn check_proposal_text(&self, several: Several, sentences: &Sentences) -> Result<String, JsValue> {
        let (proposal, several) = several.0.split_last().ok_or(api::Error::Unreadable).map_err(refusal)?;
        let (portfolios, partnership) = beside(several).map_err(refusal)?;
        self.0.check_proposal_text_from(&portfolios, partnership, proposal, &sentences.0).map_err(refusal)
    }

    /// Counts over portfolios, as JSON.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn overview(
        &self,
        portfolios: Several,
        as_of: &str,
        lens: Option<String>,
        k: Option<u32>,
    ) -> Result<String, JsValue> {
        self.0.overview(&portfolios.0, as_of, lens.as_deref(), k).map_err(refusal)
    }

    /// The same as readable text.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn overview_text(
        &self,
        portfolios: Several,
        as_of: &str,
        lens: Option<String>,
        k: Option<u32>,
        sentences: &Sentences,
    ) -> Result<String, JsValue> {
        self.0.overview_text_from(&portfolios.0, as_of, lens.as_deref(), k, &sentences.0).map_err(refusal)
    }

    /// The report and the assessment with what they were made from, as JSON. The portfolio is in the buffer whole, since its hash is
    /// told; without a length it is longer than any rulebook lets one be, and is not there.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`; `unreadable-document` without a length.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn bundle(&self, length: Option<usize>, as_of: &str, lens: Option<String>) -> Result<String, JsValue> {
        let bundled = length
            .ok_or(api::Error::Unreadable)
            .and_then(|length| one(length, |portfolio| self.0.bundle(portfolio, as_of, lens.as_deref())));
        bundled.map_err(refusal)
    }
}

/// The documents that one call is given, in the order in which it takes them, each added when it is in the buffer; of one that is
/// longer than it can be, so much that this shows.
#[cfg(feature = "kinds")]
#[wasm_bindgen]
#[derive(Default)]
pub struct Several(Vec<Vec<u8>>);

#[cfg(feature = "kinds")]
#[wasm_bindgen]
impl Several {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the document of this length in the buffer.
    pub fn add(&mut self, length: usize) {
        self.0.push(one(length, <[u8]>::to_vec));
    }
}

/// Portfolios, and behind them the partnership.
#[cfg(feature = "all")]
fn beside(several: &[Vec<u8>]) -> Result<(Vec<&[u8]>, &[u8]), api::Error> {
    let (partnership, portfolios) = several.split_last().ok_or(api::Error::Unreadable)?;
    Ok((portfolios.iter().map(Vec::as_slice).collect(), partnership))
}

/// The reports of a dossier, handed over one by one.
#[cfg(feature = "kinds")]
#[wasm_bindgen]
pub struct Dossier {
    reports: std::vec::IntoIter<api::Report>,
    summary: api::Summary,
}

#[cfg(feature = "kinds")]
#[wasm_bindgen]
impl Dossier {
    /// The report of the next document, in the order in which they were given.
    pub fn report(&mut self) -> Option<Report> {
        self.reports.next().map(Report)
    }

    /// The summary over all of them, as JSON.
    pub fn summary(&self) -> String {
        self.summary.to_json()
    }
}

/// What only the library with everything tells of a report.
#[cfg(feature = "all")]
#[wasm_bindgen]
impl Report {
    /// What is to be done about the findings, as JSON.
    pub fn next_steps(&self) -> String {
        self.0.next_steps()
    }

    /// The same as readable text.
    pub fn next_steps_text(&self, sentences: &Sentences) -> String {
        self.0.next_steps_text_from(&sentences.0)
    }
}

/// Many documents on their way: each is judged when it is in the buffer, so that they need not all be in memory
/// together.
#[wasm_bindgen]
pub struct Batch {
    validator: api::Validator,
    question: Question,
    summary: api::Summary,
}

#[wasm_bindgen]
impl Batch {
    /// The most bytes that a document may have.
    ///
    /// # Errors
    /// None: the day was read when the batch began.
    pub fn max_bytes(&self) -> Result<u32, JsValue> {
        self.validator.max_bytes(&self.question.as_of).map_err(refusal)
    }

    /// Judges the document of this length in the buffer; without a length, one that is too long to be there.
    ///
    /// # Errors
    /// None: day, lens and kind were read when the batch began.
    pub fn add(&mut self, length: Option<usize>) -> Result<Report, JsValue> {
        let report = self.question.ask(&self.validator, length)?;
        self.validator.add(&mut self.summary, &report).map_err(refusal)?;
        Ok(Report(report))
    }

    /// The summary over all that were added, as JSON.
    pub fn summary(&self) -> String {
        self.summary.to_json()
    }
}

/// The sentences and labels of one language.
#[wasm_bindgen]
pub struct Sentences(api::Sentences);

#[wasm_bindgen]
impl Sentences {
    /// Reads a file of sentences.
    ///
    /// # Errors
    /// `invalid-sentences`.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Sentences, JsValue> {
        api::Sentences::new(text).map(Self).map_err(refusal)
    }
}

/// As much of a JSON Pointer into a kind of document (`portfolio` unless another is named) as its format has. A name that it
/// does not have may be anybody's, and is not told.
#[wasm_bindgen]
pub fn known(pointer: &str, kind: Option<String>) -> String {
    let kind = kind.map_or(Some(Kind::Portfolio), |kind| Kind::from_key(&kind));
    let mut shape = kind.and_then(catalogue::record).map(Shape::Record);
    let mut known = String::new();
    for step in pointer.split('/').skip(1) {
        shape = match shape {
            Some(Shape::Record(record)) => record.members.iter().find(|member| member.name == step).map(|it| it.shape),
            Some(Shape::List(item)) => Some(*item),
            _ => None,
        };
        if shape.is_none() {
            break;
        }
        known.push('/');
        known.push_str(step);
    }
    known
}

/// The tag of the language that a system calls so.
///
/// # Errors
/// `unknown-language`.
#[wasm_bindgen]
pub fn language(tag: &str) -> Result<String, JsValue> {
    api::language(tag).map(str::to_owned).map_err(refusal)
}

/// What a stored summary says, as JSON.
///
/// # Errors
/// `invalid-report`.
#[wasm_bindgen]
pub fn summary(text: &str) -> Result<String, JsValue> {
    api::Summary::from_json(text).map(|summary| summary.to_json()).map_err(refusal)
}

/// The summary over the documents of both, all as JSON.
///
/// # Errors
/// `invalid-report`, `other-rulebook`.
#[wasm_bindgen]
pub fn merge(summary: &str, other: &str) -> Result<String, JsValue> {
    let read = |text| api::Summary::from_json(text).map_err(refusal);
    Ok(read(summary)?.merge(&read(other)?).map_err(refusal)?.to_json())
}

/// What a stored finding says, as JSON.
///
/// # Errors
/// `invalid-report`, `unknown-kind`.
#[wasm_bindgen]
pub fn finding(text: &str) -> Result<String, JsValue> {
    api::Finding::from_json(text).map(|finding| finding.to_json()).map_err(refusal)
}

/// Whether the answers of a bundle come out again, as JSON: the bundle, and behind it the documents for it, all whole.
///
/// # Errors
/// `invalid-bundle`.
#[cfg(feature = "all")]
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
pub fn replay(several: Several) -> Result<String, JsValue> {
    let (bundle, documents) = several.0.split_first().ok_or(api::Error::Unreadable).map_err(refusal)?;
    api::replay(bundle, documents).map_err(refusal)
}

/// The same as readable text.
///
/// # Errors
/// `invalid-bundle`.
#[cfg(feature = "all")]
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
pub fn replay_text(several: Several, sentences: &Sentences) -> Result<String, JsValue> {
    let (bundle, documents) = several.0.split_first().ok_or(api::Error::Unreadable).map_err(refusal)?;
    api::replay_text_from(bundle, documents, &sentences.0).map_err(refusal)
}

/// What would change under different rules, as JSON: two overlays, and behind them the documents.
///
/// # Errors
/// `invalid-date`, `unknown-lens`, `invalid-rulebook`, `unknown-kind`, `invalid-documents`.
#[cfg(feature = "all")]
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
pub fn compare(several: Several, as_of: &str, lens: Option<String>, k: Option<u32>) -> Result<String, JsValue> {
    let [before, after, documents @ ..] = several.0.as_slice() else { return Err(refusal(api::Error::Unreadable)) };
    api::compare(Some(before), Some(after), documents, as_of, lens.as_deref(), k).map_err(refusal)
}

/// The same as readable text.
///
/// # Errors
/// `invalid-date`, `unknown-lens`, `invalid-rulebook`, `unknown-kind`, `invalid-documents`.
#[cfg(feature = "all")]
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
pub fn compare_text(
    several: Several,
    as_of: &str,
    lens: Option<String>,
    k: Option<u32>,
    sentences: &Sentences,
) -> Result<String, JsValue> {
    let [before, after, documents @ ..] = several.0.as_slice() else { return Err(refusal(api::Error::Unreadable)) };
    api::compare_text_from(Some(before), Some(after), documents, as_of, lens.as_deref(), k, &sentences.0)
        .map_err(refusal)
}

/// The sentence of a finding that is given as JSON.
///
/// # Errors
/// `invalid-report`, `unknown-kind`.
#[wasm_bindgen]
pub fn message(finding: &str, sentences: &Sentences) -> Result<String, JsValue> {
    api::Finding::from_json(finding).map(|finding| finding.message_from(&sentences.0)).map_err(refusal)
}
