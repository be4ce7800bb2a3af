// Entry for bundlers: they follow the URL below, and the library is there once this module is.

import { init } from "./docs-web.js";

export { KubusError, explain, rules, schema } from "./docs.js";

await init(new URL("../dist/docs.wasm", import.meta.url));
