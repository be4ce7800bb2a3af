// Entry for portfolios: its library is part of the program, and is compiled on first use.

import hex from "../dist/judge.hex.js";
import { library } from "./judge.js";
import { unpacked } from "./unpacked.js";

export { Finding, KubusError, Report, Summary, Validator, compare, compareText, language, learn, replay, replayText, validate } from "./judge.js";

library.from(() => unpacked(hex));
