// The sentences and labels of each language: files besides the library, which contains none of them.

import { ENGINE, FORMAT } from "../dist/version.js";
import { KubusError } from "./errors.js";

/** By tag: the text of a language, and what each instance of the library has made of it. */
const known = new Map();

/** Makes a language known, from the text of its file or the object in it. */
export function learn(sentences) {
  const text = typeof sentences === "string" ? sentences : JSON.stringify(sentences);
  const { format, engine, lang, texts } = parsed(text) ?? {};
  const refuse = (what) => {
    throw new KubusError("invalid-sentences", `these are ${what}: give what is in twentse-kubus/nl.json, or that of another language`);
  };
  if (typeof format !== "string" || typeof lang !== "string" || typeof texts !== "object" || texts === null) refuse("no sentences");
  if (format !== FORMAT || engine !== ENGINE) refuse(`sentences of another version than ${ENGINE}`);
  known.set(lang, { text, made: new WeakMap() });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The sentences of a language for an instance of the library, which reads them once. */
export function speaking(library, lang, instance) {
  const tag = known.has(lang) ? lang : library.call((glue) => glue.language(lang), instance);
  if (!known.has(tag)) throw notLoaded(tag);
  const { text, made } = known.get(tag);
  if (!made.has(instance)) made.set(instance, library.call((glue) => new glue.Sentences(text), instance));
  return made.get(instance);
}

const notLoaded = (tag) =>
  new KubusError("language-not-loaded", `the language \`${tag}\` is not loaded: add \`import "twentse-kubus/${tag}";\`, or hand what is in twentse-kubus/${tag}.json to \`learn\`; a ready-made worker takes it as \`sentences\``);
