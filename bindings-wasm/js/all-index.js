// Entry for every kind of document and every question: its library is part of the program, and is compiled on first use.

import hex from "../dist/all.hex.js";
import { library } from "./all.js";
import { unpacked } from "./unpacked.js";

export { Finding, KubusError, Report, Summary, Validator, compare, compareText, language, learn, replay, replayText, validate } from "./all.js";

library.from(() => unpacked(hex));
