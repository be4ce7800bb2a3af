// What users give, on its way into the library: documents as bytes in its buffer, days and languages as text.

import { TextDecoder, TextEncoder } from "./coders.js";
import { KubusError } from "./errors.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const lone = /\p{Surrogate}/u;

/** Up to this length a document is copied without asking for the limit, since the copy costs less than the question. */
const FEW = 1 << 20;

/** The bytes of a buffer or a view, shared or not, of this realm or another; `undefined` for anything else. */
export function bytesOf(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return ["ArrayBuffer", "SharedArrayBuffer"].includes(kind(value)) ? new Uint8Array(value) : undefined;
}

/** What a built-in value is, in whichever realm it was made. */
export const kind = (value) => Object.prototype.toString.call(value).slice(8, -1);

/** What a value is, for a sentence that refuses it: the name of its class or type, and nothing that it holds. */
function named(value) {
  if (value === null || value === undefined) return String(value);
  const name = typeof value === "object" ? Object.getPrototypeOf(value)?.constructor?.name : typeof value;
  if (typeof name !== "string" || name === "") return "an object of a class";
  return `${/^[AEIO]/i.test(name) ? "an" : "a"} ${name}`;
}

/**
 * A document as text or bytes: an object is judged as the JSON text that `JSON.stringify` makes of it. What would be an
 * empty object then, whatever it holds, is refused; `where` names it among several. `known` takes out of a JSON Pointer what
 * may be anybody's name.
 */
