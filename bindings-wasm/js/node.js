// Entry for Node: the library is read from the file beside this package.

import { readFileSync } from "node:fs";

import { library } from "./judge.js";

export { Finding, KubusError, Report, Summary, Validator, validate } from "./judge.js";

library.load(new WebAssembly.Module(readFileSync(new URL("../dist/judge.wasm", import.meta.url))));
