// Judging portfolios: the surface, upon the wasm library.

import glueOf from "../dist/judge.glue.js";
import { day, given, put } from "./input.js";
import { Library } from "./library.js";

export { KubusError } from "./errors.js";

/** The library that judges. */
export const library = new Library(glueOf);

const PRIVATE = Symbol("made by this module");

function own(key) {
  if (key !== PRIVATE) throw new TypeError("not to be constructed: use what makes one");
}

/** Judges documents by one rulebook. */
export class Validator {
  #source;
  #instance;
  #native;

  constructor(rulebook = undefined) {
    if (rulebook !== undefined && rulebook !== null) {
      const text = given(rulebook);
      this.#source = typeof text === "string" ? text : new TextDecoder("utf-8", { fatal: true }).decode(text);
    }
    this.#at();
  }

  /** The library's own validator, made again when its instance is another. */
  #at() {
    if (this.#instance !== library.current) {
      this.#native = library.call((glue) => new glue.Validator(this.#source));
      this.#instance = library.current;
    }
    return this.#native;
  }

  get rulebookSource() {
    return this.#source;
  }

  validate(document, asOf, lens = "now") {
    const [given_, day_, lens_] = [given(document), day(asOf), String(lens)];
    const native = this.#at();
    const report = library.call((glue, exports) => native.validate(put(glue, exports, given_), day_, lens_));
    return new Report(PRIVATE, report, this.#instance);
  }

  validateMany(documents, asOf, lens = "now") {
    if (typeof documents === "string" || ArrayBuffer.isView(documents) || documents?.[Symbol.iterator] === undefined) {
      throw new TypeError("expected an iterable of documents");
    }
    const [all, day_, lens_] = [Array.from(documents, given), day(asOf), String(lens)];
    const native = this.#at();
    const instance = this.#instance;
    return library.call((glue, exports) => {
      let offset = 0;
      const lengths = all.map((document) => {
        const length = put(glue, exports, document, offset);
        offset += length;
        return length;
      });
      const batch = native.validate_many(new Uint32Array(lengths), day_, lens_);
      const reports = batch.take_reports().map((report) => new Report(PRIVATE, report, instance));
      const summary = new Summary(PRIVATE, batch.summary());
      batch.free();
      return Object.freeze({ reports: Object.freeze(reports), summary });
    });
  }

  free() {
    this.#native?.free();
    this.#native = this.#instance = undefined;
  }
}

/** The report of one document: a handle, of which everything is read when it is asked for. */
export class Report {
  #native;
  #instance;
  #whole;
  #findings;

  constructor(key, native, instance) {
    own(key);
    this.#native = native;
    this.#instance = instance;
  }

  static fromJson(text) {
    const report = library.call((glue) => glue.Report.from_json(String(text)));
    return new Report(PRIVATE, report, library.current);
  }

  #ask(work) {
    return library.call((glue, exports) => work(this.#native, glue, exports), this.#instance);
  }

  #read() {
    return (this.#whole ??= JSON.parse(this.toJson()));
  }

  get verdict() {
    return this.#whole?.body.verdict ?? this.#ask((native) => native.verdict());
  }

  get documentId() {
    return this.#read().body.document.id ?? undefined;
  }

  get asOf() {
    return this.#read().body.asOf;
  }

  get lens() {
    return this.#read().body.lens;
  }

  get counts() {
    return Object.freeze(this.#read().body.counts);
  }

  get findings() {
    return (this.#findings ??= Object.freeze(this.#read().body.findings.map((data) => new Finding(PRIVATE, data))));
  }

  get outcomes() {
    return Object.freeze(this.#read().body.outcomes.map((outcome) => Object.freeze(outcome)));
  }

  get unchecked() {
    return Object.freeze(this.#read().body.unchecked.map((part) => Object.freeze(part)));
  }

  get engine() {
    return this.#read().producer.engine;
  }

  get fingerprint() {
    return this.#read().producer.fingerprint;
  }

  bodyJson() {
    return this.#ask((native) => native.body_json());
  }

  toJson() {
    return this.#ask((native) => native.to_json());
  }

  toJSON() {
    return JSON.parse(this.toJson());
  }

  render(lang = "nl") {
    return this.#ask((native) => native.render(String(lang)));
  }

  places(document) {
    const text = given(document);
    const numbers = this.#ask((native, glue, exports) => native.places(put(glue, exports, text)));
    return Array.from({ length: numbers.length / 4 }, (_, at) => {
      const [line, column, start, end] = numbers.subarray(4 * at, 4 * at + 4);
      return Object.freeze({ line, column, start, end });
    });
  }

  free() {
    this.#native.free();
  }
}

/** A place where a document falls short of a rule. */
export class Finding {
  #data;

  constructor(key, data) {
    own(key);
    this.#data = data;
    const { code, name, severity, path, subject, facts, due } = data;
    Object.assign(this, { code, name, severity, path, subject, facts, due });
    Object.freeze(this);
  }

  static fromJson(text) {
    // The library holds the text against the catalogue; a sentence can be made of nothing else.
    library.call((glue) => glue.message(String(text), "nl"));
    return new Finding(PRIVATE, JSON.parse(text));
  }

  message(lang = "nl") {
    return library.call((glue) => glue.message(this.toJson(), String(lang)));
  }

  toJson() {
    return JSON.stringify(this.#data);
  }

  toJSON() {
    return JSON.parse(this.toJson());
  }
}

/** What many reports come to together: counts only, so that parts can be added in any order. */
export class Summary {
  #json;

  constructor(key, json) {
    own(key);
    this.#json = json;
  }

  static fromJson(text) {
    const none = new Validator().validateMany([], "2000-01-01").summary;
    return new Summary(PRIVATE, library.call((glue) => glue.merge(String(text), none.toJson())));
  }

  merge(other) {
    if (!(other instanceof Summary)) throw new TypeError("expected a Summary to merge with");
    return new Summary(PRIVATE, library.call((glue) => glue.merge(this.#json, other.toJson())));
  }

  toJson() {
    return this.#json;
  }

  toJSON() {
    return JSON.parse(this.toJson());
  }
}

/** Judges one document by the shipped rulebook. */
export function validate(document, asOf) {
  return new Validator().validate(document, asOf);
}

if (Symbol.dispose) {
  Validator.prototype[Symbol.dispose] = Validator.prototype.free;
  Report.prototype[Symbol.dispose] = Report.prototype.free;
}
