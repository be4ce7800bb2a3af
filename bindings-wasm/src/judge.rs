//! Judging portfolios. Documents come in through a kept buffer that the wrapper encodes into, since an argument of text
//! costs twenty times as much; what a report holds goes out as its own JSON.

use std::cell::RefCell;

use twentse_kubus::api;
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

/// The document of this length in the buffer.
fn one<T>(length: usize, call: impl FnOnce(&[u8]) -> T) -> T {
    INPUT.with_borrow(|input| call(input.get(..length).unwrap_or(input)))
}

/// Judges the document of this length in the buffer. Without a length it is longer than the rulebook lets it be, and is
/// not there: since no byte of such a document is read, whatever the buffer holds stands in for it.
fn judged<T>(
    validator: &api::Validator,
    length: Option<usize>,
    as_of: &str,
    judge: impl FnOnce(&[u8]) -> Result<T, api::Error>,
) -> Result<T, JsValue> {
    let length = match length {
        Some(length) => length,
        None => validator.max_bytes(as_of).map_err(refusal)? as usize + 1,
    };
    room(length);
    one(length, judge).map_err(refusal)
}

/// Judges documents by one rulebook.
#[wasm_bindgen]
pub struct Validator(api::Validator);

#[wasm_bindgen]
impl Validator {
    /// From an overlay as JSON text.
    ///
    /// # Errors
    /// `invalid-rulebook`.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands the text over")]
    #[wasm_bindgen(constructor)]
    pub fn new(rulebook: Option<String>) -> Result<Validator, JsValue> {
        api::Validator::new(rulebook.as_deref()).map(Self).map_err(refusal)
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
    /// `invalid-date`, `unknown-lens`.
    pub fn validate(&self, length: Option<usize>, as_of: &str, lens: &str) -> Result<Report, JsValue> {
        judged(&self.0, length, as_of, |document| self.0.validate(document, as_of, Some(lens))).map(Report)
    }

    /// Begins to judge many documents.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`.
    pub fn batch(&self, as_of: String, lens: String) -> Result<Batch, JsValue> {
        let none = self.0.validate_many::<&[u8]>(&[], &as_of, Some(&lens)).map_err(refusal)?;
        Ok(Batch { validator: self.0.clone(), as_of, lens, summary: none.summary })
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
    /// `invalid-report`.
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
    ///
    /// # Errors
    /// `unknown-language`.
    pub fn render(&self, lang: &str) -> Result<String, JsValue> {
        self.0.render(lang).map_err(refusal)
    }

    /// Line, column, first byte and the byte behind the last of each finding.
    pub fn places(&self, length: usize) -> Vec<usize> {
        let places = one(length, |document| self.0.places(document));
        places.into_iter().flat_map(|place| [place.line, place.column, place.start, place.end]).collect()
    }
}

/// Many documents on their way: each is judged when it is in the buffer, so that they need not all be in memory at once.
#[wasm_bindgen]
pub struct Batch {
    validator: api::Validator,
    as_of: String,
    lens: String,
    summary: api::Summary,
}

#[wasm_bindgen]
impl Batch {
    /// The most bytes that a document may have.
    ///
    /// # Errors
    /// None: the day was read when the batch began.
    pub fn max_bytes(&self) -> Result<u32, JsValue> {
        self.validator.max_bytes(&self.as_of).map_err(refusal)
    }

    /// Judges the document of this length in the buffer; without a length, one that is too long to be there. One document
    /// has one report.
    ///
    /// # Errors
    /// None: day and lens were read when the batch began.
    pub fn add(&mut self, length: Option<usize>) -> Result<Option<Report>, JsValue> {
        let Self { validator, as_of, lens, summary } = self;
        let judged =
            judged(validator, length, as_of, |document| validator.validate_many(&[document], as_of, Some(lens)));
        let mut judged = judged?;
        *summary = summary.merge(&judged.summary);
        Ok(judged.reports.pop().map(Report))
    }

    /// The summary over all that were added, as JSON.
    pub fn summary(&self) -> String {
        self.summary.to_json()
    }
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
/// `invalid-report`.
#[wasm_bindgen]
pub fn merge(summary: &str, other: &str) -> Result<String, JsValue> {
    let read = |text| api::Summary::from_json(text).map_err(refusal);
    Ok(read(summary)?.merge(&read(other)?).to_json())
}

/// What a stored finding says, as JSON.
///
/// # Errors
/// `invalid-report`.
#[wasm_bindgen]
pub fn finding(text: &str) -> Result<String, JsValue> {
    api::Finding::from_json(text).map(|finding| finding.to_json()).map_err(refusal)
}

/// The sentence of a finding that is given as JSON.
///
/// # Errors
/// `invalid-report`, `unknown-language`.
#[wasm_bindgen]
pub fn message(finding: &str, lang: &str) -> Result<String, JsValue> {
    api::Finding::from_json(finding).and_then(|finding| finding.message(lang)).map_err(refusal)
}
