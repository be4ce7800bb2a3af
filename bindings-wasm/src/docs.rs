//! What rules require and why, and the schema.

use twentse_kubus::api;
use wasm_bindgen::prelude::*;

use crate::refusal::refusal;

/// What a rule requires, as Markdown.
///
/// # Errors
/// `unknown-rule`, `unknown-language`.
#[wasm_bindgen]
pub fn explain(code_or_name: &str, lang: &str) -> Result<String, JsValue> {
    api::explain(code_or_name, lang).map_err(refusal)
}

/// Every rule, as JSON.
#[wasm_bindgen]
pub fn rules() -> String {
    api::rules()
}

/// The JSON Schema of a kind of document.
///
/// # Errors
/// `unknown-kind`.
#[wasm_bindgen]
pub fn schema(kind: &str) -> Result<String, JsValue> {
    api::schema(kind).map_err(refusal)
}
