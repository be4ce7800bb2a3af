// Judging portfolios: the surface upon the library that judges nothing else.

import { glueOf } from "../dist/judge.glue.js";
import { surface } from "./surface.js";

export { KubusError } from "./errors.js";
export { learn } from "./sentences.js";
export const { Finding, Report, Summary, Validator, compare, compareText, language, library, replay, replayText, validate } = surface(glueOf);
