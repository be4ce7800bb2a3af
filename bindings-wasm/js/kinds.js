// Judging documents of every kind: the surface upon the library that has all rules, and tells nothing but reports.

import { glueOf } from "../dist/kinds.glue.js";
import { surface } from "./surface.js";

export { KubusError } from "./errors.js";
export { learn } from "./sentences.js";
export const { Finding, Report, Summary, Validator, compare, compareText, language, library, replay, replayText, validate } = surface(glueOf);
