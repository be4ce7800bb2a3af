// What users give, on its way into the library: documents as bytes in its buffer, days and languages as text.

import { KubusError } from "./errors.js";

const encoder = new TextEncoder();
const lone = /\p{Surrogate}/u;

/** A document as text or bytes: an object is judged as the JSON text that `JSON.stringify` makes of it. */
export function given(document) {
  if (typeof document === "string") return lone.test(document) ? broken(document) : document;
  if (document instanceof ArrayBuffer) return new Uint8Array(document);
  if (ArrayBuffer.isView(document)) return new Uint8Array(document.buffer, document.byteOffset, document.byteLength);
  if (typeof document?.then === "function") throw new TypeError("expected text, bytes or an object, not a promise: await it first");
  const text = typeof document === "object" && document !== null ? JSON.stringify(document) : undefined;
  if (text === undefined) throw new TypeError(`expected text, bytes or an object, not ${document === null ? "null" : typeof document}`);
  return text;
}

/** Half a surrogate pair has no UTF-8. It is passed on as what it would be, for the library to judge. */
function broken(text) {
  const bytes = encoder.encode(text);
  bytes.set([0xed, 0xa0, 0x80], encoder.encode(text.slice(0, text.search(lone))).length);
  return bytes;
}

/** Puts text or bytes into the library's buffer, from an offset on, and says how long they are there. */
export function put(glue, exports, document, offset = 0) {
  const room = (from, bytes) => {
    const start = glue.room(from + bytes);
    return new Uint8Array(exports.memory.buffer, start + from, bytes);
  };
  if (typeof document !== "string") {
    room(offset, document.length).set(document);
    return document.length;
  }
  // Most texts need hardly more bytes than letters; none needs more than three times as many.
  let [read, written, bytes] = [0, 0, document.length + (document.length >> 3) + 16];
  while (read < document.length) {
    const rest = read === 0 ? document : document.slice(read);
    const done = encoder.encodeInto(rest, room(offset + written, bytes));
    [read, written] = [read + done.read, written + done.written];
    bytes = 3 * (document.length - read);
  }
  return written;
}

/** The reference day. A `Date` is a moment, and which day that is depends on where one asks. */
export function day(asOf) {
  if (typeof asOf === "string") return asOf;
  const what = asOf instanceof Date ? "a Date" : asOf === null ? "null" : typeof asOf;
  throw new KubusError("invalid-date", `\`asOf\` is a text, YYYY-MM-DD, not ${what}`);
}
