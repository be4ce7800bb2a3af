// Entry for every kind of document, in Node: the library is read from the file beside this package, and each language when
// it is first asked for.

import { readFileSync } from "node:fs";

import { library } from "./all.js";
import { look } from "./sentences.js";

export { Finding, KubusError, Report, Summary, Validator, language, learn, validate } from "./all.js";

library.load(new WebAssembly.Module(readFileSync(new URL("../dist/all.wasm", import.meta.url))));
look((tag) => readFileSync(new URL(`../dist/sentences/${tag}.json`, import.meta.url), "utf8"));
