// What people call things, in every language, and the lists of reference data: data only, which needs no library.

import { labels as en } from "../dist/labels/en.js";
import { labels as nlPlain } from "../dist/labels/nl-plain.js";
import { labels as nl } from "../dist/labels/nl.js";
import { lists } from "../dist/labels/frameworks.js";
import { KubusError } from "./errors.js";

export { KubusError } from "./errors.js";

const LANGUAGES = { nl, "nl-plain": nlPlain, en };

/** What people call fields, items of lists, values of closed lists and kinds of documents; `nl-BE` is `nl`. */
export function labels(lang = "nl") {
  let tag = String(lang).toLowerCase();
  while (!Object.hasOwn(LANGUAGES, tag)) {
    const [end] = /[-_][^-_]*$/.exec(tag) ?? [];
    if (end === undefined) throw new KubusError("unknown-language", "unknown language; allowed are `nl`, `nl-plain` and `en`");
    tag = tag.slice(0, -end.length);
  }
  return LANGUAGES[tag];
}

/** Every list of reference data with its items. */
export function frameworks() {
  return lists;
}
