// Entry for bundlers: they follow the URL below, and the library is there once this module is.

import { init } from "./web.js";

export { Finding, KubusError, Report, Summary, Validator, language, learn, validate } from "./judge.js";

await init(new URL("../dist/judge.wasm", import.meta.url));
