// Entry for every kind of document, for bundlers: they follow the URL below, and the library is there once this module is.

import { init } from "./all-web.js";

export { Finding, KubusError, Report, Summary, Validator, language, learn, validate } from "./all.js";

await init(new URL("../dist/all.wasm", import.meta.url));
