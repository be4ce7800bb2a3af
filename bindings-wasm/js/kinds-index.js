// Entry for every kind of document: its library is part of the program, and is compiled on first use.

import hex from "../dist/kinds.hex.js";
import { library } from "./kinds.js";
import { unpacked } from "./unpacked.js";

export { Finding, KubusError, Report, Summary, Validator, compare, compareText, language, learn, replay, replayText, validate } from "./kinds.js";

library.from(() => unpacked(hex));
