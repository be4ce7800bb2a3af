// Entry for Node: the library is read from the file beside this package, and each language when it is first needed.

import { readFileSync } from "node:fs";

import { library } from "./judge.js";
import { look } from "./sentences.js";

export { Finding, KubusError, Report, Summary, Validator, language, learn, validate } from "./judge.js";

library.load(new WebAssembly.Module(readFileSync(new URL("../dist/judge.wasm", import.meta.url))));
look((tag) => readFileSync(new URL(`../dist/sentences/${tag}.json`, import.meta.url), "utf8"));
