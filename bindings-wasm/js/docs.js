// What rules require and why, and the schema, upon the wasm library that contains them.

import { glueOf } from "../dist/docs.glue.js";
import { Library } from "./library.js";

export { KubusError } from "./errors.js";

/** The library that explains. */
export const library = new Library(glueOf);

/** What a rule requires, why, how to fix it and where it comes from, as Markdown. */
export function explain(codeOrName, lang = "nl") {
  return library.call((glue) => glue.explain(String(codeOrName), String(lang)));
}

/** Every rule with its data and texts. */
export function rules() {
  return JSON.parse(library.call((glue) => glue.rules()));
}

/** The JSON Schema (2020-12) of a kind of document. */
export function schema(kind = "portfolio") {
  return JSON.parse(library.call((glue) => glue.schema(String(kind))));
}
