// Entry for Node: the library is read from the file in this package.

import { readFileSync } from "node:fs";

import { library } from "./docs.js";

export { KubusError, explain, rules, schema } from "./docs.js";

library.load(new WebAssembly.Module(readFileSync(new URL("../dist/docs.wasm", import.meta.url))));
