// Judging documents of every kind: the surface upon the library that has all rules.

import { glueOf } from "../dist/all.glue.js";
import { surface } from "./surface.js";

export { KubusError } from "./errors.js";
export { learn } from "./sentences.js";
export const { Finding, Report, Summary, Validator, language, library, replay, replayText, validate } = surface(glueOf);
