//! What rules ask and why, and the schema.

use twentse_kubus::api;
use wasm_bindgen::prelude::*;

use crate::refusal::refusal;

#[wasm_bindgen]
pub fn explain(code_or_name: &str, lang: &str) -> Result<String, JsValue> {
    api::explain(code_or_name, lang).map_err(refusal)
}

#[wasm_bindgen]
pub fn rules() -> String {
    api::rules()
}

#[wasm_bindgen]
pub fn schema(kind: &str) -> Result<String, JsValue> {
    api::schema(kind).map_err(refusal)
}
