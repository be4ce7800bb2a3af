// Entry for the docs: its library is part of the program, and is compiled on first use.

import hex from "../dist/docs.hex.js";
import { library } from "./docs.js";
import { unpacked } from "./unpacked.js";

export { KubusError, explain, rules, schema } from "./docs.js";

library.from(() => unpacked(hex));
