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

/// The documents of these lengths that lie one after another in the buffer.
fn given<T>(lengths: &[usize], call: impl FnOnce(&[&[u8]]) -> T) -> T {
    INPUT.with_borrow(|input| {
        let mut rest = input.as_slice();
        let documents: Vec<&[u8]> = lengths
            .iter()
            .map(|length| {
                let (document, behind) = rest.split_at_checked(*length).unwrap_or((rest, &[]));
                rest = behind;
                document
            })
            .collect();
        call(&documents)
    })
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

    /// Judges the document of this length in the buffer.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`.
    pub fn validate(&self, length: usize, as_of: &str, lens: &str) -> Result<Report, JsValue> {
        one(length, |document| self.0.validate(document, as_of, Some(lens))).map(Report).map_err(refusal)
    }

    /// Judges the documents of these lengths in the buffer.
    ///
    /// # Errors
    /// `invalid-date`, `unknown-lens`.
    pub fn validate_many(&self, lengths: &[usize], as_of: &str, lens: &str) -> Result<Batch, JsValue> {
        let batch = given(lengths, |documents| self.0.validate_many(documents, as_of, Some(lens)));
        let batch = batch.map_err(refusal)?;
        Ok(Batch { reports: batch.reports.into_iter().map(Report).collect(), summary: batch.summary.to_json() })
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

/// The reports of many documents, and their summary as JSON.
#[wasm_bindgen]
pub struct Batch {
    reports: Vec<Report>,
    summary: String,
}

#[wasm_bindgen]
impl Batch {
    /// The reports; they can be taken once.
    pub fn take_reports(&mut self) -> Vec<Report> {
        std::mem::take(&mut self.reports)
    }

    /// The summary as JSON.
    pub fn summary(&self) -> String {
        self.summary.clone()
    }
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

/// The sentence of a finding that is given as JSON.
///
/// # Errors
/// `invalid-report`, `unknown-language`.
#[wasm_bindgen]
pub fn message(finding: &str, lang: &str) -> Result<String, JsValue> {
    api::Finding::from_json(finding).and_then(|finding| finding.message(lang)).map_err(refusal)
}
