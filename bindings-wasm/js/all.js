// Judging documents of every kind, and all that is told of them: the surface upon the library that has everything.

import { glueOf } from "../dist/all.glue.js";
import { surface } from "./surface.js";

export { KubusError } from "./errors.js";
export { learn } from "./sentences.js";
export const { Finding, Report, Summary, Validator, compare, compareText, language, library, replay, replayText, validate } = surface(glueOf);