export function given(document, where = "", known = (path) => path) {
  if (typeof document === "string") return document;
  const bytes = bytesOf(document);
  if (bytes) return bytes;
  const refuse = (what) => {
    throw new TypeError(`${where}expected text, bytes or an object, not ${what}`);
  };
  if (typeof document !== "object" || document === null) refuse(named(document));
  if (typeof document.then === "function") refuse("a promise: await it first");
  if (typeof document.toJSON !== "function" && !plain(document)) {
    const way = typeof document.text === "function" ? "await its text() first" : "give a plain object, or its JSON text";
    refuse(`${named(document)}: ${way}`);
  }
  const text = written(document, where, known);
  if (!/^[[{]/.test(text)) refuse(`${named(document)}: give a plain object, or its JSON text`);
  return text;
}

/** Refuses what is not many things of some sort: one text or one buffer can be gone through too. */
export function iterable(several, what) {
  if (typeof several === "string" || ArrayBuffer.isView(several) || several?.[Symbol.iterator] === undefined) {
    throw new TypeError(`expected an iterable of ${what}`);
  }
}

/** Documents out of an iterable, each as text or bytes; `what` names it where one of them is none. */
export function manyOf(documents, what, known = undefined) {
  iterable(documents, what);
  return Array.from(documents, (document, at) => given(document, `${what}[${at}]: `, known));
}

/** The kind of the documents in each list that portfolios are compared with. */
export const LISTS = Object.freeze({ curricula: "curriculum", partnerships: "partnership", knowledgeBases: "knowledge-base" });

/** These lists among what is given by name, each document as text or bytes. `knownOf` gives the `known` of a kind. */
export function othersOf(options, knownOf = () => undefined) {
  return Object.fromEntries(Object.entries(LISTS).map(([list, kind]) => [list, manyOf(options[list] ?? [], list, knownOf(kind))]));
}

/** The same lists, with something done to each document. */
export const eachOf = (others, change) =>
  Object.fromEntries(Object.entries(others).map(([list, documents]) => [list, Object.freeze(documents.map((one) => change(one)))]));

/** Lists, and objects that no class made, in whichever realm. */
function plain(object) {
  const prototype = Object.getPrototypeOf(object);
  return Array.isArray(object) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The JSON text of an object. The engine's own errors quote the names of members, so none of them goes on. */
function written(object, where, known) {
  const trouble = {};
  try {
    const text = JSON.stringify(object);
    // Only where there is a `null` can a number that is none have been: no other object is written once more.
    return text !== undefined && hasNull(text) ? finite(object, trouble) : text;
  } catch {
    if (trouble.path !== undefined) {
      const path = known(trouble.path);
      const at = path === trouble.path ? `at \`${path}\`` : path === "" ? "in a member that no document has" : `below \`${path}\``;
      throw new TypeError(`${where}NaN and infinities are no JSON, and one is ${at}: fill in a number, leave the member out, or give null`);
    }
    const causes = "it refers to itself, holds a BigInt, is too deep or too long, or its own code threw";
    throw new TypeError(`${where}JSON.stringify cannot write this object: ${causes}`);
  }
}

/** Whether `null` is in a text. It is sought by its end: an engine goes by the first letter, and every other word has an `n`. */
function hasNull(text) {
  let at = text.indexOf("ull");
  while (at >= 0 && text[at - 1] !== "n") at = text.indexOf("ull", at + 1);
  return at >= 0;
}

/** The JSON text of an object. `JSON.stringify` writes `null` for NaN and the infinities: here one of them is trouble. */
function finite(object, trouble) {
  // The objects that lead to the one whose members are being written.
  const above = [];
  return JSON.stringify(object, function (key, value) {
    while (above.length > 0 && above.at(-1).holder !== this) above.pop();
    const inside = typeof value === "object" && value !== null;
    if (inside ? kind(value) === "Number" && !Number.isFinite(+value) : typeof value === "number" && !Number.isFinite(value)) {
      const keys = [...above.map((step) => step.key), key];
      trouble.path = keys.map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
      throw trouble;
    }
    if (inside) above.push({ holder: value, key });
    return value;
  });
}

/** The text of a document that is UTF-8. A copy is decoded, since browsers decode no shared memory. */
export const textOf = (document) => (typeof document === "string" ? document : decoder.decode(document.slice()));

/** Half a surrogate pair has no UTF-8. It is passed on as what it would be, for the library to judge. */
function broken(text) {
  const bytes = encoder.encode(text);
  bytes.set([0xed, 0xa0, 0x80], encoder.encode(text.slice(0, text.search(lone))).length);
  return bytes;
}

/**
 * Puts text or bytes into the library's buffer and says how long they are there. What is longer than `most` says is not
 * put there, and has no length; `most` is asked before many bytes are copied.
 */
export function put(glue, exports, document, most = () => Infinity) {
  const limit = document.length > FEW ? most() : Infinity;
  if (document.length > limit) return undefined;
  if (typeof document === "string" && lone.test(document)) return put(glue, exports, broken(document), most);
  const room = (from, bytes) => {
    const start = glue.room(from + bytes);
    return new Uint8Array(exports.memory.buffer, start + from, bytes);
  };
  if (typeof document !== "string") {
    room(0, document.length).set(document);
    return document.length;
  }
  // Most texts need hardly more bytes than letters; none needs more than three times as many.
  let [read, written, bytes] = [0, 0, document.length + (document.length >> 3) + 16];
  while (read < document.length) {
    const rest = read === 0 ? document : document.slice(read);
    const left = limit - written;
    const done = encoder.encodeInto(rest, room(written, Math.min(bytes, left)));
    [read, written] = [read + done.read, written + done.written];
    if (read < document.length && bytes >= left) return undefined;
    bytes = 3 * (document.length - read);
  }
  return written;
}

/** Puts text or bytes into the library's buffer; of what is longer than `most` says, so much that the library sees that it is. */
export function putStart(glue, exports, document, most) {
  return put(glue, exports, document, most) ?? put(glue, exports, document.slice(0, most() + 1));
}

/** What is given by name. A text or a number in its place would be passed over, and the answer be to another question. */
export function optionsOf(options) {
  if (options !== undefined && (typeof options !== "object" || options === null || Array.isArray(options))) {
    throw new TypeError(`expected an object of options, such as { lang: "nl" }, not ${named(options)}`);
  }
  return options ?? {};
}

/** A word out of a closed list; what is not given has its default. */
export const word = (given) => (given === undefined ? undefined : String(given));

/** The size of the smallest group of students that is told about: another value could tell about every one. */
export function group(k) {
  if (k === undefined || (Number.isInteger(k) && k >= 0 && k < 2 ** 32)) return k;
  throw new TypeError("expected `k` to be a whole number of students");
}

/** The reference day. A `Date` is a moment, and which day that is depends on the time zone. */
export function day(asOf) {
  if (asOf === "") throw new KubusError("invalid-date", "`asOf` is empty: fill in a day, YYYY-MM-DD");
  if (typeof asOf === "string") return asOf;
  throw new KubusError("invalid-date", `\`asOf\` is a text, YYYY-MM-DD, not ${named(asOf)}`);
}
