//! A call that the core could not answer, on its way to JavaScript.

use twentse_kubus::api;
use wasm_bindgen::JsValue;

/// What is thrown, for the wrapper to make its `KubusError` of: code, message and details, as a JSON array.
#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands the error over")]
pub(crate) fn refusal(error: api::Error) -> JsValue {
    let mut message = error.to_string();
    // The library that judges portfolios alone is not all that the package has.
    if cfg!(all(feature = "judge", not(feature = "kinds"))) && error == api::Error::UnknownKind {
        message.push_str("; the entries `twentse-kubus/kinds` and `twentse-kubus/kinds/web` check every kind");
    }
    let told = (error.code(), message, error.details());
    JsValue::from_str(&serde_json::to_string(&told).unwrap_or_default())
}
