// Entry for pages and workers: `await init()` first.

import { loader } from "./fetched.js";
import { library } from "./judge.js";

export { Finding, KubusError, Report, Summary, Validator, compare, compareText, language, learn, replay, replayText, validate } from "./judge.js";

/** Loads the library: from a URL, a response, bytes or a compiled module, or from the file in this package. */
export const init = loader(library, () => new URL("../dist/judge.wasm", import.meta.url));
export default init;
