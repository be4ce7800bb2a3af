// Entry for every kind of document and every question, in pages and workers: `await init()` first.

import { loader } from "./fetched.js";
import { library } from "./all.js";

export { Finding, KubusError, Report, Summary, Validator, compare, compareText, language, learn, replay, replayText, validate } from "./all.js";

/** Loads the library: from a URL, a response, bytes or a compiled module, or from the file beside this package. */
export const init = loader(library, () => new URL("../dist/all.wasm", import.meta.url));
export default init;
