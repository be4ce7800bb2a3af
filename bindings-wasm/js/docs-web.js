// Entry for pages and workers: `await init()` first.

import { loader } from "./fetched.js";
import { library } from "./docs.js";

export { KubusError, explain, rules, schema } from "./docs.js";

/** Loads the library: from a URL, a response, bytes or a compiled module, or from the file in this package. */
export const init = loader(library, () => new URL("../dist/docs.wasm", import.meta.url));
export default init;
